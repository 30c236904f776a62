//! Programs that tests run, and what they leave.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The project.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Something that the setup of the tests puts under `target/`; says so where it is not there.
pub(crate) fn tool(path: &str, what: &str) -> Option<PathBuf> {
    let path = project().join(path);
    if path.exists() {
        return Some(path);
    }
    println!("{what} is not installed: scripts/setup-tests.sh does that");
    None
}

/// Whether a program is there.
pub(crate) fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(program).is_file())
}

/// Terraform, or what is built in its place.
pub(crate) fn terraform() -> Option<PathBuf> {
    if on_path("terraform") {
        return Some(PathBuf::from("terraform"));
    }
    tool("target/terraform/terraform", "Terraform")
}

/// Runs a program, which must end well.
#[track_caller]
pub(crate) fn ok(mut command: impl std::borrow::BorrowMut<Command>) {
    let command = command.borrow_mut();
    let output = command.stdin(Stdio::null()).output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{out}\n{err}");
}

/// A project made by gaia.
pub(crate) fn gaia(project: &Path, template: &str, data: &BTreeMap<&str, &str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
    command.args(["template", "copy", "--quiet", "--defaults", template]).arg(project);
    for (name, value) in data {
        command.arg("--data").arg(format!("{name}={value}"));
    }
    command
}

/// The files below a directory with what they hold, and whether they can be run. What git keeps is left out.
pub(crate) fn tree(dir: &Path) -> BTreeMap<String, (Vec<u8>, bool)> {
    use std::os::unix::fs::PermissionsExt;
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dir).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(dir).unwrap().to_string_lossy().into_owned();
        if !path.starts_with(".git/") {
            let executable = entry.metadata().unwrap().permissions().mode() & 0o111 != 0;
            files.insert(path, (fs::read(entry.path()).unwrap(), executable));
        }
    }
    files
}
