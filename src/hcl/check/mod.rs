//! What Terraform refuses in a module's code, as far as the code alone tells: names that nothing declares, blocks and
//! arguments that there are none, arguments that modules beside it do not take.

mod blocks;
mod functions;
mod references;

use super::{Cause, Module, Modules};
use crate::error::Error;
use crate::text::{Source, Span, did_you_mean, is_slip};
use hcl_edit::structure::{self, Body};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// Everything that Terraform refuses in a module, in the order of its files.
///
/// Modules that it calls by a path are looked up in `modules`. Where files are missing from the directory (others make
/// them before Terraform runs, or they could not be read), only what is nearly a declared name is told: `whole` is false.
pub fn check(module: &Module, modules: &Modules, whole: bool) -> Vec<Error> {
    let is_native = |s: &&Arc<Source>| s.path.extension().is_none_or(|e| e != "json");
    let parse = |s: &Arc<Source>| Some((Arc::clone(s), hcl_edit::parser::parse_body(&s.text).ok()?));
    let files: Vec<(Arc<Source>, Body)> = module.sources.iter().filter(is_native).filter_map(parse).collect();
    let whole = whole && module.problems.iter().all(|p| p.cause != Cause::Invalid);
    let names = Names::of(module, &files, modules, whole);
    let mut check = Check { module, modules, names, blocks: FxHashMap::default(), found: Vec::new() };
    for (source, body) in &files {
        check.file(source, body);
    }
    check.found
}

/// The directory of a module that is called by a path.
pub fn called(module: &Module, source: &str) -> Option<PathBuf> {
    if !(source.starts_with("./") || source.starts_with("../")) {
        return None;
    }
    let path = source.split("//").next().unwrap_or_default();
    let mut dir = module.path.clone();
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => drop(dir.pop()),
            Component::Normal(name) => dir.push(name),
            _ => {}
        }
    }
    Some(dir)
}

struct Check<'m> {
    module: &'m Module,
    modules: &'m Modules,
    names: Names<'m>,
    /// The blocks that have a name, by kind and labels.
    blocks: FxHashMap<(String, Vec<String>), Span>,
    found: Vec<Error>,
}

/// What expressions may refer to.
struct Names<'m> {
    module: &'m Module,
    locals: FxHashSet<String>,
    /// Data sources inside `check` blocks, ephemeral resources: by their address.
    inner: FxHashSet<String>,
    /// The outputs of modules that are called by a path.
    outputs: FxHashMap<&'m str, Vec<String>>,
    /// Whether all that may be declared is known.
    whole: bool,
}

impl<'m> Names<'m> {
    fn of(module: &'m Module, files: &[(Arc<Source>, Body)], modules: &Modules, whole: bool) -> Self {
        let mut names = Names {
            module,
            locals: FxHashSet::default(),
            inner: FxHashSet::default(),
            outputs: FxHashMap::default(),
            whole,
        };
        for block in files.iter().flat_map(|(_, body)| body.blocks()) {
            names.declare(block);
        }
        // locals of JSON are seldom; where there are any, they may have every name
        names.whole &= !module
            .sources
            .iter()
            .any(|s| s.path.extension().is_some_and(|e| e == "json") && s.text.contains("\"locals\""));
        for (name, call) in &module.module_calls {
            let target = called(module, &call.source).map(|dir| modules.get(&dir));
            if let Some(target) = target.filter(|t| !t.sources.is_empty() && t.problems.is_empty()) {
                names.outputs.insert(name, target.outputs.keys().cloned().collect());
            }
        }
        names
    }

    fn declare(&mut self, block: &structure::Block) {
        let labels: Vec<&str> = block.labels.iter().map(structure::BlockLabel::as_str).collect();
        match (block.ident.as_str(), labels.as_slice()) {
            ("locals", _) => self.locals.extend(block.body.attributes().map(|a| a.key.as_str().to_owned())),
            ("ephemeral", [kind, name]) => drop(self.inner.insert(format!("ephemeral.{kind}.{name}"))),
            ("check", _) => block.body.blocks().for_each(|inner| self.declare(inner)),
            ("data", [kind, name]) => drop(self.inner.insert(format!("data.{kind}.{name}"))),
            _ => {}
        }
    }

    /// That a name is not declared; nothing where it may be in what is not known.
    fn unknown<'a>(&self, what: &str, name: &str, span: Span, known: impl Iterator<Item = &'a str>) -> Option<Error> {
        let known: Vec<&str> = known.collect();
        if !self.whole && !known.iter().any(|k| is_slip(name, k)) {
            return None;
        }
        let error = Error::new(format!("{what} is not declared here")).at(span);
        Some(error.maybe_hint(did_you_mean(name, known)))
    }
}
