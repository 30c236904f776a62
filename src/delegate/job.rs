//! A job: units in order, the command lines for them, and what became of each.

use super::changes::Changes;
use super::digest::Digests;
use super::narrow;
use super::safety::{Policy, patterns};
use super::select::order;
use super::text::{Expected, Text};
use super::units::Unit;
use crate::error::{Error, Kind, Result};
use crate::runner::{
    Command, Finish, Holder, Journal, Limits, Listener, Lock, Locked, Meaning, Record, Run, Runs, Signals, Sink,
    Status, Step, StepRecord, execute,
};
use regex::RegexSet;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What is done to components.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Show what would change.
    Plan,
    /// Change it.
    Apply,
    /// Destroy all of it, dependents first.
    Destroy,
    /// Compare the states with what is really there.
    Drift,
}

impl Action {
    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Action::Plan => "plan",
            Action::Apply => "apply",
            Action::Destroy => "destroy",
            Action::Drift => "drift",
        }
    }

    /// Whether anything is changed by it.
    pub fn changes(self) -> bool {
        matches!(self, Action::Apply | Action::Destroy)
    }
}

/// One pass over the units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Plan, and keep the plan.
    Plan,
    /// Carry out what was planned and shown.
    Carry,
    /// Plan each and carry it out at once.
    Both,
}

/// How a job is done: what a resumed run needs to know again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// What is done.
    pub action: Action,
    /// How many at once.
    pub parallel: usize,
    /// Whether the rest goes on after a failure.
    pub keep_going: bool,
    /// Seconds that one step may take.
    pub timeout: Option<u64>,
    /// How many times a step is tried again.
    pub retries: u32,
    /// Seconds before the first time.
    pub retry_delay: u64,
    /// Patterns of failures that pass, beside gaia's own.
    pub retry_on: Vec<String>,
    /// Whether Atmos is given only the manifests that it needs.
    pub narrow: bool,
    /// Whether nobody is asked.
    pub auto_approve: bool,
    /// Types of protected resources that may be destroyed.
    pub allow_destroy: Vec<String>,
    /// Options of gaia that Atmos needs as well.
    pub globals: Vec<String>,
    /// Arguments for Terraform.
    pub args: Vec<String>,
}

/// What became of a unit.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The unit, by its place in the job.
    pub unit: usize,
    /// How its last step ended.
    pub status: Status,
    /// What would change or was changed.
    pub changes: Option<Changes>,
    /// How long it took.
    pub seconds: f64,
    /// Why it failed.
    pub reason: Option<String>,
}

/// Units to work on.
#[derive(Debug)]
pub struct Job {
    /// The run's name.
    pub id: String,
    /// How it is done.
    pub settings: Settings,
    /// The units, each after all that it waits for where that is possible.
    pub units: Vec<Unit>,
    /// What each waits for, by place.
    pub after: Vec<Vec<usize>>,
    /// The manifests that each needs; `None` where that is not known.
    manifests: Vec<Option<BTreeSet<String>>>,
    digests: Vec<String>,
    policy: Policy,
    runs: Runs,
    /// Where plans are: in the run's own directory, or in that of the run that planned.
    plans: PathBuf,
    cwd: PathBuf,
}

impl Job {
    /// A job over some of all units.
    ///
    /// # Errors
    /// A pattern of `retry_on` or a limit that makes no sense.
    pub fn new(
        id: String,
        settings: Settings,
        all: &[Unit],
        chosen: &[usize],
        policy: Policy,
        runs: Runs,
        cwd: &Path,
    ) -> Result<Job> {
        RegexSet::new(&settings.retry_on).map_err(|e| Error::usage(format!("`--retry-on`: {e}")))?;
        patterns(&settings.allow_destroy)?;
        let mut after = order(all, chosen);
        if settings.action == Action::Destroy {
            after = reversed(&after);
        }
        let units: Vec<Unit> = chosen.iter().map(|n| all[*n].clone()).collect();
        let owned = |paths: BTreeSet<&str>| paths.into_iter().map(str::to_owned).collect();
        let narrowed = |unit: usize| settings.narrow.then(|| narrow::manifests(unit, all).map(owned)).flatten();
        let manifests = chosen.iter().map(|n| narrowed(*n)).collect();
        let mut digests = Digests::default();
        let named = |places: &[usize]| places.iter().map(|p| units[*p].name()).collect::<Vec<_>>();
        let digests = units.iter().zip(&after).map(|(u, after)| digests.of(u, &named(after), &settings.args)).collect();
        let plans = runs.dir(&id).join("plans");
        Ok(Job { id, settings, after, manifests, digests, policy, runs, plans, cwd: cwd.to_owned(), units })
    }

    /// Takes the plans of another run.
    pub fn use_plans_of(&mut self, run: &Run) {
        self.plans = run.dir.join("plans");
    }

    /// The directory of the run.
    pub fn dir(&self) -> PathBuf {
        self.runs.dir(&self.id)
    }

    /// The log of a unit.
    pub fn log(&self, unit: usize) -> PathBuf {
        self.dir().join(self.log_name(unit))
    }

    fn log_name(&self, unit: usize) -> PathBuf {
        Path::new("logs").join(format!("{}.log", self.file_name(unit)))
    }

    fn plan_file(&self, unit: usize) -> PathBuf {
        self.plans.join(format!("{}.tfplan", self.file_name(unit)))
    }

    fn file_name(&self, unit: usize) -> String {
        file_name(&self.units[unit].name())
    }

    /// The stacks of the job, each once.
    pub fn stacks(&self) -> BTreeSet<&str> {
        self.units.iter().map(|u| u.stack.as_str()).collect()
    }

    /// The stacks whose names must be typed before anything changes there.
    pub fn protected_stacks(&self) -> Vec<&str> {
        self.stacks().into_iter().filter(|stack| self.policy.protects(stack)).collect()
    }

    /// Locks every stack of the job, so that no other run works on it.
    ///
    /// # Errors
    /// Another run does.
    pub fn lock(&self, command: &str) -> Result<Vec<Lock>> {
        let holder = Holder::here(&self.id, command);
        let mut locks = Vec::new();
        for stack in self.stacks() {
            let path = self.runs.locks().join(format!("stack-{}.lock", file_name(stack)));
            locks.push(Lock::take(&path, &holder).map_err(|locked| match locked {
                Locked::Failed(error) => error,
                Locked::By(other) => {
                    let other = other.map_or_else(|| "another run".to_owned(), |other| other.to_string());
                    Error::new(format!("the stack `{stack}` is locked by {other}"))
                        .kind(Kind::Locked)
                        .hint("wait for it, or give `--no-lock` where something else keeps runs apart")
                }
            })?);
        }
        Ok(locks)
    }

    /// Opens the journal of a new run.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn journal(&self, command: Vec<String>) -> Result<Journal> {
        let step = |(number, unit): (usize, &Unit)| StepRecord {
            name: unit.name(),
            labels: labels(unit),
            after: self.after[number].iter().map(|place| self.units[*place].name()).collect(),
            commands: self.commands(number, if self.settings.action.changes() { Stage::Both } else { Stage::Plan }),
            log: self.log_name(number),
            digest: self.digests[number].clone(),
        };
        self.runs.create(&Record {
            version: 0,
            id: self.id.clone(),
            kind: self.settings.action.word().to_owned(),
            started: crate::runner::now(),
            command,
            data: serde_json::to_value(&self.settings).map_err(|e| Error::new(e.to_string()))?,
            steps: self.units.iter().enumerate().map(step).collect(),
        })
    }

    /// Runs one stage over some units; the others are left alone. Those of `kept` count as done.
    ///
    /// # Errors
    /// Units that wait for each other, and a journal that could not be written.
    pub fn run(
        &self,
        stage: Stage,
        units: &[usize],
        kept: &BTreeSet<usize>,
        signals: &Signals,
        journal: &mut Journal,
        display: &mut dyn Sink,
    ) -> Result<(Finish, Vec<Outcome>)> {
        let after = self.order_among(units);
        let steps: Vec<Step> = units
            .iter()
            .zip(after)
            .map(|(unit, after)| Step {
                name: self.units[*unit].name(),
                labels: labels(&self.units[*unit]),
                commands: self.commands(*unit, stage),
                after,
                lane: Some(self.units[*unit].lane.clone()),
                log: self.log(*unit),
                kept: kept.contains(unit),
            })
            .collect();
        let settings = &self.settings;
        let limits = Limits {
            parallel: settings.parallel,
            keep_going: settings.keep_going,
            timeout: settings.timeout.map(Duration::from_secs),
            retries: settings.retries,
            backoff: Duration::from_secs(settings.retry_delay),
            locks: self.runs.locks(),
        };
        let kind = if stage == Stage::Plan { "plan" } else { settings.action.word() };
        let kind = if settings.action == Action::Drift { "drift" } else { kind };
        let meaning = Listeners { job: self, units, stage, passing: RegexSet::new(&settings.retry_on).ok() };
        let finish = execute((&self.id, kind), &steps, &limits, &meaning, signals, &mut [&mut *journal, display])?;
        if let Some(error) = journal.broken() {
            return Err(Error::new(format!("the journal of the run `{}` could not be written: {error}", self.id)));
        }
        let outcome = |(unit, ended): (&usize, &crate::runner::Ended)| Outcome {
            unit: *unit,
            status: ended.status,
            changes: Changes::of(&ended.details),
            seconds: ended.seconds,
            reason: ended.reason.clone(),
        };
        let outcomes = units.iter().zip(&finish.steps).map(outcome).collect();
        Ok((finish, outcomes))
    }

    /// What some units come after, by places among them.
    fn order_among(&self, units: &[usize]) -> Vec<Vec<usize>> {
        let among = |unit: &usize| self.after[*unit].iter().filter_map(|a| units.iter().position(|u| u == a)).collect();
        units.iter().map(among).collect()
    }

    /// The command lines for a unit.
    pub fn commands(&self, unit: usize, stage: Stage) -> Vec<Command> {
        let plan = self.plan_file(unit);
        match stage {
            Stage::Plan => vec![self.plan(unit, &plan)],
            Stage::Carry => vec![self.carry(unit, &plan)],
            Stage::Both => vec![self.plan(unit, &plan), self.carry(unit, &plan)],
        }
    }

    fn plan(&self, unit: usize, file: &Path) -> Command {
        let kind = match self.settings.action {
            Action::Destroy => &["-destroy"][..],
            Action::Drift => &["-refresh-only"],
            Action::Plan | Action::Apply => &[],
        };
        self.atmos(unit, "plan", &[kind, &[&format!("-out={}", file.display())]].concat(), true)
    }

    /// Destroying goes by Atmos's own command, so that its hooks for it run.
    fn carry(&self, unit: usize, file: &Path) -> Command {
        match self.settings.action {
            Action::Destroy => self.atmos(unit, "destroy", &["-auto-approve"], true),
            // the arguments went into the plan
            _ => self.atmos(unit, "apply", &[&format!("--planfile={}", file.display())], false),
        }
    }

    fn atmos(&self, unit: usize, verb: &str, options: &[&str], with_args: bool) -> Command {
        let Unit { component, stack, .. } = &self.units[unit];
        let mut args: Vec<String> = ["terraform", verb, component, "-s", stack].map(str::to_owned).to_vec();
        args.extend(self.settings.globals.iter().cloned());
        args.extend(options.iter().chain(&["-input=false", "-no-color"]).map(|o| (*o).to_owned()));
        if with_args && !self.settings.args.is_empty() {
            args.push("--".to_owned());
            args.extend(self.settings.args.iter().cloned());
        }
        let mut env = Vec::new();
        if let Some(manifests) = &self.manifests[unit] {
            let manifests: Vec<&str> = manifests.iter().map(String::as_str).collect();
            env.push(("ATMOS_STACKS_INCLUDED_PATHS".to_owned(), manifests.join(",")));
        }
        env.push(("TF_IN_AUTOMATION".to_owned(), "1".to_owned()));
        Command { program: "atmos".into(), args, dir: self.cwd.clone(), env }
    }

    /// The units that another run finished and whose inputs are the same, and so are those of all that they come after.
    pub fn kept(&self, run: &Run) -> BTreeSet<usize> {
        let done = finished(run, self.settings.action);
        let same = |unit: &usize| {
            let name = self.units[*unit].name();
            let before = run.record.steps.iter().find(|step| step.name == name);
            done.contains(&name) && before.is_some_and(|step| step.digest == self.digests[*unit])
        };
        let mut kept: BTreeSet<usize> = (0..self.units.len()).filter(same).collect();
        loop {
            let outdated: Vec<usize> =
                kept.iter().copied().filter(|u| self.after[*u].iter().any(|before| !kept.contains(before))).collect();
            if outdated.is_empty() {
                return kept;
            }
            kept.retain(|unit| !outdated.contains(unit));
        }
    }

    /// Refuses the plans of another run whose configuration, code or order changed since.
    ///
    /// # Errors
    /// They did; the error names the components.
    pub fn check_plans(&self, run: &Run) -> Result<()> {
        let changed = |unit: &usize| {
            let step = run.record.steps.iter().find(|step| step.name == self.units[*unit].name());
            step.is_none_or(|step| step.digest != self.digests[*unit])
        };
        let changed: Vec<String> =
            (0..self.units.len()).filter(changed).map(|unit| format!("`{}`", self.units[unit].name())).collect();
        if changed.is_empty() {
            return Ok(());
        }
        let what = changed.join(", ");
        Err(Error::new(format!("the plans of the run `{}` are out of date: {what} changed since", run.record.id))
            .note("configuration, code, order or arguments are not those that were planned")
            .hint("plan again"))
    }
}

/// The names of the steps that a run finished, as far as its action goes: what was only planned was not applied.
fn finished(run: &Run, action: Action) -> BTreeSet<String> {
    use crate::runner::Happening::{RunStarted, StepFinished, StepKept, StepStarted};
    let mut done = BTreeSet::new();
    let mut counts = true;
    for event in &run.events {
        let step = event.step.clone().unwrap_or_default();
        match event.event {
            RunStarted => counts = !action.changes() || event.kind.as_deref() == Some(action.word()),
            StepStarted => drop(done.remove(&step)),
            StepFinished if counts && event.status.is_some_and(Status::is_good) => drop(done.insert(step)),
            StepKept => drop(done.insert(step)),
            _ => {}
        }
    }
    done
}

fn reversed(after: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut reversed = vec![Vec::new(); after.len()];
    for (unit, after) in after.iter().enumerate() {
        for before in after {
            reversed[*before].push(unit);
        }
    }
    reversed
}

fn labels(unit: &Unit) -> BTreeMap<String, String> {
    [("component", &unit.component), ("stack", &unit.stack)].map(|(k, v)| (k.to_owned(), v.clone())).into()
}

/// A name as one of a file. Names that differ stay different.
fn file_name(name: &str) -> String {
    use std::fmt::Write as _;
    name.chars().fold(String::new(), |mut text, c| {
        let _ = match c {
            ':' | '/' => write!(text, "+"),
            c if c.is_alphanumeric() || "-_.".contains(c) => write!(text, "{c}"),
            c => write!(text, "%{:x}", u32::from(c)),
        };
        text
    })
}

/// Who listens to the commands of a stage.
struct Listeners<'a> {
    job: &'a Job,
    units: &'a [usize],
    stage: Stage,
    passing: Option<RegexSet>,
}

impl Meaning for Listeners<'_> {
    fn listen(&self, step: usize, command: usize) -> Box<dyn Listener + '_> {
        let job = self.job;
        let Unit { component, stack, .. } = &job.units[self.units[step]];
        let is_plan = command == 0 && self.stage != Stage::Carry;
        // to destroy is to plan anew, so the plan that was shown is not the last word on what is protected
        let protected = if job.settings.action.changes() && is_plan {
            job.policy.protected_types(&job.settings.allow_destroy)
        } else {
            Vec::new()
        };
        Box::new(Text::new(Expected {
            refresh_only: job.settings.action == Action::Drift,
            enough_without_changes: self.stage == Stage::Both,
            repeatable: self.stage == Stage::Both || is_plan || job.settings.action == Action::Destroy,
            protected,
            passing: self.passing.clone(),
            unlock: format!("atmos terraform force-unlock {component} -s {stack} {{id}}"),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(action: Action) -> Settings {
        Settings {
            action,
            parallel: 2,
            keep_going: false,
            timeout: None,
            retries: 0,
            retry_delay: 1,
            retry_on: Vec::new(),
            narrow: true,
            auto_approve: false,
            allow_destroy: Vec::new(),
            globals: Vec::new(),
            args: vec!["-target=a.b".into()],
        }
    }

    fn job(action: Action) -> Job {
        let unit = |component: &str, after: &[usize]| Unit {
            stack: "dev".into(),
            component: component.into(),
            manifest: "deploy/dev.yaml".into(),
            after: after.to_vec(),
            ..Unit::default()
        };
        let units = [unit("a", &[]), unit("b/c", &[0])];
        let runs = Runs::of(Path::new("/repo"));
        Job::new("r".into(), settings(action), &units, &[0, 1], Policy::default(), runs, Path::new("/repo")).unwrap()
    }

    fn lines(job: &Job, stage: Stage) -> Vec<String> {
        job.commands(1, stage).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn command_lines_are_narrowed_and_carry_arguments() {
        let env = "ATMOS_STACKS_INCLUDED_PATHS=deploy/dev.yaml TF_IN_AUTOMATION=1";
        assert_eq!(
            lines(&job(Action::Apply), Stage::Both),
            [
                format!(
                    "{env} atmos terraform plan b/c -s dev -out=/repo/.gaia/runs/r/plans/dev+b+c.tfplan -input=false \
                     -no-color -- -target=a.b"
                ),
                format!(
                    "{env} atmos terraform apply b/c -s dev --planfile=/repo/.gaia/runs/r/plans/dev+b+c.tfplan \
                     -input=false -no-color"
                ),
            ]
        );
        assert_eq!(
            lines(&job(Action::Destroy), Stage::Carry),
            [format!("{env} atmos terraform destroy b/c -s dev -auto-approve -input=false -no-color -- -target=a.b")]
        );
        assert!(lines(&job(Action::Drift), Stage::Plan)[0].contains(" -refresh-only "));
    }

    #[test]
    fn destroying_goes_the_other_way_round() {
        assert_eq!(job(Action::Apply).after, [vec![], vec![0]]);
        assert_eq!(job(Action::Destroy).after, [vec![1], vec![]]);
    }

    #[test]
    fn names_of_files_are_safe() {
        assert_eq!(file_name("dev:a/b c.d"), "dev+a+b%20c.d");
    }
}
