//! YAML functions: their arguments, never their answers.

use super::diagnostic::Diagnostic;
use super::repo::Repo;
use super::stores;
use crate::code;
use crate::error::Error;
use crate::external::args;
use crate::text::Span;
use crate::value::Key;

/// Checks the arguments of a value that begins with `!`.
pub(super) fn arguments(repo: &Repo, text: &str, span: Span, key: &Key, found: &mut Vec<Diagnostic>) {
    let Some((tag, arguments)) = args::split_tag(text) else { return };
    if matches!(tag, "!cwd" | "!cel") {
        let message = format!("Atmos does not run `{tag}` here: it stays text");
        found.push(Diagnostic::new(&code::FUNCTION_UNSUPPORTED, message, place(repo, tag, span, key)));
        return;
    }
    // what a template will put there is not known
    if arguments.contains("{{") {
        return;
    }
    let Err(error) = check(&tag[1..], arguments) else {
        let store = stores::asked(tag, arguments);
        found.extend(store.and_then(|name| stores::unknown(repo, &name, tag, repo.word(span, &name))));
        return;
    };
    let at = place(repo, tag, span, key);
    let message = format!("`{tag}` {}", error.message().trim_start_matches(&format!("`{tag}`: ")));
    let mut diagnostic = Diagnostic::new(&code::FUNCTION_ARGUMENTS, message, at);
    diagnostic.hints = error.hints().to_vec();
    if let Some(usage) = usage(&tag[1..]) {
        diagnostic = diagnostic.hint(format!("write `{usage}`"));
    }
    found.push(diagnostic);
}

fn check(name: &str, arguments: &str) -> Result<(), Error> {
    let none = |what: &str| Err(Error::new(format!("takes no arguments, `{what}` is one too many")));
    match name {
        "terraform.state" | "terraform.output" => args::Terraform::parse(arguments).map(drop),
        "store" => args::Store::parse(arguments).map(drop),
        "store.get" => args::StoreGet::parse(arguments).map(drop),
        "env" => {
            let words = args::words(arguments).or_else(|_| args::first_and_rest(arguments).map(|(f, _)| vec![f]))?;
            match words.len() {
                1 | 2 => Ok(()),
                0 => Err(Error::new("needs the name of a variable")),
                _ => Err(Error::new("takes a name and perhaps a default").hint("quote a default that holds blanks")),
            }
        }
        "exec" | "template" | "include" | "include.raw" | "version" | "secret" | "emulator" => match arguments {
            "" => Err(Error::new("needs an argument")),
            _ => Ok(()),
        },
        "tags" | "labels" | "labels.keys" | "labels.values" | "unset" if !arguments.is_empty() => none(arguments),
        "random" => random(arguments),
        _ => Ok(()),
    }
}

/// `!random`, `!random MAX`, `!random MIN MAX`
fn random(arguments: &str) -> Result<(), Error> {
    let words = args::words(arguments)?;
    if words.len() > 2 {
        return Err(Error::new("takes at most two numbers"));
    }
    let mut numbers = Vec::new();
    for word in words {
        numbers.push(word.parse::<i64>().map_err(|_| Error::new(format!("takes numbers, `{word}` is none")))?);
    }
    match numbers[..] {
        [min, max] if min >= max => Err(Error::new(format!("needs a range: {min} is not below {max}"))),
        _ => Ok(()),
    }
}

fn usage(name: &str) -> Option<&'static str> {
    Some(match name {
        "terraform.state" => "!terraform.state COMPONENT [STACK] OUTPUT",
        "terraform.output" => "!terraform.output COMPONENT [STACK] OUTPUT",
        "store" => "!store STORE [STACK] COMPONENT KEY",
        "store.get" => "!store.get STORE KEY",
        "env" => "!env NAME [DEFAULT]",
        "exec" => "!exec COMMAND",
        "template" => "!template TEMPLATE",
        "include" => "!include FILE [QUERY]",
        "include.raw" => "!include.raw FILE",
        "random" => "!random [MIN] [MAX]",
        "secret" => "!secret NAME",
        _ => return None,
    })
}

/// The function with its arguments: the value's own place leaves out the tag, and is nothing where no argument stands.
fn place(repo: &Repo, tag: &str, span: Span, key: &Key) -> Span {
    let Some(source) = repo.engine.workspace().sources.get(span.source) else { return key.span };
    let before = source.text.get(..span.start as usize).unwrap_or_default();
    let from = before.rfind('\n').map_or(0, |n| n + 1);
    match before[from..].rfind(tag) {
        Some(at) => {
            let end = (span.end as usize).max(from + at + tag.len());
            Span::new(span.source, from + at, end)
        }
        None if span.is_none() => key.span,
        None => span,
    }
}
