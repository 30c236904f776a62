//! `gaia atlantis generate repo-config`.

mod support;

use support::Repo;

const GENERATE: [&str; 3] = ["atlantis", "generate", "repo-config"];

const TEMPLATES: &str = r#"
base_path: .
stacks:
  base_path: stacks
  included_paths: ["deploy/**/*"]
  name_pattern: "{stage}"
components:
  terraform:
    base_path: components/terraform
integrations:
  atlantis:
    config_templates:
      usual: { version: 3, automerge: true, parallel_plan: true, allowed_regexp_prefixes: [dev/] }
    project_templates:
      usual:
        name: "{stage}-{component}"
        workspace: "{workspace}"
        dir: "./{component-path}"
        terraform_version: 1.8
        autoplan: { enabled: true, when_modified: ["**/*.tf", "$PROJECT_NAME/{stage}"] }
        apply_requirements: [approved]
    workflow_templates:
      usual: { plan: { steps: [run: terraform plan] } }
"#;

fn repo() -> Repo {
    Repo::example().file("atmos.yaml", TEMPLATES)
}

fn generate(repo: &Repo, more: &[&str]) -> String {
    repo.answer(&[&GENERATE[..], &["--config-template", "usual", "--project-template", "usual"], more].concat())
}

#[test]
fn every_component_of_every_stack_is_a_project() {
    insta::assert_snapshot!(generate(&repo(), &["--stacks", "dev"]), @r#"
    version: 3
    automerge: true
    parallel_plan: true
    parallel_apply: false
    allowed_regexp_prefixes:
      - dev/
    projects:
      - name: dev-vpc
        workspace: dev-vpc
        dir: ./components/terraform/network
        terraform_version: "1.8"
        autoplan:
          enabled: true
          when_modified:
            - '**/*.tf'
            - $PROJECT_NAME/dev
        apply_requirements:
          - approved
    workflows:
      usual:
        plan:
          steps:
            - run: terraform plan
    "#);
}

#[test]
fn stacks_and_components_can_be_chosen() {
    let names = |more: &[&str]| -> Vec<String> {
        let text = generate(&repo(), more);
        text.lines().filter_map(|l| l.strip_prefix("  - name: ")).map(str::to_owned).collect()
    };
    assert_eq!(names(&[]), ["dev-vpc", "prod-eks", "prod-vpc"]);
    assert_eq!(names(&["--components", "vpc"]), ["dev-vpc", "prod-vpc"]);
    assert_eq!(names(&["--stacks", "deploy/prod", "--components", "vpc,eks"]), ["prod-eks", "prod-vpc"]);
}

#[test]
fn the_file_is_written_with_the_directories_on_the_way() {
    let repo = repo();
    assert_eq!(generate(&repo, &["--output-path", "out/of/way.yaml"]), "");
    assert!(repo.read("out/of/way.yaml").starts_with("version: 3\n"));
}

#[test]
fn a_template_that_is_not_there_is_told() {
    let repo = repo();
    let error = repo.refusal(&GENERATE, 1);
    assert!(error.contains("`vpc` in `deploy/dev` has no Atlantis project template"), "{error}");
    let error = repo.refusal(&[&GENERATE[..], &["--project-template", "usal"]].concat(), 1);
    assert!(error.contains("did you mean `usual`?"), "{error}");
    let error = repo.refusal(&[&GENERATE[..], &["--project-template", "usual"]].concat(), 1);
    assert!(error.contains("no Atlantis config template is given"), "{error}");
}

#[test]
fn components_may_name_their_templates() {
    let settings = "settings: { atlantis: { project_template_name: usual, config_template: { version: 2 } } }\n";
    let repo = repo().file(
        "stacks/catalog/vpc.yaml",
        &format!(
            "{settings}components: {{ terraform: {{ vpc/base: {{ \
                                                                metadata: {{ type: abstract }} }} }} }}\n"
        ),
    );
    let text = repo.answer(&GENERATE);
    assert!(text.starts_with("version: 2\n") && text.contains("  - name: prod-eks\n"), "{text}");
}
