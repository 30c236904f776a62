//! The example repository is what it says it is: it resolves, its stacks fit its Terraform code, and nothing in it
//! depends on what is not there.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn acme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme")
}

fn gaia(arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
    let output = command.arg("-C").arg(acme()).args(arguments).args(["--format", "json"]).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "gaia {}: {stderr}", arguments.join(" "));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// An instance of a component: its stack, and its name there.
type Instance = (String, String);

/// Every component of every stack that is not abstract.
fn instances() -> BTreeMap<Instance, Value> {
    let Value::Object(stacks) = gaia(&["describe", "stacks"]) else { panic!("stacks are a map") };
    let mut instances = BTreeMap::new();
    for (stack, content) in stacks {
        for (name, component) in content["components"]["terraform"].as_object().unwrap() {
            if component["metadata"]["type"] != "abstract" {
                instances.insert((stack.clone(), name.clone()), component.clone());
            }
        }
    }
    instances
}

#[test]
fn there_are_three_tenants_three_stages_and_two_regions() {
    let mut expected = BTreeSet::new();
    for tenant in ["core", "data", "shop"] {
        for environment in ["euw1", "use1"] {
            for stage in ["dev", "prod", "staging"] {
                expected.insert(format!("{tenant}-{environment}-{stage}"));
            }
        }
    }
    let listed = gaia(&["list", "stacks"]);
    let listed = listed.as_array().unwrap().iter().map(|row| row["Stack"].as_str().unwrap().to_owned());
    assert_eq!(listed.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn no_two_networks_overlap() {
    let instances = instances();
    let networks = instances.iter().filter(|((_, name), _)| name == "vpc");
    let blocks: Vec<&str> = networks.map(|(_, vpc)| vpc["vars"]["cidr_block"].as_str().unwrap()).collect();
    assert_eq!(blocks.len(), 18);
    assert_eq!(blocks.iter().collect::<BTreeSet<_>>().len(), 18, "{blocks:?}");
    assert!(blocks.iter().all(|block| block.starts_with("10.") && block.ends_with(".0.0/16")), "{blocks:?}");
}

#[test]
fn stacks_set_the_variables_that_their_components_declare() {
    let declared = regex::Regex::new(r#"(?ms)^variable "(\w+)" \{(.*?)^\}"#).unwrap();
    let default = regex::Regex::new(r"(?m)^  default\s*=").unwrap();
    for ((stack, name), component) in instances() {
        let folder = acme().join("components/terraform").join(component["component"].as_str().unwrap());
        let mut code = String::new();
        for file in folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            code.push_str(&std::fs::read_to_string(file.unwrap().path()).unwrap());
        }
        let given: BTreeSet<&str> = component["vars"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut known = BTreeSet::new();
        for variable in declared.captures_iter(&code) {
            let (_, [variable, body]) = variable.extract();
            known.insert(variable.to_owned());
            assert!(default.is_match(body) || given.contains(variable), "{stack}: `{name}` does not set `{variable}`");
        }
        for variable in given {
            assert!(known.contains(variable), "{stack}: `{name}` sets `{variable}`, which its code does not declare");
        }
    }
}

/// What an instance depends on, by either way of saying it.
fn dependencies(stack: &str, component: &Value) -> Vec<Instance> {
    let mut found = Vec::new();
    for entry in component["dependencies"]["components"].as_array().into_iter().flatten() {
        let other = entry["stack"].as_str().unwrap_or(stack);
        found.push((other.to_owned(), entry["name"].as_str().unwrap().to_owned()));
    }
    for entry in component["settings"]["depends_on"].as_object().into_iter().flat_map(|map| map.values()) {
        let part = |key: &str| entry[key].as_str().or(component["vars"][key].as_str()).unwrap();
        let other = format!("{}-{}-{}", part("tenant"), part("environment"), part("stage"));
        found.push((other, entry["component"].as_str().unwrap().to_owned()));
    }
    found
}

#[test]
fn dependencies_exist_and_form_no_cycle() {
    let instances = instances();
    let mut waiting: BTreeMap<&Instance, Vec<Instance>> = BTreeMap::new();
    for (instance, component) in &instances {
        let needed = dependencies(&instance.0, component);
        for other in &needed {
            assert!(instances.contains_key(other), "{instance:?} depends on {other:?}, which does not exist");
        }
        waiting.insert(instance, needed);
    }
    assert!(waiting.values().any(|needed| needed.len() > 3), "the graph has some substance");
    while !waiting.is_empty() {
        let ready: Vec<&Instance> = waiting
            .iter()
            .filter(|(_, needed)| !needed.iter().any(|other| waiting.contains_key(other)))
            .map(|(i, _)| *i)
            .collect();
        assert!(!ready.is_empty(), "a cycle among {:?}", waiting.keys());
        for instance in ready {
            waiting.remove(instance);
        }
    }
}

#[test]
fn workflows_are_those_that_the_readme_names() {
    let listed = gaia(&["list", "workflows"]);
    let names = listed.as_array().unwrap().iter().map(|row| row["Workflow"].as_str().unwrap().to_owned());
    let expected = [
        "apply-environment",
        "destroy-environment",
        "drift-detection",
        "onboard-environment",
        "plan-environment",
        "rotate-certificate",
        "validate",
    ];
    assert_eq!(names.collect::<BTreeSet<_>>().iter().collect::<Vec<_>>(), expected);
}

/// Terraform itself accepts the code of every component, where it is installed.
#[test]
fn terraform_accepts_every_component() {
    if Command::new("terraform").arg("version").output().is_err() {
        println!("skipped: terraform is not installed");
        return;
    }
    let copy = tempfile::tempdir().unwrap();
    for part in ["components", "modules"] {
        let source = acme().join(part);
        for entry in walkdir::WalkDir::new(&source).into_iter().filter_entry(|entry| entry.file_name() != ".terraform")
        {
            let entry = entry.unwrap();
            let target = copy.path().join(part).join(entry.path().strip_prefix(&source).unwrap());
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(target).unwrap();
            } else {
                std::fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    let components: Vec<PathBuf> =
        copy.path().join("components/terraform").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(components.len(), 12);
    for folder in components {
        for arguments in [&["init", "-backend=false", "-input=false"][..], &["validate"]] {
            let output =
                Command::new("terraform").args(arguments).arg("-no-color").current_dir(&folder).output().unwrap();
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "terraform {}: {}: {stderr}", arguments[0], folder.display());
        }
    }
}

/// An answer that is written stack by stack is the whole one, which a query needs.
#[test]
fn an_answer_in_pieces_is_the_whole_answer() {
    for format in ["yaml", "json"] {
        let answer = |query: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
            command.arg("-C").arg(acme()).args(["describe", "stacks", "--format", format]).args(query);
            command.output().unwrap().stdout
        };
        let (pieces, whole) = (answer(&[]), answer(&["--query", "."]));
        assert!(pieces.len() > 10_000);
        assert!(pieces == whole, "{format}");
    }
}
