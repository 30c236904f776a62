//! No question keeps a pipeline waiting: every command that asks on a terminal ends by itself elsewhere, and says which
//! option answers.

use crate::support::Repo;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Commands that would ask, what their error must name, and their exit code.
const ASKING: &[(&str, &str, i32)] = &[
    ("describe component vpc", "-s STACK", 64),
    ("why vars.cidr -c vpc", "-s STACK", 64),
    ("plan vpc", "-s STACK", 64),
    ("apply vpc", "-s STACK", 64),
    ("destroy --all", "--auto-approve", 5),
    ("drift vpc", "-s STACK", 64),
    ("order", "-s STACK", 64),
    ("validate component vpc", "-s STACK", 64),
    ("apply vpc -s dev", "--auto-approve", 5),
    ("destroy vpc -s dev", "--auto-approve", 5),
    ("validate --fix", "--yes", 5),
    ("context use", "<STACK>", 64),
    ("workflow run", "<WORKFLOW>", 64),
    ("workflow show", "WORKFLOW can be ", 64),
    ("why -s dev", "--component <COMPONENT>", 64),
    ("describe component -s dev", "COMPONENT can be ", 64),
    ("workflow run needy", "tenant=", 64),
    ("workflow apply-environment -t fnx -a dev -e one", "--auto-approve", 5),
    ("workflow plan-environment", "--tenant", 64),
    ("template copy asks made", "--data", 1), // but see below
    ("template create-environment -t a", "--account", 64),
    ("env create", "--tenant", 64),
    ("env onboard -t a -a b -e c", "--yes", 5),
    ("env onboard", "--tenant", 64),
    ("init fresh", "--namespace", 64),
    ("component create", "<NAME>", 64),
    ("cert rotate", "", 64),
    ("ephemeral up", "", 64),
];

fn repo() -> Repo {
    let flow = "workflows:\n  needy:\n    steps:\n      - run: {command: 'read x; echo $tenant'}\n  apply-environment:\n    steps:\n      - run: {command: 'echo $tenant $account $environment'}\n";
    let atmos = "#!/bin/sh\nexit 0\n";
    let repo = Repo::example()
        .file("flows/needy.yaml", flow)
        .file("asks/copier.yml", "name: {type: str}\n")
        .file("bin/atmos", atmos)
        .file(
            "stacks/deploy/fix.yaml",
            "vars: {stage: fix}\ncomponents: {terraform: {eks: {vars: {id: '${env:ID, 1}'}}}}\n",
        )
        .variable("ATMOS_WORKFLOWS_BASE_PATH", "flows");
    let path = format!("{}:{}", repo.path().join("bin").display(), std::env::var("PATH").unwrap());
    std::fs::set_permissions(repo.path().join("bin/atmos"), std::fs::Permissions::from_mode(0o755)).unwrap();
    repo.variable("PATH", &path)
}

/// What there is to read from, where nobody is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stdin {
    /// Nothing.
    Null,
    /// A pipe that stays open, and says nothing.
    Silent,
    /// It is closed.
    Closed,
    /// As [`Stdin::Silent`], with `--no-input`.
    NoInput,
}

/// Runs a command line for at most a while, and gives its exit code and what it says.
fn run(repo: &Repo, line: &str, stdin: Stdin) -> (Option<i32>, String) {
    let mut words: Vec<&str> = line.split(' ').collect();
    if stdin == Stdin::NoInput {
        words.push("--no-input");
    }
    let plain = repo.command(&words);
    let mut command = Command::new("sh");
    let redirection = if stdin == Stdin::Closed { "exec \"$0\" \"$@\" <&-" } else { "exec \"$0\" \"$@\"" };
    command.args(["-c", redirection]).arg(plain.get_program()).args(plain.get_args()).current_dir(repo.path());
    command.env_clear().envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let input = match stdin {
        Stdin::Null | Stdin::Closed => Stdio::null(),
        Stdin::Silent | Stdin::NoInput => Stdio::piped(),
    };
    let mut child = command.stdin(input).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stderr = child.stderr.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        stderr.read_to_string(&mut text).unwrap();
        text
    });
    let begin = Instant::now();
    let code = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status.code(),
            None if begin.elapsed() > Duration::from_mins(1) => {
                child.kill().unwrap();
                child.wait().unwrap();
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    (code, reader.join().unwrap())
}

#[test]
fn nothing_waits_for_an_answer_and_the_option_is_named() {
    let repo = repo();
    let mut wrong = Vec::new();
    for (line, named, code) in ASKING {
        for stdin in [Stdin::Null, Stdin::Silent, Stdin::Closed, Stdin::NoInput] {
            // as Copier, `gaia template` reads answers from a pipe, unless `CI` or `--no-input` says that none come
            if stdin == Stdin::Silent && line.starts_with("template copy") {
                continue;
            }
            let (ended, said) = run(&repo, line, stdin);
            if ended != Some(*code) || !said.contains(named) {
                wrong.push(format!("gaia {line} with {stdin:?}: {ended:?} and not {code}, names {named:?}:\n{said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A step that reads gets the answers that are piped in; with `--no-input` it gets none.
#[test]
fn steps_read_what_is_piped_unless_nobody_shall_be_asked() {
    let repo = Repo::example()
        .file("flows/read.yaml", "workflows:\n  read:\n    steps:\n      - run: {command: 'read x; echo \"got $x\"'}\n")
        .variable("ATMOS_WORKFLOWS_BASE_PATH", "flows");
    for (words, said) in
        [(&["workflow", "run", "read"][..], "got yes\n"), (&["workflow", "run", "read", "--no-input"], "got \n")]
    {
        let mut child = repo.command(words).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"yes\n").unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), said);
    }
}
