//! The binary as people and scripts meet it: words in, exit code and text out.

mod support;

use serde_json::json;
use support::Repo;

#[test]
fn without_a_command_it_tells_what_can_be_done_here() {
    let page = Repo::empty().answer(&[]);
    assert!(page.contains("no Atmos repository here") && page.contains("gaia init DIR"), "{page}");
    let page = Repo::example().answer(&[]);
    assert!(
        page.contains("2 stacks, 3 components (bases included)\n") && page.contains("\nNext\n  gaia context use dev\n"),
        "{page}"
    );
    let broken = Repo::example().file("stacks/deploy/dev.yaml", "a: [").answer(&[]);
    assert!(broken.contains("cannot be read") && broken.contains("\nNext\n  gaia validate\n"), "{broken}");
}

#[test]
fn help_shows_examples_and_groups() {
    let repo = Repo::empty();
    let help = repo.answer(&["describe", "component", "--help"]);
    for part in
        ["Output options:", "Processing options:", "Global options:", "Examples:\n  gaia describe component vpc -s "]
    {
        assert!(help.contains(part), "{part} is missing in {help}");
    }
    assert_eq!(repo.answer(&["help", "describe", "component"]).trim_end(), help.trim_end());
    assert!(
        !repo.answer(&["list", "stacks", "-h"]).contains("--logs-level"),
        "options of Atmos are accepted, not offered"
    );
    let error = repo.refusal(&["help", "describe", "componet"], 64);
    assert_eq!(error, "error: there is no help on `describe componet`\nhint: did you mean `component`?\n");
}

/// Every command that is listed has a one-line description and answers its own `--help`.
#[test]
fn every_command_has_help() {
    let repo = Repo::empty();
    let commands = |words: &[&str]| -> Vec<String> {
        let help = repo.run(&[words, &["--help"]].concat()).stdout;
        let listed = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
        let lines: Vec<&str> = listed.collect();
        assert!(lines.iter().all(|l| l.split_whitespace().count() > 2), "{lines:?}");
        lines.iter().filter_map(|l| l.split_whitespace().next()).map(str::to_owned).collect()
    };
    let top = commands(&[]);
    assert_eq!(
        top,
        [
            "ui",
            "describe",
            "list",
            "graph",
            "order",
            "pipeline",
            "validate",
            "lint",
            "why",
            "diff",
            "explain",
            "affected",
            "impact",
            "atlantis",
            "plan",
            "apply",
            "destroy",
            "drift",
            "ephemeral",
            "run",
            "workflow",
            "template",
            "env",
            "component",
            "init",
            "context",
            "config",
            "doctor",
            "cert",
            "completions",
            "man",
            "version",
            "help"
        ]
    );
    let groups = [
        "describe",
        "list",
        "pipeline",
        "validate",
        "atlantis",
        "run",
        "workflow",
        "template",
        "env",
        "component",
        "cert",
    ];
    for group in groups {
        for command in commands(&[group]) {
            let help = repo.answer(&[group, &command, "--help"]);
            assert!(help.contains(&format!("Usage: gaia {group} {command}")), "{help}");
        }
    }
}

#[test]
fn the_exit_codes_are_told() {
    let table = Repo::empty().answer(&["help", "exit-codes"]);
    assert!(table.starts_with("Exit codes of gaia:\n\n    0  ok                   done, nothing wrong\n"), "{table}");
    assert!(table.contains("\n   64  usage                the command line is wrong"), "{table}");
}

#[test]
fn the_version_is_found_by_scripts() {
    let repo = Repo::empty();
    let expected = format!("Gaia CLI {}", env!("CARGO_PKG_VERSION"));
    assert_eq!(repo.answer(&["version"]).lines().next(), Some(expected.as_str()));
    assert_eq!(repo.json(&["version", "--format", "json"])["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(repo.answer(&["--version"]), format!("gaia {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_command_line_is_told_from_a_failure() {
    let repo = Repo::example();
    for words in [
        &["lst"][..],
        &["list", "stacks", "--fromat", "json"],
        &["describe", "component", "vpc"],
        &["list", "components", "--type", "odd"],
        &["list", "stacks", "--sort", "stack"],
        &["list", "stacks", "--sort", "size:asc"],
        &["list", "components", "--labels", "team"],
        &["-C", "nowhere", "list", "stacks"],
    ] {
        let error = repo.refusal(words, 64);
        assert!(error.starts_with("error: "), "{words:?}: {error}");
    }
    let error = repo.refusal(&["describe", "component", "vcp", "-s", "dev"], 1);
    assert!(error.contains("hint: did you mean `vpc`?"), "{error}");
    let error = repo.refusal(&["list", "stacks", "-c", "vcp"], 1);
    assert!(error.contains("hint: did you mean `vpc`?"), "{error}");
}

#[test]
fn lists_in_a_pipe_are_plain_lines() {
    let repo = Repo::example();
    assert_eq!(repo.answer(&["list", "stacks"]), "dev\nprod\n");
    assert_eq!(repo.answer(&["list", "stacks", "-c", "eks"]), "prod\teks\n");
    assert_eq!(repo.answer(&["list", "components"]), "eks\tterraform\t1\nvpc\tterraform\t2\n");
    assert_eq!(repo.answer(&["list", "instances"]), "eks\tprod\nvpc\tdev\nvpc\tprod\n");
    assert_eq!(
        repo.answer(&["list", "vars", "vpc", "-s", "dev"]),
        "Key,dev\ncidr,10.0.0.0/16\nregion,eu-west-1\nstage,dev\n"
    );
}

#[test]
fn lists_have_formats_for_programs() {
    let repo = Repo::example();
    assert_eq!(repo.json(&["list", "stacks", "--format", "json"]), json!([{"Stack": "dev"}, {"Stack": "prod"}]));
    assert_eq!(repo.answer(&["list", "stacks", "-f", "yaml"]), "- Stack: dev\n- Stack: prod\n");
    assert_eq!(repo.answer(&["list", "instances", "-s", "p*", "-f", "csv"]), "Component,Stack\neks,prod\nvpc,prod\n");
    assert_eq!(
        repo.answer(&["list", "instances", "-s", "d*", "-f", "csv", "--delimiter", ";"]),
        "Component;Stack\nvpc;dev\n"
    );
    assert_eq!(repo.answer(&["list", "components", "-f", "tsv"]).lines().next(), Some("Component\tType\tStacks"));
    assert_eq!(
        repo.answer(&["list", "instances", "-f", "tree"]),
        "Instances\n├── dev\n│   └── vpc (network)\n└── prod\n    ├── eks\n    └── vpc (network)\n"
    );
    assert_eq!(repo.json(&["list", "vars", "vpc", "-f", "json"])["prod"]["region"], "us-east-1");
    assert_eq!(repo.json(&["list", "settings", "vpc", "-f", "json"])["dev"], json!({"team": "core"}));
    assert_eq!(
        repo.answer(&["list", "values", "vpc", "-q", ".vars.region", "-f", "yaml"]),
        "dev: eu-west-1\nprod: us-east-1\n"
    );
}

#[test]
fn lists_are_filtered_sorted_and_given_other_columns() {
    let repo = Repo::example();
    let list = |words: &[&str]| repo.answer(&[&["list"], words].concat());
    assert_eq!(list(&["components", "--type", "abstract"]), "vpc/base\tterraform\t2\n");
    assert_eq!(list(&["components", "--locked"]), "vpc\tterraform\t2\n");
    assert_eq!(list(&["components", "--locked=false"]), "eks\tterraform\t1\n");
    assert_eq!(list(&["components", "-s", "dev"]), "vpc\tterraform\t1\n");
    assert_eq!(list(&["stacks", "--sort", "stack:desc"]), "prod\ndev\n");
    assert_eq!(list(&["stacks", "--columns", "stack,Region=vars.region"]), "dev\teu-west-1\nprod\tus-east-1\n");
    assert_eq!(list(&["instances", "--filter", ".vars.region == \"us-*\" and .locked"]), "vpc\tprod\n");
    assert_eq!(list(&["instances", "--query", ".vars.size", "--columns", "component,value"]), "eks\t3\n");
    assert_eq!(list(&["metadata", "-s", "dev", "--columns", "component,description"]), "vpc\tThe network\n");
    let repo = repo.file(
        "more.yaml",
        "list:\n  instances:\n    columns:\n      - name: Where\n        value: '{{ .stack | upper }}'\n",
    );
    let columns = repo.answer(&["--config", "atmos.yaml,more.yaml", "list", "instances", "-f", "csv"]);
    assert_eq!(columns, "Where\nDEV\nPROD\nPROD\n");
}

#[test]
fn a_matrix_is_appended_to_a_file() {
    let repo = Repo::example();
    let words = ["list", "instances", "-f", "matrix", "-s", "dev"];
    let matrix = repo.json(&words);
    assert_eq!(matrix["include"][0]["component_path"], "components/terraform/network");
    assert_eq!(repo.answer(&[&words[..], &["-o", "out"]].concat()), "");
    let line = format!("matrix={}\ncount=2\n", serde_json::to_string(&matrix).unwrap());
    assert_eq!(repo.read("out"), line);
}

#[test]
fn nothing_found_is_said_on_stderr() {
    let repo = Repo::empty();
    let run = repo.run(&["list", "stacks", "--format", "json"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.starts_with("No stacks found.\nwarning: no stack manifests below"), "{}", run.stderr);
    assert!(run.stderr.contains("note: no atmos.yaml in") && run.stderr.contains("gaia init"), "{}", run.stderr);
    assert!(repo.run(&["validate", "stacks"]).stderr.starts_with("warning: no stack manifests below"));
    let run = repo.run(&["-q", "list", "stacks"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn a_component_is_described_asked_and_written() {
    let repo = Repo::example();
    let describe = ["describe", "component", "vpc", "-s", "prod"];
    let with = |words: &[&str]| repo.answer(&[&describe[..], words].concat());
    assert_eq!(with(&["--query", ".vars.region"]), "us-east-1\n");
    assert_eq!(with(&["-q", ".vars | keys | join(\",\")"]), "cidr,region,stage\n");
    assert_eq!(
        with(&["-f", "json", "--query", ".vars"]),
        "{\n  \"cidr\": \"10.0.0.0/16\",\n  \"region\": \"us-east-1\",\n  \"stage\": \"prod\"\n}\n"
    );
    assert_eq!(with(&["--query", ".vars", "--file", "out.yaml"]), "");
    assert_eq!(repo.read("out.yaml"), "cidr: 10.0.0.0/16\nregion: us-east-1\nstage: prod\n");
    let error = repo.refusal(&[&describe[..], &["--query", ".vars |"]].concat(), 1);
    assert!(error.starts_with("error: invalid query `.vars |`: expected term at the end\nhint: "), "{error}");
    let error = repo.refusal(&[&describe[..], &["--file", "no/such/folder"]].concat(), 1);
    assert!(error.starts_with("error: cannot write `no/such/folder`: "), "{error}");
}

#[test]
fn all_sections_are_shown_when_asked_for() {
    let words = ["describe", "component", "vpc", "-s", "prod", "--format", "json"];
    let repo = Repo::example();
    let keys = |repo: &Repo| -> Vec<String> { repo.json(&words).as_object().unwrap().keys().cloned().collect() };
    assert!(!keys(&repo).contains(&"workspace".to_owned()));
    assert!(keys(&repo.variable("ATMOS_DESCRIBE_COMPONENT_FILTER", "full")).contains(&"workspace".to_owned()));
    let query = Repo::example().answer(&[&words[..], &["--query", ".workspace"]].concat());
    assert_eq!(query, "\"prod-vpc\"\n");
}

#[test]
fn dependents_and_workflows_are_described() {
    let repo = Repo::new()
        .file(
            "stacks/deploy/dev.yaml",
            "
vars: { stage: dev }
components:
  terraform:
    vpc: {}
    eks:
      dependencies: { components: [{ component: vpc }] }
",
        )
        .file(
            "flows/deploy.yaml",
            "workflows: { all: { description: Everything, steps: [{ command: list stacks }] } }",
        );
    let dependents = repo.answer(&["describe", "dependents", "vpc", "-s", "dev", "-q", "map(.component)"]);
    assert_eq!(dependents, "[\n  \"eks\"\n]\n");
    let error = repo.refusal(&["describe", "workflows"], 1);
    assert!(error.starts_with("error: `workflows.base_path` is not configured\n"), "{error}");
    let repo = repo.variable("ATMOS_WORKFLOWS_BASE_PATH", "flows");
    assert_eq!(repo.answer(&["describe", "workflows"]), "- file: deploy.yaml\n  workflow: all\n");
    assert_eq!(repo.answer(&["describe", "workflows", "-o", "map"]), "deploy.yaml:\n  - all\n");
    let all = repo.json(&["describe", "workflows", "-o", "all", "-f", "json"]);
    assert_eq!(all["deploy.yaml"]["workflows"]["all"]["steps"][0]["name"], "step1");
    assert_eq!(repo.answer(&["list", "workflows"]), "deploy.yaml\tall\tEverything\t1\n");
    assert_eq!(
        repo.answer(&["list", "workflows", "--file", "flows/deploy.yaml", "--columns", "file"]),
        "flows/deploy.yaml\n"
    );
    let error = repo.refusal(&["list", "workflows", "--file", "atmos.yml"], 1);
    assert!(error.starts_with("error: cannot read `atmos.yml`: "), "{error}");
}

#[test]
fn stacks_are_validated_with_a_schema_of_ones_own() {
    let repo =
        Repo::example().file("schema.json", r#"{"type": "object", "properties": {"vars": {"required": ["team"]}}}"#);
    let run = repo.run(&["validate", "stacks"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", "All stacks are valid.\n"));
    let error = repo.refusal(&["validate", "stacks", "--schemas-atmos-manifest", "schema.json"], 1);
    assert!(error.contains("team") && error.contains(" --> stacks/deploy/dev.yaml:"), "{error}");
}

#[test]
fn an_error_shows_where_it_is() {
    let repo = Repo::example().file("stacks/deploy/dev.yaml", "vars:\n  stage: dev\n  stage: prod\n");
    let expected = "
error: duplicate key `stage`: it stands on line 2 already
 --> stacks/deploy/dev.yaml:3:3
  |
3 |   stage: prod
  |   ^^^^^
hint: a map names a key once: remove one of them, or merge what they hold
";
    for words in [&["describe", "stacks"][..], &["list", "stacks", "--format", "json"], &["validate", "stacks"]] {
        assert_eq!(repo.refusal(words, 1), expected.trim_start(), "{words:?}");
    }
}

#[test]
fn more_words_tell_how_a_file_came_to_be_imported() {
    let repo = Repo::example()
        .file("stacks/deploy/dev.yaml", "import: [catalog/a]\nvars: {stage: dev}\n")
        .file("stacks/catalog/a.yaml", "vars: {}\nimport:\n  - catalog/b\n")
        .file("stacks/catalog/b.yaml", "components: {terraform: {x: {metadata: {inherits: [nope]}}}}\n");
    let chain = "note: imported by stacks/catalog/a.yaml:3:5\nnote: imported by stacks/deploy/dev.yaml:1:10\n";
    let error = repo.refusal(&["describe", "stacks"], 1);
    assert!(error.contains(" --> stacks/catalog/b.yaml:1:52\n") && !error.contains("note:"), "{error}");
    let error = repo.refusal(&["-v", "describe", "stacks"], 1);
    assert!(error.contains(chain), "{error}");
}

#[test]
fn options_of_atmos_are_accepted() {
    let repo = Repo::example();
    for words in [
        &["--logs-level", "Off"][..],
        &["--logs-level=Debug", "--logs-file=/dev/stderr"],
        &["--no-color", "--pager=false"],
        &["--no-color=true", "--force-color=false", "--mask=false"],
        &["--identity=dev"],
        &["--process-templates=false", "--process-functions=false", "--skip", "exec,terraform.state"],
    ] {
        assert_eq!(repo.answer(&[&["list", "stacks"], words].concat()), "dev\nprod\n", "{words:?}");
    }
    let repo =
        repo.variable("ATMOS_STACK", "dev").variable("ATMOS_LIST_FORMAT", "").variable("ATMOS_COMPONENT_LOCKED", "");
    assert_eq!(repo.answer(&["list", "instances"]), "vpc\tdev\n");
}

#[test]
fn colours_follow_the_conventions() {
    let colored = |repo: &Repo, words: &[&str]| repo.run(words).stderr.contains("\u{1b}[");
    let wrong = ["describe", "component", "x", "-s", "y"];
    let repo = Repo::example();
    assert!(!colored(&repo, &wrong), "a pipe has no colours");
    assert!(colored(&repo, &[&wrong[..], &["--color", "always"]].concat()));
    let repo = repo.variable("CLICOLOR_FORCE", "1");
    assert!(colored(&repo, &wrong));
    assert!(!colored(&repo, &[&wrong[..], &["--color=never"]].concat()));
    assert!(!colored(&repo, &[&wrong[..], &["--no-color"]].concat()));
    let repo = repo.variable("NO_COLOR", "1");
    assert!(!colored(&repo, &wrong));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::io::Read;
    use std::process::Stdio;
    let large = format!(
        "vars:\n  stage: dev\ncomponents:\n  terraform:\n    a:\n      vars:\n        text: {}\n",
        "x".repeat(1 << 20)
    );
    let repo = Repo::new().file("stacks/deploy/dev.yaml", &large);
    let mut child = repo
        .command(&["describe", "stacks", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

/// A repository whose stacks people call by more than one name.
fn tenants() -> Repo {
    let manifest = |account: &str, environment: &str| {
        format!(
            "vars: {{tenant: fnx, account: {account}, region: eu-west-2, environment: {environment}}}
components: {{terraform: {{network/vpc: {{vars: {{n: 1}}}}, eks: {{vars: {{n: 2}}}}}}}}\n"
        )
    };
    Repo::empty()
        .file(
            "atmos.yaml",
            "base_path: .
components: {terraform: {base_path: components/terraform}}
stacks: {base_path: stacks, included_paths: ['**/*'], name_template: '{{.vars.tenant}}-{{.vars.environment}}-{{.vars.account}}'}\n",
        )
        .file("stacks/orgs/fnx/dev/eu-west-2/testenv-01.yaml", &manifest("dev", "testenv-01"))
        .file("stacks/orgs/fnx/prod/eu-west-2/testenv-01.yaml", &manifest("prod", "testenv-01"))
}

#[test]
fn stacks_and_components_are_named_as_people_say_them() {
    let repo = tenants();
    for stack in [
        "fnx-testenv-01-dev",
        "fnx-dev-testenv-01",
        "fnx-dev-eu-west-2-testenv-01",
        "orgs/fnx/dev/eu-west-2/testenv-01",
        "stacks/orgs/fnx/dev/eu-west-2/testenv-01.yaml",
        "fnx-testenv-01-d",
    ] {
        let answer = repo.answer(&["describe", "component", "vpc", "-s", stack, "--query", ".vars.account"]);
        assert_eq!(answer, "dev\n", "{stack}");
        let graph = repo.json(&["order", "-s", stack, "--format", "json"]);
        assert_eq!(graph["stack"], "fnx-testenv-01-dev", "{stack}");
        assert_eq!(
            repo.answer(&["list", "components", "-s", stack, "--columns", "Component={{.component}}"]),
            "eks\nnetwork/vpc\n"
        );
    }
    let error = repo.refusal(&["order", "-s", "fnx"], 1);
    assert_eq!(
        error,
        "error: `fnx` could be 2 stacks: fnx-testenv-01-dev, fnx-testenv-01-prod\nhint: say more of the name\n"
    );
    let error = repo.refusal(&["order", "-s", "fnx-testenv-01-de1"], 1);
    assert!(error.contains("did you mean `fnx-testenv-01-dev`?"), "{error}");
}

#[test]
fn a_component_is_said_by_the_directory_of_its_code() {
    let repo = tenants()
        .file("components/terraform/eks/main.tf", "")
        .file("components/terraform/vpc/main.tf", "")
        .file("components/terraform/unused/main.tf", "")
        .file(
            "stacks/orgs/fnx/prod/eu-west-2/live.yaml",
            "vars: {tenant: fnx, account: prod, region: eu-west-2, environment: live}
components: {terraform: {a: {metadata: {component: vpc}}, b: {metadata: {component: vpc}}, eks: {vars: {n: 3}}}}\n",
        );
    let stack = ["-s", "fnx-live-prod"];
    for (dir, path) in
        [("components/terraform/eks", "."), ("components", "./terraform/eks"), (".", "components/terraform/eks")]
    {
        let words = ["-C", dir, "describe", "component", path, "--query", ".vars.n"];
        assert_eq!(repo.answer(&[&words[..], &stack].concat()), "3\n", "{dir} {path}");
        let run = repo.run(&[&["-C", dir, "plan", path, "--dry-run"][..], &stack].concat());
        assert!(run.code == 0 && run.stdout.contains("terraform plan eks "), "{}{}", run.stdout, run.stderr);
    }
    for (path, why) in [
        ("components/terraform/vpc", "`components/terraform/vpc` could be 2 components: a, b"),
        ("components/terraform/unused", "no component of `fnx-live-prod` has its code in"),
        ("./stacks", "no component of `fnx-live-prod` has its code in"),
    ] {
        let error = repo.refusal(&[&["describe", "component", path][..], &stack].concat(), 1);
        assert!(error.contains(why), "{error}");
    }
    for (path, why) in [
        ("components/terraform/vpc", "is the code of several components: fnx-live-prod:a, fnx-live-prod:b"),
        ("components/terraform/unused", "no Terraform component there has its code in"),
    ] {
        let error = repo.refusal(&[&["plan", path, "--dry-run"][..], &stack].concat(), 1);
        assert!(error.contains(why), "{error}");
    }
}

#[test]
fn a_command_that_there_is_not_is_answered_with_those_that_are() {
    let repo = Repo::example();
    let error = repo.refusal(&["stacks"], 64);
    assert!(error.contains("tip: there is 'gaia describe stacks', 'gaia list stacks'"), "{error}");
    // hidden commands of old are not among them
    let error = repo.refusal(&["plann"], 64);
    assert!(error.contains("'plan'") && !error.contains("learn"), "{error}");
    let error = repo.refusal(&["list", "stack"], 64);
    assert!(error.contains("'stacks'"), "{error}");
    let error = repo.refusal(&["logn"], 64);
    assert!(error.starts_with("error: unrecognized subcommand 'logn'\n\nUsage: "), "{error}");
    let error = repo.refusal(&["list", "zzz"], 64);
    assert!(error.contains("tip: there is 'gaia list stacks', 'gaia list components', "), "{error}");
}

#[test]
fn an_argument_that_there_is_not_is_answered_with_what_is_meant() {
    let repo = Repo::example();
    let tips: &[(&[&str], &str)] = &[
        (&["order", "dev"], "'dev' is a stack: '-s dev'"),
        (&["describe", "component", "vpc", "dev"], "'dev' is a stack: '-s dev'"),
        (&["why", "vars.cidr", "vpc", "-s", "dev"], "'vpc' is a component: '-c vpc'"),
        (&["-s", "dev", "list", "components"], "options of a command stand behind it: 'gaia list components -s'"),
        (&["list", "stacks", "--json"], "'--format json' says it"),
        (&["list", "stacks", "-o", "json"], "'--format' chooses the form of an answer"),
    ];
    for (words, tip) in tips {
        let error = repo.refusal(words, 64);
        assert!(error.contains(&format!("\n  tip: {tip}\n")), "{words:?}: {error}");
    }
    // options that only old scripts use are not offered
    assert!(!repo.refusal(&["man", "--format", "json"], 64).contains("tip"));
    assert!(!repo.refusal(&["order", "nowhere"], 64).contains("tip"));
}

#[test]
fn a_filter_for_a_stack_that_there_is_not_is_told() {
    let repo = Repo::example();
    for words in [
        &["list", "instances", "-s", "dve"][..],
        &["list", "vars", "vpc", "-s", "dve"],
        &["describe", "stacks", "-s", "dve"],
    ] {
        let run = repo.run(words);
        assert_eq!(run.code, 0, "{words:?}: {}", run.stderr);
        let warning = "warning: no stack is called `dve`\nhint: did you mean `dev`?\n";
        assert!(run.stderr.contains(warning), "{words:?}: {}", run.stderr);
    }
    assert!(!repo.run(&["list", "instances", "-s", "x-*"]).stderr.contains("warning"));
}

#[test]
fn what_needs_git_says_so() {
    let error = Repo::example().refusal(&["affected"], 1);
    assert!(error.contains("lies in no git repository\nhint: `git init` makes it one\n"), "{error}");
    assert!(!error.contains("function"), "{error}");
}

#[test]
fn a_variable_names_the_stack_before_the_choice() {
    let repo = Repo::example().variable("ATMOS_STACK", "prod");
    repo.answer(&["context", "use", "dev"]);
    for words in [&["graph"][..], &["order"]] {
        let said = repo.answer(words);
        assert_eq!(said, repo.answer(&[words, &["-s", "prod"]].concat()), "{words:?}");
    }
}

#[test]
fn tools_of_lint_that_have_nothing_to_read_are_skipped() {
    let repo = with_tools(Repo::empty(), &[("terraform", "found it"), ("yamllint", "found it")]);
    let run = repo.run(&["lint"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert!(run.stderr.contains("skipped: `terraform`, for there is no `components/terraform`\n"), "{}", run.stderr);
    // a program's colours are for a terminal
    let repo = repo.file("components/terraform/vpc/main.tf", "");
    let run = repo.run(&["lint"]);
    assert!(run.stderr.contains("terraform fmt -recursive -check -diff -no-color [repo]"), "{}", run.stderr);
    let run = repo.run(&["lint", "--color", "always"]);
    assert!(run.stderr.contains("terraform fmt -recursive -check -diff [repo]"), "{}", run.stderr);
}

#[test]
fn a_stack_is_chosen_once() {
    let repo = tenants();
    let error = repo.refusal(&["order"], 64);
    assert!(error.starts_with("error: no stack is named\nhint: "), "{error}");
    let error = repo.refusal(&["context", "use"], 64);
    assert!(error.contains("  <STACK>\n") && error.contains("STACK can be fnx-testenv-01-dev, fnx-"), "{error}");
    assert_eq!(repo.answer(&["context", "use", "fnx-prod-testenv-01"]), "");
    assert_eq!(repo.answer(&["context", "show"]), "fnx-testenv-01-prod\n");
    let expected = r#"{"account":"prod","environment":"testenv-01","region":"eu-west-2","stack":"fnx-testenv-01-prod","tenant":"fnx"}"#;
    assert_eq!(repo.json(&["context", "show", "--format", "json"]).to_string(), expected);
    assert_eq!(repo.answer(&["why", "vars.account", "-c", "eks"]).lines().next(), Some("vars.account = \"prod\""));
    assert_eq!(repo.read(".gaia/.gitignore"), "*\n");
    assert_eq!(repo.answer(&["context", "clear"]), "");
    assert_eq!(repo.answer(&["context"]), "");
    // as the Python CLI wrote it
    let repo = repo.file(".gaia/context.json", r#"{"tenant": "fnx", "account": "dev", "environment": "testenv-01"}"#);
    assert_eq!(repo.answer(&["describe", "component", "eks", "--query", ".vars.account"]), "dev\n");
    let repo = repo.file(".gaia/context.json", "{}");
    let error = repo.refusal(&["order"], 1);
    assert!(error.contains("names no stack\nhint: `gaia context use STACK`"), "{error}");
}

#[test]
fn names_of_the_repository_are_completed() {
    let repo = tenants();
    let complete = |words: &[&str]| {
        let mut command = repo.command(&[&["--", "gaia"], words].concat());
        let output = command.env("COMPLETE", "fish").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for _ in ["read from the manifests", "kept from before"] {
        assert_eq!(complete(&["plan", "-s", "fnx-testenv-01-p"]), "fnx-testenv-01-prod\n");
        assert_eq!(complete(&["why", "-s", "fnx-testenv-01-prod", "-c", "n"]), "network/vpc\n");
    }
    let repo = repo.file("stacks/new.yaml", "name: fnx-new\ncomponents: {terraform: {new: {}}}\n");
    let mut command = repo.command(&["--", "gaia", "plan", "-s", "fnx-n"]);
    assert_eq!(command.env("COMPLETE", "fish").output().unwrap().stdout, b"fnx-new\n");
    let broken = repo.file("atmos.yaml", "stacks: [");
    let output = broken.command(&["--", "gaia", "plan", "-s", ""]).env("COMPLETE", "fish").output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "a prompt is no place for errors");
}

#[test]
fn every_command_has_a_manual_page() {
    let repo = Repo::empty();
    assert!(repo.answer(&["man"]).starts_with(".ie "), "a page in roff");
    assert_eq!(repo.answer(&["man", "--dir", "man1"]), "");
    let page = repo.read("man1/gaia-describe-component.1");
    assert!(page.contains("gaia describe component") || page.contains("gaia\\-describe\\-component"), "{page}");
    assert!(page.contains("Examples:") && page.contains("ATMOS_STACK"), "{page}");
    assert!(std::fs::read_dir(repo.path().join("man1")).unwrap().count() > 40);
}

/// Programs that only tell their versions.
fn with_tools(repo: Repo, tools: &[(&str, &str)]) -> Repo {
    use std::os::unix::fs::PermissionsExt;
    let bin = repo.path().join("bin");
    std::fs::create_dir_all(&bin).unwrap();
    for (name, says) in tools {
        std::fs::write(bin.join(name), format!("#!/bin/sh\necho '{says}'\n")).unwrap();
        std::fs::set_permissions(bin.join(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = bin.display().to_string();
    repo.variable("PATH", &path)
}

#[test]
fn the_doctor_tells_what_is_missing_and_what_contradicts() {
    let repo =
        Repo::example().file(".atmos.env", "TERRAFORM_VERSION=1.5.7\n").file(".tool-versions", "terraform 1.11.4\n");
    let tools =
        [("terraform", "Terraform v1.11.4"), ("git", "git version 2.39.5"), ("atmos", "Atmos 1.226.1 on linux")];
    let repo = with_tools(repo, &tools[..2]);
    let run = repo.run(&["doctor", "--offline", "--format", "json"]);
    assert_eq!(run.code, 1, "atmos is missing: {}", run.stderr);
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    support::assert_schema("doctor.json", &answer);
    let checks = answer["checks"].as_array().unwrap();
    let all = |name: &str| -> Vec<String> {
        let named = checks.iter().filter(|check| check["name"] == name);
        named.map(|c| format!("{} {} {}", c["status"], c["found"], c["remedy"]).replace('"', "")).collect()
    };
    assert!(all("repository")[0].starts_with("ok "), "{checks:?}");
    assert!(all("atmos")[0].starts_with("missing not on PATH install it"), "{checks:?}");
    assert_eq!(all("terraform"), ["ok 1.11.4 null"]);
    assert_eq!(
        all("terraform pin"),
        [
            "warning 1.11.4 in .tool-versions:1 pin one version everywhere",
            "warning 1.5.7 in .atmos.env:1 install terraform 1.5.7, or pin 1.11.4"
        ]
    );
    let repo = with_tools(repo, &tools);
    let text = repo.answer(&["doctor", "--offline"]);
    assert!(text.contains("ok       atmos            1.226.1\n"), "{text}");
}

/// `just completions` writes the files under `completions/`.
#[test]
fn the_completions_are_current() {
    let repo = Repo::empty();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = repo.answer(&["completions", shell]);
        let checked_in = std::fs::read_to_string(folder.join(format!("gaia.{shell}"))).unwrap_or_default();
        assert!(checked_in == script, "completions/gaia.{shell} is not current: run `just completions`");
    }
}
