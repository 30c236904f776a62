//! Templates and updates as Copier makes them. `tests/copier/record.py` has written down what Copier 9.19.1 makes of the
//! cases in `tests/copier/cases.yaml`; gaia has to make the same of them, to the byte.

use gaia::yaml::python::{Node, load};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What may lie at a path.
#[derive(Clone, Debug, PartialEq)]
enum Entry {
    Text(String),
    Executable(String),
    Bytes(Vec<u8>),
    Link(String),
    Directory,
}

type Tree = BTreeMap<String, Entry>;

fn get<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Node::Map(pairs) = node else { return None };
    pairs.iter().find(|(key, _)| *key == Node::Str(name.into())).map(|(_, value)| value)
}

fn text(node: &Node) -> String {
    match node {
        Node::Str(text) | Node::Time(text) => text.clone(),
        Node::Int(number) => number.to_string(),
        Node::Bool(value) => value.to_string(),
        other => panic!("a text, not {other:?}"),
    }
}

fn texts(case: &Node, name: &str) -> Vec<String> {
    match get(case, name) {
        Some(Node::Seq(items)) => items.iter().map(text).collect(),
        _ => Vec::new(),
    }
}

fn tree(case: &Node, name: &str) -> Option<Tree> {
    let Node::Map(pairs) = get(case, name)? else { return None };
    let entry = |node: &Node| match node {
        Node::Map(_) => match (get(node, "link"), get(node, "text")) {
            (Some(target), _) => Entry::Link(text(target)),
            (None, Some(content)) => Entry::Executable(text(content)),
            _ => panic!("a link or a text"),
        },
        Node::Bytes(bytes) => Entry::Bytes(bytes.clone()),
        Node::Null => Entry::Directory,
        other => Entry::Text(text(other)),
    };
    Some(pairs.iter().map(|(path, node)| (text(path), entry(node))).collect())
}

fn write(root: &Path, tree: &Tree) {
    use std::os::unix::fs::{PermissionsExt, symlink};
    for (path, entry) in tree {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        match entry {
            Entry::Text(content) => fs::write(&path, content).expect("a file"),
            Entry::Bytes(bytes) => fs::write(&path, bytes).expect("a file"),
            Entry::Executable(content) => {
                fs::write(&path, content).expect("a file");
                fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a mode");
            }
            Entry::Link(target) => symlink(target, &path).expect("a link"),
            Entry::Directory => fs::create_dir_all(&path).expect("a folder"),
        }
    }
}

fn read(root: &Path) -> Tree {
    use std::os::unix::fs::PermissionsExt;
    let mut tree = Tree::new();
    if !root.exists() {
        return tree;
    }
    let entries = walkdir::WalkDir::new(root).min_depth(1).into_iter();
    for entry in entries.filter_entry(|entry| entry.file_name() != ".git").flatten() {
        let path = entry.path();
        let name = path.strip_prefix(root).expect("below").to_str().expect("UTF-8").to_owned();
        let entry = if path.is_symlink() {
            Entry::Link(fs::read_link(path).expect("a link").to_str().expect("UTF-8").to_owned())
        } else if path.is_dir() {
            if fs::read_dir(path).expect("a folder").next().is_some() {
                continue;
            }
            Entry::Directory
        } else {
            let bytes = fs::read(path).expect("a file");
            let content = String::from_utf8(bytes).unwrap_or_else(|error| {
                error.into_bytes().iter().fold(String::new(), |mut hex, byte| {
                    let _ = write!(hex, "{byte:02x}");
                    hex
                })
            });
            let mode = fs::metadata(path).expect("a file").permissions().mode();
            if mode & 0o100 == 0 { Entry::Text(content) } else { Entry::Executable(content) }
        };
        tree.insert(name, entry);
    }
    tree
}

fn git(root: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "x").env(format!("GIT_{who}_EMAIL"), "x@example.com");
    }
    let output = command.current_dir(root).args(args).output().expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn save(root: &Path, tag: Option<&str>) {
    if !root.join(".git").exists() {
        git(root, &["init", "-q"]);
    }
    git(root, &["add", "-A"]);
    git(root, &["commit", "-q", "--allow-empty", "-m", "x", "--no-gpg-sign"]);
    if let Some(tag) = tag {
        git(root, &["tag", tag]);
    }
}

/// Runs gaia's twin of Copier, which says why it fails.
fn gaia(top: &Path, words: &[&str], args: &[String], rest: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
    command.current_dir(top).arg("template").args(words).args(args).args(rest);
    command.env("COPIER_SETTINGS_PATH", top.join("settings.yml")).stdin(Stdio::null());
    let output = command.output().expect("gaia runs");
    (output.status.code().expect("no signal"), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// What gaia makes of a case: the code, the tree, and what it says.
fn run(case: &Node) -> (i32, Tree, String) {
    let top = tempfile::tempdir().expect("a temporary directory");
    let top = top.path();
    let (template, project) = (top.join("template"), top.join("project"));
    fs::create_dir(&template).expect("a folder");
    fs::write(top.join("settings.yml"), "{}").expect("a file");
    write(&template, &tree(case, "template").expect("a template"));
    if let Some(existing) = tree(case, "project") {
        write(&project, &existing);
    }
    let args = texts(case, "args");
    let command = get(case, "command").map_or_else(|| "copy".to_owned(), text);
    let (code, said) = if command == "copy" {
        gaia(top, &["copy", "--quiet"], &args, &["template", "project"])
    } else {
        save(&template, Some("v1"));
        let (code, said) =
            gaia(top, &["copy", "--quiet", "--defaults"], &texts(case, "first"), &["template", "project"]);
        assert_eq!(code, 0, "{said}");
        save(&project, None);
        for path in texts(case, "remove") {
            fs::remove_file(project.join(path)).expect("a file");
        }
        write(&project, &tree(case, "change").unwrap_or_default());
        save(&project, None);
        for path in texts(case, "drop") {
            fs::remove_file(template.join(path)).expect("a file");
        }
        write(&template, &tree(case, "next").unwrap_or_default());
        save(&template, Some("v2"));
        gaia(top, &[&command, "--quiet", "--defaults"], &args, &["project"])
    };
    (code, read(&project), said)
}

#[test]
fn gaia_makes_what_copier_makes() {
    let Node::Seq(cases) = load(include_str!("copier/cases.yaml")).expect("YAML") else { panic!("a list") };
    let Node::Seq(records) = load(include_str!("copier/recorded.yaml")).expect("YAML") else { panic!("a list") };
    assert_eq!(cases.len(), records.len(), "run tests/copier/record.py");
    let mut wrong = Vec::new();
    for (case, record) in cases.iter().zip(&records) {
        let name = text(get(case, "name").expect("a name"));
        assert_eq!(name, text(get(record, "name").expect("a name")), "run tests/copier/record.py");
        let expected = tree(record, "tree").unwrap_or_default();
        let code: i32 = text(get(record, "code").expect("a code")).parse().expect("a number");
        let (own_code, own, said) = run(case);
        if (own_code, &own) == (code, &expected) {
            continue;
        }
        let mut report = format!("{name}: exit {own_code} instead of {code}\n{said}");
        for path in own.keys().chain(expected.keys()).collect::<std::collections::BTreeSet<_>>() {
            if own.get(path) != expected.get(path) {
                let (own, expected) = (own.get(path), expected.get(path));
                let _ = write!(report, "  {path}\n    gaia   {own:?}\n    copier {expected:?}\n");
            }
        }
        wrong.push(report);
    }
    assert!(wrong.is_empty(), "{} of {} cases differ\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Keys come through a pipe just as from a terminal.
#[test]
fn questions_are_answered_by_keys() {
    use std::io::Write;
    let top = tempfile::tempdir().expect("a temporary directory");
    let template = Tree::from([
        (
            "copier.yml".to_owned(),
            Entry::Text(
                "name: {type: str, default: shop, help: What is it called?}\n\
                 port: {type: int, default: 8080, validator: \"{% if port < 1024 %}too low{% endif %}\"}\n\
                 tls: {type: bool, default: no}\n\
                 size: {type: str, choices: {Small: s, Large: l}, default: s}\n\
                 parts: {type: str, multiselect: true, choices: [a, b, c], default: [c]}\n\
                 token: {type: str, secret: true, default: abc}\n"
                    .to_owned(),
            ),
        ),
        ("out.jinja".to_owned(), Entry::Text("{{ [name, port, tls, size, parts, token] }}".to_owned())),
    ]);
    write(&top.path().join("template"), &template);
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
    command.current_dir(top.path()).args(["template", "copy", "template", "project"]).env_remove("CI");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("gaia starts");
    let keys: [&[u8]; 6] = [b"ping\r", b"\x7f\x7f\r90\r", b"y", b"\x1b[B\r", b" \r", b"d\r"];
    child.stdin.take().expect("a pipe").write_all(&keys.concat()).expect("gaia reads");
    let output = child.wait_with_output().expect("gaia ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let made = fs::read_to_string(top.path().join("project/out")).expect("a file");
    assert_eq!(made, "['shopping', 8090, True, 'l', ['a', 'c'], 'abcd']", "{said}");
    for part in ["🎤 What is it called?", "port (int)", "too low", "(y/N)", "Yes", "❯ Large", "● c", "🕵️ token", "****"]
    {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
    assert!(!said.contains("abcd"), "a secret is shown: {said}");
}

/// Whoever cannot be asked is told what to do, and nothing is made.
#[test]
fn nobody_is_waited_for() {
    let top = tempfile::tempdir().expect("a temporary directory");
    write(&top.path().join("template"), &Tree::from([("copier.yml".to_owned(), Entry::Text("a: 1\n".to_owned()))]));
    let (code, said) = gaia(top.path(), &["copy"], &[], &["template", "project"]);
    assert_eq!(code, 1);
    assert!(said.contains("Interactive session required: Use `--defaults` and/or `--data`"), "{said}");
    assert!(!top.path().join("project").exists());
}
