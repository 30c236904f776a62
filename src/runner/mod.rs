//! Runs a graph of commands: in order, several at once, with a journal. What the commands mean is told by whoever asks
//! for the run ([`Meaning`]).
//!
//! ```text
//! steps ─ schedule (who may start) ─ process (one group each) ─ listener (what its lines mean) ─ events ─┬─ journal
//!            ↑                            ↑                                                              └─ display
//!         outcomes                 Ctrl-C, timeouts
//! ```
//! [`Schedule`] is pure: it knows neither time nor processes. [`execute`] gives it both. Everything that happens is an
//! [`Event`]; the journal and every display live on nothing else.

mod attempt;
mod event;
mod execute;
mod hold;
mod journal;
mod lock;
mod process;
mod schedule;
mod signal;
mod step;

pub use event::{Event, Happening, Sink, Status, Told};
pub use execute::execute;
pub use hold::Hold;
pub use journal::{Journal, Record, Run, Runs, State, StepRecord, write_private};
pub use lock::{Holder, Lock, Locked};
pub use process::Command;
pub use schedule::{Schedule, Skip, waves};
pub use signal::Signals;
pub use step::{Ended, Finish, Limits, Listener, Meaning, Outcome, Step, Verdict};

/// The time, as events and records tell it: RFC 3339, UTC, in milliseconds.
pub fn now() -> String {
    let now = jiff::Timestamp::now();
    format!("{now:.3}")
}
