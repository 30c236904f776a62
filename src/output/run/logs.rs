//! Logs of steps among the lines of a run, folded where the CI system can fold.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// The longest part of a log that is shown; the file has all.
const SHOWN: u64 = 256 * 1024;

/// Who folds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Folding {
    GitHub,
    GitLab,
    Nobody,
}

impl Folding {
    /// The CI system that runs this.
    pub(super) fn here() -> Folding {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|v| v == "true");
        match (is_set("GITHUB_ACTIONS"), is_set("GITLAB_CI")) {
            (true, _) => Folding::GitHub,
            (false, true) => Folding::GitLab,
            _ => Folding::Nobody,
        }
    }

    /// A log under its title, in the marks that fold it.
    pub(super) fn group(self, title: &str, content: &str) -> String {
        let content = content.trim_end();
        match self {
            Folding::GitHub => format!("::group::{title}\n{content}\n::endgroup::\n"),
            Folding::GitLab => {
                let now = jiff::Timestamp::now().as_second();
                let section: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
                format!(
                    "\u{1b}[0Ksection_start:{now}:{section}[collapsed=true]\r\u{1b}[0K{title}\n{content}\n\
                     \u{1b}[0Ksection_end:{now}:{section}\r\u{1b}[0K\n"
                )
            }
            Folding::Nobody => {
                let lines: Vec<String> = content.lines().map(|line| format!("  {line}\n")).collect();
                format!("{title}\n{}", lines.concat())
            }
        }
    }
}

/// The end of a log from a place on; says so when the beginning is left out.
pub(super) fn read(path: &Path, from: u64) -> String {
    let read = || {
        let mut file = File::open(path)?;
        let end = file.metadata()?.len();
        let start = from.max(end.saturating_sub(SHOWN));
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(if start > from { format!("… the beginning is in {}\n{text}", path.display()) } else { text })
    };
    read().unwrap_or_else(|e: std::io::Error| format!("cannot read {}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logs_are_folded_where_they_can_be() {
        assert_eq!(Folding::GitHub.group("dev:vpc", "a\nb\n"), "::group::dev:vpc\na\nb\n::endgroup::\n");
        assert_eq!(Folding::Nobody.group("dev:vpc", "a\nb\n"), "dev:vpc\n  a\n  b\n");
        assert!(Folding::GitLab.group("dev:vpc", "a").contains(":dev_vpc[collapsed=true]\r"));
    }
}
