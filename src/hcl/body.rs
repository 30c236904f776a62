//! One file of Terraform code, in the native syntax or as JSON, seen as blocks and attributes.

use super::evaluate::{Evaluator, as_float, from_float, key_name, to_bool, to_text};
use super::problem::Problems;
use crate::text::{Source, Span};
use crate::value::{Data, Key, Map, Value};
use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, ObjectKey, TraversalOperator};
use hcl_edit::structure::{self, BlockLabel};
use hcl_edit::visit::{Visit, visit_expr};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;

/// The inside of a file or a block.
#[derive(Clone)]
pub(super) enum Body<'a> {
    Native(&'a structure::Body),
    Json(Vec<&'a ast::ObjectProp<'a>>),
}

/// A block with its labels.
pub(super) struct Block<'a> {
    pub(super) kind: &'a str,
    pub(super) labels: Vec<&'a str>,
    /// The header in the native syntax; the opening brace in JSON, whose line Terraform takes for the block's.
    pub(super) span: Span,
    pub(super) body: Body<'a>,
}

/// An expression that is not looked at yet.
#[derive(Clone, Copy)]
pub(super) enum Expr<'a> {
    Native(&'a Expression),
    Json(&'a ast::Value<'a>),
}

impl<'a> Body<'a> {
    /// The blocks of these kinds in the order of the text; each kind comes with the number of its labels.
    pub(super) fn blocks(&self, kinds: &[(&str, usize)], source: &Source, problems: &mut Problems) -> Vec<Block<'a>> {
        let wanted = |kind: &str| kinds.iter().find(|(known, _)| *known == kind).map(|(_, labels)| *labels);
        let mut blocks = Vec::new();
        match self {
            Body::Native(body) => {
                for block in body.blocks() {
                    let Some(labels) = wanted(block.ident.as_str()) else { continue };
                    let start = block.span().map_or(0, |s| s.start);
                    let end =
                        block.labels.last().and_then(BlockLabel::span).or(block.ident.span()).map_or(start, |s| s.end);
                    let span = Span::new(source.id, start, end);
                    if block.labels.len() == labels {
                        blocks.push(Block {
                            kind: block.ident.as_str(),
                            labels: block.labels.iter().map(BlockLabel::as_str).collect(),
                            span,
                            body: Body::Native(&block.body),
                        });
                    } else {
                        let kind = block.ident.as_str();
                        problems
                            .invalid(span, format!("a `{kind}` block has {labels} labels, not {}", block.labels.len()));
                    }
                }
            }
            Body::Json(props) => {
                for prop in props {
                    if let Some(labels) = wanted(prop.name.as_str()) {
                        let mut unpack = Unpack { kind: prop.name.as_str(), source, problems, blocks: &mut blocks };
                        unpack.labelled(&prop.value, labels, &mut Vec::new());
                    }
                }
            }
        }
        blocks
    }

    /// The expression of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<Expr<'a>> {
        match self {
            Body::Native(body) => body.get_attribute(name).map(|a| Expr::Native(&a.value)),
            Body::Json(props) => props.iter().find(|p| p.name.as_str() == name).map(|p| Expr::Json(&p.value)),
        }
    }

    /// Every attribute with its name, in the order of the text.
    pub(super) fn attributes(&self) -> Vec<(&'a str, Expr<'a>)> {
        match self {
            Body::Native(body) => body.attributes().map(|a| (a.key.as_str(), Expr::Native(&a.value))).collect(),
            Body::Json(props) => props.iter().map(|p| (p.name.as_str(), Expr::Json(&p.value))).collect(),
        }
    }
}

/// Finds blocks in JSON: objects of labels inside each other, lists of them anywhere.
struct Unpack<'p, 'a> {
    kind: &'a str,
    source: &'p Source,
    problems: &'p mut Problems,
    blocks: &'p mut Vec<Block<'a>>,
}

impl<'a> Unpack<'_, 'a> {
    fn labelled(&mut self, value: &'a ast::Value<'a>, left: usize, labels: &mut Vec<&'a str>) {
        let span = json_span(value, self.source);
        if left == 0 {
            return self.bodies(value, span, labels);
        }
        let props = properties(value, self.source, self.problems);
        if props.is_empty() {
            self.problems.invalid(span, format!("a `{}` block needs a label: a key that names it", self.kind));
        }
        for prop in props {
            labels.push(prop.name.as_str());
            self.labelled(&prop.value, left - 1, labels);
            labels.pop();
        }
    }

    fn bodies(&mut self, value: &'a ast::Value<'a>, span: Span, labels: &[&'a str]) {
        match value {
            ast::Value::NullKeyword(_) => {}
            ast::Value::Object(_) => self.block(value, span, labels),
            ast::Value::Array(items) => items.elements.iter().for_each(|item| self.block(item, span, labels)),
            _ => self.problems.invalid(span, format!("a `{}` block is written as an object", self.kind)),
        }
    }

    fn block(&mut self, value: &'a ast::Value<'a>, span: Span, labels: &[&'a str]) {
        let body = Body::Json(properties(value, self.source, self.problems));
        self.blocks.push(Block { kind: self.kind, labels: labels.to_vec(), span, body });
    }
}

/// The properties of an object, or of a list of objects.
pub(super) fn properties<'a>(
    value: &'a ast::Value<'a>,
    source: &Source,
    problems: &mut Problems,
) -> Vec<&'a ast::ObjectProp<'a>> {
    let objects = match value {
        ast::Value::NullKeyword(_) => &[],
        ast::Value::Array(items) => items.elements.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut all = Vec::new();
    for object in objects {
        if let ast::Value::Object(object) = object {
            all.extend(&object.properties);
        } else {
            problems.invalid(json_span(object, source), "an object is needed here");
        }
    }
    all
}

fn json_span(value: &ast::Value<'_>, source: &Source) -> Span {
    let range = value.range();
    Span::new(source.id, range.start, range.end)
}

impl<'a> Expr<'a> {
    pub(super) fn span(self, source: &Source) -> Span {
        match self {
            Expr::Native(expr) => expr.span().map_or(Span::NONE, |r| Span::new(source.id, r.start, r.end)),
            Expr::Json(value) => json_span(value, source),
        }
    }

    /// The text as it was written.
    pub(super) fn source_text(self, source: &Source) -> String {
        let span = self.span(source);
        source.text.get(span.start as usize..span.end as usize).unwrap_or_default().to_owned()
    }

    /// The constant value. In JSON a string is what it is, `${` or not: nothing is evaluated in it.
    pub(super) fn value(self, source: &Source, problems: &mut Problems) -> Option<Value> {
        match self {
            Expr::Native(expr) => Evaluator::new(source.id, problems).value(expr),
            Expr::Json(value) => Some(json_value(value, source)),
        }
    }

    /// The value as a text, numbers and booleans written out.
    pub(super) fn text(self, source: &Source, problems: &mut Problems) -> Option<String> {
        let value = self.value(source, problems)?;
        let text = to_text(&value);
        if text.is_none() {
            problems.invalid(self.span(source), format!("a string is needed here, not {}", value.type_name()));
        }
        text
    }

    /// The value as a boolean.
    pub(super) fn flag(self, source: &Source, problems: &mut Problems) -> Option<bool> {
        let value = self.value(source, problems)?;
        let flag = to_bool(&value);
        if flag.is_none() {
            problems.invalid(self.span(source), format!("a boolean is needed here, not {}", value.type_name()));
        }
        flag
    }

    /// Whether it refers to variables, also in the arguments of functions.
    pub(super) fn has_variables(self) -> bool {
        let mut search = Variables::default();
        match self {
            Expr::Native(expr) => search.visit_expr(expr),
            Expr::Json(ast::Value::StringLit(text)) => {
                if let Ok(template) = hcl_edit::parser::parse_template(&text.value) {
                    template.iter().for_each(|element| search.visit_element(element));
                }
            }
            Expr::Json(_) => {}
        }
        search.found
    }

    /// The names of a reference such as `aws.west`, written bare or, as of old and in JSON, in quotes.
    pub(super) fn reference(self) -> Option<Vec<String>> {
        match self {
            Expr::Native(Expression::String(text)) => parse_reference(text.as_str()),
            Expr::Native(expr) => native_reference(expr),
            Expr::Json(ast::Value::StringLit(text)) => parse_reference(&text.value),
            Expr::Json(_) => None,
        }
    }

    /// The items, if it is written as a list.
    pub(super) fn items(self) -> Option<Vec<Expr<'a>>> {
        match self {
            Expr::Native(Expression::Array(items)) => Some(items.iter().map(Expr::Native).collect()),
            Expr::Json(ast::Value::Array(items)) => Some(items.elements.iter().map(Expr::Json).collect()),
            _ => None,
        }
    }

    /// The entries, if it is written as an object; a key that is no plain name or text is left out.
    pub(super) fn entries(self) -> Option<Vec<(&'a str, Expr<'a>)>> {
        match self {
            Expr::Native(Expression::Object(object)) => {
                let entry = |(key, value): (&'a ObjectKey, &'a hcl_edit::expr::ObjectValue)| {
                    Some((key_name(key)?, Expr::Native(value.expr())))
                };
                Some(object.iter().filter_map(entry).collect())
            }
            Expr::Json(ast::Value::Object(object)) => {
                Some(object.properties.iter().map(|p| (p.name.as_str(), Expr::Json(&p.value))).collect())
            }
            _ => None,
        }
    }
}

fn parse_reference(text: &str) -> Option<Vec<String>> {
    native_reference(&hcl_edit::parser::parse_expr(text).ok()?)
}

fn native_reference(expr: &Expression) -> Option<Vec<String>> {
    match expr {
        Expression::Variable(name) => Some(vec![name.as_str().to_owned()]),
        Expression::Traversal(traversal) => {
            let Expression::Variable(root) = &traversal.expr else { return None };
            let mut names = vec![root.as_str().to_owned()];
            for operator in &traversal.operators {
                match operator.value() {
                    TraversalOperator::GetAttr(name) => names.push(name.as_str().to_owned()),
                    TraversalOperator::Index(Expression::String(_) | Expression::Number(_))
                    | TraversalOperator::LegacyIndex(_) => names.push(String::new()),
                    _ => return None,
                }
            }
            Some(names)
        }
        _ => None,
    }
}

/// Looks for variables that no `for` of the expression itself names.
#[derive(Default)]
struct Variables {
    scope: Vec<String>,
    found: bool,
}

impl Visit for Variables {
    fn visit_expr(&mut self, expr: &Expression) {
        match expr {
            Expression::Variable(name) => self.found |= !self.scope.iter().any(|known| known == name.as_str()),
            Expression::ForExpr(each) => {
                self.visit_expr(&each.intro.collection_expr);
                let before = self.scope.len();
                self.scope.extend(each.intro.key_var.iter().map(|name| name.as_str().to_owned()));
                self.scope.push(each.intro.value_var.as_str().to_owned());
                each.key_expr.iter().for_each(|key| self.visit_expr(key));
                self.visit_expr(&each.value_expr);
                each.cond.iter().for_each(|cond| self.visit_expr(&cond.expr));
                self.scope.truncate(before);
            }
            _ => visit_expr(self, expr),
        }
    }

    fn visit_object_key(&mut self, key: &ObjectKey) {
        // a bare name is the key itself
        if !matches!(key, ObjectKey::Ident(_) | ObjectKey::Expression(Expression::Variable(_))) {
            hcl_edit::visit::visit_object_key(self, key);
        }
    }
}

fn json_value(value: &ast::Value<'_>, source: &Source) -> Value {
    let data = match value {
        ast::Value::NullKeyword(_) => Data::Null,
        ast::Value::BooleanLit(b) => Data::Bool(b.value),
        ast::Value::NumberLit(n) => match n.value.parse::<i64>() {
            Ok(i) => Data::Int(i),
            Err(_) => from_float(n.value.parse().unwrap_or_default()),
        },
        ast::Value::StringLit(s) => Data::Str(s.value.as_ref().into()),
        ast::Value::Array(items) => {
            Data::Seq(items.elements.iter().map(|item| json_value(item, source)).collect::<Vec<_>>().into())
        }
        ast::Value::Object(object) => {
            let entry = |p: &ast::ObjectProp<'_>| {
                let range = p.name.range();
                let key = Key { name: p.name.as_str().into(), span: Span::new(source.id, range.start, range.end) };
                (key, json_value(&p.value, source))
            };
            Data::Map(object.properties.iter().map(entry).collect::<Map>().into())
        }
    };
    Value::new(data, json_span(value, source))
}

/// A number as Go's JSON reads it: a float, whole or not.
pub(super) fn as_json_number(data: &Data) -> Data {
    match data {
        Data::Int(i) => from_float(as_float(*i)),
        data => data.clone(),
    }
}
