//! `gaia pipeline`.

use super::context::Context;
use super::named;
use crate::affected::{self, Comparison, Request, affected};
use crate::engine::{Engine, Options, Placed};
use crate::error::{Error, Result};
use crate::graph::{Direction, Graph, NodeId};
use crate::pipeline;
use clap::{Args, Subcommand, ValueEnum};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;
use std::sync::Arc;

/// Write pipelines for engines that run on many machines
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Pipeline {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Render(Render),
}

/// Write the graph as the pipeline of an engine
///
/// Every component is planned once all that it needs is applied, somebody approves, and the plan that was approved is
/// applied. Plans are handed on as artifacts; a state is never worked on twice at a time.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia pipeline render --engine github-actions -s plat-ue2-prod --file .github/workflows/prod.yaml
  gaia pipeline render --engine gitlab-ci --affected --base origin/main")]
struct Render {
    /// The engine
    #[arg(long, value_enum)]
    engine: EngineName,

    /// Only this stack: its name, or the path of its manifest
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    /// Only components that a change affects, and what depends on them
    #[arg(long)]
    affected: bool,

    /// The revision that affected components are compared with
    #[arg(long, value_name = "REVISION", requires = "affected", default_value = "refs/remotes/origin/HEAD")]
    base: String,

    /// The container image with gaia, Atmos and Terraform to run in
    #[arg(long, value_name = "IMAGE")]
    image: Option<String>,

    /// What the pipeline is called
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// Write it to a file
    #[arg(long, value_name = "FILE", help_heading = "Output options")]
    file: Option<PathBuf>,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum EngineName {
    /// A workflow of GitHub Actions
    GithubActions,
    /// A pipeline of GitLab CI
    GitlabCi,
    /// A Jenkinsfile
    Jenkins,
    /// A Workflow of Argo Workflows
    ArgoWorkflows,
    /// The atlantis.yaml of a repository
    Atlantis,
}

impl From<EngineName> for pipeline::Engine {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::GithubActions => Self::GithubActions,
            EngineName::GitlabCi => Self::GitlabCi,
            EngineName::Jenkins => Self::Jenkins,
            EngineName::ArgoWorkflows => Self::ArgoWorkflows,
            EngineName::Atlantis => Self::Atlantis,
        }
    }
}

impl Pipeline {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.what {
            What::Render(render) => render.run(context),
        }
    }
}

impl Render {
    fn run(self, context: &Context) -> anyhow::Result<()> {
        // a pipeline is written from what can be read; nothing is run for it
        let options = Options { process_functions: false, ..Options::default() };
        let workspace = context.workspace()?;
        let engine = Engine::new(Arc::clone(&workspace), options.clone())?;
        let stack = named::stack_or_pattern(context, &engine, self.stack.clone())?;
        let graph = match &stack {
            Some(stack) => Graph::of_stack(&engine, stack)?,
            None => Graph::of(&engine)?,
        };
        let mut picked: FxHashSet<NodeId> = match &stack {
            Some(stack) => graph.in_stack(stack)?.into_iter().collect(),
            None => graph.ids().collect(),
        };
        if self.affected {
            let comparison = Comparison::between(&workspace, &options, &self.base, None)?;
            let found = affected(&comparison, &Request::default())?;
            let changed = found.iter().filter_map(|item| graph.find(&item.stack, &item.component));
            let reached = graph.reachable(changed, Direction::Outgoing, None);
            picked.retain(|id| reached.contains(id));
        }
        let name = self.name.clone().unwrap_or_else(|| match &stack {
            Some(_) => picked.iter().next().map_or_else(String::new, |id| graph.node(*id).stack.to_string()),
            None => "infrastructure".to_owned(),
        });
        if name.contains(['\n', '\r']) {
            return Err(Error::usage("a name is one line").into());
        }
        let manifests = match self.engine {
            EngineName::Atlantis => manifests(&engine, &graph, &picked)?,
            _ => FxHashMap::default(),
        };
        let options = pipeline::Options { name, image: self.image.clone(), manifests };
        let text = pipeline::render(&graph, |id| picked.contains(&id), self.engine.into(), &options)?;
        context.say_to(&text, self.file.as_deref())
    }
}

/// The manifests that make each of the picked components, from the root of the repository.
fn manifests(
    engine: &Engine,
    graph: &Graph,
    picked: &FxHashSet<NodeId>,
) -> Result<FxHashMap<(String, String), Vec<String>>> {
    let stacks: FxHashSet<&str> = picked.iter().map(|id| &*graph.node(*id).stack).collect();
    let root = &engine.workspace().root;
    let of = |placed: Placed| {
        // what was fetched from elsewhere is no file of this repository
        let within = affected::manifests(&placed.component).filter_map(|file| file.strip_prefix(root).ok());
        let paths = within.map(|path| path.to_string_lossy().into_owned()).collect();
        ((placed.stack.to_string(), placed.component.name.to_string()), paths)
    };
    Ok(engine.placed(|stack, _| stacks.contains(stack))?.into_iter().map(of).collect())
}
