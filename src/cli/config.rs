//! `gaia config`: what gaia itself is told, and by whom.

use super::context::Context;
use super::global::By;
use crate::error::Result;
use crate::output::{RowFormat, rows};
use crate::query::Rows;
use crate::value::Value;
use crate::value::json;
use crate::workspace::Workspace;
use crate::workspace::gaia_yaml::{GaiaYaml, SCHEMA, Validate, default_parallel};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value as Json, json};

/// Show what gaia itself is told: gaia.yaml, variables, options
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Config {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Show(Show),
}

/// Show every setting of gaia with its value
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia config show
  gaia config show --origin
  gaia config show --format json

Settings of gaia.yaml, then the global options. `gaia describe config` shows what atmos.yaml says.")]
struct Show {
    /// Say where each value comes from: a default, a line of a file, a variable, an option
    #[arg(long)]
    origin: bool,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table")]
    format: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Shape {
    /// A line a setting
    Table,
    /// As docs/schemas/config.json describes it; with origins always
    Json,
}

/// A setting with what holds.
struct Setting {
    name: String,
    value: Json,
    origin: Origin,
}

/// Where a value comes from.
enum Origin {
    Default,
    File { file: String, line: usize },
    Environment(String),
    Flag,
}

impl Config {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
        let What::Show(show) = self.what;
        show.run(context)
    }
}

impl Show {
    fn run(self, context: &Context) -> anyhow::Result<()> {
        let workspace = context.workspace()?;
        // what is wrong with the file is told before what it says
        GaiaYaml::of(&workspace)?;
        let mut settings = of_file(&workspace)?;
        settings.extend(context.said().iter().map(|said| Setting {
            name: said.name.clone(),
            value: said.value.clone().map_or(Json::Null, Json::from),
            origin: match &said.by {
                By::Default => Origin::Default,
                By::Environment(name) => Origin::Environment(name.clone()),
                By::Flag => Origin::Flag,
            },
        }));
        if self.format == Shape::Json {
            let all: Vec<Json> = settings.iter().map(Setting::record).collect();
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&all)?));
        }
        let mut headers = ["Setting", "Value"].map(str::to_owned).to_vec();
        headers.extend(self.origin.then(|| "Origin".to_owned()));
        let row = |setting: &Setting| {
            let mut row = vec![setting.name.clone(), setting.text()];
            row.extend(self.origin.then(|| setting.origin.text()));
            row
        };
        rows(context.ui, &Rows { headers, rows: settings.iter().map(row).collect() }, RowFormat::Table)
    }
}

/// The settings of gaia.yaml that its schema knows.
fn of_file(workspace: &Workspace) -> Result<Vec<Setting>> {
    let written = GaiaYaml::written(workspace)?.map_or(Value::NULL, |(_, written)| written);
    let schema: Json = serde_json::from_str(SCHEMA).unwrap_or_default();
    let mut settings = Vec::new();
    for (section, about) in schema["properties"].as_object().into_iter().flatten() {
        for (key, about) in about["properties"].as_object().into_iter().flatten() {
            let name = format!("{section}.{key}");
            let setting = match written.dig([section.as_str(), key.as_str()]) {
                Some(value) => {
                    let value_text = json::to_json(value, json::Format::PRETTY)?;
                    let json = serde_json::from_str(&value_text).unwrap_or_default();
                    Setting { name, value: json, origin: Origin::of(workspace, value) }
                }
                None => Setting { value: default(&name, about), name, origin: Origin::Default },
            };
            settings.push(setting);
        }
    }
    Ok(settings)
}

/// What holds where nothing is said.
fn default(name: &str, about: &Json) -> Json {
    match name {
        "run.parallel" => json!(default_parallel()),
        "validate.protected" => json!(Validate::default().protected),
        _ => about["default"].clone(),
    }
}

impl Setting {
    fn text(&self) -> String {
        match &self.value {
            Json::Null => String::new(),
            Json::String(text) => text.clone(),
            Json::Array(items) if items.iter().all(Json::is_string) => {
                items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", ")
            }
            other => other.to_string(),
        }
    }

    fn record(&self) -> Json {
        let origin = match &self.origin {
            Origin::Default => json!({ "kind": "default" }),
            Origin::File { file, line } => json!({ "kind": "file", "file": file, "line": line }),
            Origin::Environment(name) => json!({ "kind": "environment", "variable": name }),
            Origin::Flag => json!({ "kind": "flag" }),
        };
        json!({ "name": self.name, "value": self.value, "origin": origin })
    }
}

impl Origin {
    fn of(workspace: &Workspace, value: &Value) -> Origin {
        match workspace.sources.locate(value.span) {
            Some((source, at)) => {
                Origin::File { file: crate::validate::shown(&source.path, &workspace.root), line: at.line }
            }
            None => Origin::Default,
        }
    }

    fn text(&self) -> String {
        match self {
            Origin::Default => "default".to_owned(),
            Origin::File { file, line } => format!("{file}:{line}"),
            Origin::Environment(name) => format!("environment: {name}"),
            Origin::Flag => "command line".to_owned(),
        }
    }
}
