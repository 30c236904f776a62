//! What a template may do only when it is trusted.

use super::request::Request;
use super::settings::Settings;
use super::source::Template;
use crate::error::{Error, Kind, Result};

/// Refuses a template that does more than write files into its project.
pub(super) fn check_copy(request: &Request, settings: &Settings, template: &Template) -> Result<()> {
    check(request, settings, template, features(template, !request.skip_tasks))
}

/// Refuses an update that does more, counting what the old version of the template does and the migrations.
pub(super) fn check_update(
    request: &Request,
    settings: &Settings,
    old: &Template,
    new: &Template,
    has_migrations: bool,
) -> Result<()> {
    let mut all = features(new, !request.skip_tasks);
    all.extend(features(old, true));
    if has_migrations {
        all.push("migrations");
    }
    check(request, settings, new, all)
}

fn features(template: &Template, tasks: bool) -> Vec<&'static str> {
    let mut features = Vec::new();
    if !template.config.extensions.is_empty() {
        features.push("jinja_extensions");
    }
    if tasks && !template.config.tasks.is_empty() {
        features.push("tasks");
    }
    features
}

fn check(request: &Request, settings: &Settings, template: &Template, mut features: Vec<&'static str>) -> Result<()> {
    features.sort_unstable();
    features.dedup();
    if features.is_empty() || request.trust || settings.trusts(&template.source) {
        return Ok(());
    }
    let s = if features.len() > 1 { "s" } else { "" };
    Err(Error::new(format!("Template uses potentially unsafe feature{s}: {}.", features.join(", ")))
        .kind(Kind::Untrusted)
        .hint("read what the template does; if you trust it, use `--trust`"))
}
