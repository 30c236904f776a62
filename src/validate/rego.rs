//! Rego, the language of policies: the only place that names the crate that evaluates it.

use crate::error::{Error, Result};
use crate::value::{Data, Value};
use regex::Regex;
use regorus::utils::limits::ExecutionTimerConfig;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Which Rego a policy is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dialect {
    /// That of OPA before 1.0, which Atmos reads: no `if` and no `contains`, unless a file imports `rego.v1`.
    V0,
    /// That of OPA 1.0.
    V1,
}

/// Policies that were read, ready to be evaluated. Clones share what was compiled.
#[derive(Clone, Debug)]
pub(super) struct Rego(regorus::Engine);

impl Rego {
    /// No policies yet.
    pub(super) fn new(dialect: Dialect) -> Self {
        let mut engine = regorus::Engine::new();
        engine.set_rego_v0(dialect == Dialect::V0);
        if dialect == Dialect::V0 {
            // deprecated in OPA, and what Atmos's documentation writes
            let matches = |arguments: Vec<regorus::Value>| {
                let [pattern, text] = &arguments[..] else { return Ok(regorus::Value::Undefined) };
                let pattern = Regex::new(pattern.as_string()?)?;
                Ok(regorus::Value::from(pattern.is_match(text.as_string()?)))
            };
            // it fails only where a function of that name is there already
            let _ = engine.add_extension("re_match".to_owned(), 2, Box::new(matches));
        }
        Rego(engine)
    }

    /// Ends an evaluation that takes longer.
    pub(super) fn limit(&mut self, limit: Duration) {
        let check_interval = NonZeroU32::new(1000).unwrap_or(NonZeroU32::MIN);
        self.0.set_execution_timer_config(ExecutionTimerConfig { limit, check_interval });
    }

    /// Adds a policy; its package, `data.atmos`.
    ///
    /// # Errors
    /// The text is no Rego.
    pub(super) fn add(&mut self, path: &Path, text: &str) -> Result<String> {
        self.0
            .add_policy(path.display().to_string(), with_full_names(text))
            .map_err(|e| Error::new(format!("the policy cannot be read: {}", cause(&e))).in_file(path))
    }

    /// What a rule (`data.atmos.errors`) gives for an input; nothing where it is not defined.
    ///
    /// # Errors
    /// The rule cannot be evaluated, or not in time.
    pub(super) fn eval(&mut self, rule: &str, input: regorus::Value) -> Result<Option<serde_json::Value>> {
        self.0.set_input(input);
        let found = self.0.eval_rule(rule.to_owned()).map_err(|e| Error::new(cause(&e)))?;
        if found == regorus::Value::Undefined {
            return Ok(None);
        }
        // sets become lists
        serde_json::to_value(&found).map(Some).map_err(|e| Error::new(e.to_string()))
    }
}

/// A policy with the functions of imported packages called by their full names: the evaluator knows imports of values
/// only.
fn with_full_names(text: &str) -> String {
    let mut out = text.to_owned();
    for line in text.lines().filter_map(|line| line.trim().strip_prefix("import ")) {
        let line = line.split('#').next().unwrap_or_default().trim();
        let (package, alias) = line.split_once(" as ").map_or((line, None), |(p, a)| (p.trim(), Some(a.trim())));
        let Some(alias) = alias.or_else(|| package.rsplit('.').next()) else { continue };
        if !package.starts_with("data.") || !alias.chars().all(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let Ok(call) = Regex::new(&format!(r"(^|[^\w.]){alias}((?:\.\w+)*)\(")) else { continue };
        out = call
            .replace_all(&out, |found: &regex::Captures<'_>| format!("{}{package}{}(", &found[1], &found[2]))
            .into_owned();
    }
    out
}

/// What the evaluator says, in one line: it draws its own excerpts.
fn cause(error: &anyhow::Error) -> String {
    let text = error.to_string();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let said = lines.iter().find_map(|l| l.strip_prefix("error:")).map(str::trim);
    let place = lines.iter().find_map(|l| l.strip_prefix("-->")).map(str::trim);
    match (said, place) {
        (Some(said), Some(place)) => {
            // `path:line:column`: the path is told apart
            let at: Vec<&str> = place.rsplitn(3, ':').collect();
            match at[..] {
                [column, line, _] => format!("{said} (line {line}, column {column})"),
                _ => said.to_owned(),
            }
        }
        (Some(said), None) => said.to_owned(),
        _ => lines.join(" "),
    }
}

/// The line and the column that an error of the evaluator names.
pub(super) fn place(error: &Error) -> Option<(usize, usize)> {
    let (line, column) = error.message().rsplit_once("(line ")?.1.trim_end_matches(')').split_once(", column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// A value as Rego sees it.
pub(super) fn input(value: &Value) -> regorus::Value {
    match &value.data {
        Data::Null => regorus::Value::Null,
        Data::Bool(b) => (*b).into(),
        Data::Int(i) => (*i).into(),
        Data::Uint(u) => (*u).into(),
        Data::Float(f) => (*f).into(),
        Data::Str(s) | Data::Time(s) => regorus::Value::String((&**s).into()),
        Data::Seq(items) => items.iter().map(input).collect::<Vec<_>>().into(),
        Data::Map(map) => map
            .iter()
            .map(|(key, value)| (regorus::Value::String((&*key.name).into()), input(value)))
            .collect::<std::collections::BTreeMap<_, _>>()
            .into(),
    }
}

/// The policies that a path names: a file, or all below a directory. Tests of policies are none.
///
/// # Errors
/// There is no such file, or it cannot be read.
pub(super) fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        return Err(Error::new(format!("there is no policy `{}`", path.display())));
    }
    let is_policy = |p: &Path| {
        let name = p.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".rego") && !name.ends_with("_test.rego")
    };
    let walk = walkdir::WalkDir::new(path).sort_by_file_name().into_iter().filter_map(Result::ok);
    Ok(walk.map(walkdir::DirEntry::into_path).filter(|p| p.is_file() && is_policy(p)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn vars(text: &str) -> regorus::Value {
        input(&crate::yaml::load_str(text, &mut crate::yaml::NoTags).expect("YAML").value)
    }

    #[test]
    fn old_and_new_rego_are_read() {
        let mut old = Rego::new(Dialect::V0);
        let text = "package atmos\nerrors[m] { not re_match(`^a`, input.name); m := \"no a\" }\n";
        assert_eq!(old.add(Path::new("a.rego"), text).unwrap(), "data.atmos");
        assert_eq!(old.eval("data.atmos.errors", vars("name: b")).unwrap(), Some(json!(["no a"])));
        assert_eq!(old.eval("data.atmos.errors", vars("name: ab")).unwrap(), Some(json!([])));

        let text = "package atmos\nimport rego.v1\nerrors contains m if { input.n > 1; m := \"many\" }\n";
        for dialect in [Dialect::V0, Dialect::V1] {
            let mut rego = Rego::new(dialect);
            rego.add(Path::new("a.rego"), text).unwrap();
            assert_eq!(rego.eval("data.atmos.errors", vars("n: 2")).unwrap(), Some(json!(["many"])));
        }
    }

    #[test]
    fn functions_of_imported_packages_are_found() {
        let mut rego = Rego::new(Dialect::V1);
        rego.add(Path::new("l.rego"), "package acme.lib\nimport rego.v1\nlong(t) if count(t) > 2\n").unwrap();
        let text = "package p\nimport rego.v1\nimport data.acme.lib\nimport data.acme.lib.long as much\n\nx contains 1 if lib.long(input.n)\nx contains 2 if much(input.n)\n";
        rego.add(Path::new("p.rego"), text).unwrap();
        assert_eq!(rego.eval("data.p.x", vars("n: abc")).unwrap(), Some(json!([1, 2])));
    }

    #[test]
    fn what_is_no_rego_is_refused_at_its_line() {
        let text = "package atmos\n\nerrors[m] { m := }\n";
        let error = Rego::new(Dialect::V0).add(Path::new("a.rego"), text).unwrap_err();
        assert!(error.message().contains("line 3"), "{}", error.message());
    }

    #[test]
    fn an_evaluation_without_an_end_is_ended() {
        let mut rego = Rego::new(Dialect::V1);
        rego.limit(Duration::from_millis(20));
        let text = "package p\nimport rego.v1\nx contains [a, b, c] if {\n some a in numbers.range(1, 500)\n some b in numbers.range(1, 500)\n some c in numbers.range(1, 500)\n}\n";
        rego.add(Path::new("a.rego"), text).unwrap();
        assert!(rego.eval("data.p.x", vars("{}")).is_err());
    }
}
