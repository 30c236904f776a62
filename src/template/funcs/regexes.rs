//! Sprig's regular expressions.

use crate::template::collection::List;
use crate::template::function::{CallResult, Table};
use crate::template::regex::{GoRegex, quote_meta};
use crate::template::val::Str;

pub(super) fn register(table: &mut Table) {
    table.add("regexMatch", |pattern: Str, s: Str| GoRegex::new(&pattern).is_ok_and(|regex| regex.is_match(&s)));
    table.add("mustRegexMatch", |pattern: Str, s: Str| Ok(GoRegex::new(&pattern)?.is_match(&s)));
    table.add("regexFind mustRegexFind", |pattern: Str, s: Str| Ok(GoRegex::new(&pattern)?.find(&s).to_owned()));
    table.add("regexFindAll mustRegexFindAll", |pattern: Str, s: Str, count: isize| -> CallResult<List> {
        Ok(GoRegex::new(&pattern)?.find_all(&s, count))
    });
    table.add("regexReplaceAll mustRegexReplaceAll", |pattern: Str, s: Str, new: Str| {
        GoRegex::new(&pattern)?.replace_all(&s, &new)
    });
    table.add("regexReplaceAllLiteral mustRegexReplaceAllLiteral", |pattern: Str, s: Str, new: Str| {
        GoRegex::new(&pattern)?.replace_all_literal(&s, &new)
    });
    table.add("regexSplit mustRegexSplit", |pattern: Str, s: Str, count: isize| -> CallResult<Vec<String>> {
        Ok(GoRegex::new(&pattern)?.split(&s, count))
    });
    table.add("regexQuoteMeta", |s: Str| quote_meta(&s));
}
