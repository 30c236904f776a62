//! The commands of steps: words of Atmos, and the stacks, components and workflows that they name.

use super::Check;
use crate::code;
use crate::text::{Span, did_you_mean, is_slip};
use crate::validate::diagnostic::Diagnostic;
use crate::value::Value;

/// Commands of Atmos that steps run.
const COMMANDS: [&str; 22] = [
    "atlantis",
    "auth",
    "aws",
    "config",
    "describe",
    "docs",
    "env",
    "git",
    "helm",
    "helmfile",
    "list",
    "packer",
    "pro",
    "profile",
    "stack",
    "terraform",
    "test",
    "toolchain",
    "validate",
    "vendor",
    "version",
    "workflow",
];

/// Commands below `terraform`.
const TERRAFORM: [&str; 29] = [
    "apply",
    "backend",
    "clean",
    "console",
    "deploy",
    "destroy",
    "fmt",
    "force-unlock",
    "generate",
    "get",
    "graph",
    "import",
    "init",
    "login",
    "logout",
    "metadata",
    "output",
    "plan",
    "plan-diff",
    "providers",
    "refresh",
    "shell",
    "show",
    "source",
    "state",
    "taint",
    "test",
    "untaint",
    "validate",
];

/// Commands below others, where they are few.
const BELOW: [(&str, &[&str]); 6] = [
    ("describe", &["affected", "component", "config", "dependents", "locals", "stacks", "workflows"]),
    (
        "list",
        &[
            "affected",
            "components",
            "instances",
            "locals",
            "metadata",
            "settings",
            "sources",
            "stacks",
            "values",
            "vars",
            "vendor",
            "workflows",
        ],
    ),
    ("helmfile", &["apply", "deploy", "destroy", "diff", "generate", "sync", "version"]),
    ("terraform", &TERRAFORM),
    ("validate", &["component", "editorconfig", "schema", "stacks"]),
    ("vendor", &["diff", "pull", "update"]),
];

/// Flags of Atmos that steps often give.
const FLAGS: [&str; 10] = [
    "--affected",
    "--all",
    "--components",
    "--dry-run",
    "--file",
    "--from-plan",
    "--query",
    "--skip-init",
    "--stack",
    "--upload-status",
];

/// Flags of Terraform that steps often give, without their dashes.
const TERRAFORM_FLAGS: [&str; 18] = [
    "auto-approve",
    "compact-warnings",
    "destroy",
    "detailed-exitcode",
    "input",
    "json",
    "lock",
    "lock-timeout",
    "migrate-state",
    "no-color",
    "parallelism",
    "reconfigure",
    "refresh",
    "refresh-only",
    "replace",
    "target",
    "upgrade",
    "var-file",
];

/// Actions whose next word is a component.
const ACTIONS: [&str; 9] = ["plan", "apply", "deploy", "destroy", "init", "validate", "output", "sync", "diff"];

impl Check<'_> {
    /// `terraform plan COMPONENT -s STACK`: the command, the stack and the component.
    pub(super) fn command(&mut self, command: &Value, kind: Option<&str>) {
        let Some(text) = command.as_str() else { return };
        if text.contains('\n') {
            if kind == Some("shell") {
                self.quotes(command, text);
            }
            return;
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        if kind == Some("shell") {
            self.quotes(command, text);
            // a line of the shell may do anything before and behind it
            let is_plain = words.first() == Some(&"atmos") && !text.contains(['|', ';', '&', '>', '<', '$', '`']);
            if !is_plain {
                return;
            }
        } else if matches!(kind, None | Some("atmos")) && words.first() == Some(&"atmos") {
            let message = "the step runs `atmos atmos …`: its type says already who runs the command";
            self.found.push(
                Diagnostic::new(&code::STEP_COMMAND, message, self.repo.word(command.span, "atmos"))
                    .hint("leave the word out, or write `type: shell`"),
            );
        }
        self.flags(&words, command.span);
        let words: Vec<&str> = words.into_iter().skip_while(|w| *w == "atmos").collect();
        self.misspelt(&words, command.span);
        self.workflow_named(&words, command.span);
        let [first, second, component, ..] = words[..] else { return };
        let names = match (first, second) {
            ("terraform" | "helmfile", action) => ACTIONS.contains(&action),
            ("describe" | "validate", "component") | ("describe", "dependents") => true,
            _ => false,
        };
        if matches!(second, "plan" | "apply" | "deploy" | "destroy") && self.known.bases.contains(component) {
            let message = format!("`{component}` is abstract: Atmos refuses to run it");
            let base = Diagnostic::new(&code::WORKFLOW_COMPONENT, message, self.repo.word(command.span, component));
            self.found.push(base.hint("name a component that inherits from it"));
        }
        let is_open = component.starts_with('-') || component.contains(['{', '$', '"', '\'', '*']);
        if names
            && !is_open
            && (self.known.is_complete || self.known.components.iter().any(|known| is_slip(component, known)))
            && !self.known.components.contains(component)
            && !self.repo.may_be_lost(component)
        {
            let message = format!("no stack has a component `{component}`");
            self.found.push(
                Diagnostic::new(&code::WORKFLOW_COMPONENT, message, self.repo.word(command.span, component))
                    .maybe_hint(did_you_mean(component, self.known.components.iter().map(String::as_str))),
            );
        }
    }

    /// The stacks that flags name, and flags that are nearly known ones.
    fn flags(&mut self, words: &[&str], span: Span) {
        for name in words.iter().filter_map(|w| w.strip_prefix("--stack=").or_else(|| w.strip_prefix("-s="))) {
            let name = name.trim_matches(['"', '\'']);
            self.stack_named(name, self.repo.word(span, name));
        }
        for pair in words.windows(2).filter(|p| matches!(p[0], "-s" | "--stack")) {
            let name = pair[1].trim_matches(['"', '\'']);
            self.stack_named(name, self.repo.word(span, name));
        }
        // behind `--` stands what another program reads
        for word in words.iter().take_while(|w| **w != "--").filter(|w| w.starts_with('-')) {
            let flag = word.split('=').next().unwrap_or_default();
            if self.terraform_flag(flag, span) {
                continue;
            }
            let meant =
                FLAGS.into_iter().filter(|_| !FLAGS.contains(&flag)).find(|f| flag.len() > 4 && is_slip(flag, f));
            if let Some(meant) = meant {
                let message = format!("`{flag}` is no flag of Atmos");
                self.found.push(
                    Diagnostic::new(&code::STEP_COMMAND, message, self.repo.word(span, flag))
                        .hint(format!("did you mean `{meant}`?")),
                );
            }
        }
    }

    /// Whether a flag is nearly one of Terraform's, which take one dash or two.
    fn terraform_flag(&mut self, flag: &str, span: Span) -> bool {
        let name = flag.trim_start_matches('-');
        if TERRAFORM_FLAGS.contains(&name) || FLAGS.contains(&flag) {
            return false;
        }
        let meant = TERRAFORM_FLAGS.into_iter().find(|known| known.len() > 5 && is_slip(name, known));
        if let Some(meant) = meant {
            let message = format!("`{flag}` is no flag of Terraform");
            self.found.push(
                Diagnostic::new(&code::STEP_COMMAND, message, self.repo.word(span, flag))
                    .hint(format!("did you mean `-{meant}`?")),
            );
        }
        meant.is_some()
    }

    /// A quote that a command of the shell does not close.
    fn quotes(&mut self, command: &Value, text: &str) {
        let mut open: Option<char> = None;
        let mut escaped = false;
        // the first line that leaves a text open
        let (mut line, mut left_open) = (0, None);
        for c in text.chars() {
            if c == '\n' {
                left_open = left_open.or_else(|| open.and(Some(line)));
                line += 1;
            }
            match (open, c) {
                _ if escaped => escaped = false,
                (None | Some('"'), '\\') => escaped = true,
                (Some(quote), c) if c == quote => open = None,
                (None, '"' | '\'') => open = Some(c),
                // what is behind it is a comment, or a text of its own
                (None, '#' | '<') => return,
                _ => {}
            }
        }
        if let Some(quote) = open {
            let message = format!("the shell finds no end of the text that begins with {quote}");
            let written = text.lines().nth(left_open.unwrap_or(line)).unwrap_or_default().trim();
            let place = self.repo.word(command.span, written);
            self.found
                .push(Diagnostic::new(&code::STEP_COMMAND, message, place).hint(format!("close it with {quote}")));
        }
    }

    /// A command, or one below it, that is nearly one that there is.
    pub(super) fn misspelt(&mut self, words: &[&str], span: Span) {
        let config = &self.repo.engine.workspace().config;
        let own: Vec<&str> = config
            .get("commands")
            .and_then(Value::as_seq)
            .unwrap_or_default()
            .iter()
            .filter_map(|command| command.get("name")?.as_str())
            .collect();
        let [first, rest @ ..] = words else { return };
        let below = BELOW.iter().find(|(name, _)| name == first).map(|(_, known)| *known);
        for (word, known) in [(*first, &COMMANDS[..])].into_iter().chain(rest.first().copied().zip(below)) {
            if known.contains(&word) || own.contains(&word) {
                continue;
            }
            if let Some(meant) = known.iter().find(|k| is_slip(word, k)) {
                let message = format!("`{word}` is no command of Atmos");
                self.found.push(
                    Diagnostic::new(&code::STEP_COMMAND, message, self.repo.word(span, word))
                        .hint(format!("did you mean `{meant}`?")),
                );
            }
        }
    }

    /// `workflow NAME -f FILE`: both are there.
    fn workflow_named(&mut self, words: &[&str], span: Span) {
        let ["workflow", name, rest @ ..] = words else { return };
        let file = rest.windows(2).find(|p| matches!(p[0], "-f" | "--file")).map(|p| p[1]);
        let is_open = |word: &str| word.starts_with('-') || word.contains(['{', '$', '"', '\'']);
        if is_open(name) || file.is_some_and(is_open) {
            return;
        }
        let dir = &self.repo.engine.workspace().settings.workflows_dir;
        let shown = |path: &std::path::Path| {
            path.strip_prefix(dir).unwrap_or(path).with_extension("").to_string_lossy().into_owned()
        };
        let files: Vec<(String, &Vec<String>)> = self.names.iter().map(|(path, names)| (shown(path), names)).collect();
        let file = file.map(|f| f.trim_end_matches(".yaml").trim_end_matches(".yml"));
        if let Some(file) = file.filter(|file| !files.iter().any(|(known, _)| known == file)) {
            let diagnostic = Diagnostic::new(
                &code::STEP_COMMAND,
                format!("there is no file `{file}` of workflows"),
                self.repo.word(span, file),
            );
            let hint = did_you_mean(file, files.iter().map(|(known, _)| known.as_str()));
            self.found.push(diagnostic.maybe_hint(hint));
            return;
        }
        let known: Vec<&str> = files
            .iter()
            .filter(|(known, _)| file.is_none_or(|file| file == known))
            .flat_map(|(_, names)| names.iter().map(String::as_str))
            .collect();
        if !known.contains(name) {
            let message = format!("there is no workflow `{name}`");
            let diagnostic = Diagnostic::new(&code::STEP_COMMAND, message, self.repo.word(span, name));
            let hint = did_you_mean(name, known);
            self.found.push(diagnostic.maybe_hint(hint));
        }
    }
}
