use super::*;

#[test]
fn scalars_mean_what_yaml_1_1_says() {
    for (text, node) in [
        ("yes", Node::Bool(true)),
        ("Off", Node::Bool(false)),
        ("y", Node::Str("y".into())),
        ("0755", Node::Int(493)),
        ("0o7", Node::Str("0o7".into())),
        ("08", Node::Str("08".into())),
        ("1_000", Node::Int(1000)),
        ("1:30", Node::Int(90)),
        ("-0x1F", Node::Int(-31)),
        ("1e3", Node::Str("1e3".into())),
        ("1.0e+3", Node::Float(1000.0)),
        ("1.", Node::Float(1.0)),
        ("~", Node::Null),
        ("2026-01-02", Node::Time("2026-01-02".into())),
        ("'yes'", Node::Str("yes".into())),
        ("!!str yes", Node::Str("yes".into())),
    ] {
        assert_eq!(load(text).unwrap(), node, "{text}");
    }
}

#[test]
fn merge_keys_give_way_to_own_keys() {
    let Node::Map(pairs) = load("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n").unwrap() else { panic!("a map") };
    let pair = |key: &str, value| (Node::Str(key.into()), Node::Int(value));
    assert_eq!(pairs[1].1, Node::Map(vec![pair("x", 1), pair("y", 3)]));
}

#[test]
fn no_tag_makes_a_python_object() {
    let error = load("!!python/object/apply:os.system [ls]").unwrap_err();
    assert!(error.message().contains("!!python/object/apply:os.system"), "{error}");
    assert!(load("!!python/name:os.system ''").is_err());
}

#[test]
fn raw_items_lose_their_quotes_and_nothing_else() {
    assert_eq!(raw_items("[a, 'b', \"c d\", {x: 1}, [1, 2]]").unwrap(), ["a", "b", "c d", "{x: 1}", "[1, 2]"]);
    assert_eq!(raw_items("- 1\n- null\n").unwrap(), ["1", "null"]);
    assert!(raw_items("a: 1").is_err());
}

/// What `yaml.dump` wrote is written again just so after it was read.
#[test]
fn values_are_written_as_pyyaml_writes_them() {
    let styles = [
        (Style { indent: 4, ..Style::default() }, include_str!("tests/nice.yaml")),
        (Style { flow: Flow::Leaves, ..Style::default() }, include_str!("tests/leaves.yaml")),
        (Style { flow: Flow::Always, width: usize::MAX, ..Style::default() }, include_str!("tests/flow.yaml")),
    ];
    for (style, text) in styles {
        assert_eq!(dump(&load(text).unwrap(), style), text);
    }
    for (node, text) in [
        (Node::Str("foo".into()), "foo\n...\n"),
        (Node::Str("1".into()), "'1'\n"),
        (Node::Null, "null\n...\n"),
        (Node::Seq(Vec::new()), "[]\n"),
    ] {
        assert_eq!(dump(&node, Style::default()), text);
    }
}

#[test]
fn floats_are_written_as_python_writes_them() {
    for (value, text) in [
        (1.0, "1.0"),
        (0.1, "0.1"),
        (1e16, "1e+16"),
        (1.5e-5, "1.5e-05"),
        (123_456_789.125, "123456789.125"),
        (-0.0, "-0.0"),
        (f64::INFINITY, "inf"),
    ] {
        assert_eq!(python_float(value), text);
    }
}

/// Where `PyYAML` 6.0.3 and go-yaml, whose rules stand in `yaml::strict` and `yaml::breaks`, do not agree.
#[test]
fn the_dialect_is_pyyamls() {
    for text in ["a: {x:}", "a: [x:]", "a: {x:, y: 1}", "a: \"x\\/y\"", "%FOO bar\n---\na: 1", "a: \"b\"# c"] {
        load(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    }
    for text in ["a: \"it\\'s\"", "a: &x.y 1", "a:\n\tb: 1", "a: {x\n : 1}", "a: {x\ny: 1}"] {
        assert!(load(text).is_err(), "{text:?} is read");
    }
    let quoted = load("a: \"x\n\ty\"\nb: \"\\ud83d\\ude00\"").unwrap();
    let text = |text: &str| Node::Str(text.into());
    assert_eq!(quoted, Node::Map(vec![(text("a"), text("x y")), (text("b"), text("😀"))]));
}
