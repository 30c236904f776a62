//! What differs between operating systems: modes of files, links, processes and their groups, signals, keys. Both sides
//! have the same functions; nobody else asks which system it is.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

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
