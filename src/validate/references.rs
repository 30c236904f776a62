//! What templates and YAML functions of components refer to: values, components, stacks, outputs.

use super::dependencies::Index;
use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stacks::{Subject, Summary};
use super::{calls, marks, retyped, scalars, unread};
use crate::code;
use crate::external::args;
use crate::text::{Span, did_you_mean, is_slip};
use crate::value::{Data, Map, Value};
use rustc_hash::FxHashSet;

/// A component's output that a function reads.
pub(super) struct Reference {
    /// The function's tag, or its name in templates.
    pub(super) tag: String,
    pub(super) component: String,
    /// The stack that it names; otherwise the one that it stands in.
    pub(super) stack: Option<String>,
    pub(super) own_stack: String,
    /// The output, where the function names one and nothing else.
    pub(super) output: Option<String>,
    /// The var of the component that a template reads.
    pub(super) variable: Option<String>,
    pub(super) span: Span,
}

/// The sections whose templates are rendered with the component, and whose functions are run.
const SECTIONS: [&str; 11] = [
    "vars",
    "settings",
    "env",
    "backend",
    "providers",
    "overrides",
    "hooks",
    "metadata",
    "dependencies",
    "generate",
    "source",
];

/// The sections that templates refer to; other roots are computed, and not known here.
const ROOTS: [&str; 5] = ["vars", "settings", "env", "locals", "metadata"];

/// Further roots that a misspelt one may mean.
const COMPUTED: [&str; 9] = [
    "atmos_component",
    "atmos_manifest",
    "atmos_stack",
    "atmos_stack_file",
    "backend",
    "component",
    "inheritance",
    "stack",
    "workspace",
];

/// Looks through the values of a merged component.
pub(super) fn check(subject: &Subject<'_>, summary: &mut Summary) {
    if subject.component.is_abstract() {
        return;
    }
    let mut walk = Walk { subject, summary, used: FxHashSet::default() };
    for section in SECTIONS {
        if let Some(value) = subject.component.section(section) {
            walk.value(value);
        }
    }
    if let Some(locals) = subject.component.section("locals").and_then(Value::as_map) {
        walk.own_locals(locals);
    }
    let used = std::mem::take(&mut walk.used);
    walk.summary.variables.named_by_templates(used);
}

struct Walk<'a, 'b> {
    subject: &'a Subject<'b>,
    summary: &'a mut Summary,
    /// The vars that templates name.
    used: FxHashSet<String>,
}

impl Walk<'_, '_> {
    fn value(&mut self, value: &Value) {
        match &value.data {
            Data::Map(map) => {
                for (key, value) in map.iter() {
                    if key.name.contains(self.subject.repo.engine.left_delimiter()) {
                        self.template(&key.name, key.span);
                    }
                    self.value(value);
                }
            }
            Data::Seq(items) => items.iter().for_each(|v| self.value(v)),
            Data::Str(text) => {
                if text.starts_with('!') && !text.contains("{{") {
                    self.function(text, value.span);
                }
                if text.contains(self.subject.repo.engine.left_delimiter()) {
                    self.template(text, value.span);
                }
            }
            _ => {}
        }
    }

    /// What the locals of a component ask for: each other, or those of their file.
    fn own_locals(&mut self, locals: &Map) {
        let repo = self.subject.repo;
        for value in locals.values().filter(|v| v.as_str().is_some_and(|t| t.contains("{{"))) {
            let Ok(template) = repo.engine.parse_template(value.as_str().unwrap_or_default(), false) else { continue };
            for reference in template.references().iter().filter(|r| !r.guarded && !r.optional) {
                let [root, name, ..] = &reference.path[..] else { continue };
                let manifest = repo.source_manifest(value.span).map(|m| &m.value);
                let kind = &*self.subject.component.kind;
                let of_file = [manifest, manifest.and_then(|m| m.get(kind))];
                let of_file = || of_file.into_iter().flatten().filter_map(|m| m.get("locals")?.as_map());
                let is_known = locals.contains(name) || of_file().any(|of_file| of_file.contains(name));
                if root != "locals" || is_known || repo.may_be_lost(name) {
                    continue;
                }
                let known = locals.names().chain(of_file().flat_map(Map::names));
                let place = repo.word(value.span, &format!(".locals.{name}"));
                let unknown = Diagnostic::new(&code::LOCAL_UNKNOWN, format!("no local `{name}` is known here"), place);
                self.summary.found.push(unknown.maybe_hint(did_you_mean(name, known)));
            }
        }
    }

    fn function(&mut self, text: &str, span: Span) {
        let Some((tag, arguments)) = args::split_tag(text) else { return };
        let reference = match tag {
            "!terraform.state" | "!terraform.output" => {
                let Ok(asked) = args::Terraform::parse(arguments) else { return };
                let output = asked.plain_output().map(str::to_owned);
                (asked.component, asked.stack, output)
            }
            "!store" => {
                let Ok(asked) = args::Store::parse(arguments) else { return };
                (asked.component, asked.stack, None)
            }
            _ => return,
        };
        let (component, stack, output) = reference;
        self.summary.references.push(Reference {
            tag: tag.to_owned(),
            component,
            stack,
            own_stack: self.subject.stack.to_owned(),
            output,
            variable: None,
            span,
        });
    }

    fn template(&mut self, text: &str, span: Span) {
        let engine = &self.subject.repo.engine;
        let Ok(template) = engine.parse_template(text, false) else {
            // what does not parse may use anything
            self.used.extend(words(text));
            return;
        };
        let references = template.references();
        // a dot that goes into a function as a whole hands everything on
        self.used.extend(words(text));
        let sections = &self.subject.component.sections;
        for root in references.iter().filter(|r| !r.optional && engine.renders_templates()) {
            self.misspelt_root(&root.path, span);
        }
        let known: Vec<_> =
            references.iter().filter(|r| r.path.first().is_some_and(|p| ROOTS.contains(&p.as_str()))).collect();
        if !engine.renders_templates() {
            if let Some(first) = known.first() {
                let message = format!("templates are off: `.{}` stays as it is", first.path.join("."));
                let place = self.subject.repo.word(span, &format!(".{}", first.path.join(".")));
                self.summary.found.push(
                    Diagnostic::new(&code::TEMPLATES_OFF, message, place)
                        .hint("set `templates.settings.enabled: true` in atmos.yaml"),
                );
            }
            return;
        }
        let called = calls::check(self.subject, &template, text, span, &mut self.summary.found);
        self.summary.references.extend(called);
        for reference in known {
            let path = reference.path.iter().map(String::as_str);
            match sections.dig(path) {
                Some(value) => self.leftover(value, &reference.path.join("."), span),
                None if self.field_of_text(&reference.path, span) => {}
                None => self.missing(reference, text, span),
            }
        }
        if let Some(error) = engine.trial(&template, text, sections) {
            let place = scalars::place(self.subject.repo, text, span, error.offset);
            let message = format!("the template cannot be rendered: {}", error.message);
            self.summary.found.push(Diagnostic::new(&code::TEMPLATE_FAILED, message, place));
            return;
        }
        retyped::check(self.subject, text, span, &references, &mut self.summary.found);
    }

    /// A root that is nearly one that there is.
    fn misspelt_root(&mut self, path: &[String], span: Span) {
        let Some(root) = path.first().filter(|root| self.subject.component.sections.get(root).is_none()) else {
            return;
        };
        let known = || ROOTS.into_iter().chain(COMPUTED);
        let Some(meant) = known().find(|known| is_slip(root, known)).filter(|_| known().all(|known| known != root))
        else {
            return;
        };
        let place = self.subject.repo.word(span, &format!(".{root}"));
        let message = format!("`.{}` is not set: Atmos writes `<no value>`", path.join("."));
        self.summary
            .found
            .push(Diagnostic::new(&code::TEMPLATE_MISSING, message, place).hint(format!("did you mean `.{meant}`?")));
    }

    /// A field of a text, which Atmos refuses, and says so.
    fn field_of_text(&mut self, path: &[String], span: Span) -> bool {
        let mut at = &self.subject.component.sections;
        for (depth, name) in path.iter().enumerate() {
            if let Some(text) = at.as_str().filter(|t| !marks::is_open(t)) {
                let (whole, upper) = (path.join("."), path[..depth].join("."));
                let message = format!("`.{upper}` is the text `{text}` and has no field `{name}`");
                let place = self.subject.repo.word(span, &format!(".{whole}"));
                self.summary
                    .found
                    .push(Diagnostic::new(&code::TEMPLATE_FAILED, message, place).hint(format!("refer to `.{upper}`")));
                return true;
            }
            match at.get(name) {
                Some(next) => at = next,
                None => return false,
            }
        }
        false
    }

    /// A value that is a template itself stays one, with one evaluation.
    fn leftover(&mut self, value: &Value, path: &str, span: Span) {
        let engine = &self.subject.repo.engine;
        if engine.evaluations() > 1 {
            return;
        }
        if value.as_str().is_some_and(|t| t.contains(engine.left_delimiter())) {
            let place = self.subject.repo.word(span, &format!(".{path}"));
            self.summary.found.push(
                Diagnostic::new(&code::TEMPLATE_LEFT, format!("`.{path}` is a template itself, and stays one"), place)
                    .related("its value stands here", value.span)
                    .hint("refer to what it refers to, or raise `templates.settings.evaluations`"),
            );
        }
    }

    /// A value that is not there. What goes into a function may be absent; only what is nearly there is told then.
    fn missing(&mut self, reference: &crate::template::Reference, text: &str, span: Span) {
        let (path, offset) = (&reference.path, reference.offset);
        let repo = self.subject.repo;
        let sections = &self.subject.component.sections;
        // the first name that is not there is the wrong one
        let mut at = sections;
        let mut index = 0;
        while let Some(next) = path.get(index).and_then(|p| at.get(p)) {
            at = next;
            index += 1;
        }
        if at.as_str().is_some_and(marks::is_open) {
            return;
        }
        let written = format!(".{}", path.join("."));
        let place = repo.word(span, &written);
        let place = if place == span { scalars::place(repo, text, span, offset) } else { place };
        let names = at.as_map().into_iter().flat_map(Map::names);
        let wrong = path.get(index.max(1)).or(path.first()).map(String::as_str).unwrap_or_default();
        let names: Vec<&str> = names.collect();
        // one letter more is another name as often as a slip
        let is_plain_slip =
            |name: &&&str| is_slip(wrong, name) && !(wrong.starts_with(**name) || name.starts_with(wrong));
        if let Some(unread) = unread::check(repo, sections, path, span) {
            let is_alone = unread::is_alone(repo, &unread, path, wrong);
            self.summary.found.push(unread);
            if is_alone {
                return;
            }
        }
        let excused = if reference.optional {
            !names.iter().any(|name| is_plain_slip(&name))
        } else {
            reference.guarded && !names.iter().any(|name| is_slip(wrong, name))
        };
        if excused {
            return;
        }
        let hint = did_you_mean(wrong, names);
        let stack = &self.subject.component.stack;
        if hint.is_none() && (self.summary.incomplete || repo.losses.has_var(stack.files(), wrong))
            || repo.may_be_lost(wrong)
        {
            return;
        }
        // locals that are there were left unrendered because of another mistake in the file
        let own = repo.source_manifest(span).and_then(|m| m.value.dig(["locals", wrong]));
        if path[0] == "locals" && own.is_some() {
            return;
        }
        let diagnostic = if path[0] == "locals" {
            let message = format!("no local `{wrong}` is known here");
            Diagnostic::new(&code::LOCAL_UNKNOWN, message, place)
                .maybe_hint(hint)
                .hint("locals belong to the file that defines them; the vars of a component do not see its `locals`")
        } else {
            let message = format!("`{written}` is not set: Atmos writes `<no value>`");
            Diagnostic::new(&code::TEMPLATE_MISSING, message, place)
                .maybe_hint(hint.or_else(|| Some("set it, or give a default: `| default \"…\"`".to_owned())))
        };
        self.summary.found.push(diagnostic);
    }
}

/// Every word of a text that could be the name of a variable.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).map(str::to_owned)
}

/// The stacks, by number, that the functions of one read from.
pub(super) fn targets(index: &Index<'_>, summary: &Summary) -> Vec<usize> {
    let found = |r: &Reference| index.find(r.stack.as_deref().unwrap_or(&r.own_stack), &r.component);
    summary.references.iter().filter_map(found).map(|(s, _)| s).collect()
}

/// Looks up the components that functions read from.
pub(super) fn resolve(repo: &Repo, summaries: &[Summary]) -> Vec<Diagnostic> {
    let index = Index::new(summaries);
    let mut found = Vec::new();
    let mut told: FxHashSet<(Span, &str, Option<&str>)> = FxHashSet::default();
    for reference in summaries.iter().flat_map(|s| &s.references) {
        let read = reference.output.as_deref().or(reference.variable.as_deref());
        let key = (reference.span, reference.component.as_str(), read);
        if told.contains(&key) {
            continue;
        }
        let problem = problem(repo, &index, reference);
        if problem.is_some() {
            told.insert(key);
        }
        found.extend(problem);
    }
    found
}

fn problem(repo: &Repo, index: &Index<'_>, reference: &Reference) -> Option<Diagnostic> {
    let tag = &reference.tag;
    let stack = reference.stack.as_deref().unwrap_or(&reference.own_stack);
    if stack.is_empty() {
        return None;
    }
    if !index.has_stack(stack) {
        let near = did_you_mean(stack, index.stacks());
        if (near.is_none() && index.has_unnamed()) || repo.may_be_lost(stack) {
            return None;
        }
        let message = format!("`{tag}` names the stack `{stack}`, which does not exist");
        return Some(
            Diagnostic::new(&code::FUNCTION_REFERENCE, message, repo.word(reference.span, stack)).maybe_hint(near),
        );
    }
    if index.members(stack).is_empty() {
        return None;
    }
    let Some(at) = index.find(stack, &reference.component) else {
        let near = did_you_mean(&reference.component, index.names_of(stack));
        if (near.is_none() && index.is_incomplete(stack)) || repo.may_be_lost(&reference.component) {
            return None;
        }
        let message =
            format!("`{tag}` names the component `{}`, which the stack `{stack}` does not have", reference.component);
        return Some(
            Diagnostic::new(&code::FUNCTION_REFERENCE, message, repo.word(reference.span, &reference.component))
                .maybe_hint(near),
        );
    };
    let module = index.member(at).code.as_ref()?;
    if let Some(variable) = reference.variable.as_deref().filter(|name| !module.variables.contains_key(*name)) {
        // vars that the code does not declare may be set all the same
        let meant = module.variables.keys().find(|known| is_slip(variable, known))?;
        let message = format!("the code of `{}` declares no variable `{variable}`", reference.component);
        return Some(
            Diagnostic::new(&code::TEMPLATE_MISSING, message, repo.word(reference.span, &format!(".{variable}")))
                .hint(format!("did you mean `.{meant}`?")),
        );
    }
    let output = reference.output.as_deref().filter(|_| tag != "!store")?;
    // it may be declared in what could not be read
    let is_near = || module.outputs.keys().any(|known| is_slip(output, known));
    if module.outputs.contains_key(output) || !module.problems.is_empty() && !is_near() {
        return None;
    }
    let message = format!("the code of `{}` declares no output `{output}`", reference.component);
    Some(
        Diagnostic::new(&code::OUTPUT_UNKNOWN, message, repo.word(reference.span, output))
            .maybe_hint(did_you_mean(output, module.outputs.keys().map(String::as_str))),
    )
}
