//! From the words of the command line to a job.

use super::args::{Format, How, Wanted};
use super::work::Work;
use crate::affected::{Comparison, Request, affected};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::named;
use crate::cli::order::circles;
use crate::delegate::{Action, Costs, Ephemeral, Ignored, Job, Policy, Settings, Stage, Unit, Wish, Workable, select};
use crate::engine::{self, Engine};
use crate::error::{Error, Result};
use crate::graph::draw::Places;
use crate::output::ask;
use crate::runner::{self, Run, Runs, Status};
use crate::workspace::Workspace;
use crate::workspace::gaia_yaml::{self, GaiaYaml, Patience};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// What the user ordered.
pub(super) struct Order {
    pub(super) action: Action,
    pub(super) wanted: Wanted,
    pub(super) how: How,
    pub(super) auto_approve: bool,
    pub(super) allow_destroy: Vec<String>,
    pub(super) from_plan: Option<String>,
    pub(super) ignore: Option<PathBuf>,
}

impl Order {
    pub(super) fn new(action: Action, wanted: Wanted, how: How) -> Order {
        Order { action, wanted, how, auto_approve: false, allow_destroy: Vec::new(), from_plan: None, ignore: None }
    }

    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let repository = Repository::open(context)?;
        let planned = self.from_plan.as_deref().map(|run| planned(&repository.runs, run)).transpose()?;
        let chosen = match &planned {
            Some(run) => self.of_run(run, &repository)?,
            None => self.choose(context, &repository)?,
        };
        if chosen.is_empty() {
            context.ui.info("Nothing to do: no component is chosen.");
            return Ok(exit::OK);
        }
        let settings = self.settings(context, &repository.wishes);
        let mut job = repository.job(Runs::new_id(), settings, &chosen)?;
        if let Some(run) = &planned {
            job.check_plans(run)?;
            job.use_plans_of(run);
        }
        if let Some(file) = &self.how.shown.costs {
            job.costs = Costs::read(file)?;
        }
        if self.how.dry_run {
            return dry_run(context, &job, self.stage(), self.how.shown.format);
        }
        if self.action == Action::Destroy {
            warn_of_dependents(context, repository.units(), &chosen);
        }
        let ignored = match &self.ignore {
            Some(file) => Ignored::read(file, &context.sources)?,
            None => Ignored::default(),
        };
        let work = Work {
            job: &job,
            shown: &self.how.shown,
            lock: !self.how.no_lock,
            detailed: self.how.detailed_exitcode,
            ignored,
            planned,
            kept: BTreeSet::new(),
        };
        work.carry_out(context, None)
    }

    fn settings(&self, context: &Context, wishes: &gaia_yaml::Run) -> Settings {
        let how = &self.how;
        // what changes nothing may go on after a failure
        let keep_going = if self.action.changes() { how.keep_going } else { !how.fail_fast };
        Settings {
            action: self.action,
            parallel: how.parallel.map(usize::from).or(wishes.parallel).unwrap_or_else(gaia_yaml::default_parallel),
            keep_going,
            patience: Patience {
                timeout: how.timeout,
                retries: how.retries,
                retry_delay: how.retry_delay,
                retry_on: how.retry_on.clone(),
            },
            narrow: !how.no_narrow,
            auto_approve: self.auto_approve,
            allow_destroy: self.allow_destroy.clone(),
            globals: context.atmos_options(),
            args: how.args.clone(),
            plans_of: None,
        }
    }

    fn stage(&self) -> Stage {
        match self.action {
            Action::Plan | Action::Drift => Stage::Plan,
            Action::Apply | Action::Destroy if self.from_plan.is_some() => Stage::Carry,
            Action::Apply | Action::Destroy => Stage::Both,
        }
    }

    /// The units that the words mean, or that the user picks.
    fn choose(&self, context: &Context, repository: &Repository) -> Result<Vec<usize>> {
        let mut selection = self.wanted.selection();
        let engine = &repository.engine;
        if self.wanted.lacks_stack() {
            let stack = named::current_stack(context, engine).map_err(|e| e.hint("or say `--all`"))?;
            selection.stacks.push(stack.to_string());
        }
        for stack in &mut selection.stacks {
            if let Some(meant) = named::stack_or_pattern(context, engine, Some(stack.clone()))? {
                *stack = meant;
            }
        }
        if let Some(base) = self.wanted.affected() {
            selection.only = Some(repository.affected(base)?);
        }
        let mut chosen = select(repository.units(), &selection)?;
        if self.action.changes() {
            let (locked, free): (Vec<usize>, Vec<usize>) = chosen.iter().partition(|n| repository.units()[**n].locked);
            for unit in locked {
                let name = repository.units()[unit].name();
                context.ui.info(&format!("`{name}` is locked (`metadata.locked`) and left alone"));
            }
            chosen = free;
        }
        if self.wanted.is_open() && context.can_ask() && !self.how.dry_run && !self.auto_approve && chosen.len() > 1 {
            let names: Vec<String> = chosen.iter().map(|n| repository.units()[*n].name()).collect();
            let Some(picked) = ask::choose_some(&format!("{} which components?", self.action.word()), &names)? else {
                // back to the question for the stack, or to the same one
                return self.choose(context, repository);
            };
            chosen = picked.into_iter().map(|n| chosen[n]).collect();
        }
        Ok(chosen)
    }

    /// The units of a run's plans.
    fn of_run(&self, run: &Run, repository: &Repository) -> Result<Vec<usize>> {
        if !self.wanted.is_empty() || !self.how.args.is_empty() {
            return Err(Error::usage("`--from-plan` applies what was planned, no less and no more")
                .hint("leave out components, stacks and arguments for terraform"));
        }
        repository.of_record(run)
    }
}

/// The repository with all that can be worked on.
pub(super) struct Repository {
    workspace: Arc<Workspace>,
    engine: Arc<Engine>,
    workable: Workable,
    pub(super) runs: Runs,
    policy: Policy,
    /// `run` of gaia.yaml.
    wishes: gaia_yaml::Run,
}

impl Repository {
    pub(super) fn open(context: &Context) -> Result<Repository> {
        let workspace = context.workspace()?;
        context.wait_for("reading the repository");
        let engine = Engine::new(Arc::clone(&workspace), reading())?;
        let workable = Workable::of(&engine)?;
        let runs = Runs::of(&workspace.root);
        let file = GaiaYaml::of(&workspace)?;
        Ok(Repository { engine, workable, runs, policy: Policy::of(&file)?, wishes: file.run, workspace })
    }

    /// All that can be worked on.
    pub(super) fn units(&self) -> &[Unit] {
        &self.workable.units
    }

    /// The short-lived stacks.
    pub(super) fn ephemeral(&self) -> Result<Vec<Ephemeral>> {
        Ephemeral::all(&self.engine, self.units())
    }

    /// Where the manifest of a short-lived stack belongs, and what it says.
    pub(super) fn wished(&self, wish: &Wish, now: jiff::Timestamp) -> Result<(PathBuf, String)> {
        wish.manifest(&self.engine, self.units(), now)
    }

    /// A job over some units.
    pub(super) fn job(&self, id: String, settings: Settings, chosen: &[usize]) -> Result<Job> {
        let part = self.workable.graph.narrowed(|id| chosen.contains(&id.index()));
        if part.waves().is_none() {
            let places = Places { sources: &self.workspace.sources, root: &self.workspace.root };
            return Err(circles(&part, places));
        }
        let cwd = &self.workspace.cwd;
        let chosen = self.workable.choose(&self.engine, chosen)?;
        Job::new(id, settings, self.units(), chosen, self.policy.clone(), self.runs.clone(), cwd)
    }

    /// The units that a run was about.
    pub(super) fn of_record(&self, run: &Run) -> Result<Vec<usize>> {
        let find = |name: &String| {
            self.units().iter().position(|u| u.name() == *name).ok_or_else(|| {
                Error::new(format!("`{name}` of the run `{}` is not there any more", run.record.id)).hint("plan again")
            })
        };
        run.record.steps.iter().map(|step| find(&step.name)).collect()
    }

    fn affected(&self, base: &str) -> Result<BTreeSet<(String, String)>> {
        let base = if base.is_empty() { "refs/remotes/origin/HEAD" } else { base };
        let comparison = Comparison::between(&self.workspace, &reading(), base, None)
            .map_err(|e| e.hint("`--base REVISION` says what to compare with"))?;
        let found = affected(&comparison, &Request::default())?;
        Ok(found.into_iter().map(|a| (a.stack, a.component)).collect())
    }
}

/// How the repository is read: nothing is run.
fn reading() -> engine::Options {
    engine::Options { process_functions: false, ..engine::Options::default() }
}

/// A run of `gaia plan` whose plans can be applied.
pub(super) fn planned(runs: &Runs, name: &str) -> Result<Run> {
    let run = runs.find(name)?;
    let id = &run.record.id;
    if run.record.kind != Action::Plan.word() {
        return Err(Error::usage(format!("the run `{id}` is no plan but a `{}`", run.record.kind)));
    }
    let failed: Vec<_> = run.record.steps.iter().filter(|s| run.status(&s.name) != Some(Status::Succeeded)).collect();
    match &failed[..] {
        [] => Ok(run),
        [first, ..] => Err(Error::new(format!("the run `{id}` has no plan of `{}`", first.name)).hint("plan again")),
    }
}

/// Shows what would be run, wave by wave.
fn dry_run(context: &Context, job: &Job, stage: Stage, format: Format) -> anyhow::Result<u8> {
    let waves = job.waves()?.concat();
    let commands = waves.iter().flat_map(|unit| job.commands(*unit, stage).into_iter().map(|command| (*unit, command)));
    if format == Format::Json {
        let record = |(unit, command): (usize, runner::Command)| {
            let Unit { component, stack, .. } = &job.units[unit];
            let variables: BTreeMap<String, String> = command.env.into_iter().collect();
            let (program, args, dir) = (command.program, command.args, command.dir);
            json!({"component": component, "stack": stack, "program": program, "args": args, "dir": dir, "env": variables})
        };
        context.say_json(&commands.map(record).collect::<Vec<_>>())?;
    } else {
        let lines: Vec<String> = commands.map(|(_, command)| format!("{command}\n")).collect();
        context.say(&lines.concat())?;
    }
    Ok(exit::OK)
}

/// Tells who is left behind when what it depends on is destroyed.
fn warn_of_dependents(context: &Context, units: &[Unit], chosen: &[usize]) {
    let left: Vec<String> = (0..units.len())
        .filter(|n| !chosen.contains(n) && units[*n].after.iter().any(|before| chosen.contains(before)))
        .map(|n| format!("`{}`", units[n].name()))
        .collect();
    if !left.is_empty() {
        let names = left.join(", ");
        context.ui.always(&format!("Not destroyed, though they depend on what is: {names} (--with-dependents)"));
    }
}
