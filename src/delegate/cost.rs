//! What changes cost, as far as that is known: `settings.gaia.monthly_cost` of a component says what it costs a month once it
//! is applied.

use super::changes::Changes;
use super::job::{Action, Job, Outcome};
use super::units::Unit;
use crate::value::{Data, Value};

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
    /// By how much an outcome changes what is paid a month: the whole price when a unit is made from nothing, or destroyed;
    /// nothing when nothing changes. What a change of parts costs is not known.
    pub fn cost(&self, outcome: &Outcome) -> Option<f64> {
        let changes = outcome.changes.as_ref().filter(|changes| changes.known)?;
        let price = self.units[outcome.unit].monthly_cost()?;
        if !changes.any() {
            return Some(0.0);
        }
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
