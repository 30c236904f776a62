//! Order, parallelism, failures in the middle.

use crate::site::{events, manifest, report, site, story};

#[test]
fn components_run_in_order_and_at_once_where_they_can() {
    let repo = site(
        &["dev"],
        &[("app", &["db", "cache"], ""), ("cache", &["vpc"], ""), ("db", &["vpc"], ""), ("vpc", &[], "")],
    );
    let run = repo.run(&["plan", "-s", "dev", "-p", "4", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let events = events(&run);
    let story = story(&events);
    let at = |what: &str| story.iter().position(|line| line == what).unwrap_or_else(|| panic!("{what} in {story:?}"));
    assert!(at("finished dev:vpc") < at("started dev:db").min(at("started dev:cache")));
    assert!(at("finished dev:db").max(at("finished dev:cache")) < at("started dev:app"));
    assert!(
        at("started dev:db").max(at("started dev:cache")) < at("finished dev:db").min(at("finished dev:cache")),
        "{story:?}"
    );
    let waves: Vec<_> = events[0]["steps"].as_array().unwrap().iter().map(|s| s["wave"].as_u64().unwrap()).collect();
    assert_eq!(waves, [3, 2, 2, 1]);
    for (component, status, changes) in report(&events) {
        assert_eq!((status.as_str(), &changes["add"]), ("succeeded", &1.into()), "{component}");
    }
    let run = repo.run(&["plan", "-s", "dev", "--detailed-exitcode", "vpc"]);
    assert_eq!((run.code, run.stdout.lines().count()), (2, 1), "{}", run.stdout);
    assert!(run.stderr.contains("Plan: 1 to add, 0 to change, 0 to destroy."), "{}", run.stderr);
}

#[test]
fn values_that_are_used_make_the_order_too() {
    let state = "size: '!terraform.state vpc size'";
    let with_default = "size: '!terraform.state app \".size // 1\"'";
    let repo = site(&["dev"], &[("app", &[], state), ("vpc", &[], "")]);
    let lines = repo.answer(&["plan", "-s", "dev", "--dry-run"]);
    assert!(lines.find("plan vpc") < lines.find("plan app"), "{lines}");
    let lines = repo.answer(&["destroy", "-s", "dev", "--dry-run"]);
    assert!(lines.find("plan app") < lines.find("plan vpc"), "{lines}");

    let repo = site(&["dev"], &[("app", &[], state), ("vpc", &[], with_default)]);
    assert_eq!(repo.run(&["plan", "-s", "dev", "--dry-run"]).code, 0, "a default closes no circle");
    let repo = site(&["dev"], &[("app", &["vpc"], ""), ("vpc", &["app"], "")]);
    let error = repo.refusal(&["plan", "-s", "dev"], 1);
    assert!(error.contains("dependencies go round in a circle: `app` → `vpc` → `app`"), "{error}");
    assert!(error.contains("stacks/deploy/dev.yaml:"), "{error}");
}

#[test]
fn a_failure_skips_what_depends_on_it() {
    let repo = site(
        &["dev"],
        &[("app", &["db"], ""), ("db", &["vpc"], "fail: true"), ("vpc", &[], ""), ("zone", &["vpc"], "")],
    );
    let run = repo.run(&["plan", "-s", "dev", "-p", "1", "--junit", "out/junit.xml", "--summary", "out/summary.md"]);
    assert_eq!(run.code, 1);
    let rows: Vec<Vec<&str>> = run.stdout.lines().map(|line| line.split('\t').collect()).collect();
    let status = |component: &str| rows.iter().find(|r| r[0] == component).map(|r| *r.last().unwrap());
    assert_eq!(status("db"), Some("failed: Resource precondition failed"), "{}", run.stderr);
    assert_eq!(status("app"), Some("skipped: it depends on `dev:db`, which failed"));
    assert_eq!((status("vpc"), status("zone")), (Some("ok"), Some("ok")), "a plan goes on");
    assert!(run.stderr.contains("told to fail"), "the log of the failure is shown: {}", run.stderr);
    assert!(!run.stderr.contains("will be created"), "and no other: {}", run.stderr);
    assert!(run.stderr.contains("2 of 4 components are not done"), "{}", run.stderr);
    let junit = repo.read("out/junit.xml");
    assert!(junit.contains("tests=\"4\" failures=\"1\" skipped=\"1\""), "{junit}");
    assert!(junit.contains("<failure message=\"Resource precondition failed\">"), "{junit}");
    let summary = repo.read("out/summary.md");
    assert!(
        summary.contains("| `db` in `dev` | 0 | 0 | 0 | 0 |  | failed: Resource precondition failed |"),
        "{summary}"
    );
    assert!(summary.contains("<details><summary><code>dev:vpc</code></summary>"), "{summary}");

    let run = repo.run(&["plan", "-s", "dev", "-p", "1", "--fail-fast", "--format", "json"]);
    assert_eq!(run.code, 1);
    let of: Vec<_> = report(&events(&run)).into_iter().map(|(component, status, _)| (component, status)).collect();
    assert!(of.contains(&("dev:zone".into(), "not_started".into())), "{of:?}");
    let logs = repo.answer(&["run", "logs", "latest", "db"]);
    assert!(logs.contains("atmos terraform plan db -s dev") && logs.contains("told to fail"), "{logs}");
}

#[test]
fn many_components_of_several_stacks_run_four_at_a_time() {
    let names: Vec<String> = (0..20).map(|n| format!("c{n:02}")).collect();
    let befores: Vec<Vec<&str>> =
        (0..20).map(|n| if n < 4 { Vec::new() } else { vec![names[n - 4].as_str(), names[n % 4].as_str()] }).collect();
    let components: Vec<_> = names.iter().zip(&befores).map(|(n, b)| (n.as_str(), &b[..], "")).collect();
    let repo = site(&["dev", "prod", "test"], &components);
    let run = repo.run(&["plan", "--all", "-p", "4", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let events = events(&run);
    let (mut running, mut most) = (Vec::new(), 0);
    let mut done = Vec::new();
    for line in story(&events) {
        let (what, step) = line.split_once(' ').unwrap();
        if what == "started" {
            let (_, component) = step.split_once(':').unwrap();
            assert!(running.iter().all(|r: &String| !r.ends_with(component)), "{step} shares code with {running:?}");
            running.push(step.to_owned());
            most = most.max(running.len());
        } else {
            running.retain(|r| r != step);
            done.push(step.to_owned());
        }
    }
    assert_eq!((done.len(), most), (60, 4));
    assert!(report(&events).iter().all(|(_, status, changes)| status == "succeeded" && changes["add"] == 1));
}

#[test]
fn command_lines_are_shown_instead() {
    let repo = site(&["dev", "prod"], &[("app", &["vpc"], ""), ("vpc", &[], "")]);
    let lines = repo.answer(&["plan", "-s", "dev", "--dry-run", "--", "-target=a.b"]);
    let id = regex::Regex::new(r"runs/[^/]+/").unwrap();
    assert_eq!(
        id.replace_all(&lines, "runs/ID/"),
        "ATMOS_STACKS_INCLUDED_PATHS=deploy/dev.yaml TF_IN_AUTOMATION=1 atmos terraform plan vpc -s dev \
         -out=REPO/.gaia/runs/ID/plans/dev@vpc.tfplan -input=false -no-color -- -target=a.b\n\
         ATMOS_STACKS_INCLUDED_PATHS=deploy/dev.yaml TF_IN_AUTOMATION=1 atmos terraform plan app -s dev \
         -out=REPO/.gaia/runs/ID/plans/dev@app.tfplan -input=false -no-color -- -target=a.b\n"
            .replace("REPO", "[repo]")
    );
    let whole = repo.answer(&["plan", "vpc", "-s", "dev", "--dry-run", "--no-narrow"]);
    assert!(whole.starts_with("TF_IN_AUTOMATION=1 atmos "), "{whole}");
    assert!(!repo.path().join(".gaia").exists(), "nothing is written");
    let error = repo.refusal(&["plan"], 64);
    assert!(error.contains("hint: or say `--all`"), "{error}");
    let error = repo.refusal(&["plan", "-s", "dve"], 1);
    assert!(error.contains("did you mean `dev`?"), "{error}");
    let without = repo.variable("PATH", "/nowhere");
    let error = without.refusal(&["plan", "-s", "dev"], 69);
    assert!(error.starts_with("error: `atmos` is not on PATH\n"), "{error}");
}

#[test]
fn the_example_is_planned() {
    let repo = site(&[], &[]);
    let acme = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
    for entry in walkdir::WalkDir::new(&acme).into_iter().filter_entry(|e| e.file_name() != ".terraform") {
        let entry = entry.unwrap();
        let target = repo.path().join(entry.path().strip_prefix(&acme).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).unwrap();
        } else if !entry.file_name().to_string_lossy().contains(".tfstate") {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
    let run =
        repo.run(&["plan", "-s", "data-euw1-dev", "-p", "4", "--until", "database/warehouse", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let planned = report(&events(&run));
    assert!(
        planned.len() > 1 && planned.iter().all(|(_, _, changes)| changes["add"].as_u64() > Some(0)),
        "{planned:?}"
    );
}

#[test]
fn only_what_a_change_affects_is_planned() {
    let repo = site(&["dev", "prod"], &[("app", &["vpc"], ""), ("vpc", &[], "")]);
    let git = |words: &[&str]| {
        let config = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
        let done = std::process::Command::new("git").args(config).args(words).current_dir(repo.path()).output();
        assert!(done.expect("git").status.success(), "{words:?}");
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "first"]);
    let run = repo.run(&["plan", "--affected", "--base", "main"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "Nothing to do: no component is chosen.\n"));
    let changed = manifest("prod", &[("app", &["vpc"], "size: 2"), ("vpc", &[], "")]);
    std::fs::write(repo.path().join("stacks/deploy/prod.yaml"), changed).unwrap();
    let run = repo.run(&["plan", "--affected", "--base", "main"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("app\tprod\t1\t0\t") && run.stdout.lines().count() == 1, "{}", run.stdout);
    let lines = repo.answer(&["plan", "--affected", "--base", "main", "--with-dependencies", "--dry-run"]);
    assert!(lines.find("plan vpc -s prod") < lines.find("plan app -s prod"), "{lines}");
    let error = repo.refusal(&["plan", "--affected"], 1);
    assert!(error.contains("`--base REVISION` says what to compare with"), "{error}");
}

#[test]
fn a_summary_fits_into_a_comment() {
    let long = format!("size: {}", "x".repeat(40_000));
    let repo = site(&["dev"], &[("a", &[], &long), ("b", &[], &long), ("c", &[], "")]);
    let run = repo.run(&["plan", "-s", "dev", "--summary", "summary.md"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let summary = repo.read("summary.md");
    assert!(summary.chars().count() <= 65_536, "{}", summary.chars().count());
    assert!(summary.contains("<code>dev:a</code>") && !summary.contains("<code>dev:b</code>"));
    assert!(summary.contains("<code>dev:c</code>"), "what is short follows what is too long");
    assert!(summary.contains("\n1 more are too long for here; `gaia run logs "), "{}", &summary[summary.len() - 300..]);
}

#[test]
fn the_json_of_terraform_is_understood() {
    let repo = site(&["dev"], &[("vpc", &[], "")]);
    let run = repo.run(&["plan", "-s", "dev", "--summary", "summary.md", "--", "-json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("vpc\tdev\t1\t0\t0\t0\t"), "{}", run.stdout);
    assert!(run.stderr.contains("dev:vpc plan\n"), "{}", run.stderr);
    assert!(repo.read("summary.md").contains("\nterraform_data.this: Plan to create\n"), "{}", repo.read("summary.md"));
    let repo = site(&["dev"], &[("vpc", &[], "fail: true")]);
    let run = repo.run(&["plan", "-s", "dev", "--", "-json"]);
    assert!(run.stdout.contains("failed: Resource precondition failed"), "{}", run.stdout);
}
