//! `gaia version`.

use super::context::Context;
use crate::output::Format;
use crate::value::{Map, Value};
use clap::Args;

/// The release of Atmos whose answers gaia gives.
const ATMOS: &str = "1.226.1";

/// Show the version of gaia
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia version
  gaia version --format json")]
pub(super) struct Version {
    /// As a map in JSON or YAML
    #[arg(short, long, value_enum)]
    format: Option<Format>,

    /// The same as --format json
    #[arg(long, hide = true)]
    json: bool,
}

impl Version {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let version = env!("CARGO_PKG_VERSION");
        match self.format.or(self.json.then_some(Format::Json)) {
            // scripts look for this line
            None => context.say(&format!("Gaia CLI {version}\nanswers as Atmos {ATMOS}\n")),
            Some(format) => {
                let map: Map = [("version", version), ("atmos", ATMOS)].into_iter().collect();
                context.answer(&Value::from(map), format, None)
            }
        }
    }
}
