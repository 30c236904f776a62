//! `gaia template show TEMPLATE`.

use super::console::Terminal;
use super::list::Shape;
use crate::cli::context::Context;
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use crate::scaffold::{self, Asked};
use clap::Args;
use serde_json::json;

/// Show what a template asks
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia template show environment
  gaia template show gh:owner/template --format json")]
pub(super) struct Show {
    /// The template: a name of `gaia template list`, or an address as `copy` takes it
    #[arg(value_name = "TEMPLATE")]
    template: String,

    /// A tag, branch or commit of the template instead of its newest tag
    #[arg(short = 'r', long, value_name = "REVISION", allow_hyphen_values = true)]
    vcs_ref: Option<String>,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

impl Show {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let known = scaffold::bundled().into_iter().find(|t| t.name == self.template);
        let address = if known.is_some() { format!("bundled:{}", self.template) } else { self.template };
        let described = scaffold::describe(&address, self.vcs_ref.as_deref(), &Terminal::new(context))?;
        if self.format == Shape::Json {
            let question = |asked: &Asked| {
                json!({
                    "name": asked.name,
                    "type": asked.kind,
                    "help": asked.help,
                    "default": asked.default,
                    "choices": asked.choices,
                    "when": asked.when,
                    "secret": asked.is_secret,
                })
            };
            let questions: Vec<_> = described.questions.iter().map(question).collect();
            let shown = json!({"template": address, "version": described.version, "questions": questions});
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&shown)?));
        }
        let row = |asked: &Asked| {
            let default = asked.default.as_ref().map(ToString::to_string).unwrap_or_default();
            let help = asked.help.split_whitespace().collect::<Vec<_>>().join(" ");
            vec![asked.name.clone(), asked.kind.clone(), default, help]
        };
        let headers = ["Question", "Type", "Default", "About"].map(str::to_owned).to_vec();
        let found = Rows { headers, rows: described.questions.iter().map(row).collect() };
        rows(context.ui, &found, RowFormat::Table)
    }
}
