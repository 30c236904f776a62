//! One case for each exit code and kind of command.

use crate::support::{Repo, Run};
use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Codes of commands that need services which this test has not, and where they are tested.
const ELSEWHERE: [(u8, &str, &str); 3] = [
    (3, "tests/rotate/faults.rs", ".code, 3)"),
    (10, "tests/cert/check.rs", "\"warning cert-ends\"], 10)"),
    (11, "tests/cert/check.rs", "\"error cert-ends\"], 11)"),
];

fn repo() -> Repo {
    let flow = "\
workflows:
  code:
    steps:
      - run: {command: 'exit ${code:-0}'}
  interrupted:
    steps:
      - run: {command: 'kill -INT $$; sleep 5'}
  native:
    steps:
      - {type: shell, command: 'true'}
";
    Repo::example().file("flows/flow.yaml", flow).variable("ATMOS_WORKFLOWS_BASE_PATH", "flows")
}

/// Commands that need nothing but the repository.
const CASES: &[(&str, i32)] = &[
    ("list stacks", 0),
    ("describe component vpc -s dev", 0),
    ("validate", 0),
    ("why vars.cidr -c vpc -s dev", 0),
    ("graph -s dev", 0),
    ("order -s dev", 0),
    ("diff dev prod", 0),
    ("workflow run code", 0),
    ("workflow check", 0),
    ("config show", 0),
    ("context", 0),
    ("template list", 0),
    ("explain GA0101", 0),
    ("help exit-codes", 0),
    ("version", 0),
    ("--help", 0),
    // failed, or problems were found
    ("describe component none -s dev", 1),
    ("describe component vpc -s none", 1),
    ("diff dev prod --exit-code", 1),
    ("validate --strict", 1),
    ("workflow run none", 1),
    ("workflow run code code=1", 1),
    ("workflow check --strict", 1),
    ("template copy nowhere at", 1),
    // what a child says is handed on
    ("workflow run code code=42", 42),
    // nobody to ask
    ("workflow apply-environment -t fnx -a dev -e one", 1),
    ("validate --fix", 0),
    // usage
    ("", 0),
    ("lsit", 64),
    ("list stakcs", 64),
    ("describe component", 64),
    ("describe component vpc", 64),
    ("workflow run", 64),
    ("workflow run code cdoe=1", 64),
    ("validate --format nonsense", 64),
    ("template copy", 64),
    ("cert inspect", 64),
    ("graph --format nonsense", 64),
    ("state list-locks dev", 64),
    ("-C /nowhere list stacks", 64),
    // a needed program is not there
    ("plan vpc -s dev", 69),
    ("drift --all -s dev", 69),
    ("workflow run native", 69),
    ("terraform plan vpc -s dev", 69),
    // interrupted
    ("workflow run interrupted", 130),
];

#[test]
fn commands_end_with_their_codes() {
    let repo = repo().file("unsafe/copier.yml", "_tasks: ['true']\n");
    let shell = Path::new("/usr/bin:/bin");
    let repo = repo.variable("PATH", shell.to_str().unwrap());
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(line, code)| {
            let run = repo.run(&line.split_whitespace().collect::<Vec<_>>());
            (run.code != *code).then(|| format!("gaia {line}: {} and not {code}\n{}", run.code, run.stderr))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An `atmos` that waits, or does nothing.
fn with_atmos(repo: Repo, script: &str) -> Repo {
    let repo = repo.file("bin/atmos", script);
    let bin = repo.path().join("bin");
    std::fs::set_permissions(bin.join("atmos"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    repo.variable("PATH", &path)
}

#[test]
fn a_component_that_takes_too_long_is_124_and_a_second_run_is_6() {
    let repo = with_atmos(repo(), "#!/bin/sh\ntouch \"$HOME.started\"\nexec sleep 60\n");
    let started = repo.path().join("home.started");
    let run = repo.run(&["plan", "vpc", "-s", "dev", "--timeout", "1s", "--retries", "0"]);
    assert_eq!(run.code, 124, "{}", run.stderr);
    std::fs::remove_file(&started).unwrap();
    let mut first =
        repo.command(&["plan", "vpc", "-s", "dev"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let begin = Instant::now();
    while !started.exists() && begin.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(10));
    }
    let second: Run = repo.run(&["plan", "vpc", "-s", "dev"]);
    assert_eq!(second.code, 6, "{}", second.stderr);
    let interrupted = Command::new("kill").args(["-TERM", &first.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    assert_eq!(first.wait().unwrap().code(), Some(130));
}

/// Copier's codes for templates that run something.
#[test]
fn an_unsafe_template_is_4() {
    let repo = repo().file("unsafe/copier.yml", "_tasks: ['true']\n").file("unsafe/a.txt", "a\n");
    let run = repo.run(&["template", "copy", "unsafe", "made", "--defaults"]);
    assert_eq!(run.code, 4, "{}", run.stderr);
}

#[test]
fn an_update_that_there_is_is_2() {
    let git = |dir: &Path, words: &[&str]| {
        let user = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let done = Command::new("git").arg("-C").arg(dir).args(user).args(words).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let repo = repo()
        .file("template/copier.yml", "x: {type: str, default: a}\n")
        .file("template/[[ _copier_conf.answers_file ]].jinja", "")
        .file("template/{{ _copier_conf.answers_file }}.jinja", "{{ _copier_answers|to_nice_yaml -}}\n");
    let template = repo.path().join("template");
    git(&template, &["init", "-q"]);
    for tag in ["v1.0.0", "v2.0.0"] {
        std::fs::write(template.join("a.txt"), tag).unwrap();
        git(&template, &["add", "-A"]);
        git(&template, &["commit", "-q", "-m", tag]);
        git(&template, &["tag", tag]);
        if tag == "v1.0.0" {
            let run = repo.run(&["template", "copy", "template", "made", "--defaults"]);
            assert_eq!(run.code, 0, "{}", run.stderr);
            assert_eq!(repo.run(&["template", "check-update", "--quiet", "made"]).code, 0);
        }
    }
    let run = repo.run(&["template", "check-update", "--quiet", "made"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
}

#[test]
fn approval_that_nobody_can_give_is_5() {
    let repo = with_atmos(repo(), "#!/bin/sh\nexit 0\n");
    let run = repo.run(&["destroy", "vpc", "-s", "dev"]);
    assert_eq!(run.code, 5, "{}", run.stderr);
}

/// The table that gaia prints is the one that is tested.
#[test]
fn every_code_of_the_table_has_a_case() {
    let table = repo().answer(&["help", "exit-codes"]);
    let told: BTreeSet<u8> = table.lines().filter_map(|line| line.split_whitespace().next()?.parse().ok()).collect();
    let mut tested: BTreeSet<u8> = CASES.iter().filter_map(|(_, code)| u8::try_from(*code).ok()).collect();
    tested.remove(&42);
    tested.extend([2, 4, 5, 6, 124]);
    for (code, file, text) in ELSEWHERE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        assert!(std::fs::read_to_string(path).unwrap().contains(text), "{file} tests {code} no more");
        tested.insert(code);
    }
    assert_eq!(told, tested);
}
