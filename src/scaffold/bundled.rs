//! The templates that come with gaia: the tree of `templates/`, compiled in.
//!
//! `templates/NAME` is a template as it is today, and has gaia's version. A project may have been made by an earlier
//! gaia: before a template changes, it is copied to `templates/history/VERSION/NAME`, where `VERSION` is the last release
//! that had it. So an update knows what the old version made.

use super::source::Version;
use crate::error::{Error, Result};
use crate::platform;
use crate::text::did_you_mean;
use std::fs;
use std::path::Path;

/// What begins the address of a template that comes with gaia.
const SCHEME: &str = "bundled:";
/// Where templates lie as they were.
const HISTORY: &str = "history/";
/// The version of all templates as they are.
const CURRENT: &str = env!("CARGO_PKG_VERSION");

/// A file of a template.
#[derive(Clone, Copy, Debug)]
struct File {
    path: &'static str,
    executable: bool,
    bytes: &'static [u8],
}

/// Every file below `templates/`, sorted.
static FILES: &[File] = &include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// A template that comes with gaia.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// Its name.
    pub name: &'static str,
    /// Its version, which is gaia's.
    pub version: &'static str,
    /// What it makes, in a sentence.
    pub about: &'static str,
}

/// The templates that come with gaia, by name.
pub fn bundled() -> Vec<Bundled> {
    Shelf(FILES).templates()
}

/// Writes a template that comes with gaia into a directory that is not there yet, for Copier and for one's own changes.
///
/// # Errors
/// There is no template of that name, the directory exists, or it cannot be written.
pub fn export(name: &str, dir: &Path) -> Result<()> {
    let files = Shelf(FILES).at(name.strip_prefix(SCHEME).unwrap_or(name), CURRENT)?;
    if dir.exists() {
        return Err(Error::new("exists already").in_file(dir).hint("name a directory that is not there yet"));
    }
    files.write(dir)
}

/// The name of a template that comes with gaia, where an address names one.
pub(super) fn name_of(source: &str) -> Option<&str> {
    source.strip_prefix(SCHEME)
}

/// The address for a name that somebody may have meant for a template that comes with gaia.
pub(super) fn address_for(name: &str) -> Option<String> {
    bundled().iter().any(|template| template.name == name).then(|| format!("{SCHEME}{name}"))
}

/// Writes a template as it was in a version, or as it is, into a directory. Tells its version.
pub(super) fn unpack(name: &str, version: Option<&str>, dir: &Path) -> Result<Version> {
    let version = version.unwrap_or(CURRENT);
    Shelf(FILES).at(name, version)?.write(dir)?;
    Version::parse(version).ok_or_else(|| unknown(name, version))
}

/// A tree of templates and their history.
#[derive(Clone, Copy)]
struct Shelf(&'static [File]);

/// A template at a version: its files, and what their paths begin with.
#[derive(Debug)]
struct Files {
    prefix: String,
    files: Vec<File>,
}

impl Shelf {
    fn templates(self) -> Vec<Bundled> {
        let configs = self.0.iter().filter(|file| !file.path.starts_with(HISTORY));
        let template = |file: &File| {
            let name = file.path.strip_suffix("/copier.yml").filter(|name| !name.contains('/'))?;
            let text = std::str::from_utf8(file.bytes).ok()?;
            let about = text.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or_default();
            Some(Bundled { name, version: CURRENT, about })
        };
        configs.filter_map(template).collect()
    }

    /// A template as a version had it: as the next release that is kept has it, or as it is today.
    fn at(self, name: &str, version: &str) -> Result<Files> {
        let templates = self.templates();
        if !templates.iter().any(|template| template.name == name) {
            return Err(Error::new(format!("no template `{name}` comes with gaia"))
                .maybe_hint(did_you_mean(name, templates.iter().map(|t| t.name)))
                .hint("`gaia template list` shows them all"));
        }
        let (Some(wanted), Some(current)) = (Version::parse(version), Version::parse(CURRENT)) else {
            return Err(unknown(name, version));
        };
        if wanted > current {
            return Err(Error::new(format!(
                "the template `{name}` of version {version} is not known to gaia {CURRENT}"
            ))
            .hint("the project was made by a later gaia: get that one"));
        }
        let kept = self.0.iter().filter_map(|file| {
            let (release, rest) = file.path.strip_prefix(HISTORY)?.split_once('/')?;
            let of_name = rest.strip_prefix(name)?.starts_with('/');
            Some((Version::parse(release)?, release)).filter(|_| of_name)
        });
        let next = kept.filter(|(release, _)| *release >= wanted).min_by(|a, b| a.0.cmp(&b.0));
        let prefix = match next {
            Some((_, release)) => format!("{HISTORY}{release}/{name}/"),
            None => format!("{name}/"),
        };
        let files = self.0.iter().filter(|file| file.path.starts_with(&prefix)).copied().collect();
        Ok(Files { prefix, files })
    }
}

impl Files {
    fn write(&self, dir: &Path) -> Result<()> {
        for file in &self.files {
            let path = dir.join(&file.path[self.prefix.len()..]);
            let failed = |e: std::io::Error| Error::new(format!("cannot be written: {e}")).in_file(&path);
            fs::create_dir_all(path.parent().unwrap_or(dir)).map_err(failed)?;
            fs::write(&path, file.bytes).map_err(failed)?;
            if file.executable {
                platform::set_mode(&path, 0o755).map_err(failed)?;
            }
        }
        Ok(())
    }
}

fn unknown(name: &str, version: &str) -> Error {
    Error::new(format!("the template `{name}` has no version `{version}`"))
        .hint("templates that come with gaia have gaia's versions, such as 0.1.0")
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn file(path: &'static str, bytes: &'static [u8]) -> File {
        File { path, executable: false, bytes }
    }

    /// Of `a` the releases up to 0.0.2 had one text, those up to 0.0.5 another.
    static KEPT: &[File] = &[
        file("a/copier.yml", b"# An a\n"),
        file("a/text", b"today"),
        file("ab/copier.yml", b"# An ab\n"),
        file("history/0.0.2/a/text", b"first"),
        file("history/0.0.5/a/text", b"second"),
        file("history/0.0.9/ab/text", b"of another"),
    ];

    #[test]
    fn a_version_is_what_the_next_kept_release_has() {
        let text = |version| {
            let files = Shelf(KEPT).at("a", version).map(|files| files.files)?;
            let text = files.iter().find(|file| file.path.ends_with("/text"));
            Ok(text.map(|file| std::str::from_utf8(file.bytes).unwrap()).unwrap())
        };
        let texts = ["0.0.1", "0.0.2", "v0.0.3", "0.0.5", "0.0.6", CURRENT].map(|v| text(v).map_err(|_: Error| ()));
        assert_eq!(texts, ["first", "first", "second", "second", "today", "today"].map(Ok));
        assert!(text("999.0").unwrap_err().message().contains("is not known to gaia"));
        assert!(text("main").unwrap_err().message().contains("has no version `main`"));
    }

    #[test]
    fn templates_tell_what_they_make() {
        let names: Vec<_> = Shelf(KEPT).templates().iter().map(|t| (t.name, t.about)).collect();
        assert_eq!(names, [("a", "An a"), ("ab", "An ab")]);
        assert!(bundled().iter().all(|template| !template.about.is_empty()), "{:?}", bundled());
    }
}
