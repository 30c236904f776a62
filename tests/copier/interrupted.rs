//! An update that breaks off leaves the project as it was, at once or when gaia runs next.

use super::case::{self, gaia};
use super::conflicts::{project, project_in, write};
use crate::support::Repo;
use crate::terminal::{CTRL_C, on_terminal, wait_for};
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// At how many moments of an update it is killed.
const MOMENTS: u32 = 10;

/// A project with conflicts, files that git ignores and that the template replaces, and much that comes anew.
fn large() -> TempDir {
    let names: Vec<String> = (0..30).map(|n| format!("dir{}/file{n}.txt", n % 4)).collect();
    let files = |text: &'static str| names.iter().map(move |name| (name.as_str(), text)).collect::<Vec<_>>();
    let old =
        [vec![(".gitignore", "*.log\n"), ("made.log.jinja", "old\n"), ("gone.txt", "gone\n")], files("1\n2\n3\n")]
            .concat();
    let own = [vec![("made.log", "own\n"), ("other.log", "other\n")], files("1\nours\n3\n")].concat();
    let new = [
        vec![("made.log.jinja", "new\n"), ("more.log.jinja", "more\n"), ("more/new.txt", "new\n")],
        files("1\ntheirs\n3\n"),
    ]
    .concat();
    project(&old, &own, &new, &["gone.txt"])
}

fn start(dir: &Path) -> std::process::Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
    command.current_dir(dir).args(["template", "update", "--defaults", "--quiet", "project"]).process_group(0);
    command.env("COPIER_SETTINGS_PATH", dir.join("settings.yml"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("gaia starts")
}

fn status(project: &Path) -> String {
    let output = Command::new("git").current_dir(project).args(["status", "--porcelain", "--ignored"]).output();
    String::from_utf8(output.expect("git runs").stdout).expect("UTF-8")
}

#[test]
fn an_update_that_is_killed_at_any_moment_is_undone_by_the_next_run() {
    let dir = large();
    let project = dir.path().join("project");
    let (tree, before) = (case::read(&project), status(&project));
    let whole = {
        let copy = tempfile::tempdir().expect("a temporary directory");
        let status = Command::new("cp").arg("-a").arg(dir.path()).arg(copy.path().join("all")).status();
        assert!(status.expect("cp runs").success());
        let since = Instant::now();
        assert!(start(&copy.path().join("all")).wait().expect("gaia ends").success());
        since.elapsed()
    };
    let mut half = 0;
    for moment in 1..=MOMENTS {
        let mut child = start(dir.path());
        std::thread::sleep(whole * moment / (MOMENTS + 1));
        // Ctrl-C reaches the whole group; a kill without mercy may reach gaia alone
        let (signal, target) = match moment % 3 {
            0 => ("-INT", format!("-{}", child.id())),
            1 => ("-KILL", format!("-{}", child.id())),
            _ => ("-KILL", child.id().to_string()),
        };
        let killed = Command::new("kill").args([signal, "--", &target]).stderr(Stdio::null()).status();
        killed.expect("kill runs");
        if child.wait().expect("gaia ends").success() {
            // it was done before
            return;
        }
        // a git that outlives gaia ends soon
        std::thread::sleep(Duration::from_millis(100));
        half += u32::from(case::read(&project) != tree);
        let output = gaia(dir.path(), &["update", "--defaults", "--pretend", "--quiet", "project"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "at moment {moment}: {said}");
        assert_eq!(case::read(&project), tree, "at moment {moment}: {said}");
        assert_eq!(status(&project), before, "at moment {moment}: {said}");
    }
    println!("killed {half} times in the middle");
    // and nothing is in the way of an update that is let be
    let output = gaia(dir.path(), &["update", "--defaults", "project"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!project.join(".git/gaia-update").exists());
    assert_eq!(fs::read_to_string(project.join("more.log")).expect("a file"), "more\n");
}

#[test]
fn an_update_that_fails_is_undone_at_once() {
    let old = [(".gitignore", "*.log\n"), ("a.txt", "1\n"), ("made.log.jinja", "old\n")];
    let new = [
        ("copier.yml", "_tasks: ['rm a.txt; touch b.txt c.log; exit 5']\n"),
        ("a.txt", "2\n"),
        ("made.log.jinja", "new\n"),
    ];
    let dir = project(&old, &[("made.log", "own\n")], &new, &[]);
    let project = dir.path().join("project");
    let (tree, before) = (case::read(&project), status(&project));
    let output = gaia(dir.path(), &["update", "--defaults", "--trust", "project"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("the project is as it was before"), "{said}");
    // what a task makes and git ignores is the task's own
    fs::remove_file(project.join("c.log")).expect("a file");
    assert_eq!((case::read(&project), status(&project)), (tree, before), "{said}");
}

#[test]
fn ctrl_c_undoes_an_update_at_once() {
    let question = ("copier.yml", "_tasks: ['touch started; sleep 60']\nname: {type: str, default: x}\n");
    for at_question in [false, true] {
        let repo = Repo::empty();
        project_in(repo.path(), &[("a.txt", "1\n")], &[("own.txt", "own\n")], &[("a.txt", "2\n"), question], &[]);
        let project = repo.path().join("project");
        let (tree, before) = (case::read(&project), status(&project));
        let defaults: &[&str] = if at_question { &[] } else { &["--defaults"] };
        let words = ["template", "update", "--trust", "project"];
        let mut terminal = on_terminal(&repo, &[&words[..], defaults].concat());
        if at_question {
            terminal.wait_for("name");
        } else {
            wait_for("the task", || project.join("started").exists());
        }
        terminal.press(CTRL_C);
        let (code, screen) = terminal.end();
        assert_eq!(code, Some(130), "{screen}");
        assert!(screen.contains("Execution stopped by user") && screen.contains("as it was before"), "{screen}");
        assert_eq!((case::read(&project), status(&project)), (tree, before), "{screen}");
        assert!(!project.join(".git/gaia-update").exists());
    }
}

/// Whoever has committed since does not want to lose that.
#[test]
fn what_was_committed_since_is_never_undone() {
    let dir = large();
    let project = dir.path().join("project");
    let place = project.join(".git/gaia-update");
    fs::create_dir(&place).expect("a folder");
    let before = serde_json::json!({"head": "0".repeat(40), "project": project});
    fs::write(place.join("before"), before.to_string()).expect("a file");
    write(&project, &[("dir0/file0.txt", "edited\n")]);
    let output = gaia(dir.path(), &["update", "--defaults", "project"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("it is not undone") && said.contains("dirty"), "{said}");
    assert_eq!(fs::read_to_string(project.join("dir0/file0.txt")).expect("a file"), "edited\n");
}
