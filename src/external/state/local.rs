//! States in files.

use super::Backend;
use crate::error::{Error, Result};
use crate::value::Value;
use std::io::ErrorKind;

/// The file is `path` (of the section, or of a section `local` in it) for every workspace, relative to the component's
/// directory; without it `terraform.tfstate`, or `terraform.tfstate.d/<workspace>/terraform.tfstate` in a workspace
/// other than the default one. `workspace_dir` does not count, as in Atmos.
pub(super) fn read(backend: &Backend) -> Result<Option<Vec<u8>>> {
    let nested = backend.config.dig(["local", "path"]).and_then(Value::as_str).filter(|path| !path.is_empty());
    let file = match (backend.text("path").or(nested), backend.named_workspace()) {
        (Some(path), _) => backend.dir.join(path),
        (None, None) => backend.dir.join("terraform.tfstate"),
        (None, Some(workspace)) => backend.dir.join("terraform.tfstate.d").join(workspace).join("terraform.tfstate"),
    };
    match std::fs::read(&file) {
        Ok(text) => Ok(Some(text)),
        // a directory of that name is no state either
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory) => {
            Ok(None)
        }
        Err(e) => Err(Error::new(format!("cannot read the state: {e}")).in_file(file)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Backend, read_outputs};
    use crate::external::Environment;
    use crate::external::aws::Aws;
    use crate::value::{Map, Value};
    use std::fs;
    use std::path::Path;

    fn write(dir: &Path, file: &str, value: &str) {
        let file = dir.join(file);
        fs::create_dir_all(file.parent().expect("a parent")).expect("directories");
        fs::write(file, format!(r#"{{"outputs": {{"x": {{"value": "{value}"}}}}}}"#)).expect("a file");
    }

    fn section(path: &[&str], value: &str) -> Value {
        path.iter().rev().fold(Value::from(value), |inner, key| [(*key, inner)].into_iter().collect::<Map>().into())
    }

    #[test]
    fn the_file_depends_on_path_and_workspace() {
        let temp = tempfile::TempDir::new().expect("a directory");
        let dir = temp.path();
        write(dir, "terraform.tfstate", "default");
        write(dir, "terraform.tfstate.d/dev/terraform.tfstate", "dev");
        write(dir, "given/x.tfstate", "given");
        let read = |config: &Value, workspace: &str| {
            let env = Environment::default();
            let backend = Backend { kind: "local", config, workspace, dir, env: &env };
            read_outputs(&backend, &Aws::default()).expect("readable").map(|outputs| outputs.get("x").cloned())
        };
        let none = Value::NULL;
        assert_eq!(read(&none, ""), Some(Some("default".into())));
        assert_eq!(read(&none, "default"), Some(Some("default".into())));
        assert_eq!(read(&none, "dev"), Some(Some("dev".into())));
        assert_eq!(read(&none, "prod"), None);
        assert_eq!(read(&section(&["path"], "given/x.tfstate"), "dev"), Some(Some("given".into())));
        assert_eq!(read(&section(&["local", "path"], "given/x.tfstate"), "dev"), Some(Some("given".into())));
        assert_eq!(read(&section(&["path"], "given"), "dev"), None);
    }

    #[test]
    fn an_unknown_backend_type_is_refused() {
        let (env, dir) = (Environment::default(), Path::new("."));
        let backend = Backend { kind: "http", config: &Value::NULL, workspace: "", dir, env: &env };
        let error = read_outputs(&backend, &Aws::default()).expect_err("http");
        assert_eq!(error.message(), "states of the backend type `http` cannot be read");
    }
}
