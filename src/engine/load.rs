//! Manifests read from disk: each file once per run, parsed once, shared by all who import it.

use super::tags::ManifestTags;
use super::tolerant::Problems;
use crate::code;
use crate::error::{Error, Result};
use crate::external::git::Staged;
use crate::text::{Source, SourceMap, Span};
use crate::value::{Data, Map, Value};
use crate::yaml;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A file on disk and what it says.
#[derive(Debug)]
pub(crate) struct File {
    pub source: Arc<Source>,
    /// The first byte that is no UTF-8, which YAML refuses wherever it stands.
    foreign: Option<usize>,
    parsed: OnceLock<Result<Value>>,
}

type Slot = Arc<OnceLock<Option<Arc<File>>>>;

/// Reads and parses files, each at most once.
#[derive(Debug)]
pub(crate) struct Loader {
    sources: SourceMap,
    /// Absolute base path: where `!include` looks when the file is not beside the manifest.
    root: PathBuf,
    /// Where `!include` looks before that.
    cwd: PathBuf,
    /// Git's index, where it holds instead of the disk.
    staged: Option<Arc<Staged>>,
    files: Mutex<FxHashMap<PathBuf, Slot>>,
    appends: AtomicBool,
    /// Where problems go that are no reason to stop.
    problems: Option<Problems>,
}

impl Loader {
    pub(crate) fn new(
        sources: SourceMap,
        root: PathBuf,
        cwd: PathBuf,
        staged: Option<Arc<Staged>>,
        problems: Option<Problems>,
    ) -> Self {
        Loader { sources, root, cwd, staged, files: Mutex::default(), appends: AtomicBool::new(false), problems }
    }

    /// Whether any manifest read so far uses `!append`.
    pub(crate) fn appends(&self) -> bool {
        self.appends.load(Ordering::Relaxed)
    }

    pub(crate) fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// The file at a path; `None` when it cannot be read.
    pub(crate) fn open(&self, path: &Path) -> Option<Arc<File>> {
        let slot = {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            match files.get(path) {
                Some(slot) => Arc::clone(slot),
                None => Arc::clone(files.entry(path.to_path_buf()).or_default()),
            }
        };
        slot.get_or_init(|| {
            let staged = self.staged.as_ref();
            if staged.is_some_and(|staged| staged.has(path) == Some(false)) {
                return None;
            }
            let held = staged.and_then(|staged| staged.contents(path)).map(<[u8]>::to_vec);
            let text = held.or_else(|| std::fs::read(path).ok())?;
            let (text, foreign) = match String::from_utf8(text) {
                Ok(text) => (text, None),
                Err(e) => (String::from_utf8_lossy(e.as_bytes()).into_owned(), Some(e.utf8_error().valid_up_to())),
            };
            let source = self.sources.add(path, text, false);
            Some(Arc::new(File { source, foreign, parsed: OnceLock::new() }))
        })
        .clone()
    }

    /// What a file says before any template is rendered; the same tree for everyone who asks.
    pub(crate) fn parse(&self, file: &File) -> Result<Value> {
        file.parsed
            .get_or_init(|| {
                if let Some(at) = file.foreign {
                    let error = not_text(&file.source, at);
                    match &self.problems {
                        Some(problems) => problems.extend([error]),
                        None => return Err(error),
                    }
                }
                self.parse_source(&file.source)
            })
            .clone()
    }

    /// What a text says; used for rendered texts, which are not kept.
    pub(crate) fn parse_source(&self, source: &Source) -> Result<Value> {
        let mut tags = ManifestTags {
            path: &source.path,
            root: &self.root,
            cwd: &self.cwd,
            sources: &self.sources,
            appends: &self.appends,
        };
        // a template need not be YAML before it is rendered
        let is_raw_template = !source.rendered && source.path.extension().is_some_and(|e| e == "tmpl");
        let document = match self.problems.as_ref().filter(|_| !is_raw_template) {
            None => yaml::load(source, &mut tags)?,
            Some(problems) => {
                let (document, found) = yaml::load_lenient(source, &mut tags);
                problems.extend(found);
                document
            }
        };
        match document.value.data {
            Data::Map(_) | Data::Null => Ok(document.value),
            _ => Err(Error::new(format!("a stack manifest must be a map, this is a {}", document.value.type_name()))
                .code(&code::NOT_A_MANIFEST)
                .at(document.value.span)
                .hint("write `key: value` lines at the top level of the file")),
        }
    }
}

/// That a file holds what is no text; `at` is the first byte of that.
fn not_text(source: &Source, at: usize) -> Error {
    let place = Span::new(source.id, at, at + char::REPLACEMENT_CHARACTER.len_utf8());
    Error::new("invalid YAML: this byte is no UTF-8").code(&code::YAML_SYNTAX).at(place).hint("save the file as UTF-8")
}

/// Timestamps as Atmos's merge leaves them: empty maps. Subtrees without any are shared.
pub(crate) fn drop_times(value: &Value) -> Value {
    fn has_time(value: &Value) -> bool {
        match &value.data {
            Data::Time(_) => true,
            Data::Seq(items) => items.iter().any(has_time),
            Data::Map(map) => map.values().any(has_time),
            _ => false,
        }
    }
    if !has_time(value) {
        return value.clone();
    }
    let data = match &value.data {
        Data::Time(_) => Data::Map(Arc::default()),
        Data::Seq(items) => Data::Seq(Arc::new(items.iter().map(drop_times).collect())),
        Data::Map(map) => Data::Map(Arc::new(map.iter().map(|(k, v)| (k.clone(), drop_times(v))).collect::<Map>())),
        other => other.clone(),
    };
    Value::new(data, value.span)
}

/// What a rendered text says: custom tags stay text.
pub(crate) fn from_text(text: &str) -> Result<Value> {
    Ok(yaml::load_str(text, &mut yaml::PlainTags)?.value)
}
