//! `regexp`.

use super::conv::{text, to_int};
use super::wrong_count;
use crate::template::collection::List;
use crate::template::funcs::cast;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::regex::{GoRegex, quote_meta};
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("regexp.Find", |pattern: Val, s: Val| Ok(regex(&pattern)?.find(&text(&s)).to_owned()));
    table.add("regexp.FindAll", |vals: Rest<Val>| -> CallResult<List> {
        let (pattern, count, s) = counted(&vals.0)?;
        Ok(GoRegex::new(&pattern)?.find_all(&s, count))
    });
    table.add("regexp.Match", |pattern: Val, s: Val| Ok(regex(&pattern)?.is_match(&text(&s))));
    table.add("regexp.QuoteMeta", |s: Val| quote_meta(&text(&s)));
    table.add("regexp.Replace", |pattern: Val, new: Val, s: Val| regex(&pattern)?.replace_all(&text(&s), &text(&new)));
    table.add("regexp.ReplaceLiteral", |pattern: Val, new: Val, s: Val| {
        regex(&pattern)?.replace_all_literal(&text(&s), &text(&new))
    });
    table.add("regexp.Split", |vals: Rest<Val>| -> CallResult<Vec<String>> {
        let (pattern, count, s) = counted(&vals.0)?;
        Ok(GoRegex::new(&pattern)?.split(&s, count))
    });
}

fn regex(pattern: &Val) -> CallResult<GoRegex> {
    GoRegex::new(&text(pattern))
}

/// A pattern, perhaps a limit, and a text.
fn counted(vals: &[Val]) -> CallResult<(Str, isize, Str)> {
    match vals {
        [pattern, s] => Ok((text(pattern), -1, text(s))),
        [pattern, count, s] => Ok((text(pattern), cast::isize(to_int(count)), text(s))),
        vals => Err(wrong_count("2 or 3", vals.len())),
    }
}
