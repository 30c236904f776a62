//! The old CLI's commands: by the repository's workflow of the same name, else by gaia's own.

use super::atmos;
use super::guard::is_inside;
use super::run;
use super::stack::{self, Triple};
use super::steps::{Plan, shown};
use crate::cli::context::Context;
use crate::cli::old::{instead, say_what_means_nothing};
use crate::cli::switch::switch;
use crate::error::{Error, Kind, Result};
use crate::output::ask;
use crate::text::{did_you_mean, shell_word};
use crate::workflow::Workflow;
use crate::workflow::arguments;
use clap::{Args, Subcommand};
use std::collections::BTreeMap;

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
    /// Check the form of everything, as `gaia lint`
    #[command(hide = true)]
    Lint(Check),
    /// Import a resource, as `atmos terraform import`
    #[command(hide = true)]
    Import(Import),
    /// Replace a certificate, as `gaia cert rotate`
    #[command(hide = true)]
    RotateCertificate(Rotate),
}

/// Switches may have a value of their own: `--auto-approve false`.
#[derive(Args, Debug)]
pub(super) struct Environment {
    #[command(flatten)]
    triple: Triple,
    /// The same and arguments of the workflow, as the helper scripts wrote them: `tenant=fnx`
    #[arg(value_name = "KEY=VALUE")]
    words: Vec<String>,
    #[arg(short, long)]
    component: Vec<String>,
    /// A number; `true` and `false` are taken and mean nothing
    #[arg(short, long, num_args = 0..=1, default_missing_value = "true")]
    parallel: Option<String>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    auto_approve: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    safe_destroy: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    detect_drift: Option<bool>,
    #[arg(long)]
    output_dir: Option<String>,
    #[arg(long = "async")]
    is_async: bool,
    #[arg(long)]
    sync: bool,
}

/// An environment that is to be.
#[derive(Args, Debug)]
pub(super) struct Onboard {
    #[command(flatten)]
    triple: Triple,
    #[arg(value_name = "KEY=VALUE")]
    words: Vec<String>,
    #[arg(long)]
    vpc_cidr: Option<String>,
    #[arg(short, long)]
    region: Option<String>,
    #[arg(long)]
    team_email: Option<String>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    auto_approve: Option<bool>,
}

/// What is checked.
#[derive(Args, Debug)]
pub(super) struct Check {
    #[command(flatten)]
    triple: Triple,
    #[arg(value_name = "KEY=VALUE")]
    words: Vec<String>,
    #[arg(short, long)]
    component: Vec<String>,
    #[arg(short, long, num_args = 0..=1, default_missing_value = "true")]
    parallel: Option<String>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    fix: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    skip_lint: Option<bool>,
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    skip_security: Option<bool>,
}

/// A certificate that is replaced.
#[derive(Args, Debug)]
pub(super) struct Rotate {
    /// What the old workflow took: `secret_name`, `namespace`, `acm_arn` and so on
    #[arg(value_name = "KEY=VALUE")]
    words: Vec<String>,
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
            Old::RotateCertificate(rotate) => rotate.run(context),
            Old::Import(Import { address, id, component, stack }) => {
                let words = ["terraform", "import", &component, &address, &id, "-s", &stack].map(str::to_owned);
                context.ui.info(&format!("hint: this is `atmos {}` now", words.join(" ")));
                Ok(atmos::atmos(&words)?)
            }
        }
    }
}

impl Environment {
    /// Runs the repository's workflow of this name, else gaia's own command for the environment's stack. So does it for some
    /// components, if the workflow takes none: it would work on all of them.
    fn run(self, context: &Context, name: &str, own: &str) -> anyhow::Result<u8> {
        let given = arguments::parse(&self.words)?;
        let triple = self.triple.all(&given)?;
        let components: Vec<String> =
            self.component.iter().chain(given.get("component")).filter(|c| !c.is_empty()).cloned().collect();
        let takes = |workflow: &Workflow| components.is_empty() || reads(workflow, "component");
        if let Some(workflow) = find(context, name)?.filter(takes) {
            return self.run_workflow(context, name, &workflow, given, triple, own);
        }
        self.say_what_means_nothing(context, &|_| false);
        let stack = stack::of_parts(context, &triple)?;
        let approved = self.is_approved(&given);
        let mut words = vec![own.to_owned(), "-s".to_owned(), stack];
        if components.is_empty() {
            words.push("--all".to_owned());
        }
        words.extend(components);
        if let Some(parallel) = self.parallel.filter(|p| p.parse::<u16>().is_ok_and(|n| n > 0)) {
            words.extend(["-p".to_owned(), parallel]);
        }
        if approved && matches!(own, "apply" | "destroy") {
            words.push("--auto-approve".to_owned());
        }
        context.ui.info(&format!("hint: this is `gaia {}` now", words.join(" ")));
        crate::cli::again(context, &words)
    }

    /// Runs a workflow with what of the options it reads.
    fn run_workflow(
        &self,
        context: &Context,
        name: &str,
        workflow: &Workflow,
        mut given: BTreeMap<String, String>,
        triple: [String; 3],
        own: &str,
    ) -> anyhow::Result<u8> {
        let approved = self.is_approved(&given);
        let switch = |value: Option<bool>| value.map(|value| value.to_string());
        let options = [
            ("auto_approve", changes(own).then(|| "true".to_owned())),
            ("component", (!self.component.is_empty()).then(|| self.component.join(" "))),
            ("parallel", self.parallel.clone()),
            ("safe_destroy", switch(self.safe_destroy)),
            ("detect_drift", switch(self.detect_drift)),
            ("output_dir", self.output_dir.clone()),
        ];
        let reads = |name: &str| reads(workflow, name);
        self.say_what_means_nothing(context, &reads);
        say_what_means_nothing(context, &[("--parallel", self.parallel.is_some() && !reads("parallel"))]);
        for (name, value) in options {
            if let Some(value) = value.filter(|_| reads(name)) {
                given.entry(name.to_owned()).or_insert(value);
            }
        }
        // Atmos takes the stack, the older dialect its parts
        let stack = if workflow.is_old() { None } else { Some(stack::of_parts(context, &triple)?) };
        if changes(own) && !approved {
            ask_for_approval(context, name, stack.as_deref().unwrap_or(&triple.join("-")))?;
        }
        if stack.is_none() {
            given.extend(["tenant", "account", "environment"].map(str::to_owned).into_iter().zip(triple));
        }
        let mut words = ["gaia", "workflow", "run", name].map(str::to_owned).to_vec();
        words.extend(stack.iter().flat_map(|stack| ["-s".to_owned(), stack.clone()]));
        words.extend(given.iter().map(|(name, value)| shell_word(&format!("{name}={}", shown(name, value)))));
        context.ui.info(&format!("hint: this is `{}` now", words.join(" ")));
        if let Some(stack) = stack {
            return Ok(atmos::run(workflow, &given, &["-s".to_owned(), stack])?);
        }
        let given = run::complete(context, workflow, given, None)?;
        Plan { workflow, given: &given, from: 0, json: false }.run(context)
    }

    fn is_approved(&self, given: &BTreeMap<String, String>) -> bool {
        self.auto_approve.unwrap_or_else(|| given.get("auto_approve").is_some_and(|value| value == "true"))
    }

    fn say_what_means_nothing(&self, context: &Context, reads: &dyn Fn(&str) -> bool) {
        let given = [
            ("--safe-destroy", self.safe_destroy.is_some() && !reads("safe_destroy")),
            ("--detect-drift", self.detect_drift.is_some() && !reads("detect_drift")),
            ("--output-dir", self.output_dir.is_some() && !reads("output_dir")),
            ("--async", self.is_async),
            ("--sync", self.sync),
        ];
        say_what_means_nothing(context, &given);
    }
}

/// Whether a workflow reads an argument.
fn reads(workflow: &Workflow, name: &str) -> bool {
    arguments::parameters(workflow).iter().any(|parameter| parameter.name == name)
}

/// Whether a command changes infrastructure.
fn changes(own: &str) -> bool {
    matches!(own, "apply" | "destroy")
}

impl Onboard {
    /// Runs the workflow of this name, else `gaia env onboard`: it makes the environment and plans it, and leaves the apply
    /// to whoever has seen the plan.
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        let name = "onboard-environment";
        let mut given = arguments::parse(&self.words)?;
        let triple = self.triple.all(&given)?;
        let approved = self.auto_approve == Some(true);
        let workflow = find(context, name)?.filter(|workflow| !workflow.is_old());
        // it works on the components of a stack that is there
        let stack = workflow.as_ref().and_then(|_| stack::of_parts(context, &triple).ok());
        if let (Some(workflow), Some(stack)) = (workflow, stack) {
            if !approved {
                ask_for_approval(context, name, &stack)?;
            }
            context.ui.info(&format!("hint: this is `gaia workflow run {name} -s {stack}` now"));
            return Ok(atmos::run(&workflow, &given, &["-s".to_owned(), stack])?);
        }
        let [tenant, account, environment] = triple;
        let mut words =
            ["env", "onboard", "-t", &tenant, "-a", &account, "-e", &environment].map(str::to_owned).to_vec();
        let Onboard { vpc_cidr, region, team_email, .. } = self;
        for (option, key, value) in [
            ("--vpc-cidr", "vpc_cidr", vpc_cidr),
            ("--region", "region", region),
            ("--team-email", "team_email", team_email),
        ] {
            let value = value.or_else(|| given.remove(key));
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
    /// Runs the workflow `validate` where Atmos does, else gaia's own.
    fn validate(&self, context: &Context) -> anyhow::Result<u8> {
        let given = arguments::parse(&self.words)?;
        self.say_what_means_nothing(
            context,
            &[("--fix", self.fix == Some(true)), ("--skip-security", self.skip_security.is_some())],
        );
        if let Some(code) = by_workflow(context, "validate", &given)? {
            return Ok(code);
        }
        let mut words = vec!["validate".to_owned()];
        if self.triple.is_given() || !given.is_empty() {
            words.extend(["-s".to_owned(), stack::of_parts(context, &self.triple.all(&given)?)?]);
        }
        context.ui.info(&format!("hint: this is `gaia {}` now", words.join(" ")));
        crate::cli::again(context, &words)
    }

    /// Runs the workflow `lint` where Atmos does, else the tools that are there.
    fn lint(&self, context: &Context) -> anyhow::Result<u8> {
        let given = arguments::parse(&self.words)?;
        let triple = self.triple.is_given();
        self.say_what_means_nothing(context, &[("--tenant, --account, --environment", triple)]);
        if let Some(code) = by_workflow(context, "lint", &given)? {
            return Ok(code);
        }
        let is_on = |option: Option<bool>, key: &str| {
            option.unwrap_or_else(|| given.get(key).is_some_and(|value| value == "true"))
        };
        let (fix, skip) = (is_on(self.fix, "fix"), is_on(self.skip_security, "skip_security"));
        let options = [("--fix", fix), ("--skip-security", skip)].into_iter().filter(|(_, on)| *on);
        let words: Vec<&str> = ["lint"].into_iter().chain(options.map(|(option, _)| option)).collect();
        instead(context, &words)
    }

    fn say_what_means_nothing(&self, context: &Context, more: &[(&str, bool)]) {
        let given = [
            ("--component", !self.component.is_empty()),
            ("--parallel", self.parallel.is_some()),
            ("--skip-lint", self.skip_lint.is_some()),
        ];
        say_what_means_nothing(context, &[&given, more].concat());
    }
}

impl Rotate {
    /// Runs `gaia certificate rotate` with the arguments as options.
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        const OPTIONS: [(&str, &str); 8] = [
            ("secret_name", "--secret"),
            ("namespace", "--namespace"),
            ("acm_arn", "--acm-arn"),
            ("region", "--region"),
            ("context", "--context"),
            ("k8s_secret", "--k8s-secret"),
            ("profile", "--aws-profile"),
            ("key_path", "--key-path"),
        ];
        const SWITCHES: [(&str, &str); 3] =
            [("restart_pods", "--restart-pods"), ("debug", "--debug"), ("apply", "--apply")];
        let given = arguments::parse(&self.words)?;
        let known = || OPTIONS.iter().chain(&SWITCHES).map(|(key, _)| *key);
        if let Some(unknown) = given.keys().find(|key| !known().any(|known| known == key.as_str())) {
            return Err(Error::usage(format!("the rotation knows no `{unknown}`"))
                .maybe_hint(did_you_mean(unknown, known()))
                .hint(format!("it knows: {}", known().collect::<Vec<_>>().join(", ")))
                .into());
        }
        if let Some((key, _)) = OPTIONS[..2].iter().find(|(key, _)| !given.contains_key(*key)) {
            return Err(Error::usage(format!("`{key}=…` is missing")).into());
        }
        let mut words = ["certificate", "rotate"].map(str::to_owned).to_vec();
        for (key, option) in OPTIONS {
            let value = given.get(key).filter(|value| !value.is_empty());
            words.extend(value.into_iter().flat_map(|value| [option.to_owned(), value.clone()]));
        }
        let is_on = |key: &str| given.get(key).is_some_and(|value| value == "true");
        words.extend(SWITCHES.iter().filter(|(key, _)| is_on(key)).map(|(_, option)| (*option).to_owned()));
        crate::cli::again(context, &words)
    }
}

/// Runs the repository's workflow of a name, if it has one that Atmos runs.
fn by_workflow(context: &Context, name: &str, given: &BTreeMap<String, String>) -> Result<Option<u8>> {
    let Some(workflow) = find(context, name)?.filter(|workflow| !workflow.is_old()) else { return Ok(None) };
    context.ui.info(&format!("hint: this is `gaia workflow run {name}` now"));
    atmos::run(&workflow, given, &[]).map(Some)
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
fn find(context: &Context, name: &str) -> Result<Option<Workflow>> {
    if is_inside() {
        return Ok(None);
    }
    let workspace = context.workspace()?;
    let is_named = |workflow: &Workflow| workflow.name == name || workflow.stem() == name;
    if !Workflow::all(&workspace).unwrap_or_default().iter().any(is_named) {
        return Ok(None);
    }
    Workflow::find(&workspace, name, None).map(Some)
}
