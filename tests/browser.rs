//! Drawings where people see them: in a browser without a network, and rendered by mermaid itself.
//!
//! Chromium, playwright-core and mermaid are what `scripts/setup-tests.sh` installs. Screenshots are left under
//! `target/screenshots`.

mod support;

use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::Repo;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn missing(what: &str) -> ! {
    panic!("{what} is needed: run `scripts/setup-tests.sh`")
}

fn chromium() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|dir| dir.join("chromium")).find(|file| file.is_file());
    found.unwrap_or_else(|| missing("chromium"))
}

/// What a program of `tests/browser` prints.
fn run(program: &str, arguments: &[&Path]) -> Value {
    let playwright = project().join("target/browser/node_modules/playwright-core/index.mjs");
    if !playwright.is_file() {
        missing("playwright-core (target/browser)");
    }
    let mut node = Command::new("node");
    node.arg(project().join("tests/browser").join(program)).arg(playwright).arg(chromium()).args(arguments);
    let output = node.output().unwrap_or_else(|_| missing("node"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Sixty components in six tiers, each of which needs up to three of the tier before, and one two tiers back.
fn sixty() -> Repo {
    let tiers = ["network", "security", "data", "platform", "service", "edge"];
    let mut text = String::from("vars: { stage: prod }\ncomponents:\n  terraform:\n");
    for (tier, name) in tiers.iter().enumerate() {
        for n in 0..10 {
            let mut needs = Vec::new();
            if tier > 0 {
                needs.extend([n, (n * 3 + 1) % 10].map(|m| format!("{}/part-{m}", tiers[tier - 1])));
            }
            if tier > 1 && n % 4 == 0 {
                needs.push(format!("{}/part-{}", tiers[tier - 2], (n + 5) % 10));
            }
            let vars: String = needs.iter().enumerate().fold(String::new(), |mut vars, (i, need)| {
                let default = if i == 1 { " | default('')" } else { "" };
                write!(vars, ", id{i}: \"${{output.{need}.id{default}}}\"").unwrap();
                vars
            });
            writeln!(text, "    {name}/part-{n}: {{ vars: {{ name: \"{name} {n} </script><b>\"{vars} }} }}").unwrap();
        }
    }
    Repo::new().file("stacks/deploy/prod.yaml", &text)
}

#[test]
fn the_page_can_be_read_searched_and_asked() {
    let repo = sixty();
    let screenshots = project().join("target/screenshots");
    std::fs::create_dir_all(&screenshots).unwrap();
    repo.answer(&["graph", "-s", "prod", "--format", "html", "--file", "graph.html"]);
    let seen = run("page.mjs", &[&repo.path().join("graph.html"), &screenshots, Path::new("platform/part-4")]);

    let none: [&str; 0] = [];
    for key in ["errors", "requests", "overlapping", "outside", "wide"] {
        assert_eq!(seen[key], serde_json::json!(none), "{key}");
    }
    assert_eq!(seen["title"], "Dependencies of prod");
    assert_eq!(seen["summary"], "60 components · 112 dependencies");
    assert_eq!(seen["nodes"], 60);
    assert!(seen["letters"].as_f64().unwrap() >= 8.0, "letters are {} px high", seen["letters"]);
    for key in ["zooms", "pans", "fits", "closed"] {
        assert_eq!(seen[key], true, "{key}");
    }
    assert_eq!(seen["matches"], serde_json::json!(["platform/part-4 prod"]));
    assert_eq!(seen["marked"], 1);
    let panel = seen["panel"].as_str().unwrap();
    for part in [
        "platform/part-4",
        "prod · terraform · wave 4",
        "Needs 3",
        "data/part-4\nstacks/deploy/prod.yaml:38:",
        "${output.data/part-3.id | default('')} (has a default)",
        "Needed by",
        "Affects",
        "name: platform 4 </script><b>",
    ] {
        assert!(panel.to_lowercase().contains(&part.to_lowercase()), "{part} is not in the panel:\n{panel}");
    }
    assert!(!panel.contains("null") && !panel.contains("undefined"), "{panel}");
    assert!(seen["needed"].as_u64() > Some(3) && seen["affected"].as_u64() > Some(1), "{seen}");
    assert_eq!(seen["clicked"], seen["first"]);
    assert_eq!(seen["neighbour"], "data/part-3", "the first that is needed");
}

#[test]
fn mermaid_renders_the_flowcharts() {
    let mermaid = project().join("target/browser/mermaid/package/dist/mermaid.min.js");
    if !mermaid.is_file() {
        missing("mermaid (target/browser)");
    }
    let repo = Repo::new().file(
        "stacks/deploy/dev.yaml",
        r#"
vars: { stage: dev }
components:
  terraform:
    end: { dependencies: { components: [{ component: "odd #1 \"<name>\"" }] } }
    "odd #1 \"<name>\"": { vars: { x: "${output.gone.id}", y: "${output.end.id | default(1)}" } }
    off: { metadata: { enabled: false } }
"#,
    );
    repo.answer(&["graph", "-s", "dev", "--format", "mermaid", "--file", "odd.mmd"]);
    let acme = project().join("examples/acme");
    let chart = repo.path().join("acme.mmd");
    let words = ["-C", acme.to_str().unwrap(), "graph", "--all", "--format", "mermaid", "--file"];
    repo.answer(&[&words[..], &[chart.to_str().unwrap()]].concat());
    let seen = run("mermaid.mjs", &[&mermaid, &repo.path().join("odd.mmd"), &chart]);
    assert_eq!(seen[0]["error"], Value::Null, "{seen}");
    assert_eq!(seen[0]["arrows"], 3);
    let mut labels: Vec<&str> = seen[0]["labels"].as_array().unwrap().iter().map(|l| l.as_str().unwrap()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["end", "gone", "odd #1 \"<name>\"", "off"]);
    assert_eq!(seen[1]["error"], Value::Null, "{seen}");
    assert!(seen[1]["arrows"].as_u64() > Some(200));
}
