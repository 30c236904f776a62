//! Backends of Terraform: the settings without which no state can be kept.

use super::diagnostic::Diagnostic;
use super::stacks::{Subject, Summary};
use super::{likely, marks};
use crate::code::{self, Severity};
use crate::text::{Span, did_you_mean, is_slip};
use crate::value::{Data, Key, Map, Value};

/// The settings that each backend asks for; of each group one is enough.
const NEEDED: &[(&str, &[&[&str]])] = &[
    ("s3", &[&["bucket"]]),
    ("gcs", &[&["bucket"]]),
    ("azurerm", &[&["storage_account_name"], &["container_name"]]),
    ("http", &[&["address"]]),
    ("consul", &[&["path"]]),
    ("cos", &[&["bucket"]]),
    ("oss", &[&["bucket"]]),
    ("kubernetes", &[&["secret_suffix"]]),
    ("remote", &[&["workspaces"], &["organization"]]),
    ("cloud", &[&["workspaces"]]),
];

fn needed(kind: &str) -> Option<&'static [&'static [&'static str]]> {
    NEEDED.iter().find(|(name, _)| *name == kind).map(|(_, needed)| *needed)
}

/// The settings of the backends that most people use.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "s3",
        &[
            "access_key",
            "acl",
            "allowed_account_ids",
            "assume_role",
            "assume_role_with_web_identity",
            "bucket",
            "custom_ca_bundle",
            "dynamodb_endpoint",
            "dynamodb_table",
            "ec2_metadata_service_endpoint",
            "encrypt",
            "endpoint",
            "endpoints",
            "external_id",
            "forbidden_account_ids",
            "force_path_style",
            "http_proxy",
            "https_proxy",
            "iam_endpoint",
            "insecure",
            "key",
            "kms_key_id",
            "max_retries",
            "no_proxy",
            "profile",
            "region",
            "retry_mode",
            "role_arn",
            "secret_key",
            "session_name",
            "shared_config_files",
            "shared_credentials_file",
            "shared_credentials_files",
            "skip_credentials_validation",
            "skip_metadata_api_check",
            "skip_region_validation",
            "skip_requesting_account_id",
            "skip_s3_checksum",
            "sse_customer_key",
            "sts_endpoint",
            "sts_region",
            "token",
            "use_dualstack_endpoint",
            "use_fips_endpoint",
            "use_lockfile",
            "use_path_style",
            "workspace_key_prefix",
        ],
    ),
    (
        "gcs",
        &[
            "access_token",
            "bucket",
            "credentials",
            "encryption_key",
            "impersonate_service_account",
            "impersonate_service_account_delegates",
            "kms_encryption_key",
            "prefix",
            "storage_custom_endpoint",
        ],
    ),
    (
        "azurerm",
        &[
            "access_key",
            "client_certificate",
            "client_certificate_path",
            "client_id",
            "client_secret",
            "container_name",
            "environment",
            "key",
            "lookup_blob_endpoint",
            "metadata_host",
            "msi_endpoint",
            "resource_group_name",
            "sas_token",
            "snapshot",
            "storage_account_name",
            "subscription_id",
            "tenant_id",
            "use_azuread_auth",
            "use_cli",
            "use_msi",
            "use_oidc",
        ],
    ),
    ("local", &["path", "workspace_dir"]),
];

/// The names of a backend's settings, where they are known.
fn known(kind: &str) -> &'static [&'static str] {
    KNOWN.iter().find(|(name, _)| *name == kind).map(|(_, known)| *known).unwrap_or_default()
}

/// A type of backend that nothing configures, while others are.
fn unconfigured(subject: &Subject<'_>, section: &str, setting: &str) -> Option<Diagnostic> {
    let kind = subject.component.section(setting).and_then(Value::as_str).filter(|kind| !kind.is_empty())?;
    // as nearly always
    if subject.component.stack.merged.dig(["terraform", section, kind]).is_some() {
        return None;
    }
    let maps: Vec<&Map> = layers(subject, section).filter_map(|(_, value)| value.as_map()).collect();
    if maps.iter().any(|layer| layer.contains(kind)) {
        return None;
    }
    let strongest = maps.iter().find(|layer| !layer.is_empty())?;
    let (first, settings) = strongest.iter().next()?;
    let type_at = layers(subject, setting).map(|(_, value)| value.span).find(|span| !span.is_none());
    let fits = |kind: &str| settings.as_map().is_some_and(|map| map.names().all(|name| known(kind).contains(&name)));
    if strongest.len() == 1 && fits(kind) && !fits(&first.name) && !first.span.is_none() {
        let message = format!("`{}` holds settings of `{kind}`, which `{setting}` is", first.name);
        let misnamed = Diagnostic::new(&code::BACKEND_SECTION, message, first.span);
        let misnamed = misnamed.hint(format!("did you mean `{kind}`?"));
        return Some(match type_at {
            Some(at) => misnamed.related("the type is set here", at),
            None => misnamed,
        });
    }
    let message = format!("`{setting}` is `{kind}`, and `{section}` does not configure that");
    let names = maps.iter().flat_map(|layer| layer.names());
    let diagnostic = Diagnostic::new(&code::BACKEND_SECTION, message, type_at.unwrap_or(first.span));
    let diagnostic = diagnostic.maybe_hint(did_you_mean(kind, names));
    Some(diagnostic.hint(format!("add `{kind}:` under `{section}:`, or change `{setting}`")))
}

/// Settings that are nearly those of the backend; the names that they stand for.
fn misspelt(kind: &str, backend: &Map, found: &mut Vec<Diagnostic>) -> Vec<&'static str> {
    let known = known(kind);
    let needed: Vec<&str> = needed(kind).into_iter().flatten().flat_map(|group| group.iter().copied()).collect();
    let mut meant = Vec::new();
    // Atmos adds some itself
    let is_written = |name: &str| backend.get_entry(name).is_some_and(|(key, _)| !key.span.is_none());
    for (key, _) in backend.iter().filter(|(key, _)| !known.contains(&&*key.name) && !key.span.is_none()) {
        // `bucket_name` is the bucket
        let longer =
            || needed.iter().copied().find(|n| !backend.contains(n) && key.name.split('_').any(|word| word == *n));
        let near = known.iter().copied().find(|known| !is_written(known) && is_slip(&key.name, known));
        if let Some(near) = near.or_else(longer) {
            let message = format!("the {kind} backend knows no `{}`", key.name);
            let diagnostic = Diagnostic::new(&code::UNKNOWN_KEY, message, key.span).severity(Severity::Warning);
            found.push(diagnostic.hint(format!("did you mean `{near}`?")));
            meant.push(near);
        }
    }
    meant
}

/// Settings that are true or false, whatever the backend.
const FLAGS: [&str; 19] = [
    "encrypt",
    "force_path_style",
    "insecure",
    "skip_cert_verification",
    "skip_credentials_validation",
    "skip_metadata_api_check",
    "skip_region_validation",
    "skip_requesting_account_id",
    "skip_s3_checksum",
    "skip_table_creation",
    "snapshot",
    "use_azuread_auth",
    "use_cli",
    "use_dualstack_endpoint",
    "use_fips_endpoint",
    "use_lockfile",
    "use_msi",
    "use_oidc",
    "use_path_style",
];

/// Settings that are texts, whatever the backend.
const TEXTS: [&str; 17] = [
    "access_key",
    "acl",
    "bucket",
    "container_name",
    "credentials",
    "dynamodb_table",
    "key",
    "kms_key_id",
    "path",
    "prefix",
    "profile",
    "region",
    "resource_group_name",
    "role_arn",
    "storage_account_name",
    "subscription_id",
    "workspace_key_prefix",
];

/// Settings whose value no backend takes.
fn mistaken(kind: &str, backend: &Map, found: &mut Vec<Diagnostic>) {
    // what speaks S3's protocol elsewhere has names and regions of its own
    let is_elsewhere = ["endpoint", "endpoints", "skip_region_validation"].iter().any(|name| backend.contains(name));
    for (key, value) in backend.iter().filter(|(key, value)| !key.span.is_none() && !value.span.is_none()) {
        let name = &*key.name;
        let text = value.as_str().filter(|t| !marks::is_open(t) && !t.contains("${"));
        let expected = match &value.data {
            Data::Str(_) if FLAGS.contains(&name) => {
                text.filter(|t| !matches!(*t, "true" | "false" | "1" | "0" | "")).map(|_| "true or false")
            }
            Data::Map(_) | Data::Seq(_) | Data::Int(_) | Data::Uint(_) | Data::Float(_) if FLAGS.contains(&name) => {
                Some("true or false")
            }
            Data::Map(_) | Data::Seq(_) if TEXTS.contains(&name) => Some("a text"),
            Data::Str(text) if text.is_empty() && matches!(name, "bucket" | "region" | "key") => {
                Some("a text that is not empty")
            }
            Data::Str(_) if kind == "s3" => text.and_then(|text| unlike_s3(name, text, is_elsewhere)),
            _ => None,
        };
        if let Some(expected) = expected {
            let message = format!("`{name}` of the {kind} backend must be {expected}");
            found.push(Diagnostic::new(&code::WRONG_TYPE, message, value.span).severity(Severity::Warning));
        }
    }
}

/// Who may read and write what is put into a bucket, by the names that S3 has for it.
const ACLS: [&str; 8] = [
    "authenticated-read",
    "aws-exec-read",
    "bucket-owner-full-control",
    "bucket-owner-read",
    "log-delivery-write",
    "private",
    "public-read",
    "public-read-write",
];

/// What a text setting of S3 must be and is not.
fn unlike_s3(name: &str, text: &str, is_elsewhere: bool) -> Option<&'static str> {
    let consists = |of: fn(u8) -> bool| text.bytes().all(of);
    let (is_right, expected) = match name {
        "key" | "workspace_key_prefix" => {
            (!text.starts_with('/') && !text.ends_with('/'), "a text without a `/` at its ends")
        }
        "acl" => {
            (ACLS.contains(&text), "one of S3's lists of rights, such as `private` or `bucket-owner-full-control`")
        }
        "region" => (is_elsewhere || likely::is_region(text), "a region of AWS, such as `us-east-1`"),
        "bucket" => (
            is_elsewhere
                || text.is_empty()
                || (3..=63).contains(&text.len())
                    && consists(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b)),
            "3 to 63 small letters, digits, dashes and dots",
        ),
        "dynamodb_table" => (
            text.is_empty() || consists(|b| b.is_ascii_alphanumeric() || b"-._:/".contains(&b)),
            "letters, digits, dashes, dots and underscores",
        ),
        _ => return None,
    };
    (!is_right).then_some(expected)
}

/// Checks the backend of a component that is deployed.
pub(super) fn check(subject: &Subject<'_>, summary: &mut Summary) {
    let (component, found) = (subject.component, &mut summary.found);
    if &*component.kind != "terraform" {
        return;
    }
    found.extend(unconfigured(subject, "backend", "backend_type"));
    found.extend(unconfigured(subject, "remote_state_backend", "remote_state_backend_type"));
    if component.is_abstract() || !component.is_enabled() {
        return;
    }
    found.extend(remote_state(subject));
    let kind = component.section("backend_type").and_then(Value::as_str).unwrap_or_default();
    let Some(backend) = component.section("backend").and_then(Value::as_map) else { return };
    // most components of a stack share one
    let spans: Vec<[Span; 2]> = backend.iter().map(|(key, value)| [key.span, value.span]).collect();
    if !summary.backends.insert(spans) {
        return;
    }
    let meant = misspelt(kind, backend, found);
    mistaken(kind, backend, found);
    let Some(needed) = needed(kind) else { return };
    // a backend that nobody configured here is configured in the code
    let Some(place) = configured_at(subject, kind, backend) else { return };
    for group in needed {
        // an empty one is told where it stands
        let is_told = |name: &str, v: &Value| v.as_str() == Some("") && name == "bucket" && !v.span.is_none();
        let has =
            |name: &&str| backend.get(name).is_some_and(|v| is_told(name, v) || !v.is_null() && v.as_str() != Some(""));
        if !group.iter().any(|name| has(name) || meant.contains(name)) {
            let wanted = group.join("` or `");
            // one that is empty, or that is called by a part of the name
            let is_near =
                |key: &&Key| !known(kind).contains(&&*key.name) && key.name.len() > 3 && group[0].contains(&*key.name);
            let empty = backend.get_entry(group[0]).map(|(key, _)| key);
            let near = empty.or_else(|| backend.iter().map(|(key, _)| key).find(is_near)).map(|key| key.span);
            let place = near.filter(|span| !span.is_none()).unwrap_or(place);
            found.push(
                Diagnostic::new(&code::BACKEND_INCOMPLETE, format!("the {kind} backend needs `{wanted}`"), place)
                    .hint(format!("add `{}` under `backend.{kind}`", group[0])),
            );
        }
    }
}

/// Where a key is set for a component, the strongest first: by itself, by its bases, by the stack.
fn layers<'a>(subject: &'a Subject<'_>, key: &str) -> impl Iterator<Item = (&'a Key, &'a Value)> {
    let component = subject.component;
    let components = component.stack.merged.dig(["components", "terraform"]);
    let whole = component.stack.merged.get("terraform");
    let of = move |name: &str| components.and_then(|components| components.get(name));
    let own = std::iter::once(&component.name).chain(component.chain.iter()).filter_map(move |name| of(name));
    own.chain(whole).filter_map(move |holder| holder.as_map()?.get_entry(key))
}

/// A backend that remote state is read from, and that nothing configures. Where `remote_state_backend` has others, Atmos
/// refuses that, and it is told as such.
fn remote_state(subject: &Subject<'_>) -> Option<Diagnostic> {
    let (_, written) = layers(subject, "remote_state_backend_type").next()?;
    let kind = written.as_str().filter(|t| !t.is_empty() && !marks::is_open(t))?;
    let has_others = layers(subject, "remote_state_backend").any(|(_, v)| v.as_map().is_some_and(|m| !m.is_empty()));
    let is_shared = layers(subject, "backend").any(|(_, layer)| layer.get(kind).is_some());
    let is_own = subject.component.section("backend_type").and_then(Value::as_str) == Some(kind);
    if has_others || is_shared || is_own || kind == "static" {
        return None;
    }
    let message = format!("remote state is read from a {kind} backend, which nothing configures");
    Some(
        Diagnostic::new(&code::BACKEND_INCOMPLETE, message, written.span)
            .hint(format!("add `remote_state_backend.{kind}`, or take the line away")),
    )
}

/// The key of the backend's section in the file that sets it last.
fn configured_at(subject: &Subject<'_>, kind: &str, backend: &Map) -> Option<Span> {
    let first = backend.iter().map(|(key, _)| key.span).find(|span| !span.is_none())?;
    let section = |(_, layer): (&Key, &Value)| Some(layer.as_map()?.get_entry(kind)?.0.span).filter(|s| !s.is_none());
    layers(subject, "backend").find_map(section).or(Some(first))
}
