//! Runs that are cut off: by Ctrl-C, by SIGKILL, by another run.

use crate::site::{site, state};
use crate::support::Repo;
use crate::terminal::{CTRL_C, on_terminal, wait_for};
use std::process::{Child, Command, Stdio};

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
    let words = ["run", "resume", "latest", "--auto-approve", "--junit", "report.xml"];
    let run = repo.run(&words);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(repo.read("report.xml").contains("vpc"));
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
fn ctrl_c_twice_interrupts_terraform() {
    let repo = site(&["dev"], &[("app", &["db"], ""), ("db", &[], "wait: 600")]);
    let mut terminal = on_terminal(&repo, &["apply", "-s", "dev", "--auto-approve"]);
    wait_for_apply(&repo, "dev:db");
    for level in 1..=2 {
        terminal.press(CTRL_C);
        let sign = format!("\"level\":{level}");
        wait_for(&sign, || journal(&repo).contains(&sign) || journal(&repo).contains("run_finished"));
    }
    let (code, screen) = terminal.end();
    assert_eq!(code, Some(130), "{screen}");
    assert!(screen.contains("interrupting what runs; Ctrl-C again kills it"), "{screen}");
    let journal = journal(&repo);
    assert!(!journal.contains("\"level\":3") && journal.contains("run_finished"), "{journal}");
    assert!(journal.contains("\"step\":\"dev:db\",\"attempt\":1,\"status\":\"interrupted\""), "{journal}");
    let log = repo.answer(&["run", "logs", "latest", "db"]);
    assert!(log.contains("Interrupt received"), "Terraform ends by itself: {log}");
    assert!(groups(&repo).iter().all(|group| !is_alive(group)));
}

#[test]
fn a_state_that_is_locked_is_told_with_the_remedy() {
    let repo = site(&["dev"], &[("db", &[], "")]);
    assert_eq!(repo.run(&["apply", "-s", "dev", "--auto-approve"]).code, 0);
    // somebody who works without gaia
    let dir = repo.path().join("components/terraform/db");
    let mut other = Command::new("terraform")
        .args(["apply", "-auto-approve", "-input=false", "-var=wait=120", "-replace=terraform_data.this"])
        .current_dir(&dir)
        .env("PATH", std::env::join_paths(path_of(&repo)).unwrap())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("terraform");
    let lock = dir.join("terraform.tfstate.d/dev/.terraform.tfstate.lock.info");
    wait_for("the lock", || lock.is_file());
    let run = repo.run(&["plan", "-s", "dev", "--retries", "1", "--retry-delay", "1s"]);
    let text = std::fs::read_to_string(&lock).unwrap_or_default();
    other.kill().expect("SIGKILL");
    other.wait().expect("an end");
    let info: serde_json::Value = serde_json::from_str(&text).expect("a lock");
    let (id, who) = (info["ID"].as_str().unwrap(), info["Who"].as_str().unwrap());
    assert_eq!(run.code, 1, "{}", run.stderr);
    let told = format!("the state is locked by {who} (OperationTypeApply) since ");
    assert!(run.stdout.contains(&told), "{}", run.stdout);
    assert!(run.stdout.contains(&format!("`atmos terraform force-unlock db -s dev {id}` frees it")), "{}", run.stdout);
    assert!(run.stderr.contains("dev:db tries again in 1 s: the state is locked by"), "{}", run.stderr);
}

/// Where the repository's runs look for programs.
fn path_of(repo: &Repo) -> Vec<std::path::PathBuf> {
    let command = repo.command(&[]);
    let path = command.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, value)| value);
    std::env::split_paths(path.expect("PATH")).collect()
}

#[test]
fn components_are_picked_on_a_terminal() {
    let repo = site(&["dev"], &[("app", &["db"], ""), ("db", &["vpc"], ""), ("vpc", &[], "")]);
    let mut terminal = on_terminal(&repo, &["plan", "-s", "dev"]);
    terminal.wait_for("no mark means all");
    // what is typed narrows the list
    terminal.press(b"vpc ");
    terminal.wait_for("● dev:vpc");
    terminal.press(b"\r");
    let (code, screen) = terminal.end();
    assert_eq!(code, Some(0), "{screen}");
    let shown = repo.answer(&["run", "show"]);
    assert!(shown.starts_with("dev:vpc\t") && shown.lines().count() == 1, "{shown}");
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
