//! Temporary repositories to run the binary in.

#![allow(dead_code, reason = "each test target uses a part")]

use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Stacks named by `vars.stage`.
pub(crate) const ATMOS_YAML: &str = r#"
base_path: .
stacks:
  base_path: stacks
  included_paths: ["deploy/**/*"]
  name_pattern: "{stage}"
components:
  terraform:
    base_path: components/terraform
"#;

const CATALOG_VPC: &str = "
components:
  terraform:
    vpc/base:
      metadata: { type: abstract }
      vars: { cidr: 10.0.0.0/16 }
";

const DEPLOY_DEV: &str = "
import: [catalog/vpc]
vars: { stage: dev, region: eu-west-1 }
components:
  terraform:
    vpc:
      metadata: { component: network, inherits: [vpc/base], description: The network }
      settings: { team: core }
";

const DEPLOY_PROD: &str = "
import: [catalog/vpc]
vars: { stage: prod, region: us-east-1 }
components:
  terraform:
    vpc:
      metadata: { component: network, inherits: [vpc/base], locked: true }
    eks:
      vars: { size: 3 }
";

/// A repository in a directory of its own.
pub(crate) struct Repo {
    dir: TempDir,
    variables: Vec<(String, String)>,
}

/// What a run of the binary gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Repo {
    /// A directory with nothing in it.
    pub(crate) fn empty() -> Self {
        Repo { dir: TempDir::new().expect("a temporary directory"), variables: Vec::new() }
    }

    /// A repository whose stacks are named by `vars.stage`.
    pub(crate) fn new() -> Self {
        Self::empty().file("atmos.yaml", ATMOS_YAML)
    }

    /// The repository of most tests: two stacks with a `vpc`, one of them with an `eks`.
    pub(crate) fn example() -> Self {
        Self::new()
            .file("stacks/catalog/vpc.yaml", CATALOG_VPC)
            .file("stacks/deploy/dev.yaml", DEPLOY_DEV)
            .file("stacks/deploy/prod.yaml", DEPLOY_PROD)
    }

    /// Writes a file.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(&path, text).expect("a file");
        self
    }

    /// Sets a variable for the runs that follow.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path().join(path)).expect(path)
    }

    /// The binary with these words, in the repository and in a clean environment.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
        command
            .args(words)
            .current_dir(self.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.path().join("home"))
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }

    /// Runs the binary.
    pub(crate) fn run(&self, words: &[&str]) -> Run {
        let output = self.command(words).output().expect("gaia runs");
        // paths of temporary directories differ from run to run
        let root = self.path().canonicalize().expect("the repository");
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("UTF-8");
            text.replace(root.to_str().expect("UTF-8"), "[repo]")
        };
        Run { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// What the binary answers when all is well.
    #[track_caller]
    pub(crate) fn answer(&self, words: &[&str]) -> String {
        let run = self.run(words);
        assert_eq!(run.code, 0, "gaia {}: {}", words.join(" "), run.stderr);
        run.stdout
    }

    /// The JSON that the binary answers.
    #[track_caller]
    pub(crate) fn json(&self, words: &[&str]) -> serde_json::Value {
        let text = self.answer(words);
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"))
    }

    /// What the binary says when it refuses with this code.
    #[track_caller]
    pub(crate) fn refusal(&self, words: &[&str], code: i32) -> String {
        let run = self.run(words);
        assert_eq!((run.code, run.stdout.as_str()), (code, ""), "gaia {}: {}", words.join(" "), run.stderr);
        run.stderr
    }
}

/// Holds an answer against a schema of `docs/schemas`.
#[track_caller]
pub(crate) fn assert_schema(file: &str, answer: &serde_json::Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas").join(file);
    let schema = serde_json::from_str(&std::fs::read_to_string(path).expect(file)).expect(file);
    let validator = jsonschema::validator_for(&schema).expect(file);
    let errors: Vec<String> = validator.iter_errors(answer).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}
