//! Templates in values: whether they parse, and what `!literal` does not keep from them.

use super::Walk;
use crate::code::{self, Severity};
use crate::text::{Span, did_you_mean};
use crate::validate::diagnostic::Diagnostic;
use crate::validate::marks;
use crate::validate::repo::Repo;

impl Walk<'_> {
    pub(super) fn template(&mut self, text: &str, span: Span) {
        let engine = &self.repo.engine;
        let early = self.repo.early.contains(&self.manifest.path);
        if !early && !engine.renders_templates() {
            return;
        }
        let Err(error) = engine.parse_template(text, false) else {
            if let Some(at) =
                marks::stray_end(text, engine.left_delimiter(), "}}").filter(|_| engine.left_delimiter() == "{{")
            {
                let message = "this `}}` ends nothing: it stays in the text";
                let stray = Diagnostic::new(&code::TEMPLATE_SYNTAX, message, place(self.repo, text, span, at));
                self.found.push(stray.severity(Severity::Warning).hint("begin the template with `{{`"));
            }
            if let Some(at) = marks::idle_pipe(text, engine.left_delimiter(), "}}") {
                let message = "nothing follows the pipe: the template goes on as if it were not there";
                let place = place(self.repo, text, span, at);
                let idle = Diagnostic::new(&code::TEMPLATE_SYNTAX, message, place).severity(Severity::Warning);
                self.found.push(idle.hint("name the function, or take the pipe away"));
            }
            return;
        };
        if early && (engine.parse_template(text, true).is_ok() || !engine.renders_templates()) {
            return;
        }
        // a template may reach over several values
        let spans_values = ["unexpected EOF", "unexpected {{end}}", "unexpected {{else}}"];
        if spans_values.iter().any(|m| error.message.contains(m)) && self.is_balanced() {
            return;
        }
        let place = place(self.repo, text, span, error.offset);
        let function = error.message.strip_prefix("function \"").and_then(|m| m.split('"').next()).map(str::to_owned);
        let mut diagnostic =
            Diagnostic::new(&code::TEMPLATE_SYNTAX, format!("the template does not parse: {}", error.message), place);
        if let Some(name) = function {
            diagnostic.span = self.repo.word(span, &name);
            let switched_off = engine.parse_template(text, true).is_ok();
            diagnostic = if switched_off {
                diagnostic.hint(
                    "switch its library on in atmos.yaml: `templates.settings.sprig.enabled` or `gomplate.enabled`",
                )
            } else {
                diagnostic.maybe_hint(did_you_mean(&name, COMMON))
            };
        }
        self.found.push(diagnostic);
    }

    /// Whether the openings and ends of the whole file are in balance.
    pub(super) fn is_balanced(&self) -> bool {
        let left = self.repo.engine.left_delimiter();
        let words = self.manifest.source.text.split(left).skip(1);
        let first = words.map(|w| w.trim_start_matches(['-', ' ']).split([' ', '-', '}']).next().unwrap_or_default());
        let (mut opened, mut closed) = (0, 0);
        for word in first {
            match word {
                "if" | "range" | "with" | "define" | "block" => opened += 1,
                "end" => closed += 1,
                _ => {}
            }
        }
        opened == closed && opened > 0
    }

    /// Literals with templates: the tag is gone when the file is read, so it is looked for in the text.
    pub(super) fn literals(&mut self) {
        let source = &self.manifest.source;
        let left = self.repo.engine.left_delimiter();
        for (at, tag) in source.text.match_indices("!literal ") {
            let line = source.text[..at].rfind('\n').map_or(0, |n| n + 1);
            let end = source.text[at..].find('\n').map_or(source.text.len(), |n| at + n);
            let before = source.text[line..at].trim_end();
            if before.ends_with([':', '-']) && !before.starts_with('#') && source.text[at..end].contains(left) {
                let span = Span::new(source.id, at, at + tag.trim_end().len());
                self.found.push(
                    Diagnostic::new(
                        &code::LITERAL_TEMPLATE,
                        "`!literal` does not keep templates from being rendered",
                        span,
                    )
                    .hint(format!("print the braces: `{left} \"{left}\" }}}}`")),
                );
            }
        }
    }
}

/// Functions that people use often, for 'did you mean'.
const COMMON: [&str; 40] = [
    "upper",
    "lower",
    "title",
    "trim",
    "trimPrefix",
    "trimSuffix",
    "replace",
    "contains",
    "hasPrefix",
    "hasSuffix",
    "join",
    "split",
    "splitList",
    "default",
    "coalesce",
    "ternary",
    "empty",
    "list",
    "dict",
    "get",
    "set",
    "hasKey",
    "keys",
    "merge",
    "toJson",
    "toYaml",
    "quote",
    "squote",
    "printf",
    "print",
    "index",
    "len",
    "eq",
    "ne",
    "and",
    "or",
    "not",
    "add",
    "env",
    "getenv",
];

/// The place of a byte of a decoded text in the file: exact for a text that was written as it reads.
pub(in crate::validate) fn place(repo: &Repo, text: &str, span: Span, offset: usize) -> Span {
    let written = repo.text(span);
    match written.find(text.lines().next().unwrap_or(text)) {
        Some(at) if !text.contains('\n') => {
            let start = span.start as usize + at + offset.min(text.len());
            let end = span.start as usize + at + text.len();
            let length = text.get(offset..).map_or(1, |rest| rest.find([' ', '}']).unwrap_or(rest.len()).max(1));
            Span::new(span.source, start.min(end.saturating_sub(1)), (start + length).min(end))
        }
        _ => {
            // the line of a block is found by what it holds
            let line = text[..offset.min(text.len())].matches('\n').count();
            let content = text.lines().nth(line).unwrap_or_default().trim();
            match written.find(content).filter(|_| !content.is_empty()) {
                Some(at) => {
                    let start = span.start as usize + at;
                    Span::new(span.source, start, start + content.len())
                }
                None => span,
            }
        }
    }
}
