//! The terminal while an environment is asked for.

use crate::Result;
use crate::cli::context::Context;
use crate::cli::template::Terminal;
use crate::scaffold::environment::{Network, Networks};
use crate::scaffold::{Action, Console, Decision, Prompt, Reply};
use minijinja::Value;
use std::cell::RefCell;

/// Asks as for any template, but knows which networks are taken. Files that are in the way are kept, and remembered.
pub(super) struct Wizard<'a> {
    terminal: Terminal,
    networks: &'a Networks,
    in_the_way: RefCell<Vec<String>>,
}

impl<'a> Wizard<'a> {
    pub(super) fn new(context: &Context, networks: &'a Networks) -> Self {
        Wizard { terminal: Terminal::new(context), networks, in_the_way: RefCell::default() }
    }

    /// Tells how questions are answered, before the first.
    pub(super) fn greet(&self) {
        self.terminal.greet();
    }

    /// Forgets which files were in the way, before they are made anew.
    pub(super) fn forget(&self) {
        self.in_the_way.borrow_mut().clear();
    }

    /// The files that are there already, and are neither as the template has them nor its own to keep.
    pub(super) fn in_the_way(self) -> Vec<String> {
        self.in_the_way.into_inner()
    }
}

impl Console for Wizard<'_> {
    // what comes out is told once it is proven
    fn say(&self, _: &str) {}

    fn status(&self, action: Action, path: &str) {
        match action {
            Action::Conflict => self.in_the_way.borrow_mut().push(path.to_owned()),
            Action::Skip | Action::Overwrite => drop(self.in_the_way.borrow_mut().pop()),
            Action::Create | Action::Identical => {}
        }
    }

    fn warn(&self, class: &str, text: &str) {
        self.terminal.warn(class, text);
    }

    fn space(&self) {}

    fn ask(&self, prompt: &Prompt<'_>) -> Result<Reply> {
        if prompt.name != "vpc_cidr" {
            return self.terminal.ask(prompt);
        }
        let check = |answer: &Value| {
            (prompt.check)(answer)?;
            let network: Network = answer.to_string().parse().map_err(|e: crate::Error| e.message().to_owned())?;
            match self.networks.overlapping(network) {
                None => Ok(()),
                Some((stack, component, taken)) => Err(format!("overlaps {taken} of {component} in {stack}")),
            }
        };
        self.terminal.ask(&Prompt {
            name: prompt.name,
            mark: prompt.mark.clone(),
            message: prompt.message.clone(),
            kind: prompt.kind,
            default: prompt.default.clone(),
            choices: prompt.choices.clone(),
            chosen: prompt.chosen.clone(),
            multiline: prompt.multiline,
            placeholder: prompt.placeholder.clone(),
            check: &check,
        })
    }

    fn show(&self, difference: &str) -> Result<()> {
        self.terminal.show(difference)
    }

    fn decide(&self, path: &str, difference: &str) -> Result<Option<Decision>> {
        self.terminal.decide(path, difference)
    }

    fn confirm(&self, _: &str) -> Result<Option<bool>> {
        Ok(Some(false))
    }
}
