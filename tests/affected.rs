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

/// The lines of `gaia affected` in a pipe.
fn lines(repo: &Repo, words: &[&str]) -> Vec<String> {
    repo.answer(&[&["affected"], words].concat()).lines().map(|line| line.replace('\t', " ")).collect()
}

#[test]
fn the_short_form_sees_what_is_not_committed() {
    let repo = repo()
        .file("stacks/deploy/dev.yaml", &dev("{ nat: 2 }"))
        .file("components/terraform/eks/new.tf", "variable \"a\" {}\n");
    assert_eq!(lines(&repo, &["--base", "HEAD"]), ["dev vpc stack.vars", "prod eks component"]);
    let repo = repo.file(".gitignore", "*.tf\n").file("stacks/deploy/dev.yaml", &dev("{}"));
    let run = repo.run(&["affected", "--base", "HEAD", "--stack", "prod"]);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", "Nothing is affected.\n"));
}

#[test]
fn two_revisions_are_compared_without_the_work_tree() {
    let repo = repo().file("stacks/deploy/dev.yaml", &dev("{ nat: 2 }"));
    commit(&repo);
    let repo = repo.file("components/terraform/network/main.tf", "# changed\n");
    commit(&repo);
    let repo = repo.file("stacks/deploy/prod.yaml", "not: [yaml");
    assert_eq!(lines(&repo, &["--base", "HEAD~2", "--head", "HEAD~1"]), ["dev vpc stack.vars"]);
    assert_eq!(lines(&repo, &["--base", "HEAD~1", "--head", "HEAD"]), ["dev vpc component", "prod vpc component"]);
}

#[test]
fn modules_are_followed_wherever_they_are() {
    let call = |path: &str| format!("module \"m\" {{\n  source = \"{path}\"\n}}\n");
    let repo = repo()
        .file("components/terraform/eks/main.tf", &call("../../../modules/outer"))
        .file("modules/outer/main.tf", &call("../inner"))
        .file("modules/inner/main.tf", "variable \"a\" {}\n");
    commit(&repo);
    let repo = repo.file("modules/inner/main.tf", "variable \"b\" {}\n");
    assert_eq!(lines(&repo, &["--base", "HEAD"]), ["prod eks component.module"]);
    commit(&repo);
    assert_eq!(lines(&repo, &["--base", "HEAD~1", "--head", "HEAD"]), ["prod eks component.module"]);
    assert!(affected(&repo, &[]).is_empty(), "Atmos looks for modules beside the components only");
    assert_eq!(repo.answer(&["impact", "modules/inner/main.tf"]), "prod\teks\tmodule\n");
}

#[test]
fn dependents_are_listed_once_and_a_matrix_is_made() {
    let eks = "import: [catalog/vpc]\nvars: { stage: prod }\ncomponents:\n  terraform:\n    vpc: { metadata: { inherits: \
               [vpc/base] } }\n    eks: { dependencies: { components: [{ component: vpc }] } }\n";
    let repo = repo().file("stacks/deploy/prod.yaml", eks);
    commit(&repo);
    let repo = repo.file("stacks/deploy/prod.yaml", &eks.replace("[vpc/base]", "[vpc/base], custom: { a: 1 }"));
    let words = ["--base", "HEAD", "--include-dependents"];
    assert_eq!(lines(&repo, &words), ["prod vpc stack.metadata", "prod eks dependent"]);
    let json = repo.json(&[&["affected", "--format", "json"], &words[..]].concat());
    assert_eq!(json[0]["dependents"][0]["component"], "eks");
    let matrix = repo.json(&["affected", "--base", "HEAD", "--format", "matrix"]);
    assert_eq!(matrix["include"][0]["component"], "vpc");
}

#[test]
fn functions_are_not_executed_by_the_short_form() {
    let repo = repo().file("stacks/deploy/dev.yaml", &dev("{ a: !exec touch executed }"));
    assert_eq!(lines(&repo, &["--base", "HEAD"]), ["dev vpc stack.vars"]);
    assert!(!repo.path().join("executed").exists());
}

/// Manifests that include files see those of the base, so all of it is there. Atmos looks below the current directory first,
/// which is the work tree for both sides, unless a path begins with a dot.
#[test]
fn included_files_are_those_of_the_base() {
    for (path, seen_by_atmos) in [("conf/a.yaml", false), ("./../../conf/a.yaml", true)] {
        let repo = repo()
            .file("stacks/deploy/dev.yaml", &dev(&format!("{{ a: !include {path} }}")))
            .file("conf/a.yaml", "x: 1\n");
        commit(&repo);
        let repo = repo.file("conf/a.yaml", "x: 2\n");
        commit(&repo);
        assert_eq!(!affected(&repo, &[]).is_empty(), seen_by_atmos, "{path}");
        assert_eq!(lines(&repo, &["--base", "HEAD~1"]), ["dev vpc stack.vars"], "{path}");
    }
}

#[test]
fn a_file_that_a_glob_imported_and_that_is_gone_is_noticed() {
    let repo = repo()
        .file(
            "stacks/deploy/dev.yaml",
            "import: ['mixins/*']\nvars: { stage: dev }\ncomponents: { terraform: { a: {} } }\n",
        )
        .file("stacks/mixins/one.yaml", "vars: { one: 1 }\n")
        .file("stacks/mixins/two.yaml", "vars: { two: 2 }\n");
    commit(&repo);
    std::fs::remove_file(repo.path().join("stacks/mixins/two.yaml")).expect("a file");
    commit(&repo);
    assert_eq!(affected(&repo, &[]), ["dev a: stack.vars"]);
    let repo = repo.file("stacks/mixins/two.yaml", "vars: { two: 2 }\n");
    commit(&repo);
    assert_eq!(affected(&repo, &[]), ["dev a: stack.vars"]);
}

#[test]
fn stacks_of_one_name_in_two_manifests_are_compared_whole() {
    let part = |name: &str, value: i32| {
        format!("vars: {{ stage: dev }}\ncomponents:\n  terraform:\n    {name}:\n      vars: {{ v: {value} }}\n")
    };
    let repo = Repo::new().file("stacks/deploy/a.yaml", &part("one", 1)).file("stacks/deploy/b.yaml", &part("two", 1));
    git(&repo, &["init", "-q"]);
    commit(&repo);
    let repo = repo.file("stacks/deploy/a.yaml", &part("one", 2));
    commit(&repo);
    assert_eq!(affected(&repo, &[]), ["dev one: stack.vars"]);
    std::fs::remove_file(repo.path().join("stacks/deploy/a.yaml")).expect("a file");
    commit(&repo);
    // the other manifest still makes the stack
    assert_eq!(affected(&repo, &[]), ["dev one: deleted"]);
    assert_eq!(lines(&repo, &["--base", "HEAD~1"]), ["dev one deleted"]);
}

#[test]
fn a_manifest_can_be_a_file_that_another_stack_depends_on() {
    let prod = "vars: { stage: prod }\ncomponents: { terraform: { eks: { dependencies: { files: [stacks/deploy/dev.yaml] } } } }\n";
    let repo = repo().file("stacks/deploy/prod.yaml", prod);
    commit(&repo);
    let repo = repo.file("stacks/deploy/dev.yaml", &dev("{ nat: 2 }"));
    commit(&repo);
    assert_eq!(affected(&repo, &[]), ["dev vpc: stack.vars", "prod eks: file"]);
}

#[test]
fn what_a_file_reaches_is_told_with_how() {
    let repo = repo().file("stacks/mixins/all.yaml", "vars: { a: 1 }\n").file(
        "stacks/deploy/dev.yaml",
        "import: [catalog/vpc, mixins/all]\nvars: { stage: dev }\ncomponents:\n  terraform:\n    vpc:\n      metadata: { \
         component: network, inherits: [vpc/base] }\n    other:\n      dependencies: { folders: [policies] }\n",
    );
    let impact = |file: &str| repo.answer(&["impact", file]).replace('\t', " ");
    // what the catalog says of vpc/base reaches those that inherit from it
    assert_eq!(impact("stacks/catalog/vpc.yaml"), "dev vpc import\nprod vpc import\n");
    assert_eq!(impact("stacks/mixins/all.yaml"), "dev other import\ndev vpc import\n");
    assert_eq!(impact("stacks/deploy/dev.yaml"), "dev other stack\ndev vpc stack\n");
    assert_eq!(impact("components/terraform/network/gone.tf"), "dev vpc code\nprod vpc code\n");
    assert_eq!(impact("policies/p.json"), "dev other folder\n");
    let run = repo.run(&["impact", "README.md"]);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", "No component is reached.\n"));
    let json = repo.json(&["impact", "policies/p.json", "stacks/mixins/all.yaml", "--format", "json"]);
    assert_eq!(
        json[0]["reached_by"],
        json!([
            { "file": "policies/p.json", "how": "folder" },
            { "file": "stacks/mixins/all.yaml", "how": "import" },
        ])
    );
}
