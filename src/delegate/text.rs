//! What Terraform says, understood line by line. `OpenTofu` says the same.

use super::changes::{Act, Changes, Drifted, Planned, StateLock};
use super::safety::Protected;
use super::words::{APPLIED, ATTRIBUTE, COLORS, COUNTS, OUTPUT, PASSING_SET, RESOURCE};
use crate::runner::{Listener, Outcome, Verdict};
use regex::RegexSet;

/// Which part of Terraform's text a line stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Part {
    #[default]
    Elsewhere,
    /// Below `# address …`.
    Resource,
    /// Below `Changes to Outputs:`.
    Outputs,
    /// Below `Lock Info:`.
    Lock,
}

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

/// A listener to one command.
#[derive(Debug)]
pub(super) struct Text {
    expected: Expected,
    part: Part,
    phase: &'static str,
    changes: Changes,
    /// The drifted resource whose attributes are read.
    drifted: Option<Drifted>,
    /// What stands after `Error: `, with the lines that follow.
    errors: Vec<String>,
    in_error: bool,
    last: String,
}

impl Text {
    pub(super) fn new(expected: Expected) -> Text {
        Text {
            expected,
            part: Part::default(),
            phase: "",
            changes: Changes::default(),
            drifted: None,
            errors: Vec::new(),
            in_error: false,
            last: String::new(),
        }
    }

    fn phase_of(line: &str) -> Option<&'static str> {
        let phases = [
            ("Initializing", "init"),
            ("Acquiring state lock", "lock"),
            (": Refreshing state...", "refresh"),
            (": Reading...", "refresh"),
            ("will perform the following actions", "plan"),
            ("used the selected providers to generate", "plan"),
            (": Creating...", "apply"),
            (": Modifying...", "apply"),
            (": Destroying...", "destroy"),
            (": Importing...", "apply"),
        ];
        phases.into_iter().find(|(sign, _)| line.contains(sign)).map(|(_, phase)| phase)
    }

    fn resource(&mut self, address: &str, words: &str) {
        self.end_of_drift();
        self.part = Part::Resource;
        let act = match words {
            "has moved" => return,
            "has changed" | "has been deleted" => {
                let deleted = words == "has been deleted";
                self.drifted = Some(Drifted { address: address.to_owned(), attributes: Vec::new(), deleted });
                return;
            }
            "will be created" => Act::Create,
            "will be updated in-place" => Act::Update,
            "will be destroyed" => Act::Destroy,
            "will be imported" => Act::Import,
            _ => Act::Replace,
        };
        self.changes.resources.push(Planned { address: address.to_owned(), act });
    }

    fn end_of_drift(&mut self) {
        // what changed outside is drift where it is looked for; elsewhere the plan tells what follows from it
        if let Some(drifted) = self.drifted.take().filter(|_| self.expected.refresh_only) {
            self.changes.drift.push(drifted);
        }
    }

    fn output(&mut self, name: &str) {
        self.changes.outputs += 1;
        if self.expected.refresh_only {
            let drifted =
                Drifted { address: format!("output.{name}"), attributes: vec!["value".to_owned()], deleted: false };
            self.changes.drift.push(drifted);
        }
    }

    fn count(&mut self, found: &regex::Captures<'_>, applied: bool) {
        let number = |group: usize| found.get(group).and_then(|m| m.as_str().parse().ok()).unwrap_or(0);
        let changes = &mut self.changes;
        (changes.import, changes.add, changes.change, changes.destroy) = (number(1), number(2), number(3), number(4));
        (changes.known, changes.applied) = (true, applied);
    }

    fn lock(&mut self, line: &str) {
        let Some((key, value)) = line.trim().split_once(':') else { return };
        let lock = self.changes.lock.get_or_insert_with(StateLock::default);
        let value = value.trim().to_owned();
        match key {
            "ID" => lock.id = value,
            "Who" => lock.who = value,
            "Operation" => lock.operation = value,
            "Created" => lock.created = value,
            _ => {}
        }
    }

    /// Why it failed, in a line.
    fn reason(&self, code: Option<i32>) -> String {
        if let Some(lock) = &self.changes.lock {
            let StateLock { id, who, operation, created } = lock;
            let unlock = self.expected.unlock.replace("{id}", id);
            return format!("the state is locked by {who} ({operation}) since {created}; `{unlock}` frees it");
        }
        let first = self.errors.first().map(|e| e.lines().next().unwrap_or_default().to_owned());
        let last = Some(&self.last).filter(|l| !l.is_empty()).cloned();
        match (first.or(last), code) {
            (Some(text), _) => text,
            (None, Some(code)) => format!("it ended with exit code {code}"),
            (None, None) => "a signal ended it".to_owned(),
        }
    }

    fn is_passing(&self) -> bool {
        let more = self.expected.passing.as_ref();
        // without an error of Terraform's own, the last line tells
        let texts = self.errors.iter().map(String::as_str).chain(self.errors.is_empty().then_some(self.last.as_str()));
        let repeatable = self.expected.repeatable || self.changes.lock.is_some();
        repeatable
            && texts.into_iter().any(|text| PASSING_SET.is_match(text) || more.is_some_and(|set| set.is_match(text)))
    }
}

impl Listener for Text {
    fn line(&mut self, line: &str) -> Option<String> {
        let line = if line.contains('\u{1b}') { COLORS.replace_all(line, "").into_owned() } else { line.to_owned() };
        let text = line.trim_start_matches(['│', '╷', '╵']);
        let in_box = text.len() < line.len();
        if !text.trim().is_empty() {
            text.trim().clone_into(&mut self.last);
        }
        if let Some(error) = text.trim_start().strip_prefix("Error: ") {
            self.in_error = true;
            self.errors.push(error.to_owned());
        } else if self.in_error && (in_box || !text.trim().is_empty()) {
            if text.trim() == "Lock Info:" {
                self.part = Part::Lock;
            }
            if let Some(error) = self.errors.last_mut() {
                error.push('\n');
                error.push_str(text.trim());
            }
        } else {
            self.in_error = false;
        }
        if self.part == Part::Lock {
            self.lock(text);
        } else if let Some(found) = RESOURCE.captures(&line) {
            let (address, words) = (found[1].to_owned(), found[2].to_owned());
            self.resource(&address, &words);
        } else if let Some(found) = COUNTS.captures(&line) {
            self.count(&found, false);
        } else if let Some(found) = APPLIED.captures(&line) {
            self.count(&found, true);
        } else if line.starts_with("Changes to Outputs:") {
            self.end_of_drift();
            self.part = Part::Outputs;
            self.changes.known = true;
        } else if line.starts_with("No changes.") {
            self.changes.known = true;
        } else if self.part == Part::Outputs {
            if let Some(found) = OUTPUT.captures(&line) {
                let name = found[2].to_owned();
                self.output(&name);
            } else if !line.is_empty() && !line.starts_with(' ') {
                self.part = Part::Elsewhere;
            }
        } else if let (Some(drifted), Some(found)) = (&mut self.drifted, ATTRIBUTE.captures(&line)) {
            let name = found.get(1).or_else(|| found.get(2)).map_or("", |m| m.as_str());
            // `~ resource "type" "name" {` stands at the same indent less two, so it never comes here
            drifted.attributes.push(name.to_owned());
        }
        if line.contains(": Refreshing state...") {
            self.changes.existing += 1;
        }
        let phase = Self::phase_of(&line).filter(|phase| *phase != self.phase)?;
        self.phase = phase;
        Some(phase.to_owned())
    }

    fn judge(mut self: Box<Self>, code: Option<i32>) -> Verdict {
        self.end_of_drift();
        if self.expected.refresh_only && !self.changes.drift.is_empty() {
            self.changes.known = true;
        }
        let details = serde_json::to_value(&self.changes).unwrap_or_default();
        if code != Some(0) {
            let outcome = if self.is_passing() { Outcome::Passing } else { Outcome::Failed };
            return Verdict { outcome, reason: Some(self.reason(code)), details };
        }
        let refused: Vec<&str> = self
            .changes
            .resources
            .iter()
            .filter(|r| r.destroys() && self.expected.protected.as_ref().is_some_and(|p| p.has(r.kind())))
            .map(|r| r.address.as_str())
            .collect();
        if !refused.is_empty() && !self.changes.applied {
            let reason = format!("it would destroy {}, which is protected (`--allow-destroy`)", refused.join(", "));
            return Verdict { outcome: Outcome::Failed, reason: Some(reason), details };
        }
        let enough = self.expected.enough_without_changes && !self.changes.any();
        Verdict { outcome: if enough { Outcome::Enough } else { Outcome::Good }, reason: None, details }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delegate::safety::Policy;
    use crate::workspace::gaia_yaml::GaiaYaml;

    fn expected() -> Expected {
        Expected {
            refresh_only: false,
            enough_without_changes: false,
            repeatable: true,
            protected: None,
            passing: None,
            unlock: "atmos terraform force-unlock vpc -s dev {id}".into(),
        }
    }

    fn judge(expected: Expected, text: &str, code: i32) -> (Verdict, Changes, Vec<String>) {
        let mut listener = Box::new(Text::new(expected));
        let phases = text.lines().filter_map(|line| listener.line(line)).collect();
        let verdict = listener.judge(Some(code));
        let changes = Changes::of(&verdict.details).expect("changes");
        (verdict, changes, phases)
    }

    const PLAN: &str = r#"Initializing the backend...
terraform_data.a: Refreshing state... [id=1]

Terraform will perform the following actions:

  # terraform_data.a will be updated in-place
  ~ resource "terraform_data" "a" {
      ~ input  = "b" -> "a"
    }

  # module.x["a b"].aws_db_instance.this must be replaced
-/+ resource "aws_db_instance" "this" {
    }

Plan: 1 to import, 1 to add, 1 to change, 1 to destroy.

Changes to Outputs:
  ~ o = "a" -> (known after apply)
  + p = {
      + q = 1
    }

─────
"#;

    #[test]
    fn a_plan_is_counted() {
        let (verdict, changes, phases) = judge(expected(), PLAN, 0);
        assert_eq!(verdict.outcome, Outcome::Good);
        assert_eq!((changes.add, changes.change, changes.destroy, changes.import, changes.outputs), (1, 1, 1, 1, 2));
        let resources: Vec<_> = changes.resources.iter().map(|r| (r.address.as_str(), r.act)).collect();
        assert_eq!(
            resources,
            [("terraform_data.a", Act::Update), ("module.x[\"a b\"].aws_db_instance.this", Act::Replace)]
        );
        assert_eq!(phases, ["init", "refresh", "plan"]);
    }

    #[test]
    fn what_is_protected_is_not_destroyed() {
        let policy = Policy::of(&GaiaYaml::default()).unwrap();
        let protected = Expected { protected: Some(policy.protected_types(&[])), ..expected() };
        let (verdict, ..) = judge(protected, PLAN, 0);
        assert_eq!(verdict.outcome, Outcome::Failed);
        assert!(verdict.reason.unwrap().contains("module.x[\"a b\"].aws_db_instance.this"));
    }

    #[test]
    fn no_changes_can_be_enough() {
        let wanted = Expected { enough_without_changes: true, ..expected() };
        let (verdict, changes, _) = judge(wanted.clone(), "No changes. Your infrastructure matches.", 0);
        assert_eq!((verdict.outcome, changes.any()), (Outcome::Enough, false));
        let (verdict, changes, _) = judge(wanted, "something else", 0);
        assert_eq!((verdict.outcome, changes.any()), (Outcome::Good, true), "nothing is known, so it goes on");
    }

    #[test]
    fn drift_is_told_by_address_and_attribute() {
        let text = r#"
  # aws_vpc.main has changed
  ~ resource "aws_vpc" "main" {
        id   = "vpc-1"
      ~ tags = {
          + "a" = "b"
        }
      + name = "x"
    }

  # aws_subnet.a has been deleted
  - resource "aws_subnet" "a" {
      - id = "s" -> null
    }


Changes to Outputs:
  ~ o = "a" -> "b"
"#;
        let (_, changes, _) = judge(Expected { refresh_only: true, ..expected() }, text, 0);
        let drift: Vec<_> =
            changes.drift.iter().map(|d| (d.address.as_str(), d.attributes.join(","), d.deleted)).collect();
        assert_eq!(
            drift,
            [
                ("aws_vpc.main", "tags,name".to_owned(), false),
                ("aws_subnet.a", "id".to_owned(), true),
                ("output.o", "value".to_owned(), false)
            ]
        );
        let (_, changes, _) = judge(expected(), text, 0);
        assert!(changes.drift.is_empty(), "a plan tells what follows from it");
    }

    #[test]
    fn a_lock_is_told_with_its_holder_and_the_remedy() {
        let text = "╷
│ Error: Error acquiring the state lock
│ 
│ Error message: resource temporarily unavailable
│ Lock Info:
│   ID:        d7c6
│   Path:      terraform.tfstate
│   Operation: OperationTypeApply
│   Who:       ann@laptop
│   Created:   2026-01-02 03:04:05 UTC
│ 
│ Terraform acquires a state lock to protect the state
╵";
        let (verdict, changes, _) = judge(Expected { repeatable: false, ..expected() }, text, 1);
        assert_eq!(verdict.outcome, Outcome::Passing);
        assert_eq!(changes.lock.unwrap().who, "ann@laptop");
        assert_eq!(
            verdict.reason.unwrap(),
            "the state is locked by ann@laptop (OperationTypeApply) since 2026-01-02 03:04:05 UTC; \
             `atmos terraform force-unlock vpc -s dev d7c6` frees it"
        );
    }

    #[test]
    fn failures_that_pass_are_told_from_those_that_stay() {
        let error = |text: &str| format!("╷\n│ Error: {text}\n│ \n│   with aws_vpc.x,\n╵");
        let (verdict, ..) = judge(expected(), &error("creating: ThrottlingException: Rate exceeded"), 1);
        assert_eq!(verdict.outcome, Outcome::Passing);
        let (verdict, ..) = judge(expected(), &error("Reference to undeclared resource"), 1);
        assert_eq!(verdict.outcome, Outcome::Failed);
        assert_eq!(verdict.reason.unwrap(), "Reference to undeclared resource");
        let again = Expected { repeatable: false, ..expected() };
        assert_eq!(
            judge(again, &error("Throttling"), 1).0.outcome,
            Outcome::Failed,
            "an apply is not repeated blindly"
        );
        let more = Expected { passing: Some(RegexSet::new(["quota"]).unwrap()), ..expected() };
        assert_eq!(judge(more, &error("over quota"), 1).0.outcome, Outcome::Passing);
        let (verdict, ..) = judge(expected(), "", 3);
        assert_eq!(verdict.reason.unwrap(), "it ended with exit code 3");
    }

    #[test]
    fn what_was_applied_is_counted() {
        let (_, changes, phases) =
            judge(expected(), "a.b: Creating...\nApply complete! Resources: 2 added, 1 changed, 0 destroyed.", 0);
        assert_eq!((changes.add, changes.change, changes.applied), (2, 1, true));
        assert_eq!(phases, ["apply"]);
        let (_, changes, _) = judge(expected(), "Destroy complete! Resources: 3 destroyed.", 0);
        assert_eq!((changes.destroy, changes.applied), (3, true));
    }
}
