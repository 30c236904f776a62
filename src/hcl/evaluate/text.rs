//! Templates: texts with `${…}` and `%{…}` in them.

use super::{Evaluator, to_bool, to_text};
use hcl_edit::Span as _;
use hcl_edit::template::{Directive, Element, ForDirective, IfDirective, Interpolation, Strip};

/// A text in the making; `~` marks eat the white space beside them, a line break included, but no further line.
#[derive(Default)]
struct Output {
    text: String,
    /// Whether the next literal loses the white space that it begins with.
    eat: bool,
}

impl Output {
    fn literal(&mut self, literal: &str) {
        let eaten = if std::mem::take(&mut self.eat) { line_end(literal).min(blank(literal)) } else { 0 };
        self.text.push_str(&literal[eaten..]);
    }

    fn before(&mut self, strip: Strip) {
        if matches!(strip, Strip::Start | Strip::Both) {
            let last = self.text.strip_suffix('\n').unwrap_or(&self.text);
            let line = last.rfind('\n').map_or(0, |at| at + 1);
            self.text.truncate(line + self.text[line..].trim_end().len());
        }
    }

    fn after(&mut self, strip: Strip) {
        self.eat = matches!(strip, Strip::End | Strip::Both);
    }
}

/// The length of the first line with its break.
fn line_end(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |at| at + 1)
}

/// The length of the white space at the beginning.
fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

impl Evaluator<'_> {
    /// The text of a template; `None` when a problem was found in it.
    pub(super) fn template<'e>(&mut self, elements: impl Iterator<Item = &'e Element>) -> Option<String> {
        let mut out = Output::default();
        self.elements(elements, &mut out).then_some(out.text)
    }

    /// Whether all of it is known.
    fn elements<'e>(&mut self, elements: impl Iterator<Item = &'e Element>, out: &mut Output) -> bool {
        let mut known = true;
        for element in elements {
            known &= match element {
                Element::Literal(literal) => {
                    out.literal(literal);
                    true
                }
                Element::Interpolation(part) => self.interpolation(part, out).is_some(),
                Element::Directive(directive) => match &**directive {
                    Directive::If(choice) => self.if_directive(choice, out).is_some(),
                    Directive::For(each) => self.for_directive(each, out).is_some(),
                },
            };
        }
        known
    }

    fn interpolation(&mut self, part: &Interpolation, out: &mut Output) -> Option<()> {
        out.before(part.strip);
        let value = self.value(&part.expr)?;
        let Some(text) = to_text(&value) else {
            let span = self.span(part.expr.span());
            self.problems.invalid(span, format!("a text cannot hold a {}", value.type_name()));
            return None;
        };
        out.text.push_str(&text);
        out.after(part.strip);
        Some(())
    }

    fn if_directive(&mut self, choice: &IfDirective, out: &mut Output) -> Option<()> {
        out.before(choice.if_expr.strip);
        let condition = self.value(&choice.if_expr.cond_expr)?;
        let Some(taken) = to_bool(&condition) else {
            let span = self.span(choice.if_expr.cond_expr.span());
            self.problems.invalid(span, format!("a condition must be a boolean, not {}", condition.type_name()));
            return None;
        };
        let (branch, strip) = match &choice.else_expr {
            _ if taken => (Some(&choice.if_expr.template), choice.if_expr.strip),
            Some(other) => (Some(&other.template), other.strip),
            None => (None, Strip::None),
        };
        let mut inner = Output { text: String::new(), eat: matches!(strip, Strip::End | Strip::Both) };
        let known = branch.is_none_or(|template| self.elements(template.iter(), &mut inner));
        let end = match &choice.else_expr {
            Some(other) if taken => other.strip,
            _ => choice.endif_expr.strip,
        };
        inner.before(end);
        out.text.push_str(&inner.text);
        out.after(choice.endif_expr.strip);
        known.then_some(())
    }

    fn for_directive(&mut self, each: &ForDirective, out: &mut Output) -> Option<()> {
        let intro = &each.for_expr;
        out.before(intro.strip);
        let span = self.span(intro.collection_expr.span());
        let collection = self.value(&intro.collection_expr)?;
        for (key, item) in self.rounds_of(&collection, span)? {
            let names = self.bind(intro.key_var.as_ref().map(|n| n.as_str()), intro.value_var.as_str(), key, item);
            let mut inner = Output { text: String::new(), eat: matches!(intro.strip, Strip::End | Strip::Both) };
            let known = self.elements(intro.template.iter(), &mut inner);
            self.leave(names);
            inner.before(each.endfor_expr.strip);
            out.text.push_str(&inner.text);
            known.then_some(())?;
        }
        out.after(each.endfor_expr.strip);
        Some(())
    }
}
