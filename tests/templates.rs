//! The templates that come with gaia: each in its main variants, made by gaia and by Copier, byte for byte the same, and
//! then looked at by those who understand what came out. `scripts/setup-tests.sh copier services` installs them.

#[path = "templates/environments.rs"]
mod environments;
mod support;
#[path = "templates/tools.rs"]
mod tools;
#[path = "templates/variants.rs"]
mod variants;

use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::Repo;
use tools::{gaia, ok, project, tool, tree};
use variants::{SERVICES, VARIANTS};

#[test]
fn every_template_has_a_variant() {
    let listed = Repo::empty().json(&["template", "list", "--format", "json"]);
    let listed: Vec<&str> = listed.as_array().unwrap().iter().map(|t| t["name"].as_str().unwrap()).collect();
    let mut tried: Vec<&str> = VARIANTS.iter().map(|(name, _)| *name).collect();
    tried.dedup();
    assert_eq!(listed, tried);
}

#[test]
fn gaia_and_copier_make_the_same() {
    let Some(python) = tool("target/copier/bin/python", "Copier") else { return };
    let dir = tempfile::tempdir().unwrap();
    let mut jobs = Vec::new();
    for (number, (name, data)) in VARIANTS.iter().enumerate() {
        let template = project().join("templates").join(name);
        let data: BTreeMap<&str, &str> = data.iter().copied().collect();
        jobs.push(json!({"template": template, "project": dir.path().join(format!("copier{number}")), "data": data}));
        let own = dir.path().join(format!("gaia{number}"));
        ok(gaia(&own, &template.to_string_lossy(), &data));
        // compiled in, it is the same but for the address and the version
        let bundled = dir.path().join(format!("bundled{number}"));
        ok(gaia(&bundled, &format!("bundled:{name}"), &data));
        let (mut own, mut bundled) = (tree(&own), tree(&bundled));
        let record = |files: &mut BTreeMap<String, (Vec<u8>, bool)>| {
            let is_record = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("\n_src_path: ");
            for (bytes, _) in files.values_mut().filter(|(bytes, _)| is_record(bytes)) {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let lines = text.lines().filter(|l| !l.starts_with("_src_path: ") && !l.starts_with("_commit: "));
                *bytes = lines.collect::<Vec<_>>().join("\n").into_bytes();
            }
        };
        record(&mut own);
        record(&mut bundled);
        assert!(own == bundled, "{name} is another when it is compiled in");
    }
    let list = dir.path().join("jobs.json");
    fs::write(&list, serde_json::to_string(&jobs).unwrap()).unwrap();
    ok(std::process::Command::new(python).arg("tests/templates/judge.py").arg(&list));
    for (number, (name, data)) in VARIANTS.iter().enumerate() {
        let theirs = tree(&dir.path().join(format!("copier{number}")));
        let ours = tree(&dir.path().join(format!("gaia{number}")));
        let names = |files: &BTreeMap<String, (Vec<u8>, bool)>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&ours), names(&theirs), "{name} with {data:?}");
        for (path, (bytes, executable)) in &ours {
            let (other, other_executable) = &theirs[path];
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(text(bytes), text(other), "{name} with {data:?}: {path}");
            assert_eq!(executable, other_executable, "{name} with {data:?}: {path}");
        }
    }
}

/// A repository that `gaia init` made.
fn platform() -> Repo {
    let repo = Repo::empty();
    let init = repo.run(&["init", ".", "--namespace", "acme", "--backend", "s3"]);
    assert_eq!(init.code, 0, "{}", init.stderr);
    repo
}

const BLUE: [&str; 12] =
    ["env", "create", "-t", "shop", "-a", "dev", "-e", "blue", "-r", "eu-west-1", "--team-email", "shop@acme.example"];

#[test]
fn environments_are_made_where_they_hold() {
    let repo = platform();
    let made = repo.run(&[&BLUE[..], &["--dry-run"]].concat());
    assert_eq!(made.code, 0, "{}", made.stderr);
    assert!(made.stdout.contains("└── blue.yaml (new)") && made.stdout.contains("+        cidr_block: 10.0.0.0/16"));
    assert!(!repo.path().join("stacks/orgs/shop").exists(), "a dry run writes nothing");

    let made = repo.run(&BLUE);
    assert_eq!(made.code, 0, "{}", made.stderr);
    assert!(
        made.stderr.starts_with(
            "`shop-dev-blue` is new: 3 components resolve and validate, no circles, 10.0.0.0/16 is free.\n"
        )
    );
    for (environment, extra) in [
        (["prod", "red", "eu-west-1"], &["--rds", "--cost-center=42"][..]),
        (
            ["staging", "green", "us-east-1"],
            &["--rds", "--eks=false", "--logging=false", "--data", "database_engine=mysql"],
        ),
        (["dev", "bare", "eu-west-1"], &["--eks=false", "--logging=false", "--backend", "s3"]),
        (["dev", "wide", "us-gov-west-1"], &["--rds", "--monitoring", "--vpc-cidr", "172.16.0.0/20"]),
    ] {
        let [account, name, region] = environment;
        let words =
            ["env", "create", "-t", "shop", "-a", account, "-e", name, "-r", region, "--team-email", "a@b.example"];
        let run = repo.run(&[&words[..], extra].concat());
        assert_eq!(run.code, 0, "{environment:?}: {}{}", run.stdout, run.stderr);
    }
    let strict = repo.run(&["validate", "--strict"]);
    assert_eq!((strict.code, strict.stderr.as_str()), (0, "No problems found.\n"), "{}", strict.stdout);
    assert_eq!(repo.answer(&["list", "stacks"]).lines().count(), 5);
    assert_eq!(
        repo.answer(&["env", "list"]).lines().next(),
        Some(concat!("shop-dev-bare\tbundled:environment\t", env!("CARGO_PKG_VERSION")))
    );
    // each network is its own
    let cidrs = repo.json(&["list", "values", "vpc", "-q", ".vars.cidr_block", "-f", "json"]);
    let mut cidrs: Vec<&str> = cidrs.as_object().unwrap().values().map(|v| v.as_str().unwrap()).collect();
    cidrs.sort_unstable();
    assert_eq!(cidrs, ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "172.16.0.0/20"]);
}

#[test]
fn environments_are_refused_where_they_do_not_hold() {
    let repo = platform();
    let error = repo.refusal(&["env", "create", "-t", "shop"], 64);
    assert!(
        error.starts_with("error: an environment needs --account, --environment, --region, --team-email\n"),
        "{error}"
    );
    let error = repo.refusal(&[&BLUE[..], &["--vpc-cidr", "10.0.1.0/16"]].concat(), 1);
    assert!(error.contains("a network begins at a multiple of its size"), "{error}");
    assert_eq!(repo.run(&BLUE).code, 0);
    let before = tree(repo.path());

    let error = repo.refusal(&BLUE, 1);
    assert!(error.contains("there are files in the way") && error.contains("blue.yaml"), "{error}");
    let other = |name: &'static str, extra: &[&'static str]| -> Vec<&'static str> {
        let mut words = BLUE.to_vec();
        words[7] = name;
        words.extend(extra);
        words
    };
    let run = repo.run(&other("red", &["--vpc-cidr", "10.0.128.0/20"]));
    assert_eq!(run.code, 1);
    assert_eq!(
        run.stderr,
        "error: the network 10.0.128.0/20 overlaps 10.0.0.0/16 of `vpc` in `shop-dev-blue`\nhint: 10.1.0.0/16 is free\n\
         Nothing is written: the environment has 1 problem.\n"
    );
    // a name that another manifest has already
    let taken = "import: [orgs/shop/dev/eu-west-1/_defaults]\nvars: {environment: green}\ncomponents: {terraform: {logging: {vars: {name: x}}}}\n";
    fs::write(repo.path().join("stacks/orgs/taken.yaml"), taken).unwrap();
    let run = repo.run(&other("green", &[]));
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("there is a stack `shop-dev-green` already, in `stacks/orgs/taken.yaml`"),
        "{}",
        run.stderr
    );
    fs::remove_file(repo.path().join("stacks/orgs/taken.yaml")).unwrap();
    // a circle, which what is there already closes
    let catalog = repo.path().join("stacks/catalog/vpc.yaml");
    let text = fs::read_to_string(&catalog).unwrap();
    let circular = text.replace("      vars:\n", "      dependencies:\n        components:\n          - name: eks-cluster\n            stack: shop-dev-red\n      vars:\n");
    assert_ne!(text, circular);
    fs::write(&catalog, circular).unwrap();
    let run = repo.run(&other("red", &[]));
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert!((run.stdout + &run.stderr).contains("circle"));
    fs::write(&catalog, text).unwrap();
    // what gaia's own rules refuse in production
    let run = repo.run(
        &[
            &other("gold", &["--backend", "local"])[..3],
            &[
                "shop",
                "-a",
                "prod",
                "-e",
                "gold",
                "-r",
                "eu-west-1",
                "--team-email",
                "a@b.example",
                "--backend",
                "local",
            ],
        ]
        .concat(),
    );
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("GA0709") && run.stderr.contains("Nothing is written"), "{}{}", run.stdout, run.stderr);
    assert!(tree(repo.path()) == before, "nothing was written");
}

#[test]
fn environments_are_updated_and_keep_what_was_changed() {
    let repo = platform();
    assert_eq!(repo.run(&BLUE).code, 0);
    let git = |words: &[&str]| {
        let mut git = std::process::Command::new("git");
        ok(git.args(["-c", "user.name=a", "-c", "user.email=a@b", "-C"]).arg(repo.path()).args(words));
    };
    let stack = repo.path().join("stacks/orgs/shop/dev/eu-west-1/blue.yaml");
    let changed = fs::read_to_string(&stack).unwrap().replace("nat_gateways: single", "nat_gateways: none");
    fs::write(&stack, changed).unwrap();
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "x"]);
    let error = repo.refusal(&["env", "update", "shop-dev-bleu"], 1);
    assert!(error.contains("did you mean `shop-dev-blue`?"), "{error}");
    let error = repo.refusal(&["env", "update", "shop-dev-blue", "-t", "other"], 64);
    assert!(error.contains("an environment with another tenant is another environment"), "{error}");
    let update = repo.run(&["env", "update", "--rds"]);
    assert_eq!(update.code, 0, "{}{}", update.stdout, update.stderr);
    let now = fs::read_to_string(&stack).unwrap();
    assert!(now.contains("nat_gateways: none") && now.contains("engine: postgres"), "{now}");
    git(&["commit", "-qam", "y"]);
    let again = repo.run(&["template", "update-environment", "-t", "shop", "-a", "dev", "-e", "blue"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.stderr.starts_with("hint: this is `gaia env update shop-dev-blue` now\n"), "{}", again.stderr);
    git(&["diff", "--exit-code"]);
}

#[test]
fn onboarding_goes_on_where_it_stopped() {
    let repo = platform();
    let words = ["env", "onboard", "-t", "shop", "-a", "dev", "-e", "blue"];
    let error = repo.refusal(&["env", "onboard", "-t", "shop"], 64);
    assert!(error.contains("required arguments were not provided:\n  --account <ACCOUNT>\n"), "{error}");
    let error = repo.refusal(&words, 5);
    assert!(error.contains("making the environment needs approval"), "{error}");
    // there is no Atmos on this path, so that the plan fails
    let repo = repo.variable("PATH", "/usr/bin:/bin");
    let first = repo.run(&[&words[..], &["-r", "eu-west-1", "--team-email", "a@b.example", "--yes"]].concat());
    assert_ne!(first.code, 0);
    assert!(first.stderr.contains("2/3 Certificates: none are declared"), "{}", first.stderr);
    assert!(repo.path().join("stacks/orgs/shop/dev/eu-west-1/blue.yaml").exists());
    let second = repo.run(&[&words[..], &["--yes"]].concat());
    assert!(second.stderr.starts_with("1/3 The environment is made already.\n"), "{}", second.stderr);
}

#[test]
fn the_old_commands_take_their_options() {
    let repo = platform();
    let old = ["template", "create-environment", "-t", "fnx", "-a", "dev", "-e", "testenv-01", "--region", "eu-west-2"];
    let run = repo.run(&[&old[..], &["--eks", "false", "--rds-instances", "--no-monitoring", "--show-only"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.starts_with("hint: this is `gaia env create -t fnx -a dev -e testenv-01` now\n"),
        "{}",
        run.stderr
    );
    assert!(!repo.path().join("stacks/orgs/fnx").exists());
    let run = repo.run(&[&old[..], &["--no-eks-cluster", "--vpc-cidr", "10.9.0.0/16", "--target-dir", "x"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("warning: `--target-dir x` means nothing"), "{}", run.stderr);
    assert_eq!(repo.answer(&["list", "stacks"]), "fnx-dev-testenv-01\n");
    let run = repo.run(&["template", "create-component", "-n", "queue", "-d", "Queues."]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(repo.path().join("components/terraform/queue/main.tf").exists());
    let error = repo.refusal(&["component", "create", "queue"], 1);
    assert!(error.starts_with("error: there is a component `queue` already\n"), "{error}");
}

#[test]
fn components_are_sound_terraform() {
    let Some(terraform) = tools::terraform() else { return };
    let repo = platform();
    ok(repo.command(&["component", "create", "queue", "--depends-on", "vpc", "--description", "Queues."]));
    ok(std::process::Command::new(&terraform).args(["fmt", "-check", "-recursive"]).arg(repo.path()));
    for component in fs::read_dir(repo.path().join("components/terraform")).unwrap().flatten() {
        let run = |words: &[&str]| {
            ok(std::process::Command::new(&terraform)
                .arg(format!("-chdir={}", component.path().display()))
                .args(words));
        };
        run(&["init", "-input=false", "-backend=false"]);
        run(&["validate"]);
        if component.file_name() == "queue" {
            run(&["test"]);
        }
    }
}

#[test]
fn policies_pass_their_own_tests_and_are_applied() {
    let repo = platform();
    ok(repo.command(&[
        "template",
        "copy",
        "-q",
        "--defaults",
        "--data",
        "organisation=acme",
        "bundled:policy-pack",
        ".",
    ]));
    let mut engine = regorus::Engine::new();
    let mut tests = Vec::new();
    for file in fs::read_dir(repo.path().join("policies")).unwrap().flatten().map(|entry| entry.path()) {
        if file.extension().is_some_and(|e| e == "rego") {
            let text = fs::read_to_string(&file).unwrap();
            let package = engine.add_policy(file.display().to_string(), text.clone()).unwrap();
            let names = text.lines().filter_map(|line| line.strip_prefix("test_")?.split(' ').next());
            tests.extend(names.map(|name| format!("{package}.test_{name}")));
        }
    }
    assert!(tests.len() >= 7, "{tests:?}");
    for test in tests {
        assert_eq!(engine.eval_rule(test.clone()).unwrap(), regorus::Value::from(true), "{test}");
    }
    let config = repo.read("gaia.yaml").replace("    - reliability\n", "    - reliability\n    - policies\n");
    let repo = repo.file("gaia.yaml", &config);
    let mut words = BLUE.to_vec();
    assert_eq!(repo.run(&words).code, 0);
    words[7] = "far";
    words[9] = "us-east-1";
    let run = repo.run(&words);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.contains("nothing is built in `us-east-1`, but in eu-west-1, eu-central-1"), "{}", run.stdout);
}

#[test]
fn manifests_fit_their_schemas() {
    let Some(python) = tool("target/services/venv/bin/python", "what looks at services") else { return };
    for (name, data) in SERVICES {
        let dir = tempfile::tempdir().unwrap();
        ok(gaia(dir.path(), &format!("bundled:{name}"), &data.iter().copied().collect()));
        let deploy = dir.path().join("deploy");
        if !deploy.exists() {
            ok(std::process::Command::new("target/services/venv/bin/cfn-lint").arg(dir.path().join("template.yaml")));
            continue;
        }
        ok(std::process::Command::new(&python).arg("tests/templates/manifests.py").arg(&deploy));
        let dashboard = fs::read_to_string(deploy.join("kubernetes/dashboard.json")).unwrap();
        let dashboard: serde_json::Value = serde_json::from_str(&dashboard).unwrap();
        assert_eq!(dashboard["panels"].as_array().unwrap().len(), 4);
        let files = ["argocd/application.yaml", "kubernetes/alerts.yaml", "kubernetes/monitor.yaml"];
        let mut node = std::process::Command::new("node");
        ok(node.args(["tests/templates/models.mjs", "target/services"]).args(files.map(|file| deploy.join(file))));
        if tools::on_path("kubectl") {
            ok(std::process::Command::new("kubectl").arg("kustomize").arg(deploy.join("kubernetes")));
        }
    }
}

#[test]
fn pipelines_are_sound() {
    let Some(actionlint) = tool("target/linters/actionlint", "actionlint") else { return };
    let mut names: Vec<&str> = SERVICES.iter().map(|(name, _)| *name).collect();
    names.dedup();
    for name in names {
        let dir = tempfile::tempdir().unwrap();
        ok(gaia(dir.path(), &format!("bundled:{name}"), &BTreeMap::from([("service_name", "orders")])));
        ok(std::process::Command::new(&actionlint).arg(dir.path().join(".github/workflows/ci.yaml")));
    }
}

fn service(name: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let data = BTreeMap::from([("service_name", "order-history"), ("description", "Orders & what became of them.")]);
    ok(gaia(dir.path(), &format!("bundled:{name}"), &data));
    dir
}

#[test]
fn the_service_in_node_passes_its_tests() {
    let Some(modules) = tool("target/services/node/node_modules", "what services in Node.js need") else { return };
    let dir = service("nodejs-api");
    std::os::unix::fs::symlink(modules, dir.path().join("node_modules")).unwrap();
    ok(std::process::Command::new("npm").args(["run", "--silent", "lint"]).current_dir(dir.path()));
    ok(std::process::Command::new("npm").args(["run", "--silent", "test"]).current_dir(dir.path()));
}

#[test]
fn the_services_in_python_pass_their_tests() {
    let Some(bin) = tool("target/services/venv/bin", "what services in Python need") else { return };
    for name in ["python-fastapi", "lambda-api", "event-driven-processor"] {
        let dir = service(name);
        let run = |words: &[&str]| {
            let kept = bin.join("../../mypy");
            let mut command = std::process::Command::new(bin.join(words[0]));
            ok(command.args(&words[1..]).current_dir(dir.path()).env("MYPY_CACHE_DIR", kept));
        };
        run(&["ruff", "check", "."]);
        run(&["ruff", "format", "--check", "."]);
        run(&["mypy"]);
        run(&["pytest"]);
    }
}

#[test]
fn the_service_in_java_passes_its_tests() {
    if !tools::on_path("mvn") {
        println!("Maven is not installed: the service in Java is not built");
        return;
    }
    let dir = service("java-springboot");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/services/m2");
    let mut maven = std::process::Command::new("mvn");
    let words = ["--batch-mode", "--quiet", "verify"];
    ok(maven.args(words).arg(format!("-Dmaven.repo.local={}", kept.display())).current_dir(dir.path()));
}
