//! `gaia ui`: a repository to look around in.
//!
//! ```text
//! keys ─┐                  ┌─ view ─ screen
//!       ├─ State::update ──┤
//! facts ┘   (no I/O)       └─ State::wanted ─ worker (threads) ─ facts
//! ```
//! [`state::State`] is all that is known; it is changed by keys and by facts, and says which facts it lacks. Threads find
//! them out, so that the screen is there at once and never waits.

mod facts;
mod keys;
mod pick;
mod state;
#[cfg(test)]
mod tests;
mod view;
mod worker;

use super::context::Context;
use super::exit;
use crate::engine::{Engine, Options};
use crate::error::Error;
use clap::Args;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyEventKind};
use state::State;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::time::Duration;
use worker::Worker;

/// How long the screen waits for keys before it looks for facts.
const PACE: Duration = Duration::from_millis(50);

/// Look around in stacks, components, values and their origins
///
/// Needs a terminal of any size, and neither a mouse nor colours. Nothing outside the repository is asked.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia ui
  gaia -C infra ui

`?` lists the keys.")]
pub(super) struct Ui {}

impl Ui {
    #[expect(clippy::unused_self, reason = "commands are run alike")]
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
            return Err(Error::usage("`gaia ui` needs a terminal")
                .hint("`gaia list` and `gaia describe` answer in a pipe")
                .into());
        }
        let workspace = context.workspace()?;
        // found out here, while an error can still be told
        workspace.stack_files()?;
        let root = workspace.root.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let engine = Engine::new(workspace, Options { offline: true, ..Options::default() })?;
        let worker = Worker::start(&engine);
        // to take a large tree apart would only take time
        std::mem::forget(Arc::clone(&engine));

        let mut terminal = ratatui::try_init().map_err(|e| Error::new(format!("cannot use the terminal: {e}")))?;
        let ended = look_around(&mut terminal, State::new(root), &worker);
        ratatui::restore();
        Ok(if ended? { exit::INTERRUPTED } else { exit::OK })
    }
}

/// Shows the state, and what keys and facts make of it, until the user leaves. Tells whether that was with Ctrl-C.
fn look_around(terminal: &mut DefaultTerminal, mut state: State, worker: &Worker) -> io::Result<bool> {
    loop {
        for request in state.wanted() {
            worker.ask(request);
        }
        terminal.draw(|frame| view::draw(frame, &mut state))?;
        let mut is_idle = true;
        while is_idle {
            if event::poll(PACE)? {
                is_idle = false;
                match event::read()? {
                    Event::Key(key) if key.kind == KeyEventKind::Press => {
                        if keys::is_interrupt(&key) {
                            return Ok(true);
                        }
                        if !state.key(keys::meaning(&key, state.is_typing())) {
                            return Ok(false);
                        }
                    }
                    _ => {}
                }
            }
            while let Some(fact) = worker.next() {
                is_idle = false;
                state.learn(fact);
            }
        }
    }
}
