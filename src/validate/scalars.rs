//! The values of manifests as they are written: functions, templates, and texts that YAML reads otherwise than people do.

use super::diagnostic::{Diagnostic, Edit};
use super::repo::Repo;
use super::{functions, legacy, likely, marks, own};
use crate::code::{self, Severity};
use crate::engine::{Manifest, TAGS};
use crate::text::{Span, did_you_mean, is_slip};
use crate::value::merge::APPEND_KEY;
use crate::value::{Data, Key, Map, Value};
use rayon::prelude::*;

/// Checks every value of every manifest.
pub(super) fn check(repo: &Repo) -> Vec<Diagnostic> {
    let found: Vec<Vec<Diagnostic>> = repo
        .manifests
        .par_iter()
        .filter(|manifest| repo.focus.has(&manifest.path))
        .map(|manifest| {
            let file = manifest.path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let mut walk = Walk { repo, manifest, file, found: Vec::new() };
            walk.sections();
            let slips = repo.engine.slips(&manifest.value);
            let warning = |e| Diagnostic::from_error(e, &code::UNKNOWN_KEY).severity(Severity::Warning);
            walk.found.extend(slips.iter().map(warning));
            walk.documents();
            walk.literals();
            walk.found.extend(marks::misspelt_tags(&manifest.source));
            walk.found.extend(marks::odd_blanks(&manifest.source));
            walk.appends();
            walk.outdated();
            walk.found.extend(own::check(repo, manifest));
            walk.found
        })
        .collect();
    found.into_iter().flatten().collect()
}

struct Walk<'a> {
    repo: &'a Repo,
    manifest: &'a Manifest,
    /// What the file is called, without its extension.
    file: &'a str,
    found: Vec<Diagnostic>,
}

/// Top-level keys that Atmos reads.
const SECTIONS: [&str; 24] = [
    "ansible",
    "auth",
    "components",
    "compositions",
    "dependencies",
    "env",
    "generate",
    "helm",
    "helmfile",
    "hooks",
    "import",
    "kubernetes",
    "locals",
    "metadata",
    "name",
    "overrides",
    "packer",
    "schema",
    "secrets",
    "settings",
    "terraform",
    "vars",
    "version",
    "workflows",
];

const TYPES: [&str; 8] = ["ansible", "container", "emulator", "helm", "helmfile", "kubernetes", "packer", "terraform"];

impl Walk<'_> {
    fn sections(&mut self) {
        let Some(map) = self.manifest.value.as_map() else { return };
        for (key, value) in map.iter() {
            if !SECTIONS.contains(&&*key.name) {
                self.unknown_section(key, value, map);
            }
            if &*key.name == "components" {
                self.types(value);
            }
            if &*key.name == "import" {
                value.as_seq().unwrap_or_default().iter().for_each(|item| self.swallowed(item.span));
            } else {
                self.value(value, key);
            }
        }
        if let Some((key, name)) = map.get_entry("name")
            && let Some(text) = name.as_str().filter(|t| t.contains('/') && !t.contains("{{"))
        {
            let span = if name.span.is_none() { key.span } else { name.span };
            self.found.push(
                Diagnostic::new(&code::NAME_WITH_SLASH, format!("no command finds a stack called `{text}`"), span)
                    .hint(format!("`{}` can be found", text.replace('/', "-"))),
            );
        }
    }

    /// A key of the top level that is one slip away from a section. Others are anchors' holders or for other tools.
    fn unknown_section(&mut self, key: &Key, value: &Value, map: &Map) {
        let mut known = SECTIONS.into_iter().filter(|s| !map.contains(s) && is_slip(&key.name, s));
        let Some(meant) = known.next().filter(|_| !value.is_null() && key.name.len() > 2) else { return };
        let message = format!("Atmos knows no section `{}` and ignores it", key.name);
        self.found
            .push(Diagnostic::new(&code::UNKNOWN_SECTION, message, key.span).hint(format!("did you mean `{meant}`?")));
    }

    fn types(&mut self, components: &Value) {
        let Some(map) = components.as_map() else { return };
        for (key, _) in map.iter().filter(|(k, _)| !TYPES.contains(&&*k.name)) {
            if let Some(meant) = TYPES.into_iter().find(|t| is_slip(&key.name, t)) {
                let hint = format!("did you mean `{meant}`?");
                let message = format!("`{}` is no component type of Atmos", key.name);
                self.found.push(Diagnostic::new(&code::UNKNOWN_TYPE, message, key.span).hint(hint));
            }
        }
    }

    fn value(&mut self, value: &Value, key: &Key) {
        likely::check(&key.name, value, &mut self.found);
        match &value.data {
            Data::Map(map) => {
                likely::places(map, self.file, &mut self.found);
                if map.values().any(Value::is_null) {
                    self.without_colons(map);
                }
                for (key, value) in map.iter() {
                    if key.name.contains(self.repo.engine.left_delimiter()) {
                        self.template(&key.name, key.span);
                    }
                    self.value(value, key);
                }
            }
            Data::Seq(items) => {
                likely::zones(&key.name, items, &mut self.found);
                likely::subnets(&key.name, items, &mut self.found);
                items.iter().for_each(|v| self.value(v, key));
            }
            Data::Str(text) => {
                self.swallowed(value.span);
                self.glued(text, value.span);
                self.text(text, value.span, key);
            }
            Data::Time(text) => {
                let quoted = vec![Edit { span: value.span, text: format!("\"{text}\"") }];
                self.found.push(
                    Diagnostic::new(
                        &code::TIMESTAMP,
                        format!("`{text}` is a timestamp, which becomes `{{}}`"),
                        value.span,
                    )
                    .hint(format!("put it in quotes: `\"{text}\"`"))
                    .fix("put the date in quotes", quoted),
                );
            }
            Data::Int(_) | Data::Uint(_) => self.number(value),
            Data::Null => {
                self.included_nothing(value.span);
                self.lone_anchor(key);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span, key: &Key) {
        let before = self.before(span);
        if before.ends_with("! ") && TAGS.contains(&text.split_whitespace().next().unwrap_or_default()) {
            let at = Span::new(span.source, (span.start as usize).saturating_sub(2), span.end as usize);
            self.found.push(
                Diagnostic::new(&code::FUNCTION_UNKNOWN, format!("`! {text}` is a text, not a YAML function"), at)
                    .severity(Severity::Warning)
                    .hint(format!("write `!{text}`")),
            );
        }
        if text.starts_with('!') {
            functions::arguments(self.repo, text, span, key, &mut self.found);
        }
        if text.contains(self.repo.engine.left_delimiter()) {
            self.template(text, span);
        }
        self.found.extend(marks::typographic(text, span, || self.repo.text(span)));
        if text.contains("${") {
            legacy::interpolations(self.repo, text, span, &mut self.found);
        }
        if matches!(text, "yes" | "no" | "on" | "off" | "Yes" | "No" | "On" | "Off" | "YES" | "NO" | "ON" | "OFF")
            && self.repo.text(span) == text
        {
            let truth = if matches!(text.to_ascii_lowercase().as_str(), "yes" | "on") { "true" } else { "false" };
            self.found.push(
                Diagnostic::new(&code::YES_NO, format!("`{text}` is a text, not a boolean"), span)
                    .hint(format!("write `{truth}`, or `\"{text}\"` where a text is meant"))
                    .fix(format!("write `{truth}`"), vec![Edit { span, text: truth.to_owned() }]),
            );
        }
    }

    /// A line that begins like an item or a key, and goes on with the text above because it stands further in.
    fn swallowed(&mut self, span: Span) {
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
    fn without_colons(&mut self, map: &Map) {
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
    fn glued(&mut self, text: &str, span: Span) {
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
    fn lone_anchor(&mut self, key: &Key) {
        let source = &self.manifest.source;
        let rest = source.text.get(key.span.end as usize..).filter(|_| key.span.source == source.id);
        let line = rest.and_then(|rest| rest.lines().next()?.trim_start_matches(['"', '\'']).strip_prefix(':'));
        let Some(line) = line.filter(|line| line.trim_start().starts_with('&')) else { return };
        let at = key.span.end as usize + 1 + (line.len() - line.trim_start().len());
        let place = Span::new(source.id, at, at + line.trim().len());
        self.found.extend(marks::lone_anchor(line, &source.text, place));
    }

    /// What stands before a value on its line.
    fn before(&self, span: Span) -> &str {
        let text =
            self.manifest.source.text.get(..span.start as usize).filter(|_| span.source == self.manifest.source.id);
        text.map_or("", |text| &text[text.rfind('\n').map_or(0, |n| n + 1)..])
    }

    /// An `!include` with an expression that finds nothing in the file.
    fn included_nothing(&mut self, span: Span) {
        let written = self.repo.text(span);
        let mut words = written.split_whitespace();
        if let (Some(file), Some(expression)) = (words.next(), words.next())
            && self.before(span).trim_end().ends_with("!include")
        {
            let message = format!("`{expression}` finds nothing in `{file}`: the value is null");
            let place = self.repo.word(span, expression);
            self.found.push(Diagnostic::new(&code::INCLUDE_MISSING, message, place).severity(Severity::Warning));
        }
    }

    fn number(&mut self, value: &Value) {
        let written = self.repo.text(value.span);
        let digits = written.strip_prefix('-').unwrap_or(&written);
        let leading = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        if leading {
            let number = match value.data {
                Data::Int(i) => i.to_string(),
                Data::Uint(u) => u.to_string(),
                _ => return,
            };
            let edit = Edit { span: value.span, text: format!("\"{written}\"") };
            self.found.push(
                Diagnostic::new(&code::OCTAL, format!("`{written}` is the number {number}"), value.span)
                    .hint(format!("put it in quotes: `\"{written}\"`, or write `{number}`"))
                    .fix("put the number in quotes", vec![edit]),
            );
        }
    }

    fn template(&mut self, text: &str, span: Span) {
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
    fn is_balanced(&self) -> bool {
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
    fn literals(&mut self) {
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

    /// Sections of an older form, where a schema of the repository's own lets them pass; Atmos's own names them itself.
    fn outdated(&mut self) {
        let config = &self.repo.engine.workspace().config;
        let own = config.dig(["schemas", "atmos", "manifest"]).and_then(Value::as_str).unwrap_or_default();
        if own.is_empty() {
            return;
        }
        let types = self.manifest.value.get("components").and_then(Value::as_map).into_iter().flat_map(Map::values);
        for component in types.filter_map(Value::as_map).flat_map(Map::values) {
            for holder in [Some(component), component.get("settings")].into_iter().flatten() {
                let entry = holder.as_map().and_then(|m| m.get_entry("depends_on"));
                if let Some((key, _)) = entry.filter(|(_, list)| list.as_seq().is_some_and(|l| !l.is_empty())) {
                    self.found.push(
                        Diagnostic::new(&code::LEGACY_DEPENDS_ON, "Atmos reads no list of dependencies here", key.span)
                            .severity(Severity::Warning)
                            .hint("write `dependencies.components`, with `- component: NAME` lines"),
                    );
                }
            }
        }
        let allowed = ["labels", "tags", "custom", "enabled", "locked", "terraform_workspace_pattern"];
        let metadata = self.manifest.value.get("metadata").and_then(Value::as_map).into_iter().flat_map(Map::iter);
        for (key, _) in metadata.filter(|(key, _)| !allowed.contains(&&*key.name)) {
            let message = format!("stack-wide `metadata` cannot have `{}`", key.name);
            self.found.push(
                Diagnostic::new(&code::LEGACY_METADATA, message, key.span)
                    .severity(Severity::Warning)
                    .hint("move it into a component's `metadata`, or below `custom`"),
            );
        }
    }

    /// Appends to lists of the whole stack, which have nothing below them.
    fn appends(&mut self) {
        for path in [&["vars"][..], &["terraform", "vars"]] {
            let vars = self.manifest.value.dig(path.iter().copied()).and_then(Value::as_map);
            for (key, value) in vars.into_iter().flat_map(Map::iter) {
                if value.get(APPEND_KEY).is_some() {
                    let message = format!("this does not reach a component's `{}`: it replaces the list", key.name);
                    self.found.push(
                        Diagnostic::new(&code::APPEND_GLOBAL, message, key.span)
                            .hint("write `!append` at the component"),
                    );
                }
            }
        }
    }

    /// What stands behind a `---` line that does not begin the file.
    fn documents(&mut self) {
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
pub(super) fn place(repo: &Repo, text: &str, span: Span, offset: usize) -> Span {
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
