//! A shell script as a sequence of what it does.

use super::shell;
use std::ops::Range;

/// What a script does, in the order of its text.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// Reads, assignments and commands.
    pub events: Vec<Event>,
}

/// Something that a script does.
#[derive(Clone, Debug)]
pub enum Event {
    /// It reads a variable.
    Read(Read),
    /// It sets a variable, at a place.
    Set(String, usize),
    /// It runs a command.
    Command(Command),
}

/// A variable that is read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Its name.
    pub name: String,
    /// In which form.
    pub form: Form,
    /// Where.
    pub at: Range<usize>,
}

/// In which form a variable is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Form {
    /// `$x`, `${x}`
    Plain,
    /// `${x:-word}`
    Default(String),
    /// `${x:+word}`
    Alternative(String),
    /// `${#x}`, `${x%word}` and the like
    Other,
}

/// A command.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its words as they are written, without redirections, assignments and keywords before them.
    pub words: Vec<Word>,
    /// How it follows the command before.
    pub link: Link,
    /// How many substitutions and subshells it stands in.
    pub depth: usize,
}

/// A word of a command, with its quotes.
#[derive(Clone, Debug)]
pub struct Word {
    /// How it is written.
    pub text: String,
    /// Where it begins.
    pub at: usize,
}

impl Word {
    /// What it says, where nothing in it is expanded.
    pub fn plain(&self) -> Option<String> {
        let is_open = self.text.contains(['$', '`', '*', '\\']);
        (!is_open).then(|| self.text.replace(['"', '\''], ""))
    }
}

/// How a command follows another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Link {
    /// After it.
    Then,
    /// `&&`
    And,
    /// `||`
    Or,
    /// `|`
    Pipe,
}

impl Script {
    /// Reads a script.
    pub fn of(text: &str) -> Script {
        shell::script(text)
    }

    /// Reads a text in which variables are expanded, and nothing else.
    pub fn of_text(text: &str) -> Script {
        shell::quoted(text)
    }

    /// The commands.
    pub fn commands(&self) -> impl Iterator<Item = &Command> {
        self.events.iter().filter_map(|event| match event {
            Event::Command(command) => Some(command),
            Event::Read(_) | Event::Set(..) => None,
        })
    }

    /// The variables that are read.
    pub fn reads(&self) -> impl Iterator<Item = &Read> {
        self.events.iter().filter_map(|event| match event {
            Event::Read(read) => Some(read),
            Event::Set(..) | Event::Command(_) => None,
        })
    }

    /// The variables that are read before the script sets them: they come from outside.
    pub fn free(&self) -> Vec<&Read> {
        let mut set: Vec<&str> = Vec::new();
        let mut free = Vec::new();
        for event in &self.events {
            match event {
                Event::Set(name, _) => set.push(name),
                Event::Read(read) if !set.contains(&read.name.as_str()) => free.push(read),
                Event::Read(_) | Event::Command(_) => {}
            }
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(text: &str) -> Vec<String> {
        let script = Script::of(text);
        let mut names: Vec<String> = script.free().iter().map(|read| read.name.clone()).collect();
        names.dedup();
        names
    }

    fn commands(text: &str) -> Vec<String> {
        let words = |command: &Command| command.words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
        Script::of(text).commands().map(words).collect()
    }

    #[test]
    fn what_comes_from_outside_is_what_is_read_first() {
        assert_eq!(free("x=\"${x:-1}\"; echo $x $y"), ["x", "y"]);
        assert_eq!(free("for c in $cs; do echo \"$c\"; done"), ["cs"]);
        assert_eq!(free("echo a | while IFS= read -r f; do echo $f; done"), Vec::<String>::new());
        assert_eq!(free("echo '$a' # $b\necho \"it's $c\""), ["c"]);
        assert_eq!(free("echo \"$(jq '.x | $k' <<< \"$d\")\""), ["d"]);
        assert_eq!(free("cat <<EOF\n$a '$b'\nEOF\ncat <<'EOF'\n$c\nEOF\necho $d"), ["a", "b", "d"]);
        assert_eq!(free("echo $((a + ${b}))\n((n++))"), ["a", "b", "n"]);
        assert_eq!(free("case $a in\n  0) echo $b ;;\n  *) c=1 ;;\nesac\necho $c"), ["a", "b"]);
        assert_eq!(free("f() { local z=1; echo $z $1 $?; }\nf \\$no"), Vec::<String>::new());
        assert_eq!(free("A=()\nA+=(\"$x\")\necho ${#A[@]} ${A[*]}"), ["x"]);
    }

    #[test]
    fn forms_are_told_apart() {
        let text = "$a ${b} ${c:-d} ${e:+\"--f ${e}\"} ${#g} ${h%.*} ${i:?no}";
        let forms: Vec<(String, Form)> =
            Script::of_text(text).reads().map(|read| (read.name.clone(), read.form.clone())).collect();
        let form = |name: &str, form| (name.to_owned(), form);
        assert_eq!(
            forms,
            [
                form("a", Form::Plain),
                form("b", Form::Plain),
                form("c", Form::Default("d".into())),
                form("e", Form::Plain),
                form("e", Form::Alternative("\"--f ${e}\"".into())),
                form("g", Form::Other),
                form("h", Form::Other),
                form("i", Form::Plain),
            ]
        );
    }

    #[test]
    fn commands_are_told_apart() {
        assert_eq!(commands("if ! a b >/dev/null 2>&1; then c; else d || e 1; fi"), ["a b", "c", "d", "e 1"]);
        assert_eq!(commands("x=$(a | b) c \\\n  d &> f"), ["a", "b", "c d"]);
        assert_eq!(commands("(a; b) && c & d |& e"), ["a", "b", "c", "d", "e"]);
        assert_eq!(commands("A=(one two)\nfunc() { a; }"), ["a"]);
        let script = Script::of("a || b; c | d && e");
        let links: Vec<Link> = script.commands().map(|c| c.link).collect();
        assert_eq!(links, [Link::Then, Link::Or, Link::Then, Link::Pipe, Link::And]);
    }

    /// Broken scripts are read to their end.
    #[test]
    fn nothing_is_too_broken_to_be_read() {
        for text in
            ["\"", "'", "${", "${a", "$(", "$((", "`", "\\", "<<", "<<E", "a=(", "é$é${é}", "case x in (", "$'\\"]
        {
            let _ = (Script::of(text), Script::of_text(text));
        }
    }
}
