//! `gaia validate` on broken repositories: each case with its expected diagnostics.
//!
//! A case of `tests/invalid/*.txt` is a text: `-- path --` begins a file of the repository, `-- expected --` the
//! diagnostics, one a line, as `file:line:column severity CODE message`. Files that all cases share (atmos.yaml, two
//! Terraform components, a sound stack) come from `tests/invalid/base.txt`. `GAIA_INVALID=update` rewrites what is expected.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use support::Repo;

/// One repository and what is wrong with it.
struct Case {
    path: PathBuf,
    files: Vec<(String, String)>,
    expected: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid")
}

/// The files of a text with `-- path --` lines.
fn split(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.trim_end().strip_prefix("-- ").and_then(|l| l.strip_suffix(" --")) {
            Some(path) => files.push((path.to_owned(), String::new())),
            None => {
                if let Some((_, content)) = files.last_mut() {
                    content.push_str(line);
                }
            }
        }
    }
    files
}

fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt") && p.file_stem().is_some_and(|s| s != "base"));
    paths.sort();
    let base = split(&std::fs::read_to_string(folder().join("base.txt")).unwrap());
    let load = |path: PathBuf| {
        let own = split(&std::fs::read_to_string(&path).unwrap());
        let expected = own.iter().find(|(name, _)| name == "expected").map(|(_, t)| t.clone()).unwrap_or_default();
        let own: Vec<_> = own.into_iter().filter(|(name, _)| name != "expected").collect();
        // `-- path --` with `(none)` takes a shared file away
        let shared = base.iter().filter(|(name, _)| !own.iter().any(|(n, _)| n == name)).cloned();
        let files = shared.chain(own.iter().filter(|(_, t)| t.trim() != "(none)").cloned()).collect();
        Case { path, files, expected }
    };
    paths.into_iter().map(load).collect()
}

fn diagnose(case: &Case) -> String {
    let repo = case.files.iter().fold(Repo::empty(), |repo, (path, text)| repo.file(path, text));
    let run = repo.run(&["validate", "--format", "json"]);
    let name = case.path.display();
    assert!(run.code == 0 || run.code == 1, "{name}: exit {}: {}", run.code, run.stderr);
    let answer: serde_json::Value =
        serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{name}: {e}: {}", run.stdout));
    let diagnostics = answer["diagnostics"].as_array().unwrap();
    let errors = diagnostics.iter().any(|d| d["severity"] == "error");
    assert_eq!(run.code, i32::from(errors), "{name}: the exit code");
    let line = |d: &serde_json::Value| {
        let text = |key: &str| d[key].as_str().unwrap_or("-").to_owned();
        format!(
            "{}:{}:{} {} {} {}\n",
            text("file"),
            d["line"],
            d["column"],
            text("severity"),
            text("code"),
            text("message")
        )
    };
    diagnostics.iter().map(line).collect()
}

#[test]
fn broken_repositories_are_told_what_is_wrong_with_them() {
    let update = std::env::var_os("GAIA_INVALID").is_some_and(|v| v == "update");
    let filter = std::env::var("GAIA_CASES").unwrap_or_default();
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 150, "only {} cases", cases.len());
    for case in cases.iter().filter(|c| c.path.to_string_lossy().contains(&filter)) {
        let found = diagnose(case);
        if found == case.expected {
            continue;
        }
        if update {
            let text = std::fs::read_to_string(&case.path).unwrap();
            let head = text.split("-- expected --\n").next().unwrap();
            std::fs::write(&case.path, format!("{head}-- expected --\n{found}")).unwrap();
        } else {
            let name = case.path.file_name().unwrap().to_string_lossy().into_owned();
            wrong.push(format!("{name}\nexpected:\n{}found:\n{found}", case.expected));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each check is shown at work in two cases at least.
#[test]
fn every_code_has_two_cases() {
    let mut seen: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for case in cases() {
        for code in case.expected.split_whitespace().filter(|w| w.len() == 6 && w.starts_with("GA0")) {
            seen.entry(code.to_owned()).or_default().insert(case.path.clone());
        }
    }
    // those of policies and certificates have cases of their own
    let own = gaia::code::all().filter(|c| !matches!(&c.id[2..4], "06" | "07" | "08" | "10"));
    let missing: Vec<&str> = own.filter(|c| seen.get(c.id).is_none_or(|s| s.len() < 2)).map(|c| c.id).collect();
    assert!(missing.is_empty(), "fewer than two cases: {missing:?}");
}

/// A sound repository has no problem at all.
#[test]
fn the_shared_files_are_sound() {
    let files = split(&std::fs::read_to_string(folder().join("base.txt")).unwrap());
    let case = Case { path: folder().join("base.txt"), files, expected: String::new() };
    assert_eq!(diagnose(&case), "");
}
