//! What gaia cannot evaluate itself is asked of native Atmos: it describes the component that the function stands in, and
//! that alone, once a run.

use super::super::evaluate::Reference;
use super::Call;
use crate::error::{Error, Kind, Result};
use crate::external::output::Atmos;
use crate::external::{Chain, Environment};
use crate::value::{Data, Value};
use std::sync::Arc;

/// The value that native Atmos gives in the place of a function.
///
/// # Errors
/// Atmos is not there, the function stands where Atmos shows no value of its own (in a local or a template), or what Atmos
/// said.
pub(super) fn ask(call: &Call<'_>, function: &str) -> Result<Value> {
    let at = call.at.borrow();
    let (Some(component), false) = (call.component, at.is_empty()) else {
        return Err(Error::new(format!("`{function}` is evaluated by native Atmos only, and not here"))
            .kind(Kind::Unavailable)
            .hint("write it into a section of a component"));
    };
    let atmos = Atmos::find(&Environment::default(), &call.engine.workspace.cwd).ok_or_else(|| {
        Error::new(format!("`{function}` is evaluated by native Atmos only, and `atmos` is not on the PATH"))
            .kind(Kind::Unavailable)
            .hint("install Atmos; gaia asks it for this component alone")
            .hint("`--process-functions=false` leaves functions as they are")
    })?;
    let reference = Reference { component: component.name.to_string(), stack: call.stack.to_string() };
    let described = call.engine.outside.described.get(&reference, &Chain::default(), |_| {
        atmos.describe(&reference.component, &reference.stack).map_err(|e| e.context(format_args!("`{function}`")))
    })?;
    let found = at.iter().try_fold(&described, |value, step| inner(value, step));
    found.cloned().ok_or_else(|| {
        Error::new(format!("`{function}`: native Atmos shows no value at `{}` of {reference}", at.join(".")))
    })
}

fn inner<'a>(value: &'a Value, step: &Arc<str>) -> Option<&'a Value> {
    match &value.data {
        Data::Map(map) => map.get(step),
        Data::Seq(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    }
}
