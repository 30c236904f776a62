//! `gaia diff`: how stacks differ.

mod support;

use serde_json::json;
use std::process::Command;
use support::Repo;

/// Two stacks with differences of every kind.
fn two() -> Repo {
    Repo::new()
        .file(
            "stacks/catalog/vpc.yaml",
            "components:
  terraform:
    vpc:
      vars: {cidr: 10.0.0.0/16, azs: [a, b, c], same: {deep: [1]}, rules: [{port: 80, from: all}, {port: 443}]}
",
        )
        .file(
            "stacks/deploy/dev.yaml",
            "import: [catalog/vpc]
vars: {stage: dev}
components:
  terraform:
    vpc:
      vars: {debug: true}
    bastion:
      vars: {size: 1}
",
        )
        .file(
            "stacks/deploy/prod.yaml",
            "import: [catalog/vpc]
vars: {stage: prod}
components:
  terraform:
    vpc:
      vars:
        cidr: 10.8.0.0/16
        azs: [a, c]
        rules: [{port: 8080, from: all}, {port: 443}, {port: 22}]
        tags: {tier: gold}
        secret: !exec exit 1
    eks:
      vars: {size: 3}
",
        )
}

#[test]
fn people_see_what_differs_and_where_it_is_said() {
    let repo = two();
    insta::assert_snapshot!("stacks", repo.answer(&["diff", "dev", "prod"]));
    insta::assert_snapshot!("component", repo.answer(&["diff", "prod", "dev", "-c", "bastion"]));
    let coloured = repo.answer(&["diff", "dev", "prod", "--color", "always"]);
    assert!(coloured.contains("\u{1b}[31m- vars.debug\u{1b}[0m"), "{coloured}");
}

#[test]
fn the_exit_code_tells_differences_only_when_asked() {
    let repo = two();
    assert_eq!(repo.run(&["diff", "dev", "prod", "--exit-code"]).code, 1);
    let same = repo.run(&["diff", "dev", "dev", "--exit-code"]);
    assert_eq!((same.code, same.stdout.as_str(), same.stderr.as_str()), (0, "", "No differences.\n"));
}

#[test]
fn programs_read_changes_that_keep_to_the_schema() {
    let repo = two();
    let record = repo.json(&["diff", "dev", "prod", "--format", "json"]);
    support::assert_schema("diff.json", &record);
    assert_eq!((&record["from"], &record["to"]), (&json!({"stack": "dev"}), &json!({"stack": "prod"})));
    let changes = record["changes"].as_array().unwrap();
    let cidr = changes.iter().find(|c| c["path"] == "vars.cidr").unwrap();
    assert_eq!(
        cidr,
        &json!({
            "type": "terraform",
            "component": "vpc",
            "change": "changed",
            "path": "vars.cidr",
            "old": "10.0.0.0/16",
            "old_at": {"file": "stacks/catalog/vpc.yaml", "line": 4, "column": 20},
            "new": "10.8.0.0/16",
            "new_at": {"file": "stacks/deploy/prod.yaml", "line": 7, "column": 15},
        })
    );
    assert_eq!(changes.iter().filter(|c| c.get("path").is_none()).count(), 2, "bastion and eks");
}

#[test]
fn what_is_not_there_is_named() {
    let repo = two();
    let error = repo.refusal(&["diff", "dev", "prd"], 1);
    assert!(error.starts_with("error: no stack is called `prd`\nhint: did you mean `prod`?\n"), "{error}");
    let error = repo.refusal(&["diff", "dev", "prod", "-c", "vcp"], 1);
    let expected = "error: neither `dev` nor `prod` has a component `vcp`\nhint: did you mean `vpc`?\n";
    assert_eq!(error, expected);
    for words in [&["diff"][..], &["diff", "dev"], &["diff", "dev", "prod", "--base", "HEAD"], &["diff", "-s", "dev"]] {
        repo.refusal(words, 64);
    }
}

/// Runs git as one who needs no configuration.
fn git(repo: &Repo, words: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=gaia", "-c", "user.email=gaia@example.com", "-c", "commit.gpgsign=false"]);
    let status = command.args(words).current_dir(repo.path()).env("GIT_CONFIG_GLOBAL", "/dev/null").output().unwrap();
    assert!(status.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&status.stderr));
}

#[test]
fn the_work_tree_is_compared_with_a_revision() {
    let repo = two();
    git(&repo, &["init", "-q"]);
    git(&repo, &["add", "."]);
    git(&repo, &["commit", "-qm", "first"]);
    let same = repo.run(&["diff", "--base", "HEAD", "--exit-code"]);
    assert_eq!((same.code, same.stdout.as_str()), (0, ""), "{}", same.stderr);

    let repo = repo
        .file(
            "stacks/catalog/vpc.yaml",
            "components: {terraform: {vpc: {vars: {cidr: 10.1.0.0/16, azs: [a, b, c]}}}}\n",
        )
        .file("stacks/deploy/dev.yaml", "import: [catalog/vpc]\nvars: {stage: dev}\n")
        .file("stacks/deploy/qa.yaml", "import: [catalog/vpc]\nvars: {stage: qa}\n");
    insta::assert_snapshot!("revision", repo.answer(&["diff", "--base", "HEAD"]));
    insta::assert_snapshot!("revision_of_one", repo.answer(&["diff", "--base", "HEAD", "-s", "dev", "-c", "vpc"]));
    let record = repo.json(&["diff", "--base", "HEAD", "--format", "json"]);
    support::assert_schema("diff.json", &record);
    assert_eq!(record["from"], json!({"revision": "HEAD"}));
    assert_eq!(repo.run(&["diff", "--base", "HEAD", "--exit-code"]).code, 1);

    let error = repo.refusal(&["diff", "--base", "nowhere"], 1);
    assert!(error.starts_with("error: git knows no revision `nowhere` here\n"), "{error}");
    let error = repo.refusal(&["diff", "--base", "HEAD", "-s", "dve"], 1);
    assert!(error.contains("hint: did you mean `dev`?"), "{error}");
    let error = repo.refusal(&["diff", "--base", "HEAD", "-c", "vcp"], 1);
    assert!(error.contains("hint: did you mean `vpc`?"), "{error}");
}
