//! Compares templates with what real Go, sprig and gomplate answered (`tests/go/template/`).

use gaia::template::{Functions, LocalDatasources, MissingKey, ParseOptions, Template, Val};
use gaia::value::{Data, Map, Value};
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

#[derive(Deserialize)]
struct Golden {
    name: String,
    template: String,
    #[serde(default)]
    matches: String,
    default: Option<String>,
    strict: Option<String>,
    #[serde(default)]
    error: String,
}

/// Where we answer otherwise than Go, and why.
#[derive(Deserialize)]
struct Deviation {
    ours: Option<String>,
    reason: String,
}

fn read<T: for<'de> Deserialize<'de>>(path: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/template").join(path);
    serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn value_of(json: serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::NULL,
        serde_json::Value::Bool(b) => b.into(),
        serde_json::Value::Number(number) if number.to_string().contains(['.', 'e', 'E']) => {
            Data::Float(number.as_f64().unwrap()).into()
        }
        serde_json::Value::Number(number) => number.as_i64().unwrap().into(),
        serde_json::Value::String(text) => text.into(),
        serde_json::Value::Array(items) => Value::seq(items.into_iter().map(value_of).collect()),
        serde_json::Value::Object(map) => map.into_iter().map(|(k, v)| (k, value_of(v))).collect::<Map>().into(),
    }
}

fn functions(group: &str) -> Functions {
    let mut functions = match group.split('_').next() {
        Some("language") => Functions::builtin(),
        Some("gomplate") => Functions::builtin().with_gomplate(),
        Some("atmos") => Functions::builtin().with_gomplate().with_sprig(),
        _ => Functions::builtin().with_sprig(),
    };
    functions = functions.with_datasources(Arc::new(LocalDatasources::new("", [])));
    functions = functions.with_environment(|name| (name == "GAIA_TEST").then(|| "from the environment".to_owned()));
    functions.insert("atmosComponent", |arguments| {
        let texts: Vec<_> = arguments.iter().filter_map(Val::as_str).collect();
        let outputs = Map::from_iter([("vpc_id", format!("{}-123", texts.join("-")))]);
        Ok(Val::from(Value::map(Map::from_iter([("outputs", Value::map(outputs))]))))
    });
    functions
}

fn render(golden: &Golden, data: &Value, group: &str, missing: MissingKey) -> Result<String, String> {
    let functions = &functions(group);
    let template = Template::parse(&golden.name, &golden.template, &ParseOptions::default(), functions);
    template.and_then(|template| template.render(data, functions, missing)).map_err(|e| e.to_string())
}

/// Compares one group; gives the names of what differs without being known to.
fn compare(group: &str, data: &Value, deviations: &BTreeMap<String, Deviation>) -> (usize, Vec<String>) {
    let goldens: Vec<Golden> = read(&format!("golden/{group}.json"));
    let mut wrong = Vec::new();
    for golden in &goldens {
        let name = format!("{group}/{}", golden.name);
        let lenient = render(golden, data, group, MissingKey::Default);
        if !golden.matches.is_empty() {
            let pattern = Regex::new(&format!("^(?s:{})$", golden.matches)).unwrap();
            if !lenient.as_ref().is_ok_and(|text| pattern.is_match(text)) {
                wrong.push(format!("{name}: {lenient:?} does not match `{}`", golden.matches));
            }
            continue;
        }
        let strict = render(golden, data, group, MissingKey::Error);
        if let Some(known) = deviations.get(&name) {
            assert_eq!(lenient.clone().ok(), known.ours, "{name} is a known deviation: {}", known.reason);
            assert_ne!(lenient.ok(), golden.default, "{name} no longer deviates");
            continue;
        }

        for (ours, go) in [(&lenient, &golden.default), (&strict, &golden.strict)] {
            if ours.as_ref().ok() != go.as_ref() {
                wrong.push(format!("{name}: `{}`\n  ours {ours:?}\n  go   {go:?} {}", golden.template, golden.error));
                break;
            }
        }
    }
    (goldens.len(), wrong)
}

#[test]
fn templates_answer_as_real_go_does() {
    // the goldens were made in UTC and beside their files, and a process learns its time zone once
    if std::env::var_os("GAIA_GOLDENS").is_none() {
        let test = Command::new(std::env::current_exe().unwrap())
            .args(["templates_answer_as_real_go_does", "--exact", "--nocapture"])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/template"))
            .envs([("TZ", "UTC"), ("GAIA_GOLDENS", "1")])
            .output()
            .unwrap();
        assert!(test.status.success(), "{}", String::from_utf8_lossy(&test.stderr));
        return;
    }
    let data = value_of(read("data.json"));
    let deviations: BTreeMap<String, Deviation> = read("deviations.json");
    let mut groups: Vec<_> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/template/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    groups.sort();
    let (mut count, mut wrong) = (0, Vec::new());
    for group in &groups {
        let (compared, mut differing) = compare(group, &data, &deviations);
        count += compared;
        wrong.append(&mut differing);
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 65, "only {count} goldens");
}
