//! What a rule finds, before it is known which component it is about.

use crate::text::Span;
use crate::value::{Data, Value};
use serde_json::Value as Json;

/// One step to a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// A key of a map.
    Key(String),
    /// A place in a list.
    Index(usize),
}

/// A finding of a rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What is wrong.
    pub message: String,
    /// Where, seen from the input document.
    pub path: Vec<Step>,
    /// What to do.
    pub hint: Option<String>,
    /// The rule's name, where a policy of one's own gives one.
    pub id: Option<String>,
    /// Whether it is a warning: what `warn` of a policy of one's own gives.
    pub warning: bool,
}

impl Finding {
    /// What an entry of `deny` or `warn` says: a text, or an object with a `message` (or `msg`), and perhaps a `path`, a
    /// `hint`, and an `id`.
    pub(super) fn read(entry: &Json, warning: bool) -> Finding {
        let text = |keys: &[&str]| keys.iter().find_map(|k| entry.get(k)?.as_str()).map(str::to_owned);
        Finding {
            message: text(&["message", "msg"])
                .unwrap_or_else(|| entry.as_str().map_or_else(|| entry.to_string(), str::to_owned)),
            path: path(entry.get("path")),
            hint: text(&["hint"]),
            id: text(&["id"]),
            warning,
        }
    }

    /// The place of the value that is meant, or of the nearest one around it that has one; `root` is the document.
    pub(super) fn span(&self, root: &Value) -> Span {
        let mut span = Span::NONE;
        let mut node = root;
        for step in &self.path {
            let found = match (step, &node.data) {
                (Step::Key(key), Data::Map(map)) => map.get_entry(key).map(|(key, value)| (key.span, value)),
                (Step::Index(index), Data::Seq(items)) => items.get(*index).map(|value| (value.span, value)),
                _ => None,
            };
            let Some((key_span, value)) = found else { break };
            // a section is merged of many; it is the place of no value of its own
            let own = if value.as_map().is_some() { key_span } else { value.span };
            span = [own, value.span, key_span].into_iter().find(|s| !s.is_none()).unwrap_or(span);
            node = value;
        }
        if span.is_none() { root.span } else { span }
    }
}

/// `["vars", "tags", 0]`, or `"vars.tags"`.
fn path(value: Option<&Json>) -> Vec<Step> {
    match value {
        Some(Json::Array(steps)) => steps
            .iter()
            .filter_map(|step| match step {
                Json::String(key) => Some(Step::Key(key.clone())),
                step => step.as_u64().and_then(|n| usize::try_from(n).ok()).map(Step::Index),
            })
            .collect(),
        Some(Json::String(path)) => path.split('.').map(|key| Step::Key(key.to_owned())).collect(),
        _ => Vec::new(),
    }
}
