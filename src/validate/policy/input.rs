//! What rules see. `docs/policies.md` describes the document for those who write policies.

use super::rules::{Rule, Scope};
use crate::engine::Component;
use crate::hcl::Module;
use crate::value::{Data, Map, Value};
use crate::workspace::gaia_yaml::Validate;

/// What a word in a component's name or the type of a resource says about what it is.
const KINDS: [(&str, &[&str], &[&str]); 5] = [
    (
        "database",
        &["rds", "aurora", "database", "databases", "db", "postgres", "postgresql", "mysql", "mariadb"],
        &["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"],
    ),
    ("load_balancer", &["alb", "nlb", "elb", "lb", "balancer", "loadbalancer"], &["aws_lb", "aws_alb", "aws_elb"]),
    ("bucket", &["s3", "bucket", "buckets"], &["aws_s3_bucket"]),
    ("role", &["iam", "role", "roles"], &["aws_iam_role"]),
    ("network", &["vpc", "network", "networking"], &["aws_vpc", "aws_nat_gateway"]),
];

/// Variables that only databases have; two of them make one.
const DATABASE: [&str; 9] = [
    "multi_az",
    "db_instance_class",
    "instance_class",
    "backup_retention_period",
    "performance_insights_enabled",
    "db_name",
    "database_name",
    "db_subnet_group_name",
    "db_parameter_group",
];

/// A component of a stack, as far as policies are concerned.
pub(super) struct Subject<'a> {
    pub component: &'a Component,
    pub stack: &'a str,
    /// Its sections, templates rendered.
    pub sections: &'a Value,
    pub code: Option<&'a Module>,
    pub stage: &'a str,
    pub production: bool,
}

/// The stage of sections: `vars.stage`, else `vars.environment`.
pub(super) fn stage(vars: Option<&Value>) -> &str {
    let text = |key: &str| vars?.get(key)?.as_str().filter(|s| !s.is_empty());
    text("stage").or_else(|| text("environment")).unwrap_or_default()
}

/// Whether a stage is production; where there is none, the name of the stack tells.
pub(super) fn is_production(settings: &Validate, stage: &str, stack: &str) -> bool {
    let known = |word: &str| settings.production.iter().any(|p| p.eq_ignore_ascii_case(word));
    known(stage) || (stage.is_empty() && stack.split(['-', '/', '_', '.']).any(known))
}

/// Whether a name says of what kind something is.
pub(super) fn kinds(names: &[&str], types: &[&str]) -> Vec<&'static str> {
    let is = |words: &[&str], of: &[&str]| {
        let mut in_names =
            names.iter().flat_map(|name| name.split(|c: char| !c.is_ascii_alphanumeric())).map(str::to_ascii_lowercase);
        in_names.any(|word| words.contains(&&*word)) || types.iter().any(|t| of.contains(t))
    };
    KINDS.iter().filter(|(_, words, of)| is(words, of)).map(|(kind, ..)| *kind).collect()
}

impl Subject<'_> {
    fn vars(&self) -> &Map {
        static EMPTY: std::sync::LazyLock<Map> = std::sync::LazyLock::new(Map::default);
        self.sections.get("vars").and_then(Value::as_map).unwrap_or(&EMPTY)
    }

    /// What it is: `database`, `bucket` and so on.
    pub(super) fn kinds(&self) -> Vec<&'static str> {
        let base = self.component.base();
        let types: Vec<&str> =
            self.code.into_iter().flat_map(|m| m.managed_resources.values()).map(|r| r.kind.as_str()).collect();
        let mut kinds = kinds(&[if base.is_empty() { &self.component.name } else { base }], &types);
        let has = DATABASE.iter().filter(|name| self.vars().contains(name)).count();
        if has > 1 && !kinds.contains(&"database") {
            kinds.push("database");
        }
        kinds
    }

    /// Whether its Terraform code is here to be read.
    fn is_known(&self) -> bool {
        self.code
            .is_some_and(|m| !m.variables.is_empty() || !m.managed_resources.is_empty() || !m.module_calls.is_empty())
    }

    /// The variables that its code declares and a test lets through, with their defaults.
    fn code(&self, wanted: impl Fn(&str) -> bool) -> Value {
        let variables = self.code.into_iter().flat_map(|m| &m.variables).filter(|(name, _)| wanted(name));
        let defaults =
            variables.map(|(name, v)| (name.as_str(), v.default.clone().unwrap_or_default())).collect::<Map>();
        Value::map(Map::from_iter([("known", Value::from(self.is_known())), ("variables", Value::map(defaults))]))
    }

    /// What a rule that comes with gaia sees; nothing where there is nothing for it to see.
    pub(super) fn document(&self, rule: &Rule, kinds: &[&'static str], settings: &Validate) -> Option<Value> {
        let mut document = Map::default();
        document.insert("kind", Value::from("component"));
        document.insert("production", Value::from(self.production));
        match rule.scope {
            Scope::Backend => {
                let kind = self.sections.get("backend_type").filter(|k| k.as_str().is_some_and(|k| !k.is_empty()))?;
                document.insert("backend_type", kind.clone());
                document.insert("backend", self.sections.get("backend").cloned().unwrap_or_else(Value::empty_map));
            }
            Scope::Tags => {
                let wanted = |name: &str| matches!(name, "tags" | "default_tags");
                document.insert("vars", self.projected(|name, _| wanted(name)));
                document.insert("code", self.code(wanted));
                let given = self.sections.dig(["providers", "aws", "default_tags", "tags"]);
                document.insert("provider_tags", given.cloned().unwrap_or_else(Value::empty_map));
                let names = settings.required_tags.iter().map(|t| Value::from(t.as_str())).collect();
                document.insert("required_tags", Value::seq(names));
            }
            Scope::Vars(words) | Scope::Database(words) => {
                let is_named = |name: &str| words.iter().any(|word| contains(name, word));
                let vars = self.projected(|name, value| is_named(name) || holds(value, &is_named));
                let nothing = vars.as_map().is_none_or(Map::is_empty);
                let is_database = matches!(rule.scope, Scope::Database(_)) && kinds.contains(&"database");
                if nothing && !is_database {
                    return None;
                }
                document.insert("vars", vars);
                document.insert("code", self.code(is_named));
                document.insert("kinds", texts(kinds));
            }
        }
        Some(Value::map(document).with_span(self.sections.span))
    }

    fn projected(&self, wanted: impl Fn(&str, &Value) -> bool) -> Value {
        Value::map(
            self.vars().iter().filter(|(k, v)| wanted(&k.name, v)).map(|(k, v)| (k.clone(), v.clone())).collect(),
        )
    }

    /// What policies of one's own see: everything.
    pub(super) fn whole(&self, kinds: &[&'static str], settings: &Validate) -> Value {
        let mut document = self.sections.as_map().cloned().unwrap_or_default();
        document.insert("kind", Value::from("component"));
        document.insert("component", Value::from(&*self.component.name));
        document.insert("component_type", Value::from(&*self.component.kind));
        document.insert("stack", Value::from(self.stack));
        document.insert("stage", Value::from(self.stage));
        document.insert("production", Value::from(self.production));
        document.insert("kinds", texts(kinds));
        document.insert("code", self.code(|_| true));
        let base = self.component.base();
        document.insert("base", Value::from(if base.is_empty() { &*self.component.name } else { base }));
        let names = settings.required_tags.iter().map(|t| Value::from(t.as_str())).collect();
        document.insert("required_tags", Value::seq(names));
        Value::map(document).with_span(self.sections.span)
    }
}

pub(super) fn texts(list: &[&'static str]) -> Value {
    Value::seq(list.iter().map(|t| Value::from(*t)).collect())
}

/// Whether a name contains a word, whatever the case of its letters.
fn contains(name: &str, word: &str) -> bool {
    name.len() >= word.len() && name.as_bytes().windows(word.len()).any(|w| w.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a value has a key, at any depth, that a test accepts; or a policy as JSON in a text.
fn holds(value: &Value, is_named: &impl Fn(&str) -> bool) -> bool {
    match &value.data {
        Data::Map(map) => map.iter().any(|(k, v)| is_named(&k.name) || holds(v, is_named)),
        Data::Seq(items) => items.iter().any(|v| holds(v, is_named)),
        Data::Str(text) => text.trim_start().starts_with('{') && text.contains("\"Action\"") && is_named("action"),
        _ => false,
    }
}
