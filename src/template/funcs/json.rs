//! Sprig's JSON.

use crate::template::function::Table;
use crate::template::json::{read, write};
use crate::template::val::{Str, Val};
use crate::value::json::Dialect;

pub(super) fn register(table: &mut Table) {
    let pretty = Some("  ");
    // the lenient functions give nothing where the strict ones fail
    table.add("fromJson", |text: Str| read(&text).unwrap_or(Val::NIL));
    table.add("mustFromJson", |text: Str| read(&text));
    table.add("toJson", |val: Val| write(&val, Dialect::Standard, None).unwrap_or_default());
    table.add("mustToJson", |val: Val| write(&val, Dialect::Standard, None));
    table.add("toPrettyJson", move |val: Val| write(&val, Dialect::Standard, pretty).unwrap_or_default());
    table.add("mustToPrettyJson", move |val: Val| write(&val, Dialect::Standard, pretty));
    table.add("toRawJson mustToRawJson", |val: Val| write(&val, Dialect::Raw, None));
}
