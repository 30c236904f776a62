//! A run as lines with the time: for pipes, for CI, and where logs are wanted.

use super::logs::{Folding, read};
use super::{LogOrder, Shown, interruption, outcome};
use crate::output::Ui;
use crate::runner::{Event, Happening, Sink, Status};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Writes lines to stderr.
pub(super) struct Lines {
    ui: Ui,
    order: Option<LogOrder>,
    logs: BTreeMap<String, PathBuf>,
    /// How long each log was before anything ran: a step may write long before its beginning is told here.
    begins: BTreeMap<String, u64>,
    folding: Folding,
}

impl Lines {
    pub(super) fn new(ui: Ui, shown: Shown) -> Lines {
        Lines {
            ui,
            order: shown.logs,
            logs: shown.log_files.into_iter().collect(),
            begins: BTreeMap::new(),
            folding: Folding::here(),
        }
    }

    fn say(&self, event: &Event, text: &str) {
        // the time of day is enough: the journal has the rest
        let time = event.time.get(11..19).unwrap_or_default();
        self.ui.info(&format!("{time} {text}"));
    }

    fn log(&self, step: &str, status: Option<Status>) {
        let failed = status.is_some_and(|s| !s.is_good());
        let wanted = match self.order {
            None => failed,
            Some(LogOrder::Grouped) => true,
            Some(LogOrder::Stream) => false,
        };
        if let Some(text) = self.written(step).filter(|_| wanted) {
            self.ui.always(self.folding.group(step, &text).trim_end_matches('\n'));
        }
    }

    /// What a step wrote in this run.
    fn written(&self, step: &str) -> Option<String> {
        Some(read(self.logs.get(step)?, self.begins.get(step).copied().unwrap_or(0)))
    }
}

impl Sink for Lines {
    fn event(&mut self, event: &Event) {
        let step = event.step.as_deref().unwrap_or_default();
        match event.event {
            Happening::RunStarted => {
                let length = |path: &PathBuf| std::fs::metadata(path).map_or(0, |m| m.len());
                self.begins = self.logs.iter().map(|(step, path)| (step.clone(), length(path))).collect();
                let steps = event.steps.as_deref().unwrap_or_default();
                let waves = steps.iter().map(|s| s.wave).max().unwrap_or(0);
                let run = event.run.as_deref().unwrap_or_default();
                let kind = event.kind.as_deref().unwrap_or_default();
                let words = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
                self.say(
                    event,
                    &format!("{kind}: {} in {}, run {run}", words(steps.len(), "component"), words(waves, "wave")),
                );
            }
            Happening::StepKept => self.say(event, &format!("{step} done before")),
            Happening::StepStarted => self.say(event, &format!("{step} started")),
            Happening::StepPhase => self.say(event, &format!("{step} {}", event.phase.as_deref().unwrap_or_default())),
            Happening::StepRetry => {
                let reason = event.reason.as_deref().unwrap_or_default();
                let delay = event.delay.unwrap_or_default();
                self.say(event, &format!("{step} tries again in {delay} s: {reason}"));
            }
            Happening::StepFinished => {
                self.say(event, &format!("{step} {}", outcome(event)));
                self.log(step, event.status);
            }
            Happening::StepSkipped => self.say(event, &format!("{step} {}", outcome(event))),
            Happening::Interrupted => self.say(event, interruption(event.level)),
            Happening::RunFinished | Happening::RunReported => {}
        }
    }

    fn line(&mut self, step: &str, line: &str) {
        if self.order == Some(LogOrder::Stream) {
            self.ui.always(&format!("{step} | {line}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_step_writes_before_its_beginning_is_told_is_shown() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.log");
        std::fs::write(&path, "of a run before\n").unwrap();
        let ui = Ui::new(crate::output::Color::Never, true, 0);
        let logs = vec![("a".to_owned(), path.clone())];
        let mut lines = Lines::new(ui, Shown { events: false, plain: true, logs: None, log_files: logs });
        lines.event(&Event::new(Happening::RunStarted));
        std::fs::write(&path, "of a run before\nof this one\n").unwrap();
        lines.event(&Event { attempt: Some(1), ..Event::of_step(Happening::StepStarted, "a") });
        assert_eq!(lines.written("a").as_deref(), Some("of this one\n"));
    }
}
