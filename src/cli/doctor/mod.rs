//! `gaia doctor`: whether everything is there that gaia works with.

mod pins;

use super::context::Context;
use super::exit;
use crate::external::Environment;
use crate::external::aws::{Access, Aws};
use crate::external::process::{Invocation, Runner, System};
use crate::output::{Format, folded};
use crate::query::stacks::has_no_manifests;
use crate::value::{Map, Value};
use crate::workspace::{self, Workspace};
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use pins::{Pin, is_met, pins};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

/// How long a tool or AWS may think.
const PATIENCE: Duration = Duration::from_secs(10);

/// Check the tools and the set-up that gaia works with
///
/// Asks each tool for its version and compares it with every version that the repository pins. Exit code 1 when something
/// is missing that gaia cannot do without.
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia doctor
  gaia doctor --format json
  gaia doctor --offline    does not ask AWS")]
pub(super) struct Doctor {
    /// How to show it
    #[arg(short, long, value_enum, default_value = "text")]
    format: Shape,

    /// The same as --format json
    #[arg(long, hide = true)]
    json: bool,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    /// A line a check
    Text,
    /// As docs/schemas/doctor.json describes it
    Json,
}

/// How a check ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    Fine,
    /// Something does not fit, or is missing that not everybody needs.
    Warning,
    Missing,
}

impl Verdict {
    fn word(self) -> &'static str {
        match self {
            Verdict::Fine => "ok",
            Verdict::Warning => "warning",
            Verdict::Missing => "missing",
        }
    }

    fn style(self) -> Style {
        let color = match self {
            Verdict::Fine => AnsiColor::Green,
            Verdict::Warning => AnsiColor::Yellow,
            Verdict::Missing => AnsiColor::Red,
        };
        color.on_default()
    }
}

/// What was looked at, and what to do about it.
struct Check {
    name: String,
    verdict: Verdict,
    found: String,
    remedy: Option<String>,
}

impl Check {
    fn new(name: impl Into<String>, verdict: Verdict, found: impl Into<String>, remedy: Option<String>) -> Check {
        Check { name: name.into(), verdict, found: found.into(), remedy }
    }

    fn fine(name: &str, found: impl Into<String>) -> Check {
        Check::new(name, Verdict::Fine, found, None)
    }

    fn value(&self) -> Value {
        let mut map = Map::from_iter([
            ("name", Value::from(self.name.as_str())),
            ("status", Value::from(self.verdict.word())),
            ("found", Value::from(self.found.as_str())),
        ]);
        if let Some(remedy) = &self.remedy {
            map.insert("remedy", Value::from(remedy.as_str()));
        }
        Value::map(map)
    }
}

/// A program that is asked for its version.
struct Tool {
    name: &'static str,
    ask: &'static [&'static str],
    is_required: bool,
    remedy: &'static str,
}

const TOOLS: [Tool; 4] = [
    Tool {
        name: "atmos",
        ask: &["version"],
        is_required: true,
        remedy: "install it, for plan, apply and workflows: https://atmos.tools/install",
    },
    Tool {
        name: "terraform",
        ask: &["version"],
        is_required: true,
        remedy: "install it, or OpenTofu and set `components.terraform.command: tofu` in atmos.yaml",
    },
    Tool { name: "git", ask: &["--version"], is_required: true, remedy: "install it with the system's packages" },
    Tool {
        name: "kubectl",
        ask: &["version", "--client"],
        is_required: false,
        remedy: "install it if certificates are kept in Kubernetes",
    },
];

impl Doctor {
    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let (workspace, repository) = match context.workspace() {
            Ok(workspace) => {
                let check = of_repository(&workspace);
                (Some(workspace), check)
            }
            Err(error) => {
                let remedy = "go to a repository with an atmos.yaml, or start one: `gaia init`".to_owned();
                (None, Check::new("repository", Verdict::Missing, error.to_string(), Some(remedy)))
            }
        };
        let mut checks = vec![repository];
        let command = workspace.as_ref().and_then(|w| w.config.dig(["components", "terraform", "command"])?.as_str());
        let mut versions = BTreeMap::new();
        for tool in &TOOLS {
            let name = if tool.name == "terraform" {
                command.filter(|c| !c.is_empty()).unwrap_or("terraform")
            } else {
                tool.name
            };
            checks.push(of_tool(tool, name, &mut versions));
        }
        if let Some(workspace) = &workspace {
            checks.extend(of_pins(&pins(workspace), &versions));
        }
        checks.push(of_kubernetes());
        checks.push(if context.is_offline() { Check::fine("aws", "not asked (--offline)") } else { of_aws() });
        checks.push(of_cache());
        checks.push(of_completions());
        self.show(context, &checks)?;
        let is_missing = checks.iter().any(|check| check.verdict == Verdict::Missing);
        Ok(if is_missing { exit::FAILED } else { exit::OK })
    }

    fn show(&self, context: &Context, checks: &[Check]) -> anyhow::Result<()> {
        if self.json || self.format == Shape::Json {
            let all = Value::seq(checks.iter().map(Check::value).collect());
            return context.answer(&Value::map(Map::from_iter([("checks", all)])), Format::Json, None);
        }
        let width = checks.iter().map(|check| check.name.len()).max().unwrap_or_default();
        let room = if context.ui.is_terminal() { context.ui.width() } else { usize::MAX };
        let begin = "missing".len() + 2 + width + 2;
        for check in checks {
            let style = check.verdict.style();
            let word = check.verdict.word();
            context.styled(&format!(
                "{style}{word:7}{style:#}  {:width$}  {}",
                check.name,
                folded(&check.found, begin, room)
            ))?;
            if let Some(remedy) = &check.remedy {
                context.styled(&format!("{:begin$}→ {}", "", folded(remedy, begin + 2, room)))?;
            }
        }
        Ok(())
    }
}

fn of_repository(workspace: &Workspace) -> Check {
    match workspace.stack_files() {
        Ok(files) => {
            Check::fine("repository", format!("{} with {} manifests of stacks", workspace.root.display(), files.len()))
        }
        Err(_) if workspace.config_files.is_empty() => {
            let what = format!("no atmos.yaml in {} or above it", workspace.cwd.display());
            let remedy = "go to a repository, or start one: `gaia init DIR`".to_owned();
            Check::new("repository", Verdict::Warning, what, Some(remedy))
        }
        Err(error) if has_no_manifests(workspace) => {
            let remedy = Some("`gaia env create` makes the first environment".to_owned());
            Check::new("repository", Verdict::Warning, error.to_string(), remedy)
        }
        Err(error) => {
            let remedy = Some("`gaia validate` tells what is wrong, and where".to_owned());
            Check::new("repository", Verdict::Missing, error.to_string(), remedy)
        }
    }
}

/// What a program says, and whether it is satisfied; nothing where it is not there or thinks for too long.
fn ask(program: &str, words: &[&str]) -> Option<(String, bool)> {
    let program = Environment::default().find_program(program)?;
    let dir = std::env::current_dir().ok()?;
    let args = words.iter().map(|word| (*word).to_owned()).collect();
    let invocation = Invocation { program, args, dir, ..Invocation::default() };
    let finished = within(PATIENCE, move || System.run(&invocation).ok())??;
    Some((format!("{}{}", finished.stdout, finished.stderr), finished.code == Some(0)))
}

/// What takes its time, unless it takes too much of it.
fn within<T: Send + 'static>(patience: Duration, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(work()));
    receiver.recv_timeout(patience).ok()
}

fn of_tool(tool: &Tool, program: &str, versions: &mut BTreeMap<&'static str, String>) -> Check {
    let absent = if tool.is_required { Verdict::Missing } else { Verdict::Warning };
    let Some((said, _)) = ask(program, tool.ask) else {
        let remedy = Some(tool.remedy.to_owned());
        let found =
            if Environment::default().find_program(program).is_some() { "does not answer" } else { "not on PATH" };
        return Check::new(program, absent, found, remedy);
    };
    match version_in(&said) {
        Some(version) => {
            // tofu is held to the pins of tofu
            versions.insert(if program.ends_with("tofu") { "tofu" } else { tool.name }, version.clone());
            Check::fine(program, version)
        }
        None => Check::new(
            program,
            Verdict::Warning,
            "tells no version",
            Some(format!("try `{program} {}`", tool.ask.join(" "))),
        ),
    }
}

/// The first version with three parts in a text.
fn version_in(text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    let is_version = |word: &&str| word.split('.').count() == 3 && word.split('.').all(|part| !part.is_empty());
    words.map(|word| word.trim_matches('.')).find(is_version).map(str::to_owned)
}

/// Each version that a tool is pinned to, with all places, and whether the tool has it.
fn of_pins(pins: &BTreeSet<Pin>, versions: &BTreeMap<&'static str, String>) -> Vec<Check> {
    let mut by_tool: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for pin in pins {
        let place = format!("{}:{}", pin.file.display(), pin.line);
        by_tool.entry(pin.tool).or_default().entry(&pin.version).or_default().push(place);
    }
    let mut checks = Vec::new();
    for (tool, wanted) in by_tool {
        let has = versions.get(tool);
        let is_exact = |version: &str| version.starts_with(|c: char| c.is_ascii_digit());
        let is_contradictory = wanted.keys().filter(|version| is_exact(version)).count() > 1;
        for (version, places) in &wanted {
            let met = has.is_none_or(|has| is_met(version, has));
            let shown = match places.split_at(places.len().min(3)) {
                (first, []) => first.join(", "),
                (first, rest) => format!("{} and {} more", first.join(", "), rest.len()),
            };
            let remedy = match has {
                Some(has) if !met => Some(format!("install {tool} {version}, or pin {has}")),
                _ if is_contradictory && is_exact(version) => Some("pin one version everywhere".to_owned()),
                _ => None,
            };
            let verdict = if remedy.is_some() { Verdict::Warning } else { Verdict::Fine };
            checks.push(Check::new(format!("{tool} pin"), verdict, format!("{version} in {shown}"), remedy));
        }
    }
    checks
}

fn of_kubernetes() -> Check {
    match ask("kubectl", &["config", "current-context"]) {
        Some((said, true)) => Check::fine("kubectl context", said.trim()),
        Some(_) => Check::new(
            "kubectl context",
            Verdict::Warning,
            "none is chosen",
            Some("`kubectl config use-context NAME`, if certificates are kept in Kubernetes".to_owned()),
        ),
        None => Check::fine("kubectl context", "no kubectl"),
    }
}

fn of_aws() -> Check {
    let asked = within(PATIENCE, || Aws::default().identity(&Access::default()));
    let warning = |found: String| {
        let remedy = "log in (`aws sso login`), or set AWS_PROFILE; reading stacks needs no AWS".to_owned();
        Check::new("aws", Verdict::Warning, found, Some(remedy))
    };
    match asked {
        Some(Ok(identity)) => Check::fine("aws", format!("{} in account {}", identity.arn, identity.account)),
        Some(Err(error)) => warning(error.to_string()),
        None => warning(format!("no answer in {} s", PATIENCE.as_secs())),
    }
}

fn of_cache() -> Check {
    let dir = workspace::Options::default().cache_dir().map(|dir| dir.join("gaia"));
    let Some(dir) = dir else {
        let remedy = "set HOME or XDG_CACHE_HOME, so that imports and names are kept".to_owned();
        return Check::new("cache", Verdict::Warning, "there is no place for it", Some(remedy));
    };
    let writable = std::fs::create_dir_all(&dir).and_then(|()| tempfile::tempfile_in(&dir));
    match writable {
        Ok(_) => Check::fine("cache", dir.display().to_string()),
        Err(error) => {
            let remedy = Some(format!("make `{}` writable", dir.display()));
            Check::new("cache", Verdict::Warning, error.to_string(), remedy)
        }
    }
}

fn of_completions() -> Check {
    let shell = std::env::var("SHELL").unwrap_or_default();
    let shell = Path::new(&shell).file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let home = std::env::var("HOME").unwrap_or_default();
    let file = match shell.as_str() {
        "bash" => ".local/share/bash-completion/completions/gaia",
        "zsh" => ".zfunc/_gaia",
        "fish" => ".config/fish/completions/gaia.fish",
        _ => return Check::fine("completions", "`gaia completions SHELL` prints them"),
    };
    let path = Path::new(&home).join(file);
    if path.is_file() {
        return Check::fine("completions", path.display().to_string());
    }
    let remedy = Some(format!(
        "mkdir -p ~/{} && gaia completions {shell} > ~/{file}",
        Path::new(file).parent().unwrap_or(Path::new("")).display()
    ));
    Check::new("completions", Verdict::Warning, format!("not where {shell} looks by default"), remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_what_tools_say() {
        assert_eq!(version_in("Terraform v1.11.4\non linux_amd64").as_deref(), Some("1.11.4"));
        assert_eq!(version_in("👽 Atmos 1.226.1 on linux/amd64").as_deref(), Some("1.226.1"));
        assert_eq!(version_in("git version 2.39.5").as_deref(), Some("2.39.5"));
        assert_eq!(version_in("nothing 1.2"), None);
    }

    #[test]
    fn pins_that_contradict_each_other_are_told_with_their_places() {
        let pin = |version: &str, file: &str, line| Pin {
            tool: "terraform",
            version: version.into(),
            file: file.into(),
            line,
        };
        let all =
            BTreeSet::from([pin("1.5.7", ".atmos.env", 2), pin("1.11.0", "atmos.yaml", 15), pin(">= 1.5", "a.tf", 1)]);
        let installed = BTreeMap::from([("terraform", "1.11.0".to_owned())]);
        let told: Vec<_> = of_pins(&all, &installed).into_iter().map(|c| (c.found, c.verdict, c.remedy)).collect();
        assert_eq!(
            told,
            [
                ("1.11.0 in atmos.yaml:15".into(), Verdict::Warning, Some("pin one version everywhere".into())),
                (
                    "1.5.7 in .atmos.env:2".into(),
                    Verdict::Warning,
                    Some("install terraform 1.5.7, or pin 1.11.0".into())
                ),
                (">= 1.5 in a.tf:1".into(), Verdict::Fine, None),
            ]
        );
    }
}
