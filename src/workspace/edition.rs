//! Editions: `edition: 2025-06` in atmos.yaml (or `ATMOS_EDITION`) keeps the defaults of that day.

use super::Options;
use crate::error::{Error, Result};
use crate::value::Value;

/// A default that changed: the day, the key, and the value before.
const CHANGES: [(&str, &str, Old); 10] = [
    ("2025-02-11", "logs.file", Old::Text("/dev/stdout")),
    ("2025-09-23", "logs.level", Old::Text("Info")),
    ("2025-10-16", "settings.terminal.pager", Old::Text("true")),
    ("2025-12-06", "stacks.inherit.metadata", Old::Flag(false)),
    ("2026-02-10", "components.helmfile.use_eks", Old::Flag(true)),
    ("2026-07-06", "settings.terminal.help.filter", Old::Flag(false)),
    ("2026-07-13", "list.error_mode", Old::Text("strict")),
    ("2026-07-13", "describe.error_mode", Old::Text("strict")),
    ("2026-07-16", "describe.provenance", Old::Flag(false)),
    ("2026-07-17", "describe.component.filter", Old::Text("full")),
];

#[derive(Clone, Copy)]
enum Old {
    Text(&'static str),
    Flag(bool),
}

/// The defaults that an edition sets back, by dotted key.
///
/// # Errors
/// An edition that is no year, month or day.
pub(super) fn old_defaults(options: &Options, config: &Value) -> Result<Vec<(&'static str, Value)>> {
    let configured = config.get("edition");
    let pinned = options
        .env("ATMOS_EDITION")
        .or_else(|| configured.map(text))
        .map(|t| t.trim().to_string())
        .filter(|t| !t.is_empty());
    let Some(edition) = pinned else { return Ok(Vec::new()) };
    let last_day = last_day(&edition).ok_or_else(|| {
        Error::new(format!("`{edition}` is no edition"))
            .at(configured.map_or(crate::text::Span::NONE, |v| v.span))
            .hint("an edition is a year, a month or a day: 2026, 2026-07, 2026-07-17")
    })?;
    let changed_later = |day: &str| day > last_day.as_str();
    Ok(CHANGES
        .iter()
        .filter(|(day, _, _)| changed_later(day))
        .map(|(_, key, old)| {
            (
                *key,
                match old {
                    Old::Text(text) => Value::from(*text),
                    Old::Flag(flag) => Value::from(*flag),
                },
            )
        })
        .collect())
}

fn text(value: &Value) -> String {
    match &value.data {
        crate::value::Data::Int(year) => year.to_string(),
        crate::value::Data::Time(day) => day.to_string(),
        _ => value.as_str().unwrap_or_default().to_string(),
    }
}

/// The last day of an edition: of its year, of its month, or the day itself.
fn last_day(edition: &str) -> Option<String> {
    let numbers: Vec<u32> = edition.split('-').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let lengths: Vec<usize> = edition.split('-').map(str::len).collect();
    let valid_month = |m: &u32| (1..=12).contains(m);
    match (&numbers[..], &lengths[..]) {
        ([_], [4]) => Some(format!("{edition}-12-31")),
        ([_, month], [4, 2]) if valid_month(month) => Some(format!("{edition}-31")),
        ([_, month, 1..=31], [4, 2, 2]) if valid_month(month) => Some(edition.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_end_with_their_last_day() {
        assert_eq!(last_day("2025").as_deref(), Some("2025-12-31"));
        assert_eq!(last_day("2026-07-16").as_deref(), Some("2026-07-16"));
        assert_eq!(last_day("2026-13"), None);
        assert_eq!(last_day("soon"), None);
    }
}
