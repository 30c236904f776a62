//! What the screen shows of a repository, in words.

use std::sync::Arc;

/// A stack with its components.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stack {
    pub(super) name: Arc<str>,
    /// Its manifests, below the stacks folder.
    pub(super) files: Vec<Arc<str>>,
    pub(super) components: Vec<Arc<str>>,
}

/// What is looked at: a stack, or a component in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) stack: Arc<str>,
    pub(super) component: Option<Arc<str>>,
}

/// A value and what made it, the winner last: the place, what it did there, the value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ValueLine {
    pub(super) key: String,
    pub(super) value: String,
    pub(super) chain: Vec<[String; 3]>,
}

impl ValueLine {
    /// Where the value comes from in the end.
    pub(super) fn origin(&self) -> &str {
        self.chain.last().map_or("", |[place, ..]| place)
    }
}

/// A component that another depends on, or that depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// Whether it is depended on.
    pub(super) is_needed: bool,
    pub(super) stack: Arc<str>,
    pub(super) component: Arc<str>,
    /// How it is written, and where.
    pub(super) reasons: Vec<String>,
}

/// A run of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RunLine {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) started: String,
    pub(super) state: String,
    /// Stack, component, and how its step ended.
    pub(super) steps: Vec<(String, String, String)>,
}

/// What the screen lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Request {
    Stacks,
    Values(Subject),
    /// The graph round a component, or that of a stack's components.
    Neighbours(Subject),
    Runs,
}

/// What was found out; an error as people are told of it.
#[derive(Clone, Debug)]
pub(super) enum Fact {
    Stacks(Found<Stack>),
    Values(Subject, Found<ValueLine>),
    Neighbours(Subject, Found<Neighbour>),
    Runs(Found<RunLine>),
}

/// Lines, or why there are none.
pub(super) type Found<T> = Result<Vec<T>, String>;
