//! Sprig's functions over lists.

use super::cast;
use super::compare::deep_equal;
use super::strings;
use crate::template::collection::List;
use crate::template::function::{CallResult, Rest, Table};
use crate::template::types::Type;
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("list tuple", |vals: Rest<Val>| vals.0);
    table.add("append push mustAppend mustPush", |list: Val, val: Val| -> CallResult<Vec<Val>> {
        let mut items = items(&list)?;
        items.push(val);
        Ok(items)
    });
    table.add("prepend mustPrepend", |list: Val, val: Val| -> CallResult<Vec<Val>> {
        let mut items = items(&list)?;
        items.insert(0, val);
        Ok(items)
    });
    table.add("first mustFirst", |list: Val| Ok(items(&list)?.into_iter().next().unwrap_or(Val::NIL)));
    table.add("last mustLast", |list: Val| Ok(items(&list)?.pop().unwrap_or(Val::NIL)));
    table.add("rest mustRest", |list: Val| -> CallResult<List> {
        let items = items(&list)?;
        Ok(if items.is_empty() { List::nil(&Type::Any) } else { List::of(items[1..].to_vec()) })
    });
    table.add("initial mustInitial", |list: Val| -> CallResult<List> {
        let items = items(&list)?;
        Ok(items.split_last().map_or_else(|| List::nil(&Type::Any), |(_, initial)| List::of(initial.to_vec())))
    });
    table.add("reverse mustReverse", |list: Val| Ok(items(&list)?.into_iter().rev().collect::<Vec<_>>()));
    table
        .add("compact mustCompact", |list: Val| Ok(items(&list)?.into_iter().filter(Val::is_true).collect::<Vec<_>>()));
    table.add("uniq mustUniq", |list: Val| -> CallResult<Vec<Val>> {
        let mut unique: Vec<Val> = Vec::new();
        for item in items(&list)? {
            if !contains(&unique, &item) {
                unique.push(item);
            }
        }
        Ok(unique)
    });
    table.add("without mustWithout", |list: Val, omit: Rest<Val>| {
        Ok(items(&list)?.into_iter().filter(|item| !contains(&omit.0, item)).collect::<Vec<_>>())
    });
    table.add("has mustHas", |needle: Val, list: Val| -> CallResult<bool> {
        Ok(!list.is_nil() && contains(&items(&list)?, &needle))
    });
    table.add("slice mustSlice", slice);
    table.add("concat", |lists: Rest<Val>| -> CallResult<List> {
        let mut all = Vec::new();
        for list in &lists.0 {
            all.append(&mut items(list)?);
        }
        Ok(if all.is_empty() { List::nil(&Type::Any) } else { List::of(all) })
    });
    table.add("chunk mustChunk", chunk);
    table.add("sortAlpha", |list: Val| {
        let mut texts = match &list {
            Val::List(_) | Val::Bytes(_) => cast::texts(&list),
            single => vec![cast::text(single)],
        };
        texts.sort();
        texts
    });
    table.add("toStrings", |list: Val| cast::texts(&list));
    table.add("join", |separator: Str, list: Val| strings::join(&cast::texts(&list), &separator));
}

/// The items of a list of any type.
fn items(val: &Val) -> CallResult<Vec<Val>> {
    match val {
        Val::List(list) => Ok(list.items().to_vec()),
        Val::Bytes(bytes) => Ok(bytes.iter().map(|byte| Val::Integer(Type::Uint8, (*byte).into())).collect()),
        val => Err(format!("expected a list, got {}", val.type_name()).into()),
    }
}

fn contains(list: &[Val], needle: &Val) -> bool {
    list.iter().any(|item| deep_equal(item, needle))
}

fn slice(list: Val, bounds: Rest<Val>) -> CallResult {
    let items = items(&list)?;
    if items.is_empty() {
        return Ok(Val::NIL);
    }
    let bound = |number: usize, absent: usize| match bounds.0.get(number) {
        None => Ok(absent),
        Some(val) => usize::try_from(cast::int(val)).map_err(|_| "slice bounds out of range"),
    };
    let (start, end) = (bound(0, 0)?, bound(1, items.len())?);
    let Some(part) = items.get(start..end) else { return Err("slice bounds out of range".into()) };
    Ok(match &list {
        Val::List(list) => Val::List(List::new(list.element(), part.to_vec())),
        Val::Bytes(bytes) => Val::Bytes(bytes[start..end].into()),
        _ => Val::NIL,
    })
}

fn chunk(size: isize, list: Val) -> CallResult {
    let items = items(&list)?;
    let size = usize::try_from(size).ok().filter(|size| *size > 0).ok_or("the size of a chunk must be positive")?;
    let chunks = items.chunks(size).map(|chunk| Val::List(List::of(chunk.to_vec()))).collect();
    Ok(Val::List(List::new(&Type::LIST, chunks)))
}
