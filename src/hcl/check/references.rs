//! References of expressions: variables, locals, modules, resources, functions.

use super::{Names, functions};
use crate::error::Error;
use crate::text::{SourceId, Span, did_you_mean, is_slip};
use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, ForExpr, FuncCall, ObjectKey, Traversal, TraversalOperator};
use hcl_edit::structure::{Attribute, Block, Body};
use hcl_edit::template::ForDirective;
use hcl_edit::visit::{self, Visit};
use std::ops::Range;

/// What Terraform itself gives.
const GIVEN: [&str; 5] = ["each", "count", "self", "path", "terraform"];

/// The arguments of a `dynamic` block.
const DYNAMIC: [&str; 3] = ["for_each", "iterator", "labels"];

/// Arguments that hold names of other kinds, and no values.
const NAMES: [&str; 5] = ["ignore_changes", "provider", "providers", "when", "on_failure"];

/// Looks through the expressions of a body, in which `given` (`each`, `count`) stand for something.
pub(super) fn check(names: &Names<'_>, source: SourceId, body: &Body, given: &[&str], found: &mut Vec<Error>) {
    References { names, source, given, lacking: Vec::new(), scope: Vec::new(), found }.visit_body(body);
}

/// What stands behind the names that `for_each` and `count` give.
const REPEATED: [(&str, &str, &[&str]); 2] = [("each", "for_each", &["key", "value"]), ("count", "count", &["index"])];

struct References<'a, 'm> {
    names: &'a Names<'m>,
    source: SourceId,
    given: &'a [&'a str],
    lacking: Vec<&'static str>,
    /// The names that `for` and `dynamic` give.
    scope: Vec<String>,
    found: &'a mut Vec<Error>,
}

impl References<'_, '_> {
    fn span(&self, range: Option<Range<usize>>) -> Span {
        range.map_or(Span::NONE, |r| Span::new(self.source, r.start, r.end))
    }

    fn within(&mut self, names: impl IntoIterator<Item = String>, inner: impl FnOnce(&mut Self)) {
        let before = self.scope.len();
        self.scope.extend(names);
        inner(self);
        self.scope.truncate(before);
    }

    /// A reference that begins with a name which no `for` gives.
    fn refer(&mut self, root: &str, at: Span, operators: &[hcl_edit::Decorated<TraversalOperator>]) {
        let mut steps = operators.iter().filter_map(|o| match o.value() {
            TraversalOperator::GetAttr(name) => Some((name.as_str(), self.span(name.span()))),
            _ => None,
        });
        let module = self.names.module;
        let Some((first, place)) = steps.next() else {
            let error = Error::new(format!("`{root}` is no value")).at(at);
            let known = ["var", "local", "module", "data"].into_iter().chain(GIVEN).any(|k| k == root);
            if !known {
                self.found.push(error.hint(format!("write `\"{root}\"` for a text, `var.{root}` for a variable")));
            }
            return;
        };
        let error = match root {
            "var" if !module.variables.contains_key(first) => {
                let known = module.variables.keys().map(String::as_str);
                self.names.unknown(&format!("the variable `{first}`"), first, place, known)
            }
            "local" if !self.names.locals.contains(first) => {
                let known = self.names.locals.iter().map(String::as_str);
                self.names.unknown(&format!("the local `{first}`"), first, place, known)
            }
            "module" if !module.module_calls.contains_key(first) => {
                let known = module.module_calls.keys().map(String::as_str);
                self.names.unknown(&format!("the module `{first}`"), first, place, known)
            }
            "module" => steps.next().and_then(|(output, place)| {
                let known = self.names.outputs.get(first).filter(|known| !known.iter().any(|k| k == output))?;
                let error = Error::new(format!("the module `{first}` has no output `{output}`")).at(place);
                Some(error.maybe_hint(did_you_mean(output, known.iter().map(String::as_str))))
            }),
            "path" if !["module", "root", "cwd"].contains(&first) => {
                Some(Error::new(format!("there is no `path.{first}`")).at(place).hint("write `path.module`"))
            }
            "each" | "count" => self.repeated(root, first, at, place),
            "var" | "local" | "self" | "path" | "terraform" => None,
            "data" | "ephemeral" => {
                steps.next().and_then(|(name, place)| self.resource(&format!("{root}."), first, name, place))
            }
            _ => self.resource("", root, first, if self.has_kind(root) { place } else { at }),
        };
        self.found.extend(error);
    }

    /// `each.value` and `count.index`, which stand for something only beside the argument that gives them.
    fn repeated(&mut self, root: &str, name: &str, at: Span, place: Span) -> Option<Error> {
        let (_, argument, known) = REPEATED.iter().find(|(known, ..)| *known == root)?;
        if !self.given.contains(&root) {
            // what the block lacks, it lacks once
            if self.lacking.contains(argument) {
                return None;
            }
            self.lacking.push(argument);
            return Some(Error::new(format!("`{root}.{name}` stands in a block without `{argument}`")).at(at));
        }
        let error = || Error::new(format!("there is no `{root}.{name}`")).at(place);
        (!known.contains(&name)).then(|| error().hint(format!("write `{root}.{}`", known[known.len() - 1])))
    }

    fn has_kind(&self, kind: &str) -> bool {
        self.names.module.managed_resources.values().any(|r| r.kind == kind)
    }

    fn resource(&self, prefix: &str, kind: &str, name: &str, place: Span) -> Option<Error> {
        let module = self.names.module;
        let address = format!("{prefix}{kind}.{name}");
        let known = || {
            let data = module.data_resources.keys().chain(&self.names.inner).map(String::as_str);
            let managed = module.managed_resources.keys().map(String::as_str);
            data.filter(|k| k.starts_with(prefix) && !prefix.is_empty()).chain(managed.filter(|_| prefix.is_empty()))
        };
        if known().any(|k| k == address) {
            return None;
        }
        if prefix.is_empty() && !kind.contains('_') {
            // not even the name of a resource's type: a root that is misspelt
            let roots = || ["var", "local", "module", "data"].into_iter().chain(GIVEN);
            let near = roots().find(|r| is_slip(kind, r));
            let error = Error::new(format!("`{address}` refers to nothing")).at(place);
            return Some(error.maybe_hint(near.map(|r| format!("did you mean `{r}.{name}`?"))));
        }
        self.names.unknown(&format!("`{address}`"), &address, place, known())
    }
}

impl Visit for References<'_, '_> {
    fn visit_attr(&mut self, node: &Attribute) {
        if !NAMES.contains(&node.key.as_str()) {
            self.visit_expr(&node.value);
        }
    }

    fn visit_block(&mut self, node: &Block) {
        if node.ident.as_str() != "dynamic" {
            return self.visit_body(&node.body);
        }
        let named = node.body.get_attribute("iterator").and_then(|a| match &a.value {
            Expression::Variable(name) => Some(name.as_str().to_owned()),
            _ => None,
        });
        let label = node.labels.first().map(|l| l.as_str().to_owned());
        for attribute in node.body.attributes().filter(|a| !DYNAMIC.contains(&a.key.as_str())) {
            let name = attribute.key.as_str();
            let error = Error::new(format!("the block `dynamic` takes no argument `{name}`"));
            self.found.push(error.at(self.span(attribute.key.span())).maybe_hint(did_you_mean(name, DYNAMIC)));
        }
        for attribute in node.body.attributes().filter(|a| a.key.as_str() == "for_each") {
            self.visit_expr(&attribute.value);
        }
        self.within(named.or(label), |inner| {
            for attribute in node.body.attributes().filter(|a| a.key.as_str() == "labels") {
                inner.visit_expr(&attribute.value);
            }
            node.body.blocks().for_each(|block| inner.visit_body(&block.body));
        });
    }

    fn visit_expr(&mut self, node: &Expression) {
        match node {
            Expression::Variable(name) if !self.scope.iter().any(|s| s == name.as_str()) => {
                let at = self.span(node.span());
                self.refer(name.as_str(), at, &[]);
            }
            Expression::Variable(_) => {}
            _ => visit::visit_expr(self, node),
        }
    }

    fn visit_traversal(&mut self, node: &Traversal) {
        match &node.expr {
            Expression::Variable(name) if !self.scope.iter().any(|s| s == name.as_str()) => {
                let at = self.span(node.expr.span());
                self.refer(name.as_str(), at, &node.operators);
            }
            expr => self.visit_expr(expr),
        }
        for operator in &node.operators {
            if let TraversalOperator::Index(expr) = operator.value() {
                self.visit_expr(expr);
            }
        }
    }

    fn visit_func_call(&mut self, node: &FuncCall) {
        let name = node.name.name.as_str();
        if node.name.namespace.is_empty() && !functions::is_known(name) {
            let error = Error::new(format!("Terraform has no function `{name}`")).at(self.span(node.name.name.span()));
            self.found.push(error.maybe_hint(did_you_mean(name, functions::names())));
        }
        node.args.iter().for_each(|arg| self.visit_expr(arg));
    }

    fn visit_for_expr(&mut self, node: &ForExpr) {
        self.visit_expr(&node.intro.collection_expr);
        let names = [node.intro.key_var.as_ref(), Some(&node.intro.value_var)];
        let names: Vec<String> = names.into_iter().flatten().map(|n| n.as_str().to_owned()).collect();
        self.within(names, |inner| {
            node.key_expr.iter().for_each(|key| inner.visit_expr(key));
            inner.visit_expr(&node.value_expr);
            node.cond.iter().for_each(|cond| inner.visit_expr(&cond.expr));
        });
    }

    fn visit_for_directive(&mut self, node: &ForDirective) {
        let each = &node.for_expr;
        self.visit_expr(&each.collection_expr);
        let names = [each.key_var.as_ref(), Some(&each.value_var)];
        let names: Vec<String> = names.into_iter().flatten().map(|n| n.as_str().to_owned()).collect();
        self.within(names, |inner| each.template.iter().for_each(|element| inner.visit_element(element)));
    }

    fn visit_object_key(&mut self, node: &ObjectKey) {
        // a bare name is the key itself
        if !matches!(node, ObjectKey::Ident(_) | ObjectKey::Expression(Expression::Variable(_))) {
            visit::visit_object_key(self, node);
        }
    }
}
