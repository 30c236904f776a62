//! Workflows, delegated; and the commands of the old CLI.

use crate::site::{site, state};
use crate::support::Repo;

const FLOWS: &str = "
workflows:
  hello:
    description: Say hello
    steps:
      - {name: first, type: shell, command: echo one}
      - {name: second, type: shell, command: 'echo two, depth $GAIA_WORKFLOW_DEPTH'}
  plan-environment:
    steps:
      - {name: plan, command: terraform plan vpc}
";

const DIALECT: &str = "
workflows:
  plan:
    steps:
      - name: all
        run: {command: 'echo never'}
";

fn repo() -> Repo {
    let manifest = "
vars: {stage: dev, tenant: fnx, environment: testenv-01}
terraform: {backend_type: local, backend: {local: {path: terraform.tfstate}}}
components: {terraform: {vpc: {}}}
";
    site(&["dev"], &[("vpc", &[], "")])
        .file("stacks/deploy/dev.yaml", manifest)
        .file(
            "components/terraform/vpc/variables.tf",
            "variable \"stage\" {}\nvariable \"tenant\" {}\nvariable \"environment\" {}\n",
        )
        .variable("ATMOS_WORKFLOWS_BASE_PATH", "flows")
}

#[test]
fn workflows_are_listed_shown_and_run_by_atmos() {
    let repo = repo().file("flows/deploy.yaml", FLOWS).file("flows/old.yaml", DIALECT);
    assert!(repo.answer(&["workflow", "list"]).starts_with("deploy.yaml\thello\tSay hello\t2\n"));
    assert!(repo.answer(&["workflow", "show", "hello"]).contains("command: echo one"));
    assert!(repo.answer(&["workflow", "run", "hello"]).ends_with("two, depth 1\n"));
    let from = repo.answer(&["workflow", "run", "hello", "-f", "deploy.yaml", "--from-step", "second"]);
    assert!(!from.contains("one"), "{from}");
    let dry = repo.answer(&["workflow", "run", "hello", "--dry-run"]);
    assert!(!dry.lines().any(|line| line == "one"), "{dry}");
    let error = repo.refusal(&["workflow", "run", "hello", "--from-step", "secnd"], 64);
    assert!(error.contains("did you mean `second`?"), "{error}");
    let error = repo.refusal(&["workflow", "run", "helo"], 1);
    assert!(error.contains("did you mean `hello`?"), "{error}");
    assert_eq!(repo.run(&["workflow", "run"]).code, 64);
    // the older dialect is run by gaia
    assert_eq!(repo.answer(&["workflow", "run", "plan"]), "never\n");
}

#[test]
fn the_old_commands_run_the_workflow_of_their_name_or_the_new_ones() {
    let environment = ["-t", "fnx", "-a", "dev", "-e", "testenv-01"];
    let old = |repo: &Repo, words: &[&str]| repo.run(&[&["workflow"], words, &environment[..]].concat());
    let repo = repo();
    // without a workflow of that name
    let repo = repo.file("flows/old.yaml", DIALECT);
    let run = old(&repo, &["plan-environment", "--parallel", "true"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("vpc\tdev\t1\t0\t0\t0\t"), "{}", run.stdout);
    assert!(run.stderr.starts_with("hint: this is `gaia plan -s dev --all` now\n"), "{}", run.stderr);
    assert_eq!(old(&repo, &["apply-environment", "--auto-approve", "false"]).code, 5);
    let run = old(&repo, &["apply-environment", "--auto-approve", "true"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = old(&repo, &["drift-detection"]);
    assert_eq!((run.code, run.stderr.lines().last()), (0, Some("No drift.")), "{}", run.stderr);
    let run = old(&repo, &["destroy-environment", "--auto-approve", "--safe-destroy", "true"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.starts_with("without meaning here: --safe-destroy\n"), "{}", run.stderr);
    let run = repo.run(&["workflow", "plan-environment", "-t", "fnx", "-a", "prod", "-e", "testenv-01"]);
    assert!(run.stderr.starts_with("error: no stack has tenant `fnx`, account `prod`"), "{}", run.stderr);
    let run = old(&repo, &["onboard-environment", "--vpc-cidr", "10.0.0.0/16"]);
    assert_eq!(run.code, 5, "{}", run.stderr);
    let hint = "hint: this is `gaia env onboard -t fnx -a dev -e testenv-01 --vpc-cidr 10.0.0.0/16` now\n";
    assert!(run.stderr.starts_with(hint), "{}", run.stderr);
    assert_eq!(repo.run(&["workflow", "validate"]).code, repo.run(&["validate"]).code);
    // with one
    let repo = repo.file("flows/deploy.yaml", FLOWS);
    let run = old(&repo, &["plan-environment"]);
    assert!(
        run.stderr.starts_with("hint: this is `gaia workflow run plan-environment -s dev` now\n"),
        "{}",
        run.stderr
    );
    assert!(run.stdout.contains(" 1 to add, 0 to change"), "{}", run.stdout);
    // which works on all components where one is asked for
    let run = old(&repo, &["plan-environment", "-c", "vpc"]);
    assert!(run.stderr.starts_with("hint: this is `gaia plan -s dev vpc` now\n"), "{}", run.stderr);
}

#[test]
fn a_workflow_that_takes_no_component_is_not_run_for_one() {
    let all = "workflows:\n  destroy-environment:\n    steps:\n      - STEP\n";
    let steps = ["{type: shell, command: echo all}", "{run: {command: 'echo all of $tenant $account $environment'}}"];
    for step in steps {
        let repo = repo().file("flows/all.yaml", &all.replace("STEP", step));
        let words = ["workflow", "destroy-environment", "-t", "fnx", "-a", "dev", "-e", "testenv-01"];
        for only in [["-c", "vpc"], ["component=vpc", "tenant=fnx"]] {
            let run = repo.run(&[&words[..], &only, &["--auto-approve"]].concat());
            let hint = "hint: this is `gaia destroy -s dev vpc --auto-approve` now\n";
            assert!(run.stderr.starts_with(hint) && !run.stdout.contains("all"), "{step}: {}", run.stderr);
        }
    }
    // one that does is
    let step = "{type: shell, command: 'echo \"only ${component:-all}\"'}";
    let repo = repo().file("flows/some.yaml", &all.replace("STEP", step));
    let words = ["workflow", "destroy-environment", "-t", "fnx", "-a", "dev", "-e", "testenv-01", "-c", "vpc"];
    let run = repo.run(&[&words[..], &["--auto-approve"]].concat());
    assert!(run.stdout.contains("only vpc\n"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_resource_is_imported_by_atmos() {
    let repo = repo();
    let words = ["workflow", "import", "-a", "terraform_data.this", "-i", "some-id", "-c", "vpc", "-s", "dev"];
    let run = repo.run(&words);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let hint = "hint: this is `atmos terraform import vpc terraform_data.this some-id -s dev` now\n";
    assert!(run.stderr.starts_with(hint), "{}", run.stderr);
    assert!(run.stdout.contains("Import successful!"), "{}", run.stdout);
    assert!(std::fs::read_to_string(state(&repo, "dev", "vpc")).unwrap().contains("\"some-id\""));
}

#[test]
fn the_form_is_checked_by_the_tools_that_are_there() {
    let repo = repo();
    let badly = "variable \"stage\" {}\n  variable \"tenant\" {}\nvariable \"environment\" {}\n";
    std::fs::write(repo.path().join("components/terraform/vpc/variables.tf"), badly).unwrap();
    let lint = |words: &[&str]| repo.run(&[&["workflow", "lint"], words].concat());
    let run = lint(&["--fix", "false"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("`terraform` found something"), "{}", run.stderr);
    assert!(run.stdout.contains("variables.tf"), "{}", run.stdout);
    let run = lint(&["--fix"]);
    assert!(!run.stderr.contains("`terraform` found something"), "{}", run.stderr);
    assert!(repo.read("components/terraform/vpc/variables.tf").contains("\nvariable \"tenant\""));
    let bare = repo.variable("PATH", "/nowhere");
    let run = bare.run(&["workflow", "lint", "--skip-security"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    let skipped = "skipped: `terraform` or `tofu` is not on PATH\nskipped: `yamllint` is not on PATH\n";
    assert_eq!(run.stderr, format!("hint: this is `gaia lint --skip-security` now\n{skipped}"));
    let done = bare.json(&["lint", "--skip-security", "--format", "json"]);
    assert_eq!(done[1], serde_json::json!({"tool": "yamllint", "status": "skipped", "exit_code": null}));
}
