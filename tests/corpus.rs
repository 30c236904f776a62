//! Differential tests: gaia's answers against those that Atmos 1.226.1 gave to the same repositories.
//!
//! `tests/corpus` holds cases of our own. Larger collections are used where they lie beside the project, in
//! `../shared/corpus`. `GAIA_CASES=glob` runs the matching cases alone.

mod harness;

use harness::case::Case;
use harness::known;
use harness::run::{Outcome, run_all};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder beside the project, or `None` after a line that says that it is missing.
fn shared(path: &str) -> Option<PathBuf> {
    let folder = project().join("../shared").join(path);
    let found = folder.canonicalize().ok();
    if found.is_none() {
        println!("skipped: there is no {}", folder.display());
    }
    found
}

fn check(suite: &str, root: &Path) {
    let mut cases = Case::load_all(root);
    if let Ok(glob) = std::env::var("GAIA_CASES") {
        let glob = globset::Glob::new(&glob).expect("GAIA_CASES is a glob").compile_matcher();
        cases.retain(|case| glob.is_match(&case.name));
    } else {
        assert!(!cases.is_empty(), "no cases in {}", root.display());
    }
    known::verify(suite, &run_all(suite, &cases));
}

#[test]
fn own_cases() {
    check("corpus", &project().join("tests/corpus"));
}

#[test]
fn recorded_fixtures() {
    if let Some(root) = shared("corpus/atmos") {
        check("shared-atmos", &root);
    }
}

#[test]
fn recorded_handmade_cases() {
    if let Some(root) = shared("corpus/own") {
        check("shared-own", &root);
    }
}

/// One line of the report of `fuzz_repo.py`.
#[derive(Deserialize)]
struct Entry {
    case: String,
    run: String,
    failure: Option<String>,
}

/// The generator of random repositories is a Python program that runs the binary itself.
#[test]
fn recorded_random_repositories() {
    let (Some(program), Some(cases)) = (shared("tools/fuzz_repo.py"), shared("corpus/fuzz")) else { return };
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.json");
    let mut python = Command::new("python3");
    python.arg(program).arg("check").arg(env!("CARGO_BIN_EXE_gaia")).arg(cases).arg("--json").arg(&report);
    let output = python.output().expect("python3 is installed");
    let text = std::fs::read_to_string(&report)
        .unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)));

    let entries: Vec<Entry> = serde_json::from_str(&text).unwrap();
    assert!(!entries.is_empty());
    let outcome =
        |entry: Entry| Outcome { name: format!("shared-fuzz/{} {}", entry.case, entry.run), failure: entry.failure };
    known::verify("shared-fuzz", &entries.into_iter().map(outcome).collect::<Vec<_>>());
}
