//! A stack by its parts, as the older CLI named it, and the parts of a stack.

use crate::cli::context::Context;
use crate::cli::named;
use crate::engine::Options;
use crate::error::{Error, Result};
use crate::query::spoken;
use crate::value::Value;
use clap::Args;
use std::collections::BTreeMap;

/// The parts of a stack, and the variable of its components that has them where the first is not set.
const PARTS: [(&str, &str); 4] =
    [("tenant", "tenant"), ("account", "stage"), ("environment", "environment"), ("region", "region")];

/// An environment by what its stack's variables say, in the options of the older CLI.
#[derive(Args, Clone, Debug, Default)]
pub(in crate::cli) struct Triple {
    #[arg(short, long, env = "GAIA_TENANT")]
    pub(in crate::cli) tenant: Option<String>,
    /// `vars.account`, or `vars.stage`
    #[arg(short, long, env = "GAIA_ACCOUNT")]
    pub(in crate::cli) account: Option<String>,
    #[arg(short, long, env = "GAIA_ENVIRONMENT")]
    pub(in crate::cli) environment: Option<String>,
}

impl Triple {
    /// The three, from the options, from `key=value` words, or from the environment as the helper scripts set it.
    ///
    /// # Errors
    /// One is missing.
    pub(in crate::cli) fn all(&self, given: &BTreeMap<String, String>) -> Result<[String; 3]> {
        let part = |name: &str, option: &Option<String>| {
            let value = option.clone().or_else(|| given.get(name).cloned()).or_else(|| from_environment(name));
            value.ok_or_else(|| {
                Error::usage(format!("--{name} is missing"))
                    .hint("tenant, account and environment name the stack; the new commands take `-s STACK`")
            })
        };
        Ok([part("tenant", &self.tenant)?, part("account", &self.account)?, part("environment", &self.environment)?])
    }

    /// Whether any of the three is said.
    pub(in crate::cli) fn is_given(&self) -> bool {
        self.tenant.is_some() || self.account.is_some() || self.environment.is_some()
    }
}

/// The stack whose components have these variables.
///
/// # Errors
/// None has them, or several have.
pub(in crate::cli) fn of_parts(context: &Context, [tenant, account, environment]: &[String; 3]) -> Result<String> {
    let placed = context.engine(Options { process_functions: false, ..Options::default() })?.placed(|_, _| true)?;
    let is_meant = |sections: &Value| {
        let is = |name: &str, value: &str| sections.dig(["vars", name]).and_then(Value::as_str) == Some(value);
        is("tenant", tenant) && (is("account", account) || is("stage", account)) && is("environment", environment)
    };
    let meant = placed.iter().filter(|placed| is_meant(&placed.component.sections));
    let mut stacks: Vec<&str> = meant.map(|placed| &*placed.stack).collect();
    stacks.sort_unstable();
    stacks.dedup();
    let what = format!("tenant `{tenant}`, account `{account}` and environment `{environment}`");
    match stacks[..] {
        [stack] => Ok(stack.to_owned()),
        [] => Err(Error::new(format!("no stack has {what}")).hint("`gaia list stacks` shows all")),
        _ => Err(Error::new(format!("several stacks have {what}: {}", stacks.join(", ")))
            .hint("name the one with `-s` of the new commands")),
    }
}

/// Tenant, account, environment and region of a stack.
///
/// # Errors
/// There is no such stack, or several could be meant.
pub(super) fn parts(context: &Context, said: &str) -> Result<BTreeMap<String, String>> {
    let engine = context.engine(Options { process_functions: false, ..Options::default() })?;
    let stack = named::stack(context, &engine, said)?;
    let places = engine.places()?;
    let Some(place) = places.iter().find(|place| place.stack == stack || place.file == stack) else {
        return Err(spoken::unknown_stack(&stack, &places));
    };
    let value = |name: &str| place.vars.get(name).and_then(Value::as_str).map(str::to_owned);
    Ok(PARTS
        .iter()
        .filter_map(|(part, other)| Some(((*part).to_owned(), value(part).or_else(|| value(other))?)))
        .collect())
}

/// What the environment says of an argument: `GAIA_TENANT`, or `tenant` as scripts of the older CLI set it.
pub(super) fn from_environment(name: &str) -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let own = PARTS.iter().any(|(part, _)| *part == name).then(|| set(&format!("GAIA_{}", name.to_uppercase())));
    own.flatten().or_else(|| set(name))
}
