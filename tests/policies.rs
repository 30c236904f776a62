//! Schemas and policies: the rules that come with gaia, each over its own cases in `tests/policies/rules`, and the commands
//! that apply them.

mod support;

use gaia::validate::policy::{Pack, Step};
use gaia::value::Value;
use gaia::yaml;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::{Repo, Run};

fn cases(rule: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies/rules").join(format!("{rule}.yaml"));
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    yaml::load_str(&text, &mut yaml::PlainTags).unwrap_or_else(|e| panic!("{}: {e}", path.display())).value
}

fn entries<'a>(cases: &'a Value, kind: &str) -> &'a [Value] {
    cases.get(kind).and_then(Value::as_seq).unwrap_or_default()
}

fn shown(path: &[Step]) -> String {
    let steps: Vec<String> = path
        .iter()
        .map(|step| match step {
            Step::Key(key) => key.clone(),
            Step::Index(index) => index.to_string(),
        })
        .collect();
    steps.join(".")
}

#[test]
fn every_rule_finds_what_is_bad_and_nothing_else() {
    let mut pack = Pack::all().expect("the rules are Rego");
    let rules: Vec<&str> = pack.rules().collect();
    let mut wrong = Vec::new();
    for rule in &rules {
        let cases = cases(rule);
        assert!(entries(&cases, "bad").len() > 1 && entries(&cases, "good").len() > 1, "`{rule}` has too few cases");
        for kind in ["bad", "good"] {
            for case in entries(&cases, kind) {
                let name = case.get("name").and_then(Value::as_str).expect("a name");
                let expected: BTreeSet<&str> = case
                    .get("at")
                    .and_then(Value::as_seq)
                    .unwrap_or_default()
                    .iter()
                    .map(|at| at.as_str().expect("a path"))
                    .collect();
                assert_eq!(expected.is_empty(), kind == "good", "{rule}: {name}");
                let found = match pack.find(rule, case.get("input").expect("an input")) {
                    Ok(found) => found,
                    Err(e) => {
                        wrong.push(format!("{rule}: {name}: {e}"));
                        continue;
                    }
                };
                let at: BTreeSet<String> = found.iter().map(|f| shown(&f.path)).collect();
                if at.iter().map(String::as_str).collect::<BTreeSet<_>>() != expected {
                    wrong.push(format!("{rule}: {name}: expected {expected:?}, found {found:#?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_of_cases_belongs_to_a_rule() {
    let pack = Pack::all().expect("the rules are Rego");
    let rules: BTreeSet<String> = pack.rules().map(|rule| format!("{rule}.yaml")).collect();
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies/rules");
    let files: BTreeSet<String> = fs::read_dir(dir)
        .expect("cases")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, rules);
}

/// What a run found: code, severity, place.
fn found(run: &Run) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {run:?}"));
    let text = |d: &serde_json::Value, key: &str| d[key].as_str().unwrap_or_default().to_owned();
    let diagnostics = report["diagnostics"].as_array().expect("diagnostics").iter();
    diagnostics
        // what other checks say about such small repositories is their business
        .filter(|d| ["GA06", "GA07", "GA08"].iter().any(|group| text(d, "code").starts_with(group)))
        .map(|d| format!("{} {} {}:{}", text(d, "code"), text(d, "severity"), text(d, "file"), d["line"]))
        .collect()
}

const OPA: &str = r#"package atmos

import data.atmos.constants.max_length

errors[message] {
    count(input.vars.name) > max_length
    message := sprintf("The variable 'bucket_name' is wrong, and so is the name of %s", [input.atmos_component])
}

errors[message] {
    not re_match("^[a-z]+$", input.vars.bucket_name)
    message := "The variable 'bucket_name' must be lower case"
}
"#;

fn validated(vars: &str, settings: &str) -> Repo {
    Repo::new()
        .file("schemas/opa/bucket.rego", OPA)
        .file("schemas/opa/constants/constants.rego", "package atmos.constants\n\nmax_length := 5\n")
        .file("schemas/opa/constants/constants_test.rego", "this is a test, and no Rego that is read\n")
        .file(
            "schemas/jsonschema/bucket.json",
            r#"{"properties": {"vars": {"properties": {"size": {"type": "integer"}, "zone": {"$ref": "zone.json"}}}}}"#,
        )
        .file("schemas/jsonschema/zone.json", r#"{"enum": ["a", "b"]}"#)
        .file(
            "stacks/deploy/dev.yaml",
            &format!(
                "vars: {{stage: dev}}\ncomponents:\n  terraform:\n    bucket:\n      vars:\n{vars}      settings:\n        validation:\n{settings}"
            ),
        )
}

const BOTH: &str = "          schema:
            schema_type: jsonschema
            schema_path: schemas/jsonschema/bucket.json
            description: sizes and zones
          policy:
            schema_type: opa
            schema_path: schemas/opa/bucket.rego
            module_paths: [schemas/opa/constants]
            timeout: 10
";

#[test]
fn components_are_checked_against_their_schemas_and_policies() {
    let repo = validated("        name: short\n        bucket_name: abc\n        size: 1\n", BOTH);
    let run = repo.run(&["validate", "component", "bucket", "-s", "dev"]);
    assert_eq!((run.code, &*run.stderr), (0, "The component is valid.\n"));

    let repo =
        validated("        name: much-too-long\n        bucket_name: ABC\n        size: big\n        zone: c\n", BOTH);
    let run = repo.run(&["validate", "component", "bucket", "-s", "dev", "--format", "json"]);
    assert_eq!(run.code, 1);
    let file = "stacks/deploy/dev.yaml";
    let expected = [
        format!("GA0602 error {file}:7"),
        format!("GA0602 error {file}:7"),
        format!("GA0601 error {file}:8"),
        format!("GA0601 error {file}:9"),
    ];
    assert_eq!(found(&run), expected);
    // the whole repository is told the same
    let all = found(&repo.run(&["validate", "--format", "json"]));
    assert!(expected.iter().all(|e| all.contains(e)), "{all:?}");
}

#[test]
fn the_command_line_says_what_to_check_instead() {
    let repo = validated(
        "        name: short\n        bucket_name: abc\n        size: big\n",
        "          off: {disabled: true, schema_type: opa, schema_path: none.rego}\n",
    );
    assert_eq!(repo.run(&["validate", "component", "bucket", "-s", "dev"]).code, 0);
    let with = |words: &[&str]| {
        let command = ["validate", "component", "bucket", "-s", "dev", "--format", "json"];
        found(&repo.run(&[&command, words].concat()))
    };
    let schema = ["--schema-path", "schemas/jsonschema/bucket.json", "--schema-type", "jsonschema"];
    assert_eq!(with(&schema), ["GA0601 error stacks/deploy/dev.yaml:8"]);
    let policy =
        ["--schema-path", "schemas/opa/bucket.rego", "--schema-type", "opa", "--module-paths", "schemas/opa/constants"];
    assert!(with(&policy).is_empty());
    assert_eq!(
        with(&["--schema-path", "none.rego", "--schema-type", "opa"]),
        ["GA0603 error stacks/deploy/dev.yaml:5"]
    );
    assert_eq!(with(&["--schema-path", "a.json", "--schema-type", "json"]).len(), 1);
}

#[test]
fn validations_that_cannot_be_carried_out_are_problems() {
    for settings in [
        "          a: {schema_type: jsonschem, schema_path: x}\n",
        "          a: {schema_type: opa, schema_path: none.rego}\n",
        "          a: {schema_type: opa, schema_path: schemas/opa/constants/constants.rego}\n",
        "          a: {schema_type: jsonschema, schema_path: schemas/opa/bucket.rego}\n",
        "          a: {timeout: soon}\n",
    ] {
        let repo = validated("        name: x\n", settings);
        let run = repo.run(&["validate", "component", "bucket", "-s", "dev", "--format", "json"]);
        let found = found(&run);
        assert!(found.len() == 1 && found[0].starts_with("GA0603 error "), "{settings}: {run:?}");
    }
}

#[test]
fn files_are_checked_against_the_schemas_of_atmos_yaml() {
    let atmos = "base_path: .\nstacks: {base_path: stacks, included_paths: ['deploy/**/*'], name_pattern: '{stage}'}\nschemas:\n  tools:\n    schema: tools.json\n    matches: ['config/*.yaml']\n";
    let repo = Repo::empty()
        .file("atmos.yaml", atmos)
        .file("tools.json", r#"{"properties": {"port": {"type": "integer"}}, "required": ["name"]}"#)
        .file("config/good.yaml", "name: a\nport: 1\n")
        .file("config/bad.yaml", "name: a\nport: high\n")
        .file("config/sub/other.yaml", "port: high\n");
    for words in [&["validate", "schema", "--format", "json"][..], &["validate", "schema", "tools", "--format", "json"]]
    {
        assert_eq!(found(&repo.run(words)), ["GA0604 error config/bad.yaml:2"]);
    }
    let error = repo.refusal(&["validate", "schema", "tolls"], 64);
    assert!(error.contains("did you mean `tools`?"), "{error}");
}

const DATABASE: &str = "vars: {stage: prod}
components:
  terraform:
    database:
      vars:
        multi_az: false
        deletion_protection: true
        backup_retention_period: 14
        performance_insights_enabled: true
        instance_class: db.m7g.large
";

#[test]
fn policies_of_gaia_yaml_are_applied_to_components() {
    let repo = Repo::new().file("stacks/deploy/prod.yaml", DATABASE);
    assert!(found(&repo.run(&["validate", "--format", "json"])).is_empty());
    let repo = repo.file("gaia.yaml", "validate: {policies: [reliability]}\n");
    let run = repo.run(&["validate", "--format", "json"]);
    assert_eq!((run.code, found(&run)), (1, vec!["GA0731 error stacks/deploy/prod.yaml:6".to_owned()]));

    let repo = repo.file("gaia.yaml", "validate: {policies: [reliability], severity: {rds-multi-az: {prod: note}}}\n");
    assert_eq!(found(&repo.run(&["validate", "--format", "json"])), ["GA0731 note stacks/deploy/prod.yaml:6"]);
    let repo = repo.file("gaia.yaml", "validate: {policies: [reliability], production: [live]}\n");
    assert!(found(&repo.run(&["validate", "--format", "json"])).is_empty());
    let repo = repo.file("gaia.yaml", "validate: {policies: [reliabilty]}\n");
    let run = repo.run(&["validate"]);
    let told = (run.stdout.contains("did you mean `reliability`?"), run.stdout.contains("gaia.yaml:1:23"));
    assert_eq!((run.code, told), (1, (true, true)), "{run:?}");
}

#[test]
fn a_waiver_holds_until_its_day() {
    let waived = |waiver: &str| {
        let text = format!(
            "{DATABASE}      settings:\n        policy:\n          waivers:\n            rds-multi-az: {waiver}\n"
        );
        let repo = Repo::new()
            .file("stacks/deploy/prod.yaml", &text)
            .file("gaia.yaml", "validate: {policies: [reliability]}\n");
        found(&repo.run(&["validate", "--format", "json"]))
    };
    let file = "stacks/deploy/prod.yaml";
    assert!(waived("{reason: rebuilt nightly, expires: '2999-12-31'}").is_empty());
    let finding = format!("GA0731 error {file}:6");
    assert_eq!(
        waived("{reason: rebuilt nightly, expires: '2020-01-31'}"),
        [finding.clone(), format!("GA0791 error {file}:14")]
    );
    assert_eq!(waived("{expires: '2999-12-31'}"), [finding.clone(), format!("GA0792 error {file}:14")]);
    assert_eq!(waived("{reason: x, expires: 2999-12-31}"), [finding, format!("GA0792 error {file}:14")]);
}

#[test]
fn policies_of_ones_own_see_the_whole_component() {
    let policy = r#"package acme.naming
import rego.v1
deny contains {"message": "names begin with acme", "path": "vars.name", "id": "naming"} if {
    input.kind == "component"
    input.component == "eks"
    not startswith(input.vars.name, "acme")
}
warn contains msg if {
    input.stage == "dev"
    msg := sprintf("%s lives in %s", [input.component, input.stack])
}
"#;
    let repo =
        Repo::new().file("gaia.yaml", "validate: {policies: [policies]}\n").file("policies/naming.rego", policy).file(
            "stacks/deploy/dev.yaml",
            "vars: {stage: dev}\ncomponents:\n  terraform:\n    eks:\n      vars:\n        name: x\n",
        );
    let run = repo.run(&["validate", "--format", "json"]);
    assert_eq!(found(&run).iter().filter(|f| f.starts_with("GA0790")).count(), 2, "{run:?}");
    assert!(found(&run).contains(&"GA0790 error stacks/deploy/dev.yaml:6".to_owned()), "{run:?}");
    let repo = repo.file("policies/naming.rego", "package acme.naming\nimport rego.v1\ndeny contains if {\n");
    let run = repo.run(&["validate"]);
    assert_eq!((run.code, run.stdout.contains("the policy cannot be read")), (1, true), "{run:?}");
}

/// A repository that plans are checked in.
fn planned(name: &str) -> Repo {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies/plans").join(name);
    Repo::new()
        .file("gaia.yaml", "validate: {policies: [security, cost, reliability]}\n")
        .file("plan.json", &fs::read_to_string(path).expect("a plan"))
        .file("stacks/deploy/prod.yaml", DATABASE)
}

#[test]
fn plans_are_checked_for_what_they_destroy_and_make() {
    let repo = planned("risky.json");
    let run = repo.run(&["validate", "plan", "plan.json", "--format", "json"]);
    assert_eq!(run.code, 1);
    let expected = [
        ("GA0732", 10),
        ("GA0734", 10),
        ("GA0802", 10),
        ("GA0733", 22),
        ("GA0735", 26),
        ("GA0731", 27),
        ("GA0801", 39),
        ("GA0703", 66),
        ("GA0720", 69),
        ("GA0701", 84),
        ("GA0702", 84),
    ];
    let expected: BTreeSet<String> =
        expected.iter().map(|(code, line)| format!("{code} error plan.json:{line}")).collect();
    assert_eq!(found(&run).into_iter().collect::<BTreeSet<_>>(), expected);

    let run = planned("careful.json").run(&["validate", "plan", "plan.json"]);
    assert_eq!((run.code, &*run.stderr), (0, "The plan keeps to the policies.\n"));
}

#[test]
fn destroying_may_be_acknowledged() {
    let repo = planned("risky.json").file("gaia.yaml", "");
    let with =
        |words: &[&str]| found(&repo.run(&[&["validate", "plan", "plan.json", "--format", "json"], words].concat()));
    assert_eq!(with(&[]), ["GA0802 error plan.json:10", "GA0801 error plan.json:39"]);
    assert_eq!(with(&["--acknowledge", "aws_s3_bucket.*"]), ["GA0802 error plan.json:10"]);
    assert!(
        with(&["--acknowledge", "aws_s3_bucket.receipts", "--acknowledge", "module.db.aws_db_instance.main[0]"])
            .is_empty()
    );

    let waivers = "      settings:\n        policy:\n          waivers:\n            plan-replace: {reason: moves, expires: '2999-12-31', addresses: ['module.db.*']}\n";
    let repo = repo.file("stacks/deploy/prod.yaml", &format!("{DATABASE}{waivers}"));
    let run = repo.run(&["validate", "plan", "plan.json", "--format", "json", "-c", "database", "-s", "prod"]);
    assert_eq!(found(&run), ["GA0801 error plan.json:39"]);
}

#[test]
fn what_is_no_plan_is_refused() {
    let repo = Repo::new().file("stacks/deploy/prod.yaml", DATABASE).file("a.json", "{\"a\": 1}").file("b.json", "no");
    for file in ["a.json", "b.json", "c.json"] {
        let error = repo.refusal(&["validate", "plan", file], 1);
        assert!(error.contains("cannot read the plan"), "{error}");
    }
}

#[test]
fn plans_of_terraform_are_read() {
    let repo = Repo::new()
        .file("gaia.yaml", "validate: {protected: [terraform_data]}\n")
        .file("stacks/deploy/prod.yaml", DATABASE)
        .file(
            "main.tf",
            "resource \"terraform_data\" \"a\" {\n  triggers_replace = [1]\n}\nresource \"terraform_data\" \"b\" {}\n",
        );
    let terraform = |words: &[&str]| Command::new("terraform").args(words).current_dir(repo.path()).output();
    let Ok(version) = terraform(&["version"]) else {
        eprintln!("terraform is not installed: no plan of its own is made");
        return;
    };
    assert!(version.status.success());
    let run = |words: &[&str]| {
        let output = terraform(words).expect("terraform");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    run(&["init", "-input=false"]);
    run(&["apply", "-auto-approve", "-input=false"]);
    let plan = |text: &str| {
        fs::write(repo.path().join("main.tf"), text).expect("code");
        run(&["plan", "-out=plan.tfplan", "-input=false"]);
        fs::write(repo.path().join("plan.json"), run(&["show", "-json", "plan.tfplan"])).expect("a plan");
        repo.run(&["validate", "plan", "plan.json", "--format", "json"])
    };
    let changed = plan("resource \"terraform_data\" \"a\" {\n  triggers_replace = [2]\n}\n");
    let codes: BTreeSet<String> = found(&changed).into_iter().map(|f| f[..12].to_owned()).collect();
    assert_eq!(codes, BTreeSet::from(["GA0801 error".to_owned(), "GA0802 error".to_owned()]));
    let same = plan(
        "resource \"terraform_data\" \"a\" {\n  triggers_replace = [1]\n}\nresource \"terraform_data\" \"b\" {}\n",
    );
    assert_eq!((same.code, found(&same)), (0, Vec::new()));
}
