//! Copier's own tests, from its source distribution, run with gaia in Copier's place. `scripts/setup-tests.sh copier` gets
//! them; `tests/copier/conformance/gaia_shim.py` puts gaia in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

const KNOWN: &str = "tests/copier/conformance/known-failures.txt";

/// Which tests fail is known exactly: one that fails anew is a bug, and one that does not any more goes from the list.
#[test]
fn copiers_own_tests_pass() {
    let Ok(home) = fs::canonicalize("target/copier").and_then(|home| home.join("src").canonicalize().map(|_| home))
    else {
        println!("Copier is not installed: its own tests do not run");
        return;
    };
    let here = fs::canonicalize("tests/copier/conformance").expect("a directory");
    let output = tempfile::tempdir().expect("a temporary directory");
    let (results, log) = (output.path().join("results"), output.path().join("log"));
    let log_file = fs::File::create(&log).expect("a file");
    let path = std::env::join_paths(
        std::iter::once(home.join("bin")).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let mut pytest = Command::new(home.join("bin/python"));
    pytest.current_dir(home.join("src")).args(["-m", "pytest", "-p", "gaia_shim", "-n", "2", "-q"]);
    pytest.args(["--timeout", "120", "--spawn-timeout", "10", "-o", "addopts=", "-p", "no:cacheprovider", "tests"]);
    pytest.env("GAIA_BIN", concat!(env!("CARGO_BIN_EXE_gaia"), " template")).env("GAIA_RESULTS", &results);
    pytest.env("GAIA_LEFT_OUT", here.join("left-out.txt")).env("PYTHONPATH", &here).env_remove("CI");
    pytest.env("PATH", path.expect("a path")).env("PYTHONDONTWRITEBYTECODE", "1");
    pytest.args(["--basetemp".as_ref(), output.path().join("tmp").as_os_str()]);
    let stderr = log_file.try_clone().expect("a file");
    pytest.stdout(log_file).stderr(stderr).status().expect("pytest runs");

    let failures = failures(&results);
    let known = fs::read_to_string(KNOWN).expect("a file");
    let known: BTreeSet<_> = known.lines().filter(|line| !line.starts_with('#')).collect();
    let failed: BTreeSet<_> = failures.iter().filter(|(_, why)| why.is_some()).map(|(id, _)| id.as_str()).collect();
    let tail = || {
        let log = fs::read_to_string(&log).unwrap_or_default();
        log.lines().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("\n")
    };
    assert!(failures.len() > 1000, "only {} tests ran\n{}", failures.len(), tail());
    let anew: Vec<_> = failed
        .difference(&known)
        .map(|id| format!("{id}\n  {}", failures[*id].as_deref().unwrap_or_default()))
        .collect();
    assert!(anew.is_empty(), "{} of {} tests fail anew:\n{}", anew.len(), failures.len(), anew.join("\n"));
    let gone: Vec<_> = known.difference(&failed).collect();
    assert!(gone.is_empty(), "these pass, and go from {KNOWN}: {gone:#?}");
    println!("{} of {} tests of Copier pass", failures.len() - failed.len(), failures.len());
}

/// Every test that has run, and why it failed.
fn failures(results: &Path) -> BTreeMap<String, Option<String>> {
    let text = fs::read_to_string(results).unwrap_or_default();
    let mut tests = BTreeMap::new();
    for line in text.lines() {
        let result: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let passed = matches!(result["outcome"].as_str(), Some("passed" | "xfailed" | "skipped"));
        let why = (!passed).then(|| result["text"].as_str().unwrap_or_default().to_owned());
        let entry = tests.entry(result["id"].as_str().expect("a name").to_owned()).or_insert(None);
        *entry = entry.take().or(why);
    }
    tests
}
