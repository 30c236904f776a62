//! Values of one map that do not fit together.

use super::{diagnostic, is_open};
use crate::text::{Span, is_slip};
use crate::validate::diagnostic::Diagnostic;
use crate::validate::likely;
use crate::value::Map;

/// Checks all that stands in one map.
pub(in crate::validate) fn check(map: &Map, found: &mut Vec<Diagnostic>) {
    limits(map, found);
    record(map, found);
    subnets(map, found);
}

/// Least and most that stand the wrong way round, in one map.
fn limits(map: &Map, found: &mut Vec<Diagnostic>) {
    for (key, most) in map.iter().filter(|(key, _)| key.name.starts_with("max_")) {
        let of = key.name.trim_start_matches("max_");
        let number = |name: &str| map.get(&format!("{name}_{of}")).and_then(|v| Some((v.as_int()?, v.span)));
        let (Some((least, least_at)), Some(highest)) = (number("min"), most.as_int()) else { continue };
        let wanted = number("desired");
        let tell = |name: &str, value: i64, at: Span, than: &str, other: i64, other_at: Span| {
            let what = format!("`{name}_{of}` is {value}, and `{than}_{of}` is {other}");
            diagnostic((what, None), at).related("these do not fit together", other_at)
        };
        let wrong = match wanted {
            _ if least > highest && wanted.is_some_and(|(wanted, _)| wanted >= least) => {
                tell("max", highest, most.span, "min", least, least_at)
            }
            _ if least > highest => tell("min", least, least_at, "max", highest, most.span),
            Some((wanted, at)) if wanted > highest => tell("desired", wanted, at, "max", highest, most.span),
            Some((wanted, at)) if wanted < least => tell("desired", wanted, at, "min", least, least_at),
            _ => continue,
        };
        if !wrong.span.is_none() {
            found.push(wrong);
        }
    }
}

/// The types of DNS records that a slip may miss.
const RECORDS: [&str; 8] = ["AAAA", "ALIAS", "CNAME", "HTTPS", "NAPTR", "SPF", "SSHFP", "TLSA"];

/// Checks the type of a DNS record, which has a time to live beside it.
fn record(map: &Map, found: &mut Vec<Diagnostic>) {
    let Some(kind) = map.get("type").filter(|kind| map.contains("ttl") && !kind.span.is_none()) else { return };
    let text = kind.as_str().filter(|text| text.len() > 3 && !RECORDS.contains(text)).unwrap_or_default();
    if let Some(meant) = RECORDS.iter().find(|known| is_slip(text, known)) {
        let what = format!("DNS has no records of the type `{text}`");
        found.push(diagnostic((what, Some(format!("did you mean `{meant}`?"))), kind.span));
    }
}

/// Checks that the subnets of a map lie in its block of addresses, and that no two have one name.
fn subnets(map: &Map, found: &mut Vec<Diagnostic>) {
    let lists = map.iter().filter(|(key, value)| key.name.contains("subnet") && value.as_seq().is_some());
    for items in lists.filter_map(|(_, value)| value.as_seq()) {
        let mut names: Vec<&str> = Vec::new();
        for name in items.iter().filter_map(|item| item.get("name")) {
            let Some(text) = name.as_str().filter(|text| !is_open(text) && !name.span.is_none()) else { continue };
            if names.contains(&text) {
                found.push(diagnostic((format!("two subnets of this list are called `{text}`"), None), name.span));
            }
            names.push(text);
        }
        let mut blocks = map.iter().filter(|(key, value)| likely::is_block(&key.name) && value.as_str().is_some());
        let (Some((_, block)), None) = (blocks.next(), blocks.next()) else { continue };
        let Some((text, at, (first, last))) = likely::block_of(block) else { continue };
        let subnets: Vec<_> = items.iter().filter_map(likely::block_of).collect();
        let out: Vec<_> = subnets.iter().filter(|(.., (from, to))| *from < first || *to > last).collect();
        let places: Vec<(Span, String)> = if out.len() == subnets.len() && out.len() > 1 {
            vec![(at, format!("no subnet of this map lies in `{text}`"))]
        } else {
            out.iter().map(|(own, at, _)| (*at, format!("`{own}` does not lie in `{text}`"))).collect()
        };
        let told = places.into_iter().filter(|(span, _)| !span.is_none());
        found.extend(told.map(|(span, what)| diagnostic((what, None), span)));
    }
}
