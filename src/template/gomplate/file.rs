//! `file`.

use super::conv::text;
use super::encoding::bytes;
use crate::template::error::CallError;
use crate::template::function::{CallResult, Table};
use crate::template::time::{Time, time_val};
use crate::template::types::Type;
use crate::template::val::{Object, Val};
use std::any::Any;
use std::fs::{self, Metadata};
use std::path::{Component, Path};

pub(super) fn register(table: &mut Table) {
    table.add("file.Read", |path: Val| -> CallResult<String> {
        let path = text(&path);
        let bytes = fs::read(&*path).map_err(|e| failed(&path, &e))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    });
    table.add("file.Exists", |path: Val| Path::new(&*text(&path)).exists());
    table.add("file.IsDir", |path: Val| Path::new(&*text(&path)).is_dir());
    table.add("file.Stat", |path: Val| -> CallResult {
        let path = text(&path);
        let metadata = fs::metadata(&*path).map_err(|e| failed(&path, &e))?;
        let name = crate::template::path::base(&path);
        Ok(Val::object(Info { name, metadata }))
    });
    table.add("file.ReadDir", |path: Val| -> CallResult<Vec<String>> {
        let path = text(&path);
        let mut names = Vec::new();
        for entry in fs::read_dir(&*path).map_err(|e| failed(&path, &e))? {
            names.push(entry.map_err(|e| failed(&path, &e))?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    });
    table.add("file.Walk", |path: Val| -> CallResult<Vec<String>> {
        let path = text(&path);
        let entries = walkdir::WalkDir::new(&*path).sort_by_file_name().into_iter();
        let paths = entries.map(|entry| entry.map(|entry| entry.path().to_string_lossy().into_owned()));
        paths.collect::<Result<_, _>>().map_err(|e| CallError::new(format!("`{path}` cannot be walked: {e}")))
    });
    table.add("file.Write", write);
}

fn failed(path: &str, error: &std::io::Error) -> CallError {
    CallError::new(format!("`{path}` cannot be read: {error}"))
}

/// Writes a file below the working directory, and nowhere else.
fn write(path: Val, content: Val) -> CallResult<&'static str> {
    let path = text(&path);
    let outside = || CallError::new(format!("`{path}` does not lie in the working directory"));
    let failed = |e: std::io::Error| CallError::new(format!("`{path}` cannot be written: {e}"));
    let cleaned = crate::template::path::clean(&path);
    let target = Path::new(&cleaned);
    let relative = if target.is_absolute() {
        let here = std::env::current_dir().map_err(failed)?;
        target.strip_prefix(here).map_err(|_| outside())?.to_path_buf()
    } else {
        target.to_path_buf()
    };
    if relative.components().any(|part| part == Component::ParentDir) {
        return Err(outside());
    }
    if let Some(parent) = relative.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    fs::write(&relative, bytes(&content)).map_err(failed)?;
    Ok("")
}

/// What `file.Stat` gives.
struct Info {
    name: String,
    metadata: Metadata,
}

impl Info {
    fn modified(&self) -> Time {
        let since = self.metadata.modified().ok().and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
        let since = since.unwrap_or_default();
        Time::unix(i64::try_from(since.as_secs()).unwrap_or(0), since.subsec_nanos().into()).unwrap_or_else(Time::zero)
    }
}

impl Object for Info {
    fn type_of(&self) -> Type {
        Type::Pointer("os.fileStat")
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        let val = match name {
            "Name" => Val::str(&*self.name),
            "Size" => Val::int64(i64::try_from(self.metadata.len()).unwrap_or(i64::MAX)),
            "IsDir" => Val::from(self.metadata.is_dir()),
            "ModTime" => time_val(self.modified()),
            _ => return None,
        };
        Some(if arguments.is_empty() { Ok(val) } else { Err("wrong number of arguments: expected 0".into()) })
    }

    fn display(&self) -> String {
        self.name.clone()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
