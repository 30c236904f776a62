//! Data sources: files, and what else the caller can read, under names that Atmos's settings give them.

use super::data;
use crate::template::error::CallError;
use crate::template::function::{CallResult, Functions, Rest, Table};
use crate::template::url::Url;
use crate::template::val::{Str, Val};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

/// Reads what a data source holds.
pub trait Datasources: Send + Sync {
    /// The text of a source and its media type. The arguments are those of the call: paths below the source.
    ///
    /// # Errors
    /// There is no such source, or it cannot be read.
    fn read(&self, alias: &str, arguments: &[Str]) -> CallResult<(String, String)>;

    /// Names a source; one that has a name already keeps its meaning.
    ///
    /// # Errors
    /// The address is none.
    fn define(&self, alias: &str, url: &str) -> CallResult<()>;

    /// The names of the sources, sorted.
    fn names(&self) -> Vec<String>;
}

/// Gets the text at a web address and its media type, for the data source of a name.
pub type Fetch = dyn Fn(&str, &str) -> CallResult<(String, Option<String>)> + Send + Sync;

/// Data sources that are local files, and with [`LocalDatasources::fetching`] web pages; all others are refused with the
/// reason.
pub struct LocalDatasources {
    base: PathBuf,
    urls: RwLock<BTreeMap<String, String>>,
    fetch: Option<Box<Fetch>>,
}

impl LocalDatasources {
    /// Sources by name. Relative addresses are those of files below `base`, the working directory of Atmos.
    pub fn new(base: impl Into<PathBuf>, urls: impl IntoIterator<Item = (String, String)>) -> Self {
        LocalDatasources { base: base.into(), urls: RwLock::new(urls.into_iter().collect()), fetch: None }
    }

    /// Reads sources at `http` and `https` addresses too.
    #[must_use]
    pub fn fetching(mut self, fetch: Box<Fetch>) -> Self {
        self.fetch = Some(fetch);
        self
    }

    fn url(&self, alias: &str) -> CallResult<String> {
        let urls = self.urls.read().unwrap_or_else(PoisonError::into_inner);
        match urls.get(alias) {
            Some(url) => Ok(url.clone()),
            // an absolute address needs no name
            None if Url::parse(alias).is_ok_and(|url| !url.scheme.is_empty()) => Ok(alias.to_owned()),
            None => Err(format!("undefined data source `{alias}`").into()),
        }
    }
}

impl Datasources for LocalDatasources {
    fn read(&self, alias: &str, arguments: &[Str]) -> CallResult<(String, String)> {
        let address = self.url(alias)?;
        let url = Url::parse(&address)?;
        if let ("http" | "https", Some(fetch)) = (&*url.scheme, &self.fetch) {
            let address = arguments.first().map_or(address.clone(), |argument| below(&address, argument));
            let (text, told) = fetch(alias, &address)?;
            let (path, query) = address.split_once('?').unwrap_or((&address, ""));
            let known = forced_type(query).or_else(|| type_by_name(Path::new(path)).map(str::to_owned)).or(told);
            return Ok((text, known.unwrap_or_else(|| "text/plain".to_owned())));
        }
        if !matches!(&*url.scheme, "" | "file") {
            return Err(CallError::new(format!(
                "data source `{alias}` lies at `{}:`, and gaia reads only files",
                url.scheme
            )));
        }
        let mut path = self.base.join(&url.path);
        let mut query = url.query.clone();
        if let [argument, ..] = arguments {
            let (below, more) = argument.split_once('?').unwrap_or((argument, ""));
            if !below.is_empty() {
                // a source that is no directory is replaced, not extended
                path = if url.path.ends_with('/') { path.join(below) } else { path.with_file_name(below) };
            }
            if !more.is_empty() {
                more.clone_into(&mut query);
            }
        }
        read_path(alias, &path, &query)
    }

    fn define(&self, alias: &str, url: &str) -> CallResult<()> {
        if alias.is_empty() {
            return Err("a data source needs a name".into());
        }
        Url::parse(url)?;
        let mut urls = self.urls.write().unwrap_or_else(PoisonError::into_inner);
        urls.entry(alias.to_owned()).or_insert_with(|| url.to_owned());
        Ok(())
    }

    fn names(&self) -> Vec<String> {
        self.urls.read().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }
}

/// A file, or a directory as a list of the names in it.
fn read_path(alias: &str, path: &Path, query: &str) -> CallResult<(String, String)> {
    let failed =
        |e: std::io::Error| CallError::new(format!("data source `{alias}` cannot be read: `{}`: {e}", path.display()));
    if path.to_string_lossy().ends_with('/') || path.is_dir() {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(path).map_err(failed)? {
            names.push(Val::str(entry.map_err(failed)?.file_name().to_string_lossy()));
        }
        names.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
        let text = crate::template::json::write(&Val::from_iter(names), crate::value::json::Dialect::Standard, None)?;
        return Ok((text, "application/array+json".into()));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    let media_type = forced_type(query).unwrap_or_else(|| type_by_name(path).unwrap_or("text/plain").to_owned());
    Ok((String::from_utf8_lossy(&bytes).into_owned(), media_type))
}

/// The media type that the address itself names: `?type=application/json`.
fn forced_type(query: &str) -> Option<String> {
    let forced = query.split('&').find_map(|part| part.strip_prefix("type="))?;
    Some(forced.replace("%2F", "/").replace("%2f", "/").replace("%2B", "+"))
}

fn type_by_name(path: &Path) -> Option<&'static str> {
    Some(match path.extension()?.to_str()? {
        "json" => "application/json",
        "yaml" | "yml" => "application/yaml",
        "toml" => "application/toml",
        "csv" => "text/csv",
        "env" => "application/x-env",
        _ => return None,
    })
}

/// The address of what a call names relative to its source: below one that ends with a slash, beside any other.
fn below(address: &str, argument: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (name, more) = argument.split_once('?').unwrap_or((argument, query));
    let start = if name.is_empty() { path } else { &path[..=path.rfind('/').unwrap_or(path.len() - 1)] };
    let query = if more.is_empty() { String::new() } else { format!("?{more}") };
    format!("{start}{name}{query}")
}

/// What gomplate's functions are before anybody names a source.
pub(super) fn register_none(table: &mut Table) {
    let sources = LocalDatasources::new("", []);
    register(table, &(Arc::new(sources) as Arc<dyn Datasources>));
}

fn register(table: &mut Table, sources: &Arc<dyn Datasources>) {
    let of = Arc::clone(sources);
    table.add("datasource ds", move |alias: Str, arguments: Rest<Str>| -> CallResult {
        let (text, media_type) = of.read(&alias, &arguments.0)?;
        Ok(Val::from(data::parse(&media_type, &text)?))
    });
    let of = Arc::clone(sources);
    table.add("include", move |alias: Str, arguments: Rest<Str>| Ok(of.read(&alias, &arguments.0)?.0));
    let of = Arc::clone(sources);
    table.add("datasourceExists", move |alias: Str| of.names().iter().any(|name| **name == *alias));
    let of = Arc::clone(sources);
    table.add("datasourceReachable", move |alias: Str, arguments: Rest<Str>| {
        of.names().iter().any(|name| **name == *alias) && of.read(&alias, &arguments.0).is_ok()
    });
    let of = Arc::clone(sources);
    table.add("defineDatasource", move |alias: Str, url: Str| of.define(&alias, &url).map(|()| ""));
    let of = Arc::clone(sources);
    table.add("listDatasources", move || of.names());
}

impl Functions {
    /// Takes data sources from a reader, for gomplate's functions and for `atmos.GomplateDatasource`.
    #[must_use]
    pub fn with_datasources(self, sources: Arc<dyn Datasources>) -> Self {
        let mut table = Table::default();
        if self.contains("datasource") {
            register(&mut table, &sources);
        }
        self.with_layer(&Arc::new(table))
    }
}

/// What a data source holds, read by its media type: the result of `datasource` and `atmos.GomplateDatasource`.
///
/// # Errors
/// The source cannot be read, or does not hold what its media type says.
pub fn read_datasource(sources: &dyn Datasources, alias: &str, arguments: &[Str]) -> CallResult<crate::value::Value> {
    let (text, media_type) = sources.read(alias, arguments)?;
    data::parse(&media_type, &text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{MissingKey, ParseOptions, Template};
    use crate::value::Value;

    #[test]
    fn local_files_are_read_by_their_type() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.json"), r#"{"x": [1, 2]}"#).unwrap();
        std::fs::write(dir.path().join("b.txt"), "plain").unwrap();
        let sources = LocalDatasources::new(
            dir.path(),
            [("a".to_owned(), "a.json".to_owned()), ("w".to_owned(), "https://example.com/x.json".to_owned())],
        );
        let functions = Functions::builtin().with_gomplate().with_datasources(Arc::new(sources));
        let render = |text: &str| {
            let template = Template::parse("t", text, &ParseOptions::default(), &functions)?;
            template.render(&Value::NULL, &functions, MissingKey::Error)
        };
        assert_eq!(render("{{ (datasource `a`).x }}").unwrap(), "[1 2]");
        assert_eq!(
            render("{{ defineDatasource `b` `b.txt` }}{{ include `b` }}{{ listDatasources }}").unwrap(),
            "plain[a b w]"
        );
        assert_eq!(render("{{ datasourceReachable `a` }} {{ datasourceExists `z` }}").unwrap(), "true false");
        assert!(render("{{ ds `w` }}").unwrap_err().message.contains("reads only files"));
        assert!(render("{{ ds `z` }}").unwrap_err().message.contains("undefined data source `z`"));
    }
}
