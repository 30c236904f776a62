//! `gaia pipeline render`: every rendering is read by the engine's own linter, schema or language.
//!
//! `scripts/setup-tests.sh linters` installs them under `target/linters`.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use support::Repo;

fn linter(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/linters").join(name);
    assert!(path.exists(), "{} is missing: run `scripts/setup-tests.sh` first", path.display());
    path
}

fn accepts(command: &mut Command, file: &Path) -> String {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let said = |output: &Output| {
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    let text = std::fs::read_to_string(file).unwrap_or_default();
    assert!(output.status.success(), "{command:?}\n{}\n{text}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// A stack with a diamond, a name that shells and YAML stumble over, and something that is disabled.
fn diamond() -> Repo {
    Repo::new()
        .file(
            "stacks/deploy/dev.yaml",
            r#"
vars: { stage: dev }
components:
  terraform:
    vpc: {}
    off: { metadata: { enabled: false }, dependencies: { components: [{ component: vpc }] } }
    db/main: { dependencies: { components: [{ component: vpc }] } }
    "odd {name} 1.0": { dependencies: { components: [{ component: off }] } }
    app: { vars: { a: "${output.db/main.url}", b: "${output.vpc.id}" }, dependencies: { components: [{ component: queue }] } }
    queue: { dependencies: { components: [{ component: vpc }] } }
"#,
        )
        .file("stacks/deploy/prod.yaml", "vars: { stage: prod }\ncomponents: { terraform: { vpc: {}, db: {} } }\n")
}

/// Repositories and options to render: one stack, all, an empty one.
fn renderings(engine: &str) -> Vec<(Repo, PathBuf)> {
    let acme = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
    let cases: [&[&str]; 4] = [
        &["-s", "dev"],
        &["--image", "registry.example.com/gaia:1", "--name", "on: [push] # all"],
        &["-C", acme.to_str().unwrap()],
        &["-C", "empty"],
    ];
    let empty = "vars: { stage: dev }\ncomponents: { terraform: { off: { metadata: { enabled: false } } } }\n";
    let atmos_yaml = diamond().read("atmos.yaml");
    cases
        .into_iter()
        .map(|words| {
            let repo = diamond().file("empty/atmos.yaml", &atmos_yaml).file("empty/stacks/deploy/dev.yaml", empty);
            // where GitHub and Atlantis look for them
            let file = repo.path().join(".github/workflows/rendered.yaml");
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            let render = ["pipeline", "render", "--engine", engine, "--file", file.to_str().unwrap()];
            repo.answer(&[&render, words].concat());
            (repo, file)
        })
        .collect()
}

#[test]
fn actionlint_accepts_workflows() {
    for (repo, file) in renderings("github-actions") {
        accepts(Command::new(linter("actionlint")).arg("-no-color").arg(&file).current_dir(repo.path()), &file);
    }
}

#[test]
fn the_schema_of_gitlab_accepts_pipelines() {
    for (_repo, file) in renderings("gitlab-ci") {
        let check = linter("venv/bin/check-jsonschema");
        accepts(Command::new(check).args(["--builtin-schema", "vendor.gitlab-ci"]).arg(&file), &file);
    }
}

#[test]
fn the_schema_of_argo_accepts_workflows() {
    for (_repo, file) in renderings("argo-workflows") {
        let check = linter("venv/bin/check-jsonschema");
        accepts(Command::new(check).arg("--schemafile").arg(linter("argo.json")).arg(&file), &file);
    }
}

#[test]
fn the_parser_of_atlantis_accepts_configurations() {
    let mut first = String::new();
    for (_repo, file) in renderings("atlantis") {
        let read = accepts(Command::new(linter("atlantis")).arg(&file), &file);
        if first.is_empty() {
            first = read;
        }
    }
    let depends: BTreeMap<&str, &str> = first.lines().filter_map(|l| l.split_once(' ')).collect();
    assert_eq!(depends["app"], "[db-main queue]");
    assert_eq!(depends["db-main"], "[vpc]");
    assert_eq!(depends["odd-name-1-0"], "[vpc]", "through what is disabled");
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ci").join(name)
}

/// Each is what its engine accepts, where the engine looks for it.
#[test]
fn the_examples_for_ci_are_sound() {
    let repo = Repo::empty();
    let workflows = repo.path().join(".github/workflows");
    std::fs::create_dir_all(&workflows).unwrap();
    let file = workflows.join("gaia.yaml");
    std::fs::copy(example("github-actions.yaml"), &file).unwrap();
    accepts(Command::new(linter("actionlint")).arg("-no-color").arg(&file).current_dir(repo.path()), &file);

    let file = example("gitlab-ci.yaml");
    let check = linter("venv/bin/check-jsonschema");
    accepts(Command::new(check).args(["--builtin-schema", "vendor.gitlab-ci"]).arg(&file), &file);

    let file = example("atlantis-repos.yaml");
    accepts(Command::new(linter("atlantis")).arg("--server").arg(&file), &file);

    let output = jenkins(&example("Jenkinsfile"), "nothing");
    let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}{error}");
    let done: Vec<&str> = out.lines().collect();
    assert_eq!(
        done,
        [
            "sh gaia validate --format junit > validate.xml",
            "sh gaia plan --all -s core/dev-1 --junit plan.xml --summary plan.md",
            "input Apply core/dev-1? plan.md has what changes.",
            "sh gaia apply --from-plan latest --auto-approve"
        ]
    );
    let output = jenkins(&example("Jenkinsfile"), "gaia validate");
    assert!(
        !output.status.success() && !String::from_utf8_lossy(&output.stdout).contains("plan"),
        "stops where it fails"
    );
}

/// The commands that the examples call are gaia's, with options that it has.
#[test]
fn the_examples_for_ci_call_what_there_is() {
    let repo = Repo::empty();
    for entry in std::fs::read_dir(example("")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for call in text.split("gaia ").skip(1) {
            let words = call.split(['\n', '>', '\'', '#', ')', '`']).next().unwrap_or_default();
            let words: Vec<&str> = words.split_whitespace().take_while(|word| *word != "(or,").collect();
            let known = ["validate", "affected", "plan", "apply", "pipeline", "atlantis"];
            let Some(command) = words.first().filter(|word| known.contains(word)) else { continue };
            let nested = words.get(1).filter(|word| ["render", "generate"].contains(word));
            let deepest = words.get(2).filter(|word| **word == "repo-config");
            let path: Vec<&str> = std::iter::once(command).chain(nested).chain(deepest).copied().collect();
            let help = repo.answer(&[&path[..], &["--help"]].concat());
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let option = option.trim_end_matches(['"', ',']);
                assert!(help.contains(option), "`gaia {}` has no {option}", path.join(" "));
            }
        }
    }
}

fn jenkins(file: &Path, fails: &str) -> Output {
    let runner = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pipeline/Jenkins.groovy");
    let mut java = Command::new("java");
    java.arg("-cp")
        .arg(linter("groovy.jar"))
        .arg("groovy.ui.GroovyMain")
        .arg(runner)
        .arg(file)
        .env("FAILS", fails)
        .env("STACK", "core/dev-1");
    java.output().expect("java runs")
}

/// Groovy compiles the Jenkinsfile, and runs it with steps that only tell what they were asked to do.
#[test]
fn groovy_carries_jenkinsfiles_out_in_order() {
    for (n, (_repo, file)) in renderings("jenkins").into_iter().enumerate() {
        let output = jenkins(&file, "nothing");
        let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{out}{error}\n{}", std::fs::read_to_string(&file).unwrap());
        if n > 0 {
            continue;
        }
        let done: Vec<&str> = out.lines().collect();
        let at =
            |what: &str| done.iter().position(|l| l.contains(what)).unwrap_or_else(|| panic!("no {what} in {done:?}"));
        for (before, after) in [
            ("sh gaia plan vpc -s dev", "input Apply vpc in dev?"),
            ("input Apply vpc in dev?", "sh gaia apply --from-plan latest --auto-approve"),
            ("unstash plan-vpc", "sh gaia plan db/main "),
            ("unstash plan-vpc", "sh gaia plan queue "),
            ("unstash plan-db-main", "sh gaia plan app "),
            ("unstash plan-queue", "sh gaia plan app "),
            ("unstash plan-vpc", "sh gaia plan 'odd {name} 1.0' -s dev"),
        ] {
            assert!(at(before) < at(after), "{before} comes after {after}: {done:?}");
        }
        assert!(!out.contains("off"), "{out}");

        let output = jenkins(&file, "gaia plan queue");
        let out = String::from_utf8_lossy(&output.stdout);
        assert!(!output.status.success());
        assert!(out.contains("unstash plan-db-main") && !out.contains("gaia plan app"), "{out}");
    }
}

#[test]
fn renderings_look_like_this() {
    let repo = diamond();
    for engine in ["github-actions", "gitlab-ci", "jenkins", "argo-workflows", "atlantis"] {
        insta::assert_snapshot!(engine, repo.answer(&["pipeline", "render", "--engine", engine, "-s", "dev"]));
    }
}

#[test]
fn only_what_a_change_affects_is_rendered() {
    let repo = diamond();
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"]);
        let output = git.args(words).current_dir(repo.path()).output().expect("git runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "first"]);
    let text = repo.read("stacks/deploy/dev.yaml").replace("queue: {", "queue: { vars: { size: 2 },");
    std::fs::write(repo.path().join("stacks/deploy/dev.yaml"), text).unwrap();
    let render = ["pipeline", "render", "--engine", "gitlab-ci", "--affected", "--base", "HEAD"];
    let rendered = repo.answer(&render);
    let jobs: Vec<&str> = rendered.lines().filter(|l| l.ends_with(':') && !l.starts_with([' ', '#'])).collect();
    assert_eq!(jobs, ["stages:", "queue-plan:", "queue-apply:", "app-plan:", "app-apply:"], "{rendered}");
}

#[test]
fn atlantis_plans_when_manifests_change_too() {
    let repo = Repo::new()
        .file("stacks/catalog/vpc.yaml", "components: { terraform: { vpc: { vars: { cidr: 10.0.0.0/16 } } } }\n")
        .file("stacks/catalog/other.yaml", "components: { terraform: { other: {} } }\n")
        .file(
            "stacks/deploy/dev.yaml",
            "import: [catalog/vpc, catalog/other]\nvars: { stage: dev }\ncomponents: { terraform: { vpc: {}, other: \
             { dependencies: { files: [docs/a.json], folders: [policies/] } } }, helmfile: { ingress: {} } }\n",
        );
    let rendered = repo.answer(&["pipeline", "render", "--engine", "atlantis"]);
    let watched = |name: &str| -> Vec<&str> {
        let project = rendered.lines().skip_while(|line| *line != format!("  - name: {name}"));
        let patterns = project.skip_while(|line| line.trim() != "when_modified:").skip(1);
        let patterns = patterns.map_while(|line| line.strip_prefix("        - "));
        patterns.filter_map(|p| p.trim_matches('"').strip_prefix("../../../")).collect()
    };
    assert_eq!(watched("vpc"), ["stacks/catalog/vpc.yaml", "stacks/deploy/dev.yaml"]);
    assert_eq!(watched("other"), ["docs/a.json", "policies/**", "stacks/catalog/other.yaml", "stacks/deploy/dev.yaml"]);
    assert!(!rendered.contains("ingress"), "Terraform alone");
}

#[test]
fn circles_cannot_be_rendered() {
    let repo = Repo::new().file(
        "stacks/deploy/dev.yaml",
        "vars: { stage: dev }\ncomponents: { terraform: { a: { vars: { x: '${output.b.x}' } }, b: { vars: { x: '${output.a.x}' } } } }\n",
    );
    let error = repo.refusal(&["pipeline", "render", "--engine", "jenkins", "-s", "dev"], 1);
    assert!(error.starts_with("error: dependencies go round in circles"), "{error}");
    repo.refusal(&["pipeline", "render", "--engine", "travis"], 64);
}
