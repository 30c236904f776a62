//! What bounds the work over values: a map may have been put into itself, or a hundred times into another.

/// How many values may be visited, and how deep.
const MAX_VALUES: usize = 2_000_000;
const MAX_DEPTH: usize = 200;

/// The longest text and the longest list that a function may make.
pub(super) const MAX_TEXT: usize = 16 << 20;
pub(super) const MAX_LIST: usize = 1_000_000;

/// What is left for a walk over a value.
pub(super) struct Budget {
    values: usize,
    depth: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Budget { values: MAX_VALUES, depth: MAX_DEPTH }
    }

    /// Goes into a list or map, unless the budget is spent.
    pub(super) fn enter<T>(&mut self, inner: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.values == 0 || self.depth == 0 {
            return None;
        }
        self.values -= 1;
        self.depth -= 1;
        let result = inner(self);
        self.depth += 1;
        Some(result)
    }
}

/// Whether a text of that length may be made.
pub(super) fn check_length(length: usize) -> Result<(), &'static str> {
    if length > MAX_TEXT { Err("the text gets too long") } else { Ok(()) }
}
