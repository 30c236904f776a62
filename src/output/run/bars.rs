//! A run on a terminal: a line for each step that runs, and one for the whole.

use super::logs::{Folding, read};
use super::{Shown, interruption, outcome};
use crate::output::Ui;
use crate::runner::{Event, Happening, Sink};
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

/// Signs that Terraform is done with one more resource.
const RESOURCE_SIGNS: [&str; 5] = [
    ": Refreshing state...",
    ": Read complete",
    ": Creation complete",
    ": Modifications complete",
    ": Destruction complete",
];

/// Draws bars on stderr.
pub(super) struct Bars {
    all: MultiProgress,
    whole: Option<ProgressBar>,
    running: BTreeMap<String, Line>,
    waves: BTreeMap<String, usize>,
    last_wave: usize,
    logs: BTreeMap<String, PathBuf>,
    ui: Ui,
}

/// A step that runs.
struct Line {
    bar: ProgressBar,
    phase: String,
    resources: usize,
}

impl Line {
    fn show(&self) {
        let resources = match self.resources {
            0 => String::new(),
            1 => ", 1 resource".to_owned(),
            n => format!(", {n} resources"),
        };
        self.bar.set_message(format!("{}{resources}", self.phase));
    }
}

impl Bars {
    pub(super) fn new(ui: Ui, shown: Shown) -> Bars {
        Bars {
            all: MultiProgress::with_draw_target(ProgressDrawTarget::stderr()),
            whole: None,
            running: BTreeMap::new(),
            waves: BTreeMap::new(),
            last_wave: 0,
            logs: shown.log_files.into_iter().collect(),
            ui,
        }
    }

    fn style(template: &str) -> ProgressStyle {
        // the templates are this file's own
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
    }

    fn say(&self, text: &str) {
        let ui = self.ui;
        self.all.suspend(|| ui.always(text));
    }

    fn begin(&mut self, event: &Event) {
        let steps = event.steps.as_deref().unwrap_or_default();
        self.waves = steps.iter().map(|s| (s.name.clone(), s.wave)).collect();
        self.last_wave = steps.iter().map(|s| s.wave).max().unwrap_or(0);
        let bar = self.all.add(ProgressBar::new(steps.len() as u64));
        let kind = event.kind.clone().unwrap_or_default();
        bar.set_style(Self::style("{prefix:.bold} {bar:30} {pos}/{len} {msg} {elapsed}"));
        bar.set_prefix(kind);
        bar.enable_steady_tick(Duration::from_millis(200));
        self.whole = Some(bar);
    }

    fn start(&mut self, step: &str) {
        let bar = ProgressBar::new_spinner();
        // among the others before anything of it is drawn: alone it would draw a line that nobody takes away
        let bar = match &self.whole {
            Some(whole) => self.all.insert_before(whole, bar),
            None => self.all.add(bar),
        };
        bar.set_style(Self::style("{spinner} {prefix} {msg:.dim} {elapsed:.dim}"));
        bar.set_prefix(step.to_owned());
        bar.enable_steady_tick(Duration::from_millis(120));
        if let Some(old) = self.running.insert(step.to_owned(), Line { bar, phase: String::new(), resources: 0 }) {
            old.bar.finish_and_clear();
        }
        if let (Some(whole), Some(wave)) = (&self.whole, self.waves.get(step)) {
            whole.set_message(format!("wave {wave}/{}", self.last_wave));
        }
    }

    fn end(&mut self, step: &str) {
        if let Some(line) = self.running.remove(step) {
            line.bar.finish_and_clear();
        }
        if let Some(whole) = &self.whole {
            whole.inc(1);
        }
    }
}

impl Sink for Bars {
    fn event(&mut self, event: &Event) {
        let step = event.step.as_deref().unwrap_or_default();
        match event.event {
            Happening::RunStarted => self.begin(event),
            Happening::StepStarted => self.start(step),
            Happening::StepPhase => {
                if let Some(line) = self.running.get_mut(step) {
                    line.phase = event.phase.clone().unwrap_or_default();
                    line.show();
                }
            }
            Happening::StepRetry => {
                if let Some(line) = self.running.get_mut(step) {
                    let delay = event.delay.unwrap_or_default();
                    line.bar.set_message(format!("tries again in {delay} s"));
                }
            }
            Happening::StepFinished | Happening::StepSkipped | Happening::StepKept => {
                self.end(step);
                if event.status.is_some_and(|s| !s.is_good()) {
                    let mut text = format!("{step} {}", outcome(event));
                    if let Some(path) = self.logs.get(step).filter(|_| event.event == Happening::StepFinished) {
                        text = Folding::Nobody.group(&text, &read(path, 0));
                    }
                    self.say(text.trim_end_matches('\n'));
                }
            }
            Happening::Interrupted => self.say(interruption(event.level)),
            Happening::RunFinished => {
                if let Some(whole) = self.whole.take() {
                    whole.finish_and_clear();
                }
            }
            Happening::RunReported => {}
        }
    }

    fn line(&mut self, step: &str, line: &str) {
        if let Some(shown) = self.running.get_mut(step)
            && RESOURCE_SIGNS.iter().any(|sign| line.contains(sign))
        {
            shown.resources += 1;
            shown.show();
        }
    }
}
