use super::*;

fn terraform(text: &str) -> (String, Option<String>, String) {
    let args = Terraform::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    (args.component, args.stack, args.expression)
}

fn expect(text: &str, component: &str, stack: Option<&str>, expression: &str) {
    assert_eq!(terraform(text), (component.into(), stack.map(Into::into), expression.into()), "{text}");
}

#[test]
fn a_tag_ends_where_its_name_does() {
    assert_eq!(split_tag("!store.get a b "), Some(("!store.get", "a b")));
    assert_eq!(split_tag("!template[1]"), Some(("!template", "[1]")));
    assert_eq!(split_tag("!aws.account_id"), Some(("!aws.account_id", "")));
    assert_eq!(split_tag("!terraform.state >-\n  a b"), Some(("!terraform.state", ">-\n  a b")));
    assert_eq!(split_tag("! x"), None);
    assert_eq!(split_tag("plain"), None);
}

#[test]
fn terraform_names_as_documented() {
    expect("vpc private_subnet_ids", "vpc", None, "private_subnet_ids");
    expect("security-group/lambda id", "security-group/lambda", None, "id");
    expect("vpc plat-ue2-prod vpc_id", "vpc", Some("plat-ue2-prod"), "vpc_id");
    expect("component-1 'nonprod' baz", "component-1", None, "'nonprod' baz");
}

#[test]
fn terraform_expressions_as_documented() {
    expect("vpc .private_subnet_ids[0]", "vpc", None, ".private_subnet_ids[0]");
    expect("config .config_map.username", "config", None, ".config_map.username");
    expect("security '.users[\"github-dependabot\"].id'", "security", None, ".users[\"github-dependabot\"].id");
    expect("identity prod '.tokens[\"github-actions\"]'", "identity", Some("prod"), ".tokens[\"github-actions\"]");
    expect("config '.apps[\"app''s-name\"].display_name'", "config", None, ".apps[\"app's-name\"].display_name");
    expect("config .secret[\"a/b\"]", "config", None, ".secret[\"a/b\"]");
}

#[test]
fn terraform_defaults_and_pipes_as_documented() {
    expect("config .username // \"default-user\"", "config", None, ".username // \"default-user\"");
    expect("vpc .ids // [\"mock 1\", \"mock 2\"]", "vpc", None, ".ids // [\"mock 1\", \"mock 2\"]");
    let map = r#".config_map // {"api_endpoint": "localhost:3000", "user": "test"}"#;
    expect(&format!("config {map}"), "config", None, map);
    expect(
        "component-2 .output // {\"key1\": \"fallback1\"}",
        "component-2",
        None,
        ".output // {\"key1\": \"fallback1\"}",
    );
    let pipe = r#".master_hostname | "jdbc:postgresql://" + . + ":5432/events""#;
    expect(&format!("aurora-postgres {pipe}"), "aurora-postgres", None, pipe);
    expect("aurora prod .host | length", "aurora", Some("prod"), ".host | length");
}

#[test]
fn terraform_expressions_in_the_older_quoting() {
    expect(r#"app ".nothing // ""fb""""#, "app", None, r#".nothing // "fb""#);
    expect(r#"app  dev ".a // ""x y""""#, "app", Some("dev"), r#".a // "x y""#);
    let map = r#"c dev ".out // {""key1"": ""fallback1"", ""key2"": ""b""}""#;
    expect(map, "c", Some("dev"), r#".out // {"key1": "fallback1", "key2": "b"}"#);
    expect(r#"c ".h | ""jdbc://"" + . + "":5432/events""""#, "c", None, r#".h | "jdbc://" + . + ":5432/events""#);
}

#[test]
fn terraform_arguments_that_are_refused() {
    for (text, message) in [
        ("", "needs a component, optionally a stack, and an output"),
        ("vpc", "needs a component, optionally a stack, and an output"),
        ("vpc prod id more", "takes two or three arguments; `more` is one too many"),
        ("vpc .a // \"open", "has an unclosed quote: `\"open`"),
        ("'' id", "needs the name of a component; it is empty"),
        ("vpc ''", "needs the name of an output; it is empty"),
    ] {
        assert_eq!(Terraform::parse(text).expect_err(text).message(), message, "{text}");
    }
}

#[test]
fn a_plain_output_is_a_name_alone() {
    let plain = |text: &str| Terraform::parse(text).expect(text).plain_output().map(str::to_owned);
    assert_eq!(plain("vpc id").as_deref(), Some("id"));
    assert_eq!(plain("vpc .id").as_deref(), Some("id"));
    for text in ["vpc .a.b", "vpc .a[0]", "vpc .a // 1", "vpc .a | length", "vpc .a == 1"] {
        assert_eq!(plain(text), None, "{text}");
    }
    let args = Terraform::parse("vpc .id // 1").expect("parses");
    assert_eq!((args.has_default(), args.yq().as_str()), (true, ".id // 1"));
}

fn options(default: Option<&str>, query: Option<&str>) -> Options {
    Options { default: default.map(Into::into), query: query.map(Into::into) }
}

#[test]
fn store_arguments_as_documented() {
    let store = |text: &str| Store::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    let three = store("prod/ssm vpc vpc_id");
    assert_eq!(
        (three.store.as_str(), three.stack, three.component.as_str(), three.key.as_str()),
        ("prod/ssm", None, "vpc", "vpc_id")
    );
    let four = store("prod/ssm plat-ue2-dev vpc vpc_id | default 0.0.0.0");
    assert_eq!(four.stack.as_deref(), Some("plat-ue2-dev"));
    assert_eq!(four.options, options(Some("0.0.0.0"), None));
    assert_eq!(store("s c k | query .ports[0]").options, options(None, Some(".ports[0]")));
    assert_eq!(store("s c k | default \"a b\" | query .x | length").options, options(Some("a b"), Some(".x | length")));
    assert_eq!(store("s c k | query '.a | .b' | default ''").options, options(Some(""), Some(".a | .b")));
}

#[test]
fn store_arguments_that_are_refused() {
    for (text, message) in [
        ("s c", "needs a store, optionally a stack, a component and a key"),
        ("a b c d e", "needs a store, optionally a stack, a component and a key"),
        ("s c k | default", "needs a value after `| default`"),
        ("s c k | default | query .a", "needs a value after `| default`"),
        ("s c k | default a b", "takes one value after `| default`"),
        ("s c k | query ''", "needs an expression after `| query`; it is empty"),
        ("s c k | fallback x", "does not take a `|` here"),
    ] {
        assert_eq!(Store::parse(text).expect_err(text).message(), message, "{text}");
    }
}

#[test]
fn store_get_arguments_as_documented() {
    let get = StoreGet::parse("ssm /myapp/prod/db/password | default none").expect("parses");
    assert_eq!((get.store.as_str(), get.key.as_str()), ("ssm", "/myapp/prod/db/password"));
    assert_eq!(get.options, options(Some("none"), None));
    assert_eq!(
        StoreGet::parse("redis global-config | query .version").expect("parses").options.query.as_deref(),
        Some(".version")
    );
    assert_eq!(StoreGet::parse("redis").expect_err("one word").message(), "needs a store and a key");
}

#[test]
fn words_and_a_rest() {
    assert_eq!(first_and_rest("NAME default value").expect("parses"), ("NAME".into(), Some("default value".into())));
    assert_eq!(
        first_and_rest("'a file.yaml' '.x[\"y z\"]'").expect("parses"),
        ("a file.yaml".into(), Some(".x[\"y z\"]".into()))
    );
    assert_eq!(words("1 '2 3'").expect("parses"), ["1", "2 3"]);
}
