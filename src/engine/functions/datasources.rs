//! The data sources of templates: `templates.settings.gomplate.datasources` of atmos.yaml, under those of a component's
//! `settings.templates.settings`.

use super::super::Engine;
use crate::template::{CallError, Datasources, LocalDatasources};
use crate::value::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The sources that a component's templates may read: files below the current directory, and web addresses where the
/// command opens connections.
pub(crate) fn sources(engine: &Engine, sections: &Value) -> Arc<dyn Datasources> {
    let configured = engine.workspace.config.dig(["templates", "settings", "gomplate", "datasources"]);
    let own = sections.dig(["settings", "templates", "settings", "gomplate", "datasources"]);
    let mut urls = BTreeMap::new();
    let mut headers: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (name, source) in [configured, own].into_iter().flatten().filter_map(Value::as_map).flat_map(Map::iter) {
        let name = name.name.to_string();
        if let Some(url) = source.get("url").and_then(Value::as_str) {
            urls.insert(name.clone(), url.to_owned());
        }
        if let Some(given) = source.get("headers").and_then(Value::as_map) {
            let values = given.iter().flat_map(|(header, values)| {
                let one = values.as_str().map(|v| vec![v]);
                let many = values.as_seq().map(|v| v.iter().filter_map(Value::as_str).collect::<Vec<_>>());
                let values = one.or(many).unwrap_or_default();
                values.into_iter().map(|v| (header.name.to_string(), v.to_owned())).collect::<Vec<_>>()
            });
            headers.insert(name, values.collect());
        }
    }
    let fetcher = Arc::clone(&engine.workspace.fetcher);
    let fetch = move |alias: &str, url: &str| {
        let given: Vec<(&str, &str)> =
            headers.get(alias).into_iter().flatten().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fetcher.text(url, &given).map_err(|e| CallError::new(super::template::describe(&e)))
    };
    Arc::new(LocalDatasources::new(&engine.workspace.cwd, urls).fetching(Box::new(fetch)))
}
