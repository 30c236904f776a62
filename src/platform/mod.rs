//! What differs between operating systems: modes of files, links, processes and their groups, signals, keys. Both sides
//! have the same functions; nobody else asks which system it is. On top of them, files that are written whole.

mod files;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

pub use files::{Readers, write_lasting, write_whole};
#[cfg(unix)]
pub use unix::*;
#[cfg(windows)]
pub use windows::*;

/// What the system asks of gaia.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Request {
    /// Ctrl-C.
    Interrupt,
    /// Somebody wants it to end, or its terminal is gone.
    Terminate,
}
