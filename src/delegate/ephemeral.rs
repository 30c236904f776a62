//! Short-lived stacks: each is a manifest that imports the one that it is cloned from, and tells in `settings.gaia.ephemeral`
//! whose it is and when it expires. There is no record beside it.

use super::units::Unit;
use crate::engine::{Engine, Stack};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::Value;
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, Serializer};
use std::path::PathBuf;
use std::time::Duration;

/// A short-lived stack, as its manifest tells it.
#[derive(Clone, Debug, Serialize)]
pub struct Ephemeral {
    /// The name that it was given.
    pub name: String,
    /// The stack.
    pub stack: String,
    /// The stack that it is cloned from.
    pub from: String,
    /// Whose it is.
    pub owner: String,
    /// When it was made.
    #[serde(serialize_with = "as_text")]
    pub created: Timestamp,
    /// When it may be destroyed.
    #[serde(serialize_with = "as_text")]
    pub expires: Timestamp,
    /// What its components cost a month, where any of them has a price.
    pub monthly_cost: Option<f64>,
    /// Its manifest.
    pub manifest: PathBuf,
}

fn as_text<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(time)
}

impl Ephemeral {
    /// Whether its time is over.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires <= now
    }

    /// All short-lived stacks of a repository, the first to expire first.
    ///
    /// # Errors
    /// Manifests that cannot be read; one that tells no times.
    pub fn all(engine: &Engine, units: &[Unit]) -> Result<Vec<Ephemeral>> {
        let mut found: Vec<Ephemeral> =
            engine.stacks()?.iter().filter_map(|stack| Self::of(stack, units).transpose()).collect::<Result<_>>()?;
        found.sort_by(|a, b| (a.expires, &a.stack).cmp(&(b.expires, &b.stack)));
        Ok(found)
    }

    /// What the manifest of a stack tells, if it is a short-lived one.
    fn of(stack: &Stack, units: &[Unit]) -> Result<Option<Ephemeral>> {
        let Some(told) = stack.own.dig(["settings", "gaia", "ephemeral"]) else { return Ok(None) };
        let text = |key: &str| told.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let time = |key: &str| {
            let value = told.get(key).unwrap_or(told);
            text(key).parse::<Timestamp>().map_err(|_| {
                Error::new(format!("`settings.gaia.ephemeral.{key}` must be a time, as 2026-01-31T12:00:00Z in quotes"))
                    .at(value.span)
            })
        };
        let own: Vec<&Unit> = units.iter().filter(|unit| stack.path.ends_with(&unit.manifest)).collect();
        let prices: Vec<f64> = own.iter().filter_map(|unit| unit.monthly_cost()).collect();
        Ok(Some(Ephemeral {
            name: text("name"),
            stack: own.first().map_or_else(|| stack.file.to_string(), |unit| unit.stack.clone()),
            from: text("from"),
            owner: text("owner"),
            created: time("created")?,
            expires: time("expires")?,
            monthly_cost: (!prices.is_empty()).then(|| prices.iter().sum()),
            manifest: stack.path.clone(),
        }))
    }

    /// One of some by the name that it was given, or by its stack.
    ///
    /// # Errors
    /// There is none, or there are several.
    pub fn find<'a>(all: &'a [Ephemeral], name: &str) -> Result<&'a Ephemeral> {
        let found: Vec<&Ephemeral> = all.iter().filter(|e| e.stack == name || e.name == name).collect();
        match found[..] {
            [one] => Ok(one),
            [] => Err(Error::new(format!("no short-lived stack is called `{name}`"))
                .maybe_hint(did_you_mean(name, all.iter().flat_map(|e| [e.name.as_str(), e.stack.as_str()])))
                .hint("`gaia ephemeral list` shows all")),
            _ => {
                let stacks: Vec<&str> = found.iter().map(|e| e.stack.as_str()).collect();
                Err(Error::new(format!("several short-lived stacks are called `{name}`"))
                    .hint(format!("name the stack: {}", stacks.join(", "))))
            }
        }
    }
}

/// A short-lived stack that is to be made.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Its name: what tells it from the stack that it is cloned from.
    pub name: String,
    /// The stack that it is cloned from.
    pub from: String,
    /// Whose it is.
    pub owner: String,
    /// How long it may live.
    pub lifetime: Duration,
    /// The variable that takes its name, where the way stacks are named does not tell.
    pub variable: Option<String>,
}

impl Wish {
    /// Where its manifest belongs, and what it says.
    ///
    /// # Errors
    /// A name that cannot be part of a file's name, a stack that is not there, an own manifest in the way.
    pub fn manifest(&self, engine: &Engine, units: &[Unit], now: Timestamp) -> Result<(PathBuf, String)> {
        let Wish { name, from, owner, .. } = self;
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || !name.chars().all(is_plain) || name.starts_with('-') || name.ends_with('-') {
            return Err(Error::usage(format!("`{name}` cannot name a stack"))
                .hint("lower-case letters, digits and hyphens between them: `pr-123`"));
        }
        let Some(unit) = units.iter().find(|unit| unit.stack == *from) else {
            return Err(Error::new(format!("no stack with Terraform components is called `{from}`"))
                .maybe_hint(did_you_mean(from, units.iter().map(|unit| unit.stack.as_str())))
                .hint("`gaia list stacks` shows all"));
        };
        let workspace = engine.workspace();
        let path = workspace.settings.stacks_dir.join(&unit.manifest);
        let source = engine.stacks()?.iter().find(|stack| stack.path == path);
        let source = source.ok_or_else(|| Error::new(format!("`{from}` has no manifest")))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let own = path.with_file_name(format!("{stem}-{name}.yaml"));
        let (mut created, expires) =
            (now, now + SignedDuration::try_from(self.lifetime).unwrap_or(SignedDuration::MAX));
        if own.exists() {
            let all = Ephemeral::all(engine, units)?;
            let before = all.iter().find(|e| e.manifest == own && e.from == *from).ok_or_else(|| {
                Error::new(format!("`{}` is there already, and is no short-lived clone of `{from}`", own.display()))
                    .hint("give it another name")
            })?;
            created = before.created;
        }
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let name_line = source.manifest_name().map(|_| format!("name: {name}\n")).unwrap_or_default();
        let variable = self.variable.clone().or_else(|| naming_variable(&workspace.config));
        let vars = variable.map(|variable| format!("vars:\n  {variable}: {name}\n")).unwrap_or_default();
        let text = format!(
            "# Made by `gaia ephemeral up`; `gaia ephemeral down {name}` destroys the stack and removes this file.\n\
             import:\n  - {import}\n{name_line}{vars}settings:\n  gaia:\n    ephemeral:\n      name: {name}\n      \
             from: {from}\n      owner: {owner}\n      created: \"{created:.0}\"\n      expires: \"{expires:.0}\"\n",
            import = quoted(&source.file),
            from = quoted(from),
            owner = quoted(owner),
        );
        Ok((own, text))
    }
}

/// The variable in which stacks differ that live side by side: the last that their names are made of.
fn naming_variable(config: &Value) -> Option<String> {
    let text = |key| config.dig(["stacks", key]).and_then(Value::as_str).filter(|t| !t.is_empty());
    let names = match (text("name_template"), text("name_pattern")) {
        (Some(template), _) => template,
        (None, Some(pattern)) => pattern,
        (None, None) => return None,
    };
    ["stage", "environment", "namespace", "tenant"].into_iter().find(|v| names.contains(v)).map(str::to_owned)
}
