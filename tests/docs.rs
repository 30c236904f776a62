//! The documentation is whole: what is generated is current, every page is in the book, every link leads somewhere, and
//! the book builds without a warning.

#[path = "docs/reference.rs"]
mod reference;

use clap::Command;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn docs() -> PathBuf {
    project().join("docs")
}

/// Every page below `docs/`, by its path there.
fn pages() -> Vec<String> {
    let files = walkdir::WalkDir::new(docs()).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "md"))
        .map(|file| file.path().strip_prefix(docs()).unwrap().display().to_string())
        .collect()
}

/// `GAIA_DOCS=update cargo test --test docs` writes the pages anew.
#[test]
fn the_reference_is_current() {
    let generated = reference::pages();
    if std::env::var_os("GAIA_DOCS").is_some_and(|wanted| wanted == "update") {
        fs::remove_dir_all(docs().join("reference")).unwrap();
        fs::create_dir(docs().join("reference")).unwrap();
        for (path, text) in &generated {
            fs::write(docs().join(path), text).unwrap();
        }
    }
    for (path, text) in &generated {
        let checked_in = fs::read_to_string(docs().join(path)).unwrap_or_default();
        assert!(checked_in == *text, "docs/{path} is not current: run `just reference`");
    }
    let stale: Vec<String> =
        pages().into_iter().filter(|page| page.starts_with("reference/") && !generated.contains_key(page)).collect();
    assert!(stale.is_empty(), "of no command: {stale:?}");
}

/// The targets of the links in a text: `[…](TARGET)`, outside of code.
fn links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        links.extend(line.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned));
    }
    links
}

#[test]
fn every_page_is_in_the_book() {
    let summary = fs::read_to_string(docs().join("SUMMARY.md")).unwrap();
    let listed: BTreeSet<String> = links(&summary).into_iter().collect();
    let missing: Vec<String> =
        pages().into_iter().filter(|page| page != "SUMMARY.md" && !listed.contains(page)).collect();
    assert!(missing.is_empty(), "not in docs/SUMMARY.md: {missing:?}");
}

/// The anchor that mdBook and GitHub give a heading.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect::<String>().replace(' ', "-")
}

#[test]
fn every_link_leads_somewhere() {
    let mut wrong = Vec::new();
    let pages = pages().into_iter().map(|page| docs().join(page));
    for page in pages.chain(["README.md", "CONTRIBUTING.md"].map(|name| project().join(name))) {
        let text = fs::read_to_string(&page).unwrap();
        for link in links(&text).into_iter().filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            let (path, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let target = if path.is_empty() { page.clone() } else { page.parent().unwrap().join(path) };
            let is_there = if fragment.is_empty() {
                target.exists()
            } else {
                let there = fs::read_to_string(&target).unwrap_or_default();
                there.lines().any(|line| line.starts_with('#') && anchor(line) == fragment)
            };
            if !is_there {
                wrong.push(format!("{}: {link}", page.strip_prefix(project()).unwrap().display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `scripts/setup-tests.sh book` installs mdBook.
#[test]
fn the_book_builds_without_a_warning() {
    let into = tempfile::tempdir().unwrap();
    let mdbook = project().join("target/tools/bin/mdbook");
    let built =
        std::process::Command::new(&mdbook).arg("build").arg(docs()).arg("--dest-dir").arg(into.path()).output();
    let built = built.unwrap_or_else(|e| panic!("{}: {e}; run scripts/setup-tests.sh book", mdbook.display()));
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{said}");
    assert!(!said.contains("WARN") && !said.contains("ERROR"), "{said}");
    assert!(into.path().join("reference/describe.html").exists());
}

/// The lines of the examples in the long help of a command and of those below it.
fn examples(command: &Command) -> Vec<String> {
    let text = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let own = text.lines().map(str::trim).filter(|line| line.starts_with("gaia ")).map(str::to_owned);
    own.chain(command.get_subcommands().flat_map(examples)).collect()
}

/// The commands that do something, as they are called.
fn leaves(command: &Command, path: &str) -> Vec<(String, Command)> {
    let below = command.get_subcommands().filter(|command| !command.is_hide_set());
    let below: Vec<_> = below.flat_map(|inner| leaves(inner, &format!("{path} {}", inner.get_name()))).collect();
    if below.is_empty() { vec![(path.to_owned(), command.clone())] } else { below }
}

#[test]
fn every_command_has_an_example() {
    let without = leaves(&gaia::cli::command(), "gaia").into_iter().filter(|(_, command)| {
        let text = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
        !text.lines().any(|line| line == "Examples:")
    });
    assert_eq!(without.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<String>::new());
}

/// What writes for another program, has a screen of its own, or says what Atmos's command says. docs/json.md speaks of each.
const WITHOUT_JSON: [&str; 6] = [
    "gaia ui",
    "gaia pipeline render",
    "gaia validate stacks",
    "gaia atlantis generate repo-config",
    "gaia completions",
    "gaia man",
];

#[test]
fn every_command_has_json() {
    let has_json = |command: &Command| {
        let named = |arg: &&clap::Arg| {
            arg.get_long() == Some("format") || arg.get_all_aliases().is_some_and(|all| all.contains(&"format"))
        };
        let format = command.get_arguments().find(named);
        format.is_some_and(|arg| arg.get_possible_values().iter().any(|value| value.get_name() == "json"))
    };
    let without = leaves(&gaia::cli::command(), "gaia").into_iter().filter(|(_, command)| !has_json(command));
    assert_eq!(without.map(|(path, _)| path).collect::<Vec<_>>(), WITHOUT_JSON);
}

/// The words of an example, without its comment, its pipe and what else a shell would read.
fn words(example: &str) -> Option<Vec<String>> {
    let end = ["  #", " # ", " | ", " > ", " && ", "    ", " < "].iter().filter_map(|end| example.find(end)).min();
    shell_words::split(&example[..end.unwrap_or(example.len())]).ok()
}

#[test]
fn every_example_of_the_help_is_a_command_line() {
    let mut root = gaia::cli::command();
    root.build();
    let examples = examples(&root);
    assert!(examples.len() > 50, "{examples:?}");
    for example in examples {
        let words = words(&example).unwrap_or_else(|| panic!("{example}: not a command line"));
        let parsed = gaia::cli::command().try_get_matches_from(&words);
        if let Err(error) = parsed {
            let is_help =
                matches!(error.kind(), clap::error::ErrorKind::DisplayHelp | clap::error::ErrorKind::DisplayVersion);
            assert!(is_help, "{example}\n{error}");
        }
    }
}
