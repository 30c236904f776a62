//! Whether manifests say all by themselves: no function and no template in them asks anything else.
//!
//! Stacks of which no file changed, and which are so, need no second look in another revision. The check reads the text,
//! and knows what is harmless: what it does not know may ask for anything.

use super::{Engine, Stack};
use crate::value::Value;
use crate::workspace::Workspace;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// YAML functions that read other files, other components, the world, or chance.
const FUNCTIONS: [&str; 11] = [
    "!include",
    "!terraform.",
    "!store",
    "!secret",
    "!exec",
    "!version",
    "!cel",
    "!random",
    "!emulator",
    "!aws.",
    "delimiters",
];

/// Words of templates whose answer depends on what they are given, or on the process's environment, alone.
const WORDS: &[&str] = &[
    "if",
    "else",
    "end",
    "range",
    "with",
    "define",
    "template",
    "block",
    "break",
    "continue",
    "nil",
    "true",
    "false",
    "and",
    "or",
    "not",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "len",
    "index",
    "slice",
    "print",
    "printf",
    "println",
    "default",
    "empty",
    "coalesce",
    "ternary",
    "quote",
    "squote",
    "upper",
    "lower",
    "title",
    "untitle",
    "trim",
    "trimAll",
    "trimSuffix",
    "trimPrefix",
    "nospace",
    "replace",
    "join",
    "split",
    "splitList",
    "splitn",
    "contains",
    "hasPrefix",
    "hasSuffix",
    "toString",
    "toStrings",
    "toJson",
    "toPrettyJson",
    "fromJson",
    "toYaml",
    "dict",
    "list",
    "get",
    "hasKey",
    "pluck",
    "keys",
    "values",
    "pick",
    "omit",
    "merge",
    "mergeOverwrite",
    "deepCopy",
    "int",
    "int64",
    "float64",
    "atoi",
    "add",
    "add1",
    "sub",
    "mul",
    "div",
    "mod",
    "max",
    "min",
    "ceil",
    "floor",
    "round",
    "cat",
    "indent",
    "nindent",
    "first",
    "last",
    "rest",
    "initial",
    "append",
    "prepend",
    "concat",
    "has",
    "without",
    "uniq",
    "compact",
    "reverse",
    "sortAlpha",
    "until",
    "untilStep",
    "seq",
    "repeat",
    "trunc",
    "substr",
    "abbrev",
    "kebabcase",
    "snakecase",
    "camelcase",
    "swapcase",
    "initials",
    "plural",
    "regexMatch",
    "regexFind",
    "regexReplaceAll",
    "regexReplaceAllLiteral",
    "regexSplit",
    "b64enc",
    "b64dec",
    "sha1sum",
    "sha256sum",
    "semver",
    "semverCompare",
    "required",
    "fail",
    "env",
    "expandenv",
    "getenv",
    "kindOf",
    "kindIs",
    "typeOf",
    "typeIs",
];

/// Whether the text of a manifest says all by itself: no function or template in it asks for other files, other components,
/// the world or chance.
pub fn is_self_contained(workspace: &Workspace, text: &str) -> bool {
    let delimiters = workspace.config.dig(["templates", "settings", "delimiters"]).and_then(Value::as_seq);
    let left = delimiters.and_then(|d| d.first()).and_then(Value::as_str).filter(|d| !d.is_empty()).unwrap_or("{{");
    holds(text, left)
}

/// Whether a template's answer, or its failure, depends on what it is given alone.
pub(crate) fn is_pure(text: &str, left: &str) -> bool {
    holds(text, left) && !["env", "required", "fail"].iter().any(|word| text.contains(word))
}

/// Whether a text says all by itself; `left` opens its templates.
fn holds(text: &str, left: &str) -> bool {
    if FUNCTIONS.iter().any(|f| text.contains(f)) {
        return false;
    }
    // manifests are rendered with the usual delimiters too
    [left, "{{"].iter().all(|left| text.split(left).skip(1).all(is_harmless))
}

/// Whether a template's action, of which the text is behind the left delimiter, names harmless words only. What follows
/// the action counts as well where its end is not found.
fn is_harmless(rest: &str) -> bool {
    let action = rest.find("}}").map_or(rest, |end| &rest[..end]);
    let mut characters = action.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, character)) = characters.next() {
        match character {
            '"' | '`' | '\'' => {
                let mut escaped = false;
                for (_, inside) in characters.by_ref() {
                    if inside == character && !escaped {
                        break;
                    }
                    escaped = inside == '\\' && !escaped && character != '`';
                }
            }
            c if c.is_alphabetic() || c == '_' => {
                let mut end = start + c.len_utf8();
                while let Some((at, next)) = characters.next_if(|(_, n)| n.is_alphanumeric() || *n == '_') {
                    end = at + next.len_utf8();
                }
                // a call such as `atmos.Component` is no harmless word either
                let is_called = matches!(characters.peek(), Some((_, '.')));
                let is_data = matches!(before, '.' | '$') || before.is_ascii_digit();
                if !is_data && (is_called || !WORDS.contains(&&action[start..end])) {
                    return false;
                }
            }
            _ => {}
        }
        before = character;
    }
    true
}

impl Stack {
    /// The manifest and every file that it imports.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        std::iter::once(&*self.path).chain(self.imports.iter().map(|import| &*import.path))
    }
}

impl Stack {
    /// The readings of an imported file: what it says itself.
    pub fn imported<'a>(&'a self, file: &'a Path) -> impl Iterator<Item = &'a Value> {
        self.imports.iter().filter(move |import| &*import.path == file).map(|import| &import.own)
    }
}

/// What manifests may ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asks {
    /// More than they say themselves: other components, the world, chance.
    More,
    /// Files or folders that their components depend on.
    Files,
}

/// What a text has in it that names files or folders that a component depends on, and perhaps one that does not.
const DEPENDENCIES: [&str; 6] = ["folder", "files", "file:", "file'", "file\"", "kind:"];

/// What is known of the files of an engine, each looked at once.
#[derive(Debug)]
pub struct Purity<'a> {
    engine: &'a Engine,
    asks: Asks,
    known: FxHashMap<PathBuf, bool>,
    /// Names of stacks ask for nothing else either.
    names: bool,
}

impl<'a> Purity<'a> {
    /// Nothing is known yet.
    pub fn new(engine: &'a Engine, asks: Asks) -> Self {
        let left = &engine.settings.templates.left;
        let names = engine.settings.name_template.as_deref().is_none_or(|t| holds(t, left));
        Purity { engine, asks, known: FxHashMap::default(), names }
    }

    /// Whether the files of a stack ask for nothing of the kind.
    pub fn holds(&mut self, stack: &Stack) -> bool {
        self.names && stack.files().all(|file| self.file_holds(file))
    }

    fn file_holds(&mut self, file: &Path) -> bool {
        if let Some(known) = self.known.get(file) {
            return *known;
        }
        let left = &self.engine.settings.templates.left;
        let holds = self.engine.loader.open(file).is_some_and(|f| match self.asks {
            Asks::More => holds(&f.source.text, left),
            Asks::Files => !DEPENDENCIES.iter().any(|d| f.source.text.contains(d)),
        });
        self.known.insert(file.to_owned(), holds);
        holds
    }
}

#[cfg(test)]
mod tests {
    fn holds(text: &str) -> bool {
        super::holds(text, "{{")
    }

    #[test]
    fn plain_manifests_and_harmless_templates_say_all_by_themselves() {
        assert!(holds("vars: { a: !env HOME, b: 'now or later' }"));
        assert!(holds("a: '{{ .vars.now }}-{{ if eq .x \"now\" }}{{ printf \"%s\" $.y | upper }}{{ end }}'"));
        assert!(holds("a: '{{ range $k, $v := .vars }}{{ $k }}{{ end }}'"));
    }

    #[test]
    fn what_asks_for_more_does_not() {
        for text in [
            "a: !include x.yaml",
            "a: !terraform.state vpc id",
            "a: '{{ now }}'",
            "a: '{{ (atmos.Component \"vpc\" .stack).outputs.id }}'",
            "a: '{{ .vars.a | myfunc }}'",
            "a: '{{ (datasource \"x\").y }}'",
            "a: '{{ strings.ToUpper (file.Read \"x\") }}'",
            "a: '{{ uuidv4",
        ] {
            assert!(!holds(text), "{text}");
        }
    }
}
