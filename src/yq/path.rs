//! Paths without operators, walked without an interpreter: `.a.b`, `.a["b-c"]`, `.list[0]`, `.list.0`.

use crate::value::{Data, Value};
use std::borrow::Cow;

/// The steps of a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path(Vec<Step>);

#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// A name; of a list, the number of an item.
    Key(String),
    /// An item, from the end when negative; of a map, the key of that name.
    Item(i64),
}

impl Path {
    /// The path that an expression is, if it is nothing but a path.
    pub(super) fn parse(expression: &str) -> Option<Self> {
        let mut rest = expression.trim();
        if rest == "." {
            return Some(Path(Vec::new()));
        }
        let mut steps = Vec::new();
        if !rest.starts_with('.') {
            return None;
        }
        while !rest.is_empty() {
            let dotted = rest.strip_prefix('.');
            rest = dotted.unwrap_or(rest);
            if let Some(inside) = rest.strip_prefix('[') {
                let (step, after) = bracketed(inside)?;
                steps.push(step);
                rest = after;
            } else {
                dotted?;
                let (key, after) = if rest.starts_with('"') { quoted(rest)? } else { bare(rest)? };
                steps.push(Step::Key(key));
                rest = after;
            }
        }
        Some(Path(steps))
    }

    /// The value there; null where there is none.
    pub(super) fn walk(&self, root: &Value) -> Result<Value, String> {
        let mut at = Cow::Borrowed(root);
        for step in &self.0 {
            let next = match (&at.data, step) {
                (Data::Map(map), Step::Key(key)) => map.get(key).cloned(),
                (Data::Map(map), Step::Item(n)) => map.get(&n.to_string()).cloned(),
                (Data::Seq(items), Step::Item(n)) => item(items, *n).cloned(),
                (Data::Seq(items), Step::Key(key)) => match key.parse() {
                    Ok(n) => item(items, n).cloned(),
                    Err(_) => return Err(format!("a list has no key `{key}`")),
                },
                // yq finds nothing inside a scalar
                _ => None,
            };
            at = Cow::Owned(next.unwrap_or_default());
        }
        Ok(at.into_owned())
    }
}

fn item(items: &[Value], n: i64) -> Option<&Value> {
    let n = if n < 0 { i64::try_from(items.len()).ok()?.checked_add(n)? } else { n };
    items.get(usize::try_from(n).ok()?)
}

/// A name without quotes. A word such as `.a-b` or `.eks/main` is one key, as in yq.
fn bare(text: &str) -> Option<(String, &str)> {
    let end = super::translate::segment_end(text);
    let (key, rest) = text.split_at(end);
    let plain = !key.is_empty() && !key.contains('*');
    (plain && (rest.is_empty() || rest.starts_with(['.', '[']))).then(|| (key.to_owned(), rest))
}

/// A name in double quotes without escapes.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let (key, rest) = inside.split_once('"')?;
    (!key.contains('\\')).then(|| (key.to_owned(), rest))
}

/// What stands between brackets, and the text after them.
fn bracketed(inside: &str) -> Option<(Step, &str)> {
    let inside = inside.trim_start();
    if inside.starts_with('"') {
        let (key, rest) = quoted(inside)?;
        return Some((Step::Key(key), rest.trim_start().strip_prefix(']')?));
    }
    let (number, rest) = inside.split_once(']')?;
    Some((Step::Item(number.trim().parse().ok()?), rest))
}
