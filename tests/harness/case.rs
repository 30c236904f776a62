//! What a case's `case.json` says.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A folder with `case.json`, `repo/` (the repository), `expected/` (the answers) and perhaps `patches/`.
#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) name: String,
    /// The working directory of every run, relative to the repository.
    pub(crate) dir: String,
    pub(crate) runs: Vec<Run>,
    #[serde(default)]
    pub(crate) env: BTreeMap<String, String>,
    /// The repository is under git, with everything committed.
    #[serde(default)]
    pub(crate) git: bool,
    #[serde(skip)]
    pub(crate) folder: PathBuf,
}

/// One command line and what came of it.
#[derive(Deserialize)]
pub(crate) struct Run {
    pub(crate) id: String,
    pub(crate) argv: Vec<String>,
    /// 0 where Atmos answered, anything else where it refused.
    pub(crate) exit: i32,
    #[serde(default)]
    pub(crate) env: BTreeMap<String, String>,
    /// File with the expected JSON, relative to the case, as the three that follow.
    pub(crate) stdout_json: Option<PathBuf>,
    pub(crate) stdout_text: Option<PathBuf>,
    /// Files that the command writes, relative to the working directory, and their expected contents.
    #[serde(default)]
    pub(crate) files: BTreeMap<PathBuf, PathBuf>,
    /// A change to commit on top of the repository first, so that the run can compare with `HEAD~1`.
    pub(crate) patch: Option<PathBuf>,
    /// Keys that are left out of the comparison, at any depth.
    #[serde(default)]
    pub(crate) ignore: Vec<String>,
    pub(crate) order: Option<Order>,
}

/// Where the order of lists says nothing.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Order {
    /// The outermost list.
    Set,
    /// Every list.
    DeepSet,
}

impl Case {
    /// Reads every case below `root`, sorted by name.
    pub(crate) fn load_all(root: &Path) -> Vec<Case> {
        let entries = std::fs::read_dir(root).unwrap_or_else(|error| panic!("{}: {error}", root.display()));
        let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        folders.retain(|folder| folder.join("case.json").is_file());
        folders.sort();
        folders.iter().map(|folder| Case::load(folder)).collect()
    }

    fn load(folder: &Path) -> Case {
        let file = folder.join("case.json");
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let case: Case = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(folder.file_name().unwrap(), case.name.as_str(), "a case is called as its folder");
        Case { folder: folder.to_owned(), ..case }
    }
}
