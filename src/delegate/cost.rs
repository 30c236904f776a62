//! What changes cost, as far as that is known: Infracost says it of each component, or `settings.gaia.monthly_cost` says what
//! the component costs a month once it is applied.

use super::changes::Changes;
use super::job::{Action, Job, Outcome};
use super::units::Unit;
use crate::engine::Component;
use crate::error::{Error, Result};
use crate::value::{Data, Value};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// By how much projects change what is paid a month, as Infracost tells it.
#[derive(Clone, Debug, Default)]
pub struct Costs(BTreeMap<String, f64>);

#[derive(Deserialize)]
struct Report {
    projects: Vec<Project>,
}

/// A project of Infracost. Amounts are decimal numbers in texts; those that are not known are null.
#[derive(Deserialize)]
struct Project {
    name: String,
    #[serde(default)]
    diff: Option<Breakdown>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Breakdown {
    #[serde(default)]
    total_monthly_cost: Option<String>,
}

impl Costs {
    /// Reads what `infracost diff --format json` wrote. Its projects are called as components are: `STACK:COMPONENT`, or
    /// `STACK-COMPONENT` with hyphens for slashes, as Atmos calls them in one word.
    ///
    /// # Errors
    /// A file that is not there or of another form.
    pub fn read(file: &Path) -> Result<Costs> {
        let shown = file.display();
        let text = std::fs::read_to_string(file)
            .map_err(|e| Error::new(format!("cannot read the costs in `{shown}`: {e}")))?;
        let report: Report = serde_json::from_str(&text).map_err(|e| {
            Error::new(format!("`{shown}` is no report of Infracost: {e}"))
                .hint("`infracost diff --format json --out-file FILE` writes one")
        })?;
        let cost = |project: Project| Some((project.name, project.diff?.total_monthly_cost?.parse().ok()?));
        Ok(Costs(report.projects.into_iter().filter_map(cost).collect()))
    }

    fn of(&self, unit: &Unit) -> Option<f64> {
        let slug = || Component::slug(&unit.stack, &unit.component);
        self.0.get(&unit.name()).or_else(|| self.0.get(&slug())).copied()
    }
}

impl Unit {
    /// What it costs a month, where its settings say so.
    pub fn monthly_cost(&self) -> Option<f64> {
        let value = self.sections.dig(["settings", "gaia", "monthly_cost"])?;
        match value {
            Value { data: Data::Float(number), .. } => Some(*number),
            Value { data: Data::Int(number), .. } => i32::try_from(*number).ok().map(f64::from),
            _ => None,
        }
    }
}

impl Job {
    /// By how much an outcome changes what is paid a month: as Infracost told, else the whole price when a unit is made from
    /// nothing, or destroyed; nothing when nothing changes. What a change of parts costs is not known without Infracost.
    pub fn cost(&self, outcome: &Outcome) -> Option<f64> {
        let changes = outcome.changes.as_ref().filter(|changes| changes.known)?;
        let unit = &self.units[outcome.unit];
        let told = self.costs.of(unit);
        if !changes.any() && (told.is_some() || unit.monthly_cost().is_some()) {
            return Some(0.0);
        }
        if told.is_some() && outcome.status.is_good() {
            return told;
        }
        let price = unit.monthly_cost()?;
        let Changes { add, change, destroy, import, existing, .. } = *changes;
        // arguments may leave out a part
        if !self.settings.args.is_empty() || !outcome.status.is_good() {
            return None;
        }
        match self.settings.action {
            Action::Plan | Action::Apply if add > 0 && change + destroy + import + existing == 0 => Some(price),
            Action::Destroy if destroy > 0 && add + change + import == 0 => Some(-price),
            _ => None,
        }
    }

    /// What all outcomes cost together, where any price is known.
    pub fn total_cost(&self, outcomes: &[Outcome]) -> Option<f64> {
        let costs: Vec<f64> = outcomes.iter().filter_map(|o| self.cost(o)).collect();
        (!costs.is_empty()).then(|| costs.iter().sum())
    }
}

/// An amount for people: `+12.50`.
pub fn amount(cost: f64) -> String {
    // no sign for what rounds to nothing
    if cost.abs() < 0.005 { "0.00".to_owned() } else { format!("{cost:+.2}") }
}
