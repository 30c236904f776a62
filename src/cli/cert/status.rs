//! `gaia cert status`: how the certificates of stacks fare.

use super::check::{Limits, code};
use super::reach::{Reach, Trust};
use super::show;
use crate::cert::aws::Cloud;
use crate::cert::{AcmTarget, Finding, Status, Target, declared, worst};
use crate::cli::context::Context;
use crate::cli::named;
use crate::code::Severity;
use crate::error::Result;
use crate::output::{RowFormat, rows, xml};
use crate::query::Rows;
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use std::fmt::Write;

/// Show every declared certificate: where it is, who uses it, how long it lasts
///
/// Ends with 10 for warnings, with 11 for what is critical.
#[derive(Args, Debug)]
#[command(
    name = "status",
    after_long_help = "Examples:
  gaia cert status
  gaia cert status -s plat-prod --warn 45
  gaia cert status --format prometheus > /var/lib/node_exporter/gaia_certificates.prom"
)]
pub(super) struct StatusArgs {
    /// The stack: its name or the beginning of it, or the path of its manifest; without it, all
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    /// Also the certificates of ACM, in the region, that no stack declares
    #[arg(long, conflicts_with = "stack")]
    undeclared: bool,

    #[command(flatten)]
    limits: Limits,

    #[command(flatten)]
    trust: Trust,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Form,

    #[command(flatten)]
    reach: Reach,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Form {
    Table,
    Json,
    /// For the text file collector of Prometheus's node exporter
    Prometheus,
    Junit,
}

impl StatusArgs {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let engine = context.engine(crate::engine::Options::default())?;
        let (cloud, roots, now) = (self.reach.cloud(), self.trust.roots()?, Timestamp::now());
        let stack = self.stack.as_deref().map(|said| named::stack(context, &engine, said)).transpose()?;
        let mut targets = declared(&engine, stack.as_deref())?;
        if self.undeclared {
            let others = undeclared(&cloud, &targets)?;
            targets.extend(others);
        }
        let limits = self.limits.thresholds();
        let all: Vec<Status> =
            targets.into_iter().map(|target| Status::of(target, &cloud, &roots, limits, now)).collect();
        match self.format {
            Form::Table => table(context, &all, now)?,
            Form::Json => {
                let records: Vec<_> = all.iter().map(|status| status.record(now)).collect();
                context.say(&format!("{}\n", serde_json::to_string_pretty(&records)?))?;
            }
            Form::Prometheus => context.say(&prometheus(&all, now))?,
            Form::Junit => context.say(&junit(&all))?,
        }
        Ok(code(worst(all.iter().flat_map(|status| &status.findings))))
    }
}

/// The certificates of ACM that no stack declares.
fn undeclared(cloud: &Cloud, declared: &[Target]) -> Result<Vec<Target>> {
    let is_declared =
        |arn: &String| declared.iter().filter_map(|target| target.acm.as_ref()).any(|acm| acm.arn == *arn);
    let target = |arn: String| {
        let name = arn.rsplit('/').next().unwrap_or(&arn).to_owned();
        Target { name, acm: Some(AcmTarget { arn, region: None }), ..Target::default() }
    };
    Ok(cloud.acm(None)?.list()?.into_iter().filter(|arn| !is_declared(arn)).map(target).collect())
}

fn table(context: &Context, all: &[Status], now: Timestamp) -> anyhow::Result<()> {
    if all.is_empty() {
        context.ui.info("No certificates are declared: `settings.gaia.certificates` of a component declares them.");
        return Ok(());
    }
    let mut lines = Vec::new();
    for status in all {
        for copy in &status.copies {
            let leaf = copy.leaf.as_ref();
            lines.push(vec![
                status.target.stack.clone().unwrap_or_default(),
                status.target.name.clone(),
                status.word().to_owned(),
                copy.place.clone(),
                leaf.map(|leaf| leaf.days_left(now).to_string()).unwrap_or_default(),
                leaf.map_or("unknown".into(), |leaf| leaf.fingerprint()[..16].to_owned()),
                if copy.renews { "by itself" } else { "no" }.to_owned(),
                copy.used_by.join(", "),
            ]);
        }
    }
    let headers = ["Stack", "Certificate", "State", "Place", "Days", "SHA-256", "Renews", "Used by"];
    rows(context.ui, &Rows { headers: headers.map(str::to_owned).to_vec(), rows: lines }, RowFormat::Table)?;
    let findings: Vec<Finding> = all.iter().flat_map(|status| status.findings.iter().cloned()).collect();
    if findings.is_empty() { Ok(()) } else { context.say("\n").and_then(|()| show::findings(context, &findings)) }
}

/// Gauges in the text format of Prometheus.
fn prometheus(all: &[Status], now: Timestamp) -> String {
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let labels = |status: &Status| {
        let stack = status.target.stack.as_deref().unwrap_or_default();
        format!("stack=\"{}\",certificate=\"{}\"", escaped(stack), escaped(&status.target.name))
    };
    let (mut ends, mut states, mut differ) = (String::new(), String::new(), String::new());
    for status in all {
        let own = labels(status);
        for copy in &status.copies {
            let Some(leaf) = &copy.leaf else { continue };
            let place = escaped(&copy.place);
            // writing to a string cannot fail
            let _ = writeln!(
                ends,
                "gaia_certificate_not_after_timestamp_seconds{{{own},place=\"{place}\",sha256=\"{}\"}} {}",
                leaf.fingerprint(),
                leaf.not_after.as_second()
            );
        }
        let state = match status.worst() {
            Some(Severity::Error) => 2,
            Some(Severity::Warning) => 1,
            Some(Severity::Note) | None => 0,
        };
        let _ = writeln!(states, "gaia_certificate_state{{{own}}} {state}");
        let _ = writeln!(differ, "gaia_certificate_copies_differ{{{own}}} {}", u8::from(status.differ()));
    }
    let metric = |name: &str, help: &str, lines: &str| format!("# HELP {name} {help}\n# TYPE {name} gauge\n{lines}");
    metric("gaia_certificate_not_after_timestamp_seconds", "When the copy ends.", &ends)
        + &metric("gaia_certificate_state", "0 well, 1 warning, 2 critical.", &states)
        + &metric("gaia_certificate_copies_differ", "1 when not all copies are the same.", &differ)
        + &metric(
            "gaia_certificate_checked_timestamp_seconds",
            "When this was found out.",
            &format!("gaia_certificate_checked_timestamp_seconds {}\n", now.as_second()),
        )
}

/// A suite a stack, a case a certificate. Warnings pass, and are told.
fn junit(all: &[Status]) -> String {
    let failures = |some: &[Status]| some.iter().filter(|s| s.worst() == Some(Severity::Error)).count();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gaia cert status\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
        all.len(),
        failures(all)
    );
    for suite in all.chunk_by(|a, b| a.target.stack == b.target.stack) {
        let stack = suite[0].target.stack.as_deref().unwrap_or_default();
        let (tests, failed) = (suite.len(), failures(suite));
        // writing to a string cannot fail
        let _ =
            writeln!(out, "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failed}\" errors=\"0\">", xml(stack));
        for status in suite {
            let _ = writeln!(out, "    <testcase classname=\"{}\" name=\"{}\">", xml(stack), xml(&status.target.name));
            let told = |finding: &Finding| {
                format!("{} {} {}: {}", show::word(finding.severity), finding.code.id, finding.subject, finding.message)
            };
            let text = xml(&status.findings.iter().map(told).collect::<Vec<_>>().join("\n"));
            let _ = match status.worst() {
                Some(Severity::Error) => writeln!(out, "      <failure message=\"critical\">{text}</failure>"),
                Some(_) => writeln!(out, "      <system-out>{text}</system-out>"),
                None => Ok(()),
            };
            out.push_str("    </testcase>\n");
        }
        out.push_str("  </testsuite>\n");
    }
    out + "</testsuites>\n"
}
