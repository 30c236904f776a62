//! Paths that templates join: `_copier_conf.src_path / 'script.py'`.

use super::Failure;
use minijinja::value::{Object, ObjectRepr};
use minijinja::{Environment, Value};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// A path, as far as templates use Python's `PurePath`.
#[derive(Debug)]
pub(in crate::scaffold) struct Place(String);

impl Place {
    pub(in crate::scaffold) fn value(path: impl Into<String>) -> Value {
        Value::from_object(Place(path.into()))
    }
}

pub(super) fn add(env: &mut Environment<'_>) {
    env.add_function("__join", |path: &Value, part: &Value| -> Result<Value, Failure> {
        if path.is_number() {
            // it was a division after all
            let (path, part) = (f64::try_from(path.clone())?, f64::try_from(part.clone())?);
            return Ok(Value::from(path / part));
        }
        Ok(Place::value(Path::new(&path.to_string()).join(part.to_string()).to_string_lossy()))
    });
}

impl Object for Place {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let path = Path::new(&self.0);
        let text =
            |part: Option<&std::ffi::OsStr>| Value::from(part.unwrap_or_default().to_string_lossy().into_owned());
        Some(match key.as_str()? {
            "name" => text(path.file_name()),
            "stem" => text(path.file_stem()),
            "suffix" => match path.extension() {
                Some(extension) => Value::from(format!(".{}", extension.to_string_lossy())),
                None => Value::from(""),
            },
            "parent" => {
                let parent = path.parent().map(|parent| parent.to_string_lossy().into_owned()).unwrap_or_default();
                Place::value(if parent.is_empty() { ".".to_owned() } else { parent })
            }
            "parts" => path.iter().map(|part| Value::from(part.to_string_lossy().into_owned())).collect(),
            _ => return None,
        })
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
