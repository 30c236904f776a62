//! Stacks that live for a while.

use crate::site::{site, state};

#[test]
fn a_clone_lives_until_it_expires() {
    let price = "settings: {gaia: {monthly_cost: 12.5}}\n      vars: {}";
    let repo = site(&["dev"], &[("app", &["vpc"], ""), ("vpc", &[], "")]);
    let text = repo.read("stacks/deploy/dev.yaml").replace("vpc:\n      vars: {}", &format!("vpc:\n      {price}"));
    let repo = repo.file("stacks/deploy/dev.yaml", &text);
    let up = |ttl: &str| {
        let words = ["ephemeral", "up", "pr-7", "--from", "dev", "--owner", "ann", "--ttl", ttl, "--auto-approve"];
        repo.run(&words)
    };
    let run = up("3d");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(state(&repo, "pr-7", "app").is_file() && !state(&repo, "dev", "app").exists());
    // git's other readers read it too
    let mode =
        std::os::unix::fs::MetadataExt::mode(&repo.path().join("stacks/deploy/dev-pr-7.yaml").metadata().unwrap());
    assert_eq!(mode & 0o044, 0o044, "{mode:o}");
    assert_eq!(repo.answer(&["ephemeral", "list"]), "pr-7\tdev\tann\t0 min\tin 2 d\t+12.50\n");
    assert_eq!(repo.answer(&["ephemeral", "list", "--expired"]), "");
    let created = repo.json(&["ephemeral", "list", "--format", "json"])[0]["created"].clone();
    let run = repo.run(&["ephemeral", "gc", "--auto-approve"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "No short-lived stack has expired.\n"));

    // its time is made anew, not its age
    assert_eq!(up("0s").code, 0);
    assert_eq!(repo.json(&["ephemeral", "list", "--format", "json"])[0]["created"], created);
    let dry = repo.answer(&["ephemeral", "gc", "--dry-run"]);
    assert!(dry.contains("atmos terraform destroy app -s pr-7"), "{dry}");
    let run = repo.run(&["ephemeral", "gc", "--auto-approve"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!repo.path().join("stacks/deploy/dev-pr-7.yaml").exists());
    let left = std::fs::read_to_string(state(&repo, "pr-7", "app")).unwrap();
    assert!(left.contains("\"resources\": []"), "{left}");
}

#[test]
fn a_clone_that_cannot_be_is_not_begun() {
    let repo = site(&["dev", "prod"], &[("vpc", &[], "")]);
    let manifests = || repo.path().join("stacks/deploy").read_dir().unwrap().count();
    let up = |words: &[&str], code| repo.refusal(&[&["ephemeral", "up"], words].concat(), code);
    assert!(up(&["pr-7", "--from", "dev"], 5).contains("`--auto-approve` approves"));
    let error = up(&["pr-7", "--from", "dve", "--auto-approve"], 1);
    assert!(error.contains("did you mean `dev`?"), "{error}");
    assert!(up(&["PR 7", "--from", "dev", "--auto-approve"], 64).contains("cannot name a stack"));
    let error = up(&["prod", "--from", "dev", "--auto-approve"], 1);
    assert!(error.contains("the clone would be called `prod`, as a stack that is there already"), "{error}");
    let error = up(&["x", "--from", "dev", "--by", "region", "--auto-approve"], 1);
    assert!(error.contains("would be called `dev`") && error.contains("`--by VAR`"), "{error}");
    assert_eq!(manifests(), 2, "nothing is left behind");
    let error = repo.refusal(&["ephemeral", "down", "pr-7", "--auto-approve"], 1);
    assert!(error.contains("no short-lived stack is called `pr-7`"), "{error}");
    repo.answer(&["ephemeral", "up", "pr-7", "--from", "dev", "--dry-run"]);
    assert_eq!(manifests(), 2, "a dry run takes its manifest back");
}

#[test]
fn a_clone_of_a_clone_goes_first() {
    let repo = site(&["dev"], &[("vpc", &[], "")]);
    for (name, from, ttl) in [("pr-7", "dev", "0s"), ("pr-8", "pr-7", "1s")] {
        let words = ["ephemeral", "up", name, "--from", from, "--ttl", ttl, "--auto-approve"];
        let run = repo.run(&words);
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    std::thread::sleep(std::time::Duration::from_secs(1));
    let error = repo.refusal(&["ephemeral", "down", "pr-7", "--auto-approve"], 1);
    assert!(error.contains("`gaia ephemeral down pr-8` comes first"), "{error}");
    let run = repo.run(&["ephemeral", "gc", "--quiet", "--auto-approve"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.find("`pr-8` of") < run.stderr.find("`pr-7` of"), "{}", run.stderr);
    assert_eq!(repo.answer(&["ephemeral", "list"]), "");
}
