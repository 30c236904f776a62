//! `gaia graph`.

mod tree;

use super::context::Context;
use super::named;
use crate::engine::{Engine, Options};
use crate::error::{Error, Result};
use crate::graph::draw::{self, Places, View};
use crate::graph::{Direction, Graph, NodeId};
use crate::text::did_you_mean;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Show what depends on what
#[derive(Args, Debug)]
#[command(
    after_long_help = "Arrows lead from what is needed to what needs it. Nothing is run: YAML functions are read, not \
called.

Examples:
  gaia graph -s plat-ue2-prod
  gaia graph -s plat-ue2-prod -c eks --direction dependents
  gaia graph --all --format html --file graph.html
  gaia graph -s plat-ue2-prod --format mermaid"
)]
pub(super) struct GraphArgs {
    /// The stack: its name or the beginning of it, or the path of its manifest [default: `ATMOS_STACK`, or that of
    /// `gaia context`]
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    /// Begin at this component; without a stack, in every stack that has it
    #[arg(short, long, value_name = "COMPONENT")]
    component: Option<String>,

    /// The whole repository
    #[arg(long, conflicts_with_all = ["stack", "component"])]
    all: bool,

    /// How many steps to follow
    #[arg(long, value_name = "N")]
    depth: Option<usize>,

    /// Which way to follow
    #[arg(long, value_enum, default_value = "deps")]
    direction: Way,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "tree", help_heading = "Output options")]
    format: GraphFormat,

    /// Draw arrows that follow from others too
    #[arg(long, help_heading = "Output options")]
    no_reduction: bool,

    /// Write it to a file
    #[arg(long, value_name = "FILE", help_heading = "Output options")]
    file: Option<PathBuf>,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    /// What they depend on
    Deps,
    /// What depends on them
    Dependents,
}

impl Way {
    fn direction(self) -> Direction {
        match self {
            Way::Deps => Direction::Incoming,
            Way::Dependents => Direction::Outgoing,
        }
    }
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum GraphFormat {
    /// Lines in the terminal
    Tree,
    /// A flowchart that GitHub and GitLab render; where it is too large for them, Markdown with one a stack
    Mermaid,
    /// For Graphviz
    Dot,
    /// Nodes, edges with their reasons, waves, cycles, unresolved references
    Json,
    /// A picture
    Svg,
    /// A page to look around in, which needs no network
    Html,
}

impl GraphArgs {
    pub(super) fn run(mut self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(Options::default())?;
        self.stack = match self.stack {
            None if !self.all && self.component.is_none() => Some(named::current_stack(context, &engine)?.to_string()),
            said => named::stack_or_pattern(context, &engine, said)?,
        };
        if let (Some(stack), Some(said)) = (&self.stack, &self.component) {
            self.component = Some(named::component(context, &engine, stack, said)?.to_string());
        }
        let (graph, roots) = self.select(&engine)?;
        let workspace = engine.workspace();
        let places = Places { sources: &workspace.sources, root: &workspace.root };
        let view = || View::new(&graph, draw::Options { reduce: !self.no_reduction });
        let text = match self.format {
            GraphFormat::Tree if self.file.is_none() => {
                return Ok(tree::tree(&graph, &roots, self.direction.direction(), &self.title()).print(context.ui)?);
            }
            GraphFormat::Tree => tree::tree(&graph, &roots, self.direction.direction(), &self.title()).to_plain(),
            GraphFormat::Mermaid => draw::mermaid(&view()),
            GraphFormat::Dot => draw::dot(&view()),
            GraphFormat::Json => draw::json(&graph, places)? + "\n",
            GraphFormat::Svg => draw::svg(&view()),
            GraphFormat::Html => draw::html(&view(), &self.title(), places)?,
        };
        context.say_to(&text, self.file.as_deref())
    }

    /// The part of the graph that is asked for, and the nodes where a tree begins.
    fn select(&self, engine: &Engine) -> Result<(Graph, Vec<NodeId>)> {
        let whole = match &self.stack {
            Some(stack) if self.direction == Way::Deps => Graph::of_stack(engine, stack)?,
            _ => Graph::of(engine)?,
        };
        let own = match &self.stack {
            Some(stack) => whole.in_stack(stack)?,
            None => whole.ids().collect(),
        };
        let start: Vec<NodeId> = match &self.component {
            Some(name) => {
                let named = |id: &NodeId| &*whole.node(*id).component == name.as_str();
                let start: Vec<NodeId> = own.iter().copied().filter(named).collect();
                if start.is_empty() {
                    return Err(unknown(&whole, &own, name, self.stack.as_deref()));
                }
                start
            }
            None => own,
        };
        let kept = whole.reachable(start.iter().copied(), self.direction.direction(), self.depth);
        let part = whole.filtered(|id| kept.contains(&id));
        // numbers keep their order
        let mut kept: Vec<NodeId> = kept.into_iter().collect();
        kept.sort_unstable();
        let renumbered = |id: &NodeId| kept.binary_search(id).ok().map(NodeId::new);
        let start: Vec<NodeId> = start.iter().filter_map(renumbered).collect();
        let roots =
            if self.component.is_some() { start } else { tree::roots(&part, &start, self.direction.direction()) };
        Ok((part, roots))
    }

    fn title(&self) -> String {
        let what = match self.direction {
            Way::Deps => "Dependencies",
            Way::Dependents => "Dependents",
        };
        match (&self.component, &self.stack) {
            (Some(component), Some(stack)) => format!("{what} of {component} in {stack}"),
            (Some(name), None) | (None, Some(name)) => format!("{what} of {name}"),
            (None, None) => what.to_owned(),
        }
    }
}

fn unknown(graph: &Graph, among: &[NodeId], name: &str, stack: Option<&str>) -> Error {
    let names = among.iter().map(|id| &*graph.node(*id).component);
    let place = stack.map_or("no stack".to_owned(), |stack| format!("the stack `{stack}`"));
    let verb = if stack.is_some() { "deploys no" } else { "deploys a" };
    Error::new(format!("{place} {verb} component `{name}`")).maybe_hint(did_you_mean(name, names))
}
