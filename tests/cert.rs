//! Certificates: read, checked, converted, with certificates made here.

#[path = "cert/authority.rs"]
mod authority;
#[path = "cert/check.rs"]
mod check;
#[path = "cert/convert.rs"]
mod convert;
#[path = "cert/issue.rs"]
mod issue;
#[path = "cert/server.rs"]
mod server;
mod support;
#[path = "support/terminal.rs"]
mod terminal;
