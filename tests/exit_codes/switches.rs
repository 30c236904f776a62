//! Variables for the global options, and what `gaia config show` says of them.

use crate::support::{Repo, assert_schema};
use serde_json::{Value as Json, json};

/// Each global option with a value, and a command that shows that it holds.
const VARIABLES: &[(&str, &str)] = &[
    ("chdir", "stacks"),
    ("base-path", "."),
    ("config", "atmos.yaml"),
    ("config-path", "."),
    ("profile", "ci"),
    ("color", "always"),
    ("quiet", "true"),
    ("verbose", "1"),
    ("no-input", "true"),
    ("no-pager", "true"),
    ("offline", "true"),
    ("log-file", "gaia.log"),
];

fn shown(repo: &Repo, words: &[&str]) -> Vec<Json> {
    let answer = repo.json(&[words, &["config", "show", "--format", "json"]].concat());
    assert_schema("config.json", &answer);
    answer.as_array().unwrap().clone()
}

fn setting(all: &[Json], name: &str) -> Json {
    let found = all.iter().find(|setting| setting["name"] == name);
    found.unwrap_or_else(|| panic!("there is no {name}")).clone()
}

#[test]
fn every_global_option_has_a_variable_that_holds() {
    let all = shown(&Repo::example(), &[]);
    let options: Vec<&str> = all.iter().filter_map(|s| s["name"].as_str()).filter(|name| !name.contains('.')).collect();
    let tested: Vec<&str> = VARIABLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(options, tested, "every global option has a row");
    for (name, value) in VARIABLES {
        let variable = format!("GAIA_{}", name.to_uppercase().replace('-', "_"));
        let repo = Repo::example().file("profiles/ci/atmos.yaml", "logs: {level: Debug}\n").variable(&variable, value);
        let found = setting(&shown(&repo, &[]), name);
        let origin = json!({ "kind": "environment", "variable": variable });
        assert_eq!((&found["value"], &found["origin"]), (&json!(value), &origin), "{name}");
        // one that is empty is none
        let repo = Repo::example().variable(&variable, "");
        assert_eq!(setting(&shown(&repo, &[]), name)["origin"], json!({ "kind": "default" }), "{name}");
    }
}

#[test]
fn variables_do_what_options_do() {
    let repo = Repo::example().variable("GAIA_CHDIR", "/nowhere");
    assert_eq!(repo.run(&["list", "stacks"]).code, 64);
    let repo = Repo::example().variable("GAIA_QUIET", "1");
    assert_eq!(repo.run(&["validate"]).stderr, "");
    let repo = Repo::example().variable("GAIA_COLOR", "always");
    assert!(repo.run(&["describe", "component", "none", "-s", "dev"]).stderr.contains('\u{1b}'));
    let repo = Repo::example().variable("GAIA_VERBOSE", "true");
    assert_eq!(setting(&shown(&repo, &[]), "verbose")["value"], "1");
    // who did not write a wrong value is told where it stands
    for (variable, value) in [("GAIA_COLOR", "blue"), ("GAIA_VERBOSE", "much"), ("GAIA_OFFLINE", "maybe")] {
        let repo = Repo::example().variable(variable, value);
        let error = repo.refusal(&["list", "stacks"], 64);
        assert!(error.contains(&format!("tip: the variable {variable} says so")), "{error}");
    }
    let error = Repo::example().variable("GAIA_COLOR", "never").refusal(&["--color", "red", "list", "stacks"], 64);
    assert!(error.contains("'red'") && !error.contains("tip: the variable"), "{error}");
    // the command line goes before, and gaia's own variable before others
    let repo = Repo::example().variable("GAIA_CHDIR", "/nowhere").variable("ATMOS_CHDIR", "/neither");
    let root = repo.path().to_str().unwrap().to_owned();
    assert_eq!(repo.run(&["-C", &root, "list", "stacks"]).code, 0);
    let repo = Repo::example().variable("GAIA_CHDIR", "stacks").variable("ATMOS_CHDIR", "/neither");
    assert_eq!(repo.run(&["list", "stacks"]).code, 0);
    let found = setting(&shown(&Repo::example().variable("CI", "true"), &[]), "no-input");
    assert_eq!(found["origin"]["variable"], "CI");
}

#[test]
fn quiet_is_short_before_and_behind_the_command() {
    let repo = Repo::example();
    assert!(!repo.run(&["validate"]).stderr.is_empty());
    for words in [&["-q", "validate"][..], &["validate", "-q"], &["validate", "--quiet"], &["--quiet", "validate"]] {
        let run = repo.run(words);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{words:?}");
    }
    assert_eq!(repo.run(&["workflow", "list", "-q"]).code, repo.run(&["workflow", "list"]).code);
}

#[test]
fn settings_tell_where_they_come_from() {
    let file = "run:\n  retries: 5\n  protected_stacks: [live]\nvalidate:\n  production: [prod]\n";
    let repo = Repo::example().file("gaia.yaml", file);
    let all = shown(&repo, &["--color", "never"]);
    let at = |line: u64| json!({ "kind": "file", "file": "gaia.yaml", "line": line });
    let named = |name: &str| setting(&all, name);
    assert_eq!((&named("run.retries")["value"], &named("run.retries")["origin"]), (&json!(5), &at(2)));
    assert_eq!(named("run.protected_stacks")["origin"], at(3));
    assert_eq!(
        (&named("validate.production")["value"], &named("validate.production")["origin"]),
        (&json!(["prod"]), &at(5))
    );
    assert_eq!(
        (&named("run.retry_delay")["value"], &named("run.retry_delay")["origin"]["kind"]),
        (&json!("5s"), &json!("default"))
    );
    assert_eq!(named("color")["origin"], json!({ "kind": "flag" }));
    let text = repo.answer(&["config", "show", "--origin"]);
    assert!(text.lines().any(|line| line == "run.retries\t5\tgaia.yaml:2"), "{text}");
    assert!(text.lines().any(|line| line == "run.timeout\t\tdefault"), "{text}");
    assert!(repo.answer(&["config", "show"]).lines().any(|line| line == "run.retries\t5"));
}

/// Everything that is wrong with the file is told at once, each at its line.
#[test]
fn the_file_is_checked_by_its_schema() {
    let file = "run:\n  retries: many\n  paralel: 2\nvalidate:\n  production: prod\n";
    let repo = Repo::example().file("gaia.yaml", file);
    let run = repo.run(&["validate", "--format", "json"]);
    assert_eq!(run.code, 1);
    let answer: Json = serde_json::from_str(&run.stdout).unwrap();
    let found = answer["diagnostics"].as_array().unwrap().iter().filter(|found| found["file"] == "gaia.yaml");
    let lines: Vec<u64> = found.map(|found| found["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [2, 3, 5], "{}", run.stdout);
    let error = repo.refusal(&["config", "show"], 1);
    assert!(error.contains("`validate.production` must be a list of texts"), "{error}");
}

#[test]
fn a_log_is_written_where_one_is_wanted() {
    let repo = Repo::example().variable("GAIA_LOG_FILE", "logs/gaia.log");
    repo.answer(&["list", "stacks"]);
    assert_eq!(repo.run(&["describe", "component", "none", "-s", "dev"]).code, 1);
    assert_eq!(repo.run(&["--quiet", "context", "use", "dev"]).stderr, "");
    assert_eq!(repo.run(&["workflow", "run", "none", "api_token=t0p"]).code, 1);
    let log = repo.read("logs/gaia.log");
    let time = |line: &str| line.as_bytes()[10] == b'T' && line.as_bytes()[23] == b'Z';
    assert!(log.lines().all(time), "{log}");
    let lines: Vec<&str> = log.lines().map(|line| &line[26..]).collect();
    assert_eq!(lines[..3], ["gaia list stacks", "exit code 0", "gaia describe component none -s dev"], "{log}");
    assert!(lines[3].starts_with("error: the stack `dev` has no component `none`"), "{log}");
    // what a quiet run does not say as well
    assert!(lines.contains(&"The current stack is dev."), "{log}");
    assert!(lines.contains(&"gaia workflow run none api_token=***") && !log.contains("t0p"), "{log}");
    assert_eq!(lines.last(), Some(&"exit code 1"), "{log}");
    let error = repo.refusal(&["--log-file", "stacks", "list", "stacks"], 1);
    assert!(error.starts_with("error: cannot write the log `stacks`: "), "{error}");
}
