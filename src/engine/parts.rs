//! The parts of one component, each of the type that it must have.
//!
//! Atmos merges every component before it answers about one, and refuses a repository in which any of them is wrong. Here
//! the parts of all are gathered, which finds what is wrong, and only those that the answer contains are merged.

use super::Engine;
use super::backend;
use super::component::{Component, merge_section};
use super::inert;
use super::inherit::{Bases, Heir, inherited_name, source_section, unknown_base};
use super::names::{NameRule, Naming};
use super::sections::{Kind, SECTIONS, VARS};
use super::stack::{Scope, Stack, list_strategy, map_section, text_section};
use crate::error::{Error, Result};
use crate::text::{Span, nearest};
use crate::value::merge::Rules;
use crate::value::{Key, Map, Value};
use std::sync::Arc;

/// What a component is merged of. Gathering it refuses all that merging would, but for what [`Parts::check`] knows.
pub(crate) struct Parts<'a> {
    pub engine: &'a Engine,
    pub stack: &'a Arc<Stack>,
    pub kind: Kind,
    pub name: &'a Arc<str>,
    pub own: &'a Value,
    pub overrides: Option<&'a Value>,
    pub scope: Arc<Scope>,
    pub bases: Arc<Bases>,
    /// The component whose code it runs.
    pub base_name: String,
    /// How its lists merge.
    pub rules: Rules,
}

impl<'a> Parts<'a> {
    /// Gathers the parts of a component.
    ///
    /// # Errors
    /// Sections of the wrong type, bases that are missing or circular.
    pub(crate) fn of(
        engine: &'a Engine,
        stack: &'a Arc<Stack>,
        kind: Kind,
        key: &'a Key,
        own: &'a Value,
        all: &'a Map,
    ) -> Result<Parts<'a>> {
        let name = &key.name;
        let whose = || format!("the component `{name}`");
        let scope = stack.scope(engine, kind)?;
        let overrides = map_section(own, "overrides", &whose)?;
        let own_settings = map_section(own, "settings", &whose)?;
        let override_settings = overrides.and_then(|o| o.get("settings"));
        check_types(own, overrides, kind, name)?;

        let lists = list_strategy(engine.rules(), [own_settings, override_settings])?;
        let heir = Heir { kind, name, file: &stack.file, all, rules: lists };
        let (bases, base_name) = bases(engine, &heir, own)?;
        let settings = [scope.section("settings"), bases.section("settings"), own_settings, override_settings];
        let rules = list_strategy(engine.rules(), settings)?;
        Ok(Parts { engine, stack, kind, name, own, overrides, scope, bases, base_name, rules })
    }

    /// The parts of one section, weakest first.
    pub(crate) fn section(&self, name: &str) -> [Option<&Value>; 4] {
        let over = self.overrides.and_then(|o| o.get(name));
        [self.scope.section(name), self.bases.section(name), self.own.get(name), over]
    }

    /// Refuses what only shows when the parts are merged.
    ///
    /// # Errors
    /// A backend type without its section, and what is wrong with secrets or Spacelift.
    pub(crate) fn check(&self) -> Result<()> {
        let sets = |section: &str| self.section(section).iter().any(Option::is_some);
        let spacelift = || self.section("settings").iter().flatten().any(|s| s.get("spacelift").is_some());
        if sets("secrets") || self.kind == Kind::Terraform && (spacelift() || !self.has_sound_backend()) {
            return self.merge().map(drop);
        }
        Ok(())
    }

    /// Whether the backend is only what the stack says, and that is right.
    fn has_sound_backend(&self) -> bool {
        !backend::KEYS.iter().any(|key| self.own.get(key).is_some())
            && !self.bases.sets_backend()
            && *self.scope.sound_backend.get_or_init(|| backend::is_sound(self.engine, &self.scope, &self.stack.file))
    }

    /// Whether neither templates nor YAML functions change the component, nor can fail: merging is all there is to do.
    pub(crate) fn is_inert(&self) -> bool {
        let left = &self.engine.settings.templates.left;
        self.engine.has_inert_config()
            && *self.scope.inert.get_or_init(|| inert::are_inert(self.scope.values(), self.scope.texts(), left))
            && *self.bases.inert.get_or_init(|| inert::are_inert(self.bases.values(), self.bases.texts(), left))
            && inert::is_inert(self.own, left)
            && [self.name, &self.stack.file].iter().all(|name| inert::is_inert_text(name, left))
            && self.section("settings").iter().flatten().all(|s| inert::has_plain_settings(s))
            && self.metadata().iter().all(|m| m.get("terraform_workspace_template").is_none())
    }

    /// Whether `metadata.type` is `abstract`: neither a stack nor a base can say so.
    pub(crate) fn is_abstract(&self) -> bool {
        self.own.dig(["metadata", "type"]).and_then(Value::as_str) == Some("abstract")
    }

    fn metadata(&self) -> [&Value; 3] {
        [&self.scope.metadata, &self.bases.metadata, self.own.get("metadata").unwrap_or(&Value::NULL)]
    }

    /// The name of the stack that the component is in; of its vars only those are merged that names are made of.
    ///
    /// # Errors
    /// As the rule has it.
    pub(crate) fn stack_name(&self, rule: NameRule) -> Result<Arc<str>> {
        let named = |sections: &Value| {
            let naming = Naming { file: &self.stack.file, manifest_name: self.stack.manifest_name(), sections };
            self.engine.stack_name_by(rule, &naming).map(Arc::from)
        };
        if let Some(name) = self.stack.manifest_name().filter(|_| rule != NameRule::Validated) {
            return Ok(name.into());
        }
        let Some(vars) = self.engine.name_vars() else { return named(&self.merge()?.sections) };
        let [scope, nearer @ ..] = self.section("vars");
        let sets_any = nearer.iter().flatten().any(|layer| vars.iter().any(|var| layer.get(var).is_some()));
        let with_vars = |value: Value| Value::map(Map::from_iter([("vars", value)]));
        if sets_any || self.rules.appends {
            let (merged, _) = merge_section(self, VARS)?;
            return named(&with_vars(merged));
        }
        let name = &self.scope.names[rule as usize];
        name.get_or_init(|| named(&with_vars(scope.cloned().unwrap_or_else(Value::empty_map)))).clone()
    }

    /// Merges the parts.
    ///
    /// # Errors
    /// As [`Parts::check`].
    pub(crate) fn merge(&self) -> Result<Component> {
        super::component::merge(self)
    }
}

/// Refuses sections of a component, and of its overrides, that are of the wrong type.
fn check_types(own: &Value, overrides: Option<&Value>, kind: Kind, name: &str) -> Result<()> {
    let whose = || format!("the component `{name}`");
    let texts: &[&str] = match kind {
        Kind::Terraform => &["command", "required_version", "backend_type", "remote_state_backend_type"],
        Kind::Kubernetes => &["command", "provider"],
        _ => &["command"],
    };
    for part in SECTIONS.iter().filter(|s| s.has(kind)) {
        if part.name == "source" {
            source_section(own, &whose)?;
        } else {
            map_section(own, part.name, &whose)?;
        }
    }
    map_section(own, "metadata", &whose)?;
    if kind == Kind::Terraform {
        map_section(own, "backend", &whose)?;
        map_section(own, "remote_state_backend", &whose)?;
    }
    for text in texts {
        text_section(own, text, &whose)?;
    }
    let Some(overrides) = overrides else { return Ok(()) };
    let whose = || format!("the overrides of `{name}`");
    for part in SECTIONS.iter().filter(|s| s.has(kind) && s.overridable) {
        map_section(overrides, part.name, &whose)?;
    }
    for text in texts.iter().filter(|t| matches!(**t, "command" | "required_version")) {
        text_section(overrides, text, &whose)?;
    }
    Ok(())
}

/// The bases of a component, and the name of the component whose code it runs.
fn bases(engine: &Engine, heir: &Heir<'_>, own: &Value) -> Result<(Arc<Bases>, String)> {
    let whose = || format!("the component `{}`", heir.name);
    let name_at = |value: &'_ Value, key: &str| match value.get(key) {
        None => Ok(None),
        Some(name) => match name.as_str() {
            Some(text) => Ok(Some((text.to_string(), name.span))),
            None => Err(Error::new(format!("`{key}` of {} must be a string, this is a {}", whose(), name.type_name()))
                .at(name.span)),
        },
    };
    let parent = name_at(own, "component")?;
    let metadata = map_section(own, "metadata", &whose)?;
    let explicit = metadata.map(|m| name_at(m, "component")).transpose()?.flatten();
    let mut named: Vec<(&str, Span)> = parent.iter().map(|(name, at)| (name.as_str(), *at)).collect();
    if let Some(inherits) = metadata.and_then(|m| m.get("inherits")) {
        let list = inherits.as_seq().ok_or_else(|| {
            Error::new(format!("`metadata.inherits` of {} must be a list, this is a {}", whose(), inherits.type_name()))
                .at(inherits.span)
                .hint("write `inherits:` with `- name` lines")
        })?;
        for item in list {
            let name = inherited_name(item, heir.name)?;
            if !heir.all.contains(name) {
                if engine.is_tolerant() {
                    // told elsewhere; the base that was most likely meant keeps further problems away
                    named.extend(nearest(name, heir.all.names()).map(|near| (near, item.span)));
                    continue;
                }
                return Err(unknown_base(heir, heir.name, name, item.span));
            }
            named.push((name, item.span));
        }
    }
    let bases = engine.bases(heir, &named)?;
    let inherited = parent.and_then(|_| bases.first.as_deref().map(str::to_string));
    let base_name = explicit.map(|(name, _)| name).or(inherited).filter(|n| !n.is_empty());
    Ok((bases, base_name.unwrap_or_else(|| heir.name.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Options, StacksFilter};
    use crate::text::SourceMap;
    use crate::workspace::{self, Workspace};
    use std::path::{Path, PathBuf};

    /// The directories below the project's own corpus and its examples that have an atmos.yaml.
    fn repositories() -> Vec<PathBuf> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = ["tests/corpus", "examples"].into_iter().flat_map(|dir| walkdir::WalkDir::new(project.join(dir)));
        let files = files.filter_map(std::result::Result::ok).filter(|entry| entry.file_name() == "atmos.yaml");
        files.filter_map(|entry| Some(entry.path().parent()?.to_path_buf())).collect()
    }

    fn engine(cwd: &Path) -> Option<Arc<Engine>> {
        let options = workspace::Options { cwd: cwd.to_path_buf(), ..workspace::Options::here().ok()? };
        let workspace = Workspace::open(&options, &SourceMap::default()).ok()?;
        // functions would run commands of the repositories
        let options = Options { process_functions: false, ..Options::default() };
        Engine::new(Arc::new(workspace), options).ok()
    }

    /// Checks every component against what merging it gives; tells how many there are, and how many of them are inert.
    fn compare(engine: &Engine, stack: &Arc<Stack>) -> (usize, usize) {
        let (mut all, mut inert) = (0, 0);
        for (kind, name) in Engine::listed(stack) {
            let merged = engine.resolve(stack, kind, name);
            let at = format!("`{name}` in {}", stack.path.display());
            assert_eq!(engine.check(stack, kind, name).is_ok(), merged.is_ok(), "{at}");
            let (Ok(Some(parts)), Ok(merged)) = (engine.parts(stack, kind, name), merged) else { continue };
            assert_eq!(parts.is_abstract(), merged.is_abstract(), "{at}");
            for rule in [NameRule::Described, NameRule::Listed, NameRule::Validated] {
                let expected = engine.stack_name_by(rule, &Naming::of(&merged)).ok();
                assert_eq!(parts.stack_name(rule).ok().as_deref(), expected.as_deref(), "{rule:?} of {at}");
            }
            if parts.is_inert() {
                let rendered = engine.render_sections(&merged.sections, "stack", &engine.pass());
                assert_eq!(rendered.ok(), Some(merged.sections), "{at}");
                assert!(merged.deferred.is_empty(), "{at}");
                inert += 1;
            }
            all += 1;
        }
        (all, inert)
    }

    #[test]
    fn parts_tell_what_the_merged_component_would() {
        let (mut all, mut inert) = (0, 0);
        for engine in repositories().iter().filter_map(|dir| engine(dir)) {
            for stack in engine.stacks().unwrap_or_default() {
                let (more, of_them) = compare(&engine, stack);
                (all, inert) = (all + more, inert + of_them);
            }
        }
        assert!(all > 300 && inert > 100 && inert < all, "{inert} of {all} are inert");
    }

    #[test]
    fn sections_of_a_list_are_those_of_the_whole_answer() {
        let acme = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
        let engine = engine(&acme).expect("the example opens");
        let filter = StacksFilter::default();
        let whole = engine.describe_stacks(&filter).expect("the example is right");
        let listed = engine.list(&filter).expect("the example is right");
        assert!(!listed.is_empty());
        for one in listed {
            let sections = engine.sections(&one).expect("the list was");
            assert_eq!(whole.dig([&*one.stack, "components", one.kind, &*one.name]), Some(&sections));
        }
    }
}
