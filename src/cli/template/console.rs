//! The terminal as the engine of templates sees it.

use super::prompt;
use crate::Result;
use crate::cli::context::Context;
use crate::error::Error;
use crate::output::{Tone, Ui};
use crate::scaffold::{Action, Console, Decision, Prompt};
use std::io::Write;

/// Words on stderr, answers from stdin.
pub(in crate::cli) struct Terminal {
    ui: Ui,
    no_input: bool,
}

impl Terminal {
    pub(in crate::cli) fn new(context: &Context) -> Self {
        Terminal { ui: context.ui, no_input: context.no_input() }
    }
}

impl Console for Terminal {
    fn say(&self, line: &str) {
        self.ui.step(Tone::Plain, "", line);
    }

    fn status(&self, action: Action, path: &str) {
        let tone = match action {
            Action::Create | Action::Skip => Tone::Good,
            Action::Identical => Tone::Dimmed,
            Action::Conflict => Tone::Bad,
            Action::Overwrite => Tone::Careful,
        };
        self.ui.step(tone, &format!("{:>10}  ", action.word()), path);
    }

    fn warn(&self, class: &str, text: &str) {
        self.ui.step(Tone::Careful, &format!("{class}: "), text);
    }

    fn space(&self) {
        // a closed stdout is no reason to fail
        let _ = writeln!(self.ui.plain());
    }

    fn ask(&self, prompt: &Prompt<'_>) -> Result<Option<minijinja::Value>> {
        if self.no_input { Ok(None) } else { prompt::ask(self.ui, prompt) }
    }

    fn show(&self, difference: &str) -> Result<()> {
        let mut out = self.ui.styled();
        let written = coloured(difference).try_for_each(|line| writeln!(out, "{line}"));
        written.or_else(|e| match e.kind() {
            // who reads has seen enough
            std::io::ErrorKind::BrokenPipe => Ok(()),
            _ => Err(Error::new(format!("cannot write: {e}"))),
        })
    }

    fn decide(&self, path: &str, difference: &str) -> Result<Option<Decision>> {
        if self.no_input {
            return Ok(None);
        }
        for line in coloured(difference) {
            self.ui.step(Tone::Plain, "", &line);
        }
        prompt::decide(self.ui, path)
    }

    fn confirm(&self, question: &str) -> Result<Option<bool>> {
        if self.no_input { Ok(None) } else { prompt::confirm(self.ui, question) }
    }
}

/// The lines of a difference in colours, which are left out where nobody can see them.
fn coloured(difference: &str) -> impl Iterator<Item = String> + '_ {
    let mut in_header = false;
    difference.lines().map(move |line| {
        in_header = line.starts_with("diff ") || in_header && !line.starts_with("@@");
        let tone = match line.as_bytes().first() {
            _ if in_header => Tone::Careful,
            Some(b'@') => Tone::Dimmed,
            Some(b'+') => Tone::Good,
            Some(b'-') => Tone::Bad,
            _ => return line.to_owned(),
        };
        let style = tone.style();
        format!("{style}{line}{style:#}")
    })
}
