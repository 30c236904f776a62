//! The values of manifests as they are written: functions, templates, and texts that YAML reads otherwise than people do.

mod layout;
mod template;

pub(super) use template::place;

use super::diagnostic::{Diagnostic, Edit};
use super::repo::Repo;
use super::{formats, functions, legacy, likely, marks, names, own};
use crate::code::{self, Severity};
use crate::engine::{KINDS, Manifest, TAGS};
use crate::text::{Span, is_slip};
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

/// What values of atmos.yaml say of themselves: regions, ARNs.
pub(super) fn configuration(value: &Value, key: &str, found: &mut Vec<Diagnostic>) {
    likely::check(key, value, found);
    formats::check(key, value, found);
    match &value.data {
        Data::Map(map) => map.iter().for_each(|(key, value)| configuration(value, &key.name, found)),
        Data::Seq(items) => items.iter().for_each(|item| configuration(item, key, found)),
        _ => {}
    }
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
        let name = map.get("name").and_then(|v| Some((v.as_str()?, v.span)));
        if let Some((name, span)) = name.filter(|(name, _)| name.contains('/') && !name.contains("{{")) {
            self.found.push(names::with_slash(name, span));
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
        for (key, _) in map.iter().filter(|(k, _)| !KINDS.contains(&&*k.name)) {
            if let Some(meant) = KINDS.into_iter().find(|t| is_slip(&key.name, t)) {
                let hint = format!("did you mean `{meant}`?");
                let message = format!("`{}` is no component type of Atmos", key.name);
                self.found.push(Diagnostic::new(&code::UNKNOWN_TYPE, message, key.span).hint(hint));
            }
        }
    }

    fn value(&mut self, value: &Value, key: &Key) {
        likely::check(&key.name, value, &mut self.found);
        formats::check(&key.name, value, &mut self.found);
        match &value.data {
            Data::Map(map) => {
                likely::places(map, self.file, &mut self.found);
                formats::maps::check(map, &mut self.found);
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
            Data::Float(number) if key.name.ends_with("version") => {
                let written = self.repo.text(value.span);
                self.found.extend(formats::shortened(&written, *number, value.span));
            }
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
        if !text.contains("{{") && text.contains("}}") && self.repo.engine.left_delimiter() == "{{" {
            self.found.extend(marks::half_open(text).map(|at| {
                let message = "this begins no template: a brace is missing";
                let half = Diagnostic::new(&code::TEMPLATE_SYNTAX, message, place(self.repo, text, span, at));
                half.severity(Severity::Warning).hint("begin it with `{{`")
            }));
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

    /// Sections of an older form, where a schema of the repository's own lets them pass; Atmos's own names them itself.
    fn outdated(&mut self) {
        let config = &self.repo.engine.workspace().config;
        let own = config.dig(["schemas", "atmos", "manifest"]).and_then(Value::as_str).unwrap_or_default();
        if own.is_empty() {
            return;
        }
        for (_, component) in self.manifest.components() {
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
}
