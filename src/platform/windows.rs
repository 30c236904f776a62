//! Windows. It knows no modes: what is private is so by the directory that it stands in.

use super::Request;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::collections::VecDeque;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Who may do what with a file: what most files say elsewhere.
///
/// # Errors
/// It is not there, or cannot be looked at.
pub fn mode(path: &Path) -> io::Result<u32> {
    fs::metadata(path).map(|_| 0o644)
}

/// Nothing: there are no modes.
///
/// # Errors
/// None.
pub fn set_mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// Whether a path is a program.
pub fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Makes a symbolic link at a path.
///
/// # Errors
/// Something is there already, or the user may make no links.
pub fn symlink(target: &Path, path: &Path) -> io::Result<()> {
    use std::os::windows::fs::{symlink_dir, symlink_file};
    let is_dir = path.parent().unwrap_or(Path::new("")).join(target).is_dir();
    if is_dir { symlink_dir(target, path) } else { symlink_file(target, path) }
}

/// Makes a directory, and those on the way to it.
///
/// # Errors
/// It cannot be made.
pub fn private_dir(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Opens a file to be written at its end.
///
/// # Errors
/// It cannot be opened or made.
pub fn append(path: &Path, _: u32) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).open(path)
}

/// Nothing: there are no modes.
pub fn restrict(_: &mut tempfile::Builder<'_, '_>, _: u32) {}

/// The name of this machine.
pub fn host() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

/// Whoever runs this, where no variable tells a name.
pub fn user() -> String {
    "an unknown user".to_owned()
}

/// Nothing: processes of other users see no memory, and there are no core dumps.
pub fn hide_memory() {}

/// The signal that ended a process: none.
pub fn signal(_: ExitStatus) -> Option<i32> {
    None
}

/// Nothing: a command shares the console, whose Ctrl-C reaches it together with gaia.
pub fn own_group(_: &mut Command) {}

/// Nothing: the console has told everybody already.
pub fn interrupt_group(_: i32) {}

/// Ends a process and everything that it started.
pub fn kill_group(number: i32) {
    let mut command = Command::new("taskkill");
    command.args(["/F", "/T", "/PID", &number.to_string()]);
    // gone already is as good
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
}

/// Whether a process is there.
pub fn is_group_alive(number: i32) -> bool {
    let mut command = Command::new("tasklist");
    command.args(["/NH", "/FO", "CSV", "/FI", &format!("PID eq {number}")]);
    let listed = command.stdin(Stdio::null()).output();
    listed.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains(&format!("\"{number}\"")))
}

/// Requests are told as long as it lives.
#[derive(Debug)]
pub struct Listening(Arc<AtomicBool>);

/// Tells of every request that this process stop, in place of ending it.
///
/// # Errors
/// The system gives no handlers.
pub fn listen(mut tell: impl FnMut(Request) + Send + 'static) -> io::Result<Listening> {
    let pause = Duration::from_millis(20);
    let ends = Arc::new(AtomicBool::new(false));
    let mut flags = Vec::new();
    for (signal, request) in [(SIGINT, Request::Interrupt), (SIGTERM, Request::Terminate)] {
        let raised = Arc::new(AtomicBool::new(false));
        let handler = flag::register(signal, Arc::clone(&raised))?;
        flags.push((raised, request, handler));
    }
    let listening = Listening(Arc::clone(&ends));
    std::thread::spawn(move || {
        while !ends.load(Ordering::Relaxed) {
            for (raised, request, _) in &flags {
                if raised.swap(false, Ordering::Relaxed) {
                    tell(*request);
                }
            }
            std::thread::sleep(pause);
        }
        for (_, _, handler) in flags {
            signal_hook::low_level::unregister(handler);
        }
    });
    Ok(listening)
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What is typed, byte by byte as a terminal elsewhere sends it. The console shows none of it until this is dropped.
#[derive(Debug)]
pub struct Keyboard {
    is_console: bool,
    typed: VecDeque<u8>,
}

impl Keyboard {
    /// Takes the console over, if stdin is one.
    pub fn open() -> Self {
        Keyboard { is_console: io::stdin().is_terminal() && enable_raw_mode().is_ok(), typed: VecDeque::new() }
    }

    /// Whether there is more to read at once.
    pub fn has_more(&self) -> bool {
        !self.typed.is_empty()
    }
}

impl Read for Keyboard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.is_console {
            return io::stdin().lock().read(buffer);
        }
        while self.typed.is_empty() {
            if let Event::Key(key) = event::read()? {
                if key.kind == KeyEventKind::Press {
                    self.typed.extend(bytes(key.code, key.modifiers).into_bytes());
                }
            }
        }
        self.typed.read(buffer)
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        if self.is_console {
            // nobody is left to be told
            let _ = disable_raw_mode();
        }
    }
}

/// What a terminal elsewhere sends for a key.
fn bytes(code: KeyCode, modifiers: KeyModifiers) -> String {
    let text = match code {
        KeyCode::Char('c') if modifiers.contains(KeyModifiers::CONTROL) => "\x03",
        KeyCode::Char('a') if modifiers.contains(KeyModifiers::CONTROL) => "\x01",
        KeyCode::Char('e') if modifiers.contains(KeyModifiers::CONTROL) => "\x05",
        KeyCode::Char(c) => return c.to_string(),
        KeyCode::Enter if modifiers.contains(KeyModifiers::ALT) => "\x1b\r",
        KeyCode::Enter => "\r",
        KeyCode::Backspace if modifiers.contains(KeyModifiers::ALT) => "\x1b\x7f",
        KeyCode::Backspace => "\x7f",
        KeyCode::Delete => "\x1b[3~",
        KeyCode::Up => "\x1b[A",
        KeyCode::Down => "\x1b[B",
        KeyCode::Right => "\x1b[C",
        KeyCode::Left => "\x1b[D",
        KeyCode::Home => "\x1b[H",
        KeyCode::End => "\x1b[F",
        KeyCode::Tab => "\t",
        KeyCode::BackTab => "\x1b[Z",
        KeyCode::Esc => "\x1b",
        _ => "",
    };
    text.to_owned()
}
