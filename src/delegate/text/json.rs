//! The lines of JSON that `-json` makes Terraform write.

use super::Heard;
use super::human::Human;
use crate::delegate::changes::{Act, Drifted, Planned};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A line. Fields that do not belong to its type are left out.
#[derive(Debug, Deserialize)]
pub(super) struct Message {
    #[serde(rename = "type")]
    kind: String,
    #[serde(rename = "@message", default)]
    words: String,
    #[serde(default)]
    change: Change,
    #[serde(default)]
    changes: Option<Counts>,
    #[serde(default)]
    outputs: BTreeMap<String, Output>,
    #[serde(default)]
    diagnostic: Diagnostic,
}

#[derive(Debug, Default, Deserialize)]
struct Change {
    #[serde(default)]
    resource: Resource,
    #[serde(default)]
    action: String,
    #[serde(default)]
    importing: Option<serde_json::Value>,
}

#[derive(Debug, Default, Deserialize)]
struct Resource {
    #[serde(default)]
    addr: String,
}

#[derive(Debug, Deserialize)]
struct Counts {
    #[serde(default)]
    add: u64,
    #[serde(default)]
    change: u64,
    #[serde(default)]
    import: u64,
    #[serde(default)]
    remove: u64,
    #[serde(default)]
    operation: String,
}

#[derive(Debug, Deserialize)]
struct Output {
    /// What a plan does to it; an apply tells its value instead.
    #[serde(default)]
    action: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Diagnostic {
    #[serde(default)]
    severity: String,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    detail: String,
}

impl Message {
    /// What a line says, if it is of this form.
    pub(super) fn of(line: &str) -> Option<Message> {
        line.starts_with('{').then(|| serde_json::from_str(line).ok()).flatten()
    }

    /// Hands it on, and gives what it says to people.
    pub(super) fn tell(self, human: &mut Human, heard: &mut Heard) -> String {
        let Change { resource: Resource { addr: address }, action, importing } = self.change;
        match self.kind.as_str() {
            "planned_change" => {
                let act = match action.as_str() {
                    "create" => Some(Act::Create),
                    "update" => Some(Act::Update),
                    "replace" => Some(Act::Replace),
                    "delete" => Some(Act::Destroy),
                    _ => importing.is_some().then_some(Act::Import),
                };
                heard.changes.resources.extend(act.map(|act| Planned { address, act }));
            }
            "resource_drift" if action != "move" => {
                let deleted = action == "delete";
                heard.drifted(Drifted { address, attributes: Vec::new(), deleted });
            }
            "outputs" => {
                let is_changed = |output: &Output| output.action.as_deref().is_some_and(|action| action != "noop");
                self.outputs.iter().filter(|(_, output)| is_changed(output)).for_each(|(name, _)| heard.output(name));
            }
            "diagnostic" if self.diagnostic.severity == "error" => {
                let Diagnostic { summary, detail, .. } = &self.diagnostic;
                human.hear(&format!("│ Error: {summary}"), heard);
                detail.lines().for_each(|line| human.hear(&format!("│ {line}"), heard));
                human.hear("╵", heard);
            }
            _ => {}
        }
        if let Some(Counts { add, change, import, remove, operation }) = self.changes {
            let changes = &mut heard.changes;
            (changes.add, changes.change, changes.import, changes.destroy) = (add, change, import, remove);
            (changes.known, changes.applied) = (true, operation != "plan");
        }
        self.words
    }
}
