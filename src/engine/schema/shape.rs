//! The vocabulary in which the tables of the manifest schema are written.

use crate::value::Map;

/// What a place in a manifest may hold.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) form: Form,
    /// Whether the text of an `!include` may stand in its place.
    pub(super) include: bool,
}

/// The kind of node, and what is inside.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// A text (a timestamp is one too: Atmos prints it before it checks).
    Text,
    /// A text that is not an `!include`.
    PlainText,
    /// A text that Atmos takes as it is here, and makes sense of later.
    Meant(Meaning),
    /// True or false.
    Flag,
    /// A number without a fraction, from `least` on.
    Integer { least: Option<i64> },
    /// A number in a range.
    Number(Range),
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A list of one shape.
    List(List),
    /// A map.
    Fields(Fields),
    /// One of several forms, no two of the same kind of node.
    Either(&'static [&'static Shape]),
}

/// What a text means to whoever reads it after the check.
#[derive(Clone, Copy)]
pub(super) enum Meaning {
    /// One of these words; others may come with Atmos's next version.
    Words(&'static [&'static str]),
    /// A duration of Go's: `1m30s`.
    Duration,
    /// The name of something: an empty one names nothing.
    Name,
    /// Version constraints: `>= 1.5, < 2.0`.
    Versions,
}

/// The numbers that are allowed.
#[derive(Clone, Copy)]
pub(super) enum Range {
    All,
    From(f64),
    Above(f64),
    Between(f64, f64),
}

/// A list and what it asks of its items.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) of: &'static Shape,
    pub(super) not_empty: bool,
    pub(super) distinct: bool,
}

/// A key with the shape of its value.
pub(super) type Field = (&'static str, &'static Shape);

/// A map: its known keys, what other keys may be, and what it asks beyond.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) known: &'static [Field],
    pub(super) others: Others,
    pub(super) needs: &'static [&'static str],
    pub(super) rule: Option<Rule>,
    /// Keys that people write here although they belong elsewhere, with the way there.
    pub(super) misplaced: &'static [(&'static str, &'static str)],
}

/// What a map does with keys that it does not know.
#[derive(Clone, Copy)]
pub(super) enum Others {
    Refused,
    Any,
    Of(&'static Shape),
    Named(Names, &'static Shape),
}

/// The alphabet of the names that an author may give.
#[derive(Clone, Copy)]
pub(super) enum Names {
    /// Components, workflows, validations: letters, digits, space and `/ - _ { } .`.
    Component,
    /// Identities and secret providers: letters, digits and `/ _ -`.
    Identity,
    /// Terraform providers: letters, digits, `-` and `_`.
    Provider,
    /// Any name that is not empty.
    NotEmpty,
}

/// A rule over several keys of a map.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    /// Exactly one of these keys is there.
    OneOf(&'static [&'static str]),
    /// A test of its own, with what it asks in words.
    Asks(fn(&Map) -> bool, &'static str),
}

impl Form {
    const fn shape(self) -> Shape {
        Shape { form: self, include: false }
    }
}

/// A map of the known keys alone.
pub(super) const fn map(known: &'static [Field]) -> Shape {
    fields(known, Others::Refused)
}

/// A map of known keys that takes any other key too.
pub(super) const fn open(known: &'static [Field]) -> Shape {
    fields(known, Others::Any)
}

/// A map of any keys to one shape.
pub(super) const fn map_of(shape: &'static Shape) -> Shape {
    fields(&[], Others::Of(shape))
}

/// A map of names that the author gives to one shape.
pub(super) const fn named(names: Names, shape: &'static Shape) -> Shape {
    fields(&[], Others::Named(names, shape))
}

/// A map of known keys and of names that the author gives.
pub(super) const fn fields(known: &'static [Field], others: Others) -> Shape {
    Form::Fields(Fields { known, others, needs: &[], rule: None, misplaced: &[] }).shape()
}

/// A list of one shape.
pub(super) const fn list(of: &'static Shape) -> Shape {
    Form::List(List { of, not_empty: false, distinct: false }).shape()
}

/// One of a few words.
pub(super) const fn word(words: &'static [&'static str]) -> Shape {
    Form::Word(words).shape()
}

/// A text that is most likely one of a few words.
pub(super) const fn usually(words: &'static [&'static str]) -> Shape {
    Form::Meant(Meaning::Words(words)).shape()
}

/// One of several shapes, no two of the same kind of node.
pub(super) const fn either(shapes: &'static [&'static Shape]) -> Shape {
    Form::Either(shapes).shape()
}

/// A number in a range.
pub(super) const fn number(range: Range) -> Shape {
    Form::Number(range).shape()
}

/// A whole number from `least` on.
pub(super) const fn from(least: i64) -> Shape {
    Form::Integer { least: Some(least) }.shape()
}

impl Shape {
    /// Lets the text of an `!include` stand in its place.
    pub(super) const fn or_include(mut self) -> Shape {
        self.include = true;
        self
    }

    /// Asks for keys.
    pub(super) const fn needs(mut self, keys: &'static [&'static str]) -> Shape {
        if let Form::Fields(f) = &mut self.form {
            f.needs = keys;
        }
        self
    }

    /// Adds a rule over several keys.
    pub(super) const fn rule(mut self, rule: Rule) -> Shape {
        if let Form::Fields(f) = &mut self.form {
            f.rule = Some(rule);
        }
        self
    }

    /// Tells where keys belong that people write here.
    pub(super) const fn misplaced(mut self, keys: &'static [(&'static str, &'static str)]) -> Shape {
        if let Form::Fields(f) = &mut self.form {
            f.misplaced = keys;
        }
        self
    }

    /// Asks for at least one item.
    pub(super) const fn not_empty(mut self) -> Shape {
        if let Form::List(l) = &mut self.form {
            l.not_empty = true;
        }
        self
    }

    /// Asks that no item stand twice.
    pub(super) const fn distinct(mut self) -> Shape {
        if let Form::List(l) = &mut self.form {
            l.distinct = true;
        }
        self
    }
}

pub(super) static TEXT: Shape = Form::Text.shape();
pub(super) static NAME: Shape = Form::Meant(Meaning::Name).shape();
pub(super) static DURATION: Shape = Form::Meant(Meaning::Duration).shape();
pub(super) static VERSIONS: Shape = Form::Meant(Meaning::Versions).shape();
pub(super) static PLAIN_TEXT: Shape = Form::PlainText.shape();
pub(super) static FLAG: Shape = Form::Flag.shape();
pub(super) static INTEGER: Shape = Form::Integer { least: None }.shape();
pub(super) static COUNT: Shape = from(0);
pub(super) static AT_LEAST_ONE: Shape = from(1);
pub(super) static NUMBER: Shape = number(Range::All);
pub(super) static FRACTION: Shape = number(Range::Between(0.0, 1.0));
pub(super) static TEXTS: Shape = list(&TEXT);
pub(super) static TEXTS_OR_INCLUDE: Shape = list(&TEXT).or_include();
pub(super) static DISTINCT_TEXTS: Shape = list(&TEXT).distinct();
pub(super) static TEXT_OR_TEXTS: Shape = either(&[&TEXT, &TEXTS]);
pub(super) static TEXT_MAP: Shape = map_of(&TEXT);
pub(super) static FREE: Shape = open(&[]);
pub(super) static FREE_OR_INCLUDE: Shape = open(&[]).or_include();
pub(super) static FREE_MAPS: Shape = list(&FREE);
