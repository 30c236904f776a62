//! Everything that a run asks of the world outside the repository: Terraform states and outputs, stores of values,
//! AWS, git, and files that imports name by an address. The engine calls it lazily; a run that needs none of it starts no runtime and opens no connection.
//!
//! Nothing here knows of stacks: what a function needs (a backend section, a component's directory) is handed in.
//! Rules that come from Atmos stand in the documentation of the items that follow them.

pub mod args;
pub mod aws;
pub mod fetch;
pub mod git;
pub mod output;
pub mod process;
pub mod state;
pub mod store;

pub(crate) mod runtime;

mod azure;
mod environment;
mod gcp;
mod http;
mod json;
mod memo;

pub use environment::Environment;
pub(crate) use http::{fetch_list, post_json};
pub use json::from_json;
pub use memo::{Chain, Memo};
