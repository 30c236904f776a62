//! Runs the steps of a schedule as processes: lines become phases, ends become outcomes, everything becomes events.

use super::attempt::{Message, attempt};
use super::event::{Event, Happening, Sink, Status, Told};
use super::process::{Asked, Group};
use super::schedule::{Schedule, waves};
use super::signal::Signals;
use super::step::{Ended, Finish, Limits, Meaning, Outcome, Step, Verdict};
use crate::error::{Error, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How long an interrupted process may take before it is killed, when a timeout interrupted it.
const GRACE: Duration = Duration::from_secs(30);
/// How often displays move when nothing happens.
const TICK: Duration = Duration::from_millis(100);

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
        for (step, running) in &mut self.running {
            let Some(group) = &running.group else { continue };
            match (running.asked, self.steps[*step].timeout) {
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
            ended.reason = self.steps[step].timeout.map(|t| format!("took longer than {} s", t.as_secs_f64()));
        } else if asked && !good {
            ended.status = Status::Interrupted;
        }
        let tries = self.attempts[step];
        let again = ended.status == Status::Failed
            && verdict.outcome == Outcome::Passing
            && tries <= self.steps[step].retries
            && self.schedule.pause(step);
        if !again {
            self.end(step, ended);
            return;
        }
        let delay = self.steps[step].backoff * 2_u32.saturating_pow(tries - 1);
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
