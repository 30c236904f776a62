//! A command as a process with a group of its own, so that Ctrl-C reaches it only when it should.

use crate::error::{Error, Kind, Result};
use crate::platform;
use crate::text::shell_word;
use serde::{Deserialize, Serialize};
use std::io::PipeReader;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A program with what it is given. It has gaia's environment, with some variables set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Command {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<String>,
    /// Where it runs.
    pub dir: PathBuf,
    /// Variables that are set for it.
    pub env: Vec<(String, String)>,
}

impl std::fmt::Display for Command {
    /// The line that does the same in a shell.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, value) in &self.env {
            write!(f, "{name}={} ", shell_word(value))?;
        }
        write!(f, "{}", shell_word(&self.program.to_string_lossy()))?;
        self.args.iter().try_for_each(|arg| write!(f, " {}", shell_word(arg)))
    }
}

/// How a process is asked to end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Asked {
    /// It finishes what it cannot leave half done.
    Interrupt,
    /// At once.
    Kill,
}

/// The process group of a command, for as long as it is there.
#[derive(Clone, Debug, Default)]
pub(super) struct Group(Arc<Mutex<Option<i32>>>);

impl Group {
    /// Sends a signal to everything in the group. The group is that of a process that nobody waited for yet, so its number
    /// belongs to no other.
    pub(super) fn ask(&self, asked: Asked) {
        let number = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match (*number, asked) {
            (Some(number), Asked::Interrupt) => platform::interrupt_group(number),
            (Some(number), Asked::Kill) => platform::kill_group(number),
            (None, _) => {}
        }
    }

    /// The number of the group.
    pub(super) fn number(&self) -> Option<i32> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A command that runs.
pub(super) struct Process {
    handle: duct::Handle,
    group: Group,
    /// What it writes, to both of its streams.
    pub(super) output: Option<PipeReader>,
}

impl Process {
    /// Starts a command without standard input.
    pub(super) fn start(command: &Command, group: &Group) -> Result<Process> {
        let Command { program, args, dir, env } = command;
        let failed =
            |e: std::io::Error| Error::new(format!("cannot run `{}`: {e}", program.display())).kind(Kind::Unavailable);
        let (output, writer) = std::io::pipe().map_err(failed)?;
        // as text it is looked for on PATH; as a path it would be one of this directory
        let mut expression =
            duct::cmd(program.as_os_str(), args).dir(dir).stdin_null().stderr_to_stdout().stdout_file(writer);
        for (name, value) in env {
            expression = expression.env(name, value);
        }
        let expression = expression.unchecked().before_spawn(|command| {
            platform::own_group(command);
            Ok(())
        });
        let mut held = group.0.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = expression.start().map_err(failed)?;
        *held = handle.pids().first().and_then(|pid| i32::try_from(*pid).ok());
        Ok(Process { handle, group: group.clone(), output: Some(output) })
    }

    /// Waits for the end of the process, and tells its exit code; `None` when a signal ended it.
    pub(super) fn wait(self) -> Option<i32> {
        let mut pause = Duration::from_millis(1);
        loop {
            // a signal must not go to a number that is free again, so waiting and signalling exclude each other
            let mut held = self.group.0.lock().unwrap_or_else(PoisonError::into_inner);
            match self.handle.try_wait() {
                Ok(None) => {}
                Ok(Some(output)) => {
                    *held = None;
                    return output.status.code();
                }
                Err(_) => {
                    *held = None;
                    return None;
                }
            }
            drop(held);
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(50));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_lines_can_be_pasted_into_a_shell() {
        let command = Command {
            program: "atmos".into(),
            args: ["terraform", "plan", "it's", "-var=a b", ""].map(str::to_owned).to_vec(),
            dir: "/".into(),
            env: vec![("A".into(), "x,y".into()), ("B".into(), "$x".into())],
        };
        assert_eq!(command.to_string(), r"A=x,y B='$x' atmos terraform plan 'it'\''s' '-var=a b' ''");
    }
}
