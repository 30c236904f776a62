//! Going back: every step that shows an effect is undone, what users see first.

use super::forward::{look, patience, wait};
use super::ground::Ground;
use super::log::Log;
use super::preflight::UNDO_HOURS;
use super::{Standing, Step};
use crate::cert::{Certificate, Field, Found};
use crate::runner::Status;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeSet;

/// Undoes what has an effect. What could not be undone is told.
pub(super) fn back(ground: &Ground<'_>, log: &mut Log<'_>) -> Result<(), Vec<String>> {
    let intended: BTreeSet<String> = log.intended();
    if let Some(why) = too_old(ground).or_else(|| no_way(ground, &intended)) {
        let choices = format!(
            "go on with `gaia cert resume {0}`, or rotate to another certificate after `gaia cert rollback {0} --abandon`",
            ground.run
        );
        return Err(vec![why, choices]);
    }
    let mut left = Vec::new();
    for step in order(&ground.data.steps) {
        // what was never begun has no effect of this run's
        if !intended.contains(&step.to_string()) {
            continue;
        }
        if let Err(why) = one(ground, step, log) {
            left.push(format!("{step}: {why}"));
        }
    }
    // copies that were kept for the way back
    if left.is_empty()
        && let Err(error) = ground.apply(&Step::Finish)
    {
        left.push(error.message().to_owned());
    }
    if left.is_empty() { Ok(()) } else { Err(left) }
}

/// Servers read what Kubernetes holds, which External Secrets copies from Secrets Manager: so that comes first. The
/// old version keeps its stage until nothing needs it any more.
fn order(steps: &[Step]) -> Vec<&Step> {
    let rank = |step: &&Step| match step {
        Step::Promote => 0,
        Step::Import => 1,
        Step::Sync(_) => 2,
        Step::Restart(..) => 3,
        Step::Stage => 4,
        Step::Keep => 5,
        Step::Canary | Step::Verify | Step::Finish => 6,
    };
    let writes = |step: &&Step| !matches!(step, Step::Canary | Step::Verify | Step::Finish);
    let mut steps: Vec<&Step> = steps.iter().filter(writes).collect();
    steps.sort_by_key(rank);
    steps
}

fn one(ground: &Ground<'_>, step: &Step, log: &mut Log<'_>) -> Result<(), String> {
    let standing = look(ground, step).map_err(|e| e.message().to_owned())?;
    // External Secrets may be about to copy what it read a moment ago: it is asked again in any case
    let is_old = standing == Standing::Old && !matches!(step, Step::Sync(_));
    // the mark on the old version is removed whatever the look says of it
    if is_old && *step != Step::Keep {
        return Ok(());
    }
    log.intent(step, Some("undo")).map_err(|e| e.message().to_owned())?;
    let undone = ground.undo(step);
    let done = match (&undone, wait(ground, step, &Standing::Old, patience(ground, step), None)) {
        (_, Ok(())) => Ok(()),
        (Err(error), Err(_)) => Err(error.message().to_owned()),
        (Ok(()), Err(error)) => Err(error.message().to_owned()),
    };
    let status = if done.is_ok() { Status::Succeeded } else { Status::Failed };
    log.outcome(step, Some("undo"), status, done.as_ref().err().map(String::as_str));
    done
}

/// Why not every place can be put back: then none is, as half a way back would leave places that differ.
fn no_way(ground: &Ground<'_>, intended: &BTreeSet<String>) -> Option<String> {
    let kept = |place: &usize| {
        let before = ground.data.before.kubernetes.get(*place);
        before.is_some_and(|before| !before.is_external && before.fingerprint.is_some())
    };
    ground.data.steps.iter().filter(|step| intended.contains(&step.to_string())).find_map(|step| match step {
        Step::Sync(place) if kept(place) && !matches!(ground.look(step), Ok(Standing::Old)) => {
            ground.kept(*place).err().map(|error| error.message().to_owned())
        }
        _ => None,
    })
}

/// Why the old certificate must not come back: it has ended, or does within a day.
fn too_old(ground: &Ground<'_>) -> Option<String> {
    let pem = ground.data.before.certificate.as_ref()?;
    let found = Found::read(pem.as_bytes(), "the old certificate", Field::Certificates, None).ok()?;
    let old: &Certificate = found.certificates.first()?;
    if old.not_after >= Timestamp::now() + UNDO_HOURS.hours() {
        return None;
    }
    // as long as nobody was given the new one, there is nothing to go back from
    let visible = |step: &&Step| matches!(step, Step::Import | Step::Promote | Step::Sync(_) | Step::Restart(..));
    let moved = ground.data.steps.iter().filter(visible).any(|step| !matches!(ground.look(step), Ok(Standing::Old)));
    moved.then(|| format!("the old certificate ends {}: it is not put back", old.not_after))
}
