//! Where a component refers to others: in what it declares, in its values, in its Terraform code.

mod code;
mod declared;
mod interpolation;
mod values;

pub(super) use code::{StateQuery, kept_state};
use declared::declared;

use super::dependencies::Dependency;
use super::model::{FileDependency, Form, Reason};
use crate::engine::{Engine, Placed};
use crate::text::Span;
use crate::value::Value;
use std::sync::OnceLock;

/// What a reference points at, before anybody looks whether it is there.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// An entry of `dependencies` or `depends_on`, matched as Atmos matches it.
    Declared(Dependency),
    /// A component of a stack, or of the own one.
    Exact { component: String, stack: Option<String> },
    /// A bare name of the own stack, which may mean a component that only ends or begins so.
    Bare(String),
    /// Whoever keeps a state.
    State(StateQuery),
    /// Known only once something has run.
    Dynamic(String),
}

/// One reference of a component.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) target: Target,
    pub(super) reason: Reason,
}

/// All references of a component.
#[derive(Debug, Default)]
pub(super) struct References {
    pub(super) found: Vec<Reference>,
    pub(super) files: Vec<FileDependency>,
    /// Whether there may be more that only a run could tell.
    pub(super) opaque: bool,
}

/// The component that is read, with what rendering needs, worked out when it does.
pub(super) struct Reader<'a> {
    pub(super) engine: &'a Engine,
    pub(super) placed: &'a Placed,
    data: OnceLock<Value>,
}

impl<'a> Reader<'a> {
    /// Reads all references of a component.
    pub(super) fn read(engine: &'a Engine, placed: &'a Placed) -> References {
        let reader = Reader { engine, placed, data: OnceLock::new() };
        let mut references = declared(&reader);
        references.opaque = values::read(&reader, &mut references.found);
        code::read(&reader, &mut references.found);
        references
    }

    fn data(&self) -> &Value {
        self.data.get_or_init(|| self.engine.template_data(self.placed))
    }

    /// A text with its templates carried out; `None` where only a run could tell.
    fn rendered(&self, text: &str) -> Option<String> {
        if self.engine.is_template(text) {
            return self.engine.render_offline(text, self.data());
        }
        Some(text.to_owned())
    }

    /// Where a part of a value stands in its file: the place of the part itself where the text of the file has it.
    fn place_of(&self, span: Span, part: &str) -> Span {
        let Some(source) = self.engine.workspace().sources.get(span.source) else { return span };
        let text = source.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        match text.find(part) {
            Some(at) => {
                let start = span.start as usize + at;
                Span::new(span.source, start, start + part.len())
            }
            None => span,
        }
    }
}

fn reason(form: Form, span: Span, path: impl Into<String>, text: impl Into<String>) -> Reason {
    Reason { form, span, path: path.into(), text: text.into(), soft: false, ambiguous: false }
}
