//! Functions of Go templates that are Atmos's own: `collectKeys`, and the methods of `atmos`.

use super::super::Engine;
use super::super::evaluate::{Evaluated, Pass, Reference, evaluate};
use super::Call;
use crate::error::{Error, Result};
use crate::template::{CallError, Functions, Str, Val};
use crate::value::{Map, Value};
use regex::Regex;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, Weak};

/// Adds `collectKeys MAP [NAME]`: the keys of a map, or those of the map called NAME in each of its entries.
pub(crate) fn with_collect_keys(mut functions: Functions) -> Functions {
    functions.insert("collectKeys", |args| {
        let value = args.first().map(Val::to_value).unwrap_or_default();
        let Some(map) = value.as_map() else {
            return Err(CallError::new(format!("collectKeys needs a map, not a {}", value.type_name())));
        };
        let keys: BTreeSet<&str> = match args.get(1).and_then(Val::as_str) {
            None => map.names().collect(),
            Some(nested) => map.values().filter_map(|v| v.get(nested)?.as_map()).flat_map(Map::names).collect(),
        };
        Ok(Val::from(Value::seq(keys.into_iter().map(Value::from).collect())))
    });
    functions
}

/// Lets `env` and `expandenv` see variables that are set for templates only.
pub(crate) fn with_env(mut functions: Functions, env: &[(String, String)]) -> Functions {
    let env: Arc<Vec<(String, String)>> = Arc::new(env.to_vec());
    let seen = move |name: &str| {
        env.iter()
            .rev()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.clone())
            .or_else(|| std::env::var(name).ok())
            .unwrap_or_default()
    };
    let lookup = seen.clone();
    functions.insert("env", move |args| {
        let [name] = texts("env", args)?;
        Ok(Val::from(Value::from(lookup(name))))
    });
    functions.insert("expandenv", move |args| {
        let [text] = texts("expandenv", args)?;
        Ok(Val::from(Value::from(expand(text, &seen))))
    });
    functions
}

/// `$NAME` and `${NAME}` in a text, replaced.
fn expand(text: &str, seen: &dyn Fn(&str) -> String) -> String {
    static NAME: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\$(?:\{([^}]*)\}|([A-Za-z_][A-Za-z0-9_]*))").expect("a valid pattern"));
    let replaced = NAME.replace_all(text, |found: &regex::Captures<'_>| {
        seen(found.get(1).or(found.get(2)).map_or("", |m| m.as_str()))
    });
    replaced.into_owned()
}

/// What the methods of `atmos` need to know of their caller.
struct Caller {
    engine: Weak<Engine>,
    sections: Value,
    stack: String,
    pass: Pass,
}

impl Caller {
    fn call<T>(&self, act: impl FnOnce(&Call<'_>) -> Result<T>) -> Result<T, CallError> {
        let gone = || CallError::new("the engine is gone");
        let engine = self.engine.upgrade().ok_or_else(gone)?;
        let skip: Vec<&str> = self.pass.options.skip.iter().map(String::as_str).collect();
        let call = Call {
            engine: &engine,
            component: None,
            sections: &self.sections,
            stack: &self.stack,
            skip: &skip,
            pass: &self.pass,
            at: RefCell::default(),
        };
        act(&call).map_err(|e: Error| CallError::new(describe(&e)))
    }

    fn is_disabled(&self) -> bool {
        self.sections.dig(["metadata", "enabled"]).and_then(Value::as_bool) == Some(false)
    }
}

/// An error as one text, its notes and hints included: a template's error has no room for more.
pub(super) fn describe(error: &Error) -> String {
    let more = error.notes().iter().chain(error.hints()).map(String::as_str);
    std::iter::once(error.message()).chain(more).collect::<Vec<_>>().join("; ")
}

/// The sections that `atmos.Component` gives to a disabled component, whatever it asks for.
const EMPTY: [&str; 9] =
    ["vars", "settings", "env", "metadata", "providers", "hooks", "overrides", "backend", "outputs"];

/// Adds `atmos` with its methods, called by a component of a stack.
pub(crate) fn with_atmos(
    mut functions: Functions,
    engine: &Engine,
    sections: &Value,
    stack: &str,
    pass: &Pass,
) -> Functions {
    let caller = Arc::new(Caller {
        engine: Weak::clone(&engine.me),
        sections: sections.clone(),
        stack: stack.to_string(),
        pass: pass.clone(),
    });
    let asking = Arc::clone(&caller);
    functions.insert("atmos.Component", move |args| {
        if asking.is_disabled() {
            return Ok(Val::from(Value::map(EMPTY.into_iter().map(|name| (name, Value::empty_map())).collect())));
        }
        let [component, stack] = texts("atmos.Component", args)?;
        asking.call(|call| component_sections(call, component, stack)).map(Val::from)
    });
    let sources = super::datasources::sources(engine, sections);
    functions.insert("atmos.GomplateDatasource", move |args| {
        let names: Vec<Str> = args.iter().filter_map(Val::as_str).map(Str::from).collect();
        match names.split_first() {
            Some((alias, arguments)) if names.len() == args.len() => {
                Ok(Val::from(crate::template::read_datasource(&*sources, alias, arguments)?))
            }
            _ => Err(CallError::new("atmos.GomplateDatasource needs the name of a data source")),
        }
    });
    let asking = Arc::clone(&caller);
    functions.insert("atmos.Resolve", move |args| {
        let [text] = texts("atmos.Resolve", args)?;
        let resolved = asking.call(|call| evaluate(call, &Value::from(text)))?;
        Ok(Val::from(match resolved {
            Evaluated::Value(value) => value,
            Evaluated::Unset => Value::NULL,
        }))
    });
    functions.insert("atmos.Store", move |args| {
        let [store, stack, component, key] = texts("atmos.Store", args)?;
        if caller.pass.options.offline {
            return Ok(Val::from(Value::NULL));
        }
        caller.call(|call| super::outside::store_value(call, store, stack, component, key)).map(Val::from)
    });
    functions
}

fn texts<'a, const N: usize>(name: &str, args: &'a [Val]) -> Result<[&'a str; N], CallError> {
    let texts: Vec<&str> = args.iter().filter_map(Val::as_str).collect();
    <[&str; N]>::try_from(texts).map_err(|_| CallError::new(format!("{name} needs {N} strings")))
}

/// The sections of another component, and its outputs if it is one of Terraform.
fn component_sections(call: &Call<'_>, component: &str, stack: &str) -> Result<Value> {
    let reference = Reference { component: component.to_string(), stack: stack.to_string() };
    let mut sections = call.engine.referred(&reference, call.pass)?;
    if sections.get("backend_type").is_some() {
        let outputs = if call.pass.options.offline {
            Value::empty_map()
        } else {
            call.engine.terraform_outputs(&reference, call)?
        };
        sections.set("outputs", outputs);
    }
    Ok(sections)
}
