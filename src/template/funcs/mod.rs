//! The functions that templates call: Go's own, and those of sprig.

// the interpreter hands arguments over by value, whatever a function does with them
#![allow(clippy::needless_pass_by_value)]

pub(super) mod cast;
mod certs;
pub(super) mod compare;
pub(super) mod crypto;
mod dates;
mod decimal;
mod defaults;
mod dicts;
mod encoding;
pub(super) mod environment;
mod json;
mod keys;
pub(super) mod language;
mod lists;
mod math;
mod paths;
pub(super) mod random;
mod reflect;
mod regexes;
mod semver;
pub(super) mod strings;
mod urls;
pub(super) mod words;

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
    dates::register(&mut table);
    decimal::register(&mut table);
    paths::register(&mut table);
    urls::register(&mut table);
    semver::register(&mut table);
    environment::register(&mut table);
    random::register(&mut table);
    crypto::register(&mut table);
    certs::register(&mut table);
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
