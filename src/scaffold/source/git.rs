//! Calls of the program git. Templates and projects are the user's own repositories with their own configuration, so
//! git itself does what changes them.

use crate::error::{Error, Kind, Result};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// git in a directory.
#[derive(Clone, Debug)]
pub(in crate::scaffold) struct Git {
    dir: PathBuf,
    env: Vec<(&'static str, OsString)>,
}

/// Where a repository keeps what, as absolute paths.
#[derive(Clone, Debug)]
pub(in crate::scaffold) struct Places {
    /// The work tree.
    pub(in crate::scaffold) top: PathBuf,
    /// What belongs to this work tree alone.
    pub(in crate::scaffold) git_dir: PathBuf,
    pub(in crate::scaffold) index: PathBuf,
    pub(in crate::scaffold) objects: PathBuf,
}

/// Whether git may know the directory, as far as can be told without asking it.
pub(in crate::scaffold) fn may_be_tracked(dir: &Path) -> bool {
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    std::env::var_os("GIT_DIR").is_some() || dir.ancestors().any(|dir| dir.join(".git").exists())
}

/// Who commits in the temporary repositories; no user needs to have told git a name.
const IDENTITY: [(&str, &str); 4] = [
    ("GIT_AUTHOR_NAME", "Copier"),
    ("GIT_AUTHOR_EMAIL", "copier@copier"),
    ("GIT_COMMITTER_NAME", "Copier"),
    ("GIT_COMMITTER_EMAIL", "copier@copier"),
];

impl Git {
    pub(in crate::scaffold) fn at(dir: impl Into<PathBuf>) -> Self {
        Git { dir: dir.into(), env: Vec::new() }
    }

    /// The same with a variable.
    #[must_use]
    pub(in crate::scaffold) fn env(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name, value.as_ref().to_owned()));
        self
    }

    /// What git prints.
    ///
    /// # Errors
    /// An error when git fails or is not there.
    pub(in crate::scaffold) fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Result<String> {
        self.run_with(args, b"")
    }

    /// What git prints, given something to read.
    ///
    /// # Errors
    /// An error when git fails or is not there.
    pub(in crate::scaffold) fn run_with<S: AsRef<OsStr>>(&self, args: &[S], input: &[u8]) -> Result<String> {
        let output = self.bytes(args, input)?;
        if !output.status.success() {
            return Err(failed(args, &output));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What git prints, trimmed; none when it fails.
    pub(in crate::scaffold) fn ask<S: AsRef<OsStr>>(&self, args: &[S]) -> Option<String> {
        self.run(args).ok().map(|text| text.trim().to_owned())
    }

    /// What git leaves behind, whether it fails or not.
    ///
    /// # Errors
    /// An error when git cannot be started.
    pub(in crate::scaffold) fn bytes<S: AsRef<OsStr>>(&self, args: &[S], input: &[u8]) -> Result<Output> {
        let mut command = Command::new("git");
        command.current_dir(&self.dir).args(args).envs(IDENTITY).env("LC_ALL", "C.UTF-8");
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        let stdin = if input.is_empty() { Stdio::null() } else { Stdio::piped() };
        command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        let unavailable = |e: &io::Error| Error::new(format!("cannot run git: {e}")).kind(Kind::Unavailable);
        let mut child = command.spawn().map_err(|e| unavailable(&e))?;
        let writer = child.stdin.take().map(|mut stdin| {
            let input = input.to_vec();
            // git may go away before it has read everything
            std::thread::spawn(move || drop(stdin.write_all(&input)))
        });
        let output = child.wait_with_output().map_err(|e| unavailable(&e))?;
        if let Some(writer) = writer {
            let _ = writer.join();
        }
        Ok(output)
    }

    /// Where things are; none outside of a work tree.
    pub(in crate::scaffold) fn places(&self) -> Option<Places> {
        if !may_be_tracked(&self.dir) {
            return None;
        }
        let words = ["--show-toplevel", "--absolute-git-dir", "--git-path", "index", "--git-path", "objects"];
        let listed = self.ask(&[&["rev-parse"], &words[..]].concat())?;
        let mut lines = listed.lines().map(|line| self.dir.join(line));
        Some(Places { top: lines.next()?, git_dir: lines.next()?, index: lines.next()?, objects: lines.next()? })
    }

    /// Whether the directory is the top of a work tree.
    pub(in crate::scaffold) fn is_root(&self) -> bool {
        // the top of a work tree has a `.git`, unless a variable says where it is
        if std::env::var_os("GIT_DIR").is_none() && !self.dir.join(".git").exists() {
            return false;
        }
        let Some(top) = self.ask(&["rev-parse", "--show-toplevel"]) else { return false };
        match (Path::new(&top).canonicalize(), self.dir.canonicalize()) {
            (Ok(top), Ok(own)) => top == own,
            _ => false,
        }
    }
}

fn failed<S: AsRef<OsStr>>(args: &[S], output: &Output) -> Error {
    let words: Vec<_> = args.iter().map(|arg| arg.as_ref().to_string_lossy()).collect();
    let said = String::from_utf8_lossy(&output.stderr);
    Error::new(format!("`git {}` failed: {}", words.join(" "), said.trim()))
}
