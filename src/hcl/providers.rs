//! Providers: what is required, and what is configured.

use super::body::{Body, Expr};
use super::problem::Problems;
use crate::text::{Source, Span};
use crate::value::{Data, Value};

/// What a module asks of a provider.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProviderRequirement {
    /// The address: `hashicorp/aws`.
    pub source: String,
    /// Every version constraint, in the order of the text.
    pub version_constraints: Vec<String>,
    /// Configurations that a caller hands in.
    pub aliases: Vec<ProviderRef>,
}

/// A reference to a provider's configuration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProviderRef {
    /// The local name.
    pub name: String,
    /// The alias; empty for the default configuration.
    pub alias: String,
}

/// A `provider` block.
#[derive(Clone, Debug, Default)]
pub struct ProviderConfig {
    /// The block's header.
    pub span: Span,
    /// The local name.
    pub name: String,
    /// The alias; empty for the default configuration.
    pub alias: String,
}

impl ProviderRef {
    pub(super) fn from_names(names: Vec<String>) -> Self {
        let mut names = names.into_iter();
        ProviderRef { name: names.next().unwrap_or_default(), alias: names.next().unwrap_or_default() }
    }
}

/// The entries of a `required_providers` block, one that says nothing left out.
pub(super) fn requirements(
    body: &Body<'_>,
    source: &Source,
    problems: &mut Problems,
) -> Vec<(String, ProviderRequirement)> {
    let mut all = Vec::new();
    for (name, expr) in body.attributes() {
        // the form of Terraform 0.12: a version alone
        let constant = expr.value(source, &mut Problems::default());
        if let Some(Value { data: Data::Str(_) | Data::Bool(_) | Data::Int(_) | Data::Float(_), .. }) = constant {
            let version_constraints = expr.text(source, problems).into_iter().collect();
            all.push((name.to_owned(), ProviderRequirement { version_constraints, ..ProviderRequirement::default() }));
            continue;
        }
        let Some(entries) = expr.entries() else {
            problems.invalid(expr.span(source), format!("`{name}` must be a string or an object"));
            continue;
        };
        if let Some(requirement) = requirement(name, &entries, source, problems) {
            all.push((name.to_owned(), requirement));
        }
    }
    all
}

fn requirement(
    name: &str,
    entries: &[(&str, Expr<'_>)],
    source: &Source,
    problems: &mut Problems,
) -> Option<ProviderRequirement> {
    let mut requirement = ProviderRequirement::default();
    let mut anything = false;
    for (key, expr) in entries {
        let understood = match *key {
            "version" => string(*expr, source, problems).map(|v| requirement.version_constraints.push(v)),
            "source" => string(*expr, source, problems).map(|s| requirement.source = s),
            "configuration_aliases" => aliases(name, *expr, source, problems).map(|a| requirement.aliases.extend(a)),
            _ => Some(()),
        };
        anything |= understood.is_some();
    }
    anything.then_some(requirement)
}

/// A string, written as one.
fn string(expr: Expr<'_>, source: &Source, problems: &mut Problems) -> Option<String> {
    let text = expr.value(source, &mut Problems::default()).and_then(|v| v.as_str().map(str::to_owned));
    if text.is_none() {
        problems.invalid(expr.span(source), "a string is needed here");
    }
    text
}

fn aliases(name: &str, expr: Expr<'_>, source: &Source, problems: &mut Problems) -> Option<Vec<ProviderRef>> {
    let names = expr.items().and_then(|items| items.into_iter().map(Expr::reference).collect::<Option<Vec<_>>>());
    let aliases = names.map(|all| all.into_iter().map(ProviderRef::from_names).collect::<Vec<_>>());
    let aliases = aliases.filter(|all| all.iter().all(|alias| alias.name == name));
    if aliases.is_none() {
        problems.invalid(expr.span(source), format!("configuration aliases are written `{name}.alias`"));
    }
    aliases
}
