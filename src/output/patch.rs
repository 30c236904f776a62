//! What would be written, before it is: the tree of files, and how each differs from what is there.

use super::{Tree, Ui};
use anstyle::{AnsiColor, Style};
use similar::TextDiff;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};

const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();
const PLACE: Style = AnsiColor::Cyan.on_default();

/// A file that would be written.
#[derive(Clone, Debug)]
pub struct Patch {
    /// Its path, below where the tree begins.
    pub path: String,
    /// What it holds now; nothing where it is not there.
    pub before: Option<String>,
    /// What it would hold.
    pub after: String,
}

/// The files as a tree, with a remark on each.
pub fn file_tree(label: &str, patches: &[Patch]) -> Tree {
    let paths: Vec<(Vec<&str>, &'static str)> = patches
        .iter()
        .map(|patch| (patch.path.split('/').collect(), if patch.before.is_some() { "changed" } else { "new" }))
        .collect();
    Tree::node(label, branches(&paths))
}

fn branches(paths: &[(Vec<&str>, &'static str)]) -> Vec<Tree> {
    let mut by_name: BTreeMap<&str, Vec<(Vec<&str>, &'static str)>> = BTreeMap::new();
    for (path, remark) in paths {
        if let Some((first, rest)) = path.split_first() {
            by_name.entry(first).or_default().push((rest.to_vec(), remark));
        }
    }
    let branch = |(name, below): (&str, Vec<(Vec<&str>, &'static str)>)| match below.as_slice() {
        [(rest, remark)] if rest.is_empty() => Tree::leaf(name).remark(Some((*remark).to_owned())),
        _ => Tree::node(name, branches(&below)),
    };
    by_name.into_iter().map(branch).collect()
}

/// Writes a unified diff to stdout.
///
/// # Errors
/// Stdout cannot be written to.
pub fn patches(ui: Ui, patches: &[Patch]) -> io::Result<()> {
    let mut out = ui.styled();
    for patch in patches {
        out.write_all(styled(patch).as_bytes())?;
    }
    out.flush()
}

impl Patch {
    /// The unified diff, without styles.
    pub fn to_plain(&self) -> String {
        let before = self.before.as_deref();
        let old = before.map_or_else(|| "/dev/null".to_owned(), |_| format!("a/{}", self.path));
        let diff = TextDiff::from_lines(before.unwrap_or_default(), &self.after);
        diff.unified_diff().header(&old, &format!("b/{}", self.path)).to_string()
    }
}

fn styled(patch: &Patch) -> String {
    let unified = patch.to_plain();
    let mut out = String::with_capacity(unified.len());
    for line in unified.lines() {
        let style = match line.as_bytes() {
            [b'+', ..] => ADDED,
            [b'-', ..] => REMOVED,
            [b'@', ..] => PLACE,
            _ => Style::new(),
        };
        // writing to a string cannot fail
        let _ = writeln!(out, "{style}{line}{style:#}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_shown_as_a_tree_and_as_a_diff() {
        let patch = |path: &str, before: Option<&str>, after: &str| Patch {
            path: path.into(),
            before: before.map(str::to_owned),
            after: after.into(),
        };
        let all = [patch("a/b/c", None, "1\n2\n"), patch("a/d", Some("1\n2\n"), "1\n3\n")];
        let tree = file_tree(".", &all).to_plain();
        assert_eq!(tree, ".\n└── a\n    ├── b\n    │   └── c (new)\n    └── d (changed)\n");
        let diff = |patch| anstream::adapter::strip_str(&styled(patch)).to_string();
        assert_eq!(diff(&all[0]), "--- /dev/null\n+++ b/a/b/c\n@@ -0,0 +1,2 @@\n+1\n+2\n");
        assert_eq!(diff(&all[1]), "--- a/a/d\n+++ b/a/d\n@@ -1,2 +1,2 @@\n 1\n-2\n+3\n");
    }
}
