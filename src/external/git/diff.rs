//! What two trees differ in.

use super::objects::{Blob, Commit, File, Objects, below, contents, entries};
use super::rename::{self, Side};
use crate::error::Result;
use gix::ObjectId;
use gix::objs::tree::EntryKind;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A file that is not the same on both sides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Its path from the root of the repository, parts separated by slashes.
    pub path: String,
    pub(super) old: Option<Blob>,
    pub(super) new: Option<Blob>,
}

impl Change {
    /// Whether only the new side has it.
    pub fn is_added(&self) -> bool {
        self.old.is_none()
    }

    /// Whether only the old side has it.
    pub fn is_deleted(&self) -> bool {
        self.new.is_none()
    }
}

/// The files that differ between two commits, which may be of two repositories, by path.
///
/// # Errors
/// An object that cannot be read.
pub fn changes(old: (&Objects, &Commit), new: (&Objects, &Commit)) -> Result<Vec<Change>> {
    let mut diff = Diff { old: old.0.here(), new: new.0.here(), found: Vec::new() };
    diff.trees(old.1.tree, new.1.tree, "")?;
    diff.found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(diff.found)
}

/// The changes by the names that Atmos matches against the paths of components: go-git's statistics of a patch from the
/// new side to the old one.
///
/// A renamed file has the name `NEW => OLD`, so what belongs to its old path alone does not count as changed; binary files
/// and empty ones that come or go have no statistics and are left out.
///
/// # Errors
/// An object that cannot be read.
pub fn patch_names(changes: &[Change], old: &Objects, new: &Objects) -> Result<Vec<String>> {
    let (old, new) = (old.here(), new.here());
    let side = |change: &Change, blob: Blob, repository| -> Result<Side> {
        let is_file = !matches!(blob.kind, EntryKind::Commit | EntryKind::Tree);
        let data = if is_file { contents(repository, blob.id)? } else { Vec::new() };
        Ok(Side { path: change.path.clone(), id: blob.id, kind: blob.kind, data })
    };
    let (mut ours, mut theirs, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for change in changes {
        let our = change.new.map(|blob| side(change, blob, &new)).transpose()?;
        let their = change.old.map(|blob| side(change, blob, &old)).transpose()?;
        match (our, their) {
            (Some(our), Some(their)) => names.extend(rename::name(Some(&our), Some(&their))),
            (our, their) => {
                ours.extend(our);
                theirs.extend(their);
            }
        }
    }
    names.extend(rename::names(ours, theirs));
    names.sort();
    Ok(names)
}

struct Diff {
    old: gix::Repository,
    new: gix::Repository,
    found: Vec<Change>,
}

impl Diff {
    fn trees(&mut self, old: ObjectId, new: ObjectId, prefix: &str) -> Result<()> {
        if old == new {
            return Ok(());
        }
        let mut pairs: BTreeMap<String, (Option<Blob>, Option<Blob>)> = BTreeMap::new();
        for (name, blob) in entries(&self.old, old)? {
            pairs.entry(name).or_default().0 = Some(blob);
        }
        for (name, blob) in entries(&self.new, new)? {
            pairs.entry(name).or_default().1 = Some(blob);
        }
        for (name, (old, new)) in pairs.into_iter().filter(|(_, (old, new))| old != new) {
            let path = format!("{prefix}{name}");
            let is_tree = |side: Option<Blob>| side.filter(|b| b.kind == EntryKind::Tree);
            match (is_tree(old), is_tree(new)) {
                (Some(old), Some(new)) => self.trees(old.id, new.id, &format!("{path}/"))?,
                (Some(tree), None) => {
                    let mut gone = Vec::new();
                    below(&self.old, tree.id, &format!("{path}/"), &mut gone)?;
                    self.found.extend(gone.into_iter().map(|(path, b)| Change { path, old: Some(b), new: None }));
                    self.found.extend(new.map(|b| Change { path, old: None, new: Some(b) }));
                }
                (None, Some(tree)) => {
                    let mut come = Vec::new();
                    below(&self.new, tree.id, &format!("{path}/"), &mut come)?;
                    self.found.extend(come.into_iter().map(|(path, b)| Change { path, old: None, new: Some(b) }));
                    self.found.extend(old.map(|b| Change { path, old: Some(b), new: None }));
                }
                (None, None) => self.found.push(Change { path, old, new }),
            }
        }
        Ok(())
    }
}

/// The difference of two lists of files, both sorted by path.
pub(super) fn lists(old: Vec<File>, new: Vec<File>) -> Vec<Change> {
    let (mut old, mut new) = (old.into_iter().peekable(), new.into_iter().peekable());
    let mut found = Vec::new();
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return found,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let gone = if order.is_le() { old.next() } else { None };
        let come = if order.is_ge() { new.next() } else { None };
        let Some(path) = gone.as_ref().or(come.as_ref()).map(|(path, _)| path.clone()) else { return found };
        let (old, new) = (gone.map(|(_, b)| b), come.map(|(_, b)| b));
        if old != new {
            found.push(Change { path, old, new });
        }
    }
}
