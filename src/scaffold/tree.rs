//! The tree of a template, rendered into the project.

use super::data::Data;
use super::jinja;
use super::paths::{self, Names, forbidden};
use super::patterns::Patterns;
use super::texts::not_utf8;
use super::worker::{Worker, with};
use super::write::{Content, Writer};
use crate::error::{Error, Result};
use crate::platform;
use minijinja::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// How deep directories may nest; links can make circles.
const MAX_DEPTH: usize = 100;

/// Renders every path of the template.
///
/// # Errors
/// An error when a path or file cannot be rendered or written, or a path leads out of the project.
pub(super) fn render(worker: &Worker<'_>) -> Result<()> {
    let template = &worker.template;
    let context = worker.context()?;
    let texts = &template.config.texts;
    let subdirectory = worker.render_setting(&["_subdirectory"], &template.config.subdirectory, &context)?;
    let copy_root = paths::resolve(&template.root.join(&subdirectory));
    if !copy_root.starts_with(&template.root) {
        return Err(texts.point(forbidden(Path::new(&subdirectory)), &["_subdirectory"]));
    }
    if !copy_root.is_dir() {
        let error = Error::new(format!("the template has no directory `{subdirectory}`"));
        return Err(texts.point(error, &["_subdirectory"]));
    }
    let answers_file = worker.answers_file()?;
    let tree = Tree {
        exclude: exclusions(worker, &context)?,
        writer: Writer::new(worker, skipped(worker)?, &answers_file),
        names: Names { worker, context: &context, answers_file: &answers_file, copy_root: &copy_root },
        project: paths::resolve(&worker.project),
    };
    tree.directory(&copy_root, 0)
}

/// What is not made.
fn exclusions(worker: &Worker<'_>, context: &Value) -> Result<Patterns> {
    let operation = ("_copier_operation".to_owned(), Value::from(worker.operation.name()));
    let context = with(context, &Data::from_iter([operation]));
    let config = &worker.template.config;
    let mut lines = Vec::new();
    for pattern in config.exclude.iter().chain(&worker.request.exclude) {
        let rendered = worker.render_setting(&["_exclude"], pattern, &context)?;
        lines.extend(rendered.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(str::to_owned));
    }
    let patterns = Patterns::new(lines.iter().map(String::as_str));
    patterns.map_err(|error| config.texts.point(error, &["_exclude"]))
}

/// What is kept when it exists.
pub(super) fn skipped(worker: &Worker<'_>) -> Result<Patterns> {
    let patterns = worker.request.skip.iter().chain(&worker.template.config.skip_if_exists);
    let context = worker.context()?;
    let rendered = patterns.map(|pattern| worker.render_setting(&["_skip_if_exists"], pattern, &context));
    let rendered = rendered.collect::<Result<Vec<_>>>()?;
    let patterns = Patterns::new(rendered.iter().map(String::as_str));
    patterns.map_err(|error| worker.template.config.texts.point(error, &["_skip_if_exists"]))
}

struct Tree<'w, 'a> {
    exclude: Patterns,
    writer: Writer<'w, 'a>,
    names: Names<'w, 'a>,
    /// The project without links.
    project: PathBuf,
}

impl Tree<'_, '_> {
    fn directory(&self, dir: &Path, depth: usize) -> Result<()> {
        if depth > MAX_DEPTH {
            return Err(Error::new(format!("directories nest more than {MAX_DEPTH} levels deep")).in_file(dir));
        }
        let entries = fs::read_dir(dir).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(dir))?;
        // a repository's own machinery is no part of a template
        let entries = entries.flatten().filter(|entry| entry.file_name() != ".git");
        let mut entries: Vec<_> = entries.map(|entry| entry.path()).collect();
        entries.sort();
        let preserve = self.names.worker.template.config.preserve_symlinks;
        for path in entries {
            self.entry(&path)?;
            if path.is_dir() && !(preserve && path.is_symlink()) {
                self.directory(&path, depth + 1)?;
            }
        }
        Ok(())
    }

    fn entry(&self, source: &Path) -> Result<()> {
        self.names.worker.console.go_on()?;
        let template = &self.names.worker.template;
        let is_link = source.is_symlink();
        let relative = source.strip_prefix(self.names.copy_root).unwrap_or(source);
        if is_link && !template.config.preserve_symlinks && !paths::resolve(source).starts_with(&template.root) {
            return Err(forbidden(relative));
        }
        for (target, variables) in self.names.targets(relative)? {
            paths::check(&self.project, &target)?;
            if self.exclude.matches(&target.to_string_lossy()) {
                continue;
            }
            if is_link && template.config.preserve_symlinks {
                self.writer.link(&target, &self.link(source)?)?;
            } else if source.is_dir() {
                self.writer.folder(&target)?;
            } else {
                self.file(source, &target, &variables)?;
            }
        }
        Ok(())
    }

    /// Where a link leads; rendered when the link is a template.
    fn link(&self, source: &Path) -> Result<PathBuf> {
        let worker = self.names.worker;
        let target = fs::read_link(source).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(source))?;
        if !self.is_template(source) {
            return Ok(target);
        }
        let rendered = worker.render_in(&target.to_string_lossy(), self.names.context);
        rendered.map(PathBuf::from).map_err(|failure| jinja::explain(&failure, self.names.context).in_file(source))
    }

    fn is_template(&self, source: &Path) -> bool {
        let suffix = self.names.worker.template.config.suffix.as_str();
        source.file_name().is_some_and(|name| name.to_string_lossy().ends_with(suffix))
    }

    fn file(&self, source: &Path, target: &Path, variables: &Data) -> Result<()> {
        let template = &self.names.worker.template;
        // a pipe or a device may have no end
        if fs::metadata(source).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(Error::new("is no file and no directory").in_file(source));
        }
        let bytes = fs::read(source).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(source))?;
        let name = source.strip_prefix(&template.root).unwrap_or(source);
        let bytes = if self.is_template(source) {
            match String::from_utf8(bytes) {
                Ok(text) => self.render(source, name, &text, variables)?,
                // where everything is a template, what is no text is copied
                Err(error) if template.config.suffix.is_empty() => error.into_bytes(),
                Err(error) => return Err(not_utf8(source, &error)),
            }
        } else {
            bytes
        };
        let mode = mode(source)?;
        let mode = match template.recorded_mode(name) {
            Some(recorded) => mode & !0o111 | recorded & 0o111,
            None => mode,
        };
        self.writer.file(target, &Content { bytes, mode })
    }

    fn render(&self, source: &Path, name: &Path, text: &str, variables: &Data) -> Result<Vec<u8>> {
        let worker = self.names.worker;
        let name = name.to_string_lossy();
        worker.jinja.refuse_loop(&name, text).map_err(|error| {
            let start = text.find("yield").unwrap_or_default();
            error.in_text(source, text, start..start + "yield".len())
        })?;
        let context =
            if variables.is_empty() { self.names.context.clone() } else { with(self.names.context, variables) };
        let rendered = worker.jinja.render_named(&name, text, &context);
        worker.pass_on_notices();
        rendered.map(String::into_bytes).map_err(|failure| {
            let file = jinja::File { root: &worker.template.root, path: source, name: &name, text };
            worker.jinja.failed(&failure, &context, &file)
        })
    }
}

fn mode(path: &Path) -> Result<u32> {
    platform::mode(path).map_err(|e| Error::new(format!("cannot be read: {e}")).in_file(path))
}
