//! A graph as the pipeline of an engine that runs on many machines: what gaia would do one after the other becomes jobs that
//! wait for each other.
//!
//! Each component is planned once all that it needs is applied, somebody approves, and the plan that was approved is
//! applied. The plan is handed on as an artifact, and a state is never worked on twice at a time.

mod argo;
mod atlantis;
mod github;
mod gitlab;
mod jenkins;
mod text;

use crate::error::{Error, Result};
use crate::graph::{Graph, Node, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};

/// An engine that runs pipelines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// GitHub Actions: a workflow
    GithubActions,
    /// GitLab CI: a pipeline, whole or included
    GitlabCi,
    /// Jenkins: a scripted Jenkinsfile
    Jenkins,
    /// Argo Workflows: a Workflow
    ArgoWorkflows,
    /// Atlantis: the configuration of a repository
    Atlantis,
}

/// How a pipeline is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What it is called.
    pub name: String,
    /// The container image with gaia, Atmos and Terraform, where jobs run in one.
    pub image: Option<String>,
    /// The manifests that make each component, by stack and component, as paths from the root of the repository: what
    /// Atlantis watches beside code.
    pub manifests: FxHashMap<(String, String), Vec<String>>,
}

/// A component's part of a pipeline.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Job {
    /// A name that every engine takes: letters, digits and dashes, unique.
    id: String,
    component: String,
    stack: String,
    /// The directory of the code.
    path: String,
    /// The files that it is made of beside its code, and all below the folders, from the root of the repository.
    watched: Vec<String>,
    /// What no two jobs may work on at a time.
    state: String,
    /// The jobs, by their numbers, that come before it.
    needs: Vec<usize>,
    /// The wave of the graph, from 0.
    wave: usize,
}

impl Job {
    fn plan(&self) -> String {
        format!("gaia plan {} -s {}", text::shell(&self.component), text::shell(&self.stack))
    }
}

/// Applies what the job before has planned: no other run is there.
const APPLY: &str = "gaia apply --from-plan latest --auto-approve";

/// Where runs keep their plans.
const RUNS: &str = ".gaia/runs";

/// The enabled Terraform components of a graph that a test picks, as a pipeline. What a component needs through others that are not
/// picked still comes before it.
///
/// # Errors
/// Dependencies that go round in circles.
pub fn render(graph: &Graph, picked: impl Fn(NodeId) -> bool, engine: Engine, options: &Options) -> Result<String> {
    let jobs = jobs(graph, picked, options)?;
    Ok(match engine {
        Engine::GithubActions => github::render(&jobs, options),
        Engine::GitlabCi => gitlab::render(&jobs, options),
        Engine::Jenkins => jenkins::render(&jobs, options),
        Engine::ArgoWorkflows => argo::render(&jobs, options),
        Engine::Atlantis => atlantis::render(&jobs, options),
    })
}

fn jobs(graph: &Graph, picked: impl Fn(NodeId) -> bool, options: &Options) -> Result<Vec<Job>> {
    let can_run = |node: &Node| node.enabled && &*node.kind == "terraform";
    let graph = graph.narrowed(|id| can_run(graph.node(id)) && picked(id)).reduced();
    let waves = graph.waves().ok_or_else(|| {
        Error::new("dependencies go round in circles: there is no order to render")
            .hint("`gaia order -s STACK` tells which")
    })?;
    let mut order: Vec<(usize, NodeId)> = Vec::with_capacity(graph.len());
    for (wave, ids) in waves.iter().enumerate() {
        order.extend(ids.iter().map(|id| (wave, *id)));
    }
    let mut number = vec![0; graph.len()];
    for (n, (_, id)) in order.iter().enumerate() {
        number[id.index()] = n;
    }
    let stacks: FxHashSet<&str> = graph.ids().map(|id| &*graph.node(id).stack).collect();
    let mut taken = FxHashSet::default();
    let mut job = |(wave, id): (usize, NodeId)| {
        let node = graph.node(id);
        let full =
            if stacks.len() > 1 { format!("{}-{}", node.stack, node.component) } else { node.component.to_string() };
        let mut needs: Vec<usize> = graph.dependencies(id).into_iter().map(|d| number[d.index()]).collect();
        needs.sort_unstable();
        Job {
            id: unique(&text::slug(&full), &mut taken),
            component: node.component.to_string(),
            stack: node.stack.to_string(),
            path: node.path.clone(),
            watched: watched(node, options),
            state: format!("gaia-{}-{}", text::slug(&node.stack), text::slug(&node.component)),
            needs,
            wave,
        }
    };
    Ok(order.into_iter().map(&mut job).collect())
}

fn watched(node: &Node, options: &Options) -> Vec<String> {
    let manifests = options.manifests.get(&(node.stack.to_string(), node.component.to_string()));
    let files = node
        .files
        .iter()
        .map(|f| if f.folder { format!("{}/**", f.path.trim_end_matches('/')) } else { f.path.clone() });
    let mut all: Vec<String> = manifests.into_iter().flatten().cloned().chain(files).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A name that is not taken yet.
fn unique(name: &str, taken: &mut FxHashSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}
