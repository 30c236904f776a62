//! The binary: parses, calls, and maps errors to an exit code.

fn main() {}
