//! A run: planned, begun, gone on with, gone back on; its journal and its audit record.

use super::audit::Audit;
use super::back::back;
use super::forward::{Way, forward};
use super::ground::Ground;
use super::log::Log;
use super::plan::{digest_of, record, steps};
use super::preflight::Preflight;
use super::{Data, Options, Planned, Present, Reach, Step};
use crate::cert::aws::{CURRENT, Cloud, PENDING, Pick, region_of};
use crate::cert::{CertificateRecord, Found, Material, Roots, Source, Target};
use crate::error::{Error, Kind, Result};
use crate::runner::{
    self, Event, Happening, Holder, Journal, Lock, Locked, Record, Run, Runs, Signals, Sink, Status, StepRecord,
};
use crate::text::sha256;
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The kind of these runs.
pub const KIND: &str = "certificate";

/// How a rotation ended.
#[derive(Debug)]
pub enum Ending {
    /// Every place holds the new certificate.
    Done,
    /// It failed, and every place holds the old one again.
    RolledBack(Error),
    /// It failed, and not every place could be put back: what is left, and what may be done.
    Incomplete(Error, Vec<String>),
    /// It failed, and nothing was put back, as was wished.
    Stopped(Error),
    /// Somebody asked to stop.
    Interrupted,
}

/// A run that has not ended.
#[derive(Debug)]
pub struct Unfinished {
    /// Its name.
    pub id: String,
    /// What it rotates.
    pub what: String,
}

impl Unfinished {
    /// Why no other run of the same certificate may begin.
    pub fn error(&self) -> Error {
        let Unfinished { id, what } = self;
        Error::new(format!("the run `{id}` of `{what}` has not ended"))
            .kind(Kind::Locked)
            .hint(format!("`gaia cert resume {id}` goes on, `gaia cert rollback {id}` goes back"))
    }
}

/// How a plan is carried out.
#[derive(Clone, Debug)]
pub struct How<'a> {
    /// What may be done.
    pub options: &'a Options,
    /// Where the new certificate comes from.
    pub source: &'a Source,
    /// How AWS and Kubernetes are reached.
    pub reach: Reach,
    /// Who approved the plan.
    pub approver: Option<String>,
}

/// Plans a rotation: looks at everything, and checks everything.
///
/// # Errors
/// The new certificate cannot be read.
pub fn plan(target: &Target, options: &Options, source: &Source, cloud: &Cloud, roots: &Roots) -> Result<Planned> {
    let now = Timestamp::now();
    let found = source.read(cloud)?;
    let new = Material::arrange(found, roots, now, "the new certificate")?;
    let present = Present::look(target, options, cloud, roots, now);
    let preflight = Preflight { target, options, source, cloud, roots, present: &present, new: &new, now };
    let findings = preflight.check();
    let can_undo_acm = preflight.can_undo_acm();
    let steps = steps(target, options, &present, &new);
    let before = present.before();
    let digest = digest_of(target, options, &before, &steps, &new.leaf.fingerprint())?;
    let records = steps.iter().map(|step| record(step, target, &present, can_undo_acm)).collect();
    let old = present.leaf().cloned();
    Ok(Planned { target: target.clone(), steps, before, new, old, findings, digest, records })
}

/// A run of the same certificate that has not ended. Runs that cannot be read count as over.
pub fn unfinished(runs: &Runs, target: &Target) -> Option<Unfinished> {
    let key = target.key();
    runs.ids().into_iter().filter_map(|id| runs.open(&id).ok()).find_map(|run| {
        let data = data(&run).ok()?;
        let is_open = data.target.key() == key && !is_over(&run);
        is_open.then(|| Unfinished { id: run.record.id.clone(), what: data.target.name })
    })
}

/// Whether a run came to an end that leaves nothing to do.
fn is_over(run: &Run) -> bool {
    let last = run.events.iter().rev().find(|e| matches!(e.event, Happening::RunStarted | Happening::RunFinished));
    last.is_some_and(|event| event.event == Happening::RunFinished && matches!(event.code, Some(0 | 3)))
}

fn data(run: &Run) -> Result<Data> {
    let id = &run.record.id;
    if run.record.kind != KIND {
        return Err(Error::new(format!("the run `{id}` rotates no certificate")).hint("`gaia run list` shows all runs"));
    }
    serde_json::from_value(run.record.data.clone())
        .map_err(|e| Error::new(format!("the record of the run `{id}` cannot be understood: {e}")))
}

/// A rotation under way.
pub struct Rotation<'a> {
    run: String,
    data: Data,
    cloud: &'a Cloud,
    roots: &'a Roots,
    new: Option<Material>,
    journal: Journal,
    command: Vec<String>,
    runs: &'a Runs,
    earlier: BTreeSet<String>,
    _lock: Lock,
}

impl<'a> Rotation<'a> {
    /// Begins a run of a plan.
    ///
    /// # Errors
    /// Another run works on the certificate or has not ended; the journal cannot be written.
    pub fn begin(
        planned: Planned,
        how: How<'_>,
        (cloud, roots): (&'a Cloud, &'a Roots),
        runs: &'a Runs,
        command: Vec<String>,
    ) -> Result<Self> {
        let run = Runs::new_id();
        let lock = lock(runs, &planned.target, &run, &command)?;
        if let Some(other) = unfinished(runs, &planned.target) {
            return Err(other.error());
        }
        let needs_aws = planned.target.acm.is_some() || planned.target.secret.is_some();
        let caller = needs_aws.then(|| cloud.identity().map(|identity| identity.arn)).transpose()?;
        let data = Data {
            new: planned.new.leaf.fingerprint(),
            target: planned.target,
            options: how.options.clone(),
            reach: how.reach,
            source: how.source.clone(),
            token: uuid::Uuid::new_v4().to_string(),
            before: planned.before,
            steps: planned.steps,
            digest: planned.digest,
            started: runner::now(),
            caller,
            approver: how.approver,
        };
        let step = |step: &Step| StepRecord { name: step.to_string(), ..StepRecord::default() };
        let record = Record {
            id: run.clone(),
            kind: KIND.into(),
            started: data.started.clone(),
            command: command.clone(),
            data: serde_json::to_value(&data).map_err(|e| Error::new(e.to_string()))?,
            steps: data.steps.iter().map(step).collect(),
            chained: true,
            ..Record::default()
        };
        let journal = runs.create(&record)?;
        let new = Some(planned.new);
        Ok(Rotation { run, data, cloud, roots, new, journal, command, runs, earlier: BTreeSet::new(), _lock: lock })
    }

    /// Goes on with a run that was cut off, failed or was interrupted.
    ///
    /// # Errors
    /// Somebody works on it, its journal was changed, or it has ended.
    pub fn again(
        run: &Run,
        data: Data,
        (cloud, roots): (&'a Cloud, &'a Roots),
        runs: &'a Runs,
        command: Vec<String>,
    ) -> Result<Self> {
        let id = run.record.id.clone();
        run.verify()?;
        if is_over(run) {
            return Err(Error::new(format!("the run `{id}` has ended: there is nothing to do")));
        }
        let lock = lock(runs, &data.target, &id, &command)?;
        let intents = run.events.iter().filter(|e| e.event == Happening::StepStarted && e.phase.is_none());
        let earlier = intents.filter_map(|e| e.step.clone()).collect();
        let journal = run.resume()?;
        Ok(Rotation { run: id, data, cloud, roots, new: None, journal, command, runs, earlier, _lock: lock })
    }

    /// What a run has to know, from its record.
    ///
    /// # Errors
    /// It is no rotation.
    pub fn data_of(run: &Run) -> Result<Data> {
        data(run)
    }

    /// The name of the run.
    pub fn id(&self) -> &str {
        &self.run
    }

    /// The certificate that it rotates.
    pub fn name(&self) -> &str {
        &self.data.target.name
    }

    /// Where the audit record is when the run has ended.
    pub fn audit_file(&self) -> PathBuf {
        self.journal.dir().join("audit.json")
    }

    /// The new certificate: as this run staged it, else from where it came.
    fn read_new(&self) -> Result<Material> {
        let found =
            match self.staged() {
                Some(found) => found,
                None => self.data.source.read(self.cloud).map_err(|e| {
                    e.hint("the run needs the new certificate again; `gaia cert rollback` does without")
                })?,
            };
        let new = Material::arrange(found, self.roots, Timestamp::now(), "the new certificate")?;
        if new.leaf.fingerprint() != self.data.new {
            let words = self.data.source.words();
            return Err(Error::new(format!("{words} holds another certificate than when the run began")));
        }
        Ok(new)
    }

    fn staged(&self) -> Option<Found> {
        let (secret, before) = (self.data.target.secret.as_ref()?, self.data.before.secret.as_ref()?);
        let secrets = self.cloud.secrets(region_of(&secret.id).or(secret.region())).ok()?;
        let stages = secrets.describe(&secret.id).ok()?;
        let is_there = [PENDING, CURRENT].iter().any(|stage| stages.holder(stage) == Some(&self.data.token));
        let version = is_there.then(|| secrets.get(&secret.id, Pick::Id(&self.data.token)).ok()).flatten()?;
        crate::cert::aws::Body::parse(&version.text).ok()?.found(&before.keys, "the new version of the secret").ok()
    }

    /// Goes forward to the end, or back where a step fails.
    ///
    /// # Errors
    /// The journal cannot be written, the new certificate is not at hand, another rotation got ahead of this one.
    pub fn forward(mut self, signals: &Signals, sink: &mut dyn Sink) -> Result<Ending> {
        if self.new.is_none() {
            self.new = Some(self.read_new()?);
        }
        self.act(sink, |ground, log| match forward(ground, log, signals) {
            Way::Through => Ending::Done,
            Way::Interrupted => Ending::Interrupted,
            Way::Failed(_, error) if !ground.data.options.rollback => Ending::Stopped(error),
            // nothing is wrong with the new certificate, which is in place everywhere
            Way::Failed(Step::Finish, error) => {
                let left = "every place holds the new certificate; the marks of the run are left".to_owned();
                Ending::Incomplete(error, vec![left])
            }
            Way::Failed(_, error) => go_back(ground, log, error),
        })
    }

    /// Puts everything back.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn backward(self, sink: &mut dyn Sink) -> Result<Ending> {
        self.act(sink, |ground, log| go_back(ground, log, Error::new("the rollback was asked for")))
    }

    /// Leaves every place as it is, removes the marks of the run, and counts it as over: where neither going on nor
    /// going back is wanted.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn abandon(self, sink: &mut dyn Sink) -> Result<Ending> {
        self.act(sink, |ground, log| match give_up(ground, log) {
            Ok(()) => Ending::Done,
            Err(error) => Ending::Stopped(error),
        })
    }

    fn act(mut self, sink: &mut dyn Sink, work: impl FnOnce(&Ground<'_>, &mut Log<'_>) -> Ending) -> Result<Ending> {
        let new = self.new.take();
        let record = new.as_ref().map(|new| CertificateRecord::new(&new.leaf, Timestamp::now()));
        let ground = Ground { run: &self.run, data: &self.data, cloud: self.cloud, roots: self.roots, new };
        let mut log = Log::new(&mut self.journal, sink, self.earlier.clone());
        log.tell(&Event { run: Some(self.run.clone()), kind: Some(KIND.into()), ..Event::new(Happening::RunStarted) });
        log.whole()?;
        let ending = work(&ground, &mut log);
        let (status, code) = match &ending {
            Ending::Done => (Status::Succeeded, 0),
            Ending::RolledBack(_) => (Status::Failed, 3),
            Ending::Incomplete(..) | Ending::Stopped(_) => (Status::Failed, 4),
            Ending::Interrupted => (Status::Interrupted, 130),
        };
        let reason = match &ending {
            Ending::RolledBack(error) | Ending::Incomplete(error, _) | Ending::Stopped(error) => {
                Some(error.message().to_owned())
            }
            Ending::Done | Ending::Interrupted => None,
        };
        let places = self.data.steps.iter().map(|step| (step.to_string(), ground.place(step))).collect();
        let finished = Event {
            run: Some(self.run.clone()),
            status: Some(status),
            code: Some(code),
            reason,
            ..Event::new(Happening::RunFinished)
        };
        log.tell(&finished);
        let outcomes = log.outcomes;
        let audit =
            Audit { run: &self.run, data: &self.data, command: &self.command, places, outcomes, code, new: record };
        audit.keep(&self.audit_file(), self.runs)?;
        match ending {
            // somebody else was faster, and nothing is left of this run
            Ending::RolledBack(error) if error.get_kind() == Kind::Locked => Err(error),
            ending => Ok(ending),
        }
    }
}

fn give_up(ground: &Ground<'_>, log: &mut Log<'_>) -> Result<()> {
    log.intent(&Step::Finish, Some("abandon"))?;
    let done = ground.apply(&Step::Finish);
    let status = if done.is_ok() { Status::Succeeded } else { Status::Failed };
    log.outcome(&Step::Finish, Some("abandon"), status, done.as_ref().err().map(Error::message));
    done
}

fn go_back(ground: &Ground<'_>, log: &mut Log<'_>, error: Error) -> Ending {
    match back(ground, log) {
        Ok(()) => Ending::RolledBack(error),
        Err(left) => Ending::Incomplete(error, left),
    }
}

fn lock(runs: &Runs, target: &Target, run: &str, command: &[String]) -> Result<Lock> {
    let name = format!("certificate-{}.lock", &sha256(target.key().as_bytes())[..16]);
    let holder = Holder::here(run, &command.join(" "));
    Lock::take(&runs.locks().join(name), &holder).map_err(|locked| match locked {
        Locked::By(other) => {
            let error = Error::new(format!("another run rotates `{}`", target.name)).kind(Kind::Locked);
            match other {
                Some(other) => error.note(other.to_string()),
                None => error,
            }
        }
        Locked::Failed(error) => error,
    })
}
