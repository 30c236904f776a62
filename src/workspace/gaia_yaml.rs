//! `gaia.yaml`: what gaia is told that Atmos knows nothing of. It lies beside `atmos.yaml`, or at the base path.
//!
//! Sections are read here, each into a type of its own; a key that nobody knows is refused.
//! `docs/schemas/gaia.schema.json` describes the file for editors, for `gaia validate` and for `gaia config show`.

mod run;

pub use run::{Patience, Run, default_parallel, seconds};

use super::Workspace;
use crate::code::Severity;
use crate::error::{Error, Result};
use crate::text::{SourceMap, Span, did_you_mean};
use crate::value::{Map, Value};
use crate::yaml;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The names that the file may have.
const NAMES: [&str; 2] = ["gaia.yaml", "gaia.yml"];
/// What the file may hold, as editors are told.
pub const SCHEMA: &str = include_str!("../../docs/schemas/gaia.schema.json");
/// The sections that there are.
const SECTIONS: [&str; 2] = ["run", "validate"];

/// The file, read.
#[derive(Clone, Debug, Default)]
pub struct GaiaYaml {
    /// Where it lies; nothing where there is none.
    pub path: Option<PathBuf>,
    /// `run`
    pub run: Run,
    /// `validate`
    pub validate: Validate,
}

/// A set of rules that comes with gaia.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Group {
    /// `security`
    Security,
    /// `cost`
    Cost,
    /// `reliability`
    Reliability,
}

impl Group {
    /// All sets.
    pub const ALL: [Group; 3] = [Group::Security, Group::Cost, Group::Reliability];

    /// Its name in `validate.policies`.
    pub fn name(self) -> &'static str {
        match self {
            Group::Security => "security",
            Group::Cost => "cost",
            Group::Reliability => "reliability",
        }
    }
}

/// `validate`: which policies hold, and what they are told.
#[derive(Clone, Debug)]
pub struct Validate {
    /// `policies`: the sets that are switched on.
    pub groups: Vec<Group>,
    /// `policies`: directories and files of one's own.
    pub own: Vec<PathBuf>,
    /// `production`: the stages that are production.
    pub production: Vec<String>,
    /// `required_tags`
    pub required_tags: Vec<String>,
    /// `protected`: patterns of types of resources that no plan may destroy.
    pub protected: Vec<String>,
    /// `severity`: by rule, then by stage (`production`, `default`, or a stage); nothing where a rule is off.
    pub severity: BTreeMap<String, BTreeMap<String, Option<Severity>>>,
    /// Where the names of the rules in `severity` stand.
    pub severity_spans: BTreeMap<String, Span>,
}

impl Default for Validate {
    fn default() -> Self {
        let texts = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect();
        Validate {
            groups: Vec::new(),
            own: Vec::new(),
            production: texts(&["prod", "production", "prd", "live"]),
            required_tags: texts(&["cost-center", "owner", "environment"]),
            protected: texts(&PROTECTED),
            severity: BTreeMap::new(),
            severity_spans: BTreeMap::new(),
        }
    }
}

/// Databases, buckets, clusters and keys.
const PROTECTED: [&str; 32] = [
    "aws_db_instance",
    "aws_rds_cluster",
    "aws_rds_cluster_instance",
    "aws_rds_global_cluster",
    "aws_dynamodb_table",
    "aws_dynamodb_global_table",
    "aws_elasticache_cluster",
    "aws_elasticache_replication_group",
    "aws_memorydb_cluster",
    "aws_docdb_cluster",
    "aws_neptune_cluster",
    "aws_redshift_cluster",
    "aws_opensearch_domain",
    "aws_elasticsearch_domain",
    "aws_msk_cluster",
    "aws_s3_bucket",
    "aws_efs_file_system",
    "aws_eks_cluster",
    "aws_ecs_cluster",
    "aws_kms_key",
    "aws_secretsmanager_secret",
    "google_sql_database_instance",
    "google_storage_bucket",
    "google_container_cluster",
    "google_kms_crypto_key",
    "azurerm_mssql_database",
    "azurerm_postgresql_flexible_server",
    "azurerm_mysql_flexible_server",
    "azurerm_cosmosdb_account",
    "azurerm_storage_account",
    "azurerm_kubernetes_cluster",
    "azurerm_key_vault*",
];

impl GaiaYaml {
    /// The file of a workspace; the defaults where there is none.
    ///
    /// # Errors
    /// The file is no YAML, has a key that is not known, or a value of the wrong type.
    pub fn of(workspace: &Workspace) -> Result<GaiaYaml> {
        Self::find(directories(workspace), &workspace.sources)
    }

    /// The file of a workspace as it is written, where there is one.
    ///
    /// # Errors
    /// The file is no YAML.
    pub fn written(workspace: &Workspace) -> Result<Option<(PathBuf, Value)>> {
        let Some(path) = candidate(directories(workspace)) else { return Ok(None) };
        let root = load(&path, &workspace.sources)?;
        Ok(Some((path, root)))
    }

    /// The first file of some directories; the defaults where there is none.
    ///
    /// # Errors
    /// As [`GaiaYaml::of`].
    pub fn find<'a>(dirs: impl Iterator<Item = &'a Path>, sources: &SourceMap) -> Result<GaiaYaml> {
        match candidate(dirs) {
            Some(path) => Self::read(&path, sources),
            None => Ok(GaiaYaml::default()),
        }
    }

    fn read(path: &Path, sources: &SourceMap) -> Result<GaiaYaml> {
        let root = load(path, sources)?;
        let sections = Section::new("gaia.yaml", &root)?;
        sections.refuse_others(&SECTIONS)?;
        let dir = path.parent().unwrap_or(Path::new("."));
        let validate = match root.get("validate") {
            Some(section) => validate(&Section::new("validate", section)?, dir)?,
            None => Validate::default(),
        };
        let run = match root.get("run") {
            Some(section) => Run::read(&Section::new("run", section)?)?,
            None => Run::default(),
        };
        Ok(GaiaYaml { path: Some(path.to_owned()), run, validate })
    }
}

/// The directories where the file of a workspace may lie, first to last.
fn directories(workspace: &Workspace) -> impl Iterator<Item = &Path> {
    workspace.config_dir.iter().chain([&workspace.root, &workspace.cwd]).map(PathBuf::as_path)
}

/// The first file of some directories.
fn candidate<'a>(dirs: impl Iterator<Item = &'a Path>) -> Option<PathBuf> {
    dirs.flat_map(|dir| NAMES.map(|name| dir.join(name))).find(|path| path.is_file())
}

fn load(path: &Path, sources: &SourceMap) -> Result<Value> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Error::new(format!("cannot read `{}`: {e}", path.display())).in_file(path))?;
    Ok(yaml::load(&sources.add(path, text, false), &mut yaml::NoTags)?.value)
}

fn validate(section: &Section<'_>, dir: &Path) -> Result<Validate> {
    section.refuse_others(&["policies", "production", "protected", "required_tags", "severity"])?;
    let mut read = Validate::default();
    for (name, span) in section.texts("policies")?.unwrap_or_default() {
        if let Some(group) = Group::ALL.into_iter().find(|g| g.name() == name) {
            read.groups.push(group);
            continue;
        }
        let path = dir.join(&name);
        if !path.exists() {
            return Err(Error::new(format!("there are no policies `{name}`"))
                .at(span)
                .maybe_hint(did_you_mean(&name, Group::ALL.map(Group::name)))
                .hint("a set of rules (security, cost, reliability), or a directory of Rego beside gaia.yaml"));
        }
        read.own.push(path);
    }
    let only_texts = |list: Vec<(String, Span)>| list.into_iter().map(|(text, _)| text).collect();
    if let Some(list) = section.texts("production")? {
        read.production = only_texts(list);
    }
    if let Some(list) = section.texts("required_tags")? {
        read.required_tags = only_texts(list);
    }
    if let Some(list) = section.texts("protected")? {
        read.protected = only_texts(list);
    }
    if let Some(rules) = section.value.get("severity") {
        for (rule, value) in Section::new("validate.severity", rules)?.entries() {
            let stages = match value.as_map() {
                Some(stages) => {
                    stages.iter().map(|(s, v)| Ok((s.name.to_string(), severity(v)?))).collect::<Result<_>>()?
                }
                None => BTreeMap::from([("default".to_owned(), severity(value)?)]),
            };
            read.severity.insert(rule.name.to_string(), stages);
            read.severity_spans.insert(rule.name.to_string(), rule.span);
        }
    }
    Ok(read)
}

/// A word for how bad something is; nothing for `off`.
fn severity(value: &Value) -> Result<Option<Severity>> {
    const WORDS: [&str; 4] = ["error", "warning", "note", "off"];
    match value.as_str() {
        Some("error") => Ok(Some(Severity::Error)),
        Some("warning") => Ok(Some(Severity::Warning)),
        Some("note") => Ok(Some(Severity::Note)),
        Some("off") => Ok(None),
        // YAML 1.1 reads `off` as false
        None if value.as_bool() == Some(false) => Ok(None),
        other => Err(Error::new(format!("unknown severity `{}`", other.unwrap_or(value.type_name())))
            .at(value.span)
            .maybe_hint(other.and_then(|word| did_you_mean(word, WORDS)))
            .hint("one of: error, warning, note, off")),
    }
}

/// A section of the file while it is read.
struct Section<'a> {
    name: &'a str,
    value: &'a Value,
}

impl<'a> Section<'a> {
    fn new(name: &'a str, value: &'a Value) -> Result<Self> {
        if value.as_map().is_none() && !value.is_null() {
            return Err(Error::new(format!("`{name}` must be a map, this is a {}", value.type_name())).at(value.span));
        }
        Ok(Section { name, value })
    }

    fn entries(&self) -> impl Iterator<Item = (&'a crate::value::Key, &'a Value)> {
        self.value.as_map().into_iter().flat_map(Map::iter)
    }

    fn refuse_others(&self, known: &[&str]) -> Result<()> {
        match self.entries().find(|(key, _)| !known.contains(&&*key.name)) {
            None => Ok(()),
            Some((key, _)) => Err(Error::new(format!("`{}` has no key `{}`", self.name, key.name))
                .at(key.span)
                .maybe_hint(did_you_mean(&key.name, known.iter().copied()))
                .hint(format!("it knows: {}", known.join(", ")))),
        }
    }

    fn texts(&self, key: &str) -> Result<Option<Vec<(String, Span)>>> {
        let Some(value) = self.value.get(key) else { return Ok(None) };
        let wrong = |v: &Value, what: &str| {
            Error::new(format!("`{}.{key}` must be {what}, this is a {}", self.name, v.type_name())).at(v.span)
        };
        let Some(items) = value.as_seq() else { return Err(wrong(value, "a list of texts")) };
        let texts = items.iter().map(|item| match item.as_str() {
            Some(text) => Ok((text.to_owned(), item.span)),
            None => Err(wrong(item, "a list of texts")),
        });
        texts.collect::<Result<_>>().map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<GaiaYaml> {
        let dir = tempfile::tempdir().expect("a directory");
        std::fs::write(dir.path().join("gaia.yaml"), text).expect("a file");
        std::fs::create_dir(dir.path().join("own")).expect("a directory");
        GaiaYaml::find([dir.path()].into_iter(), &SourceMap::default())
    }

    #[test]
    fn policies_are_sets_and_directories() {
        let read = read("validate:\n  policies: [security, own]\n  required_tags: [team]\n  severity:\n    rds-multi-az: {dev: off, default: note}\n").unwrap();
        assert_eq!(read.validate.groups, [Group::Security]);
        assert_eq!(read.validate.own.len(), 1);
        assert_eq!(read.validate.required_tags, ["team"]);
        assert_eq!(read.validate.severity["rds-multi-az"]["dev"], None);
        assert_eq!(read.validate.severity["rds-multi-az"]["default"], Some(Severity::Note));
    }

    #[test]
    fn what_is_not_known_is_refused_with_what_was_meant() {
        for (text, message, hint) in [
            ("validat: {}\n", "`gaia.yaml` has no key `validat`", "did you mean `validate`?"),
            ("validate: {policy: []}\n", "`validate` has no key `policy`", "did you mean `policies`?"),
            ("validate: {policies: [securty]}\n", "there are no policies `securty`", "did you mean `security`?"),
            ("validate: {severity: {x: eror}}\n", "unknown severity `eror`", "did you mean `error`?"),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!((error.message(), &*error.hints()[0]), (message, hint));
            assert!(error.span().is_some());
        }
        assert!(read("validate: {policies: security}\n").unwrap_err().message().contains("a list of texts"));
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let read = GaiaYaml::find([Path::new("/nonexistent")].into_iter(), &SourceMap::default()).unwrap();
        assert!(read.path.is_none() && read.validate.groups.is_empty());
        assert!(read.validate.protected.iter().any(|p| p == "aws_db_instance"));
    }
}
