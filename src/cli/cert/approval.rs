//! Who may apply a plan: whoever read it and names its digest, or types the name of the stack.

use crate::cert::rotate::Planned;
use crate::cli::context::Context;
use crate::delegate::Policy;
use crate::error::{Error, Kind, Result};
use crate::output::ask;
use crate::runner::{self, Holder};
use crate::workspace::gaia_yaml::GaiaYaml;
use clap::Args;
use jiff::Timestamp;
use serde_json::Value;
use std::path::PathBuf;

/// What says that plans were read.
#[derive(Args, Debug, Clone)]
pub(super) struct Approval {
    /// Do it only if the plan still has this digest; several certificates have several
    #[arg(long, value_name = "DIGEST", requires = "apply", value_delimiter = ',')]
    approve: Vec<String>,

    /// Write the plan to this file; with `--apply`, do it only if the plan is still the one in the file
    #[arg(long, value_name = "FILE", conflicts_with = "approve")]
    plan_file: Option<PathBuf>,
}

impl Approval {
    /// Keeps plans for whoever approves them.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn keep(&self, plans: &[Planned]) -> Result<()> {
        let Some(path) = &self.plan_file else { return Ok(()) };
        let now = Timestamp::now();
        let records: Vec<_> = plans.iter().map(|planned| planned.record(now)).collect();
        let text = serde_json::to_vec_pretty(&records).map_err(|e| Error::new(e.to_string()))?;
        runner::write_private(path, &text)
    }

    /// Whether the plans may be applied; tells who approved them, where anybody did.
    ///
    /// # Errors
    /// They are not those that were approved, or nobody can be asked about a protected stack.
    pub(super) fn check(&self, context: &Context, plans: &[Planned]) -> Result<Option<String>> {
        let approved = self.digests()?;
        if approved.is_empty() {
            return confirm(context, plans);
        }
        match plans.iter().find(|planned| !approved.contains(&planned.digest)) {
            None => Ok(Some(person())),
            Some(other) => {
                let what = format!("the plan has the digest {}, not the approved {}", other.digest, approved.join(","));
                Err(Error::new(what).kind(Kind::InputNeeded).hint("something has changed since: read the plan again"))
            }
        }
    }

    fn digests(&self) -> Result<Vec<String>> {
        let Some(path) = &self.plan_file else { return Ok(self.approve.clone()) };
        let unreadable = |why: String| Error::usage(format!("cannot read the plan `{}`: {why}", path.display()));
        let text = std::fs::read(path).map_err(|e| unreadable(e.to_string()))?;
        let plans: Vec<Value> = serde_json::from_slice(&text).map_err(|e| unreadable(e.to_string()))?;
        let digest = |plan: &Value| plan["digest"].as_str().map(str::to_owned);
        plans.iter().map(digest).collect::<Option<_>>().ok_or_else(|| unreadable("it has no digest".into()))
    }
}

/// In protected stacks, the stack's name must be typed.
fn confirm(context: &Context, plans: &[Planned]) -> Result<Option<String>> {
    let changing = plans.iter().filter(|planned| !planned.is_nothing());
    let mut stacks: Vec<&str> = changing.filter_map(|planned| planned.target.stack.as_deref()).collect();
    stacks.dedup();
    if stacks.is_empty() {
        return Ok(None);
    }
    let policy = Policy::of(&GaiaYaml::of(&*context.workspace()?)?)?;
    stacks.retain(|stack| policy.protects(stack));
    let refused =
        |why: String| Error::new(why).kind(Kind::InputNeeded).hint("`--approve DIGEST` of the plan does without");
    for stack in &stacks {
        if !context.can_ask() {
            return Err(refused(format!("`{stack}` is protected, and nobody can be asked")));
        }
        if !ask::typed(&format!("`{stack}` is protected: type its name to go on"), stack)? {
            return Err(refused(format!("`{stack}` was not typed: nothing is changed")));
        }
    }
    Ok((!stacks.is_empty()).then(person))
}

/// Whoever runs this: as the CI system tells, else the system's user.
fn person() -> String {
    let actors = ["GITHUB_ACTOR", "GITLAB_USER_LOGIN", "BUILD_REQUESTEDFOR"];
    let actor = actors.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    actor.unwrap_or_else(|| Holder::here("", "").user)
}
