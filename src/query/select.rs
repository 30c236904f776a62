//! Which records are shown: `--stack`, `--tags`, `--labels`, `--filter`, `--query`.

use crate::value::{Data, Map, Value};
use crate::yq::Query;
use crate::{Error, Result};
use globset::{GlobBuilder, GlobMatcher};

/// A pattern for names of stacks. `*` stays between slashes, as Go's `path.Match` has it.
#[derive(Clone, Debug)]
pub struct NamePattern(GlobMatcher);

impl NamePattern {
    /// Reads a pattern such as `plat-*-prod`.
    ///
    /// # Errors
    /// It is no pattern: a bracket that is not closed.
    pub fn new(pattern: &str) -> Result<Self> {
        let glob = GlobBuilder::new(pattern.trim()).literal_separator(true).build();
        let glob = glob.map_err(|e| Error::usage(format!("invalid stack pattern `{pattern}`: {}", e.kind())))?;
        Ok(NamePattern(glob.compile_matcher()))
    }

    /// Whether the name matches as a whole.
    pub fn matches(&self, name: &str) -> bool {
        self.0.is_match(name)
    }
}

/// Tags of which one, and labels of which all, must be on a component (`metadata.tags`, `metadata.labels`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    tags: Vec<String>,
    labels: Vec<(String, String)>,
}

impl Marks {
    /// Reads `--tags a,b` and `--labels k=v,k:v`.
    ///
    /// # Errors
    /// A label without key or value.
    pub fn parse(tags: &str, labels: &str) -> Result<Self> {
        let parts = |text: &str| -> Vec<String> {
            text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let pair = |part: &String| {
            let pair = part.split_once(['=', ':']).map(|(k, v)| (k.trim().to_owned(), v.trim().to_owned()));
            pair.filter(|(k, _)| !k.is_empty())
                .ok_or_else(|| Error::usage(format!("invalid label `{part}`")).hint("write `key=value` or `key:value`"))
        };
        Ok(Marks { tags: parts(tags), labels: parts(labels).iter().map(pair).collect::<Result<_>>()? })
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.labels.is_empty()
    }

    /// Whether a component with this metadata is meant.
    pub fn match_metadata(&self, metadata: Option<&Value>) -> bool {
        let tags = metadata.and_then(|m| m.get("tags")).and_then(Value::as_seq).unwrap_or_default();
        let labels = metadata.and_then(|m| m.get("labels"));
        let tagged =
            self.tags.is_empty() || tags.iter().filter_map(Value::as_str).any(|t| self.tags.iter().any(|x| x == t));
        tagged && self.labels.iter().all(|(k, v)| labels.and_then(|l| l.get(k)?.as_str()) == Some(v.as_str()))
    }
}

/// Keeps the records for which a yq expression gives something other than null, false, 0, an empty text or nothing.
///
/// # Errors
/// The expression is wrong, or does not fit a record.
pub fn filter(records: &mut Vec<Map>, expression: &str) -> Result<()> {
    let query = Query::new(expression)?;
    let mut failed = None;
    records.retain(|record| match query.eval(&Value::map(record.clone())) {
        Ok(value) => is_truthy(&value),
        Err(error) => {
            failed.get_or_insert(error);
            true
        }
    });
    failed.map_or(Ok(()), Err)
}

/// Replaces every record by what a yq expression makes of it, next to its stack and component; what gives nothing is
/// left out. A value that is no map is called `value`.
///
/// # Errors
/// The expression is wrong, or does not fit a record.
pub fn project(records: &mut Vec<Map>, expression: &str) -> Result<()> {
    let query = Query::new(expression)?;
    let mut projected = Vec::with_capacity(records.len());
    for record in records.iter() {
        let value = query.eval(&Value::map(record.clone()))?;
        let names = ["stack", "component"].into_iter().filter_map(|name| Some((name, record.get(name)?.clone())));
        let mut row: Map = names.collect();
        match &value.data {
            Data::Null => continue,
            Data::Map(map) if map.is_empty() => continue,
            Data::Map(map) => row.extend(map.iter().map(|(k, v)| (k.clone(), v.clone()))),
            _ => {
                row.insert("value", value);
            }
        }
        projected.push(row);
    }
    *records = projected;
    Ok(())
}

fn is_truthy(value: &Value) -> bool {
    match &value.data {
        Data::Null => false,
        Data::Bool(b) => *b,
        Data::Int(i) => *i != 0,
        Data::Uint(_) | Data::Time(_) => true,
        Data::Float(f) => *f != 0.0,
        Data::Str(s) => !matches!(&**s, "" | "false" | "null"),
        Data::Seq(items) => !items.is_empty(),
        Data::Map(map) => !map.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata() -> Value {
        let labels: Map = [("team", "core"), ("tier", "1")].into_iter().collect();
        let mut map = Map::default();
        map.insert("tags", Value::seq(vec!["net".into(), "prod".into()]));
        map.insert("labels", labels);
        map.into()
    }

    #[test]
    fn one_tag_and_all_labels_must_match() {
        let matches = |tags, labels| Marks::parse(tags, labels).unwrap().match_metadata(Some(&metadata()));
        assert!(matches("", ""));
        assert!(matches("dev, prod", "team=core,tier:1"));
        assert!(!matches("dev", ""));
        assert!(!matches("prod", "team=core,tier=2"));
        assert!(!Marks::parse("prod", "").unwrap().match_metadata(None));
        assert!(Marks::parse("", "team").is_err());
        assert!(Marks::parse("", "=x").is_err());
    }

    #[test]
    fn a_star_does_not_cross_a_slash() {
        let matches = |pattern, name| NamePattern::new(pattern).unwrap().matches(name);
        assert!(matches("plat-*-prod", "plat-ue2-prod"));
        assert!(!matches("deploy/*", "deploy/a/b"));
        assert!(matches("dev-?", "dev-1"));
        assert!(!matches("dev", "dev-1"));
        assert!(NamePattern::new("[").is_err());
    }

    #[test]
    fn records_are_kept_by_what_an_expression_gives() {
        let record = |stack: &str, n: i64| -> Map {
            [("stack", Value::from(stack)), ("vars", Value::map([("n", Value::from(n))].into_iter().collect()))]
                .into_iter()
                .collect()
        };
        let mut records = vec![record("dev-1", 0), record("dev-2", 4), record("prod", 4)];
        filter(&mut records, ".vars.n").unwrap();
        assert_eq!(records.len(), 2);
        filter(&mut records, ".stack == \"dev-*\"").unwrap();
        assert_eq!(records.len(), 1);
        project(&mut records, ".vars.n").unwrap();
        assert_eq!(records[0].get("value"), Some(&Value::from(4)));
        assert_eq!(records[0].get("stack"), Some(&Value::from("dev-2")));
        assert!(filter(&mut records, ".a |").is_err());
    }
}
