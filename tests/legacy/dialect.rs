//! Workflows of the older dialect: found, run, checked, converted.

use crate::support::Repo;
use serde_json::Value as Json;

const FLOW: &str = "\
# What builds an environment.
workflows:
  build: # one
    description: Build it
    steps:
      # the first
      - name: show
        description: Say what is built
        run:
          command: |
            echo \"$tenant/${size:-small} in ${bucket}\" # where
          env:
            A: 1
            bucket: ${tenant}-state
      - name: ask
        run:
          command: |
            echo \"depth $GAIA_WORKFLOW_DEPTH, A=${A:-none}\"
            exit ${code:-0}
      - name: last
        run: {command: 'echo end'}
";

fn repo() -> Repo {
    Repo::example().file("flows/build-all.yaml", FLOW).variable("ATMOS_WORKFLOWS_BASE_PATH", "flows")
}

#[test]
fn arguments_are_variables_and_never_part_of_a_script() {
    let repo = repo();
    let hostile = "a\"; touch pwned; echo $(touch pwned) `touch pwned`";
    let run = repo.run(&["workflow", "run", "build-all", &format!("tenant={hostile}")]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let first = run.stdout.lines().next().unwrap();
    assert_eq!(first, format!("{hostile}/small in {hostile}-state"));
    assert!(run.stdout.ends_with("depth 1, A=none\nend\n"), "{}", run.stdout);
    assert!(!repo.path().join("pwned").exists());
    let said: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(said[0], "[1/3] show: Say what is built");
    assert!(said[1].trim_start().ends_with(" s"), "{}", run.stderr);
}

#[test]
fn a_step_that_fails_ends_the_run_and_is_where_it_goes_on() {
    let repo = repo();
    let run = repo.run(&["workflow", "run", "build", "tenant=fnx", "code=3", "--format", "json"]);
    assert_eq!(run.code, 3);
    let answer: Json = serde_json::from_str(&run.stdout).unwrap();
    let steps: Vec<(&str, &str)> = answer["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (step["name"].as_str().unwrap(), step["status"].as_str().unwrap()))
        .collect();
    assert_eq!(steps, [("show", "succeeded"), ("ask", "failed"), ("last", "skipped")]);
    assert_eq!(answer["exit_code"], 3);
    assert!(run.stderr.contains("fnx/small in fnx-state"), "{}", run.stderr);
    let hint = "hint: go on with `gaia workflow run build -f build-all.yaml --from-step ask code=3 tenant=fnx`";
    assert!(run.stderr.contains(hint), "{}", run.stderr);
    let answer = repo.answer(&["workflow", "run", "build", "--from-step", "last", "tenant=x"]);
    assert_eq!(answer, "end\n");
    let error = repo.refusal(&["workflow", "run", "build", "--from-step", "lats", "tenant=x"], 64);
    assert!(error.contains("did you mean `last`?"), "{error}");
}

#[test]
fn a_dry_run_shows_scripts_with_their_variables_and_hides_secrets() {
    let repo = repo().file(
        "flows/secret.yaml",
        "workflows:\n  secret:\n    steps:\n      - name: a\n        run: {command: 'echo $token $name'}\n",
    );
    let shown = repo.answer(&["workflow", "run", "secret", "token=t0p", "name=n", "--dry-run"]);
    assert_eq!(shown, "# [1/1] a\n# name=n\n# token=***\necho $token $name\n\n");
    let shown = repo.answer(&["workflow", "run", "build", "tenant=fnx", "--dry-run", "--from-step", "ask"]);
    assert!(shown.starts_with("# [2/3] ask\n# tenant=fnx\necho "), "{shown}");
}

#[test]
fn arguments_are_known_before_anything_runs() {
    let repo = repo();
    let error = repo.refusal(&["workflow", "run", "build"], 64);
    assert!(error.starts_with("error: the workflow `build` needs tenant\n"), "{error}");
    assert!(error.contains("`gaia workflow run build tenant=…`"), "{error}");
    let error = repo.refusal(&["workflow", "run", "build", "tenat=x"], 64);
    assert!(error.contains("reads no argument `tenat`") && error.contains("did you mean `tenant`?"), "{error}");
    let error = repo.refusal(&["workflow", "run", "build", "tenant"], 64);
    assert!(error.contains("write `name=value`"), "{error}");
    let shown = repo.run(&["workflow", "show", "build-all"]);
    assert_eq!(shown.stderr, "arguments: tenant (required), size=small, code=0\n");
    // as the scripts of the Python CLI set them
    let repo = repo.variable("tenant", "env");
    assert!(repo.answer(&["workflow", "run", "build"]).starts_with("env/small in env-state\n"));
    let repo = repo.variable("GAIA_TENANT", "gaia");
    assert!(repo.answer(&["workflow", "run", "build"]).starts_with("gaia/small"));
}

#[test]
fn a_stack_gives_its_parts() {
    let repo = repo().file(
        "stacks/deploy/fnx.yaml",
        "vars: {stage: test, tenant: fnx, environment: blue}\ncomponents: {terraform: {vpc: {}}}\n",
    );
    let flow = "workflows:\n  parts:\n    steps:\n      - run: {command: 'echo $tenant $account $environment'}\n";
    let repo = repo.file("flows/parts.yaml", flow);
    assert_eq!(repo.answer(&["workflow", "run", "parts", "-s", "test"]), "fnx test blue\n");
    assert_eq!(repo.answer(&["workflow", "run", "parts", "-s", "test", "account=dev"]), "fnx dev blue\n");
}

#[test]
fn a_workflow_does_not_run_itself() {
    let flow = "workflows:\n  a:\n    steps:\n      - run: {command: gaia workflow run b}\n  b:\n    steps:\n      - run: {command: gaia workflow run a}\n";
    let repo = Repo::example().file("flows/ab.yaml", flow).variable("ATMOS_WORKFLOWS_BASE_PATH", "flows");
    let run = repo.run(&["workflow", "run", "a"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error: the workflow `a` runs itself"), "{}", run.stderr);
    assert!(run.stderr.contains("a (ab.yaml) → b (ab.yaml) → a (ab.yaml)"), "{}", run.stderr);
    let found = repo.run(&["workflow", "check"]);
    assert_eq!(
        found.stdout.matches("workflow-recursion").count() + found.stdout.matches("GA0546").count(),
        2,
        "{}",
        found.stdout
    );
}

#[test]
fn a_converted_workflow_is_run_by_atmos_and_says_the_same() {
    let before = repo();
    let words = ["workflow", "run", "build-all", "tenant=fnx", "size=big"];
    let old = before.answer(&words);
    let path = format!("{}/tests/atmos:{}", env!("CARGO_MANIFEST_DIR"), std::env::var("PATH").unwrap());
    let after = repo().variable("PATH", &path).variable("GAIA", env!("CARGO_BIN_EXE_gaia"));
    let diff = after.run(&["workflow", "convert"]);
    assert!(diff.stdout.starts_with("--- a/flows/build-all.yaml\n+++ b/flows/build-all.yaml\n"), "{}", diff.stdout);
    assert!(diff.stderr.ends_with("1 file would change; `--write` writes them.\n"), "{}", diff.stderr);
    assert_eq!(after.read("flows/build-all.yaml"), FLOW);
    let run = after.run(&["workflow", "convert", "build", "--write"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(after.read("flows/build-all.yaml"));
    let again = after.run(&["workflow", "convert"]);
    assert_eq!(again.stderr, "Atmos runs these workflows as they are.\n");
    let run = after.run(&words);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let said: Vec<&str> = run.stdout.lines().filter(|line| !line.starts_with("Executing step")).collect();
    let old: Vec<&str> = old.lines().collect();
    assert!(old.iter().all(|line| said.contains(line)), "{old:?}\n{said:?}");
    assert_eq!(after.run(&["workflow", "run", "build-all", "tenant=fnx", "code=4"]).code, 4);
    assert_eq!(after.run(&["validate", "flows/build-all.yaml"]).code, 0);
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let repo = repo().file("flows/broken.yaml", "workflows:\n  a:\n    steps: [\n");
    for words in [&["workflow", "run", "broken"][..], &["workflow", "show", "a", "--file", "broken.yaml"]] {
        let error = repo.refusal(words, 1);
        assert!(error.starts_with("error: `broken.yaml` cannot be read as workflows\n"), "{error}");
        assert!(error.contains("`gaia workflow check broken` tells why"), "{error}");
    }
    for words in [&["workflow", "check"][..], &["workflow", "check", "broken"]] {
        let run = repo.run(words);
        assert_eq!(run.code, 1, "{}", run.stdout);
        assert!(run.stdout.contains("flows/broken.yaml:3:12"), "{}", run.stdout);
    }
    let error = repo.refusal(&["workflow", "convert"], 1);
    assert!(error.contains("flows/broken.yaml:3:12"), "{error}");
    let error = repo.refusal(&["workflow", "run", "build", "-f", "nowhere.yaml"], 1);
    assert!(error.starts_with("error: there are no workflows in `nowhere.yaml`\n"), "{error}");
}

#[test]
fn several_workflows_of_one_file_are_told_apart_by_their_names() {
    let step = "steps: [{name: s, run: {command: echo}}]";
    let repo = repo().file("flows/two.yaml", &format!("workflows:\n  a: {{{step}}}\n  b: {{{step}}}\n"));
    let error = repo.refusal(&["workflow", "run", "two"], 64);
    assert!(error.ends_with("hint: name one of them: `a`\n"), "{error}");
}

#[test]
fn a_step_that_cannot_be_run_is_shown() {
    let repo = repo().file(
        "flows/odd.yaml",
        "workflows:\n  mixed:\n    steps:\n      - {name: s, run: {command: echo}}\n      - {name: t, command: version}\n  \
         listed:\n    steps:\n      - {name: s, run: {command: [echo, x]}}\n",
    );
    let error = repo.refusal(&["workflow", "run", "mixed"], 1);
    assert!(error.contains("has steps of two dialects\n --> flows/odd.yaml:5:9\n"), "{error}");
    let error = repo.refusal(&["workflow", "run", "listed"], 1);
    assert!(error.contains("no `run.command` that is a text\n --> flows/odd.yaml:8:9\n"), "{error}");
}

#[test]
fn a_conversion_tells_programs_what_changes() {
    let repo = repo().file("flows/done.yaml", "workflows:\n  x: {steps: [{type: shell, command: echo}]}\n");
    let answer = repo.json(&["workflow", "convert", "--format", "json"]);
    crate::support::assert_schema("converted.json", &answer);
    let file = &answer["files"][0];
    assert_eq!((&file["path"], &file["steps"]), (&"flows/build-all.yaml".into(), &3.into()));
    assert_eq!(file["renamed"], serde_json::json!(["build", "build-all"]));
    assert!(answer["difference"].as_str().unwrap().contains("\n+        type: shell\n"), "{answer}");
    assert_eq!((&answer["written"], repo.read("flows/build-all.yaml").as_str()), (&false.into(), FLOW));
    let answer = repo.json(&["workflow", "convert", "--write", "--format", "json"]);
    assert_eq!(answer["written"], true);
    let answer = repo.json(&["workflow", "convert", "--format", "json"]);
    assert_eq!((&answer["files"], &answer["difference"]), (&serde_json::json!([]), &"".into()));
}
