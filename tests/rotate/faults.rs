//! Each write of a rotation fails in each way; afterwards every store holds the same certificate.

use crate::proxy::{Call, Fault, Is};
use crate::scene::Scene;

/// The writes to AWS, by the call that makes them.
const WRITES: [(&str, Is); 6] = [
    ("stage", |call| call.target.ends_with(".PutSecretValue")),
    ("keep", |call| is_stage(call, "gaia-prev") && call.body.contains("MoveToVersionId")),
    ("import", |call| call.target.ends_with(".ImportCertificate")),
    ("promote", |call| is_stage(call, "AWSCURRENT") && call.body.contains("MoveToVersionId")),
    ("finish: pending", |call| is_stage(call, "AWSPENDING")),
    ("finish: label", |call| is_stage(call, "gaia-prev") && !call.body.contains("MoveToVersionId")),
];

fn is_stage(call: &Call<'_>, stage: &str) -> bool {
    call.target.ends_with(".UpdateSecretVersionStage") && call.body.contains(&format!("\"VersionStage\":\"{stage}"))
}

/// What is done after the failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Then {
    /// Nothing: the rotation itself rolls back, with the fault gone.
    Nothing,
    Resume,
    Rollback,
}

const FAILURES: [Fault; 4] = [Fault::Before, Fault::After, Fault::Silence, Fault::LateSilence];
const KILLS: [Fault; 2] = [Fault::KillBefore, Fault::KillAfter];

/// One case: the write meets the fault, then what is done next finds everything well.
fn case(write: &str, matches: Is, fault: Fault, then: Then) {
    let scene = Scene::new();
    let what = format!("{write} {fault:?} {then:?}");
    scene.proxy.trap.arm(fault, matches);
    let mut more = vec!["--apply"];
    if then != Then::Nothing {
        more.push("--no-rollback");
    }
    let run = scene.rotate(&more);
    assert!(scene.proxy.trap.sprung() > 0, "{what}: the fault was never met: {}", run.stderr);
    scene.proxy.trap.disarm();
    let killed = KILLS.contains(&fault);
    assert_eq!(run.code == -1, killed, "{what}: {} {}", run.code, run.stderr);
    let next = match then {
        Then::Nothing => None,
        Then::Resume => Some("resume"),
        Then::Rollback => Some("rollback"),
    };
    // a step whose answer alone was lost is done: then there is nothing to go on with
    let is_over = matches!(run.code, 0 | 3);
    if let Some(next) = next.filter(|_| !is_over) {
        let run = scene.run(&["cert", next, "latest"]);
        assert_eq!(run.code, 0, "{what}: {}", run.stderr);
        let expected = if then == Then::Resume { "new" } else { "old" };
        assert_eq!(scene.holds(), expected, "{what}");
    } else if run.code == 4 {
        // the fault struck the way back as well: once more without it
        let run = scene.run(&["cert", "rollback", "latest"]);
        assert_eq!((run.code, scene.holds()), (0, "old"), "{what}: {}", run.stderr);
    } else {
        let expected = if run.code == 0 { "new" } else { "old" };
        assert_eq!(scene.holds(), expected, "{what}: {} {}", run.code, run.stderr);
    }
    scene.keeps_secrets(&what, &run);
}

fn all(faults: &[Fault], then: Then) -> usize {
    let cases: Vec<_> = WRITES.iter().flat_map(|write| faults.iter().map(move |fault| (write, *fault))).collect();
    for chunk in cases.chunks(4) {
        std::thread::scope(|scope| {
            for ((write, matches), fault) in chunk {
                scope.spawn(|| case(write, *matches, *fault, then));
            }
        });
    }
    cases.len()
}

#[test]
fn a_failure_is_rolled_back() {
    assert_eq!(all(&FAILURES, Then::Nothing), 24);
}

#[test]
fn a_failure_is_gone_on_with() {
    assert_eq!(all(&FAILURES, Then::Resume), 24);
}

#[test]
fn a_failure_is_gone_back_on() {
    assert_eq!(all(&FAILURES, Then::Rollback), 24);
}

#[test]
fn a_rotation_that_was_killed_goes_on() {
    assert_eq!(all(&KILLS, Then::Resume), 12);
}

#[test]
fn a_rotation_that_was_killed_goes_back() {
    assert_eq!(all(&KILLS, Then::Rollback), 12);
}

#[test]
fn a_new_run_waits_for_the_one_that_was_killed() {
    let scene = Scene::new();
    scene.proxy.trap.arm(Fault::KillAfter, WRITES[2].1);
    assert_eq!(scene.rotate(&["--apply"]).code, -1);
    scene.proxy.trap.disarm();
    let refused = scene.rotate(&["--apply"]);
    assert!(refused.code == 6 && refused.stderr.contains("gaia cert resume"), "{} {}", refused.code, refused.stderr);
    // a journal that somebody changed is believed no more
    let run = std::fs::read_dir(scene.repo.path().join(".gaia/runs")).unwrap().next().unwrap().unwrap().path();
    let (path, text) = (run.join("events.jsonl"), std::fs::read_to_string(run.join("events.jsonl")).unwrap());
    std::fs::write(&path, text.replacen("\"stage\"", "\"staged\"", 1)).unwrap();
    let refused = scene.run(&["cert", "resume"]);
    assert!(refused.code == 1 && refused.stderr.contains("is not the one that was written"), "{}", refused.stderr);
    std::fs::write(&path, text).unwrap();
    assert_eq!(scene.run(&["cert", "resume"]).code, 0);
    assert_eq!(scene.holds(), "new");
}

#[test]
fn two_rotations_of_the_same_certificate_exclude_each_other() {
    let scene = Scene::new();
    scene.proxy.trap.arm(Fault::Silence, WRITES[0].1);
    let words: Vec<&str> = scene.words().into_iter().chain(["--apply"]).collect();
    std::thread::scope(|scope| {
        let first = scope.spawn(|| scene.run(&words));
        while scene.proxy.trap.sprung() == 0 {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let second = scene.run(&words);
        assert_eq!(second.code, 6, "{}", second.stderr);
        // its version never came to be: all is as it was
        assert_eq!(first.join().unwrap().code, 3);
    });
    assert_eq!(scene.holds(), "old");
}
