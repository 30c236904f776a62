//! The arguments of filters, by place or by name, as Python takes them.

use super::Failure;
use minijinja::value::{Kwargs, Rest};
use minijinja::{ErrorKind, Value};

/// How many letters a template may fill up with blanks.
pub(super) const MAX_SIZE: usize = 1_000_000;

/// Arguments by place as ones by name, for what takes them by name only.
pub(super) fn named(Rest(places): Rest<Value>, names: &Kwargs, parameters: &[&str]) -> Result<Kwargs, Failure> {
    if places.len() > parameters.len() {
        return Err(Failure::from(ErrorKind::TooManyArguments));
    }
    let by_name = names.args().map(|name| Ok((name.to_owned(), names.peek::<Value>(name)?)));
    let mut all = by_name.collect::<Result<Vec<_>, Failure>>()?;
    all.extend(parameters.iter().map(|name| (*name).to_owned()).zip(places));
    // items have numbers, which minijinja takes as texts
    for (_, value) in all.iter_mut().filter(|(name, value)| name == "attribute" && value.is_integer()) {
        *value = Value::from(value.to_string());
    }
    Ok(all.into_iter().collect())
}

/// What stands in a filter's parentheses.
pub(super) struct Arguments {
    places: Vec<Value>,
    names: Kwargs,
}

impl Arguments {
    pub(super) fn new(Rest(places): Rest<Value>, names: Kwargs) -> Self {
        Arguments { places, names }
    }

    /// The argument of that place or name.
    pub(super) fn get(&self, place: usize, name: &str) -> Option<Value> {
        let named = || self.names.peek::<Value>(name).ok();
        self.places.get(place).cloned().or_else(|| named().filter(|value| !value.is_undefined()))
    }

    /// A text.
    pub(super) fn text(&self, place: usize, name: &str) -> Option<String> {
        self.get(place, name).map(|value| value.to_string())
    }

    /// A text that must be there.
    pub(super) fn needed(&self, place: usize, name: &str) -> Result<String, Failure> {
        self.text(place, name)
            .ok_or_else(|| Failure::new(ErrorKind::MissingArgument, format!("the argument `{name}` is missing")))
    }

    /// A whole number that is not negative.
    pub(super) fn number(&self, place: usize, name: &str) -> Option<usize> {
        self.get(place, name).and_then(|value| usize::try_from(value).ok())
    }

    /// How many letters something takes: not so many that they fill the memory.
    pub(super) fn size(&self, place: usize, name: &str) -> Result<Option<usize>, Failure> {
        match self.number(place, name) {
            Some(size) if size > MAX_SIZE => Err(super::error::wrong(format!("`{name}` is more than {MAX_SIZE}"))),
            size => Ok(size),
        }
    }

    /// Whether an argument is true.
    pub(super) fn flag(&self, place: usize, name: &str) -> bool {
        self.get(place, name).is_some_and(|value| value.is_true())
    }

    /// All arguments with names.
    pub(super) fn names(&self) -> &Kwargs {
        &self.names
    }

    /// All arguments without names.
    pub(super) fn places(&self) -> &[Value] {
        &self.places
    }
}
