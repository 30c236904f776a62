//! Custom YAML tags of manifests: kept as text, but for those that act while a file is read.
//!
//! As in Atmos, `!env HOME` becomes the string `"!env HOME"`, which is evaluated after merging; `!include` and
//! `!include.raw` are replaced by what they name; `!append` wraps its list; `!literal` vanishes.

use crate::code;
use crate::error::{Error, Result};
use crate::text::{SourceMap, did_you_mean};
use crate::value::merge::APPEND_KEY;
use crate::value::{Data, Map, Value};
use crate::yaml::{TagResolver, Tagged};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Every tag that Atmos knows, without the exclamation mark.
pub const TAGS: [&str; 37] = [
    "append",
    "aws.account_id",
    "aws.caller_identity_arn",
    "aws.caller_identity_user_id",
    "aws.organization_id",
    "aws.region",
    "cel",
    "cwd",
    "emulator",
    "env",
    "exec",
    "git.branch",
    "git.host",
    "git.name",
    "git.owner",
    "git.ref",
    "git.repository",
    "git.root",
    "git.sha",
    "git.url",
    "include",
    "include.raw",
    "labels",
    "labels.keys",
    "labels.values",
    "literal",
    "random",
    "repo-root",
    "secret",
    "store",
    "store.get",
    "tags",
    "template",
    "terraform.output",
    "terraform.state",
    "unset",
    "version",
];

/// The tags of one manifest.
pub(crate) struct ManifestTags<'a> {
    pub path: &'a Path,
    pub root: &'a Path,
    pub cwd: &'a Path,
    /// Where files go that cannot be read, for the place of the mistake.
    pub sources: &'a SourceMap,
    pub appends: &'a AtomicBool,
}

impl TagResolver for ManifestTags<'_> {
    fn resolve(&mut self, node: Tagged<'_>) -> Result<Value> {
        let name = node.tag.trim().trim_start_matches('!');
        if !TAGS.contains(&name) {
            return Err(Error::new(format!("unknown YAML function `{}`", node.tag))
                .code(&code::FUNCTION_UNKNOWN)
                .at(node.tag_span)
                .maybe_hint(did_you_mean(name, TAGS))
                .hint(format!("known functions: !{}", TAGS.join(", !"))));
        }
        let span = node.value.span;
        match (name, &node.value.data) {
            ("literal", _) => Ok(node.untagged()),
            ("append", Data::Seq(_)) => {
                self.appends.store(true, Ordering::Relaxed);
                Ok(Value::map(Map::from_iter([(APPEND_KEY, node.value)])).with_span(span))
            }
            ("include" | "include.raw", Data::Str(text)) => {
                let dirs = [self.cwd, self.root];
                super::functions::include::include(text, name == "include.raw", self.path, dirs, self.sources)
                    .map(|v| v.with_span(span))
                    .map_err(|e| if e.span().is_some() { e } else { e.code(&code::INCLUDE_MISSING).at(span) })
            }
            ("append", _) | (_, Data::Seq(_) | Data::Map(_)) => Ok(node.value),
            (_, Data::Str(text)) => {
                Ok(Value::str(format!("{} {}", node.tag.trim(), text.trim()).trim()).with_span(span))
            }
            _ => Ok(Value::str(node.tag.trim()).with_span(span)),
        }
    }
}
