//! What happens in a rotation, a line each.

use crate::output::{Tone, Ui};
use crate::runner::{Event, Happening, Sink, Status};

/// Tells it as it happens.
pub(super) struct Progress {
    pub(super) ui: Ui,
}

impl Sink for Progress {
    fn event(&mut self, event: &Event) {
        if self.ui.is_quiet() {
            return;
        }
        let Some(step) = &event.step else { return };
        let back = event.phase.is_some();
        match (event.event, event.status) {
            (Happening::StepKept, _) => self.ui.step(Tone::Dimmed, "  done before ", step),
            (Happening::StepStarted, _) if back => self.ui.step(Tone::Careful, "      undoing ", step),
            (Happening::StepStarted, _) => self.ui.step(Tone::Plain, "        doing ", step),
            (Happening::StepFinished, Some(Status::Succeeded)) if back => {
                self.ui.step(Tone::Good, "       undone ", step);
            }
            (Happening::StepFinished, Some(Status::Succeeded)) => self.ui.step(Tone::Good, "         done ", step),
            (Happening::StepFinished, _) => {
                let why = event.reason.as_deref().unwrap_or_default();
                self.ui.step(Tone::Bad, "       failed ", &format!("{step}: {why}"));
            }
            _ => {}
        }
    }
}
