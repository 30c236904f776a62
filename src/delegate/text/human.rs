//! Terraform's text for people.

use super::Heard;
use crate::delegate::changes::{Act, Drifted, Planned, StateLock};
use crate::delegate::words::{APPLIED, ATTRIBUTE, COUNTS, OUTPUT, RESOURCE};

/// Which part of the text a line stands in.
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

/// Somebody who reads it from the top.
#[derive(Debug, Default)]
pub(super) struct Human {
    part: Part,
    /// The drifted resource whose attributes are read.
    drifted: Option<Drifted>,
    in_error: bool,
}

/// A line without the box that errors are drawn in.
pub(super) fn unboxed(line: &str) -> &str {
    line.trim_start_matches(['│', '╷', '╵'])
}

impl Human {
    /// Hears a line without colours.
    pub(super) fn hear(&mut self, line: &str, heard: &mut Heard) {
        let text = unboxed(line);
        self.error(text, line.starts_with('╵'), heard);
        if self.part == Part::Lock {
            lock(text, heard);
        } else if let Some(found) = RESOURCE.captures(line) {
            self.resource(&found[1], &found[2], heard);
        } else if let Some(found) = COUNTS.captures(line) {
            count(&found, false, heard);
        } else if let Some(found) = APPLIED.captures(line) {
            count(&found, true, heard);
        } else if line.starts_with("Changes to Outputs:") {
            self.end(heard);
            self.part = Part::Outputs;
            heard.changes.known = true;
        } else if line.starts_with("No changes.") {
            heard.changes.known = true;
        } else if self.part == Part::Outputs {
            if let Some(found) = OUTPUT.captures(line) {
                heard.output(&found[2]);
            } else if !line.is_empty() && !line.starts_with(' ') {
                self.part = Part::Elsewhere;
            }
        } else if let (Some(drifted), Some(found)) = (&mut self.drifted, ATTRIBUTE.captures(line)) {
            let name = found.get(1).or_else(|| found.get(2)).map_or("", |m| m.as_str());
            // `~ resource "type" "name" {` stands at the same indent less two, so it never comes here
            drifted.attributes.push(name.to_owned());
        }
    }

    /// Errors of Terraform and of Atmos, with the lines that belong to them: to the end of the box that they are drawn in, and
    /// without colours, where there is none, to the next.
    fn error(&mut self, text: &str, is_end: bool, heard: &mut Heard) {
        let trimmed = text.trim();
        if let Some(error) = ["Error: ", "**Error:** "].iter().find_map(|sign| trimmed.strip_prefix(sign)) {
            self.in_error = true;
            heard.errors.push(error.to_owned());
        } else if is_end || trimmed.starts_with("Warning: ") {
            self.in_error = false;
        } else if self.in_error && !trimmed.is_empty() {
            if trimmed == "Lock Info:" {
                self.part = Part::Lock;
            }
            if let Some(error) = heard.errors.last_mut() {
                error.push('\n');
                error.push_str(trimmed);
            }
        }
    }

    fn resource(&mut self, address: &str, words: &str, heard: &mut Heard) {
        self.end(heard);
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
        heard.changes.resources.push(Planned { address: address.to_owned(), act });
    }

    /// The end of what was read, at least of a resource.
    pub(super) fn end(&mut self, heard: &mut Heard) {
        if let Some(drifted) = self.drifted.take() {
            heard.drifted(drifted);
        }
    }
}

fn count(found: &regex::Captures<'_>, applied: bool, heard: &mut Heard) {
    let number = |group: usize| found.get(group).and_then(|m| m.as_str().parse().ok()).unwrap_or(0);
    let changes = &mut heard.changes;
    (changes.import, changes.add, changes.change, changes.destroy) = (number(1), number(2), number(3), number(4));
    (changes.known, changes.applied) = (true, applied);
}

fn lock(line: &str, heard: &mut Heard) {
    let Some((key, value)) = line.trim().split_once(':') else { return };
    let lock = heard.changes.lock.get_or_insert_with(StateLock::default);
    let value = value.trim().to_owned();
    match key {
        "ID" => lock.id = value,
        "Who" => lock.who = value,
        "Operation" => lock.operation = value,
        "Created" => lock.created = value,
        _ => {}
    }
}
