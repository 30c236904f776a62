//! What a run is made of, who gives meaning to it, and how it ended.

use super::Command;
use super::event::Status;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

/// Commands that run one after the other.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// The name, unique in its run.
    pub name: String,
    /// What its owner says about it.
    pub labels: BTreeMap<String, String>,
    /// The commands; each runs when the one before did well.
    pub commands: Vec<Command>,
    /// The steps that it comes after.
    pub after: Vec<usize>,
    /// What only one step at a time may use, in this run and in all others of this machine.
    pub lane: Option<PathBuf>,
    /// Where everything that it writes goes.
    pub log: PathBuf,
    /// Whether it counts as done already.
    pub kept: bool,
    /// How long it may take.
    pub timeout: Option<Duration>,
    /// How many times it is tried again when it failed in passing.
    pub retries: u32,
    /// How long it waits before the first time; each time twice as long.
    pub backoff: Duration,
}

/// How a run is carried out.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How many steps run at once.
    pub parallel: usize,
    /// Whether other steps go on after a failure.
    pub keep_going: bool,
    /// Where the locks of lanes are.
    pub locks: PathBuf,
}

/// What became of a command, as its listener sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It did well: on with the next command.
    Good,
    /// It did well, and the step needs no further command.
    Enough,
    /// It failed.
    Failed,
    /// It failed in a way that may pass.
    Passing,
}

/// What a listener says at the end of a command.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What became of it.
    pub outcome: Outcome,
    /// Why it failed, in a line.
    pub reason: Option<String>,
    /// What there is to know about it; of maps, what the step's earlier commands said stays where this says nothing.
    pub details: Value,
}

/// Somebody who understands what a command writes.
pub trait Listener {
    /// Hears a line, without its end; gives the phase that it shows.
    fn line(&mut self, line: &str) -> Option<String>;

    /// Judges by the exit code (`None` when a signal ended it) and all the lines.
    fn judge(self: Box<Self>, code: Option<i32>) -> Verdict;
}

/// Somebody who knows what commands mean.
pub trait Meaning: Sync {
    /// A listener for a command of a step, by their numbers.
    fn listen(&self, step: usize, command: usize) -> Box<dyn Listener + '_>;
}

/// How a step ended.
#[derive(Clone, Debug)]
pub struct Ended {
    /// How.
    pub status: Status,
    /// How long it took, all attempts together.
    pub seconds: f64,
    /// Why it failed or was skipped.
    pub reason: Option<String>,
    /// The exit code of its last command.
    pub code: Option<i32>,
    /// What its listener learned.
    pub details: Value,
}

/// How a run ended.
#[derive(Clone, Debug)]
pub struct Finish {
    /// How each step ended.
    pub steps: Vec<Ended>,
    /// How urgently somebody asked to stop.
    pub interrupted: u8,
    /// How long it took.
    pub seconds: f64,
}

impl Finish {
    /// How the whole ended: as its worst step.
    pub fn status(&self) -> Status {
        let any = |status| self.steps.iter().any(|s| s.status == status);
        if self.interrupted > 0 && self.steps.iter().any(|s| !s.status.is_good()) {
            Status::Interrupted
        } else if any(Status::Failed) {
            Status::Failed
        } else if any(Status::TimedOut) {
            Status::TimedOut
        } else if any(Status::Skipped) || any(Status::NotStarted) {
            Status::Failed
        } else {
            Status::Succeeded
        }
    }
}
