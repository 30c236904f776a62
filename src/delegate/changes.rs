//! What a plan would do, or an apply did.

use serde::{Deserialize, Serialize};

/// What is done to a resource.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It is made.
    Create,
    /// It is changed where it stands.
    Update,
    /// It is destroyed and made anew.
    Replace,
    /// It is destroyed.
    Destroy,
    /// It exists already, and comes under Terraform.
    Import,
}

/// A resource in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its address.
    pub address: String,
    /// What is done to it.
    pub act: Act,
}

impl Planned {
    /// The type of the resource: `aws_s3_bucket` of `module.logs["a.b"].aws_s3_bucket.this[0]`.
    pub fn kind(&self) -> &str {
        let mut rest = self.address.as_str();
        while let Some(inner) = rest.strip_prefix("module.") {
            rest = after_segment(inner);
        }
        rest.split('.').next().unwrap_or(rest)
    }

    /// Whether something that exists ceases to.
    pub fn destroys(&self) -> bool {
        matches!(self.act, Act::Destroy | Act::Replace)
    }
}

/// What follows the first segment of an address and its index, which may hold dots in quotes.
fn after_segment(address: &str) -> &str {
    let mut in_quotes = false;
    let mut before = '\0';
    for (at, c) in address.char_indices() {
        match c {
            '"' if before != '\\' => in_quotes = !in_quotes,
            '.' if !in_quotes => return &address[at + 1..],
            _ => {}
        }
        before = c;
    }
    ""
}

/// Something that is not as the state says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Drifted {
    /// The address of the resource, or `output.NAME`.
    pub address: String,
    /// The attributes that differ; none when it is gone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
    /// Whether it is gone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deleted: bool,
}

/// Who holds the lock of a state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateLock {
    /// The lock.
    pub id: String,
    /// Who.
    pub who: String,
    /// What they do.
    pub operation: String,
    /// Since when.
    pub created: String,
}

/// What Terraform said that it would do or did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// How many are made.
    pub add: u64,
    /// How many are changed.
    pub change: u64,
    /// How many are destroyed.
    pub destroy: u64,
    /// How many are imported.
    pub import: u64,
    /// How many outputs change.
    pub outputs: u64,
    /// How many resources there were before, as far as Terraform looked at them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub existing: u64,
    /// Whether Terraform said what it would do; without, nothing is known.
    pub known: bool,
    /// Whether this was done, not only planned.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub applied: bool,
    /// The resources, in Terraform's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Planned>,
    /// What is not as the state says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drift: Vec<Drifted>,
    /// Who holds the lock of the state, if that was in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<StateLock>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Changes {
    /// What was done, with what only its plan could tell.
    #[must_use]
    pub fn with_plan(mut self, plan: &Changes) -> Changes {
        self.existing = plan.existing;
        if self.resources.is_empty() {
            self.resources.clone_from(&plan.resources);
        }
        self
    }

    /// Whether there is anything to do, as far as that is known.
    pub fn any(&self) -> bool {
        !self.known || self.add + self.change + self.destroy + self.import + self.outputs > 0 || !self.drift.is_empty()
    }

    /// The changes that an event carries.
    pub fn of(details: &serde_json::Value) -> Option<Changes> {
        serde_json::from_value(details.clone()).ok()
    }

    /// The counts added up.
    #[must_use]
    pub fn plus(mut self, other: &Changes) -> Changes {
        self.add += other.add;
        self.change += other.change;
        self.destroy += other.destroy;
        self.import += other.import;
        self.outputs += other.outputs;
        self
    }
}

impl std::fmt::Display for Changes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.import > 0 {
            write!(f, "{} to import, ", self.import)?;
        }
        write!(f, "{} to add, {} to change, {} to destroy", self.add, self.change, self.destroy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_is_found_in_every_address() {
        for (address, kind) in [
            ("aws_s3_bucket.logs", "aws_s3_bucket"),
            ("module.a.module.b[0].aws_db_instance.this[\"x.y\"]", "aws_db_instance"),
            ("module.logs[\"a.b\\\".c\"].aws_s3_bucket.this", "aws_s3_bucket"),
            ("terraform_data.x[\"module.y\"]", "terraform_data"),
        ] {
            assert_eq!(Planned { address: address.into(), act: Act::Create }.kind(), kind, "{address}");
        }
    }
}
