use super::*;
use crate::value::{Data, Map};
use proptest::prelude::*;

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::map(entries.into_iter().collect::<Map>())
}

fn list<const N: usize>(items: [Value; N]) -> Value {
    Value::seq(items.into())
}

/// What the tests ask.
fn input() -> Value {
    map([
        ("name", "db".into()),
        ("port", Value::from(5432)),
        ("enabled", true.into()),
        ("none", Value::NULL),
        ("ratio", Data::Float(0.5).into()),
        ("id", "0123".into()),
        ("arn", "arn:aws:sns:".into()),
        ("comment", "#tag".into()),
        ("key", "-----BEGIN-----\nab".into()),
        ("azs", list(["a".into(), "b".into(), "c".into()])),
        ("tags", map([("cost-center", "x1".into()), ("a/b", "y".into()), ("Name", "n".into())])),
        ("eks/main", map([("size", Value::from(3))])),
        ("ports", list([Value::from(80), Value::from(443)])),
        ("subnets", list([map([("id", "s1".into()), ("public", true.into())]), map([("id", "s2".into())])])),
    ])
}

fn ask(expression: &str) -> Value {
    eval(expression, &input()).unwrap_or_else(|e| panic!("{expression}: {}", e.message()))
}

fn refused(expression: &str) -> String {
    eval(expression, &input()).expect_err(expression).message().to_owned()
}

#[test]
fn paths_are_walked() {
    for (expression, expected) in [
        (".name", Value::from("db")),
        (" .tags.Name ", "n".into()),
        (".tags[\"a/b\"]", "y".into()),
        (".tags.\"a/b\"", "y".into()),
        (".tags.cost-center", "x1".into()),
        (".eks/main.size", Value::from(3)),
        (".azs[0]", "a".into()),
        (".azs.1", "b".into()),
        (".azs[-1]", "c".into()),
        (".subnets[1].id", "s2".into()),
        (".subnets.0.public", true.into()),
        (".none", Value::NULL),
        (".none.deeper", Value::NULL),
        (".missing.deeper", Value::NULL),
        (".name.deeper", Value::NULL),
        (".azs[9]", Value::NULL),
        (".azs[-9]", Value::NULL),
    ] {
        assert_eq!(ask(expression), expected, "{expression}");
    }
    assert_eq!(ask("."), input());
    assert_eq!(refused(".azs.first"), "the query `.azs.first` failed: a list has no key `first`");
}

#[test]
fn what_is_not_there_has_an_alternative() {
    for (expression, expected) in [
        (".name // \"x\"", Value::from("db")),
        (".missing // \"x\"", "x".into()),
        (".missing//\"x\"", "x".into()),
        (".none // \"x\"", "x".into()),
        (".name.deeper // \"x\"", "x".into()),
        (".missing // [\"f1\", \"f2\"]", list(["f1".into(), "f2".into()])),
        (".missing // {\"k\": \"v\"}", map([("k", "v".into())])),
        (".missing // \"arn:aws:kms:eu:0:key/0\"", "arn:aws:kms:eu:0:key/0".into()),
        (".missing // \"http://localhost:4566/0/q\"", "http://localhost:4566/0/q".into()),
    ] {
        assert_eq!(ask(expression), expected, "{expression}");
    }
}

#[test]
fn a_text_takes_in_scalars() {
    for (expression, expected) in [
        ("\"pre-\" + .name", "pre-db"),
        (".name | \"jdbc:postgresql://\" + . + \":5432/events\"", "jdbc:postgresql://db:5432/events"),
        (".name + \"-\" + .port", "db-5432"),
        (".port + \"/tcp\"", "5432/tcp"),
        (".name + \"=\" + .enabled", "db=true"),
        (".name + .none", "db"),
        ("\"\\(.name):\\(.port)\"", "db:5432"),
        ("\"\\(.tags.cost-center)/\\(.azs.0)\"", "x1/a"),
        (".azs | join(\",\")", "a,b,c"),
        (".ports | join(\"-\")", "80-443"),
        (".name | upcase", "DB"),
        (".name | sub(\"d|b\"; \"x\")", "xx"),
    ] {
        assert_eq!(ask(expression), Value::from(expected), "{expression}");
    }
}

#[test]
fn lists_and_maps_are_asked_as_in_jq() {
    for (expression, expected) in [
        (".tags | keys", list(["Name".into(), "a/b".into(), "cost-center".into()])),
        (".azs | length", Value::from(3)),
        (".ports | map(. + 1)", list([Value::from(81), Value::from(444)])),
        (".azs[1:]", list(["b".into(), "c".into()])),
        (".azs + \"d\"", list(["a".into(), "b".into(), "c".into(), "d".into()])),
        ("[.subnets[].id]", list(["s1".into(), "s2".into()])),
        ("[.subnets.*.id]", list(["s1".into(), "s2".into()])),
        (".subnets[] | select(.public) | .id", "s1".into()),
        (".subnets[] | select(.id == \"*2\") | .id", "s2".into()),
        (".tags | to_entries | map(.key) | .[0]", "Name".into()),
        (".tags | has(\"Name\")", true.into()),
        (".tags | pick([\"Name\"])", map([("Name", "n".into())])),
        (".tags | omit([\"Name\", \"a/b\"])", map([("cost-center", "x1".into())])),
        (".azs | filter(. != \"b\")", list(["a".into(), "c".into()])),
        ("{\"n\": .name, \"p\": .port}", map([("n", "db".into()), ("p", Value::from(5432))])),
        (".azs as $a | $a[0]", "a".into()),
        (".port > 1000 and .enabled", true.into()),
        ("if .enabled then \"on\" else \"off\" end", "on".into()),
        ("keys | length", Value::from(14)),
    ] {
        assert_eq!(ask(expression), expected, "{expression}");
    }
}

#[test]
fn scalars_are_equal_when_their_texts_are() {
    for (expression, expected) in [
        (".port == \"5432\"", true),
        (".enabled == \"true\"", true),
        (".name == \"d?\"", true),
        (".name == \"*x*\"", false),
        (".name == \"d.\"", false),
        (".none == null", true),
        (".name == null", false),
        (".name != \"db\"", false),
        (".azs == [\"a\", \"b\", \"c\"]", true),
    ] {
        assert_eq!(ask(expression), expected.into(), "{expression}");
    }
}

/// As Atmos: yq prints the text, and the text is read again.
#[test]
fn the_result_is_read_as_yaml_again() {
    for (expression, expected) in [
        (".id", Value::from(83)),
        (".arn", "arn:aws:sns:".into()),
        (".comment", "#tag".into()),
        (".key", "-----BEGIN----- ab".into()),
        ("\"a: 1\"", map([("a", Value::from(1))])),
        ("\"[x\"", "[x".into()),
        ("\"\"", Value::NULL),
        (".azs[]", "a b c".into()),
        ("empty", Value::NULL),
        (".ratio", Data::Float(0.5).into()),
    ] {
        assert_eq!(ask(expression), expected, "{expression}");
    }
    assert_eq!(ask("[.id]"), list(["0123".into()]));
}

#[test]
fn a_wrong_expression_is_refused_with_what_is_wrong() {
    assert_eq!(refused(".a |"), "invalid query `.a |`: expected term at the end");
    assert_eq!(refused(".a ]"), "invalid query `.a ]`: expected token at `]`");
    assert_eq!(refused(".a | nope"), "invalid query `.a | nope`: unknown filter `nope`");
    assert_eq!(refused("\"open"), "invalid query `\"open`: expected closing quote at the end");
    assert!(refused(".name | fromjson").starts_with("the query `.name | fromjson` failed: "));
    assert!(refused("halt").starts_with("the query `halt` failed"));
    assert!(refused(&"[".repeat(5000)).ends_with("it is nested too deeply"));
}

proptest! {
    /// Whatever people type is answered or refused.
    #[test]
    fn no_expression_makes_a_panic(expression in r#"[.a-z0-9\"()\[\]{}|+/*@$ ,:;?=<>!&-]{0,24}"#) {
        // these never end by themselves
        prop_assume!(!["repeat", "range", "input", "debug", "recurse"].iter().any(|w| expression.contains(w)));
        let _ = eval(&expression, &input());
    }

    #[test]
    fn every_key_is_found_in_quotes(key in "[^\"\\\\\\p{Cc}]{1,12}") {
        let value = map([(key.as_str(), Value::from(7))]);
        prop_assert_eq!(eval(&format!(".\"{key}\""), &value).ok(), Some(Value::from(7)));
        prop_assert_eq!(eval(&format!(".[\"{key}\"] | . + 1"), &value).ok(), Some(Value::from(8)));
    }
}
