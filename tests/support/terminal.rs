//! gaia on a pseudo terminal, and what a person sees there.

#![allow(dead_code, reason = "each test target uses a part")]

use crate::support::Repo;
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Child;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

pub(crate) const CTRL_C: &[u8] = b"\x03";
pub(crate) const ENTER: &[u8] = b"\r";
pub(crate) const ESCAPE: &[u8] = b"\x1b";
pub(crate) const SHIFT_TAB: &[u8] = b"\x1b[Z";
pub(crate) const DOWN: &[u8] = b"\x1b[B";

/// Columns and rows.
pub(crate) type Size = (u16, u16);

pub(crate) const SMALL: Size = (80, 24);
pub(crate) const LARGE: Size = (200, 50);

/// Waits until something holds, as long as a slow machine may need.
#[track_caller]
pub(crate) fn wait_for(what: &str, mut test: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !test() {
        assert!(begun.elapsed() < Duration::from_mins(2), "{what} did not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A program on a pseudo terminal, and what it writes there.
pub(crate) struct Terminal {
    child: Child,
    keys: File,
    written: Arc<Mutex<Written>>,
    reader: std::thread::JoinHandle<()>,
}

struct Written {
    bytes: Vec<u8>,
    screen: vt100::Parser,
}

/// How a program left its terminal.
pub(crate) struct Left {
    pub(crate) code: Option<i32>,
    /// All that was written.
    pub(crate) text: String,
    /// What is to be seen.
    pub(crate) screen: String,
    /// Whether the cursor is shown, lines are edited by the terminal, and the main screen is there.
    pub(crate) is_clean: bool,
}

pub(crate) fn on_terminal(repo: &Repo, words: &[&str]) -> Terminal {
    on_terminal_of(repo, words, (160, 40))
}

pub(crate) fn on_terminal_of(repo: &Repo, words: &[&str], (columns, rows): Size) -> Terminal {
    let (pty, pts) = pty_process::blocking::open().expect("a pseudo terminal");
    pty.resize(pty_process::Size::new(rows, columns)).expect("a size");
    let plain = repo.command(words);
    let mut command = pty_process::blocking::Command::new(plain.get_program());
    command = command.args(plain.get_args()).current_dir(repo.path()).env_clear().env("TERM", "xterm");
    for (name, value) in plain.get_envs() {
        command = command.env(name, value.unwrap_or_default());
    }
    let child = command.spawn(pts).expect("gaia runs");
    let keys = File::from(std::os::fd::OwnedFd::from(pty));
    let mut output = keys.try_clone().expect("a second handle");
    let screen = vt100::Parser::new(at_least_one(rows), at_least_one(columns), 0);
    let written = Arc::new(Mutex::new(Written { bytes: Vec::new(), screen }));
    let writes = Arc::clone(&written);
    let reader = std::thread::spawn(move || {
        let mut part = [0; 4096];
        // a terminal whose last program is gone gives an error, not an end
        while let Ok(n @ 1..) = output.read(&mut part) {
            let mut written = writes.lock().expect("the screen");
            written.bytes.extend_from_slice(&part[..n]);
            written.screen.process(&part[..n]);
        }
    });
    Terminal { child, keys, written, reader }
}

fn at_least_one(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap_or(NonZero::<u16>::MIN)
}

impl Terminal {
    pub(crate) fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).expect("a terminal");
    }

    /// Waits until a text was written.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        wait_for(text, || self.written().contains(text));
    }

    /// Waits until what is typed is not shown: what came before is thrown away.
    #[track_caller]
    pub(crate) fn wait_to_hide(&self) {
        use rustix::termios::{LocalModes, tcgetattr};
        let is_shown = || tcgetattr(&self.keys).expect("modes").local_modes.contains(LocalModes::ECHO);
        wait_for("a prompt that hides", || !is_shown());
    }

    /// Waits until a text is to be seen, and gives the screen.
    #[track_caller]
    pub(crate) fn wait_to_see(&self, text: &str) -> String {
        let begun = Instant::now();
        while !self.screen().contains(text) {
            assert!(begun.elapsed() < Duration::from_mins(2), "`{text}` is not to be seen:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(20));
        }
        self.screen()
    }

    /// Presses keys, and waits until a question that was asked is asked once more.
    #[track_caller]
    pub(crate) fn press_and_see_again(&mut self, keys: &[u8], question: &str) {
        let asked = |screen: &str| screen.matches(question).count();
        let before = asked(&self.screen());
        self.press(keys);
        wait_for(question, || asked(&self.screen()) > before);
    }

    /// Gives the terminal another size, and tells whoever runs on it.
    pub(crate) fn resize(&mut self, (columns, rows): Size) {
        let size = rustix::termios::Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        self.written
            .lock()
            .expect("the screen")
            .screen
            .screen_mut()
            .set_size(at_least_one(rows), at_least_one(columns));
        rustix::termios::tcsetwinsize(&self.keys, size).expect("a size");
    }

    pub(crate) fn screen(&self) -> String {
        let written = self.written.lock().expect("the screen");
        written.screen.screen().contents()
    }

    fn written(&self) -> String {
        String::from_utf8_lossy(&self.written.lock().expect("the screen").bytes).into_owned()
    }

    /// The exit code, and all that was written.
    pub(crate) fn end(self) -> (Option<i32>, String) {
        let left = self.leave();
        (left.code, left.text)
    }

    /// How it all ended.
    pub(crate) fn leave(mut self) -> Left {
        use rustix::termios::LocalModes;
        let code = self.child.wait().expect("an end").code();
        let modes = rustix::termios::tcgetattr(&self.keys).expect("modes").local_modes;
        self.reader.join().expect("the screen");
        let written = self.written.lock().expect("the screen");
        let screen = written.screen.screen();
        let is_clean = !screen.hide_cursor()
            && !screen.alternate_screen()
            && modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG);
        let text = String::from_utf8_lossy(&written.bytes).into_owned();
        Left { code, text, screen: screen.contents(), is_clean }
    }
}
