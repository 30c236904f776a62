//! The order of questions, and where each answer comes from.

use super::question::{Question, mistyped};
use crate::error::{Error, Result};
use crate::scaffold::answers::{self, Answers};
use crate::scaffold::console::Reply;
use crate::scaffold::data::{self, Data};
use crate::scaffold::texts::Texts;
use crate::scaffold::worker::Worker;
use minijinja::Value;

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
    let questions = &template.config.questions;
    // the questions that somebody has answered, and what was known before each
    let mut answered: Vec<(usize, Answers)> = Vec::new();
    let mut index = 0;
    let mut again = None;
    while let Some((name, properties)) = questions.get(index) {
        if let Some(warning) = mistyped((name, properties)) {
            worker.console.warn("UserWarning", &warning);
        }
        let forced = again == Some(index) || patterns.iter().any(|pattern| pattern.is_match(name));
        let before = worker.answers.clone();
        let step = one(worker, (name, properties), forced);
        let step = step.map_err(|error| template.config.texts.point(error, &[name]))?;
        match step {
            Step::Settled => {}
            Step::Answered => answered.push((index, before)),
            Step::Back => {
                // the first question has none before it
                if let Some((earlier, answers)) = answered.pop() {
                    let said = worker.answers.user.get(&questions[earlier].0).cloned();
                    worker.answers = answers;
                    // what was said is there to be edited
                    worker.answers.last.extend(said.map(|said| (questions[earlier].0.clone(), said)));
                    (index, again) = (earlier, Some(earlier));
                } else {
                    (worker.answers, again) = (before, Some(index));
                }
                continue;
            }
        }
        index += 1;
    }
    Ok(())
}

/// How a question was passed.
enum Step {
    /// Nobody was asked.
    Settled,
    Answered,
    /// Somebody wants to answer the one before once more.
    Back,
}

fn one(worker: &mut Worker<'_>, (name, properties): (&str, &Data), forced: bool) -> Result<Step> {
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
        return Ok(Step::Settled);
    }
    let mut step = Step::Settled;
    let given = worker.answers.init.get(name);
    let had = worker.answers.last.contains_key(name);
    let answer = match given {
        Some(given) if !forced => {
            let answer = question.parse(given).and_then(|answer| question.validate(&answer).map(|()| answer));
            Some(answer.map_err(|error| from_outside(worker, name, given, error))?)
        }
        _ if !forced && had && (worker.request.skip_answered || !asked) => None,
        _ if !forced && !asked => question.default()?,
        _ if !forced && worker.request.defaults => {
            let default = question.default()?;
            if default.is_none() {
                // choices that cannot be are the more important news
                question.choices()?;
            }
            Some(default.ok_or_else(|| {
                Error::new(format!("Question \"{name}\" is required"))
                    .hint(format!("give the answer: `--data {name}=…`"))
            })?)
        }
        // what is not shown is computed
        _ if !shown => question.default()?,
        _ => {
            let console = worker.console;
            match question.put(&mut |prompt| console.ask(prompt))? {
                Reply::Answer(answer) => {
                    step = Step::Answered;
                    Some(answer)
                }
                Reply::Back => return Ok(Step::Back),
                Reply::Nobody => {
                    let text = "Interactive session required: Use `--defaults` and/or `--data`/`--data-file`";
                    return Err(
                        Error::new(text).hint(format!("the question \"{name}\" is answered by `--data {name}=…`"))
                    );
                }
            }
        }
    };
    if let Some(answer) = answer {
        worker.answers.user.insert(name.to_owned(), answer);
    }
    Ok(step)
}

/// The error about an answer that was given in advance: it points to the file where the answer stands.
fn from_outside(worker: &Worker<'_>, name: &str, given: &Value, error: Error) -> Error {
    let file = worker.request.data_file.as_deref();
    let Some((file, text)) = file.and_then(|file| Some((file, answers::text_of(file).ok()?))) else { return error };
    let mut texts = Texts::default();
    texts.add(file, &text);
    // an option may have answered in place of the file
    if texts.written(&[name]).is_none_or(|written| !written.contains(&data::text(given))) {
        return error;
    }
    let asked = worker.template.config.texts.line_of(&[name]).map(|place| format!("asked by {place}"));
    texts.point(asked.into_iter().fold(error, Error::note), &[name])
}

fn question<'w>(worker: &'w Worker<'_>, (name, properties): (&'w str, &'w Data)) -> Result<Question<'w>> {
    let settled = worker.settings.defaults.get(name);
    let texts = &worker.template.config.texts;
    Question::new((name, properties), &worker.jinja, worker.context()?, &worker.answers, settled, texts)
}
