//! A job: units in order, and what became of each.

use super::changes::Changes;
use super::commands::Listeners;
use super::cost::Costs;
use super::digest::Digests;
use super::safety::{Policy, patterns};
use super::select::order;
use super::units::{Chosen, Unit};
use crate::error::{Error, Kind, Result};
use crate::runner::{
    Finish, Holder, Journal, Limits, Lock, Locked, Record, Run, Runs, Signals, Sink, Status, Step, StepRecord, execute,
    waves,
};
use crate::workspace::gaia_yaml::Patience;
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
    /// How patient it is with each unit, before what units and gaia.yaml say.
    #[serde(flatten)]
    pub patience: Patience,
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
    /// The run whose plans are applied.
    #[serde(default)]
    pub plans_of: Option<String>,
}

/// How many times a failure that may pass is tried again, and after how many seconds, unless somebody says otherwise.
const RETRIES: u32 = 2;
const RETRY_DELAY: u64 = 5;

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
    pub(super) manifests: Vec<Option<BTreeSet<String>>>,
    pub(super) digests: Vec<String>,
    pub(super) policy: Policy,
    /// How patient it is with each.
    pub(super) patience: Vec<Patience>,
    runs: Runs,
    /// Where plans are: in the run's own directory, or in that of the run that planned.
    plans: PathBuf,
    pub(super) cwd: PathBuf,
    /// What changes cost, where somebody worked it out.
    pub costs: Costs,
}

impl Job {
    /// A job over some of all units.
    ///
    /// # Errors
    /// A pattern of `retry_on` or a limit that makes no sense; also in `settings.gaia` of a unit.
    pub fn new(
        id: String,
        settings: Settings,
        all: &[Unit],
        chosen: Vec<Chosen>,
        policy: Policy,
        runs: Runs,
        cwd: &Path,
    ) -> Result<Job> {
        RegexSet::new(&settings.patience.retry_on).map_err(|e| Error::usage(format!("`--retry-on`: {e}")))?;
        patterns(&settings.allow_destroy)?;
        let mut after = order(all, &chosen.iter().map(|c| c.unit).collect::<Vec<_>>());
        if settings.action == Action::Destroy {
            after = reversed(&after);
        }
        let units: Vec<Unit> = chosen.iter().map(|c| all[c.unit].clone()).collect();
        let mut digests = Digests::default();
        let named = |places: &[usize]| places.iter().map(|p| units[*p].name()).collect::<Vec<_>>();
        let digest = |((unit, chosen), after): ((&Unit, &Chosen), &Vec<usize>)| {
            digests.of(unit, &chosen.settled, &named(after), &settings.args)
        };
        let digests = units.iter().zip(&chosen).zip(&after).map(digest).collect();
        let manifests = chosen.into_iter().map(|c| c.manifests.filter(|_| settings.narrow)).collect();
        let patience = |unit: &Unit| {
            let own = Patience::of_component(&unit.sections)?;
            Ok(settings.patience.or(&own).or(&policy.patience))
        };
        let patience = units.iter().map(patience).collect::<Result<_>>()?;
        let plans = runs.dir(&id).join("plans");
        Ok(Job {
            id,
            settings,
            after,
            manifests,
            digests,
            policy,
            patience,
            runs,
            plans,
            cwd: cwd.to_owned(),
            units,
            costs: Costs::default(),
        })
    }

    /// Takes the plans of another run.
    pub fn use_plans_of(&mut self, run: &Run) {
        self.plans = run.dir.join("plans");
        self.settings.plans_of = Some(run.record.id.clone());
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

    pub(super) fn plan_file(&self, unit: usize) -> PathBuf {
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
            chained: false,
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
                timeout: self.patience[*unit].timeout.map(Duration::from_secs),
                retries: self.patience[*unit].retries.unwrap_or(RETRIES),
                backoff: Duration::from_secs(self.patience[*unit].retry_delay.unwrap_or(RETRY_DELAY)),
            })
            .collect();
        let settings = &self.settings;
        let limits = Limits { parallel: settings.parallel, keep_going: settings.keep_going, locks: self.runs.locks() };
        let kind = if stage == Stage::Plan { "plan" } else { settings.action.word() };
        let kind = if settings.action == Action::Drift { "drift" } else { kind };
        let meaning = Listeners { job: self, units, stage };
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

    /// The units in waves: what a unit waits for stands in earlier ones.
    ///
    /// # Errors
    /// Units that wait for each other.
    pub fn waves(&self) -> Result<Vec<Vec<usize>>> {
        waves(&self.after).map_err(|circular| {
            let names: Vec<String> = circular.iter().map(|unit| format!("`{}`", self.units[*unit].name())).collect();
            Error::new(format!("these depend on each other: {}", names.join(", ")))
        })
    }

    /// What some units come after, by places among them.
    fn order_among(&self, units: &[usize]) -> Vec<Vec<usize>> {
        let among = |unit: &usize| self.after[*unit].iter().filter_map(|a| units.iter().position(|u| u == a)).collect();
        units.iter().map(among).collect()
    }
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
pub(super) fn file_name(name: &str) -> String {
    use std::fmt::Write as _;
    name.chars().fold(String::new(), |mut text, c| {
        let _ = match c {
            ':' => write!(text, "@"),
            '/' => write!(text, "+"),
            c if c.is_alphanumeric() || "-_.".contains(c) => write!(text, "{c}"),
            c => write!(text, "%{:x}", u32::from(c)),
        };
        text
    })
}
