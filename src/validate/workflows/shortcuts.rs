//! The commands and aliases of atmos.yaml: what they run, and what their templates read.

use super::Check;
use crate::code::{self, Severity};
use crate::text::{did_you_mean, is_slip};
use crate::validate::diagnostic::Diagnostic;
use crate::value::{Data, Map, Value};

/// What templates of commands see.
const ROOTS: [&str; 4] = ["Arguments", "ComponentConfig", "Flags", "TrailingArgs"];

impl Check<'_> {
    /// Everything that atmos.yaml adds to the commands.
    pub(super) fn shortcuts(&mut self) {
        let written = self.repo.engine.workspace().written.clone();
        for command in written.get("commands").and_then(Value::as_seq).unwrap_or_default() {
            self.shortcut(command);
        }
        for (key, alias) in written.get("aliases").and_then(Value::as_map).into_iter().flat_map(Map::iter) {
            let Some(text) = alias.as_str() else {
                let message = format!("the alias `{}` must be a text, not a {}", key.name, alias.type_name());
                let wrong = Diagnostic::new(&code::CONFIGURATION, message, key.span).severity(Severity::Warning);
                self.found.push(wrong);
                continue;
            };
            self.misspelt(&text.split_whitespace().collect::<Vec<_>>(), alias.span);
        }
    }

    fn shortcut(&mut self, command: &Value) {
        for nested in command.get("commands").and_then(Value::as_seq).unwrap_or_default() {
            self.shortcut(nested);
        }
        let names = |list: &str| -> Vec<String> {
            let items = command.get(list).and_then(Value::as_seq).unwrap_or_default();
            items.iter().filter_map(|item| Some(item.get("name")?.as_str()?.to_owned())).collect()
        };
        let given = [names("arguments"), names("flags")];
        for part in ["component_config", "env", "steps"].into_iter().filter_map(|part| command.get(part)) {
            self.templates(part, &given);
        }
        for step in command.get("steps").and_then(Value::as_seq).unwrap_or_default() {
            let run = step.get("command").unwrap_or(step);
            for line in run.as_str().into_iter().flat_map(str::lines) {
                let words: Vec<&str> = line.split_whitespace().collect();
                if let ["atmos", words @ ..] = &words[..] {
                    self.misspelt(words, run.span);
                }
            }
        }
    }

    /// The templates of a part of a command, which see its arguments and flags.
    fn templates(&mut self, part: &Value, given: &[Vec<String>; 2]) {
        match &part.data {
            Data::Map(map) => map.values().for_each(|value| self.templates(value, given)),
            Data::Seq(items) => items.iter().for_each(|value| self.templates(value, given)),
            Data::Str(text) if text.contains("{{") => self.template(text, part, given),
            _ => {}
        }
    }

    fn template(&mut self, text: &str, value: &Value, given: &[Vec<String>; 2]) {
        let template = match self.repo.engine.parse_template(text, true) {
            Ok(template) => template,
            Err(error) => {
                let message = format!("the template does not parse: {}", error.message);
                let place = crate::validate::scalars::place(self.repo, text, value.span, error.offset);
                // the command fails, and all others run
                let wrong = Diagnostic::new(&code::TEMPLATE_SYNTAX, message, place).severity(Severity::Warning);
                self.found.push(wrong);
                return;
            }
        };
        for reference in template.references() {
            let [root, rest @ ..] = &reference.path[..] else { continue };
            let known: Vec<&str> = match (root.as_str(), rest) {
                ("Arguments", [_, ..]) => given[0].iter().map(String::as_str).collect(),
                ("Flags", [_, ..]) => given[1].iter().map(String::as_str).collect(),
                _ => ROOTS.to_vec(),
            };
            let asked = if known == ROOTS { root } else { &rest[0] };
            // flags of all commands are there too
            let is_sure = root == "Arguments" || known.iter().any(|known| is_slip(asked, known));
            if known.contains(&asked.as_str()) || !is_sure {
                continue;
            }
            let message = format!("`.{}` is not set: Atmos writes `<no value>`", reference.path.join("."));
            let missing = Diagnostic::new(&code::TEMPLATE_MISSING, message, self.repo.word(value.span, asked));
            self.found.push(missing.maybe_hint(did_you_mean(asked, known)));
        }
    }
}
