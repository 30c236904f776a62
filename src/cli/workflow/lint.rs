//! `gaia workflow lint`: the form of code and manifests, by the tools that are there.

use crate::cli::context::Context;
use crate::cli::exit;
use crate::error::{Error, Result};
use std::path::Path;

/// A tool with the words that it is given.
struct Tool {
    program: &'static str,
    words: Vec<String>,
    /// Whether what it finds is told and nothing more.
    soft: bool,
}

/// Runs one tool after the other, until one finds something. A tool that is not there is skipped, and that is said.
///
/// # Errors
/// A tool that cannot be started.
pub(super) fn run(context: &Context, fix: bool, security: bool) -> Result<u8> {
    let workspace = context.workspace()?;
    let code = workspace.component_dir("terraform", "");
    for Tool { program, words, soft } in tools(&workspace.root, &code, &workspace.settings.stacks_dir, fix, security) {
        if !is_there(program) {
            context.ui.always(&format!("skipped: `{program}` is not on PATH"));
            continue;
        }
        context.ui.info(&format!("{program} {}", words.join(" ")));
        let done = duct::cmd(program, &words).dir(&workspace.root).unchecked().run();
        let done = done.map_err(|e| Error::new(format!("cannot run `{program}`: {e}")))?;
        if !done.status.success() && !soft {
            context.ui.always(&format!("`{program}` found something"));
            return Ok(exit::FAILED);
        }
    }
    Ok(exit::OK)
}

fn tools(root: &Path, code: &Path, stacks: &Path, fix: bool, security: bool) -> Vec<Tool> {
    let text = |path: &Path| path.display().to_string();
    let mut format = vec!["fmt".to_owned(), "-recursive".to_owned()];
    if !fix {
        format.extend(["-check", "-diff"].map(str::to_owned));
    }
    format.push(text(code));
    let rules = match [".yamllint", ".yamllint.yml", ".yamllint.yaml"].iter().find(|name| root.join(name).is_file()) {
        Some(name) => ["-c".to_owned(), (*name).to_owned()],
        None => ["-d".to_owned(), "{extends: default, rules: {line-length: {max: 120}}}".to_owned()],
    };
    let mut tools = vec![
        Tool { program: "terraform", words: format, soft: false },
        Tool { program: "yamllint", words: rules.into_iter().chain([text(stacks)]).collect(), soft: false },
    ];
    if security {
        tools.push(Tool { program: "tfsec", words: vec!["--soft-fail".to_owned(), text(code)], soft: true });
    }
    tools
}

fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(program).is_file())
}
