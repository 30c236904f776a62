//! The order of questions, and where each answer comes from.

use super::question::{Question, mistyped};
use crate::error::{Error, Result};
use crate::scaffold::worker::Worker;

/// Asks every question of the template and records the answers.
///
/// # Errors
/// An error when an answer given in advance is wrong, a question without a default is to take it, or there is nobody
/// to ask.
pub(in crate::scaffold) fn ask(worker: &mut Worker<'_>) -> Result<()> {
    let template = std::rc::Rc::clone(&worker.template);
    let patterns = worker.request.ask.iter().map(|pattern| {
        let glob = globset::Glob::new(pattern).map_err(|e| Error::usage(format!("--ask {pattern}: {e}")))?;
        Ok(glob.compile_matcher())
    });
    let patterns = patterns.collect::<Result<Vec<_>>>()?;
    for (name, properties) in &template.config.questions {
        if let Some(warning) = mistyped((name, properties)) {
            worker.console.warn("UserWarning", &warning);
        }
        let forced = patterns.iter().any(|pattern| pattern.is_match(name));
        one(worker, (name, properties), forced).map_err(|error| match &template.config.file {
            Some(file) if error.span().is_none() => error.note(format!("asked by {}", file.display())),
            _ => error,
        })?;
    }
    Ok(())
}

fn one(worker: &mut Worker<'_>, (name, properties): (&str, &crate::scaffold::data::Data), forced: bool) -> Result<()> {
    // an answer that fits no more is forgotten
    if let Some(last) = worker.answers.last.get(name).cloned() {
        let question = question(worker, (name, properties))?;
        let fits = question.parse(&last).and_then(|answer| question.validate(&answer));
        if fits.is_err() {
            worker.answers.last.shift_remove(name);
        }
    }
    let (asked, shown) = {
        let question = question(worker, (name, properties))?;
        (question.ask()?, question.when()?)
    };
    if !shown {
        worker.answers.hidden.insert(name.to_owned());
        worker.answers.last.shift_remove(name);
    }
    let question = question(worker, (name, properties))?;
    if !shown && question.default()?.is_none() {
        return Ok(());
    }
    let given = worker.answers.init.get(name);
    let had = worker.answers.last.contains_key(name);
    let answer = match given {
        Some(given) if !forced => {
            let answer = question.parse(given)?;
            question.validate(&answer)?;
            Some(answer)
        }
        _ if !forced && had && (worker.request.skip_answered || !asked) => None,
        _ if !forced && !asked => question.default()?,
        _ if !forced && worker.request.defaults => {
            let default = question.default()?;
            Some(default.ok_or_else(|| {
                Error::new(format!("Question \"{name}\" is required"))
                    .hint(format!("give the answer: `--data {name}=…`"))
            })?)
        }
        // what is not shown is computed
        _ if !shown => question.default()?,
        _ => {
            let console = worker.console;
            let answer = question.put(&mut |prompt| console.ask(prompt))?;
            Some(answer.ok_or_else(|| {
                Error::new("Interactive session required: Use `--defaults` and/or `--data`/`--data-file`")
                    .note(format!("the question \"{name}\" has no answer yet"))
            })?)
        }
    };
    if let Some(answer) = answer {
        worker.answers.user.insert(name.to_owned(), answer);
    }
    Ok(())
}

fn question<'w>(
    worker: &'w Worker<'_>,
    (name, properties): (&'w str, &'w crate::scaffold::data::Data),
) -> Result<Question<'w>> {
    let settled = worker.settings.defaults.get(name);
    Question::new((name, properties), &worker.jinja, worker.context()?, &worker.answers, settled)
}
