//! The audit record: who did what to what, and what came of it. Never a key.

use super::Data;
use crate::cert::CertificateRecord;
use crate::error::{Error, Result};
use crate::platform;
use crate::runner::{self, Holder, Runs};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

/// A run that has ended, or this attempt at it.
pub(super) struct Audit<'a> {
    pub(super) run: &'a str,
    pub(super) data: &'a Data,
    pub(super) command: &'a [String],
    /// What each step is done to.
    pub(super) places: Vec<(String, String)>,
    pub(super) outcomes: Vec<Value>,
    pub(super) code: i32,
    pub(super) new: Option<CertificateRecord>,
}

impl Audit<'_> {
    fn record(&self) -> Value {
        let Audit { run, data, command, places, outcomes, code, new } = self;
        let holder = Holder::here(run, &command.join(" "));
        let ci = ["GITHUB_RUN_ID", "CI_JOB_URL", "BUILD_URL"].iter().find_map(|name| std::env::var(name).ok());
        json!({
            "run": run, "plan": data.digest, "gaia": env!("CARGO_PKG_VERSION"),
            "time": runner::now(), "started": data.started, "command": command,
            "user": holder.user, "host": holder.host, "caller": data.caller, "approver": data.approver, "ci": ci,
            "stack": data.target.stack, "component": data.target.component, "certificate": data.target.name,
            "new": { "sha256": data.new, "certificate": new }, "old": data.before,
            "versions": { "old": data.before.secret.as_ref().map(|secret| &secret.version), "new": data.token },
            "places": places.iter().map(|(step, place)| json!({ "step": step, "place": place })).collect::<Vec<_>>(),
            "steps": outcomes, "rolled_back": *code == 3, "exit": code,
        })
    }

    /// Writes the record to the run's own file, and behind those of all runs.
    ///
    /// # Errors
    /// The files cannot be written.
    pub(super) fn keep(&self, own: &Path, runs: &Runs) -> Result<()> {
        let line = format!("{}\n", self.record());
        runner::write_private(own, line.as_bytes())?;
        let all = runs.dir("").join("../audit.jsonl");
        platform::append(&all, 0o600)
            .and_then(|mut file| file.write_all(line.as_bytes()).and_then(|()| file.sync_data()))
            .map_err(|e| Error::new(format!("cannot write `{}`: {e}", all.display())))
    }
}
