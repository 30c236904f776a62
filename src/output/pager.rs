//! Long answers on a terminal, page by page.
//!
//! What fits the screen is written as it is. Once there is more, a pager is started and gets it all; whoever leaves it
//! early has seen enough.

use crate::external::Environment;
use crate::runner::Hold;
use std::io::{self, IsTerminal, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Where answers go.
static STATE: Mutex<State> = Mutex::new(State::Off);

enum State {
    /// Straight to stdout.
    Off,
    /// Kept back until it is known whether they fit the screen: as long as there is room for so many more `lines`.
    Waiting { kept: Vec<u8>, pager: String, lines: usize },
    /// To a pager.
    Running { child: Child, _hold: Hold },
}

/// How much is kept back at most, however few its lines are.
const KEPT: usize = 1 << 20;

/// Shows what is answered from now on in a pager, if it is longer than the screen and somebody looks at it.
pub fn start() {
    let Some(pager) = chosen().filter(|_| io::stdout().is_terminal() && io::stdin().is_terminal()) else { return };
    let Some((_, height)) = terminal_size::terminal_size() else { return };
    // the prompt of the shell takes a line
    let lines = usize::from(height.0).saturating_sub(1);
    *state() = State::Waiting { kept: Vec::new(), pager, lines };
}

/// Writes out what was kept back, and waits until the reader leaves the pager.
pub fn finish() {
    match std::mem::replace(&mut *state(), State::Off) {
        State::Off => {}
        State::Waiting { kept, .. } => {
            let mut out = io::stdout().lock();
            // a closed stdout was no reason to fail before either
            let _ = out.write_all(&kept).and_then(|()| out.flush());
        }
        State::Running { mut child, _hold } => {
            drop(child.stdin.take());
            let _ = child.wait();
        }
    }
}

/// The pager that the user wants; none where it is not there, or only copies.
fn chosen() -> Option<String> {
    let pager = ["GAIA_PAGER", "PAGER"].into_iter().find_map(|name| std::env::var(name).ok());
    let pager = pager.unwrap_or_else(|| "less".to_owned());
    let program = pager.split_whitespace().next().filter(|program| *program != "cat")?;
    let is_dumb = std::env::var("TERM").as_deref() == Ok("dumb");
    Environment::default().find_program(program).filter(|_| !is_dumb)?;
    Some(pager)
}

fn state() -> std::sync::MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Stdout, or what stands between it and the reader.
pub(super) struct Stdout;

impl Write for Stdout {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        self.write_all(part)?;
        Ok(part.len())
    }

    fn write_all(&mut self, part: &[u8]) -> io::Result<()> {
        let mut state = state();
        if let State::Waiting { kept, pager, lines } = &mut *state {
            kept.extend_from_slice(part);
            let ended = part.split(|byte| *byte == b'\n').count() - 1;
            if let Some(left) = lines.checked_sub(ended).filter(|_| kept.len() < KEPT) {
                *lines = left;
                return Ok(());
            }
            let kept = std::mem::take(kept);
            let started = run(pager);
            *state = started.map_or(State::Off, |child| State::Running { child, _hold: Hold::begin() });
            return state.put(&kept);
        }
        state.put(part)
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut *state() {
            State::Off => io::stdout().flush(),
            State::Waiting { .. } => Ok(()),
            State::Running { child, .. } => child.stdin.as_mut().map_or(Ok(()), Write::flush),
        }
    }
}

impl State {
    fn put(&mut self, part: &[u8]) -> io::Result<()> {
        match self {
            State::Running { child, .. } => child.stdin.as_mut().map_or(Ok(()), |pager| pager.write_all(part)),
            _ => io::stdout().write_all(part),
        }
    }
}

/// Starts the pager as git does: its words are those of a shell, and `less` shows colours and stays where it is. What gaia
/// writes is UTF-8 also where the locale is `C`, as in containers.
fn run(pager: &str) -> Option<Child> {
    let mut command = Command::new("sh");
    command.args(["-c", pager]).stdin(Stdio::piped());
    for (name, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8"), ("LV", "-c")] {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    command.spawn().ok()
}
