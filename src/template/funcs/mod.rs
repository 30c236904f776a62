//! The functions that templates call: Go's own, and those of sprig.

// the interpreter hands arguments over by value, whatever a function does with them
#![allow(clippy::needless_pass_by_value)]

mod cast;
mod compare;
mod defaults;
mod dicts;
mod encoding;
mod json;
mod language;
mod lists;
mod math;
mod reflect;
mod regexes;
mod strings;
mod words;

use super::function::{Functions, Table};
use std::sync::{Arc, LazyLock};

static BUILTIN: LazyLock<Arc<Table>> = LazyLock::new(|| {
    let mut table = Table::default();
    language::register(&mut table);
    compare::register(&mut table);
    Arc::new(table)
});

static SPRIG: LazyLock<Arc<Table>> = LazyLock::new(|| {
    let mut table = Table::default();
    strings::register(&mut table);
    lists::register(&mut table);
    dicts::register(&mut table);
    defaults::register(&mut table);
    math::register(&mut table);
    encoding::register(&mut table);
    json::register(&mut table);
    regexes::register(&mut table);
    reflect::register(&mut table);
    Arc::new(table)
});

impl Functions {
    /// The functions of the language itself: `print`, `index`, `eq` and their like.
    pub fn builtin() -> Self {
        Functions::default().with_layer(&BUILTIN)
    }

    /// Adds sprig's functions above those that are there, as Atmos puts them above gomplate's.
    #[must_use]
    pub fn with_sprig(self) -> Self {
        self.with_layer(&SPRIG)
    }
}
