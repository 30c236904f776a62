//! One attempt at a step, in a thread of its own: waits for the step's lane, runs its commands, hears their lines.

use super::lock::{Holder, Lock, Locked};
use super::process::{Group, Process};
use super::step::{Limits, Listener, Meaning, Outcome, Step, Verdict};
use super::{Command, now};
use crate::error::{Error, Result};
use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

/// The longest line that is kept whole.
const LONGEST_LINE: u64 = 1 << 20;

/// What the threads of steps tell.
pub(super) enum Message {
    Started(usize, Group),
    Phase(usize, String),
    Line(usize, String),
    Ended(usize, Option<i32>, Verdict),
    Signal(u8),
}

/// Runs the commands of a step once, in a thread of its own.
pub(super) fn attempt(
    number: usize,
    step: &Step,
    limits: &Limits,
    meaning: &dyn Meaning,
    run: (&str, &str),
    stopping: &AtomicU8,
    sender: &Sender<Message>,
) {
    let mut last = (None, Verdict { outcome: Outcome::Good, reason: None, details: Value::Null });
    let begun = wait_for_lane(step, limits, run, stopping).and_then(|lane| {
        let log = open_log(&step.log)?;
        Ok((lane, log))
    });
    match begun {
        Ok((_lane, mut log)) => {
            for (which, command) in step.commands.iter().enumerate() {
                if which > 0 && stopping.load(Ordering::Relaxed) > 1 {
                    last.1 = failed("interrupted before its last command".to_owned(), last.1.details);
                    break;
                }
                let listener = meaning.listen(number, which);
                let (code, verdict) = run_command(number, command, listener, &mut log, sender)
                    .unwrap_or_else(|e| (None, failed(e.message().to_owned(), Value::Null)));
                let details = joined(last.1.details, verdict.details);
                last = (code, Verdict { details, ..verdict });
                if last.1.outcome != Outcome::Good {
                    break;
                }
            }
        }
        Err(error) => last.1 = failed(error.message().to_owned(), Value::Null),
    }
    // the conductor is there as long as any step runs
    let _ = sender.send(Message::Ended(number, last.0, last.1));
}

/// What two commands said, the later one first.
fn joined(before: Value, after: Value) -> Value {
    match (before, after) {
        (before, Value::Null) => before,
        (Value::Object(mut before), Value::Object(after)) => {
            before.extend(after);
            Value::Object(before)
        }
        (_, after) => after,
    }
}

fn failed(reason: String, details: Value) -> Verdict {
    Verdict { outcome: Outcome::Failed, reason: Some(reason), details }
}

fn open_log(path: &Path) -> Result<File> {
    let open = || {
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        OpenOptions::new().create(true).append(true).open(path)
    };
    open().map_err(|e| Error::new(format!("cannot write `{}`: {e}", path.display())))
}

/// Waits until no other run uses the step's lane.
fn wait_for_lane(step: &Step, limits: &Limits, (run, kind): (&str, &str), stopping: &AtomicU8) -> Result<Option<Lock>> {
    let Some(lane) = &step.lane else { return Ok(None) };
    let name: String =
        lane.to_string_lossy().chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
    let path = limits.locks.join(format!("lane{name}.lock"));
    let holder = Holder::here(run, &format!("{kind} {}", step.name));
    loop {
        match Lock::take(&path, &holder) {
            Ok(lock) => return Ok(Some(lock)),
            Err(Locked::Failed(error)) => return Err(error),
            Err(Locked::By(_)) if stopping.load(Ordering::Relaxed) > 0 => {
                return Err(Error::new(format!("interrupted while another run used `{}`", lane.display())));
            }
            Err(Locked::By(_)) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// Runs one command, and hears every line of it.
fn run_command(
    number: usize,
    command: &Command,
    mut listener: Box<dyn Listener + '_>,
    log: &mut File,
    sender: &Sender<Message>,
) -> Result<(Option<i32>, Verdict)> {
    // a log that cannot be written is no reason to leave a process alone
    let _ = writeln!(log, "# {} {command}", now());
    let group = Group::default();
    let mut process = Process::start(command, &group)?;
    let _ = sender.send(Message::Started(number, group));
    let mut lines = BufReader::new(process.output.take().expect("the output of a process that has just begun"));
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        match lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
            Ok(0) | Err(_) => break,
            Ok(_) => {}
        }
        let _ = log.write_all(&bytes);
        let text = String::from_utf8_lossy(&bytes);
        let line = text.trim_end_matches(['\n', '\r']);
        if let Some(phase) = listener.line(line) {
            let _ = sender.send(Message::Phase(number, phase));
        }
        let _ = sender.send(Message::Line(number, line.to_owned()));
    }
    let code = process.wait();
    Ok((code, listener.judge(code)))
}
