//! What a question lets one choose from.

use super::question::Question;
use crate::error::{Error, Result};
use crate::scaffold::data;
use crate::yaml::python;
use minijinja::Value;
use minijinja::value::ValueKind;

/// One of the answers that a question allows.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is shown.
    pub label: String,
    /// The answer.
    pub value: Value,
    /// Why it cannot be chosen; empty when it can.
    pub disabled: String,
}

impl Question<'_> {
    /// The choices, rendered. Every one must be of the question's type.
    pub(super) fn choices(&self) -> Result<Vec<Choice>> {
        self.read_choices().map_err(|error| self.point(error, "choices"))
    }

    fn read_choices(&self) -> Result<Vec<Choice>> {
        let Some(given) = self.property("choices") else { return Ok(Vec::new()) };
        let given = match given.as_str() {
            Some(text) => {
                let text = self.render("choices", text)?;
                data::from_node(python::load(&text)?)?
            }
            None => given.clone(),
        };
        if !matches!(given.kind(), ValueKind::Map | ValueKind::Seq) {
            return Err(Error::new(format!("choices must be a list or a mapping, but are {}", data::repr(&given))));
        }
        let items: Vec<_> = match given.kind() {
            ValueKind::Map => data::pairs(&given).into_iter().map(|(k, v)| (k, Some(v))).collect(),
            _ => data::items(&given).into_iter().map(pair).collect::<Result<_>>()?,
        };
        items.into_iter().map(|(label, value)| self.choice(&label, value)).collect()
    }

    fn choice(&self, label: &Value, value: Option<Value>) -> Result<Choice> {
        let shown = data::text(&self.render_value("choices", label)?);
        let is_own_label = value.is_none();
        let mut value = value.unwrap_or_else(|| label.clone());
        let mut disabled = String::new();
        if value.kind() == ValueKind::Map && !is_own_label {
            let extended = data::data(&value);
            let own = extended.get("value").ok_or_else(|| Error::new("Property 'value' is required"))?.clone();
            if let Some(validator) = extended.get("validator") {
                let Some(text) = validator.as_str() else {
                    return Err(Error::new("Property 'validator' must be a string"));
                };
                disabled = self.render("choices", text)?;
            }
            value = own;
        }
        let value = self.render_value("choices", &value)?;
        // what the list shows stands for a value that is nothing
        let value = if value.is_none() { Value::from(shown.clone()) } else { value };
        self.cast(&value)?;
        Ok(Choice { label: shown, value, disabled })
    }
}

/// `[label, value]`, or a value that is its own label.
fn pair(item: Value) -> Result<(Value, Option<Value>)> {
    if item.kind() != ValueKind::Seq {
        return Ok((item, None));
    }
    match data::items(&item).as_slice() {
        [label, value] => Ok((label.clone(), Some(value.clone()))),
        other => Err(Error::new(format!("a choice has a label and a value, but here are {} items", other.len()))),
    }
}
