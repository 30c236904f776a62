//! Questions on a terminal, and where there is none.

use super::case;
use crate::support::Repo;
use crate::terminal::on_terminal;
use gaia::yaml::python::Node;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

fn text(text: &str) -> Node {
    Node::Str(text.into())
}

/// Keys come through a pipe just as from a terminal.
#[test]
fn questions_are_answered_by_keys() {
    let top = tempfile::tempdir().expect("a temporary directory");
    let questions = "name: {type: str, default: shop, help: 'What is it called?'}\n\
         port: {type: int, default: 8080, validator: \"{% if port < 1024 %}too low{% endif %}\"}\n\
         tls: {type: bool, default: no}\n\
         size: {type: str, choices: {Small: s, Large: l}, default: s}\n\
         parts: {type: str, multiselect: true, choices: [a, b, c], default: [c]}\n\
         token: {type: str, secret: true, default: abc}\n";
    case::write(&top.path().join("template/copier.yml"), &text(questions));
    case::write(&top.path().join("template/out.jinja"), &text("{{ [name, port, tls, size, parts, token] }}"));
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

/// On a terminal, typing narrows choices, and Shift-Tab goes back to the question before, with what was said there.
#[test]
fn questions_are_searched_and_answered_once_more() {
    let repo = Repo::empty();
    let questions = "name: {type: str, validator: \"{% if not name %}it needs a name{% endif %}\"}\n\
         shout: {type: bool, default: no}\n\
         size: {type: str, choices: [small, medium, large, x-large], default: small}\n\
         loud: {type: str, default: \"{{ name|upper }}\", when: \"{{ shout }}\"}\n";
    case::write(&repo.path().join("template/copier.yml"), &text(questions));
    case::write(&repo.path().join("template/out.jinja"), &text("{{ [name, shout, size, loud] }}"));
    let mut terminal = on_terminal(&repo, &["template", "copy", "template", "project"]);
    for (shown, keys) in [
        ("name", &b"\x1b[Z\r"[..]),
        ("it needs a name", b"shop\r"),
        ("(y/N)", b"\x1b[Z"),
        ("\u{2191}", b"s\r"),
        ("shops", b"y"),
        ("type to search", b"zlg\x7fg"),
        (" / lg", b"\r"),
        ("SHOPS", b"\r"),
    ] {
        terminal.wait_for(shown);
        terminal.press(keys);
    }
    let (code, screen) = terminal.end();
    assert_eq!(code, Some(0), "{screen}");
    assert_eq!(repo.read("project/out"), "['shops', True, 'large', 'SHOPS']", "{screen}");
}

/// Whoever cannot be asked is told what to do, and nothing is made.
#[test]
fn nobody_is_waited_for() {
    let top = tempfile::tempdir().expect("a temporary directory");
    case::write(&top.path().join("template/copier.yml"), &text("a: 1\n"));
    let output = case::gaia(top.path(), &["copy", "template", "project"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("Interactive session required: Use `--defaults` and/or `--data`"), "{said}");
    assert!(!top.path().join("project").exists());
}
