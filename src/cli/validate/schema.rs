//! `gaia validate schema`.

use super::answer;
use crate::cli::context::Context;
use crate::error::Error;
use crate::output::ReportFormat;
use crate::validate::schemas;
use clap::Args;

/// Check files against the JSON Schemas that atmos.yaml names for them
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia validate schema
  gaia validate schema tools

An entry of `schemas` in atmos.yaml names a `schema` and, as `matches`, patterns of the files that it is for.")]
pub(super) struct Schema {
    /// The entry of `schemas`; without it all
    #[arg(value_name = "ENTRY")]
    key: Option<String>,

    /// A JSON Schema in the place of the entry's: a file
    #[arg(long, value_name = "FILE")]
    schemas_atmos_manifest: Option<String>,

    /// How problems are shown
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    format: ReportFormat,
}

impl Schema {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        if self.schemas_atmos_manifest.is_some() && self.key.is_none() {
            return Err(Error::usage("--schemas-atmos-manifest needs the entry whose schema it stands for").into());
        }
        let workspace = context.workspace()?;
        let report = schemas::files(&workspace, self.key.as_deref(), self.schemas_atmos_manifest.as_deref())?;
        answer(context, &report, self.format, false, "All files are valid.")
    }
}
