//! Ctrl-C while something is on the screen that must be taken off it first.

use signal_hook::consts::SIGINT;
use signal_hook::flag;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// As long as one lives, Ctrl-C does not end gaia: whoever holds it says what happens instead.
#[derive(Debug)]
pub struct Hold(());

/// Whether Ctrl-C ends gaia. Handlers of signals cannot be taken back, so one stays that asks this.
static ENDS: OnceLock<Arc<AtomicBool>> = OnceLock::new();
static HOLDS: Mutex<usize> = Mutex::new(0);

impl Hold {
    /// Holds Ctrl-C off from now on.
    pub fn begin() -> Hold {
        let mut holds = HOLDS.lock().unwrap_or_else(PoisonError::into_inner);
        *holds += 1;
        let ends = ENDS.get_or_init(|| {
            let ends = Arc::new(AtomicBool::new(true));
            // without a handler everything is as if nobody held it
            let _ = flag::register_conditional_default(SIGINT, Arc::clone(&ends));
            ends
        });
        ends.store(false, Ordering::Relaxed);
        Hold(())
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut holds = HOLDS.lock().unwrap_or_else(PoisonError::into_inner);
        *holds -= 1;
        if let Some(ends) = ENDS.get().filter(|_| *holds == 0) {
            ends.store(true, Ordering::Relaxed);
        }
    }
}
