//! Where it is told what happens in a run: the journal, and whoever watches.

use super::Step;
use crate::error::{Error, Result};
use crate::runner::{Event, Happening, Journal, Sink, Status};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where it is told what happens.
pub(super) struct Log<'a> {
    journal: &'a mut Journal,
    sink: &'a mut dyn Sink,
    intended: BTreeSet<String>,
    /// When the step under way began.
    begun: Option<String>,
    /// What came of each step, for the audit.
    pub(super) outcomes: Vec<Value>,
}

impl<'a> Log<'a> {
    /// A log of a run that intended some steps before it was cut off.
    pub(super) fn new(journal: &'a mut Journal, sink: &'a mut dyn Sink, intended: BTreeSet<String>) -> Self {
        Log { journal, sink, intended, begun: None, outcomes: Vec::new() }
    }

    pub(super) fn tell(&mut self, event: &Event) {
        self.journal.event(event);
        self.sink.event(event);
    }

    /// Whether all that was told is on the disk.
    ///
    /// # Errors
    /// Why not.
    pub(super) fn whole(&self) -> Result<()> {
        match self.journal.broken() {
            Some(why) => Err(Error::new(format!("the journal cannot be written: {why}"))),
            None => Ok(()),
        }
    }

    /// What is about to be done. Nothing is done that the journal does not know of.
    pub(super) fn intent(&mut self, step: &Step, phase: Option<&str>) -> Result<()> {
        let phase = phase.map(str::to_owned);
        if phase.is_none() {
            self.intended.insert(step.to_string());
        }
        let event = Event { phase, ..Event::of_step(Happening::StepStarted, &step.to_string()) };
        self.tell(&event);
        self.begun = Some(event.time);
        self.whole()
    }

    /// What came of it.
    pub(super) fn outcome(&mut self, step: &Step, phase: Option<&str>, status: Status, reason: Option<&str>) {
        let (phase, reason) = (phase.map(str::to_owned), reason.map(str::to_owned));
        let event =
            Event { phase, reason, status: Some(status), ..Event::of_step(Happening::StepFinished, &step.to_string()) };
        self.tell(&event);
        self.outcomes.push(json!({ "step": event.step, "phase": event.phase, "started": self.begun.take(),
            "ended": event.time, "status": event.status, "reason": event.reason }));
    }

    /// A step that was done before.
    pub(super) fn kept(&mut self, step: &Step) {
        self.tell(&Event { status: Some(Status::Kept), ..Event::of_step(Happening::StepKept, &step.to_string()) });
    }

    /// The steps that were ever begun in this run, also before it was cut off.
    pub(super) fn intended(&self) -> BTreeSet<String> {
        self.intended.clone()
    }
}
