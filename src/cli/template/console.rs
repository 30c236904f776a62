//! The terminal as the engine of templates sees it.

use super::prompt;
use crate::Result;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::error::{Error, Kind};
use crate::output::{Tone, Ui};
use crate::scaffold::{Action, Console, Decision, Prompt, Reply};
use serde_json::{Value, json};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{SigId, flag, low_level};
use std::cell::RefCell;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Words on stderr, answers from stdin.
pub(in crate::cli) struct Terminal {
    ui: Ui,
    no_input: bool,
    stop: Option<Stop>,
    /// What is kept for a program, which is answered at the end.
    kept: Option<Kept>,
}

#[derive(Default)]
struct Kept {
    files: RefCell<Vec<Value>>,
    difference: RefCell<String>,
}

impl Terminal {
    pub(in crate::cli) fn new(context: &Context) -> Self {
        Terminal { ui: context.ui, no_input: context.no_input(), stop: None, kept: None }
    }

    /// The same for a program: stdout is left to the answer, and what happens is kept for it.
    pub(in crate::cli) fn for_program(mut self, is_one: bool) -> Self {
        self.kept = is_one.then(Kept::default);
        self
    }

    /// The paths with what happened to them.
    pub(super) fn files(&self) -> Vec<Value> {
        self.kept.as_ref().map(|kept| kept.files.take()).unwrap_or_default()
    }

    /// The difference that would be shown.
    pub(super) fn difference(&self) -> String {
        self.kept.as_ref().map(|kept| kept.difference.take()).unwrap_or_default()
    }

    /// Tells how questions are answered, before the first.
    pub(in crate::cli) fn greet(&self) {
        let keys = "Enter takes what stands there, Escape goes back, Ctrl-C stops";
        self.ui.info(&format!("{keys}: nothing is written before the end."));
    }

    /// A terminal at which the first Ctrl-C lets the work end in order, and the second one ends it.
    ///
    /// # Errors
    /// The system gives no handlers.
    pub(in crate::cli) fn stoppable(context: &Context) -> Result<Self> {
        Ok(Terminal { stop: Some(Stop::listen()?), ..Terminal::new(context) })
    }
}

/// Whether somebody has asked to stop.
struct Stop {
    asked: Arc<AtomicBool>,
    handlers: Vec<SigId>,
}

impl Stop {
    fn listen() -> Result<Self> {
        let mut stop = Stop { asked: Arc::default(), handlers: Vec::new() };
        for signal in [SIGINT, SIGTERM] {
            let code = i32::from(exit::INTERRUPTED);
            // in this order, so that the first signal is not taken for the second
            let second = flag::register_conditional_shutdown(signal, code, Arc::clone(&stop.asked));
            let handlers = second.and_then(|second| Ok([second, flag::register(signal, Arc::clone(&stop.asked))?]));
            let handlers = handlers.map_err(|e| Error::new(format!("cannot listen to signals: {e}")))?;
            stop.handlers.extend(handlers);
        }
        Ok(stop)
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            low_level::unregister(handler);
        }
    }
}

impl Console for Terminal {
    fn say(&self, line: &str) {
        self.ui.step(Tone::Plain, "", line);
    }

    fn status(&self, action: Action, path: &str) {
        if let Some(kept) = &self.kept {
            kept.files.borrow_mut().push(json!({ "path": path, "action": action.word() }));
            return;
        }
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
        if self.kept.is_none() {
            // a closed stdout is no reason to fail
            let _ = writeln!(self.ui.plain());
        }
    }

    fn ask(&self, prompt: &Prompt<'_>) -> Result<Reply> {
        if self.no_input { Ok(Reply::Nobody) } else { prompt::ask(prompt) }
    }

    fn show(&self, difference: &str) -> Result<()> {
        if let Some(kept) = &self.kept {
            kept.difference.borrow_mut().push_str(difference);
            return Ok(());
        }
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
        prompt::decide(path)
    }

    fn keeps_stdout(&self) -> bool {
        self.kept.is_some()
    }

    fn go_on(&self) -> Result<()> {
        match &self.stop {
            Some(stop) if stop.asked.load(Ordering::Relaxed) => {
                Err(Error::new("Execution stopped by user").kind(Kind::Interrupted))
            }
            _ => Ok(()),
        }
    }

    fn confirm(&self, question: &str) -> Result<Option<bool>> {
        if self.no_input { Ok(None) } else { prompt::confirm(question) }
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
