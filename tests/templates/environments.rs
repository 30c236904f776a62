//! Environments in repositories that gaia has not made, and over the versions of their template.

use crate::support::Repo;
use crate::tools::{ok, project};
use crate::{BLUE, platform};
use std::fs;
use std::path::Path;
use std::process::Command;

fn git(dir: &Path, words: &[&str]) {
    ok(Command::new("git").args(["-c", "user.name=a", "-c", "user.email=a@b", "-C"]).arg(dir).args(words));
}

fn commit(dir: &Path) {
    git(dir, &["init", "-q"]);
    git(dir, &["add", "-A"]);
    git(dir, &["commit", "-qm", "x"]);
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} has no {from}", path.display());
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn an_environment_follows_its_template_to_the_next_version() {
    let repo = platform();
    let home = tempfile::tempdir().unwrap();
    let template = home.path().join("environment");
    let address = template.to_str().unwrap();
    ok(repo.command(&["template", "export", "environment", address]));
    commit(&template);
    git(&template, &["tag", "v1.0.0"]);
    let made = repo.run(&[&BLUE[..], &["--template", address]].concat());
    assert_eq!(made.code, 0, "{}", made.stderr);
    let stack = repo.path().join("stacks/orgs/shop/dev/eu-west-1/blue.yaml");
    replace(&stack, "nat_gateways: single", "nat_gateways: none");
    commit(repo.path());

    // a question, a line, a file and a workflow more or less
    let region = "template/{{ stacks_path }}/orgs/{{ tenant }}/{{ account }}/{{ region }}";
    replace(
        &template.join("copier.yml"),
        "cost_center:\n",
        "on_call:\n  type: str\n  help: Who is called at night\n  default: \"{{ owner }}\"\n\ncost_center:\n",
    );
    let manifest = template.join(region).join("{{ environment }}.yaml.jinja");
    replace(&manifest, "  owner: {{ owner }}\n", "  owner: {{ owner }}\n  on_call: {{ on_call }}\n");
    replace(&manifest, "  - catalog/vpc\n", "  - catalog/vpc\n  - mixins/on-call/{{ environment }}\n");
    let mixin = template.join("template/{{ stacks_path }}/mixins/on-call/{{ environment }}.yaml.jinja");
    fs::create_dir_all(mixin.parent().unwrap()).unwrap();
    fs::write(mixin, "settings:\n  on_call_since: 2\n").unwrap();
    fs::remove_dir_all(template.join("template/{{ workflows_path }}")).unwrap();
    commit(&template);
    git(&template, &["tag", "v2.0.0"]);

    let update = repo.run(&["env", "update", "shop-dev-blue"]);
    assert_eq!(update.code, 0, "{}{}", update.stdout, update.stderr);
    assert!(update.stderr.contains("The repository holds together."), "{}", update.stderr);
    let now = fs::read_to_string(&stack).unwrap();
    for line in ["nat_gateways: none", "on_call: platform", "mixins/on-call/blue"] {
        assert!(now.contains(line), "{line} is missing in {now}");
    }
    let settings = repo.json(&["describe", "component", "vpc", "-s", "shop-dev-blue", "-q", ".settings", "-f", "json"]);
    assert_eq!((&settings["on_call"], &settings["on_call_since"]), (&"platform".into(), &2.into()));
    assert!(!repo.path().join("stacks/workflows/shop-dev-blue.yaml").exists());
    assert!(repo.answer(&["env", "list"]).ends_with("\tv2.0.0\n"), "{}", repo.answer(&["env", "list"]));
}

#[test]
fn an_environment_has_no_parts_that_the_repository_has_no_code_for() {
    let repo = Repo::empty();
    ok(Command::new("cp").arg("-R").arg(project().join("examples/acme/.")).arg(repo.path()));
    let made = repo.run(&BLUE);
    assert_eq!(made.code, 0, "{}{}", made.stdout, made.stderr);
    let components = |stack: &str| repo.answer(&["list", "components", "-s", stack]);
    assert!(!components("shop-blue-dev").contains("logging"), "{}", components("shop-blue-dev"));
    assert!(components("shop-blue-dev").contains("eks-cluster"), "{}", components("shop-blue-dev"));
    // the repository orders names in its own way, which its workflow and its record know
    for file in ["stacks/workflows/shop-dev-blue.yaml", ".gaia/env/shop-dev-blue.yaml"] {
        assert!(repo.read(file).contains("shop-blue-dev"), "{}", repo.read(file));
    }
    assert!(!repo.read("stacks/workflows/shop-dev-blue.yaml").contains("-s shop-dev-blue"));
    let valid = repo.run(&["validate"]);
    assert!(valid.code == 0 && !valid.stdout.contains("workflows"), "{}{}", valid.stdout, valid.stderr);
    // what somebody asks for comes all the same
    let mut words = BLUE.to_vec();
    words[7] = "red";
    let made = repo.run(&[&words[..], &["--logging"]].concat());
    assert_eq!(made.code, 0, "{}{}", made.stdout, made.stderr);
    assert!(components("shop-red-dev").contains("logging"), "{}", components("shop-red-dev"));
}

#[test]
fn onboarding_plans_the_certificates_that_are_declared() {
    let catalog =
        fs::read_to_string(project().join("templates/environment/template/{{ stacks_path }}/catalog/eks-cluster.yaml"));
    let declared = "      settings: {gaia: {certificates: {www: {domains: [www.shop.example]}}}}\n      vars:\n";
    let catalog = catalog.unwrap().replace("      vars:\n", declared);
    // there is no Atmos on this path, so that the plan fails
    let repo = platform().file("stacks/catalog/eks-cluster.yaml", &catalog).variable("PATH", "/usr/bin:/bin");
    let words = ["env", "onboard", "-t", "shop", "-a", "dev", "-e", "blue", "--yes"];
    let answers = ["-r", "eu-west-1", "--team-email", "a@b.example"];
    let without = repo.run(&[&words[..], &answers[..], &["--cert", "no.crt", "--key", "no.key"]].concat());
    assert_ne!(without.code, 0);
    assert!(without.stderr.contains("`www` of `shop-dev-blue`: www.shop.example"), "{}", without.stderr);
    assert!(without.stderr.contains("no.crt") && without.stderr.contains("goes on with them"), "{}", without.stderr);
    let later = repo.run(&words);
    assert!(later.stderr.starts_with("1/3 The environment is made already.\n"), "{}", later.stderr);
    assert!(later.stderr.contains("No certificate is given (`--cert`, `--key`)."), "{}", later.stderr);
    // the plan is all that is left
    let last = repo.run(&words);
    assert!(!last.stderr.contains("www.shop.example"), "{}", last.stderr);
}
