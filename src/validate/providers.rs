//! The `providers` of components, which become a file of Terraform's.

use super::diagnostic::Diagnostic;
use super::marks;
use super::stacks::Subject;
use crate::code::{self, Severity};
use crate::hcl::Module;
use crate::text::is_slip;
use crate::value::{Data, Map, Value};

/// Providers that most repositories use.
const COMMON: [&str; 16] = [
    "archive",
    "aws",
    "azuread",
    "azurerm",
    "cloudflare",
    "datadog",
    "external",
    "github",
    "google",
    "helm",
    "kubernetes",
    "local",
    "null",
    "random",
    "tls",
    "vault",
];

/// Checks the providers of a component that is deployed.
pub(super) fn check(subject: &Subject<'_>, module: Option<&Module>, found: &mut Vec<Diagnostic>) {
    if subject.component.is_abstract() {
        return;
    }
    let Some(providers) = subject.component.section("providers").and_then(Value::as_map) else { return };
    for (key, value) in providers.iter().filter(|(key, _)| !key.span.is_none()) {
        if !matches!(value.data, Data::Map(_) | Data::Seq(_) | Data::Null)
            && !value.as_str().is_some_and(marks::is_open)
        {
            let message = format!("`providers.{}` must be a map of the provider's settings", key.name);
            let span = if value.span.is_none() { key.span } else { value.span };
            found.push(Diagnostic::new(&code::WRONG_TYPE, message, span).severity(Severity::Warning));
        }
        let declared = module.into_iter().flat_map(|m| m.required_providers.keys().map(String::as_str));
        let known: Vec<&str> = declared.chain(COMMON).collect();
        if let Some(meant) = misspelt(&key.name, providers, &known, module) {
            let message = format!("no provider is called `{}`", key.name);
            let wrong = Diagnostic::new(&code::UNKNOWN_KEY, message, key.span).severity(Severity::Warning);
            found.push(wrong.hint(format!("did you mean `{meant}`?")));
        }
    }
}

/// The provider that a name is a slip of, where the code does not know the name itself.
fn misspelt<'a>(name: &str, providers: &Map, known: &[&'a str], module: Option<&'a Module>) -> Option<&'a str> {
    let is_declared = module.is_some_and(|m| m.required_providers.contains_key(name));
    if is_declared || COMMON.contains(&name) {
        return None;
    }
    known.iter().copied().find(|known| is_slip(name, known) && !providers.contains(known))
}
