//! The old CLI's commands: by the repository's workflow of the same name, else by gaia's own.

use super::lint;
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
    /// Build a new environment, as `gaia env onboard`
    #[command(hide = true)]
    OnboardEnvironment(Onboard),
    /// Check everything, as `gaia validate`
    #[command(hide = true)]
    Validate(Check),
    /// Check the form of everything by the tools that are there
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
}

/// An environment that is to be.
#[derive(Args, Debug)]
pub(super) struct Onboard {
    #[arg(short, long)]
    tenant: String,
    #[arg(short, long)]
    account: String,
    #[arg(short, long)]
    environment: String,
    #[arg(long)]
    vpc_cidr: Option<String>,
    #[arg(short, long)]
    region: Option<String>,
    #[arg(long)]
    team_email: Option<String>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true")]
    auto_approve: Option<bool>,
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
            Old::PlanEnvironment(environment) => environment.run(context, "plan-environment", "plan"),
            Old::ApplyEnvironment(environment) => environment.run(context, "apply-environment", "apply"),
            Old::DestroyEnvironment(environment) => environment.run(context, "destroy-environment", "destroy"),
            Old::DriftDetection(environment) => environment.run(context, "drift-detection", "drift"),
            Old::OnboardEnvironment(onboard) => onboard.run(context),
            Old::Validate(check) => check.validate(context),
            Old::Lint(check) => check.lint(context),
            Old::Import(Import { address, id, component, stack }) => {
                let words = ["terraform", "import", &component, &address, &id, "-s", &stack].map(str::to_owned);
                context.ui.info(&format!("hint: this is `atmos {}` now", words.join(" ")));
                Ok(atmos(&words)?)
            }
        }
    }
}

impl Environment {
    /// Runs the workflow of this name for the environment's stack, else gaia's own command.
    fn run(self, context: &Context, name: &str, own: &str) -> anyhow::Result<u8> {
        let given = [
            ("--safe-destroy", self.safe_destroy.is_some()),
            ("--detect-drift", self.detect_drift.is_some()),
            ("--output-dir", self.output_dir.is_some()),
        ];
        say_what_means_nothing(context, &given);
        let stack = self.stack(context)?;
        let approved = self.auto_approve == Some(true);
        if let Some(workflow) = native(context, name)? {
            if !matches!(own, "plan" | "drift") && !approved {
                ask_for_approval(context, name, &stack)?;
            }
            context.ui.info(&format!("hint: this is `gaia workflow run {name} -s {stack}` now"));
            return Ok(workflow.run(&["-s".to_owned(), stack])?);
        }
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

impl Onboard {
    /// Runs the workflow of this name, else `gaia env onboard`: it makes the environment and plans it, and leaves the apply
    /// to whoever has seen the plan.
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        let name = "onboard-environment";
        let Onboard { tenant, account, environment, vpc_cidr, region, team_email, auto_approve } = self;
        let approved = auto_approve == Some(true);
        if let Some(workflow) = native(context, name)? {
            if !approved {
                ask_for_approval(context, name, &format!("{tenant}, {account}, {environment}"))?;
            }
            context.ui.info(&format!("hint: this is `gaia workflow run {name}` now"));
            return Ok(workflow.run(&[])?);
        }
        let mut words =
            ["env", "onboard", "-t", &tenant, "-a", &account, "-e", &environment].map(str::to_owned).to_vec();
        for (option, value) in [("--vpc-cidr", vpc_cidr), ("--region", region), ("--team-email", team_email)] {
            words.extend(value.into_iter().flat_map(|value| [option.to_owned(), value]));
        }
        if approved {
            words.push("--yes".to_owned());
        }
        context.ui.info(&format!("hint: this is `gaia {}` now", words.join(" ")));
        crate::cli::again(context, &words)
    }
}

impl Check {
    /// Runs the workflow `validate`, else gaia's own.
    fn validate(&self, context: &Context) -> anyhow::Result<u8> {
        self.say_what_means_nothing(
            context,
            &[("--fix", self.fix == Some(true)), ("--skip-security", self.skip_security.is_some())],
        );
        if let Some(code) = by_workflow(context, "validate")? {
            return Ok(code);
        }
        context.ui.info("hint: this is `gaia validate` now");
        crate::cli::again(context, &["validate".to_owned()])
    }

    /// Runs the workflow `lint`, else the tools that are there.
    fn lint(&self, context: &Context) -> anyhow::Result<u8> {
        self.say_what_means_nothing(context, &[]);
        if let Some(code) = by_workflow(context, "lint")? {
            return Ok(code);
        }
        Ok(lint::run(context, self.fix == Some(true), self.skip_security != Some(true))?)
    }

    fn say_what_means_nothing(&self, context: &Context, more: &[(&str, bool)]) {
        let given = [
            ("--tenant", self.tenant.is_some()),
            ("--account", self.account.is_some()),
            ("--environment", self.environment.is_some()),
            ("--component", !self.component.is_empty()),
            ("--parallel", self.parallel.is_some()),
            ("--skip-lint", self.skip_lint.is_some()),
        ];
        say_what_means_nothing(context, &[&given, more].concat());
    }
}

/// Runs the repository's workflow of a name, if it has one.
fn by_workflow(context: &Context, name: &str) -> Result<Option<u8>> {
    let Some(workflow) = native(context, name)? else { return Ok(None) };
    context.ui.info(&format!("hint: this is `gaia workflow run {name}` now"));
    workflow.run(&[]).map(Some)
}

/// Asks whether a workflow may change something.
fn ask_for_approval(context: &Context, name: &str, what: &str) -> Result<()> {
    if context.can_ask() && ask::confirm(&format!("The workflow `{name}` changes `{what}`. Go on?"))? {
        return Ok(());
    }
    Err(Error::new(format!("the workflow `{name}` needs approval"))
        .kind(Kind::InputNeeded)
        .hint("`--auto-approve` approves"))
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
