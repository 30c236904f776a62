mod recorded;

use super::Schema;
use crate::text::{Source, SourceMap};
use crate::yaml::PlainTags;
use std::fs;
use std::path::Path;

fn source(text: &str) -> std::sync::Arc<Source> {
    SourceMap::default().add("stacks/dev.yaml", text, false)
}

/// `line:column message` of every problem.
fn problems(text: &str) -> Vec<String> {
    let source = source(text);
    let errors = Schema::default().check_file(&source, &mut PlainTags);
    let place =
        |e: &crate::Error| e.span().map(|s| source.position(s.start)).map(|p| format!("{}:{}", p.line, p.column));
    errors.iter().map(|e| format!("{} {e}", place(e).unwrap_or_default())).collect()
}

fn hints(text: &str) -> Vec<String> {
    Schema::default().check_file(&source(text), &mut PlainTags).iter().flat_map(|e| e.hints().to_vec()).collect()
}

#[test]
fn accepts_what_atmos_accepts() {
    for text in [
        "",
        "{}",
        "a key of one's own: [1, {b: null}]",
        "components: {my-own-type: 7, terraform: {vpc: {}}}",
        "components: {terraform: {'a/{b} c.d': {vars: {x: null}}}}",
        "vars: !include vars.yaml\ncomponents: {terraform: {vpc: !include vpc.yaml}}",
        "settings: {depends_on: {1: {component: vpc, stage: dev}}, anything: 1}",
        "hooks: {a: {kind: store, unknown: 1, when: [ci, {not: {any: [x]}}]}}",
        "terraform: {backend_type: s3, backend: {s3: {bucket: b}}, retry: {max_attempts: 3.0}}",
        "name: 2024-01-02",
        "workflows: {w: {steps: [{command: x, unknown: 1}, {prompt: {text: a}, type: simulate}]}}",
        "dependencies: {components: [{path: x, kind: file}, {component: vpc}]}",
        "components: {terraform: {a: {source: github.com/x/y}}}",
    ] {
        assert_eq!(problems(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_manifest_of_nothing_but_comments_is_refused() {
    for text in ["# nothing", "---\n", "\n\n", "null", "[]", "text"] {
        assert_eq!(problems(text).len(), 1, "{text:?}");
    }
    assert_eq!(problems("null"), ["1:1 the manifest must be a map, not null"]);
    let error = Schema::default().check_file(&source("# nothing"), &mut PlainTags).remove(0);
    assert_eq!(error.file(), Some(Path::new("stacks/dev.yaml")));
    assert_eq!(hints("# nothing"), ["a manifest with nothing in it is either empty or `{}`"]);
}

#[test]
fn a_template_file_is_not_checked_before_it_is_rendered() {
    let map = SourceMap::default();
    let template = map.add("stacks/a.yaml.tmpl", "{{ if true }}\nname: [", false);
    assert!(Schema::default().check_file(&template, &mut PlainTags).is_empty());
    let rendered = map.add("stacks/a.yaml", "name: [1]", true);
    assert_eq!(Schema::default().check_file(&rendered, &mut PlainTags).len(), 1);
}

#[test]
fn points_at_the_key_that_is_not_known_and_tells_where_it_belongs() {
    let text = "components:\n  terraform:\n    vpc:\n      overrides: {}\n      varz: {}\n";
    assert_eq!(
        problems(text),
        [
            "4:7 unknown key `overrides` in `components.terraform.vpc`",
            "5:7 unknown key `varz` in `components.terraform.vpc`",
        ]
    );
    let hints = hints(text);
    assert!(hints[0].starts_with("overrides stand at the top of a manifest"), "{hints:?}");
    assert_eq!(hints[1], "did you mean `vars`?");
}

#[test]
fn points_at_the_value_that_is_of_the_wrong_kind() {
    assert_eq!(problems("vars: [a]"), ["1:7 `vars` must be a map, not a list"]);
    assert_eq!(problems("name: 12"), ["1:7 `name` must be a string, not a number"]);
    assert_eq!(hints("name: 12"), ["put it in quotes"]);
    assert_eq!(
        problems("workflows:\n  w:\n    steps:\n      - command: true\n"),
        ["4:18 `workflows.w.steps[0].command` must be a string, not the boolean `true`"]
    );
    assert_eq!(problems("import: a"), ["1:9 `import` must be a list, not a string"]);
    assert_eq!(problems("import: [1]"), ["1:10 `import[0]` must be a string or a map, not a number"]);
}

#[test]
fn a_value_of_null_is_named_by_its_key() {
    assert_eq!(problems("name: x\nvars:\n"), ["2:1 `vars` must be a map, not null"]);
    assert_eq!(hints("vars:"), ["write `{}`, or leave the key out"]);
    assert_eq!(
        problems("components:\n  terraform:\n    vpc:\n"),
        ["3:5 `components.terraform.vpc` must be a map, not null"]
    );
}

#[test]
fn templates_and_functions_are_strings_here() {
    assert_eq!(problems("vars: !template '{}'"), ["1:7 `vars` must be a map, not a string"]);
    assert!(hints("vars: !template '{}'")[0].contains("before YAML functions are run"));
    assert!(hints("vars: '{{ .x }}'")[0].contains("before their templates are rendered"));
}

#[test]
fn depends_on_is_a_map_of_names() {
    let item = "settings: {depends_on: {1: {component: a, stack: b}}}";
    assert_eq!(problems(item), ["1:43 unknown key `stack` in `settings.depends_on.1`"]);
    let list = "settings: {depends_on: [{component: a}]}";
    assert_eq!(problems(list), ["1:12 `settings.depends_on` must be a map, not a list"]);
    assert!(hints(list)[0].contains("dependencies.components"));
    assert_eq!(
        problems("settings: {depends_on: {1: {}}}"),
        ["1:25 `settings.depends_on.1` needs exactly one of `component`, `file` and `folder`"]
    );
}

#[test]
fn a_stack_has_no_metadata_of_a_component() {
    assert_eq!(problems("metadata: {labels: {a: b}, locked: true}"), Vec::<String>::new());
    assert_eq!(problems("metadata: {component: a}"), ["1:12 unknown key `component` in `metadata`"]);
    assert!(hints("metadata: {component: a}")[0].contains("components.<type>.<name>.metadata"));
}

#[test]
fn words_numbers_and_names_have_their_limits() {
    assert_eq!(
        problems("components: {terraform: {a: {metadata: {type: abstrct}}}}"),
        ["1:47 `components.terraform.a.metadata.type` must be `abstract` or `real`, not `abstrct`"]
    );
    assert_eq!(
        problems("terraform: {retry: {max_attempts: 0}}"),
        ["1:35 `terraform.retry.max_attempts` must be at least 1, not 0"]
    );
    assert_eq!(problems("terraform: {retry: {max_attempts: 1.5}}").len(), 1);
    assert_eq!(problems("terraform: {retry: {multiplier: 0}}").len(), 1);
    assert_eq!(
        problems("components: {terraform: {a@b: {}}}"),
        ["1:26 `a@b` is no name that `components.terraform` can have"]
    );
    assert_eq!(
        problems("compositions: {c: {services: [a, b, a]}}"),
        ["1:37 `compositions.c.services[2]` stands in the list already"]
    );
}

#[test]
fn numbers_that_json_cannot_write_are_refused_everywhere() {
    assert_eq!(problems("vars: {a: [.inf]}"), ["1:12 `vars.a[0]` is no finite number, and JSON has no word for it"]);
    assert_eq!(problems("x: {y: .nan}").len(), 1);
    assert_eq!(problems("components: {terraform: {a: {settings: {b: -.inf}}}}").len(), 1);
}

#[test]
fn an_include_in_quotes_is_no_source() {
    assert_eq!(problems("components: {terraform: {a: {source: '!include x'}}}").len(), 1);
}

#[test]
fn the_tables_are_sorted_and_name_no_key_twice() {
    use super::shape::{Form, Shape};
    fn visit(shape: &'static Shape, seen: &mut Vec<*const Shape>) {
        if seen.contains(&std::ptr::from_ref(shape)) {
            return;
        }
        seen.push(shape);
        match &shape.form {
            Form::List(list) => visit(list.of, seen),
            Form::Either(shapes) => shapes.iter().for_each(|s| visit(s, seen)),
            Form::Fields(fields) => {
                assert!(
                    fields.known.is_sorted_by(|a, b| a.0 < b.0),
                    "{:?}",
                    fields.known.iter().map(|f| f.0).collect::<Vec<_>>()
                );
                assert!(fields.misplaced.iter().all(|(name, _)| fields.known.iter().all(|f| f.0 != *name)));
                assert!(fields.needs.iter().all(|name| fields.known.iter().any(|f| f.0 == *name)));
                fields.known.iter().for_each(|(_, s)| visit(s, seen));
                match fields.others {
                    super::shape::Others::Of(s) | super::shape::Others::Named(_, s) => visit(s, seen),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let mut seen = Vec::new();
    visit(&super::manifest::MANIFEST, &mut seen);
    assert!(seen.len() > 100);
}

mod own {
    use super::*;

    const SCHEMA: &str = r#"{
        "type": "object",
        "required": ["vars"],
        "properties": {
            "vars": {"oneOf": [
                {"type": "string"},
                {"type": "object", "properties": {"stage": {"enum": ["dev", "prod"]}}, "additionalProperties": false}
            ]}
        }
    }"#;

    fn check(text: &str) -> Vec<String> {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("s.json"), SCHEMA).unwrap();
        let schema = Schema::from_setting("s.json", dir.path()).unwrap();
        let source = source(text);
        let errors = schema.check_file(&source, &mut PlainTags);
        errors.iter().map(|e| format!("{:?} {e}", e.span().map(|s| source.position(s.start).column))).collect()
    }

    #[test]
    fn replaces_the_one_of_atmos() {
        assert_eq!(check("vars: {stage: dev}\nname: 12"), Vec::<String>::new());
        assert_eq!(check("name: x"), [r#"Some(1) the manifest: "vars" is a required property"#]);
    }

    #[test]
    fn points_into_the_alternative_that_was_meant() {
        assert_eq!(check("vars: {stage: test}"), [r#"Some(15) `vars.stage`: the value is not one of "dev" or "prod""#]);
        assert_eq!(check("vars: {tenant: a}").len(), 1);
        assert!(check("vars: 1")[0].starts_with("Some(7) `vars`: "), "{:?}", check("vars: 1"));
    }

    #[test]
    fn a_schema_that_is_not_there_is_an_error() {
        let error = Schema::from_setting("nope.json", Path::new("/nowhere")).unwrap_err();
        assert!(error.message().contains("nope.json"));
        assert!(Schema::from_setting("", Path::new("/nowhere")).is_ok());
        assert!(Schema::from_setting("https://example.com/s.json", Path::new("/nowhere")).is_err());
    }

    #[test]
    fn a_schema_that_is_none_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in
            [("a.json", "no json"), ("b.json", r#"{"type": "nosuch"}"#), ("c.json", r##"{"$ref": "#/nowhere"}"##)]
        {
            fs::write(dir.path().join(name), text).unwrap();
            let error = Schema::from_setting(name, dir.path()).unwrap_err();
            assert!(error.file().is_some_and(|f| f.ends_with(name)), "{name}: {error}");
        }
    }
}
