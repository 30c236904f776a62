//! Running programs, behind a trait so that tests can stand in for them.

use crate::error::{Error, Kind, Result};
use std::ffi::OsString;
use std::path::PathBuf;

/// A program with what it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invocation {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<String>,
    /// Where it runs.
    pub dir: PathBuf,
    /// Variables that are set for it.
    pub env: Vec<(String, String)>,
    /// Variables of gaia's own environment that it does not see.
    pub without: Vec<OsString>,
}

/// What a program left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// Its exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
}

/// Something that runs programs.
pub trait Runner: Send + Sync {
    /// Runs a program to its end, without standard input.
    ///
    /// # Errors
    /// An error when it cannot be started; that it failed is told by its code.
    fn run(&self, invocation: &Invocation) -> Result<Finished>;
}

/// Runs programs of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Runner for System {
    fn run(&self, invocation: &Invocation) -> Result<Finished> {
        let Invocation { program, args, dir, env, without } = invocation;
        let mut command = duct::cmd(program, args).dir(dir).stdin_null().stdout_capture().stderr_capture().unchecked();
        for name in without {
            command = command.env_remove(name);
        }
        for (name, value) in env {
            command = command.env(name, value);
        }
        let output = command
            .run()
            .map_err(|e| Error::new(format!("cannot run `{}`: {e}", program.display())).kind(Kind::Unavailable))?;
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok(Finished { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) })
    }
}

impl<R: Runner + ?Sized> Runner for &R {
    fn run(&self, invocation: &Invocation) -> Result<Finished> {
        (**self).run(invocation)
    }
}
