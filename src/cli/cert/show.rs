//! Certificates and findings as people read them.

use crate::cert::rotate::Planned;
use crate::cert::{Certificate, Finding, Material};
use crate::cli::context::Context;
use crate::code::Severity;
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A place and its certificate, a fact a line.
pub(super) fn block(place: &str, material: &Material, now: Timestamp) -> String {
    let leaf = &material.leaf;
    let key = match material.key.as_ref().map(|key| key.fits(leaf).is_ok()) {
        None => leaf.key.to_string(),
        Some(true) => format!("{}, private key beside it", leaf.key),
        Some(false) => format!("{}, with a private key that does NOT fit", leaf.key),
    };
    let chain: Vec<&str> = material.chain.iter().map(|c| c.subject.as_str()).collect();
    let facts = [
        ("subject", leaf.subject.clone()),
        ("names", leaf.names.join(", ")),
        ("issuer", if leaf.is_self_signed() { "itself".into() } else { leaf.issuer.clone() }),
        ("chain", if chain.is_empty() { "none".into() } else { chain.join(" < ") }),
        ("valid", validity(leaf, now)),
        ("key", key),
        ("signature", leaf.signature.clone()),
        ("serial", leaf.serial.clone()),
        ("sha256", leaf.fingerprint()),
    ];
    let lines =
        facts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("  {name:<10} {value}\n"));
    format!("{place}\n{}", lines.collect::<String>())
}

/// A plan: the two certificates, the steps, the findings, the digest.
pub(super) fn plan(context: &Context, planned: &Planned, now: Timestamp) -> anyhow::Result<()> {
    let line = |what: &str, leaf: &Certificate| {
        format!("  {what:<4} {}  {}  {}\n", &leaf.fingerprint()[..16], validity(leaf, now), leaf.names.join(", "))
    };
    let title = match &planned.target.stack {
        Some(stack) => format!("{} of {stack}\n", planned.target.name),
        None => format!("{}\n", planned.target.name),
    };
    let old = planned.old.as_ref().map(|old| line("old", old)).unwrap_or_default();
    context.say(&format!("{title}{old}{}\n", line("new", &planned.new.leaf)))?;
    let row = |(number, step): (usize, &crate::cert::rotate::StepRecord)| {
        let number = (number + 1).to_string();
        vec![number, step.step.clone(), step.place.clone(), step.now.clone(), step.change.clone(), step.undo.clone()]
    };
    let headers = ["", "Step", "Where", "Now", "Change", "Undo"].map(str::to_owned).to_vec();
    let steps = planned.records.iter().enumerate().map(row).collect();
    rows(context.ui, &Rows { headers, rows: steps }, RowFormat::Table)?;
    if !planned.findings.is_empty() {
        context.say("\n")?;
        findings(context, &planned.findings)?;
    }
    context.say(&format!("\nplan {}\n", planned.digest))
}

/// From when to when a certificate is valid.
pub(super) fn validity(certificate: &Certificate, now: Timestamp) -> String {
    let day = |time: Timestamp| time.to_zoned(TimeZone::UTC).date();
    let left = match certificate.days_left(now) {
        days if days < 0 => format!("ended {} days ago", -days),
        1 => "1 day left".to_owned(),
        days => format!("{days} days left"),
    };
    format!("{} to {} ({left})", day(certificate.not_before), day(certificate.not_after))
}

/// Findings as a table, the worst first.
pub(super) fn findings(context: &Context, findings: &[Finding]) -> anyhow::Result<()> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    let row = |finding: &&Finding| {
        vec![
            word(finding.severity).to_owned(),
            format!("{} {}", finding.code.id, finding.code.name),
            finding.subject.clone(),
            finding.message.clone(),
        ]
    };
    let headers = ["Severity", "Check", "Where", "What"].map(str::to_owned).to_vec();
    rows(context.ui, &Rows { headers, rows: sorted.iter().map(row).collect() }, RowFormat::Table)
}

/// A severity as certificates' commands call it.
pub(super) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
