//! The blocks of a file and their arguments.

use super::{Check, called, references};
use crate::error::Error;
use crate::hcl::version;
use crate::text::{Source, SourceId, Span, did_you_mean, is_slip};
use hcl_edit::Span as _;
use hcl_edit::expr::Expression;
use hcl_edit::structure::{Block, BlockLabel, Body};

/// A kind of block whose inside Terraform knows: its arguments, the blocks in it, what it needs.
struct Kind {
    name: &'static str,
    arguments: &'static [&'static str],
    blocks: &'static [&'static str],
    needs: &'static [&'static str],
}

const KINDS: &[Kind] = &[
    Kind {
        name: "variable",
        arguments: &["type", "default", "description", "sensitive", "nullable", "ephemeral", "deprecated", "const"],
        blocks: &["validation"],
        needs: &[],
    },
    Kind {
        name: "output",
        arguments: &["value", "description", "sensitive", "ephemeral", "depends_on", "deprecated", "type"],
        blocks: &["precondition"],
        needs: &["value"],
    },
    Kind {
        name: "validation",
        arguments: &["condition", "error_message"],
        blocks: &[],
        needs: &["condition", "error_message"],
    },
    Kind {
        name: "precondition",
        arguments: &["condition", "error_message"],
        blocks: &[],
        needs: &["condition", "error_message"],
    },
    Kind {
        name: "terraform",
        arguments: &["required_version", "experiments", "language"],
        blocks: &["required_providers", "backend", "cloud", "provider_meta", "encryption", "state_store"],
        needs: &[],
    },
];

/// The blocks at the top of a file.
const TOP: [&str; 14] = [
    "action",
    "check",
    "data",
    "ephemeral",
    "import",
    "list",
    "locals",
    "module",
    "moved",
    "output",
    "provider",
    "removed",
    "resource",
    "terraform",
];

/// What a provider that is required takes.
const PROVIDER: [&str; 3] = [PROVIDER_SOURCE, "version", "configuration_aliases"];
const PROVIDER_SOURCE: &str = "source";

/// Arguments of a call that are not the module's.
const META: [&str; 6] = ["source", "version", "providers", "count", "for_each", "depends_on"];

fn span(source: SourceId, range: Option<std::ops::Range<usize>>) -> Span {
    range.map_or(Span::NONE, |r| Span::new(source, r.start, r.end))
}

fn header(source: SourceId, block: &Block) -> Span {
    let start = block.ident.span().unwrap_or_default();
    let end = block.labels.last().and_then(BlockLabel::span).unwrap_or(start.clone()).end;
    Span::new(source, start.start, end)
}

impl Check<'_> {
    pub(super) fn file(&mut self, source: &Source, body: &Body) {
        let is_override =
            source.path.file_stem().is_some_and(|s| s == "override" || s.to_string_lossy().ends_with("_override"));
        for attribute in body.attributes() {
            let message = format!("an argument `{}` stands outside of all blocks", attribute.key.as_str());
            self.found.push(Error::new(message).at(span(source.id, attribute.key.span())));
        }
        for block in body.blocks() {
            if !is_override {
                self.twice(source, block);
            }
            self.block(source, block, is_override);
        }
    }

    /// Resources, modules and locals of one name; of variables and outputs the reader tells.
    fn twice(&mut self, source: &Source, block: &Block) {
        let kind = block.ident.as_str();
        let labels: Vec<String> = block.labels.iter().map(|l| l.as_str().to_owned()).collect();
        let names: Vec<(Vec<String>, Span)> = match kind {
            "resource" | "data" | "module" | "ephemeral" => vec![(labels, header(source.id, block))],
            "locals" => {
                let local = |a: &hcl_edit::structure::Attribute| {
                    (vec![a.key.as_str().to_owned()], span(source.id, a.key.span()))
                };
                block.body.attributes().map(local).collect()
            }
            _ => return,
        };
        for (labels, place) in names {
            let what = format!(
                "the {} `{}` is declared twice",
                if kind == "locals" { "local" } else { kind },
                labels.join(".")
            );
            if self.blocks.insert((kind.to_owned(), labels), place).is_some() {
                self.found.push(Error::new(what).at(place).hint("keep one of them"));
            }
        }
    }

    fn block(&mut self, source: &Source, block: &Block, is_override: bool) {
        let kind = block.ident.as_str();
        if let Some(known) = KINDS.iter().find(|k| k.name == kind) {
            self.known(source, block, known, is_override);
        }
        match kind {
            // names of other kinds, and constants
            "terraform" => self.versions(source, &block.body),
            "moved" | "removed" | "import" => {}
            "variable" => {
                for inner in block.body.blocks() {
                    references::check(&self.names, source.id, &inner.body, &[], &mut self.found);
                }
            }
            "module" => {
                self.references(source, block, is_override);
                self.call(source, block, is_override);
            }
            _ if TOP.contains(&kind) => self.references(source, block, is_override),
            _ => {
                let known = || TOP.into_iter().chain(["variable"]);
                if let Some(meant) = known().find(|k| is_slip(kind, k)) {
                    let error = Error::new(format!("Terraform knows no block `{kind}`"));
                    self.found
                        .push(error.at(span(source.id, block.ident.span())).hint(format!("did you mean `{meant}`?")));
                }
            }
        }
    }

    fn references(&mut self, source: &Source, block: &Block, is_override: bool) {
        let is_repeated = matches!(block.ident.as_str(), "resource" | "data" | "module" | "locals" | "output");
        let has = |argument: &str| is_override || !is_repeated || block.body.has_attribute(argument);
        let given = [("each", "for_each"), ("count", "count")].into_iter().filter(|(_, argument)| has(argument));
        let given: Vec<&str> = given.map(|(name, _)| name).collect();
        references::check(&self.names, source.id, &block.body, &given, &mut self.found);
        if matches!(block.ident.as_str(), "resource" | "data") {
            self.misspelt(source, block);
        }
    }

    /// What Terraform takes in blocks of every provider, written by a slip: the provider's own names are not known.
    fn misspelt(&mut self, source: &Source, block: &Block) {
        let attributes = block.body.attributes().map(|a| (a.key.as_str(), a.key.span(), "argument", "depends_on"));
        let attributes = attributes.map(|(name, at, what, known)| (name, at, what, [known, "for_each"]));
        let blocks = block.body.blocks().map(|b| (b.ident.as_str(), b.ident.span(), "block", ["lifecycle", "dynamic"]));
        for (name, at, what, known) in attributes.chain(blocks) {
            if let Some(meant) =
                known.into_iter().find(|known| !block.body.has_attribute(known) && is_slip(name, known))
            {
                let error = Error::new(format!("`{name}` is no {what} that Terraform knows"));
                self.found.push(error.at(span(source.id, at)).hint(format!("did you mean `{meant}`?")));
            }
        }
    }

    fn known(&mut self, source: &Source, block: &Block, kind: &Kind, is_override: bool) {
        let mut unknown = false;
        for attribute in block.body.attributes().filter(|a| !kind.arguments.contains(&a.key.as_str())) {
            let name = attribute.key.as_str();
            let error = Error::new(format!("the block `{}` takes no argument `{name}`", kind.name));
            let error = error.at(span(source.id, attribute.key.span()));
            self.found.push(error.maybe_hint(did_you_mean(name, kind.arguments.iter().copied())));
            unknown = true;
        }
        for inner in block.body.blocks() {
            let name = inner.ident.as_str();
            if let Some(known) = KINDS.iter().find(|k| k.name == name && kind.blocks.contains(&name)) {
                self.known(source, inner, known, is_override);
            } else if !kind.blocks.contains(&name) {
                let error = Error::new(format!("the block `{}` takes no block `{name}`", kind.name));
                let error = error.at(span(source.id, inner.ident.span()));
                self.found.push(error.maybe_hint(did_you_mean(name, kind.blocks.iter().copied())));
                unknown = true;
            }
        }
        // what is misspelt is not missing besides
        for needed in kind.needs.iter().filter(|n| !unknown && !is_override && !block.body.has_attribute(n)) {
            let error = Error::new(format!("the block `{}` needs `{needed}`", kind.name));
            self.found.push(error.at(header(source.id, block)));
        }
    }

    fn versions(&mut self, source: &Source, body: &Body) {
        let required = body.get_attribute("required_version").map(|a| &a.value);
        let providers = || body.blocks().filter(|b| b.ident.as_str() == "required_providers");
        for (key, value) in providers().flat_map(|b| b.body.attributes()).filter_map(|a| a.value.as_object()).flatten()
        {
            let Some(name) = super::super::evaluate::key_name(key) else { continue };
            let at = |range| span(source.id, range);
            if !PROVIDER.contains(&name) {
                let error = Error::new(format!("a provider that is required takes no `{name}`"));
                self.found.push(error.at(at(key.span())).maybe_hint(did_you_mean(name, PROVIDER)));
            } else if let (PROVIDER_SOURCE, Expression::String(address)) = (name, value.expr())
                && !(1..=3).contains(&address.as_str().split('/').count())
            {
                let error = Error::new(format!("`{}` is no address of a provider", address.as_str()));
                self.found.push(error.at(at(value.expr().span())).hint("write `hashicorp/aws`"));
            }
        }
        let versions = providers().flat_map(|b| b.body.attributes()).filter_map(|a| match &a.value {
            Expression::Object(object) => object
                .iter()
                .find(|(k, _)| super::super::evaluate::key_name(k) == Some("version"))
                .map(|(_, v)| v.expr()),
            text => Some(text),
        });
        for expr in required.into_iter().chain(versions) {
            if let Expression::String(text) = expr
                && let Some(wrong) = version::fault(text.as_str())
            {
                let error = Error::new(format!("`{wrong}` is no version constraint"));
                self.found.push(error.at(span(source.id, expr.span())).hint("write `>= 1.5`, `~> 5.0` or `1.9.2`"));
            }
        }
    }

    /// The arguments of a call against the module, where that stands beside it.
    fn call(&mut self, source: &Source, block: &Block, is_override: bool) {
        let place = header(source.id, block);
        let Some(from) = block.body.get_attribute("source") else {
            if !is_override {
                self.found.push(Error::new("the block `module` needs `source`").at(place));
            }
            return;
        };
        let Expression::String(path) = &from.value else { return };
        let Some(dir) = called(self.module, path.as_str()) else { return };
        let target = self.modules.get(&dir);
        if target.sources.is_empty() {
            let error =
                Error::new(format!("there is no module `{}`", path.as_str())).at(span(source.id, from.value.span()));
            let parent = dir.parent().into_iter().flat_map(|p| std::fs::read_dir(p).into_iter().flatten().flatten());
            let beside: Vec<String> = parent.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
            let name = dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.found.push(error.maybe_hint(did_you_mean(&name, beside.iter().map(String::as_str))));
            return;
        }
        if target.problems.iter().any(|p| p.cause == super::Cause::Invalid) {
            return;
        }
        let mut explained = false;
        for argument in block.body.attributes() {
            let name = argument.key.as_str();
            if META.contains(&name) || target.variables.contains_key(name) {
                continue;
            }
            let unset = target.variables.keys().map(String::as_str).filter(|v| !block.body.has_attribute(v));
            let near = did_you_mean(name, unset);
            explained |= near.is_some();
            let error = Error::new(format!("the module `{}` takes no argument `{name}`", path.as_str()));
            self.found.push(error.at(span(source.id, argument.key.span())).maybe_hint(near));
        }
        let required = target.variables.iter().filter(|(name, v)| v.required && !block.body.has_attribute(name));
        for (name, _) in required.filter(|_| !explained && !is_override) {
            self.found
                .push(Error::new(format!("the module `{}` needs the argument `{name}`", path.as_str())).at(place));
        }
    }
}
