//! A sign of life while an answer takes longer than people like to wait.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_millis(500);

static SHOWN: Mutex<Option<Waiting>> = Mutex::new(None);

struct Waiting {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

/// Shows what is being done from half a second on, on a terminal, until something is said or asked.
pub fn start(what: String) {
    if !stderr().is_terminal() || std::env::var("TERM").as_deref() == Ok("dumb") {
        return;
    }
    let (stop, stopped) = channel();
    let thread = std::thread::spawn(move || show(what, &stopped));
    *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some(Waiting { stop, thread });
}

/// Takes it off the screen: something else is to be written there.
pub fn end() {
    if let Some(waiting) = SHOWN.lock().unwrap_or_else(PoisonError::into_inner).take() {
        drop(waiting.stop);
        // a thread that panicked shows nothing either
        let _ = waiting.thread.join();
    }
}

fn show(what: String, stopped: &Receiver<()>) {
    if stopped.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    // the template is this file's own
    let style = ProgressStyle::with_template("{spinner} {msg} {elapsed:.dim}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(120));
    // ends when the sender is gone
    let _ = stopped.recv();
    bar.finish_and_clear();
}
