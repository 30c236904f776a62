//! Arguments of workflows: `key=value` words, which the scripts read as variables.

use super::script::{Form, Script};
use super::{Step, Workflow};
use crate::error::{Error, Result};
use crate::text::did_you_mean;
use std::collections::BTreeMap;

/// An argument that a workflow reads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Whether some step reads it without saying what holds where it is not given.
    pub required: bool,
    /// What holds where it is not given, as the first step says that does.
    pub default: Option<String>,
}

/// The arguments of a workflow, in the order in which its steps read them. By the dialect's custom they are written in
/// small letters: names in capitals are variables of the environment.
pub fn parameters(workflow: &Workflow) -> Vec<Parameter> {
    let mut found: Vec<Parameter> = Vec::new();
    let mut note = |name: &str, form: &Form| {
        let at = found.iter().position(|p| p.name == name).unwrap_or_else(|| {
            found.push(Parameter { name: name.to_owned(), required: false, default: None });
            found.len() - 1
        });
        match form {
            Form::Plain => found[at].required = true,
            Form::Default(word) => {
                found[at].default.get_or_insert_with(|| word.trim_matches('"').to_owned());
            }
            Form::Alternative(_) | Form::Other => {}
        }
    };
    for step in workflow.scripts() {
        for (name, form) in reads(step) {
            note(&name, &form);
        }
    }
    // what is read with an alternative before is not needed inside of it
    let optional: Vec<String> = workflow.scripts().flat_map(alternatives).collect();
    for parameter in &mut found {
        parameter.required &= !optional.contains(&parameter.name);
    }
    found
}

/// The arguments that a step reads, and how.
pub fn reads(step: Step<'_>) -> Vec<(String, Form)> {
    let mut set: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (name, value) in step.variables() {
        let script = Script::of_text(&value);
        found.extend(
            script.reads().filter(|r| !set.contains(&r.name.as_str())).map(|r| (r.name.clone(), r.form.clone())),
        );
        set.push(name);
    }
    let script = Script::of(step.text());
    let free = script.free().into_iter().filter(|read| !set.contains(&read.name.as_str()));
    found.extend(free.map(|read| (read.name.clone(), read.form.clone())));
    found.retain(|(name, _)| is_argument(name));
    found
}

/// The arguments that a step reads with `${x:+…}`: they may be left out.
fn alternatives(step: Step<'_>) -> Vec<String> {
    let script = Script::of(step.text());
    let is_alternative = |form: &Form| matches!(form, Form::Alternative(_));
    script.reads().filter(|read| is_alternative(&read.form)).map(|read| read.name.clone()).collect()
}

/// Whether a variable is an argument by its name.
pub fn is_argument(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Reads `key=value` words.
///
/// # Errors
/// A word has another form, or a key comes twice.
pub fn parse(words: &[String]) -> Result<BTreeMap<String, String>> {
    let mut given = BTreeMap::new();
    for word in words {
        let pair = word.split_once('=').filter(|(name, _)| is_variable(name));
        let Some((name, value)) = pair else {
            return Err(Error::usage(format!("`{word}` is no argument of a workflow")).hint("write `name=value`"));
        };
        if given.insert(name.to_owned(), value.to_owned()).is_some() {
            return Err(Error::usage(format!("`{name}` is given twice")));
        }
    }
    Ok(given)
}

fn is_variable(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Makes sure that a workflow reads every argument that is given.
///
/// # Errors
/// It does not.
pub fn refuse_unknown(workflow: &Workflow, given: &BTreeMap<String, String>) -> Result<()> {
    let known = parameters(workflow);
    let Some(unknown) = given.keys().find(|name| !known.iter().any(|p| p.name == **name)) else { return Ok(()) };
    let names: Vec<&str> = known.iter().map(|p| p.name.as_str()).collect();
    let all = if names.is_empty() { "it reads none".to_owned() } else { format!("it reads: {}", names.join(", ")) };
    Err(Error::usage(format!("the workflow `{}` reads no argument `{unknown}`", workflow.name))
        .maybe_hint(did_you_mean(unknown, names))
        .hint(all))
}

/// What a variable of a step holds: its text with `$name`, `${name}` and `${name:-word}` expanded. Nothing is run.
///
/// # Errors
/// The text asks for more than that.
pub fn expand(step: &str, text: &str, known: &dyn Fn(&str) -> Option<String>) -> Result<String> {
    let script = Script::of_text(text);
    let refuse = |what: &str| {
        Error::new(format!("`{what}` in `env` of the step `{step}` is not expanded"))
            .hint("variables alone are: write everything else in the step's command")
    };
    if script.commands().next().is_some() {
        return Err(refuse(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for read in script.reads() {
        // one that stands in the word of another comes before it
        if script.reads().any(|other| other.at.start < read.at.start && read.at.end < other.at.end) {
            continue;
        }
        out.push_str(&text[at..read.at.start]);
        let value = known(&read.name).filter(|value| !value.is_empty());
        match &read.form {
            Form::Plain => out.push_str(&value.unwrap_or_default()),
            Form::Default(word) => out.push_str(&match value {
                Some(value) => value,
                None => expand(step, word, known)?,
            }),
            Form::Alternative(word) if value.is_some() => out.push_str(&expand(step, word, known)?),
            Form::Alternative(_) => {}
            Form::Other => return Err(refuse(&text[read.at.clone()])),
        }
        at = read.at.end;
    }
    out.push_str(&text[at..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, NoTags};

    fn workflow(steps: &str) -> Workflow {
        let content = yaml::load_str(&format!("steps:\n{steps}"), &mut NoTags).unwrap().value;
        Workflow { file: "a.yaml".into(), name: "a".into(), content }
    }

    #[test]
    fn arguments_are_what_scripts_read() {
        let workflow = workflow(
            "- run: {command: 'echo ${tenant} ${force:-false} ${flag:+--flag ${flag}} $HOME'}\n\
             - run:\n    command: echo $bucket $x\n    env: {bucket: '${tenant}-state', region: '${region}'}\n",
        );
        let all: Vec<String> = parameters(&workflow)
            .into_iter()
            .map(|p| format!("{}{}{}", p.name, if p.required { "!" } else { "" }, p.default.unwrap_or_default()))
            .collect();
        assert_eq!(all, ["tenant!", "forcefalse", "flag", "region!", "x!"]);
        let given = |words: &[&str]| parse(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert!(refuse_unknown(&workflow, &given(&["tenant=a", "x=b=c"]).unwrap()).is_ok());
        let error = refuse_unknown(&workflow, &given(&["tenat=a"]).unwrap()).unwrap_err();
        assert_eq!(error.hints()[0], "did you mean `tenant`?");
        assert!(given(&["tenant"]).is_err() && given(&["a-b=c"]).is_err() && given(&["a=1", "a=2"]).is_err());
    }

    #[test]
    fn values_are_expanded_and_never_run() {
        let known = |name: &str| (name == "a").then(|| "$(rm) `x`".to_owned());
        let expand = |text: &str| expand("s", text, &known);
        assert_eq!(expand("${a}-b/$a").unwrap(), "$(rm) `x`-b/$(rm) `x`");
        assert_eq!(expand("${no:-d-${a}}${no}${a:+y}").unwrap(), "d-$(rm) `x`y");
        assert!(expand("$(ls)").is_err() && expand("`ls`").is_err() && expand("${a%x}").is_err());
    }
}
