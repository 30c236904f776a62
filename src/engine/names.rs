//! Names: of stacks, by manifest, template or pattern; of Terraform workspaces.

use super::Engine;
use super::component::Component;
use super::render::Missing;
use crate::error::{Error, Result};
use crate::value::Value;

/// What a name pattern or a workspace pattern can name, read from a component's vars.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameContext {
    namespace: String,
    tenant: String,
    environment: String,
    stage: String,
    region: String,
    attributes: Vec<String>,
}

/// The tokens of a stack name pattern. Anything else between its dashes is passed over, as in Atmos.
const TOKENS: [&str; 4] = ["{namespace}", "{tenant}", "{environment}", "{stage}"];

impl NameContext {
    pub(crate) fn of(vars: Option<&Value>) -> Self {
        let text = |key: &str| vars.and_then(|v| v.get(key)).and_then(Value::as_str).unwrap_or_default().to_string();
        let attributes = vars.and_then(|v| v.get("attributes")).and_then(Value::as_seq).unwrap_or_default();
        NameContext {
            namespace: text("namespace"),
            tenant: text("tenant"),
            environment: text("environment"),
            stage: text("stage"),
            region: text("region"),
            attributes: attributes.iter().filter_map(Value::as_str).map(str::to_string).collect(),
        }
    }

    fn token(&self, token: &str) -> &str {
        match token {
            "{namespace}" => &self.namespace,
            "{tenant}" => &self.tenant,
            "{environment}" => &self.environment,
            _ => &self.stage,
        }
    }

    /// The stack name by a pattern such as `{tenant}-{environment}-{stage}`.
    ///
    /// # Errors
    /// A token whose var is missing, empty or no string.
    pub(crate) fn by_pattern(&self, pattern: &str, file: &str) -> Result<String> {
        let mut parts = Vec::new();
        for token in pattern.split('-').filter(|t| TOKENS.contains(t)) {
            let value = self.token(token);
            if value.is_empty() {
                let var = token.trim_matches(['{', '}']);
                return Err(Error::new(format!(
                    "the stack `{file}` has no name: `name_pattern` `{pattern}` needs the var `{var}`"
                ))
                .hint(format!("set `vars.{var}` to a string in the manifest or in what it imports")));
            }
            parts.push(value);
        }
        Ok(parts.join("-"))
    }

    /// A pattern with its tokens replaced, of which paths and workspaces are nothing.
    pub(crate) fn fill(&self, pattern: &str, component: &str, base: &str) -> String {
        self.fill_all(pattern, &Tokens { component, base, ..Tokens::default() })
    }

    /// A pattern with its tokens replaced.
    pub(crate) fn fill_all(&self, pattern: &str, tokens: &Tokens<'_>) -> String {
        let attributes = self.attributes.join("-");
        let tokens = [
            ("{base-component}", tokens.base),
            ("{component}", tokens.component),
            ("{component-path}", tokens.path),
            ("{namespace}", &self.namespace),
            ("{environment}", &self.environment),
            ("{region}", &self.region),
            ("{tenant}", &self.tenant),
            ("{stage}", &self.stage),
            ("{workspace}", tokens.workspace),
            ("{terraform_workspace}", ""),
            ("{attributes}", &attributes),
        ];
        let mut out = String::with_capacity(pattern.len());
        let mut rest = pattern;
        while let Some(start) = rest.find('{') {
            out.push_str(&rest[..start]);
            rest = &rest[start..];
            if let Some((token, value)) = tokens.iter().find(|(token, _)| rest.starts_with(token)) {
                out.push_str(value);
                rest = &rest[token.len()..];
            } else {
                out.push('{');
                rest = &rest[1..];
            }
        }
        out + rest
    }
}

/// What a pattern can name beside the context variables.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tokens<'a> {
    pub component: &'a str,
    pub base: &'a str,
    pub path: &'a str,
    pub workspace: &'a str,
}

/// Which of Atmos's ways to name a stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NameRule {
    /// [`Engine::stack_name`]
    Described,
    /// [`Engine::listed_stack_name`]
    Listed,
    /// [`Engine::validated_stack_name`]
    Validated,
}

/// The vars that a name template reads, where it is made of nothing but bare `{{ .vars.x }}`.
fn vars_of_template(template: &str) -> Option<Vec<String>> {
    let actions = template.split("{{").skip(1);
    actions
        .map(|rest| {
            let (action, _) = rest.split_once("}}")?;
            let reference = format!("{{{{{action}}}}}");
            let mut path = super::locals::plain_reference(&reference)?;
            path.next().filter(|first| *first == "vars")?;
            path.next().map(str::to_string)
        })
        .collect()
}

/// What names of one component in one stack are made of.
#[derive(Clone, Copy)]
pub(crate) struct Naming<'a> {
    /// The manifest's path below the stacks folder.
    pub file: &'a str,
    /// `name` of the manifest.
    pub manifest_name: Option<&'a str>,
    /// The component's sections, for a name template.
    pub sections: &'a Value,
}

impl<'a> Naming<'a> {
    /// Of a component that is merged.
    pub(crate) fn of(component: &'a Component) -> Self {
        let stack = &component.stack;
        Naming { file: &stack.file, manifest_name: stack.manifest_name(), sections: &component.sections }
    }
}

impl Engine {
    /// The name of the stack that a component lives in: `name` of the manifest, else the template, else the pattern.
    ///
    /// # Errors
    /// A template that fails, and a pattern whose vars are missing.
    pub(crate) fn stack_name(&self, naming: &Naming<'_>) -> Result<String> {
        if let Some(name) = naming.manifest_name {
            return Ok(name.to_string());
        }
        if let Some(template) = &self.settings.name_template {
            let missing = if self.settings.ignore_missing_values { Missing::Default } else { Missing::Error };
            return self.render_name(template, naming, missing);
        }
        match &self.settings.name_pattern {
            Some(pattern) => NameContext::of(naming.sections.get("vars")).by_pattern(pattern, naming.file),
            None => Ok(naming.file.to_string()),
        }
    }

    /// The name under which `describe stacks` lists it: a pattern that cannot be filled falls back to the file's name.
    pub(crate) fn listed_stack_name(&self, naming: &Naming<'_>) -> Result<String> {
        if naming.manifest_name.is_none()
            && let Some(template) = &self.settings.name_template
        {
            return self.render_name(template, naming, Missing::Error);
        }
        match self.stack_name(naming) {
            Ok(name) => Ok(name),
            Err(error) if self.settings.name_template.is_some() => Err(error),
            Err(_) => Ok(naming.file.to_string()),
        }
    }

    /// The name that Atmos's validation works with: by template or pattern, whatever the manifest's `name`.
    ///
    /// # Errors
    /// Neither is configured, and as [`Engine::stack_name`].
    pub(crate) fn validated_stack_name(&self, naming: &Naming<'_>) -> Result<String> {
        if self.settings.name_template.is_none() && self.settings.name_pattern.is_none() {
            return Err(Error::new(
                "stacks have no names: `stacks.name_template` or `stacks.name_pattern` must be set in atmos.yaml",
            )
            .hint("add `name_pattern: \"{stage}\"` (or `{tenant}-{environment}-{stage}`) under `stacks:`"));
        }
        self.stack_name(&Naming { manifest_name: None, ..*naming })
    }

    /// The name of a stack by one of the rules.
    ///
    /// # Errors
    /// As the rule has it.
    pub(crate) fn stack_name_by(&self, rule: NameRule, naming: &Naming<'_>) -> Result<String> {
        match rule {
            NameRule::Described => self.stack_name(naming),
            NameRule::Listed => self.listed_stack_name(naming),
            NameRule::Validated => self.validated_stack_name(naming),
        }
    }

    /// The vars that names of stacks are made of; `None` where they may be made of anything.
    pub(crate) fn name_vars(&self) -> Option<&[String]> {
        let vars = self.name_vars.get_or_init(|| match (&self.settings.name_template, &self.settings.name_pattern) {
            (Some(template), _) => vars_of_template(template),
            (None, Some(_)) => Some(TOKENS.iter().map(|t| t.trim_matches(['{', '}']).to_string()).collect()),
            (None, None) => Some(Vec::new()),
        });
        vars.as_deref()
    }

    fn render_name(&self, template: &str, naming: &Naming<'_>, missing: Missing) -> Result<String> {
        self.render_strict(template, naming.sections, missing).map_err(|e| {
            Error::new(format!("the stack `{}` has no name: {}", naming.file, e.message()))
                .note(format!("name_template: {template}"))
                .hint("give the value that the template needs in the manifest, or change `stacks.name_template`")
        })
    }

    /// The Terraform workspace of a component.
    ///
    /// Atmos: `default` where workspaces are off or the backend is http; else `metadata.terraform_workspace_template`,
    /// `terraform_workspace_pattern` or `terraform_workspace`; else the stack's name, with the component's name behind it
    /// where the component runs another one's code (`base`).
    pub(crate) fn workspace_name(&self, naming: &Naming<'_>, workspace: &WorkspaceNaming<'_>) -> Result<String> {
        if workspace.backend_type == "http" || !self.settings.workspaces_enabled {
            return Ok("default".to_string());
        }
        let prefix = match (naming.manifest_name, &self.settings.name_template, &self.settings.name_pattern) {
            (Some(name), _, _) => name.to_string(),
            (_, None, Some(_)) => self.stack_name(naming).unwrap_or_else(|_| naming.file.to_string()),
            _ => self.stack_name(naming)?,
        };
        let text = |key: &str| workspace.metadata.get(key).and_then(Value::as_str);
        let name = if let Some(template) = text("terraform_workspace_template") {
            self.render_strict(template, naming.sections, Missing::Error)
                .map_err(|e| Error::new(format!("`metadata.terraform_workspace_template`: {}", e.message())))?
        } else if let Some(pattern) = text("terraform_workspace_pattern") {
            workspace.context.fill(pattern, workspace.component, workspace.base)
        } else if let Some(name) = text("terraform_workspace") {
            name.to_string()
        } else if workspace.base.is_empty() {
            prefix
        } else {
            format!("{prefix}-{}", workspace.component)
        };
        Ok(name.replace('/', "-"))
    }
}

/// What a workspace's name is made of beside the stack's name.
pub(crate) struct WorkspaceNaming<'a> {
    pub metadata: &'a Value,
    pub context: NameContext,
    pub component: &'a str,
    pub base: &'a str,
    pub backend_type: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_template_tells_its_vars() {
        let vars = |template| vars_of_template(template);
        assert_eq!(vars("{{.vars.tenant}}-{{ .vars.stage }}"), Some(vec!["tenant".into(), "stage".into()]));
        assert_eq!(vars("fixed"), Some(vec![]));
        assert_eq!(vars("{{ .vars.a.b }}"), Some(vec!["a".into()]));
        for other in
            ["{{ .settings.x }}", "{{ .vars }}", "{{ .vars.x | upper }}", "{{ .vars.x", "{{ if .vars.x }}a{{ end }}"]
        {
            assert_eq!(vars(other), None, "{other}");
        }
    }
}
