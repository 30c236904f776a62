//! Stacks and components as people say them.
//!
//! A stack has one name, and people write others: the path of its manifest, the same words in another order, the
//! beginning of the name. What is said is never taken apart at its hyphens; every way to say a stack is written out from
//! its variables and compared whole.

use crate::engine::{Engine, Place};
use crate::value::{Data, Value};
use crate::workspace::said_dir;
use crate::{Error, Result};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The orders in which the parts of a name are said, beside the one that the stack is called by.
const ORDERS: [&[&str]; 8] = [
    &["tenant", "account", "environment"],
    &["tenant", "environment", "account"],
    &["tenant", "account", "region", "environment"],
    &["tenant", "region", "account", "environment"],
    &["tenant", "stage", "environment"],
    &["tenant", "environment", "stage"],
    &["tenant", "stage", "region", "environment"],
    &["tenant", "region", "stage", "environment"],
];

/// The stack that is meant, as the other parts of gaia take it: what was said where that is a name or the path of a
/// manifest, else the name. What means nothing is left to who looks for it.
///
/// # Errors
/// Several could be meant, or a manifest cannot be loaded.
pub fn stack(engine: &Engine, said: &str) -> Result<Arc<str>> {
    if said.is_empty() || engine.is_stack(said)? {
        return Ok(said.into());
    }
    meant_stack(&engine.places()?, said)
}

/// As [`stack`], but always the name.
///
/// # Errors
/// As [`stack`].
pub fn stack_name(engine: &Engine, said: &str) -> Result<Arc<str>> {
    // the path of a manifest has a slash, unless it is the name of its stack as well
    if said.contains('/') { meant_stack(&engine.places()?, said) } else { stack(engine, said) }
}

fn meant_stack(places: &[Place], said: &str) -> Result<Arc<str>> {
    let path = said.trim_start_matches("./").trim_end_matches(".tmpl");
    let path = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml")).unwrap_or(path);
    let is_path = |place: &Place| path.ends_with(&*place.file) && ends_at_folder(path, &place.file);
    let ways: [&dyn Fn(&Place) -> bool; 5] = [
        &|place| &*place.stack == said,
        &is_path,
        &|place| orders(&place.vars).any(|order| order == said),
        &|place| place.stack.starts_with(said) || place.file.starts_with(said),
        &|place| orders(&place.vars).any(|order| order.starts_with(said)),
    ];
    for way in ways {
        let found: BTreeSet<&Arc<str>> = places.iter().filter(|place| way(place)).map(|place| &place.stack).collect();
        if let Some(meant) = only(&found, said, "stack")? {
            return Ok(meant);
        }
    }
    Ok(said.into())
}

/// The component that is meant in a stack: its name, the directory of its code, the beginning of a name, or the last part
/// of one's path. What is none of these is left to who looks for it.
///
/// As in Atmos, a name comes before a directory (`infra/vpc` may be both), and a directory that several components use
/// means none of them.
///
/// # Errors
/// Several could be meant, or a manifest cannot be loaded; no component has its code in the directory.
pub fn component(engine: &Engine, stack: &str, said: &str) -> Result<Arc<str>> {
    if engine.is_component(stack, said)? {
        return Ok(said.into());
    }
    if let Some(dir) = said_dir(said) {
        let found = engine.components_at(stack, &dir)?;
        return only(&found.iter().collect(), said, "component")?.ok_or_else(|| {
            Error::new(format!("no component of `{stack}` has its code in `{}`", dir.display()))
                .hint(format!("`gaia list components -s {stack}` shows all"))
        });
    }
    let places = engine.places()?;
    let places = places.iter().filter(|place| &*place.stack == stack || &*place.file == stack);
    meant_component(&places.flat_map(|place| place.components.iter().cloned()).collect(), said)
}

fn meant_component(names: &BTreeSet<Arc<str>>, said: &str) -> Result<Arc<str>> {
    if names.contains(said) {
        return Ok(said.into());
    }
    let ways: [&dyn Fn(&str) -> bool; 2] =
        [&|name| name.rsplit('/').next() == Some(said), &|name| name.starts_with(said)];
    for way in ways {
        let found: BTreeSet<&Arc<str>> = names.iter().filter(|name| way(name)).collect();
        if let Some(meant) = only(&found, said, "component")? {
            return Ok(meant);
        }
    }
    Ok(said.into())
}

/// That no stack has a name.
pub fn unknown_stack(said: &str, places: &[Place]) -> Error {
    Error::new(format!("no stack is called `{said}`"))
        .maybe_hint(crate::text::did_you_mean(said, places.iter().map(|place| &*place.stack)))
        .hint("`gaia list stacks` shows all")
}

/// Whether a path is one of a manifest as a whole, below any folder.
fn ends_at_folder(path: &str, file: &str) -> bool {
    path.len() == file.len() || path[..path.len() - file.len()].ends_with('/')
}

/// What people may call a stack with these variables.
fn orders(vars: &Value) -> impl Iterator<Item = String> + '_ {
    let word = |name: &&str| match &vars.get(name)?.data {
        Data::Str(text) if !text.is_empty() => Some(text.to_string()),
        Data::Int(number) => Some(number.to_string()),
        _ => None,
    };
    ORDERS.into_iter().filter_map(move |order| order.iter().map(word).collect::<Option<Vec<_>>>()).flat_map(|words| {
        let path = words.join("/");
        [words.join("-"), format!("orgs/{path}"), path]
    })
}

fn only(found: &BTreeSet<&Arc<str>>, said: &str, what: &str) -> Result<Option<Arc<str>>> {
    const SHOWN: usize = 8;
    let mut names = found.iter();
    match (names.next(), names.next()) {
        (None, _) => Ok(None),
        (Some(one), None) => Ok(Some(Arc::clone(one))),
        _ => {
            let shown: Vec<&str> = found.iter().take(SHOWN).map(|name| &***name).collect();
            let more = found.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            Err(Error::new(format!("`{said}` could be {} {what}s: {}{more}", found.len(), shown.join(", ")))
                .hint("say more of the name"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Map;

    fn place(file: &str, words: [&str; 4]) -> Place {
        let [tenant, account, region, environment] = words;
        let vars: Map = [("tenant", tenant), ("account", account), ("region", region), ("environment", environment)]
            .into_iter()
            .collect();
        let stack = format!("{tenant}-{environment}-{account}").into();
        Place { stack, file: file.into(), vars: vars.into(), components: Vec::new() }
    }

    fn places() -> Vec<Place> {
        vec![
            place("orgs/fnx/dev/eu-west-2/testenv-01", ["fnx", "dev", "eu-west-2", "testenv-01"]),
            place("orgs/fnx/prod/eu-west-2/testenv-01", ["fnx", "prod", "eu-west-2", "testenv-01"]),
            place("orgs/fnx/prod/eu-west-2/live", ["fnx", "prod", "eu-west-2", "live"]),
        ]
    }

    #[test]
    fn every_order_in_use_means_the_stack() {
        for said in [
            "fnx-testenv-01-dev",
            "fnx-dev-testenv-01",
            "fnx-dev-eu-west-2-testenv-01",
            "orgs/fnx/dev/eu-west-2/testenv-01",
            "fnx/dev/eu-west-2/testenv-01",
            "stacks/orgs/fnx/dev/eu-west-2/testenv-01.yaml",
            "./stacks/orgs/fnx/dev/eu-west-2/testenv-01.yml",
            "fnx-testenv-01-d",
            "orgs/fnx/dev",
            "fnx-dev",
            "fnx/dev/",
        ] {
            assert_eq!(&*meant_stack(&places(), said).unwrap(), "fnx-testenv-01-dev", "{said}");
        }
    }

    #[test]
    fn what_could_be_several_is_refused_with_them() {
        let error = meant_stack(&places(), "fnx-testenv").unwrap_err().to_string();
        assert_eq!(error, "`fnx-testenv` could be 2 stacks: fnx-testenv-01-dev, fnx-testenv-01-prod");
        let error = meant_stack(&places(), "fnx-prod").unwrap_err().to_string();
        assert_eq!(error, "`fnx-prod` could be 2 stacks: fnx-live-prod, fnx-testenv-01-prod");
        let mut places = places();
        // an order of one stack that is the order of another: `a-b-c` and `a-c-b`
        places.push(place("x", ["t", "a", "r", "b"]));
        places.push(place("y", ["t", "b", "r", "a"]));
        assert_eq!(&*meant_stack(&places, "t-b-a").unwrap(), "t-b-a", "a name comes first");
    }

    #[test]
    fn what_means_nothing_stays() {
        for said in ["fnx-testen-01-dev", "env-01", "a/xorgs/fnx/dev/eu-west-2/testenv-01"] {
            assert_eq!(&*meant_stack(&places(), said).unwrap(), said);
        }
    }

    #[test]
    fn a_component_is_said_by_its_beginning_or_its_last_part() {
        let names: BTreeSet<Arc<str>> = ["database/orders", "database/users", "vpc", "vpc-flow"].map(Arc::from).into();
        for (said, meant) in [("orders", "database/orders"), ("vpc", "vpc"), ("vpc-", "vpc-flow"), ("x", "x")] {
            assert_eq!(&*meant_component(&names, said).unwrap(), meant);
        }
        assert!(meant_component(&names, "database/").is_err());
    }
}
