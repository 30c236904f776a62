//! Rotations: moto's server is AWS, servers here serve what they should, and a proxy makes calls fail.

#[path = "cert/authority.rs"]
mod authority;
#[path = "rotate/aws.rs"]
mod aws;
#[path = "rotate/declare.rs"]
mod declare;
#[path = "rotate/faults.rs"]
mod faults;
#[path = "outside/http.rs"]
mod http;
#[path = "outside/moto.rs"]
mod moto;
#[path = "rotate/plans.rs"]
mod plans;
#[path = "rotate/preflight.rs"]
mod preflight;
#[path = "rotate/proxy.rs"]
mod proxy;
#[path = "rotate/scene.rs"]
mod scene;
#[path = "cert/server.rs"]
mod server;
#[path = "rotate/sources.rs"]
mod sources;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

/// A program that `scripts/setup-tests.sh` installs.
fn missing(what: &str) -> ! {
    panic!("{what} is missing: run `scripts/setup-tests.sh` first")
}
