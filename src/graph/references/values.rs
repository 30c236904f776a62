//! References in a component's values: YAML functions, templates, and the old repository's `${…}`.

use super::interpolation::{self, Refers};
use super::{Reader, Reference, Target, reason};
use crate::external::args;
use crate::graph::model::{Form, Reason};
use crate::text::Span;
use crate::value::{Data, Value};

/// The sections whose names say nothing of other components: Atmos computes them, or they were read already.
const SKIPPED: [&str; 4] = ["dependencies", "inheritance", "component", "metadata"];

/// Every reference in the values of a component, in their order. Tells whether there may be others, which nobody can know
/// before a command has run.
pub(super) fn read(reader: &Reader<'_>, found: &mut Vec<Reference>) -> bool {
    let component = &reader.placed.component;
    let mut walk = Walk { reader, path: Vec::new(), found, opaque: has_commands(component.section("hooks")) };
    for (key, value) in component.sections.as_map().into_iter().flat_map(crate::value::Map::iter) {
        if !SKIPPED.contains(&&*key.name) {
            walk.path.push(Step::Key(&key.name));
            walk.value(value);
            walk.path.pop();
        }
    }
    for (section, value) in reader.engine.waiting_values(component) {
        // layers below a function: what is merged with its result
        walk.path.push(Step::Key(section));
        walk.value(value);
        walk.path.pop();
    }
    let opaque = walk.opaque;
    // a function may stand in the merged section and among the layers
    let mut seen = rustc_hash::FxHashSet::default();
    found.retain(|r| seen.insert((r.reason.span, r.reason.form, r.reason.text.clone())) || r.reason.span.is_none());
    opaque
}

/// Whether any hook runs a command. Those called `store` keep outputs, and ask for nothing.
fn has_commands(hooks: Option<&Value>) -> bool {
    let hooks = hooks.and_then(Value::as_map).into_iter().flat_map(crate::value::Map::values);
    let mut commands = hooks.filter_map(|hook| hook.get("command")?.as_str());
    commands.any(|command| command != "store")
}

enum Step<'v> {
    Key(&'v str),
    Index(usize),
}

struct Walk<'w, 'v> {
    reader: &'w Reader<'w>,
    path: Vec<Step<'v>>,
    found: &'w mut Vec<Reference>,
    opaque: bool,
}

impl<'v> Walk<'_, 'v> {
    fn value(&mut self, value: &'v Value) {
        match &value.data {
            Data::Str(text) => self.text(text, value.span),
            Data::Seq(items) => {
                for (n, item) in items.iter().enumerate() {
                    self.path.push(Step::Index(n));
                    self.value(item);
                    self.path.pop();
                }
            }
            Data::Map(map) => {
                for (key, item) in map.iter() {
                    self.path.push(Step::Key(&key.name));
                    self.value(item);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        if text.starts_with('!') {
            self.function(text, span);
        }
        if text.contains("atmos.") {
            self.template(text, span);
        }
        if text.contains("${") {
            self.interpolations(text, span);
        }
    }

    /// `!terraform.output component [stack] output` and its kin.
    fn function(&mut self, text: &str, span: Span) {
        let Some((tag, arguments)) = args::split_tag(text) else { return };
        let form = match tag {
            "!terraform.output" => Form::TerraformOutput,
            "!terraform.state" => Form::TerraformState,
            "!store" => Form::Store,
            "!exec" => {
                self.opaque = true;
                return;
            }
            _ => return,
        };
        let mut reason = self.reason(form, span, text);
        let target = match self.reader.rendered(arguments) {
            None => Target::Dynamic(arguments.to_owned()),
            Some(arguments) => {
                let parsed = if form == Form::Store {
                    args::Store::parse(&arguments).map(|a| (a.component, a.stack, a.options.default.is_some()))
                } else {
                    args::Terraform::parse(&arguments).map(|a| {
                        let soft = a.has_default();
                        (a.component, a.stack, soft)
                    })
                };
                // wrong arguments are for `validate` to tell
                let Ok((component, stack, soft)) = parsed else { return };
                reason.soft = soft;
                Target::Exact { component, stack }
            }
        };
        self.found.push(Reference { target, reason });
    }

    /// `atmos.Component "component" "stack"`, and `atmos.Store "store" "stack" "component" "key"`.
    fn template(&mut self, text: &str, span: Span) {
        let engine = self.reader.engine;
        self.opaque |= text.contains("atmos.Resolve");
        for (function, form, at) in
            [("atmos.Component", Form::TemplateComponent, [0, 1]), ("atmos.Store", Form::TemplateStore, [2, 1])]
        {
            if !text.contains(function) {
                continue;
            }
            for call in engine.calls_in(text, function, self.reader.data()) {
                let argument = |n: usize| call.arguments.get(n).cloned().flatten();
                let target = match (argument(at[0]), argument(at[1])) {
                    (Some(component), Some(stack)) => Target::Exact { component, stack: Some(stack) },
                    (component, _) => Target::Dynamic(component.unwrap_or_default()),
                };
                let rest = text.get(call.offset..).unwrap_or_default();
                let written = rest.split([')', '}', '|', '\n']).next().unwrap_or_default().trim();
                let place = self.reader.place_of(span, written);
                let reason = self.reason(form, place, written);
                self.found.push(Reference { target, reason });
            }
        }
    }

    /// `${output.component.key}` and `${component.outputs.key}`.
    fn interpolations(&mut self, text: &str, span: Span) {
        for Refers { component, written, soft, outputs } in interpolation::find(text) {
            let place = self.reader.place_of(span, &written);
            let mut reason = self.reason(if outputs { Form::Outputs } else { Form::Output }, place, &written);
            reason.soft = soft;
            self.found.push(Reference { target: Target::Bare(component), reason });
        }
    }

    fn reason(&self, form: Form, span: Span, text: &str) -> Reason {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) if path.is_empty() => path.push_str(key),
                Step::Key(key) => path.extend([".", *key]),
                Step::Index(n) => path.extend(["[", &n.to_string(), "]"]),
            }
        }
        reason(form, span, path, text)
    }
}
