//! `secrets`: each declaration remembers whether the whole stack or one component declares it.

use crate::error::{Error, Result};
use crate::value::{Map, Value};

/// Writes `scope` into the declarations of the layers of a component: `stack` in the first, `instance` in the others.
///
/// # Errors
/// A declaration with another scope than its place implies (`global` is allowed everywhere).
pub(crate) fn stamp_scopes(layers: &mut [Value]) -> Result<()> {
    for (index, layer) in layers.iter_mut().enumerate() {
        let scope = if index == 0 { "stack" } else { "instance" };
        let Some(vars) = layer.get("vars").and_then(Value::as_map) else { continue };
        let mut stamped = Map::with_capacity(vars.len());
        for (key, declaration) in vars.iter() {
            let mut declaration = declaration.clone();
            if declaration.as_map().is_some() {
                let present = declaration.get("scope").and_then(Value::as_str).unwrap_or_default().to_string();
                match present.as_str() {
                    "global" => {}
                    other if other.is_empty() || other == scope => declaration.set("scope", Value::from(scope)),
                    other => {
                        return Err(Error::new(format!(
                            "the secret `{}` says `scope: {other}`, but where it stands it is `{scope}`",
                            key.name
                        ))
                        .at(key.span));
                    }
                }
            }
            stamped.insert(key.clone(), declaration);
        }
        layer.set("vars", Value::map(stamped));
    }
    Ok(())
}
