//! The values that a template refers to, found without running it.

use super::Template;
use super::ast::{At, Block, Command, Name, Node, Pipe, Term};

/// A chain of fields from the template's data: `.vars.stage`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The names, outermost first.
    pub path: Vec<String>,
    /// The byte of the text where the chain begins.
    pub offset: usize,
    /// Whether the template copes with the value being absent: it is a condition, or goes into a function.
    pub guarded: bool,
    /// Whether a function that deals with what is absent takes it, or a condition asks for it.
    pub optional: bool,
}

/// Functions that deal with what is absent.
const OPTIONAL: [&str; 14] = [
    "and", "coalesce", "default", "dig", "empty", "eq", "get", "hasKey", "index", "ne", "not", "or", "required",
    "ternary",
];

impl Template {
    /// Every chain of fields that begins at the template's own data. Those inside `with` and `range`, where the dot is
    /// another one, are left out, unless they begin with `$`.
    pub fn references(&self) -> Vec<Reference> {
        let mut walk = Walk { found: Vec::new(), conditions: Vec::new(), optional: 0 };
        walk.block(self.block(), true);
        walk.found
    }
}

struct Walk {
    found: Vec<Reference>,
    /// The chains that the conditions around ask for.
    conditions: Vec<Vec<String>>,
    /// How many pipes around deal with what is absent.
    optional: usize,
}

impl Walk {
    /// `root` says whether the dot is the template's data.
    fn block(&mut self, block: &Block, root: bool) {
        for node in block {
            match &node.node {
                Node::Action(pipe) => self.pipe(pipe, root, false),
                Node::If(branches, otherwise) => {
                    let outer = self.conditions.len();
                    for (condition, body) in branches {
                        let before = self.found.len();
                        self.asking(condition, root);
                        let asked: Vec<_> = self.found[before..].iter().map(|r| r.path.clone()).collect();
                        self.conditions.extend(asked);
                        self.block(body, root);
                    }
                    self.block(otherwise, root);
                    self.conditions.truncate(outer);
                }
                Node::With(branches, otherwise) => {
                    for (value, body) in branches {
                        self.asking(value, root);
                        self.block(body, false);
                    }
                    self.block(otherwise, root);
                }
                Node::Range(over, body, otherwise) => {
                    self.asking(over, root);
                    self.block(body, false);
                    self.block(otherwise, root);
                }
                Node::Template(_, argument) => {
                    if let Some(pipe) = argument {
                        self.pipe(pipe, root, true);
                    }
                }
                Node::Text(_) | Node::Break | Node::Continue => {}
            }
        }
    }

    /// A condition, or what is walked over if it is there.
    fn asking(&mut self, pipe: &Pipe, root: bool) {
        self.optional += 1;
        self.pipe(pipe, root, true);
        self.optional -= 1;
    }

    /// What goes into a function may be absent for all that is known here: `default` and its like deal with it.
    fn pipe(&mut self, pipe: &Pipe, root: bool, guarded: bool) {
        let guarded = guarded || pipe.commands.len() > 1 || !pipe.variables.is_empty();
        let deals = |c: &Command| matches!(&c.head.node, Term::Function(name) if OPTIONAL.contains(&&**name));
        let optional = usize::from(pipe.commands.iter().any(deals));
        self.optional += optional;
        for command in &pipe.commands {
            self.command(command, root, guarded);
        }
        self.optional -= optional;
    }

    fn command(&mut self, command: &Command, root: bool, guarded: bool) {
        let calls = matches!(command.head.node, Term::Function(_)) || !command.arguments.is_empty();
        self.term(&command.head, root, guarded || calls);
        for argument in &command.arguments {
            self.term(argument, root, true);
        }
    }

    fn term(&mut self, term: &At<Term>, root: bool, guarded: bool) {
        match &term.node {
            Term::Field(path) if root => self.add(path, term.pos, guarded),
            Term::Variable(name, path) if &**name == "$" && !path.is_empty() => self.add(path, term.pos, guarded),
            Term::Paren(pipe) => self.pipe(pipe, root, guarded),
            Term::Chain(inner, _) => self.term(inner, root, true),
            _ => {}
        }
    }

    fn add(&mut self, path: &[Name], pos: u32, guarded: bool) {
        let path: Vec<String> = path.iter().map(ToString::to_string).collect();
        let asked = self.conditions.iter().any(|c| path.starts_with(c));
        let optional = asked || self.optional > 0;
        self.found.push(Reference { path, offset: pos as usize, guarded: guarded || asked, optional });
    }
}

#[cfg(test)]
mod tests {
    use crate::template::{Functions, ParseOptions, Template};

    fn references(text: &str) -> Vec<(String, bool)> {
        let functions = Functions::builtin().with_sprig();
        let template = Template::parse("t", text, &ParseOptions::default(), &functions).unwrap();
        template.references().into_iter().map(|r| (r.path.join("."), r.guarded)).collect()
    }

    #[test]
    fn chains_of_the_data_are_found() {
        assert_eq!(references("a {{ .vars.x }} {{ $.vars.y }}"), [("vars.x".into(), false), ("vars.y".into(), false)]);
        assert_eq!(references("{{ .vars.x | default 1 }}"), [("vars.x".into(), true)]);
        assert!(!references("{{ if .vars.x }}{{ .vars.x }}{{ .vars.y }}{{ end }}").last().unwrap().1);
        assert_eq!(references("{{ range .vars.l }}{{ .name }}{{ end }}"), [("vars.l".into(), true)]);
        assert_eq!(references("{{ with .vars.m }}{{ .name }}{{ end }}"), [("vars.m".into(), true)]);
    }
}
