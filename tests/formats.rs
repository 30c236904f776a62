//! What programs are promised: every line of the tables in docs/json.md is run in the example repository.

mod support;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::Repo;

/// A line of a table.
struct Promise {
    words: Vec<String>,
    is_list: bool,
    /// The keys that are there; none where the keys are the names of stacks.
    keys: Option<Vec<String>>,
    schema: Option<PathBuf>,
}

fn promises() -> Vec<Promise> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let text = std::fs::read_to_string(docs.join("json.md")).unwrap();
    let promise = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let words = cells[0].trim_matches('`').strip_prefix("gaia ")?.split(' ').map(str::to_owned).collect();
        let keys = cells[2].split(' ').map(|key| key.trim_matches('`').to_owned()).collect();
        let schema = cells.get(3).and_then(|cell| Some(docs.join(cell.split_once("](")?.1.trim_end_matches(')'))));
        Some(Promise { words, is_list: cells[1] == "list", keys: (cells[2] != "STACK").then_some(keys), schema })
    };
    text.lines().filter(|line| line.starts_with("| `gaia ")).filter_map(promise).collect()
}

/// The example repository, with git, a change, a chosen stack, and a run.
fn acme() -> Repo {
    let repo = Repo::empty();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
    for entry in walkdir::WalkDir::new(&example) {
        let entry = entry.unwrap();
        let target = repo.path().join(entry.path().strip_prefix(&example).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).unwrap();
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
    let git = |words: &[&str]| {
        let identity = ["-c", "user.name=gaia", "-c", "user.email=gaia@example.com"];
        let status = Command::new("git").args(identity).args(words).current_dir(repo.path()).status().unwrap();
        assert!(status.success(), "git {words:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "all"]);
    let mixin = "stacks/mixins/region/eu-west-1.yaml";
    let changed = repo.read(mixin).replace(", eu-west-1c", "");
    std::fs::write(repo.path().join(mixin), changed).unwrap();
    repo.answer(&["context", "use", "core-euw1-dev"]);
    let run = repo.path().join(".gaia/runs/20260101T000000000-0000");
    std::fs::create_dir_all(&run).unwrap();
    let record = r#"{"version":1,"id":"20260101T000000000-0000","kind":"plan","started":"2026-01-01T00:00:00.000Z",
        "command":["gaia","plan"],"data":null,"steps":[]}"#;
    std::fs::write(run.join("run.json"), record).unwrap();
    std::fs::write(run.join("events.jsonl"), "").unwrap();
    repo
}

#[test]
fn every_command_answers_as_it_is_documented() {
    let repo = acme();
    let stacks: Vec<String> = repo.answer(&["list", "stacks"]).lines().map(str::to_owned).collect();
    let promises = promises();
    assert!(promises.len() > 30, "the tables are read");
    for Promise { words, is_list, keys, schema } in promises {
        let line = words.join(" ");
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        words.extend(["--format", "json"]);
        let run = repo.run(&words);
        // a tool that is missing here, or a file that is, is a finding and no failure
        assert!([0, 1, 10, 11].contains(&run.code), "gaia {line}: {}", run.stderr);
        let answer: Value =
            serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("gaia {line}: {e}: {}", run.stdout));
        assert_eq!(answer.is_array(), is_list, "gaia {line}");
        if let Some(schema) = schema {
            support::assert_schema(schema.file_name().unwrap().to_str().unwrap(), &answer);
        }
        let records: Vec<&Value> = answer.as_array().map_or_else(|| vec![&answer], |list| list.iter().collect());
        for record in records {
            match &keys {
                Some(keys) => {
                    let missing: Vec<&String> = keys.iter().filter(|key| record.get(key.as_str()).is_none()).collect();
                    assert!(missing.is_empty(), "gaia {line}: no {missing:?}: {record}");
                }
                None => assert!(record.as_object().unwrap().keys().all(|key| stacks.contains(key)), "gaia {line}"),
            }
        }
    }
}

fn json(repo: &Repo, words: &[&str]) -> Value {
    let text = repo.answer(&[words, &["--format", "json"]].concat());
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("gaia {}: {e}: {text}", words.join(" ")))
}

/// Updates need a project that is committed, and something to bring it.
#[test]
fn updates_tell_programs_what_they_changed() {
    let repo = Repo::empty();
    let git = |words: &[&str]| {
        let identity = ["-c", "user.name=gaia", "-c", "user.email=gaia@example.com"];
        let done = Command::new("git").args(identity).args(words).current_dir(repo.path()).output().unwrap();
        assert!(done.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    let template = |version: &str, text: &str| {
        std::fs::create_dir_all(repo.path().join("template")).unwrap();
        let write = |name: &str, text: &str| std::fs::write(repo.path().join("template").join(name), text).unwrap();
        // stdout is the answer's, whatever a task says
        write("copier.yml", "_subdirectory: src\n_tasks: [\"echo a task\"]\n");
        std::fs::create_dir_all(repo.path().join("template/src")).unwrap();
        write("src/text", text);
        write("src/{{ _copier_conf.answers_file }}.jinja", "{{ _copier_answers|to_nice_yaml }}");
        git(&["-C", "template", "init", "-q"]);
        git(&["-C", "template", "add", "-A"]);
        git(&["-C", "template", "commit", "-q", "-m", version]);
        git(&["-C", "template", "tag", version]);
    };
    template("v1", "one\n");
    let made = json(&repo, &["template", "copy", "--trust", "--defaults", "template", "project"]);
    support::assert_schema("copied.json", &made);
    assert!(made["files"].as_array().unwrap().iter().any(|file| file["path"] == "text" && file["action"] == "create"));
    git(&["-C", "project", "init", "-q"]);
    git(&["-C", "project", "add", "-A"]);
    git(&["-C", "project", "commit", "-q", "-m", "made"]);
    template("v2", "two\n");
    let update = ["template", "update", "--trust", "--defaults", "project"];
    let shown = json(&repo, &[&update[..], &["--pretend"]].concat());
    support::assert_schema("copied.json", &shown);
    assert!(shown["difference"].as_str().unwrap().contains("+two") && shown["written"] == false, "{shown}");
    let updated = json(&repo, &update);
    support::assert_schema("copied.json", &updated);
    let changed: Vec<&str> = updated["files"].as_array().unwrap().iter().filter_map(|f| f["path"].as_str()).collect();
    assert_eq!(changed, [".copier-answers.yml", "text"], "{updated}");
}

#[test]
fn environments_tell_programs_what_they_became() {
    let repo = Repo::empty();
    json(&repo, &["init", "--namespace", "acme", "--defaults"]);
    let answers = ["--tenant", "shop", "--account", "dev", "--environment", "blue", "--region", "eu-west-1"];
    json(&repo, &[&["env", "create", "--team-email", "team@acme.example"], &answers[..], &["--yes"]].concat());
    for words in [&["init", "-q"][..], &["add", "-A"], &["commit", "-q", "-m", "all"]] {
        let identity = ["-c", "user.name=gaia", "-c", "user.email=gaia@example.com"];
        assert!(Command::new("git").args(identity).args(words).current_dir(repo.path()).status().unwrap().success());
    }
    let updated = json(&repo, &["env", "update", "--all", "--data", "vpc_cidr=10.9.0.0/16"]);
    assert_eq!(updated["environments"], serde_json::json!(["shop-dev-blue"]));
    assert_eq!((&updated["valid"], &updated["written"]), (&true.into(), &true.into()));
    assert!(!updated["files"].as_array().unwrap().is_empty(), "{updated}");
}

/// What the tables leave out, docs/json.md says why.
#[test]
fn every_command_is_spoken_of() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.md")).unwrap();
    let help = Repo::empty().answer(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    for command in listed.filter_map(|line| line.split_whitespace().next()).filter(|command| *command != "ui") {
        let is_named = text.contains(&format!("gaia {command}")) || text.contains(&format!("`{command}`"));
        assert!(is_named, "docs/json.md says nothing about `gaia {command}`");
    }
}

#[test]
fn what_goes_into_a_pipe_is_plain() {
    let repo = Repo::example();
    assert_eq!(repo.answer(&["list", "stacks"]), "dev\nprod\n");
    assert_eq!(repo.answer(&["list", "components"]), "eks\tterraform\t1\nvpc\tterraform\t2\n");
    for words in [
        &["list", "stacks"][..],
        &["graph", "-s", "dev"],
        &["why", "region", "-c", "vpc", "-s", "dev"],
        &["doctor", "--offline"],
        &[],
    ] {
        let run = repo.run(words);
        assert!(!run.stdout.contains('\x1b') && !run.stdout.is_empty(), "{words:?}: {}", run.stdout);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = Repo::example().command(&["list", "stacks"]).stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1));
    assert!(said.starts_with("error: cannot write the answer: No space left on device"), "{said}");
}
