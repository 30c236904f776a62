//! Paths into a value, as people write them: `vars.tags.Name`, `azs[0]`.

use super::{Key, Value};
use crate::error::{Error, Result};
use std::fmt;
use std::iter::Peekable;
use std::str::{Chars, FromStr};

/// The steps from a root to a node.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<Step>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Into a map, by name.
    Key(String),
    /// Into a list, by number from 0.
    Index(usize),
}

impl Path {
    /// The path one key further down.
    #[must_use]
    pub fn key(&self, name: impl Into<String>) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(name.into()));
        Path(steps)
    }

    /// The path one list item further down.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Index(index));
        Path(steps)
    }

    /// The steps, outermost first.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The first key, and the path from there.
    pub fn split_first(&self) -> Option<(&str, Path)> {
        match self.0.split_first() {
            Some((Step::Key(name), rest)) => Some((name, Path(rest.to_vec()))),
            _ => None,
        }
    }

    /// This path below another one.
    #[must_use]
    pub fn below(&self, parent: &Path) -> Path {
        Path(parent.0.iter().chain(&self.0).cloned().collect())
    }
}

impl FromIterator<Step> for Path {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Path(steps.into_iter().collect())
    }
}

impl FromStr for Path {
    type Err = Error;

    /// Reads what [`Display`](fmt::Display) writes; a dot in front is allowed, as in yq.
    fn from_str(text: &str) -> Result<Self> {
        let wrong = |what: &str| {
            Error::usage(format!("`{text}` is no path: {what}"))
                .hint("write it as `vars.tags.team`, `vars.azs[0]` or `vars[\"a.b\"]`")
        };
        let mut steps = Vec::new();
        let mut rest = text.strip_prefix('.').unwrap_or(text).chars().peekable();
        while let Some(next) = rest.peek() {
            if *next == '[' {
                rest.next();
                steps.push(bracketed(&mut rest).map_err(wrong)?);
                match rest.peek() {
                    None | Some('[') => continue,
                    Some('.') => drop(rest.next()),
                    Some(_) => return Err(wrong("after `]` comes `.` or `[`")),
                }
            }
            let mut word = String::new();
            while let Some(c) = rest.next_if(|c| !matches!(c, '.' | '[')) {
                word.push(c);
            }
            if word.is_empty() {
                return Err(wrong("a key is missing"));
            }
            steps.push(Step::Key(word));
            if rest.next_if_eq(&'.').is_some() && rest.peek().is_none() {
                return Err(wrong("it ends with a dot"));
            }
        }
        Ok(Path(steps))
    }
}

/// The step in brackets whose opening one is read already: a number or a quoted key.
fn bracketed(rest: &mut Peekable<Chars<'_>>) -> Result<Step, &'static str> {
    const UNCLOSED: &str = "a `]` is missing";
    let is_key = rest.next_if_eq(&'"').is_some();
    let mut inside = String::new();
    loop {
        match rest.next().ok_or(UNCLOSED)? {
            '\\' if is_key => {
                inside.push('\\');
                inside.extend(rest.next());
            }
            '"' if is_key => break,
            ']' if !is_key => {
                let number = inside.parse().map_err(|_| "in brackets stands a number, or a key in double quotes")?;
                return Ok(Step::Index(number));
            }
            c => inside.push(c),
        }
    }
    if rest.next() != Some(']') {
        return Err(UNCLOSED);
    }
    serde_json::from_str(&format!("\"{inside}\"")).map(Step::Key).map_err(|_| "the quoted key is no JSON string")
}

impl Value {
    /// The value at a path, if every step is there.
    pub fn at(&self, path: &Path) -> Option<&Value> {
        path.0.iter().try_fold(self, |value, step| match step {
            Step::Key(name) => value.get(name),
            Step::Index(index) => value.as_seq()?.get(*index),
        })
    }

    /// The key under which the value at a path stands, if its last step is one.
    pub fn key_at(&self, path: &Path) -> Option<&Key> {
        let (last, parents) = path.0.split_last()?;
        let Step::Key(name) = last else { return None };
        let parent = self.at(&Path(parents.to_vec()))?;
        parent.as_map()?.get_entry(name).map(|(key, _)| key)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(n) => write!(f, "[{n}]")?,
                Step::Key(k) if k.is_empty() || k.contains(['.', '[', ']', '"', ' ']) => {
                    write!(f, "[{}]", serde_json::Value::from(k.as_str()))?;
                }
                Step::Key(k) if i == 0 => f.write_str(k)?,
                Step::Key(k) => write!(f, ".{k}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["vars", "vars.tags.Name", "azs[0]", "a[1][2].b", "a[\"b.c\"].d", "a[\"]\\\"\"][0]", "[0]"] {
            let path: Path = text.parse().expect(text);
            assert_eq!(path.to_string(), text);
        }
        assert_eq!(".vars.x".parse::<Path>().expect("a yq path"), Path::default().key("vars").key("x"));
        assert_eq!("".parse::<Path>().expect("the root"), Path::default());
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["a..b", "a.", "a[", "a[x]", "a[-1]", "a[\"b]", "a[0]b", "a[]"] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
    }
}
