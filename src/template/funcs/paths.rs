//! Sprig's paths.

use crate::template::function::Table;
use crate::template::path;
use crate::template::val::Str;

pub(super) fn register(table: &mut Table) {
    table.add("base osBase", |s: Str| path::base(&s));
    table.add("dir osDir", |s: Str| path::dir(&s));
    table.add("clean osClean", |s: Str| path::clean(&s));
    table.add("ext osExt", |s: Str| path::ext(&s).to_owned());
    table.add("isAbs osIsAbs", |s: Str| s.starts_with('/'));
}
