//! gaia's YAML against the answers of go-yaml v3 that `tests/go/yaml` writes.

use gaia::value::json::{Format, from_json, to_json};
use gaia::value::{Data, Map, Value, float};
use gaia::yaml::{self, NoTags, PlainTags, Timestamp};
use serde_json::Value as Json;

/// Whether go-yaml writes a text so that it reads back: not when a literal begins with a line break, which is lost, or
/// holds line breaks of YAML 1.1, nor `<<`, which is a merge key when read; nor a float without a fraction, which
/// reads back as an integer.
fn survives(value: &Value) -> bool {
    let text_survives =
        |text: &str| !text.starts_with('\n') && !text.contains(['\u{85}', '\u{2028}', '\u{2029}']) && text != "<<";
    match &value.data {
        Data::Str(text) => text_survives(text),
        Data::Float(f) => matches!(yaml::resolve(&float::shortest(*f)), Data::Float(_)),
        Data::Seq(items) => items.iter().all(survives),
        Data::Map(map) => map.iter().all(|(key, value)| text_survives(&key.name) && survives(value)),
        _ => true,
    }
}

/// The answers of a file, one a line.
fn answers(golden: &str) -> Vec<Json> {
    golden.lines().map(|line| serde_json::from_str(line).expect("an answer is one line of JSON")).collect()
}

/// The value in the notation of the answers, in which floats and times are marked.
fn typed(value: &Value) -> Value {
    match &value.data {
        Data::Float(f) => marked("!float", Value::str(float::shortest(*f))),
        Data::Time(t) => {
            let time = Timestamp::parse(t).expect("a time that was read can be read");
            marked("!time", Value::seq(vec![Value::str(time.rfc3339()), Value::str(time.to_string())]))
        }
        Data::Seq(items) => Value::seq(items.iter().map(typed).collect()),
        Data::Map(map) => Value::map(map.iter().map(|(k, v)| (k.clone(), typed(v))).collect()),
        _ => value.clone(),
    }
}

fn marked(mark: &str, value: Value) -> Value {
    Value::map(Map::from_iter([(mark, value)]))
}

/// The reverse of [`typed`], where a time is its text.
fn untyped(json: &Json) -> Value {
    match json {
        Json::Object(entries) => match entries.iter().next().map(|(k, v)| (k.as_str(), v)) {
            Some(("!float", Json::String(text))) => yaml::resolve(text).into(),
            Some(("!time", Json::String(text))) => Data::Time(text.as_str().into()).into(),
            _ => Value::map(entries.iter().map(|(k, v)| (k.clone(), untyped(v))).collect()),
        },
        Json::Array(items) => Value::seq(items.iter().map(untyped).collect()),
        other => other.clone().into(),
    }
}

fn json(value: &Value) -> String {
    to_json(value, Format::COMPACT).expect("typed values can be written as JSON")
}

/// Documents in which the parser follows YAML 1.2 where go-yaml follows 1.1.
const PENDING: &[&str] = &["bom inside", "comment without space", "alias with colon", "anchor with colon"];

/// Fails with every difference at once.
fn report(what: &str, total: usize, differences: &[String]) {
    assert!(differences.is_empty(), "{} of {total} {what} differ:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn scalars_are_read_as_go_yaml_reads_them() {
    let answers = answers(include_str!("go/yaml/scalars.golden"));
    assert!(answers.len() >= 150);
    let mut differences = Vec::new();
    for answer in &answers {
        let text = answer["in"].as_str().expect("a scalar is a string");
        let value = match text.split_once(' ') {
            Some((tag, rest)) if tag.starts_with("!!") => {
                yaml::load_str(&format!("{tag} '{}'", rest.replace('\'', "''")), &mut NoTags).map(|d| d.value)
            }
            _ => Ok(Value::from(yaml::resolve(text))),
        };
        match (value, answer.get("out")) {
            (Err(_), None) => {}
            (Ok(value), Some(wanted)) => {
                let (got, wanted) = (json(&typed(&value)), json(&Value::from(wanted[0].clone())));
                if got != wanted {
                    differences.push(format!("{text:?}: {got} instead of {wanted}"));
                }
                if !text.starts_with("!!") && yaml::is_plain_string(text) != (value.as_str() == Some(text)) {
                    differences.push(format!("{text:?}: whether it is a plain string is not known"));
                }
            }
            (Ok(value), None) => differences.push(format!(
                "{text:?}: read as {}, go-yaml refuses: {}",
                json(&typed(&value)),
                answer["error"]
            )),
            (Err(error), Some(wanted)) => {
                differences.push(format!("{text:?}: refused ({error}), go-yaml reads {wanted}"));
            }
        }
    }
    report("scalars", answers.len(), &differences);
}

#[test]
fn documents_are_read_as_go_yaml_reads_them() {
    let answers = answers(include_str!("go/yaml/documents.golden"));
    assert!(answers.len() >= 80);
    let mut differences = Vec::new();
    for answer in &answers {
        let (name, text) = (&answer["name"], answer["in"].as_str().expect("a document is a string"));
        if name.as_str().is_some_and(|name| PENDING.contains(&name.trim_end_matches(" (quoted)"))) {
            continue;
        }
        match (yaml::load_str(text, &mut PlainTags), answer.get("out")) {
            (Err(error), None) => {
                let message = error.message();
                if !message.starts_with("line ") {
                    differences.push(format!("{name}: the error names no line: {message}"));
                }
            }
            (Ok(document), Some(wanted)) => {
                let (got, wanted) = (json(&typed(&document.value)), json(&Value::from(wanted[0].clone())));
                if got != wanted {
                    differences.push(format!("{name}:\n  {got}\n  instead of\n  {wanted}"));
                }
            }
            (Ok(document), None) => {
                differences.push(format!(
                    "{name}: read as {}, go-yaml refuses: {}",
                    json(&typed(&document.value)),
                    answer["error"]
                ));
            }
            (Err(error), Some(wanted)) => {
                differences.push(format!("{name}: refused ({error}), go-yaml reads {wanted}"));
            }
        }
    }
    report("documents", answers.len(), &differences);
}

#[test]
fn values_are_written_as_go_yaml_writes_them() {
    let answers = answers(include_str!("go/yaml/values.golden"));
    assert!(answers.len() >= 150);
    let mut differences = Vec::new();
    for answer in &answers {
        let (got, wanted) =
            (yaml::to_string(&untyped(&answer["in"])), answer["out"].as_str().expect("YAML is a string"));
        if got != wanted {
            differences.push(format!("{}: {got:?} instead of {wanted:?}", answer["in"]));
        }
    }
    report("values", answers.len(), &differences);
}

#[test]
fn what_is_written_reads_back() {
    for answer in answers(include_str!("go/yaml/values.golden")) {
        let value = untyped(&answer["in"]);
        if !survives(&value) {
            continue;
        }
        let text = yaml::to_string(&value);
        let back = yaml::load_str(&text, &mut NoTags).unwrap_or_else(|e| panic!("{text:?}: {e}")).value;
        assert_eq!(json(&typed(&back)), json(&typed(&value)), "{text:?}");
    }
}

#[test]
fn json_reads_back() {
    let text = r#"{"a":[1,-2,2.5,18446744073709551615,1e+300,true,null,"x\"\\\n\u0001é"],"b":{}}"#;
    assert_eq!(json(&from_json(text).expect("valid JSON")), text);
}
