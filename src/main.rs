//! The gaia binary: the command line of the `gaia` library.

use std::process::ExitCode;

/// Values of stacks are many small allocations, made on every core at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    gaia::cli::run(std::env::args_os())
}
