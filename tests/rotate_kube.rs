//! Rotations down to Kubernetes, a real API server, and the servers behind it.

#[path = "cert/authority.rs"]
mod authority;
#[path = "rotate/aws.rs"]
mod aws;
#[path = "rotate/cluster.rs"]
mod cluster;
#[path = "rotate/declare.rs"]
mod declare;
#[path = "outside/http.rs"]
mod http;
#[path = "rotate/kube.rs"]
mod kube;
#[path = "outside/moto.rs"]
mod moto;
#[path = "rotate/proxy.rs"]
mod proxy;
#[path = "rotate/scene.rs"]
mod scene;
#[path = "cert/server.rs"]
mod server;
mod support;

/// A program that `scripts/setup-tests.sh` installs.
fn missing(what: &str) -> ! {
    panic!("{what} is missing: run `scripts/setup-tests.sh` first")
}
