//! Sprig's URLs: maps of their parts.

use crate::template::collection::Dict;
use crate::template::function::{CallResult, Table};
use crate::template::url::Url;
use crate::template::val::{Str, Val};
use std::collections::BTreeMap;

pub(super) fn register(table: &mut Table) {
    table.add("urlParse", |text: Str| -> CallResult<BTreeMap<Str, Val>> {
        let url = Url::parse(&text)?;
        let user = url.user.as_ref().map(ToString::to_string).unwrap_or_default();
        let hostname = url.hostname().to_owned();
        let parts = [
            ("scheme", url.scheme),
            ("host", url.host),
            ("hostname", hostname),
            ("path", url.path),
            ("query", url.query),
            ("opaque", url.opaque),
            ("fragment", url.fragment),
            ("userinfo", user),
        ];
        Ok(parts.into_iter().map(|(name, part)| (name.into(), Val::str(part))).collect())
    });
    table.add("urlJoin", join);
}

fn join(parts: Dict) -> CallResult<String> {
    let part = |name: &str| match parts.get(name) {
        None => Ok(String::new()),
        Some(val) => match val.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(format!("`{name}` must be a string, not {}", val.type_name())),
        },
    };
    let mut url = Url {
        scheme: part("scheme")?,
        host: part("host")?,
        path: part("path")?,
        query: part("query")?,
        opaque: part("opaque")?,
        fragment: part("fragment")?,
        ..Url::default()
    };
    let user = part("userinfo")?;
    if !user.is_empty() {
        url.user = Url::parse(&format!("proto://{user}@host"))?.user;
    }
    Ok(url.to_string())
}
