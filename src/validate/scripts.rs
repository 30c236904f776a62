//! Scripts of workflows, of both dialects: faults that nobody sees until they run.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::usage;
use crate::code::{self, Code};
use crate::text::{Span, did_you_mean};
use crate::value::Value;
use crate::workflow::script::{Command, Event, Form, Link, Script};
use crate::workflow::{Step, Workflow, is_old, old_cli};
use rustc_hash::FxHashSet;

/// Programs whose failure means that something is wrong.
const CHECKS: [&str; 8] = ["gaia", "conftest", "checkov", "tfsec", "tflint", "trivy", "opa", "kubeconform"];
/// Options whose value is a file of the repository.
const FILES: [&str; 4] = ["--policy", "--config-file", "--schema", "--rules"];
/// Arguments that approve.
const APPROVALS: [&str; 4] = ["auto_approve", "approve", "approved", "confirm"];

/// A step with its script.
pub(super) struct Scripted<'a> {
    pub(super) step: Step<'a>,
    pub(super) script: Script,
}

/// Checks the scripts of workflows, and what they are called.
pub(super) fn check(repo: &Repo, workflows: &[Workflow]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for workflow in workflows {
        let steps: Vec<Scripted> =
            workflow.scripts().map(|step| Scripted { step, script: Script::of(step.text()) }).collect();
        let mut check = Check { repo, workflows, workflow, steps: &steps, found: Vec::new() };
        for scripted in &steps {
            check.expansions(scripted);
            check.commands(scripted);
            check.loops(scripted);
        }
        check.plans();
        check.approval();
        usage::times(&mut check);
        usage::arguments(&mut check);
        check.name();
        found.append(&mut check.found);
    }
    found
}

pub(super) struct Check<'a> {
    repo: &'a Repo,
    workflows: &'a [Workflow],
    pub(super) workflow: &'a Workflow,
    pub(super) steps: &'a [Scripted<'a>],
    found: Vec<Diagnostic>,
}

impl Check<'_> {
    pub(super) fn tell(
        &mut self,
        code: &'static Code,
        scripted: &Scripted<'_>,
        at: usize,
        length: usize,
        message: String,
    ) -> &mut Diagnostic {
        let span = place(self.repo, scripted.step.command, at, length);
        self.found.push(Diagnostic::new(code, message, span));
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    fn expansions(&mut self, scripted: &Scripted<'_>) {
        for read in scripted.script.reads() {
            let Form::Alternative(word) = &read.form else { continue };
            let (name, inner) = (&read.name, word.trim_matches('"'));
            let is_quoted = inner.len() < word.len();
            match inner.split_once(' ') {
                Some((option, value)) if is_quoted && option.starts_with('-') => {
                    let message = format!("`{inner}` reaches the program as one word");
                    let hint = format!("write `${{{name}:+{option} \"{value}\"}}`");
                    self.tell(&code::SCRIPT_ONE_WORD, scripted, read.at.start, read.at.len(), message).hints.push(hint);
                }
                None if inner.starts_with("--") && !inner.contains(['=', '$']) => {
                    let message = format!("`{name}=false` gives `{inner}` too");
                    let hint = format!("compare the value: `[ \"${{{name}:-false}}\" = true ]`");
                    self.tell(&code::SCRIPT_SWITCH, scripted, read.at.start, read.at.len(), message).hints.push(hint);
                }
                _ => {}
            }
        }
    }

    fn commands(&mut self, scripted: &Scripted<'_>) {
        let commands: Vec<&Command> = scripted.script.commands().collect();
        for (number, command) in commands.iter().enumerate() {
            let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
            let at = command.words[0].at;
            match words[..] {
                ["echo" | "true" | ":", ..] if command.link == Link::Or && command.depth == 0 => {
                    self.ignored(scripted, &commands[..number]);
                }
                ["aws", "s3api", "delete-bucket", ..] if !scripted.step.text().contains("object-version") => {
                    let message = "S3 refuses to delete a bucket whose objects have versions".to_owned();
                    self.tell(&code::BUCKET_VERSIONS, scripted, at, "aws s3api delete-bucket".len(), message);
                }
                ["gaia", "workflow", "run", name, ..] | ["gaia" | "atmos", "workflow", name, ..] => {
                    self.call(scripted, command, name.trim_matches(['"', '\'']));
                }
                ["gaia", ref rest @ ..] => {
                    if let Some(dropped) = old_cli::find(rest) {
                        let gone = format!("gaia {}", dropped.words.join(" "));
                        let message = format!("there is no `{gone}` any more");
                        let hint = format!("instead: {}", dropped.instead);
                        self.tell(&code::COMMAND_GONE, scripted, at, gone.len(), message).hints.push(hint);
                    }
                }
                _ => {}
            }
            self.files(scripted, command);
        }
    }

    /// `check || echo …`
    fn ignored(&mut self, scripted: &Scripted<'_>, before: &[&Command]) {
        let mut pipeline = before.iter().rev().filter(|command| command.depth == 0);
        let first = loop {
            match pipeline.next() {
                Some(command) if command.link == Link::Pipe => {}
                other => break other,
            }
        };
        let Some(first) = first else { return };
        let words: Vec<&str> = first.words.iter().map(|word| word.text.as_str()).collect();
        let checks = CHECKS.contains(&words[0]) || matches!(words[..], ["atmos", "validate" | "workflow", ..]);
        if checks {
            let message = format!("whatever `{}` finds, the step goes on", words[..words.len().min(3)].join(" "));
            self.tell(&code::SCRIPT_NEVER_FAILS, scripted, first.words[0].at, words[0].len(), message)
                .hints
                .push("without `|| …` its failure is the step's".to_owned());
        }
    }

    /// A workflow that a step runs: itself, or one with arguments that Atmos refuses.
    fn call(&mut self, scripted: &Scripted<'_>, command: &Command, name: &str) {
        let (at, length) = (command.words[0].at, command.words[0].text.len());
        let is_known = self.workflows.iter().any(|workflow| self.is_named(workflow, name));
        let names_one = command.words[0].text == "atmos" || command.words.get(2).is_some_and(|word| word.text == "run");
        if !is_known && names_one && !name.starts_with('-') && !name.contains('$') {
            let message = format!("no workflow is called `{name}`");
            let hint = did_you_mean(name, self.workflows.iter().map(|workflow| workflow.name.as_str()));
            let found = self.tell(&code::WORKFLOW_NAME, scripted, at, length, message);
            found.severity = code::Severity::Warning;
            found.hints.extend(hint);
        }
        if self.reaches(name) {
            let message = format!("`{name}` runs this workflow again");
            self.tell(&code::WORKFLOW_RECURSION, scripted, at, length, message)
                .hints
                .push("call the command that does the work; inside a workflow gaia runs its own".to_owned());
        }
        let argument = command.words.iter().find(|word| !word.text.starts_with('-') && word.text.contains('='));
        if let Some(word) = argument.filter(|_| command.words[0].text == "atmos") {
            let message = "Atmos takes no arguments after the name of a workflow".to_owned();
            self.tell(&code::STEP_COMMAND, scripted, word.at, word.text.len(), message)
                .hints
                .push("write `gaia workflow run NAME name=value`, or set variables before the command".to_owned());
        }
    }

    /// Whether a name means a workflow: its own, or that of a file which holds it alone.
    fn is_named(&self, workflow: &Workflow, name: &str) -> bool {
        let is_alone = || self.workflows.iter().filter(|other| other.file == workflow.file).count() == 1;
        workflow.name == name || workflow.stem() == name && is_alone()
    }

    /// Whether a name means this workflow, or one that runs it.
    fn reaches(&self, name: &str) -> bool {
        let mut seen: FxHashSet<String> = FxHashSet::default();
        let mut open = vec![name.to_owned()];
        while let Some(name) = open.pop() {
            if !seen.insert(name.clone()) {
                continue;
            }
            for workflow in self.workflows.iter().filter(|workflow| self.is_named(workflow, &name)) {
                if std::ptr::eq(workflow, self.workflow) {
                    return true;
                }
                let scripts: Vec<Script> = workflow.scripts().map(|step| Script::of(step.text())).collect();
                for command in scripts.iter().flat_map(Script::commands) {
                    let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
                    if let ["gaia", "workflow", "run", name, ..] | ["gaia" | "atmos", "workflow", name, ..] = words[..]
                    {
                        open.push(name.to_owned());
                    }
                }
            }
        }
        false
    }

    /// Files of the repository that are not there.
    fn files(&mut self, scripted: &Scripted<'_>, command: &Command) {
        let after_option =
            command.words.windows(2).filter(|pair| FILES.contains(&pair[0].text.as_str())).map(|pair| &pair[1]);
        let program = command.words.first().filter(|word| word.text.starts_with("./"));
        for word in after_option.chain(program) {
            let Some(path) = word.plain().filter(|path| !path.is_empty() && !path.contains(':')) else { continue };
            if !self.repo.engine.workspace().root.join(&path).exists() {
                let message = format!("there is no `{path}`");
                self.tell(&code::SCRIPT_FILE, scripted, word.at, word.text.len(), message);
            }
        }
    }

    /// Components that are applied in the order of a list.
    fn loops(&mut self, scripted: &Scripted<'_>) {
        let text = scripted.step.text();
        let listed: Vec<&str> = scripted
            .script
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Set(name, at) => Some((name, &text[*at..])),
                Event::Read(_) | Event::Command(_) => None,
            })
            .filter(|(_, rest)| rest.lines().next().is_some_and(|line| line.contains("list components")))
            .map(|(name, _)| name.as_str())
            .collect();
        let mut over: Vec<&str> = Vec::new();
        for command in scripted.script.commands() {
            let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
            if let ["for", each, "in", ref lists @ ..] = words[..] {
                let is_listed = |word: &&str| {
                    let name = word.trim_matches(['"', '$', '{', '}']);
                    listed.contains(&name) || word.contains("list components")
                };
                if lists.iter().any(is_listed) {
                    over.push(each);
                }
            } else if let Some(("apply" | "destroy" | "deploy", component)) = terraform(&words)
                && over.contains(&component.trim_matches(['"', '$', '{', '}']))
            {
                let message = format!("components are {} in the order of their names", past(words[2]));
                self.tell(&code::APPLY_UNORDERED, scripted, command.words[0].at, words[0].len(), message)
                    .hints
                    .push(format!("`gaia {} --all -s STACK` goes by their dependencies", words[2]));
                return;
            }
        }
    }

    /// Plans that are saved, and not applied.
    fn plans(&mut self) {
        let saved = self.steps.iter().find(|scripted| {
            scripted.script.commands().any(|command| {
                let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
                terraform(&words).is_some_and(|(action, _)| action == "plan") && words.iter().any(|w| is_out(w))
            })
        });
        let Some(saved) = saved else { return };
        for scripted in self.steps {
            let applied = scripted.script.commands().find(|command| {
                let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
                let uses_plan = words.iter().skip(2).any(|word| word.to_lowercase().contains("plan"));
                terraform(&words).is_some_and(|(action, _)| action == "apply") && !uses_plan
            });
            if let Some(command) = applied {
                let (at, length) = (command.words[0].at, command.words[0].text.len());
                let message =
                    format!("this plans anew: what the step `{}` saved for review is not applied", saved.step.name);
                self.tell(&code::PLAN_UNUSED, scripted, at, length, message)
                    .hints
                    .push("`gaia apply` applies the plans that it shows".to_owned());
                return;
            }
        }
    }

    /// A workflow that changes nothing without approval, and ends well.
    fn approval(&mut self) {
        let changes = |scripted: &Scripted<'_>| {
            scripted.script.commands().any(|command| {
                let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
                matches!(terraform(&words), Some(("apply" | "destroy" | "deploy", _)))
            })
        };
        if !self.steps.iter().any(changes) {
            return;
        }
        for scripted in self.steps {
            let text = scripted.step.text();
            let asks = |command: &Command| {
                matches!(command.words[0].text.as_str(), "[" | "[[" | "test")
                    && command.words.iter().any(|word| {
                        let name = word.text.to_lowercase();
                        name.contains('$') && APPROVALS.iter().any(|approval| name.contains(approval))
                    })
            };
            let mut asked = false;
            for command in scripted.script.commands() {
                let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
                match words[..] {
                    _ if asks(command) => asked = true,
                    ["[" | "[[" | "test", ..] => asked = false,
                    ["exit", "0"] if asked && text[..command.words[0].at].contains("if ") => {
                        let message =
                            "without approval the workflow ends well here, and has changed nothing".to_owned();
                        self.tell(&code::SCRIPT_STOPS, scripted, command.words[0].at, "exit 0".len(), message)
                            .hints
                            .push("end with another exit code".to_owned());
                        return;
                    }
                    _ => {}
                }
            }
        }
    }

    /// What callers of the dialect say, and what Atmos knows.
    fn name(&mut self) {
        let of_file = |w: &&Workflow| w.file == self.workflow.file;
        if !self.workflow.written().iter().any(is_old) {
            return;
        }
        let Some(first) = self.steps.first() else { return };
        let (name, stem) = (&self.workflow.name, self.workflow.stem());
        let span = first.step.command.span;
        let others = self.workflows.iter().filter(|w| w.name == *name && w.file != self.workflow.file);
        let others: Vec<&str> = others.map(|w| w.file.as_str()).collect();
        let message = if !others.is_empty() {
            format!("`{name}` is the name of workflows in {} too", others.join(", "))
        } else if self.workflows.iter().filter(of_file).count() == 1 && name != stem {
            format!("callers say `{stem}`, the workflow is called `{name}`")
        } else {
            return;
        };
        let place = self.repo.engine.workspace().sources.get(span.source).and_then(|source| {
            let at = source.text.find(&format!("\n  {name}:"))? + 3;
            Some(Span::new(span.source, at, at + name.len()))
        });
        self.found.push(
            Diagnostic::new(&code::WORKFLOW_NAME, message, place.unwrap_or(span))
                .hint("`gaia workflow convert` names it after its file where it stands alone there"),
        );
    }
}

/// `atmos terraform ACTION COMPONENT`
fn terraform<'a>(words: &[&'a str]) -> Option<(&'a str, &'a str)> {
    match words {
        ["atmos" | "gaia", "terraform", action, component, ..] => Some((action, component)),
        _ => None,
    }
}

fn is_out(word: &str) -> bool {
    word.starts_with("-out") || word.starts_with("--out")
}

fn past(action: &str) -> &'static str {
    match action {
        "destroy" => "destroyed",
        _ => "applied",
    }
}

/// The place in the file of a piece of a script.
fn place(repo: &Repo, command: &Value, at: usize, length: usize) -> Span {
    let Some(source) = repo.engine.workspace().sources.get(command.span.source) else { return command.span };
    let script = command.as_str().unwrap_or_default();
    let start = script[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = script[start..].lines().next().unwrap_or_default();
    let before = script[..start].lines().filter(|other| *other == line).count();
    let from = command.span.start as usize;
    let mut offset = from;
    let mut left = before;
    for text in source.text[from..].split_inclusive('\n') {
        let bare = text.trim_end_matches(['\n', '\r']);
        if bare.trim_start() == line.trim_start() {
            if left == 0 {
                let indent = |line: &str| line.len() - line.trim_start().len();
                let begin = offset + indent(bare) + (at - start).saturating_sub(indent(line));
                let end = (begin + length).min(offset + bare.len()).max(begin);
                return Span::new(command.span.source, begin, end);
            }
            left -= 1;
        }
        offset += text.len();
    }
    // a script on one line, in quotes or not
    let piece = &script[at..(at + length).min(script.len())];
    repo.word(command.span, piece.lines().next().unwrap_or_default())
}
