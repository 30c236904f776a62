//! One question, with everything that its properties may refer to.

use super::cast::{Type, to_bool};
use super::prompt::{Prompt, PromptKind};
use crate::error::{Error, Result};
use crate::scaffold::answers::Answers;
use crate::scaffold::console::Reply;
use crate::scaffold::data::{self, Data};
use crate::scaffold::jinja::{self, Jinja};
use crate::scaffold::json;
use crate::scaffold::texts::Texts;
use crate::text::did_you_mean;
use crate::yaml::python::{self, Flow, Style};
use minijinja::Value;
use minijinja::value::ValueKind;

/// The properties that a question may have.
const PROPERTIES: [&str; 12] = [
    "ask",
    "choices",
    "default",
    "help",
    "multiline",
    "multiselect",
    "placeholder",
    "qmark",
    "secret",
    "type",
    "validator",
    "when",
];

/// What the author of a question may have mistyped. Copier looks at no property that it does not know.
pub(super) fn mistyped((name, properties): (&str, &Data)) -> Option<String> {
    let key = properties.keys().find(|key| !PROPERTIES.contains(&key.as_str()))?;
    let hint = did_you_mean(key, PROPERTIES).map_or_else(String::new, |hint| format!(": {hint}"));
    Some(format!("the question \"{name}\" has a property `{key}` that is unknown{hint}"))
}

/// A question on its way to an answer.
pub(super) struct Question<'a> {
    pub(super) name: &'a str,
    properties: &'a Data,
    jinja: &'a Jinja,
    /// Everything that was answered so far.
    context: Value,
    answers: &'a Answers,
    /// The user's own default.
    settled: Option<&'a Value>,
    /// Where it is asked.
    texts: &'a Texts,
    kind: Type,
}

impl<'a> Question<'a> {
    pub(super) fn new(
        (name, properties): (&'a str, &'a Data),
        jinja: &'a Jinja,
        context: Value,
        answers: &'a Answers,
        settled: Option<&'a Value>,
        texts: &'a Texts,
    ) -> Result<Self> {
        if matches!(name, "now" | "make_secret") {
            return Err(Error::new(format!("Invalid question name: \"{name}\"")));
        }
        let default = properties.get("default");
        if properties.get("secret").is_some_and(Value::is_true) && default.is_none() {
            return Err(Error::new(format!("Secret question requires a default value: \"{name}\"")));
        }
        let mut question = Question { name, properties, jinja, context, answers, settled, texts, kind: Type::Yaml };
        let wanted = match question.property("type") {
            Some(kind) => data::text(&question.render_value("type", kind)?),
            None => Type::of_default(default).name().to_owned(),
        };
        question.kind = Type::parse(&wanted).ok_or_else(|| {
            let error = Error::new(format!("Unsupported type \"{wanted}\" in question \"{name}\""));
            texts.point(error.hint(Type::meant_by(&wanted)), &[name, "type"])
        })?;
        Ok(question)
    }

    pub(super) fn property(&self, name: &str) -> Option<&Value> {
        self.properties.get(name)
    }

    fn text(&self, name: &str) -> Result<String> {
        match self.property(name) {
            Some(value) if !value.is_none() => Ok(data::text(&self.render_value(name, value)?)),
            _ => Ok(String::new()),
        }
    }

    fn flag(&self, name: &str, default: bool) -> Result<bool> {
        self.property(name).map_or(Ok(default), |value| Ok(to_bool(&self.render_value(name, value)?)))
    }

    /// Whether the question is there at all.
    pub(super) fn when(&self) -> Result<bool> {
        self.flag("when", true)
    }

    /// Whether the question is asked when it has an answer.
    pub(super) fn ask(&self) -> Result<bool> {
        self.flag("ask", true)
    }

    fn is_secret(&self) -> bool {
        self.property("secret").is_some_and(Value::is_true)
    }

    fn is_multiselect(&self) -> bool {
        self.property("multiselect").is_some_and(Value::is_true)
    }

    /// Renders a text of a property.
    pub(super) fn render(&self, property: &str, text: &str) -> Result<String> {
        self.jinja.render(text, &self.context).map_err(|failure| self.failed(property, &failure))
    }

    /// Renders a text, and the items of a list; leaves everything else.
    pub(super) fn render_value(&self, property: &str, value: &Value) -> Result<Value> {
        match value.kind() {
            ValueKind::String => self.render(property, value.as_str().unwrap_or_default()).map(Value::from),
            ValueKind::Seq => data::items(value)
                .iter()
                .map(|item| self.render_value(property, item))
                .collect::<Result<Vec<_>>>()
                .map(Value::from),
            _ => Ok(value.clone()),
        }
    }

    fn failed(&self, property: &str, failure: &jinja::Failure) -> Error {
        let error = jinja::explain(failure, &self.context).note(format!("in the question \"{}\"", self.name));
        self.texts.point_into(error, &[self.name, property], jinja::spot(failure))
    }

    /// Points an error at a property, unless it knows its place.
    pub(super) fn point(&self, error: Error, property: &str) -> Error {
        // a question may be nothing but its default
        self.texts.point(error, &[self.name, property])
    }

    fn with(&self, name: &str, value: Value) -> Value {
        let mut context = data::data(&self.context);
        context.insert(name.to_owned(), value);
        Value::from_pairs(context)
    }

    /// The default: given in advance, answered before, or the template's; none when there is none.
    pub(super) fn default(&self) -> Result<Option<Value>> {
        let given = self.answers.init.get(self.name).or_else(|| self.answers.last.get(self.name));
        let raw = match given {
            Some(answer) => answer.clone(),
            None => match self.settled.or_else(|| self.property("default")) {
                None => return Ok(None),
                Some(default) => {
                    let context = self.with("UNSET", jinja::unset());
                    match self.render_default(default, &context) {
                        Ok(value) => value,
                        Err(failure) if jinja::is_unset(&failure) => return Ok(None),
                        Err(failure) => return Err(self.failed("default", &failure)),
                    }
                }
            },
        };
        let at_default =
            |error| if given.is_none() && self.settled.is_none() { self.point(error, "default") } else { error };
        let answer = self.parse(&raw).map_err(at_default)?;
        if self.when()? && !self.is_secret() {
            self.validate(&answer).map_err(at_default)?;
        }
        Ok(Some(answer))
    }

    fn render_default(&self, default: &Value, context: &Value) -> Result<Value, jinja::Failure> {
        match default.kind() {
            ValueKind::String => self.jinja.render(default.as_str().unwrap_or_default(), context).map(Value::from),
            ValueKind::Seq => data::items(default)
                .iter()
                .map(|item| self.render_default(item, context))
                .collect::<Result<Vec<_>, _>>()
                .map(Value::from),
            _ => Ok(default.clone()),
        }
    }

    /// An answer as the question's type wants it.
    pub(super) fn cast(&self, answer: &Value) -> Result<Value> {
        if answer.is_none() && !matches!(self.kind, Type::Json | Type::Yaml) {
            return Err(Error::new(format!(
                "Invalid answer \"None\" of type \"<class 'NoneType'>\" to question \"{}\" of type \"{}\"",
                self.name,
                self.kind.name()
            )));
        }
        if self.is_multiselect() && answer.kind() == ValueKind::Seq {
            let cast = data::items(answer).iter().map(|item| self.kind.cast(item)).collect::<Result<Vec<_>>>();
            return cast.map(Value::from);
        }
        self.kind.cast(answer)
    }

    /// An answer cast, and one of the choices if there are some.
    pub(super) fn parse(&self, answer: &Value) -> Result<Value> {
        if !self.is_multiselect() {
            return self.parse_one(answer);
        }
        let given = match answer.as_str() {
            Some(text) => python::raw_items(text)?.into_iter().map(Value::from).collect(),
            None => data::items(answer),
        };
        let given = given.iter().map(|item| self.parse_one(item)).collect::<Result<Vec<_>>>()?;
        let mut chosen = Vec::new();
        for choice in self.choices()? {
            let value = self.cast(&choice.value)?;
            if given.contains(&value) {
                chosen.push(value);
            }
        }
        Ok(Value::from(chosen))
    }

    fn parse_one(&self, answer: &Value) -> Result<Value> {
        let answer = self.cast(answer)?;
        let choices = self.choices()?;
        if choices.is_empty() {
            return Ok(answer);
        }
        let (mut valid, mut why) = (Vec::new(), String::new());
        for choice in choices {
            let value = self.cast(&choice.value)?;
            let is_it = value == answer;
            if choice.disabled.is_empty() {
                if is_it {
                    return Ok(answer);
                }
                valid.push(value);
            } else if is_it && why.is_empty() {
                why = choice.disabled;
            }
        }
        if why.is_empty() {
            why = format!("{} is not in {}", data::repr(&answer), data::repr(&Value::from(valid.clone())));
        }
        let names: Vec<String> = valid.iter().map(data::text).collect();
        let given = data::text(&answer);
        // of short answers any other is a slip away
        let near = did_you_mean(&given, names.iter().map(String::as_str)).filter(|_| given.len() > 2);
        Err(Error::new(format!("Invalid choice for '{}': {why}", self.name)).maybe_hint(near))
    }

    /// Whether the template's validator has something to say about an answer.
    pub(super) fn validate(&self, answer: &Value) -> Result<()> {
        let Some(validator) = self.property("validator").and_then(Value::as_str) else { return Ok(()) };
        let context = self.with(self.name, answer.clone());
        let wrong = |said: &str| Error::new(format!("Validation error for question '{}': {said}", self.name));
        match self.jinja.render(validator, &context) {
            Ok(said) if said.trim().is_empty() => Ok(()),
            Ok(said) => Err(wrong(said.trim())),
            Err(failure) => {
                let error = wrong(&jinja::message(&failure));
                Err(self.texts.point_into(error, &[self.name, "validator"], jinja::spot(&failure)))
            }
        }
    }

    /// Hands the question to somebody.
    pub(super) fn put(&self, ask: &mut dyn FnMut(&Prompt<'_>) -> Result<Reply>) -> Result<Reply> {
        let default = self.default()?;
        let choices = self.choices()?;
        let multiline = self.flag("multiline", false)?;
        let mut chosen = Vec::new();
        for (index, choice) in choices.iter().enumerate() {
            let value = self.cast(&choice.value)?;
            let is_default = default.as_ref().is_some_and(|default| {
                if self.is_multiselect() { data::items(default).contains(&value) } else { *default == value }
            });
            if is_default {
                chosen.push(index);
            }
        }
        let kind = match self.kind {
            _ if !choices.is_empty() && self.is_multiselect() => PromptKind::Checkbox,
            _ if !choices.is_empty() => PromptKind::Select,
            Type::Bool => PromptKind::Confirm(default.as_ref().is_some_and(Value::is_true)),
            Type::Path => PromptKind::Path,
            _ if self.is_secret() => PromptKind::Password,
            _ => PromptKind::Text,
        };
        let help = self.text("help")?;
        let kind_name = if self.kind == Type::Str { String::new() } else { format!(" ({})", self.kind.name()) };
        let message = match help.as_str() {
            "" => format!("{}{kind_name}\n  ", self.name),
            help => format!("{}\n  ", help.strip_suffix('\n').unwrap_or(help)),
        };
        let mark = self.property("qmark").and_then(Value::as_str).filter(|mark| !mark.is_empty());
        let check = |answer: &Value| {
            let parsed = self.parse(answer).map_err(|_| "Invalid input".to_owned())?;
            self.validate(&parsed).map_err(|error| error.message().to_owned())
        };
        let prompt = Prompt {
            name: self.name,
            mark: mark.unwrap_or(if self.is_secret() { "🕵️" } else { "🎤" }).to_owned(),
            message,
            kind,
            default: default.map_or(Ok(String::new()), |default| self.shown(&default, multiline))?,
            choices,
            chosen,
            multiline,
            placeholder: self.text("placeholder")?,
            check: &check,
        };
        Ok(match ask(&prompt)? {
            Reply::Answer(answer) => Reply::Answer(self.cast(&answer)?),
            reply => reply,
        })
    }

    /// A default as the text that one edits.
    fn shown(&self, default: &Value, multiline: bool) -> Result<String> {
        if default.is_none() {
            return Ok(String::new());
        }
        match self.kind {
            Type::Json => {
                json::to_string(default, json::Style { indent: multiline.then_some(2), ..json::Style::default() })
            }
            Type::Yaml => {
                let flow = if multiline { Flow::Never } else { Flow::Always };
                let style = Style { flow, width: usize::MAX, allow_unicode: false, ..Style::default() };
                Ok(python::dump(&data::to_node(default)?, style).trim().to_owned())
            }
            _ => Ok(data::text(default)),
        }
    }
}
