//! Linux, macOS and their kin.

use super::Request;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, setrlimit, test_kill_process_group};
use rustix::termios::{InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::{Handle, Signals};
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

/// Who may do what with a file.
///
/// # Errors
/// It is not there, or cannot be looked at.
pub fn mode(path: &Path) -> io::Result<u32> {
    Ok(fs::metadata(path)?.permissions().mode() & 0o7777)
}

/// Says who may do what with a file.
///
/// # Errors
/// It is somebody else's, or not there.
pub fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(mode))
}

/// Whether a path is a program.
pub fn is_program(path: &Path) -> bool {
    path.is_file() && mode(path).is_ok_and(|mode| mode & 0o111 != 0)
}

/// Makes a symbolic link at a path.
///
/// # Errors
/// Something is there already, or the file system has no links.
pub fn symlink(target: &Path, path: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, path)
}

/// Makes a directory, and those on the way to it, that their owner alone may enter.
///
/// # Errors
/// It cannot be made.
pub fn private_dir(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Opens a file to be written at its end. It has the mode if it is new.
///
/// # Errors
/// It cannot be opened or made.
pub fn append(path: &Path, mode: u32) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).mode(mode).open(path)
}

/// Gives the temporary files of a builder a mode.
pub fn restrict(builder: &mut tempfile::Builder<'_, '_>, mode: u32) {
    builder.permissions(Permissions::from_mode(mode));
}

/// The name of this machine.
pub fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

/// Whoever runs this, where no variable tells a name.
pub fn user() -> String {
    format!("uid {}", rustix::process::getuid().as_raw())
}

/// Keeps keys out of core dumps, and other processes out of this one's memory. Where the system refuses, nothing is
/// lost.
pub fn hide_memory() {
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// The signal that ended a process.
pub fn signal(status: ExitStatus) -> Option<i32> {
    status.signal()
}

/// Starts a command in a group of its own, so that Ctrl-C reaches it only when it should. The group has the number of
/// the process.
pub fn own_group(command: &mut Command) {
    command.process_group(0);
}

/// Asks everything in a group to finish what it cannot leave half done.
pub fn interrupt_group(number: i32) {
    send(number, Signal::INT);
}

/// Ends everything in a group.
pub fn kill_group(number: i32) {
    send(number, Signal::KILL);
}

fn send(group: i32, signal: Signal) {
    // gone already is as good
    let _ = Pid::from_raw(group).map(|pid| kill_process_group(pid, signal));
}

/// Whether any process works in a group.
pub fn is_group_alive(number: i32) -> bool {
    let is_there = Pid::from_raw(number).is_some_and(|pid| test_kill_process_group(pid).is_ok());
    // dead processes that nobody waits for, as in many containers, are there too
    is_there && members(number).is_none_or(|mut states| states.any(|state| !matches!(state, 'Z' | 'X')))
}

/// The states of a group's processes, where the system has files that tell.
fn members(group: i32) -> Option<impl Iterator<Item = char>> {
    let processes = fs::read_dir("/proc").ok()?.flatten();
    let texts = processes.filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok());
    // the name, in brackets, may hold anything; behind it: state, parent, group
    let mut states = texts.filter_map(move |text| {
        let mut fields = text.rsplit_once(')')?.1.split_whitespace();
        let (state, own) = (fields.next()?.chars().next()?, fields.nth(1)?);
        (own.parse() == Ok(group)).then_some(state)
    });
    states.next().map(|first| std::iter::once(first).chain(states))
}

/// Requests are told as long as it lives.
#[derive(Debug)]
pub struct Listening(Handle);

/// Tells of every request that this process stop, in place of ending it.
///
/// # Errors
/// The system gives no handlers.
pub fn listen(mut tell: impl FnMut(Request) + Send + 'static) -> io::Result<Listening> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let handle = signals.handle();
    std::thread::spawn(move || {
        for signal in &mut signals {
            tell(if signal == SIGINT { Request::Interrupt } else { Request::Terminate });
        }
    });
    Ok(Listening(handle))
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// How long a pipe may be silent before nobody is thought to be at its other end.
const PATIENCE: Duration = Duration::from_secs(10);

/// How fast a terminal sends what belongs to one key.
const ONE_KEY: Duration = Duration::from_millis(50);

/// What is typed, byte by byte as a terminal sends it. A terminal shows none of it until this is dropped. A pipe has ended
/// where nothing comes for a while: a pipeline must not hang.
#[derive(Debug)]
pub struct Keyboard(Option<Termios>);

impl Keyboard {
    /// Takes the terminal over, if stdin is one.
    pub fn open() -> Self {
        Keyboard(silence())
    }

    /// Whether there is more to read at once.
    pub fn has_more(&self) -> bool {
        is_ready(ONE_KEY)
    }
}

fn silence() -> Option<Termios> {
    let saved = tcgetattr(io::stdin()).ok()?;
    let mut silent = saved.clone();
    silent.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG);
    silent.input_modes.remove(InputModes::ICRNL);
    tcsetattr(io::stdin(), OptionalActions::Now, &silent).ok()?;
    Some(saved)
}

/// Whether something can be read from stdin, the end of it too, before a time is over.
fn is_ready(within: Duration) -> bool {
    let stdin = io::stdin();
    let timeout = Timespec { tv_sec: within.as_secs().cast_signed(), tv_nsec: within.subsec_nanos().into() };
    !matches!(poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&timeout)), Ok(0))
}

impl Read for Keyboard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.is_none() && !is_ready(PATIENCE) {
            return Ok(0);
        }
        // not through the buffer of `Stdin`: what waits there cannot be waited for
        Ok(rustix::io::retry_on_intr(|| rustix::io::read(io::stdin(), &mut *buffer))?)
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        if let Some(saved) = &self.0 {
            // nobody is left to be told
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, saved);
        }
    }
}
