//! Walks a manifest along its tables and collects what does not fit.

use super::shape::{Field, Fields, Form, List, Names, Others, Range, Rule, Shape};
use crate::code::{self, Code};
use crate::error::Error;
use crate::text::{Span, nearest};
use crate::value::{Data, Key, Map, Path, Value};

/// Everything in `value` that does not fit `shape`, in the order of the text.
pub(super) fn problems(value: &Value, shape: &'static Shape) -> Vec<Error> {
    let mut walk = Walk { problems: Vec::new() };
    let root = At { up: None, step: Step::Root, span: Span::NONE };
    walk.value(value, shape, &root);
    walk.problems
}

/// Where the walk is: a list on the stack, made into a path only for a message.
struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
    /// The place of the key, or of what holds the item.
    span: Span,
}

enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl At<'_> {
    fn path(&self) -> Path {
        let up = self.up.map(At::path).unwrap_or_default();
        match self.step {
            Step::Root => up,
            Step::Key(name) => up.key(name),
            Step::Index(index) => up.index(index),
        }
    }

    /// The value's place; a value that is left out has none, and its key speaks for it.
    fn place(&self, value: &Value) -> Span {
        let left_out = value.span.start == value.span.end && matches!(self.step, Step::Key(_));
        if value.span.is_none() || left_out { self.span } else { value.span }
    }

    /// The path in backticks, or words for the whole manifest.
    fn name(&self) -> String {
        if self.up.is_none() { "the manifest".to_owned() } else { format!("`{}`", self.path()) }
    }
}

struct Walk {
    problems: Vec<Error>,
}

impl Walk {
    fn value(&mut self, value: &Value, shape: &'static Shape, at: &At<'_>) {
        if shape.include && value.as_str().is_some_and(|s| s.starts_with("!include")) {
            return;
        }
        self.form(value, shape, &shape.form, at);
    }

    fn form(&mut self, value: &Value, shape: &'static Shape, form: &'static Form, at: &At<'_>) {
        if !is_of_kind(value, form) {
            return self.wrong_kind(value, shape, at);
        }
        match (form, &value.data) {
            (Form::PlainText, Data::Str(text)) if text.starts_with("!include") => {
                self.add(&code::INVALID_VALUE, value, at, "cannot be an `!include`");
            }
            (Form::Integer { least: Some(least) }, _) => self.range(value, Range::From(as_float(*least)), at),
            (Form::Number(range), _) => self.range(value, *range, at),
            (Form::Word(words), Data::Str(word)) if !words.contains(&&**word) => {
                self.wrong_word(value, words, word, at);
            }
            (Form::List(list), Data::Seq(items)) => self.list(value, list, items, at),
            (Form::Fields(fields), Data::Map(map)) => self.map(value, fields, map, at),
            (Form::Either(shapes), _) => {
                if let Some(fit) = shapes.iter().find(|s| is_of_kind(value, &s.form)) {
                    self.form(value, fit, &fit.form, at);
                }
            }
            _ => {}
        }
    }

    fn list(&mut self, value: &Value, list: &'static List, items: &[Value], at: &At<'_>) {
        if list.not_empty && items.is_empty() {
            self.add(&code::INVALID_VALUE, value, at, "must have at least one item");
        }
        for (index, item) in items.iter().enumerate() {
            let here = At { up: Some(at), step: Step::Index(index), span: at.span };
            self.value(item, list.of, &here);
            if list.distinct && items[..index].contains(item) {
                self.add(&code::INVALID_VALUE, item, &here, "stands in the list already");
            }
        }
    }

    fn map(&mut self, value: &Value, fields: &'static Fields, map: &Map, at: &At<'_>) {
        let mut unknown = false;
        let mut hollow: Option<&'static Fields> = None;
        for (key, item) in map.iter() {
            let here = At { up: Some(at), step: Step::Key(&key.name), span: key.span };
            // what belongs into the section above that holds nothing
            if let Some((_, shape)) = hollow.and_then(|above| above.field(&key.name)) {
                self.outside(key, at);
                self.value(item, shape, &here);
                hollow = hollow.filter(|_| !item.is_null());
                continue;
            }
            let shape = fields.field(&key.name).map(|(_, shape)| *shape).or_else(|| fields.others.shape(&key.name));
            let inside = shape.filter(|_| item.is_null()).and_then(Shape::fields);
            hollow = inside;
            if let Some((_, shape)) = fields.field(&key.name) {
                self.value(item, shape, &here);
                continue;
            }
            match fields.others {
                Others::Any => self.finite(item, &here),
                Others::Of(shape) => self.value(item, shape, &here),
                Others::Named(names, shape) if names.allow(&key.name) => self.value(item, shape, &here),
                Others::Named(names, _) => self.wrong_name(key, names, at),
                Others::Refused => {
                    self.unknown_key(key, fields, at);
                    unknown = true;
                }
            }
        }
        // a key that is misspelt is not missing besides
        if unknown {
            return;
        }
        for name in fields.needs.iter().filter(|name| !map.contains(name)) {
            self.add_missing(value, at, &format!("needs `{name}`"));
        }
        match fields.rule {
            Some(Rule::OneOf(names)) if names.iter().filter(|name| map.contains(name)).count() != 1 => {
                self.add_missing(value, at, &format!("needs exactly one of {}", quoted(names, "and")));
            }
            Some(Rule::Asks(fits, what)) if !fits(map) => self.add_missing(value, at, &format!("needs {what}")),
            _ => {}
        }
    }

    /// A key beside the section that it belongs into.
    fn outside(&mut self, key: &Key, at: &At<'_>) {
        let message = format!("`{}` stands in {}, beside the section above, which is empty", key.name, at.name());
        self.problems
            .push(Error::new(message).code(&code::WRONG_TYPE).at(key.span).hint("indent it with what is below it"));
    }

    fn range(&mut self, value: &Value, range: Range, at: &At<'_>) {
        let number = number(value);
        let (fits, expected) = match range {
            Range::All => (number.is_finite(), "a finite number".to_owned()),
            Range::From(least) => (number >= least, format!("at least {least}")),
            Range::Above(bound) => (number > bound, format!("above {bound}")),
            Range::Between(least, most) => ((least..=most).contains(&number), format!("from {least} to {most}")),
        };
        if !fits {
            self.add(&code::INVALID_VALUE, value, at, &format!("must be {expected}, not {number}"));
        }
    }

    /// Numbers that JSON cannot write are refused wherever they stand: Atmos makes JSON of a manifest to check it.
    fn finite(&mut self, value: &Value, at: &At<'_>) {
        match &value.data {
            Data::Float(number) if !number.is_finite() => {
                self.add(&code::INVALID_VALUE, value, at, "is no finite number, and JSON has no word for it");
            }
            Data::Seq(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.finite(item, &At { up: Some(at), step: Step::Index(index), span: at.span });
                }
            }
            Data::Map(map) => {
                for (key, item) in map.iter() {
                    self.finite(item, &At { up: Some(at), step: Step::Key(&key.name), span: key.span });
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, code: &'static Code, value: &Value, at: &At<'_>, what: &str) {
        self.problems.push(Error::new(format!("{} {what}", at.name())).code(code).at(at.place(value)));
    }

    /// What is not there has no place: the key of what lacks it speaks for it.
    fn add_missing(&mut self, value: &Value, at: &At<'_>, what: &str) {
        let place = if matches!(at.step, Step::Key(_)) { at.span } else { at.place(value) };
        self.problems.push(Error::new(format!("{} {what}", at.name())).code(&code::MISSING_KEY).at(place));
    }

    fn wrong_kind(&mut self, value: &Value, shape: &'static Shape, at: &At<'_>) {
        let error = Error::new(format!("{} must be {}, not {}", at.name(), expected(&shape.form), found(value)));
        let legacy = matches!((&value.data, &at.step), (Data::Seq(_), Step::Key("depends_on")));
        let (code, place) =
            if legacy { (&code::LEGACY_DEPENDS_ON, at.span) } else { (&code::WRONG_TYPE, at.place(value)) };
        let error = error.code(code).at(place).maybe_hint(remedy(value, shape, at));
        self.problems.push(error);
    }

    fn wrong_word(&mut self, value: &Value, words: &[&'static str], word: &str, at: &At<'_>) {
        let error = if words.is_empty() {
            Error::new(format!("{} is taken for a workflow here", at.name())).hint("leave the key out")
        } else {
            Error::new(format!("{} must be {}, not `{word}`", at.name(), quoted(words, "or")))
                .maybe_hint(nearest(word, words.iter().copied()).map(|w| format!("did you mean `{w}`?")))
        };
        self.problems.push(error.code(&code::UNKNOWN_VALUE).at(at.place(value)));
    }

    fn wrong_name(&mut self, key: &Key, names: Names, at: &At<'_>) {
        let error = Error::new(format!("`{}` is no name that {} can have", key.name, at.name()));
        self.problems.push(
            error.code(&code::INVALID_NAME).at(key.span).hint(format!("a name here is made of {}", names.alphabet())),
        );
    }

    fn unknown_key(&mut self, key: &Key, fields: &'static Fields, at: &At<'_>) {
        let known = || fields.known.iter().map(|(name, _)| *name);
        let hint = match fields.misplaced.iter().find(|(name, _)| *name == &*key.name) {
            Some((_, way)) => (*way).to_owned(),
            None => match nearest(&key.name, known()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it takes {}", quoted(&known().collect::<Vec<_>>(), "and")),
            },
        };
        let error = Error::new(format!("unknown key `{}` in {}", key.name, at.name()));
        let legacy = at.up.is_some_and(|up| up.up.is_none()) && matches!(at.step, Step::Key("metadata"));
        let code = if legacy { &code::LEGACY_METADATA } else { &code::UNKNOWN_KEY };
        self.problems.push(error.code(code).at(key.span).hint(hint));
    }
}

impl Fields {
    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        self.known.iter().find(|(known, _)| *known == name)
    }
}

impl Others {
    /// The shape of a key that is not among the known ones.
    pub(super) fn shape(self, name: &str) -> Option<&'static Shape> {
        match self {
            Others::Of(shape) => Some(shape),
            Others::Named(names, shape) if names.allow(name) => Some(shape),
            _ => None,
        }
    }
}

impl Shape {
    /// What a map of this shape holds, where a map it must be.
    pub(super) fn fields(&'static self) -> Option<&'static Fields> {
        match &self.form {
            Form::Fields(fields) => Some(fields),
            _ => None,
        }
    }
}

impl Names {
    fn allow(self, name: &str) -> bool {
        let others: &[u8] = match self {
            Names::Component => b"/-_{}. ",
            Names::Identity => b"/_-",
            Names::Provider => b"-_",
            Names::NotEmpty => return name.chars().any(|c| c != '\n'),
        };
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || others.contains(&b))
    }

    fn alphabet(self) -> &'static str {
        match self {
            Names::Component => "letters, digits, spaces and `/ - _ { } .`",
            Names::Identity => "letters, digits and `/ - _`",
            Names::Provider => "letters, digits, `-` and `_`",
            Names::NotEmpty => "at least one character",
        }
    }
}

/// Whether the node is of the kind that the form asks for, whatever is inside.
pub(super) fn is_of_kind(value: &Value, form: &Form) -> bool {
    match form {
        Form::Text | Form::PlainText | Form::Meant(_) => matches!(value.data, Data::Str(_) | Data::Time(_)),
        // an enumeration of words: a timestamp is none of them, and is told so by its kind
        Form::Word(_) => matches!(value.data, Data::Str(_)),
        Form::Flag => matches!(value.data, Data::Bool(_)),
        Form::Integer { .. } => match value.data {
            Data::Int(_) | Data::Uint(_) => true,
            Data::Float(number) => number.is_finite() && number.fract() == 0.0,
            _ => false,
        },
        Form::Number(_) => matches!(value.data, Data::Int(_) | Data::Uint(_) | Data::Float(_)),
        Form::List(_) => matches!(value.data, Data::Seq(_)),
        Form::Fields(_) => matches!(value.data, Data::Map(_)),
        Form::Either(shapes) => shapes.iter().any(|s| is_of_kind(value, &s.form)),
    }
}

/// The kind of a form in words.
fn expected(form: &Form) -> String {
    match form {
        Form::Text | Form::PlainText | Form::Meant(_) => "a string".to_owned(),
        Form::Flag => "true or false".to_owned(),
        Form::Integer { .. } => "a whole number".to_owned(),
        Form::Number(_) => "a number".to_owned(),
        Form::Word(words) => quoted(words, "or"),
        Form::List(_) => "a list".to_owned(),
        Form::Fields(_) => "a map".to_owned(),
        Form::Either(shapes) => shapes.iter().map(|s| expected(&s.form)).collect::<Vec<_>>().join(" or "),
    }
}

/// What stands there instead, in words.
fn found(value: &Value) -> String {
    match &value.data {
        Data::Null => "null".to_owned(),
        Data::Bool(b) => format!("the boolean `{b}`"),
        Data::Int(_) | Data::Uint(_) | Data::Float(_) => "a number".to_owned(),
        _ => format!("a {}", value.type_name()),
    }
}

/// The likely fix of a value of the wrong kind.
fn remedy(value: &Value, shape: &Shape, at: &At<'_>) -> Option<String> {
    let wants = |fits: fn(&Form) -> bool| match &shape.form {
        Form::Either(shapes) => shapes.iter().any(|s| fits(&s.form)),
        form => fits(form),
    };
    match &value.data {
        Data::Null if at.up.is_none() => Some("a manifest with nothing in it is either empty or `{}`".to_owned()),
        Data::Null if wants(|f| matches!(f, Form::Fields(_))) => Some("write `{}`, or leave the key out".to_owned()),
        Data::Null if wants(|f| matches!(f, Form::List(_))) => Some("write `[]`, or leave the key out".to_owned()),
        Data::Null => Some("leave the key out".to_owned()),
        Data::Str(text) if text.contains("{{") => {
            Some("manifests are checked before their templates are rendered, unless the file is a `.tmpl`".to_owned())
        }
        Data::Str(text) if text.starts_with('!') => Some(
            "manifests are checked before YAML functions are run; only an `!include` can stand for the rest".to_owned(),
        ),
        Data::Seq(_) if matches!(at.step, Step::Key("depends_on")) => {
            Some("write a map of names, or move the list to `dependencies.components`".to_owned())
        }
        Data::Bool(_) | Data::Int(_) | Data::Uint(_) | Data::Float(_)
            if wants(|f| matches!(f, Form::Text | Form::Word(_))) =>
        {
            Some("put it in quotes".to_owned())
        }
        Data::Str(_) if wants(|f| matches!(f, Form::List(_))) => Some("write it as a list: `[…]`".to_owned()),
        _ => None,
    }
}

/// Names in backticks: `` `a`, `b` or `c` ``.
fn quoted(names: &[&str], last: &str) -> String {
    match names {
        [] => "nothing".to_owned(),
        [one] => format!("`{one}`"),
        [head @ .., tail] => {
            let head: Vec<_> = head.iter().map(|n| format!("`{n}`")).collect();
            format!("{} {last} `{tail}`", head.join(", "))
        }
    }
}

fn number(value: &Value) -> f64 {
    match value.data {
        Data::Int(i) => as_float(i),
        #[expect(clippy::cast_precision_loss, reason = "only compared with small bounds")]
        Data::Uint(u) => u as f64,
        Data::Float(f) => f,
        _ => f64::NAN,
    }
}

#[expect(clippy::cast_precision_loss, reason = "only compared with small bounds")]
fn as_float(i: i64) -> f64 {
    i as f64
}
