//! What the layout of a manifest makes of values: lines that go on with others, words that stand together, documents.

use super::Walk;
use crate::code::{self, Severity};
use crate::text::Span;
use crate::validate::diagnostic::Diagnostic;
use crate::validate::marks;
use crate::value::{Key, Map};

impl Walk<'_> {
    /// A line that begins like an item or a key, and goes on with the text above because it stands further in.
    pub(super) fn swallowed(&mut self, span: Span) {
        let source = &self.manifest.source;
        let text = source.text.get(span.start as usize..span.end as usize).filter(|_| span.source == source.id);
        let Some(text) = text.filter(|t| t.contains('\n') && !t.starts_with(['"', '\'', '|', '>', '[', '{'])) else {
            return;
        };
        // an item of words that stand alone, one a line, was to be several
        let is_item = self.before(span).trim_end().ends_with('-');
        let are_items = is_item && text.lines().all(|l| !l.trim().is_empty() && !l.trim().contains(' '));
        let mut start = span.start as usize;
        for line in text.split_inclusive('\n') {
            let content = line.trim();
            if start > span.start as usize && are_items {
                let at = start + line.len() - line.trim_start().len();
                let place = Span::new(source.id, at, at + content.len());
                let message = "this line goes on with the text above: a `-` is missing before it";
                self.found.push(
                    Diagnostic::new(&code::YAML_SYNTAX, message, place)
                        .severity(Severity::Warning)
                        .hint(format!("write `- {content}`")),
                );
            } else if start > span.start as usize && content.starts_with("- ") {
                let at = start + line.find('-').unwrap_or_default();
                let place = Span::new(source.id, at, at + content.len());
                let message = "this line goes on with the text above: it stands further in than the items before it";
                self.found
                    .push(Diagnostic::new(&code::YAML_SYNTAX, message, place).hint("indent it as the line above"));
            }
            start += line.len();
        }
    }

    /// Entries between braces that are keys alone, because their colon is missing or has no blank behind it.
    pub(super) fn without_colons(&mut self, map: &Map) {
        let source = &self.manifest.source;
        let has_values = map.values().any(|value| !value.is_null());
        for (key, _) in map.iter().filter(|(_, value)| value.is_null()) {
            let rest = source.text.get(key.span.end as usize..).filter(|_| key.span.source == source.id);
            let is_alone = rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with([',', '}']));
            let parts =
                key.name.split_once([':', ' ', '=']).filter(|(name, value)| !name.is_empty() && !value.is_empty());
            if is_alone && (has_values || parts.is_some()) && !key.name.contains("{{") {
                let message = format!("`{}` is a key without a value", key.name);
                let alone = Diagnostic::new(&code::YAML_SYNTAX, message, key.span).severity(Severity::Warning);
                self.found
                    .push(alone.maybe_hint(parts.map(|(name, value)| format!("write `{name}: {}`", value.trim()))));
            }
        }
    }

    /// A text on a line of its own below its key, which would be an entry with a blank behind its colon.
    pub(super) fn glued(&mut self, text: &str, span: Span) {
        let Some((name, value)) = text.split_once(':') else { return };
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
        let is_entry = is_name(name) && !value.is_empty() && !value.starts_with([':', '/', ' ']) && !text.contains(' ');
        let is_alone = is_entry && self.before(span).trim().is_empty() && self.repo.text(span) == text;
        if is_alone && span.source == self.manifest.source.id {
            let message = format!("`{text}` is a text, not an entry: a blank is missing behind the colon");
            let glued = Diagnostic::new(&code::YAML_SYNTAX, message, span).severity(Severity::Warning);
            self.found.push(glued.hint(format!("write `{name}: {value}`")));
        }
    }

    /// An anchor that stands where a value belongs.
    pub(super) fn lone_anchor(&mut self, key: &Key) {
        let source = &self.manifest.source;
        let rest = source.text.get(key.span.end as usize..).filter(|_| key.span.source == source.id);
        let line = rest.and_then(|rest| rest.lines().next()?.trim_start_matches(['"', '\'']).strip_prefix(':'));
        let Some(line) = line.filter(|line| line.trim_start().starts_with('&')) else { return };
        let at = key.span.end as usize + 1 + (line.len() - line.trim_start().len());
        let place = Span::new(source.id, at, at + line.trim().len());
        self.found.extend(marks::lone_anchor(line, &source.text, place));
    }

    /// What stands before a value on its line.
    pub(super) fn before(&self, span: Span) -> &str {
        let text =
            self.manifest.source.text.get(..span.start as usize).filter(|_| span.source == self.manifest.source.id);
        text.map_or("", |text| &text[text.rfind('\n').map_or(0, |n| n + 1)..])
    }

    /// What stands behind a `---` line that does not begin the file.
    pub(super) fn documents(&mut self) {
        let source = &self.manifest.source;
        let mut offset = 0;
        let mut content = false;
        for line in source.text.split_inclusive('\n') {
            let marker = line.trim_end();
            if marker == "---" && content {
                let rest = &source.text[offset + line.len()..];
                if rest.lines().any(|l| !l.trim().is_empty() && !l.starts_with('#') && l.trim_end() != "---") {
                    let span = Span::new(source.id, offset, offset + marker.len());
                    self.found.push(
                        Diagnostic::new(&code::SECOND_DOCUMENT, "Atmos ignores everything behind this line", span)
                            .hint("remove the line, or move what follows into a file of its own"),
                    );
                }
                return;
            }
            content |= !marker.trim().is_empty() && !marker.starts_with(['#', '%']) && marker != "---";
            offset += line.len();
        }
    }
}
