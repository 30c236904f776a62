//! Answers for people and for programs.

use super::context::Context;
use clap::{Args, ValueEnum};
use serde::Serialize;

/// `--format` of commands that have a text to say.
#[derive(Args, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Shown {
    /// How to show it
    #[arg(short, long, value_enum, default_value = "text", help_heading = "Output options")]
    format: Shape,
}

/// The two of them.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Shape {
    /// For people
    #[default]
    Text,
    /// As docs/json.md describes it
    Json,
}

impl Shown {
    pub(super) fn is_json(self) -> bool {
        self.format == Shape::Json
    }
}

impl Context {
    /// Answers with a record as JSON.
    pub(super) fn say_json(&self, record: &impl Serialize) -> anyhow::Result<()> {
        self.say(&(serde_json::to_string_pretty(record)? + "\n"))
    }
}
