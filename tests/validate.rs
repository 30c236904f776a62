//! `gaia validate` around its checks: formats, chosen files, git's index, rewrites, hooks, what it leaves alone, and that
//! it accepts what Atmos accepts.

mod support;

use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Repo, assert_schema};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Three problems: an error in a catalog file, another in a stack, a warning.
fn broken() -> Repo {
    Repo::example()
        .file("stacks/catalog/vpc.yaml", "components:\n  terraform:\n    vpc/base:\n      metadata: { type: abstrct }\n")
        .file(
            "stacks/deploy/dev.yaml",
            "import: [catalog/vpc]\nvars: { stage: dev }\ncomponents:\n  terraform:\n    vpc:\n      metadata: { inherits: [vpc/bas] }\n      vars: { since: 2030-01-01 }\n",
        )
}

fn diagnostics(repo: &Repo, words: &[&str]) -> Vec<String> {
    let run = repo.run(&[&["validate", "--format", "json"], words].concat());
    let answer: Json =
        serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {} {}", run.stdout, run.stderr));
    assert_schema("diagnostics.json", &answer);
    let line =
        |d: &Json| format!("{}:{} {}", d["file"].as_str().unwrap_or("-"), d["line"], d["code"].as_str().unwrap());
    answer["diagnostics"].as_array().unwrap().iter().map(line).collect()
}

#[test]
fn all_problems_are_told_in_one_run() {
    let found = diagnostics(&broken(), &[]);
    assert_eq!(
        found,
        ["stacks/catalog/vpc.yaml:4 GA0203", "stacks/deploy/dev.yaml:6 GA0301", "stacks/deploy/dev.yaml:7 GA0953"]
    );
}

#[test]
fn the_exit_code_tells_errors_from_warnings() {
    assert_eq!(broken().run(&["validate"]).code, 1);
    let warned = Repo::example().file("stacks/deploy/x.yaml", "vars: { stage: x, at: 2030-01-01 }\n");
    assert_eq!(warned.run(&["validate"]).code, 0);
    assert_eq!(warned.run(&["validate", "--strict"]).code, 1);
    assert_eq!(warned.run(&["validate", "--format", "odd"]).code, 64);
    let sound = Repo::example().run(&["validate"]);
    assert_eq!((sound.code, sound.stdout.as_str(), sound.stderr.as_str()), (0, "", "No problems found.\n"));
}

#[test]
fn people_see_the_lines_with_carets() {
    insta::assert_snapshot!(broken().run(&["validate"]).stdout);
}

#[test]
fn programs_get_their_formats() {
    let repo = broken();
    let run = |format: &str| repo.run(&["validate", "--format", format]).stdout;
    insta::assert_snapshot!("github", run("github"));
    insta::assert_snapshot!("junit", run("junit"));
    insta::assert_snapshot!("checkstyle", run("checkstyle"));
}

#[test]
fn sarif_fits_its_schema() {
    let schema = std::fs::read_to_string(project().join("tests/schemas/sarif-2.1.0.json")).unwrap();
    // a pattern of the published schema has a bracket that closes nothing
    let schema = schema.replace("{2}]?$", "{2}\\\\]?$");
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for repo in [broken(), Repo::example()] {
        let log: Json = serde_json::from_str(&repo.run(&["validate", "--format", "sarif"]).stdout).unwrap();
        let errors: Vec<String> = validator.iter_errors(&log).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    let log: Json = serde_json::from_str(&broken().run(&["validate", "--format", "sarif"]).stdout).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "GA0203");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "stacks/catalog/vpc.yaml");
    assert_eq!(place["region"]["startLine"], 4);
}

#[test]
fn chosen_files_stand_for_what_depends_on_them() {
    let repo = broken();
    assert_eq!(diagnostics(&repo, &["stacks/deploy/prod.yaml"]), Vec::<String>::new());
    assert_eq!(diagnostics(&repo, &["stacks/deploy/dev.yaml"]).len(), 2);
    assert_eq!(diagnostics(&repo, &["stacks/catalog/vpc.yaml"]).len(), 3);
    assert_eq!(diagnostics(&repo, &["atmos.yaml"]).len(), 3);
}

/// What a chosen stack refers to lies in stacks that nobody asked about.
#[test]
fn a_file_that_is_not_there_is_told() {
    let run = Repo::example().run(&["validate", "stacks/none.yaml"]);
    assert!(run.code == 0 && run.stderr.contains("there is no file `stacks/none.yaml`"), "{} {}", run.code, run.stderr);
}

#[test]
fn chosen_files_may_refer_to_others() {
    let stack = |stage: &str, vpc: &str, eks: &str| {
        format!(
            "vars: {{ stage: {stage} }}\ncomponents:\n  terraform:\n    vpc: {{ vars: {{ a: 1 }}, {vpc} }}\n    \
             eks:\n      vars: {{ b: !terraform.state vpc {eks} id }}\n"
        )
    };
    let depends =
        |on: &str, stack: &str| format!("dependencies: {{ components: [{{ component: {on}, stack: {stack} }}] }}");
    let (one, two) = ("stacks/deploy/dev.yaml", "stacks/deploy/prod.yaml");
    let sound =
        Repo::new().file(one, &stack("dev", "metadata: {}", "prod")).file(two, &stack("prod", "metadata: {}", "dev"));
    assert_eq!(diagnostics(&sound, &[one]), Vec::<String>::new());
    let misspelt = sound.file(one, &stack("dev", &depends("eks", "prd"), "prd"));
    assert_eq!(diagnostics(&misspelt, &[one]), [format!("{one}:4 GA0502"), format!("{one}:6 GA0408")]);
    // a circle through a stack that was not named
    let circle = misspelt
        .file(one, &stack("dev", &depends("vpc", "prod"), "prod"))
        .file(two, &stack("prod", &depends("vpc", "dev"), "dev"));
    assert_eq!(diagnostics(&circle, &[]), diagnostics(&circle, &[two]));
    let copied = circle.file(one, &stack("prod", "metadata: {}", "prod"));
    assert!(diagnostics(&copied, &[one]).contains(&format!("{one}:1 GA0305")));
}

#[test]
fn chosen_files_may_be_included_or_code() {
    let repo = Repo::new()
        .file("config/sizes.yaml", "size: [1\n")
        .file("components/terraform/vpc/main.tf", "variable \"size\" {\n  type = nmber\n}\n")
        .file(
            "stacks/deploy/dev.yaml",
            "vars: { stage: dev }\ncomponents:\n  terraform:\n    vpc:\n      vars:\n        size: !include ../../config/sizes.yaml .size\n        sise: 1\n",
        );
    let all = diagnostics(&repo, &[]);
    assert!(all.len() >= 3, "{all:?}");
    assert!(diagnostics(&repo, &["config/sizes.yaml"]).contains(&"config/sizes.yaml:1 GA0001".to_owned()));
    assert!(
        diagnostics(&repo, &["components/terraform/vpc/main.tf"])
            .contains(&"components/terraform/vpc/main.tf:2 GA0524".to_owned())
    );
}

fn git(repo: &Repo, words: &[&str]) {
    let identity = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
    let run = Command::new("git").args(identity).args(words).current_dir(repo.path()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn the_index_is_read_where_it_is_asked_for() {
    let repo = Repo::example();
    let git = |words: &[&str]| git(&repo, words);
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "sound"]);
    let dev = repo.path().join("stacks/deploy/dev.yaml");
    let sound = std::fs::read_to_string(&dev).unwrap();
    // staged broken, put right in the work tree alone
    std::fs::write(&dev, sound.replace("catalog/vpc", "catalog/vcp")).unwrap();
    git(&["add", "-A"]);
    std::fs::write(&dev, &sound).unwrap();
    assert_eq!(diagnostics(&repo, &[]), Vec::<String>::new());
    assert_eq!(diagnostics(&repo, &["--staged"]), ["stacks/deploy/dev.yaml:2 GA0101"]);
    // a file that was not added is not there for the next commit
    git(&["add", "-A"]);
    std::fs::write(&dev, sound.replace("[catalog/vpc]", "[catalog/vpc, catalog/more]")).unwrap();
    std::fs::write(repo.path().join("stacks/catalog/more.yaml"), "settings: { a: b }\n").unwrap();
    git(&["add", "stacks/deploy/dev.yaml"]);
    assert_eq!(diagnostics(&repo, &[]), Vec::<String>::new());
    assert_eq!(diagnostics(&repo, &["--staged"]), ["stacks/deploy/dev.yaml:2 GA0101"]);
    // so are workflows
    std::fs::write(&dev, &sound).unwrap();
    let file = |steps: &str| {
        std::fs::write(repo.path().join("workflows/all.yaml"), format!("workflows:\n  all:\n    {steps}\n"))
    };
    std::fs::create_dir(repo.path().join("workflows")).unwrap();
    std::fs::write(repo.path().join("atmos.yaml"), repo.read("atmos.yaml") + "workflows: { base_path: workflows }\n")
        .unwrap();
    file("stepps: []").unwrap();
    git(&["add", "-A"]);
    file("steps: [{ command: terraform plan vpc -s dev }]").unwrap();
    assert_eq!(diagnostics(&repo, &[]), Vec::<String>::new());
    let staged = diagnostics(&repo, &["--staged"]);
    assert!(!staged.is_empty() && staged.iter().all(|told| told.starts_with("workflows/all.yaml:")), "{staged:?}");
}

#[test]
fn rewrites_keep_comments_and_are_asked_for() {
    let text = "# the stack\nvars:\n  stage: dev # its name\n  at: 2030-01-01\n  id: ${env:ID, 1}\n";
    let repo = Repo::example().file("stacks/deploy/dev.yaml", text);
    let asked = repo.run(&["validate", "--fix"]);
    assert_eq!(asked.code, 5, "{}", asked.stderr);
    assert_eq!(repo.read("stacks/deploy/dev.yaml"), text);
    let done = repo.run(&["validate", "--fix", "--yes"]);
    assert!(done.stderr.contains("-  at: 2030-01-01\n+  at: \"2030-01-01\""), "{}", done.stderr);
    assert_eq!(
        repo.read("stacks/deploy/dev.yaml"),
        "# the stack\nvars:\n  stage: dev # its name\n  at: \"2030-01-01\"\n  id: !env ID 1\n"
    );
}

#[test]
fn codes_are_explained() {
    let repo = Repo::empty();
    insta::assert_snapshot!(repo.answer(&["explain", "GA0101"]));
    assert!(repo.answer(&["explain"]).starts_with("GA0001  error    yaml-syntax\n"));
    assert!(repo.refusal(&["explain", "GA9999"], 64).contains("there is no code `GA9999`"));
}

/// The page lists what the table of codes says.
#[test]
fn the_page_about_codes_is_up_to_date() {
    let mut page = String::from(
        "# Codes of diagnostics\n\nWritten by `tests/validate.rs` from the table of codes; `GAIA_DOCS=update cargo test --test \
         validate` writes it anew.\n\n`gaia explain CODE` prints the same on the command line. A code keeps its meaning.\n",
    );
    for code in gaia::code::all() {
        let fence = |text: &str| format!("```yaml\n{}\n```\n", text.trim_end());
        let _ = write!(
            page,
            "\n## {} {}\n\n*{}.* {}\n\n{}\n",
            code.id,
            code.name,
            code.severity.name(),
            code.about,
            fence(code.example)
        );
        let (what, example) = code.fix.split_once("\n\n").unwrap_or((code.fix, ""));
        let _ = writeln!(page, "{what}");
        if !example.is_empty() {
            let lines: Vec<&str> = example.lines().map(|l| l.strip_prefix("    ").unwrap_or(l)).collect();
            let _ = write!(page, "\n{}", fence(&lines.join("\n")));
        }
    }
    let path = project().join("docs/validate.md");
    if std::env::var_os("GAIA_DOCS").is_some_and(|v| v == "update") {
        std::fs::write(&path, &page).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap_or_default() == page, "docs/validate.md is out of date");
}

/// `validate stacks` as Atmos narrows it: to what changed since the base, and without what patterns name.
#[test]
fn stacks_are_checked_where_they_changed_and_are_not_left_out() {
    let repo = Repo::example().file("sandbox/notes.txt", "x");
    for args in [&["init", "-q"][..], &["add", "--all"], &["commit", "-qm", "first"]] {
        git(&repo, args);
    }
    let write = |path: &str, text: &str| std::fs::write(repo.path().join(path), text).unwrap();
    write("sandbox/notes.txt", "y");
    let affected = ["validate", "stacks", "--affected", "--base", "HEAD"];
    let unchanged = repo.run(&affected);
    assert!(unchanged.code == 0 && unchanged.stderr.contains("nothing to check"), "{}", unchanged.stderr);
    write("stacks/deploy/broken.yaml", "vars: [x]\n");
    assert_eq!(repo.run(&affected).code, 1);
    let excluded = [&affected[..], &["--exclude", "stacks/deploy/broken.yaml"]].concat();
    assert!(repo.run(&excluded).stderr.contains("nothing to check"));
    assert_eq!(repo.run(&["validate", "stacks", "--format", "rich"]).code, 1);
    let without = repo.run(&["validate", "stacks", "--exclude", "stacks/deploy/broken.yaml,nothing/**"]);
    assert!(without.code == 0 && without.stderr.contains("valid"), "{}", without.stderr);
}

/// Reading runs nothing, connects to nothing and writes nothing, whatever functions a manifest calls.
#[test]
#[cfg(target_os = "linux")]
fn nothing_is_run_opened_or_written() {
    let repo = Repo::example().file(
        "stacks/deploy/dev.yaml",
        "vars:\n  stage: dev\n  a: !exec touch ran\n  b: !terraform.output vpc x\n  c: !store.get s k\n  d: !aws.account_id\n  e: '{{ (datasource \"http://127.0.0.1:1/\").x }}'\n",
    );
    let trace = std::env::temp_dir().join(format!("gaia-trace-{}", std::process::id()));
    let plain = repo.command(&["validate"]);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-e", "trace=execve,connect,openat,open,unlink,rename,mkdir", "-o"]).arg(&trace);
    strace.arg(plain.get_program()).args(plain.get_args()).current_dir(repo.path());
    let status = strace.output().expect("strace is installed: scripts/setup-tests.sh strace");
    assert!(status.status.code().is_some_and(|c| c < 2), "{}", String::from_utf8_lossy(&status.stderr));
    let calls = std::fs::read_to_string(&trace).unwrap();
    std::fs::remove_file(&trace).unwrap();
    assert_eq!(calls.matches("execve(").count(), 1, "{calls}");
    let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "connect(", "unlink(", "rename(", "mkdir("];
    let wrong: Vec<&str> = calls.lines().filter(|l| writes.iter().any(|w| l.contains(w))).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The hook, run by pre-commit itself.
#[test]
fn pre_commit_runs_the_hook() {
    let tool = project().join("target/pre-commit/bin/pre-commit");
    assert!(tool.is_file(), "pre-commit is not there: scripts/setup-tests.sh pre-commit");
    let hooks = Repo::empty()
        .file(".pre-commit-hooks.yaml", &std::fs::read_to_string(project().join(".pre-commit-hooks.yaml")).unwrap());
    let run = |program: &Path, words: &[&str], dir: &Path| {
        let bin = Path::new(env!("CARGO_BIN_EXE_gaia")).parent().unwrap().display().to_string();
        let path = format!("{bin}:{}", std::env::var("PATH").unwrap_or_default());
        let mut command = Command::new(program);
        command.args(words).current_dir(dir).env("PATH", path).env("PRE_COMMIT_HOME", hooks.path().join(".cache"));
        for name in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{name}_NAME"), "x").env(format!("GIT_{name}_EMAIL"), "x@example.com");
        }
        command.output().unwrap()
    };
    let git = |words: &[&str], dir: &Path| {
        let out = run(Path::new("git"), words, dir);
        assert!(out.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    };
    git(&["init", "-q"], hooks.path());
    git(&["add", ".pre-commit-hooks.yaml"], hooks.path());
    git(&["commit", "-qm", "hooks"], hooks.path());
    let rev = git(&["rev-parse", "HEAD"], hooks.path());
    let config =
        format!("repos:\n  - repo: {}\n    rev: {rev}\n    hooks: [{{ id: gaia-validate }}]\n", hooks.path().display());
    let repo = Repo::example().file(".pre-commit-config.yaml", &config);
    git(&["init", "-q"], repo.path());
    git(&["add", "-A"], repo.path());
    let sound = run(&tool, &["run"], repo.path());
    let told = String::from_utf8_lossy(&sound.stdout).into_owned();
    assert!(sound.status.success() && told.contains("Passed"), "{told}");
    let broken = repo.file("stacks/deploy/dev.yaml", "import: [catalog/vcp]\nvars: { stage: dev }\n");
    git(&["add", "-A"], broken.path());
    let refused = run(&tool, &["run"], broken.path());
    let told = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(refused.status.code() == Some(1) && told.contains("GA0101") && told.contains("dev.yaml:1:10"), "{told}");

    // the example for people who do not want to fetch hooks
    let config = std::fs::read_to_string(project().join("examples/ci/pre-commit-config.yaml")).unwrap();
    let broken = broken.file(".pre-commit-config.yaml", &config);
    git(&["add", "-A"], broken.path());
    let refused = run(&tool, &["run"], broken.path());
    let told = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(refused.status.code() == Some(1) && told.contains("dev.yaml:1:10"), "{told}");
}

/// What Atmos answered to a repository of the corpora.
struct Recorded {
    folder: PathBuf,
    dir: PathBuf,
    /// Whether it lay in a git repository.
    git: bool,
    env: BTreeMap<String, String>,
    /// Whether all of `describe stacks` and `validate stacks` were answered; nothing where neither was asked.
    accepted: Option<bool>,
    /// What Atmos said when it refused, in one line.
    said: String,
}

fn recorded(root: &Path) -> Vec<Recorded> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.retain(|f| f.join("case.json").is_file());
    folders.sort();
    let load = |folder: PathBuf| {
        let case: Json = serde_json::from_str(&std::fs::read_to_string(folder.join("case.json")).unwrap()).unwrap();
        let asks = [json!(["validate", "stacks"]), json!(["describe", "stacks"])];
        let mut exits = case["runs"].as_array().unwrap().iter().filter(|run| {
            let words = run["argv"].as_array().unwrap();
            let plain = run.get("patch").is_none_or(Json::is_null)
                && run["env"].as_object().is_none_or(serde_json::Map::is_empty);
            plain && words.len() > 1 && asks.contains(&json!(words[..2]))
        });
        let first = exits.next().map(|run| run["exit"] == 0);
        let accepted = first.map(|first| first && exits.all(|run| run["exit"] == 0));
        let env = case["env"].as_object().into_iter().flatten();
        let said = case["runs"].as_array().unwrap().iter().filter_map(|run| {
            let words = run["argv"].as_array()?;
            let asked = words.len() > 1 && asks.contains(&json!(words[..2])) && run["exit"] != 0;
            run["stderr_text"].as_str().filter(|_| asked)
        });
        let said = said.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        Recorded {
            said,
            dir: PathBuf::from(case["dir"].as_str().unwrap_or(".")),
            git: case["git"] == true,
            env: env.map(|(k, v)| (k.clone(), v.as_str().unwrap_or_default().to_owned())).collect(),
            accepted,
            folder,
        }
    };
    folders.into_iter().map(load).collect()
}

/// The manifests that an error names as files of the repository.
fn places(said: &str, dir: &Path) -> Vec<String> {
    let error = said.split("**Error:**").nth(1).unwrap_or_default();
    let words = error.split([' ', '\'', '"', '`', ',', '(', ')']).map(|w| w.trim_end_matches(['.', ':', ';']));
    let is_yaml = |w: &&str| Path::new(w).extension().is_some_and(|e| e == "yaml");
    words.filter(|w| is_yaml(w) && dir.join(w).is_file()).map(str::to_owned).collect()
}

/// Cases that are refused for what happens when they run.
const ONLY_WHEN_RUN: [&str; 2] = ["fn-exec-fails", "hm-fn-exec-fails"];

#[test]
fn what_atmos_accepts_has_no_error_and_what_it_refuses_has_one() {
    let mut wrong = Vec::new();
    let roots = ["tests/corpus", "../shared/corpus/atmos", "../shared/corpus/own", "../shared/corpus/fuzz/cases"];
    for root in roots.map(|r| project().join(r)) {
        if !root.is_dir() {
            println!("skipped: there is no {}", root.display());
            continue;
        }
        for case in recorded(&root) {
            let name = case.folder.file_name().unwrap().to_string_lossy().into_owned();
            let Some(accepted) = case.accepted.filter(|_| !ONLY_WHEN_RUN.contains(&name.as_str())) else { continue };
            let mut repo = case.folder.join("repo").canonicalize().unwrap();
            let copy = tempfile::tempdir().unwrap();
            if case.git {
                let run = |program: &str, words: &[&str]| {
                    assert!(Command::new(program).args(words).status().unwrap().success());
                };
                let to = copy.path().canonicalize().unwrap().join("repo");
                run("cp", &["-r", repo.to_str().unwrap(), to.to_str().unwrap()]);
                run("git", &["init", "-q", to.to_str().unwrap()]);
                repo = to;
            }
            let concrete = |v: &String| v.replace("{{CASE}}", repo.to_str().unwrap());
            let output = Command::new(env!("CARGO_BIN_EXE_gaia"))
                .args(["validate", "--format", "json"])
                .current_dir(repo.join(&case.dir))
                .env_clear()
                .env("HOME", "/nonexistent")
                .envs(case.env.iter().map(|(k, v)| (k, concrete(v))))
                .output()
                .unwrap();
            let Ok(answer) = serde_json::from_slice::<Json>(&output.stdout) else {
                wrong.push(format!("{name}: no answer: {}", String::from_utf8_lossy(&output.stderr)));
                continue;
            };
            let errors: Vec<&Json> =
                answer["diagnostics"].as_array().unwrap().iter().filter(|d| d["severity"] == "error").collect();
            // each error names a line, and where Atmos names one, some error is on it
            let lines: Vec<u64> = errors.iter().filter_map(|e| e["line"].as_u64()).collect();
            if lines.len() < errors.iter().filter(|e| e["file"].is_string()).count() {
                wrong.push(format!("{name}: an error without a line: {errors:?}"));
            }
            let refused_at =
                case.said.split(" line ").nth(1).and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next());
            if let Some(line) = refused_at.filter(|_| !accepted).and_then(|l| l.parse::<u64>().ok())
                && !lines.contains(&line)
            {
                wrong.push(format!("{name}: Atmos refuses line {line}, found: {lines:?}"));
            }
            let named = places(&case.said, &repo.join(&case.dir));
            let files: Vec<&str> = errors.iter().filter_map(|e| e["file"].as_str()).collect();
            if !accepted && !named.is_empty() && !named.iter().any(|n| files.iter().any(|f| f.ends_with(n.as_str()))) {
                wrong.push(format!("{name}: Atmos refuses {named:?}, found: {files:?}"));
            }
            if errors.is_empty() != accepted {
                let first =
                    errors.first().map_or(Json::Null, |d| json!([d["code"], d["file"], d["line"], d["message"]]));
                wrong.push(format!("{name}: accepted by Atmos: {accepted}, found: {first}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_example_is_sound() {
    let output = Command::new(env!("CARGO_BIN_EXE_gaia"))
        .args(["validate", "--strict"])
        .current_dir(project().join("examples/acme"))
        .env_clear()
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// The old repository: everything that its owner has to change, by kind.
#[test]
fn the_old_repository_gets_one_report() {
    let dir = project().join("../shared/corpus/atmos/tf-atmos/repo");
    if !dir.is_dir() {
        println!("skipped: there is no {}", dir.display());
        return;
    }
    let output = Command::new(env!("CARGO_BIN_EXE_gaia"))
        .args(["validate", "--format", "json"])
        .current_dir(dir)
        .env_clear()
        .output()
        .unwrap();
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for diagnostic in answer["diagnostics"].as_array().unwrap() {
        *kinds.entry(format!("{} {}", diagnostic["code"], diagnostic["severity"])).or_default() += 1;
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&kinds).unwrap());
}
