//! The graph itself, from 1,000 to 100,000 components: the time a component takes should stay the same.
//!
//!     cargo bench --bench graph -- [--components N]…

use gaia::graph::draw::{self, Options, View};
use gaia::graph::{Direction, Form, Graph, Node, NodeId, Reason};
use gaia::text::Span;
use std::env;
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

/// Components of a stack.
const STACK: usize = 20;

/// Stacks like those of the other benchmark, all of whose components need one that everybody shares; every tenth stack goes
/// round in a circle where `circular` is set.
fn graph(components: usize, circular: bool) -> Graph {
    let stack = |n: usize| format!("stack-{:05}", n / STACK);
    let mut graph = Graph::new((0..components).map(|n| Node::new(stack(n), format!("c{:02}", n % STACK))).collect());
    let span = Span::NONE;
    let mut connect = |dependent: usize, dependency: usize| {
        let (path, text) = ("vars.id".to_owned(), "!terraform.state".to_owned());
        let reason = Reason { form: Form::TerraformState, span, path, text, soft: false, ambiguous: false };
        graph.connect(NodeId::new(dependent), NodeId::new(dependency), reason);
    };
    for n in 1..components {
        let (first, k) = (n - n % STACK, n % STACK);
        for dependency in [first + k / 2, (first + k).saturating_sub(1), 0] {
            if dependency != n && (dependency >= first || dependency == 0) {
                connect(n, dependency);
            }
        }
        if circular && k == STACK - 1 && (n / STACK).is_multiple_of(10) {
            connect(first + 1, n);
        }
    }
    graph
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut sizes: Vec<u32> = Vec::new();
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--components" => sizes.push(arguments.next().ok_or("`--components` needs a value")?.parse()?),
            // what `cargo bench` and `cargo test --benches` add by themselves
            "--bench" | "--test" => {}
            other => return Err(format!("unknown argument `{other}`").into()),
        }
    }
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000, 100_000];
    }
    println!("| components | what | time | a component |\n|---|---|---|---|");
    for size in sizes {
        let row = |what: &str, start: Instant| {
            let time = start.elapsed().as_secs_f64();
            println!("| {size} | {what} | {:.1} ms | {:.2} µs |", time * 1e3, time * 1e6 / f64::from(size));
        };
        let components = usize::try_from(size)?;
        let start = Instant::now();
        let whole = graph(components, false);
        row("made", start);
        let start = Instant::now();
        black_box(whole.waves().ok_or("a circle")?);
        row("waves", start);
        let start = Instant::now();
        black_box(whole.reachable([NodeId::new(0)], Direction::Outgoing, None));
        row("what the shared one affects", start);
        let start = Instant::now();
        black_box(whole.reduced());
        row("reduced", start);
        let circular = graph(components, true);
        let start = Instant::now();
        black_box(circular.cycles());
        row("circles", start);
        let start = Instant::now();
        black_box(draw::mermaid(&View::new(&whole, Options::default())));
        row("mermaid", start);
        let start = Instant::now();
        black_box(draw::svg(&View::new(&whole, Options::default())));
        row("svg", start);
    }
    Ok(())
}
