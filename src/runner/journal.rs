//! The journal: what runs were about, what happened in them, and what their steps wrote.
//!
//! ```text
//! .gaia/runs/<id>/run.json      what was to be done (written once, whole)
//!                 events.jsonl  what happened, a line each
//!                 logs/         what each step wrote
//!                 plans/        files that steps leave for later
//!                 alive.lock    held while gaia works on the run
//! ```

use super::Command;
use super::event::{Event, Happening, Sink, Status};
use super::lock::{Holder, Lock, Locked};
use crate::error::{Error, Kind, Result};
use crate::platform;
use crate::text::{did_you_mean, sha256};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The version of the journal's form.
const VERSION: u32 = 1;

/// What a run was to do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The version of this form.
    pub version: u32,
    /// The name of the run.
    pub id: String,
    /// What kind of run it is.
    pub kind: String,
    /// When it began.
    pub started: String,
    /// The words of gaia's command line.
    pub command: Vec<String>,
    /// What its owner needs to know to go on with it.
    pub data: Value,
    /// Its steps.
    pub steps: Vec<StepRecord>,
    /// Whether every line of the journal carries the digest of the one before, and is on the disk before the run goes
    /// on: for runs that change what cannot be made anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chained: bool,
}

/// What a step was to do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StepRecord {
    /// Its name.
    pub name: String,
    /// What its owner says about it.
    pub labels: BTreeMap<String, String>,
    /// The steps that it comes after.
    pub after: Vec<String>,
    /// Its commands.
    pub commands: Vec<Command>,
    /// Its log, below the run's directory.
    pub log: PathBuf,
    /// The digest of all that it depends on.
    pub digest: String,
}

/// Where a run stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// gaia works on it.
    Running,
    /// gaia ended before the run did.
    Died,
    /// It ended, in this way.
    #[serde(untagged)]
    Ended(Status),
}

impl State {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Ended(status) => status.words(),
            State::Died => "died",
        }
    }
}

/// All runs of a repository.
#[derive(Clone, Debug)]
pub struct Runs {
    root: PathBuf,
}

impl Runs {
    /// The runs of the repository in a directory.
    pub fn of(root: &Path) -> Runs {
        Runs { root: root.join(".gaia") }
    }

    /// The directory of a run.
    pub fn dir(&self, id: &str) -> PathBuf {
        self.root.join("runs").join(id)
    }

    /// The directory of locks.
    pub fn locks(&self) -> PathBuf {
        self.root.join("locks")
    }

    /// Makes the directory of what gaia keeps in a repository, `.gaia`, of which git takes no notice.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn keep_from_git(&self) -> Result<()> {
        let ignore = self.root.join(".gitignore");
        if ignore.exists() {
            return Ok(());
        }
        write_private(&ignore, b"*\n")
    }

    /// A name for a run that begins now. Names sort by time.
    pub fn new_id() -> String {
        let now = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC);
        let random = uuid::Uuid::new_v4().simple().to_string();
        format!("{}-{}", now.strftime("%Y%m%dT%H%M%S%3f"), &random[..4])
    }

    /// Writes what a run is to do, and opens its journal.
    ///
    /// # Errors
    /// The directory cannot be written.
    pub fn create(&self, record: &Record) -> Result<Journal> {
        let dir = self.dir(&record.id);
        let failed = |e: std::io::Error| Error::new(format!("cannot write `{}`: {e}", dir.display()));
        // plans hold values that nobody else is to read
        for name in ["logs", "plans"] {
            platform::private_dir(&dir.join(name)).map_err(failed)?;
        }
        self.keep_from_git()?;
        let record = Record { version: VERSION, ..record.clone() };
        let text = serde_json::to_vec_pretty(&record).map_err(|e| Error::new(e.to_string()))?;
        write_private(&dir.join("run.json"), &text)?;
        Journal::open(&dir, &record)
    }

    /// The names of all runs, the latest first.
    pub fn ids(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.root.join("runs")).into_iter().flatten().flatten();
        let runs = entries.filter(|e| e.path().join("run.json").is_file());
        let mut ids: Vec<String> = runs.filter_map(|e| e.file_name().into_string().ok()).collect();
        ids.sort_unstable_by(|a, b| b.cmp(a));
        ids
    }

    /// A run by its name, the beginning of it, or `latest`.
    ///
    /// # Errors
    /// No run or several have that name, or it cannot be read.
    pub fn find(&self, name: &str) -> Result<Run> {
        let ids = self.ids();
        let found: Vec<&String> = match name {
            "latest" => ids.iter().take(1).collect(),
            _ => ids.iter().filter(|id| *id == name || (!name.is_empty() && id.starts_with(name))).collect(),
        };
        match found[..] {
            [id] => self.open(id),
            [] if ids.is_empty() => Err(Error::new("there are no runs yet").hint("`gaia plan -s STACK` makes one")),
            [] => Err(Error::new(format!("there is no run `{name}`"))
                .maybe_hint(did_you_mean(name, ids.iter().map(String::as_str)))
                .hint("`gaia run list` shows all")),
            _ => {
                Err(Error::usage(format!("several runs begin with `{name}`"))
                    .hint("give more of the name, or `latest`"))
            }
        }
    }

    /// Reads a run.
    ///
    /// # Errors
    /// It is not there, or of another form.
    pub fn open(&self, id: &str) -> Result<Run> {
        let dir = self.dir(id);
        let path = dir.join("run.json");
        let text = std::fs::read_to_string(&path)
            .map_err(|e| Error::new(format!("cannot read the run `{id}`: {e}")).in_file(&path))?;
        let record: Record = serde_json::from_str(&text)
            .map_err(|e| Error::new(format!("the run `{id}` cannot be understood: {e}")).in_file(&path))?;
        if record.version > VERSION {
            return Err(Error::new(format!("the run `{id}` was made by a newer gaia")).in_file(&path));
        }
        let events = std::fs::read_to_string(dir.join("events.jsonl")).unwrap_or_default();
        // the last line of a run that was killed may be cut off
        let events = events.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        Ok(Run { dir, record, events })
    }

    /// Removes a run.
    ///
    /// # Errors
    /// gaia works on it, or its directory cannot be removed.
    pub fn remove(&self, id: &str) -> Result<()> {
        let dir = self.dir(id);
        if Lock::is_held(&dir.join("alive.lock")) {
            return Err(Error::new(format!("the run `{id}` is running")).kind(Kind::Locked));
        }
        std::fs::remove_dir_all(&dir).map_err(|e| Error::new(format!("cannot remove `{}`: {e}", dir.display())))
    }
}

/// A run as its journal tells it.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its directory.
    pub dir: PathBuf,
    /// What it was to do.
    pub record: Record,
    /// What happened.
    pub events: Vec<Event>,
}

impl Run {
    /// Where it stands.
    pub fn state(&self) -> State {
        if Lock::is_held(&self.dir.join("alive.lock")) {
            return State::Running;
        }
        let last = self.events.iter().rev().find(|e| matches!(e.event, Happening::RunStarted | Happening::RunFinished));
        match last {
            Some(event) if event.event == Happening::RunFinished => {
                State::Ended(event.status.unwrap_or(Status::Failed))
            }
            _ => State::Died,
        }
    }

    /// The last that is known of each step: how it ended, or the event that began it.
    pub fn last(&self, step: &str) -> Option<&Event> {
        let tells = |e: &&Event| {
            use Happening::{StepFinished, StepKept, StepSkipped, StepStarted};
            e.step.as_deref() == Some(step)
                && matches!(e.event, StepFinished | StepSkipped | StepStarted)
                && e.event != StepKept
        };
        self.events.iter().rev().find(tells)
    }

    /// How a step ended; `None` when it never began, or was cut off.
    pub fn status(&self, step: &str) -> Option<Status> {
        self.last(step)?.status
    }

    /// How long the run took, where it ended.
    pub fn seconds(&self) -> Option<f64> {
        self.events.iter().rev().find(|e| e.event == Happening::RunFinished)?.seconds
    }

    /// Steps whose processes live on although gaia is gone, with their process groups.
    pub fn orphans(&self) -> Vec<(&str, i32)> {
        if self.state() != State::Died {
            return Vec::new();
        }
        let steps = self.record.steps.iter().map(|step| step.name.as_str());
        let begun = steps.filter_map(|step| {
            let event = self.last(step).filter(|e| e.event == Happening::StepStarted)?;
            Some((step, event.process?))
        });
        begun.filter(|(_, group)| platform::is_group_alive(*group)).collect()
    }

    /// Whether no line of a chained journal was changed or taken out since it was written.
    ///
    /// # Errors
    /// One was; which.
    pub fn verify(&self) -> Result<()> {
        let path = self.dir.join("events.jsonl");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let mut previous = String::new();
        for (index, line) in text.lines().enumerate() {
            // a line that was cut off when gaia was killed is followed by whole ones
            let told = serde_json::from_str::<Value>(line).ok();
            if self.record.chained && told.is_some_and(|line| line["previous"] != previous.as_str()) {
                return Err(Error::new(format!("line {} of the journal is not the one that was written", index + 1))
                    .in_file(&path));
            }
            previous = sha256(line.as_bytes());
        }
        Ok(())
    }

    /// Opens the journal to go on with the run.
    ///
    /// # Errors
    /// gaia works on it already, or it cannot be written.
    pub fn resume(&self) -> Result<Journal> {
        Journal::open(&self.dir, &self.record)
    }
}

/// The journal of a run that goes on.
#[derive(Debug)]
pub struct Journal {
    dir: PathBuf,
    events: File,
    broken: Option<String>,
    /// The digest of the last line, where lines are chained.
    last: Option<String>,
    _alive: Lock,
}

impl Journal {
    fn open(dir: &Path, record: &Record) -> Result<Journal> {
        let holder = Holder::here(&record.id, &record.command.join(" "));
        let alive = Lock::take(&dir.join("alive.lock"), &holder).map_err(|locked| match locked {
            Locked::By(_) => Error::new(format!("the run `{}` is running", record.id)).kind(Kind::Locked),
            Locked::Failed(error) => error,
        })?;
        let path = dir.join("events.jsonl");
        let open = || {
            let mut events = platform::append(&path, if record.chained { 0o600 } else { 0o666 })?;
            let written = std::fs::read(&path)?;
            // a line that was cut off must not join the next one
            if written.last().is_some_and(|last| *last != b'\n') {
                events.write_all(b"\n")?;
            }
            let lines = written.strip_suffix(b"\n").unwrap_or(&written);
            let last = lines.rsplit(|byte| *byte == b'\n').next().filter(|line| !line.is_empty());
            Ok((events, last.map(sha256).unwrap_or_default()))
        };
        let (events, last) =
            open().map_err(|e: std::io::Error| Error::new(format!("cannot write `{}`: {e}", path.display())))?;
        let last = record.chained.then_some(last);
        Ok(Journal { dir: dir.to_owned(), events, broken: None, last, _alive: alive })
    }

    /// The directory of the run.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Why events could not be written, if any could not.
    pub fn broken(&self) -> Option<&str> {
        self.broken.as_deref()
    }
}

/// An event as a link of the chain.
#[derive(Serialize)]
struct Link<'a> {
    #[serde(flatten)]
    event: &'a Event,
    previous: &'a str,
}

impl Journal {
    fn write(&mut self, event: &Event) -> std::io::Result<()> {
        let mut line = match &self.last {
            Some(previous) => serde_json::to_vec(&Link { event, previous })?,
            None => serde_json::to_vec(event)?,
        };
        let chained = self.last.as_mut().map(|last| *last = sha256(&line)).is_some();
        line.push(b'\n');
        // one write a line: a reader sees it whole or not at all
        self.events.write_all(&line)?;
        if chained { self.events.sync_data() } else { Ok(()) }
    }
}

impl Sink for Journal {
    fn event(&mut self, event: &Event) {
        if let Err(error) = self.write(event) {
            self.broken.get_or_insert_with(|| error.to_string());
        }
    }
}

/// Writes a file that nobody else is to read, whole or not at all.
///
/// # Errors
/// It cannot be written.
pub fn write_private(path: &Path, content: &[u8]) -> Result<()> {
    platform::write_lasting(path, content, platform::Readers::Owner)
        .map_err(|e| Error::new(format!("cannot write `{}`: {e}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_line_of_a_chained_journal_is_found() {
        let dir = tempfile::tempdir().unwrap();
        let runs = Runs::of(dir.path());
        let record = Record { id: "r1".into(), chained: true, ..Record::default() };
        let mut journal = runs.create(&record).unwrap();
        for step in ["a", "b"] {
            journal.event(&Event::of_step(Happening::StepStarted, step));
        }
        drop(journal);
        let path = runs.dir("r1").join("events.jsonl");
        // gaia was killed within a line
        std::fs::write(&path, std::fs::read_to_string(&path).unwrap() + "{\"time").unwrap();
        let run = runs.open("r1").unwrap();
        run.verify().unwrap();
        run.resume().unwrap().event(&Event::of_step(Happening::StepFinished, "b"));
        runs.open("r1").unwrap().verify().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replacen("\"a\"", "\"c\"", 1)).unwrap();
        let error = runs.open("r1").unwrap().verify().unwrap_err();
        assert_eq!(error.message(), "line 2 of the journal is not the one that was written");
    }
}
