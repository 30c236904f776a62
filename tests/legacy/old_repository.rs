//! The workflows of the repository that the Python CLI was written for: every one of them.

use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A program that stands for all that scripts call: it notes its words and what it is told, and says what scripts ask.
const STUB: &str = r#"#!/bin/bash
echo "$(basename "$0") $* [${tenant:-} ${region:-} ${AWS_SDK_LOAD_CONFIG:-}]" >> "$STUB_LOG"
case "$(basename "$0") $*" in
  "atmos list stacks"*) echo fnx-dev-testenv-01 ;;
  "atmos list components"*) echo vpc; echo iam ;;
  *"get-caller-identity"*) echo 123456789012 ;;
  "date "*) echo 20260101-000000 ;;
esac
exit 0
"#;

const PROGRAMS: [&str; 15] = [
    "atmos",
    "aws",
    "conftest",
    "curl",
    "date",
    "gaia",
    "helm",
    "jq",
    "kubectl",
    "openssl",
    "sleep",
    "terraform",
    "tfsec",
    "yamllint",
    "yq",
];

/// A copy of the repository; nothing where it is not on this machine.
struct Old {
    dir: TempDir,
}

/// Values for whatever a workflow reads.
fn value(name: &str) -> &'static str {
    match name {
        "tenant" => "fnx",
        "account" => "dev",
        "environment" => "testenv-01",
        "region" | "target_region" | "dr_region" => "eu-west-2",
        "template" => "web-application",
        "component" => "vpc",
        _ => "x",
    }
}

impl Old {
    fn new() -> Option<Old> {
        let repo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/atmos/tf-atmos/repo");
        if !repo.is_dir() {
            println!("skipped: there is no {}", repo.display());
            return None;
        }
        let dir = TempDir::new().unwrap();
        let copied = Command::new("cp").arg("-rL").arg(repo.join(".")).arg(dir.path().join("repo")).status().unwrap();
        assert!(copied.success());
        let writable = Command::new("chmod").arg("-R").arg("u+w").arg(dir.path()).status().unwrap();
        assert!(writable.success());
        std::fs::create_dir(dir.path().join("bin")).unwrap();
        for program in PROGRAMS {
            use std::os::unix::fs::PermissionsExt;
            let path = dir.path().join("bin").join(program);
            std::fs::write(&path, STUB).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        Some(Old { dir })
    }

    fn repo(&self) -> PathBuf {
        self.dir.path().join("repo")
    }

    /// A program in the repository, with stubs for all that scripts call.
    fn command(&self, program: &str, words: &[&str]) -> Command {
        let path = format!("{}:{}", self.dir.path().join("bin").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new(program);
        command.args(words).current_dir(self.repo()).env_clear().stdin(Stdio::null());
        command.env("PATH", path).env("STUB_LOG", self.log()).env("HOME", self.dir.path());
        command
    }

    fn gaia(&self, words: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_gaia"), words).output().unwrap()
    }

    fn log(&self) -> PathBuf {
        self.dir.path().join("log")
    }

    /// What the stubs noted since the last time.
    fn noted(&self) -> String {
        let text = std::fs::read_to_string(self.log()).unwrap_or_default();
        let _ = std::fs::remove_file(self.log());
        text
    }

    /// Files and names of all workflows.
    fn all(&self) -> Vec<(String, String)> {
        let output = self.gaia(&["workflow", "list", "--format", "json"]);
        let rows: Json = serde_json::from_slice(&output.stdout).unwrap();
        let text = |row: &Json, key: &str| row[key].as_str().unwrap().to_owned();
        rows.as_array().unwrap().iter().map(|row| (text(row, "File"), text(row, "Workflow"))).collect()
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The steps that a file has for a workflow, read by another reader: scripts, and variables as they are written.
fn steps(file: &Path, workflow: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let text = std::fs::read_to_string(file).unwrap();
    let document = gaia::yaml::load_str(&text, &mut gaia::yaml::NoTags).unwrap().value;
    let document = gaia::value::json::to_json(&document, gaia::value::json::Format::PRETTY).unwrap();
    let document: Json = serde_json::from_str(&document).unwrap();
    let steps = document["workflows"][workflow]["steps"].as_array().unwrap().clone();
    let steps = steps.iter().map(|step| {
        let env = step["run"]["env"].as_object().cloned().unwrap_or_default();
        let env = env.into_iter().map(|(k, v)| (k, v.as_str().map_or_else(|| v.to_string(), str::to_owned)));
        (step["run"]["command"].as_str().unwrap().to_owned(), env.collect())
    });
    steps.collect()
}

/// The required arguments, as `show` tells them.
fn required(old: &Old, file: &str, name: &str) -> Vec<String> {
    let shown = old.gaia(&["workflow", "show", name, "--file", file, "--format", "json"]);
    assert!(shown.status.success(), "{file}: {}", text(&shown.stderr));
    let content: Json = serde_json::from_slice(&shown.stdout).unwrap();
    assert!(content["steps"].is_array(), "{file}");
    let told = text(&shown.stderr).trim().trim_start_matches("arguments: ").to_owned();
    told.split(", ").filter_map(|word| Some(word.strip_suffix(" (required)")?.to_owned())).collect()
}

/// Each workflow runs as its scripts do one after the other in bash: the same programs with the same words, the same exit
/// code. An argument is given for everything that it needs, once as it is and once with approval.
#[test]
fn every_workflow_runs_as_its_scripts_do() {
    let Some(old) = Old::new() else { return };
    let all = old.all();
    assert_eq!(all.len(), 40);
    for (file, name) in &all {
        let steps = steps(&old.repo().join("workflows").join(file), name);
        let given: Vec<String> =
            required(&old, file, name).iter().map(|name| format!("{name}={}", value(name))).collect();
        let mut words = vec!["workflow", "run", name, "-f", file];
        words.extend(given.iter().map(String::as_str));
        let dry = old.gaia(&[&words[..], &["--dry-run"]].concat());
        assert!(dry.status.success(), "{file} {name}: {}", text(&dry.stderr));
        assert_eq!(old.noted(), "", "{file} {name}: a dry run runs nothing");
        let run = old.gaia(&words);
        let noted = old.noted();
        let mut code = 0;
        for (script, env) in steps {
            let mut command = old.command("bash", &["-c", &script]);
            let given: Vec<(&str, &str)> = given.iter().filter_map(|word| word.split_once('=')).collect();
            for (name, value) in &given {
                command.env(name, value);
            }
            for (name, written) in env {
                let filled = given.iter().fold(written, |text, (k, v)| text.replace(&format!("${{{k}}}"), v));
                command.env(name, filled);
            }
            code = command.output().unwrap().status.code().unwrap();
            if code != 0 {
                break;
            }
        }
        assert_eq!(run.status.code(), Some(code), "{file} {name}: {}", text(&run.stderr));
        // the programs of a pipeline, and those in the background, begin in any order
        let sorted = |text: &str| -> Vec<String> {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&noted), sorted(&old.noted()), "{file} {name}");
    }
}

/// What the contract says is wrong with them, and nothing else.
#[test]
fn every_fault_is_found() {
    let Some(old) = Old::new() else { return };
    let output = old.gaia(&["workflow", "check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    let mut list = String::new();
    for found in answer["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] != "GA0907") {
        let word = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
        let _ = writeln!(list, "{}:{} {} {}", word("file"), found["line"], word("code"), word("message"));
    }
    insta::assert_snapshot!(list);
    let old_steps = answer["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] == "GA0907").count();
    assert_eq!(old_steps, 108, "every step is of the dialect");
}

/// Every file is converted: comments stay, scripts say the same, `gaia validate` finds nothing that Atmos would stumble
/// over, and Atmos's stand-in runs them as they ran before.
#[test]
fn every_workflow_is_converted() {
    let Some(old) = Old::new() else { return };
    let all = old.all();
    let folder = old.repo().join("workflows");
    let comments = |text: &str| -> Vec<String> {
        let is_comment = |line: &&str| line.trim_start().starts_with('#');
        text.lines().filter(is_comment).map(|line| line.trim_start().to_owned()).collect()
    };
    let read = || -> BTreeMap<PathBuf, String> {
        let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        files.map(|file| (file.clone(), std::fs::read_to_string(file).unwrap())).collect()
    };
    let before = read();
    let diff = old.gaia(&["workflow", "convert"]);
    assert!(diff.status.success(), "{}", text(&diff.stderr));
    assert_eq!(text(&diff.stdout).matches("\n+++ b/workflows/").count(), 19);
    assert_eq!(read(), before, "nothing is written unasked");
    let written = old.gaia(&["workflow", "convert", "--write"]);
    assert!(
        text(&written.stderr).ends_with("19 files converted; `gaia validate` checks them.\n"),
        "{}",
        text(&written.stderr)
    );
    for (file, after) in read() {
        assert_eq!(comments(&before[&file]), comments(&after), "{}", file.display());
    }
    let files: Vec<String> = before.keys().map(|file| file.display().to_string()).collect();
    let mut words = vec!["validate", "--format", "json"];
    words.extend(files.iter().map(String::as_str));
    let output = old.gaia(&words);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    let found: Vec<&Json> = answer["diagnostics"].as_array().unwrap().iter().collect();
    let in_workflows = |found: &&&Json| found["file"].as_str().is_some_and(|file| file.starts_with("workflows/"));
    let wrong: Vec<&&Json> = found
        .iter()
        .filter(in_workflows)
        .filter(|found| found["severity"] == "error" || found["code"] == "GA0907")
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    // named by their files where they stand alone there, which is how they were called
    let named: Vec<(String, String)> = old.all();
    assert_eq!(named.len(), all.len());
    for file in ["plan-environment", "apply-environment", "destroy-environment", "rotate-certificate"] {
        assert!(named.contains(&(format!("{file}.yaml"), file.to_owned())), "{file}");
    }
}
