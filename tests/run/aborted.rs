//! Runs that are cut off: by Ctrl-C, by SIGKILL, by another run.

use crate::site::{site, state};
use crate::support::Repo;
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Waits until something holds, as long as a slow machine may need.
#[track_caller]
fn wait_for(what: &str, mut test: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !test() {
        assert!(begun.elapsed() < Duration::from_mins(2), "{what} did not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The events that the latest run wrote so far.
fn journal(repo: &Repo) -> String {
    let runs = repo.path().join(".gaia/runs").read_dir().into_iter().flatten().flatten();
    let mut runs: Vec<_> = runs.map(|e| e.path()).collect();
    runs.sort();
    runs.last().and_then(|dir| std::fs::read_to_string(dir.join("events.jsonl")).ok()).unwrap_or_default()
}

/// Waits until a component is being applied.
fn wait_for_apply(repo: &Repo, step: &str) {
    let sign = format!("\"step\":\"{step}\",\"phase\":\"apply\"");
    wait_for(&sign, || journal(repo).contains(&sign));
}

fn begin(repo: &Repo, words: &[&str]) -> Child {
    repo.command(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("gaia runs")
}

/// The process groups that the journal names.
fn groups(repo: &Repo) -> Vec<String> {
    let number = regex::Regex::new(r#""process":(\d+)"#).unwrap();
    number.captures_iter(&journal(repo)).map(|found| found[1].to_owned()).collect()
}

fn is_alive(group: &str) -> bool {
    let output = std::process::Command::new("ps").args(["-eo", "pgid=,stat="]).output().expect("ps");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut processes = text.lines().filter_map(|line| line.trim().split_once(char::is_whitespace));
    // a zombie nobody waited for is no process that works
    processes.any(|(of, stat)| of == group && !stat.trim().starts_with('Z'))
}

#[test]
fn a_killed_run_is_resumed() {
    let repo = site(&["dev"], &[("app", &["db"], ""), ("db", &["vpc"], "wait: 2"), ("vpc", &[], "")]);
    let mut child = begin(&repo, &["apply", "-s", "dev", "--auto-approve"]);
    wait_for_apply(&repo, "dev:db");
    child.kill().expect("SIGKILL");
    child.wait().expect("an end");
    let shown = repo.run(&["run", "show"]);
    assert!(shown.stdout.contains("dev:db\t\t\tcut off"), "{}", shown.stdout);
    assert!(shown.stderr.contains(": died\n"), "{}", shown.stderr);
    if groups(&repo).last().is_some_and(|group| is_alive(group)) {
        let error = repo.refusal(&["run", "resume", "latest", "--auto-approve"], 6);
        assert!(error.contains("`dev:db` of the run") && error.contains("kill -INT"), "{error}");
    }
    wait_for("the end of what was left", || groups(&repo).iter().all(|group| !is_alive(group)));

    let before = std::fs::metadata(state(&repo, "dev", "vpc")).unwrap().modified().unwrap();
    let run = repo.run(&["run", "resume", "latest", "--auto-approve"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("1 of 3 components are done and stay as they are"), "{}", run.stderr);
    assert!(run.stdout.contains("vpc\tdev\t0\t0\t0\t0\t0.0 s\tdone before"), "{}", run.stdout);
    assert!(state(&repo, "dev", "app").is_file());
    assert_eq!(std::fs::metadata(state(&repo, "dev", "vpc")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_killed_run_of_plans_goes_on_with_those_plans() {
    let repo = site(&["dev"], &[("app", &["db"], ""), ("db", &["vpc"], "wait: 2"), ("vpc", &[], "")]);
    repo.answer(&["plan", "-s", "dev"]);
    let mut child = begin(&repo, &["apply", "--from-plan", "latest", "--auto-approve"]);
    wait_for_apply(&repo, "dev:db");
    // with Terraform and all: what it did not do is still planned
    for group in groups(&repo) {
        let _ = std::process::Command::new("kill").args(["-KILL", "--", &format!("-{group}")]).output();
    }
    child.wait().expect("an end");
    std::fs::remove_file(
        repo.path().join("components/terraform/db/terraform.tfstate.d/dev/.terraform.tfstate.lock.info"),
    )
    .ok();
    let run = repo.run(&["run", "resume", "latest", "--auto-approve"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("1 of 3 components are done and stay as they are"), "{}", run.stderr);
    assert!(run.stdout.contains("vpc\tdev\t1\t0\t0\t0\t") && run.stdout.contains("done before"), "{}", run.stdout);
    assert!(!journal(&repo).contains("\"phase\":\"plan\""), "nothing was planned anew: {}", journal(&repo));
    assert!(state(&repo, "dev", "app").is_file());
}

#[test]
fn two_runs_do_not_work_on_one_stack() {
    let repo = site(&["dev", "prod"], &[("db", &[], "wait: 4"), ("vpc", &[], "")]);
    let mut child = begin(&repo, &["apply", "db", "-s", "dev", "--auto-approve"]);
    wait_for_apply(&repo, "dev:db");
    let error = repo.refusal(&["plan", "vpc", "-s", "dev"], 6);
    assert!(error.contains("the stack `dev` is locked by run `") && error.contains("apply db -s dev"), "{error}");
    assert!(error.contains(&format!("process {}", child.id())), "{error}");
    assert_eq!(repo.run(&["plan", "vpc", "-s", "prod"]).code, 0, "another stack is free");
    assert_eq!(repo.run(&["plan", "vpc", "-s", "dev", "--no-lock"]).code, 0);
    child.wait().expect("an end");
    assert_eq!(repo.run(&["plan", "vpc", "-s", "dev"]).code, 0, "the lock is gone");
}

/// gaia on a pseudo terminal, and what it writes there.
struct Terminal {
    child: Child,
    keys: File,
    screen: std::thread::JoinHandle<String>,
}

fn on_terminal(repo: &Repo, words: &[&str]) -> Terminal {
    let (pty, pts) = pty_process::blocking::open().expect("a pseudo terminal");
    pty.resize(pty_process::Size::new(40, 160)).expect("a size");
    let plain = repo.command(words);
    let mut command = pty_process::blocking::Command::new(plain.get_program());
    command = command.args(plain.get_args()).current_dir(repo.path()).env_clear();
    for (name, value) in plain.get_envs() {
        command = command.env(name, value.unwrap_or_default());
    }
    let child = command.env("TERM", "xterm").spawn(pts).expect("gaia runs");
    let keys = File::from(std::os::fd::OwnedFd::from(pty));
    let mut output = keys.try_clone().expect("a second handle");
    let screen = std::thread::spawn(move || {
        let (mut text, mut part) = (Vec::new(), [0; 4096]);
        // a terminal whose last program is gone gives an error, not an end
        while let Ok(n @ 1..) = output.read(&mut part) {
            text.extend_from_slice(&part[..n]);
        }
        String::from_utf8_lossy(&text).into_owned()
    });
    Terminal { child, keys, screen }
}

impl Terminal {
    fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).expect("a terminal");
    }

    fn end(mut self) -> (Option<i32>, String) {
        let status = self.child.wait().expect("an end");
        (status.code(), self.screen.join().expect("the screen"))
    }
}

const CTRL_C: &[u8] = b"\x03";

#[test]
fn ctrl_c_lets_steps_end_first() {
    let repo = site(&["dev"], &[("app", &["db"], ""), ("db", &[], "wait: 2")]);
    let mut terminal = on_terminal(&repo, &["apply", "-s", "dev", "--auto-approve"]);
    wait_for_apply(&repo, "dev:db");
    terminal.press(CTRL_C);
    let (code, screen) = terminal.end();
    assert_eq!(code, Some(130), "{screen}");
    assert!(screen.contains("stopping: steps that run may end"), "{screen}");
    assert!(state(&repo, "dev", "db").is_file(), "what ran could end");
    let journal = journal(&repo);
    assert!(journal.contains("\"step\":\"dev:db\",\"attempt\":1,\"status\":\"succeeded\""), "{journal}");
    assert!(!journal.contains("\"step\":\"dev:app\""), "{journal}");
    assert!(
        journal.contains("\"event\":\"run_finished\"") && journal.contains("\"status\":\"interrupted\""),
        "{journal}"
    );
}

#[test]
fn ctrl_c_three_times_leaves_nothing_behind() {
    let repo = site(&["dev"], &[("db", &[], "wait: 600")]);
    let mut terminal = on_terminal(&repo, &["apply", "-s", "dev", "--auto-approve"]);
    wait_for_apply(&repo, "dev:db");
    for level in 1..=3 {
        terminal.press(CTRL_C);
        let sign = format!("\"level\":{level}");
        wait_for(&sign, || journal(&repo).contains(&sign) || journal(&repo).contains("run_finished"));
    }
    let (code, screen) = terminal.end();
    assert_eq!(code, Some(130), "{screen}");
    let groups = groups(&repo);
    assert!(!groups.is_empty());
    wait_for("the end of all processes", || groups.iter().all(|group| !is_alive(group)));
    assert!(
        journal(&repo).contains("\"step\":\"dev:db\",\"attempt\":1,\"status\":\"interrupted\""),
        "{}",
        journal(&repo)
    );
}

#[test]
fn a_protected_stack_wants_its_name() {
    let repo = site(&["prod"], &[("vpc", &[], "")]);
    let approve = |answer: &[u8]| {
        let mut terminal = on_terminal(&repo, &["apply", "vpc", "-s", "prod"]);
        wait_for("the plan", || journal(&repo).contains("run_finished"));
        // the question follows the plan at once; what is typed before is read by it
        terminal.press(answer);
        terminal.end()
    };
    let (code, screen) = approve(b"pord\r");
    assert_eq!(code, Some(1), "{screen}");
    assert!(
        screen.contains("`prod` is protected: type its name") && screen.contains("Nothing was changed."),
        "{screen}"
    );
    std::fs::remove_dir_all(repo.path().join(".gaia/runs")).unwrap();
    let (code, screen) = approve(b"prod\r");
    assert_eq!(code, Some(0), "{screen}");
    assert!(state(&repo, "prod", "vpc").is_file());
}
