//! Drift that is known and left alone.

use super::changes::Drifted;
use crate::error::{Error, Result};
use crate::text::SourceMap;
use crate::value::Value;
use crate::yaml::{self, NoTags};
use std::path::Path;

/// A drift that is known. Texts may hold `*` for any text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The stack; any when empty.
    pub stack: String,
    /// The component; any when empty.
    pub component: String,
    /// The address of the resource, or `output.NAME`.
    pub address: String,
    /// The attributes; all of them when there is none.
    pub attributes: Vec<String>,
}

/// The drifts of a file that are left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ignored(Vec<Known>);

impl Ignored {
    /// Reads a file: a list of maps with `address`, and where it matters `stack`, `component` and `attributes`.
    ///
    /// # Errors
    /// It cannot be read, or has another form.
    pub fn read(path: &Path, sources: &SourceMap) -> Result<Ignored> {
        let text =
            std::fs::read_to_string(path).map_err(|e| Error::new(format!("cannot read `{}`: {e}", path.display())))?;
        let list = yaml::load(&sources.add(path, text, false), &mut NoTags)?.value;
        let Some(items) = list.as_seq() else {
            return Err(Error::new("known drifts must be a list")
                .at(list.span)
                .hint("write `- address: aws_vpc.main`"));
        };
        items.iter().map(known).collect::<Result<_>>().map(Ignored)
    }

    /// Takes away what is known; tells how many drifts vanished whole.
    pub fn take_from(&self, drift: &mut Vec<Drifted>, stack: &str, component: &str) -> usize {
        let before = drift.len();
        drift.retain_mut(|drifted| {
            let matches = |k: &&Known| {
                (k.stack.is_empty() || is_like(&k.stack, stack))
                    && (k.component.is_empty() || is_like(&k.component, component))
                    && is_like(&k.address, &drifted.address)
            };
            for known in self.0.iter().filter(matches) {
                if known.attributes.is_empty() {
                    return false;
                }
                let had_some = !drifted.attributes.is_empty();
                drifted.attributes.retain(|a| !known.attributes.iter().any(|k| is_like(k, a)));
                if had_some && drifted.attributes.is_empty() && !drifted.deleted {
                    return false;
                }
            }
            true
        });
        before - drift.len()
    }
}

fn known(item: &Value) -> Result<Known> {
    let text = |key: &str| match item.get(key) {
        None => Ok(String::new()),
        Some(value) => value
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| Error::new(format!("`{key}` must be a string")).at(value.span)),
    };
    let known = ["stack", "component", "address", "attributes", "reason"];
    let keys = item.as_map().into_iter().flat_map(crate::value::Map::iter);
    if let Some((key, _)) = keys.into_iter().find(|(key, _)| !known.contains(&&*key.name)) {
        return Err(Error::new(format!("unknown key `{}`", key.name))
            .at(key.span)
            .maybe_hint(crate::text::did_you_mean(&key.name, known)));
    }
    let attributes = item.get("attributes").and_then(Value::as_seq).unwrap_or_default();
    let found = Known {
        stack: text("stack")?,
        component: text("component")?,
        address: text("address")?,
        attributes: attributes.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
    };
    if found.address.is_empty() {
        return Err(Error::new("a known drift needs an `address`").at(item.span));
    }
    Ok(found)
}

/// Whether a text is like a pattern, in which `*` stands for any text. Brackets are those of addresses.
fn is_like(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drifted(address: &str, attributes: &[&str]) -> Drifted {
        let attributes = attributes.iter().map(|a| (*a).to_owned()).collect();
        Drifted { address: address.into(), attributes, deleted: false }
    }

    #[test]
    fn patterns_have_one_star() {
        assert!(is_like("aws_x.a[0]", "aws_x.a[0]") && is_like("aws_*.a*", "aws_x.a[0]") && is_like("*", ""));
        assert!(!is_like("aws_x.a", "aws_x.a[0]") && !is_like("*.b", "aws_x.a") && !is_like("a*a", "a"));
    }

    #[test]
    fn known_drift_is_left_alone_by_address_and_attribute() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("known.yaml");
        std::fs::write(
            &path,
            "- address: aws_asg.*\n  attributes: [desired_capacity]\n  reason: scaled\n- {address: output.x, stack: dev}\n",
        )
        .unwrap();
        let ignored = Ignored::read(&path, &SourceMap::default()).unwrap();
        let all = vec![
            drifted("aws_asg.a", &["desired_capacity"]),
            drifted("aws_asg.b", &["desired_capacity", "tags"]),
            drifted("output.x", &["value"]),
        ];
        let mut drift = all.clone();
        assert_eq!(ignored.take_from(&mut drift, "dev", "c"), 2);
        assert_eq!(drift, [drifted("aws_asg.b", &["tags"])]);
        let mut drift = all;
        assert_eq!(ignored.take_from(&mut drift, "prod", "c"), 1);
        std::fs::write(&path, "- adress: x\n").unwrap();
        let error = Ignored::read(&path, &SourceMap::default()).unwrap_err();
        assert_eq!(error.hints(), ["did you mean `address`?"]);
    }
}
