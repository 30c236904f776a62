//! gaia on a pseudo terminal.

#![allow(dead_code, reason = "each test target uses a part")]

use crate::support::Repo;
use std::fs::File;
use std::io::{Read, Write};
use std::process::Child;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

pub(crate) const CTRL_C: &[u8] = b"\x03";

/// Waits until something holds, as long as a slow machine may need.
#[track_caller]
pub(crate) fn wait_for(what: &str, mut test: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !test() {
        assert!(begun.elapsed() < Duration::from_mins(2), "{what} did not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// gaia on a pseudo terminal, and what it writes there.
pub(crate) struct Terminal {
    child: Child,
    keys: File,
    screen: Arc<Mutex<Vec<u8>>>,
    reader: std::thread::JoinHandle<()>,
}

pub(crate) fn on_terminal(repo: &Repo, words: &[&str]) -> Terminal {
    let (pty, pts) = pty_process::blocking::open().expect("a pseudo terminal");
    pty.resize(pty_process::Size::new(40, 160)).expect("a size");
    let plain = repo.command(words);
    let mut command = pty_process::blocking::Command::new(plain.get_program());
    command = command.args(plain.get_args()).current_dir(repo.path()).env_clear();
    for (name, value) in plain.get_envs() {
        command = command.env(name, value.unwrap_or_default());
    }
    let child = command.env("TERM", "xterm").spawn(pts).expect("gaia runs");
    let keys = File::from(std::os::fd::OwnedFd::from(pty));
    let mut output = keys.try_clone().expect("a second handle");
    let screen = Arc::new(Mutex::new(Vec::new()));
    let written = Arc::clone(&screen);
    let reader = std::thread::spawn(move || {
        let mut part = [0; 4096];
        // a terminal whose last program is gone gives an error, not an end
        while let Ok(n @ 1..) = output.read(&mut part) {
            written.lock().expect("the screen").extend_from_slice(&part[..n]);
        }
    });
    Terminal { child, keys, screen, reader }
}

impl Terminal {
    pub(crate) fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).expect("a terminal");
    }

    /// Waits until a text is written.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        wait_for(text, || self.written().contains(text));
    }

    fn written(&self) -> String {
        String::from_utf8_lossy(&self.screen.lock().expect("the screen")).into_owned()
    }

    /// The exit code, and all that was written.
    pub(crate) fn end(mut self) -> (Option<i32>, String) {
        let status = self.child.wait().expect("an end");
        let code = status.code();
        let text = Arc::clone(&self.screen);
        self.reader.join().expect("the screen");
        let text = String::from_utf8_lossy(&text.lock().expect("the screen")).into_owned();
        (code, text)
    }
}
