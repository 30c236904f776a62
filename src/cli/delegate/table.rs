//! The result of a run, as a table and as the last of its events.

use crate::cli::context::Context;
use crate::delegate::{Action, Job, Outcome, amount};
use crate::output::run::{duration, words};
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use crate::runner::{Event, Happening, Status};
use serde_json::json;

/// Writes the table to stdout.
pub(super) fn show(context: &Context, job: &Job, outcomes: &[Outcome]) -> anyhow::Result<()> {
    let is_drift = job.settings.action == Action::Drift;
    let counts: &[&str] = if is_drift { &["Drift"] } else { &["Add", "Change", "Destroy", "Import"] };
    // without prices there is nothing to tell
    let is_priced = outcomes.iter().any(|o| job.cost(o).is_some());
    let cost: &[&str] = if is_priced { &["Cost a month"] } else { &[] };
    let headers =
        ["Component", "Stack"].iter().chain(counts).chain(cost).chain(&["Time", "Status"]).map(|h| (*h).to_owned());
    let row = |outcome: &Outcome| {
        let unit = &job.units[outcome.unit];
        let changes = outcome.changes.clone().unwrap_or_default();
        let counts = if is_drift {
            vec![changes.drift.iter().map(|d| d.address.as_str()).collect::<Vec<_>>().join(", ")]
        } else {
            [changes.add, changes.change, changes.destroy, changes.import].map(|n| n.to_string()).to_vec()
        };
        let mut cells = vec![unit.component.clone(), unit.stack.clone()];
        cells.extend(counts);
        cells.extend(is_priced.then(|| job.cost(outcome).map(amount).unwrap_or_default()));
        cells.extend([duration(outcome.seconds), status(outcome)]);
        cells
    };
    rows(context.ui, &Rows { headers: headers.collect(), rows: outcomes.iter().map(row).collect() }, RowFormat::Table)
}

/// How it ended, with the reason if there is one.
fn status(outcome: &Outcome) -> String {
    match (&outcome.reason, &outcome.changes) {
        (Some(reason), _) => format!("{}: {reason}", outcome.status.words()),
        (None, Some(changes)) if outcome.status == Status::Succeeded && changes.known && !changes.any() => {
            words(changes)
        }
        _ => outcome.status.words().to_owned(),
    }
}

/// The result as an event.
pub(super) fn report(job: &Job, outcomes: &[Outcome], code: u8) -> Event {
    let components = outcomes.iter().map(|outcome| {
        let unit = &job.units[outcome.unit];
        json!({
            "component": unit.component,
            "stack": unit.stack,
            "status": outcome.status,
            "seconds": (outcome.seconds * 1000.0).round() / 1000.0,
            "reason": outcome.reason,
            "changes": outcome.changes,
            "monthly_cost": job.cost(outcome),
            "log": job.log(outcome.unit),
        })
    });
    Event {
        run: Some(job.id.clone()),
        kind: Some(job.settings.action.word().to_owned()),
        code: Some(i32::from(code)),
        details: Some(json!({"components": components.collect::<Vec<_>>()})),
        ..Event::new(Happening::RunReported)
    }
}
