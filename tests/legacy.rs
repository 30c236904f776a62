//! What the Python CLI and its repository leave behind: its commands and options, and the workflows of its dialect.

mod support;

#[path = "legacy/dialect.rs"]
mod dialect;
#[path = "legacy/old_repository.rs"]
mod old_repository;
#[path = "legacy/surface.rs"]
mod surface;
