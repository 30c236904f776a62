//! Ctrl-C and its kin, as numbers of how urgently somebody asks to stop.

use super::hold::Hold;
use crate::error::{Error, Result};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::{Handle, Signals as Hook};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

/// Signals to this process while a run lasts. The first Ctrl-C asks to start nothing more, the second to interrupt what
/// runs, the third to kill it. A request to terminate interrupts at once.
#[derive(Debug)]
pub struct Signals {
    level: Arc<AtomicU8>,
    listener: Arc<Mutex<Option<Sender<u8>>>>,
    handle: Handle,
    _hold: Hold,
}

impl Signals {
    /// Listens from now on; signals that come before a run are told to it when it begins.
    ///
    /// # Errors
    /// The system gives no handlers.
    pub fn listen() -> Result<Signals> {
        let mut hook =
            Hook::new([SIGINT, SIGTERM, SIGHUP]).map_err(|e| Error::new(format!("cannot listen to signals: {e}")))?;
        let (level, listener) = (Arc::new(AtomicU8::new(0)), Arc::new(Mutex::new(None::<Sender<u8>>)));
        let signals = Signals {
            level: Arc::clone(&level),
            listener: Arc::clone(&listener),
            handle: hook.handle(),
            _hold: Hold::begin(),
        };
        std::thread::spawn(move || {
            for signal in &mut hook {
                let at_least = if signal == SIGINT { 1 } else { 2 };
                let next = (level.load(Ordering::Relaxed) + 1).clamp(at_least, 3);
                level.store(next, Ordering::Relaxed);
                if let Some(listener) = &*listener.lock().unwrap_or_else(PoisonError::into_inner) {
                    // a run that is over needs no signals
                    let _ = listener.send(next);
                }
            }
        });
        Ok(signals)
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

impl Drop for Signals {
    fn drop(&mut self) {
        self.handle.close();
    }
}
