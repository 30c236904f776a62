//! The old CLI's commands about templates, with their options.

use crate::cli::context::Context;
use crate::cli::env::{Answers, Create, Update};
use crate::cli::shape::Shown;
use crate::cli::workflow::stack::Triple;
use crate::cli::{component, switch};
use crate::scaffold::environment::Environment;
use clap::{Args, Subcommand};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What the old CLI called by other names.
#[derive(Subcommand, Debug)]
pub(super) enum Old {
    /// Make an environment, as `gaia env create`
    #[command(hide = true)]
    CreateEnvironment(Box<CreateEnvironment>),
    /// Update an environment, as `gaia env update`
    #[command(hide = true)]
    UpdateEnvironment(UpdateEnvironment),
    /// Make a component, as `gaia component create`
    #[command(hide = true)]
    CreateComponent(CreateComponent),
}

/// Switches may have a value of their own: `--eks false`.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug)]
pub(super) struct CreateEnvironment {
    #[command(flatten)]
    triple: Triple,
    #[arg(long)]
    env_type: Option<String>,
    #[arg(short, long)]
    region: Option<String>,
    #[arg(long)]
    vpc_cidr: Option<String>,
    #[arg(long)]
    team_email: Option<String>,
    #[arg(long)]
    target_dir: Option<PathBuf>,
    #[arg(long, visible_alias = "eks", num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    eks_cluster: Option<bool>,
    #[arg(long, conflicts_with = "eks_cluster")]
    no_eks_cluster: bool,
    #[arg(long, visible_alias = "rds", num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    rds_instances: Option<bool>,
    #[arg(long, conflicts_with = "rds_instances")]
    no_rds_instances: bool,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    logging: Option<bool>,
    #[arg(long, conflicts_with = "logging")]
    no_logging: bool,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    monitoring: Option<bool>,
    #[arg(long, conflicts_with = "monitoring")]
    no_monitoring: bool,
    /// What is always done
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    validate: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    force: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    show_only: Option<bool>,
}

#[derive(Args, Debug)]
pub(super) struct UpdateEnvironment {
    #[command(flatten)]
    triple: Triple,
    #[arg(long)]
    target_dir: Option<PathBuf>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch::switch())]
    overwrite: Option<bool>,
}

#[derive(Args, Debug)]
pub(super) struct CreateComponent {
    #[arg(short, long)]
    name: String,
    #[arg(short, long, default_value = "terraform-component")]
    template: String,
    #[arg(short, long)]
    description: Option<String>,
    #[arg(long, visible_alias = "dest")]
    destination: Option<PathBuf>,
}

impl Old {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self {
            Old::CreateEnvironment(create) => create.run(context),
            Old::UpdateEnvironment(update) => update.run(context),
            Old::CreateComponent(create) => create.run(context),
        }
    }
}

/// The old CLI had one place for environments; the repository's layout says it now.
fn pass_over(context: &Context, target_dir: Option<&PathBuf>) {
    if let Some(dir) = target_dir {
        context.ui.info(&format!("warning: `--target-dir {}` means nothing: stacks have their place", dir.display()));
    }
}

impl CreateEnvironment {
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        let [t, a, e] = self.triple.all(&BTreeMap::new())?;
        context.ui.info(&format!("hint: this is `gaia env create -t {t} -a {a} -e {e}` now"));
        pass_over(context, self.target_dir.as_ref());
        // the old CLI had answers for these
        let region = self.region.or_else(|| {
            let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
            set("AWS_REGION").or_else(|| set("AWS_DEFAULT_REGION"))
        });
        let either = |on: Option<bool>, off: bool| if off { Some(false) } else { on };
        let answers = Answers {
            tenant: Some(t),
            account: Some(a),
            environment: Some(e),
            env_type: self.env_type,
            region,
            vpc_cidr: self.vpc_cidr,
            team_email: Some(self.team_email.unwrap_or_else(|| "team@example.com".to_owned())),
            eks: either(self.eks_cluster, self.no_eks_cluster),
            rds: either(self.rds_instances, self.no_rds_instances),
            logging: either(self.logging, self.no_logging),
            monitoring: either(self.monitoring, self.no_monitoring).or(Some(true)),
            ..Answers::default()
        };
        let create = Create {
            answers,
            defaults: true,
            dry_run: self.show_only == Some(true),
            overwrite: self.force == Some(true),
            yes: true,
            template: "bundled:environment".to_owned(),
            vcs_ref: None,
            shown: Shown::default(),
        };
        create.run(context)
    }
}

impl UpdateEnvironment {
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        let [tenant, account, environment] = self.triple.all(&BTreeMap::new())?;
        let name = Environment::name_of(&tenant, &account, &environment);
        context.ui.info(&format!("hint: this is `gaia env update {name}` now"));
        pass_over(context, self.target_dir.as_ref());
        Update::of(name, self.overwrite == Some(true)).run(context)
    }
}

impl CreateComponent {
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        context.ui.info(&format!("hint: this is `gaia component create {}` now", self.name));
        let template = match self.template.as_str() {
            "terraform-component" => "bundled:component".to_owned(),
            _ => self.template,
        };
        let create = component::Create {
            name: self.name,
            description: self.description,
            owner: None,
            depends_on: Vec::new(),
            data: Vec::new(),
            template,
            destination: self.destination,
            dry_run: false,
            shown: Shown::default(),
        };
        create.run(context)
    }
}
