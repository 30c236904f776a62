//! `data`: JSON, YAML, TOML and CSV, read and written.

use super::conv::text;
use super::{csv, toml};
use crate::template::collection::{Dict, List};
use crate::template::error::CallError;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::json;
use crate::template::types::Type;
use crate::template::val::{Str, Val};
use crate::value::Value;
use crate::value::json::Dialect;
use crate::yaml::{self, NoTags};
use std::collections::BTreeMap;

pub(super) fn register(table: &mut Table) {
    table.add("data.JSON json data.YAML yaml", |val: Val| map(&text(&val)));
    table.add("data.JSONArray jsonArray data.YAMLArray yamlArray", |val: Val| list(&text(&val)));
    table.add("data.TOML toml", |val: Val| toml::read(&text(&val)));
    table.add("data.CSV csv", |arguments: Rest<Str>| rows(&arguments.0));
    table.add("data.CSVByRow csvByRow", |arguments: Rest<Str>| rows_by_name(&arguments.0));
    table.add("data.CSVByColumn csvByColumn", |arguments: Rest<Str>| columns(&arguments.0));
    table.add("data.ToJSON toJSON", |val: Val| json::write(&val, Dialect::Codec, None));
    table.add("data.ToJSONPretty toJSONPretty", |indent: Str, val: Val| -> CallResult<String> {
        let pretty = json::write(&val, Dialect::Codec, Some("\t"))?;
        // no text of JSON holds a tab, so those at the beginning of a line are all there are
        Ok(pretty.replace('\t', &indent))
    });
    table.add("data.ToYAML toYAML", |val: Val| yaml::to_string(&val.to_value()));
    table.add("data.ToTOML toTOML", |val: Val| toml::write(&val.to_value()));
    table.add("data.ToCSV toCSV", to_csv);
}

fn document(text: &str) -> CallResult<yaml::Document> {
    yaml::load_str(text, &mut NoTags).map_err(|e| CallError::new(e.message()))
}

/// A map of YAML, which JSON is too.
pub(super) fn map(text: &str) -> CallResult<Value> {
    let document = document(text)?;
    match document.value.as_map() {
        Some(_) => Ok(document.value),
        None if document.value.is_null() => Ok(Value::empty_map()),
        None => Err(format!("expected a map, got a {}", document.value.type_name()).into()),
    }
}

/// A list of YAML, which JSON is too.
pub(super) fn list(text: &str) -> CallResult<Value> {
    let document = document(text)?;
    match document.value.as_seq() {
        Some(_) => Ok(document.value),
        // gomplate begins with a list of one nil
        None if !document.has_node => Ok(Value::seq(vec![Value::NULL])),
        None if document.value.is_null() => Ok(Value::seq(Vec::new())),
        None => Err(format!("expected a list, got a {}", document.value.type_name()).into()),
    }
}

/// The head and the records of a CSV text, before which a separator and a head may stand.
fn parse_csv(arguments: &[Str]) -> CallResult<(Vec<String>, Vec<Vec<String>>)> {
    let split = |head: &str, comma: &str| head.split(comma).map(str::to_owned).collect::<Vec<_>>();
    let (comma, head, text) = match arguments {
        [text] => (",", None, &**text),
        [first, text] => match first.len() {
            0 => (",", Some(Vec::new()), &**text),
            1 => (&**first, None, &**text),
            _ => (",", Some(split(first, ",")), &**text),
        },
        [comma, head, text] => (&**comma, Some(split(head, comma)), &**text),
        _ => (",", None, ""),
    };
    let Some(comma) = comma.chars().next().filter(|c| !matches!(c, '"' | '\r' | '\n')) else {
        return Err("bad separator of CSV".into());
    };
    let mut records = csv::read(text, comma)?;
    let head = match head {
        _ if records.is_empty() => head.unwrap_or_default(),
        None => records.remove(0),
        Some(head) if head.is_empty() => (0..records[0].len()).map(column_name).collect(),
        Some(head) => head,
    };
    if records.iter().any(|record| record.len() > head.len()) {
        return Err("a record of CSV has more fields than there are names".into());
    }
    Ok((head, records))
}

/// `A` to `Z`, then `AA`, `BB` and so on.
fn column_name(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    std::iter::repeat_n(letter, index / 26 + 1).collect()
}

fn rows(arguments: &[Str]) -> CallResult<List> {
    let (head, records) = parse_csv(arguments)?;
    let rows = std::iter::once(head).chain(records).map(|record| Val::List(List::strings(record))).collect();
    Ok(List::new(&Type::STRINGS, rows))
}

fn rows_by_name(arguments: &[Str]) -> CallResult<List> {
    let (head, records) = parse_csv(arguments)?;
    let row = |record: Vec<String>| {
        let fields = head.iter().zip(record).map(|(name, field)| (Str::from(&**name), Val::str(field))).collect();
        Val::Dict(Dict::of_type(&Type::String, fields))
    };
    Ok(List::new(&Type::Map(&Type::String), records.into_iter().map(row).collect()))
}

fn columns(arguments: &[Str]) -> CallResult<Dict> {
    let (head, records) = parse_csv(arguments)?;
    let mut columns: BTreeMap<Str, Vec<String>> = BTreeMap::new();
    for record in records {
        for (name, field) in head.iter().zip(record) {
            columns.entry(Str::from(&**name)).or_default().push(field);
        }
    }
    let columns = columns.into_iter().map(|(name, fields)| (name, Val::List(List::strings(fields)))).collect();
    Ok(Dict::of_type(&Type::STRINGS, columns))
}

fn to_csv(vals: Rest<Val>) -> CallResult<String> {
    let (comma, val) = match &*vals.0 {
        [val] => (",", val),
        [comma, val] => (comma.as_str().ok_or("the separator of CSV is a string")?, val),
        _ => return Ok(String::new()),
    };
    let bad = || CallError::new(format!("CSV is made of a list of lists, not of {}", val.type_name()));
    let Val::List(list) = val else { return Err(bad()) };
    let mut records = Vec::new();
    for item in list.items() {
        let Val::List(record) = item else { return Err(bad()) };
        let strings = *record.element() == Type::String && *list.element() != Type::Any;
        if !strings && *record.element() != Type::Any {
            return Err(bad());
        }
        records.push(record.items().iter().map(|field| text(field).to_string()).collect());
    }
    let comma = comma.chars().next().filter(|c| !matches!(c, '"' | '\r' | '\n')).ok_or("bad separator of CSV")?;
    Ok(csv::write(&records, comma))
}

/// What a text of a media type holds.
pub(super) fn parse(media_type: &str, content: &str) -> CallResult<Value> {
    match media_type {
        "application/json" | "application/yaml" | "application/x-yaml" => {
            map(content).or_else(|e| list(content).map_err(|_| e))
        }
        "application/array+json" => list(content),
        "text/csv" => Ok(Val::List(rows(&[content.into()])?).to_value()),
        "application/toml" => toml::read(content),
        "application/x-env" => Ok(dotenv(content)),
        "text/plain" | "application/text" => Ok(content.into()),
        other => Err(format!("data sources of type `{other}` are not supported").into()),
    }
}

/// The variables of a `.env` file.
fn dotenv(content: &str) -> Value {
    let mut map = crate::value::Map::default();
    for line in content.lines() {
        let line = line.trim();
        let line = line.strip_prefix("export ").unwrap_or(line);
        let Some((name, value)) = line.split_once(['=', ':']).filter(|_| !line.starts_with('#')) else { continue };
        let value = value.trim();
        let value = match value.as_bytes() {
            [b'"', .., b'"'] if value.len() > 1 => value[1..value.len() - 1].replace("\\n", "\n").replace("\\\"", "\""),
            [b'\'', .., b'\''] if value.len() > 1 => value[1..value.len() - 1].to_owned(),
            _ => value.split(" #").next().unwrap_or(value).trim_end().to_owned(),
        };
        map.insert(name.trim(), value);
    }
    map.into()
}
