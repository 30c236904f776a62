//! What a job takes over from an earlier run: what that finished, and the plans that it made.

use super::job::{Action, Job};
use crate::error::{Error, Result};
use crate::runner::{Run, Status};
use std::collections::BTreeSet;

impl Job {
    /// The units that another run finished and whose inputs are the same, and so are those of all that they come after.
    pub fn kept(&self, run: &Run) -> BTreeSet<usize> {
        let done = finished(run, self.settings.action);
        let same = |unit: &usize| {
            let name = self.units[*unit].name();
            let before = run.record.steps.iter().find(|step| step.name == name);
            done.contains(&name) && before.is_some_and(|step| step.digest == self.digests[*unit])
        };
        let mut kept: BTreeSet<usize> = (0..self.units.len()).filter(same).collect();
        loop {
            let outdated: Vec<usize> =
                kept.iter().copied().filter(|u| self.after[*u].iter().any(|before| !kept.contains(before))).collect();
            if outdated.is_empty() {
                return kept;
            }
            kept.retain(|unit| !outdated.contains(unit));
        }
    }

    /// Refuses the plans of another run whose configuration, code or order changed since.
    ///
    /// # Errors
    /// They did; the error names the components.
    pub fn check_plans(&self, run: &Run) -> Result<()> {
        let changed = |unit: &usize| {
            let step = run.record.steps.iter().find(|step| step.name == self.units[*unit].name());
            step.is_none_or(|step| step.digest != self.digests[*unit])
        };
        let changed: Vec<String> =
            (0..self.units.len()).filter(changed).map(|unit| format!("`{}`", self.units[unit].name())).collect();
        if changed.is_empty() {
            return Ok(());
        }
        let what = changed.join(", ");
        Err(Error::new(format!("the plans of the run `{}` are out of date: {what} changed since", run.record.id))
            .note("configuration, code, order or arguments are not those that were planned")
            .hint("plan again"))
    }
}

/// The names of the steps that a run finished, as far as its action goes: what was only planned was not applied.
fn finished(run: &Run, action: Action) -> BTreeSet<String> {
    use crate::runner::Happening::{RunStarted, StepFinished, StepKept, StepStarted};
    let mut done = BTreeSet::new();
    let mut counts = true;
    for event in &run.events {
        let step = event.step.clone().unwrap_or_default();
        match event.event {
            RunStarted => counts = !action.changes() || event.kind.as_deref() == Some(action.word()),
            StepStarted => drop(done.remove(&step)),
            StepFinished if counts && event.status.is_some_and(Status::is_good) => drop(done.insert(step)),
            StepKept => drop(done.insert(step)),
            _ => {}
        }
    }
    done
}
