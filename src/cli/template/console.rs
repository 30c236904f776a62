//! The terminal as the engine of templates sees it.

use super::prompt;
use crate::Result;
use crate::cli::context::Context;
use crate::output::{Tone, Ui};
use crate::scaffold::{Action, Console, Prompt};
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

    fn confirm(&self, question: &str) -> Result<Option<bool>> {
        if self.no_input { Ok(None) } else { prompt::confirm(self.ui, question) }
    }
}
