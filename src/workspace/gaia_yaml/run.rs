//! `run` of gaia.yaml, and `settings.gaia` of a component: how patient a run is, and what it must not touch unasked.

use super::Section;
use crate::error::{Error, Result};
use crate::value::{Data, Value};
use serde::{Deserialize, Serialize};

/// `run`: how `gaia plan`, `apply`, `destroy` and `drift` work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// `parallel`: how many components at once.
    pub parallel: Option<usize>,
    /// `protected_stacks`: patterns of stacks whose names must be typed; without, those of production.
    pub protected_stacks: Option<Vec<String>>,
    /// How patient it is with each component.
    pub patience: Patience,
}

/// How many components a run works on at once where nobody says it.
pub fn default_parallel() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(4)
}

/// How patient a run is with a component. What is not set, somebody else says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Patience {
    /// `timeout`: seconds that it may take.
    pub timeout: Option<u64>,
    /// `retries`: how many times it is tried again.
    pub retries: Option<u32>,
    /// `retry_delay`: seconds before the first time; each time twice as long.
    pub retry_delay: Option<u64>,
    /// `retry_on`: patterns of failures that may pass, beside gaia's own.
    pub retry_on: Vec<String>,
}

const PATIENCE: [&str; 4] = ["timeout", "retries", "retry_delay", "retry_on"];

impl Run {
    pub(super) fn read(section: &Section<'_>) -> Result<Run> {
        section.refuse_others(&[&PATIENCE[..], &["parallel", "protected_stacks"]].concat())?;
        let texts = section.texts("protected_stacks")?;
        Ok(Run {
            parallel: section.number("parallel", 1)?.and_then(|n| usize::try_from(n).ok()),
            protected_stacks: texts.map(|texts| texts.into_iter().map(|(text, _)| text).collect()),
            patience: Patience::of(section)?,
        })
    }
}

impl Patience {
    /// What `settings.gaia` of a component's sections says.
    ///
    /// # Errors
    /// A value of the wrong type. Keys that nobody knows are others' business.
    pub fn of_component(sections: &Value) -> Result<Patience> {
        match sections.dig(["settings", "gaia"]) {
            Some(section) => Self::of(&Section::new("settings.gaia", section)?),
            None => Ok(Patience::default()),
        }
    }

    fn of(section: &Section<'_>) -> Result<Patience> {
        let texts = section.texts("retry_on")?.unwrap_or_default();
        for (text, span) in &texts {
            regex::Regex::new(text).map_err(|_| {
                Error::new(format!("`{}.retry_on`: `{text}` is no regular expression", section.name)).at(*span)
            })?;
        }
        Ok(Patience {
            timeout: section.duration("timeout")?,
            retries: section.number("retries", 0)?.and_then(|n| u32::try_from(n).ok()),
            retry_delay: section.duration("retry_delay")?,
            retry_on: texts.into_iter().map(|(text, _)| text).collect(),
        })
    }

    /// What this says, and what another says of all that this leaves open. Patterns of both count.
    #[must_use]
    pub fn or(&self, other: &Patience) -> Patience {
        Patience {
            timeout: self.timeout.or(other.timeout),
            retries: self.retries.or(other.retries),
            retry_delay: self.retry_delay.or(other.retry_delay),
            retry_on: [&self.retry_on[..], &other.retry_on].concat(),
        }
    }
}

impl Section<'_> {
    fn number(&self, key: &str, least: i64) -> Result<Option<i64>> {
        let Some(value) = self.value.get(key) else { return Ok(None) };
        match value.data {
            Data::Int(number) if number >= least && number <= 1000 => Ok(Some(number)),
            _ => Err(Error::new(format!("`{}.{key}` must be a number from {least} to 1000", self.name)).at(value.span)),
        }
    }

    fn duration(&self, key: &str) -> Result<Option<u64>> {
        let Some(value) = self.value.get(key) else { return Ok(None) };
        let read = match &value.data {
            Data::Int(number) => u64::try_from(*number).map_err(|_| "a duration cannot be negative".to_owned()),
            Data::Str(text) => seconds(text),
            _ => Err("write it as 90s, 10m or 1h30m".to_owned()),
        };
        let wrong = |hint| Error::new(format!("`{}.{key}` must be a duration", self.name)).at(value.span).hint(hint);
        read.map(Some).map_err(wrong)
    }
}

/// Reads a duration; a number alone is seconds.
///
/// # Errors
/// What is wrong, for people.
pub fn seconds(text: &str) -> Result<u64, String> {
    if let Ok(seconds) = text.parse() {
        return Ok(seconds);
    }
    let duration: jiff::SignedDuration = text.parse().map_err(|_| "write it as 90s, 10m or 1h30m".to_owned())?;
    u64::try_from(duration.as_secs()).map_err(|_| "a duration cannot be negative".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Value {
        crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value
    }

    fn run(text: &str) -> Result<Run> {
        let value = value(text);
        Run::read(&Section::new("run", &value)?)
    }

    #[test]
    fn durations_are_read() {
        assert_eq!(["90", "90s", "10m", "1h30m"].map(seconds), [Ok(90), Ok(90), Ok(600), Ok(5400)]);
        assert!(seconds("soon").is_err() && seconds("-5s").is_err());
    }

    #[test]
    fn what_a_component_says_goes_before_the_file() {
        let file =
            run("{timeout: 30m, retries: 0, retry_on: [quota], parallel: 8, protected_stacks: ['*-live']}").unwrap();
        assert_eq!((file.parallel, file.protected_stacks), (Some(8), Some(vec!["*-live".into()])));
        let own = Patience::of_component(&value("settings: {gaia: {timeout: 90, retry_on: [busy], else: 1}}")).unwrap();
        let both = own.or(&file.patience);
        assert_eq!((both.timeout, both.retries, both.retry_delay), (Some(90), Some(0), None));
        assert_eq!(both.retry_on, ["busy", "quota"]);
    }

    #[test]
    fn wrong_values_are_told() {
        for (text, message) in [
            ("{timeout: soon}", "`run.timeout` must be a duration"),
            ("{retries: -1}", "`run.retries` must be a number from 0 to 1000"),
            ("{parallel: 0}", "`run.parallel` must be a number from 1 to 1000"),
            ("{retry_on: ['(']}", "`run.retry_on`: `(` is no regular expression"),
            ("{timeouts: 1}", "`run` has no key `timeouts`"),
        ] {
            assert_eq!(run(text).unwrap_err().message(), message);
        }
    }
}
