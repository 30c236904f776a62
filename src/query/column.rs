//! Columns: a header and a Go template over a record, from a flag, from `atmos.yaml`, or built in.

mod functions;

use crate::template::{MissingKey, ParseOptions, Template, TemplateError, print_value};
use crate::value::{Map, Value};
use crate::{Error, Result};

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    name: String,
    cell: Cell,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    /// `{{ .name }}`, which most columns are: looked up without a template.
    Field(String),
    Template(String),
}

impl Column {
    /// A column that shows one field of the record.
    pub fn field(name: &str, field: &str) -> Self {
        Column { name: name.to_owned(), cell: Cell::Field(field.to_owned()) }
    }

    /// A column that shows what a Go template makes of the record.
    pub fn template(name: &str, template: &str) -> Self {
        let cell = match field_of(template) {
            Some(field) => Cell::Field(field.to_owned()),
            None => Cell::Template(template.to_owned()),
        };
        Column { name: name.to_owned(), cell }
    }

    /// A column that shows what stands at a path such as `vars.region`.
    fn path(name: &str, path: &str) -> Self {
        Self::template(name, &format!("{{{{ .{path} }}}}"))
    }

    /// Reads one part of `--columns`: `stack`, `Name=field` or `Name={{ template }}`.
    pub fn parse(spec: &str) -> Self {
        match spec.trim().split_once('=') {
            Some((name, value)) if !name.trim().is_empty() => {
                let (name, value) = (name.trim(), value.trim());
                if value.contains("{{") { Self::template(name, value) } else { Self::path(name, value) }
            }
            _ => Self::path(&titled(spec.trim()), spec.trim()),
        }
    }

    /// The columns that a list in `atmos.yaml` configures: maps with `name` and `value`.
    pub fn from_config(columns: Option<&Value>) -> Vec<Self> {
        let columns = columns.and_then(Value::as_seq).unwrap_or_default();
        let text = |column: &Value, key| column.get(key).and_then(Value::as_str).map(str::to_owned);
        columns.iter().filter_map(|c| Some(Self::template(&text(c, "name")?, &text(c, "value")?))).collect()
    }

    /// The header.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the column can be shown from these fields of a record alone.
    pub fn needs_only(&self, fields: &[&str]) -> bool {
        matches!(&self.cell, Cell::Field(field) if fields.contains(&field.as_str()))
    }

    /// The cell of a record.
    ///
    /// # Errors
    /// The template is wrong, or does not fit the record.
    pub fn render(&self, record: &Map) -> Result<String> {
        match &self.cell {
            Cell::Field(field) => Ok(record.get(field).map_or_else(|| NOTHING.to_owned(), text)),
            Cell::Template(template) => {
                let failed = |e: TemplateError| Error::new(format!("the column `{}` cannot be shown: {e}", self.name));
                let functions = functions::all();
                let parsed =
                    Template::parse(&self.name, template, &ParseOptions::default(), functions).map_err(failed)?;
                let mut data = record.clone();
                data.insert("raw", Value::map(record.clone()));
                parsed.render(&Value::map(data), functions, MissingKey::Default).map_err(failed)
            }
        }
    }
}

/// What Go's templates print for what is not there.
const NOTHING: &str = "<no value>";

/// A value as Go's templates print it.
fn text(value: &Value) -> String {
    match value.as_str() {
        Some(text) => text.to_owned(),
        None => print_value(&value.clone().into()),
    }
}

/// The field that a template shows, if it does nothing else.
fn field_of(template: &str) -> Option<&str> {
    let field = template.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim().strip_prefix('.')?;
    let word = !field.is_empty() && field.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    word.then_some(field)
}

/// `stack_count` as `Stack_count`: the header of a column named by its field.
fn titled(field: &str) -> String {
    let mut chars = field.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Map {
        let vars: Map = [("region", Value::from("eu-west-1")), ("azs", Value::seq(vec!["a".into(), "b".into()]))]
            .into_iter()
            .collect();
        [("stack", Value::from("dev")), ("enabled", true.into()), ("stack_count", 3.into()), ("vars", vars.into())]
            .into_iter()
            .collect()
    }

    fn shown(spec: &str) -> (String, String) {
        let column = Column::parse(spec);
        (column.name().to_owned(), column.render(&record()).unwrap())
    }

    #[test]
    fn a_column_is_a_field_or_a_template() {
        for (spec, name, cell) in [
            ("stack", "Stack", "dev"),
            ("stack_count", "Stack_count", "3"),
            ("On=enabled", "On", "true"),
            ("Region={{ .vars.region }}", "Region", "eu-west-1"),
            ("Region=vars.region", "Region", "eu-west-1"),
            ("Up={{ .stack | upper }}", "Up", "DEV"),
            ("Azs={{ join .vars.azs \"+\" }}", "Azs", "a+b"),
            ("Raw={{ .raw.stack }}", "Raw", "dev"),
            ("missing", "Missing", "<no value>"),
            ("Azs=vars.azs", "Azs", "[a b]"),
        ] {
            assert_eq!(shown(spec), (name.into(), cell.into()), "{spec}");
        }
        assert!(Column::parse("X={{ .stack | nope }}").render(&record()).is_err());
    }

    #[test]
    fn only_fields_can_be_told_from_outside() {
        assert!(Column::template("Stack", "{{ .stack }}").needs_only(&["stack"]));
        assert!(!Column::template("Stack", "{{ .stack }}").needs_only(&["component"]));
        assert!(!Column::parse("Region=vars.region").needs_only(&["vars"]));
    }

    #[test]
    fn columns_come_from_the_configuration() {
        let column: Map = [("name", "Region"), ("value", "{{ .vars.region }}")].into_iter().collect();
        let columns = Column::from_config(Some(&Value::seq(vec![column.into(), Value::NULL])));
        assert_eq!(columns, [Column::template("Region", "{{ .vars.region }}")]);
        assert!(Column::from_config(None).is_empty());
    }
}
