//! Dependents with their own dependents, nested as `describe affected --include-dependents` shows them.

use super::dependents::{DependentsIndex, Node};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::value::Value;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use std::rc::Rc;

/// A component's name and its stack.
type Id = (String, String);

/// The dependents of components, each worked out once and shared by all who contain it.
#[derive(Debug)]
pub struct Tree<'a> {
    index: &'a DependentsIndex<'a>,
    engine: &'a Engine,
    include_settings: bool,
    grown: FxHashMap<Id, Rc<Branch<'a>>>,
    /// What is shown, with and without a mark at those that others of the same list contain.
    shown: FxHashMap<(Id, bool), Value>,
}

#[derive(Debug)]
struct Branch<'a> {
    dependents: Vec<Node<'a>>,
    /// The slugs of all dependents, at any depth.
    reach: Rc<FxHashSet<String>>,
}

fn id(component: &str, stack: &str) -> Id {
    (component.to_owned(), stack.to_owned())
}

impl<'a> Tree<'a> {
    pub(super) fn new(index: &'a DependentsIndex<'a>, engine: &'a Engine, include_settings: bool) -> Self {
        Tree { index, engine, include_settings, grown: FxHashMap::default(), shown: FxHashMap::default() }
    }

    /// Works out the dependents of a component, and theirs.
    ///
    /// # Errors
    /// Context variables that are no strings, and a component that depends on itself by way of others: Atmos never comes
    /// back from such a circle.
    pub fn grow(&mut self, component: &str, stack: &str) -> Result<()> {
        self.branch(component, stack, &mut Vec::new()).map(drop)
    }

    /// The slugs of all dependents of a component that was [grown](Self::grow), at any depth.
    pub fn reach(&self, component: &str, stack: &str) -> Rc<FxHashSet<String>> {
        self.grown.get(&id(component, stack)).map(|b| Rc::clone(&b.reach)).unwrap_or_default()
    }

    /// The list of dependents of a component that was [grown](Self::grow); those that others of their list contain are
    /// `included_in_dependents` if that is wanted.
    pub fn dependents(&mut self, component: &str, stack: &str, mark: bool) -> Value {
        let key = (id(component, stack), mark);
        if let Some(known) = self.shown.get(&key) {
            return known.clone();
        }
        let Some(branch) = self.grown.get(&key.0).cloned() else { return Value::seq(Vec::new()) };
        let reaches: Vec<_> = branch.dependents.iter().map(|node| self.reach(node.name, node.stack)).collect();
        let slugs: Vec<String> = branch.dependents.iter().map(Node::slug).collect();
        let mut lists = contained(&slugs, &reaches);
        for (slug, _) in slugs.iter().zip(&reaches).filter(|(slug, reach)| !reach.contains(*slug)) {
            *lists.entry(slug).or_default() += 1;
        }
        let mut list = Vec::with_capacity(slugs.len());
        for (node, slug) in branch.dependents.iter().zip(&slugs) {
            let mut entry = node.entry(self.engine, self.include_settings);
            entry.insert("dependents", self.dependents(node.name, node.stack, mark));
            // it is in its own list itself
            let included = lists.get(slug.as_str()).is_some_and(|count| *count > 1);
            entry.insert("included_in_dependents", Value::from(mark && included));
            list.push(Value::map(entry));
        }
        let value = Value::seq(list);
        self.shown.insert(key, value.clone());
        value
    }

    fn branch(&mut self, component: &str, stack: &str, path: &mut Vec<Id>) -> Result<Rc<Branch<'a>>> {
        let own = id(component, stack);
        if let Entry::Occupied(known) = self.grown.entry(own.clone()) {
            return Ok(Rc::clone(known.get()));
        }
        if let Some(start) = path.iter().position(|step| *step == own) {
            let circle = path[start..].iter().chain([&own]);
            let names: Vec<String> =
                circle.rev().map(|(component, stack)| format!("`{component}` in `{stack}`")).collect();
            return Err(Error::new(format!("components depend on each other in a circle: {}", names.join(" → ")))
                .hint("remove one of these dependencies"));
        }
        let dependents = self.index.of(self.engine, component, stack)?;
        path.push(own.clone());
        let mut reach = FxHashSet::default();
        for node in &dependents {
            reach.insert(node.slug());
            reach.extend(self.branch(node.name, node.stack, path)?.reach.iter().cloned());
        }
        path.pop();
        let branch = Rc::new(Branch { dependents, reach: Rc::new(reach) });
        self.grown.insert(own, Rc::clone(&branch));
        Ok(branch)
    }
}

/// How many of some components contain each slug among their dependents; only given slugs are counted.
pub(crate) fn contained<'s>(slugs: &'s [String], reaches: &[Rc<FxHashSet<String>>]) -> FxHashMap<&'s str, usize> {
    let mut counts: FxHashMap<&str, usize> = slugs.iter().map(|s| (s.as_str(), 0)).collect();
    for slug in reaches.iter().flat_map(|reach| reach.iter()) {
        if let Some(count) = counts.get_mut(slug.as_str()) {
            *count += 1;
        }
    }
    counts
}
