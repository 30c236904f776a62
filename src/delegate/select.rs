//! Which components a job is about, and in which order they come.

use super::safety::patterns;
use super::units::Unit;
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::workspace::said_dir;
use std::collections::BTreeSet;
use std::path::Path;

/// What the user asks for. Names may be patterns.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Stacks, by name; all when there is none.
    pub stacks: Vec<String>,
    /// Components; all of the stacks when there is none.
    pub components: Vec<String>,
    /// Only these, by stack and component.
    pub only: Option<BTreeSet<(String, String)>>,
    /// Only this one and what depends on it.
    pub from: Option<String>,
    /// Only this one and what it depends on.
    pub until: Option<String>,
    /// Not these.
    pub skip: Vec<String>,
    /// What they depend on as well, in other stacks too.
    pub with_dependencies: bool,
    /// What depends on them as well, in other stacks too.
    pub with_dependents: bool,
}

/// The units that a selection means, by number, in the order of units.
///
/// # Errors
/// A stack or a component that is not there, a pattern that cannot be read.
pub fn select(units: &[Unit], selection: &Selection) -> Result<Vec<usize>> {
    let stacks = patterns(&selection.stacks)?;
    for (stack, pattern) in selection.stacks.iter().zip(0..) {
        if !units.iter().any(|u| stacks.matches(&u.stack).contains(&pattern)) {
            let names = units.iter().map(|u| u.stack.as_str());
            return Err(Error::new(format!("no stack with Terraform components is called `{stack}`"))
                .maybe_hint(did_you_mean(stack, names))
                .hint("`gaia list stacks` shows all"));
        }
    }
    let in_stacks = |unit: &Unit| selection.stacks.is_empty() || stacks.is_match(&unit.stack);
    let within: Vec<usize> = (0..units.len()).filter(|n| in_stacks(&units[*n])).collect();
    let mut chosen: BTreeSet<usize> = named(units, &within, &selection.components)?;
    if selection.components.is_empty() {
        chosen = within.iter().copied().collect();
    }
    if let Some(only) = &selection.only {
        chosen.retain(|n| only.contains(&(units[*n].stack.clone(), units[*n].component.clone())));
    }
    if let Some(from) = &selection.from {
        let reached = reach(named(units, &within, std::slice::from_ref(from))?, &dependents(units));
        chosen.retain(|n| reached.contains(n));
    }
    if let Some(until) = &selection.until {
        let after: Vec<Vec<usize>> = units.iter().map(|u| u.after.clone()).collect();
        let reached = reach(named(units, &within, std::slice::from_ref(until))?, &after);
        chosen.retain(|n| reached.contains(n));
    }
    let seed = chosen.clone();
    if selection.with_dependencies {
        let after: Vec<Vec<usize>> = units.iter().map(|u| u.after.clone()).collect();
        chosen.extend(reach(seed.clone(), &after));
    }
    if selection.with_dependents {
        chosen.extend(reach(seed, &dependents(units)));
    }
    let skip = patterns(&selection.skip)?;
    chosen.retain(|n| !skip.is_match(&units[*n].component));
    Ok(chosen.into_iter().collect())
}

/// The units of some names. A name with a slash that is no pattern is itself, not one of many.
fn named(units: &[Unit], within: &[usize], names: &[String]) -> Result<BTreeSet<usize>> {
    let set = patterns(names)?;
    let mut found = BTreeSet::new();
    for (name, pattern) in names.iter().zip(0..) {
        let is_there = within.iter().any(|n| set.matches(&units[*n].component).contains(&pattern));
        if !is_there && let Some(dir) = said_dir(name) {
            found.extend(at(units, within, name, &dir)?);
        } else if !is_there {
            let candidates = within.iter().map(|n| units[*n].component.as_str());
            return Err(Error::new(format!("no Terraform component is called `{name}` there"))
                .maybe_hint(did_you_mean(name, candidates))
                .hint("abstract and disabled components are not worked on; `gaia list components` shows all"));
        }
    }
    found.extend(within.iter().copied().filter(|n| set.is_match(&units[*n].component)));
    Ok(found)
}

/// The units whose code is in a directory, one of each stack. Which of several is meant, Atmos wants to be told as well.
fn at(units: &[Unit], within: &[usize], said: &str, dir: &Path) -> Result<Vec<usize>> {
    let is_there = |n: &&usize| units[**n].dir.canonicalize().is_ok_and(|code| code == dir);
    let found: Vec<usize> = within.iter().filter(is_there).copied().collect();
    if let Some(two) = found.windows(2).find(|two| units[two[0]].stack == units[two[1]].stack) {
        let names: Vec<String> = two.iter().map(|n| units[*n].name()).collect();
        let message = format!("`{said}` is the code of several components: {}", names.join(", "));
        return Err(Error::new(message).hint("name the component"));
    }
    if found.is_empty() {
        let message = format!("no Terraform component there has its code in `{}`", dir.display());
        return Err(Error::new(message).hint("`gaia list components` shows all"));
    }
    Ok(found)
}

/// What depends on each unit.
pub(super) fn dependents(units: &[Unit]) -> Vec<Vec<usize>> {
    let mut dependents = vec![Vec::new(); units.len()];
    for (number, unit) in units.iter().enumerate() {
        for before in &unit.after {
            dependents[*before].push(number);
        }
    }
    dependents
}

/// All that can be reached from some units, themselves included.
fn reach(from: BTreeSet<usize>, edges: &[Vec<usize>]) -> BTreeSet<usize> {
    let mut open: Vec<usize> = from.iter().copied().collect();
    let mut reached = from;
    while let Some(at) = open.pop() {
        open.extend(edges[at].iter().filter(|next| reached.insert(**next)));
    }
    reached
}

/// What each chosen unit comes after, by places in `chosen`: also what it depends on through units that are not chosen.
pub(super) fn order(units: &[Unit], chosen: &[usize]) -> Vec<Vec<usize>> {
    let place = |unit: usize| chosen.iter().position(|c| *c == unit);
    let after = |unit: usize| {
        let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::from([unit]));
        let mut open = units[unit].after.clone();
        while let Some(at) = open.pop() {
            if !seen.insert(at) {
                continue;
            }
            match place(at) {
                Some(place) => drop(found.insert(place)),
                None => open.extend(&units[at].after),
            }
        }
        found.into_iter().collect()
    };
    chosen.iter().map(|unit| after(*unit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// vpc ← eks ← app in two stacks; app in prod depends on dns in dev.
    fn units() -> Vec<Unit> {
        let unit = |stack: &str, component: &str, after: &[usize]| Unit {
            stack: stack.into(),
            component: component.into(),
            after: after.to_vec(),
            ..Unit::default()
        };
        vec![
            unit("dev", "app/web", &[2]),
            unit("dev", "dns", &[]),
            unit("dev", "eks", &[3]),
            unit("dev", "vpc", &[]),
            unit("prod", "app/web", &[5, 1]),
            unit("prod", "eks", &[6]),
            unit("prod", "vpc", &[]),
        ]
    }

    fn chosen(selection: &Selection) -> Vec<String> {
        let units = units();
        select(&units, selection).expect("a selection").into_iter().map(|n| units[n].name()).collect()
    }

    fn of(stack: &str, components: &[&str]) -> Selection {
        let components = components.iter().map(|c| (*c).to_owned()).collect();
        Selection { stacks: vec![stack.into()], components, ..Selection::default() }
    }

    #[test]
    fn names_and_patterns_choose() {
        assert_eq!(chosen(&of("dev", &["eks", "app/*"])), ["dev:app/web", "dev:eks"]);
        assert_eq!(chosen(&of("*", &["vpc"])), ["dev:vpc", "prod:vpc"]);
        assert_eq!(chosen(&Selection { skip: vec!["app*".into()], ..of("prod", &[]) }), ["prod:eks", "prod:vpc"]);
    }

    #[test]
    fn dependencies_and_dependents_come_along() {
        let with = Selection { with_dependencies: true, ..of("prod", &["app/web"]) };
        assert_eq!(chosen(&with), ["dev:dns", "prod:app/web", "prod:eks", "prod:vpc"]);
        let with = Selection { with_dependents: true, ..of("dev", &["dns"]) };
        assert_eq!(chosen(&with), ["dev:dns", "prod:app/web"]);
        assert_eq!(chosen(&Selection { from: Some("eks".into()), ..of("dev", &[]) }), ["dev:app/web", "dev:eks"]);
        assert_eq!(chosen(&Selection { until: Some("eks".into()), ..of("dev", &[]) }), ["dev:eks", "dev:vpc"]);
    }

    #[test]
    fn unknown_names_are_told() {
        let error = select(&units(), &of("dve", &[])).unwrap_err();
        assert_eq!(error.hints()[0], "did you mean `dev`?");
        let error = select(&units(), &of("dev", &["ekz"])).unwrap_err();
        assert_eq!(error.hints()[0], "did you mean `eks`?");
    }

    #[test]
    fn the_order_holds_through_units_that_are_not_chosen() {
        let units = units();
        assert_eq!(order(&units, &[0, 3]), [vec![1], vec![]]);
    }
}
