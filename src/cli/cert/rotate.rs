//! `gaia cert rotate`, `resume`, `rollback`.

use super::progress::Progress;
use super::reach::{Files, Reach, duration};
use super::show;
use crate::cert::aws::{Cloud, region_of};
use crate::cert::rotate::{self, Data, Ending, Options, Part, Planned, Rotation};
use crate::cert::{
    AcmTarget, Endpoint, Field, Found, KubeTarget, RestartWord, Roots, SecretTarget, Source, Target, declared,
};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::runs::Shape;
use crate::error::{Error, Kind, Result};
use crate::runner::{Runs, Signals};
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

    /// The stack that declares them
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

    /// The roots of a private authority, in place of those that are trusted in public
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,

    /// Do it
    #[arg(long)]
    apply: bool,

    /// Do it only if the plan still has this digest
    #[arg(long, value_name = "DIGEST", requires = "apply")]
    approve: Option<String>,

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

/// The places that use a certificate, without a stack.
#[derive(Args, Debug, Clone, Default)]
pub(super) struct Places {
    /// The secret in Secrets Manager
    #[arg(long, value_name = "ID", help_heading = "Places")]
    secret: Option<String>,

    /// The certificate in ACM
    #[arg(short, long, value_name = "ARN", help_heading = "Places")]
    acm_arn: Option<String>,

    /// The namespace of the secret in Kubernetes
    #[arg(short, long, value_name = "NAME", help_heading = "Places")]
    namespace: Option<String>,

    /// The secret in Kubernetes; the last part of the secret's name where it is not given
    #[arg(short, long, value_name = "NAME", requires = "namespace", help_heading = "Places")]
    k8s_secret: Option<String>,

    /// A server that serves it: HOST:PORT, or HOST:PORT=NAME
    #[arg(long = "endpoint", value_name = "HOST:PORT", help_heading = "Places")]
    endpoints: Vec<String>,

    /// A name that the new certificate must cover
    #[arg(short, long = "domain", value_name = "NAME", value_delimiter = ',', help_heading = "Places")]
    domains: Vec<String>,
}

impl Places {
    fn are_given(&self) -> bool {
        self.secret.is_some() || self.acm_arn.is_some() || self.namespace.is_some() || !self.endpoints.is_empty()
    }

    fn target(&self, reach: &Reach) -> Result<Target> {
        let last = |id: &str| id.rsplit('/').next().unwrap_or(id).to_owned();
        let name = self.k8s_secret.clone().or_else(|| self.secret.as_deref().map(last));
        let kubernetes = match (&self.namespace, &name) {
            (None, _) => Vec::new(),
            (Some(_), None) => {
                return Err(Error::usage("no secret of the namespace is named").hint("`--k8s-secret NAME`"));
            }
            (Some(namespace), Some(name)) => vec![KubeTarget {
                context: reach.context.clone(),
                namespace: namespace.clone(),
                secret: name.clone(),
                external_secret: None,
                restart: None,
            }],
        };
        let parse = |text: &String| {
            Endpoint::parse(text).ok_or_else(|| Error::usage(format!("`{text}` is no endpoint")).hint("HOST:PORT"))
        };
        Ok(Target {
            name: name.or_else(|| self.acm_arn.as_deref().map(last)).unwrap_or_else(|| "certificate".into()),
            domains: self.domains.clone(),
            acm: self.acm_arn.clone().map(|arn| AcmTarget { arn, region: reach.region.clone() }),
            secret: self.secret.clone().map(|id| SecretTarget { id, region: reach.region.clone(), keys: None }),
            kubernetes,
            endpoints: self.endpoints.iter().map(parse).collect::<Result<_>>()?,
            ..Target::default()
        })
    }
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
        let options = self.options();
        let roots = roots(options.ca.as_deref())?;
        let source = self.source(&targets)?;
        let runs = Runs::of(&root);
        let mut worst = exit::OK;
        for target in &targets {
            // a target's own context of Kubernetes wins over the option's
            let cloud = self.reach.cloud();
            let code = self.one(context, target, &options, &source, &cloud, &roots, &runs)?;
            if code != exit::OK {
                worst = code;
                break;
            }
        }
        Ok(worst)
    }

    #[expect(clippy::too_many_arguments, reason = "what a rotation needs, each of another kind")]
    fn one(
        &self,
        context: &Context,
        target: &Target,
        options: &Options,
        source: &Source,
        cloud: &Cloud,
        roots: &Roots,
        runs: &Runs,
    ) -> anyhow::Result<u8> {
        if self.apply
            && let Some(other) = rotate::unfinished(runs, target)
        {
            return Err(Error::new(format!("the run `{}` of `{}` has not ended", other.id, other.what))
                .kind(Kind::Locked)
                .hint(format!("`gaia cert resume {}` goes on, `gaia cert rollback {}` goes back", other.id, other.id))
                .into());
        }
        let planned = rotate::plan(target, options, source, cloud, roots)?;
        if !self.apply || self.format == Shape::Table {
            self.show(context, &planned)?;
        }
        if planned.is_blocked() {
            return Err(blocked(&planned).into());
        }
        if !self.apply {
            context.ui.info(&format!("Nothing is changed yet. `--apply --approve {}` does this.", planned.digest));
            return Ok(exit::OK);
        }
        if let Some(approved) = &self.approve
            && *approved != planned.digest
        {
            return Err(Error::new(format!("the plan has the digest {}, not the approved {approved}", planned.digest))
                .kind(Kind::InputNeeded)
                .hint("something has changed since: read the plan again")
                .into());
        }
        if planned.is_nothing() {
            context.ui.info("Every place holds this certificate already.");
            return Ok(exit::OK);
        }
        let command = std::env::args().collect();
        let reach = self.reach.record();
        let rotation = Rotation::begin(planned, options, source, reach, (cloud, roots), runs, command)?;
        drive(context, rotation, Way::Forward, self.format)
    }

    fn show(&self, context: &Context, planned: &Planned) -> anyhow::Result<()> {
        let now = Timestamp::now();
        if self.format == Shape::Json {
            let record = planned.record(now);
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&record)?));
        }
        show::plan(context, planned, now)
    }

    /// The certificates, and the directory that keeps the journal.
    fn targets(&self, context: &Context) -> anyhow::Result<(Vec<Target>, PathBuf)> {
        let Some(stack) = &self.stack else {
            if !self.places.are_given() {
                return Err(Error::usage("nothing is named that could be rotated")
                    .hint("name a certificate of a stack (`gaia cert rotate NAME -s STACK`), or places (`--secret ID`, …)")
                    .into());
            }
            return Ok((vec![self.places.target(&self.reach)?], journal_root(context)));
        };
        if self.places.are_given() {
            return Err(
                Error::usage("a stack tells the places: `-s` and options like `--secret` exclude each other").into()
            );
        }
        let engine = context.engine(crate::engine::Options::default())?;
        let mut targets = declared(&engine, Some(stack))?;
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

    fn source(&self, targets: &[Target]) -> Result<Source> {
        if let Some(arn) = &self.from_acm {
            let secret = self.places.secret.clone();
            return Ok(Source::Acm { arn: arn.clone(), key: self.files.key.as_deref().map(absolute), secret });
        }
        let region = |id: &str| region_of(id).map(str::to_owned).or_else(|| self.reach.region.clone());
        if let Some(id) = &self.from_secret {
            return Ok(Source::Secret { id: id.clone(), region: region(id) });
        }
        if self.files.are_given() {
            let mut files = self.files.given();
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
            ca: self.ca.as_deref().map(absolute),
            rollback_key: self.rollback_key.as_deref().map(absolute),
            accept_irreversible: self.accept_irreversible,
            allow_san_drop: self.allow_san_drop,
            rollback: !self.no_rollback,
            verify_timeout: self.verify_timeout.as_secs(),
        }
    }
}

fn absolute(path: impl AsRef<Path>) -> PathBuf {
    std::path::absolute(path.as_ref()).unwrap_or_else(|_| path.as_ref().to_owned())
}

/// Where runs are kept: the repository, or the current directory where there is none.
pub(super) fn journal_root(context: &Context) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    context.workspace().map_or(here, |workspace| workspace.root.clone())
}

pub(super) fn roots(ca: Option<&Path>) -> Result<Roots> {
    match ca {
        Some(path) => Ok(Roots::own(Found::read_file(path, Field::Any, None)?.certificates)),
        None => Ok(Roots::public()),
    }
}

fn blocked(planned: &Planned) -> Error {
    let errors = planned.findings.iter().filter(|f| f.severity == crate::code::Severity::Error);
    let count = errors.clone().count();
    let locked = errors.clone().any(|finding| finding.code == &crate::code::CERT_LOCKED);
    let error = Error::new(format!("{count} findings stand in the way; nothing was changed"));
    let error = errors.fold(error, |error, f| error.note(format!("{} {}: {}", f.code.id, f.subject, f.message)));
    if locked { error.kind(Kind::Locked) } else { error.hint("`gaia explain CODE` tells more") }
}

/// Has a rotation go forward or back, and tells how it ended.
fn drive(context: &Context, rotation: Rotation<'_>, way: Way, format: Shape) -> anyhow::Result<u8> {
    let signals = Signals::listen()?;
    let id = rotation.id().to_owned();
    context.ui.info(&format!("run {id}"));
    let mut progress = Progress { ui: context.ui };
    let ending = match way {
        Way::Forward => rotation.forward(&signals, &mut progress),
        Way::Back => rotation.backward(&mut progress),
        Way::Abandon => rotation.abandon(&mut progress),
    }?;
    let go_on = format!("`gaia cert resume {id}` goes on, `gaia cert rollback {id}` goes back");
    let (code, word) = match &ending {
        Ending::Done if way == Way::Abandon => {
            context.ui.info("The run counts as over; `gaia cert status` tells where each place stands.");
            (exit::OK, "abandoned")
        }
        Ending::Done => {
            context.ui.info("Every place holds the new certificate.");
            (exit::OK, "done")
        }
        Ending::RolledBack(error) if way == Way::Forward => {
            context.ui.error(
                &error.clone().note("everything is rolled back: every place holds the old certificate"),
                &context.sources,
            );
            (exit::ROLLED_BACK, "rolled back")
        }
        Ending::RolledBack(_) => {
            context.ui.info("Every place holds the old certificate.");
            (exit::OK, "rolled back")
        }
        Ending::Incomplete(error, left) => {
            let error = left.iter().fold(error.clone(), |error, why| error.note(why.clone()));
            context.ui.error(&error.with_all_notes().hint(go_on), &context.sources);
            (exit::ROLLBACK_INCOMPLETE, "incomplete")
        }
        Ending::Stopped(error) => {
            context
                .ui
                .error(&error.clone().note("nothing is rolled back, as was asked for").hint(go_on), &context.sources);
            (exit::ROLLBACK_INCOMPLETE, "stopped")
        }
        Ending::Interrupted => {
            context.ui.always(&format!("interrupted: {go_on}"));
            (exit::INTERRUPTED, "interrupted")
        }
    };
    if format == Shape::Json {
        let record = serde_json::json!({ "run": id, "ended": word, "exit": code });
        context.say(&format!("{}\n", serde_json::to_string_pretty(&record)?))?;
    }
    Ok(code)
}

/// Go on with a rotation that was cut off, failed or was interrupted
#[derive(Args, Debug)]
pub(super) struct Resume {
    /// The run: its name, the beginning of it, or `latest`
    #[arg(value_name = "RUN", default_value = "latest")]
    run: String,

    /// How to show the end
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

/// Put the old certificate back wherever a rotation replaced it
#[derive(Args, Debug)]
pub(super) struct Rollback {
    /// The run: its name, the beginning of it, or `latest`
    #[arg(value_name = "RUN", default_value = "latest")]
    run: String,

    /// Leave every place as it is, remove the marks of the run, and count it as over
    #[arg(long)]
    abandon: bool,

    /// How to show the end
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

/// What is done with a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Forward,
    Back,
    Abandon,
}

impl Resume {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        again(context, &self.run, Way::Forward, self.format)
    }
}

impl Rollback {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<u8> {
        let way = if self.abandon { Way::Abandon } else { Way::Back };
        again(context, &self.run, way, self.format)
    }
}

fn again(context: &Context, name: &str, way: Way, format: Shape) -> anyhow::Result<u8> {
    let runs = Runs::of(&journal_root(context));
    let run = runs.find(name)?;
    let data: Data = Rotation::data_of(&run)?;
    let cloud = Cloud::new(Reach::options(&data.reach));
    let roots = roots(data.options.ca.as_deref())?;
    let command = std::env::args().collect();
    let rotation = Rotation::again(&run, data, (&cloud, &roots), &runs, command)?;
    drive(context, rotation, way, format)
}
