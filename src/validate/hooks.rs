//! Hooks that write to stores: the store, and the outputs that they take there.

use super::diagnostic::Diagnostic;
use super::stacks::Subject;
use super::stores;
use crate::code::{self, Severity};
use crate::hcl::Module;
use crate::text::{did_you_mean, is_slip};
use crate::value::{Map, Value};

/// Checks the hooks of a component that is deployed.
pub(super) fn check(subject: &Subject<'_>, module: Option<&Module>, found: &mut Vec<Diagnostic>) {
    if subject.component.is_abstract() {
        return;
    }
    let hooks = subject.component.section("hooks").and_then(Value::as_map);
    for (name, hook) in hooks.into_iter().flat_map(Map::iter).filter(|(name, _)| !name.span.is_none()) {
        let Some(hook) = hook.as_map().filter(|hook| !hook.is_empty()) else { continue };
        // a misspelt one is told as such
        let has_kind = hook.names().any(|k| ["kind", "command"].iter().any(|known| k == *known || is_slip(k, known)));
        if !has_kind {
            let message = format!("the hook `{}` says nothing of what it does: Atmos refuses to run it", name.name);
            let lacking = Diagnostic::new(&code::MISSING_KEY, message, name.span).severity(Severity::Warning);
            found.push(lacking.hint("add `kind: store` or another kind"));
        }
    }
    let said = hooks.into_iter().flat_map(Map::values).filter_map(|hook| hook.get("command"));
    for command in said.filter(|command| command.as_str().is_some_and(|text| is_slip(text, "store"))) {
        let message = format!("hooks have no command `{}`", command.as_str().unwrap_or_default());
        let wrong = Diagnostic::new(&code::UNKNOWN_VALUE, message, command.span).severity(Severity::Warning);
        found.push(wrong.hint("did you mean `store`?"));
    }
    let writes =
        |hook: &&Value| ["command", "kind"].iter().any(|k| hook.get(k).and_then(Value::as_str) == Some("store"));
    for hook in hooks.into_iter().flat_map(Map::values).filter(writes) {
        if let Some(name) = hook.get("name")
            && let Some(text) = name.as_str().filter(|text| !text.is_empty() && !text.starts_with('!'))
        {
            let unknown = stores::unknown(subject.repo, text, "hooks", name.span);
            found.extend(unknown.map(|d| d.severity(Severity::Warning)));
        }
        let Some(module) = module.filter(|module| module.problems.is_empty()) else { continue };
        for value in hook.get("outputs").and_then(Value::as_map).into_iter().flat_map(Map::values) {
            let output =
                value.as_str().and_then(|text| text.strip_prefix('.')).filter(|t| !t.contains(['.', '[', '|', ' ']));
            let Some(output) = output.filter(|name| !module.outputs.contains_key(*name)) else { continue };
            let message = format!("the code of `{}` declares no output `{output}`", subject.component.name);
            let known = module.outputs.keys().map(String::as_str);
            let diagnostic = Diagnostic::new(&code::OUTPUT_UNKNOWN, message, subject.repo.word(value.span, output));
            found.push(diagnostic.maybe_hint(did_you_mean(output, known)));
        }
    }
}
