//! Scaffolding: projects from templates that Copier understands too, and their updates.
//!
//! The way of a copy: `source` gets the template and reads its `copier.yml`; `questions` collects answers; `tree` walks
//! the template, renders paths (`paths`) and contents (`jinja`) and hands them to `write`; `tasks` runs commands. An
//! update renders the old and the new version beside the project and merges what differs.
//!
//! Copier 9 defines what is right. Nothing here prints or reads from a terminal: that is a [`Console`].

mod answers;
mod apply;
mod bundled;
mod check;
mod console;
mod copy;
mod data;
pub mod environment;
mod external;
mod jinja;
mod journal;
mod json;
mod merge;
mod moment;
mod objects;
mod paths;
mod patterns;
mod pretend;
mod questions;
mod request;
mod settings;
mod show;
mod source;
mod tasks;
mod texts;
mod tree;
mod trees;
mod trust;
mod update;
mod worker;
mod write;

pub use answers::read_data;
pub use apply::{Made, Preview, preview, write};
pub use bundled::{Bundled, bundled, export};
pub use check::{Update, check_update};
pub use console::{Action, Console, Decision, Reply};
pub use copy::{copy, recopy};
pub use data::Data;
pub use questions::{Choice, Prompt, PromptKind};
pub use request::{Conflict, Request, Revision};
pub use settings::Settings;
pub use show::{Asked, Description, describe};
pub use update::update;
