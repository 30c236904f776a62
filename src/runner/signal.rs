//! Ctrl-C and its kin, as numbers of how urgently somebody asks to stop.

use super::hold::Hold;
use crate::error::{Error, Result};
use crate::platform::{self, Listening, Request};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

/// Signals to this process while a run lasts. The first Ctrl-C asks to start nothing more, the second to interrupt what
/// runs, the third to kill it. A request to terminate interrupts at once.
#[derive(Debug)]
pub struct Signals {
    level: Arc<AtomicU8>,
    listener: Arc<Mutex<Option<Sender<u8>>>>,
    _listening: Listening,
    _hold: Hold,
}

impl Signals {
    /// Listens from now on; signals that come before a run are told to it when it begins.
    ///
    /// # Errors
    /// The system gives no handlers.
    pub fn listen() -> Result<Signals> {
        let hold = Hold::begin();
        let (level, listener) = (Arc::new(AtomicU8::new(0)), Arc::new(Mutex::new(None::<Sender<u8>>)));
        let (raised, told) = (Arc::clone(&level), Arc::clone(&listener));
        let listening = platform::listen(move |request| {
            let at_least = if request == Request::Interrupt { 1 } else { 2 };
            let next = (raised.load(Ordering::Relaxed) + 1).clamp(at_least, 3);
            raised.store(next, Ordering::Relaxed);
            if let Some(listener) = &*told.lock().unwrap_or_else(PoisonError::into_inner) {
                // a run that is over needs no signals
                let _ = listener.send(next);
            }
        });
        let listening = listening.map_err(|e| Error::new(format!("cannot listen to signals: {e}")))?;
        Ok(Signals { level, listener, _listening: listening, _hold: hold })
    }

    /// How urgently somebody asked so far: 0 not at all.
    pub fn level(&self) -> u8 {
        self.level.load(Ordering::Relaxed)
    }

    /// Tells a run from now on.
    pub(super) fn tell(&self, listener: Sender<u8>) {
        let mut slot = self.listener.lock().unwrap_or_else(PoisonError::into_inner);
        if self.level() > 0 {
            let _ = listener.send(self.level());
        }
        *slot = Some(listener);
    }
}
