//! A rotation driven to its end; `gaia cert resume` and `rollback`.

use super::progress::Progress;
use super::reach::{Reach, roots};
use crate::cert::aws::Cloud;
use crate::cert::rotate::{Ending, Rotation};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::runs::Shape;
use crate::error::{Error, Result};
use crate::external::post_json;
use crate::runner::{Runs, Signals};
use clap::Args;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// How a run ended, as programs read it.
#[derive(Debug, Serialize)]
pub(super) struct End {
    run: String,
    ended: &'static str,
    pub(super) exit: u8,
}

/// Where runs are kept: the repository, or the current directory where there is none.
pub(super) fn journal_root(context: &Context) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    context.workspace().map_or(here, |workspace| workspace.root.clone())
}

/// Has a rotation go forward or back, and tells how it ended.
pub(super) fn drive(context: &Context, rotation: Rotation<'_>, way: Way) -> Result<End> {
    let signals = Signals::listen()?;
    let (id, record) = (rotation.id().to_owned(), rotation.audit_file());
    context.ui.info(&format!("run {id}: {}", rotation.name()));
    let mut progress = Progress { ui: context.ui };
    let ending = match way {
        Way::Forward => rotation.forward(&signals, &mut progress),
        Way::Back => rotation.backward(&mut progress),
        Way::Abandon => rotation.abandon(&mut progress),
    };
    send_on(context, &record);
    let ending = ending?;
    let go_on = format!("`gaia cert resume {id}` goes on, `gaia cert rollback {id}` goes back");
    let (exit, ended) = match &ending {
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
    Ok(End { run: id, ended, exit })
}

/// Sends the audit record to whoever collects them. The rotation has ended, whatever becomes of that.
fn send_on(context: &Context, record: &Path) {
    let Some(url) = std::env::var("GAIA_AUDIT_WEBHOOK").ok().filter(|url| !url.is_empty()) else { return };
    let Ok(record) = std::fs::read(record) else { return };
    if let Err(error) = post_json(&url, record) {
        let warning = Error::new("the audit record is not sent on").note(error.message());
        context.ui.warning(&warning.hint("it is kept in .gaia/audit.jsonl"), &context.sources);
    }
}

/// Go on with a rotation that was cut off, failed or was interrupted
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia cert resume latest")]
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
#[command(after_long_help = "Examples:
  gaia cert rollback latest")]
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
pub(super) enum Way {
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
    let data = Rotation::data_of(&run)?;
    let cloud = Cloud::new(Reach::options(&data.reach));
    let roots = roots(data.options.ca.as_deref())?;
    let command = std::env::args().collect();
    let rotation = Rotation::again(&run, data, (&cloud, &roots), &runs, command)?;
    let end = drive(context, rotation, way)?;
    if format == Shape::Json {
        context.say(&format!("{}\n", serde_json::to_string_pretty(&end)?))?;
    }
    Ok(end.exit)
}
