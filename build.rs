//! Writes the table of the templates that come with gaia: every file below `templates/`, with its contents.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("templates");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut table = String::from("[\n");
    for file in files {
        let path = file.strip_prefix(&root).expect("a file below the root").to_string_lossy().replace('\\', "/");
        let executable = is_executable(&file);
        let file = file.to_str().expect("a path in UTF-8");
        writeln!(table, "File {{ path: {path:?}, executable: {executable}, bytes: include_bytes!({file:?}) }},")
            .expect("a string grows");
    }
    table.push_str("]\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("templates.rs");
    fs::write(&out, table).expect("the table is written");
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a directory of templates").flatten() {
        let path = entry.path();
        if path.is_dir() {
            // cargo looks at the directories that it is told, and at what changes in them
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|metadata| metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(_: &Path) -> bool {
    false
}
