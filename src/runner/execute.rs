//! Runs the steps of a schedule as processes: lines become phases, ends become outcomes, everything becomes events.

use super::event::{Event, Happening, Sink, Status, Told};
use super::lock::{Holder, Lock, Locked};
use super::process::{Asked, Group, Process};
use super::schedule::{Schedule, waves};
use super::signal::Signals;
use super::{Command, now};
use crate::error::{Error, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// How long an interrupted process may take before it is killed, when a timeout interrupted it.
const GRACE: Duration = Duration::from_secs(30);
/// How often displays move when nothing happens.
const TICK: Duration = Duration::from_millis(100);
/// The longest line that is kept whole.
const LONGEST_LINE: u64 = 1 << 20;

/// Commands that run one after the other.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// The name, unique in its run.
    pub name: String,
    /// What its owner says about it.
    pub labels: BTreeMap<String, String>,
    /// The commands; each runs when the one before did well.
    pub commands: Vec<Command>,
    /// The steps that it comes after.
    pub after: Vec<usize>,
    /// What only one step at a time may use, in this run and in all others of this machine.
    pub lane: Option<PathBuf>,
    /// Where everything that it writes goes.
    pub log: PathBuf,
    /// Whether it counts as done already.
    pub kept: bool,
}

/// How a run is carried out.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How many steps run at once.
    pub parallel: usize,
    /// Whether other steps go on after a failure.
    pub keep_going: bool,
    /// How long one step may take.
    pub timeout: Option<Duration>,
    /// How many times a step is tried again that failed in passing.
    pub retries: u32,
    /// How long it waits before the first time; each time twice as long.
    pub backoff: Duration,
    /// Where the locks of lanes are.
    pub locks: PathBuf,
}

/// What became of a command, as its listener sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It did well: on with the next command.
    Good,
    /// It did well, and the step needs no further command.
    Enough,
    /// It failed.
    Failed,
    /// It failed in a way that may pass.
    Passing,
}

/// What a listener says at the end of a command.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What became of it.
    pub outcome: Outcome,
    /// Why it failed, in a line.
    pub reason: Option<String>,
    /// What there is to know about it; replaces what the step's earlier commands said, unless null.
    pub details: Value,
}

/// Somebody who understands what a command writes.
pub trait Listener {
    /// Hears a line, without its end; gives the phase that it shows.
    fn line(&mut self, line: &str) -> Option<String>;

    /// Judges by the exit code (`None` when a signal ended it) and all the lines.
    fn judge(self: Box<Self>, code: Option<i32>) -> Verdict;
}

/// Somebody who knows what commands mean.
pub trait Meaning: Sync {
    /// A listener for a command of a step, by their numbers.
    fn listen(&self, step: usize, command: usize) -> Box<dyn Listener + '_>;
}

/// How a step ended.
#[derive(Clone, Debug)]
pub struct Ended {
    /// How.
    pub status: Status,
    /// How long it took, all attempts together.
    pub seconds: f64,
    /// Why it failed or was skipped.
    pub reason: Option<String>,
    /// The exit code of its last command.
    pub code: Option<i32>,
    /// What its listener learned.
    pub details: Value,
}

/// How a run ended.
#[derive(Clone, Debug)]
pub struct Finish {
    /// How each step ended.
    pub steps: Vec<Ended>,
    /// How urgently somebody asked to stop.
    pub interrupted: u8,
    /// How long it took.
    pub seconds: f64,
}

impl Finish {
    /// How the whole ended: as its worst step.
    pub fn status(&self) -> Status {
        let any = |status| self.steps.iter().any(|s| s.status == status);
        if self.interrupted > 0 && self.steps.iter().any(|s| !s.status.is_good()) {
            Status::Interrupted
        } else if any(Status::Failed) {
            Status::Failed
        } else if any(Status::TimedOut) {
            Status::TimedOut
        } else if any(Status::Skipped) || any(Status::NotStarted) {
            Status::Failed
        } else {
            Status::Succeeded
        }
    }
}

/// What the threads of steps tell.
enum Message {
    Started(usize, Group),
    Phase(usize, String),
    Line(usize, String),
    Ended(usize, Option<i32>, Verdict),
    Signal(u8),
}

/// A step while it runs.
struct Running {
    since: Instant,
    group: Option<Group>,
    asked: Option<(Asked, Instant)>,
    timed_out: bool,
}

/// Runs steps to their end, and tells every sink what happens.
///
/// # Errors
/// Steps that wait for each other. That a step fails is no error.
pub fn execute(
    run: (&str, &str),
    steps: &[Step],
    limits: &Limits,
    meaning: &dyn Meaning,
    signals: &Signals,
    sinks: &mut [&mut dyn Sink],
) -> Result<Finish> {
    let after: Vec<Vec<usize>> = steps.iter().map(|s| s.after.clone()).collect();
    let lanes: Vec<Option<String>> =
        steps.iter().map(|s| s.lane.as_ref().map(|lane| lane.to_string_lossy().into_owned())).collect();
    let circle = |steps_of: Vec<usize>| {
        let names: Vec<_> = steps_of.iter().map(|step| format!("`{}`", steps[*step].name)).collect();
        Error::new(format!("these wait for each other: {}", names.join(", ")))
    };
    let schedule = Schedule::new(&after, &lanes, limits.parallel, limits.keep_going).map_err(circle)?;
    let waves = waves(&after).map_err(circle)?;
    let (sender, messages) = mpsc::channel();
    let (tell, told) = mpsc::channel();
    signals.tell(tell);
    let forward = sender.clone();
    let stopping = AtomicU8::new(0);
    let finish = std::thread::scope(|scope| {
        // ends when the signals let go of their listener, which is when another run begins or gaia ends
        std::thread::spawn(move || told.iter().try_for_each(|level| forward.send(Message::Signal(level))));
        let mut conductor = Conductor {
            steps,
            limits,
            schedule,
            sinks,
            running: BTreeMap::new(),
            ended: vec![None; steps.len()],
            attempts: vec![0; steps.len()],
            spent: vec![0.0; steps.len()],
            wakes: BTreeMap::new(),
            level: 0,
        };
        let begun = Instant::now();
        conductor.begin(run, &waves);
        loop {
            while let Some(step) = conductor.schedule.start() {
                conductor.attempts[step] += 1;
                let (sender, stopping) = (sender.clone(), &stopping);
                scope.spawn(move || attempt(step, &steps[step], limits, meaning, run, stopping, &sender));
                conductor.started(step);
            }
            if conductor.schedule.is_over() {
                break;
            }
            match messages.recv_timeout(TICK) {
                Ok(message) => conductor.hear(message, &stopping),
                Err(RecvTimeoutError::Timeout) => conductor.sinks.iter_mut().for_each(|sink| sink.tick()),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            conductor.watch_the_clock();
        }
        conductor.finish(run, begun)
    });
    Ok(finish)
}

/// The one thread that decides; the others run processes and tell it.
struct Conductor<'a, 'b> {
    steps: &'a [Step],
    limits: &'a Limits,
    schedule: Schedule,
    sinks: &'a mut [&'b mut dyn Sink],
    running: BTreeMap<usize, Running>,
    ended: Vec<Option<Ended>>,
    attempts: Vec<u32>,
    spent: Vec<f64>,
    wakes: BTreeMap<usize, (Instant, Ended)>,
    level: u8,
}

impl Conductor<'_, '_> {
    fn emit(&mut self, event: &Event) {
        self.sinks.iter_mut().for_each(|sink| sink.event(event));
    }

    fn begin(&mut self, (run, kind): (&str, &str), waves: &[Vec<usize>]) {
        let wave = |step: usize| 1 + waves.iter().position(|wave| wave.contains(&step)).unwrap_or_default();
        let told = self.steps.iter().enumerate().map(|(number, step)| Told {
            name: step.name.clone(),
            labels: step.labels.clone(),
            after: step.after.iter().map(|before| self.steps[*before].name.clone()).collect(),
            wave: wave(number),
        });
        let event = Event {
            run: Some(run.to_owned()),
            kind: Some(kind.to_owned()),
            steps: Some(told.collect()),
            ..Event::new(Happening::RunStarted)
        };
        self.emit(&event);
        for (number, step) in self.steps.iter().enumerate().filter(|(_, step)| step.kept) {
            self.schedule.keep(number);
            self.ended[number] =
                Some(Ended { status: Status::Kept, seconds: 0.0, reason: None, code: None, details: Value::Null });
            self.emit(&Event { status: Some(Status::Kept), ..Event::of_step(Happening::StepKept, &step.name) });
        }
    }

    fn started(&mut self, step: usize) {
        let now = Instant::now();
        self.running.insert(step, Running { since: now, group: None, asked: None, timed_out: false });
    }

    fn hear(&mut self, message: Message, stopping: &AtomicU8) {
        match message {
            Message::Started(step, group) => {
                let event = Event {
                    attempt: Some(self.attempts[step]),
                    process: group.number(),
                    ..Event::of_step(Happening::StepStarted, &self.steps[step].name)
                };
                self.emit(&event);
                let asked = match self.level {
                    0 | 1 => None,
                    2 => Some(Asked::Interrupt),
                    _ => Some(Asked::Kill),
                };
                if let Some(asked) = asked {
                    group.ask(asked);
                }
                if let Some(running) = self.running.get_mut(&step) {
                    running.asked = asked.map(|asked| (asked, Instant::now()));
                    running.group = Some(group);
                }
            }
            Message::Phase(step, phase) => {
                self.emit(&Event {
                    phase: Some(phase),
                    ..Event::of_step(Happening::StepPhase, &self.steps[step].name)
                });
            }
            Message::Line(step, line) => {
                let name = &self.steps[step].name;
                self.sinks.iter_mut().for_each(|sink| sink.line(name, &line));
            }
            Message::Ended(step, code, verdict) => self.ended(step, code, verdict),
            Message::Signal(level) => self.interrupt(level, stopping),
        }
    }

    /// Somebody asked to stop, more urgently each time.
    fn interrupt(&mut self, level: u8, stopping: &AtomicU8) {
        if level <= self.level {
            return;
        }
        self.level = level;
        stopping.store(level, Ordering::Relaxed);
        self.emit(&Event { level: Some(level), ..Event::new(Happening::Interrupted) });
        for step in self.schedule.stop() {
            if let Some((_, ended)) = self.wakes.remove(&step) {
                self.end(step, Ended { status: Status::Interrupted, ..ended });
            }
        }
        let asked = match level {
            0 | 1 => return,
            2 => Asked::Interrupt,
            _ => Asked::Kill,
        };
        for running in self.running.values_mut() {
            if let Some(group) = &running.group {
                group.ask(asked);
                running.asked = Some((asked, Instant::now()));
            }
        }
    }

    /// Steps that take too long, and steps whose pause is over.
    fn watch_the_clock(&mut self) {
        let now = Instant::now();
        for running in self.running.values_mut() {
            let Some(group) = &running.group else { continue };
            match (running.asked, self.limits.timeout) {
                (None, Some(timeout)) if now - running.since > timeout => {
                    running.timed_out = true;
                    running.asked = Some((Asked::Interrupt, now));
                    group.ask(Asked::Interrupt);
                }
                (Some((Asked::Interrupt, since)), _) if running.timed_out && now - since > GRACE => {
                    running.asked = Some((Asked::Kill, now));
                    group.ask(Asked::Kill);
                }
                _ => {}
            }
        }
        let awake: Vec<usize> = self.wakes.iter().filter(|(_, (at, _))| *at <= now).map(|(step, _)| *step).collect();
        for step in awake {
            self.wakes.remove(&step);
            self.schedule.wake(step);
        }
    }

    fn ended(&mut self, step: usize, code: Option<i32>, verdict: Verdict) {
        let running = self.running.remove(&step);
        self.spent[step] += running.as_ref().map_or(0.0, |r| r.since.elapsed().as_secs_f64());
        let timed_out = running.as_ref().is_some_and(|r| r.timed_out);
        let asked = running.and_then(|r| r.asked).is_some();
        let good = matches!(verdict.outcome, Outcome::Good | Outcome::Enough);
        let mut ended = Ended {
            status: if good { Status::Succeeded } else { Status::Failed },
            seconds: self.spent[step],
            reason: verdict.reason,
            code,
            details: verdict.details,
        };
        if timed_out {
            ended.status = Status::TimedOut;
            ended.reason = self.limits.timeout.map(|t| format!("took longer than {} s", t.as_secs_f64()));
        } else if asked && !good {
            ended.status = Status::Interrupted;
        }
        let tries = self.attempts[step];
        let again = ended.status == Status::Failed
            && verdict.outcome == Outcome::Passing
            && tries <= self.limits.retries
            && self.schedule.pause(step);
        if !again {
            self.end(step, ended);
            return;
        }
        let delay = self.limits.backoff * 2_u32.saturating_pow(tries - 1);
        let event = Event {
            attempt: Some(tries),
            reason: ended.reason.clone(),
            delay: Some(delay.as_secs_f64()),
            ..Event::of_step(Happening::StepRetry, &self.steps[step].name)
        };
        self.emit(&event);
        self.wakes.insert(step, (Instant::now() + delay, ended));
    }

    /// A step ended for good.
    fn end(&mut self, step: usize, ended: Ended) {
        let event = Event {
            attempt: Some(self.attempts[step]),
            status: Some(ended.status),
            code: ended.code,
            seconds: Some(milliseconds(ended.seconds)),
            reason: ended.reason.clone(),
            details: (!ended.details.is_null()).then(|| ended.details.clone()),
            ..Event::of_step(Happening::StepFinished, &self.steps[step].name)
        };
        self.emit(&event);
        let good = ended.status.is_good();
        self.ended[step] = Some(ended);
        if good {
            self.schedule.done(step);
            return;
        }
        for skip in self.schedule.failed(step) {
            let because = &self.steps[skip.because].name;
            let event = Event {
                status: Some(Status::Skipped),
                because: Some(because.clone()),
                ..Event::of_step(Happening::StepSkipped, &self.steps[skip.step].name)
            };
            let reason = Some(format!("it depends on `{because}`, which failed"));
            self.ended[skip.step] =
                Some(Ended { status: Status::Skipped, seconds: 0.0, reason, code: None, details: Value::Null });
            self.emit(&event);
        }
    }

    fn finish(mut self, (run, kind): (&str, &str), begun: Instant) -> Finish {
        // what waited to be tried again when another step's failure ended the run
        for step in self.schedule.stop() {
            if let Some((_, ended)) = self.wakes.remove(&step) {
                self.end(step, ended);
            }
        }
        let missing = |ended: Option<Ended>| {
            ended.unwrap_or(Ended {
                status: Status::NotStarted,
                seconds: 0.0,
                reason: None,
                code: None,
                details: Value::Null,
            })
        };
        let steps = std::mem::take(&mut self.ended).into_iter().map(missing).collect();
        let finish = Finish { steps, interrupted: self.level, seconds: begun.elapsed().as_secs_f64() };
        let event = Event {
            run: Some(run.to_owned()),
            kind: Some(kind.to_owned()),
            status: Some(finish.status()),
            seconds: Some(milliseconds(finish.seconds)),
            ..Event::new(Happening::RunFinished)
        };
        self.emit(&event);
        finish
    }
}

/// Seconds as events tell them.
fn milliseconds(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}

/// Runs the commands of a step once, in a thread of its own.
fn attempt(
    number: usize,
    step: &Step,
    limits: &Limits,
    meaning: &dyn Meaning,
    run: (&str, &str),
    stopping: &AtomicU8,
    sender: &Sender<Message>,
) {
    let mut last = (None, Verdict { outcome: Outcome::Good, reason: None, details: Value::Null });
    let begun = wait_for_lane(step, limits, run, stopping).and_then(|lane| {
        let log = open_log(&step.log)?;
        Ok((lane, log))
    });
    match begun {
        Ok((_lane, mut log)) => {
            for (which, command) in step.commands.iter().enumerate() {
                if which > 0 && stopping.load(Ordering::Relaxed) > 1 {
                    last.1 = failed("interrupted before its last command".to_owned(), last.1.details);
                    break;
                }
                let listener = meaning.listen(number, which);
                let (code, verdict) = run_command(number, command, listener, &mut log, sender)
                    .unwrap_or_else(|e| (None, failed(e.message().to_owned(), Value::Null)));
                let details = if verdict.details.is_null() { last.1.details } else { verdict.details };
                last = (code, Verdict { details, ..verdict });
                if last.1.outcome != Outcome::Good {
                    break;
                }
            }
        }
        Err(error) => last.1 = failed(error.message().to_owned(), Value::Null),
    }
    // the conductor is there as long as any step runs
    let _ = sender.send(Message::Ended(number, last.0, last.1));
}

fn failed(reason: String, details: Value) -> Verdict {
    Verdict { outcome: Outcome::Failed, reason: Some(reason), details }
}

fn open_log(path: &Path) -> Result<File> {
    let open = || {
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        OpenOptions::new().create(true).append(true).open(path)
    };
    open().map_err(|e| Error::new(format!("cannot write `{}`: {e}", path.display())))
}

/// Waits until no other run uses the step's lane.
fn wait_for_lane(step: &Step, limits: &Limits, (run, kind): (&str, &str), stopping: &AtomicU8) -> Result<Option<Lock>> {
    let Some(lane) = &step.lane else { return Ok(None) };
    let name: String =
        lane.to_string_lossy().chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
    let path = limits.locks.join(format!("lane{name}.lock"));
    let holder = Holder::here(run, &format!("{kind} {}", step.name));
    loop {
        match Lock::take(&path, &holder) {
            Ok(lock) => return Ok(Some(lock)),
            Err(Locked::Failed(error)) => return Err(error),
            Err(Locked::By(_)) if stopping.load(Ordering::Relaxed) > 0 => {
                return Err(Error::new(format!("interrupted while another run used `{}`", lane.display())));
            }
            Err(Locked::By(_)) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// Runs one command, and hears every line of it.
fn run_command(
    number: usize,
    command: &Command,
    mut listener: Box<dyn Listener + '_>,
    log: &mut File,
    sender: &Sender<Message>,
) -> Result<(Option<i32>, Verdict)> {
    // a log that cannot be written is no reason to leave a process alone
    let _ = writeln!(log, "# {} {command}", now());
    let group = Group::default();
    let mut process = Process::start(command, &group)?;
    let _ = sender.send(Message::Started(number, group));
    let mut lines = BufReader::new(process.output.take().expect("the output of a process that has just begun"));
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        match lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
            Ok(0) | Err(_) => break,
            Ok(_) => {}
        }
        let _ = log.write_all(&bytes);
        let text = String::from_utf8_lossy(&bytes);
        let line = text.trim_end_matches(['\n', '\r']);
        if let Some(phase) = listener.line(line) {
            let _ = sender.send(Message::Phase(number, phase));
        }
        let _ = sender.send(Message::Line(number, line.to_owned()));
    }
    let code = process.wait();
    Ok((code, listener.judge(code)))
}
