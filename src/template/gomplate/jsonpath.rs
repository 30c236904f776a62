//! `JSONPath` in the dialect of Kubernetes, without the braces: `.items[?(@.kind=="Pod")].name`.

use crate::template::error::CallError;
use crate::template::funcs::{cast, compare};
use crate::template::function::CallResult;
use crate::template::quote::unquote;
use crate::template::val::Val;
use crate::value::{Data, Value};
use std::iter::Peekable;
use std::str::Chars;

/// How deep values are searched, and how many results there may be.
const MAX_DEPTH: usize = 200;
const MAX_RESULTS: usize = 1_000_000;

/// What a path finds: the value itself if there is one, and a list of the values if there are more.
pub(super) fn find(path: &str, val: &Val) -> CallResult {
    let mut parser = Parser { rest: path.chars().peekable(), depth: 0 };
    let steps = parser.steps(false)?;
    let mut found = run(&steps, vec![val.clone()])?;
    if found.len() == 1 {
        return Ok(found.remove(0));
    }
    Ok(found.into_iter().filter(|val| !val.is_nil()).collect())
}

enum Step {
    Field(String),
    Wildcard,
    Recursive,
    Slice([Option<i64>; 3]),
    Union(Vec<Vec<Step>>),
    Filter(Vec<Step>, Option<(String, Vec<Step>)>),
    Literal(Val),
}

struct Parser<'p> {
    rest: Peekable<Chars<'p>>,
    depth: usize,
}

fn bad(problem: &str) -> CallError {
    CallError::new(format!("bad `JSONPath`: {problem}"))
}

impl Parser<'_> {
    fn skip_spaces(&mut self) {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(c) = self.rest.next_if(|c| wanted(*c)) {
            text.push(c);
        }
        text
    }

    /// Steps up to the end, or in a filter up to an operator or its end.
    fn steps(&mut self, in_filter: bool) -> CallResult<Vec<Step>> {
        let mut steps = Vec::new();
        loop {
            self.skip_spaces();
            match self.rest.peek() {
                None => return Ok(steps),
                Some('<' | '>' | '=' | '!' | ')') if in_filter => return Ok(steps),
                Some('@' | '$') => {
                    self.rest.next();
                }
                Some('.') => {
                    self.rest.next();
                    if self.rest.next_if_eq(&'.').is_some() {
                        steps.push(Step::Recursive);
                        if !matches!(self.rest.peek(), None | Some('[' | '.')) {
                            steps.push(self.field());
                        }
                    } else if !matches!(self.rest.peek(), Some('[')) {
                        steps.push(self.field());
                    }
                }
                Some('[') => {
                    self.rest.next();
                    steps.push(self.brackets()?);
                }
                Some('"' | '\'') => steps.push(Step::Literal(Val::str(self.quoted()?))),
                Some('0'..='9' | '-' | '+') => {
                    let text = self.take_while(|c| c.is_ascii_digit() || "+-.eE".contains(c));
                    steps.push(Step::Literal(number(&text)?));
                }
                Some(_) => {
                    let word = self.take_while(|c| c.is_alphanumeric() || c == '_');
                    match &*word {
                        "true" | "false" => steps.push(Step::Literal(Val::from(word == "true"))),
                        "" => return Err(bad("unexpected character")),
                        // the first field may do without its dot
                        _ if steps.is_empty() => steps.push(Step::Field(word)),
                        _ => return Err(bad(&format!("unexpected `{word}`"))),
                    }
                }
            }
        }
    }

    fn field(&mut self) -> Step {
        let mut name = String::new();
        while let Some(c) = self.rest.next_if(|c| !"[]() <>=!.,'\"".contains(*c) && !c.is_whitespace()) {
            name.push(if c == '\\' { self.rest.next().unwrap_or(c) } else { c });
        }
        if name == "*" { Step::Wildcard } else { Step::Field(name) }
    }

    fn quoted(&mut self) -> CallResult<String> {
        let Some(quote) = self.rest.next() else { return Err(bad("a text is missing")) };
        let mut text = String::new();
        loop {
            match self.rest.next() {
                None => return Err(bad("unterminated text")),
                Some(c) if c == quote => break,
                Some('\\') => match self.rest.next() {
                    Some('\'') => text.push('\''),
                    Some(c) => text.extend(['\\', c]),
                    None => return Err(bad("unterminated text")),
                },
                Some('"') => text.push_str("\\\""),
                Some(c) => text.push(c),
            }
        }
        unquote(&format!("\"{text}\"")).ok_or_else(|| bad("bad text"))
    }

    /// What stands between brackets, the first of which is taken.
    fn brackets(&mut self) -> CallResult<Step> {
        if self.rest.next_if_eq(&'?').is_some() {
            return self.filter();
        }
        let mut parts = Vec::new();
        loop {
            self.skip_spaces();
            let part = match self.rest.peek() {
                Some('\'' | '"') => Step::Field(self.quoted()?),
                Some('*') => {
                    self.rest.next();
                    Step::Wildcard
                }
                _ => slice(&self.take_while(|c| c.is_ascii_digit() || "-+: ".contains(c)))?,
            };
            parts.push(vec![part]);
            self.skip_spaces();
            match self.rest.next() {
                Some(',') => {}
                Some(']') => break,
                _ => return Err(bad("`]` is missing")),
            }
        }
        match parts.pop() {
            Some(mut part) if parts.is_empty() => part.pop().ok_or_else(|| bad("nothing stands between the brackets")),
            Some(part) => {
                parts.push(part);
                Ok(Step::Union(parts))
            }
            None => Err(bad("nothing stands between the brackets")),
        }
    }

    fn filter(&mut self) -> CallResult<Step> {
        self.depth += 1;
        if self.depth > 20 || self.rest.next() != Some('(') {
            return Err(bad("a filter is `[?(…)]`"));
        }
        let left = self.steps(true)?;
        let operator = self.take_while(|c| "<>=!".contains(c));
        let right = if operator.is_empty() { Vec::new() } else { self.steps(true)? };
        if self.rest.next() != Some(')') || self.rest.next() != Some(']') {
            return Err(bad("a filter is `[?(…)]`"));
        }
        self.depth -= 1;
        Ok(Step::Filter(left, (!operator.is_empty()).then_some((operator, right))))
    }
}

fn number(text: &str) -> CallResult<Val> {
    match (text.parse::<i64>(), text.parse::<f64>()) {
        (Ok(int), _) => Ok(Val::Value(int.into())),
        (_, Ok(float)) => Ok(Val::Value(Data::Float(float).into())),
        _ => Err(bad(&format!("`{text}` is no number"))),
    }
}

/// `1`, `1:3` or `0:4:2`; a single number is the slice of that element.
fn slice(text: &str) -> CallResult<Step> {
    let parts: Vec<_> = text.split(':').map(str::trim).collect();
    if parts.len() > 3 || text.trim().is_empty() {
        return Err(bad(&format!("bad index `{text}`")));
    }
    let mut bounds = [None; 3];
    for (bound, part) in bounds.iter_mut().zip(&parts) {
        if !part.is_empty() {
            *bound = Some(part.parse().map_err(|_| bad(&format!("bad index `{text}`")))?);
        }
    }
    if parts.len() == 1 {
        // the end after the last element is the end of the list
        bounds[1] = bounds[0].map(|index: i64| index + 1).filter(|end| *end != 0);
    }
    Ok(Step::Slice(bounds))
}

fn run(steps: &[Step], start: Vec<Val>) -> CallResult<Vec<Val>> {
    let mut vals = start;
    for step in steps {
        vals = apply(step, vals)?;
        if vals.len() > MAX_RESULTS {
            return Err("the `JSONPath` finds too much".into());
        }
    }
    Ok(vals)
}

fn children(val: &Val) -> Vec<Val> {
    match val {
        Val::Dict(dict) => dict.entries().into_iter().map(|(_, val)| val).collect(),
        Val::List(list) => list.items().to_vec(),
        _ => Vec::new(),
    }
}

fn apply(step: &Step, vals: Vec<Val>) -> CallResult<Vec<Val>> {
    let mut found = Vec::new();
    match step {
        Step::Field(name) => {
            if vals.is_empty() {
                return Ok(found);
            }
            found.extend(vals.iter().filter_map(|val| if let Val::Dict(dict) = val { dict.get(name) } else { None }));
            if found.is_empty() {
                return Err(CallError::new(format!("`{name}` is not found")));
            }
        }
        Step::Wildcard => found.extend(vals.iter().flat_map(children)),
        Step::Recursive => {
            for val in &vals {
                descend(val, 0, &mut found)?;
            }
        }
        Step::Slice(bounds) => {
            for val in vals.iter().filter(|val| !val.is_nil()) {
                found.append(&mut cut(val, bounds)?);
            }
        }
        Step::Union(parts) => {
            for part in parts {
                found.append(&mut run(part, vals.clone())?);
            }
        }
        Step::Filter(left, condition) => {
            for val in &vals {
                let Val::List(list) = val else {
                    return Err(CallError::new(format!("{} cannot be filtered", val.type_name())));
                };
                for item in list.items() {
                    if holds(item, left, condition.as_ref())? {
                        found.push(item.clone());
                    }
                }
            }
        }
        Step::Literal(literal) => found.extend(vals.iter().map(|_| literal.clone())),
    }
    Ok(found)
}

/// All values that have children, the outer ones first.
fn descend(val: &Val, depth: usize, found: &mut Vec<Val>) -> CallResult<()> {
    let children = children(val);
    if children.is_empty() {
        return Ok(());
    }
    if depth == MAX_DEPTH || found.len() > MAX_RESULTS {
        return Err("the value is too deep or too large for a `JSONPath`".into());
    }
    found.push(val.clone());
    children.iter().try_for_each(|child| descend(child, depth + 1, found))
}

fn cut(val: &Val, bounds: &[Option<i64>; 3]) -> CallResult<Vec<Val>> {
    let Val::List(list) = val else { return Err(CallError::new(format!("{} is no list", val.type_name()))) };
    let length = i64::try_from(list.len()).unwrap_or(i64::MAX);
    let from_end = |bound: i64| if bound < 0 { bound + length } else { bound };
    let (start, end) = (from_end(bounds[0].unwrap_or(0)), from_end(bounds[1].unwrap_or(length)));
    if start == end {
        return Ok(Vec::new());
    }
    if !(0..length).contains(&start) || !(start..=length).contains(&end) {
        return Err(CallError::new(format!("index out of bounds: {start} of {length}")));
    }
    let step =
        usize::try_from(bounds[2].unwrap_or(1)).ok().filter(|step| *step > 0).ok_or("the step must be positive")?;
    let range = usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0);
    Ok(list.items()[range].iter().step_by(step).cloned().collect())
}

fn holds(item: &Val, left: &[Step], condition: Option<&(String, Vec<Step>)>) -> CallResult<bool> {
    let lefts = run(left, vec![item.clone()]);
    let Some((operator, right)) = condition else { return Ok(lefts.is_ok_and(|lefts| !lefts.is_empty())) };
    let (lefts, rights) = (lefts?, run(right, vec![item.clone()])?);
    match (&*lefts, &*rights) {
        ([left], [right]) => test(left, operator, right),
        ([], _) | (_, []) => Ok(false),
        _ => Err("only one value can be compared".into()),
    }
}

fn test(left: &Val, operator: &str, right: &Val) -> CallResult<bool> {
    // numbers of the path are integers or floats as they are written, those of the data as they are stored
    let (left, right) = match (cast::integer(left), right.as_float(), left.as_float(), cast::integer(right)) {
        (Some(_), Some(_), ..) => (float(left), right.clone()),
        (_, _, Some(_), Some(_)) => (left.clone(), float(right)),
        _ => (left.clone(), right.clone()),
    };
    match operator {
        "==" => compare::equal(&left, &right),
        "!=" => compare::equal(&left, &right).map(|same| !same),
        "<" => compare::less(&left, &right),
        "<=" => Ok(compare::less(&left, &right)? || compare::equal(&left, &right)?),
        ">" => Ok(!compare::less(&left, &right)? && !compare::equal(&left, &right)?),
        ">=" => compare::less(&left, &right).map(|less| !less),
        operator => Err(bad(&format!("unknown operator `{operator}`"))),
    }
}

fn float(val: &Val) -> Val {
    Val::Value(Value::from(Data::Float(cast::float(val))))
}
