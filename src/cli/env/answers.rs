//! What an environment shall be, as options.

use crate::cli::switch::switch;
use crate::scaffold::{Data, read_data};
use crate::{Error, Result};
use clap::Args;
use std::path::PathBuf;

/// Answers to the questions of the template for environments.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Answers")]
pub(in crate::cli) struct Answers {
    /// The tenant, which is the business unit that owns the environment
    #[arg(short, long)]
    pub(in crate::cli) tenant: Option<String>,

    /// The account that it lives in, which is the stage of stacks
    #[arg(short, long)]
    pub(in crate::cli) account: Option<String>,

    /// Its own name
    #[arg(short, long)]
    pub(in crate::cli) environment: Option<String>,

    /// development, staging or production; the account tells otherwise
    #[arg(long, value_name = "TYPE")]
    pub(in crate::cli) env_type: Option<String>,

    /// The region of AWS
    #[arg(short, long)]
    pub(in crate::cli) region: Option<String>,

    /// The addresses of its network; the first free /16 otherwise
    #[arg(long, value_name = "CIDR")]
    pub(in crate::cli) vpc_cidr: Option<String>,

    /// The zones that it spreads over
    #[arg(long, value_name = "ZONE", value_delimiter = ',')]
    pub(in crate::cli) availability_zones: Vec<String>,

    /// Where the team is reached
    #[arg(long, value_name = "ADDRESS")]
    pub(in crate::cli) team_email: Option<String>,

    /// The team that owns it
    #[arg(long)]
    pub(in crate::cli) owner: Option<String>,

    /// The cost centre that pays for it
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) cost_center: Option<String>,

    /// With a Kubernetes cluster
    #[arg(long, value_name = "BOOL", value_parser = switch())]
    pub(in crate::cli) eks: Option<bool>,

    /// With a relational database
    #[arg(long, value_name = "BOOL", value_parser = switch())]
    pub(in crate::cli) rds: Option<bool>,

    /// With a place for its logs
    #[arg(long, value_name = "BOOL", value_parser = switch())]
    pub(in crate::cli) logging: Option<bool>,

    /// With alarms and a dashboard
    #[arg(long, value_name = "BOOL", value_parser = switch())]
    pub(in crate::cli) monitoring: Option<bool>,

    /// Where Terraform keeps the state: s3, local, inherited
    #[arg(long, value_name = "KIND")]
    pub(in crate::cli) backend: Option<String>,

    /// Answer another question of the template; again for others
    #[arg(short, long, value_name = "NAME=VALUE")]
    pub(in crate::cli) data: Vec<String>,

    /// A YAML file with answers; options win
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) data_file: Option<PathBuf>,
}

impl Answers {
    /// The answers by the names of the questions.
    ///
    /// # Errors
    /// A file that is not there or is no mapping, a pair without a value.
    pub(in crate::cli) fn data(&self) -> Result<Data> {
        let mut data = match &self.data_file {
            Some(file) => read_data(file)?,
            None => Data::new(),
        };
        let texts = [
            ("tenant", &self.tenant),
            ("account", &self.account),
            ("environment", &self.environment),
            ("env_type", &self.env_type),
            ("region", &self.region),
            ("vpc_cidr", &self.vpc_cidr),
            ("team_email", &self.team_email),
            ("owner", &self.owner),
            ("cost_center", &self.cost_center),
            ("backend", &self.backend),
        ];
        let texts = texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.as_deref()?.into())));
        let switches =
            [("eks", self.eks), ("rds", self.rds), ("logging", self.logging), ("monitoring", self.monitoring)];
        let switches = switches.into_iter().filter_map(|(name, on)| Some((name.to_owned(), on?.into())));
        data.extend(texts.chain(switches));
        if !self.availability_zones.is_empty() {
            data.insert("availability_zones".to_owned(), self.availability_zones.clone().into());
        }
        for pair in &self.data {
            let (name, value) = pair.split_once('=').ok_or_else(|| {
                Error::usage(format!("`--data {pair}` has no value")).hint(format!("`--data {pair}=VALUE`"))
            })?;
            data.insert(name.to_owned(), value.into());
        }
        Ok(data)
    }
}

/// The option that answers a question.
pub(super) fn option_for(question: &str) -> String {
    match question {
        "tenant" | "account" | "environment" | "env_type" | "region" | "vpc_cidr" | "availability_zones"
        | "team_email" | "owner" | "cost_center" | "backend" => format!("--{}", question.replace('_', "-")),
        other => format!("--data {other}=…"),
    }
}
