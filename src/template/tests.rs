//! What goldens cannot say: places of errors, bounds, functions of the caller.

use super::*;
use crate::text::Position;
use crate::value::{Data, Map};
use proptest::prelude::*;

fn all() -> Functions {
    Functions::builtin().with_gomplate().with_sprig()
}

fn data() -> Value {
    let tags = Map::from_iter([("Name", "x"), ("Env", "dev")]);
    let azs = Value::seq(vec!["a".into(), "b".into()]);
    Value::map(Map::from_iter([("stage", Value::str("dev")), ("tags", tags.into()), ("azs", azs), ("n", 3.into())]))
}

fn render(text: &str) -> Result<String, TemplateError> {
    let functions = all();
    Template::parse("t", text, &ParseOptions::default(), &functions)?.render(&data(), &functions, MissingKey::Error)
}

fn error(text: &str) -> (Phase, usize, usize, String) {
    let error = render(text).unwrap_err();
    assert_eq!(error.to_string(), error.message);
    (error.phase, error.position.line, error.position.column, error.message)
}

#[test]
fn errors_name_their_place_and_cause() {
    let at = |phase, line, column, message: &str| (phase, line, column, message.to_owned());
    let (parse, run) = (Phase::Parse, Phase::Render);
    for (text, expected) in [
        ("a\n{{ if true }}x", at(parse, 2, 15, "unexpected end of the template: a block is not closed")),
        ("ä {{ end }}", at(parse, 1, 6, "unexpected `end`")),
        ("{{ nosuch 1 }}", at(parse, 1, 4, "function `nosuch` is not defined")),
        ("{{ $x }}", at(parse, 1, 4, "undefined variable `$x`")),
        ("{{ .a", at(parse, 1, 1, "unclosed action")),
        ("{{ \"a }}", at(parse, 1, 4, "unterminated quoted string")),
        ("{{ . | 3 }}", at(parse, 1, 8, "stage 2 of the pipeline is no command")),
        ("x\n  {{ .tags.Nope }}", at(run, 2, 6, "the map has no entry for the key `Nope`")),
        ("{{ .stage.x }}", at(run, 1, 4, "string has no field `x`")),
        ("{{ upper .n }}", at(run, 1, 4, "`upper`: wrong type of argument: expected string, got int")),
        ("{{ upper }}", at(run, 1, 4, "`upper`: wrong number of arguments: expected 1, got 0")),
        ("{{ trunc \"x\" \"y\" }}", at(run, 1, 10, "expected int, found \"x\"")),
        ("{{ fail \"no\" }}", at(run, 1, 4, "`fail`: no")),
        ("{{ eq .n \"3\" }}", at(run, 1, 4, "`eq`: incompatible types for comparison: int and string")),
        ("{{ strings.Nope }}", at(run, 1, 4, "*funcs.StringFuncs has no function `Nope`")),
        ("{{ range $i = .azs }}{{ end }}", at(run, 1, 15, "undefined variable `$i`")),
    ] {
        assert_eq!(error(text), expected, "{text}");
    }
}

#[test]
fn offsets_are_bytes_of_the_text() {
    let error = render("ä\nö {{ .nope }}").unwrap_err();
    assert_eq!((error.offset, error.position), (9, Position { line: 2, column: 6 }));
    assert_eq!(error.template, "t");
}

#[test]
fn delimiters_may_be_others() {
    let options = ParseOptions { left: "<%", right: "%>" };
    let functions = all();
    let template = Template::parse("t", "{{ x }} <% .stage %>", &options, &functions).unwrap();
    assert_eq!(template.render(&data(), &functions, MissingKey::Error).unwrap(), "{{ x }} dev");
    assert!(contains_action("a <% b", "<%") && !contains_action("a {{ b", "<%") && contains_action("{{", ""));
}

#[test]
fn the_caller_adds_functions_and_namespaces() {
    let prefix = "p".to_owned();
    let mut functions = all();
    functions.insert("atmos.Component", move |arguments| match arguments {
        [component, stack] => {
            let id = format!("{prefix}-{}-{}", component.as_str().unwrap_or("?"), stack.as_str().unwrap_or("?"));
            Ok(Val::Value(Value::map(Map::from_iter([("id", id)]))))
        }
        _ => Err("two arguments are needed".into()),
    });
    functions.insert("upper", |_| Ok("mine".into()));
    let render = |text: &str| {
        Template::parse("t", text, &ParseOptions::default(), &functions)?.render(&data(), &functions, MissingKey::Error)
    };
    assert_eq!(render(r#"{{ (atmos.Component "vpc" .stage).id }}"#).unwrap(), "p-vpc-dev");
    assert_eq!(
        render(r#"{{ .stage | atmos.Component "c" | toJson }} {{ upper 1 }}"#).unwrap(),
        r#"{"id":"p-c-dev"} mine"#
    );
    assert_eq!(render("{{ atmos.Component 1 }}").unwrap_err().message, "`Component`: two arguments are needed");
    // the functions it was cloned from do not change
    assert!(!all().contains("atmos"));
    assert!(functions.names().any(|name| name == "atmos"));
}

#[test]
fn changed_maps_do_not_change_the_data_of_the_caller() {
    let functions = all();
    let text = r#"{{ $_ := set .tags "New" 1 }}{{ .tags | toJson }}"#;
    let template = Template::parse("t", text, &ParseOptions::default(), &functions).unwrap();
    let data = data();
    let first = template.render(&data, &functions, MissingKey::Error).unwrap();
    assert_eq!(first, r#"{"Env":"dev","Name":"x","New":1}"#);
    assert_eq!(template.render(&data, &functions, MissingKey::Error).unwrap(), first);
    assert!(data.dig(["tags", "New"]).is_none());
}

#[test]
fn endless_templates_come_to_an_end() {
    for text in [
        r#"{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}"#,
        r#"{{ define "a" }}{{ with (((((1))))) }}{{ range 2 }}{{ template "a" . }}{{ end }}{{ end }}{{ end }}{{ template "a" . }}"#,
        "{{ range 1000000000000 }}{{ end }}",
        "{{ range 1000000000000 }}{{ $x := repeat 1000000 `a` }}{{ end }}",
        "{{ $s := `aaaa` }}{{ range 100 }}{{ $s = print $s $s }}{{ end }}",
        "{{ $l := list 1 }}{{ range 100 }}{{ $l = concat $l $l }}{{ end }}",
        "{{ repeat 100000000 `a` }}",
        "{{ until 100000000 }}",
        "{{ $a := repeat 1000000 `a` }}{{ replace `a` $a $a }}",
        "{{ $a := repeat 1000000 `a` }}{{ regexReplaceAll `a` $a $a }}",
        "{{ $a := repeat 1000000 `a` }}{{ join $a (splitList `` $a) }}",
    ] {
        assert_eq!(render(text).unwrap_err().phase, Phase::Render, "{text}");
    }
    let deep = format!("{}1{}", "{{ if true }}".repeat(1000), "{{ end }}".repeat(1000));
    assert_eq!(error(&deep).3, "nested too deeply");
    assert_eq!(error(&format!("{{{{ {}1{} }}}}", "(".repeat(1000), ")".repeat(1000))).3, "nested too deeply");
    // a long chain is not deep
    let chain = format!("{{{{ if false }}}}{}{{{{ end }}}}", "{{ else if false }}".repeat(5000));
    assert_eq!(render(&chain).unwrap(), "");
}

#[test]
fn maps_that_hold_themselves_are_survived() {
    let cycle = r#"{{ $d := dict "a" 1 }}{{ $_ := set $d "self" $d }}{{ $e := dict }}{{ $_ := set $e "self" $e }}"#;
    for use_of in [
        "{{ $d | toString | len }}",
        "{{ toJson $d | len }}",
        "{{ deepEqual $d $e }}",
        "{{ merge $d $e | toString | len }}",
        "{{ coll.Merge $d $e | toString | len }}",
        "{{ toYAML $d | len }}",
        "{{ jsonpath `..a` $d | len }}",
    ] {
        // whatever the answer, there is one
        let _ = render(&format!("{cycle}{use_of}"));
    }
    assert!(render(&format!("{cycle}{{{{ deepCopy $d }}}}")).is_err());
    // a hundred levels of two are more than there are atoms to print
    let wide = "{{ $d := dict }}{{ range 100 }}{{ $d = dict `a` $d `b` $d }}{{ end }}";
    for use_of in ["{{ $d | toString | len }}", "{{ toJson $d | len }}", "{{ deepCopy $d | len }}"] {
        let _ = render(&format!("{wide}{use_of}"));
    }
    let deep = "{{ $d := dict }}{{ range 100000 }}{{ $d = dict `a` (list $d) }}{{ end }}{{ len $d }}";
    assert_eq!(render(deep).unwrap(), "1");
}

/// Pieces that make up templates, whole and broken.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "{{", "}}", "{{-", "-}}", "{{/*", "*/}}", " ", "\n", "(", ")", "|", ".", "$", "$x", ":=", "=", ",", "\"", "`", "'",
            "if", "else", "end", "range", "with", "define", "block", "template", "break", "continue", "nil", "true",
            ".stage", ".tags.Name", ".azs", ".nope", "\"a\"", "`b`", "1", "-1", "1.5", "0x1F", "'c'", "1e9", "text",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(all().names().filter(|n| !SLOW.contains(n)).map(str::to_owned).collect::<Vec<_>>()),
        1 => "[ -~äß€\u{0}\u{2028}]{0,6}",
    ]
}

/// What takes its time, or writes files.
const SLOW: [&str; 12] = [
    "genPrivateKey",
    "genCA",
    "genCAWithKey",
    "genSelfSignedCert",
    "genSelfSignedCertWithKey",
    "genSignedCert",
    "genSignedCertWithKey",
    "bcrypt",
    "htpasswd",
    "derivePassword",
    "file",
    "getHostByName",
];

/// An argument of any kind.
fn argument() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            ".",
            ".stage",
            ".tags",
            ".azs",
            ".n",
            "nil",
            "true",
            "0",
            "-1",
            "3",
            "1.5",
            "1e300",
            "\"\"",
            "\"a\"",
            "\"ä b\"",
            "\"-\"",
            "\"2006-01-02\"",
            "\"1.2.3\"",
            "\"^a(b|c)*$\"",
            "\"{\\\"a\\\":1}\"",
            "\"a: 1\"",
            "\"10.0.0.0/8\"",
            "(list)",
            "(list 1 \"a\" nil)",
            "(dict \"a\" 1)",
            "(int64 7)",
            "now",
            "(semver \"1.2\")",
            "(splitList \",\" \"a,b\")",
            "(base64.DecodeBytes \"aGk=\")",
            "9223372036854775807",
            "-9223372036854775808",
            "\"%d %s %v\"",
            "\"%[2]*.[1]*f\"",
        ])
        .prop_map(str::to_owned),
        "\"[ -!#-Z^-~]{0,8}\"",
    ]
}

#[test]
fn a_function_put_into_a_namespace_leaves_the_others_there() {
    let mut functions = all();
    functions.insert("net.LookupIP", |_| Err(CallError::new("no")));
    let template = |text: &str| Template::parse("t", text, &ParseOptions::default(), &functions).expect("a template");
    let render = |text: &str| template(text).render(&Value::NULL, &functions, MissingKey::Default);
    assert_eq!(render("{{ net.ParseIP \"10.0.0.1\" }}").expect("an address"), "10.0.0.1");
    assert!(render("{{ net.LookupIP \"localhost\" }}").is_err());
}

/// Every function, those of namespaces too.
fn function_names() -> Vec<String> {
    let functions = all();
    let mut names = Vec::new();
    for name in functions.names().filter(|name| !SLOW.contains(name)) {
        match functions.find(name) {
            Some(function::Found::Namespace(space)) => {
                names.extend(space.names().map(|member| format!("{name}.{member}")));
            }
            _ => names.push(name.to_owned()),
        }
    }
    names.retain(|name| !matches!(&**name, "crypto.Bcrypt" | "crypto.PBKDF2"));
    names.sort();
    names
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 20_000 }))]

    #[test]
    fn no_text_makes_the_parser_or_the_interpreter_panic(pieces in prop::collection::vec(piece(), 0..40)) {
        let _ = render(&pieces.concat());
        let _ = render(&format!("{{{{ {} }}}}", pieces.join(" ")));
    }

    #[test]
    fn no_argument_makes_a_function_panic(
        name in prop::sample::select(function_names()),
        arguments in prop::collection::vec(argument(), 0..5),
    ) {
        let _ = render(&format!("{{{{ {name} {} }}}}", arguments.join(" ")));
        let _ = render(&format!("{{{{ {name} {} | printf `%v %q %d %x %T` }}}}", arguments.join(" ")));
    }

    #[test]
    fn text_without_actions_stays_as_it_is(text in "[^{]{0,200}") {
        prop_assert_eq!(render(&text).unwrap(), text);
    }

    #[test]
    fn strings_survive_quoting(text in any::<String>()) {
        let quoted = quote::quote(&text, false);
        prop_assert_eq!(render(&format!("{{{{ {quoted} }}}}")).unwrap(), text.clone());
        prop_assert_eq!(render(&format!("{{{{ {} }}}}", quote::quote(&text, true))).unwrap(), text);
    }

    #[test]
    fn floats_print_as_they_are_stored(f in any::<f64>()) {
        let functions = all();
        let template = Template::parse("t", "{{ printf `%g` . }}", &ParseOptions::default(), &functions).unwrap();
        let text = template.render(&Data::Float(f).into(), &functions, MissingKey::Error).unwrap();
        prop_assert!(f.is_nan() && text == "NaN" || text.replace("+Inf", "inf").replace("-Inf", "-inf").parse() == Ok(f));
    }
}
