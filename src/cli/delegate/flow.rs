//! From the words of the command line to a job, and from its end to an answer.

use super::args::{Format, How, Shown, Wanted};
use super::table;
use crate::affected::{Comparison, Request, affected};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::delegate::{
    Action, Changes, Ignored, Job, Outcome, Policy, Settings, Stage, Unit, junit, markdown, select, units,
};
use crate::engine::Engine;
use crate::error::{Error, Kind, Result};
use crate::output::{self, ask};
use crate::runner::{Event, Happening, Journal, Run, Runs, Signals, Sink, Status, waves, write_whole};
use crate::workspace::Workspace;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
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
        let settings = self.settings(context);
        let mut job = repository.job(Runs::new_id(), settings, &chosen)?;
        if let Some(run) = &planned {
            job.check_plans(run)?;
            job.use_plans_of(run);
        }
        if self.how.dry_run {
            return dry_run(context, &job, self.stage());
        }
        if self.action == Action::Destroy {
            warn_of_dependents(context, &repository.units, &chosen);
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

    fn settings(&self, context: &Context) -> Settings {
        let how = &self.how;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        // what changes nothing may go on after a failure
        let keep_going = if self.action.changes() { how.keep_going } else { !how.fail_fast };
        Settings {
            action: self.action,
            parallel: how.parallel.map_or(cores.min(4), usize::from),
            keep_going,
            timeout: how.timeout,
            retries: how.retries,
            retry_delay: how.retry_delay,
            retry_on: how.retry_on.clone(),
            narrow: !how.no_narrow,
            auto_approve: self.auto_approve,
            allow_destroy: self.allow_destroy.clone(),
            globals: context.atmos_options(),
            args: how.args.clone(),
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
        if self.wanted.lacks_stack() {
            return Err(Error::usage("which stack?").hint("name it with `-s STACK`, or say `--all`"));
        }
        let mut selection = self.wanted.selection();
        if let Some(base) = self.wanted.affected() {
            selection.only = Some(repository.affected(base)?);
        }
        let mut chosen = select(&repository.units, &selection)?;
        if self.action.changes() {
            let (locked, free): (Vec<usize>, Vec<usize>) = chosen.iter().partition(|n| repository.units[**n].locked);
            for unit in locked {
                let name = repository.units[unit].name();
                context.ui.info(&format!("`{name}` is locked (`metadata.locked`) and left alone"));
            }
            chosen = free;
        }
        if self.wanted.is_open() && context.can_ask() && !self.how.dry_run && !self.auto_approve && chosen.len() > 1 {
            let names: Vec<String> = chosen.iter().map(|n| repository.units[*n].name()).collect();
            let picked = ask::choose_some(&format!("{} which components?", self.action.word()), &names)?;
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
    pub(super) units: Vec<Unit>,
    pub(super) runs: Runs,
    policy: Policy,
}

impl Repository {
    pub(super) fn open(context: &Context) -> Result<Repository> {
        let workspace = context.workspace()?;
        let units = units(&*Engine::new(Arc::clone(&workspace), Unit::engine_options())?)?;
        let runs = Runs::of(&workspace.root);
        Ok(Repository { workspace, units, runs, policy: Policy::default() })
    }

    pub(super) fn job(&self, id: String, settings: Settings, chosen: &[usize]) -> Result<Job> {
        let cwd = &self.workspace.cwd;
        Job::new(id, settings, &self.units, chosen, self.policy.clone(), self.runs.clone(), cwd)
    }

    /// The units that a run was about.
    pub(super) fn of_record(&self, run: &Run) -> Result<Vec<usize>> {
        let find = |name: &String| {
            self.units.iter().position(|u| u.name() == *name).ok_or_else(|| {
                Error::new(format!("`{name}` of the run `{}` is not there any more", run.record.id)).hint("plan again")
            })
        };
        run.record.steps.iter().map(|step| find(&step.name)).collect()
    }

    fn affected(&self, base: &str) -> Result<BTreeSet<(String, String)>> {
        let base = if base.is_empty() { "refs/remotes/origin/HEAD" } else { base };
        let comparison = Comparison::between(&self.workspace, &Unit::engine_options(), base, None)
            .map_err(|e| e.hint("`--base REVISION` says what to compare with"))?;
        let found = affected(&comparison, &Request::default())?;
        Ok(found.into_iter().map(|a| (a.stack, a.component)).collect())
    }
}

/// A run of `gaia plan` whose plans can be applied.
fn planned(runs: &Runs, name: &str) -> Result<Run> {
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
fn dry_run(context: &Context, job: &Job, stage: Stage) -> anyhow::Result<u8> {
    let waves = waves(&job.after).map_err(|_| circle(job))?;
    let commands = waves.concat().into_iter().flat_map(|unit| job.commands(unit, stage));
    let lines: Vec<String> = commands.map(|command| format!("{command}\n")).collect();
    context.say(&lines.concat())?;
    Ok(exit::OK)
}

fn circle(job: &Job) -> Error {
    let circular = waves(&job.after).err().unwrap_or_default();
    let names: Vec<String> = circular.iter().map(|unit| format!("`{}`", job.units[*unit].name())).collect();
    Error::new(format!("these depend on each other: {}", names.join(", ")))
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

/// A job with all that its carrying out needs.
pub(super) struct Work<'a> {
    pub(super) job: &'a Job,
    pub(super) shown: &'a Shown,
    pub(super) lock: bool,
    pub(super) detailed: bool,
    pub(super) ignored: Ignored,
    /// The run whose plans are applied.
    pub(super) planned: Option<Run>,
    /// The units that an earlier attempt finished.
    pub(super) kept: BTreeSet<usize>,
}

impl Work<'_> {
    /// Carries out the job, in the journal of an earlier attempt if there is one.
    pub(super) fn carry_out(mut self, context: &Context, journal: Option<Journal>) -> anyhow::Result<u8> {
        let settings = &self.job.settings;
        let action = settings.action;
        if action.changes() && !settings.auto_approve && !context.can_ask() {
            return Err(Error::new(format!("`gaia {}` needs approval, and there is nobody to ask", action.word()))
                .kind(Kind::InputNeeded)
                .hint("`--auto-approve` approves")
                .into());
        }
        find_atmos()?;
        waves(&self.job.after).map_err(|_| circle(self.job))?;
        let words: Vec<String> = std::env::args().collect();
        let _locks = if self.lock { self.job.lock(&words.join(" "))? } else { Vec::new() };
        let mut journal = match journal {
            Some(journal) => journal,
            None => self.job.journal(words)?,
        };
        let all: Vec<usize> = (0..self.job.units.len()).collect();
        let mut outcomes = match (action.changes(), settings.auto_approve, &self.planned) {
            (false, ..) => self.stage(context, Stage::Plan, &all, &mut journal)?,
            (true, true, None) => self.stage(context, Stage::Both, &all, &mut journal)?,
            (true, ..) => {
                let shown = match &self.planned {
                    Some(run) => self.planned_outcomes(run),
                    None => self.stage(context, Stage::Plan, &all, &mut journal)?,
                };
                if shown.iter().any(|o| !o.status.is_good()) {
                    self.finish(context, &shown, &mut journal)?;
                    return Ok(self.conclude(context, &shown));
                }
                match self.approved(context, shown, &mut journal)? {
                    Ok(outcomes) => outcomes,
                    Err(code) => return Ok(code),
                }
            }
        };
        if action == Action::Drift {
            self.ignore_known(context, &mut outcomes);
        }
        self.finish(context, &outcomes, &mut journal)?;
        Ok(self.conclude(context, &outcomes))
    }

    /// Asks whether what was shown may be done, and does it. `Err` holds the exit code where it may not.
    fn approved(
        &mut self,
        context: &Context,
        shown: Vec<Outcome>,
        journal: &mut Journal,
    ) -> anyhow::Result<Result<Vec<Outcome>, u8>> {
        let todo: Vec<usize> = shown
            .iter()
            .filter(|o| o.status != Status::Kept && o.changes.as_ref().is_none_or(Changes::any))
            .map(|o| o.unit)
            .collect();
        if todo.is_empty() {
            return Ok(Ok(shown));
        }
        if !self.job.settings.auto_approve && !self.ask(context, &shown, &todo)? {
            journal.event(&Event {
                run: Some(self.job.id.clone()),
                status: Some(Status::NotStarted),
                ..Event::new(Happening::RunFinished)
            });
            context.ui.always("Nothing was changed.");
            return Ok(Err(exit::FAILED));
        }
        // what was kept before is done; what is to be done now was only planned
        self.kept.retain(|unit| !todo.contains(unit));
        let done = self.stage(context, Stage::Carry, &todo, journal)?;
        let merged = shown.into_iter().map(|o| done.iter().find(|d| d.unit == o.unit).cloned().unwrap_or(o));
        Ok(Ok(merged.collect()))
    }

    /// Shows the counts and asks; in protected stacks their names must be typed.
    fn ask(&self, context: &Context, shown: &[Outcome], todo: &[usize]) -> anyhow::Result<bool> {
        if self.shown.format == Format::Table {
            table::show(context, self.job, shown)?;
        }
        let total = total(shown);
        let protected = self.job.protected_stacks();
        let word = self.job.settings.action.word();
        let what = format!("{word} {} of {} components: {total}", todo.len(), shown.len());
        if protected.is_empty() {
            return Ok(ask::confirm(&format!("{what}. Go on?"))?);
        }
        context.ui.always(&format!("{what}."));
        for stack in protected {
            if !ask::typed(&format!("`{stack}` is protected: type its name to go on"), stack)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn stage(&self, context: &Context, stage: Stage, units: &[usize], journal: &mut Journal) -> Result<Vec<Outcome>> {
        let log_files = units.iter().map(|u| (self.job.units[*u].name(), self.job.log(*u))).collect();
        let mut display = output::run::display(
            context.ui,
            output::run::Shown {
                events: self.shown.format == Format::Json,
                plain: context.no_input(),
                logs: self.shown.log_order,
                log_files,
            },
        );
        let signals = Signals::listen()?;
        let (finish, outcomes) = self.job.run(stage, units, &self.kept, &signals, journal, &mut *display)?;
        if finish.interrupted > 0 && finish.status() == Status::Interrupted {
            let id = &self.job.id;
            return Err(Error::new("interrupted")
                .kind(Kind::Interrupted)
                .note(format!("{} of {} components are done", good(&outcomes), outcomes.len()))
                .hint(format!("`gaia run resume {id}` goes on")));
        }
        Ok(outcomes)
    }

    /// What a run planned, as outcomes of this job.
    fn planned_outcomes(&self, run: &Run) -> Vec<Outcome> {
        let outcome = |(unit, name): (usize, String)| {
            let event = run.last(&name);
            Outcome {
                unit,
                status: Status::Succeeded,
                changes: event.and_then(|e| Changes::of(e.details.as_ref()?)),
                seconds: event.and_then(|e| e.seconds).unwrap_or_default(),
                reason: None,
            }
        };
        self.job.units.iter().map(Unit::name).enumerate().map(outcome).collect()
    }

    fn ignore_known(&self, context: &Context, outcomes: &mut [Outcome]) {
        let mut ignored = 0;
        for outcome in outcomes {
            let unit = &self.job.units[outcome.unit];
            if let Some(changes) = &mut outcome.changes {
                ignored += self.ignored.take_from(&mut changes.drift, &unit.stack, &unit.component);
                if changes.drift.is_empty() {
                    *changes = Changes { known: changes.known, ..Changes::default() };
                }
            }
        }
        if ignored > 0 {
            context.ui.info(&format!("{ignored} known drifts are left alone"));
        }
    }

    /// Shows and writes what became of it all.
    fn finish(&self, context: &Context, outcomes: &[Outcome], journal: &mut Journal) -> anyhow::Result<()> {
        let report = table::report(self.job, outcomes, self.exit_code(outcomes));
        journal.event(&report);
        match self.shown.format {
            Format::Table => table::show(context, self.job, outcomes)?,
            Format::Json => context.say(&format!("{}\n", serde_json::to_string(&report)?))?,
            Format::Markdown => context.say(&markdown(self.job, outcomes))?,
        }
        if let Some(file) = &self.shown.junit {
            write_whole(file, junit(self.job, outcomes).as_bytes())?;
        }
        if let Some(file) = &self.shown.summary {
            write_whole(file, markdown(self.job, outcomes).as_bytes())?;
        }
        Ok(())
    }

    fn conclude(&self, context: &Context, outcomes: &[Outcome]) -> u8 {
        let bad = outcomes.len() - good(outcomes);
        let id = &self.job.id;
        let drifted = outcomes.iter().filter(|o| o.changes.as_ref().is_some_and(|c| !c.drift.is_empty())).count();
        let line = match self.job.settings.action {
            _ if bad > 0 => format!("{bad} of {} components are not done; `gaia run show {id}`", outcomes.len()),
            Action::Drift if drifted > 0 => format!("Drift in {drifted} of {} components.", outcomes.len()),
            Action::Drift => "No drift.".to_owned(),
            _ if !any_changes(outcomes) => "No changes.".to_owned(),
            Action::Plan => format!("Plan: {}. `gaia apply --from-plan {id}` applies it.", total(outcomes)),
            Action::Apply | Action::Destroy => {
                let Changes { add, change, destroy, .. } = total(outcomes);
                format!("Done: {add} added, {change} changed, {destroy} destroyed.")
            }
        };
        context.ui.info(&line);
        self.exit_code(outcomes)
    }

    fn exit_code(&self, outcomes: &[Outcome]) -> u8 {
        let any = |status| outcomes.iter().any(|o| o.status == status);
        let drifted = outcomes.iter().any(|o| o.changes.as_ref().is_some_and(|c| !c.drift.is_empty()));
        if any(Status::Failed) {
            exit::FAILED
        } else if any(Status::TimedOut) {
            exit::TIMED_OUT
        } else if good(outcomes) < outcomes.len() {
            exit::FAILED
        } else if drifted || (self.detailed && any_changes(outcomes)) {
            exit::CHANGES
        } else {
            exit::OK
        }
    }
}

fn good(outcomes: &[Outcome]) -> usize {
    outcomes.iter().filter(|o| o.status.is_good()).count()
}

fn any_changes(outcomes: &[Outcome]) -> bool {
    outcomes.iter().any(|o| o.changes.as_ref().is_some_and(Changes::any))
}

fn total(outcomes: &[Outcome]) -> Changes {
    outcomes.iter().filter_map(|o| o.changes.as_ref()).fold(Changes::default(), Changes::plus)
}

/// Makes sure that there is an `atmos` to delegate to.
fn find_atmos() -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if std::env::split_paths(&path).any(|dir| is_program(&dir.join("atmos"))) {
        return Ok(());
    }
    Err(Error::new("`atmos` is not on PATH")
        .kind(Kind::Unavailable)
        .hint("gaia hands plans and applies to Atmos: install it, or show the command lines with `--dry-run`"))
}

fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0)
}
