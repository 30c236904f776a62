//! A module as Atmos prints it: `component_info.terraform_config` of `describe component`.

use super::body::as_json_number;
use super::module::{Module, ModuleCall, Output, Resource, Variable};
use super::problem::Cause;
use super::providers::{ProviderRef, ProviderRequirement};
use crate::error::{Error, Result};
use crate::text::Span;
use crate::value::{Data, Map, Value};

/// What `describe component` says of a component's code.
#[derive(Clone, Debug, PartialEq)]
pub enum Printed {
    /// `terraform_config`: what the code declares.
    Config(Value),
    /// `terraform_config: null`: there is no code (yet).
    Missing,
    /// `terraform_config: null` and `validation_skipped_module_source_interpolation: true`: the code refers to variables
    /// where only constants can be read, which newer versions of Terraform and `OpenTofu` allow.
    Skipped,
}

impl Module {
    /// What Atmos prints of it.
    ///
    /// # Errors
    /// The code is invalid: Atmos refuses to describe the component then.
    pub fn printed(&self) -> Result<Printed> {
        if self.problems.is_empty() {
            return Ok(Printed::Config(self.config()));
        }
        if self.problems.iter().any(|p| p.cause == Cause::Missing) {
            return Ok(Printed::Missing);
        }
        match self.refusal() {
            Some(error) => Err(error),
            None => Ok(Printed::Skipped),
        }
    }

    /// The first problem that stands on no line with a variable where a constant is needed: what follows from that is
    /// forgiven, for such code can be valid.
    fn refusal(&self) -> Option<Error> {
        let forgiven: Vec<_> =
            self.problems.iter().filter(|p| p.cause == Cause::Variable).map(|p| self.line(&p.error)).collect();
        let wrong = self.problems.iter().find(|p| {
            let line = self.line(&p.error);
            line.is_none() || !forgiven.contains(&line)
        })?;
        Some(wrong.error.clone().hint(format!("`terraform validate` in {} says more", self.path.display())))
    }

    fn line(&self, error: &Error) -> Option<(&str, usize)> {
        self.place(error.span()?)
    }

    /// The file and line of a span.
    fn place(&self, span: Span) -> Option<(&str, usize)> {
        let source = self.sources.iter().find(|s| s.id == span.source)?;
        Some((source.path.to_str().unwrap_or_default(), source.position(span.start).line))
    }

    fn config(&self) -> Value {
        let mut config = Object::default();
        config.set("path", self.path.to_string_lossy().as_ref());
        config.set("variables", each(&self.variables, |name, v| self.variable(name, v)));
        config.set("outputs", each(&self.outputs, |name, o| self.output(name, o)));
        config.some("required_core", texts(&self.required_core));
        config.set("required_providers", each(&self.required_providers, |_, r| requirement(r)));
        let configs = each(&self.provider_configs, |_, c| reference(&c.name, &c.alias));
        config.some("provider_configs", Some(configs).filter(|c| c.as_map().is_some_and(|m| !m.is_empty())));
        config.set("managed_resources", each(&self.managed_resources, |_, r| self.resource("managed", r)));
        config.set("data_resources", each(&self.data_resources, |_, r| self.resource("data", r)));
        config.set("module_calls", each(&self.module_calls, |name, c| self.module_call(name, c)));
        config.0.into()
    }

    fn variable(&self, name: &str, variable: &Variable) -> Value {
        let mut out = Object::default();
        out.set("name", name);
        out.text("type", variable.type_text.as_deref().unwrap_or_default());
        out.text("description", &variable.description);
        out.set("default", variable.default.as_ref().map_or(Value::NULL, json_numbers));
        out.set("required", variable.required);
        out.some("sensitive", variable.sensitive.then_some(true.into()));
        out.text("deprecated", &variable.deprecated);
        out.set("pos", self.pos(variable.span));
        out.0.into()
    }

    fn output(&self, name: &str, output: &Output) -> Value {
        let mut out = Object::default();
        out.set("name", name);
        out.text("description", &output.description);
        out.some("sensitive", output.sensitive.then_some(true.into()));
        out.text("deprecated", &output.deprecated);
        out.set("pos", self.pos(output.span));
        out.0.into()
    }

    fn resource(&self, mode: &str, resource: &Resource) -> Value {
        let mut out = Object::default();
        out.set("mode", mode);
        out.set("type", resource.kind.as_str());
        out.set("name", resource.name.as_str());
        out.set("provider", reference(&resource.provider.name, &resource.provider.alias));
        out.set("pos", self.pos(resource.span));
        out.0.into()
    }

    fn module_call(&self, name: &str, call: &ModuleCall) -> Value {
        let mut out = Object::default();
        out.set("name", name);
        out.set("source", call.source.as_str());
        out.text("version", &call.version);
        out.set("pos", self.pos(call.span));
        out.0.into()
    }

    fn pos(&self, span: Span) -> Value {
        let (file, line) = self.place(span).unwrap_or_default();
        let mut out = Object::default();
        out.set("filename", file);
        out.set("line", i64::try_from(line).unwrap_or_default());
        out.0.into()
    }
}

/// A map in the making, where empty values can be left out.
#[derive(Default)]
struct Object(Map);

impl Object {
    fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key, value);
    }

    fn some(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        self.some(key, (!text.is_empty()).then(|| text.into()));
    }
}

fn each<T>(all: &std::collections::BTreeMap<String, T>, print: impl Fn(&str, &T) -> Value) -> Value {
    all.iter().map(|(name, item)| (name.as_str(), print(name, item))).collect::<Map>().into()
}

fn texts(all: &[String]) -> Option<Value> {
    (!all.is_empty()).then(|| Value::seq(all.iter().map(|text| text.as_str().into()).collect()))
}

fn reference(name: &str, alias: &str) -> Value {
    let mut out = Object::default();
    out.set("name", name);
    out.text("alias", alias);
    out.0.into()
}

fn requirement(requirement: &ProviderRequirement) -> Value {
    let mut out = Object::default();
    out.text("source", &requirement.source);
    out.some("version_constraints", texts(&requirement.version_constraints));
    let alias = |ProviderRef { name, alias }: &ProviderRef| reference(name, alias);
    let aliases: Vec<_> = requirement.aliases.iter().map(alias).collect();
    out.some("aliases", (!aliases.is_empty()).then(|| Value::seq(aliases)));
    out.0.into()
}

/// The value with every number as a float, for that is what Atmos makes of it.
fn json_numbers(value: &Value) -> Value {
    let data = match &value.data {
        Data::Seq(items) => Data::Seq(items.iter().map(json_numbers).collect::<Vec<_>>().into()),
        Data::Map(map) => Data::Map(map.iter().map(|(k, v)| (k.clone(), json_numbers(v))).collect::<Map>().into()),
        data => as_json_number(data),
    };
    Value::new(data, value.span)
}
