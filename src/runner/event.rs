//! What happens in a run, as records that are written, shown and sent on.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// The run begins, or goes on after it was cut off.
    RunStarted,
    /// A step of an earlier attempt at this run counts as done.
    StepKept,
    /// A step begins.
    StepStarted,
    /// A step came into another phase.
    StepPhase,
    /// A step failed in passing and will be tried again.
    StepRetry,
    /// A step ended.
    StepFinished,
    /// A step will not run, because another one failed.
    StepSkipped,
    /// Somebody asked to stop.
    Interrupted,
    /// The run ended, or this part of it.
    RunFinished,
    /// What became of everything, at the very end.
    RunReported,
}

/// How a step or a run ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As it should.
    Succeeded,
    /// It was done in an earlier attempt at the run.
    Kept,
    /// It failed.
    Failed,
    /// It took longer than allowed.
    TimedOut,
    /// Something that it depends on failed.
    Skipped,
    /// It was interrupted.
    Interrupted,
    /// It never began.
    NotStarted,
}

impl Status {
    /// Whether all is well.
    pub fn is_good(self) -> bool {
        matches!(self, Status::Succeeded | Status::Kept)
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Status::Succeeded => "ok",
            Status::Kept => "done before",
            Status::Failed => "failed",
            Status::TimedOut => "timed out",
            Status::Skipped => "skipped",
            Status::Interrupted => "interrupted",
            Status::NotStarted => "not started",
        }
    }
}

/// A step as the beginning of a run tells it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// Its name.
    pub name: String,
    /// What its owner says about it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// The names of the steps that it comes after.
    #[serde(default)]
    pub after: Vec<String>,
    /// Its wave, from 1.
    pub wave: usize,
}

/// One event. Fields that do not belong to what happened are left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When: RFC 3339, UTC.
    pub time: String,
    /// What happened.
    pub event: Happening,
    /// The run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<String>,
    /// What kind of run it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The steps of the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<Told>>,
    /// The step's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// How many times it was tried, this time included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempt: Option<u32>,
    /// The process group of the step's command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<i32>,
    /// The phase that the step came into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The exit code of the step's last command, or of the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<i32>,
    /// How long it took, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// Why it failed, or is tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The step that failed before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// After how many seconds it is tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<f64>,
    /// How urgently somebody asked to stop: 1 let running steps end, 2 interrupt them, 3 kill them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// What the step's owner learned from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Value>,
}

impl Event {
    /// An event of now.
    pub fn new(event: Happening) -> Event {
        Event {
            time: super::now(),
            event,
            run: None,
            kind: None,
            steps: None,
            step: None,
            attempt: None,
            process: None,
            phase: None,
            status: None,
            code: None,
            seconds: None,
            reason: None,
            because: None,
            delay: None,
            level: None,
            details: None,
        }
    }

    /// An event of a step.
    pub fn of_step(event: Happening, step: &str) -> Event {
        Event { step: Some(step.to_owned()), ..Event::new(event) }
    }
}

/// Somebody who wants to know what happens. Called from one thread only.
pub trait Sink {
    /// Something happened.
    fn event(&mut self, event: &Event);

    /// A step wrote a line.
    fn line(&mut self, _step: &str, _line: &str) {}

    /// Some time has passed without anything.
    fn tick(&mut self) {}
}
