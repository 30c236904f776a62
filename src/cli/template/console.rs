//! The terminal as the engine of templates sees it.

use crate::Result;
use crate::cli::context::Context;
use crate::output::{Tone, Ui};
use crate::scaffold::{Action, Console, Prompt};
use std::io::Write;

/// Words on stderr, answers from stdin.
pub(super) struct Terminal {
    ui: Ui,
}

impl Terminal {
    pub(super) fn new(context: &Context) -> Self {
        Terminal { ui: context.ui }
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

    fn ask(&self, _: &Prompt<'_>) -> Result<Option<minijinja::Value>> {
        Ok(None)
    }

    fn confirm(&self, _: &str) -> Result<Option<bool>> {
        Ok(None)
    }
}
