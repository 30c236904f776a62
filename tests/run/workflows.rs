//! Workflows, delegated; and the commands of the old CLI.

use crate::site::site;
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
    let error = repo.refusal(&["workflow", "run", "plan"], 1);
    assert!(error.contains("runs as empty commands") && error.contains("run.command"), "{error}");
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
    assert_eq!(old(&repo, &["onboard-environment", "--vpc-cidr", "10.0.0.0/16"]).code, 69);
    assert_eq!(repo.run(&["workflow", "lint", "--fix", "false"]).code, 69);
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
}
