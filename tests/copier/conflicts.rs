//! What gaia's updates do beyond Copier's.

use super::case::{self, gaia, save};
use crate::support::Repo;
use crate::terminal::on_terminal;
use gaia::yaml::python::Node;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Writes files of texts.
pub(super) fn write(root: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        case::write(&root.join(path), &Node::Str((*text).into()));
    }
}

const ANSWERS: (&str, &str) = ("{{ _copier_conf.answers_file }}.jinja", "{{ _copier_answers|to_nice_yaml }}");

/// A template of two versions, and a project of the first one with changes of its own.
pub(super) fn project(old: &[(&str, &str)], own: &[(&str, &str)], new: &[(&str, &str)], dropped: &[&str]) -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary directory");
    project_in(dir.path(), old, own, new, dropped);
    dir
}

/// The same in a directory that is there.
pub(super) fn project_in(
    dir: &Path,
    old: &[(&str, &str)],
    own: &[(&str, &str)],
    new: &[(&str, &str)],
    dropped: &[&str],
) {
    let (template, project) = (dir.join("template"), dir.join("project"));
    fs::write(dir.join("settings.yml"), "{}").expect("a file");
    write(&template, &[&[ANSWERS], old].concat());
    save(&template, Some("v1"));
    let output = gaia(dir, &["copy", "--quiet", "--defaults", "--trust", "template", "project"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    write(&project, own);
    save(&project, None);
    for name in dropped {
        fs::remove_file(template.join(name)).expect("a file");
    }
    write(&template, new);
    save(&template, Some("v2"));
}

const OLD: (&str, &str) = ("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
const OWN: (&str, &str) = ("a.txt", "1\nours\n3\n4\n5\n6\n7\n8\n9\n");
const NEW: (&str, &str) = ("a.txt", "1\ntheirs\n3\n4\n5\n6\n7\n8\nnine\n");

fn conflict() -> TempDir {
    project(&[OLD], &[OWN], &[NEW, ("new.txt", "new\n")], &[])
}

fn update(dir: &TempDir, args: &[&str]) -> String {
    let output = gaia(dir.path(), &[&["update", "--defaults", "project"], args].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn read(dir: &TempDir, path: &str) -> String {
    fs::read_to_string(dir.path().join("project").join(path)).unwrap_or_default()
}

fn status(dir: &TempDir) -> String {
    let output = Command::new("git").current_dir(dir.path().join("project")).args(["status", "--porcelain"]).output();
    String::from_utf8(output.expect("git runs").stdout).expect("UTF-8")
}

#[test]
fn one_side_can_be_taken_where_both_differ() {
    for (how, line) in [("mine", "ours"), ("theirs", "theirs")] {
        let dir = conflict();
        update(&dir, &["--conflict", how]);
        assert_eq!(read(&dir, "a.txt"), format!("1\n{line}\n3\n4\n5\n6\n7\n8\nnine\n"));
        assert!(!status(&dir).contains("UU"), "{}", status(&dir));
    }
}

#[test]
fn markers_show_what_both_come_from() {
    let dir = conflict();
    update(&dir, &["--diff3"]);
    let expected = "<<<<<<< before updating\nours\n||||||| last update\n2\n=======\ntheirs\n>>>>>>> after updating\n";
    assert!(read(&dir, "a.txt").contains(expected), "{}", read(&dir, "a.txt"));
    assert!(status(&dir).contains("UU a.txt"), "{}", status(&dir));
}

#[test]
fn each_file_is_shown_before_it_is_decided() {
    for (key, line) in [(&b"m"[..], "ours"), (b"t", "theirs"), (b"b", ">>>>>>> after updating")] {
        let dir = conflict();
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
        command.current_dir(dir.path()).args(["template", "update", "--defaults", "--conflict", "ask", "project"]);
        command.env_remove("CI").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("gaia starts");
        child.stdin.take().expect("a pipe").write_all(key).expect("gaia reads");
        let output = child.wait_with_output().expect("gaia ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        assert!(said.contains("a.txt: (m)ine, (t)heirs") && said.contains("+theirs"), "{said}");
        assert!(read(&dir, "a.txt").lines().any(|other| other == line), "{}", read(&dir, "a.txt"));
    }
}

#[test]
fn on_a_terminal_each_file_is_shown_before_it_is_decided() {
    let repo = Repo::empty();
    let also = |text| [("b.txt", text)];
    project_in(
        repo.path(),
        &[&[OLD], &also("1\n")[..]].concat(),
        &[OWN, ("b.txt", "ours\n")],
        &[NEW, ("b.txt", "2\n")],
        &[],
    );
    let words = ["template", "update", "--defaults", "--conflict", "ask", "project"];
    let mut terminal = on_terminal(&repo, &words);
    for (file, difference, key) in [("a.txt", "+theirs", b"t"), ("b.txt", "+2", b"m")] {
        terminal.wait_for(&format!("{file}: (m)ine, (t)heirs"));
        terminal.wait_for(difference);
        terminal.press(key);
    }
    let (code, screen) = terminal.end();
    assert_eq!(code, Some(0), "{screen}");
    assert!(screen.contains("\x1b["), "without colours: {screen}");
    assert_eq!((repo.read("project/a.txt"), repo.read("project/b.txt")), (NEW.1.to_owned(), "ours\n".to_owned()));
}

#[test]
fn pretending_prints_the_whole_difference_and_changes_nothing() {
    let dir = conflict();
    let before = case::read(&dir.path().join("project"));
    let shown = update(&dir, &["--pretend", "--color", "always"]);
    for part in ["+++ b/a.txt", "+<<<<<<< before updating", "+nine", "+++ b/new.txt", "+_commit: v2", "\x1b["] {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    assert_eq!(case::read(&dir.path().join("project")), before);
    assert_eq!(status(&dir), "");
    assert!(!update(&dir, &["--pretend"]).contains('\x1b'));
}

#[test]
fn changes_go_along_with_a_renamed_file() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n";
    let dir = project(
        &[("old.txt", old)],
        &[("old.txt", &old.replace('4', "ours"))],
        &[("new.txt", &old.replace('8', "eight"))],
        &["old.txt"],
    );
    update(&dir, &["--renames"]);
    assert_eq!(read(&dir, "new.txt"), "1\n2\n3\nours\n5\n6\n7\neight\n");
    assert!(!dir.path().join("project/old.txt").exists());
    assert!(!dir.path().join("project/old.txt.rej").exists());
}

#[test]
fn files_that_are_no_text_are_decided_as_a_whole() {
    for (how, expected) in [("inline", b"\x00t"), ("mine", b"\x00m"), ("theirs", b"\x00t")] {
        let dir = project(&[("a.bin", "\0o")], &[("a.bin", "\0m")], &[("a.bin", "\0t")], &[]);
        update(&dir, &["--conflict", how]);
        assert_eq!(read(&dir, "a.bin").as_bytes(), expected, "{how}");
    }
}
