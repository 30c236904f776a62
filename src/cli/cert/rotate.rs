//! `gaia cert rotate`: the plan of a rotation and, with `--apply`, the rotation.

use super::again::{self, Way};
use super::approval::Approval;
use super::places::Places;
use super::reach::{Files, Reach, Trust, duration};
use super::show;
use crate::cert::aws::region_of;
use crate::cert::rotate::{self, Options, Part, Planned, Rotation};
use crate::cert::{RestartWord, Roots, Source, Target, declared};
use crate::cli::context::Context;
use crate::cli::runs::Shape;
use crate::cli::{exit, named};
use crate::code::{CERT_LOCKED, Severity};
use crate::error::{Error, Kind, Result};
use crate::runner::Runs;
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Replace a certificate wherever it is used
///
/// Without `--apply` it shows what would be done.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug, Clone)]
#[command(after_long_help = "Examples:
  gaia cert rotate www -s plat-ue2-prod --cert new.crt --key new.key --chain chain.pem
  gaia cert rotate www -s plat-ue2-prod --cert new.crt --key new.key --apply --approve 0a1b2c3d4e5f6071
  gaia cert rotate --secret certificates/www --acm-arn arn:aws:acm:… -n web --endpoint www.example.org:443 \\
      --pkcs12 new.p12 --passphrase-file pass --apply

It writes in this order: a new version of the secret (AWSPENDING), ACM, AWSCURRENT, External Secrets, restarts; then
every address of every endpoint must serve the new certificate. What fails is rolled back.")]
pub(super) struct Rotate {
    /// The certificates: names in `settings.gaia.certificates`; all of the stack where none is named
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// The stack that declares them: its name or the beginning of it [default: that of `gaia context`]
    #[arg(short, long, value_name = "STACK")]
    stack: Option<String>,

    #[command(flatten)]
    files: Files,

    /// Take the new certificate from ACM, with its key where it may be exported, else with `--key`
    #[arg(long, value_name = "ARN", conflicts_with_all = ["cert", "pkcs12"])]
    from_acm: Option<String>,

    /// Take the new certificate from a secret
    #[arg(long, value_name = "ID", conflicts_with_all = ["cert", "pkcs12", "from_acm"])]
    from_secret: Option<String>,

    #[command(flatten)]
    places: Places,

    /// Only these: sm, acm, k8s, tls
    #[arg(long, value_name = "PART", value_enum, value_delimiter = ',')]
    only: Vec<PartWord>,

    /// What is restarted after a secret of Kubernetes has changed
    #[arg(long, value_enum, value_name = "WHAT")]
    restart: Option<RestartArg>,

    #[command(flatten)]
    trust: Trust,

    /// Do it
    #[arg(long)]
    apply: bool,

    #[command(flatten)]
    approval: Approval,

    /// Restart one workload first and look at the first endpoint, before anything else in Kubernetes
    #[arg(long)]
    canary: bool,

    /// How long Kubernetes and servers may take until they serve the new certificate
    #[arg(long, value_name = "TIME", default_value = "10m", value_parser = duration)]
    verify_timeout: Duration,

    /// Leave everything as it is after a failure; `gaia cert resume` or `rollback` goes on
    #[arg(long)]
    no_rollback: bool,

    /// The key of the certificate that ACM holds now, where no secret holds it
    #[arg(long, value_name = "FILE")]
    rollback_key: Option<PathBuf>,

    /// Import into ACM although the old certificate could not be put back
    #[arg(long)]
    accept_irreversible: bool,

    /// Give up names that the certificate in use covers
    #[arg(long)]
    allow_san_drop: bool,

    /// How to show the plan, and the end
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,

    #[command(flatten)]
    reach: Reach,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum PartWord {
    Sm,
    Acm,
    K8s,
    Tls,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum RestartArg {
    /// Everything that uses the secret and does not load it anew by itself
    Auto,
    /// Nothing
    Never,
}

impl Rotate {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let (targets, root) = self.targets(context)?;
        let (options, roots) = (self.options(), self.trust.roots()?);
        let source = self.source(context, &targets)?;
        let runs = Runs::of(&root);
        // every certificate is planned before the first is touched
        let planned = self.plan(&targets, &options, &source, &roots, &runs)?;
        if !self.apply || self.format == Shape::Table {
            self.show(context, &planned)?;
        }
        let mut blocked = planned.iter().filter(|planned| planned.is_blocked()).peekable();
        if blocked.peek().is_some() {
            return Err(refusal(blocked).into());
        }
        if !self.apply {
            self.approval.keep(&planned)?;
            let digests: Vec<&str> = planned.iter().map(|planned| planned.digest.as_str()).collect();
            let digests = digests.join(",");
            context.ui.info(&format!("Nothing is changed yet. `--apply --approve {digests}` does this."));
            return Ok(exit::OK);
        }
        let approver = self.approval.check(context, &planned)?;
        let mut ended = Vec::new();
        for planned in planned {
            if planned.is_nothing() {
                context.ui.info(&format!("Every place of `{}` holds this certificate already.", planned.target.name));
                continue;
            }
            let cloud = self.reach.cloud();
            let command = std::env::args().collect();
            let how = rotate::How {
                options: &options,
                source: &source,
                reach: self.reach.record(),
                approver: approver.clone(),
            };
            let rotation = Rotation::begin(planned, how, (&cloud, &roots), &runs, command)?;
            let end = again::drive(context, rotation, Way::Forward)?;
            let code = end.exit;
            ended.push(end);
            if code != exit::OK {
                break;
            }
        }
        if self.format == Shape::Json {
            context.say(&format!("{}\n", serde_json::to_string_pretty(&ended)?))?;
        }
        Ok(ended.last().map_or(exit::OK, |end| end.exit))
    }

    fn plan(
        &self,
        targets: &[Target],
        options: &Options,
        source: &Source,
        roots: &Roots,
        runs: &Runs,
    ) -> Result<Vec<Planned>> {
        let cloud = self.reach.cloud();
        let plan = |target: &Target| match rotate::unfinished(runs, target).filter(|_| self.apply) {
            Some(other) => Err(other.error()),
            None => rotate::plan(target, options, source, &cloud, roots),
        };
        targets.iter().map(plan).collect()
    }

    fn show(&self, context: &Context, all: &[Planned]) -> anyhow::Result<()> {
        let now = Timestamp::now();
        if self.format == Shape::Json {
            let records: Vec<_> = all.iter().map(|planned| planned.record(now)).collect();
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&records)?));
        }
        all.iter().try_for_each(|planned| show::plan(context, planned, now))
    }

    /// The certificates, and the directory that keeps the journal.
    fn targets(&self, context: &Context) -> anyhow::Result<(Vec<Target>, PathBuf)> {
        let is_declared = self.stack.is_some() || !self.names.is_empty();
        match (is_declared, self.places.are_given()) {
            (false, true) => return Ok((vec![self.places.target(&self.reach)?], again::journal_root(context))),
            (true, false) => {}
            // all that the stack declares, which is chosen
            (false, false) if context.can_ask() => {}
            (true, true) => {
                let why = "a stack tells the places: `-s` and options like `--secret` exclude each other";
                return Err(Error::usage(why).into());
            }
            (false, false) => {
                return Err(Error::usage("nothing is named that could be rotated")
                    .hint("name a certificate of a stack (`gaia cert rotate NAME -s STACK`), or places (`--secret ID`, …)")
                    .into());
            }
        }
        let engine = context.engine(crate::engine::Options::default())?;
        let stack = match &self.stack {
            Some(said) => named::stack(context, &engine, said)?,
            None => named::current_stack(context, &engine)?,
        };
        let mut targets = declared(&engine, Some(&stack))?;
        if targets.is_empty() {
            return Err(Error::new(format!("the stack `{stack}` declares no certificate"))
                .hint("`settings.gaia.certificates` of a component declares them (docs/certificates.md)")
                .into());
        }
        for name in &self.names {
            if !targets.iter().any(|target| target.name == *name) {
                let names = targets.iter().map(|target| target.name.as_str());
                return Err(Error::usage(format!("the stack `{stack}` declares no certificate `{name}`"))
                    .maybe_hint(crate::text::did_you_mean(name, names))
                    .into());
            }
        }
        targets.retain(|target| self.names.is_empty() || self.names.contains(&target.name));
        Ok((targets, engine.workspace().root.clone()))
    }

    fn source(&self, context: &Context, targets: &[Target]) -> Result<Source> {
        if let Some(arn) = &self.from_acm {
            let secret = self.places.secret.clone();
            return Ok(Source::Acm { arn: arn.clone(), key: self.files.key.as_deref().map(absolute), secret });
        }
        let region = |id: &str| region_of(id).map(str::to_owned).or_else(|| self.reach.region.clone());
        if let Some(id) = &self.from_secret {
            return Ok(Source::Secret { id: id.clone(), region: region(id) });
        }
        if self.files.are_given() {
            let mut files = self.files.given(context)?;
            let paths =
                [&mut files.cert, &mut files.key, &mut files.chain, &mut files.pkcs12, &mut files.passphrase_file];
            for path in paths.into_iter().flatten() {
                // a run may go on from another directory
                *path = absolute(&*path);
            }
            return Ok(Source::Files(files));
        }
        let error = Error::new("the new certificate is not given").kind(Kind::InputNeeded);
        let names: Vec<&str> = targets.iter().map(|target| target.name.as_str()).collect();
        Err(error
            .note(format!("to be rotated: {}", names.join(", ")))
            .hint("`--cert FILE --key FILE`, `--pkcs12 FILE`, `--from-acm ARN` or `--from-secret ID`"))
    }

    fn options(&self) -> Options {
        let part = |word: &PartWord| match word {
            PartWord::Sm => Part::Sm,
            PartWord::Acm => Part::Acm,
            PartWord::K8s => Part::K8s,
            PartWord::Tls => Part::Tls,
        };
        Options {
            only: self.only.iter().map(part).collect(),
            restart: self.restart.map(|word| match word {
                RestartArg::Auto => RestartWord::Auto,
                RestartArg::Never => RestartWord::Never,
            }),
            ca: self.trust.ca.as_deref().map(absolute),
            rollback_key: self.rollback_key.as_deref().map(absolute),
            accept_irreversible: self.accept_irreversible,
            allow_san_drop: self.allow_san_drop,
            canary: self.canary,
            rollback: !self.no_rollback,
            verify_timeout: self.verify_timeout.as_secs(),
        }
    }
}

fn absolute(path: impl AsRef<Path>) -> PathBuf {
    std::path::absolute(path.as_ref()).unwrap_or_else(|_| path.as_ref().to_owned())
}

/// Why nothing is done: every finding of every plan that stands in the way.
fn refusal<'a>(plans: impl Iterator<Item = &'a Planned>) -> Error {
    let errors: Vec<_> =
        plans.flat_map(|planned| &planned.findings).filter(|finding| finding.severity == Severity::Error).collect();
    let error = Error::new(format!("{} findings stand in the way; nothing was changed", errors.len())).with_all_notes();
    let error = errors.iter().fold(error, |error, f| error.note(format!("{} {}: {}", f.code.id, f.subject, f.message)));
    if errors.iter().any(|finding| finding.code == &CERT_LOCKED) {
        error.kind(Kind::Locked)
    } else {
        error.hint("`gaia explain CODE` tells more")
    }
}
