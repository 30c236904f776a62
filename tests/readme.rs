//! What the README and the documentation show is what gaia says: every `console` block is run in the example repository.

use std::path::Path;
use std::process::Command;

/// A command line, and the lines shown under it. `…` stands for any lines.
struct Example {
    command: String,
    shown: Vec<String>,
}

fn examples(text: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match line.strip_prefix("$ ") {
                Some(command) => examples.push(Example { command: command.into(), shown: Vec::new() }),
                None => examples.last_mut().expect("a block begins with a command").shown.push(line.into()),
            },
        }
    }
    examples
}

#[test]
fn the_readme_shows_what_gaia_says() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(run(&project.join("README.md")) >= 3);
}

#[test]
fn the_documentation_shows_what_gaia_says() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let pages = std::fs::read_dir(docs).unwrap().map(|entry| entry.unwrap().path());
    let run: usize = pages.filter(|page| page.extension().is_some_and(|e| e == "md")).map(|page| run(&page)).sum();
    assert!(run >= 5);
}

/// Runs the examples of a page, and counts them.
fn run(page: &Path) -> usize {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = examples(&std::fs::read_to_string(page).unwrap());
    let count = examples.len();
    for Example { command, shown } in examples {
        let arguments = command.strip_prefix("gaia ").unwrap_or_else(|| panic!("`{command}` does not run gaia"));
        let mut gaia = Command::new(env!("CARGO_BIN_EXE_gaia"));
        gaia.args(arguments.split(' ')).current_dir(project.join("examples/acme")).env_remove("IMAGE_TAG");
        let output = gaia.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        let page = page.display();
        assert!(matches(&shown, &said.lines().collect::<Vec<_>>()), "{page}\n$ {command}\n{said}");
    }
    count
}

fn matches(shown: &[String], said: &[&str]) -> bool {
    match shown {
        [] => said.is_empty(),
        [gap, rest @ ..] if gap == "…" => (0..=said.len()).any(|skipped| matches(rest, &said[skipped..])),
        [line, rest @ ..] => said.first().is_some_and(|first| first == line) && matches(rest, &said[1..]),
    }
}
