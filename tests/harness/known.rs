//! The list of runs that are known to fail. It keeps the tests honest both ways: a run that fails must be on it, and
//! one that passes must not.

use super::run::Outcome;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/known-failures.txt");
const HEADER: &str = "# Runs that are known to fail, as `suite/case run`. It only gets shorter: see CONTRIBUTING.md.\n";
const SHOWN: usize = 60;

/// Suites of one test run share the file.
static WRITING: Mutex<()> = Mutex::new(());

/// Panics with a readable report unless the failures of `suite` are those that are known. With `GAIA_KNOWN=update`
/// the list is written anew instead.
pub(crate) fn verify(suite: &str, outcomes: &[Outcome]) {
    let failed: Vec<_> = outcomes.iter().filter_map(|o| Some((o.name.as_str(), o.failure.as_deref()?))).collect();
    println!("{suite}: {} of {} runs pass", outcomes.len() - failed.len(), outcomes.len());
    if std::env::var("GAIA_KNOWN").is_ok_and(|value| value == "update") {
        return update(outcomes);
    }

    let known = read();
    let news: Vec<_> = failed.iter().filter(|(name, _)| !known.contains(*name)).collect();
    let healed: Vec<_> = outcomes.iter().filter(|o| o.failure.is_none() && known.contains(&o.name)).collect();
    let mut report = String::new();
    for (name, failure) in news.iter().take(SHOWN) {
        let _ = writeln!(report, "  {name}: {failure}");
    }
    if news.len() > SHOWN {
        let _ = writeln!(report, "  … and {} more", news.len() - SHOWN);
    }
    if !healed.is_empty() {
        let _ = writeln!(report, "these pass now; take them off tests/corpus/known-failures.txt:");
        for outcome in healed {
            let _ = writeln!(report, "{}", outcome.name);
        }
    }
    assert!(report.is_empty(), "{} runs of `{suite}` fail, and are not known to:\n{report}", news.len());
}

fn read() -> BTreeSet<String> {
    let text = std::fs::read_to_string(LIST).unwrap_or_default();
    text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn update(outcomes: &[Outcome]) {
    let _guard = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut known = read();
    for outcome in outcomes {
        if outcome.failure.is_some() {
            known.insert(outcome.name.clone());
        } else {
            known.remove(&outcome.name);
        }
    }
    let lines: Vec<String> = known.into_iter().collect();
    std::fs::write(Path::new(LIST), format!("{HEADER}{}\n", lines.join("\n"))).unwrap();
}
