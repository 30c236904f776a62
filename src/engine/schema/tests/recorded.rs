//! The manifests of every recorded case: those of a repository that Atmos describes have no problem, and one that it
//! refuses for its schema has at least one.

use super::super::Schema;
use crate::Result;
use crate::text::SourceMap;
use crate::value::Value;
use crate::yaml::{self, NoTags, PlainTags, TagResolver, Tagged};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// As the engine reads tags, but for `!include`: what stands for one stays a string, which fits wherever one is used.
struct Tags;

impl TagResolver for Tags {
    fn resolve(&mut self, node: Tagged<'_>) -> Result<Value> {
        if node.tag == "!literal" { Ok(node.untagged()) } else { PlainTags.resolve(node) }
    }
}

#[test]
fn accepts_and_refuses_what_was_recorded() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(corpus) = here.ancestors().map(|d| d.join("shared/corpus")).find(|d| d.is_dir()) else {
        println!("skipped: no recorded answers of Atmos beside this project");
        return;
    };
    let (mut accepted, mut refused) = (0, 0);
    for case in ["atmos", "own"].into_iter().flat_map(|set| fs::read_dir(corpus.join(set)).unwrap()) {
        let case = case.unwrap().path();
        let Some(was_refused) = recorded(&case) else { continue };
        let problems = problems(&case);
        assert_eq!(!problems.is_empty(), was_refused, "{}: {problems:#?}", case.display());
        *(if was_refused { &mut refused } else { &mut accepted }) += 1;
    }
    assert!(accepted > 100 && refused > 5, "{accepted} accepted, {refused} refused");
}

/// Whether `describe stacks` was refused for the schema; `None` when it was for something else, or not recorded.
fn recorded(case: &Path) -> Option<bool> {
    let case: serde_json::Value = serde_json::from_str(&fs::read_to_string(case.join("case.json")).unwrap()).unwrap();
    let run = case["runs"].as_array()?.iter().find(|run| run["id"] == "describe-stacks")?;
    let said = run["stderr_text"].as_str().unwrap_or_default();
    match run["exit"].as_i64() {
        None | Some(0) => Some(false),
        Some(_) => said.contains(": error: ").then_some(true),
    }
}

/// Every problem of every manifest under the stacks' folder of a case.
fn problems(case: &Path) -> Vec<String> {
    let meta: serde_json::Value = serde_json::from_str(&fs::read_to_string(case.join("case.json")).unwrap()).unwrap();
    let root = case.join("repo").join(meta["dir"].as_str().unwrap_or("."));
    let config = fs::read_to_string(root.join("atmos.yaml")).unwrap_or_default();
    let config = yaml::load_str(&config, &mut NoTags).unwrap_or_default().value;
    let setting = |keys: &[&str]| config.dig(keys.iter().copied()).and_then(Value::as_str).map(str::to_owned);
    let base = root.join(setting(&["base_path"]).unwrap_or_default());
    let stacks = base.join(setting(&["stacks", "base_path"]).unwrap_or_else(|| "stacks".to_owned()));
    let own = setting(&["schemas", "atmos", "manifest"]).unwrap_or_default();
    let schema = Schema::from_setting(&own, &base).unwrap();
    let sources = SourceMap::default();
    let check = |path: PathBuf| {
        let source = sources.add(&path, fs::read_to_string(&path).unwrap(), false);
        schema.check_file(&source, &mut Tags).into_iter().map(move |e| format!("{}: {e}", path.display()))
    };
    let files = WalkDir::new(stacks).into_iter().filter_map(|entry| entry.ok().map(walkdir::DirEntry::into_path));
    files.filter(|f| f.extension().is_some_and(|e| e == "yaml" || e == "yml")).flat_map(check).collect()
}
