//! The merge: three trees, of which git knows how they differ.

use super::console::{Console, Decision};
use super::journal::Journal;
use super::patterns::{self, Patterns};
use super::request::{Conflict, Request};
use super::source::git::{Git, Places};
use super::trees::{Change, Side, Trees, names};
use crate::error::{Error, Result};
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The project's repository, what the old version makes of it, and what the new one makes of it.
pub(super) struct Merge {
    top: PathBuf,
    subdirectory: PathBuf,
    trees: Trees,
    /// The project as it is, as a tree of git.
    own: String,
    old: Side,
    old_tree: String,
    new: Side,
    new_tree: String,
    /// How the project differs from what the old version makes of it.
    changes: Vec<Change>,
    /// Files of the old version that the user has removed.
    removed: Vec<String>,
    journal: Option<Rc<Journal>>,
}

impl Merge {
    /// Takes the project as it is in the index.
    pub(super) fn new(
        places: &Places,
        subdirectory: &Path,
        old: Side,
        new: Side,
        journal: Option<Rc<Journal>>,
    ) -> Result<Self> {
        let own = Git::at(&places.top).run(&["write-tree"])?.trim().to_owned();
        let trees = Trees::beside(&places.objects)?;
        if let Some(journal) = &journal {
            journal.temporary(trees.path())?;
        }
        let old_tree = trees.of(&old)?;
        let changes = trees.changes(&old, &old_tree, &own)?;
        Ok(Merge {
            top: places.top.clone(),
            subdirectory: subdirectory.to_owned(),
            trees,
            own,
            old,
            old_tree,
            new,
            new_tree: String::new(),
            changes,
            removed: Vec::new(),
            journal,
        })
    }

    pub(super) fn new_path(&self) -> &Path {
        self.new.path()
    }

    /// Finds what the user has removed on purpose. What is only kept if it exists is made again.
    pub(super) fn find_removed(&mut self, skipped: &Patterns) {
        let removed = self.changed('D').filter(|path| {
            let file = self.top.join(path);
            !file.exists() && !file.is_symlink() && !skipped.matches(path)
        });
        self.removed = removed.cloned().collect();
    }

    /// The files that the project has changed in a way.
    fn changed(&self, kind: char) -> impl Iterator<Item = &String> {
        self.changes.iter().filter(move |change| change.kind == kind).map(|change| &change.path)
    }

    /// Removes it again, where a rendering has brought it back.
    pub(super) fn drop_removed(&self, root: &Path) -> Result<()> {
        for path in &self.removed {
            let file = root.join(path);
            self.note(&file)?;
            // it may not be there
            let _ = fs::remove_file(file);
        }
        Ok(())
    }

    /// Writes down what is there, so that it can be brought back.
    fn note(&self, file: &Path) -> Result<()> {
        self.journal.as_ref().map_or(Ok(()), |journal| journal.before(file))
    }

    /// Closes the rendering of the new version.
    pub(super) fn finish_new(&mut self) -> Result<()> {
        self.drop_removed(self.new.path())?;
        self.new_tree = self.trees.of(&self.new)?;
        Ok(())
    }

    /// Brings the user's changes, which the new version has overwritten, back into the project.
    pub(super) fn apply(
        &mut self,
        request: &Request,
        skipped: &Patterns,
        answers_file: &str,
        console: &dyn Console,
    ) -> Result<()> {
        self.add_common()?;
        let paths = || self.changes.iter().map(|change| &change.path);
        let before: HashSet<_> = paths().filter(|path| self.reject(path).exists()).collect();
        for path in paths() {
            self.note(&self.reject(path))?;
        }
        let difference = self.difference(request.context_lines)?;
        if !difference.is_empty() {
            let args = self.apply_args(skipped, answers_file)?;
            // what does not fit is told by files, not by the exit code
            Git::at(&self.top).bytes(&args, &difference)?;
        }
        self.restore_binary(request.conflict, console)?;
        let rejected: Vec<_> = paths().filter(|path| !before.contains(path) && self.reject(path).exists()).collect();
        if request.renames && !rejected.is_empty() {
            self.follow_renames(&rejected, request, console)?;
        }
        if request.conflict != Conflict::Reject {
            let rejected: Vec<_> = rejected.into_iter().filter(|path| self.reject(path).exists()).collect();
            self.merge_inline(&rejected, request, console)?;
        }
        self.remove_old(Path::new(""))
    }

    /// What the project has changed, as a patch.
    fn difference(&self, context_lines: usize) -> Result<Vec<u8>> {
        let context = format!("--unified={context_lines}");
        let prefix = self.subdirectory.to_string_lossy();
        let (old, own) = (self.old_tree.as_str(), self.own.as_str());
        let mut args = vec!["diff-tree", &context, "--inter-hunk-context=-1", "--no-renames", old, own];
        if !prefix.is_empty() {
            args.extend(["--", &prefix]);
        }
        let git = self.trees.git(&self.old);
        let mut difference = git.bytes(&args, b"")?;
        if !difference.status.success() {
            // before git 2.24
            args[2] = "--inter-hunk-context=0";
            difference = git.bytes(&args, b"")?;
        }
        Ok(difference.stdout)
    }

    /// How the patch is applied: not to answers, to what is kept as it is, to what git ignores or cannot merge.
    fn apply_args(&self, skipped: &Patterns, answers_file: &str) -> Result<Vec<String>> {
        let exclude = |path: &str| format!("--exclude={}", patterns::escape(path));
        let mut args = vec!["apply".to_owned(), "--reject".to_owned()];
        args.push(exclude(&self.subdirectory.join(answers_file).to_string_lossy()));
        for change in &self.changes {
            let inside = Path::new(&change.path).strip_prefix(&self.subdirectory);
            let kept = inside.is_ok_and(|path| skipped.matches(&path.to_string_lossy()));
            if kept || change.binary {
                args.push(exclude(&change.path));
            }
        }
        let status = Git::at(&self.top).run(&["status", "--ignored", "--porcelain", "-z"])?;
        let ignored = names(&status).into_iter().filter_map(|entry| entry.strip_prefix("!! ").map(str::to_owned));
        args.extend(ignored.filter(|path| !self.new.path().join(path).exists()).map(|path| exclude(&path)));
        Ok(args)
    }

    fn reject(&self, path: &str) -> PathBuf {
        self.top.join(format!("{path}.rej"))
    }

    /// A file that both the user and the new version have added counts as an empty one before, so that it is changed,
    /// and not added, by both.
    fn add_common(&mut self) -> Result<()> {
        if self.changed('A').next().is_none() {
            return Ok(());
        }
        let theirs = self.trees.changes(&self.old, &self.old_tree, &self.new_tree)?;
        let theirs: HashSet<_> = theirs.iter().filter(|change| change.kind == 'A').map(|change| &change.path).collect();
        let both: Vec<_> = self.changed('A').filter(|path| theirs.contains(path)).cloned().collect();
        if both.is_empty() {
            return Ok(());
        }
        for path in &both {
            let file = self.old.path().join(path);
            let failed = |e: std::io::Error| Error::new(format!("cannot be written: {e}")).in_file(&file);
            if let Some(parent) = file.parent() {
                fs::create_dir_all(parent).map_err(failed)?;
            }
            if !file.exists() {
                fs::write(&file, "").map_err(failed)?;
            }
            if let Ok(metadata) = fs::metadata(self.top.join(path)) {
                // the mode only spares a difference
                let _ = fs::set_permissions(&file, metadata.permissions());
            }
        }
        self.old_tree = self.trees.with(&self.old, &both)?;
        self.changes = self.trees.changes(&self.old, &self.old_tree, &self.own)?;
        Ok(())
    }

    /// Files that are no text cannot be merged. The user's own stays where the template has not changed it since; where
    /// both did, the template's comes, as it does with Copier, unless the user decides otherwise.
    fn restore_binary(&self, conflict: Conflict, console: &dyn Console) -> Result<()> {
        let binary = self.changes.iter().filter(|change| change.binary).map(|change| &change.path);
        for path in binary.filter(|path| self.top.join(path).exists()) {
            let (old, new) = (fs::read(self.old.path().join(path)), fs::read(self.new.path().join(path)));
            let unchanged = old.is_ok_and(|old| new.is_ok_and(|new| old == new));
            let about = || format!("{path} is no text, and both the project and the template have changed it\n");
            if unchanged || decide(path, conflict, console, &about)? == Decision::Mine {
                self.check_out(&[path])?;
            }
        }
        Ok(())
    }

    fn check_out(&self, paths: &[&String]) -> Result<()> {
        let words = ["--literal-pathspecs", "-c", "core.hooksPath=/dev/null", "checkout", "--"].into_iter();
        let args: Vec<_> = words.chain(paths.iter().map(|path| path.as_str())).collect();
        Git::at(&self.top).run(&args).map(drop)
    }

    /// Merges files whose changes did not fit, and leaves markers where both sides changed the same lines.
    fn merge_inline(&self, rejected: &[&String], request: &Request, console: &dyn Console) -> Result<()> {
        if rejected.is_empty() {
            return Ok(());
        }
        self.check_out(rejected)?;
        let mut conflicted = Vec::new();
        for path in rejected {
            let (old, new) = (self.old.path().join(path), self.new.path().join(path));
            let _ = fs::remove_file(self.reject(path));
            if self.merge_file(path, [&old, &new], request, console)? {
                conflicted.push((*path).clone());
            }
        }
        self.register(&conflicted)
    }

    /// Merges one file with what the old and the new version have of it. Whether markers are left.
    fn merge_file(&self, path: &str, sides: [&PathBuf; 2], request: &Request, console: &dyn Console) -> Result<bool> {
        let git = Git::at(&self.top);
        let merge = |how: &[&str]| {
            let labels = ["-L", "before updating", "-L", "last update", "-L", "after updating", "--", path];
            let mut args: Vec<&OsStr> = vec!["merge-file".as_ref()];
            args.extend(how.iter().chain(&labels).map(OsStr::new));
            args.extend(sides.map(|side| side.as_os_str()));
            // the code counts the conflicts
            git.bytes(&args, b"").map(drop)
        };
        let file = self.top.join(path);
        let own = fs::read(&file).unwrap_or_default();
        merge(if request.diff3 { &["--diff3"] } else { &[] })?;
        if !has_markers(&fs::read(&file).unwrap_or_default()) {
            return Ok(false);
        }
        let show = || git.run(&["diff", "--no-color", "--no-ext-diff", "--", path]).unwrap_or_default();
        let how = match decide(path, request.conflict, console, &show)? {
            Decision::Markers => return Ok(true),
            Decision::Mine => "--ours",
            Decision::Theirs => "--theirs",
        };
        fs::write(&file, own).map_err(|e| Error::new(format!("cannot be written: {e}")).in_file(&file))?;
        merge(&[how])?;
        Ok(false)
    }

    /// Carries the project's changes of a file that the template has renamed into the file of the new name.
    fn follow_renames(&self, rejected: &[&String], request: &Request, console: &dyn Console) -> Result<()> {
        let args = ["diff-tree", "-r", "-M", "--diff-filter=R", "-z", &self.old_tree, &self.new_tree];
        let listed = self.trees.git(&self.old).run(&args)?;
        let parts: Vec<_> = listed.split('\0').collect();
        for renamed in parts.chunks_exact(3) {
            let [_, from, to] = *renamed else { continue };
            let target = self.top.join(to);
            if !rejected.iter().any(|path| *path == from) || !target.is_file() {
                continue;
            }
            let own = Git::at(&self.top).bytes(&["cat-file", "blob", &format!("{}:{from}", self.own)], b"")?;
            self.note(&target)?;
            let failed = |e| Error::new(format!("cannot be written: {e}")).in_file(&target);
            fs::write(&target, own.stdout).map_err(failed)?;
            let _ = fs::remove_file(self.reject(from));
            self.merge_file(to, [&self.old.path().join(from), &self.new.path().join(to)], request, console)?;
        }
        Ok(())
    }

    /// Tells the index of the conflicts, so that git and editors show them as such.
    fn register(&self, conflicted: &[String]) -> Result<()> {
        if conflicted.is_empty() {
            return Ok(());
        }
        let git = Git::at(&self.top);
        let sides = || [(1, &self.old), (3, &self.new)].into_iter();
        let files = conflicted.iter().flat_map(|path| sides().map(move |(_, side)| side.path().join(path)));
        let files: Vec<_> = files.filter(|file| file.exists()).collect();
        let words = ["hash-object", "-w", "--"].map(OsStr::new).into_iter();
        let ids = git.run(&words.chain(files.iter().map(|file| file.as_os_str())).collect::<Vec<_>>())?;
        let ids: HashMap<_, _> = files.iter().zip(ids.lines()).collect();

        let mut args = vec!["--literal-pathspecs", "ls-files", "--stage", "-z", "--"];
        args.extend(conflicted.iter().map(String::as_str));
        let mut input = String::new();
        for entry in names(&git.run(&args)?) {
            let Some((meta, path)) = entry.split_once('\t') else { continue };
            let mut words = meta.split(' ');
            let (Some(mode), Some(own)) = (words.next(), words.next()) else { continue };
            let none = "0".repeat(own.len());
            let _ = write!(input, "0 {none}\t{path}\0{mode} {own} 2\t{path}\0");
            for (stage, side) in sides() {
                if let Some(id) = ids.get(&side.path().join(path)) {
                    let _ = write!(input, "{mode} {id} {stage}\t{path}\0");
                }
            }
        }
        git.run_with(&["update-index", "-z", "--index-info"], input.as_bytes()).map(drop)
    }

    /// Removes what the old version has and the new one has not, and directories that are empty then.
    fn remove_old(&self, relative: &Path) -> Result<()> {
        let dir = self.old.path().join(relative);
        let entries = fs::read_dir(&dir).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(&dir))?;
        for entry in entries.flatten() {
            let path = relative.join(entry.file_name());
            let target = self.top.join(&path);
            if entry.file_name() == ".git" || target.is_symlink() {
                continue;
            }
            let is_dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let kept = self.new.path().join(&path);
            if is_dir && target.is_dir() {
                self.remove_old(&path)?;
                // only when it is empty
                let _ = fs::remove_dir(&target);
            } else if !is_dir && !kept.exists() && !kept.is_symlink() && target.is_file() {
                self.note(&target)?;
                fs::remove_file(&target).map_err(|e| Error::new(format!("cannot be removed: {e}")).in_file(&target))?;
            }
        }
        Ok(())
    }
}

/// Whether a merge has left markers in a file.
fn has_markers(text: &[u8]) -> bool {
    let is_marker =
        |line: &[u8]| matches!(line.trim_ascii_end(), b"<<<<<<< before updating" | b">>>>>>> after updating");
    text.split(|byte| *byte == b'\n').any(is_marker)
}

/// What becomes of a file that both sides have changed.
fn decide(path: &str, conflict: Conflict, console: &dyn Console, difference: &dyn Fn() -> String) -> Result<Decision> {
    Ok(match conflict {
        Conflict::Mine => Decision::Mine,
        Conflict::Theirs => Decision::Theirs,
        Conflict::Ask => console.decide(path, &difference())?.unwrap_or(Decision::Markers),
        Conflict::Inline | Conflict::Reject => Decision::Markers,
    })
}
