//! What a change affects, in git repositories made for each test.

mod support;

use serde_json::{Value, json};
use std::process::Command;
use support::Repo;

const MAIN_TF: &str = "variable \"cidr\" {}\n";

/// Two stacks with `vpc`, whose code is in `network`, one of them with `eks`, which depends on `vpc`; all committed.
fn repo() -> Repo {
    let repo = Repo::example()
        .file("components/terraform/network/main.tf", MAIN_TF)
        .file("components/terraform/eks/main.tf", "variable \"size\" {}\n")
        .file("README.md", "read me\n");
    git(&repo, &["init", "-q"]);
    commit(&repo);
    repo
}

fn git(repo: &Repo, args: &[&str]) {
    let settings = ["user.name=t", "user.email=t@example.com", "init.defaultBranch=main", "commit.gpgsign=false"];
    let output = Command::new("git")
        .args(settings.iter().flat_map(|s| ["-c", s]))
        .args(args)
        .current_dir(repo.path())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("HOME", repo.path().join("home"))
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(repo: &Repo) {
    git(repo, &["add", "--all"]);
    git(repo, &["commit", "-q", "-m", "change"]);
}

fn dev(vars: &str) -> String {
    format!(
        "import: [catalog/vpc]\nvars: {{ stage: dev, region: eu-west-1 }}\ncomponents:\n  terraform:\n    vpc:\n      \
         metadata: {{ component: network, inherits: [vpc/base], description: The network }}\n      \
         settings: {{ team: core }}\n      vars: {vars}\n"
    )
}

/// Stack, component and reasons of each item.
fn reasons(answer: &Value) -> Vec<String> {
    let text = |item: &Value, key: &str| item[key].as_str().unwrap_or_default().to_owned();
    let all = |item: &Value| {
        let all = item["affected_all"].as_array().cloned().unwrap_or_default();
        all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")
    };
    let items = answer.as_array().expect("a list");
    items.iter().map(|i| format!("{} {}: {}", text(i, "stack"), text(i, "component"), all(i))).collect()
}

fn affected(repo: &Repo, more: &[&str]) -> Vec<String> {
    reasons(&repo.json(&[&["describe", "affected", "--base", "HEAD~1"], more].concat()))
}

#[test]
fn a_changed_var_affects_its_component() {
    let repo = repo().file("stacks/deploy/dev.yaml", &dev("{ nat: 2 }"));
    commit(&repo);
    let answer = repo.json(&["describe", "affected", "--base", "HEAD~1"]);
    let expected = json!([{
        "affected": "stack.vars",
        "affected_all": ["stack.vars"],
        "component": "vpc",
        "component_path": "components/terraform/network",
        "component_type": "terraform",
        "dependents": null,
        "included_in_dependents": false,
        "settings": null,
        "stack": "dev",
        "stack_slug": "dev-vpc",
    }]);
    assert_eq!(answer, expected);
    assert_eq!(affected(&repo, &["--stack", "prod"]), Vec::<String>::new());
    assert_eq!(repo.json(&["describe", "affected", "--base", "HEAD~1", "--query", "map(.stack)"]), json!(["dev"]));
}

#[test]
fn what_nobody_uses_affects_nothing() {
    let repo = repo().file("README.md", "other\n").file("stacks/catalog/unused.yaml", "vars: { a: 1 }\n");
    commit(&repo);
    assert!(affected(&repo, &[]).is_empty());
}

#[test]
fn manifests_are_those_of_the_work_tree_and_code_is_what_was_committed() {
    let repo = repo().file("components/terraform/eks/main.tf", "variable \"size\" { default = 1 }\n");
    commit(&repo);
    let repo = repo
        .file("stacks/deploy/dev.yaml", &dev("{ nat: 2 }"))
        .file("components/terraform/network/main.tf", "variable \"other\" {}\n");
    assert_eq!(affected(&repo, &[]), ["dev vpc: stack.vars", "prod eks: component"]);
}

#[test]
fn a_file_that_moves_to_another_component_counts_there_only() {
    let lines = "# a line of some length to compare\n".repeat(20);
    let repo = repo().file("components/terraform/eks/shared.tf", &lines);
    commit(&repo);
    git(&repo, &["mv", "components/terraform/eks/shared.tf", "components/terraform/network/shared.tf"]);
    commit(&repo);
    assert_eq!(affected(&repo, &[]), ["dev vpc: component", "prod vpc: component"]);
}

#[test]
fn modules_below_the_components_are_followed() {
    let call = "module \"m\" {\n  source = \"../modules/m\"\n}\n";
    let repo = repo()
        .file("components/terraform/eks/main.tf", call)
        .file("components/terraform/modules/m/main.tf", "variable \"a\" {}\n");
    commit(&repo);
    let repo = repo.file("components/terraform/modules/m/main.tf", "variable \"b\" {}\n");
    commit(&repo);
    assert_eq!(affected(&repo, &[]), ["prod eks: component.module"]);
}

#[test]
fn files_that_a_component_depends_on_are_watched() {
    let with = |deps: &str| format!("{}      dependencies: {deps}\n", dev("{}"));
    let repo = repo().file("stacks/deploy/dev.yaml", &with("{ files: ['conf/*.json'], folders: [policies] }"));
    let repo = repo.file("conf/a.json", "1").file("policies/deep/p.txt", "1");
    commit(&repo);
    let repo = repo.file("conf/a.json", "2");
    commit(&repo);
    let answer = repo.json(&["describe", "affected", "--base", "HEAD~1"]);
    assert_eq!((&answer[0]["affected"], &answer[0]["file"]), (&json!("file"), &json!("conf/*.json")));
    let repo = repo.file("policies/deep/p.txt", "2");
    commit(&repo);
    let answer = repo.json(&["describe", "affected", "--base", "HEAD~1"]);
    assert_eq!((&answer[0]["affected"], &answer[0]["folder"]), (&json!("folder"), &json!("policies")));
}

#[test]
fn what_is_gone_is_told_with_its_context() {
    let repo = repo();
    std::fs::remove_file(repo.path().join("stacks/deploy/prod.yaml")).expect("a file");
    commit(&repo);
    let answer = repo.json(&["describe", "affected", "--base", "HEAD~1", "--include-dependents"]);
    assert_eq!(reasons(&answer), ["prod eks: deleted.stack", "prod vpc: deleted.stack"]);
    assert_eq!(answer[0]["stage"], "prod");
    assert_eq!((&answer[0]["deleted"], &answer[0]["deletion_type"]), (&json!(true), &json!("stack")));
    assert_eq!(answer[0]["dependents"], json!([]));
}

#[test]
fn everything_is_new_where_the_base_has_no_stacks() {
    let repo = Repo::example();
    git(&repo, &["init", "-q"]);
    git(&repo, &["commit", "-q", "--allow-empty", "-m", "nothing"]);
    commit(&repo);
    let all = affected(&repo, &[]);
    assert_eq!(all.len(), 3, "{all:?}");
    assert!(all[0].starts_with("dev vpc: stack.metadata,stack.vars"), "{all:?}");
}

#[test]
fn dependents_are_nested_and_marked() {
    let component = |name: &str, on: &str| format!("    {name}:\n      dependencies: {{ components: [{on}] }}\n");
    let stack = |cidr: &str| {
        format!("vars: {{ stage: dev }}\ncomponents:\n  terraform:\n    vpc:\n      vars: {{ cidr: {cidr} }}\n")
            + &component("eks", "{ component: vpc }")
            + &component("app", "{ component: eks }, { component: vpc }")
    };
    let repo = Repo::new().file("stacks/deploy/dev.yaml", &stack("a"));
    git(&repo, &["init", "-q"]);
    commit(&repo);
    let repo = repo.file("stacks/deploy/dev.yaml", &stack("b"));
    commit(&repo);
    let answer = repo.json(&["describe", "affected", "--base", "HEAD~1", "--include-dependents"]);
    assert_eq!(reasons(&answer), ["dev vpc: stack.vars"]);
    let dependents = answer[0]["dependents"].as_array().expect("a list");
    let shown: Vec<_> = dependents.iter().map(|d| (&d["component"], &d["included_in_dependents"])).collect();
    // app is among those that depend on eks already
    assert_eq!(shown, [(&json!("app"), &json!(true)), (&json!("eks"), &json!(false))]);
    assert_eq!(dependents[1]["dependents"][0]["component"], "app");
    let circle =
        stack("c").replace("    vpc:\n", "    vpc:\n      dependencies: { components: [{ component: app }] }\n");
    let repo = repo.file("stacks/deploy/dev.yaml", &circle);
    let error = repo.refusal(&["describe", "affected", "--base", "HEAD~1", "--include-dependents"], 1);
    assert!(error.contains("depend on each other in a circle"), "{error}");
}

#[test]
fn a_matrix_is_one_line_or_goes_where_the_job_reads_it() {
    let repo = repo().file("stacks/deploy/dev.yaml", &dev("{ nat: 2 }"));
    commit(&repo);
    let matrix = "{\"include\":[{\"component\":\"vpc\",\"component_path\":\"components/terraform/network\",\
                  \"component_type\":\"terraform\",\"stack\":\"dev\"}]}";
    let words = ["describe", "affected", "--base", "HEAD~1", "--format", "matrix"];
    assert_eq!(repo.answer(&words), format!("{matrix}\n"));
    let repo = repo.file("out", "before=1\n");
    assert_eq!(repo.answer(&[&words[..], &["--output-file", "out"]].concat()), "");
    assert_eq!(repo.read("out"), format!("before=1\nmatrix={matrix}\ncount=1\n"));
    repo.refusal(&["describe", "affected", "--base", "HEAD~1", "--output-file", "out"], 64);
}

#[test]
fn another_work_tree_can_be_the_base() {
    let repo = repo();
    git(&repo, &["worktree", "add", "-q", "--detach", "home/base", "HEAD"]);
    let repo = repo.file("stacks/deploy/dev.yaml", &dev("{ nat: 2 }"));
    let answer = repo.json(&["describe", "affected", "--repo-path", "home/base"]);
    assert_eq!(reasons(&answer), ["dev vpc: stack.vars"]);
    repo.refusal(&["describe", "affected", "--repo-path", "home/base", "--base", "HEAD"], 64);
}

#[test]
fn a_revision_that_is_not_there_is_told() {
    let repo = repo();
    let error = repo.refusal(&["describe", "affected", "--base", "mian"], 1);
    assert!(error.starts_with("error: git knows no revision `mian` here\n"), "{error}");
    assert!(error.contains("hint: `git fetch origin`"), "{error}");
    let error = repo.refusal(&["describe", "affected"], 1);
    assert!(error.contains("`--base REVISION`"), "{error}");
    let error = repo.refusal(&["describe", "affected", "--upload"], 69);
    assert!(error.contains("Atmos Pro"), "{error}");
    let error = Repo::example().refusal(&["describe", "affected", "--base", "HEAD"], 1);
    assert!(error.contains("no git repository"), "{error}");
}

#[test]
fn the_spacelift_stack_that_manages_an_affected_one_is_added() {
    let stack = |size: i32| {
        format!(
            "vars: {{ stage: dev }}\ncomponents:\n  terraform:\n    admin:\n      settings: {{ spacelift: {{ \
             workspace_enabled: true }} }}\n    vpc:\n      vars: {{ size: {size} }}\n      settings: {{ spacelift: {{ \
             workspace_enabled: true, admin_stack_selector: {{ component: admin, stage: dev }} }} }}\n"
        )
    };
    let repo = Repo::new().file("stacks/deploy/dev.yaml", &stack(1));
    git(&repo, &["init", "-q"]);
    commit(&repo);
    let repo = repo.file("stacks/deploy/dev.yaml", &stack(2));
    assert_eq!(
        reasons(&repo.json(&["describe", "affected", "--base", "HEAD", "--include-spacelift-admin-stacks"])),
        ["dev admin: stack.settings.spacelift.admin_stack_selector", "dev vpc: stack.vars"]
    );
}
