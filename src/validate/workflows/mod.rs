//! Workflow manifests: steps, their types, what they wait for, the stacks and components that they name.

mod commands;
mod shortcuts;
mod words;

use super::diagnostic::Diagnostic;
use super::misnamed::Misnamed;
use super::names;
use super::repo::Repo;
use super::scripts;
use crate::code::{self, Severity};
use crate::text::{Span, did_you_mean, is_slip, nearest};
use crate::value::{Key, Map, Value};
use crate::workflow::Workflow;
use crate::yaml;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use words::{FOREIGN, KEYS, RARE_STEP_KEYS, STEP_KEYS, TYPES, WORKFLOW_KEYS};

/// What workflows may refer to.
pub(super) struct Known {
    pub(super) stacks: FxHashSet<String>,
    pub(super) components: FxHashSet<String>,
    /// Those of them that are abstract in every stack.
    pub(super) bases: FxHashSet<String>,
    /// Whether some stack has no name or could not be read: then names that are not known may be there.
    pub(super) is_complete: bool,
    /// Manifests whose stacks have not the name that they should have.
    pub(super) doubtful: Vec<String>,
    pub(super) misnamed: Misnamed,
}

/// The workflows of the repository, by their files.
type Names = Vec<(PathBuf, Vec<String>)>;

/// Checks every file below the workflows folder.
pub(super) fn check(repo: &Repo, known: &Known) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let files: Vec<(PathBuf, Value)> =
        files(repo).into_iter().filter_map(|path| read(repo, path, &mut found)).collect();
    let names = |(path, file): &(PathBuf, Value)| {
        let workflows = file.get("workflows").and_then(Value::as_map);
        (path.clone(), workflows.into_iter().flat_map(Map::names).map(str::to_owned).collect())
    };
    let mut check = Check { repo, known, names: files.iter().map(names).collect(), found, workflows: Vec::new() };
    for (path, file) in &files {
        check.file(path, file);
    }
    check.shortcuts();
    check.found.extend(scripts::check(repo, &check.workflows));
    check.found
}

fn files(repo: &Repo) -> Vec<PathBuf> {
    let workspace = repo.engine.workspace();
    let configured = workspace.config.dig(["workflows", "base_path"]).and_then(Value::as_str).unwrap_or_default();
    if configured.is_empty() {
        return Vec::new();
    }
    let is_yaml = |p: &&PathBuf| p.extension().is_some_and(|e| e == "yaml" || e == "yml");
    workspace.files_below(&workspace.settings.workflows_dir).iter().filter(is_yaml).cloned().collect()
}

/// Whether a file was read with the stacks already, with its problems.
fn is_below_stacks(repo: &Repo, path: &Path) -> bool {
    path.starts_with(&repo.engine.workspace().settings.stacks_dir)
}

fn read(repo: &Repo, path: PathBuf, found: &mut Vec<Diagnostic>) -> Option<(PathBuf, Value)> {
    let text = String::from_utf8(repo.engine.workspace().bytes_of(&path).ok()?).ok()?;
    let source = repo.engine.workspace().sources.add(path.clone(), text, false);
    let (document, problems) = yaml::load_lenient(&source, &mut yaml::NoTags);
    if !is_below_stacks(repo, &path) {
        found.extend(problems.iter().map(|e| Diagnostic::from_error(e, &code::YAML_SYNTAX)));
    }
    Some((path, document.value))
}

struct Check<'a> {
    repo: &'a Repo,
    known: &'a Known,
    names: Names,
    found: Vec<Diagnostic>,
    /// The workflows that were met.
    workflows: Vec<Workflow>,
}

impl Check<'_> {
    fn file(&mut self, path: &Path, value: &Value) {
        let written = value.as_map().and_then(|m| m.get_entry("workflows"));
        let Some(workflows) = written.or_else(|| self.misnamed(value)) else { return };
        self.keys(value.as_map().unwrap_or(&Map::default()), &KEYS, "workflows");
        // below the stacks the schema has spoken about types and keys
        let checked = is_below_stacks(self.repo, path) && written.is_some();
        if !checked && workflows.1.as_map().is_none() && !workflows.1.is_null() {
            self.invalid(workflows.0, workflows.1, "`workflows` must be a map of names");
            return;
        }
        let below = path.strip_prefix(&self.repo.engine.workspace().settings.workflows_dir).unwrap_or(path);
        for (key, workflow) in workflows.1.as_map().into_iter().flat_map(Map::iter) {
            self.workflow(key, workflow, checked);
            self.workflows.push(Workflow {
                file: below.to_string_lossy().into_owned(),
                name: key.name.to_string(),
                content: workflow.clone(),
            });
        }
    }

    /// A file without workflows is for other tools, unless a key is one slip away, which is told and read on below.
    fn misnamed<'v>(&mut self, value: &'v Value) -> Option<(&'v Key, &'v Value)> {
        let mut entries = value.as_map()?.iter();
        let misnamed = entries.find(|(key, _)| is_slip(&key.name, "workflows"))?;
        let message = format!("`{}` is no section of a workflow manifest", misnamed.0.name);
        let diagnostic = Diagnostic::new(&code::WORKFLOW_INVALID, message, misnamed.0.span);
        self.found.push(diagnostic.hint("did you mean `workflows`?"));
        Some(misnamed)
    }

    fn invalid(&mut self, key: &Key, value: &Value, message: &str) {
        let span = if value.span.is_none() || value.is_null() { key.span } else { value.span };
        self.found.push(Diagnostic::new(&code::WORKFLOW_INVALID, message, span));
    }

    fn workflow(&mut self, key: &Key, workflow: &Value, checked: bool) {
        let Some(map) = workflow.as_map() else {
            if !checked {
                self.invalid(key, workflow, &format!("the workflow `{}` must be a map with `steps`", key.name));
            }
            return;
        };
        if let Some(stack) = map.get("stack") {
            self.stack(stack);
        }
        self.keys(map, &WORKFLOW_KEYS, "steps");
        match map.get_entry("steps") {
            Some((_, steps)) if steps.as_seq().is_some() => {
                self.steps(steps.as_seq().unwrap_or_default(), checked);
            }
            Some(_) if checked => {}
            Some((steps_key, steps)) => {
                self.invalid(steps_key, steps, &format!("`steps` of `{}` must be a list of maps", key.name));
            }
            None => {
                let slip = map.iter().find(|(k, _)| nearest(&k.name, ["steps"]).is_some());
                if !checked {
                    let place = slip.map_or(key.span, |(k, _)| k.span);
                    let message = format!("the workflow `{}` has no `steps`", key.name);
                    let hint = slip.map(|_| "did you mean `steps`?".to_owned());
                    self.found.push(Diagnostic::new(&code::WORKFLOW_INVALID, message, place).maybe_hint(hint));
                }
                self.steps(slip.and_then(|(_, steps)| steps.as_seq()).unwrap_or_default(), false);
            }
        }
    }

    fn steps(&mut self, steps: &[Value], checked: bool) {
        let names: Vec<&str> = steps.iter().filter_map(|s| s.get("name")?.as_str()).collect();
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for step in steps {
            let Some(map) = step.as_map() else {
                if !checked {
                    let message = format!("a step must be a map, this is a {}", step.type_name());
                    self.found.push(
                        Diagnostic::new(&code::WORKFLOW_INVALID, message, step.span).hint("write `- command: …`"),
                    );
                }
                continue;
            };
            if let Some((name, span)) = map.get("name").and_then(|n| Some((n.as_str()?, n.span))) {
                if let Some((_, first)) = seen.iter().find(|(n, _)| *n == name) {
                    let message = format!("a step is called `{name}` already");
                    self.found.push(Diagnostic::new(&code::STEP_REPEATED, message, span).related("here", *first));
                }
                seen.push((name, span));
            }
            self.step(map, &names, step.span);
            if let Some(inner) = map.get("steps").and_then(Value::as_seq) {
                self.steps(inner, checked);
            }
        }
        self.circles(steps);
    }

    /// Keys that are nearly those that Atmos knows; a slip for `told` is told elsewhere.
    fn keys(&mut self, map: &Map, known: &[&'static str], told: &str) {
        for (key, _) in map.iter().filter(|(key, _)| !known.contains(&&*key.name)) {
            let meant = map.meant(&key.name, known.iter().copied());
            if let Some(meant) = meant.filter(|meant| *meant != told) {
                let message = format!("Atmos knows no key `{}` here and ignores it", key.name);
                self.found
                    .push(Diagnostic::new(&code::STEP_KEY, message, key.span).hint(format!("did you mean `{meant}`?")));
            }
        }
    }

    /// Keys of a step that Atmos does not read, and that are no slips either: words of other tools.
    fn foreign_keys(&mut self, step: &Map) {
        // a step of another dialect is told as a whole
        if step.contains("run") {
            return;
        }
        let is_known = |key: &str| STEP_KEYS.contains(&key) || RARE_STEP_KEYS.contains(&key);
        let is_near = |key: &str| {
            STEP_KEYS.iter().any(|k| is_slip(key, k) && !step.contains(k)) || nearest(key, ["command"]).is_some()
        };
        for (key, _) in step.iter().filter(|(k, _)| !is_known(&k.name) && !is_near(&k.name)) {
            let message = format!("Atmos knows no key `{}` here and ignores it", key.name);
            let meant = FOREIGN.iter().find(|(foreign, _)| *foreign == &*key.name);
            let foreign = Diagnostic::new(&code::STEP_KEY, message, key.span);
            self.found.push(foreign.maybe_hint(meant.map(|(_, meant)| format!("Atmos calls it `{meant}`"))));
        }
    }

    /// Variables of a step's environment that no program can read.
    fn environment(&mut self, step: &Map) {
        let env = step.get("env").and_then(Value::as_map).into_iter().flat_map(Map::iter);
        for (key, _) in env.filter(|(key, _)| !super::components::is_env_name(&key.name)) {
            let message = format!("`{}` is no name of an environment variable", key.name);
            let wrong = Diagnostic::new(&code::INVALID_NAME, message, key.span).severity(Severity::Warning);
            self.found.push(wrong.hint("a name is made of letters, digits and `_`"));
        }
    }

    fn step(&mut self, step: &Map, names: &[&str], span: Span) {
        self.keys(step, &STEP_KEYS, "command");
        self.foreign_keys(step);
        self.environment(step);
        let kind = step.get("type").and_then(Value::as_str);
        if let (Some(kind), Some(value)) = (kind, step.get("type"))
            && !TYPES.contains(&kind)
            && !kind.contains("{{")
        {
            let near = did_you_mean(kind, ["shell", "atmos"]).or_else(|| did_you_mean(kind, TYPES));
            let message = format!("`{kind}` is no type of step");
            self.found.push(
                Diagnostic::new(&code::STEP_TYPE, message, value.span)
                    .hint(near.unwrap_or_else(|| "the usual types are `atmos` and `shell`".to_owned())),
            );
        }
        if let Some((key, run)) = step.get_entry("run")
            && run.get("command").is_some()
            && step.get("command").is_none()
        {
            self.found.push(
                Diagnostic::new(
                    &code::LEGACY_STEP,
                    "Atmos runs this step as an empty command: it does not know `run`",
                    key.span,
                )
                .hint("write `type: shell`, and `command` beside `name`: `gaia workflow convert` does it"),
            );
        } else if matches!(kind, None | Some("atmos" | "shell"))
            && step.get("command").is_none_or(|c| c.is_null() || c.as_str() == Some(""))
            && !["steps", "script", "action", "container", "uses"].iter().any(|k| step.contains(k))
        {
            let is_meant = |k: &Key| k.name.as_ref() == "cmd" || crate::text::nearest(&k.name, ["command"]).is_some();
            let slip = step.iter().find(|(k, _)| is_meant(k));
            let written =
                step.get_entry("command").map(|(k, v)| if v.span.is_none() || v.is_null() { k.span } else { v.span });
            let place = slip.map(|(k, _)| k.span).or(written);
            let place = place.unwrap_or_else(|| step.iter().next().map_or(span, |(k, _)| k.span));
            self.found.push(
                Diagnostic::new(&code::STEP_EMPTY, "the step has no command and does nothing", place)
                    .maybe_hint(slip.map(|_| "did you mean `command`?".to_owned())),
            );
        }
        if let Some(stack) = step.get("stack") {
            self.stack(stack);
        }
        for (name, span) in waits(step) {
            let own = step.get("name").and_then(Value::as_str) == Some(name);
            if own || !names.contains(&name) {
                let message = if own {
                    format!("the step `{name}` waits for itself")
                } else {
                    format!("there is no step `{name}` to wait for")
                };
                self.found.push(
                    Diagnostic::new(&code::STEP_NEEDS, message, span)
                        .maybe_hint(did_you_mean(name, names.iter().copied().filter(|_| !own))),
                );
            }
        }
        if matches!(kind, None | Some("atmos" | "shell"))
            && let Some(command) = step.get("command")
        {
            self.command(command, kind);
        }
        self.duration("timeout", step.get("timeout"));
        for key in ["initial_delay", "max_delay", "max_elapsed_time"] {
            self.duration(key, step.get("retry").and_then(|retry| retry.get(key)));
        }
        if let Some(dir) = step.get("working_directory") {
            self.working_directory(dir);
        }
    }

    fn duration(&mut self, key: &str, value: Option<&Value>) {
        let Some(value) = value else { return };
        let Some(text) = value.as_str().filter(|t| !t.is_empty() && !t.contains("{{")) else { return };
        // Go knows the short units, and takes no blanks
        let is_plain = |c: char| c.is_ascii_digit() || ".-+hmnsuµ".contains(c);
        let is_duration = text.parse::<jiff::SignedDuration>().is_ok() && text.chars().all(is_plain);
        if !is_duration && text.parse::<u64>().is_err() {
            let message = format!("`{key}` must be a duration, not `{text}`");
            let wrong = Diagnostic::new(&code::WORKFLOW_INVALID, message, value.span);
            self.found.push(wrong.hint("write `30s`, `10m` or `1h30m`"));
        }
    }

    /// A directory that is not there, and is called nearly like one that is; others may be made by an earlier step.
    fn working_directory(&mut self, value: &Value) {
        let Some(text) = value.as_str().filter(|t| !t.is_empty() && !t.contains(['{', '$', '!', '~'])) else { return };
        let root = &self.repo.engine.workspace().root;
        let missing = root.join(text);
        if missing.is_dir() {
            return;
        }
        let (Some(name), Some(parent)) = (missing.file_name(), missing.parent()) else { return };
        let beside = std::fs::read_dir(parent).into_iter().flatten().flatten().filter(|e| e.path().is_dir());
        let names: Vec<String> = beside.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        if let Some(meant) = names.iter().find(|n| is_slip(&name.to_string_lossy(), n)) {
            let message = format!("there is no directory `{text}`");
            self.found.push(
                Diagnostic::new(&code::WORKFLOW_INVALID, message, value.span).hint(format!("did you mean `{meant}`?")),
            );
        }
    }

    fn stack(&mut self, stack: &Value) {
        if let Some(name) = stack.as_str() {
            self.stack_named(name, stack.span);
        }
    }

    fn stack_named(&mut self, name: &str, span: Span) {
        let is_open = name.is_empty() || name.contains(['{', '$', '*']);
        let near = nearest(name, self.known.stacks.iter().map(String::as_str));
        let is_known = self.known.stacks.contains(name)
            || self.repo.may_be_lost(name)
            || self.known.doubtful.iter().any(|path| names::fits(name, path, &self.known.stacks));
        // a name that is not known yet may be a little like another
        let is_wrong = self.known.is_complete || near.is_some_and(|near| is_slip(name, near));
        if !is_open && !is_known && is_wrong && !self.known.stacks.is_empty() {
            let near = near.map(|near| format!("did you mean `{near}`?"));
            let message = format!("no stack is called `{name}`");
            self.found.push(
                Diagnostic::new(&code::WORKFLOW_STACK, message, span)
                    .maybe_hint(near)
                    .hint("`gaia list stacks` shows all"),
            );
        }
    }

    /// Where the first step of a circle waits for one that comes later.
    fn forward(steps: &[Value], circle: &[&str]) -> Option<Span> {
        let place = |name: &str| steps.iter().position(|s| s.get("name").and_then(Value::as_str) == Some(name));
        let mut waiting: Vec<(usize, Span)> = circle
            .iter()
            .filter_map(|name| Some((place(name)?, steps[place(name)?].as_map()?)))
            .flat_map(|(at, step)| waits(step).into_iter().map(move |(next, span)| (at, next, span)))
            .filter(|(at, next, _)| circle.contains(next) && place(next).is_some_and(|later| later > *at))
            .map(|(at, _, span)| (at, span))
            .collect();
        waiting.sort_by_key(|(at, _)| *at);
        waiting.first().map(|(_, span)| *span)
    }

    /// Steps that wait for each other: told at the first that waits for a later one.
    fn circles(&mut self, steps: &[Value]) {
        let step = |name: &str| {
            steps.iter().filter_map(Value::as_map).find(|s| s.get("name").and_then(Value::as_str) == Some(name))
        };
        let mut told: FxHashSet<Vec<String>> = FxHashSet::default();
        for start in steps.iter().filter_map(|s| s.get("name")?.as_str()) {
            let mut way: Vec<&str> = vec![start];
            while let Some((next, span)) = way.last().and_then(|n| waits(step(n)?).into_iter().find(|(w, _)| w != n)) {
                if next == start {
                    let span = Self::forward(steps, &way).unwrap_or(span);
                    let mut names: Vec<String> = way.iter().map(|s| (*s).to_owned()).collect();
                    let chain = [way.as_slice(), &[start]].concat().join(" → ");
                    names.sort();
                    if told.insert(names) {
                        let message = format!("steps wait for each other in a circle: {chain}");
                        self.found
                            .push(Diagnostic::new(&code::STEP_CIRCULAR, message, span).hint("remove one of the waits"));
                    }
                    break;
                }
                if way.contains(&next) {
                    break;
                }
                way.push(next);
            }
        }
    }
}

/// The steps that a step waits for.
fn waits(step: &Map) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    for key in ["needs", "depends_on"] {
        match step.get(key) {
            Some(value) if value.as_str().is_some() => found.extend(value.as_str().map(|n| (n, value.span))),
            Some(value) => {
                let items = value.as_seq().unwrap_or_default();
                found.extend(items.iter().filter_map(|v| Some((v.as_str()?, v.span))));
            }
            None => {}
        }
    }
    found
}
