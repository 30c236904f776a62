//! `gaia graph` and `gaia order`: dependencies of every form, what is missing, circles, drawings.

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::Repo;

/// Code that reads states of other components.
const CODE: &str = r#"
variable "zone" { type = string }
variable "network" { default = "vpc" }

module "network" {
  source    = "cloudposse/stack-config/yaml//modules/remote-state"
  version   = "1.8.0"
  component = var.network
  context   = module.this.context
}

module "dns" {
  source    = "cloudposse/stack-config/yaml//modules/remote-state"
  component = "dns"
  stage     = "prod"
}

data "terraform_remote_state" "zone" {
  backend = "s3"
  config = {
    bucket               = "states"
    key                  = "terraform.tfstate"
    workspace_key_prefix = "zone"
    region               = data.aws_region.this.name
  }
  workspace = "plat-dev-zone-main"
}

data "terraform_remote_state" "elsewhere" {
  backend = "s3"
  config  = { bucket = "others", key = "network.tfstate" }
}

module "inner" {
  source = "../../../modules/inner"
  stage  = "prod"
}
"#;

/// A local module that does so too.
const INNER_CODE: &str = r#"
variable "stage" {}
module "prod_vpc" {
  source    = "../remote-state"
  component = "vpc"
  stage     = var.stage
}
"#;

/// A repository with a dependency of every form.
fn every_form() -> Repo {
    Repo::empty()
        .file(
            "atmos.yaml",
            r#"
base_path: .
stacks:
  base_path: stacks
  included_paths: ["deploy/**/*"]
  name_pattern: "{tenant}-{stage}"
components:
  terraform:
    base_path: components/terraform
templates: { settings: { enabled: true, sprig: { enabled: true }, gomplate: { enabled: true } } }
"#,
        )
        .file(
            "stacks/deploy/dev.yaml",
            r#"
vars: { tenant: plat, stage: dev }
terraform:
  backend_type: s3
  backend: { s3: { bucket: states, key: terraform.tfstate, region: eu-west-1 } }
components:
  terraform:
    vpc: {}
    zone/main: { metadata: { component: zone } }
    role/a: { metadata: { component: role } }
    role/b: { metadata: { component: role } }
    idle: { metadata: { enabled: false } }
    base: { metadata: { type: abstract }, depends_on: [vpc] }
    by-list: { dependencies: { components: [{ component: vpc }, { kind: file, path: a.txt }], folders: [docs] } }
    by-template:
      dependencies: { components: [{ name: dns, stack: "{{ .vars.tenant }}-{{ \"PROD\" | lower }}" }] }
    by-settings-map:
      settings: { depends_on: { 1: { component: vpc }, 2: { component: dns, stage: prod }, 3: { file: b.txt } } }
    by-settings-list:
      settings: { depends_on: [] }
      depends_on: [vpc]
    heir/main: { metadata: { inherits: [base] }, depends_on: [zone, role] }
    heir: { metadata: { inherits: [base] } }
    by-output: { vars: { id: !terraform.output vpc id, other: !terraform.output dns plat-prod ".id // \"x\"" } }
    by-state: { vars: { a: [{ id: !terraform.state vpc plat-dev id }] } }
    by-store: { vars: { id: !store ssm vpc id } }
    by-call:
      vars:
        id: '{{ (atmos.Component "vpc" .atmos_stack).outputs.id }}'
        zone: '{{ $s := printf "%s-prod" .vars.tenant }}{{ (atmos.Component "dns" $s).outputs.id }}'
        open: '{{ range .settings.all }}{{ (atmos.Component . "plat-dev").outputs.id }}{{ end }}'
    by-text:
      vars: { a: "${output.vpc.id}", b: "${vpc.outputs.id}", c: "${output.idle.id | default('')}", d: "${output.id}" }
    by-code: { vars: { zone: zone/main } }
    lost:
      vars: { a: "${output.nowhere.id}", b: !terraform.state vpc plat-test id, c: "${output.lost.id}" }
      dependencies: { components: [{ component: base }] }
"#,
        )
        .file(
            "stacks/deploy/prod.yaml",
            "vars: { tenant: plat, stage: prod }\ncomponents: { terraform: { vpc: {}, dns: {} } }\n",
        )
        .file("components/terraform/by-code/main.tf", CODE)
        .file("modules/inner/main.tf", INNER_CODE)
}

struct Shown(Value);

impl Shown {
    fn of(repo: &Repo, words: &[&str]) -> Shown {
        Shown(repo.json(&[&["graph", "--format", "json"], words].concat()))
    }

    /// What a component depends on and by which forms: `vpc@plat-dev !terraform.output`.
    fn needs(&self, id: &str) -> Vec<String> {
        let edges = self.0["edges"].as_array().unwrap().iter().filter(|e| e["to"] == id);
        let mut needs: Vec<String> = edges
            .flat_map(|e| {
                let from = e["from"].as_str().unwrap();
                e["reasons"].as_array().unwrap().iter().map(move |r| format!("{from} {}", r["form"].as_str().unwrap()))
            })
            .collect();
        needs.sort();
        needs
    }

    /// Every reference that leads nowhere: from, component, why.
    fn unresolved(&self) -> BTreeSet<(String, String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let all = self.0["unresolved"].as_array().unwrap().iter();
        all.map(|u| (text(&u["from"]), text(&u["component"]), text(&u["missing"]))).collect()
    }
}

#[test]
fn dependencies_of_every_form_are_found() {
    let repo = every_form();
    let shown = Shown::of(&repo, &["--all"]);
    let needs = |name: &str| shown.needs(&format!("{name}@plat-dev"));
    assert_eq!(needs("by-list"), ["vpc@plat-dev dependencies.components"]);
    assert_eq!(needs("by-template"), ["dns@plat-prod dependencies.components"]);
    assert_eq!(needs("by-settings-map"), ["dns@plat-prod settings.depends_on", "vpc@plat-dev settings.depends_on"]);
    assert_eq!(needs("by-settings-list"), ["vpc@plat-dev depends_on"]);
    assert_eq!(needs("heir"), ["vpc@plat-dev depends_on"], "bases hand it down");
    assert_eq!(
        needs("heir/main"),
        ["role/a@plat-dev depends_on", "role/b@plat-dev depends_on", "zone/main@plat-dev depends_on"],
        "a list replaces that of the base; bare names mean the same ending, or all"
    );
    assert_eq!(needs("by-output"), ["dns@plat-prod !terraform.output", "vpc@plat-dev !terraform.output"]);
    assert_eq!(needs("by-state"), ["vpc@plat-dev !terraform.state"]);
    assert_eq!(needs("by-store"), ["vpc@plat-dev !store"]);
    assert_eq!(needs("by-call"), ["dns@plat-prod atmos.Component", "vpc@plat-dev atmos.Component"]);
    assert_eq!(
        needs("by-text"),
        [
            "idle@plat-dev ${output.component.key}",
            "vpc@plat-dev ${component.outputs.key}",
            "vpc@plat-dev ${output.component.key}"
        ]
    );
    assert_eq!(
        needs("by-code"),
        [
            "dns@plat-prod remote-state",
            "vpc@plat-dev remote-state",
            "vpc@plat-prod remote-state",
            "zone/main@plat-dev terraform_remote_state"
        ]
    );
    let own = |from: &str, component: &str, missing: &str| {
        (format!("{from}@plat-dev"), component.to_owned(), missing.to_owned())
    };
    let expected = [
        own("by-call", "", "dynamic"),
        own("by-code", "", "state"),
        own("lost", "base", "abstract"),
        own("lost", "lost", "own"),
        own("lost", "nowhere", "component"),
        own("lost", "vpc", "stack"),
    ];
    assert_eq!(shown.unresolved(), BTreeSet::from(expected));
}

#[test]
fn every_edge_remembers_its_place() {
    let repo = every_form();
    let shown = Shown::of(&repo, &["--all"]);
    for edge in shown.0["edges"].as_array().unwrap() {
        for reason in edge["reasons"].as_array().unwrap() {
            let text = repo.read(reason["file"].as_str().expect("a file"));
            let number = |key: &str| usize::try_from(reason[key].as_u64().unwrap()).unwrap() - 1;
            let rest: String = text.lines().nth(number("line")).unwrap().chars().skip(number("column")).collect();
            let begins = ["vpc", "zone", "role", "dns", "\"dns", "ssm", "${", "atmos.Component", "module", "data"];
            assert!(begins.iter().any(|b| rest.starts_with(b)), "{reason}: {rest}");
        }
    }
    let soft = |from: &str, to: &str| {
        let edge = shown.0["edges"].as_array().unwrap().iter().find(|e| e["from"] == from && e["to"] == to);
        edge.unwrap()["soft"].as_bool().unwrap()
    };
    assert!(soft("idle@plat-dev", "by-text@plat-dev"));
    assert!(soft("dns@plat-prod", "by-output@plat-dev"), "yq's // gives a default");
    assert!(!soft("vpc@plat-dev", "by-text@plat-dev"));
    let files = |id: &str| -> Vec<String> {
        let node = shown.0["nodes"].as_array().unwrap().iter().find(|n| n["id"] == id).unwrap();
        node["files"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(files("by-list@plat-dev"), ["a.txt", "docs"]);
    assert_eq!(files("by-settings-map@plat-dev"), ["b.txt"]);
}

#[test]
fn the_graph_of_a_stack_holds_what_it_needs_elsewhere() {
    let repo = every_form();
    let stacks = |words: &[&str]| -> BTreeSet<String> {
        let shown = Shown::of(&repo, words);
        shown.0["nodes"].as_array().unwrap().iter().map(|n| n["id"].as_str().unwrap().to_owned()).collect()
    };
    assert!(stacks(&["-s", "plat-dev"]).contains("dns@plat-prod"));
    assert_eq!(stacks(&["-s", "plat-prod"]), BTreeSet::from(["dns@plat-prod".into(), "vpc@plat-prod".into()]));
    assert_eq!(
        stacks(&["-s", "plat-prod", "-c", "vpc", "--direction", "dependents"]),
        BTreeSet::from(["vpc@plat-prod".into(), "by-code@plat-dev".into()])
    );
    assert_eq!(stacks(&["-c", "by-state", "--depth", "0"]), BTreeSet::from(["by-state@plat-dev".into()]));
}

#[test]
fn a_tree_shows_branches_once() {
    let repo = Repo::new().file(
        "stacks/deploy/dev.yaml",
        "
vars: { stage: dev }
components:
  terraform:
    vpc: {}
    db: { dependencies: { components: [{ component: vpc }] } }
    app: { dependencies: { components: [{ component: db }, { component: vpc }] } }
    batch: { vars: { db: '${output.db.url | default(1)}', dns: '${output.dns.id}' } }
",
    );
    assert_eq!(
        repo.answer(&["graph", "-s", "dev"]),
        "Dependencies of dev
├── app
│   ├── db
│   │   └── vpc
│   └── vpc
└── batch (needs dns, which is not there)
    └── db (has a default, above)
"
    );
    assert_eq!(
        repo.answer(&["graph", "-s", "dev", "-c", "vpc", "--direction", "dependents", "--depth", "1"]),
        "Dependents of vpc in dev\n└── vpc\n    ├── app\n    └── db\n        └── app\n"
    );
    let error = repo.refusal(&["graph", "-s", "dev", "-c", "aqp"], 1);
    assert!(
        error.starts_with("error: the stack `dev` deploys no component `aqp`\nhint: did you mean `app`?"),
        "{error}"
    );
    let error = repo.refusal(&["graph", "-s", "dv"], 1);
    assert!(error.contains("hint: did you mean `dev`?"), "{error}");
    repo.refusal(&["graph"], 64);
}

#[test]
fn drawings_are_written_in_the_languages_of_others() {
    let repo = circular();
    insta::assert_snapshot!("mermaid", repo.answer(&["graph", "--all", "--format", "mermaid"]));
    insta::assert_snapshot!("dot", repo.answer(&["graph", "--all", "--format", "dot"]));
    let reduced = repo.answer(&["graph", "-s", "prod", "--format", "dot"]);
    let whole = repo.answer(&["graph", "-s", "prod", "--format", "dot", "--no-reduction"]);
    assert!(whole.lines().count() > reduced.lines().count());
    repo.answer(&["graph", "--all", "--format", "dot", "--file", "graph.dot"]);
    assert!(repo.read("graph.dot").starts_with("digraph"));
}

/// GitHub draws at most 500 arrows and 50,000 characters.
#[test]
fn a_flowchart_that_is_too_large_becomes_one_a_stack() {
    let mut repo = Repo::new();
    for stage in ["dev", "prod"] {
        let mut text = format!("vars: {{ stage: {stage} }}\ncomponents:\n  terraform:\n    root: {{}}\n");
        for n in 0..300 {
            writeln!(text, "    c{n}: {{ dependencies: {{ components: [{{ component: root, stack: dev }}] }} }}")
                .unwrap();
        }
        repo = repo.file(&format!("stacks/deploy/{stage}.yaml"), &text);
    }
    let markdown = repo.answer(&["graph", "--all", "--format", "mermaid"]);
    let charts: Vec<&str> = markdown.split("## ").skip(1).collect();
    assert_eq!(charts.len(), 2, "{markdown}");
    for (chart, stack) in charts.iter().zip(["dev", "prod"]) {
        assert!(chart.starts_with(&format!("{stack}\n\n```mermaid\nflowchart LR\n")), "{chart}");
        assert!(chart.trim_end().ends_with("```"));
        assert_eq!(chart.lines().filter(|line| line.contains(" --> ")).count(), 300);
    }
    assert!(charts[1].contains("[\"dev\"]\n    n300[\"root\"]\n  end\n  subgraph s1[\"prod\"]"), "{}", charts[1]);
    let one = repo.answer(&["graph", "-s", "dev", "--format", "mermaid"]);
    assert!(one.starts_with("flowchart LR\n"), "a stack is one flowchart");
}

/// Two circles, of which one can be broken, and a chain with a shortcut.
fn circular() -> Repo {
    Repo::new()
        .file(
            "stacks/deploy/dev.yaml",
            "
vars: { stage: dev }
components:
  terraform:
    a: { vars: { x: '${output.b.id}' } }
    b: { vars: { x: '${output.a.id | default(1)}', y: '${output.\"quoted\"}' } }
    x: { dependencies: { components: [{ component: y }] } }
    y: { vars: { x: '${output.z.id}' } }
    z: { settings: { depends_on: { 1: { component: x } } } }
",
        )
        .file(
            "stacks/deploy/prod.yaml",
            "
vars: { stage: prod }
components:
  terraform:
    one: {}
    two: { dependencies: { components: [{ component: one }] } }
    three: { dependencies: { components: [{ component: two }, { component: one }, { component: a, stack: dev }] } }
    off: { metadata: { enabled: false }, dependencies: { components: [{ component: gone }] } }
",
        )
}

#[test]
fn order_is_given_in_waves() {
    let repo = every_form();
    let order = repo.json(&["order", "-s", "plat-dev", "--format", "json"]);
    assert_eq!(order["stack"], "plat-dev");
    let waves = order["waves"].as_array().unwrap();
    assert_eq!(waves.len(), 2);
    assert!(
        waves[0].as_array().unwrap().contains(&"vpc".into())
            && waves[1].as_array().unwrap().contains(&"by-text".into())
    );
    assert!(!order.to_string().contains("idle"), "what is disabled is not deployed");
    let back = repo.json(&["order", "-s", "plat-dev", "--format", "json", "--reverse"]);
    assert_eq!(back["waves"][0], order["waves"][1]);
    assert_eq!(repo.answer(&["order", "-s", "plat-prod"]), "1\tdns vpc\n");
}

#[test]
fn circles_are_told_with_every_line() {
    let repo = circular();
    insta::assert_snapshot!("circles", repo.refusal(&["order", "-s", "dev"], 1));
    let error = repo.refusal(&["order", "-s", "dev", "--break-soft"], 1);
    assert!(error.starts_with("error: dependencies go round in a circle: `x` → `y` → `z` → `x`"), "{error}");
    let shown = Shown::of(&repo, &["--all"]);
    assert_eq!(shown.0["waves"], Value::Null);
    assert_eq!(shown.0["cycles"].as_array().unwrap().len(), 2);
}

#[test]
fn what_programs_read_is_as_the_schemas_say() {
    let check = |schema: &str, answer: &Value| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas").join(schema);
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let errors: Vec<String> =
            validator.iter_errors(answer).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}");
    };
    let (forms, circular) = (every_form(), circular());
    check("graph.json", &forms.json(&["graph", "--all", "--format", "json"]));
    check("graph.json", &circular.json(&["graph", "--all", "--format", "json"]));
    check("order.json", &forms.json(&["order", "-s", "plat-dev", "--format", "json"]));
}

const DECLARED: [&str; 3] = ["dependencies.components", "settings.depends_on", "depends_on"];

/// Of the declared forms, the graph says what `describe dependents` says.
#[test]
fn declared_edges_are_those_of_describe_dependents() {
    let acme = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
    let gaia = |words: &[&str]| -> Value {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
        let output = command.args(["-C", acme.to_str().unwrap()]).args(words).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let graph = gaia(&["graph", "--all", "--format", "json"]);
    let mut compared = 0;
    for node in graph["nodes"].as_array().unwrap().iter().filter(|n| n["stack"] == "core-euw1-prod") {
        let text = |value: &Value, key: &str| value[key].as_str().unwrap().to_owned();
        let (component, stack) = (text(node, "component"), text(node, "stack"));
        let told = gaia(&["describe", "dependents", &component, "-s", &stack]);
        let told: BTreeSet<String> =
            told.as_array().unwrap().iter().map(|d| format!("{}@{}", text(d, "component"), text(d, "stack"))).collect();
        let edges = graph["edges"].as_array().unwrap().iter().filter(|e| e["from"] == node["id"]);
        let drawn: BTreeSet<String> = edges
            .filter(|e| {
                e["reasons"].as_array().unwrap().iter().any(|r| DECLARED.contains(&r["form"].as_str().unwrap()))
            })
            .map(|e| text(e, "to"))
            // Atmos passes over components of the same name, in whatever stack
            .filter(|id| id.split('@').next() != Some(&component))
            .collect();
        assert_eq!(drawn, told, "{component}");
        compared += told.len();
    }
    assert!(compared > 5);
}

/// The three stacks of a real repository, whose graph was worked out by hand.
#[test]
fn the_graph_of_a_real_repository_is_as_worked_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/atmos/tf-atmos-loads/repo");
    let Ok(folder) = folder.canonicalize() else {
        println!("skipped: there is no {}", folder.display());
        return;
    };
    let gaia =
        |words: &[&str]| Command::new(env!("CARGO_BIN_EXE_gaia")).arg("-C").arg(&folder).args(words).output().unwrap();
    let shown = |stack: &str| {
        let output = gaia(&["graph", "-s", stack, "--format", "json"]);
        Shown(serde_json::from_slice(&output.stdout).unwrap())
    };
    let at = |place: &Value| -> String {
        let file = PathBuf::from(place["file"].as_str().unwrap());
        format!("{}:{}", file.file_name().unwrap().to_str().unwrap(), place["line"])
    };
    let missing = |shown: &Shown| -> BTreeSet<(String, String)> {
        let all = shown.0["unresolved"].as_array().unwrap().iter();
        all.map(|u| (u["component"].as_str().unwrap().to_owned(), at(&u["reason"]))).collect()
    };
    let expected = |list: &[(&str, &str)]| -> BTreeSet<(String, String)> {
        list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    };

    let (dev, staging) = (shown("fnx-testenv-01-dev"), shown("fnx-staging-01-staging"));
    assert_eq!(missing(&dev), expected(&[("apigateway_rest", "services.yaml:26")]));
    assert_eq!(missing(&staging), expected(&[("apigateway_rest", "services.yaml:35")]));
    for (shown, stack) in [(&dev, "fnx-testenv-01-dev"), (&staging, "fnx-staging-01-staging")] {
        assert!(shown.0["cycles"].as_array().unwrap().is_empty());
        assert_eq!(shown.0["waves"].as_array().unwrap().len(), 3);
        let needs = |name: &str| shown.needs(&format!("{name}@{stack}"));
        assert!(needs("eks/main").contains(&format!("vpc/main@{stack} depends_on")), "inherited from eks/defaults");
        assert!(needs("eks/data").contains(&format!("vpc/services@{stack} ${{output.component.key}}")));
        assert!(needs("monitoring/main").contains(&format!("acm/main@{stack} ${{output.component.key}}")));
    }

    let prod = shown("fnx-production-prod");
    assert_eq!(
        missing(&prod),
        expected(&[
            ("alb/main", "networking.yaml:181"),
            ("alb/main", "networking.yaml:182"),
            ("iam/rds-monitoring", "services.yaml:168"),
            ("lambda/rds-secret-rotation", "security.yaml:212"),
            ("lambda/secret-rotation", "security.yaml:195"),
            ("waf/main", "services.yaml:60"),
        ])
    );
    let cycles = prod.0["cycles"].as_array().unwrap();
    assert_eq!(cycles.len(), 1);
    assert_eq!(
        cycles[0]["nodes"],
        serde_json::json!(["apigateway/main@fnx-production-prod", "network/main@fnx-production-prod"])
    );
    let edges = cycles[0]["edges"].as_array().unwrap().iter();
    let lines: Vec<String> = edges.flat_map(|e| e["reasons"].as_array().unwrap()).map(at).collect();
    assert_eq!(lines, ["services.yaml:39", "networking.yaml:189", "networking.yaml:190"]);

    let output = gaia(&["order", "-s", "fnx-production-prod"]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    for line in ["services.yaml:39:", "networking.yaml:189:", "networking.yaml:190:"] {
        assert!(error.contains(line), "{error}");
    }
}
