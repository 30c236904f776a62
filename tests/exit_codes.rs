//! What scripts rely on: exit codes, that nothing waits for somebody who is not there, and variables for options.

mod support;

#[path = "exit_codes/codes.rs"]
mod codes;
#[path = "exit_codes/switches.rs"]
mod switches;
#[path = "exit_codes/unattended.rs"]
mod unattended;
