//! What earlier runs of `gaia drift` found.

use super::changes::{Changes, Drifted};
use super::safety::patterns;
use crate::error::Result;
use crate::runner::{Happening, Run, Runs, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What one run found.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The run.
    pub run: String,
    /// When it began.
    pub started: String,
    /// How many components it looked at.
    pub components: usize,
    /// How many of those it could not judge.
    pub failed: usize,
    /// What drifted.
    pub drifted: Vec<DriftedUnit>,
    /// The addresses that had not drifted in the run before: `STACK:COMPONENT ADDRESS`.
    pub new: Vec<String>,
    /// Those that had, and do not any more.
    pub gone: Vec<String>,
}

/// A component that drifted.
#[derive(Clone, Debug, Serialize)]
pub struct DriftedUnit {
    /// The stack.
    pub stack: String,
    /// The component.
    pub component: String,
    /// What of it.
    pub drift: Vec<Drifted>,
}

/// A component as the report at the end of a run tells it.
#[derive(Deserialize)]
struct Reported {
    stack: String,
    component: String,
    status: Status,
    changes: Option<Changes>,
}

/// What the last runs found in some stacks (all where none is named), the latest first.
///
/// # Errors
/// A pattern that cannot be read.
pub fn history(runs: &Runs, stacks: &[String], limit: usize) -> Result<Vec<Finding>> {
    let set = patterns(stacks)?;
    let is_meant = |reported: &Reported| stacks.is_empty() || set.is_match(&reported.stack);
    let mut findings: Vec<Finding> = Vec::new();
    // one more than is shown: the last one is compared with it
    for id in runs.ids() {
        if findings.len() > limit {
            break;
        }
        let Some(run) = runs.open(&id).ok().filter(|run| run.record.kind == "drift") else { continue };
        let reported: Vec<Reported> = reported(&run).into_iter().filter(is_meant).collect();
        if !reported.is_empty() {
            findings.push(finding(&run, reported));
        }
    }
    for later in 0..findings.len().saturating_sub(1) {
        let (now, before) = (names(&findings[later]), names(&findings[later + 1]));
        findings[later].new = now.difference(&before).cloned().collect();
        findings[later].gone = before.difference(&now).cloned().collect();
    }
    findings.truncate(limit);
    Ok(findings)
}

fn reported(run: &Run) -> Vec<Reported> {
    let last = run.events.iter().rev().find(|e| e.event == Happening::RunReported);
    let components = last.and_then(|e| e.details.as_ref()?.get("components").cloned());
    components.and_then(|c| serde_json::from_value(c).ok()).unwrap_or_default()
}

fn finding(run: &Run, reported: Vec<Reported>) -> Finding {
    let mut finding = Finding {
        run: run.record.id.clone(),
        started: run.record.started.clone(),
        components: reported.len(),
        failed: reported.iter().filter(|r| !r.status.is_good()).count(),
        drifted: Vec::new(),
        new: Vec::new(),
        gone: Vec::new(),
    };
    for Reported { stack, component, changes, .. } in reported {
        let drift = changes.map(|c| c.drift).unwrap_or_default();
        if !drift.is_empty() {
            finding.drifted.push(DriftedUnit { stack, component, drift });
        }
    }
    finding
}

fn names(finding: &Finding) -> BTreeSet<String> {
    let of = |unit: &DriftedUnit| {
        let DriftedUnit { stack, component, drift } = unit;
        drift.iter().map(|d| format!("{stack}:{component} {}", d.address)).collect::<Vec<_>>()
    };
    finding.drifted.iter().flat_map(of).collect()
}
