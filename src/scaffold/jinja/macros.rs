//! Macros as Jinja2 has them. Those of minijinja take what they declare, and nothing more; so a macro becomes one with a
//! single argument, which holds everything, and an object that is called in its place:
//!
//! | Jinja2 | minijinja |
//! |---|---|
//! | `{% macro m(a, b=a) %}` | `{% macro __macro_m(__given) %}{% set a = __given['a'] %}{% set b = … %}` |
//! | `{% endmacro %}` | `{% endmacro %}{% set m = __macro(__macro_m, …) %}` |

use super::Failure;
use super::error::wrong;
use super::operators::{expression, tokens};
use crate::scaffold::data::Data;
use minijinja::value::{Kwargs, Object, ObjectRepr, Rest, Tuple, from_args};
use minijinja::{Environment, State, Value};
use std::fmt;
use std::sync::Arc;

/// What a macro takes when it uses it: more arguments, more named ones, and a block.
const SPECIAL: [&str; 3] = ["varargs", "kwargs", "caller"];

/// What stands behind `macro`.
pub(super) struct Signature {
    name: String,
    parameters: Vec<(String, Option<String>)>,
}

impl Signature {
    /// Reads `NAME(PARAMETER, PARAMETER=DEFAULT)`; none when it is something else, about which minijinja complains.
    pub(super) fn read(text: &str) -> Option<Self> {
        let tokens = tokens(text);
        let word = |at: usize| tokens.get(at).map(|token| &text[token.clone()]);
        let is_name = |word: &str| word.starts_with(|c: char| c.is_alphabetic() || c == '_');
        let name = word(0).filter(|word| is_name(word))?.to_owned();
        let last = tokens.len().checked_sub(1)?;
        if word(1) != Some("(") || word(last) != Some(")") {
            return None;
        }
        let mut parameters = Vec::new();
        let (mut at, mut depth) = (2, 0_usize);
        while at < last {
            let parameter = word(at).filter(|word| is_name(word))?.to_owned();
            let start = at + 1;
            at = start;
            while at < last && (depth > 0 || word(at) != Some(",")) {
                match word(at) {
                    Some("(" | "[" | "{") => depth += 1,
                    Some(")" | "]" | "}") => depth = depth.checked_sub(1)?,
                    _ => {}
                }
                at += 1;
            }
            if parameter == "caller" && at == start {
                return None;
            }
            let default = match word(start) {
                Some("=") if at == start + 1 => return None,
                Some("=") => Some(text[tokens[start].end..tokens[at].start].trim().to_owned()),
                _ if at == start => None,
                _ => return None,
            };
            parameters.push((parameter, default));
            at += 1;
        }
        Some(Signature { name, parameters })
    }

    /// The tags that begin the macro.
    pub(super) fn opening(&self) -> Vec<String> {
        let mut tags = vec![format!("macro __macro_{}(__given)", self.name)];
        for (name, default) in &self.parameters {
            let given = format!("__given['{name}']");
            tags.push(match default {
                Some(default) => {
                    let default = expression(default);
                    format!("set {name} = __own(({given} if '{name}' in __given else ({default})))")
                }
                None => format!("set {name} = __own({given})"),
            });
        }
        tags.extend(["varargs", "kwargs"].map(|name| format!("set {name} = __given['{name}']")));
        let caller = ["if __given['caller'] is defined", "set caller = __given['caller']", "endif"];
        tags.extend(caller.map(str::to_owned));
        tags
    }

    /// The tags that end the macro, given what stands between.
    pub(super) fn closing(&self, body: &str) -> Vec<String> {
        let mentions = |word: &str| tokens(body).into_iter().any(|token| &body[token] == word);
        let names = self.parameters.iter().map(|(name, _)| format!("'{name}'")).collect::<Vec<_>>().join(", ");
        let special = SPECIAL.iter().filter(|word| mentions(word)).map(|word| format!("'{word}'"));
        let special = special.collect::<Vec<_>>().join(", ");
        let name = &self.name;
        vec!["endmacro".to_owned(), format!("set {name} = __macro(__macro_{name}, '{name}', [{names}], [{special}])")]
    }
}

pub(super) fn add(env: &mut Environment<'_>) {
    env.add_function("__macro", |body: Value, name: String, arguments: Vec<String>, special: Vec<String>| {
        Value::from_object(Macro { body, name, arguments, special })
    });
}

/// A macro that can be called.
#[derive(Debug)]
struct Macro {
    body: Value,
    name: String,
    arguments: Vec<String>,
    /// Those of [`SPECIAL`] that it uses.
    special: Vec<String>,
}

impl Macro {
    fn uses(&self, special: &str) -> bool {
        self.special.iter().any(|used| used == special)
    }

    /// Everything that is given, by name.
    fn sort(&self, places: Vec<Value>, others: &Kwargs) -> Result<Data, Failure> {
        let name = &self.name;
        let mut named =
            others.args().map(|name| Ok((name, others.peek(name)?))).collect::<Result<Vec<_>, Failure>>()?;
        let mut places = places.into_iter();
        let mut given = Data::new();
        for argument in &self.arguments {
            if let Some(value) = places.next() {
                given.insert(argument.clone(), value);
            } else if let Some(at) = named.iter().position(|(name, _)| name == argument) {
                given.insert(argument.clone(), named.remove(at).1);
            }
        }
        let is_declared = |wanted: &str| self.arguments.iter().any(|argument| argument == wanted);
        if let Some(at) = named.iter().position(|(name, _)| *name == "caller" && !is_declared(name)) {
            given.insert("caller".to_owned(), named.remove(at).1);
        }
        let rest: Vec<Value> = places.collect();
        if !self.uses("varargs") && !rest.is_empty() {
            return Err(wrong(format!("macro '{name}' takes not more than {} argument(s)", self.arguments.len())));
        }
        if let Some((other, _)) = named.first().filter(|_| !self.uses("kwargs")) {
            return Err(wrong(format!("macro '{name}' takes no keyword argument '{other}'")));
        }
        if !is_declared("varargs") {
            given.insert("varargs".to_owned(), Value::from_object(Tuple::new(rest)));
        }
        if !is_declared("kwargs") {
            given.insert("kwargs".to_owned(), Value::from_pairs(named));
        }
        Ok(given)
    }
}

impl Object for Macro {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(match key.as_str()? {
            "name" => Value::from(self.name.as_str()),
            "arguments" => Value::from_object(Tuple::new(self.arguments.iter().map(Value::from).collect())),
            "catch_varargs" => Value::from(self.uses("varargs")),
            "catch_kwargs" => Value::from(self.uses("kwargs")),
            "caller" => Value::from(self.uses("caller")),
            _ => return None,
        })
    }

    fn call(self: &Arc<Self>, state: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Failure> {
        let (Rest(places), names): (Rest<Value>, Kwargs) = from_args(args)?;
        let given = self.sort(places, &names)?;
        self.body.call(state, &[Value::from_pairs(given)])
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Macro '{}'>", self.name)
    }
}
