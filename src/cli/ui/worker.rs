//! Finds out what the screen lacks, beside it.

use super::facts::{Fact, Found, Neighbour, Request, RunLine, Stack, Subject, ValueLine};
use crate::engine::{Engine, Place};
use crate::error::Result;
use crate::graph::{Graph, NodeId};
use crate::output::{Places, why};
use crate::runner::{Run, Runs};
use crate::text::Span;
use crate::value::Value;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// How many runs are shown.
const RUNS: usize = 50;

/// Two threads: the graph of a large repository takes seconds, and values shall not wait for it.
pub(super) struct Worker {
    quick: Sender<Request>,
    slow: Sender<Request>,
    facts: Receiver<Fact>,
}

impl Worker {
    pub(super) fn start(engine: &Arc<Engine>) -> Worker {
        let (found, facts) = channel();
        let lane = || {
            let (ask, asked) = channel();
            let (engine, found) = (Arc::clone(engine), found.clone());
            thread::spawn(move || work(&engine, &asked, &found));
            ask
        };
        Worker { quick: lane(), slow: lane(), facts }
    }

    /// Asks for something.
    pub(super) fn ask(&self, request: Request) {
        let lane = if matches!(request, Request::Neighbours(_)) { &self.slow } else { &self.quick };
        // a thread that is gone answers nothing, and the screen says so by waiting
        let _ = lane.send(request);
    }

    /// What was found out since.
    pub(super) fn next(&self) -> Option<Fact> {
        self.facts.try_recv().ok()
    }
}

fn work(engine: &Engine, asked: &Receiver<Request>, found: &Sender<Fact>) {
    let mut known = Known { engine, places: None, graph: None };
    for request in asked {
        let fact = match request {
            Request::Stacks => Fact::Stacks(told(known.stacks())),
            Request::Values(subject) => {
                let values = told(known.values(&subject));
                Fact::Values(subject, values)
            }
            Request::Neighbours(subject) => {
                let neighbours = told(known.neighbours(&subject));
                Fact::Neighbours(subject, neighbours)
            }
            Request::Runs => Fact::Runs(Ok(runs(&Runs::of(&engine.workspace().root)))),
        };
        if found.send(fact).is_err() {
            return;
        }
    }
}

fn told<T>(found: Result<Vec<T>>) -> Found<T> {
    found.map_err(|error| error.message().to_owned())
}

/// What a thread keeps.
struct Known<'a> {
    engine: &'a Engine,
    places: Option<Vec<Place>>,
    graph: Option<Graph>,
}

impl Known<'_> {
    fn places(&mut self) -> Result<&[Place]> {
        if self.places.is_none() {
            self.places = Some(self.engine.places()?);
        }
        Ok(self.places.as_deref().unwrap_or_default())
    }

    fn stacks(&mut self) -> Result<Vec<Stack>> {
        let mut places: Vec<&Place> = self.places()?.iter().collect();
        places.sort_by(|a, b| a.stack.cmp(&b.stack));
        let stack = |places: &[&Place]| {
            let mut components: Vec<Arc<str>> = places.iter().flat_map(|place| place.components.clone()).collect();
            components.sort();
            components.dedup();
            let files = places.iter().map(|place| Arc::clone(&place.file)).collect();
            Stack { name: Arc::clone(&places[0].stack), files, components }
        };
        Ok(places.chunk_by(|a, b| a.stack == b.stack).map(stack).collect())
    }

    fn values(&mut self, subject: &Subject) -> Result<Vec<ValueLine>> {
        let engine = self.engine;
        let places = Places::new(&engine.workspace().sources);
        if let Some(component) = &subject.component {
            let found = engine.why(component, &subject.stack, None)?;
            let line = |found: &crate::engine::Why| ValueLine {
                key: found.path.to_string(),
                value: found.value.as_ref().map_or_else(|| "not set".to_owned(), why::short),
                chain: found.chain.iter().map(|link| why::row(link, &places)).collect(),
            };
            return Ok(found.iter().map(line).collect());
        }
        let mut lines = Vec::new();
        for place in self.places()?.iter().filter(|place| place.stack == subject.stack) {
            flatten("vars", &place.vars, &mut |key, value, span| {
                let value = why::short(value);
                let place = places.text(span).unwrap_or_default();
                lines.push(ValueLine { key, value: value.clone(), chain: vec![[place, "stack".to_owned(), value]] });
            });
        }
        Ok(lines)
    }

    fn neighbours(&mut self, subject: &Subject) -> Result<Vec<Neighbour>> {
        if self.graph.is_none() {
            self.graph = Some(Graph::of(self.engine)?);
        }
        let Some(graph) = &self.graph else { return Ok(Vec::new()) };
        let own: Vec<NodeId> = match &subject.component {
            Some(component) => graph.find(&subject.stack, component).into_iter().collect(),
            None => graph.ids().filter(|id| graph.node(*id).stack == subject.stack).collect(),
        };
        let places = Places::new(&self.engine.workspace().sources);
        let mut found: Vec<Neighbour> = Vec::new();
        let mut add = |is_needed: bool, id: NodeId, dependent: NodeId, dependency: NodeId| {
            // of a stack, what its components need of each other is told by them
            if own.contains(&id) {
                return;
            }
            let reasons = graph.edge(dependent, dependency).map(|edge| edge.reasons.as_slice()).unwrap_or_default();
            let reasons = reasons.iter().map(|reason| {
                let place = places.text(reason.span).map_or_else(String::new, |place| format!(" {place}"));
                format!("{}{place}", reason.form.name())
            });
            let node = graph.node(id);
            let (stack, component) = (Arc::clone(&node.stack), Arc::clone(&node.component));
            found.push(Neighbour { is_needed, stack, component, reasons: reasons.collect() });
        };
        for id in &own {
            graph.dependencies(*id).into_iter().for_each(|other| add(true, other, *id, other));
            graph.dependents(*id).into_iter().for_each(|other| add(false, other, other, *id));
        }
        found.sort_by(|a, b| (!a.is_needed, &a.stack, &a.component).cmp(&(!b.is_needed, &b.stack, &b.component)));
        found.dedup_by(|a, b| (a.is_needed, &a.stack, &a.component) == (b.is_needed, &b.stack, &b.component));
        Ok(found)
    }
}

/// The values below a map, with their keys; lists are one value.
fn flatten(key: &str, value: &Value, add: &mut impl FnMut(String, &Value, Span)) {
    match value.as_map() {
        Some(map) if !map.is_empty() => {
            map.sorted().into_iter().for_each(|(name, value)| flatten(&format!("{key}.{}", name.name), value, add));
        }
        _ => add(key.to_owned(), value, value.span),
    }
}

/// The last runs. What cannot be read is left out.
fn runs(runs: &Runs) -> Vec<RunLine> {
    let line = |run: &Run| {
        let label = |step: &crate::runner::StepRecord, name: &str| step.labels.get(name).cloned().unwrap_or_default();
        let step = |step: &crate::runner::StepRecord| {
            let status = run.status(&step.name).map_or("not done", crate::runner::Status::words);
            (label(step, "stack"), label(step, "component"), status.to_owned())
        };
        RunLine {
            id: run.record.id.clone(),
            kind: run.record.kind.clone(),
            started: run.record.started.get(..16).unwrap_or(&run.record.started).replace('T', " "),
            state: run.state().words().to_owned(),
            steps: run.record.steps.iter().map(step).collect(),
        }
    };
    runs.ids().into_iter().take(RUNS).filter_map(|id| runs.open(&id).ok()).map(|run| line(&run)).collect()
}
