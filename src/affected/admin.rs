//! `--include-spacelift-admin-stacks`: the Spacelift stacks that manage the affected ones.

use super::item::Affected;
use super::{Request, map_at};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::value::{Map, Value};

/// Adds the admin stacks that `settings.spacelift.admin_stack_selector` of an affected component chooses: the components of
/// the name that the selector gives, in the stacks whose context is the selector's.
///
/// Atmos: where stacks are named by a template, it chooses that component in every stack.
///
/// # Errors
/// A chosen component has no Spacelift workspace.
pub(super) fn add(
    head: &Engine,
    stacks: &Value,
    affected: &Affected,
    sections: &Value,
    found: &mut Vec<Affected>,
    request: &Request,
) -> Result<()> {
    let Some(selector) = sections.dig(["settings", "spacelift", "admin_stack_selector"]) else { return Ok(()) };
    let Some(wanted) = selector.get("component").and_then(Value::as_str).filter(|c| !c.is_empty()) else {
        return Ok(());
    };
    let prefix = head.context_prefix(selector, &affected.stack)?;
    for (stack, described) in stacks.as_map().map(Map::sorted).unwrap_or_default() {
        let Some(admin) = map_at(described, &["components", "terraform"]).and_then(|c| c.get(wanted)) else { continue };
        let vars = admin.get("vars").cloned().unwrap_or_default();
        if head.context_prefix(&vars, &stack.name)? != prefix {
            continue;
        }
        let Some(spacelift) = admin.dig(["settings", "spacelift"]).filter(|s| s.as_map().is_some()) else { continue };
        if spacelift.get("workspace_enabled").and_then(Value::as_bool) != Some(true) {
            return Err(Error::new(format!(
                "`{}` in `{}` names `{wanted}` in `{}` as its Spacelift admin stack, which has no Spacelift workspace",
                affected.component, affected.stack, stack.name
            ))
            .at(selector.span)
            .hint("set `settings.spacelift.workspace_enabled: true` there, or choose another admin stack"));
        }
        let reasons = vec!["stack.settings.spacelift.admin_stack_selector".to_owned()];
        let mut item = Affected::new(head, [&stack.name, "terraform", wanted], admin, reasons);
        item.settings = admin.get("settings").filter(|_| request.include_settings).cloned();
        match found.iter_mut().find(|other| other.is_same(&item)) {
            Some(other) => other.reasons.append(&mut item.reasons),
            None => found.push(item),
        }
    }
    Ok(())
}
