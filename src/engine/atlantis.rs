//! The repository configuration of Atlantis: a project for each component of each stack, made from templates.

use super::names::{NameContext, Naming, Tokens, WorkspaceNaming};
use super::{Engine, Kind};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::{Data, Map, Value};
use crate::yaml;

/// What goes into the configuration.
#[derive(Clone, Debug, Default)]
pub struct AtlantisRequest {
    /// A template of `integrations.atlantis.config_templates`; without it the last component's settings tell.
    pub config_template: Option<String>,
    /// A template of `integrations.atlantis.project_templates`; without it each component's settings tell.
    pub project_template: Option<String>,
    /// Only these stacks, by their names or their manifests; all when there are none.
    pub stacks: Vec<String>,
    /// Only these components; all when there are none.
    pub components: Vec<String>,
}

/// The keys of a project template, in the order in which they are written; the first three and `autoplan` always are.
const PROJECT: [&str; 8] = [
    "name",
    "workspace",
    "workflow",
    "dir",
    "terraform_version",
    "delete_source_branch_on_merge",
    "autoplan",
    "apply_requirements",
];

impl Engine {
    /// The text of `atlantis.yaml`, as Atmos writes it.
    ///
    /// Atmos: components are taken as they are before templates and functions. Where a component names no project template,
    /// the one of the component before it holds. The last component of the last stack tells the configuration template and
    /// the workflows, where the command line or atmos.yaml do not.
    ///
    /// # Errors
    /// A template that is not there, stacks without a pattern or template for their names, whatever cannot be resolved.
    pub fn atlantis_repo_config(&self, request: &AtlantisRequest) -> Result<String> {
        let named = |name: &str| self.atlantis_template("project_templates", name);
        let mut template = request.project_template.as_deref().map(named).transpose()?.unwrap_or_default();
        let mut projects = Vec::new();
        let mut last = Value::NULL;
        let mut stacks: Vec<_> = self.stacks()?.iter().collect();
        stacks.sort_by(|a, b| a.file.cmp(&b.file));
        for stack in stacks {
            let Some(components) = stack.components(Kind::Terraform.name()) else { continue };
            for (key, _) in components.sorted() {
                let component = self.resolve(stack, Kind::Terraform.name(), &key.name)?;
                last = component.sections.clone();
                let asked = request.components.is_empty() || request.components.iter().any(|c| c == &*key.name);
                if !asked || component.is_abstract() || component.section("vars").is_none() {
                    continue;
                }
                if request.project_template.is_none() {
                    self.take_template(&mut template, &component.sections, &stack.file, &key.name)?;
                }
                if template.is_empty() {
                    return Err(Error::new(format!(
                        "`{}` in `{}` has no Atlantis project template",
                        key.name, stack.file
                    ))
                    .hint("name one with `--project-template`, or in `settings.atlantis.project_template_name`")
                    .hint("templates stand in `integrations.atlantis.project_templates` of atmos.yaml"));
                }
                let (name, project) =
                    self.atlantis_project_of(&stack.file, &key.name, &component.sections, &template)?;
                if request.stacks.is_empty() || request.stacks.iter().any(|s| *s == name || **s == *stack.file) {
                    projects.push(project);
                }
            }
        }
        let atlantis = last.dig(["settings", "atlantis"]).cloned().unwrap_or_default();
        let config = self.config_template(request, &atlantis)?;
        let own = atlantis.get("workflow_templates").filter(|w| w.as_map().is_some());
        let workflows = own.or_else(|| self.workspace.config.dig(["integrations", "atlantis", "workflow_templates"]));
        Ok(repo_config(&config, &projects, workflows))
    }

    /// The file that the configuration is written to: `integrations.atlantis.path` of atmos.yaml.
    pub fn atlantis_path(&self) -> Option<&str> {
        let path = self.workspace.config.dig(["integrations", "atlantis", "path"]).and_then(Value::as_str);
        path.filter(|p| !p.is_empty())
    }

    /// A template of atmos.yaml.
    fn atlantis_template(&self, kind: &str, name: &str) -> Result<Map> {
        let templates = self.workspace.config.dig(["integrations", "atlantis", kind]).and_then(Value::as_map);
        let found = templates.and_then(|t| t.get(name)).and_then(Value::as_map);
        found.cloned().ok_or_else(|| {
            let known: Vec<&str> = templates.into_iter().flat_map(Map::names).collect();
            Error::new(format!("`integrations.atlantis.{kind}` of atmos.yaml has no template `{name}`"))
                .maybe_hint(did_you_mean(name, known.iter().copied()))
                .maybe_hint((!known.is_empty()).then(|| format!("there are: {}", known.join(", "))))
        })
    }

    /// Takes the project template of a component's settings over what held before, if it has one.
    fn take_template(&self, template: &mut Map, sections: &Value, stack: &str, component: &str) -> Result<()> {
        let Some(atlantis) = sections.dig(["settings", "atlantis"]) else { return Ok(()) };
        if let Some(own) = atlantis.get("project_template").and_then(Value::as_map) {
            template.extend(own.iter().map(|(key, value)| (key.clone(), value.clone())));
        } else if let Some(name) =
            atlantis.get("project_template_name").filter(|n| n.as_str().is_some_and(|t| !t.is_empty()))
        {
            *template = self
                .atlantis_template("project_templates", name.as_str().unwrap_or_default())
                .map_err(|e| e.at(name.span).note(format!("the component `{component}` in `{stack}` asks for it")))?;
        }
        Ok(())
    }

    fn config_template(&self, request: &AtlantisRequest, atlantis: &Value) -> Result<Map> {
        if let Some(name) = &request.config_template {
            return self.atlantis_template("config_templates", name);
        }
        if let Some(own) = atlantis.get("config_template").and_then(Value::as_map).filter(|m| !m.is_empty()) {
            return Ok(own.clone());
        }
        match atlantis.get("config_template_name").filter(|n| n.as_str().is_some_and(|t| !t.is_empty())) {
            Some(name) => self
                .atlantis_template("config_templates", name.as_str().unwrap_or_default())
                .map_err(|e| e.at(name.span)),
            None => Err(Error::new("no Atlantis config template is given")
                .hint("name one with `--config-template`, or in `settings.atlantis.config_template_name`")
                .hint("templates stand in `integrations.atlantis.config_templates` of atmos.yaml")),
        }
    }

    /// The name of the stack and the project of a component.
    fn atlantis_project_of(&self, file: &str, name: &str, sections: &Value, template: &Map) -> Result<(String, Map)> {
        let seen = ["vars", "settings", "metadata"];
        let seen = seen.into_iter().filter_map(|key| Some((key, sections.get(key)?.clone())));
        let seen = Value::map(seen.collect());
        let naming = Naming { file, manifest_name: None, sections: &seen };
        if self.settings.name_template.is_none() && self.settings.name_pattern.is_none() {
            return Err(Error::new("stacks have no names that Atlantis projects could have")
                .hint("set `stacks.name_template` or `stacks.name_pattern` in atmos.yaml"));
        }
        let stack = self.stack_name(&naming)?;
        let code = sections.get("component").and_then(Value::as_str).filter(|c| !c.is_empty()).unwrap_or(name);
        let context = NameContext::of(sections.get("vars"));
        let component = name.replace('/', "-");
        let base = if code == name { "" } else { code };
        let metadata = sections.get("metadata").cloned().unwrap_or_else(Value::empty_map);
        let workspace = WorkspaceNaming {
            metadata: &metadata,
            context: context.clone(),
            component: &component,
            base,
            backend_type: "",
        };
        let workspace = self.workspace_name(&naming, &workspace)?;
        let path = self.relative_component_path(Kind::Terraform.name(), sections, name);
        let tokens = Tokens { component: &component, base, path: &path, workspace: &workspace };
        Ok((stack, project(template, &|text| context.fill_all(text, &tokens))))
    }
}

/// A project: the template with its tokens replaced.
fn project(template: &Map, fill: &dyn Fn(&str) -> String) -> Map {
    let filled = |key: &str| Value::from(fill(&text(template.get(key))));
    let autoplan = |key: &str| template.get("autoplan").and_then(|a| a.get(key));
    let patterns = autoplan("when_modified").and_then(Value::as_seq).unwrap_or_default();
    let patterns = patterns.iter().map(|p| Value::from(fill(&text(Some(p))))).collect();
    let autoplan = Map::from_iter([
        ("enabled", Value::from(autoplan("enabled").and_then(Value::as_bool).unwrap_or_default())),
        ("when_modified", Value::seq(patterns)),
    ]);
    let mut project = Map::default();
    for key in PROJECT {
        match key {
            "name" | "workspace" | "dir" => drop(project.insert(key, filled(key))),
            "autoplan" => drop(project.insert(key, Value::map(autoplan.clone()))),
            "workflow" | "terraform_version" => {
                let text = text(template.get(key));
                if !text.is_empty() {
                    project.insert(key, Value::from(text));
                }
            }
            _ => {
                let value = template
                    .get(key)
                    .filter(|v| v.as_bool() == Some(true) || v.as_seq().is_some_and(|items| !items.is_empty()));
                if let Some(value) = value {
                    project.insert(key, value.clone());
                }
            }
        }
    }
    project
}

/// A scalar as text; nothing for anything else.
fn text(value: Option<&Value>) -> String {
    match value.map(|v| &v.data) {
        None | Some(Data::Null | Data::Map(_) | Data::Seq(_)) => String::new(),
        Some(Data::Str(text)) => text.to_string(),
        Some(_) => yaml::to_string(value.unwrap_or(&Value::NULL)).trim_end().to_owned(),
    }
}

/// The YAML of the whole, in Atmos's order of keys.
fn repo_config(config: &Map, projects: &[Map], workflows: Option<&Value>) -> String {
    let flag = |key: &str| config.get(key).and_then(Value::as_bool).unwrap_or_default();
    let mut out = String::new();
    let mut put = |key: &str, value: Value| out.push_str(&yaml::to_string(&Value::map(Map::from_iter([(key, value)]))));
    put("version", config.get("version").cloned().unwrap_or_else(|| Value::from(0)));
    put("automerge", Value::from(flag("automerge")));
    if flag("delete_source_branch_on_merge") {
        put("delete_source_branch_on_merge", Value::from(true));
    }
    put("parallel_plan", Value::from(flag("parallel_plan")));
    put("parallel_apply", Value::from(flag("parallel_apply")));
    let prefixes = config.get("allowed_regexp_prefixes").filter(|p| p.as_seq().is_some());
    put("allowed_regexp_prefixes", prefixes.cloned().unwrap_or_else(|| Value::seq(Vec::new())));
    if projects.is_empty() {
        put("projects", Value::seq(Vec::new()));
    } else {
        out.push_str("projects:\n");
        for project in projects {
            push_item(&mut out, project);
        }
    }
    if let Some(workflows) = workflows.filter(|w| w.as_map().is_some_and(|m| !m.is_empty())) {
        out.push_str(&yaml::to_string(&Value::map(Map::from_iter([("workflows", workflows.clone())]))));
    }
    out
}

/// An item of a list, its keys in the order of the map.
fn push_item(out: &mut String, item: &Map) {
    let mut lead = "  - ";
    for (key, value) in item.iter() {
        let entry = yaml::to_string(&Value::map(Map::from_iter([(key.clone(), value.clone())])));
        for line in entry.lines() {
            if !line.is_empty() {
                out.push_str(lead);
                out.push_str(line);
            }
            out.push('\n');
            lead = "    ";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn projects_keep_their_order_of_keys_and_leave_out_what_is_empty() {
        let template = "{dir: '{component-path}', name: 'p-{component}', autoplan: {when_modified: ['{workspace}.tf']}, \
                        terraform_version: 1.8, apply_requirements: []}";
        let template = yaml::load_str(template, &mut yaml::NoTags).expect("YAML").value;
        let tokens = Tokens { component: "vpc", base: "", path: "components/vpc", workspace: "dev" };
        let context = NameContext::default();
        let project = project(template.as_map().expect("a map"), &|text| context.fill_all(text, &tokens));
        let expected = "version: 0\nautomerge: false\nparallel_plan: false\nparallel_apply: false\n\
                        allowed_regexp_prefixes: []\nprojects:\n  - name: p-vpc\n    workspace: \"\"\n    \
                        dir: components/vpc\n    terraform_version: \"1.8\"\n    autoplan:\n      enabled: false\n      \
                        when_modified:\n        - dev.tf\n";
        assert_eq!(repo_config(&Map::default(), &[project], None), expected);
    }
}
