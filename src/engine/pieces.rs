//! Templates that stay within one value, rendered alone.
//!
//! Atmos writes all sections of a component as one YAML text, renders it, and reads it again, so that a template may reach
//! over values and lines. Hardly any does. A value whose template does not is written, rendered and read by itself, with
//! the same result for a fraction of the work. Whatever might reach further, and every error, is left to the whole text.

use super::evaluate::Pass;
use super::{Engine, load, render};
use crate::template::{ParseOptions, Template};
use crate::value::{Data, Map, Value};
use std::sync::Arc;

/// What may change the text around a template, the data that other templates see, or what they can call.
const FAR_REACHING: [&str; 7] = ["define", "template", "block", "tmpl", "set", "merge", "coll."];

/// One rendering of a component's sections.
struct Pieces<'a> {
    engine: &'a Engine,
    sections: &'a Value,
    stack: &'a str,
    env: Vec<(String, String)>,
    pass: &'a Pass,
}

impl Engine {
    /// The sections of a component with their templates rendered one by one; `None` where the whole text must be.
    pub(crate) fn render_pieces(&self, sections: &Value, stack: &str, pass: &Pass) -> Option<Value> {
        let settings = &self.settings.templates;
        // `.version` is not among the sections, but is added for a text that names it
        let changes = has_unsafe_number(sections) || render::changes_as_text(sections);
        if changes || settings.evaluations > 1 || render::contains(sections, ".version") {
            return None;
        }
        let mut env = settings.env.clone();
        env.extend(render::template_env(sections));
        let pieces = Pieces { engine: self, sections, stack, env, pass };
        let mut rendered = Map::with_capacity(sections.as_map()?.len());
        for (key, value) in sections.as_map()?.iter() {
            let value = if render::UNTEMPLATED.contains(&&*key.name) {
                value.clone()
            } else {
                pieces.entry(&key.name, value)?
            };
            rendered.insert(key.clone(), value);
        }
        Some(Value::map(rendered).with_span(sections.span))
    }
}

impl Pieces<'_> {
    fn left(&self) -> &str {
        &self.engine.settings.templates.left
    }

    /// The value of a key.
    fn entry(&self, key: &str, value: &Value) -> Option<Value> {
        if key.contains(self.left()) {
            return None;
        }
        match &value.data {
            Data::Str(text) if text.contains(self.left()) => {
                let wrapped = Value::map(Map::from_iter([(key, value.clone())]));
                let map = self.render(text, &wrapped)?.into_map();
                let rendered = map.get(key).filter(|_| map.len() == 1)?;
                Some(rendered.clone().with_span(value.span))
            }
            _ => self.below(value),
        }
    }

    /// A value that is no text with a template; what has none in it is shared.
    fn below(&self, value: &Value) -> Option<Value> {
        if !render::contains(value, self.left()) {
            return Some(value.clone());
        }
        let data = match &value.data {
            Data::Map(map) => {
                let entries = map.iter().map(|(key, item)| Some((key.clone(), self.entry(&key.name, item)?)));
                Data::Map(Arc::new(entries.collect::<Option<Map>>()?))
            }
            Data::Seq(items) => Data::Seq(Arc::new(items.iter().map(|item| self.item(item)).collect::<Option<_>>()?)),
            _ => return None,
        };
        Some(Value::new(data, value.span))
    }

    /// An item of a list.
    fn item(&self, item: &Value) -> Option<Value> {
        match &item.data {
            Data::Str(text) if text.contains(self.left()) => {
                let rendered = self.render(text, &Value::seq(vec![item.clone()]))?;
                match rendered.as_seq()? {
                    [only] => Some(only.clone().with_span(item.span)),
                    _ => None,
                }
            }
            _ => self.below(item),
        }
    }

    /// What a text reads after it was rendered, within `wrapped`: on one line before and after, so that no line of the
    /// whole text can belong to it.
    fn render(&self, text: &str, wrapped: &Value) -> Option<Value> {
        let settings = &self.engine.settings.templates;
        let trims = [format!("{}-", settings.left), format!("-{}", settings.right)];
        let is_far_reaching = FAR_REACHING.iter().any(|word| text.contains(word));
        if is_far_reaching || trims.iter().any(|t| text.contains(t)) {
            return None;
        }
        let line = single_line(settings.to_yaml(wrapped))?;
        let functions =
            self.engine.functions.component(self.engine, &line, self.sections, self.stack, &self.env, self.pass);
        let options = ParseOptions { left: &settings.left, right: &settings.right };
        let template = Template::parse("component", &line, &options, &functions).ok()?;
        let rendered = single_line(template.render(self.sections, &functions, render::Missing::Default.into()).ok()?)?;
        // an anchor may be meant for another value
        if rendered.contains('&') {
            return None;
        }
        load::from_text(&rendered).ok()
    }
}

/// A text that is one whole line.
fn single_line(text: String) -> Option<String> {
    let is_line_break = |c| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let is_one = text.ends_with('\n') && text.find(is_line_break).is_some_and(|at| at + 1 == text.len());
    is_one.then_some(text)
}

/// Whether writing and reading changes the type of a number or a time below: a float without a fraction comes back as an
/// integer.
fn has_unsafe_number(value: &Value) -> bool {
    match &value.data {
        Data::Time(_) => true,
        Data::Float(number) => number.fract() == 0.0 || !number.is_finite(),
        Data::Seq(items) => items.iter().any(has_unsafe_number),
        Data::Map(map) => map.values().any(has_unsafe_number),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Options;
    use crate::text::SourceMap;
    use crate::value::json::{Format, to_json};
    use crate::workspace::{self, Workspace};
    use proptest::prelude::*;
    use std::path::Path;
    use std::sync::LazyLock;

    static ENGINE: LazyLock<Arc<Engine>> = LazyLock::new(|| {
        let acme = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
        let here = workspace::Options::here().expect("there is a current directory");
        let options = workspace::Options { cwd: acme, ..here };
        let workspace = Workspace::open(&options, &SourceMap::default()).expect("the example opens");
        Engine::new(Arc::new(workspace), Options::default()).expect("the example opens")
    });

    /// What texts are made of: what means something to YAML, and templates that stay within their value or do not.
    const FRAGMENTS: [&str; 44] = [
        "a",
        " ",
        "'",
        "\"",
        ":",
        "- ",
        "# ",
        "x: y",
        "[",
        "]",
        "{",
        "}",
        "1",
        "0x1f",
        "1e3",
        "true",
        "null",
        "~",
        "\n",
        "\t",
        "|",
        ">",
        "&a",
        "*a",
        "!env X",
        "---",
        "%",
        "@",
        "{{ .vars.a }}",
        "{{ .vars.number }}",
        "{{ .vars.list }}",
        "{{ .vars.list | toJson }}",
        "{{ .vars.a | quote }}",
        "{{ .vars.missing }}",
        "{{ .vars.lines }}",
        "{{- .vars.a }}",
        "{{ .vars.a -}}",
        "{{ $x := 1 }}",
        "{{ $x }}",
        "{{ if .vars.a }}",
        "{{ end }}",
        "{{ range .vars.list }}i{{ end }}",
        "{{ \"{{\" }}",
        "{{ fail \"no\" }}",
    ];

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(&FRAGMENTS[..]), 0..5).prop_map(|parts| parts.concat())
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            6 => text().prop_map(Value::from),
            1 => any::<i64>().prop_map(Value::from),
            1 => any::<bool>().prop_map(Value::from),
            1 => Just(Value::NULL),
            1 => any::<f64>().prop_map(|number| Data::Float(number).into()),
        ];
        leaf.prop_recursive(3, 12, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::seq),
                prop::collection::vec((text(), inner), 0..4)
                    .prop_map(|entries| Value::map(entries.iter().map(|(k, v)| (k.as_str(), v.clone())).collect())),
            ]
        })
    }

    fn sections(value: Value) -> Value {
        let vars = [
            ("a", Value::from("text")),
            ("number", 12.into()),
            ("list", Value::seq(vec!["one".into(), 2.into()])),
            ("lines", "first\nsecond".into()),
            ("value", value),
        ];
        let vars = Value::map(Map::from_iter(vars));
        Value::map(Map::from_iter([("env", Value::empty_map()), ("vars", vars)]))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn what_is_rendered_alone_is_what_the_whole_text_gives(value in value()) {
            let sections = sections(value);
            let pass = ENGINE.pass();
            if let Some(alone) = ENGINE.render_pieces(&sections, "stack", &pass) {
                let whole = ENGINE.render_whole(&sections, "stack", &pass).map_err(|e| TestCaseError::fail(e.to_string()))?;
                // maps are printed sorted, and whoever renders the whole text sorts them before
                prop_assert_eq!(to_json(&alone, Format::COMPACT).unwrap(), to_json(&whole, Format::COMPACT).unwrap());
            }
        }
    }

    #[test]
    fn most_values_are_rendered_alone() {
        let pass = ENGINE.pass();
        let alone = |text: &str| {
            let rendered = ENGINE.render_pieces(&sections(Value::from(text)), "stack", &pass)?;
            rendered.dig(["vars", "value"]).cloned()
        };
        assert_eq!(alone("{{ .vars.a }}-{{ .vars.number }}"), Some("text-12".into()));
        assert_eq!(alone("x{{ .vars.missing }}"), Some("x<no value>".into()));
        assert_eq!(alone("{{ .vars.lines }}"), None);
        assert_eq!(alone("{{ if .vars.a }}"), None);
        assert_eq!(alone("{{- .vars.a }}"), None);
    }
}
