//! Arguments of workflows that nothing comes of, and names that hold the time.

use super::scripts::{Check, Scripted};
use crate::code;
use crate::workflow::arguments::{is_argument, parameters};
use crate::workflow::script::{Event, Read};
use rustc_hash::FxHashMap;

/// A variable that a script sets, with the text from there to the end of its line.
struct Setting<'a> {
    name: &'a str,
    at: usize,
    line: &'a str,
}

fn settings<'a>(scripted: &'a Scripted<'_>) -> impl Iterator<Item = Setting<'a>> {
    let text = scripted.step.text();
    scripted.script.events.iter().filter_map(move |event| match event {
        Event::Set(name, at) => Some(Setting {
            name,
            at: *at,
            line: text.get(*at..).and_then(|rest| rest.lines().next()).unwrap_or_default(),
        }),
        Event::Read(_) | Event::Command(_) => None,
    })
}

/// Names with the time in them that several steps compute.
pub(super) fn times(check: &mut Check<'_>) {
    let mut first: FxHashMap<&str, &str> = FxHashMap::default();
    for scripted in check.steps {
        for setting in settings(scripted).filter(|s| tells_time(s.line)) {
            match first.get(setting.name) {
                Some(step) if *step != scripted.step.name => {
                    let message = format!("`{}` is another here than in the step `{step}`", setting.name);
                    check
                        .tell(&code::SCRIPT_TIME, scripted, setting.at, setting.name.len(), message)
                        .hints
                        .push("it holds the time: compute it once and hand it on".to_owned());
                }
                Some(_) => {}
                None => drop(first.insert(setting.name, scripted.step.name)),
            }
        }
    }
}

/// Whether an assignment holds the time of day, as part of something.
fn tells_time(line: &str) -> bool {
    let Some((name, value)) = line.split_once('=') else { return false };
    let date = value.split("$(date").nth(1).and_then(|rest| rest.split(')').next());
    let is_part = value.trim_matches('"').contains('/');
    !name.contains(' ')
        && is_part
        && date.is_some_and(|format| ["%H", "%M", "%S", "%s", "%T"].iter().any(|f| format.contains(f)))
}

/// Arguments that are read and not used, and those that are offered and not read.
pub(super) fn arguments(check: &mut Check<'_>) {
    for parameter in parameters(check.workflow) {
        let mut idle = None;
        let is_used = check.steps.iter().any(|scripted| {
            scripted.step.variables().any(|(_, value)| value.contains(&parameter.name))
                || scripted.script.reads().filter(|read| read.name == parameter.name).any(|read| {
                    let setting = settings(scripted).find(|s| is_inside(read, s));
                    let used = match &setting {
                        Some(setting) => has_effect(scripted, setting.name),
                        None => !is_said(scripted, read),
                    };
                    if let Some(setting) = setting.filter(|_| !used) {
                        idle.get_or_insert((scripted, setting.at, setting.name));
                    }
                    used
                })
        });
        if let Some((scripted, at, variable)) = idle.filter(|_| !is_used) {
            let message = format!("the argument `{}` is read, and nothing comes of it", parameter.name);
            check.tell(&code::ARGUMENT_UNUSED, scripted, at, variable.len(), message);
        }
    }
    offered(check);
}

/// Arguments in what a step says of its usage: `echo "  dry_run=true  …"`.
fn offered(check: &mut Check<'_>) {
    let known = parameters(check.workflow);
    let mut told: Vec<String> = Vec::new();
    for scripted in check.steps {
        for command in scripted.script.commands().filter(|command| command.words[0].text == "echo") {
            let Some(word) = command.words.get(1) else { continue };
            let text = word.text.trim_matches('"').trim_start();
            let Some((name, value)) = text.split_once('=') else { continue };
            let is_offer = ["<", "true", "false"].iter().any(|start| value.starts_with(start));
            if is_offer
                && is_argument(name)
                && !known.iter().any(|p| p.name == name)
                && !told.iter().any(|other| other == name)
            {
                told.push(name.to_owned());
                let message = format!("the argument `{name}` is offered, and no step reads it");
                let at = word.at + word.text.find(name).unwrap_or_default();
                check.tell(&code::ARGUMENT_UNUSED, scripted, at, name.len(), message);
            }
        }
    }
}

/// Whether a variable is read in the value that another is set to.
fn is_inside(read: &Read, setting: &Setting<'_>) -> bool {
    (setting.at..setting.at + setting.line.len()).contains(&read.at.start)
        && setting.line.trim_start_matches(setting.name).starts_with('=')
}

/// Whether a variable is read anywhere but in what is said.
fn has_effect(scripted: &Scripted<'_>, name: &str) -> bool {
    scripted.script.reads().filter(|read| read.name == name).any(|read| !is_said(scripted, read))
}

/// Whether a variable is read in the words of an `echo`.
fn is_said(scripted: &Scripted<'_>, read: &Read) -> bool {
    scripted.script.commands().filter(|command| matches!(command.words[0].text.as_str(), "echo" | "printf")).any(
        |command| {
            let end = command.words.last().map_or(0, |word| word.at + word.text.len());
            (command.words[0].at..end).contains(&read.at.start)
        },
    )
}
