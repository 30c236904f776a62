//! The runner by itself, with commands of a shell.

use gaia::runner::{
    Command, Event, Finish, Happening, Limits, Listener, Meaning, Outcome, Signals, Sink, Status, Step, Verdict,
    execute,
};
use std::path::Path;
use std::time::Duration;

/// Commands mean what they end with: 0 is good, 75 may pass, all else is failure.
struct Codes;

struct Lines(Vec<String>);

impl Meaning for Codes {
    fn listen(&self, _step: usize, _command: usize) -> Box<dyn Listener + '_> {
        Box::new(Lines(Vec::new()))
    }
}

impl Listener for Lines {
    fn line(&mut self, line: &str) -> Option<String> {
        self.0.push(line.to_owned());
        line.strip_prefix("phase ").map(str::to_owned)
    }

    fn judge(self: Box<Self>, code: Option<i32>) -> Verdict {
        let outcome = match code {
            Some(0) if self.0.iter().any(|line| line == "enough") => Outcome::Enough,
            Some(0) => Outcome::Good,
            Some(75) => Outcome::Passing,
            _ => Outcome::Failed,
        };
        Verdict { outcome, reason: self.0.last().cloned(), details: serde_json::json!({"lines": self.0.len()}) }
    }
}

#[derive(Default)]
struct Events(Vec<Event>);

impl Sink for Events {
    fn event(&mut self, event: &Event) {
        self.0.push(event.clone());
    }
}

fn run(dir: &Path, scripts: &[(&[&str], &[usize])], timeout: Option<Duration>) -> (Finish, Vec<Event>) {
    let limits = Limits { parallel: 2, keep_going: true, locks: dir.join("locks") };
    let shell = |script: &&str| Command {
        program: "sh".into(),
        args: vec!["-c".into(), (*script).to_owned()],
        dir: dir.to_owned(),
        env: vec![("WHO".into(), "gaia".into())],
    };
    let step = |(number, (scripts, after)): (usize, &(&[&str], &[usize]))| Step {
        name: format!("s{number}"),
        commands: scripts.iter().map(shell).collect(),
        after: after.to_vec(),
        log: dir.join(format!("logs/s{number}.log")),
        timeout,
        retries: 2,
        backoff: Duration::from_millis(10),
        ..Step::default()
    };
    let steps: Vec<Step> = scripts.iter().enumerate().map(step).collect();
    let mut events = Events::default();
    let signals = Signals::listen().expect("signals");
    let finish = execute(("r", "test"), &steps, &limits, &Codes, &signals, &mut [&mut events]).expect("a run");
    (finish, events.0)
}

#[test]
fn commands_of_a_step_follow_each_other_while_all_is_well() {
    let dir = tempfile::tempdir().unwrap();
    let scripts: [(&[&str], &[usize]); 3] = [
        (&["echo one; echo two >&2", "echo $WHO; echo phase last"], &[]),
        (&["echo enough", "echo never > never"], &[0]),
        (&["exit 3", "echo never > never"], &[]),
    ];
    let (finish, events) = run(dir.path(), &scripts, None);
    let statuses: Vec<_> = finish.steps.iter().map(|s| s.status).collect();
    assert_eq!(statuses, [Status::Succeeded, Status::Succeeded, Status::Failed]);
    assert_eq!(finish.steps[2].code, Some(3));
    let log = std::fs::read_to_string(dir.path().join("logs/s0.log")).unwrap();
    let written: Vec<&str> = log.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(written, ["one", "two", "gaia", "phase last"]);
    assert!(!dir.path().join("never").exists());
    assert!(events.iter().any(|e| e.event == Happening::StepPhase && e.phase.as_deref() == Some("last")));
    assert_eq!(events.last().map(|e| (e.event, e.status)), Some((Happening::RunFinished, Some(Status::Failed))));
}

#[test]
fn what_may_pass_is_tried_again() {
    let dir = tempfile::tempdir().unwrap();
    let scripts: [(&[&str], &[usize]); 2] =
        [(&["echo x >> tries; test $(wc -l < tries) -ge 3 || exit 75"], &[]), (&["echo busy; exit 75"], &[])];
    let (finish, events) = run(dir.path(), &scripts, None);
    assert_eq!((finish.steps[0].status, finish.steps[1].status), (Status::Succeeded, Status::Failed));
    assert_eq!(finish.steps[1].reason.as_deref(), Some("busy"));
    let retries = |step: &str| {
        let of = |e: &&Event| e.event == Happening::StepRetry && e.step.as_deref() == Some(step);
        events.iter().filter(of).filter_map(|e| e.delay).collect::<Vec<_>>()
    };
    assert_eq!((retries("s0"), retries("s1")), (vec![0.01, 0.02], vec![0.01, 0.02]));
}

#[test]
fn what_takes_too_long_is_ended() {
    let dir = tempfile::tempdir().unwrap();
    // the shell's own child is in the same group
    let scripts: [(&[&str], &[usize]); 2] = [(&["sleep 60; echo no"], &[]), (&["true"], &[0])];
    let (finish, _) = run(dir.path(), &scripts, Some(Duration::from_millis(200)));
    assert_eq!((finish.steps[0].status, finish.steps[1].status), (Status::TimedOut, Status::Skipped));
    assert_eq!(finish.status(), Status::TimedOut);
    assert!(finish.seconds < 20.0, "{}", finish.seconds);
}

#[test]
fn a_program_that_is_not_there_fails_its_step() {
    let dir = tempfile::tempdir().unwrap();
    let scripts: [(&[&str], &[usize]); 1] = [(&["exec /nowhere/at-all"], &[])];
    let (finish, _) = run(dir.path(), &scripts, None);
    assert_eq!(finish.steps[0].status, Status::Failed);
}
