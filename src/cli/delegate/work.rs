//! From a job to its end, and from that to an answer.

use super::args::{Format, Shown};
use super::table;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::delegate::{Action, Changes, Ignored, Job, Outcome, Stage, Unit, amount, junit, markdown};
use crate::error::{Error, Kind, Result};
use crate::output::{self, ask, write_file};
use crate::platform;
use crate::runner::{Event, Happening, Journal, Run, Signals, Sink, Status};
use std::collections::BTreeSet;

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
        self.job.waves()?;
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
        let merged = shown.into_iter().map(|shown| {
            let Some(mut done) = done.iter().find(|d| d.unit == shown.unit).cloned() else { return shown };
            if let (Some(changes), Some(plan)) = (done.changes.take(), &shown.changes) {
                done.changes = Some(changes.with_plan(plan));
            }
            done
        });
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
        let cost = self.job.total_cost(shown).map(|c| format!(", {} a month", amount(c))).unwrap_or_default();
        let what = format!("{word} {} of {} components: {total}{cost}", todo.len(), shown.len());
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
                status: if self.kept.contains(&unit) { Status::Kept } else { Status::Succeeded },
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
            write_file(file, junit(self.job, outcomes).as_bytes())?;
        }
        if let Some(file) = &self.shown.summary {
            write_file(file, markdown(self.job, outcomes).as_bytes())?;
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
    let name = format!("atmos{}", std::env::consts::EXE_SUFFIX);
    if std::env::split_paths(&path).any(|dir| platform::is_program(&dir.join(&name))) {
        return Ok(());
    }
    Err(Error::new("`atmos` is not on PATH")
        .kind(Kind::Unavailable)
        .hint("gaia hands plans and applies to Atmos: install it, or show the command lines with `--dry-run`"))
}
