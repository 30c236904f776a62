//! `uuid`.

use super::conv::text;
use crate::template::function::{CallResult, Table};
use crate::template::types::Type;
use crate::template::val::{Object, Val};
use std::any::Any;
use uuid::{Timestamp, Uuid};

pub(super) fn register(table: &mut Table) {
    table.add("uuid.V1", || Uuid::new_v1(Timestamp::now(uuid::ContextV1::new_random()), &rand::random()).to_string());
    table.add("uuid.V4", || Uuid::new_v4().to_string());
    table.add("uuid.Nil", || Uuid::nil().to_string());
    table.add("uuid.IsValid", |val: Val| Uuid::parse_str(&text(&val)).is_ok());
    table.add("uuid.Parse", |val: Val| -> CallResult {
        let text = text(&val);
        Ok(Val::object(Parsed(Uuid::parse_str(&text).map_err(|_| format!("`{text}` is no UUID"))?)))
    });
}

/// A UUID as a value of templates.
struct Parsed(Uuid);

impl Object for Parsed {
    fn type_of(&self) -> Type {
        Type::Struct("uuid.UUID")
    }

    fn member(&self, name: &str, _: &[Val]) -> Option<CallResult> {
        Some(match name {
            "String" => Ok(Val::str(self.0.to_string())),
            "URN" => Ok(Val::str(format!("urn:uuid:{}", self.0))),
            _ => return None,
        })
    }

    fn display(&self) -> String {
        self.0.to_string()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
