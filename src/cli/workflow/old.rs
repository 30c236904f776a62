//! The old CLI's commands: by the repository's workflow of the same name, else by gaia's own.

use super::native::{Native, atmos, is_inside};
use crate::cli::context::Context;
use crate::engine::{Options, Placed};
use crate::error::{Error, Kind, Result};
use crate::output::ask;
use crate::value::Value;
use clap::{Args, Subcommand};

/// What the old CLI called workflows.
#[derive(Subcommand, Debug)]
#[command(rename_all = "kebab-case")]
pub(super) enum Old {
    /// Plan an environment, as `gaia plan -s STACK`
    #[command(hide = true)]
    PlanEnvironment(Environment),
    /// Apply an environment, as `gaia apply -s STACK`
    #[command(hide = true)]
    ApplyEnvironment(Environment),
    /// Destroy an environment, as `gaia destroy -s STACK`
    #[command(hide = true)]
    DestroyEnvironment(Environment),
    /// Look for drift, as `gaia drift -s STACK`
    #[command(hide = true)]
    DriftDetection(Environment),
    /// Build a new environment by the workflow of this name
    #[command(hide = true)]
    OnboardEnvironment(Environment),
    /// Check everything, as `gaia validate`
    #[command(hide = true)]
    Validate(Check),
    /// Check the form of everything by the workflow of this name
    #[command(hide = true)]
    Lint(Check),
    /// Import a resource, as `atmos terraform import`
    #[command(hide = true)]
    Import(Import),
}

/// An environment, by what its stack's variables say. Switches may have a value of their own: `--auto-approve false`.
#[expect(clippy::struct_field_names, reason = "they are the names of the options")]
#[derive(Args, Debug)]
pub(super) struct Environment {
    #[arg(short, long)]
    tenant: String,
    /// `vars.account`, or `vars.stage`
    #[arg(short, long)]
    account: String,
    #[arg(short, long)]
    environment: String,
    #[arg(short, long)]
    component: Vec<String>,
    /// A number; `true` and `false` are taken and mean nothing
    #[arg(short, long, num_args = 0..=1, default_missing_value = "true")]
    parallel: Option<String>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    auto_approve: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    safe_destroy: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    detect_drift: Option<bool>,
    #[arg(long)]
    output_dir: Option<String>,
    #[arg(long)]
    vpc_cidr: Option<String>,
    #[arg(short, long)]
    region: Option<String>,
}

/// What is checked.
#[derive(Args, Debug)]
pub(super) struct Check {
    #[arg(short, long)]
    tenant: Option<String>,
    #[arg(short, long)]
    account: Option<String>,
    #[arg(short, long)]
    environment: Option<String>,
    #[arg(short, long)]
    component: Vec<String>,
    #[arg(short, long, num_args = 0..=1, default_missing_value = "true")]
    parallel: Option<String>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    fix: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    skip_lint: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    skip_security: Option<bool>,
}

/// What is imported.
#[derive(Args, Debug)]
pub(super) struct Import {
    #[arg(short, long)]
    address: String,
    #[arg(short, long)]
    id: String,
    #[arg(short, long)]
    component: String,
    #[arg(short, long)]
    stack: String,
}

impl Old {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self {
            Old::PlanEnvironment(environment) => environment.run(context, "plan-environment", Some("plan")),
            Old::ApplyEnvironment(environment) => environment.run(context, "apply-environment", Some("apply")),
            Old::DestroyEnvironment(environment) => environment.run(context, "destroy-environment", Some("destroy")),
            Old::DriftDetection(environment) => environment.run(context, "drift-detection", Some("drift")),
            Old::OnboardEnvironment(environment) => environment.run(context, "onboard-environment", None),
            Old::Validate(check) => check.run(context, "validate", true),
            Old::Lint(check) => check.run(context, "lint", false),
            Old::Import(Import { address, id, component, stack }) => {
                let words = ["terraform", "import", &component, &address, &id, "-s", &stack].map(str::to_owned);
                context.ui.info(&format!("hint: this is `atmos {}` now", words.join(" ")));
                Ok(atmos(&words)?)
            }
        }
    }
}

impl Environment {
    /// Runs the workflow of this name for the environment's stack, else gaia's own command, if there is one.
    fn run(self, context: &Context, name: &str, own: Option<&str>) -> anyhow::Result<u8> {
        let given = [
            ("--safe-destroy", self.safe_destroy.is_some()),
            ("--detect-drift", self.detect_drift.is_some()),
            ("--output-dir", self.output_dir.is_some()),
            ("--vpc-cidr", self.vpc_cidr.is_some()),
            ("--region", self.region.is_some()),
        ];
        say_what_means_nothing(context, &given);
        let stack = self.stack(context)?;
        let approved = self.auto_approve == Some(true);
        if let Some(workflow) = native(context, name)? {
            let changes = !matches!(own, Some("plan" | "drift"));
            let question = format!("The workflow `{name}` changes `{stack}`. Go on?");
            if changes && !approved && !(context.can_ask() && ask::confirm(&question)?) {
                return Err(Error::new(format!("the workflow `{name}` needs approval"))
                    .kind(Kind::InputNeeded)
                    .hint("`--auto-approve` approves")
                    .into());
            }
            context.ui.info(&format!("hint: this is `gaia workflow run {name} -s {stack}` now"));
            return Ok(workflow.run(&["-s".to_owned(), stack])?);
        }
        let Some(own) = own else { return Err(missing(name).into()) };
        let mut words = vec![own.to_owned(), "-s".to_owned(), stack];
        if self.component.is_empty() {
            words.push("--all".to_owned());
        }
        words.extend(self.component);
        if let Some(parallel) = self.parallel.filter(|p| p.parse::<u16>().is_ok_and(|n| n > 0)) {
            words.extend(["-p".to_owned(), parallel]);
        }
        if approved && matches!(own, "apply" | "destroy") {
            words.push("--auto-approve".to_owned());
        }
        context.ui.info(&format!("hint: this is `gaia {}` now", words.join(" ")));
        crate::cli::again(context, &words)
    }

    /// The stack whose components have these variables.
    fn stack(&self, context: &Context) -> Result<String> {
        let placed = context.engine(Options { process_functions: false, ..Options::default() })?.placed(|_, _| true)?;
        let is_meant = |placed: &&Placed| {
            let sections = &placed.component.sections;
            let is = |name: &str, value: &str| sections.dig(["vars", name]).and_then(Value::as_str) == Some(value);
            is("tenant", &self.tenant)
                && (is("account", &self.account) || is("stage", &self.account))
                && is("environment", &self.environment)
        };
        let mut stacks: Vec<&str> = placed.iter().filter(is_meant).map(|p| &*p.stack).collect();
        stacks.sort_unstable();
        stacks.dedup();
        let Environment { tenant, account, environment, .. } = self;
        let what = format!("tenant `{tenant}`, account `{account}` and environment `{environment}`");
        match stacks[..] {
            [stack] => Ok(stack.to_owned()),
            [] => Err(Error::new(format!("no stack has {what}")).hint("`gaia list stacks` shows all")),
            _ => Err(Error::new(format!("several stacks have {what}: {}", stacks.join(", ")))
                .hint("name the one with `-s` of the new commands")),
        }
    }
}

impl Check {
    fn run(self, context: &Context, name: &str, by_gaia: bool) -> anyhow::Result<u8> {
        let given = [
            ("--tenant", self.tenant.is_some()),
            ("--account", self.account.is_some()),
            ("--environment", self.environment.is_some()),
            ("--component", !self.component.is_empty()),
            ("--parallel", self.parallel.is_some()),
            ("--fix", self.fix == Some(true)),
            ("--skip-lint", self.skip_lint.is_some()),
            ("--skip-security", self.skip_security.is_some()),
        ];
        say_what_means_nothing(context, &given);
        if let Some(workflow) = native(context, name)? {
            context.ui.info(&format!("hint: this is `gaia workflow run {name}` now"));
            return Ok(workflow.run(&[])?);
        }
        if !by_gaia {
            return Err(missing(name).into());
        }
        context.ui.info("hint: this is `gaia validate` now");
        crate::cli::again(context, &["validate".to_owned()])
    }
}

/// The repository's workflow of a name, unless a workflow is what runs this: it must not run itself again.
fn native(context: &Context, name: &str) -> Result<Option<Native>> {
    if is_inside() {
        return Ok(None);
    }
    let workspace = context.workspace()?;
    let found = Native::all(&workspace).unwrap_or_default().into_iter().any(|w| w.name == name);
    let found = if found { Native::find(&workspace, name, None).ok() } else { None };
    Ok(found.filter(|workflow| workflow.check().is_ok()))
}

/// Options of old that are taken so that scripts run: whoever gave them is told that nothing comes of them.
fn say_what_means_nothing(context: &Context, given: &[(&str, bool)]) {
    let names: Vec<&str> = given.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
    if !names.is_empty() {
        context.ui.info(&format!("without meaning here: {}", names.join(", ")));
    }
}

fn missing(name: &str) -> Error {
    Error::new(format!("the repository has no workflow `{name}` that Atmos runs"))
        .kind(Kind::Unavailable)
        .hint("`gaia workflow list` shows those that there are")
}
