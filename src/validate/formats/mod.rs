//! Values in the form of something known: ARNs, schedules, ports, windows of time, types of machines, words of AWS.
//!
//! Only what is plainly an attempt at the form is judged.

mod aws;
mod elsewhere;
pub(super) mod maps;

use super::diagnostic::Diagnostic;
use crate::code;
use crate::text::Span;
use crate::value::{Data, Value};
use aws::{arn, machine, schedule, vocabulary};
use elsewhere::{identifier, place};

type Wrong = Option<(String, Option<String>)>;

fn diagnostic((what, hint): (String, Option<String>), span: Span) -> Diagnostic {
    Diagnostic::new(&code::VALUE_UNLIKELY, what, span).maybe_hint(hint)
}

/// Checks a scalar by its form, and by the name of its key.
pub(super) fn check(key: &str, value: &Value, found: &mut Vec<Diagnostic>) {
    let wrong = match &value.data {
        Data::Str(text) if !is_open(text) => text_form(key, text),
        Data::Int(number) => number_form(key, *number),
        Data::Float(number) if is_port(key) => Some((format!("`{number}` is no port: ports are whole numbers"), None)),
        _ => None,
    };
    found.extend(wrong.filter(|_| !value.span.is_none()).map(|wrong| diagnostic(wrong, value.span)));
}

/// Whether what the text will be is not known yet, or a pattern for others.
fn is_open(text: &str) -> bool {
    text.is_empty() || text.starts_with('!') || text.contains(['{', '$', '<', '\n'])
}

fn text_form(key: &str, text: &str) -> Wrong {
    if let Some(rest) = text.strip_prefix("arn:") {
        return if text.contains('*') { None } else { arn(text, rest) };
    }
    if key == "role_arn" && (text.contains(":role/") || text.starts_with("role/")) {
        return Some((format!("`{text}` is no ARN"), Some("write `arn:aws:iam::111122223333:role/name`".to_owned())));
    }
    if let Some((word, rest)) = text.split_once('(').filter(|(word, _)| word.len() == 4) {
        return schedule(key, text, word, rest);
    }
    if key.ends_with("_window") {
        return window(text);
    }
    if let Ok(number) = text.parse::<i64>() {
        return number_form(key, number);
    }
    if key.ends_with("version")
        && text.split_once(',').is_some_and(|(a, b)| [a, b].iter().all(|n| n.parse::<u32>().is_ok()))
    {
        return Some((format!("`{text}` is no version"), Some(format!("write `{}`", text.replace(',', ".")))));
    }
    if key == "storage_account_name" {
        let is_name =
            (3..=24).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let why = "it is made of 3 to 24 small letters and digits";
        return (!is_name).then(|| (format!("`{text}` is no name of a storage account: {why}"), None));
    }
    machine(key, text).or_else(|| vocabulary(key, text)).or_else(|| identifier(key, text)).or_else(|| place(key, text))
}

/// `03:00-04:00`, `Mon:04:00-Mon:05:00`.
fn window(text: &str) -> Wrong {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let (from, to) = text.split_once('-').filter(|(from, to)| from.len() == to.len() && from.contains(':'))?;
    [from, to].into_iter().find_map(|end| {
        let parts: Vec<&str> = end.split(':').collect();
        let (day, time) = parts.split_at(parts.len().checked_sub(2)?);
        let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() == 2);
        let is_time = number(time[0]).is_some_and(|h| h < 24) && number(time[1]).is_some_and(|m| m < 60);
        let wrong_day = day.iter().find(|day| !DAYS.contains(&day.to_ascii_lowercase().as_str()));
        match wrong_day {
            Some(day) => Some((format!("`{text}` is no window of time: there is no day `{day}`"), None)),
            None if !is_time => {
                Some((format!("`{text}` is no window of time: there is no time `{}`", time.join(":")), None))
            }
            None => None,
        }
    })
}

/// A version that is written as a number, and loses its last digit: `1.30` is 1.3.
pub(super) fn shortened(written: &str, number: f64, span: Span) -> Option<Diagnostic> {
    let is_plain = written.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (is_plain && written.ends_with('0') && !span.is_none()).then(|| {
        let what = format!("`{written}` is the number {number}, and no version");
        diagnostic((what, Some(format!("put it in quotes: `\"{written}\"`"))), span)
    })
}

/// Numbers that their key gives limits.
fn number_form(key: &str, number: i64) -> Wrong {
    // all ports, in rules of AWS
    let is_all = number == -1 && key != "port";
    if is_port(key) && !is_all && u16::try_from(number).is_err() {
        return Some((format!("`{number}` is no port: ports go from 0 to 65535"), None));
    }
    let is_time = key.ends_with("_days") || key.ends_with("retention_period");
    (is_time && number < -1).then(|| (format!("`{key}` is `{number}`, and time does not run backwards"), None))
}

fn is_port(key: &str) -> bool {
    key == "port" || key.ends_with("_port")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(key: &str, text: &str) -> bool {
        text_form(key, text).is_some()
    }

    #[test]
    fn arns_have_an_account_of_twelve_digits_and_a_resource() {
        for text in [
            "arn:aws:iam::11112222333:role/a",
            "arn:aws:iam:111122223333:role/a",
            "arn:aws:iam::111122223333:rol/a",
            "arn:aws:iam::111122223333",
            "arn:asw:sns:us-east-2:111122223333:alarms",
            "arn:aws:sns:us-esat-2:111122223333:alarms",
        ] {
            assert!(wrong("arn", text), "{text}");
        }
        for text in [
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "arn:aws:s3:::bucket/key",
            "arn:aws-cn:sns:cn-north-1:111122223333:a:b",
            "arn:aws:iam::111122223333:role/a/b",
        ] {
            assert!(!wrong("arn", text), "{text}");
        }
    }

    #[test]
    fn schedules_have_their_fields() {
        for text in ["cron(0 3 * * *)", "cron(0 25 * * ? *)", "rate(1 minutes)", "rate(5 minute)", "cron(0 3 * * ? *"] {
            assert!(wrong("schedule", text), "{text}");
        }
        for text in ["cron(0 3 * * ? *)", "cron(0/15 8-18 ? * MON-FRI *)", "rate(1 hour)", "rate(12 hours)", "other(3)"]
        {
            assert!(!wrong("schedule", text), "{text}");
        }
    }

    #[test]
    fn windows_and_machines_are_known_by_their_keys() {
        assert!(wrong("backup_window", "03:00-25:00") && wrong("maintenance_window", "Mno:04:00-Mon:05:00"));
        assert!(!wrong("maintenance_window", "sun:04:00-sun:05:00") && !wrong("backup_window", "night"));
        assert!(wrong("instance_class", "m6g.large") && wrong("instance_class", "db.m6glarge"));
        assert!(wrong("instance_type", "t3.larg") && wrong("instance_types", "m6ilarge"));
        assert!(!wrong("instance_type", "abélarge") && !wrong("instance_class", "db.€large"));
        for text in ["t3.micro", "m5.24xlarge", "e2-medium", "Standard_B2s", "u-6tb1.metal", "c7gn.metal-48xl"] {
            assert!(!wrong("instance_type", text), "{text}");
        }
    }

    #[test]
    fn words_are_told_from_slips() {
        assert!(wrong("engine", "postgress") && wrong("runtime", "pyhton3.12"));
        assert!(
            !wrong("engine", "oracle-ee") && !wrong("runtime", "nodejs20.x") && !wrong("runtime", "provided.al2023")
        );
    }

    #[test]
    fn ports_and_days_have_limits() {
        assert!(number_form("port", 54_320_000).is_some() && number_form("port", -1).is_some());
        assert!(number_form("from_port", -1).is_none() && number_form("retention_days", -7).is_some());
    }
}
