//! Functions that are there in every template.

use super::Failure;
use crate::error::Error;
use minijinja::value::{Kwargs, Object, ObjectRepr, Rest};
use minijinja::{Environment, ErrorKind, State, Value};
use std::fmt;
use std::sync::{Arc, Mutex};

/// Something that the user should know: the kind of warning in Copier's words, and the text.
pub(in crate::scaffold) type Notice = (&'static str, String);

/// What templates do that the user should know, until somebody asks.
#[derive(Clone, Debug, Default)]
pub(super) struct Notices(Arc<Mutex<Vec<Notice>>>);

impl Notices {
    pub(super) fn add(&self, class: &'static str, text: impl Into<String>) {
        if let Ok(mut notices) = self.0.lock() {
            notices.push((class, text.into()));
        }
    }

    pub(super) fn take(&self) -> Vec<Notice> {
        self.0.lock().map(|mut notices| std::mem::take(&mut *notices)).unwrap_or_default()
    }
}

/// An error of ours as one of minijinja.
#[allow(clippy::needless_pass_by_value)] // for `map_err`
pub(super) fn failure(error: Error) -> Failure {
    Failure::new(ErrorKind::InvalidOperation, error.message().to_owned())
}

pub(super) fn add(env: &mut Environment<'_>, notices: &Notices) {
    env.add_function("pathjoin", pathjoin);
    env.add_function("cycler", |Rest(items): Rest<Value>| minijinja_contrib::globals::cycler(items));
    env.add_function("joiner", minijinja_contrib::globals::joiner);
    let own = notices.clone();
    env.add_function("now", move || {
        own.add(
            "FutureWarning",
            "'now()' filter will be removed in a future release of Copier.\n\
            Please use this instead: {{ '%Y-%m-%d %H:%M:%S' | strftime }}\n\
            strftime format reference https://strftime.org/",
        );
        Value::from_object(Now(jiff::Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC)))
    });
    let own = notices.clone();
    env.add_function("make_secret", move || {
        own.add(
            "FutureWarning",
            "'make_secret()' filter will be removed in a future release of Copier.\n\
            Please use this instead: {{ 999999999999999999999999999999999|ans_random|hash('sha512') }}\n\
            random and hash filters documentation: \
            https://docs.ansible.com/ansible/2.3/playbooks_filters.html",
        );
        super::filters::secret()
    });
}

/// Paths joined as Python's `PurePath` does it.
fn pathjoin(parts: Rest<Value>, names: Kwargs) -> Result<String, Failure> {
    let arguments = super::arguments::Arguments::new(parts, names);
    let mode = arguments.text(usize::MAX, "mode").unwrap_or_else(|| "posix".to_owned());
    let separator = match mode.as_str() {
        "windows" => '\\',
        "native" => std::path::MAIN_SEPARATOR,
        "posix" => '/',
        _ => return Err(Failure::new(ErrorKind::InvalidOperation, format!("pathjoin knows no mode '{mode}'"))),
    };
    let is_separator = |c: char| c == '/' || c == separator;
    let mut joined: Vec<String> = Vec::new();
    let mut absolute = false;
    for part in arguments.places() {
        let part = part.to_string();
        if part.starts_with(is_separator) {
            joined.clear();
            absolute = true;
        }
        joined.extend(part.split(is_separator).filter(|p| !p.is_empty() && *p != ".").map(str::to_owned));
    }
    let root = if absolute { separator.to_string() } else { String::new() };
    let path = format!("{root}{}", joined.join(&separator.to_string()));
    Ok(if path.is_empty() { ".".to_owned() } else { path })
}

/// A moment, as far as templates use Python's `datetime`.
#[derive(Debug)]
struct Now(jiff::Zoned);

impl Object for Now {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(match key.as_str()? {
            "year" => Value::from(self.0.year()),
            "month" => Value::from(self.0.month()),
            "day" => Value::from(self.0.day()),
            "hour" => Value::from(self.0.hour()),
            "minute" => Value::from(self.0.minute()),
            "second" => Value::from(self.0.second()),
            _ => return None,
        })
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, name: &str, args: &[Value]) -> Result<Value, Failure> {
        let format = match name {
            "strftime" => args.first().map(ToString::to_string).unwrap_or_default(),
            "isoformat" => "%Y-%m-%dT%H:%M:%S.%6f".to_owned(),
            "date" => "%Y-%m-%d".to_owned(),
            _ => return Err(Failure::from(ErrorKind::UnknownMethod)),
        };
        let text = jiff::fmt::strtime::format(&format, &self.0);
        text.map(Value::from).map_err(|e| failure(Error::new(e.to_string())))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = jiff::fmt::strtime::format("%Y-%m-%d %H:%M:%S.%6f", &self.0);
        f.write_str(&text.unwrap_or_default())
    }
}
