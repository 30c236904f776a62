//! `gaia order`.

use super::context::Context;
use super::named::OneStack;
use crate::engine::Options;
use crate::error::Error;
use crate::graph::draw::Places;
use crate::graph::{Graph, NodeId};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::fmt::Write;

/// Show in which order the components of a stack can be applied
///
/// A wave holds what can run at the same time: everything that its components depend on is in earlier waves. Disabled
/// components are left out.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia order -s plat-ue2-prod
  gaia order -s plat-ue2-prod --reverse --format json")]
pub(super) struct Order {
    #[command(flatten)]
    stack: OneStack,

    /// The order to destroy in: what depends on others first
    #[arg(long)]
    reverse: bool,

    /// Leave out dependencies with a default value where they close a cycle
    #[arg(long)]
    break_soft: bool,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "text", help_heading = "Output options")]
    format: OrderFormat,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum OrderFormat {
    /// A line a wave
    Text,
    /// `{"stack": …, "waves": [[component, …], …]}`
    Json,
}

#[derive(Serialize)]
struct Waves<'a> {
    stack: &'a str,
    waves: Vec<Vec<&'a str>>,
}

impl Order {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let engine = context.engine(Options::default())?;
        let stack = self.stack.find(context, &engine)?;
        let whole = Graph::of_stack(&engine, &stack)?;
        let enabled = whole.filtered(|id| whole.node(id).enabled);
        let graph = if self.break_soft { enabled.without_soft_cycles() } else { enabled };
        let Some(waves) = graph.waves() else {
            let workspace = engine.workspace();
            return Err(circles(&graph, Places { sources: &workspace.sources, root: &workspace.root }).into());
        };
        let own = graph.in_stack(&stack)?;
        let name = graph.node(own[0]).stack.to_string();
        // what other stacks must do in between takes no wave of its own here
        let component = |id: &NodeId| {
            let node = graph.node(*id);
            (*node.stack == *name).then_some(&*node.component)
        };
        let mut waves: Vec<Vec<&str>> = waves.iter().map(|wave| wave.iter().filter_map(component).collect()).collect();
        waves.retain(|wave| !wave.is_empty());
        if self.reverse {
            waves.reverse();
        }
        match self.format {
            OrderFormat::Json => {
                let text = serde_json::to_string_pretty(&Waves { stack: &name, waves })?;
                context.say(&(text + "\n"))
            }
            OrderFormat::Text => {
                let mut text = String::new();
                for (n, wave) in waves.iter().enumerate() {
                    writeln!(text, "{}\t{}", n + 1, wave.join(" "))?;
                }
                context.say(&text)
            }
        }
    }
}

/// The error of a graph that goes round in circles: every circle with the lines that make it, and where it is best cut.
pub(super) fn circles(graph: &Graph, places: Places<'_>) -> Error {
    let cycles = graph.cycles();
    let one_stack = cycles.iter().flatten().all(|id| graph.node(*id).stack == graph.node(cycles[0][0]).stack);
    let name = |id: NodeId| match graph.node(id) {
        node if one_stack => format!("`{}`", node.component),
        node => format!("`{}` of `{}`", node.component, node.stack),
    };
    let chain = |cycle: &[NodeId]| {
        let round = cycle.iter().chain(cycle.first());
        round.map(|id| name(*id)).collect::<Vec<_>>().join(" → ")
    };
    let Some(first) = cycles.first() else { return Error::new("dependencies go round in circles") };
    let mut error = Error::new(match cycles.len() {
        1 => format!("dependencies go round in a circle: {}", chain(first)),
        n => format!("dependencies go round in {n} circles"),
    })
    .with_all_notes();
    if let Some((_, _, edge)) = graph.edges_of(first).first() {
        error = error.at(edge.reasons[0].span);
    }
    for cycle in &cycles {
        if cycles.len() > 1 {
            error = error.note(format!("circle: {}", chain(cycle)));
        }
        for (dependent, dependency, edge) in graph.edges_of(cycle) {
            for reason in &edge.reasons {
                let place = places.of(reason.span).map_or_else(String::new, |p| format!(" at {p}"));
                let (a, b) = (name(dependent), name(dependency));
                let soft = if reason.soft { ", has a default" } else { "" };
                error = error.note(format!("{a} needs {b}{place} ({}: {}{soft})", reason.form.name(), reason.text));
            }
        }
    }
    for cycle in &cycles {
        if let Some((dependent, dependency, edge)) = graph.weakest_of(cycle) {
            let how = if edge.is_soft() { ", which has a default: `--break-soft` ignores it" } else { "" };
            error = error.hint(format!("least is lost where {} needs {}{how}", name(dependent), name(dependency)));
        }
    }
    error
}
