//! `_external_data`: other YAML files of the project, read when a template asks for them.

use super::answers;
use super::data::Data;
use super::jinja::{self, Jinja};
use super::worker::Worker;
use minijinja::value::{Enumerator, Object};
use minijinja::{ErrorKind, Value};
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The files by their names.
pub(super) struct External {
    files: Vec<(String, String)>,
    jinja: Arc<Jinja>,
    context: Value,
    project: PathBuf,
    trusted: bool,
    read: Mutex<Data>,
}

impl External {
    pub(super) fn new(worker: &Worker<'_>, context: Data) -> Self {
        External {
            files: worker.template.config.external_data.clone(),
            jinja: Arc::clone(&worker.jinja),
            context: Value::from_pairs(context),
            project: worker.project.clone(),
            trusted: worker.request.trust,
            read: Mutex::new(Data::new()),
        }
    }

    fn load(&self, path: &str) -> Result<Value, jinja::Failure> {
        let failed = |message: String| jinja::Failure::new(ErrorKind::InvalidOperation, message);
        let path = self.jinja.render(path, &self.context)?;
        let file = self.project.join(&path);
        let inside = |file: &PathBuf| {
            let root = self.project.canonicalize().unwrap_or_else(|_| self.project.clone());
            super::paths::resolve(file).starts_with(root)
        };
        if !self.trusted && !inside(&file) {
            return Err(failed(format!("\"{path}\" is forbidden\n\nIf you trust this path, use `--trust`")));
        }
        match answers::value(&file) {
            Ok(Some(value)) => Ok(value),
            Ok(None) => {
                self.jinja.notice_missing(&path);
                Ok(Value::from_pairs(Data::new()))
            }
            Err(error) => Err(failed(error.message().to_owned())),
        }
    }
}

impl fmt::Debug for External {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.files).finish()
    }
}

impl Object for External {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = key.as_str()?;
        let (_, path) = self.files.iter().find(|(other, _)| other == name)?;
        let known = self.read.lock().ok().and_then(|read| read.get(name).cloned());
        if known.is_some() {
            return known;
        }
        let value = self.load(path).unwrap_or_else(Value::from);
        if let Ok(mut read) = self.read.lock() {
            read.insert(name.to_owned(), value.clone());
        }
        Some(value)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.files.iter().map(|(name, _)| Value::from(name.as_str())).collect())
    }
}
