//! Which components a file reaches: by imports, as code, as a module, as something that they depend on.

use super::comparison::{Changed, Rules};
use super::files::{Dependency, Files, dependencies};
use crate::engine::{Component, Engine, Instance, StacksFilter};
use crate::error::Result;
use crate::value::{Map, Value};
use std::path::{Path, PathBuf};

/// A component that a file reaches.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The stack's name.
    pub stack: String,
    /// The component's type.
    pub kind: String,
    /// The component's name.
    pub component: String,
    /// The files that reach it, as they were given, and how.
    pub files: Vec<(PathBuf, &'static str)>,
}

/// The components that some files reach, by stack, type and name; abstract and disabled ones are left out. A file need not
/// be there (any more).
///
/// How a file reaches a component is one of `stack`, `import`, `code`, `module`, `file` and `folder`. An imported manifest
/// reaches the components that it says something about, and all of them where it sets something for all.
///
/// # Errors
/// Whatever Atmos refuses of the repository, and Terraform code that cannot be read.
pub fn impact(engine: &Engine, files: &[PathBuf]) -> Result<Vec<Reach>> {
    let workspace = engine.workspace();
    let mut found: Vec<Reach> = Vec::new();
    let mut given: Vec<(PathBuf, PathBuf, Files)> = Vec::new();
    for file in files {
        let absolute = crate::workspace::clean(&workspace.cwd.join(file));
        let root = workspace.root.clone();
        let changed = Changed { files: vec![absolute.clone()], rules: Rules::Whole, root: root.clone(), head: root };
        given.push((file.clone(), absolute, Files::new(workspace, changed)));
    }
    for instance in engine.instances(&StacksFilter::default())? {
        let component = &instance.component;
        if component.is_abstract() || !component.is_enabled() {
            continue;
        }
        let mut reached = Vec::new();
        for (file, absolute, touching) in &mut given {
            let by_manifest = by_manifest(component, absolute);
            let how = by_manifest.map_or_else(|| by_code(engine, &instance, touching), |how| Ok(Some(how)))?;
            reached.extend(how.map(|how| (file.clone(), how)));
        }
        if !reached.is_empty() {
            found.push(Reach {
                stack: instance.stack.clone(),
                kind: component.kind.to_string(),
                component: component.name.to_string(),
                files: reached,
            });
        }
    }
    found.sort_by(|a, b| (&a.stack, &a.kind, &a.component).cmp(&(&b.stack, &b.kind, &b.component)));
    Ok(found)
}

/// The manifests by whose change a component may change: its stack's own, and the imported ones that set something for it.
pub fn manifests(component: &Component) -> impl Iterator<Item = &Path> {
    let own = &*component.stack.path;
    component.stack.files().filter(move |file| *file == own || by_manifest(component, file).is_some())
}

/// How a manifest reaches a component.
fn by_manifest(component: &Component, file: &Path) -> Option<&'static str> {
    let stack = &component.stack;
    if stack.path == file {
        return says_something(&stack.own, component).then_some("stack");
    }
    stack.imported(file).any(|own| says_something(own, component)).then_some("import")
}

/// Whether a manifest sets something for a component: for itself, for what it inherits from, or for all of its stack or type.
fn says_something(own: &Value, component: &Component) -> bool {
    let kind = &*component.kind;
    let names = || std::iter::once(&component.name).chain(&component.chain);
    own.as_map().into_iter().flat_map(Map::iter).any(|(key, section)| match &*key.name {
        "import" | "locals" | "name" => false,
        "components" => section.get(kind).is_some_and(|c| names().any(|name| c.get(name).is_some())),
        "terraform" | "helmfile" | "packer" | "ansible" | "kubernetes" | "helm" => &*key.name == kind,
        _ => true,
    })
}

/// How a file that is no manifest reaches a component.
fn by_code(engine: &Engine, instance: &Instance, file: &mut Files) -> Result<Option<&'static str>> {
    let (kind, name) = (&*instance.component.kind, &*instance.component.name);
    let folder = instance.sections.get("component").and_then(Value::as_str).filter(|c| !c.is_empty()).unwrap_or(name);
    if Files::has_folder(engine, kind) && file.touch_code(engine, kind, folder) {
        return Ok(Some("code"));
    }
    if kind == "terraform" && file.touch_modules(engine, folder)? {
        return Ok(Some("module"));
    }
    let dependencies = dependencies(&instance.sections);
    Ok(file.touch(&dependencies)?.map(|dependency| match dependency {
        Dependency::File(_) => "file",
        Dependency::Folder(_) => "folder",
    }))
}

impl Reach {
    /// The item as it is shown in JSON.
    pub fn to_value(&self) -> Value {
        let reached = self.files.iter().map(|(file, how)| {
            let file = file.to_string_lossy();
            Value::map(Map::from_iter([("file", Value::from(&*file)), ("how", Value::from(*how))]))
        });
        Value::map(Map::from_iter([
            ("stack", Value::from(self.stack.as_str())),
            ("component", Value::from(self.component.as_str())),
            ("component_type", Value::from(self.kind.as_str())),
            ("reached_by", Value::seq(reached.collect())),
        ]))
    }
}
