//! A directory of Terraform code: what it declares, without evaluating more than constants.

use super::body::{Block, Body, Expr, properties};
use super::constraint::Type;
use super::problem::{Cause, Problem, Problems};
use super::providers::{self, ProviderConfig, ProviderRef, ProviderRequirement};
use super::validation::Validation;
use crate::error::Error;
use crate::text::{Source, SourceMap, Span, did_you_mean};
use crate::value::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the code of one directory declares.
#[derive(Debug, Default)]
pub struct Module {
    /// The directory, as it was given.
    pub path: PathBuf,
    /// Input variables by name.
    pub variables: BTreeMap<String, Variable>,
    /// Outputs by name.
    pub outputs: BTreeMap<String, Output>,
    /// Every `required_version`, in the order of the text.
    pub required_core: Vec<String>,
    /// Providers by their local name: those of `required_providers`, and those that blocks imply.
    pub required_providers: BTreeMap<String, ProviderRequirement>,
    /// `provider` blocks by `name` or `name.alias`.
    pub provider_configs: BTreeMap<String, ProviderConfig>,
    /// Resources by `type.name`.
    pub managed_resources: BTreeMap<String, Resource>,
    /// Data sources by `data.type.name`.
    pub data_resources: BTreeMap<String, Resource>,
    /// Module calls by name.
    pub module_calls: BTreeMap<String, ModuleCall>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// What Atmos reads, and Terraform refuses.
    pub refused: Vec<Error>,
    /// The files, in the order in which they were read: overrides last.
    pub sources: Vec<Arc<Source>>,
}

/// An input variable.
#[derive(Clone, Debug, Default)]
pub struct Variable {
    /// The `variable` block's header.
    pub span: Span,
    /// The type as it was written.
    pub type_text: Option<String>,
    /// The type; `None` when none was written, or none that Terraform knows.
    pub constraint: Option<Type>,
    /// Where the type stands.
    pub type_span: Span,
    /// What it is for.
    pub description: String,
    /// Why it should not be used any more.
    pub deprecated: String,
    /// The value when none is given; null as well where it is no constant.
    pub default: Option<Value>,
    /// Whether there is no default.
    pub required: bool,
    /// Whether null is a value; without it a null becomes the default.
    pub nullable: bool,
    /// Whether its value is hidden.
    pub sensitive: bool,
    /// What its `validation` blocks demand.
    pub validations: Vec<Validation>,
}

/// An output.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The `output` block's header.
    pub span: Span,
    /// What it is.
    pub description: String,
    /// Why it should not be used any more.
    pub deprecated: String,
    /// Whether its value is hidden.
    pub sensitive: bool,
}

/// A resource or a data source.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    /// The block's header.
    pub span: Span,
    /// Its type: `aws_vpc`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The provider that it names, or that its type implies.
    pub provider: ProviderRef,
    /// Its arguments, of a `terraform_remote_state` alone.
    pub arguments: Vec<Argument>,
}

/// A call of a module.
#[derive(Clone, Debug, Default)]
pub struct ModuleCall {
    /// The block's header.
    pub span: Span,
    /// Where the module comes from; the code itself when it is no constant.
    pub source: String,
    /// Where the source stands.
    pub source_span: Span,
    /// The version constraint; the code itself when it is no constant.
    pub version: String,
    /// Its arguments, with the meta-arguments.
    pub arguments: Vec<Argument>,
}

/// An argument of a block.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Where its expression stands.
    pub span: Span,
    /// Its value, where it is a constant.
    pub value: Option<Value>,
}

const BLOCKS: &[(&str, usize)] =
    &[("data", 2), ("module", 1), ("output", 1), ("provider", 1), ("resource", 2), ("terraform", 0), ("variable", 1)];

impl Module {
    /// Reads the `*.tf` and `*.tf.json` of a directory; what is wrong with them is in [`Module::problems`].
    pub fn read(dir: &Path, sources: &SourceMap) -> Module {
        let mut module = Module { path: dir.to_owned(), ..Module::default() };
        let mut problems = Problems::default();
        match files(dir) {
            Ok(files) => {
                for path in files {
                    match fs::read_to_string(&path) {
                        Ok(text) => {
                            let text = text.trim_start_matches('\u{feff}');
                            module.file(&sources.add(path, text, false), &mut problems);
                        }
                        Err(e) => problems.invalid(Span::NONE, format!("cannot read {}: {e}", path.display())),
                    }
                }
            }
            Err(e) => {
                problems.add(Cause::Missing, Span::NONE, format!("cannot read the directory {}: {e}", dir.display()));
            }
        }
        module.imply_providers();
        module.problems = problems.0;
        module
    }

    fn file(&mut self, source: &Arc<Source>, problems: &mut Problems) {
        self.sources.push(Arc::clone(source));
        if source.path.extension().is_some_and(|e| e == "json") {
            let options = strict_json();
            match jsonc_parser::parse_to_ast(&source.text, &jsonc_parser::CollectOptions::default(), &options) {
                Ok(parsed) => {
                    let root = parsed.value.as_ref().map(|v| properties(v, source, problems)).unwrap_or_default();
                    self.body(&Body::Json(root), source, problems);
                }
                Err(e) => {
                    let range = e.range();
                    problems
                        .invalid(Span::new(source.id, range.start, range.end), format!("invalid JSON: {}", e.kind()));
                }
            }
            return;
        }
        let (body, faults) = super::lenient::parse(&source.text);
        for fault in faults {
            problems.invalid(Span::new(source.id, fault.at, fault.at), format!("invalid HCL: {}", fault.what));
        }
        if let Some(body) = body {
            self.body(&Body::Native(&body), source, problems);
        }
    }

    fn body(&mut self, body: &Body<'_>, source: &Source, problems: &mut Problems) {
        for block in body.blocks(BLOCKS, source, problems) {
            let name = block.labels.first().copied().unwrap_or_default().to_owned();
            match block.kind {
                "terraform" => self.terraform(&block, source, problems),
                "variable" => {
                    let first = self.variables.get(&name).map(|v| v.span);
                    self.twice(first, &block, source);
                    let variable = Variable::read(&block, source, problems);
                    self.refused.extend(variable.type_fault(&block, source));
                    self.variables.insert(name, variable);
                }
                "output" => {
                    let first = self.outputs.get(&name).map(|v| v.span);
                    self.twice(first, &block, source);
                    self.outputs.insert(name, Output::read(&block, source, problems));
                }
                "provider" => self.configure(&name, &block, source, problems),
                "module" => self.call(name, &block, source, problems),
                _ => {
                    let resource = Resource::read(&block, source, problems);
                    let key = format!("{}.{}", resource.kind, resource.name);
                    if block.kind == "data" {
                        self.data_resources.insert(format!("data.{key}"), resource);
                    } else {
                        self.managed_resources.insert(key, resource);
                    }
                }
            }
        }
    }

    /// Notes a block of a name that another has; override files may say things again.
    fn twice(&mut self, first: Option<Span>, block: &Block<'_>, source: &Source) {
        let is_override = source.path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            let stem = name.split('.').next().unwrap_or_default();
            stem == "override" || stem.ends_with("_override")
        });
        if first.is_some() && !is_override {
            let what = format!("the {} `{}` is declared twice", block.kind, block.labels.join("."));
            self.refused.push(Error::new(what).at(block.span).hint("keep one of them"));
        }
    }

    fn terraform(&mut self, block: &Block<'_>, source: &Source, problems: &mut Problems) {
        let version = block.body.attribute("required_version").and_then(|v| v.text(source, problems));
        self.required_core.extend(version);
        for block in block.body.blocks(&[("required_providers", 0)], source, problems) {
            for (name, requirement) in providers::requirements(&block.body, source, problems) {
                let known = self.required_providers.entry(name.clone()).or_default();
                if !requirement.source.is_empty() {
                    if !known.source.is_empty() && known.source != requirement.source {
                        let what = format!("the provider `{name}` has two sources");
                        problems
                            .invalid(block.span, format!("{what}: `{}` and `{}`", known.source, requirement.source));
                    } else {
                        known.source = requirement.source;
                    }
                }
                known.version_constraints.extend(requirement.version_constraints);
                if known.aliases.is_empty() {
                    known.aliases = requirement.aliases;
                }
            }
        }
    }

    fn configure(&mut self, name: &str, block: &Block<'_>, source: &Source, problems: &mut Problems) {
        let version = block.body.attribute("version").and_then(|v| v.text(source, problems));
        self.required_providers.entry(name.to_owned()).or_default().version_constraints.extend(version);
        let alias = block.body.attribute("alias").and_then(|a| a.text(source, problems)).unwrap_or_default();
        let key = if alias.is_empty() { name.to_owned() } else { format!("{name}.{alias}") };
        self.provider_configs.insert(key, ProviderConfig { span: block.span, name: name.to_owned(), alias });
    }

    /// A call in an override file keeps the source of the one that it overrides.
    fn call(&mut self, name: String, block: &Block<'_>, source: &Source, problems: &mut Problems) {
        let mut call =
            ModuleCall { span: block.span, arguments: arguments(&block.body, source), ..ModuleCall::default() };
        let mut constant_or_code = |expr: Expr<'_>| {
            if expr.has_variables() {
                expr.source_text(source)
            } else {
                expr.text(source, problems).unwrap_or_default()
            }
        };
        if let Some(expr) = block.body.attribute("source") {
            call.source = constant_or_code(expr);
            call.source_span = expr.span(source);
        }
        if let Some(expr) = block.body.attribute("version") {
            call.version = constant_or_code(expr);
        }
        if let Some(overridden) = self.module_calls.get(&name).filter(|_| call.source.is_empty()) {
            call.source.clone_from(&overridden.source);
            call.source_span = overridden.source_span;
        }
        self.module_calls.insert(name, call);
    }

    fn imply_providers(&mut self) {
        for resource in self.managed_resources.values().chain(self.data_resources.values()) {
            self.required_providers.entry(resource.provider.name.clone()).or_default();
        }
    }
}

impl Variable {
    fn read(block: &Block<'_>, source: &Source, problems: &mut Problems) -> Variable {
        let body = &block.body;
        let mut variable = Variable { span: block.span, nullable: true, ..Variable::default() };
        if let Some(expr) = body.attribute("type") {
            // in quotes it is the old form of a keyword; otherwise no value but code
            let quoted = expr.text(source, &mut Problems::default());
            variable.constraint = match (expr, &quoted) {
                (_, Some(name)) => Type::keyword(name),
                (Expr::Native(expr), None) => Type::read(expr, source.id),
                _ => None,
            };
            variable.type_text = Some(quoted.unwrap_or_else(|| expr.source_text(source)));
            variable.type_span = expr.span(source);
        }
        variable.description = text(body, "description", source, problems);
        variable.deprecated = text(body, "deprecated", source, problems);
        match body.attribute("default") {
            Some(expr) => variable.default = expr.value(source, problems),
            None => variable.required = true,
        }
        variable.sensitive = flag(body, "sensitive", source, problems);
        let nullable = body.attribute("nullable");
        variable.validations = Validation::read(body, block.labels.first().copied().unwrap_or_default(), source);
        variable.nullable = nullable.and_then(|n| n.flag(source, &mut Problems::default())).unwrap_or(true);
        variable
    }

    /// A type that is none, at the word that is wrong in it.
    fn type_fault(&self, block: &Block<'_>, source: &Source) -> Option<Error> {
        let (None, Some(Expr::Native(expr))) = (&self.constraint, block.body.attribute("type")) else { return None };
        let range = Type::fault(expr, source.id)?;
        let span = Span::new(source.id, range.start, range.end);
        let text = source.text.get(range).unwrap_or_default().trim();
        let words = ["any", "string", "number", "bool", "list", "set", "map", "object", "tuple", "optional"];
        let word = text.split('(').next().unwrap_or_default();
        Some(
            Error::new(format!("`{}` is no type of Terraform", text.lines().next().unwrap_or_default()))
                .at(span)
                .maybe_hint(did_you_mean(word, words)),
        )
    }
}

impl Output {
    fn read(block: &Block<'_>, source: &Source, problems: &mut Problems) -> Output {
        Output {
            span: block.span,
            description: text(&block.body, "description", source, problems),
            deprecated: text(&block.body, "deprecated", source, problems),
            sensitive: flag(&block.body, "sensitive", source, problems),
        }
    }
}

impl Resource {
    fn read(block: &Block<'_>, source: &Source, problems: &mut Problems) -> Resource {
        let (kind, name) = (block.labels[0].to_owned(), block.labels[1].to_owned());
        let provider = match block.body.attribute("provider") {
            Some(expr) => {
                let names = expr.reference();
                if names.is_none() {
                    let what = "`provider` takes a provider's name and perhaps an alias: `aws.west`";
                    problems.invalid(expr.span(source), what);
                }
                names.map(ProviderRef::from_names).unwrap_or_default()
            }
            None => ProviderRef { name: kind.split('_').next().unwrap_or_default().to_owned(), alias: String::new() },
        };
        let remote_state = kind == "terraform_remote_state";
        let arguments = if remote_state { arguments(&block.body, source) } else { Vec::new() };
        Resource { span: block.span, kind, name, provider, arguments }
    }
}

fn text(body: &Body<'_>, name: &str, source: &Source, problems: &mut Problems) -> String {
    body.attribute(name).and_then(|expr| expr.text(source, problems)).unwrap_or_default()
}

fn flag(body: &Body<'_>, name: &str, source: &Source, problems: &mut Problems) -> bool {
    body.attribute(name).and_then(|expr| expr.flag(source, problems)).unwrap_or_default()
}

fn arguments(body: &Body<'_>, source: &Source) -> Vec<Argument> {
    let argument = |(name, expr): (&str, Expr<'_>)| Argument {
        name: name.to_owned(),
        span: expr.span(source),
        value: expr.value(source, &mut Problems::default()),
    };
    body.attributes().into_iter().map(argument).collect()
}

/// The files that Terraform reads, by name, those that override others last.
fn files(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(base) = name.strip_suffix(".tf").or_else(|| name.strip_suffix(".tf.json")) else { continue };
        let ignored = name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
        if !ignored {
            names.push((base == "override" || base.ends_with("_override"), name));
        }
    }
    names.sort_unstable();
    Ok(names.into_iter().map(|(_, name)| dir.join(name)).collect())
}

fn strict_json() -> jsonc_parser::ParseOptions {
    jsonc_parser::ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}
