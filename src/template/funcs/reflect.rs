//! Sprig's look at types.

use super::compare::deep_equal;
use crate::template::function::Table;
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("typeOf", |val: Val| type_of(&val));
    table.add("typeIs", |wanted: Str, val: Val| *wanted == *type_of(&val));
    table.add("typeIsLike", |wanted: Str, val: Val| {
        let found = type_of(&val);
        *wanted == *found || found.strip_prefix('*') == Some(&wanted)
    });
    table.add("kindOf", |val: Val| kind_of(&val));
    table.add("kindIs", |wanted: Str, val: Val| *wanted == *kind_of(&val));
    table.add("deepEqual", |a: Val, b: Val| deep_equal(&a, &b));
}

fn type_of(val: &Val) -> String {
    val.type_of().map_or_else(|| "<nil>".to_owned(), |t| t.to_string())
}

fn kind_of(val: &Val) -> &'static str {
    val.type_of().map_or("invalid", |t| t.kind())
}
