//! YAML functions of a component, evaluated over its final sections.

use super::component::Component;
use super::functions::{self, Call};
use super::stack::list_strategy;
use super::{Engine, Options};
use crate::error::Result;
use crate::external::Chain;
use crate::value::{Data, Map, Value};
use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

/// A component in a stack to which a function or a template refers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Reference {
    pub component: String,
    pub stack: String,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` in `{}`", self.component, self.stack)
    }
}

/// What is processed, and which references led here.
#[derive(Clone, Debug)]
pub(crate) struct Pass {
    pub options: Arc<Options>,
    pub chain: Chain<Reference>,
    /// The track of Atmos's version tracker, where a stack chose one and the answer is about one component.
    pub track: Option<String>,
    /// Whether what cannot be read yet is shown as computed; otherwise it is an error.
    pub lenient: bool,
}

/// What evaluating a string gives.
pub(crate) enum Evaluated {
    Value(Value),
    /// `!unset`: the key goes.
    Unset,
}

impl Engine {
    /// Evaluates the YAML functions of a component's sections.
    pub(crate) fn evaluate_sections(
        &self,
        component: &Component,
        sections: &Value,
        stack: &str,
        templates: Option<&Value>,
        pass: &Pass,
    ) -> Result<Value> {
        self.evaluate_part(component, sections, sections, stack, templates, pass)
    }

    /// Evaluates the YAML functions of a part of a component's sections; they see all of them.
    pub(crate) fn evaluate_part(
        &self,
        component: &Component,
        part: &Value,
        sections: &Value,
        stack: &str,
        templates: Option<&Value>,
        pass: &Pass,
    ) -> Result<Value> {
        let mut skip: Vec<&str> = pass.options.skip.iter().map(String::as_str).collect();
        if !component.is_enabled() {
            skip.extend(["terraform.state", "terraform.output"]);
        }
        let call = Call {
            engine: self,
            component: Some(component),
            sections,
            stack,
            skip: &skip,
            pass,
            at: RefCell::default(),
        };
        let mut value = match evaluate(&call, part)? {
            Evaluated::Value(value) => value,
            Evaluated::Unset => Value::empty_map(),
        };
        if !component.deferred.is_empty() {
            self.apply_deferred(&mut value, component, &call, templates)?;
        }
        Ok(value)
    }

    /// Merges what waited for its functions; templates in it are rendered over the sections before that.
    fn apply_deferred(
        &self,
        value: &mut Value,
        component: &Component,
        call: &Call<'_>,
        templates: Option<&Value>,
    ) -> Result<()> {
        let rules = list_strategy(self.rules(), [component.section("settings")])?;
        let Data::Map(sections) = &mut value.data else { return Ok(()) };
        for (name, deferred) in &component.deferred {
            let Some(section) = Arc::make_mut(sections).get_mut(name) else { continue };
            deferred.apply(section, rules.lists, &mut |function| {
                let rendered = self.render_function(function, call, templates)?;
                Ok(match evaluate(call, &rendered)? {
                    Evaluated::Value(value) => value,
                    Evaluated::Unset => Value::NULL,
                })
            })?;
        }
        Ok(())
    }

    fn render_function(&self, function: &Value, call: &Call<'_>, templates: Option<&Value>) -> Result<Value> {
        let left = &self.settings.templates.left;
        let (Some(text), Some(data)) = (function.as_str(), templates) else { return Ok(function.clone()) };
        if !text.contains(left.as_str()) || !self.settings.templates.enabled {
            return Ok(function.clone());
        }
        let wrapped = self.settings.templates.to_yaml(&Value::map(Map::from_iter([("value", function.clone())])));
        let rendered =
            self.render_component_text(wrapped, data, data, call.stack, super::render::Missing::Error, call.pass)?;
        let value = super::load::from_text(&rendered)?;
        Ok(value.get("value").cloned().unwrap_or_default().with_span(function.span))
    }

    /// A pass with the engine's own options.
    pub(crate) fn pass(&self) -> Pass {
        Pass { options: Arc::clone(&self.options), chain: Chain::default(), track: None, lenient: true }
    }

    /// All sections of another component to which one refers: rendered, evaluated, worked out once in a run.
    ///
    /// # Errors
    /// The component cannot be described, or refers back to itself: then the circle is printed.
    pub(crate) fn referred(&self, reference: &Reference, pass: &Pass) -> Result<Value> {
        let offline = pass.options.offline;
        let known = if offline { &self.offline_references } else { &self.references };
        known.get(reference, &pass.chain, |chain| {
            let options = Arc::new(Options { offline, ..Options::default() });
            let pass = Pass { options, chain: chain.clone(), track: None, lenient: pass.lenient };
            let component = self.find_component(&reference.component, &reference.stack)?;
            self.describe_found(&component, &reference.stack, &pass).map(|(sections, _)| sections)
        })
    }

    /// Evaluates the function of a local, outside any component.
    pub(crate) fn evaluate_local(&self, value: &Value, stack: &str) -> Result<Value> {
        let pass = Pass { lenient: false, ..self.pass() };
        let skip: Vec<&str> = pass.options.skip.iter().map(String::as_str).collect();
        let call = Call {
            engine: self,
            component: None,
            sections: &Value::NULL,
            stack,
            skip: &skip,
            pass: &pass,
            at: RefCell::default(),
        };
        Ok(match evaluate(&call, value)? {
            Evaluated::Value(value) => value,
            Evaluated::Unset => Value::NULL,
        })
    }
}

/// Whether any string below a value may be a function.
pub(crate) fn has_function(value: &Value) -> bool {
    match &value.data {
        Data::Str(text) => text.starts_with('!'),
        Data::Seq(items) => items.iter().any(has_function),
        Data::Map(map) => map.values().any(has_function),
        _ => false,
    }
}

/// A value with every function in it evaluated; what has none is shared.
pub(crate) fn evaluate(call: &Call<'_>, value: &Value) -> Result<Evaluated> {
    if !has_function(value) {
        return Ok(Evaluated::Value(value.clone()));
    }
    let data = match &value.data {
        Data::Str(text) => return functions::evaluate(call, value, text).map_err(|e| e.at(value.span)),
        Data::Seq(items) => {
            let mut out = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                if let Evaluated::Value(item) = call.inside(index.to_string().into(), || evaluate(call, item))? {
                    out.push(item);
                }
            }
            Data::Seq(Arc::new(out))
        }
        Data::Map(map) => {
            let mut out = Map::with_capacity(map.len());
            for (key, item) in map.iter() {
                if let Evaluated::Value(item) = call.inside(Arc::clone(&key.name), || evaluate(call, item))? {
                    out.insert(key.clone(), item);
                }
            }
            Data::Map(Arc::new(out))
        }
        other => other.clone(),
    };
    Ok(Evaluated::Value(Value::new(data, value.span)))
}
