//! What the README shows is what gaia says: every `console` block is run in the example repository.

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
    let examples = examples(&std::fs::read_to_string(project.join("README.md")).unwrap());
    assert!(examples.len() >= 3);
    for Example { command, shown } in examples {
        let arguments = command.strip_prefix("gaia ").unwrap_or_else(|| panic!("`{command}` does not run gaia"));
        let mut gaia = Command::new(env!("CARGO_BIN_EXE_gaia"));
        gaia.args(arguments.split(' ')).current_dir(project.join("examples/acme")).env_remove("IMAGE_TAG");
        let output = gaia.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert!(matches(&shown, &said.lines().collect::<Vec<_>>()), "$ {command}\n{said}");
    }
}

fn matches(shown: &[String], said: &[&str]) -> bool {
    match shown {
        [] => said.is_empty(),
        [gap, rest @ ..] if gap == "…" => (0..=said.len()).any(|skipped| matches(rest, &said[skipped..])),
        [line, rest @ ..] => said.first().is_some_and(|first| first == line) && matches(rest, &said[1..]),
    }
}
