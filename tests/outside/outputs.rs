//! `!terraform.output` through stand-ins for Terraform and Atmos, which are shell scripts.
#![cfg(unix)]

use gaia::error::Kind;
use gaia::external::Environment;
use gaia::external::output::{Atmos, Outputs, Target};
use gaia::value::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::thread;
use tempfile::TempDir;

/// A script that notes each of its calls in `calls`.
fn program(dir: &Path, name: &str, body: &str) {
    let file = dir.join(name);
    let note = format!("echo \"$PWD $* $TF_WORKSPACE $ATMOS_MASK\" >>{}/calls", dir.display());
    fs::write(&file, format!("#!/bin/sh\n{note}\n{body}\n")).expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("executable");
}

fn calls(dir: &Path) -> Vec<String> {
    let calls = fs::read_to_string(dir.join("calls")).unwrap_or_default();
    calls.lines().map(|line| line.trim_end().to_owned()).collect()
}

fn target<'a>(dir: &'a Path, component: &'a str) -> Target<'a> {
    Target {
        component,
        stack: "dev",
        dir,
        workspace: Some("dev-vpc"),
        command: "terraform",
        env: Environment::default().with("PATH", dir.to_str().expect("text")),
    }
}

const TERRAFORM: &str =
    r#"echo '{"id": {"value": "vpc-1", "type": "string", "sensitive": true}, "n": {"value": null}}'"#;

#[test]
fn one_process_however_many_outputs_are_read() {
    let temp = TempDir::new().expect("a directory");
    let dir = temp.path().canonicalize().expect("a path");
    program(&dir, "terraform", TERRAFORM);
    let outputs = Outputs::new(None);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let found = outputs.get(&target(&dir, "vpc")).unwrap_or_else(|e| panic!("{e}"));
                assert_eq!(found.get("id").and_then(Value::as_str), Some("vpc-1"));
                assert!(found.get("n").is_some_and(Value::is_null));
            });
        }
    });
    assert_eq!(calls(&dir), [format!("{} output -json -no-color dev-vpc", dir.display())]);
    outputs.get(&target(&dir, "other")).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(calls(&dir).len(), 2);
}

#[test]
fn a_failure_is_told_once_with_its_remedy() {
    let temp = TempDir::new().expect("a directory");
    program(temp.path(), "terraform", "echo 'Backend initialization required, run \"terraform init\"' >&2; exit 3");
    let outputs = Outputs::new(None);
    for _ in 0..2 {
        let error = outputs.get(&target(temp.path(), "vpc")).expect_err("fails");
        assert_eq!(error.message(), "cannot read the outputs of `vpc` in `dev`: `terraform` ended with code 3");
        assert_eq!(error.notes(), ["Backend initialization required, run \"terraform init\""]);
        assert!(error.hints()[0].starts_with("run `terraform init` in"), "{:?}", error.hints());
    }
    assert_eq!(calls(temp.path()).len(), 1);
}

#[test]
fn atmos_is_asked_first_and_unmasked() {
    let temp = TempDir::new().expect("a directory");
    let dir = temp.path().canonicalize().expect("a path");
    program(&dir, "terraform", "exit 1");
    program(&dir, "atmos", r#"echo progress >&2; echo '{"id": "vpc-1", "list": [1, "a"]}'"#);
    let env = Environment::default().with("PATH", dir.to_str().expect("text"));
    let atmos = Atmos::find(&env, &dir).expect("found");
    let found = Outputs::new(Some(atmos)).get(&target(&dir, "vpc")).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(found.get("id").and_then(Value::as_str), Some("vpc-1"));
    assert_eq!(calls(&dir), [format!("{} terraform output vpc -s dev --format json  false", dir.display())]);
}

#[test]
fn without_either_program_the_error_says_what_would_help() {
    let temp = TempDir::new().expect("a directory");
    let error = Outputs::new(None).get(&target(temp.path(), "vpc")).expect_err("nothing to run");
    assert_eq!(error.get_kind(), Kind::Unavailable);
    assert_eq!(
        error.message(),
        "cannot read the outputs of `vpc` in `dev`: neither `atmos` nor `terraform` is on the PATH"
    );
}

#[test]
fn what_is_no_json_is_an_error() {
    let temp = TempDir::new().expect("a directory");
    program(temp.path(), "terraform", "echo Warning: something");
    let error = Outputs::new(None).get(&target(temp.path(), "vpc")).expect_err("no JSON");
    assert!(error.message().ends_with("Terraform printed no JSON"), "{error}");
}
