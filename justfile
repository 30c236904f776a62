# Recipes for those who work on gaia. `just` alone lists them.

_list:
    @just --list

# Build the release binary.
build:
    cargo build --release

# Install what the tests need, and run them all.
test *ARGS:
    scripts/test {{ ARGS }}

# Format, lints and documentation, as CI checks them.
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

# Compare with recorded answers of Atmos: all of them, or the cases that match a glob.
corpus GLOB="*":
    GAIA_CASES='{{ GLOB }}' cargo test --test corpus -- --nocapture

# Compare on random repositories.
fuzz:
    cargo test --test corpus recorded_random_repositories -- --nocapture

# Let a fuzzer look for inputs that crash gaia: yaml, template, manifest, yq, hcl. Needs nightly Rust and cargo-fuzz.
crash TARGET SECONDS="600":
    scripts/seed-fuzz.sh
    cargo +nightly fuzz run --sanitizer none {{ TARGET }} -- -max_total_time={{ SECONDS }} -timeout=20 -rss_limit_mb=3000

# Make what a release consists of, for this machine or for the targets named.
dist *TARGETS:
    scripts/dist {{ TARGETS }}

# Check that gaia compiles for macOS and Windows, or for the targets named.
targets *TARGETS:
    scripts/check-targets {{ TARGETS }}

# Measure speed and memory on synthetic repositories.
bench *ARGS:
    cargo bench --bench commands -- {{ ARGS }}

# Measure templates side by side with Copier.
bench-copier:
    scripts/setup-tests.sh copier
    cargo build --release
    target/copier/bin/python tests/copier/bench.py target/release/gaia

# Write the generated pages of the documentation anew.
reference:
    GAIA_DOCS=update cargo test --test docs the_reference

# Build the documentation, and open it.
book:
    scripts/setup-tests.sh book
    target/tools/bin/mdbook build docs --open

# Write the shell completions anew.
completions:
    #!/usr/bin/env bash
    set -euo pipefail
    cargo build --quiet
    for shell in bash zsh fish powershell elvish; do
      target/debug/gaia completions "$shell" >"completions/gaia.$shell"
    done

# All that CI does.
ci:
    bash .ci/run </dev/null
