//! Constraints on versions: `>= 1.2, < 2`, `^1.2`, `~1`, `1.x`, `1.2 - 1.4`, with `||` between alternatives.

use super::{Version, compare, compare_prerelease};
use regex::Regex;
use std::sync::LazyLock;

const MAX_LENGTH: usize = 512;
const MAX_ALTERNATIVES: usize = 32;

const VERSION: &str = r"v?([0-9|xX*]+)(\.[0-9|xX*]+)?(\.[0-9|xX*]+)?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?";
const OPERATOR: &str = r"=||!=|>|<|>=|=>|<=|=<|~|~>|\^";

struct Patterns {
    one: Regex,
    each: Regex,
    all: Regex,
    range: Regex,
}

static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(|| {
    let plain = VERSION.replace("v?([", "v?(?:[").replace(r"(\.[", r"(?:\.[").replace("(?:-([", "(?:-(?:[");
    Some(Patterns {
        one: Regex::new(&format!(r"^\s*({OPERATOR})\s*{VERSION}\s*$")).ok()?,
        each: Regex::new(&format!(r"(?:{OPERATOR})\s*{plain}")).ok()?,
        all: Regex::new(&format!(r"^\s*(?:{OPERATOR})\s*{plain}\s*(?:(?:\s+|,\s*)(?:{OPERATOR})\s*{plain}\s*)*$"))
            .ok()?,
        range: Regex::new(&format!(r"\s*({plain})\s+-\s+({plain})\s*")).ok()?,
    })
});

/// Alternatives, each of several constraints that must all hold.
pub(in crate::template) struct Constraints(Vec<Vec<Constraint>>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    NotEqual,
    Greater,
    Less,
    AtLeast,
    AtMost,
    Tilde,
    Caret,
}

/// How much of a version was written; the rest is free.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Precision {
    Any,
    Major,
    Minor,
    Full,
}

struct Constraint {
    operator: Operator,
    version: Version,
    precision: Precision,
}

impl Constraints {
    pub(in crate::template) fn parse(text: &str) -> Result<Self, String> {
        let bad = || format!("`{text}` is no constraint on versions");
        let patterns = PATTERNS.as_ref().ok_or_else(bad)?;
        if text.len() > MAX_LENGTH {
            return Err(bad());
        }
        let text = patterns.range.replace_all(text, ">= $1, <= $2 ");
        let alternatives: Vec<_> = text.split("||").collect();
        if alternatives.len() > MAX_ALTERNATIVES {
            return Err(bad());
        }
        let mut all = Vec::new();
        for alternative in alternatives {
            if !patterns.all.is_match(alternative) {
                return Err(bad());
            }
            let parts =
                patterns.each.find_iter(alternative).map(|part| Constraint::parse(&patterns.one, part.as_str()));
            all.push(parts.collect::<Option<Vec<_>>>().ok_or_else(bad)?);
        }
        Ok(Constraints(all))
    }

    /// Whether a version satisfies one of the alternatives. A pre-release does only where one is spoken of.
    pub(in crate::template) fn check(&self, version: &Version) -> bool {
        self.0.iter().any(|all| {
            let names_prerelease = all.iter().any(|c| !c.version.prerelease.is_empty());
            (version.prerelease.is_empty() || names_prerelease) && all.iter().all(|c| c.check(version))
        })
    }
}

impl Constraint {
    fn parse(pattern: &Regex, text: &str) -> Option<Self> {
        let parts = pattern.captures(text)?;
        let operator = match &parts[1] {
            "" | "=" => Operator::Equal,
            "!=" => Operator::NotEqual,
            ">" => Operator::Greater,
            "<" => Operator::Less,
            ">=" | "=>" => Operator::AtLeast,
            "<=" | "=<" => Operator::AtMost,
            "~" | "~>" => Operator::Tilde,
            _ => Operator::Caret,
        };
        let number = |group: usize| {
            let part = parts.get(group)?.as_str().trim_start_matches('.');
            (!matches!(part, "x" | "X" | "*")).then_some(part)
        };
        let (precision, numbers) = match (number(2), number(3), number(4)) {
            (None, ..) => (Precision::Any, "0.0.0".to_owned()),
            (Some(major), None, _) => (Precision::Major, format!("{major}.0.0")),
            (Some(major), Some(minor), None) => (Precision::Minor, format!("{major}.{minor}.0")),
            (Some(major), Some(minor), Some(patch)) => (Precision::Full, format!("{major}.{minor}.{patch}")),
        };
        let prerelease = parts.get(5).map_or(String::new(), |p| format!("-{}", p.as_str()));
        let version = Version::parse(&format!("{numbers}{prerelease}")).ok()?;
        Some(Constraint { operator, version, precision })
    }

    fn check(&self, version: &Version) -> bool {
        let ordering = compare(version, &self.version);
        let [major, minor, patch] = version.numbers;
        let [own_major, own_minor, own_patch] = self.version.numbers;
        match self.operator {
            Operator::Equal if self.precision == Precision::Full => ordering.is_eq(),
            Operator::Equal | Operator::Tilde => ordering.is_ge() && self.in_tilde(version),
            Operator::NotEqual => match self.precision {
                Precision::Full => ordering.is_ne(),
                // after `!=*` the minor numbers are looked at although nobody wrote one
                precision if major != own_major || precision == Precision::Any && minor != own_minor => true,
                Precision::Any => patch != own_patch || ordering.is_ne(),
                Precision::Major => false,
                Precision::Minor if minor != own_minor => true,
                Precision::Minor => compare_prerelease(&version.prerelease, &self.version.prerelease).is_ne(),
            },
            Operator::Greater => match self.precision {
                Precision::Major => major > own_major,
                Precision::Minor => (major, minor) > (own_major, own_minor),
                Precision::Any | Precision::Full => ordering.is_gt(),
            },
            Operator::Less => ordering.is_lt(),
            Operator::AtLeast => ordering.is_ge(),
            Operator::AtMost => match self.precision {
                Precision::Full => ordering.is_le(),
                Precision::Major => major <= own_major,
                Precision::Any | Precision::Minor => (major, minor) <= (own_major, own_minor),
            },
            Operator::Caret => ordering.is_ge() && self.in_caret(version),
        }
    }

    /// `~1.2.3` takes all of `1.2`, `~1` all of `1`.
    fn in_tilde(&self, version: &Version) -> bool {
        let [major, minor, _] = version.numbers;
        let [own_major, own_minor, own_patch] = self.version.numbers;
        let zero = own_major == 0 && own_minor == 0 && own_patch == 0;
        match self.precision {
            Precision::Any | Precision::Full if zero => true,
            Precision::Major => major == own_major,
            _ => major == own_major && minor == own_minor,
        }
    }

    /// `^1.2.3` takes all of `1`; below 1 the first number that is not zero must stay.
    fn in_caret(&self, version: &Version) -> bool {
        let [major, minor, patch] = version.numbers;
        let [own_major, own_minor, own_patch] = self.version.numbers;
        if major != own_major {
            return false;
        }
        if own_major > 0 || self.precision == Precision::Major {
            return true;
        }
        if own_minor > 0 || self.precision == Precision::Minor {
            return minor == own_minor;
        }
        minor == 0 && patch == own_patch
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Ordering;

    #[test]
    fn constraints_take_and_refuse() {
        for (constraint, version, fits) in [
            ("^1.2", "1.9.0", true),
            ("^1.2", "2.0.0", false),
            ("~1.2.3", "1.2.9", true),
            ("~1.2.3", "1.3.0", false),
            (">= 1.2, < 2 || 3.x", "3.4.5", true),
            ("1.2 - 1.4", "1.4.5", true),
            ("1.2 - 1.4.5", "1.4.6", false),
            (">1.0.0", "1.1.0-beta", false),
            (">1.0.0-0", "1.1.0-beta", true),
            ("^0.0.3", "0.0.4", false),
            ("*", "9.9.9", true),
            ("!=1.x", "1.2.3", false),
        ] {
            let version = Version::parse(version).unwrap();
            assert_eq!(Constraints::parse(constraint).unwrap().check(&version), fits, "{constraint} {version}");
        }
        assert!(Constraints::parse("=> a").is_err());
        assert!(Version::parse("1.2.3.4").is_err());
        assert_eq!(
            compare(&Version::parse("1.0.0-rc.2").unwrap(), &Version::parse("1.0.0-rc.10").unwrap()),
            Ordering::Less
        );
    }
}
