//! Places of values that went through text: after rendering, each node gets back the place that it had before.

use crate::text::Span;
use crate::value::{Data, Map, Value};
use std::sync::Arc;

/// Gives the nodes of `value` the places of the nodes of `before` that stand at the same path.
pub(crate) fn restore(value: &mut Value, before: &Value) {
    value.span = before.span;
    match (&mut value.data, &before.data) {
        (Data::Map(map), Data::Map(from)) => {
            let entries = std::mem::take(Arc::make_mut(map)).into_iter().map(|(mut key, mut value)| {
                if let Some((origin, node)) = from.get_entry(&key.name) {
                    key.span = origin.span;
                    restore(&mut value, node);
                }
                (key, value)
            });
            *map = Arc::new(entries.collect::<Map>());
        }
        (Data::Seq(items), Data::Seq(from)) if items.len() == from.len() => {
            for (item, node) in Arc::make_mut(items).iter_mut().zip(from.iter()) {
                restore(item, node);
            }
        }
        _ => {}
    }
}

/// The place of the string that holds what stands at an offset of the sections' YAML text.
pub(crate) fn of_offset(text: &str, offset: usize, sections: &Value) -> Span {
    let upto = offset.min(text.len());
    let start = text.get(..upto).and_then(|head| head.rfind('\n')).map_or(0, |i| i + 1);
    let end = text.get(upto..).and_then(|tail| tail.find('\n')).map_or(text.len(), |i| upto + i);
    let line = text.get(start..end).unwrap_or_default().trim();
    let mut best = sections.span;
    find(sections, line, &mut best);
    best
}

/// The place of the longest template text that a line of the YAML shows.
fn find(value: &Value, line: &str, best: &mut Span) {
    match &value.data {
        Data::Str(text)
            if text.contains("{{")
                && text.lines().any(|l| line.contains(l.trim()) && l.contains("{{"))
                && !value.span.is_none() =>
        {
            *best = value.span;
        }
        Data::Seq(items) => items.iter().for_each(|v| find(v, line, best)),
        Data::Map(map) => map.values().for_each(|v| find(v, line, best)),
        _ => {}
    }
}
