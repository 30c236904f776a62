//! A file of attributes alone, such as `*.tfvars`, as Atmos's `!include` reads it.

use super::evaluate::Evaluator;
use super::problem::Problems;
use crate::error::{Error, Result};
use crate::text::SourceId;
use crate::value::{Data, Map, Value};
use hcl_edit::Span as _;

/// The constant attributes of an HCL text, as Atmos makes them YAML: numbers lose their fraction, null is an empty map.
///
/// # Errors
/// The text is no HCL, holds blocks, or an attribute is no constant.
pub fn attributes(text: &str) -> Result<Value> {
    let line = |offset: usize| 1 + text.bytes().take(offset).filter(|b| *b == b'\n').count();
    let body = hcl_edit::parser::parse_body(text)
        .map_err(|e| Error::new(format!("invalid HCL in line {}: {}", e.location().line(), e.message())))?;
    if let Some(block) = body.blocks().next() {
        let line = line(block.span().map_or(0, |s| s.start));
        let what = format!("the block `{}` in line {line} cannot be included", block.ident.as_str());
        return Err(Error::new(what).hint("an included HCL file holds attributes alone: `name = value`"));
    }
    let mut map = Map::default();
    for attribute in body.attributes() {
        let mut problems = Problems::default();
        let value = Evaluator::new(SourceId::NONE, &mut problems).value(&attribute.value);
        let Some(value) = value else {
            let line = line(attribute.span().map_or(0, |s| s.start));
            let why = problems.0.first().map(|p| p.error.message().to_owned()).unwrap_or_default();
            return Err(Error::new(format!("`{}` in line {line}: {why}", attribute.key.as_str())));
        };
        map.insert(attribute.key.as_str(), included(&value));
    }
    Ok(map.into())
}

fn included(value: &Value) -> Value {
    match &value.data {
        Data::Null => Value::empty_map(),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a float beyond 64 bits becomes the last integer, as in Go"
        )]
        Data::Float(number) => Data::Int(number.trunc() as i64).into(),
        Data::Seq(items) => Value::seq(items.iter().map(included).collect()),
        Data::Map(map) => map.iter().map(|(k, v)| (&*k.name, included(v))).collect::<Map>().into(),
        data => data.clone().into(),
    }
}
