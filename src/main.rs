//! The gaia binary: the command line of the `gaia` library.

use std::process::ExitCode;

fn main() -> ExitCode {
    gaia::cli::run(std::env::args_os())
}
