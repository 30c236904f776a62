//! Waivers: `settings.policy.waivers` of a component says which rules do not hold for it, why, and until when.

use super::rules;
use crate::code;
use crate::text::{Span, did_you_mean};
use crate::validate::Diagnostic;
use crate::value::{Data, Key, Map, Value};
use globset::Glob;
use jiff::civil::Date;

/// The keys of a waiver.
const KEYS: [&str; 3] = ["addresses", "expires", "reason"];

/// The waivers of a component, and what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Waivers {
    valid: Vec<Waiver>,
    pub problems: Vec<Diagnostic>,
}

#[derive(Debug)]
struct Waiver {
    rule: String,
    /// Where it stands.
    at: Span,
    /// Patterns of the addresses of resources; all where there are none.
    addresses: Vec<String>,
}

impl Waivers {
    /// Reads the waivers of a component's sections. One that is past is a problem, and holds no more.
    pub(super) fn read(sections: &Value, today: Date, own: &[String]) -> Waivers {
        let mut read = Waivers::default();
        let Some(entries) = sections.dig(["settings", "policy", "waivers"]) else { return read };
        let Some(map) = entries.as_map() else {
            let message =
                format!("`settings.policy.waivers` must be a map of rules, this is a {}", entries.type_name());
            read.problems.push(Diagnostic::new(&code::INVALID_WAIVER, message, entries.span));
            return read;
        };
        for (rule, entry) in map.iter() {
            match one(rule, entry, today, own) {
                Ok(waiver) => read.valid.push(waiver),
                Err(mut problem) => {
                    if problem.span.is_none() {
                        problem.span = rule.span;
                    }
                    read.problems.push(*problem);
                }
            }
        }
        read
    }

    /// Whether a rule does not hold for the component.
    pub(super) fn waive(&self, rule: &str) -> bool {
        self.valid.iter().any(|w| w.rule == rule && w.addresses.is_empty())
    }

    /// The rules that are waived for the whole component, each with its place.
    pub(super) fn rules(&self) -> impl Iterator<Item = (&str, Span)> {
        self.valid.iter().filter(|w| w.addresses.is_empty()).map(|w| (w.rule.as_str(), w.at))
    }

    /// Whether a rule does not hold for a resource of its plan.
    pub(super) fn waive_at(&self, rule: &str, address: &str) -> bool {
        let matches = |pattern: &String| {
            pattern == address || Glob::new(pattern).is_ok_and(|g| g.compile_matcher().is_match(address))
        };
        self.valid.iter().any(|w| w.rule == rule && (w.addresses.is_empty() || w.addresses.iter().any(matches)))
    }
}

fn one(key: &Key, entry: &Value, today: Date, own: &[String]) -> Result<Waiver, Box<Diagnostic>> {
    let rule = &*key.name;
    let wrong = |message: String, at: &Value| Box::new(Diagnostic::new(&code::INVALID_WAIVER, message, at.span));
    let is_known = own.iter().any(|name| name == rule) || rules::names().any(|name| name == rule);
    // a policy of one's own may give its findings any name
    if !is_known && own.is_empty() {
        let mut problem = wrong(format!("there is no rule `{rule}` to waive"), &Value::NULL);
        problem.hints.extend(did_you_mean(rule, rules::names()));
        return Err(problem);
    }
    if let Some((key, _)) = entry.as_map().into_iter().flat_map(Map::iter).find(|(k, _)| !KEYS.contains(&&*k.name)) {
        let mut problem = wrong(format!("a waiver has no key `{}`", key.name), &Value::NULL.with_span(key.span));
        problem.hints.extend(did_you_mean(&key.name, KEYS));
        return Err(problem);
    }
    let reason = entry.get("reason").and_then(Value::as_str).unwrap_or_default();
    if reason.trim().is_empty() {
        return Err(wrong(format!("the waiver of `{rule}` has no reason"), &Value::NULL));
    }
    let Some(expires) = entry.get("expires") else {
        return Err(wrong(format!("the waiver of `{rule}` has no date: `expires`"), &Value::NULL));
    };
    let date = match &expires.data {
        Data::Str(text) | Data::Time(text) => text.trim().parse::<Date>().ok(),
        _ => None,
    };
    let Some(date) = date else {
        let mut problem = wrong(format!("`expires` of the waiver of `{rule}` must be a date in quotes"), expires);
        problem.hints.push("write `expires: \"2030-01-31\"`: Atmos makes `{}` of a date without quotes".to_owned());
        return Err(problem);
    };
    if date < today {
        let message = format!("the waiver of `{rule}` expired on {date}");
        let problem = Diagnostic::new(&code::EXPIRED_WAIVER, message, expires.span)
            .hint(format!("it was waived because: {reason}"));
        return Err(Box::new(problem));
    }
    let addresses = entry.get("addresses").and_then(Value::as_seq).unwrap_or_default();
    Ok(Waiver {
        rule: rule.to_owned(),
        at: key.span,
        addresses: addresses.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
    })
}

/// Today, here.
pub(super) fn today() -> Date {
    jiff::Zoned::now().date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    fn read(waivers: &str) -> Waivers {
        let text = format!("settings:\n  policy:\n    waivers: {waivers}\n");
        let sections = yaml::load_str(&text, &mut yaml::NoTags).expect("YAML").value;
        Waivers::read(&sections, Date::constant(2026, 1, 31), &[])
    }

    #[test]
    fn a_waiver_holds_to_its_last_day() {
        let waivers = read("{rds-multi-az: {reason: x, expires: \"2026-01-31\"}}");
        assert!(waivers.problems.is_empty() && waivers.waive("rds-multi-az") && !waivers.waive("rds-backups"));
        let waivers = read("{rds-multi-az: {reason: x, expires: \"2026-01-30\"}}");
        assert!(!waivers.waive("rds-multi-az"));
        assert_eq!(waivers.problems[0].code, &code::EXPIRED_WAIVER);
    }

    #[test]
    fn a_waiver_has_a_rule_a_reason_and_a_date() {
        for (waiver, message) in [
            ("{rds-multiaz: {reason: x, expires: \"2026-02-01\"}}", "there is no rule `rds-multiaz` to waive"),
            ("{rds-multi-az: {expires: \"2026-02-01\"}}", "the waiver of `rds-multi-az` has no reason"),
            ("{rds-multi-az: {reason: x}}", "the waiver of `rds-multi-az` has no date: `expires`"),
            (
                "{rds-multi-az: {reason: x, expires: {}}}",
                "`expires` of the waiver of `rds-multi-az` must be a date in quotes",
            ),
            (
                "{rds-multi-az: {reason: x, expires: soon}}",
                "`expires` of the waiver of `rds-multi-az` must be a date in quotes",
            ),
            ("{rds-multi-az: {reason: x, until: soon}}", "a waiver has no key `until`"),
            ("[]", "`settings.policy.waivers` must be a map of rules, this is a list"),
        ] {
            let waivers = read(waiver);
            assert_eq!(waivers.problems[0].message, message);
            assert!(!waivers.waive("rds-multi-az"));
        }
    }

    #[test]
    fn a_waiver_may_be_for_some_resources() {
        let waivers = read("{plan-destroy: {reason: x, expires: \"2026-02-01\", addresses: [\"aws_db_instance.*\"]}}");
        assert!(
            waivers.waive_at("plan-destroy", "aws_db_instance.a")
                && !waivers.waive_at("plan-destroy", "aws_s3_bucket.a")
        );
        assert!(!waivers.waive("plan-destroy"));
    }
}
