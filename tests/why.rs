//! `gaia why`: what made a value.

mod support;

use gaia::engine::{Engine, Options, StacksFilter};
use gaia::text::SourceMap;
use gaia::value::{Map, Path, Value};
use gaia::workspace::{self, Workspace};
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;
use support::Repo;

/// The repositories of the project: all cases of the corpus, and the example.
fn repositories() -> Vec<PathBuf> {
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
    let cases = std::fs::read_dir(root.join("tests/corpus")).expect("the corpus");
    let mut all: Vec<PathBuf> = cases.map(|case| case.expect("a case").path().join("repo")).collect();
    all.retain(|repo| repo.join("atmos.yaml").exists());
    all.push(root.join("examples/acme"));
    all.sort();
    all
}

fn engine(repo: &FilePath) -> gaia::Result<Arc<Engine>> {
    let options = workspace::Options {
        config_path: vec![repo.to_path_buf()],
        base_path: Some(repo.to_path_buf()),
        ..workspace::Options::here()?
    };
    let workspace = Workspace::open(&options, &SourceMap::default())?;
    Engine::new(Arc::new(workspace), Options { process_functions: false, ..Options::default() })
}

/// Every leaf of a value with its path.
fn leaves(path: &Path, value: &Value, into: &mut Vec<(Path, Value)>) {
    match value.as_map() {
        Some(map) if !map.is_empty() => {
            map.iter().for_each(|(key, value)| leaves(&path.key(&*key.name), value, into));
        }
        _ => into.push((path.clone(), value.clone())),
    }
}

/// In every component of every repository each value has a chain, and the chain ends with the value.
#[test]
fn the_last_link_gives_the_value() {
    let mut seen = 0;
    for repo in repositories() {
        let Ok(engine) = engine(&repo) else { continue };
        let Ok(instances) = engine.instances(&StacksFilter::default()) else { continue };
        // every look for a component checks the whole repository: of a large one a part will do
        let every = instances.len() / 20 + 1;
        for instance in instances.into_iter().step_by(every) {
            let (name, stack) = (&*instance.component.name, instance.stack.as_str());
            let Ok(described) = engine.describe_sections(name, stack) else { continue };
            let found = engine.why(name, stack, None).expect("a chain");
            let place = |path: &Path| format!("{}: {path} of {name} in {stack}", repo.display());
            for why in &found {
                let last = why.chain.last().unwrap_or_else(|| panic!("{}: no link", place(&why.path)));
                assert_eq!(why.value.as_ref(), described.at(&why.path), "{}", place(&why.path));
                if why.value.as_ref().is_some_and(|v| v.as_seq().is_none() && v.as_map().is_none()) {
                    assert_eq!(last.value, why.value, "{}: {:#?}", place(&why.path), why.chain);
                }
            }
            let mut all = Vec::new();
            for (key, section) in ["vars", "settings", "env", "metadata", "backend"]
                .into_iter()
                .filter_map(|s| Some((s, described.get(s)?)))
                .filter(|(_, v)| !v.as_map().is_some_and(Map::is_empty))
            {
                leaves(&Path::default().key(key), section, &mut all);
            }
            for (path, _) in &all {
                assert!(found.iter().any(|why| why.path == *path), "{} is missing", place(path));
            }
            seen += all.len();
        }
    }
    assert!(seen > 1000, "only {seen} values were looked at");
}

/// A stack in which a value can come from everywhere.
fn layered() -> Repo {
    Repo::new()
        .file(
            "atmos.yaml",
            "stacks: {base_path: stacks, included_paths: [\"deploy/**/*\"], name_pattern: \"{stage}\"}
templates: {settings: {enabled: true}}
",
        )
        .file(
            "stacks/mixins/region.yaml",
            "vars:\n  region: eu-west-1\n  azs: [a, b]\nterraform:\n  vars:\n    tags: {managed: atmos}\n",
        )
        .file(
            "stacks/catalog/vpc.yaml",
            "import: [mixins/region]
components:
  terraform:
    vpc/defaults:
      metadata: {type: abstract}
      vars:
        cidr: 10.0.0.0/16
        tags:
          team: core
          label: \"{{ .vars.stage }}-{{ .atmos_component }}\"
    vpc:
      metadata: {component: vpc, inherits: [vpc/defaults]}
",
        )
        .file(
            "stacks/deploy/dev.yaml",
            "import: [catalog/vpc]
vars: {stage: dev}
overrides:
  vars:
    tags: {team: checkout}
components:
  terraform:
    vpc:
      vars:
        cidr: 10.1.0.0/16
        azs: [c]
        home: !env HOME_OF_GAIA
        sizes: !template '{\"s\": 1}'
      backend_type: s3
      backend: {s3: {bucket: state, key: given}}
",
        )
        .variable("HOME_OF_GAIA", "/home/gaia")
}

#[test]
fn people_see_a_chain_with_the_winner_last() {
    let repo = layered();
    let why = |key: &str| repo.answer(&["why", key, "-c", "vpc", "-s", "dev"]);
    let keys = ["region", "cidr", "vars.tags.team", "vars.tags.label", "tags", "azs", "azs[0]", "azs[1]", "home"];
    let keys = keys.into_iter().chain(["sizes.s", "backend", "metadata", "atmos_component"]);
    insta::assert_snapshot!(
        "chains",
        keys.map(|key| format!("$ gaia why {key}\n{}", why(key))).collect::<Vec<_>>().join("\n")
    );
    insta::assert_snapshot!("all", repo.answer(&["why", "-c", "vpc", "-s", "dev"]));
}

#[test]
fn only_what_is_asked_for_is_evaluated() {
    let repo = layered().file(
        "stacks/deploy/prod.yaml",
        "vars: {stage: prod}
components:
  terraform:
    vpc:
      vars: {quiet: 1, loud: !exec exit 1, bad: '{{ fail \"no\" }}', map: {a: !exec exit 1, b: !template 2}}
",
    );
    let why = |key: &str| repo.answer(&["why", key, "-c", "vpc", "-s", "prod"]);
    assert!(why("quiet").starts_with("vars.quiet = 1\n"));
    assert!(why("map.b").starts_with("vars.map.b = 2\n"));
    let error = repo.refusal(&["why", "loud", "-c", "vpc", "-s", "prod"], 1);
    assert!(error.contains("hint: `--process-functions=false` shows what the manifests say"), "{error}");
    let error = repo.refusal(&["why", "bad", "-c", "vpc", "-s", "prod"], 1);
    assert!(error.contains("hint: `--process-templates=false` shows what the manifests say"), "{error}");
    let off = ["why", "vars", "-c", "vpc", "-s", "prod", "--process-templates=false", "--process-functions=false"];
    assert!(repo.answer(&off).contains("vars.loud = \"!exec exit 1\"\n"));
}

#[test]
fn slips_of_the_fingers_get_a_hint() {
    let repo = layered();
    let error = repo.refusal(&["why", "tags.taem", "-c", "vpc", "-s", "dev"], 1);
    assert!(
        error.starts_with("error: the component `vpc` has no `vars.tags.taem`\nhint: did you mean `vars.tags.team`?\n"),
        "{error}"
    );
    let error = repo.refusal(&["why", "cidr", "-c", "vpcc", "-s", "dev"], 1);
    assert!(error.contains("hint: did you mean `vpc`?"), "{error}");
    let error = repo.refusal(&["why", "cidr", "-c", "vpc", "-s", "dve"], 1);
    assert!(error.contains("hint: did you mean `dev`?"), "{error}");
    let error = repo.refusal(&["why", "a..b", "-c", "vpc", "-s", "dev"], 64);
    assert!(error.contains("`a..b` is no path: a key is missing"), "{error}");
}

#[test]
fn the_records_keep_to_their_schema() {
    let repo = layered();
    let record = repo.json(&["why", "-c", "vpc", "-s", "dev", "--format", "json"]);
    support::assert_schema("why.json", &record);
    insta::assert_snapshot!("records", repo.answer(&["why", "tags.team", "-c", "vpc", "-s", "dev", "-f", "json"]));
}

#[test]
fn the_example_tells_where_its_values_come_from() {
    let example = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
    let why = |words: &[&str]| {
        let mut command = Repo::empty().command(&[&["why"], words].concat());
        let output = command.current_dir(&example).output().expect("gaia runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    insta::assert_snapshot!("example", why(&["vars", "-c", "vpc", "-s", "shop-euw1-prod"]));
}
