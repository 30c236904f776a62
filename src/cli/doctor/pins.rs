//! The versions of tools that a repository asks for, in whatever file it says so.

use crate::workspace::Workspace;
use regex::Regex;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use walkdir::{DirEntry, WalkDir};

/// A version that a file asks for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Pin {
    /// The tool, as its program is called.
    pub(super) tool: &'static str,
    /// `1.11.0`, or conditions as Terraform writes them: `>= 1.5, < 2.0`.
    pub(super) version: String,
    /// The file, relative to the repository.
    pub(super) file: PathBuf,
    /// From 1.
    pub(super) line: usize,
}

/// Files and folders in which people pin versions, beside atmos.yaml and Terraform's code.
const PLACES: [&str; 14] = [
    ".atmos.env",
    ".env",
    ".tool-versions",
    ".terraform-version",
    ".opentofu-version",
    "mise.toml",
    ".mise.toml",
    "Makefile",
    "Dockerfile",
    "Jenkinsfile",
    "atlantis.yaml",
    ".gitlab-ci.yml",
    ".github/workflows",
    ".circleci",
];

/// `TERRAFORM_VERSION=1.5.7`, `atmos_cli_version: "1.163.0"`, `terraform-version: v1.11`, `ARG ATMOS_VERSION=1.44.0`
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)\b(terraform|tofu|opentofu|atmos|kubectl|helm)(?:[_-]cli)?[_-]version["']?\s*[:=]\s*["']?v?(\d+(?:\.\d+){1,2})"#).ok()
});

/// `terraform 1.11.0` of `.tool-versions`; the first version counts.
static TOOL_VERSIONS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)^"?(terraform|tofu|opentofu|atmos|kubectl|helm)"?\s*=?\s+"?v?(\d+(?:\.\d+){1,2})"#).ok()
});

/// `required_version = ">= 1.5"` of Terraform code.
static REQUIRED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"^\s*required_version\s*=\s*"([^"]+)""#).ok());

/// Every pin of a repository, by tool, version and place.
pub(super) fn pins(workspace: &Workspace) -> BTreeSet<Pin> {
    let files = |dir: PathBuf, depth: usize| {
        let below = WalkDir::new(dir).max_depth(depth).into_iter().filter_map(Result::ok);
        below.filter(|entry| entry.file_type().is_file()).map(DirEntry::into_path)
    };
    let places = PLACES.iter().flat_map(|place| files(workspace.root.join(place), 2));
    let code = files(workspace.component_dir("terraform", ""), 5).filter(|f| f.extension().is_some_and(|e| e == "tf"));
    let mut pins = BTreeSet::new();
    for file in workspace.config_files.iter().cloned().chain(places).chain(code) {
        // what is no text pins nothing
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        in_text(file.strip_prefix(&workspace.root).unwrap_or(&file), &text, &mut pins);
    }
    if let Some(require) = workspace.config.dig(["version", "constraint", "require"])
        && let (Some(version), Some((source, position))) = (require.as_str(), workspace.sources.locate(require.span))
    {
        let file = source.path.strip_prefix(&workspace.root).unwrap_or(&source.path).to_owned();
        pins.insert(Pin { tool: "atmos", version: version.to_owned(), file, line: position.line });
    }
    pins
}

fn in_text(file: &Path, text: &str, pins: &mut BTreeSet<Pin>) {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut add = |tool, version: &str, line| {
        pins.insert(Pin { tool, version: version.to_owned(), file: file.to_owned(), line });
    };
    let whole = match &*name {
        ".terraform-version" => Some("terraform"),
        ".opentofu-version" => Some("tofu"),
        _ => None,
    };
    if let Some(tool) = whole {
        let version = text.trim().trim_start_matches('v');
        if version.starts_with(|c: char| c.is_ascii_digit()) {
            add(tool, version, 1);
        }
        return;
    }
    if name.ends_with(".tf") {
        for (n, line) in text.lines().enumerate() {
            if let Some(found) = REQUIRED.as_ref().and_then(|pattern| pattern.captures(line)) {
                add("terraform", &found[1], n + 1);
            }
        }
        return;
    }
    let is_list = [".tool-versions", "mise.toml", ".mise.toml"].contains(&&*name);
    let pattern = if is_list { &TOOL_VERSIONS } else { &NAMED };
    for (n, line) in text.lines().enumerate() {
        if line.trim_start().starts_with('#') {
            continue;
        }
        for found in pattern.iter().flat_map(|pattern| pattern.captures_iter(line)) {
            let tool = match found[1].to_ascii_lowercase().as_str() {
                "terraform" => "terraform",
                "atmos" => "atmos",
                "kubectl" => "kubectl",
                "helm" => "helm",
                _ => "tofu",
            };
            add(tool, &found[2], n + 1);
        }
    }
}

/// Whether a version is what a pin asks for. Conditions are Terraform's; a version without a patch level leaves that open.
/// What cannot be read is taken as met.
pub(super) fn is_met(pin: &str, version: &str) -> bool {
    let Some(version) = numbers(version) else { return true };
    pin.split(',').all(|condition| {
        let condition = condition.trim();
        let (operator, wanted) = condition.split_at(condition.find(|c: char| !"<>=!~^ ".contains(c)).unwrap_or(0));
        let Some(wanted) = numbers(wanted) else { return true };
        let padded = |v: &[u64]| [0, 1, 2].map(|n| v.get(n).copied().unwrap_or_default());
        let order = padded(&version).cmp(&padded(&wanted));
        match operator.trim() {
            "" | "=" | "==" => version.iter().zip(&wanted).all(|(a, b)| a == b),
            "!=" => order.is_ne(),
            ">" => order.is_gt(),
            ">=" => order.is_ge(),
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            // all but the last part stay
            "~>" => order.is_ge() && version.iter().zip(&wanted).take(wanted.len() - 1).all(|(a, b)| a == b),
            "^" => order.is_ge() && version.first() == wanted.first(),
            _ => true,
        }
    })
}

fn numbers(version: &str) -> Option<Vec<u64>> {
    let plain = version.trim().trim_start_matches('v').split(['-', '+']).next()?;
    plain.split('.').map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_are_found_in_files_of_every_kind() {
        let found = |file: &str, text: &str| {
            let mut pins = BTreeSet::new();
            in_text(Path::new(file), text, &mut pins);
            pins.into_iter().map(|pin| format!("{} {} {}", pin.tool, pin.version, pin.line)).collect::<Vec<_>>()
        };
        assert_eq!(
            found(".atmos.env", "# ATMOS_VERSION=1\nATMOS_VERSION=1.163.0\nTERRAFORM_VERSION=\"1.5.7\"\n"),
            ["atmos 1.163.0 2", "terraform 1.5.7 3"]
        );
        assert_eq!(
            found("atmos.yaml", "  atmos_cli_version: '1.44.0'\n  aws_provider_version: 5.0\n"),
            ["atmos 1.44.0 1"]
        );
        assert_eq!(
            found(".tool-versions", "terraform 1.11.0 1.10.0\nopentofu 1.9.0\njq 1.7.1\n"),
            ["terraform 1.11.0 1", "tofu 1.9.0 2"]
        );
        assert_eq!(found(".terraform-version", "v1.11.0\n"), ["terraform 1.11.0 1"]);
        assert_eq!(found(".terraform-version", "latest\n"), [""; 0]);
        assert_eq!(
            found("main.tf", "terraform {\n  required_version = \">= 1.5, < 2\"\n}\n"),
            ["terraform >= 1.5, < 2 2"]
        );
        assert_eq!(found(".github/workflows/ci.yaml", "        terraform-version: v1.11\n"), ["terraform 1.11 1"]);
    }

    #[test]
    fn conditions_are_terraforms() {
        for (pin, version, met) in [
            ("1.11.0", "1.11.0", true),
            ("1.11", "1.11.4", true),
            ("1.11.0", "1.11.4", false),
            (">= 1.5, < 2.0", "1.11.4", true),
            (">= 1.5, < 1.11", "1.11.4", false),
            ("~> 1.5", "1.11.4", true),
            ("~> 1.5.0", "1.11.4", false),
            ("~> 1.5.0", "1.5.7", true),
            ("!= 1.11.4", "1.11.4", false),
            ("", "1.11.4", true),
            ("whatever", "1.11.4", true),
        ] {
            assert_eq!(is_met(pin, version), met, "{pin} {version}");
        }
    }
}
