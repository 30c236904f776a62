//! Events as JSON, a line each.

use crate::runner::{Event, Sink};
use std::io::{Write, stdout};

/// Writes events to stdout. A reader that went away does not end the run.
pub(super) struct Stream;

impl Sink for Stream {
    fn event(&mut self, event: &Event) {
        if let Ok(mut line) = serde_json::to_vec(event) {
            line.push(b'\n');
            let mut out = stdout().lock();
            let _ = out.write_all(&line).and_then(|()| out.flush());
        }
    }
}
