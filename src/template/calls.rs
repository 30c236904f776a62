//! The calls of a function in a template, found without carrying the template out.

use super::ast::{At, Block, Command, Name, Node, Pipe, Term};
use super::parse::Tree;
use super::{Functions, MissingKey, Template, Val, exec};
use crate::value::Value;
use std::collections::HashMap;

/// A call that a template holds, in whatever branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The byte of the template where the call begins.
    pub offset: usize,
    /// The arguments as texts; `None` where only a run could tell.
    pub arguments: Vec<Option<String>>,
    /// The fields that are taken of what it gives: `(call).outputs.id`.
    pub fields: Vec<String>,
}

/// The name of a function in a namespace: `strings.Title`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The namespace.
    pub space: String,
    /// The function's name in it.
    pub name: String,
    /// The byte of the template where the namespace stands.
    pub offset: usize,
}

impl Template {
    /// Every call of a function (`len`) or method (`atmos.Component`), in the order of the text. Arguments are worked out
    /// one by one over `data`, with the variables that were set before; nothing else of the template is carried out.
    pub fn calls(&self, function: &str, data: &Value, functions: &Functions) -> Vec<Called> {
        let data = Val::from(data.clone());
        let mut search = Search { function, data: &data, functions, assigned: vec![], found: vec![], members: vec![] };
        search.tree(&self.tree);
        search.found.sort_by_key(|call| call.offset);
        search.found
    }

    /// Every function of a namespace that is named, in the order of the text.
    pub fn members(&self) -> Vec<Member> {
        let (data, functions) = (Val::from(Value::NULL), Functions::default());
        let mut search = Search {
            function: "",
            data: &data,
            functions: &functions,
            assigned: vec![],
            found: vec![],
            members: vec![],
        };
        search.tree(&self.tree);
        search.members.sort_by_key(|member| member.offset);
        search.members
    }
}

/// What the dot stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dot {
    Root,
    /// An item of a list, say: only a run could tell.
    Moved,
}

struct Search<'t> {
    function: &'t str,
    data: &'t Val,
    functions: &'t Functions,
    /// The actions that set variables, so far.
    assigned: Vec<&'t Pipe>,
    found: Vec<Called>,
    members: Vec<Member>,
}

impl<'t> Search<'t> {
    fn tree(&mut self, tree: &'t Tree) {
        self.block(&tree.main, Dot::Root);
        for block in tree.defined.values() {
            self.assigned.clear();
            self.block(block, Dot::Moved);
        }
    }

    fn block(&mut self, block: &'t Block, dot: Dot) {
        let before = self.assigned.len();
        for at in block {
            match &at.node {
                Node::Action(pipe) => {
                    self.pipe(pipe, dot);
                    if !pipe.variables.is_empty() && dot == Dot::Root {
                        self.assigned.push(pipe);
                    }
                }
                Node::If(branches, other) => self.branches(branches, other, dot, dot),
                Node::With(branches, other) => self.branches(branches, other, dot, Dot::Moved),
                Node::Range(pipe, body, other) => {
                    self.pipe(pipe, dot);
                    self.block(body, Dot::Moved);
                    self.block(other, dot);
                }
                Node::Template(_, pipe) => pipe.iter().for_each(|pipe| self.pipe(pipe, dot)),
                Node::Text(_) | Node::Break | Node::Continue => {}
            }
        }
        self.assigned.truncate(before);
    }

    fn branches(&mut self, branches: &'t [(Pipe, Block)], other: &'t Block, dot: Dot, inside: Dot) {
        for (pipe, block) in branches {
            self.pipe(pipe, dot);
            self.block(block, inside);
        }
        self.block(other, dot);
    }

    fn pipe(&mut self, pipe: &'t Pipe, dot: Dot) {
        for command in &pipe.commands {
            if self.is_called(&command.head.node) {
                let arguments = command.arguments.iter().map(|term| self.text_of(term, dot)).collect();
                self.found.push(Called { offset: command.head.pos as usize, arguments, fields: Vec::new() });
            }
            std::iter::once(&command.head).chain(&command.arguments).for_each(|term| self.term(term, dot));
        }
    }

    fn term(&mut self, term: &'t At<Term>, dot: Dot) {
        match &term.node {
            Term::Paren(pipe) => self.pipe(pipe, dot),
            Term::Chain(head, names) => {
                self.term(head, dot);
                match &head.node {
                    Term::Function(space) => self.members.extend(names.first().map(|name| Member {
                        space: space.to_string(),
                        name: name.to_string(),
                        offset: head.pos as usize,
                    })),
                    Term::Paren(Pipe { commands, .. }) => {
                        let last = commands.last().map(|command| command.head.pos as usize);
                        for call in self.found.iter_mut().filter(|call| Some(call.offset) == last) {
                            call.fields = names.iter().map(ToString::to_string).collect();
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn is_called(&self, head: &Term) -> bool {
        match head {
            Term::Function(name) => &**name == self.function,
            Term::Chain(head, names) => match (&head.node, &names[..], self.function.split_once('.')) {
                (Term::Function(space), [method], Some((wanted, name))) => &**space == wanted && &**method == name,
                _ => false,
            },
            _ => false,
        }
    }

    /// The text that an argument is, worked out over the data.
    fn text_of(&self, term: &At<Term>, dot: Dot) -> Option<String> {
        if let Term::Str(text) = &term.node {
            return Some(text.to_string());
        }
        if dot == Dot::Moved && needs_dot(&term.node) {
            return None;
        }
        let action = |pipe| At { node: Node::Action(pipe), pos: term.pos };
        let alone = Command { head: term.clone(), arguments: Vec::new() };
        let mut main: Block = self.assigned.iter().map(|pipe| action((*pipe).clone())).collect();
        main.push(action(Pipe { variables: Vec::<Name>::new(), assigns: false, commands: vec![alone] }));
        let tree = Tree { main, defined: HashMap::new() };
        exec::render(&tree, self.data, self.functions, MissingKey::Error).ok()
    }
}

fn needs_dot(term: &Term) -> bool {
    match term {
        Term::Dot | Term::Field(_) => true,
        Term::Chain(head, _) => needs_dot(&head.node),
        Term::Paren(pipe) => pipe
            .commands
            .iter()
            .any(|command| std::iter::once(&command.head).chain(&command.arguments).any(|term| needs_dot(&term.node))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::ParseOptions;
    use crate::value::Map;

    fn calls(text: &str) -> Vec<Vec<Option<String>>> {
        let mut functions = Functions::builtin().with_sprig();
        functions.insert("atmos.Component", |_| Err(crate::template::CallError::new("not here")));
        let data = Value::map(Map::from_iter([("stack", "dev")]));
        let template = Template::parse("t", text, &ParseOptions::default(), &functions).expect("a template");
        template.calls("atmos.Component", &data, &functions).into_iter().map(|call| call.arguments).collect()
    }

    fn some(texts: [&str; 2]) -> Vec<Option<String>> {
        texts.map(|t| Some(t.to_owned())).to_vec()
    }

    #[test]
    fn calls_are_found_wherever_they_stand() {
        assert_eq!(calls(r#"{{ (atmos.Component "vpc" .stack).outputs.id }}"#), [some(["vpc", "dev"])]);
        assert_eq!(
            calls(
                r#"{{ if false }}{{ toJson (atmos.Component "a" "x").vars }}{{ end }}{{ with atmos.Component "b" "y" }}{{ . }}{{ end }}"#
            ),
            [some(["a", "x"]), some(["b", "y"])]
        );
    }

    #[test]
    fn arguments_are_worked_out_with_the_variables_before_them() {
        assert_eq!(
            calls(r#"{{ $s := printf "plat-%s" .stack }}{{ (atmos.Component "vpc" $s).vars }}"#),
            [some(["vpc", "plat-dev"])]
        );
    }

    #[test]
    fn fields_of_a_call_and_members_of_namespaces_are_found() {
        let functions = Functions::builtin().with_gomplate();
        let text = r#"{{ (strings.Title "a").b.c }}{{ if coll.Nope }}{{ end }}"#;
        let template = Template::parse("t", text, &ParseOptions::default(), &functions).expect("a template");
        let calls = template.calls("strings.Title", &Value::NULL, &functions);
        assert_eq!(calls[0].fields, ["b", "c"]);
        let names: Vec<String> = template.members().iter().map(|m| format!("{}.{}", m.space, m.name)).collect();
        assert_eq!(names, ["strings.Title", "coll.Nope"]);
        assert!(functions.members("coll").is_some_and(|names| !names.contains(&"Nope")));
    }

    #[test]
    fn what_only_a_run_could_tell_stays_open() {
        assert_eq!(
            calls(r#"{{ range .list }}{{ atmos.Component . $.stack }}{{ end }}{{ atmos.Component .none "x" }}"#),
            [vec![None, Some("dev".to_owned())], vec![None, Some("x".to_owned())]]
        );
    }
}
