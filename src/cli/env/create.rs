//! `gaia env create`.

use super::answers::{Answers, option_for};
use super::wizard::Wizard;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::shape::Shown;
use crate::cli::template::Terminal;
use crate::code::Severity;
use crate::engine::{self, Engine};
use crate::error::Kind;
use crate::output::patch::{Patch, file_tree, patches};
use crate::output::{self, ReportFormat, ask};
use crate::scaffold::environment::{Networks, Proof, name_of_new, prove};
use crate::scaffold::{self, Data, Made, Request, Revision, Settings};
use crate::validate::shown;
use crate::workspace::Workspace;
use crate::{Error, Result};
use clap::Args;
use std::path::Path;
use std::sync::Arc;

/// The template that makes environments where no other is named.
const TEMPLATE: &str = "bundled:environment";
/// The questions for its parts, and the components that these are.
const PARTS: [(&str, &str); 4] =
    [("eks", "eks-cluster"), ("rds", "database"), ("logging", "logging"), ("monitoring", "monitoring")];
/// What a template asks for where its files name the stack; the repository knows it better.
const STACK_NAME: &str = "stack_name";
/// The size of a network that is looked for.
const PREFIX: u8 = 16;

#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
/// Make an environment, and write it once it is proven to hold
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia env create
  gaia env create -t shop -a dev -e blue -r eu-west-1 --team-email shop@example.com --dry-run
  gaia env create --data-file blue.yaml --yes

On a terminal, what no option answers is asked; Escape goes back to the question before. Nothing is written unless the
new stack resolves and validates, has no circle of dependencies, a name of its own, and a network that overlaps no other.")]
pub(in crate::cli) struct Create {
    #[command(flatten)]
    pub(in crate::cli) answers: Answers,

    /// Take the defaults instead of asking
    #[arg(short = 'l', long)]
    pub(in crate::cli) defaults: bool,

    /// Show the files and what is in them, and write nothing
    #[arg(short = 'n', long)]
    pub(in crate::cli) dry_run: bool,

    /// Overwrite files that are in the way
    #[arg(long)]
    pub(in crate::cli) overwrite: bool,

    /// Write without asking
    #[arg(short, long)]
    pub(in crate::cli) yes: bool,

    /// Another template: a directory, a git repository, its address
    #[arg(long, value_name = "TEMPLATE", default_value = TEMPLATE)]
    pub(in crate::cli) template: String,

    /// A tag, branch or commit of the template instead of its newest tag
    #[arg(long, value_name = "REVISION")]
    pub(in crate::cli) vcs_ref: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) shown: Shown,
}

/// What became of it.
pub(super) enum Outcome {
    /// The environment is written; these are its stacks.
    Written(Vec<String>),
    /// It was only shown, or nobody wanted it.
    Left,
    /// It does not hold, and nothing was written.
    Refused,
}

impl Create {
    pub(in crate::cli) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.make(context)? {
            Outcome::Written(stacks) => {
                for stack in stacks.iter().filter(|_| !self.shown.is_json()) {
                    context.ui.info(&format!(
                        "Next:\n  gaia describe stacks -s {stack}\n  gaia order -s {stack}\n  gaia plan -s {stack} --all"
                    ));
                }
                Ok(exit::OK)
            }
            Outcome::Left => Ok(exit::OK),
            Outcome::Refused => Ok(exit::FAILED),
        }
    }

    pub(super) fn make(&self, context: &Context) -> anyhow::Result<Outcome> {
        let before = context.workspace()?;
        let networks = taken(&before)?;
        let request = self.request(context, &before)?;
        let wizard = Wizard::new(context, &networks);
        if !request.defaults {
            wizard.greet();
        }
        let mut settings = Settings::load(&wizard)?;
        if let Some(free) = networks.free(PREFIX) {
            settings.suggest("vpc_cidr", free.to_string().into());
        }
        if self.template == TEMPLATE {
            // what the repository has no code for is not made, unless somebody asks for it
            let missing = |component: &str| !before.component_dir("terraform", component).is_dir();
            for (question, _) in PARTS.into_iter().filter(|(_, component)| missing(component)) {
                settings.suggest(question, false.into());
            }
        }
        let files = made(context, &before, &request, &settings, &wizard)?;
        let mut in_the_way = wizard.in_the_way();
        let root = &before.root;
        let is_record = |file: &&Made| file.path.starts_with(root.join(".gaia/env")) && file.path.exists();
        in_the_way.extend(files.iter().find(is_record).map(|file| shown(&file.path, root)));
        if !self.overwrite && !in_the_way.is_empty() {
            let error = in_the_way.iter().fold(Error::new("there are files in the way"), |e, f| e.note(f.as_str()));
            return Err(error
                .hint("`gaia env update` brings an environment to the newest template; `--overwrite` makes it anew")
                .into());
        }
        if files.is_empty() {
            context.ui.info("Everything is there already.");
            return Ok(Outcome::Left);
        }
        let proof = prove(&before, own(context.workspace()?)?, &files)?;
        if self.dry_run && !self.shown.is_json() {
            show(context, &files, root)?;
        }
        if !self.tell(context, &proof)? {
            return Ok(Outcome::Refused);
        }
        if self.dry_run {
            context.ui.info("Nothing is written.");
            self.answer(context, &files, root, &proof)?;
            return Ok(Outcome::Left);
        }
        if !self.yes && context.can_ask() {
            context.ui.info(&file_tree(&root.display().to_string(), &compared(&files, root)).to_plain());
            if !ask::confirm(&format!("Write {} files?", files.len()))? {
                return Ok(Outcome::Left);
            }
        }
        scaffold::write(&files)?;
        for file in &files {
            context.ui.info(&format!("wrote {}", shown(&file.path, root)));
        }
        self.answer(context, &files, root, &proof)?;
        Ok(Outcome::Written(proof.stacks.into_iter().map(|stack| stack.name).collect()))
    }

    /// Answers programs: what is made, and whether it was written.
    fn answer(&self, context: &Context, files: &[Made], root: &Path, proof: &Proof) -> anyhow::Result<()> {
        if !self.shown.is_json() {
            return Ok(());
        }
        context.say_json(&serde_json::json!({
            "stacks": proof.stacks.iter().map(|stack| &stack.name).collect::<Vec<_>>(),
            "files": files.iter().map(|file| shown(&file.path, root)).collect::<Vec<_>>(),
            "written": !self.dry_run,
        }))
    }

    /// Says what was found; whether it holds. What only may be wrong is no part of an answer to a program.
    fn tell(&self, context: &Context, proof: &Proof) -> anyhow::Result<bool> {
        if self.shown.is_json() && proof.holds() { Ok(true) } else { tell(context, proof) }
    }

    /// What the template is asked for. Where nobody can be asked, everything that has no default must be there.
    fn request(&self, context: &Context, workspace: &Workspace) -> Result<Request> {
        let mut data = Data::new();
        if let Ok(stacks) = workspace.settings.stacks_dir.strip_prefix(&workspace.root) {
            data.insert("stacks_path".to_owned(), stacks.to_string_lossy().into_owned().into());
        }
        if let Ok(workflows) = workspace.settings.workflows_dir.strip_prefix(&workspace.root)
            && !workflows.as_os_str().is_empty()
        {
            data.insert("workflows_path".to_owned(), workflows.to_string_lossy().into_owned().into());
        }
        data.extend(self.answers.data()?);
        let defaults = self.defaults || !context.can_ask();
        if defaults {
            let asked = scaffold::describe(&self.template, self.vcs_ref.as_deref(), &Terminal::new(context))?.questions;
            let is_missing =
                |q: &&scaffold::Asked| q.default.is_none() && q.when.is_none() && !data.contains_key(&q.name);
            let missing: Vec<String> = asked.iter().filter(is_missing).map(|q| option_for(&q.name)).collect();
            if !missing.is_empty() {
                return Err(Error::usage(format!("an environment needs {}", missing.join(", ")))
                    .hint("on a terminal without `--defaults`, what is missing is asked"));
            }
        }
        Ok(Request {
            source: Some(self.template.clone()),
            destination: workspace.root.clone(),
            revision: self.vcs_ref.as_deref().map(Revision::parse),
            data,
            defaults,
            overwrite: self.overwrite,
            ..Request::default()
        })
    }
}

/// The files of the environment. What its stack is called tells the repository once there is a manifest: where a
/// template asks for it and has guessed wrong, it makes them anew.
fn made(
    context: &Context,
    before: &Workspace,
    request: &Request,
    settings: &Settings,
    wizard: &Wizard<'_>,
) -> anyhow::Result<Vec<Made>> {
    let guessed = scaffold::preview(request, settings, wizard)?;
    let Some(guess) = guessed.answers.get(STACK_NAME).filter(|_| !request.data.contains_key(STACK_NAME)) else {
        return Ok(guessed.files);
    };
    let name = name_of_new(before, own(context.workspace()?)?, &guessed.files);
    let Some(name) = name.filter(|name| guess.as_str() != Some(name)) else { return Ok(guessed.files) };
    let mut request = Request { data: guessed.answers, defaults: true, ..request.clone() };
    request.data.insert(STACK_NAME.to_owned(), name.into());
    wizard.forget();
    Ok(scaffold::preview(&request, settings, wizard)?.files)
}

/// The networks of the stacks that there are; none where there is no stack yet.
fn taken(workspace: &Arc<Workspace>) -> Result<Networks> {
    if workspace.stack_files().is_err() {
        return Ok(Networks::default());
    }
    let options = engine::Options { offline: true, ..engine::Options::default() };
    Networks::of(&*Engine::new(Arc::clone(workspace), options)?)
}

fn own(workspace: Arc<Workspace>) -> Result<Workspace> {
    Arc::try_unwrap(workspace).map_err(|_| Error::new("the repository is in use"))
}

/// Says what was found; whether it holds.
fn tell(context: &Context, proof: &Proof) -> anyhow::Result<bool> {
    if !proof.report.findings.is_empty() {
        output::report(context.ui, &proof.report, ReportFormat::Human)?;
    }
    for objection in &proof.objections {
        context.ui.error(objection, &context.sources);
    }
    if !proof.holds() {
        let count = proof.report.count(Severity::Error) + proof.objections.len();
        let s = if count == 1 { "" } else { "s" };
        context.ui.always(&format!("Nothing is written: the environment has {count} problem{s}."));
        return Ok(false);
    }
    for stack in &proof.stacks {
        let networks: Vec<String> = stack.networks.iter().map(ToString::to_string).collect();
        let networks = match networks.as_slice() {
            [] => String::new(),
            [one] => format!(", {one} is free"),
            more => format!(", {} are free", more.join(" and ")),
        };
        let count = stack.components;
        let s = if count == 1 { "" } else { "s" };
        context.ui.info(&format!(
            "`{}` is new: {count} component{s} resolve and validate, no circles{networks}.",
            stack.name
        ));
    }
    Ok(true)
}

fn compared(files: &[Made], root: &Path) -> Vec<Patch> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let patch = |file: &Made| Patch {
        path: shown(&file.path, root),
        before: std::fs::read(&file.path).ok().map(|bytes| text(&bytes)),
        after: text(&file.bytes),
    };
    files.iter().map(patch).collect()
}

fn show(context: &Context, files: &[Made], root: &Path) -> anyhow::Result<()> {
    let all = compared(files, root);
    file_tree(".", &all).print(context.ui)?;
    Ok(patches(context.ui, &all)?)
}

/// An error for what needs somebody who is not there.
pub(super) fn needs_approval(what: &str) -> Error {
    Error::new(format!("{what} needs approval, and nobody can be asked here"))
        .kind(Kind::InputNeeded)
        .hint("`--yes` approves")
}
