//! A run while it lasts: bars on a terminal, lines with the time elsewhere, events for programs.

mod bars;
mod lines;
mod logs;
mod stream;

use super::Ui;
use crate::delegate::Changes;
use crate::runner::{Event, Sink, Status};
use std::io::{IsTerminal, stderr};
use std::path::PathBuf;

/// When the logs of steps are shown. Without, only those of failures are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum LogOrder {
    /// Each whole, when its step ends.
    Grouped,
    /// Line by line, as they come.
    Stream,
}

/// How a run is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Whether events go to stdout, for programs.
    pub events: bool,
    /// Whether nobody looks on: lines in place of bars.
    pub plain: bool,
    /// When logs are shown.
    pub logs: Option<LogOrder>,
    /// The log of each step, by its name.
    pub log_files: Vec<(String, PathBuf)>,
}

/// A display for runs.
pub fn display(ui: Ui, shown: Shown) -> Box<dyn Sink> {
    super::waiting::end();
    let bars =
        !shown.events && !shown.plain && stderr().is_terminal() && std::env::var("TERM").as_deref() != Ok("dumb");
    if shown.events {
        Box::new(stream::Stream)
    } else if bars && shown.logs.is_none() && !ui.quiet {
        Box::new(bars::Bars::new(ui, shown))
    } else {
        Box::new(lines::Lines::new(ui, shown))
    }
}

/// What a step's end has to say, in a line.
fn outcome(event: &Event) -> String {
    let status = event.status.unwrap_or(Status::Failed);
    let text = match event.seconds {
        Some(seconds) => format!("{} in {}", status.words(), duration(seconds)),
        None => status.words().to_owned(),
    };
    if let Some(reason) = &event.reason {
        return format!("{text}: {reason}");
    }
    if let Some(because) = &event.because {
        return format!("{text}: `{because}` failed");
    }
    match event.details.as_ref().and_then(Changes::of) {
        Some(changes) if status.is_good() && changes.known => format!("{text}: {}", words(&changes)),
        _ => text,
    }
}

/// Changes in words.
pub fn words(changes: &Changes) -> String {
    if !changes.drift.is_empty() {
        let n = changes.drift.len();
        return format!("{n} drifted");
    }
    if !changes.any() {
        return "no changes".to_owned();
    }
    if changes.applied {
        return format!("{} added, {} changed, {} destroyed", changes.add, changes.change, changes.destroy);
    }
    if changes.add + changes.change + changes.destroy + changes.import == 0 {
        return format!("{} outputs to change", changes.outputs);
    }
    changes.to_string()
}

/// A duration as people say it.
pub fn duration(seconds: f64) -> String {
    if seconds < 60.0 {
        return format!("{seconds:.1} s");
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole seconds of a run")]
    let whole = seconds.round() as u64;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 { format!("{hours} h {minutes:02} min") } else { format!("{minutes} min {seconds:02} s") }
}

/// What an interruption asks for, in words.
fn interruption(level: Option<u8>) -> &'static str {
    match level {
        Some(1) => "stopping: steps that run may end; Ctrl-C again interrupts them",
        Some(2) => "interrupting what runs; Ctrl-C again kills it",
        _ => "killing what runs",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::Happening;

    #[test]
    fn durations_are_short() {
        assert_eq!([0.04, 59.94, 61.0, 3725.0].map(duration), ["0.0 s", "59.9 s", "1 min 01 s", "1 h 02 min"]);
    }

    #[test]
    fn an_end_is_told_in_a_line() {
        let end = |status, details: &str| Event {
            status: Some(status),
            seconds: Some(1.25),
            details: serde_json::from_str(details).ok(),
            ..Event::of_step(Happening::StepFinished, "dev:vpc")
        };
        let counts = r#"{"add":1,"change":0,"destroy":2,"import":0,"outputs":0,"known":true}"#;
        assert_eq!(outcome(&end(Status::Succeeded, counts)), "ok in 1.2 s: 1 to add, 0 to change, 2 to destroy");
        let failed = Event { reason: Some("no such thing".into()), ..end(Status::Failed, "") };
        assert_eq!(outcome(&failed), "failed in 1.2 s: no such thing");
    }
}
