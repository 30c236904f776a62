//! Atmos's version tracker: locked versions of a track, for `!version NAME` and `{{ .version.NAME }}`.

use super::Engine;
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use crate::value::{Map, Value};
use regex::Regex;
use std::sync::LazyLock;

impl Engine {
    /// Adds `version` to a template's context, if the text asks for it and the context is not empty.
    pub(crate) fn add_version(&self, text: &str, context: &mut Map, track: Option<&str>) -> Result<()> {
        static ASKS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\.version\b").expect("a valid pattern"));
        if context.is_empty() || context.contains("version") || !ASKS.is_match(text) {
            return Ok(());
        }
        let versions = self.locked(track)?.map(|entries| {
            entries.iter().filter_map(|(k, v)| Some((k.clone(), v.get("version")?.clone()))).collect::<Map>()
        });
        context.insert("version", Value::map(versions.unwrap_or_default()));
        Ok(())
    }

    /// The locked version of a dependency.
    pub(crate) fn locked_version(&self, name: &str, track: Option<&str>) -> Result<Value> {
        let entries = self.locked(track)?.unwrap_or_default();
        entries
            .get(name)
            .and_then(|e| e.get("version"))
            .filter(|v| v.as_str().is_some_and(|t| !t.is_empty()))
            .cloned()
            .ok_or_else(|| {
                Error::new(format!("no version of `{name}` is locked in the track `{}`", self.track(track)))
                    .maybe_hint(did_you_mean(name, entries.names()))
                    .hint("run `atmos version track lock`")
            })
    }

    fn track<'a>(&'a self, track: Option<&'a str>) -> &'a str {
        let configured = self.workspace.config.dig(["version", "track"]).and_then(Value::as_str);
        track.filter(|t| !t.is_empty()).or(configured.filter(|t| !t.is_empty())).unwrap_or("default")
    }

    /// The entries of a track in the lock file; `None` when there is no such track.
    fn locked(&self, track: Option<&str>) -> Result<Option<Map>> {
        let lock = self.lock_file.get_or_init(|| {
            let name = self
                .workspace
                .config
                .dig(["version", "lock_file"])
                .and_then(Value::as_str)
                .filter(|n| !n.is_empty())
                .unwrap_or("versions.lock.yaml");
            match self.loader.open(&self.workspace.root.join(name)) {
                Some(file) => self.loader.parse(&file),
                None => Ok(Value::empty_map()),
            }
        });
        let lock = lock.as_ref().map_err(Clone::clone)?;
        Ok(lock.dig(["tracks", self.track(track)]).and_then(Value::as_map).cloned())
    }
}
