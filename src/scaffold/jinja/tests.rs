use super::*;
use crate::scaffold::json;
use crate::scaffold::source::Whitespace;

fn jinja() -> Jinja {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let envops = Envops {
        block: pair("{%", "%}"),
        variable: pair("{{", "}}"),
        comment: pair("{#", "#}"),
        line_statement: None,
        line_comment: None,
        whitespace: Whitespace { trim_blocks: false, lstrip_blocks: false, keep_trailing_newline: true },
        newline: "\n".to_owned(),
        autoescape: false,
        undefined: Undefined::Lenient,
    };
    Jinja::new(Path::new("/nonexistent"), &envops).unwrap()
}

fn context() -> Value {
    json::parse(r#"{"name": "Gaia", "list": [1, "b", null, true, 1.5], "map": {"b": 1, "a": "yes"}, "n": 3}"#).unwrap()
}

/// Every result is what Jinja2 with `jinja2-ansible-filters` gives.
#[test]
fn templates_render_as_in_jinja2() {
    for (template, expected) in [
        ("{{ list }} {{ map }} {{ none }} {{ true }}", "[1, 'b', None, True, 1.5] {'b': 1, 'a': 'yes'} None True"),
        ("{{ name.upper() }} {{ 'a-b'.split('-') }} {{ name.zfill(6) }}", "GAIA ['a', 'b'] 00Gaia"),
        ("{{ 'x'.center(4) }}|{{ 'ab'.partition('-') }}", " x  |('ab', '', '')"),
        ("{{ map | to_nice_yaml }}", "a: 'yes'\nb: 1\n"),
        (
            "{{ map | to_json }} {{ map | to_nice_json }}",
            "{\"b\": 1, \"a\": \"yes\"} {\n    \"a\": \"yes\",\n    \"b\": 1\n}",
        ),
        ("{{ list | to_yaml }}", "[1, b, null, true, 1.5]\n"),
        ("{{ 'foo bar' | regex_replace('(\\\\w+) (\\\\w+)', '\\\\2 \\\\1') }}", "bar foo"),
        ("{{ 'foobar' | regex_search('o(?=b)') }}", "o"),
        ("{{ 'a1b22' | regex_findall('\\\\d+') }}", "['1', '22']"),
        ("{{ 'x' | md5 }}", "9dd4e461268c8034f5c8564e155c67a6"),
        ("{{ 'example.com' | to_uuid }}", "24c6832c-0cea-5443-9788-a479dc0e5dd9"),
        ("{{ {'a': {'x': 1}} | combine({'a': {'y': 2}}, recursive=True) }}", "{'a': {'x': 1, 'y': 2}}"),
        ("{{ [1, [2, [3]]] | flatten(levels=1) }}", "[1, 2, [3]]"),
        ("{{ '/etc/x.tar.gz' | basename }} {{ '/etc/x.tar.gz' | splitext }}", "x.tar.gz ('/etc/x.tar', '.gz')"),
        ("{{ (n > 2) | ternary('yes', 'no') }}", "yes"),
        ("{{ 'two\nlines' | comment }}", "#\n# two\n# lines\n#"),
        ("{{ \"it's\" | quote }}", "'it'\"'\"'s'"),
        ("{{ 1e20 }} {{ 10 / 4 }} {{ 7 // 2 }} {{ 2 ** 3 }}", "1e+20 2.5 3 8"),
        ("{{ missing }}|{{ missing | default('d') }}", "|d"),
        ("{% for k, v in map.items() %}{{ k }}={{ v }};{% endfor %}", "b=1;a=yes;"),
        ("{% set x = namespace(v=0) %}{% for i in range(3) %}{% set x.v = x.v + i %}{% endfor %}{{ x.v }}", "3"),
        ("{{ pathjoin('a', 'b/', './c') }} {{ pathjoin('a', '/b', mode='windows') }}", "a/b/c \\b"),
        ("{% for i in [1, 2, 3] %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13"),
        ("{{ 'Hello World & co' | slugify }}", "hello-world-co"),
        ("a\n{%- if true %} b {% endif -%}\n c\n", "a b c\n"),
    ] {
        assert_eq!(jinja().render(template, &context()).unwrap_or_else(|e| message(&e)), expected, "{template}");
    }
}

#[test]
fn failures_are_told_in_the_words_of_jinja2() {
    for (template, expected) in [
        ("{{ missing.attribute }}", "'missing' is undefined"),
        ("{{ 'x' | nothing }}", "No filter named 'nothing'."),
        ("{{ name.nothing() }}", "'str object' has no attribute 'nothing'"),
    ] {
        assert_eq!(message(&jinja().render(template, &context()).unwrap_err()), expected, "{template}");
    }
}

#[test]
fn python_extensions_are_refused_by_name() {
    let error = extensions::check(&["jinja2.ext.do".to_owned(), "mine.Extension".to_owned()]).unwrap_err();
    assert!(error.message().contains("mine.Extension") && !error.message().contains("jinja2.ext.do"), "{error}");
}
