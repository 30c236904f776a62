//! `gaia describe component --provenance`: origins beside the lines of YAML, in the form of Atmos.

mod support;

use support::Repo;

/// Manifests that import each other four deep, and a component with texts of all kinds.
fn deep() -> Repo {
    Repo::empty()
        .file(
            "atmos.yaml",
            "stacks:
  base_path: stacks
  included_paths: [\"orgs/**/*\"]
  excluded_paths: [\"**/_defaults.yaml\"]
  name_template: \"{{ .vars.stage }}\"
templates: {settings: {enabled: true}}
",
        )
        .file(
            "stacks/catalog/mock.yaml",
            "components:
  terraform:
    mock/base:
      vars:
        inherited: true
    mock:
      metadata:
        component: mock
        inherits: [mock/base]
      vars:
        enabled: true
        tags:
          managed_by: atmos
",
        )
        .file(
            "stacks/mixins/dev.yaml",
            "import:
  - catalog/mock

vars:
  stage: dev
  overridden: below
",
        )
        .file(
            "stacks/orgs/_defaults.yaml",
            "import:
  - path: mixins/dev
terraform:
  backend_type: local
  backend:
    local:
      path: state
",
        )
        .file(
            "stacks/orgs/dev.yaml",
            "import:
  - orgs/_defaults
components:
  terraform:
    mock:
      vars:
        overridden: above
        rendered: '{{ .vars.stage }}'
        list: [a, {b: 1, c: [2]}]
        long: a text that is too long for the column of the origins
        with a long key that leaves no room for origins beside it: |
          several
          lines
        another long key, with a value beyond it all: 12345
        evaluated: !template '{\"a\": 1}'
",
        )
}

const DESCRIBE: [&str; 5] = ["describe", "component", "mock", "-s", "dev"];

#[test]
fn origins_stand_beside_the_lines() {
    let repo = deep();
    insta::assert_snapshot!("yaml", repo.answer(&DESCRIBE));
    assert_eq!(repo.answer(&DESCRIBE), repo.answer(&[&DESCRIBE[..], &["--provenance"]].concat()));
}

/// Origins are comments: what is read back is what is shown without them.
#[test]
fn origins_leave_the_values_alone() {
    let repo = deep();
    let read = |text: &str| gaia::yaml::load_str(text, &mut gaia::yaml::PlainTags).expect("YAML").value;
    let (with, without) =
        (read(&repo.answer(&DESCRIBE)), read(&repo.answer(&[&DESCRIBE[..], &["--provenance=false"]].concat())));
    for section in ["vars", "metadata", "backend"] {
        assert_eq!(with.get(section), without.get(section), "{section}");
    }
    assert_eq!(with.get("import"), without.get("imports"));
}

#[test]
fn origins_can_be_turned_off_and_written_to_a_file() {
    let repo = deep();
    assert!(!repo.answer(&[&DESCRIBE[..], &["--provenance=false"]].concat()).contains('#'));
    assert!(!repo.answer(&[&DESCRIBE[..], &["--query", ".vars"]].concat()).contains('#'));
    assert_eq!(repo.answer(&[&DESCRIBE[..], &["--file", "out.yaml"]].concat()), "");
    assert_eq!(repo.read("out.yaml"), repo.answer(&DESCRIBE));
    for words in [["--format", "json"], ["--query", ".vars"]] {
        let error = repo.refusal(&[&DESCRIBE[..], &["--provenance"], &words[..]].concat(), 64);
        assert!(error.contains("hint: `gaia why -f json` tells them to programs"), "{error}");
    }
    let repo = repo.variable("ATMOS_DESCRIBE_PROVENANCE", "false");
    assert!(!repo.answer(&DESCRIBE).contains('#'));
    let coloured = repo.answer(&[&DESCRIBE[..], &["--provenance", "--color", "always"]].concat());
    assert!(coloured.contains("\u{1b}[32m[1]\u{1b}[0m"), "{coloured}");
}
