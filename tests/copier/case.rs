//! Cases: a template, what is done with it, and what gaia makes of it.

use gaia::yaml::python::{Node, load as parse};
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What answers files are made from, where a case does not say it.
const ANSWERS: &str = "{{ _copier_conf.answers_file }}.jinja";

/// A case of one of the files.
pub(crate) struct Case {
    pub(crate) name: String,
    /// Why gaia does something else on purpose.
    pub(crate) differs: Option<String>,
    node: Node,
}

/// What is done, one after the other.
enum Step {
    Write(Vec<(String, Node)>),
    Remove(Vec<String>),
    Save(String, Option<String>),
    Git(String, Vec<String>),
    Run(Vec<String>),
}

/// All cases, in the order of the files' names.
pub(crate) fn load() -> Vec<Case> {
    let wanted = std::env::var("GAIA_CASES").unwrap_or_default();
    let mut files: Vec<_> = fs::read_dir("tests/copier/cases").expect("cases").flatten().map(|e| e.path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a file");
        let Node::Seq(nodes) = parse(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display())) else {
            panic!("{}: a list of cases", file.display())
        };
        cases.extend(nodes.into_iter().map(|node| Case {
            name: get(&node, "name").map(text_of).expect("a name"),
            differs: get(&node, "differs").map(text_of),
            node,
        }));
    }
    cases.retain(|case| case.name.contains(&wanted));
    cases
}

fn get<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Node::Map(pairs) = node else { return None };
    pairs.iter().find(|(key, _)| *key == Node::Str(name.into())).map(|(_, value)| value)
}

fn text_of(node: &Node) -> String {
    match node {
        Node::Str(text) | Node::Time(text) => text.clone(),
        Node::Int(number) => number.to_string(),
        Node::Bool(value) => value.to_string(),
        other => panic!("a text, not {other:?}"),
    }
}

fn texts(node: &Node) -> Vec<String> {
    match node {
        Node::Seq(items) => items.iter().map(text_of).collect(),
        other => panic!("a list, not {other:?}"),
    }
}

impl Case {
    fn texts(&self, name: &str) -> Vec<String> {
        get(&self.node, name).map(texts).unwrap_or_default()
    }

    fn files(&self, name: &str, root: &str) -> Vec<(String, Node)> {
        match get(&self.node, name) {
            Some(Node::Map(pairs)) => {
                pairs.iter().map(|(path, node)| (format!("{root}/{}", text_of(path)), node.clone())).collect()
            }
            _ => Vec::new(),
        }
    }

    fn command(&self) -> String {
        get(&self.node, "command").map_or_else(|| "copy".to_owned(), text_of)
    }

    pub(crate) fn is_update(&self) -> bool {
        let updates = |step: &Step| matches!(step, Step::Run(words) if words[0] == "update");
        self.steps().iter().any(updates)
    }

    /// The project, and the top of its repository.
    fn places(&self) -> (String, String) {
        let project = get(&self.node, "at").map_or_else(|| "project".to_owned(), text_of);
        let top = project.split('/').next().expect("a name").to_owned();
        (project, top)
    }

    /// The short forms of cases, written out; `judge.py` does the same.
    fn steps(&self) -> Vec<Step> {
        if let Some(Node::Seq(steps)) = get(&self.node, "steps") {
            return steps.iter().map(step).collect();
        }
        let (project, top) = self.places();
        let (command, args) = (self.command(), self.texts("args"));
        let run = |first: &[&str], args: Vec<String>, last: &[&str]| {
            let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
            Step::Run([words(first), args, words(last)].concat())
        };
        let mut template = self.files("template", "template");
        let answers = format!("template/{ANSWERS}");
        if command != "copy" && template.iter().all(|(path, _)| *path != answers) {
            template.push((answers, Node::Str("{{ _copier_answers|to_nice_yaml }}".to_owned())));
        }
        let mut steps = vec![Step::Write(template), Step::Write(self.files("project", &project))];
        if command == "copy" {
            if let Some(tag) = get(&self.node, "tag") {
                steps.push(Step::Save("template".to_owned(), Some(text_of(tag))));
            }
            steps.push(run(&["copy"], args, &["template", &project]));
            return steps;
        }
        let tags = match self.texts("tags") {
            tags if tags.is_empty() => vec!["v1".to_owned(), "v2".to_owned()],
            tags => tags,
        };
        let below = |root: &str, names: Vec<String>| names.iter().map(|name| format!("{root}/{name}")).collect();
        steps.push(Step::Save("template".to_owned(), Some(tags[0].clone())));
        steps.push(run(&["copy", "--defaults"], self.texts("first"), &["template", &project]));
        steps.push(Step::Save(top.clone(), None));
        steps.push(Step::Remove(below(&project, self.texts("remove"))));
        steps.push(Step::Write(self.files("change", &project)));
        if let Some(Node::Seq(commands)) = get(&self.node, "git") {
            steps.extend(commands.iter().map(|words| Step::Git(top.clone(), texts(words))));
        }
        steps.push(Step::Save(top, None));
        steps.push(Step::Write(self.files("ignored", &project)));
        steps.push(Step::Remove(below("template", self.texts("drop"))));
        steps.push(Step::Write(self.files("next", "template")));
        steps.push(Step::Save("template".to_owned(), Some(tags[1].clone())));
        steps.push(run(&[&command, "--defaults"], args, &[&project]));
        steps
    }

    /// What gaia makes of it, in the form of `judge.py`, and what it said.
    pub(crate) fn run(&self) -> Value {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let top = dir.path().canonicalize().expect("a path");
        let settings = get(&self.node, "settings").map_or_else(|| "{}".to_owned(), text_of);
        fs::write(top.join("settings.yml"), settings).expect("a file");
        let (mut codes, mut stderr) = (Vec::new(), String::new());
        for step in self.steps() {
            match step {
                Step::Write(files) => files.iter().for_each(|(path, node)| write(&top.join(path), node)),
                Step::Remove(paths) => paths.iter().for_each(|path| fs::remove_file(top.join(path)).expect("a file")),
                Step::Save(root, tag) => save(&top.join(root), tag.as_deref()),
                Step::Git(root, words) => drop(git(&top.join(root), &words)),
                Step::Run(words) => {
                    let output = gaia(&top, &words);
                    stderr = String::from_utf8_lossy(&output.stderr).into_owned();
                    codes.push(output.status.code().expect("no signal"));
                }
            }
        }
        let root = top.join(self.places().1);
        let mut record = json!({"name": self.name, "codes": codes, "tree": read(&root)});
        if get(&self.node, "says").is_some() {
            record["says"] = said(&stderr, &top);
        }
        if root.join(".git").exists() {
            let status = git(&root, &["status", "--porcelain", "-uall"].map(str::to_owned));
            record["status"] = status.lines().map(str::to_owned).collect();
        }
        record["stderr"] = stderr.into();
        record
    }
}

fn step(node: &Node) -> Step {
    let text = |name: &str| get(node, name).map(text_of);
    if let Some(Node::Map(pairs)) = get(node, "write") {
        return Step::Write(pairs.iter().map(|(path, node)| (text_of(path), node.clone())).collect());
    }
    if let Some(paths) = get(node, "remove") {
        return Step::Remove(texts(paths));
    }
    if let Some(root) = text("save") {
        return Step::Save(root, text("tag"));
    }
    if let Some(words) = get(node, "git") {
        let mut words = texts(words);
        return Step::Git(words.remove(0), words);
    }
    Step::Run(texts(get(node, "run").expect("a step")))
}

#[cfg(unix)]
pub(crate) fn write(path: &Path, node: &Node) {
    use std::os::unix::fs::{PermissionsExt, symlink};
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    let link = get(node, "link");
    if path.is_symlink() || link.is_some() && path.exists() {
        fs::remove_file(path).expect("a file");
    }
    match node {
        Node::Null => fs::create_dir_all(path).expect("a folder"),
        Node::Bytes(bytes) => fs::write(path, bytes).expect("a file"),
        Node::Map(_) => {
            if let Some(target) = link {
                return symlink(text_of(target), path).expect("a link");
            }
            let mode = get(node, "mode").map_or_else(|| "755".to_owned(), text_of);
            fs::write(path, text_of(get(node, "text").expect("a text"))).expect("a file");
            let mode = u32::from_str_radix(&mode, 8).expect("a mode");
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
        }
        text => fs::write(path, text_of(text)).expect("a file"),
    }
}

/// What lies in a project, but for git's own files.
#[cfg(unix)]
pub(crate) fn read(root: &Path) -> Value {
    use std::os::unix::fs::PermissionsExt;
    let mut tree = Map::new();
    let entries = walkdir::WalkDir::new(root).min_depth(1).into_iter();
    for entry in entries.filter_entry(|entry| entry.file_name() != ".git").flatten() {
        let path = entry.path();
        let name = path.strip_prefix(root).expect("below").to_str().expect("UTF-8").to_owned();
        let entry = if path.is_symlink() {
            json!({"link": fs::read_link(path).expect("a link").to_str().expect("UTF-8")})
        } else if path.is_dir() {
            if fs::read_dir(path).expect("a folder").next().is_some() {
                continue;
            }
            Value::Null
        } else {
            let mut entry = match String::from_utf8(fs::read(path).expect("a file")) {
                Ok(text) => json!({"text": text}),
                Err(error) => {
                    let hex = |mut hex: String, byte: &u8| {
                        let _ = write!(hex, "{byte:02x}");
                        hex
                    };
                    json!({"hex": error.as_bytes().iter().fold(String::new(), hex)})
                }
            };
            let mode = fs::metadata(path).expect("a file").permissions().mode() & 0o7777;
            if mode != 0o644 {
                entry["mode"] = format!("{mode:o}").into();
            }
            entry
        };
        tree.insert(name, entry);
    }
    tree.into()
}

/// What was said, without what differs from run to run.
fn said(text: &str, top: &Path) -> Value {
    let text = text.replace(&top.to_string_lossy().into_owned(), "TOP");
    let lines = text.lines().map(str::trim_end);
    let mut lines: Vec<_> = lines.filter(|line| !line.is_empty() && !line.contains("Warning")).collect();
    lines.sort_unstable();
    lines.into_iter().collect()
}

/// The variables of both sides: git as it is configured nowhere, and everything at one time.
fn environment(command: &mut Command) -> &mut Command {
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "x").env(format!("GIT_{who}_EMAIL"), "x@example.com");
        command.env(format!("GIT_{who}_DATE"), "2026-01-01T00:00:00Z");
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null").env("TZ", "UTC")
}

fn git(root: &Path, words: &[String]) -> String {
    let output = environment(Command::new("git").current_dir(root)).args(words).output().expect("git runs");
    assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Commits everything.
pub(crate) fn save(root: &Path, tag: Option<&str>) {
    let git = |words: &[&str]| drop(git(root, &words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()));
    if !root.join(".git").exists() {
        git(&["init", "-q"]);
    }
    git(&["add", "-A"]);
    git(&["commit", "-q", "--allow-empty", "-m", "x"]);
    if let Some(tag) = tag {
        git(&["tag", tag]);
    }
}

/// Runs gaia's twin of Copier.
pub(crate) fn gaia<S: AsRef<std::ffi::OsStr>>(top: &Path, words: &[S]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
    environment(&mut command).current_dir(top).arg("template").args(words);
    command.env("COPIER_SETTINGS_PATH", top.join("settings.yml")).stdin(Stdio::null());
    command.output().expect("gaia runs")
}
