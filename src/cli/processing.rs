//! Whether templates and YAML functions are processed: the options of everything that reads stacks.

use super::switch::switch;
use crate::engine;
use clap::Args;

/// What is evaluated.
#[derive(Args, Debug)]
#[command(next_help_heading = "Processing options")]
pub(super) struct Processing {
    /// Render Go templates (unless =false)
    #[arg(long, value_name = "BOOL", env = "ATMOS_PROCESS_TEMPLATES", value_parser = switch())]
    process_templates: Option<bool>,

    /// Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)
    #[arg(long, value_name = "BOOL", env = "ATMOS_PROCESS_FUNCTIONS", value_parser = switch())]
    process_functions: Option<bool>,

    /// Leave these YAML functions as they are: terraform.state, exec, …
    #[arg(long, value_name = "FUNCTION", env = "ATMOS_SKIP", value_delimiter = ',')]
    skip: Vec<String>,
}

/// The functions that need credentials. Lists leave them as they are.
const CREDENTIALED: [&str; 10] = [
    "terraform.state",
    "terraform.output",
    "store",
    "store.get",
    "secret",
    "aws.account_id",
    "aws.caller_identity_arn",
    "aws.caller_identity_user_id",
    "aws.region",
    "aws.organization_id",
];

impl Processing {
    /// The options for an answer that evaluates everything.
    pub(super) fn options(&self) -> engine::Options {
        engine::Options {
            process_templates: self.process_templates.unwrap_or(true),
            process_functions: self.process_functions.unwrap_or(true),
            skip: self.skip.clone(),
            ..engine::Options::default()
        }
    }

    /// The options for what only reads, and for comparisons: no credentials are asked for, no programs run, no connections
    /// opened.
    pub(super) fn reading_options(&self) -> engine::Options {
        let mut options = self.list_options();
        options.offline = true;
        options
    }

    /// The options for a list, which never asks for credentials.
    pub(super) fn list_options(&self) -> engine::Options {
        let mut options = self.options();
        options.skip.extend(CREDENTIALED.map(str::to_owned));
        options
    }
}
