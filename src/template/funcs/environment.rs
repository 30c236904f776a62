//! The environment of the process, or the one that the caller hands in.

use super::cast::gomplate_text;
use crate::template::function::{Found, Functions, Rest, Table};
use crate::template::val::{Str, Val};
use std::sync::Arc;

/// Looks up a variable.
type Lookup = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

fn process() -> Lookup {
    Arc::new(|name| std::env::var(name).ok())
}

/// Sprig's two functions.
pub(super) fn register(table: &mut Table) {
    sprig(table, &process());
}

fn sprig(table: &mut Table, lookup: &Lookup) {
    let of = Arc::clone(lookup);
    table.add("env", move |name: Str| of(&name).unwrap_or_default());
    let of = Arc::clone(lookup);
    table.add("expandenv", move |text: Str| expand(&text, &|name| of(name).unwrap_or_default()));
}

/// gomplate's functions, which also read the file that `NAME_FILE` names.
pub(in crate::template) fn register_gomplate(table: &mut Table) {
    gomplate(table, &process(), true);
}

fn gomplate(table: &mut Table, lookup: &Lookup, namespace: bool) {
    let of = Arc::clone(lookup);
    let getenv = move |name: Val, default: Rest<Str>| {
        let found = variable_or_file(&gomplate_text(&name), &of);
        match default.0.into_iter().next() {
            Some(default) if found.is_empty() => default.to_string(),
            _ => found,
        }
    };
    let of = Arc::clone(lookup);
    let expandenv = move |text: Val| expand(&gomplate_text(&text), &|name| variable_or_file(name, &of));
    if namespace {
        table.add("env.Getenv", getenv.clone());
        table.add("env.ExpandEnv", expandenv);
    }
    table.add("getenv", getenv);
}

fn variable_or_file(name: &str, lookup: &Lookup) -> String {
    let value = lookup(name).unwrap_or_default();
    if !value.is_empty() {
        return value;
    }
    let file = lookup(&format!("{name}_FILE")).filter(|file| !file.is_empty());
    file.and_then(|file| std::fs::read_to_string(file).ok()).map_or_else(String::new, |text| text.trim().to_owned())
}

/// Replaces `$name` and `${name}`.
fn expand(text: &str, lookup: &dyn Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let (name, length) = name_in(after);
        match name {
            Some(name) => out.push_str(&lookup(name)),
            None if length == 0 => out.push('$'),
            None => {}
        }
        rest = &after[length..];
    }
    out.push_str(rest);
    out
}

/// The name after a dollar sign, and how much of the text it takes. Bad syntax in braces is swallowed.
fn name_in(text: &str) -> (Option<&str>, usize) {
    let special = |c: char| "*#$@!?-".contains(c) || c.is_ascii_digit();
    match text.chars().next() {
        Some('{') => match text.find('}') {
            Some(2) if text[1..].starts_with(special) => (Some(&text[1..2]), 3),
            Some(end @ 1) => (None, end + 1),
            Some(end) => (Some(&text[1..end]), end + 1),
            None => (None, 1),
        },
        Some(c) if special(c) => (Some(&text[..1]), 1),
        _ => {
            let length = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
            if length == 0 { (None, 0) } else { (Some(&text[..length]), length) }
        }
    }
}

impl Functions {
    /// Takes the environment from a function instead of the process: Atmos sets variables while it renders.
    #[must_use]
    pub fn with_environment(self, lookup: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        let lookup: Lookup = Arc::new(lookup);
        let mut table = Table::default();
        let namespace = matches!(self.find("env"), Some(Found::Namespace(_)));
        if self.contains("getenv") {
            gomplate(&mut table, &lookup, namespace);
        }
        if self.contains("expandenv") {
            sprig(&mut table, &lookup);
        }
        self.with_layer(&Arc::new(table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_expanded() {
        let lookup = |name: &str| format!("<{name}>");
        assert_eq!(expand("$a-${b}c $1x ${}| $ $$ {d}", &lookup), "<a>-<b>c <1>x | $ <$> {d}");
    }
}
