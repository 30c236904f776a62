//! The merge: three trees, of which git knows how they differ.

use super::console::{Console, Decision};
use super::journal::Journal;
use super::patterns::{self, Patterns};
use super::request::{Conflict, Request};
use super::source::git::Git;
use crate::error::{Error, Result};
use std::collections::HashSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tempfile::TempDir;

/// A project rendered beside the true one.
pub(super) struct Side {
    dir: TempDir,
}

impl Side {
    pub(super) fn new() -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("gaia-update.").tempdir();
        let dir = dir.map_err(|e| Error::new(format!("cannot make a temporary directory: {e}")))?;
        Ok(Side { dir })
    }

    pub(super) fn path(&self) -> &Path {
        self.dir.path()
    }

    fn git(&self) -> Git {
        Git::at(self.path())
    }

    /// Commits everything.
    fn start(&self) -> Result<()> {
        let git = self.git();
        git.run(&["init", "-q"])?;
        git.run(&["add", "."])?;
        self.commit()
    }

    /// Commits what is there. Hooks of the template may change it first, as they did in the project.
    fn commit(&self) -> Result<()> {
        let git = self.git();
        let hooks = git.ask(&["rev-parse", "--git-path", "hooks"]).map(|hooks| self.path().join(hooks));
        let names = ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"];
        if hooks.is_some_and(|hooks| names.iter().any(|name| hooks.join(name).exists())) {
            git.bytes(&["commit", "-q", "--allow-empty", "-am", "as it is", "--no-gpg-sign"], b"")?;
        }
        let quick = ["-c", "maintenance.auto=false", "-c", "gc.auto=0"];
        let commit = ["commit", "-q", "--allow-empty", "-am", "as it stays", "--no-gpg-sign", "--no-verify"];
        git.run(&[&quick[..], &commit].concat()).map(drop)
    }

    /// Lends objects of other repositories.
    fn borrow(&self, others: &[&Path]) -> Result<()> {
        let objects = |dir: &Path| -> Result<PathBuf> {
            let path = Git::at(dir).run(&["rev-parse", "--git-path", "objects"])?;
            Ok(dir.join(path.trim()))
        };
        let file = objects(self.path())?.join("info/alternates");
        let lines = others.iter().map(|other| Ok(objects(other)?.to_string_lossy().into_owned()));
        let text = lines.collect::<Result<Vec<_>>>()?.join("\n") + "\n";
        let failed = |e| Error::new(format!("cannot be written: {e}")).in_file(&file);
        fs::create_dir_all(file.parent().unwrap_or(self.path())).map_err(failed)?;
        fs::write(&file, text).map_err(failed)
    }

    /// Paths that differ from the last commit in a way.
    fn differing(&self, filter: &str, tree: &str) -> Result<Vec<String>> {
        let filter = format!("--diff-filter={filter}");
        let args = ["diff-tree", "-r", "--no-renames", &filter, "--name-only", "-z", "HEAD", tree];
        Ok(names(&self.git().run(&args)?))
    }
}

fn names(listed: &str) -> Vec<String> {
    listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Files that the user has changed and that are no text.
fn binary(git: &Git, own: &str) -> Result<Vec<String>> {
    let listed = git.run(&["diff-tree", "-r", "--no-renames", "--numstat", "-z", "HEAD", own])?;
    Ok(names(&listed).iter().filter_map(|line| line.strip_prefix("-\t-\t").map(str::to_owned)).collect())
}

/// The project's repository, what the old version makes of it, and what the new one makes of it.
pub(super) struct Merge {
    top: PathBuf,
    subdirectory: PathBuf,
    /// The project as it is, as a tree of git.
    own: String,
    old: Side,
    new: Side,
    /// Files of the old version that the user has removed.
    removed: Vec<String>,
    journal: Option<Rc<Journal>>,
}

impl Merge {
    /// Takes the project as it is in the index.
    pub(super) fn new(
        top: &Path,
        subdirectory: &Path,
        old: Side,
        new: Side,
        journal: Option<Rc<Journal>>,
    ) -> Result<Self> {
        let own = Git::at(top).run(&["write-tree"])?.trim().to_owned();
        old.start()?;
        old.borrow(&[top])?;
        let (top, subdirectory) = (top.to_owned(), subdirectory.to_owned());
        Ok(Merge { top, subdirectory, own, old, new, removed: Vec::new(), journal })
    }

    pub(super) fn new_path(&self) -> &Path {
        self.new.path()
    }

    /// Finds what the user has removed on purpose. What is only kept if it exists is made again.
    pub(super) fn find_removed(&mut self, skipped: &Patterns) -> Result<()> {
        let gone = self.old.differing("D", &self.own)?.into_iter();
        let removed = gone.filter(|path| {
            let file = self.top.join(path);
            !file.exists() && !file.is_symlink() && !skipped.matches(path)
        });
        self.removed = removed.collect();
        Ok(())
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
    pub(super) fn finish_new(&self) -> Result<()> {
        self.drop_removed(self.new.path())?;
        self.new.start()
    }

    /// Brings the user's changes, which the new version has overwritten, back into the project.
    pub(super) fn apply(
        &self,
        request: &Request,
        skipped: &Patterns,
        answers_file: &str,
        console: &dyn Console,
    ) -> Result<()> {
        self.add_common()?;
        let git = self.old.git();
        let context = format!("--unified={}", request.context_lines);
        let own = self.own.as_str();
        let prefix = self.subdirectory.to_string_lossy().into_owned();
        let changed = names(&git.run(&["diff-tree", "-r", "--no-renames", "--name-only", "-z", "HEAD", own])?);

        let mut args = vec!["apply".to_owned(), "--reject".to_owned()];
        let answers = self.subdirectory.join(answers_file);
        args.push(format!("--exclude={}", patterns::escape(&answers.to_string_lossy())));
        let inside = |path: &&String| Path::new(path.as_str()).starts_with(&self.subdirectory);
        for path in changed.iter().filter(inside) {
            let relative = Path::new(path).strip_prefix(&self.subdirectory).unwrap_or(Path::new(path));
            if skipped.matches(&relative.to_string_lossy()) {
                args.push(format!("--exclude={}", patterns::escape(path)));
            }
        }
        let status = Git::at(&self.top).run(&["status", "--ignored", "--porcelain", "-z"])?;
        let ignored = names(&status).into_iter().filter_map(|entry| entry.strip_prefix("!! ").map(str::to_owned));
        for path in ignored.filter(|path| !self.new.path().join(path).exists()) {
            args.push(format!("--exclude={}", patterns::escape(&path)));
        }

        let binary = binary(&git, own)?;
        args.extend(binary.iter().map(|path| format!("--exclude={}", patterns::escape(path))));
        let mut difference =
            vec!["diff-tree", context.as_str(), "--inter-hunk-context=-1", "--no-renames", "HEAD", own];
        if !prefix.is_empty() {
            difference.extend(["--", prefix.as_str()]);
        }
        let mut diff = git.bytes(&difference, b"")?;
        if !diff.status.success() {
            // before git 2.24
            difference[2] = "--inter-hunk-context=0";
            diff = git.bytes(&difference, b"")?;
        }
        let rejects_before: HashSet<_> = changed.iter().filter(|path| self.reject(path).exists()).collect();
        for path in &changed {
            self.note(&self.reject(path))?;
        }
        if !diff.stdout.is_empty() {
            // what does not fit is told by files, not by the exit code
            Git::at(&self.top).bytes(&args, &diff.stdout)?;
        }
        self.restore_binary(&binary, request.conflict, console)?;
        let is_rejected = |path: &&String| !rejects_before.contains(path) && self.reject(path).exists();
        let rejected: Vec<_> = changed.iter().filter(is_rejected).collect();
        if request.renames {
            self.follow_renames(&rejected, request, console)?;
        }
        if request.conflict != Conflict::Reject {
            let rejected: Vec<_> = rejected.into_iter().filter(|path| self.reject(path).exists()).collect();
            self.merge_inline(&rejected, request, console)?;
        }
        self.remove_old(Path::new(""))
    }

    fn reject(&self, path: &str) -> PathBuf {
        self.top.join(format!("{path}.rej"))
    }

    /// A file that both the user and the new version have added counts as an empty one before, so that it is changed,
    /// and not added, by both.
    fn add_common(&self) -> Result<()> {
        self.old.borrow(&[&self.top, self.new.path()])?;
        let new = self.new.git().run(&["rev-parse", "HEAD"])?;
        let theirs: HashSet<_> = self.old.differing("A", new.trim())?.into_iter().collect();
        let both: Vec<_> = self.old.differing("A", &self.own)?.into_iter().filter(|p| theirs.contains(p)).collect();
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
            self.old.git().run(&["add", "--force", "--", path])?;
        }
        self.old.commit()
    }

    /// Files that are no text cannot be merged. The user's own stays where the template has not changed it since; where
    /// both did, the template's comes, as it does with Copier, unless the user decides otherwise.
    fn restore_binary(&self, paths: &[String], conflict: Conflict, console: &dyn Console) -> Result<()> {
        for path in paths.iter().filter(|path| self.top.join(path).exists()) {
            let (old, new) = (fs::read(self.old.path().join(path)), fs::read(self.new.path().join(path)));
            let unchanged = old.is_ok_and(|old| new.is_ok_and(|new| old == new));
            let about = || format!("{path} is no text, and both the project and the template have changed it\n");
            if unchanged || decide(path, conflict, console, &about)? == Decision::Mine {
                self.check_out(path)?;
            }
        }
        Ok(())
    }

    fn check_out(&self, path: &str) -> Result<()> {
        let args = ["-c", "core.hooksPath=/dev/null", "checkout", "--", path];
        Git::at(&self.top).run(&args).map(drop)
    }

    /// Merges files whose changes did not fit, and leaves markers where both sides changed the same lines.
    fn merge_inline(&self, rejected: &[&String], request: &Request, console: &dyn Console) -> Result<()> {
        let mut conflicted = Vec::new();
        for path in rejected {
            self.check_out(path)?;
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
            let mut args: Vec<&std::ffi::OsStr> = vec!["merge-file".as_ref()];
            args.extend(how.iter().chain(&labels).map(|word| word.as_ref() as &std::ffi::OsStr));
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
        let new = self.new.git().run(&["rev-parse", "HEAD"])?;
        let listed = self.old.git().run(&["diff-tree", "-r", "-M", "--diff-filter=R", "-z", "HEAD", new.trim()])?;
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
        let mut args = vec!["ls-files", "--stage", "-z", "--"];
        args.extend(conflicted.iter().map(String::as_str));
        let mut input = String::new();
        for entry in names(&git.run(&args)?) {
            let Some((meta, path)) = entry.split_once('\t') else { continue };
            let mut words = meta.split(' ');
            let (Some(mode), Some(own)) = (words.next(), words.next()) else { continue };
            let none = "0".repeat(own.len());
            let _ = write!(input, "0 {none}\t{path}\0{mode} {own} 2\t{path}\0");
            for (stage, side) in [(1, &self.old), (3, &self.new)] {
                let file = side.path().join(path);
                if let Some(id) = git.ask(&["hash-object", "-w", "--", &file.to_string_lossy()]) {
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
