//! References in Terraform code: `terraform_remote_state` data sources, and `remote-state` modules.

use super::{Reader, Reference, Target, reason};
use crate::engine::{Engine, Placed};
use crate::graph::dependencies::{CONTEXT, Dependency};
use crate::graph::model::Form;
use crate::hcl::{Argument, Module, Scope};
use crate::text::Span;
use crate::value::{Map, Value};
use crate::workspace::clean;
use std::path::{Path, PathBuf};

/// A state that code reads, as far as it can be told whose it is.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::graph) struct StateQuery {
    /// What is known of its configuration.
    pub(in crate::graph) config: Map,
    /// The workspace, where one is named and known.
    pub(in crate::graph) workspace: Option<String>,
}

/// How deep local modules are followed.
const MAX_DEPTH: usize = 5;

/// Every reference in the code that a component runs, local modules included.
pub(super) fn read(reader: &Reader<'_>, found: &mut Vec<Reference>) {
    let component = &reader.placed.component;
    if &*component.kind != "terraform" {
        return;
    }
    let dir = reader.engine.code_dir(component);
    let mut code = Code { reader, found, vars: None, visited: Vec::new() };
    code.module(&dir, None, 0);
}

struct Code<'c> {
    reader: &'c Reader<'c>,
    found: &'c mut Vec<Reference>,
    /// The component's vars, rendered, once code asks for them.
    vars: Option<Map>,
    visited: Vec<PathBuf>,
}

impl Code<'_> {
    /// One directory; `given` are the arguments of the call that leads there, none for the root.
    fn module(&mut self, dir: &Path, given: Option<&Map>, depth: usize) {
        if depth > MAX_DEPTH || self.visited.iter().any(|d| d == dir) {
            return;
        }
        self.visited.push(dir.to_owned());
        let module = self.reader.engine.module(dir);
        for call in module.module_calls.values() {
            if is_remote_state(&call.source) {
                let scope = self.scope(&module, given);
                self.remote_state_module(&call.arguments, call.span, &scope);
            } else if call.source.starts_with("./") || call.source.starts_with("../") {
                let below = self.reader.engine.module(&clean(&dir.join(&call.source)));
                // most modules hold nothing to look for
                if refers(&below) || below.module_calls.values().any(|c| c.source.starts_with('.')) {
                    let scope = self.scope(&module, given);
                    let known = |a: &Argument| Some((a.name.clone(), scope.value(&self.text(a.span))?));
                    let given: Map = call.arguments.iter().filter_map(known).collect();
                    self.module(&below.path, Some(&given), depth + 1);
                }
            }
        }
        for data in module.data_resources.values().filter(|d| d.kind == "terraform_remote_state") {
            let scope = self.scope(&module, given);
            self.remote_state(&data.arguments, data.span, &scope);
        }
    }

    /// `var`, and `module.this`, which hands the same context on by convention.
    fn scope(&mut self, module: &Module, given: Option<&Map>) -> Scope {
        let reader = self.reader;
        let given = given.unwrap_or_else(|| self.vars.get_or_insert_with(|| rendered_vars(reader)));
        let mut vars: Map =
            module.variables.iter().filter_map(|(n, v)| Some((n.as_str(), v.default.clone()?))).collect();
        vars.extend(given.iter().map(|(k, v)| (k.clone(), v.clone())));
        let this = Map::from_iter([("this", Value::map(vars.clone()))]);
        Scope::new([("var", Value::map(vars)), ("module", Value::map(this))])
    }

    fn text(&self, span: Span) -> String {
        let source = self.reader.engine.workspace().sources.get(span.source);
        let text = source.as_ref().and_then(|s| s.text.get(span.start as usize..span.end as usize));
        text.unwrap_or_default().to_owned()
    }

    /// The text of an argument: `Ok(None)` where it is not there, an error where it is not known.
    fn argument(&self, arguments: &[Argument], name: &str, scope: &Scope) -> Result<Option<String>, String> {
        let Some(argument) = arguments.iter().find(|a| a.name == name) else { return Ok(None) };
        let written = self.text(argument.span);
        match scope.value(&written) {
            Some(value) if value.is_null() => Ok(None),
            Some(value) => value.as_str().map(|text| Some(text.to_owned())).ok_or(written),
            None => Err(written),
        }
    }

    fn remote_state_module(&mut self, arguments: &[Argument], span: Span, scope: &Scope) {
        let mut dependency = Dependency { span, ..Dependency::default() };
        let read = |name: &str, slot: &mut String| -> Result<(), String> {
            *slot = self.argument(arguments, name, scope)?.unwrap_or_default();
            Ok(())
        };
        let component = read("component", &mut dependency.component);
        let mut known = read("stack", &mut dependency.stack);
        // the module asks for a stack by its name, and looks at nothing else then
        dependency.modern = !dependency.stack.is_empty();
        if dependency.stack.is_empty() {
            for (name, slot) in CONTEXT.into_iter().zip(&mut dependency.context) {
                known = known.and(read(name, slot));
            }
        }
        let is_true = |name: &str| {
            arguments.iter().any(|a| a.name == name && a.value.as_ref().and_then(Value::as_bool) == Some(true))
        };
        let path = self.text(span);
        let mut reason = reason(Form::RemoteStateModule, span, path, dependency.component.clone());
        reason.soft = is_true("ignore_errors") || is_true("bypass") || arguments.iter().any(|a| a.name == "defaults");
        let target = match (component, known) {
            (Ok(()), Ok(())) if dependency.component.is_empty() => return,
            (Ok(()), Ok(())) => Target::Declared(dependency),
            (Err(written), _) | (_, Err(written)) => {
                if dependency.component.is_empty() {
                    reason.text.clone_from(&written);
                }
                Target::Dynamic(dependency.component)
            }
        };
        self.found.push(Reference { target, reason });
    }

    fn remote_state(&mut self, arguments: &[Argument], span: Span, scope: &Scope) {
        let Ok(Some(backend)) = self.argument(arguments, "backend", scope) else { return };
        let config = arguments.iter().find(|a| a.name == "config").map(|a| scope.entries(&self.text(a.span)));
        let workspace = self.argument(arguments, "workspace", scope).ok().flatten();
        let mut reason = reason(Form::RemoteState, span, self.text(span), backend.clone());
        reason.soft = arguments.iter().any(|a| a.name == "defaults");
        let config = config.unwrap_or_default();
        let told = ["workspace_key_prefix", "key", "prefix", "path"].into_iter().find_map(|k| config.get(k)?.as_str());
        told.unwrap_or_default().clone_into(&mut reason.text);
        let target = Target::State(StateQuery { config, workspace });
        self.found.push(Reference { target, reason });
    }
}

/// The component's vars, each text rendered where that takes nobody's help.
fn rendered_vars(reader: &Reader<'_>) -> Map {
    let vars = reader.placed.component.section("vars").and_then(Value::as_map);
    let rendered = |value: &Value| match value.as_str() {
        Some(text) if reader.engine.is_template(text) => reader.rendered(text).map(Value::from),
        Some(text) if text.starts_with('!') => None,
        _ => Some(value.clone()),
    };
    vars.into_iter().flat_map(Map::iter).filter_map(|(key, value)| Some((key.clone(), rendered(value)?))).collect()
}

/// `cloudposse/stack-config/yaml//modules/remote-state`, in whatever registry or mirror.
fn is_remote_state(source: &str) -> bool {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next() == Some("remote-state")
}

fn refers(module: &Module) -> bool {
    module.module_calls.values().any(|c| is_remote_state(&c.source))
        || module.data_resources.values().any(|d| d.kind == "terraform_remote_state")
}

/// The parts of a backend's configuration that say where states lie, rather than which is which.
const PLACE: [&str; 6] =
    ["bucket", "container_name", "storage_account_name", "organization", "hostname", "workspace_key_prefix"];
/// Those that tell one state from another.
const NAMES: [&str; 4] = ["workspace_key_prefix", "prefix", "path", "key"];

fn part(config: &Map, key: &str) -> Option<String> {
    config.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// The whole path of a state in a bucket.
fn whole_path(backend: &Map, workspace: Option<&str>) -> Option<String> {
    let (prefix, key) = (part(backend, "workspace_key_prefix")?, part(backend, "key")?);
    Some(format!("{prefix}/{}/{key}", workspace?))
}

impl StateQuery {
    /// What the state is called: the key under which [`StateQuery::keys`] lists whoever keeps it.
    pub(in crate::graph) fn key(&self) -> Option<(&'static str, String)> {
        NAMES.into_iter().find_map(|name| Some((name, part(&self.config, name)?)))
    }

    /// What a component's state is called, in every way that a reader may write.
    pub(in crate::graph) fn keys(backend: &Value, workspace: Option<&str>) -> Vec<(&'static str, String)> {
        let Some(backend) = backend.as_map() else { return Vec::new() };
        let has_prefix = backend.contains("workspace_key_prefix");
        // a key behind a prefix is everybody's
        let names = NAMES.into_iter().filter(|name| !(has_prefix && *name == "key"));
        let mut keys: Vec<_> = names.filter_map(|name| Some((name, part(backend, name)?))).collect();
        keys.extend(whole_path(backend, workspace).map(|path| ("key", path)));
        keys
    }

    /// Whether a component that is listed under this state's key keeps it: nothing that both say differs.
    pub(in crate::graph) fn is_kept_by(&self, backend: &Value, workspace: Option<&str>) -> bool {
        let Some(theirs) = backend.as_map() else { return false };
        let differs = |key: &str| match (part(&self.config, key), part(theirs, key)) {
            (Some(wanted), Some(theirs)) => wanted != theirs,
            _ => false,
        };
        let other_workspace = self.workspace.as_deref().zip(workspace).is_some_and(|(wanted, theirs)| wanted != theirs);
        !other_workspace && !PLACE.into_iter().any(differs)
    }
}

/// What is needed to tell whose a state is: the backend's configuration, and the workspace.
pub(in crate::graph) fn kept_state(engine: &Engine, placed: &Placed) -> (Value, Option<String>) {
    let backend = placed.component.section("backend").cloned().unwrap_or_default();
    (backend, engine.terraform_workspace(&placed.component))
}
