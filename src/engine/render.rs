//! Go templates of the engine: which functions they see, which delimiters hold, how often they are evaluated.
//!
//! Two kinds, as in Atmos. *Strict* templates (imports, names, workspaces) use `{{ }}` and see every function. *Component*
//! templates obey `templates.settings` of atmos.yaml, joined with `settings.templates.settings` of the component.

use super::evaluate::Pass;
use super::{Engine, Options};
use crate::code;
use crate::error::{Error, Result};
use crate::template::{CallError, Functions, MissingKey, ParseOptions, Template, TemplateError, Val};
use crate::text::{Source, Span};
use crate::value::{Data, Map, Value};
use crate::workspace::Workspace;

/// What a key that is not there gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Missing {
    /// `<no value>`
    Default,
    /// An error.
    Error,
}

impl From<Missing> for MissingKey {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::Default => MissingKey::Default,
            Missing::Error => MissingKey::Error,
        }
    }
}

/// A template that cannot be rendered: what is wrong, and where in its text.
#[derive(Debug)]
pub(crate) struct RenderError(TemplateError);

impl RenderError {
    pub(crate) fn message(&self) -> String {
        self.0.to_string()
    }

    /// The error at its place in a manifest; where the text was written anew before rendering the offset is no place, and
    /// then it is that of the same words in the text of the file.
    pub(crate) fn into_error(self, source: &Source, rewritten: Option<&str>) -> Error {
        let error = Error::new(format!("the template cannot be rendered: {}", self.0))
            .code(&code::TEMPLATE_FAILED)
            .in_file(source.path.clone())
            .hint("templates in imported files see only the import's `context`; `ignore_missing_template_values: true` allows missing values");
        let Some(text) = rewritten else { return error.at(Span::new(source.id, self.0.offset, self.0.offset + 1)) };
        let rest = text.get(self.0.offset..).unwrap_or_default();
        let word = &rest[..rest.find([' ', '}', '|', ')']).unwrap_or(rest.len())];
        match source.text.find(word).filter(|_| !word.is_empty()) {
            Some(at) => error.at(Span::new(source.id, at, at + word.len())),
            None => error,
        }
    }
}

/// Whether a text can hold a template at all.
pub(crate) fn is_template(text: &str) -> bool {
    text.contains("{{")
}

/// What Atmos adds to the sections of a component, in which no template is looked for.
pub(crate) const UNTEMPLATED: [&str; 2] = ["component_info", "sources"];

impl Engine {
    /// Renders a strict template.
    pub(crate) fn render_strict(&self, text: &str, data: &Value, missing: Missing) -> Result<String, RenderError> {
        if !text.contains("{{") {
            return Ok(text.to_string());
        }
        let functions = self.functions.strict(self, text);
        let template = Template::parse("manifest", text, &ParseOptions::default(), &functions).map_err(RenderError)?;
        template.render(data, &functions, missing.into()).map_err(RenderError)
    }

    /// Renders the value of a local: sprig's functions only, and no missing keys.
    pub(crate) fn render_locals(&self, text: &str, data: &Value) -> Result<String, RenderError> {
        let functions = &self.functions.locals;
        let template = Template::parse("local", text, &ParseOptions::default(), functions).map_err(RenderError)?;
        template.render(data, functions, MissingKey::Error).map_err(RenderError)
    }

    /// Renders all sections of a component: as text, in one piece, so that a template may reach over lines.
    ///
    /// The sections come back as the text reads after rendering: a template that gives `4` inside an unquoted value makes it
    /// a number. Sections without any template come back as they are.
    pub(crate) fn render_sections(&self, sections: &Value, stack: &str, pass: &Pass) -> Result<Value> {
        let settings = &self.settings.templates;
        check_settings(sections)?;
        let is_template = settings.enabled && contains(sections, &settings.left);
        if !is_template && !changes_as_text(sections) {
            return Ok(sections.clone());
        }
        if is_template && let Some(rendered) = self.render_pieces(sections, stack, pass) {
            return Ok(rendered);
        }
        self.render_whole(sections, stack, pass)
    }

    /// As [`Self::render_sections`], in any case as one text.
    pub(crate) fn render_whole(&self, sections: &Value, stack: &str, pass: &Pass) -> Result<Value> {
        let mut untemplated = Map::default();
        let mut input = sections.as_map().cloned().unwrap_or_default();
        for name in UNTEMPLATED {
            if let Some(value) = input.remove(name) {
                untemplated.insert(name, value);
            }
        }
        let mut context = sections.as_map().cloned().unwrap_or_default();
        let text = self.settings.templates.to_yaml(&Value::map(input));
        self.add_version(&text, &mut context, pass.track.as_deref())?;
        let rendered = if self.settings.templates.enabled {
            self.render_component_text(text, &Value::map(context), sections, stack, Missing::Default, pass)?
        } else {
            text
        };
        let mut value = super::load::from_text(&rendered).map_err(|e| not_yaml(&rendered, &e, sections))?;
        super::origins::restore(&mut value, sections);
        if let Data::Map(map) = &mut value.data {
            std::sync::Arc::make_mut(map).extend(untemplated);
        }
        Ok(value)
    }

    /// Renders text over a component's sections, as often as `evaluations` says.
    pub(crate) fn render_component_text(
        &self,
        text: String,
        data: &Value,
        sections: &Value,
        stack: &str,
        missing: Missing,
        pass: &Pass,
    ) -> Result<String> {
        let settings = &self.settings.templates;
        let options = ParseOptions { left: &settings.left, right: &settings.right };
        let mut text = text;
        let mut env = settings.env.clone();
        env.extend(template_env(sections));
        for _ in 0..settings.evaluations.max(1) {
            if !text.contains(&settings.left) {
                break;
            }
            let functions = self.functions.component(self, &text, sections, stack, &env, pass);
            let fail = |e: TemplateError| template_error(&text, &e, sections);
            let template = Template::parse("component", &text, &options, &functions).map_err(fail)?;
            let rendered = template.render(data, &functions, missing.into()).map_err(fail)?;
            // Each pass must leave YAML behind, and may change the environment of the next.
            if settings.evaluations > 1 {
                let value = super::load::from_text(&rendered).map_err(|e| not_yaml(&rendered, &e, sections))?;
                env.extend(template_env(&value));
            }
            text = rendered;
        }
        Ok(text)
    }
}

/// The error of a component's template, at the value that holds it.
fn template_error(text: &str, error: &TemplateError, sections: &Value) -> Error {
    let at = super::origins::of_offset(text, error.offset, sections);
    Error::new(format!("the template cannot be rendered: {error}")).at(at)
}

fn not_yaml(rendered: &str, error: &Error, sections: &Value) -> Error {
    let line = error.span().map_or(0, |s| rendered[..(s.start as usize).min(rendered.len())].matches('\n').count());
    let shown = rendered.lines().nth(line).unwrap_or_default().trim();
    Error::new(format!("after its templates are rendered, the component is no YAML: {}", error.message()))
        .at(sections.span)
        .note(format!("the rendered line is: {shown}"))
        .hint("quote the value that holds the template")
}

/// `settings.templates.settings.env` of a component.
pub(crate) fn template_env(sections: &Value) -> Vec<(String, String)> {
    let env = sections.dig(["settings", "templates", "settings", "env"]).and_then(Value::as_map);
    env.into_iter()
        .flat_map(Map::iter)
        .filter_map(|(k, v)| Some((k.name.to_string(), v.as_str()?.to_string())))
        .collect()
}

/// Whether a text in the sections comes back changed from being written as YAML and read again: go-yaml loses the first
/// line break of a text that begins with one.
pub(crate) fn changes_as_text(value: &Value) -> bool {
    match &value.data {
        Data::Str(text) => text.starts_with('\n'),
        Data::Seq(items) => items.iter().any(changes_as_text),
        Data::Map(map) => map.iter().any(|(k, v)| k.name.starts_with('\n') || changes_as_text(v)),
        _ => false,
    }
}

/// Refuses `settings` that Atmos cannot read before it renders a component: `depends_on` must hold maps.
fn check_settings(sections: &Value) -> Result<()> {
    for name in ["templates", "spacelift"] {
        let section = sections.dig(["settings", name]).filter(|s| !s.is_null() && s.as_map().is_none());
        if let Some(section) = section {
            return Err(Error::new(format!("`settings.{name}` must be a map, this is a {}", section.type_name()))
                .at(section.span));
        }
    }
    let Some(depends_on) = sections.dig(["settings", "depends_on"]) else { return Ok(()) };
    let entries: Vec<&Value> = match &depends_on.data {
        Data::Null => Vec::new(),
        Data::Map(map) => map.values().collect(),
        Data::Seq(items) if items.is_empty() => Vec::new(),
        _ => vec![depends_on],
    };
    if let Some(entry) = entries.into_iter().find(|e| !e.is_null() && e.as_map().is_none()) {
        return Err(Error::new(format!(
            "`settings.depends_on` must be a map of maps, this is a {}",
            entry.type_name()
        ))
        .at(entry.span)
        .hint("write `depends_on:`, below it `1:`, below that `component: NAME`"));
    }
    Ok(())
}

/// Whether any string or key below a value holds a template.
pub(crate) fn contains(value: &Value, left: &str) -> bool {
    match &value.data {
        Data::Str(text) => text.contains(left),
        Data::Seq(items) => items.iter().any(|v| contains(v, left)),
        Data::Map(map) => map.iter().any(|(k, v)| k.name.contains(left) || contains(v, left)),
        _ => false,
    }
}

/// What looking up a host gives where no connection may be opened.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lookups {
    /// An address that stands for the host's, where the answer is not shown.
    Stand(&'static str),
    /// An error.
    Refused(&'static str),
}

/// How hosts are looked up by an engine with these options; nothing where they are asked for.
pub(crate) fn no_lookups(workspace: &Workspace, options: &Options) -> Option<Lookups> {
    if options.offline {
        return Some(Lookups::Stand("0.0.0.0"));
    }
    workspace.fetcher.is_offline().then_some(Lookups::Refused("`--offline` opens no connections"))
}

/// The function sets, built once: which one holds depends on the kind of template and on atmos.yaml.
pub(crate) struct FunctionSets {
    strict: Functions,
    component: Functions,
    pub(crate) locals: Functions,
}

impl std::fmt::Debug for FunctionSets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FunctionSets")
    }
}

impl FunctionSets {
    /// Without lookups of names, where there is a reason for that.
    pub(crate) fn new(settings: &super::settings::Templates, no_lookups: Option<Lookups>) -> Self {
        let mut component = Functions::builtin();
        if settings.gomplate {
            component = component.with_gomplate();
        }
        if settings.sprig {
            component = component.with_sprig();
        }
        let set = |functions: Functions| {
            let mut functions = super::functions::template::with_collect_keys(functions);
            if let Some(instead) = no_lookups.filter(|_| functions.contains("getHostByName")) {
                functions.insert("getHostByName", move |_| match instead {
                    Lookups::Stand(address) => Ok(Val::str(address)),
                    Lookups::Refused(why) => Err(CallError::new(why)),
                });
            }
            functions
        };
        FunctionSets {
            strict: set(Functions::builtin().with_gomplate().with_sprig()),
            component: set(component),
            locals: set(Functions::builtin().with_sprig()),
        }
    }

    /// The functions that a template may name.
    pub(crate) fn names(&self, engine: &Engine, text: &str, early: bool) -> Functions {
        if early {
            self.strict(engine, text)
        } else {
            self.component(engine, text, &Value::NULL, "", &[], &engine.pass())
        }
    }

    /// What templates of components see, but for the methods of `atmos`.
    pub(super) fn of_components(&self) -> Functions {
        self.component.clone()
    }

    fn strict(&self, engine: &Engine, text: &str) -> Functions {
        if text.contains("atmos") {
            super::functions::template::with_atmos(self.strict.clone(), engine, &Value::NULL, "", &engine.pass())
        } else {
            self.strict.clone()
        }
    }

    pub(crate) fn component(
        &self,
        engine: &Engine,
        text: &str,
        sections: &Value,
        stack: &str,
        env: &[(String, String)],
        pass: &Pass,
    ) -> Functions {
        let mut functions = self.component.clone();
        // the words of gomplate's functions; whichever other text has them only costs a little
        if text.contains("atasource") || text.contains("ds ") || text.contains("include ") {
            functions = functions.with_datasources(super::functions::datasources::sources(engine, sections));
        }
        if text.contains("atmos") {
            functions = super::functions::template::with_atmos(functions, engine, sections, stack, pass);
        }
        if env.is_empty() { functions } else { super::functions::template::with_env(functions, env) }
    }
}
