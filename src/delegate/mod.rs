//! Work on infrastructure, handed to native `atmos terraform`: which components, in which order, with which words, and
//! what the words that come back mean.
//!
//! ```text
//! graph ─ units ─ select ─ job (command lines, narrowed) ─ runner ─ text (what Terraform says) ─ outcome ─ reports
//!                             │                                                                     │
//!                             digest (what a plan was made of)                          safety, drift ┘
//! ```

mod changes;
mod commands;
mod cost;
mod digest;
mod drift;
mod earlier;
mod ephemeral;
mod job;
mod narrow;
mod past;
mod report;
mod safety;
mod select;
mod text;
mod units;
mod words;

pub use changes::{Act, Changes, Drifted, Planned};
pub use cost::{Costs, amount};
pub use drift::{Ignored, Known};
pub use ephemeral::{Ephemeral, Wish};
pub use job::{Action, Job, Outcome, Settings, Stage};
pub use past::{DriftedUnit, Finding, history};
pub use report::{junit, markdown};
pub use safety::Policy;
pub use select::{Selection, select};
pub use units::{Chosen, Unit, Workable};
