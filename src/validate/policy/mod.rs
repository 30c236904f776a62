//! Policies in Rego: the rules that come with gaia, and those of one's own, over components and over Terraform plans.
//!
//! Rules see a document (`input`) and answer with findings: a message, and the path of the value that is meant.
//! Components are shown to a rule only as far as it looks at them, and equal ones once.

mod check;
mod finding;
mod input;
mod pack;
mod plan;
mod rules;
mod waiver;

pub use check::components;
pub use finding::{Finding, Step};
pub use pack::Pack;
pub use plan::{PlanOptions, plan};
