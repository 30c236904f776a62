//! `random`.

use super::conv::{text, to_float, to_int};
use super::items;
use crate::template::funcs::random::pick;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::number::parse_int;
use crate::template::quote::is_print;
use crate::template::regex::GoRegex;
use crate::template::val::Val;

/// What `random.String` takes where nobody says.
const DEFAULT_SET: &str = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

pub(super) fn register(table: &mut Table) {
    table.add("random.ASCII", |count: Val| chars(&count, &(' '..='~').collect::<Vec<_>>()));
    table.add("random.Alpha", |count: Val| chars(&count, &matching("[[:alpha:]]")?));
    table.add("random.AlphaNum", |count: Val| chars(&count, &matching("[[:alnum:]]")?));
    table.add("random.String", |count: Val, arguments: Rest<Val>| {
        if to_int(&count) == 0 {
            return Err("the count must be greater than 0".into());
        }
        match &*arguments.0 {
            [] => chars(&count, &DEFAULT_SET.chars().collect::<Vec<_>>()),
            [pattern] => match &*text(pattern) {
                "" => chars(&count, &DEFAULT_SET.chars().collect::<Vec<_>>()),
                pattern => chars(&count, &matching(pattern)?),
            },
            [low, high, ..] => chars(&count, &range(low, high)?),
        }
    });
    table.add("random.Item", |list: Val| -> CallResult {
        match &*items(&list)? {
            [] => Err("the list is empty".into()),
            items => Ok(items[rand::random_range(0..items.len())].clone()),
        }
    });
    table.add("random.Number", |bounds: Rest<Val>| -> CallResult<i64> {
        let (low, high) = match &*bounds.0 {
            [high] => (0, to_int(high)),
            [low, high] => (to_int(low), to_int(high)),
            _ => (0, 100),
        };
        if low > high {
            return Err(format!("the lower bound {low} lies above the upper one {high}").into());
        }
        if low.abs_diff(high) >= u64::MAX >> 2 {
            return Err("the bounds lie too far apart".into());
        }
        Ok(rand::random_range(low..=high))
    });
    table.add("random.Float", |bounds: Rest<Val>| {
        let (low, high) = match &*bounds.0 {
            [high] => (0.0, to_float(high)),
            [low, high] => (to_float(low), to_float(high)),
            _ => (0.0, 1.0),
        };
        low + rand::random::<f64>() * (high - low)
    });
}

fn chars(count: &Val, set: &[char]) -> CallResult<String> {
    let count = to_int(count);
    let count = usize::try_from(count).map_err(|_| format!("bad length {count}"))?;
    if set.is_empty() && count > 0 {
        return Err("no character fits".into());
    }
    pick(count, set)
}

/// The printable characters that a pattern matches.
fn matching(pattern: &str) -> CallResult<Vec<char>> {
    let regex = GoRegex::new(pattern)?;
    let mut buffer = [0; 4];
    Ok(('\0'..=char::MAX).filter(|c| is_print(*c) && regex.is_match(c.encode_utf8(&mut buffer))).collect())
}

/// The printable characters between two, which are given as characters or as numbers.
fn range(low: &Val, high: &Val) -> CallResult<Vec<char>> {
    let both_texts = low.as_str().zip(high.as_str());
    let single = |s: &str| (s.chars().count() == 1).then(|| s.chars().next().map(u32::from)).flatten();
    let number =
        |s: &str| parse_int(s).and_then(|n| u32::try_from(n).ok()).ok_or_else(|| format!("`{s}` is no character"));
    let (low, high) = match both_texts {
        Some((low, high)) => match (single(low), single(high)) {
            (Some(low), Some(high)) => (low, high),
            _ => (number(low)?, number(high)?),
        },
        None => (u32::try_from(to_int(low)).unwrap_or(0), u32::try_from(to_int(high)).unwrap_or(0)),
    };
    let set: Vec<char> =
        (low..=high.min(char::MAX.into())).filter_map(char::from_u32).filter(|c| is_print(*c)).collect();
    if set.is_empty() { Err("there is no printable character between the bounds".into()) } else { Ok(set) }
}
