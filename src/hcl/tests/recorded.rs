//! What real Atmos printed of components' code, where its answers lie beside this project.

use super::super::{Modules, Printed};
use crate::value::Value;
use crate::value::json::{Format, from_json, to_json};
use std::fs;
use std::path::Path;

#[test]
fn prints_what_was_recorded() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(corpus) = here.ancestors().map(|d| d.join("shared/corpus")).find(|d| d.is_dir()) else {
        println!("skipped: no recorded answers of Atmos beside this project");
        return;
    };
    let modules = Modules::default();
    let mut compared = 0;
    for case in ["atmos", "own"].into_iter().flat_map(|set| fs::read_dir(corpus.join(set)).unwrap()) {
        let case = case.unwrap().path();
        let Ok(answers) = fs::read_dir(case.join("expected")) else { continue };
        for answer in answers.map(|a| a.unwrap().path()).filter(|a| a.extension().is_some_and(|e| e == "json")) {
            compared += usize::from(compare(&case, &answer, &modules));
        }
    }
    assert!(compared > 50, "{compared} compared");
}

/// Whether the answer says anything of code, and says what it ought to.
fn compare(case: &Path, answer: &Path, modules: &Modules) -> bool {
    let root = case.join("repo").to_str().unwrap().to_owned();
    let text = fs::read_to_string(answer).unwrap().replace("{{CASE}}", &root);
    let Ok(recorded) = from_json(&text) else { return false };
    let Some(info) = recorded.get("component_info") else { return false };
    let (Some(path), Some(expected)) =
        (info.get("component_path").and_then(Value::as_str), info.get("terraform_config"))
    else {
        return false;
    };
    let config = match modules.get(Path::new(path)).printed().unwrap() {
        Printed::Config(config) => config,
        Printed::Missing | Printed::Skipped => Value::NULL,
    };
    let print = |value: &Value| to_json(value, Format::PRETTY).unwrap();
    assert_eq!(print(&config), print(expected), "{}", answer.display());
    true
}
