//! Applying and destroying: approval, plans that are out of date, what is protected.

use crate::site::{events, manifest, report, site, state, story, with_templates};

#[test]
fn applying_needs_approval_and_then_goes_in_order() {
    let components = [("app", &["vpc"][..], ""), ("vpc", &[], "")];
    let repo = site(&["dev"], &components);
    let error = repo.refusal(&["apply", "-s", "dev"], 5);
    assert!(error.contains("needs approval") && error.contains("hint: `--auto-approve` approves"), "{error}");
    assert!(!repo.path().join(".gaia").exists(), "nothing was begun");

    let run = repo.run(&["apply", "-s", "dev", "--auto-approve", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let events = events(&run);
    let order: Vec<_> = story(&events).into_iter().filter(|line| line.starts_with("finished")).collect();
    assert_eq!(order, ["finished dev:vpc", "finished dev:app"]);
    assert!(report(&events).iter().all(|(_, _, changes)| changes["applied"] == true && changes["add"] == 1));
    assert!(state(&repo, "dev", "app").is_file());

    let run = repo.run(&["apply", "-s", "dev", "--auto-approve", "--detailed-exitcode"]);
    assert_eq!((run.code, run.stderr.lines().last()), (0, Some("No changes.")));

    let repo = repo.file("stacks/deploy/dev.yaml", &manifest("dev", &[("app", &["vpc"], "size: 2"), ("vpc", &[], "")]));
    let run = repo.run(&["plan", "-s", "dev", "--detailed-exitcode"]);
    assert_eq!((run.code, run.stdout.lines().count()), (2, 2), "{}", run.stderr);

    let run = repo.run(&["destroy", "-s", "dev", "--auto-approve", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let order: Vec<_> = story(&self::events(&run)).into_iter().filter(|line| line.starts_with("finished")).collect();
    assert_eq!(order, ["finished dev:app", "finished dev:vpc"], "dependents go first");
}

#[test]
fn plans_are_applied_unless_anything_changed() {
    let plain = [("app", &["vpc"][..], ""), ("vpc", &[], "")];
    let repo = site(&["dev"], &plain);
    repo.answer(&["plan", "-s", "dev"]);
    let apply = ["apply", "--from-plan", "latest", "--auto-approve"];

    let changed = |what: &str| {
        let error = repo.refusal(&apply, 1);
        assert!(error.contains("are out of date: `dev:app` changed since"), "{what}: {error}");
    };
    let write = |path: &str, text: &str| std::fs::write(repo.path().join(path), text).unwrap();
    write("stacks/deploy/dev.yaml", &manifest("dev", &[("app", &["vpc"], "size: 2"), ("vpc", &[], "")]));
    changed("configuration");
    write("stacks/deploy/dev.yaml", &manifest("dev", &[("app", &[], ""), ("vpc", &[], "")]));
    changed("order");
    write("stacks/deploy/dev.yaml", &manifest("dev", &plain));
    write("components/terraform/app/more.tf", "output \"more\" {\n  value = 1\n}\n");
    changed("code");
    std::fs::remove_file(repo.path().join("components/terraform/app/more.tf")).unwrap();

    let error = repo.refusal(&["apply", "vpc", "-s", "dev", "--from-plan", "latest"], 64);
    assert!(error.contains("no less and no more"), "{error}");
    let run = repo.run(&apply);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stderr.lines().last(), Some("Done: 2 added, 0 changed, 0 destroyed."));
    let error = repo.refusal(&apply, 64);
    assert!(error.contains("is no plan but a `apply`"), "{error}");
}

#[test]
fn plans_are_out_of_date_when_what_the_configuration_reads_changed() {
    let vars = |more: &str| manifest("dev", &[("app", &[], more), ("vpc", &[], "size: '{{ env \"VPC_SIZE\" }}'")]);
    let repo = site(&["dev"], &[("app", &[], ""), ("vpc", &[], "")])
        .file("sizes.json", "{\"app\": 1}")
        .file("more.yaml", "size: 1\n")
        .file("atmos.yaml", &with_templates());
    let set = |path: &str, text: &str| std::fs::write(repo.path().join(path), text).unwrap();
    let size =
        |words: &[&str], size: &str| repo.command(words).env("SIZE", size).env("VPC_SIZE", size).output().unwrap();
    let refused = |what: &str, changed: &str, apply: &std::process::Output| {
        let error = String::from_utf8_lossy(&apply.stderr).into_owned();
        assert!(error.contains(&format!("are out of date: {changed} changed since")), "{what}: {error}");
    };
    let apply = ["apply", "--from-plan", "latest", "--auto-approve"];

    for (what, written, change) in [
        ("!env", "size: !env SIZE", None),
        ("a template's environment", "size: '{{ getenv \"SIZE\" }}'", None),
        ("another component's", "size: '{{ (atmos.Component \"vpc\" .stack).vars.size }}'", None),
        ("!include", "size: !include more.yaml .size", Some(("more.yaml", "size: 2\n"))),
        ("a data source", "size: '{{ (datasource \"sizes\").app }}'", Some(("sizes.json", "{\"app\": 2}"))),
        ("a file", "size: '{{ file.Read \"more.yaml\" | len }}'", Some(("more.yaml", "size: 10\n"))),
    ] {
        set("stacks/deploy/dev.yaml", &vars(written));
        set("more.yaml", "size: 1\n");
        set("sizes.json", "{\"app\": 1}");
        let plan = size(&["plan", "app", "vpc", "-s", "dev"], "1");
        assert!(plan.status.success(), "{what}: {}", String::from_utf8_lossy(&plan.stderr));
        match change {
            Some((path, text)) => {
                set(path, text);
                refused(what, "`dev:app`", &size(&apply, "1"));
            }
            // `vpc` reads the environment too
            None => refused(what, "`dev:app`, `dev:vpc`", &size(&apply, "2")),
        }
    }

    // what is another one each time is part of the plan, and no change
    set("stacks/deploy/dev.yaml", &vars("size: '{{ uuidv4 }}-{{ now.UnixNano }}'"));
    let plan = size(&["plan", "app", "-s", "dev"], "1");
    assert!(plan.status.success(), "{}", String::from_utf8_lossy(&plan.stderr));
    let applied = size(&apply, "1");
    assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stderr));
}

#[test]
fn what_gaia_yaml_and_components_say_holds() {
    let components = [("slow", &["vpc"][..], "wait: 30"), ("vpc", &[], "")];
    let settings = "      settings: {gaia: {timeout: 2s}}\n";
    let text = manifest("dev", &components).replace("    vpc:\n", &format!("{settings}    vpc:\n"));
    let repo = site(&["dev"], &components)
        .file("stacks/deploy/dev.yaml", &text)
        .file("gaia.yaml", "validate: {protected: [terraform_*]}\nrun: {timeout: 1h, parallel: 1}\n");
    let run = repo.run(&["apply", "-s", "dev", "--auto-approve"]);
    assert_eq!(run.code, 124, "{}", run.stderr);
    assert!(run.stdout.contains("timed out: took longer than 2 s"), "{}", run.stdout);

    let run = repo.run(&["destroy", "vpc", "-s", "dev", "--auto-approve"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.contains("it would destroy terraform_data.this, which is protected"), "{}", run.stdout);
    let allow = ["destroy", "vpc", "-s", "dev", "--auto-approve", "--allow-destroy", "terraform_data"];
    assert_eq!(repo.run(&allow).code, 0);

    let repo = repo.file("gaia.yaml", "run: {timeouts: 1h}\n");
    let error = repo.refusal(&["plan", "-s", "dev"], 1);
    assert!(error.contains("`run` has no key `timeouts`") && error.contains("did you mean `timeout`?"), "{error}");
}

#[test]
fn prices_tell_what_changes_cost() {
    let components = [("app", &["vpc"][..], ""), ("vpc", &[], "")];
    let price = "    vpc:\n      settings: {gaia: {monthly_cost: 12.5}}\n";
    let text = |components: &_| manifest("dev", components).replace("    vpc:\n", price);
    let repo = site(&["dev"], &components).file("stacks/deploy/dev.yaml", &text(&components));
    let cost = |words: &[&str]| {
        let run = repo.run(&[words, &["-s", "dev", "--format", "json"]].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        let last: serde_json::Value = serde_json::from_str(run.stdout.lines().last().unwrap()).unwrap();
        let components = last["details"]["components"].as_array().unwrap().clone();
        components.iter().map(|c| c["monthly_cost"].clone()).collect::<Vec<_>>()
    };
    let none = serde_json::Value::Null;
    assert_eq!(cost(&["plan"]), [none.clone(), 12.5.into()]);
    assert!(repo.answer(&["plan", "-s", "dev"]).lines().nth(1).unwrap().starts_with("vpc\tdev\t1\t0\t0\t0\t+12.50\t"));
    assert_eq!(cost(&["apply", "--auto-approve"]), [none.clone(), 12.5.into()]);
    assert_eq!(cost(&["plan"]), [none.clone(), 0.0.into()]);
    std::fs::write(
        repo.path().join("stacks/deploy/dev.yaml"),
        text(&components).replace("vars: {}", "vars: {size: 2}"),
    )
    .unwrap();
    assert_eq!(cost(&["plan"]), [none.clone(), none.clone()], "what a part costs is not known");
    assert_eq!(cost(&["destroy", "--auto-approve"]), [none, (-12.5).into()]);
}

#[test]
fn infracost_tells_what_changes_of_parts_cost() {
    let costs = r#"{"projects": [
        {"name": "dev:app", "diff": {"totalMonthlyCost": "-3.5"}},
        {"name": "dev-db-main", "diff": {"totalMonthlyCost": "20"}},
        {"name": "dev:vpc", "diff": {"totalMonthlyCost": null}}
    ]}"#;
    let repo = site(&["dev"], &[("app", &[], ""), ("db/main", &[], ""), ("vpc", &[], "")]).file("costs.json", costs);
    let shown = repo.answer(&["plan", "-s", "dev", "--costs", "costs.json", "--summary", "summary.md"]);
    let cells: Vec<&str> = shown.lines().map(|line| line.split('\t').nth(6).unwrap()).collect();
    assert_eq!(cells, ["-3.50", "+20.00", ""]);
    assert!(repo.read("summary.md").contains(", +16.50 a month where prices are known"), "{}", repo.read("summary.md"));
    let error = repo.file("costs.json", "[]").refusal(&["plan", "-s", "dev", "--costs", "costs.json"], 1);
    assert!(error.contains("is no report of Infracost") && error.contains("infracost diff --format json"), "{error}");
}

#[test]
fn runs_are_listed_shown_and_removed() {
    let repo = site(&["dev"], &[("vpc", &[], "")]);
    assert!(repo.refusal(&["run", "show"], 1).starts_with("error: there are no runs yet\n"));
    repo.answer(&["plan", "-s", "dev"]);
    repo.answer(&["plan", "-s", "dev"]);
    let runs = repo.json(&["run", "list", "--format", "json"]);
    let runs = runs.as_array().unwrap();
    assert_eq!(runs.len(), 2);
    assert_eq!((&runs[0]["kind"], &runs[0]["state"]), (&"plan".into(), &"succeeded".into()));
    assert!(runs[0]["run"].as_str() > runs[1]["run"].as_str(), "the latest first");
    let shown = repo.answer(&["run", "show"]);
    assert!(shown.starts_with("dev:vpc\t1 to add, 0 to change, 0 to destroy\t"), "{shown}");
    let shown = repo.json(&["run", "show", "--format", "json"]);
    assert_eq!(shown["steps"][0]["last"]["status"], "succeeded");
    assert_eq!(repo.run(&["run", "resume"]).stderr.lines().last().map(|l| l.ends_with("is done.")), Some(true));
    assert!(repo.refusal(&["run", "logs", "latest", "vcp"], 1).contains("did you mean `vpc`?"));
    let logs = repo.answer(&["run", "logs", "latest"]);
    assert!(logs.contains("atmos terraform plan vpc -s dev") && logs.contains("Plan: 1 to add"), "{logs}");
    assert_eq!(logs, repo.answer(&["run", "logs", "latest", "dev:vpc"]));
    repo.answer(&["run", "clean", "--keep", "1"]);
    assert_eq!(repo.json(&["run", "list", "--format", "json"]).as_array().unwrap().len(), 1);
    assert_eq!(repo.read(".gaia/.gitignore"), "*\n");
}
