//! Questions of templates, put as gaia puts its own.

use crate::error::Kind;
use crate::output::ask::{Dialogue, Item, Leave, MARK, Text};
use crate::scaffold::{Decision, Prompt, PromptKind, Reply};
use crate::{Error, Result};
use minijinja::Value;

/// Puts a question.
pub(super) fn ask(prompt: &Prompt<'_>) -> Result<Reply> {
    let mut dialogue = Dialogue::start();
    // terminals do not agree on how wide Copier's own marks are
    let mark = match prompt.mark.as_str() {
        "🎤" | "🕵️" if dialogue.is_live() => MARK,
        mark => mark,
    };
    dialogue.question(mark, &prompt.message);
    match answer(&mut dialogue, prompt)? {
        Ok(answer) => Ok(Reply::Answer(answer)),
        Err(Leave::Nobody) => Ok(Reply::Nobody),
        Err(Leave::Back) => Ok(Reply::Back),
        Err(Leave::Interrupted) => Err(interrupted()),
    }
}

fn answer(dialogue: &mut Dialogue, prompt: &Prompt<'_>) -> Result<Result<Value, Leave>> {
    let choices = prompt.choices.iter();
    let items: Vec<Item<'_>> =
        choices.map(|choice| Item { label: &choice.label, disabled: &choice.disabled }).collect();
    let text = Text {
        default: &prompt.default,
        placeholder: &prompt.placeholder,
        multiline: prompt.multiline,
        hidden: prompt.kind == PromptKind::Password,
        path: prompt.kind == PromptKind::Path,
    };
    Ok(match prompt.kind {
        PromptKind::Confirm(default) => dialogue.confirm(default).map(Value::from),
        PromptKind::Select if prompt.choices.iter().all(|choice| !choice.disabled.is_empty()) => {
            return Err(Error::new(format!("none of the choices of \"{}\" can be chosen", prompt.name)));
        }
        PromptKind::Select => {
            dialogue.choose(&items, prompt.chosen.first().copied()).map(|index| prompt.choices[index].value.clone())
        }
        PromptKind::Checkbox => {
            let values = |chosen: &[usize]| -> Value {
                chosen.iter().map(|index| prompt.choices[*index].value.clone()).collect::<Vec<_>>().into()
            };
            let check = |chosen: &[usize]| (prompt.check)(&values(chosen));
            dialogue.choose_some(&items, &prompt.chosen, &check).map(|chosen| values(&chosen))
        }
        PromptKind::Text | PromptKind::Path | PromptKind::Password => {
            // who types sees the question; in a pipe the words are Copier's
            let question = format!("Validation error for question '{}': ", prompt.name);
            let known = if dialogue.is_live() { question.as_str() } else { "" };
            let check = |text: &str| {
                (prompt.check)(&Value::from(text)).map_err(|why| why.strip_prefix(known).unwrap_or(&why).to_owned())
            };
            dialogue.line(&text, &check).map(Value::from)
        }
    })
}

/// Asks whether to go on; none when there is nobody to ask.
pub(super) fn confirm(question: &str) -> Result<Option<bool>> {
    put(|dialogue| {
        dialogue.question(MARK, &format!("{question} "));
        dialogue.confirm(true)
    })
}

/// Asks what becomes of a file that both sides have changed; none when there is nobody to ask.
pub(super) fn decide(path: &str) -> Result<Option<Decision>> {
    let decisions = [Decision::Mine, Decision::Theirs, Decision::Markers];
    let decided = put(|dialogue| {
        dialogue.question(MARK, &format!("{path}: (m)ine, (t)heirs, or both with markers (b)? "));
        dialogue.letter(&['m', 't', 'b'])
    })?;
    Ok(decided.map(|number| decisions[number]))
}

/// Puts a question that has none before it to go back to.
fn put<T>(ask: impl Fn(&mut Dialogue) -> Result<T, Leave>) -> Result<Option<T>> {
    loop {
        return match ask(&mut Dialogue::start()) {
            Ok(answer) => Ok(Some(answer)),
            Err(Leave::Nobody) => Ok(None),
            Err(Leave::Interrupted) => Err(interrupted()),
            Err(Leave::Back) => continue,
        };
    }
}

/// In Copier's words.
fn interrupted() -> Error {
    Error::new("Execution stopped by user").kind(Kind::Interrupted)
}
