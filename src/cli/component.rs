//! `gaia component`.

use super::context::Context;
use super::exit;
use super::shape::Shown;
use super::template::Terminal;
use crate::output::patch::{Patch, file_tree, patches};
use crate::scaffold::{self, Data, Made, Request, Settings};
use crate::validate::shown;
use crate::value::Value;
use crate::{Error, Result};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

/// Make components
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Component {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Create(Create),
}

/// Make a Terraform component, with README, test and catalog entry
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia component create message-queue
  gaia component create message-queue --description 'Queues with dead letters.' --dry-run")]
pub(super) struct Create {
    /// Its name, which is its directory too
    #[arg(value_name = "NAME")]
    pub(super) name: String,

    /// What it builds, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub(super) description: Option<String>,

    /// The team that looks after it
    #[arg(long, value_name = "TEAM")]
    pub(super) owner: Option<String>,

    /// A component that it needs first; again for others
    #[arg(long = "depends-on", value_name = "COMPONENT")]
    pub(super) depends_on: Vec<String>,

    /// Answer another question of the template; again for others
    #[arg(short, long, value_name = "NAME=VALUE")]
    pub(super) data: Vec<String>,

    /// Another template: a directory, a git repository, its address
    #[arg(long, value_name = "TEMPLATE", default_value = "bundled:component")]
    pub(super) template: String,

    /// Another directory for the code than the one of atmos.yaml
    #[arg(long, value_name = "DIR", hide = true)]
    pub(super) destination: Option<PathBuf>,

    /// Show the files and what is in them, and write nothing
    #[arg(short = 'n', long)]
    pub(super) dry_run: bool,

    #[command(flatten)]
    pub(super) shown: Shown,
}

impl Component {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            What::Create(create) => create.run(context),
        }
    }
}

impl Create {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let workspace = context.workspace()?;
        let root = workspace.root.clone();
        let stacks = workspace.settings.stacks_dir.strip_prefix(&root).map(Path::to_owned).ok();
        let configured = workspace.config.dig(["components", "terraform", "base_path"]).and_then(Value::as_str);
        let components = configured.unwrap_or("components/terraform").trim_start_matches("./").to_owned();
        let dir = workspace.component_dir("terraform", &self.name);
        if dir.exists() && self.destination.is_none() {
            return Err(Error::new(format!("there is a component `{}` already", self.name)).in_file(dir).into());
        }
        let request = Request {
            source: Some(self.template.clone()),
            destination: root.clone(),
            data: self.data(&components, stacks.as_deref())?,
            defaults: true,
            ..Request::default()
        };
        let console = Terminal::new(context);
        let request = Request { quiet: true, ..request };
        let files = scaffold::preview(&request, &Settings::load(&console)?, &console)?.files;
        if let Some(file) = files.iter().find(|file| file.path.exists()) {
            return Err(Error::new("is in the way").in_file(&file.path).hint("give the component another name").into());
        }
        if self.shown.is_json() {
            if !self.dry_run {
                scaffold::write(&files)?;
            }
            context.say_json(&serde_json::json!({
                "component": self.name,
                "files": files.iter().map(|file| shown(&file.path, &root)).collect::<Vec<_>>(),
                "written": !self.dry_run,
            }))?;
            return Ok(exit::OK);
        }
        if self.dry_run {
            let patch = |file: &Made| Patch {
                path: shown(&file.path, &root),
                before: None,
                after: String::from_utf8_lossy(&file.bytes).into_owned(),
            };
            let all: Vec<Patch> = files.iter().map(patch).collect();
            file_tree(".", &all).print(context.ui)?;
            patches(context.ui, &all)?;
            context.ui.info("Nothing is written.");
            return Ok(exit::OK);
        }
        scaffold::write(&files)?;
        for file in &files {
            context.ui.info(&format!("wrote {}", shown(&file.path, &root)));
        }
        let code = shown(&dir, &root);
        context
            .ui
            .info(&format!("Next:\n  terraform -chdir={code} init && terraform -chdir={code} test\n  gaia validate"));
        Ok(exit::OK)
    }

    fn data(&self, components: &str, stacks: Option<&Path>) -> Result<Data> {
        let components = match &self.destination {
            Some(dir) => dir.parent().unwrap_or(Path::new("")).to_string_lossy().into_owned(),
            None => components.to_owned(),
        };
        let mut data = Data::from_iter([
            ("component_name".to_owned(), self.name.as_str().into()),
            ("components_path".to_owned(), components.into()),
        ]);
        if let Some(stacks) = stacks {
            data.insert("stacks_path".to_owned(), stacks.to_string_lossy().into_owned().into());
        }
        let texts = [("description", &self.description), ("owner", &self.owner)];
        data.extend(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.as_deref()?.into()))));
        if !self.depends_on.is_empty() {
            data.insert("dependencies".to_owned(), self.depends_on.clone().into());
        }
        for pair in &self.data {
            let (name, value) =
                pair.split_once('=').ok_or_else(|| Error::usage(format!("`--data {pair}` has no value")))?;
            data.insert(name.to_owned(), value.into());
        }
        Ok(data)
    }
}
