//! The policies that are switched on, compiled once.

use super::finding::Finding;
use super::rules::{LIBRARY, RULES, Rule};
use crate::code::{self, Severity};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::validate::rego::{self, Dialect, Rego};
use crate::value::Value;
use crate::workspace::gaia_yaml::{Group, Validate};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long one rule may look at one document.
const LIMIT: Duration = Duration::from_secs(20);

/// Rules with their settings.
#[derive(Clone, Debug)]
pub struct Pack {
    pub(super) rules: Vec<&'static Rule>,
    pub(super) own: Vec<Own>,
    pub(super) settings: Validate,
    rego: Rego,
}

/// A policy of one's own.
#[derive(Clone, Debug)]
pub(super) struct Own {
    /// The file's name without extension: what its findings are called unless they have an `id`.
    pub name: String,
    pub path: PathBuf,
    package: String,
    denies: bool,
    warns: bool,
}

impl Pack {
    /// The policies that `validate.policies` of gaia.yaml switches on.
    ///
    /// # Errors
    /// A policy of one's own that is no Rego, or a severity for a rule that is not there.
    pub fn new(settings: &Validate) -> Result<Pack> {
        let rules = RULES.iter().filter(|rule| settings.groups.contains(&rule.group)).collect();
        let mut pack = Pack { rules, own: Vec::new(), settings: settings.clone(), rego: Rego::new(Dialect::V1) };
        pack.rego.limit(LIMIT);
        if !pack.rules.is_empty() {
            pack.rego.add(Path::new("lib.rego"), LIBRARY)?;
        }
        for rule in &pack.rules {
            pack.rego.add(Path::new(rule.code.name), rule.text)?;
        }
        for path in &settings.own {
            for file in rego::files(path)? {
                pack.add_own(&file)?;
            }
        }
        pack.check_severities()?;
        Ok(pack)
    }

    /// All rules that come with gaia.
    ///
    /// # Errors
    /// None: the rules are tested.
    pub fn all() -> Result<Pack> {
        Self::new(&Validate { groups: Group::ALL.to_vec(), ..Validate::default() })
    }

    fn add_own(&mut self, file: &Path) -> Result<()> {
        let text = std::fs::read_to_string(file)
            .map_err(|e| Error::new(format!("cannot read the policy `{}`: {e}", file.display())).in_file(file))?;
        let package = self.rego.add(file, &text)?;
        let has = |rule: &str| {
            text.lines().map(str::trim_start).any(|line| {
                line.strip_prefix(rule).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
            })
        };
        self.own.push(Own {
            name: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            path: file.to_owned(),
            package,
            denies: has("deny"),
            warns: has("warn"),
        });
        Ok(())
    }

    fn check_severities(&self) -> Result<()> {
        let is_known =
            |name: &str| super::rules::names().any(|n| n == name) || self.own.iter().any(|own| own.name == name);
        match self.settings.severity_spans.iter().find(|(name, _)| !is_known(name) && self.own.is_empty()) {
            None => Ok(()),
            Some((name, span)) => Err(Error::new(format!("`validate.severity` names no rule: `{name}`"))
                .at(*span)
                .maybe_hint(did_you_mean(name, super::rules::names()))),
        }
    }

    /// Whether nothing is switched on.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.own.is_empty()
    }

    /// Whether a rule of gaia's is not switched on.
    pub(super) fn lacks(&self, rule: &str) -> bool {
        RULES.iter().any(|r| r.code.name == rule) && !self.rules().any(|name| name == rule)
    }

    /// The names of the rules that are switched on.
    pub fn rules(&self) -> impl Iterator<Item = &'static str> {
        self.rules.iter().map(|rule| rule.code.name)
    }

    /// What one rule that comes with gaia finds in a document.
    ///
    /// # Errors
    /// The rule is not switched on, or cannot be evaluated.
    pub fn find(&mut self, rule: &str, document: &Value) -> Result<Vec<Finding>> {
        match self.rules.iter().find(|r| r.code.name == rule) {
            Some(rule) => self.apply(rule, document),
            None => Err(Error::new(format!("there is no rule `{rule}`"))),
        }
    }

    pub(super) fn apply(&mut self, rule: &Rule, document: &Value) -> Result<Vec<Finding>> {
        self.eval(&rule.query(), document, false)
    }

    pub(super) fn apply_own(&mut self, own: &Own, document: &Value) -> Result<Vec<Finding>> {
        let mut found = Vec::new();
        for (is_there, rule, warning) in [(own.denies, "deny", false), (own.warns, "warn", true)] {
            if is_there {
                found.extend(self.eval(&format!("{}.{rule}", own.package), document, warning)?);
            }
        }
        Ok(found)
    }

    fn eval(&mut self, query: &str, document: &Value, warning: bool) -> Result<Vec<Finding>> {
        let found = self.rego.eval(query, rego::input(document))?;
        let entries = found.as_ref().and_then(serde_json::Value::as_array).map(Vec::as_slice).unwrap_or_default();
        Ok(entries.iter().map(|entry| Finding::read(entry, warning)).collect())
    }

    /// How bad a rule's finding is in a stage; nothing where the rule is off.
    pub(super) fn severity(&self, name: &str, stage: &str, production: bool, otherwise: Severity) -> Option<Severity> {
        let Some(stages) = self.settings.severity.get(name) else { return Some(otherwise) };
        let of_class = if production { stages.get("production") } else { None };
        stages.get(stage).or(of_class).or_else(|| stages.get("default")).copied().unwrap_or(Some(otherwise))
    }

    /// How bad what a rule of gaia's finds is, unless gaia.yaml says otherwise.
    pub(super) fn severity_of(&self, rule: &Rule, stage: &str, production: bool) -> Option<Severity> {
        let otherwise = if production { rule.code.severity } else { rule.elsewhere? };
        self.severity(rule.code.name, stage, production, otherwise)
    }

    /// How bad what a policy of one's own finds is.
    pub(super) fn severity_of_own(
        &self,
        finding: &Finding,
        name: &str,
        stage: &str,
        production: bool,
    ) -> Option<Severity> {
        let otherwise = if finding.warning { Severity::Warning } else { code::OWN_POLICY.severity };
        self.severity(name, stage, production, otherwise)
    }
}
