//! The value of an expression that needs no variables and no functions: the only kind that can be read off the code.
//!
//! A part that fails leaves the whole unknown, and the other parts are looked at all the same, so that every problem is
//! found at once.

mod operate;
mod text;

pub(super) use operate::{as_float, from_float, to_bool, to_text};

use super::problem::{Cause, Problems};
use crate::text::{SourceId, Span};
use crate::value::{Data, Map, Value};
use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, ForExpr, ForIntro, Object, ObjectKey, Traversal, TraversalOperator};
use std::ops::Range;

/// Reads values off the expressions of one source.
pub(super) struct Evaluator<'a> {
    pub(super) source: SourceId,
    pub(super) problems: &'a mut Problems,
    /// The names that `for` gives, innermost last.
    scope: Vec<(String, Value)>,
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(source: SourceId, problems: &'a mut Problems) -> Self {
        Evaluator { source, problems, scope: Vec::new() }
    }

    /// With names that are known from the start.
    pub(super) fn with_names(mut self, names: &[(String, Value)]) -> Self {
        self.scope.extend_from_slice(names);
        self
    }

    pub(super) fn span(&self, range: Option<Range<usize>>) -> Span {
        range.map_or(Span::NONE, |r| Span::new(self.source, r.start, r.end))
    }

    /// The value of an expression; `None` when a problem was found in it.
    pub(super) fn value(&mut self, expr: &Expression) -> Option<Value> {
        let span = self.span(expr.span());
        let data = match expr {
            Expression::Null(_) => Data::Null,
            Expression::Bool(b) => Data::Bool(**b),
            Expression::Number(number) => operate::number(number.value()),
            Expression::String(text) => Data::Str(text.as_str().into()),
            Expression::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.value(item)).collect();
                Data::Seq(items.into_iter().collect::<Option<Vec<_>>>()?.into())
            }
            Expression::Object(object) => self.object(object)?,
            Expression::StringTemplate(parts) => match parts.as_single_element().and_then(|e| e.as_interpolation()) {
                Some(whole) => self.value(&whole.expr)?.data,
                None => Data::Str(self.template(parts.iter())?.into()),
            },
            Expression::HeredocTemplate(heredoc) => Data::Str(self.template(heredoc.template.iter())?.into()),
            Expression::Parenthesis(inner) => self.value(inner.inner())?.data,
            Expression::Variable(name) => self.variable(name.as_str(), span)?.data,
            Expression::Conditional(choice) => self.choose(choice, span)?,
            Expression::FuncCall(_) => {
                self.problems.invalid(span, "functions cannot be called here: only constants can be read");
                return None;
            }
            Expression::Traversal(traversal) => self.traverse(traversal, span)?.data,
            Expression::UnaryOp(op) => self.unary(op, span)?,
            Expression::BinaryOp(op) => self.binary(op, span)?,
            Expression::ForExpr(each) => self.for_each(each, span)?,
        };
        Some(Value::new(data, span))
    }

    fn variable(&mut self, name: &str, span: Span) -> Option<Value> {
        if let Some((_, value)) = self.scope.iter().rev().find(|(known, _)| known == name) {
            return Some(value.clone());
        }
        if self.scope.is_empty() {
            self.problems.add(Cause::Variable, span, format!("`{name}` is no constant: variables cannot be read here"));
        } else {
            self.problems.invalid(span, format!("there is no `{name}` here: only the names of the `for` are known"));
        }
        None
    }

    fn object(&mut self, object: &Object) -> Option<Data> {
        let entries: Vec<_> = object
            .iter()
            .map(|(key, value)| {
                let key = match key {
                    ObjectKey::Ident(name) => Some((name.as_str().to_owned(), self.span(name.span()))),
                    ObjectKey::Expression(expr) => self.key(expr),
                };
                key.zip(self.value(value.expr()))
            })
            .collect();
        let mut map = Map::with_capacity(entries.len());
        for entry in entries {
            let ((name, span), value) = entry?;
            map.insert(crate::value::Key { name: name.into(), span }, value);
        }
        Some(Data::Map(map.into()))
    }

    /// A key of an object as text. A bare name is its own value, whatever it is called.
    fn key(&mut self, expr: &Expression) -> Option<(String, Span)> {
        let span = self.span(expr.span());
        if let Expression::Variable(name) = expr {
            return Some((name.as_str().to_owned(), span));
        }
        let value = self.value(expr)?;
        let text = to_text(&value);
        if text.is_none() {
            self.problems.invalid(span, format!("a key must be a string, not {}", value.type_name()));
        }
        Some((text?, span))
    }

    fn traverse(&mut self, traversal: &Traversal, span: Span) -> Option<Value> {
        let mut operators = traversal.operators.iter();
        let mut value = self.value(&traversal.expr);
        while let Some(operator) = operators.next() {
            value = match operator.value() {
                TraversalOperator::GetAttr(name) => self.step(value, &Value::str(name.as_str()), span),
                TraversalOperator::LegacyIndex(index) => self.step(value, &index_value(*index.value()), span),
                TraversalOperator::Index(expr) => {
                    let key = self.value(expr);
                    key.and_then(|key| self.step(value, &key, span))
                }
                // what follows a splat is done to every item
                TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_) => {
                    let rest: Vec<_> = operators.by_ref().map(|o| o.value().clone()).collect();
                    let items = match value?.data {
                        Data::Seq(items) => items.to_vec(),
                        Data::Null => Vec::new(),
                        other => vec![Value::from(other)],
                    };
                    let items: Option<Vec<_>> = items.into_iter().map(|item| self.follow(item, &rest, span)).collect();
                    items.map(Value::seq)
                }
            };
        }
        value
    }

    fn follow(&mut self, item: Value, steps: &[TraversalOperator], span: Span) -> Option<Value> {
        steps.iter().try_fold(item, |item, step| match step {
            TraversalOperator::GetAttr(name) => self.step(Some(item), &Value::str(name.as_str()), span),
            TraversalOperator::LegacyIndex(index) => self.step(Some(item), &index_value(*index.value()), span),
            TraversalOperator::Index(expr) => {
                let key = self.value(expr)?;
                self.step(Some(item), &key, span)
            }
            TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_) => Some(item),
        })
    }

    fn step(&mut self, value: Option<Value>, key: &Value, span: Span) -> Option<Value> {
        let value = value?;
        let found = match &value.data {
            Data::Map(map) => to_text(key).and_then(|name| map.get(&name)),
            Data::Seq(items) => operate::to_number(key).and_then(|n| operate::index(n, items)),
            _ => None,
        };
        if found.is_none() {
            let key = to_text(key).unwrap_or_default();
            self.problems.invalid(span, format!("there is no `{key}` in this {}", value.type_name()));
        }
        found.cloned()
    }

    fn for_each(&mut self, each: &ForExpr, span: Span) -> Option<Data> {
        let rounds = self.rounds(&each.intro, span)?;
        let mut items = Vec::new();
        let mut map = Map::default();
        for (key, item) in rounds {
            let intro = &each.intro;
            let names = self.bind(intro.key_var.as_ref().map(|n| n.as_str()), intro.value_var.as_str(), key, item);
            let wanted = match &each.cond {
                Some(cond) => self.value(&cond.expr).and_then(|v| to_bool(&v)),
                None => Some(true),
            };
            let round = match (wanted, &each.key_expr) {
                (Some(false), _) => Some(()),
                (None, _) => None,
                (Some(true), None) => self.value(&each.value_expr).map(|value| items.push(value)),
                (Some(true), Some(key)) => {
                    let key = self.key_of_for(key);
                    key.zip(self.value(&each.value_expr)).map(|(key, value)| put(&mut map, &key, value, each.grouping))
                }
            };
            self.leave(names);
            round?;
        }
        Some(if each.key_expr.is_some() { Data::Map(map.into()) } else { Data::Seq(items.into()) })
    }

    /// Unlike the key of an object, a bare name is a variable here.
    fn key_of_for(&mut self, expr: &Expression) -> Option<String> {
        let value = self.value(expr)?;
        let text = to_text(&value);
        if text.is_none() {
            let span = self.span(expr.span());
            self.problems.invalid(span, format!("a key must be a string, not {}", value.type_name()));
        }
        text
    }

    /// The keys and items that a `for` goes through; maps in the order of their keys.
    fn rounds(&mut self, intro: &ForIntro, span: Span) -> Option<Vec<(Value, Value)>> {
        let collection = self.value(&intro.collection_expr)?;
        self.rounds_of(&collection, span)
    }

    fn rounds_of(&mut self, collection: &Value, span: Span) -> Option<Vec<(Value, Value)>> {
        match &collection.data {
            Data::Seq(items) => {
                Some(items.iter().enumerate().map(|(i, item)| (index_value(i as u64), item.clone())).collect())
            }
            Data::Map(map) => {
                Some(map.sorted().into_iter().map(|(k, v)| (Value::str(k.name.clone()), v.clone())).collect())
            }
            _ => {
                self.problems
                    .invalid(span, format!("`for` goes through a list or a map, not {}", collection.type_name()));
                None
            }
        }
    }

    fn bind(&mut self, key_name: Option<&str>, name: &str, key: Value, item: Value) -> usize {
        let before = self.scope.len();
        self.scope.extend(key_name.map(|n| (n.to_owned(), key)));
        self.scope.push((name.to_owned(), item));
        before
    }

    fn leave(&mut self, names: usize) {
        self.scope.truncate(names);
    }
}

/// The name of a key that is written as a bare name or a plain text.
pub(super) fn key_name(key: &ObjectKey) -> Option<&str> {
    match key {
        ObjectKey::Ident(name) | ObjectKey::Expression(Expression::Variable(name)) => Some(name.as_str()),
        ObjectKey::Expression(expr) => expr.as_str(),
    }
}

/// Puts an entry that `for` made; with `...` the values of one key are gathered in a list.
fn put(map: &mut Map, key: &str, value: Value, grouping: bool) {
    if !grouping {
        map.insert(key, value);
        return;
    }
    match map.get_mut(key).map(|v| &mut v.data) {
        Some(Data::Seq(items)) => std::sync::Arc::make_mut(items).push(value),
        _ => {
            map.insert(key, vec![value]);
        }
    }
}

fn index_value(index: u64) -> Value {
    i64::try_from(index).map_or(Data::Uint(index), Data::Int).into()
}
