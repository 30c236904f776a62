//! Going forward: step after step, each intended, done, looked at and recorded.

use super::ground::Ground;
use super::log::Log;
use super::{Standing, Step};
use crate::error::{Error, Kind, Result};
use crate::runner::{Signals, Status};
use std::time::{Duration, Instant};

/// How long AWS may take until what was written is read.
const CONSISTENT: Duration = Duration::from_secs(20);
/// The pause between two looks; it grows.
const PAUSE: Duration = Duration::from_millis(100);
/// How often a store is asked that does not answer.
const LOOKS: u32 = 3;
const LONGEST_PAUSE: Duration = Duration::from_secs(3);

/// How far a run came.
pub(super) enum Way {
    /// To its end.
    Through,
    /// To a failure of a step.
    Failed(Step, Error),
    /// Somebody asked to stop.
    Interrupted,
}

/// Does every step that is not done yet.
pub(super) fn forward(ground: &Ground<'_>, log: &mut Log<'_>, signals: &Signals) -> Way {
    for step in &ground.data.steps {
        if signals.level() > 0 {
            return Way::Interrupted;
        }
        match one(ground, step, log, signals) {
            Ok(()) => {}
            Err(error) if error.get_kind() == Kind::Interrupted => return Way::Interrupted,
            Err(error) => return Way::Failed(step.clone(), error),
        }
    }
    Way::Through
}

fn one(ground: &Ground<'_>, step: &Step, log: &mut Log<'_>, signals: &Signals) -> Result<()> {
    match look(ground, step) {
        Ok(Standing::New) => {
            log.kept(step);
            return Ok(());
        }
        // what cannot be looked at must not be written either
        Err(error) => {
            log.intent(step, None)?;
            log.outcome(step, None, Status::Failed, Some(error.message()));
            return Err(error.context(format_args!("{step}")));
        }
        Ok(_) => {}
    }
    log.intent(step, None)?;
    let applied = ground.apply(step);
    let done = match &applied {
        Ok(()) => wait(ground, step, &Standing::New, patience(ground, step), Some(signals)),
        // the answer may have been lost, and the change not
        Err(_) => match wait(ground, step, &Standing::New, PAUSE * 5, None) {
            Ok(()) => Ok(()),
            Err(_) => applied,
        },
    };
    match done {
        Ok(()) => {
            log.outcome(step, None, Status::Succeeded, None);
            Ok(())
        }
        Err(error) => {
            let status = match error.get_kind() {
                Kind::TimedOut => Status::TimedOut,
                Kind::Interrupted => Status::Interrupted,
                _ => Status::Failed,
            };
            log.outcome(step, None, status, Some(error.message()));
            Err(error)
        }
    }
}

/// Where a step stands. A store that does not answer is asked again: nothing hangs on one call.
pub(super) fn look(ground: &Ground<'_>, step: &Step) -> Result<Standing> {
    let mut found = ground.look(step);
    for _ in 1..LOOKS {
        if found.is_ok() {
            break;
        }
        std::thread::sleep(PAUSE * 5);
        found = ground.look(step);
    }
    found
}

/// How long a step may take to show.
pub(super) fn patience(ground: &Ground<'_>, step: &Step) -> Duration {
    match step {
        Step::Sync(_) | Step::Restart(..) | Step::Canary | Step::Verify => {
            Duration::from_secs(ground.data.options.verify_timeout)
        }
        _ => CONSISTENT,
    }
}

/// Looks at a step until it stands as wanted, or somebody asks to stop.
pub(super) fn wait(
    ground: &Ground<'_>,
    step: &Step,
    wanted: &Standing,
    patience: Duration,
    signals: Option<&Signals>,
) -> Result<()> {
    let (begun, mut pause) = (Instant::now(), PAUSE);
    loop {
        let found = ground.look(step);
        if found.as_ref().is_ok_and(|found| found == wanted) {
            return Ok(());
        }
        if signals.is_some_and(|signals| signals.level() > 0) {
            return Err(Error::new(format!("{step}: interrupted")).kind(Kind::Interrupted));
        }
        if begun.elapsed() + pause > patience {
            return Err(match found {
                Err(error) => error,
                Ok(found) => {
                    let why = match found {
                        Standing::Between(why) => why,
                        Standing::Old => "it still holds the old certificate".into(),
                        Standing::New => "it still holds the new certificate".into(),
                    };
                    let seconds = patience.as_secs_f64().round();
                    Error::new(format!("{step}: after {seconds} s {why}")).kind(Kind::TimedOut)
                }
            });
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
