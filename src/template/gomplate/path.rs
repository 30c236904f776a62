//! `path` and `filepath`, which are the same where paths have slashes.

use super::conv::text;
use crate::template::collection::List;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::path;
use crate::template::val::Val;

pub(super) fn register(table: &mut Table) {
    table.add("path.Base filepath.Base", |val: Val| path::base(&text(&val)));
    table.add("path.Clean filepath.Clean", |val: Val| path::clean(&text(&val)));
    table.add("path.Dir filepath.Dir", |val: Val| path::dir(&text(&val)));
    table.add("path.Ext filepath.Ext", |val: Val| path::ext(&text(&val)).to_owned());
    table.add("path.IsAbs filepath.IsAbs", |val: Val| text(&val).starts_with('/'));
    table.add("path.Join filepath.Join", |vals: Rest<Val>| path::join(&vals.0.iter().map(text).collect::<Vec<_>>()));
    table.add("path.Match filepath.Match", |pattern: Val, name: Val| -> CallResult<bool> {
        path::matches(&text(&pattern), &text(&name)).ok_or_else(|| "syntax error in pattern".into())
    });
    table.add("path.Split filepath.Split", |val: Val| {
        let whole = text(&val);
        let (dir, file) = path::split(&whole);
        List::strings([dir, file])
    });
    table.add("filepath.FromSlash filepath.ToSlash", |val: Val| text(&val));
    table.add("filepath.Rel", |from: Val, to: Val| -> CallResult<String> {
        let (from, to) = (text(&from), text(&to));
        path::relative(&from, &to).ok_or_else(|| format!("there is no way from `{from}` to `{to}`").into())
    });
    table.add("filepath.VolumeName", |_: Val| "");
}
