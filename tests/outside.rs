//! What gaia asks of the world outside, against servers on this machine: moto for AWS, a real Redis, and small HTTP
//! servers that speak the few words of the others. `scripts/setup-tests.sh` installs what is needed.

#[path = "outside/commands.rs"]
mod commands;
#[path = "outside/http.rs"]
mod http;
#[path = "outside/identity.rs"]
mod identity;
#[path = "outside/imports.rs"]
mod imports;
#[path = "outside/moto.rs"]
mod moto;
#[path = "outside/outputs.rs"]
mod outputs;
#[path = "outside/states.rs"]
mod states;
#[path = "outside/stores.rs"]
mod stores;

use gaia::value::{Value, json::from_json};

/// A value written as JSON.
fn value(text: &str) -> Value {
    from_json(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

/// A program that `scripts/setup-tests.sh` installs.
fn missing(what: &str) -> ! {
    panic!("{what} is missing: run `scripts/setup-tests.sh` first")
}
