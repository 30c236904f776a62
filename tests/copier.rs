//! Templates and updates as Copier makes them: real Copier 9.19.1, which `scripts/setup-tests.sh copier` installs, and gaia
//! make the same of the cases in `tests/copier/cases/`, to the byte. Where Copier is not installed, what it made of them
//! once, `tests/copier/recorded.json`, stands for it.

#[path = "copier/case.rs"]
mod case;
#[path = "copier/conflicts.rs"]
mod conflicts;
#[path = "copier/interrupted.rs"]
mod interrupted;
#[path = "copier/keys.rs"]
mod keys;
#[path = "copier/safety.rs"]
mod safety;
#[path = "copier/sources.rs"]
mod sources;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use case::Case;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const RECORDED: &str = "tests/copier/recorded.json";

/// What Copier makes of the cases, while it works on them.
struct Judge {
    child: Child,
    output: tempfile::NamedTempFile,
}

impl Judge {
    /// Starts Copier where it is installed.
    fn start() -> Option<Self> {
        let python = Path::new("target/copier/bin/python");
        if !python.exists() {
            println!("Copier is not installed: the recorded answers stand for it");
            return None;
        }
        let output = tempfile::NamedTempFile::new().expect("a temporary file");
        let cache = fs::canonicalize("target/copier").expect("a directory").join("answers.json");
        let child = Command::new(python).arg("tests/copier/judge.py").arg(output.path()).arg(cache).arg("2").spawn();
        Some(Judge { child: child.expect("Python starts"), output })
    }

    fn answers(mut self) -> String {
        assert!(self.child.wait().expect("Python ends").success(), "the judge failed");
        fs::read_to_string(self.output.path()).expect("answers")
    }
}

/// What gaia makes of the cases, on two cores.
fn own(cases: &[Case]) -> Vec<Value> {
    let next = AtomicUsize::new(0);
    let records = Mutex::new(vec![Value::Null; cases.len()]);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((index, case)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|index| Some((index, cases.get(index)?)))
                {
                    let record = case.run();
                    records.lock().expect("no panic")[index] = record;
                }
            });
        }
    });
    records.into_inner().expect("no panic")
}

/// How two records differ; empty when they do not.
fn difference(own: &Value, expected: &Value) -> String {
    let mut report = String::new();
    for key in ["codes", "says", "status"] {
        if own.get(key) != expected.get(key) {
            let _ = writeln!(report, "  {key}\n    gaia   {:?}\n    copier {:?}", own.get(key), expected.get(key));
        }
    }
    let tree = |record: &Value| record["tree"].as_object().cloned().unwrap_or_default();
    let (own, expected) = (tree(own), tree(expected));
    for path in own.keys().chain(expected.keys()).collect::<BTreeSet<_>>() {
        if own.get(path) != expected.get(path) {
            let show = |entry: Option<&Value>| entry.map_or_else(|| "nothing".to_owned(), Value::to_string);
            let _ = writeln!(
                report,
                "  {path}\n    gaia   {}\n    copier {}",
                show(own.get(path)),
                show(expected.get(path))
            );
        }
    }
    report
}

#[test]
fn gaia_makes_what_copier_makes() {
    let judge = Judge::start();
    let cases = case::load();
    let own = own(&cases);
    let recorded = fs::read_to_string(RECORDED).unwrap_or_else(|_| "[]".to_owned());
    let answers = judge.map_or_else(|| recorded.clone(), Judge::answers);
    if std::env::var_os("GAIA_RECORD").is_some() {
        fs::write(RECORDED, &answers).expect("a file");
    } else {
        assert!(answers == recorded, "Copier's answers are not those of {RECORDED}: GAIA_RECORD=1 writes them anew");
    }
    let answers: Vec<Value> = serde_json::from_str(&answers).expect("JSON");
    let mut wrong = Vec::new();
    for (case, own) in cases.iter().zip(&own) {
        let expected = answers.iter().find(|answer| answer["name"] == case.name.as_str());
        let expected = expected.unwrap_or_else(|| panic!("{} is not recorded: GAIA_RECORD=1 is needed", case.name));
        let report = difference(own, expected);
        match (report.is_empty(), &case.differs) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(why)) => wrong.push(format!("{}: does not differ, although {why}", case.name)),
            (false, None) => {
                wrong.push(format!("{}\n{report}{}", case.name, own["stderr"].as_str().unwrap_or_default()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases differ\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// There are as many cases as the project promises, and updates among them.
#[test]
fn there_are_cases_enough() {
    let cases = case::load();
    let updates = cases.iter().filter(|case| case.is_update()).count();
    assert!(cases.len() - updates >= 150 && updates >= 40, "{} cases, {updates} of them updates", cases.len());
    let names: BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
}
