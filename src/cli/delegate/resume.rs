//! `gaia run resume`: goes on with a run that was cut off or failed.

use super::args::Shown;
use super::flow::{Repository, planned};
use super::work::Work;
use crate::cert::rotate;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::delegate::{Ignored, Settings};
use crate::error::{Error, Kind};
use crate::runner::{State, Status};
use clap::Args;

/// Go on with a run that failed or was cut off; what is done is not repeated
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia run resume
  gaia run resume 20261122T0655 --auto-approve --format json")]
pub(in crate::cli) struct Resume {
    /// The run: its name, the beginning of it, or `latest`
    #[arg(value_name = "RUN", default_value = "latest")]
    run: String,

    /// Ask nobody: for machines
    #[arg(long)]
    auto_approve: bool,

    /// Take no lock on the stack, where something else keeps runs apart
    #[arg(long)]
    no_lock: bool,

    #[command(flatten)]
    shown: Shown,
}

/// Goes on with a run: what is done and whose inputs are the same is not repeated.
pub(in crate::cli) fn resume(context: &Context, wish: &Resume) -> anyhow::Result<u8> {
    let repository = Repository::open(context)?;
    let run = repository.runs.find(&wish.run)?;
    let id = run.record.id.clone();
    if run.record.kind == rotate::KIND {
        return Err(Error::usage(format!("the run `{id}` rotates a certificate"))
            .hint(format!("`gaia cert resume {id}` goes on, `gaia cert rollback {id}` goes back"))
            .into());
    }
    match run.state() {
        State::Running => {
            return Err(Error::new(format!("the run `{id}` is running")).kind(Kind::Locked).into());
        }
        State::Ended(Status::Succeeded) => {
            context.ui.info(&format!("The run `{id}` is done."));
            return Ok(exit::OK);
        }
        State::Died | State::Ended(_) => {}
    }
    if let [(step, group), ..] = run.orphans()[..] {
        return Err(Error::new(format!("`{step}` of the run `{id}` still works, though gaia is gone"))
            .kind(Kind::Locked)
            .hint(format!("wait for it, or end it: `kill -INT -- -{group}`"))
            .into());
    }
    let mut settings: Settings = serde_json::from_value(run.record.data.clone()).map_err(|e| {
        Error::new(format!("the run `{id}` cannot be understood: {e}")).in_file(run.dir.join("run.json"))
    })?;
    settings.auto_approve |= wish.auto_approve;
    let chosen = repository.of_record(&run)?;
    let planned = settings.plans_of.as_deref().map(|of| planned(&repository.runs, of)).transpose()?;
    let mut job = repository.job(id.clone(), settings, &chosen)?;
    if let Some(planned) = &planned {
        job.check_plans(planned)?;
        job.use_plans_of(planned);
    }
    let kept = job.kept(&run);
    context.ui.info(&format!("{} of {} components are done and stay as they are", kept.len(), job.units.len()));
    let journal = run.resume()?;
    let work = Work {
        job: &job,
        shown: &wish.shown,
        lock: !wish.no_lock,
        detailed: false,
        ignored: Ignored::default(),
        planned,
        kept,
    };
    work.carry_out(context, Some(journal))
}
