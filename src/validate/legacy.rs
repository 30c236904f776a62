//! Forms of older tools, named as what they are, with their modern form.

use super::diagnostic::{Diagnostic, Edit};
use super::repo::Repo;
use crate::code::{self, Code};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Names of variables that older repositories interpolate without saying where they come from.
const VARIABLES: [&str; 9] =
    ["tenant", "account", "environment", "stage", "namespace", "region", "account_id", "aws_region", "env"];

/// One `${…}` of an older tool.
struct Form {
    code: &'static Code,
    /// What is wrong, after the form itself.
    about: String,
    /// What to write instead of the whole value, where it is nothing but the form.
    alone: Option<String>,
    /// What to write in a longer text.
    inside: Option<String>,
}

/// Reports every `${…}` of an older tool in a text; each once, at its own place.
pub(super) fn interpolations(repo: &Repo, text: &str, span: Span, found: &mut Vec<Diagnostic>) {
    static FORM: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\$\{([^{}]*(?:\{\})?[^{}]*)\}").expect("a valid pattern"));
    let written = repo.text(span);
    let mut from = 0;
    for form in FORM.captures_iter(text) {
        let whole = form.get(0).map_or("", |m| m.as_str());
        let Some(known) = read(form[1].trim()) else { continue };
        let at = written[from..].find(whole).map(|at| from + at);
        let place = at.map_or(span, |at| {
            from = at + whole.len();
            Span::new(span.source, span.start as usize + at, span.start as usize + at + whole.len())
        });
        let is_alone = text.trim() == whole;
        let instead = if is_alone { known.alone } else { known.inside };
        let mut diagnostic = Diagnostic::new(known.code, format!("`{whole}` {}", known.about), place);
        if let Some(instead) = instead {
            diagnostic = diagnostic.hint(format!("write `{instead}`"));
            // one line, and nothing that could be in the way of the rewrite
            let whole_value = !written.contains('\n') && written.trim_matches(['"', '\'']) == text;
            if is_alone && whole_value {
                diagnostic = diagnostic.fix("write the form of Atmos", vec![Edit { span, text: instead }]);
            } else if whole_value && text.matches("${").count() == 1 && !text.contains('\'') {
                let value = format!("'{}'", text.replace(whole, &instead));
                diagnostic = diagnostic.fix("write the form of Atmos", vec![Edit { span, text: value }]);
            }
        }
        found.push(diagnostic);
    }
}

fn read(inner: &str) -> Option<Form> {
    if let Some(rest) = inner.strip_prefix("env:") {
        return Some(environment(rest));
    }
    if let Some(path) = inner.strip_prefix("ssm:") {
        return Some(Form {
            code: &code::LEGACY_SSM,
            about: "stays as it is: Atmos reads parameters from stores".to_owned(),
            alone: Some(format!("!store.get ssm {}", path.trim())),
            inside: None,
        });
    }
    let (reference, filter) = match inner.split_once('|') {
        Some((reference, filter)) => (reference.trim(), Some(filter.trim())),
        None => (inner, None),
    };
    if let Some(form) = output(reference, filter) {
        return Some(form);
    }
    if let Some(filter) = filter {
        return default(reference, filter);
    }
    reference_to(reference)
}

/// `env:NAME`, `env:NAME, default`
fn environment(rest: &str) -> Form {
    let (name, default) = rest.split_once(',').map_or((rest.trim(), None), |(n, d)| (n.trim(), Some(d.trim())));
    let quoted = |d: &str| if d.contains(' ') { format!("\"{}\"", d.trim_matches('"')) } else { d.to_owned() };
    let default = default.filter(|d| !d.is_empty());
    let template = match default {
        Some(default) => format!("{{{{ getenv \"{name}\" \"{}\" }}}}", default.trim_matches(['"', '\''])),
        None => format!("{{{{ getenv \"{name}\" }}}}"),
    };
    Form {
        code: &code::LEGACY_ENV,
        about: "stays as it is: Atmos reads the environment with `!env`".to_owned(),
        alone: Some(default.map_or_else(|| format!("!env {name}"), |d| format!("!env {name} {}", quoted(d)))),
        inside: Some(template),
    }
}

/// `output.component.path`, `component.outputs.path`
fn output(reference: &str, filter: Option<&str>) -> Option<Form> {
    let (component, path) = if let Some(rest) = reference.strip_prefix("output.") {
        // one word alone names an output of the component itself, which Atmos has no form for
        match rest.split_once('.') {
            Some((component, path)) => (component, path),
            None => {
                return Some(Form {
                    code: &code::LEGACY_OUTPUT,
                    about: "stays as it is: a component cannot read its own outputs".to_owned(),
                    alone: None,
                    inside: None,
                });
            }
        }
    } else {
        reference.split_once(".outputs.")?
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
    if component.is_empty() || path.is_empty() || !component.chars().all(is_name) {
        return None;
    }
    let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let default = filter.and_then(|f| f.strip_prefix("default(")).and_then(|f| f.strip_suffix(')'));
    let default = default.map(|d| d.trim().trim_matches(['\'', '"']).to_owned());
    let alone = match (&default, plain) {
        (Some(value), _) => format!("!terraform.state {component} \".{path} // \"\"{value}\"\"\""),
        (None, true) => format!("!terraform.state {component} {path}"),
        (None, false) => format!("!terraform.state {component} .{path}"),
    };
    Some(Form {
        code: &code::LEGACY_OUTPUT,
        about: "stays as it is: Atmos reads outputs with `!terraform.state`".to_owned(),
        alone: Some(alone),
        inside: Some(format!("{{{{ (atmos.Component \"{component}\" .stack).outputs.{path} }}}}")),
    })
}

/// `x | default('y')`
fn default(reference: &str, filter: &str) -> Option<Form> {
    let value = filter.strip_prefix("default(")?.strip_suffix(')')?.trim();
    let name = variable(reference)?;
    let value = value.trim_matches(['\'', '"']);
    let template = format!("{{{{ .vars.{name} | default \"{value}\" }}}}");
    Some(Form {
        code: &code::LEGACY_DEFAULT,
        about: "stays as it is: Atmos writes defaults in templates".to_owned(),
        alone: Some(format!("'{template}'")),
        inside: Some(template),
    })
}

/// `tenant`, `var.x`, `vars.x`
fn reference_to(reference: &str) -> Option<Form> {
    let name = variable(reference)?;
    if !reference.starts_with("var") && !VARIABLES.contains(&name) && !reference.starts_with("metadata.") {
        return None;
    }
    let template = if let Some(rest) = reference.strip_prefix("metadata.") {
        format!("{{{{ .metadata.{rest} }}}}")
    } else {
        format!("{{{{ .vars.{name} }}}}")
    };
    Some(Form {
        code: &code::LEGACY_REFERENCE,
        about: "stays as it is: Atmos refers to variables in templates".to_owned(),
        alone: Some(format!("'{template}'")),
        inside: Some(template),
    })
}

/// The variable that a reference names.
fn variable(reference: &str) -> Option<&str> {
    let name = ["var.", "vars.", "metadata."].iter().find_map(|p| reference.strip_prefix(p)).unwrap_or(reference);
    let is_name =
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']'));
    is_name.then_some(name)
}
