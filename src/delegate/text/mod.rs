//! What Terraform says, understood line by line, as text for people or as the JSON of `-json`. `OpenTofu` says the same.

mod human;
mod json;
#[cfg(test)]
mod tests;

use super::changes::{Changes, Drifted, StateLock};
use super::safety::Protected;
use super::words::{COLORS, PASSING_SET};
use crate::runner::{Listener, Outcome, Verdict};
use human::Human;
use regex::RegexSet;

/// What a command is to Terraform, as far as its end is judged by it.
#[derive(Clone, Debug)]
pub(super) struct Expected {
    /// Whether it compares with reality alone.
    pub refresh_only: bool,
    /// Whether the step needs its next command only if there are changes.
    pub enough_without_changes: bool,
    /// Whether it can be done again after any failure.
    pub repeatable: bool,
    /// Types of resources that must not be destroyed.
    pub protected: Option<Protected>,
    /// More patterns of failures that pass.
    pub passing: Option<RegexSet>,
    /// The command that frees a lock, where `{id}` is that of the lock.
    pub unlock: String,
}

/// What was heard so far, in whatever form.
#[derive(Debug, Default)]
struct Heard {
    /// Whether drift is looked for; elsewhere a plan tells what follows from it.
    refresh_only: bool,
    changes: Changes,
    /// What stands after `Error: `, with the lines that follow.
    errors: Vec<String>,
}

impl Heard {
    fn drifted(&mut self, drifted: Drifted) {
        if self.refresh_only {
            self.changes.drift.push(drifted);
        }
    }

    fn output(&mut self, name: &str) {
        self.changes.outputs += 1;
        let address = format!("output.{name}");
        self.drifted(Drifted { address, attributes: vec!["value".to_owned()], deleted: false });
    }
}

/// A listener to one command.
#[derive(Debug)]
pub(super) struct Text {
    expected: Expected,
    human: Human,
    heard: Heard,
    phase: &'static str,
    last: String,
}

impl Text {
    pub(super) fn new(expected: Expected) -> Text {
        let heard = Heard { refresh_only: expected.refresh_only, ..Heard::default() };
        Text { expected, human: Human::default(), heard, phase: "", last: String::new() }
    }

    /// Why it failed, in a line.
    fn reason(&self, code: Option<i32>) -> String {
        if let Some(lock) = &self.heard.changes.lock {
            let StateLock { id, who, operation, created } = lock;
            let unlock = self.expected.unlock.replace("{id}", id);
            return format!("the state is locked by {who} ({operation}) since {created}; `{unlock}` frees it");
        }
        let first = self.heard.errors.first().map(|e| e.lines().next().unwrap_or_default().to_owned());
        let last = Some(&self.last).filter(|l| !l.is_empty()).cloned();
        match (first.or(last), code) {
            (Some(text), _) => text,
            (None, Some(code)) => format!("it ended with exit code {code}"),
            (None, None) => "a signal ended it".to_owned(),
        }
    }

    fn is_passing(&self) -> bool {
        let more = self.expected.passing.as_ref();
        let errors = &self.heard.errors;
        // without an error of Terraform's own, the last line tells
        let texts = errors.iter().map(String::as_str).chain(errors.is_empty().then_some(self.last.as_str()));
        let repeatable = self.expected.repeatable || self.heard.changes.lock.is_some();
        repeatable
            && texts.into_iter().any(|text| PASSING_SET.is_match(text) || more.is_some_and(|set| set.is_match(text)))
    }
}

/// The phase that a line shows, in both forms.
fn phase_of(line: &str) -> Option<&'static str> {
    let phases = [
        ("Initializing", "init"),
        ("Acquiring state lock", "lock"),
        (": Refreshing state...", "refresh"),
        (": Reading...", "refresh"),
        ("will perform the following actions", "plan"),
        ("used the selected providers to generate", "plan"),
        (": Plan to ", "plan"),
        (": Creating...", "apply"),
        (": Modifying...", "apply"),
        (": Destroying...", "destroy"),
        (": Importing...", "apply"),
    ];
    phases.into_iter().find(|(sign, _)| line.contains(sign)).map(|(_, phase)| phase)
}

impl Listener for Text {
    fn line(&mut self, line: &str) -> Option<String> {
        let line = if line.contains('\u{1b}') { COLORS.replace_all(line, "").into_owned() } else { line.to_owned() };
        let said = if let Some(message) = json::Message::of(&line) {
            message.tell(&mut self.human, &mut self.heard)
        } else {
            self.human.hear(&line, &mut self.heard);
            line
        };
        let text = human::unboxed(&said).trim();
        if !text.is_empty() {
            text.clone_into(&mut self.last);
        }
        if said.contains(": Refreshing state...") {
            self.heard.changes.existing += 1;
        }
        let phase = phase_of(&said).filter(|phase| *phase != self.phase)?;
        self.phase = phase;
        Some(phase.to_owned())
    }

    fn judge(mut self: Box<Self>, code: Option<i32>) -> Verdict {
        self.human.end(&mut self.heard);
        let changes = &mut self.heard.changes;
        changes.known |= self.expected.refresh_only && !changes.drift.is_empty();
        let details = serde_json::to_value(&*changes).unwrap_or_default();
        if code != Some(0) {
            let outcome = if self.is_passing() { Outcome::Passing } else { Outcome::Failed };
            return Verdict { outcome, reason: Some(self.reason(code)), details };
        }
        let changes = &self.heard.changes;
        let is_protected = |kind: &str| self.expected.protected.as_ref().is_some_and(|p| p.has(kind));
        let refused = changes.resources.iter().filter(|r| r.destroys() && is_protected(r.kind()));
        let refused: Vec<&str> = refused.map(|r| r.address.as_str()).collect();
        if !refused.is_empty() && !changes.applied {
            let reason = format!("it would destroy {}, which is protected (`--allow-destroy`)", refused.join(", "));
            return Verdict { outcome: Outcome::Failed, reason: Some(reason), details };
        }
        let enough = self.expected.enough_without_changes && !changes.any();
        Verdict { outcome: if enough { Outcome::Enough } else { Outcome::Good }, reason: None, details }
    }
}
