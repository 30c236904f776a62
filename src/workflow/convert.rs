//! Workflows of the older dialect, rewritten as ones that Atmos runs. The text is edited, so that comments, quotes and the
//! order of keys stay.

use super::{Step, is_old};
use crate::error::{Error, Result};
use crate::text::{Source, SourceMap};
use crate::value::{Key, Map, Value};
use crate::yaml::{self, NoTags};

/// A file that Atmos runs.
#[derive(Debug)]
pub struct Converted {
    /// Its text.
    pub text: String,
    /// How many steps were rewritten.
    pub steps: usize,
    /// The workflow that has the file's name now, by which it was called: what it was called before, and is now.
    pub renamed: Option<(String, String)>,
    /// Steps whose command holds `{{`, which Atmos takes for templates.
    pub templates: Vec<String>,
}

/// Rewrites the steps of a file. What Atmos runs already stays as it is.
///
/// - `run: {command, env}` becomes `type: shell`, `command` and `env` of the step.
/// - A variable of `env` that refers to others becomes an `export` of the command: Atmos expands none.
/// - The one workflow of a file takes the file's name: that is what callers say.
///
/// # Errors
/// The file is no YAML, or a step is written in a way that cannot be edited.
pub fn convert(source: &Source, stem: &str) -> Result<Converted> {
    let document = yaml::load(source, &mut NoTags)?.value;
    let workflows = document.get("workflows").and_then(Value::as_map);
    let workflows: Vec<(&Key, &Value)> = workflows.into_iter().flat_map(Map::iter).collect();
    let steps = workflows.iter().flat_map(|(_, workflow)| {
        workflow.get("steps").and_then(Value::as_seq).unwrap_or_default().iter().filter(|step| is_old(step))
    });
    let steps: Vec<&Value> = steps.collect();
    let mut edits = Vec::new();
    for step in &steps {
        edits.extend(Edited::of(source, step)?.edits()?);
    }
    let renamed = match workflows[..] {
        [(key, _)] if *key.name != *stem && !steps.is_empty() && is_word(stem) => {
            edits.push((key.span.start as usize..key.span.end as usize, stem.to_owned()));
            Some((key.name.to_string(), stem.to_owned()))
        }
        _ => None,
    };
    edits.sort_by_key(|(range, _)| range.start);
    let mut text = String::with_capacity(source.text.len());
    let mut at = 0;
    for (range, new) in edits {
        text.push_str(&source.text[at..range.start]);
        text.push_str(&new);
        at = range.end;
    }
    text.push_str(&source.text[at..]);
    let templates = steps.iter().filter_map(|step| Step::of(step)).filter(|step| step.text().contains("{{"));
    let templates = templates.map(|step| step.name.to_owned()).collect();
    prove(source, &document, &text)?;
    Ok(Converted { text, steps: steps.len(), renamed, templates })
}

/// Makes sure that the new text says what the old one did, behind what is exported.
fn prove(source: &Source, before: &Value, text: &str) -> Result<()> {
    let after = yaml::load(&SourceMap::default().add(source.path.clone(), text, true), &mut NoTags)?.value;
    let (before, after) = (scripts(before), scripts(&after));
    let pairs = before.iter().zip(&after);
    let says_the_same = |(old, new): (&(String, String), &(String, String))| old.0 == new.0 && new.1.ends_with(&old.1);
    if before.len() == after.len() && pairs.into_iter().all(says_the_same) {
        return Ok(());
    }
    Err(Error::new("the file cannot be converted without changing what it says")
        .in_file(&source.path)
        .hint("write its steps by hand: `type: shell`, and `command` beside `name`"))
}

/// The names and scripts of all steps of a file.
fn scripts(document: &Value) -> Vec<(String, String)> {
    let workflows = document.get("workflows").and_then(Value::as_map).into_iter().flat_map(Map::values);
    let steps = workflows.flat_map(|workflow| workflow.get("steps").and_then(Value::as_seq).unwrap_or_default());
    steps.filter_map(Step::of).map(|step| (step.name.to_owned(), step.text().trim_end().to_owned())).collect()
}

type Edit = (std::ops::Range<usize>, String);

/// A step with what of it is rewritten.
struct Edited<'a> {
    source: &'a Source,
    step: &'a Value,
    run: (&'a Key, &'a Value),
    command: (&'a Key, &'a Value),
    env: Option<(&'a Key, &'a Value)>,
    /// Variables that refer to others, as lines of the shell.
    exports: Vec<String>,
    /// The names of those.
    exported: Vec<&'a str>,
}

impl<'a> Edited<'a> {
    fn of(source: &'a Source, step: &'a Value) -> Result<Edited<'a>> {
        let missing = || Error::new("the step cannot be converted").at(step.span);
        let run = step.as_map().and_then(|map| map.get_entry("run")).ok_or_else(missing)?;
        let inner = run.1.as_map().ok_or_else(missing)?;
        let command = inner.get_entry("command").ok_or_else(missing)?;
        if command.1.as_str().is_none() {
            return Err(Error::new("the command of the step must be a text").at(command.0.span));
        }
        if let Some((key, _)) = inner.iter().find(|(key, _)| !["command", "env"].contains(&&*key.name)) {
            return Err(Error::new(format!("`{}` means nothing in `run`", key.name))
                .at(key.span)
                .hint("remove it: the dialect knows `command` and `env`"));
        }
        let env = inner.get_entry("env");
        let variables = env.and_then(|(_, env)| env.as_map()).into_iter().flat_map(Map::iter);
        let (mut exports, mut exported) = (Vec::new(), Vec::new());
        for (key, value) in variables {
            let Some(text) = value.as_str().filter(|text| text.contains('$')) else { continue };
            exported.push(&*key.name);
            // what a variable says of itself holds already
            let own = ["${NAME}", "$NAME"].map(|form| form.replace("NAME", &key.name));
            if !own.iter().any(|own| own == text) {
                let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('`', "\\`").replace("$(", "\\$(");
                exports.push(format!("export {}=\"{text}\"", key.name));
            }
        }
        Ok(Edited { source, step, run, command, env, exports, exported })
    }

    fn edits(&self) -> Result<Vec<Edit>> {
        let text = &self.source.text;
        let run = self.run.0.span.start as usize;
        let is_flow = text.as_bytes().get(self.step.span.start as usize) == Some(&b'{');
        let on_one_line = self.line(self.command.0) == self.line(self.run.0);
        if !is_flow && !on_one_line {
            return self.block();
        }
        let separator = if is_flow { ", ".to_owned() } else { format!("\n{}", " ".repeat(self.column(self.run.0))) };
        let mut parts = vec!["type: shell".to_owned(), format!("command: {}", self.command())];
        parts.extend(self.kept().map(|env| format!("env: {{{env}}}")));
        Ok(vec![(run..self.run.1.span.end as usize, parts.join(&separator))])
    }

    /// The command as it is written; with what is exported, as a text in quotes.
    fn command(&self) -> String {
        if self.exports.is_empty() {
            return self.slice(self.command.1).to_owned();
        }
        let own = self.command.1.as_str().unwrap_or_default();
        let lines: Vec<&str> = self.exports.iter().map(String::as_str).chain([own]).collect();
        serde_json::Value::from(lines.join("; ")).to_string()
    }

    /// The variables that stay, as they are written.
    fn kept(&self) -> Option<String> {
        let variables = self.env?.1.as_map()?;
        let kept = variables.iter().filter(|(key, _)| !self.exported.contains(&&*key.name));
        let kept: Vec<String> = kept.map(|(key, value)| format!("{}: {}", key.name, self.slice(value))).collect();
        (!kept.is_empty()).then(|| kept.join(", "))
    }

    /// The lines of `run` and below it: they move to the left.
    fn block(&self) -> Result<Vec<Edit>> {
        let text = &self.source.text;
        let (column, inner) = (self.column(self.run.0), self.column(self.command.0));
        let first = self.line(self.run.0);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let end = first + 1 + block_length(&lines[first + 1..], inner);
        let removed = self.removed_lines()?;
        let content = self.line(self.command.0) + 1;
        let header = lines[content - 1].trim_end();
        let is_literal = header.split('#').next().unwrap_or(header).trim_end().contains(": |");
        let mut new = String::new();
        let prefix = &lines[first][..column];
        new.push_str(prefix);
        new.push_str("type: shell");
        new.push_str(lines[first][column..].strip_prefix("run:").unwrap_or("\n"));
        for (number, line) in lines.iter().enumerate().take(end).skip(first + 1) {
            if removed.contains(&number) {
                continue;
            }
            if !self.exports.is_empty() && number == content && is_literal {
                let indent = " ".repeat(indentation(line).saturating_sub(inner - column));
                for export in &self.exports {
                    new.extend([indent.as_str(), export, "\n"]);
                }
            }
            if !self.exports.is_empty() && number == content - 1 && !is_literal {
                if self.line_of(self.command.1.span.end as usize) > number {
                    return Err(Error::new("a command of several lines must be written as `|` to be converted")
                        .at(self.command.0.span));
                }
                new.extend([&" ".repeat(column), "command: ", &self.command(), "\n"]);
                continue;
            }
            let cut = indentation(line).min(inner - column);
            new.push_str(if line.trim().is_empty() || indentation(line) < inner - column {
                line
            } else {
                &line[cut..]
            });
        }
        let start = lines[..first].iter().map(|line| line.len()).sum();
        let length: usize = lines[first..end].iter().map(|line| line.len()).sum();
        Ok(vec![(start..start + length, new)])
    }

    /// The lines of variables that are exported by the command now.
    fn removed_lines(&self) -> Result<Vec<usize>> {
        let Some((env, variables)) = self.env.and_then(|(key, env)| Some((key, env.as_map()?))) else {
            return Ok(Vec::new());
        };
        let mut removed = Vec::new();
        for (key, value) in variables.iter().filter(|(key, _)| self.exported.contains(&&*key.name)) {
            let line = self.line(key);
            if line == self.line(env) || self.line_of((value.span.end as usize).saturating_sub(1)) != line {
                return Err(
                    Error::new(format!("write `{}` on a line of its own to convert the step", key.name)).at(key.span)
                );
            }
            removed.push(line);
        }
        if removed.len() == variables.len() {
            removed.push(self.line(env));
        }
        Ok(removed)
    }

    fn slice(&self, value: &Value) -> &str {
        self.source.text.get(value.span.start as usize..value.span.end as usize).unwrap_or_default()
    }

    fn line(&self, key: &Key) -> usize {
        self.line_of(key.span.start as usize)
    }

    fn line_of(&self, at: usize) -> usize {
        self.source.text[..at].matches('\n').count()
    }

    fn column(&self, key: &Key) -> usize {
        let start = key.span.start as usize;
        start - self.source.text[..start].rfind('\n').map_or(0, |end| end + 1)
    }
}

/// Whether a name needs no quotes as a key.
fn is_word(name: &str) -> bool {
    yaml::is_plain_string(name) && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// How many lines belong to a block that is indented so far. Comments before its end do, however they are indented.
fn block_length(lines: &[&str], indent: usize) -> usize {
    let mut length = 0;
    for (number, line) in lines.iter().enumerate() {
        let text = line.trim();
        if indentation(line) >= indent && !text.is_empty() {
            length = number + 1;
        } else if !text.is_empty() && !text.starts_with('#') {
            break;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(text: &str) -> Result<Converted> {
        super::convert(&SourceMap::default().add("flow.yaml", text, false), "flow")
    }

    #[test]
    fn blocks_move_to_the_left() {
        let before = "\
# head
workflows:
  one: # the only one
    steps:
    # first
    - name: a # a name
      description: d
      run: # inner
        command: |
          set -e

          # hello
          echo ${x}   # tail
        env:
          A: 1 # one
    - run:
        env:
          b: ${t}-x
          c: ${c}
        command: |
          read answer
          echo $b
";
        let after = "\
# head
workflows:
  flow: # the only one
    steps:
    # first
    - name: a # a name
      description: d
      type: shell # inner
      command: |
        set -e

        # hello
        echo ${x}   # tail
      env:
        A: 1 # one
    - type: shell
      command: |
        export b=\"${t}-x\"
        read answer
        echo $b
";
        let converted = convert(before).unwrap();
        assert_eq!(converted.text, after);
        assert_eq!((converted.steps, converted.renamed), (2, Some(("one".into(), "flow".into()))));
        let again = convert(after).unwrap();
        assert_eq!((&*again.text, again.steps, again.renamed), (after, 0, None));
    }

    #[test]
    fn one_line_is_enough() {
        let before = "workflows:\n  a:\n    steps:\n      - name: x\n        run: {command: 'echo 1', env: {A: 1, b: '${t}\"'}}\n      - {name: y, run: {command: echo 2}}\n  b: {steps: []}\n";
        let converted = convert(before).unwrap();
        assert_eq!(
            converted.text,
            "workflows:\n  a:\n    steps:\n      - name: x\n        type: shell\n        command: \"export b=\\\"${t}\\\\\\\"\\\"; echo 1\"\n        env: {A: 1}\n      - {name: y, type: shell, command: echo 2}\n  b: {steps: []}\n"
        );
        assert_eq!(converted.renamed, None);
    }

    #[test]
    fn what_cannot_be_edited_is_refused() {
        let refused = |step: &str| convert(&format!("workflows:\n  a:\n    steps:\n      - {step}\n")).unwrap_err();
        assert!(refused("run: {command: [x]}").message().contains("must be a text"));
        assert!(refused("run: {command: x, shell: bash}").message().contains("`shell` means nothing"));
    }
}
