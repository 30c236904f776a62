//! Functions that are there in every template.

use super::Failure;
use super::error::wrong;
use crate::error::Error;
use crate::scaffold::data::{self, Data};
use crate::scaffold::moment::{self, Moment};
use crate::scaffold::objects::Range;
use minijinja::value::{Kwargs, Object, ObjectRepr, Rest, Tuple, ValueKind, from_args};
use minijinja::{Environment, ErrorKind, State, Value};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    wrong(error.message())
}

pub(super) fn add(env: &mut Environment<'_>, notices: &Notices) {
    env.add_function("pathjoin", pathjoin);
    env.add_function("cycler", cycler);
    env.add_global("dict", Value::from_object(Dict));
    env.add_function("joiner", minijinja_contrib::globals::joiner);
    env.add_function("lipsum", |parts: Rest<Value>, names: Kwargs| {
        let arguments = super::arguments::Arguments::new(parts, names);
        let number = |place, name, default| arguments.number(place, name).unwrap_or(default);
        let html = arguments.get(1, "html").is_none_or(|value| value.is_true());
        super::filters::lorem_ipsum(number(0, "n", 5), html, number(2, "min", 20), number(3, "max", 100))
    });
    env.add_function("range", range);
    env.add_function("__percent", percent);
    env.add_function("__slice", slice);
    env.add_function("__too_long", || -> Result<Value, Failure> {
        Err(wrong(format!("an expression has more than {} operators", super::operators::MAX_OPERATORS)))
    });
    env.add_function("__alone", |name: String| format!("{ALONE}{name}"));
    env.add_function("__nothing", || Value::UNDEFINED);
    env.add_function("__minus", moment::minus);
    env.add_function("__include", include);
    let own = notices.clone();
    env.add_function("now", move || {
        own.add(
            "FutureWarning",
            "'now()' filter will be removed in a future release of Copier.\n\
            Please use this instead: {{ '%Y-%m-%d %H:%M:%S' | strftime }}\n\
            strftime format reference https://strftime.org/",
        );
        Moment::now()
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

/// What begins the name of a file that is read without the variables of the one that imports it.
pub(super) const ALONE: char = '\u{1}';

/// `value[start:end:step]` as Python has it.
fn slice(value: &Value, start: &Value, end: &Value, step: &Value) -> Result<Value, Failure> {
    let number = |value: &Value| {
        let number = (!value.is_none()).then(|| i64::try_from(value.clone()));
        number.transpose().map_err(|_| wrong("slice indices must be integers or None"))
    };
    let (start, end, step) = (number(start)?, number(end)?, number(step)?.unwrap_or(1));
    if step == 0 {
        return Err(wrong("slice step cannot be zero"));
    }
    let letters = |text: &str| text.chars().map(Value::from).collect::<Vec<_>>();
    let items = match value.as_str() {
        Some(text) => letters(text),
        None if matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable | ValueKind::Undefined) => {
            data::items(value)
        }
        None => return Err(wrong(format!("'{}' object is not subscriptable", super::methods::class(value)))),
    };
    let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let place = |at: Option<i64>, otherwise: i64| match at {
        None => otherwise,
        Some(at) if at < 0 => at.saturating_add(length).max(low),
        Some(at) => at.min(high),
    };
    let (mut at, end) =
        if step > 0 { (place(start, low), place(end, high)) } else { (place(start, high), place(end, low)) };
    let mut taken = Vec::new();
    while if step > 0 { at < end } else { at > end } {
        taken.extend(usize::try_from(at).ok().and_then(|at| items.get(at)).cloned());
        at = at.saturating_add(step);
    }
    Ok(if value.as_str().is_some() {
        Value::from(taken.iter().map(ToString::to_string).collect::<String>())
    } else if value.is_tuple() {
        Value::from_object(Tuple::new(taken))
    } else {
        Value::from(taken)
    })
}

/// Things in turn.
#[derive(Debug)]
struct Cycler {
    items: Vec<Value>,
    next: AtomicUsize,
}

fn cycler(Rest(items): Rest<Value>) -> Result<Value, Failure> {
    if items.is_empty() {
        return Err(Failure::new(ErrorKind::MissingArgument, "at least one item has to be provided"));
    }
    Ok(Value::from_object(Cycler { items, next: AtomicUsize::new(0) }))
}

impl Object for Cycler {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let current = || self.items[self.next.load(Ordering::Relaxed) % self.items.len()].clone();
        (key.as_str() == Some("current")).then(current)
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, name: &str, _: &[Value]) -> Result<Value, Failure> {
        match name {
            "next" => Ok(self.items[self.next.fetch_add(1, Ordering::Relaxed) % self.items.len()].clone()),
            "reset" => {
                self.next.store(0, Ordering::Relaxed);
                Ok(Value::from(()))
            }
            _ => Err(Failure::from(ErrorKind::UnknownMethod)),
        }
    }
}

/// Numbers, not so many that they fill the memory.
fn range(first: i64, stop: Option<i64>, by: Option<i64>) -> Result<Value, Failure> {
    const MOST: usize = 100_000;
    let (start, stop) = stop.map_or((0, first), |stop| (first, stop));
    let range = Range::new(start, stop, by.unwrap_or(1)).ok_or_else(|| wrong("range() arg 3 must not be zero"))?;
    if range.len() > MOST {
        let message = format!("Range too big. The sandbox blocks ranges larger than MAX_RANGE ({MOST}).");
        return Err(wrong(message));
    }
    Ok(Value::from_object(range))
}

/// Python's class of maps.
#[derive(Debug)]
struct Dict;

impl Object for Dict {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Failure> {
        let (given, names): (Option<Value>, Kwargs) = from_args(args)?;
        dict(given, &names)
    }

    fn call_method(self: &Arc<Self>, _: &mut State<'_, '_>, name: &str, args: &[Value]) -> Result<Value, Failure> {
        if name == "fromkeys" { from_keys(args) } else { Err(Failure::from(ErrorKind::UnknownMethod)) }
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<class 'dict'>")
    }
}

/// A map of keys that all have one value.
pub(super) fn from_keys(args: &[Value]) -> Result<Value, Failure> {
    let (keys, value): (Value, Option<Value>) = from_args(args)?;
    let value = value.unwrap_or_else(|| Value::from(()));
    Ok(Value::from_pairs(keys.try_iter()?.map(|key| (key, value.clone()))))
}

/// A map of another one or of pairs, and of what is named.
fn dict(given: Option<Value>, names: &Kwargs) -> Result<Value, Failure> {
    let mut pairs = match given {
        None => Vec::new(),
        Some(given) if given.kind() == ValueKind::Map => data::pairs(&given),
        Some(given) => {
            let pair = |item: Value| match data::items(&item).as_slice() {
                [key, value] => Ok((key.clone(), value.clone())),
                _ => Err(wrong("a dictionary is made of pairs")),
            };
            data::items(&given).into_iter().map(pair).collect::<Result<_, _>>()?
        }
    };
    for name in names.args() {
        pairs.push((Value::from(name), names.peek(name)?));
    }
    // of equal keys the last value counts
    Ok(Value::from_pairs(pairs))
}

/// Paths joined as Python's `PurePath` does it.
fn pathjoin(parts: Rest<Value>, names: Kwargs) -> Result<String, Failure> {
    let arguments = super::arguments::Arguments::new(parts, names);
    let mode = arguments.text(usize::MAX, "mode").unwrap_or_else(|| "posix".to_owned());
    let separator = match mode.as_str() {
        "windows" => '\\',
        "native" => std::path::MAIN_SEPARATOR,
        "posix" => '/',
        _ => return Err(wrong(format!("pathjoin knows no mode '{mode}'"))),
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

/// `left % right`: of a text, a tuple gives several values, a map named ones; of numbers, what division leaves.
fn percent(left: &Value, right: &Value) -> Result<Value, Failure> {
    let Some(text) = left.as_str() else { return remainder(left, right) };
    let (places, names) = match right.kind() {
        ValueKind::Seq if right.is_tuple() => (data::items(right), Data::new()),
        ValueKind::Map => (vec![right.clone()], data::data(right)),
        _ => (vec![right.clone()], Data::new()),
    };
    // Python takes a list for a map, too, and of a map not everything need be used
    let is_map = !right.is_tuple() && matches!(right.kind(), ValueKind::Seq | ValueKind::Map);
    let text = super::format::percent(text, &places, &Kwargs::from_iter(names), is_map)?;
    Ok(Value::from(text))
}

/// The sign is that of the divisor.
fn remainder(left: &Value, right: &Value) -> Result<Value, Failure> {
    let is_number = |value: &Value| matches!(value.kind(), ValueKind::Number | ValueKind::Bool);
    if left.is_undefined() || right.is_undefined() {
        return Err(Failure::from(ErrorKind::UndefinedError));
    }
    if !is_number(left) || !is_number(right) {
        let (left, right) = (super::methods::class(left), super::methods::class(right));
        return Err(wrong(format!("unsupported operand type(s) for %: '{left}' and '{right}'")));
    }
    let whole = |value: &Value| i128::try_from(value.clone()).ok().filter(|_| data::float_of(value).is_none());
    if let (Some(left), Some(right)) = (whole(left), whole(right)) {
        let rest = left.checked_rem(right).ok_or_else(|| wrong("integer modulo by zero"))?;
        let rest = if rest != 0 && (rest < 0) != (right < 0) { rest + right } else { rest };
        return Ok(i64::try_from(rest).map_or_else(|_| Value::from(rest), Value::from));
    }
    let (left, right) = (f64::try_from(left.clone())?, f64::try_from(right.clone())?);
    if right == 0.0 {
        return Err(wrong("float modulo by zero"));
    }
    let rest = left % right;
    Ok(Value::from(match rest {
        0.0 => 0.0_f64.copysign(right),
        rest if (rest < 0.0) != (right < 0.0) => rest + right,
        rest => rest,
    }))
}

/// A file rendered without the variables of the one that includes it.
fn include(state: &mut State<'_, '_>, wanted: Value, optional: bool) -> Result<Value, Failure> {
    let names = if wanted.kind() == ValueKind::Seq { data::items(&wanted) } else { vec![wanted] };
    for name in &names {
        match state.env().get_template(&name.to_string()) {
            Ok(template) => return template.render(()).map(Value::from_safe_string),
            Err(error) if error.kind() == ErrorKind::TemplateNotFound => {}
            Err(error) => return Err(error),
        }
    }
    if optional {
        return Ok(Value::from(""));
    }
    let name = names.first().map(ToString::to_string).unwrap_or_default();
    Err(Failure::new(ErrorKind::TemplateNotFound, format!("template {name:?} does not exist")))
}
