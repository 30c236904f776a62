//! Repositories whose components are `terraform_data`, each with code of its own.

#![allow(dead_code, reason = "each test target uses a part")]

use crate::support::{ATMOS_YAML, Repo, Run};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const CODE: &str = r#"
variable "size" {
  default = 1
}
variable "wait" {
  default = 0
}
variable "fail" {
  default = false
}
resource "terraform_data" "this" {
  input = var.size
  provisioner "local-exec" {
    command = "sleep ${var.wait}"
  }
  lifecycle {
    precondition {
      condition     = !var.fail
      error_message = "told to fail"
    }
  }
}
output "size" {
  value = terraform_data.this.output
}
"#;

/// A component: its name, what it depends on, its variables.
pub(crate) type Component<'a> = (&'a str, &'a [&'a str], &'a str);

/// A repository with these components in each of these stacks.
pub(crate) fn site(stacks: &[&str], components: &[Component<'_>]) -> Repo {
    let mut repo = Repo::new().variable("GAIA", env!("CARGO_BIN_EXE_gaia")).variable("PATH", &path());
    for (name, ..) in components {
        repo = repo.file(&format!("components/terraform/{name}/main.tf"), CODE);
    }
    for stack in stacks {
        repo = repo.file(&format!("stacks/deploy/{stack}.yaml"), &manifest(stack, components));
    }
    repo
}

/// An atmos.yaml that switches templates on, with a data source in `sizes.json`.
pub(crate) fn with_templates() -> String {
    let sources = "datasources: {sizes: {url: sizes.json}}";
    format!(
        "{ATMOS_YAML}templates: {{settings: {{enabled: true, sprig: {{enabled: true}}, gomplate: {{enabled: true, {sources}}}}}}}\n"
    )
}

/// The manifest of a stack.
pub(crate) fn manifest(stack: &str, components: &[Component<'_>]) -> String {
    let mut text = format!(
        "vars: {{stage: {stack}}}\nterraform:\n  backend_type: local\n  backend: {{local: {{path: terraform.tfstate}}}}\n\
         components:\n  terraform:\n"
    );
    for (name, after, vars) in components {
        let after: Vec<String> = after.iter().map(|a| format!("{{name: {a}}}")).collect();
        let _ = writeln!(
            text,
            "    {name}:\n      vars: {{{vars}}}\n      dependencies: {{components: [{}]}}",
            after.join(", ")
        );
    }
    text
}

/// PATH with an `atmos` (the native one, else the stand-in) and Terraform (else what `scripts/setup-tests.sh` built).
#[track_caller]
fn path() -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut path = std::env::var("PATH").unwrap_or_default();
    for (program, folder) in [("atmos", "tests/atmos"), ("terraform", "target/terraform")] {
        let dirs: Vec<PathBuf> = std::env::split_paths(&path).chain([here.join(folder)]).collect();
        let found = dirs.iter().position(|dir| dir.join(program).is_file());
        let found = found.unwrap_or_else(|| panic!("there is no {program}: run scripts/setup-tests.sh"));
        if found == dirs.len() - 1 {
            path = format!("{}:{path}", dirs[found].display());
        }
    }
    path
}

/// The events of a run of the binary with `--format json`.
pub(crate) fn events(run: &Run) -> Vec<Value> {
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect()
}

/// What happened to which step, in order: `started dev:vpc`.
pub(crate) fn story(events: &[Value]) -> Vec<String> {
    let tells = |event: &Value| {
        let word = event["event"].as_str()?.strip_prefix("step_").filter(|w| *w != "phase")?.to_owned();
        Some(format!("{word} {}", event["step"].as_str()?))
    };
    events.iter().filter_map(tells).collect()
}

/// The report at the end of a run: status and changes by component.
pub(crate) fn report(events: &[Value]) -> Vec<(String, String, Value)> {
    let last = events.last().expect("a report");
    assert_eq!(last["event"], "run_reported");
    let components = last["details"]["components"].as_array().expect("components");
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    components
        .iter()
        .map(|c| (format!("{}:{}", text(&c["stack"]), text(&c["component"])), text(&c["status"]), c["changes"].clone()))
        .collect()
}

/// The state of a component.
pub(crate) fn state(repo: &Repo, stack: &str, component: &str) -> PathBuf {
    let workspace = format!("terraform.tfstate.d/{stack}/terraform.tfstate");
    repo.path().join("components/terraform").join(component).join(workspace)
}
