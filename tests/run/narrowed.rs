//! Which manifests Atmos is given: those of the component's stack, and of the stacks whose components it reads.

use crate::site::{site, with_templates};
use crate::support::Repo;
use std::collections::BTreeMap;

/// A repository of four stacks; the components of `dev` are these.
fn with(components: &str) -> Repo {
    let stack =
        |stage: &str, components: &str| format!("vars: {{stage: {stage}}}\ncomponents:\n  terraform:\n{components}");
    site(&[], &[])
        .file("atmos.yaml", &with_templates())
        .file("stacks/deploy/dev.yaml", &stack("dev", components))
        .file("stacks/deploy/prod.yaml", &stack("prod", "    b: {vars: {x: !terraform.state d core id}}\n"))
        .file("stacks/deploy/core.yaml", &stack("core", "    d: {vars: {size: 1}}\n"))
        .file("stacks/deploy/test.yaml", &stack("test", "    e: {vars: {}}\n"))
        .file("components/terraform/b/main.tf", "")
        .file("components/terraform/d/main.tf", "")
}

/// The manifests that each component of `dev` gets; all of them where none is named.
fn manifests(repo: &Repo) -> BTreeMap<String, String> {
    let lines = repo.answer(&["plan", "-s", "dev", "--dry-run"]);
    let entry = |line: &str| {
        let (_, words) = line.split_once("atmos terraform plan ").unwrap();
        let named = line.strip_prefix("ATMOS_STACKS_INCLUDED_PATHS=").map_or("all", |l| l.split(' ').next().unwrap());
        (words.split(' ').next().unwrap().to_owned(), named.replace("deploy/", "").replace(".yaml", ""))
    };
    lines.lines().map(entry).collect()
}

#[test]
fn references_widen_what_is_read() {
    let repo = with(
        r#"
    alone: {vars: {x: '{{ .vars.stage }}', y: "!env HOME"}}
    declared: {dependencies: {components: [{name: b, stack: prod}]}}
    direct: {vars: {x: !terraform.output d core id}}
    further: {vars: {x: !terraform.state b prod id}}
    template: {vars: {x: '{{ (atmos.Component "d" "core").vars.size }}'}}
    rendered: {vars: {of: core, x: '{{ (atmos.Component "d" (printf "%s" .vars.of)).vars.size }}'}}
    stored: {vars: {x: !store ssm prod b id}}
"#,
    );
    let expected = [
        ("alone", "dev"),
        ("declared", "dev"),
        ("direct", "core,dev"),
        ("further", "core,dev,prod"),
        ("rendered", "core,dev"),
        ("stored", "dev"),
        ("template", "core,dev"),
    ];
    assert_eq!(manifests(&repo), expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
}

#[test]
fn code_that_reads_the_configuration_of_others_is_heeded() {
    let module = |argument: &str| {
        format!(
            "module \"x\" {{\n  source = \"cloudposse/stack-config/yaml//modules/remote-state\"\n  {argument}\n}}\n"
        )
    };
    let repo = with("    known: {}\n    unknown: {}\n")
        .file("components/terraform/known/main.tf", &module("component = \"d\"\n  stack = \"core\""))
        .file("components/terraform/unknown/main.tf", &module("component = data.http.x.body"));
    let expected = [("known", "core,dev"), ("unknown", "all")];
    assert_eq!(manifests(&repo), expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
}

#[test]
fn what_only_a_run_could_tell_is_not_narrowed() {
    for component in [
        "vars: {x: !exec atmos describe stacks}",
        "vars: {x: '!terraform.state d {{ .vars.other }} id', other: '{{ uuidv4 }}'}",
        "vars: {x: '{{ (atmos.Component (env \"NAME\" | default .vars.y) .stack).outputs.id }}', y: !env NAME}",
        "vars: {x: '{{ atmos.Resolve \"!terraform.state d core id\" }}'}",
        "vars: {x: !terraform.state gone core id}",
        "hooks: {after: {command: make}}",
    ] {
        let repo = with(&format!("    a: {{{component}}}\n"));
        assert_eq!(manifests(&repo).get("a").map(String::as_str), Some("all"), "{component}");
    }
    let repo = with("    a: {hooks: {outputs: {command: store}}}\n");
    assert_eq!(manifests(&repo).get("a").map(String::as_str), Some("dev"));
}

#[test]
fn manifests_that_are_no_plain_text_are_not_narrowed() {
    let odd = "vars: {stage: odd}\ncomponents: {terraform: {b: {}}}\n";
    let repo = with("    a: {}\n").file("stacks/deploy/[x].yaml", odd);
    let lines = repo.answer(&["plan", "-s", "odd", "--dry-run"]);
    assert!(lines.starts_with("TF_IN_AUTOMATION=1 atmos "), "{lines}");
    // what locals ask for is asked when the file is read
    let early = "locals: {id: !exec echo 1}\nvars: {stage: early}\ncomponents: {terraform: {b: {}}}\n";
    let repo = with("    a: {}\n").file("stacks/deploy/early.yaml", early);
    let lines = repo.answer(&["plan", "-s", "early", "--dry-run"]);
    assert!(lines.starts_with("TF_IN_AUTOMATION=1 atmos "), "{lines}");
}
