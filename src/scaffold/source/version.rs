//! Versions by PEP 440: how they are read, ordered and written.

use regex::Regex;
use std::cmp::Ordering;
use std::fmt;
use std::sync::LazyLock;

static PATTERN: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?ix)^\s* v?
        (?:(?P<epoch>[0-9]+)!)?
        (?P<release>[0-9]+(?:\.[0-9]+)*)
        (?:[-_.]?(?P<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?P<pre_n>[0-9]+)?)?
        (?:-(?P<post_implicit>[0-9]+)|[-_.]?(?P<post>post|rev|r)[-_.]?(?P<post_n>[0-9]+)?)?
        (?:[-_.]?(?P<dev>dev)[-_.]?(?P<dev_n>[0-9]+)?)?
        (?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))? \s*$";
    Regex::new(pattern).expect("the pattern is right")
});

/// A version such as `1.2.0rc1.post3.dev0+abc`.
#[derive(Clone, Debug)]
pub(in crate::scaffold) struct Version {
    epoch: u64,
    release: Vec<u64>,
    /// `a`, `b` or `rc`, and its number.
    pre: Option<(&'static str, u64)>,
    post: Option<u64>,
    dev: Option<u64>,
    local: Vec<Local>,
}

/// A part of what stands behind `+`; words come before numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Local {
    Word(String),
    Number(u64),
}

impl Version {
    /// Reads a version; none when it is not one.
    pub(in crate::scaffold) fn parse(text: &str) -> Option<Self> {
        let found = PATTERN.captures(text)?;
        let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse().ok());
        let pre = found.name("pre").map(|name| {
            let letter = match name.as_str().to_lowercase().as_str() {
                "a" | "alpha" => "a",
                "b" | "beta" => "b",
                _ => "rc",
            };
            (letter, number("pre_n").unwrap_or(0))
        });
        let post = number("post_implicit").or_else(|| found.name("post").map(|_| number("post_n").unwrap_or(0)));
        let local = found.name("local").map(|local| {
            let parts = local.as_str().to_lowercase();
            let part = |part: &str| part.parse().map_or_else(|_| Local::Word(part.to_owned()), Local::Number);
            parts.split(['-', '_', '.']).map(part).collect()
        });
        Some(Version {
            epoch: number("epoch").unwrap_or(0),
            release: found["release"].split('.').map(|n| n.parse().ok()).collect::<Option<_>>()?,
            pre,
            post,
            dev: found.name("dev").map(|_| number("dev_n").unwrap_or(0)),
            local: local.unwrap_or_default(),
        })
    }

    /// Whether it comes before a release.
    pub(in crate::scaffold) fn is_prerelease(&self) -> bool {
        self.pre.is_some() || self.dev.is_some()
    }

    /// The first number.
    pub(in crate::scaffold) fn major(&self) -> u64 {
        self.release.first().copied().unwrap_or(0)
    }

    /// The numbers.
    pub(in crate::scaffold) fn release(&self) -> &[u64] {
        &self.release
    }

    /// The same version, `distance` commits later, at a commit.
    #[must_use]
    pub(super) fn after(&self, distance: u64, commit: &str) -> Self {
        let local = Version::parse(&format!("0+{commit}")).map(|v| v.local).unwrap_or_default();
        Version { post: Some(distance), dev: Some(0), local, ..self.clone() }
    }

    /// The numbers without zeros at the end: `1.0` and `1` are equal.
    fn significant(&self) -> &[u64] {
        let end = self.release.iter().rposition(|n| *n != 0).map_or(0, |at| at + 1);
        &self.release[..end]
    }

    /// Sorts `.dev` of a release before its pre-releases, and pre-releases before the release.
    fn stage(&self) -> (u8, &str, u64) {
        match (self.pre, self.post, self.dev) {
            (Some((letter, n)), ..) => (1, letter, n),
            (None, None, Some(_)) => (0, "", 0),
            _ => (2, "", 0),
        }
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |v: &Version| (v.post.map_or(-1i128, i128::from), v.dev.map_or(i128::MAX, i128::from));
        (self.epoch.cmp(&other.epoch))
            .then_with(|| self.significant().cmp(other.significant()))
            .then_with(|| self.stage().cmp(&other.stage()))
            .then_with(|| key(self).cmp(&key(other)))
            .then_with(|| self.local.cmp(&other.local))
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Version {}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.epoch != 0 {
            write!(f, "{}!", self.epoch)?;
        }
        let release: Vec<_> = self.release.iter().map(u64::to_string).collect();
        f.write_str(&release.join("."))?;
        if let Some((letter, n)) = self.pre {
            write!(f, "{letter}{n}")?;
        }
        if let Some(post) = self.post {
            write!(f, ".post{post}")?;
        }
        if let Some(dev) = self.dev {
            write!(f, ".dev{dev}")?;
        }
        for (index, part) in self.local.iter().enumerate() {
            f.write_str(if index == 0 { "+" } else { "." })?;
            match part {
                Local::Word(word) => f.write_str(word)?,
                Local::Number(number) => write!(f, "{number}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap_or_else(|| panic!("{text} is a version"))
    }

    #[test]
    fn versions_stand_in_the_order_of_pep_440() {
        let order = [
            "1.dev0",
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.1.dev1",
            "1!0.1",
        ];
        for pair in order.windows(2) {
            assert!(version(pair[0]) < version(pair[1]) || pair[0] == "1.dev0", "{pair:?}");
        }
        assert_eq!(version("v1.0.0"), version("1"));
    }

    #[test]
    fn versions_are_written_in_their_normal_form() {
        for (text, normal) in [
            ("v1.2.0", "1.2.0"),
            ("1.0-alpha.1", "1.0a1"),
            ("1.0-1", "1.0.post1"),
            ("1.0.RC2", "1.0rc2"),
            ("2!1.0.dev", "2!1.0.dev0"),
            ("1.0+Ubuntu-1", "1.0+ubuntu.1"),
        ] {
            assert_eq!(version(text).to_string(), normal);
        }
        assert!(Version::parse("main").is_none());
    }
}
