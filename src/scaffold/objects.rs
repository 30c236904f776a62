//! Values that Python prints in a way of their own: ranges, views of maps, groups, and what templates keep values in.

use super::data;
use super::moment::Moment;
use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr};
use std::fmt;
use std::sync::Arc;

/// Python's `repr` of such a value; none for any other.
pub(super) fn repr(value: &Value) -> Option<String> {
    if value.is_safe() {
        return Some(format!("Markup({:?})", Value::from(value.as_str()?)));
    }
    let object = value.as_object()?;
    if let Some(moment) = object.downcast_ref::<Moment>() {
        return Some(moment.repr());
    }
    if let Some(range) = object.downcast_ref::<Range>() {
        return Some(range.to_string());
    }
    if let Some(view) = object.downcast_ref::<View>() {
        return Some(view.to_string());
    }
    if let Some(group) = object.downcast_ref::<Group>() {
        return Some(group.to_string());
    }
    // minijinja's own
    match object.type_name().rsplit("::").next()? {
        "Namespace" => {
            let pairs = data::pairs(value).into_iter();
            let pairs: Vec<_> =
                pairs.map(|(name, value)| format!("{}: {}", data::repr(&name), data::repr(&value))).collect();
            Some(format!("<Namespace {{{}}}>", pairs.join(", ")))
        }
        "Loop" => {
            let number = |name: &str| value.get_attr(name).map(|number| data::text(&number)).unwrap_or_default();
            Some(format!("<LoopContext {}/{}>", number("index"), number("length")))
        }
        _ => None,
    }
}

/// What Python calls the class of such a value.
pub(super) fn class(value: &Value) -> Option<&'static str> {
    let object = value.as_object()?;
    let moment = object.downcast_ref::<Moment>().map(Moment::class);
    let range = || object.downcast_ref::<Range>().map(|_| "range");
    let view = || object.downcast_ref::<View>().map(|view| view.class);
    moment.or_else(range).or_else(view)
}

/// Numbers from one to another.
#[derive(Debug)]
pub(super) struct Range {
    start: i64,
    stop: i64,
    by: i64,
}

impl Range {
    /// None where the step is nothing.
    pub(super) fn new(start: i64, stop: i64, by: i64) -> Option<Self> {
        (by != 0).then_some(Range { start, stop, by })
    }

    pub(super) fn len(&self) -> usize {
        let (by, way) = (i128::from(self.by), i128::from(self.stop) - i128::from(self.start));
        let count = if (way < 0) == (by < 0) { (way.abs() + by.abs() - 1) / by.abs() } else { 0 };
        usize::try_from(count).unwrap_or(usize::MAX)
    }

    fn get(&self, at: usize) -> Option<i64> {
        let at = (at < self.len()).then(|| i64::try_from(at).ok()).flatten()?;
        self.by.checked_mul(at)?.checked_add(self.start)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "range({}, {}", self.start, self.stop)?;
        if self.by == 1 { f.write_str(")") } else { write!(f, ", {})", self.by) }
    }
}

impl Object for Range {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str() {
            Some("start") => Some(Value::from(self.start)),
            Some("stop") => Some(Value::from(self.stop)),
            Some("step") => Some(Value::from(self.by)),
            Some(_) => None,
            None => self.get(usize::try_from(key.clone()).ok()?).map(Value::from),
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.len())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The keys, values or pairs of a map.
#[derive(Debug)]
pub(super) struct View {
    class: &'static str,
    items: Vec<Value>,
}

impl View {
    pub(super) fn value(class: &'static str, items: Vec<Value>) -> Value {
        Value::from_object(View { class, items })
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items: Vec<_> = self.items.iter().map(data::repr).collect();
        write!(f, "{}([{}])", self.class, items.join(", "))
    }
}

impl Object for View {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Iterable
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.items.clone())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// What `groupby` makes: a value that items have in common, and the items.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) grouper: Value,
    pub(super) list: Value,
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", data::repr(&self.grouper), data::repr(&self.list))
    }
}

impl Object for Group {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match (key.as_str(), usize::try_from(key.clone())) {
            (Some("grouper"), _) | (None, Ok(0)) => Some(self.grouper.clone()),
            (Some("list"), _) | (None, Ok(1)) => Some(self.list.clone()),
            _ => None,
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(2)
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
