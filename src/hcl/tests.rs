mod recorded;

use super::{Cause, Module, Modules, Printed, Type, attributes};
use crate::text::SourceMap;
use crate::value::Value;
use crate::value::json::{Format, from_json, to_json};
use std::fs;
use std::path::Path;

/// A directory of files, read; its path in the answer becomes `DIR`.
fn printed(files: &[(&str, &str)]) -> Result<Printed, crate::Error> {
    module(files).printed()
}

fn module(files: &[(&str, &str)]) -> Module {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    Module::read(dir.path(), &SourceMap::default())
}

/// One section of the answer as JSON, without the places.
fn section(name: &str, files: &[(&str, &str)]) -> String {
    fn without_places(value: &Value) -> Value {
        match value.as_map() {
            Some(map) => map
                .iter()
                .filter(|(key, _)| &*key.name != "pos")
                .map(|(key, value)| (key.clone(), without_places(value)))
                .collect::<crate::value::Map>()
                .into(),
            None => value.clone(),
        }
    }
    let Ok(Printed::Config(config)) = printed(files) else { panic!("{files:?} is not printed") };
    to_json(&without_places(config.get(name).unwrap()), Format::COMPACT).unwrap()
}

/// The default of a variable, as JSON.
fn default(code: &str) -> String {
    let module = module(&[("main.tf", &format!("variable \"v\" {{\n  default = {code}\n}}\n"))]);
    assert!(module.problems.is_empty(), "{code}: {:?}", module.problems);
    to_json(module.variables["v"].default.as_ref().unwrap(), Format::COMPACT).unwrap()
}

/// Why a default is no constant.
fn refused(code: &str) -> (Cause, String) {
    let module = module(&[("main.tf", &format!("variable \"v\" {{\n  default = {code}\n}}\n"))]);
    let problem = module.problems.first().unwrap_or_else(|| panic!("{code} is accepted"));
    (problem.cause, problem.error.message().to_owned())
}

#[test]
fn variables_have_their_type_as_it_was_written() {
    let code = r#"
variable "plain" {
  type = string
}
variable "quoted" {
  type        = "list"
  description = "with ${"text"}"
  sensitive   = true
  default     = []
}
variable "object" {
  type = object({
    size = optional(number, 1) # comment
  })
  default = null
}
variable "none" {}
"#;
    let expected = r#"{"none":{"default":null,"name":"none","required":true},"object":{"default":null,"name":"object","required":false,"type":"object({\n    size = optional(number, 1) # comment\n  })"},"plain":{"default":null,"name":"plain","required":true,"type":"string"},"quoted":{"default":[],"description":"with text","name":"quoted","required":false,"sensitive":true,"type":"list"}}"#;
    assert_eq!(section("variables", &[("main.tf", code)]), expected);
}

#[test]
fn types_are_understood() {
    let of = |code: &str| {
        let module = module(&[("main.tf", &format!("variable \"v\" {{\n  type = {code}\n}}\n"))]);
        module.variables["v"].constraint.as_ref().map(Type::to_string)
    };
    assert_eq!(of("map(list(any))").as_deref(), Some("map(list(any))"));
    assert_eq!(of("tuple([string, set(bool)])").as_deref(), Some("tuple([string, set(bool)])"));
    assert_eq!(
        of("object({a = string, \"b\" = optional(number, 1)})").as_deref(),
        Some("object({a = string, b = optional(number)})")
    );
    assert_eq!(of("(list)").as_deref(), Some("list(any)"));
    assert_eq!(of("\"map\"").as_deref(), Some("map(any)"));
    assert_eq!(of("strin"), None);
    assert_eq!(of("map(string, string)"), None);
    let module = module(&[("main.tf", "variable \"v\" {\n  type = object({a = optional(number, 1 + 1)})\n}\n")]);
    let Some(Type::Object(attributes)) = &module.variables["v"].constraint else { panic!("no object") };
    assert_eq!(attributes[0].default.as_ref().and_then(Value::as_int), Some(2));
}

#[test]
fn constants_are_evaluated() {
    for (code, expected) in [
        ("{ b = 1, \"a\" = [true, null], (1 + 1) = 2 }", r#"{"2":2,"a":[true,null],"b":1}"#),
        ("-(3 - 5) * 4 / 16", "0.5"),
        ("7 % 3 >= 1 && !false", "true"),
        ("1 == \"1\" || 1 != 2", "true"),
        ("\"5\" + 1", "6"),
        ("true ? 1 : \"a\"", r#""1""#),
        ("false ? null : { a = 1 }", r#"{"a":1}"#),
        ("[for i, s in [\"x\", \"y\"] : \"${i}${s}\" if s != \"x\"]", r#"["1y"]"#),
        ("{ for k, v in { b = 1, a = 2 } : v => k }", r#"{"1":"b","2":"a"}"#),
        ("{ for s in [\"a\", \"b\", \"a\"] : s => s... }", r#"{"a":["a","a"],"b":["b"]}"#),
        ("[{ x = 1 }, { x = 2 }][*].x", "[1,2]"),
        ("{ a = [1, 2] }.a[1]", "2"),
        ("\"${[1]}\"", "[1]"),
        ("\"a ${~ 1.5 ~} b $${c} %{ if false }x%{ else }y%{ endif }\"", r#""a1.5b ${c} y""#),
        ("\"%{ for x in [1, 2] }<${x}>%{ endfor }\"", r#""<1><2>""#),
        ("<<-EOT\n    a\n      b\n    EOT", r#""a\n  b\n""#),
        ("<<EOT\n  a\n%{ if true ~}\n  b\n%{ endif ~}\nEOT", r#""  a\n  b\n""#),
    ] {
        assert_eq!(default(code), expected, "{code}");
    }
}

#[test]
fn numbers_print_as_the_floats_that_atmos_makes_of_them() {
    let code = "variable \"v\" {\n  default = [1.0, 9007199254740993, 1e3]\n}\n";
    assert_eq!(
        section("variables", &[("main.tf", code)]),
        r#"{"v":{"default":[1,9007199254740992,1000],"name":"v","required":false}}"#
    );
}

#[test]
fn what_is_no_constant_is_told() {
    assert_eq!(
        refused("[local.x]"),
        (Cause::Variable, "`local` is no constant: variables cannot be read here".to_owned())
    );
    assert_eq!(refused("tomap({})").0, Cause::Invalid);
    assert_eq!(refused("[for s in [1] : var.x]").0, Cause::Invalid);
    assert_eq!(refused("{ a = 1 }.b").1, "there is no `b` in this map");
    assert_eq!(refused("\"x ${[1]}\"").1, "a text cannot hold a list");
    assert_eq!(refused("[1] + 1").1, "a number is needed here, not list");
    assert_eq!(refused("1 / 0").0, Cause::Invalid);
}

#[test]
fn a_variable_where_a_constant_is_needed_is_forgiven_and_anything_else_is_not() {
    let code = |default: &str| format!("variable \"v\" {{\n  default = {default}\n}}\n");
    assert_eq!(printed(&[("main.tf", &code("var.x"))]).unwrap(), Printed::Skipped);
    // one line is one event: the call may only fail for the variable
    assert_eq!(printed(&[("main.tf", &code("[var.x, foo()]"))]).unwrap(), Printed::Skipped);
    let error = printed(&[("main.tf", &code("[\n    var.x,\n    foo(),\n  ]"))]).unwrap_err();
    assert!(error.message().contains("functions cannot be called"), "{error}");
    assert!(error.span().is_some() && !error.hints().is_empty());
}

#[test]
fn a_directory_that_is_not_there_is_no_error() {
    let module = Module::read(Path::new("/nowhere/at/all"), &SourceMap::default());
    assert_eq!(module.printed().unwrap(), Printed::Missing);
    let Printed::Config(empty) = printed(&[("README.md", "")]).unwrap() else { panic!("no answer") };
    assert_eq!(empty.get("variables"), Some(&Value::empty_map()));
}

#[test]
fn broken_code_is_refused_with_its_place() {
    for (name, code) in [
        ("a.tf", "variable \"a\" {\n  type = \n}\n"),
        ("a.tf", "variable \"a\" {\n  type = string\n"),
        ("a.tf", "variable \"a\" {\n  type = string\n  type = any\n}\n"),
        ("a.tf", "variable \"a\" { type = string, default = 1 }\n"),
        ("a.tf", "resource \"a\" {\n}\nvariable \"v\" {\n  type = string\n}\n"),
        ("a.tf.json", "{\"variable\": {\"a\": {},}}"),
        ("a.tf.json", "{\"provider\": {}}"),
    ] {
        let error = printed(&[(name, code)]).unwrap_err();
        assert!(error.span().is_some(), "{code}: {error}");
    }
}

#[test]
fn providers_are_gathered_from_everywhere() {
    let code = r#"
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5"
      configuration_aliases = [aws.a]
    }
    old   = "1.0"
    empty = {}
  }
}
provider "aws" {
  alias   = "west"
  version = "5.1"
}
resource "aws_vpc" "a" {
  provider = aws.west
}
resource "null_resource" "b" {
  provider = "aws.east"
}
data "local_file" "c" {}
"#;
    let files = [("main.tf", code)];
    assert_eq!(
        section("required_providers", &files),
        r#"{"aws":{"aliases":[{"alias":"a","name":"aws"}],"source":"hashicorp/aws","version_constraints":["~> 5","5.1"]},"local":{},"old":{"version_constraints":["1.0"]}}"#
    );
    assert_eq!(section("required_core", &files), r#"[">= 1.5"]"#);
    assert_eq!(section("provider_configs", &files), r#"{"aws.west":{"alias":"west","name":"aws"}}"#);
    assert_eq!(
        section("managed_resources", &files),
        r#"{"aws_vpc.a":{"mode":"managed","name":"a","provider":{"alias":"west","name":"aws"},"type":"aws_vpc"},"null_resource.b":{"mode":"managed","name":"b","provider":{"alias":"east","name":"aws"},"type":"null_resource"}}"#
    );
    assert_eq!(
        section("data_resources", &files),
        r#"{"data.local_file.c":{"mode":"data","name":"c","provider":{"name":"local"},"type":"local_file"}}"#
    );
}

#[test]
fn a_source_that_is_no_constant_is_printed_as_code() {
    let code = "module \"a\" {\n  source  = \"./${var.x}\"\n  version = local.v\n}\nmodule \"b\" {\n  source = \"./b\"\n  vpc    = 1\n  id     = var.id\n}\n";
    let files = [("main.tf", code)];
    assert_eq!(
        section("module_calls", &files),
        r#"{"a":{"name":"a","source":"\"./${var.x}\"","version":"local.v"},"b":{"name":"b","source":"./b"}}"#
    );
    let module = module(&files);
    let arguments: Vec<_> = module.module_calls["b"].arguments.iter().map(|a| (&*a.name, a.value.is_some())).collect();
    assert_eq!(arguments, [("source", true), ("vpc", true), ("id", false)]);
    let span = module.module_calls["b"].source_span;
    assert_eq!(&code[span.start as usize..span.end as usize], "\"./b\"");
}

#[test]
fn overrides_come_last() {
    let files = [
        ("b_override.tf", "module \"a\" {\n  x = 1\n}\nvariable \"v\" {\n  default = \"o\"\n}\n"),
        ("main.tf", "module \"a\" {\n  source = \"./x\"\n}\nvariable \"v\" {\n  type = string\n}\n"),
        ("z.tf~", "broken {"),
        (".hidden.tf", "broken {"),
    ];
    assert_eq!(section("module_calls", &files), r#"{"a":{"name":"a","source":"./x"}}"#);
    assert_eq!(section("variables", &files), r#"{"v":{"default":"o","name":"v","required":false}}"#);
}

#[test]
fn json_is_read_as_it_stands() {
    let code = r#"{
  "variable": {"a": {"type": "string", "default": "${x}", "description": "d"}},
  "provider": [{"aws": {"alias": "x"}}, {"aws": [{"alias": "y"}]}],
  "module": {"m": {"source": "./${var.x}"}, "n": {"source": "./y"}},
  "resource": {"aws_vpc": {"a": {"provider": "aws.x"}}}
}"#;
    let files = [("main.tf.json", code)];
    assert_eq!(
        section("variables", &files),
        r#"{"a":{"default":"${x}","description":"d","name":"a","required":false,"type":"string"}}"#
    );
    assert_eq!(
        section("provider_configs", &files),
        r#"{"aws.x":{"alias":"x","name":"aws"},"aws.y":{"alias":"y","name":"aws"}}"#
    );
    assert_eq!(
        section("module_calls", &files),
        r#"{"m":{"name":"m","source":"\"./${var.x}\""},"n":{"name":"n","source":"./y"}}"#
    );
    assert!(section("managed_resources", &files).contains(r#""provider":{"alias":"x","name":"aws"}"#));
}

#[test]
fn places_are_lines_of_files() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(
        dir.path().join("a.tf"),
        "\u{feff}# text\n\nvariable \"a\" {\r\n}\r\n\r\noutput \"o\" {\n  value = 1\n}\n",
    )
    .unwrap();
    let Printed::Config(config) = Modules::default().get(dir.path()).printed().unwrap() else { panic!("no answer") };
    let file = dir.path().join("a.tf");
    let pos = |section: &str, name: &str| config.dig([section, name, "pos"]).unwrap().clone();
    let place =
        |line: i64| from_json(&format!("{{\"filename\": {:?}, \"line\": {line}}}", file.to_str().unwrap())).unwrap();
    assert_eq!((pos("variables", "a"), pos("outputs", "o")), (place(3), place(6)));
}

#[test]
fn a_remote_state_keeps_its_arguments() {
    let code = "data \"terraform_remote_state\" \"vpc\" {\n  backend = \"s3\"\n  config = {\n    bucket = \"b\"\n  }\n  workspace = var.w\n}\ndata \"aws_vpc\" \"v\" {\n  id = 1\n}\n";
    let module = module(&[("main.tf", code)]);
    let arguments = &module.data_resources["data.terraform_remote_state.vpc"].arguments;
    let values: Vec<_> = arguments.iter().map(|a| (&*a.name, a.value.as_ref().map(Value::type_name))).collect();
    assert_eq!(values, [("backend", Some("string")), ("config", Some("map")), ("workspace", None)]);
    assert!(module.data_resources["data.aws_vpc.v"].arguments.is_empty());
}

#[test]
fn a_directory_is_read_once() {
    let dir = tempfile::tempdir().unwrap();
    let modules = Modules::default();
    let first = std::thread::scope(|s| {
        let readers: Vec<_> = (0..4).map(|_| s.spawn(|| modules.get(dir.path()))).collect();
        readers.into_iter().map(|r| r.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(first.iter().all(|m| std::sync::Arc::ptr_eq(m, &first[0])));
}

#[test]
fn an_included_file_holds_attributes_alone() {
    let read = |text: &str| attributes(text).map(|v| to_json(&v, Format::COMPACT).unwrap());
    assert_eq!(
        read("a = 1.9\nb = [\"x\", true]\nc = { d = null }\n").unwrap(),
        r#"{"a":1,"b":["x",true],"c":{"d":{}}}"#
    );
    assert!(read("a = var.x\n").unwrap_err().message().starts_with("`a` in line 1: "));
    assert!(read("\nb {\n}\n").unwrap_err().message().contains("in line 2"));
    assert!(read("a = \n").unwrap_err().message().contains("line 1"));
}

#[test]
fn the_code_of_the_example_repository_is_sound() {
    let components = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme/components/terraform");
    let modules = Modules::default();
    let mut read = 0;
    for component in fs::read_dir(components).unwrap() {
        let module = modules.get(&component.unwrap().path());
        assert!(module.problems.is_empty(), "{:?}", module.problems);
        assert!(module.variables.values().all(|v| v.constraint.is_some()), "{}", module.path.display());
        read += 1;
    }
    assert!(read > 10, "{read}");
}
