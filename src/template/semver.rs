//! Versions and constraints as the Go library behind sprig takes them: `1.2` and `v1` are versions too.

mod constraint;

pub(super) use constraint::Constraints;

use super::function::CallResult;
use super::types::Type;
use super::val::{Object, Val};
use crate::value::{Data, Value};
use regex::Regex;
use std::any::Any;
use std::cmp::Ordering;
use std::fmt;
use std::sync::LazyLock;

/// The longest version that is read, in bytes.
const MAX_LENGTH: usize = 256;

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    numbers: [u64; 3],
    prerelease: String,
    metadata: String,
    original: String,
}

static VERSION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)";
    Regex::new(&format!(r"^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-{word})?(?:\+{word})?$")).ok()
});

impl Version {
    pub(super) fn parse(text: &str) -> Result<Version, String> {
        let bad = || format!("`{text}` is no version");
        if text.len() > MAX_LENGTH {
            return Err(bad());
        }
        let parts = VERSION.as_ref().and_then(|regex| regex.captures(text)).ok_or_else(bad)?;
        let number = |group: usize| match parts.get(group) {
            None => Ok(0),
            Some(digits) => digits.as_str().parse().map_err(|_| bad()),
        };
        let group = |group: usize| parts.get(group).map_or("", |m| m.as_str()).to_owned();
        let prerelease = group(4);
        let zero_first =
            |part: &str| part.len() > 1 && part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit());
        if prerelease.split('.').any(zero_first) {
            return Err(bad());
        }
        Ok(Version {
            numbers: [number(1)?, number(2)?, number(3)?],
            prerelease,
            metadata: group(5),
            original: text.to_owned(),
        })
    }

    /// The next version, with the number at `position` raised and those after it zero.
    fn raised(&self, position: usize) -> Version {
        let mut next = self.clone();
        // a release comes after its own pre-releases
        if position < 2 || self.prerelease.is_empty() {
            next.numbers[position] = next.numbers[position].saturating_add(1);
        }
        next.numbers[position + 1..].fill(0);
        next.prerelease.clear();
        next.metadata.clear();
        next.with_original(self)
    }

    fn with_original(mut self, from: &Version) -> Version {
        let prefix = if from.original.starts_with('v') { "v" } else { "" };
        self.original = format!("{prefix}{self}");
        self
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}")?;
        if !self.prerelease.is_empty() {
            write!(f, "-{}", self.prerelease)?;
        }
        if !self.metadata.is_empty() {
            write!(f, "+{}", self.metadata)?;
        }
        Ok(())
    }
}

/// By number, then pre-releases before their release; the metadata does not count.
fn compare(a: &Version, b: &Version) -> Ordering {
    a.numbers.cmp(&b.numbers).then_with(|| match (&*a.prerelease, &*b.prerelease) {
        ("", "") => Ordering::Equal,
        ("", _) => Ordering::Greater,
        (_, "") => Ordering::Less,
        (a, b) => compare_prerelease(a, b),
    })
}

fn compare_prerelease(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split('.'), b.split('.'));
    loop {
        let ordering = match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => match (a.parse::<u64>(), b.parse::<u64>()) {
                (Ok(a), Ok(b)) => a.cmp(&b),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => a.cmp(b),
            },
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

impl Object for Version {
    fn type_of(&self) -> Type {
        Type::Pointer("semver.Version")
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        let number = |position: usize| Ok(Val::Value(Data::Uint(self.numbers[position]).into()));
        let other = || match arguments {
            [val] => val.as_object::<Version>().ok_or_else(|| format!("expected a version, got {}", val.type_name())),
            _ => Err("wrong number of arguments: expected 1".to_owned()),
        };
        let ordering = |wanted: fn(Ordering) -> bool| Ok(Val::from(wanted(compare(self, other()?))));
        let text = || match arguments {
            [val] => val.as_str().ok_or_else(|| format!("expected string, got {}", val.type_name())),
            _ => Err("wrong number of arguments: expected 1".to_owned()),
        };
        Some(match name {
            "Major" => number(0),
            "Minor" => number(1),
            "Patch" => number(2),
            "Prerelease" => Ok(Val::str(&*self.prerelease)),
            "Metadata" => Ok(Val::str(&*self.metadata)),
            "Original" => Ok(Val::str(&*self.original)),
            "String" => Ok(Val::str(self.to_string())),
            "IncMajor" => Ok(Val::object(self.raised(0))),
            "IncMinor" => Ok(Val::object(self.raised(1))),
            "IncPatch" => Ok(Val::object(self.raised(2))),
            "SetPrerelease" => text().map_err(Into::into).and_then(|prerelease| {
                Version::parse(&format!("0.0.0-{prerelease}"))
                    .or_else(|e| if prerelease.is_empty() { Ok(self.clone()) } else { Err(e) })?;
                Ok(Val::object(Version { prerelease: prerelease.to_owned(), ..self.clone() }.with_original(self)))
            }),
            "SetMetadata" => text().map_err(Into::into).and_then(|metadata| {
                Version::parse(&format!("0.0.0+{metadata}"))
                    .or_else(|e| if metadata.is_empty() { Ok(self.clone()) } else { Err(e) })?;
                Ok(Val::object(Version { metadata: metadata.to_owned(), ..self.clone() }.with_original(self)))
            }),
            "Compare" => other().map_err(Into::into).map(|other| Val::integer(Type::Int, compare(self, other) as i128)),
            "Equal" => ordering(Ordering::is_eq),
            "LessThan" => ordering(Ordering::is_lt),
            "LessThanEqual" => ordering(Ordering::is_le),
            "GreaterThan" => ordering(Ordering::is_gt),
            "GreaterThanEqual" => ordering(Ordering::is_ge),
            _ => return None,
        })
    }

    fn display(&self) -> String {
        self.to_string()
    }

    fn to_value(&self) -> Value {
        self.to_string().into()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
