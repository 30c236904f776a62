//! The command line: one file a command, which parses, calls the library and prints.

mod affected;
mod against;
mod atlantis;
mod cert;
mod chosen;
mod complete;
mod completions;
mod component;
mod config;
mod context;
mod current;
mod delegate;
mod describe;
mod diff;
mod doctor;
mod env;
pub mod exit;
mod explain;
mod global;
mod gone;
mod graph;
mod help;
mod impact;
mod init;
mod known;
mod lint;
mod list;
mod man;
mod missing;
mod named;
mod offered;
mod old;
mod order;
mod pipeline;
mod processing;
mod runs;
mod shape;
mod start;
mod switch;
mod template;
mod ui;
mod unknown;
mod validate;
mod version;
mod why;
mod workflow;

use crate::error::Kind;
use crate::output::{self, Color, Ui};
use crate::text::SourceMap;
use clap::builder::Resettable;
use clap::{Arg, ArgAction, ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use context::Context;
use global::Global;
use std::ffi::{OsStr, OsString};
use std::io;
use std::process::ExitCode;

/// Read an Atmos repository in milliseconds.
///
/// gaia answers what `atmos describe`, `atmos list` and `atmos validate` answer, with the same options and the same
/// JSON, and finds the repository by the same rules (atmos.yaml in this directory or above it).
#[derive(Parser, Debug)]
#[command(
    name = "gaia",
    version,
    disable_help_subcommand = true,
    max_term_width = 100,
    after_long_help = "Examples:
  gaia list stacks
  gaia list components --stack 'plat-*-prod'
  gaia describe component vpc -s plat-ue2-prod
  gaia describe component vpc -s plat-ue2-prod --query .vars.cidr
  gaia why vars.cidr -c vpc -s plat-ue2-prod
  gaia -C infra validate stacks

`gaia` alone tells what can be done in the repository that it stands in. Exit codes are listed by `gaia help exit-codes`."
)]
struct Cli {
    /// As -vv, for the Python CLI
    #[arg(short = 'd', long, hide = true)]
    debug: bool,

    /// Without meaning, for the Python CLI
    #[arg(long = "async", hide = true)]
    is_async: bool,

    #[command(flatten)]
    global: Global,

    /// Without one, what can be done here is shown
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand, Debug)]
enum Command {
    Ui(ui::Ui),
    Describe(describe::Describe),
    List(list::List),
    Graph(graph::GraphArgs),
    Order(order::Order),
    Pipeline(pipeline::Pipeline),
    Validate(validate::Validate),
    Lint(lint::Lint),
    Why(why::Why),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Affected(affected::Affected),
    Impact(impact::Impact),
    Atlantis(atlantis::Atlantis),
    Plan(delegate::Plan),
    Apply(delegate::Apply),
    Destroy(delegate::Destroy),
    Drift(delegate::Drift),
    Ephemeral(delegate::Ephemeral),
    Run(runs::Runs),
    Workflow(workflow::Workflow),
    Template(template::Template),
    Env(env::Env),
    Component(component::Component),
    Init(init::Init),
    Context(current::CurrentArgs),
    Config(config::Config),
    Doctor(doctor::Doctor),
    Cert(cert::Cert),
    #[command(hide = true)]
    Certificate(cert::Certificate),
    #[command(flatten)]
    Old(old::Old),
    Completions(completions::Completions),
    Man(man::Man),
    Version(version::Version),
    Help(help::Help),
}

/// Runs a command line and tells how it ended.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    match complete::answer(&args) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(error) => error.exit(),
    }
    let grammar = command();
    let args = cert::settle(switch::settle(args, &grammar));
    let sources = SourceMap::default();
    let parsed = parse(&grammar, &args).or_else(|error| match missing::added(&grammar, &args, error, &sources)? {
        Ok(args) => parse(&grammar, &args),
        Err(error) => Ok(Err(error)),
    });
    let mut cli = match parsed {
        Ok(Ok(cli)) => cli,
        Ok(Err(error)) => {
            Ui::new(Color::Auto, false, 0).error(&error, &sources);
            return ExitCode::from(exit::code(error.get_kind()));
        }
        Err(error) => {
            // a closed pipe is no reason to complain about the help text
            let error = unknown::told(&grammar, &args, error, &sources);
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::USAGE } else { exit::OK });
        }
    };
    let quiet = cli.global.quiet;
    if cli.debug {
        cli.global.verbose = cli.global.verbose.max(2);
    }
    let only_reads = cli.command.as_ref().is_none_or(Command::only_reads);
    let pages = !cli.global.no_pager;
    let context = Context::new(cli.global, quiet, only_reads);
    old::say_what_means_nothing(&context, &[("--async", cli.is_async)]);
    let run = || match cli.command {
        None => start::show(&context).map(|()| exit::OK),
        Some(command) => {
            command.prepare(&context, pages);
            command.run(&context)
        }
    };
    let begun = context.enter().and_then(|()| context.begin_log(&args));
    let ended = begun.map_err(Into::into).and_then(|()| run());
    output::waiting::end();
    output::pager::finish();
    let code = ended.unwrap_or_else(|error| report(&context, &error));
    output::log::note(&format!("exit code {code}"));
    ExitCode::from(code)
}

/// What a command line says, or the refusal of a command that is gone.
fn parse(grammar: &clap::Command, args: &[OsString]) -> clap::error::Result<crate::Result<Cli>> {
    let matches = grammar.clone().try_get_matches_from_mut(args)?;
    if let Some(error) = gone::refusal(&matches) {
        return Ok(Err(error));
    }
    let mut cli = Cli::from_arg_matches(&matches)?;
    cli.global.quiet |= is_quiet(&matches);
    cli.global.said = global::said(grammar, &matches);
    Ok(Ok(cli))
}

impl Command {
    /// Whether the command opens no connections of its own accord, so that it may run on whatever someone proposes.
    fn only_reads(&self) -> bool {
        match self {
            Command::Describe(describe) => describe.only_reads(),
            Command::List(_) | Command::Validate(_) | Command::Affected(_) | Command::Impact(_) => true,
            _ => false,
        }
    }

    /// Whether all that it does is answer a question, so that its answer may be paged and waited for.
    fn only_answers(&self) -> bool {
        match self {
            Command::Describe(_)
            | Command::List(_)
            | Command::Graph(_)
            | Command::Order(_)
            | Command::Pipeline(_)
            | Command::Validate(_)
            | Command::Why(_)
            | Command::Diff(_)
            | Command::Explain(_)
            | Command::Affected(_)
            | Command::Impact(_)
            | Command::Atlantis(_)
            | Command::Doctor(_)
            | Command::Help(_) => true,
            Command::Cert(cert) => cert.only_answers(),
            Command::Run(runs) => runs.only_answers(),
            _ => false,
        }
    }

    /// Gets the terminal ready for an answer that may be long, or long in coming.
    fn prepare(&self, context: &Context, pages: bool) {
        match self {
            Command::Doctor(_) => context.wait_for("asking tools and AWS"),
            Command::Init(_) | Command::Env(_) | Command::Component(_) => context.wait_for("reading the template"),
            _ if self.only_answers() => context.wait_for("working on the answer"),
            _ => {}
        }
        if pages && self.only_answers() {
            output::pager::start();
        }
    }

    /// Runs it and tells the exit code.
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self {
            Command::Ui(ui) => return ui.run(context),
            Command::Describe(describe) => describe.run(context),
            Command::List(list) => list.run(context),
            Command::Why(why) => why.run(context),
            Command::Diff(diff) => return diff.run(context),
            Command::Validate(validate) => return validate.run(context),
            Command::Lint(lint) => return lint.run(context),
            Command::Plan(plan) => return plan.run(context),
            Command::Apply(apply) => return apply.run(context),
            Command::Ephemeral(ephemeral) => return ephemeral.run(context),
            Command::Destroy(destroy) => return destroy.run(context),
            Command::Drift(drift) => return drift.run(context),
            Command::Run(runs) => return runs.run(context),
            Command::Workflow(workflow) => return workflow.run(context),
            Command::Template(template) => return template.run(context),
            Command::Env(env) => return env.run(context),
            Command::Component(component) => return component.run(context),
            Command::Init(init) => return init.run(context),
            Command::Doctor(doctor) => return doctor.run(context),
            Command::Cert(cert) => return cert.run(context),
            Command::Certificate(certificate) => return certificate.run(context),
            Command::Old(old) => return old.run(context),
            Command::Explain(explain) => explain.run(context),
            Command::Affected(affected) => affected.run(context),
            Command::Impact(impact) => impact.run(context),
            Command::Atlantis(atlantis) => atlantis.run(context),
            Command::Graph(graph) => graph.run(context),
            Command::Order(order) => order.run(context),
            Command::Pipeline(pipeline) => pipeline.run(context),
            Command::Context(current) => current.run(context),
            Command::Config(config) => config.run(context),
            Command::Completions(completions) => completions.run(context),
            Command::Man(man) => man.run(context),
            Command::Version(version) => version.run(context),
            Command::Help(help) => help.run(context),
        }
        .map(|()| exit::OK)
    }
}

/// Says what went wrong and gives the exit code for it. A reader that went away is no error.
fn report(context: &Context, error: &anyhow::Error) -> u8 {
    // errors of files name their file; what comes bare is of stdout
    match error.downcast_ref::<io::Error>() {
        Some(io) if io.kind() == io::ErrorKind::BrokenPipe => return exit::OK,
        Some(io) if io.kind() == io::ErrorKind::StorageFull => {
            let error = crate::Error::new(format!("cannot write the answer: {io}")).hint("make room where stdout goes");
            context.ui.error(&error, &context.sources);
            return exit::FAILED;
        }
        _ => {}
    }
    if let Some(error) = error.downcast_ref::<crate::Error>() {
        let error = match error.get_kind() {
            Kind::Interrupted => error.clone().without_place(),
            _ => context.with_importers(error),
        };
        context.ui.error(&error, &context.sources);
        return exit::code(error.get_kind());
    }
    context.ui.failure(error);
    exit::FAILED
}

/// Runs another command line in place of this one, and tells its exit code.
fn again(context: &Context, words: &[String]) -> anyhow::Result<u8> {
    let words = std::iter::once("gaia").chain(words.iter().map(String::as_str));
    let cli = command().try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches))?;
    match cli.command {
        Some(command) => command.run(context),
        None => start::show(context).map(|()| exit::OK),
    }
}

/// The whole grammar, as clap has it: what the manual, the completions and the reference are made from.
pub fn command() -> clap::Command {
    gone::with(with_quiet(finished(Cli::command().args(global::accepted()))))
}

/// The command with what derived arguments lack, and its subcommands likewise.
fn finished(command: clap::Command) -> clap::Command {
    command.mut_args(|arg| complete::with_names(with_variable(switch::optional(arg)))).mut_subcommands(finished)
}

/// Global options have a variable of gaia's, which goes before the one that they are known by elsewhere. One that is set
/// but empty counts as not set, as in Atmos. The long help names the variables.
fn with_variable(arg: Arg) -> Arg {
    let known = arg.get_env().map(OsStr::to_owned);
    let own = arg.get_long().filter(|_| arg.is_global_set() && !arg.is_hide_set()).map(global::variable);
    let mut names: Vec<OsString> = own.into_iter().map(Into::into).chain(known).collect();
    names.dedup();
    if names.is_empty() {
        return arg;
    }
    let help = arg.get_help().cloned().unwrap_or_default();
    let told: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
    let arg = arg.hide_env(true).long_help(format!("{help}\n\n[env: {}]", told.join(", ")));
    let is_set = |name: &&OsString| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match names.iter().find(is_set) {
        Some(name) => arg.env(name),
        None => arg.env(Resettable::Reset),
    }
}

/// `-q` behind a command, where the command has no `-q` of its own.
fn with_quiet(command: clap::Command) -> clap::Command {
    let is_free = command.get_arguments().all(|arg| arg.get_short() != Some('q'));
    let command = command.mut_subcommands(with_quiet);
    if !is_free {
        return command;
    }
    command.arg(Arg::new("q").short('q').hide(true).action(ArgAction::SetTrue))
}

/// Whether `-q` stands behind any of the commands.
fn is_quiet(matches: &ArgMatches) -> bool {
    let own = matches.try_get_one::<bool>("q").ok().flatten().is_some_and(|quiet| *quiet);
    own || matches.subcommand().is_some_and(|(_, inner)| is_quiet(inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_sound() {
        command().debug_assert();
    }

    /// `tests/switches.rs` sets each of them.
    #[test]
    fn every_global_option_has_a_variable() {
        let command = command();
        let shown = command.get_arguments().filter(|arg| arg.is_global_set() && !arg.is_hide_set());
        for arg in shown {
            let name = global::variable(arg.get_long().expect("a long name"));
            let help = arg.get_long_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains(&format!("[env: {name}")), "{name}: {help}");
        }
    }
}
