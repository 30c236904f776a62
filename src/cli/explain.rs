//! `gaia explain CODE`.

use super::context::Context;
use super::shape::Shown;
use crate::code::{self, Code};
use crate::error::Error;
use crate::text::did_you_mean;
use clap::Args;
use serde_json::{Value, json};
use std::fmt::Write;

/// Tell what the code of a problem means, with an example and the fix
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia explain GA0101
  gaia explain import-missing
  gaia explain                  # all codes")]
pub(super) struct Explain {
    /// A code such as GA0101, or its name; without it all codes are listed
    code: Option<String>,

    #[command(flatten)]
    shown: Shown,
}

impl Explain {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let is_json = self.shown.is_json();
        let Some(wanted) = self.code else {
            return if is_json {
                context.say_json(&code::all().map(record).collect::<Vec<_>>())
            } else {
                context.say(&list())
            };
        };
        let Some(code) = code::find(&wanted) else {
            let names = code::all().flat_map(|c| [c.id, c.name]);
            let hint = did_you_mean(&wanted, names);
            return Err(Error::usage(format!("there is no code `{wanted}`"))
                .maybe_hint(hint)
                .hint("`gaia explain` lists all codes")
                .into());
        };
        if is_json { context.say_json(&record(code)) } else { context.say(&explanation(code)) }
    }
}

fn record(code: &Code) -> Value {
    json!({
        "code": code.id,
        "name": code.name,
        "severity": code.severity.name(),
        "about": code.about,
        "example": code.example,
        "fix": code.fix.trim_end(),
    })
}

fn list() -> String {
    code::all().fold(String::new(), |mut out, code| {
        // writing to a string cannot fail
        let _ = writeln!(out, "{}  {:<8} {}", code.id, code.severity.name(), code.name);
        out
    })
}

fn explanation(code: &Code) -> String {
    let indented = |mut out: String, line: &str| {
        // writing to a string cannot fail
        let _ = writeln!(out, "    {line}");
        out
    };
    let example = code.example.lines().fold(String::new(), indented);
    format!(
        "{} {} ({})\n\n{}\n\nFor example:\n\n{example}\n{}\n",
        code.id,
        code.name,
        code.severity.name(),
        code.about,
        code.fix.trim_end()
    )
}
