//! The modules stand in strict order of dependence: each may use only those of lower rank.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Ranks of `docs/architecture.md`, lowest first. Modules on one line may not use each other, but for those of the
/// first: `text`, `error` and `code` are one thing.
const RANKS: &[&[&str]] = &[
    &["text", "error", "code", "platform"],
    &["value"],
    &["yaml"],
    &["hcl"],
    &["yq"],
    &["template"],
    &["schema"],
    &["external"],
    &["workspace"],
    &["engine"],
    &["graph"],
    &["affected"],
    &["pipeline"],
    &["query"],
    &["workflow"],
    &["validate"],
    &["scaffold"],
    &["runner"],
    &["cert"],
    &["delegate"],
    &["output"],
    &["cli"],
];

fn rank(module: &str) -> Option<usize> {
    RANKS.iter().position(|modules| modules.contains(&module))
}

#[test]
fn no_module_uses_one_of_higher_rank() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for entry in walkdir::WalkDir::new(&source) {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let path = entry.path().strip_prefix(&source).unwrap();
        let module = path.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if matches!(module, "lib" | "main") {
            continue;
        }
        let Some(own) = rank(module) else {
            wrong.push(format!("{}: `{module}` has no rank", path.display()));
            continue;
        };
        for used in used_modules(&fs::read_to_string(entry.path()).unwrap()) {
            let allowed = used == module || rank(&used).is_none_or(|other| other < own || (own == 0 && other == 0));
            if !allowed {
                wrong.push(format!("{}: `{module}` uses `{used}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "edges against the order of ranks:\n{}", wrong.join("\n"));
}

/// The top-level modules that a source file names: every `crate::name`, and every name in `crate::{…}`.
fn used_modules(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut used = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => used.extend(heads(group).iter().map(|name| first_word(name))),
            None => drop(used.insert(first_word(rest))),
        }
    }
    used
}

/// The items of a `{a::b, c::{d, e}}` group whose opening brace is gone, split at its own commas.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut items) = (0, vec![String::new()]);
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            other if depth == 0 => items.last_mut().unwrap().push(other),
            _ => {}
        }
    }
    items
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn used_modules_are_found() {
    let text = "use crate::text::Span;\nuse crate::{error::{Error, Result}, value::Map};\nlet x = crate::yaml::load();\n// crate::cli\n";
    assert_eq!(used_modules(text).into_iter().collect::<Vec<_>>(), ["error", "text", "value", "yaml"]);
}
