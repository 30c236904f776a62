//! How long what was fetched may be used without asking again.

use std::time::{Duration, SystemTime};

/// Whether something fetched at a time is fresh still. An empty lifetime, `0`, and one that cannot be read are over at
/// once.
pub(super) fn is_fresh(fetched: SystemTime, ttl: &str) -> bool {
    let lifetime = parse(ttl.trim());
    lifetime.is_some_and(|lifetime| fetched.elapsed().is_ok_and(|age| age <= lifetime))
}

/// Seconds, a number with `s`, `m`, `h` or `d`, or a word such as `daily`, as Atmos reads it.
fn parse(text: &str) -> Option<Duration> {
    const DAY: u64 = 86_400;
    let word = match text {
        "minute" => Some(60),
        "hourly" => Some(3_600),
        "daily" => Some(DAY),
        "weekly" => Some(7 * DAY),
        "monthly" => Some(30 * DAY),
        "yearly" => Some(365 * DAY),
        _ => None,
    };
    let unit = text.bytes().next_back().and_then(|unit| match unit {
        b's' => Some(1),
        b'm' => Some(60),
        b'h' => Some(3_600),
        b'd' => Some(DAY),
        _ => None,
    });
    let with_unit = || text[..text.len() - 1].parse::<u64>().ok()?.checked_mul(unit?);
    let seconds = word.or_else(|| text.parse().ok()).or_else(|| unit.and_then(|_| with_unit()))?;
    Some(Duration::from_secs(seconds)).filter(|lifetime| !lifetime.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifetimes() {
        let seconds = |text: &str| parse(text).map(|d| d.as_secs());
        assert_eq!(
            [seconds("90"), seconds("1h"), seconds("7d"), seconds("daily")].map(Option::unwrap),
            [90, 3_600, 604_800, 86_400]
        );
        for over in ["", "0", "0s", "h", "-1h", "1w", "soon", "99999999999999999999d", "é"] {
            assert_eq!(seconds(over), None, "{over}");
        }
    }
}
