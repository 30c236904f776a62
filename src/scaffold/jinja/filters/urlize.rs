//! Addresses in a text as links, as Jinja2 finds them.

use super::text::escaped;
use super::{Arguments, Failure, wrong};
use crate::scaffold::data;
use minijinja::Value;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let host = r"(?:https?://|www\.)(?:[\w%-]+\.)*(?:[a-z]{2,63}|xn--[\w%]{2,59})";
    let bare = r"(?:[\w%-]{2,63}\.)+(?:com|net|int|edu|gov|org|info|mil)";
    let number = r"https?://(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}\])";
    Regex::new(&format!(r"(?i)^(?:{host}|{bare}|{number})(?::\d{{1,5}})?(?:[/?#]\S*)?$")).expect("a pattern")
});
static MAIL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\S+@\w[\w.-]*\.\w+$").expect("a pattern"));
static HEAD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:[(<]|&lt;)+").expect("a pattern"));
static TAIL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:[)>.,\n]|&gt;)+$").expect("a pattern"));
static SCHEME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\w.+-]{2,}:/{0,2}$").expect("a pattern"));

/// What links look like.
struct Links {
    limit: Option<usize>,
    attributes: String,
    schemes: Vec<String>,
}

pub(super) fn urlize(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let text = |place, name| args.get(place, name).filter(|value| !value.is_none()).map(|value| data::text(&value));
    let mut relations: BTreeSet<String> =
        text(3, "rel").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
    relations.insert("noopener".to_owned());
    if args.flag(1, "nofollow") {
        relations.insert("nofollow".to_owned());
    }
    let relations = relations.into_iter().collect::<Vec<_>>().join(" ");
    let target = text(2, "target").map(|target| format!(" target=\"{}\"", escaped(&target))).unwrap_or_default();
    let schemes = args.get(4, "extra_schemes").map(|schemes| data::items(&schemes)).unwrap_or_default();
    let schemes: Vec<String> = schemes.iter().map(data::text).collect();
    if let Some(scheme) = schemes.iter().find(|scheme| !SCHEME.is_match(scheme)) {
        return Err(wrong(format!("'{scheme}' is not a valid URI scheme prefix.")));
    }
    let links = Links {
        limit: args.number(0, "trim_url_limit"),
        attributes: format!(" rel=\"{}\"{target}", escaped(&relations)),
        schemes,
    };
    let text = escaped(&data::text(value));
    let mut out = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        out += &links.word(word);
        out += &piece[word.len()..];
    }
    Ok(Value::from(out))
}

impl Links {
    /// A word, with the marks around the address apart.
    fn word(&self, word: &str) -> String {
        let start = HEAD.find(word).map_or(0, |found| found.end());
        let (head, rest) = word.split_at(start);
        let (mut middle, mut tail) = rest.split_at(TAIL.find(rest).map_or(rest.len(), |found| found.start()));
        for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
            // a bracket that opens in the address closes in it
            let opened = middle.matches(open).count();
            if opened <= middle.matches(close).count() {
                continue;
            }
            for _ in 0..opened.min(tail.matches(close).count()) {
                let end = tail.find(close).map_or(0, |at| at + close.len());
                middle = &rest[..middle.len() + end];
                tail = &tail[end..];
            }
        }
        format!("{head}{}{tail}", self.link(middle).unwrap_or_else(|| middle.to_owned()))
    }

    fn link(&self, text: &str) -> Option<String> {
        let attributes = &self.attributes;
        if ADDRESS.is_match(text) {
            let scheme = if text.starts_with("https://") || text.starts_with("http://") { "" } else { "https://" };
            let shown = match self.limit {
                Some(limit) if text.chars().count() > limit => text.chars().take(limit).collect::<String>() + "...",
                _ => text.to_owned(),
            };
            return Some(format!("<a href=\"{scheme}{text}\"{attributes}>{shown}</a>"));
        }
        if let Some(mail) = text.strip_prefix("mailto:").filter(|mail| MAIL.is_match(mail)) {
            return Some(format!("<a href=\"{text}\">{mail}</a>"));
        }
        if !text.starts_with("www.") && !text.starts_with('@') && !text.contains(':') && MAIL.is_match(text) {
            return Some(format!("<a href=\"mailto:{text}\">{text}</a>"));
        }
        let mut schemes = self.schemes.iter();
        schemes
            .any(|scheme| text != scheme && text.starts_with(scheme.as_str()))
            .then(|| format!("<a href=\"{text}\"{attributes}>{text}</a>"))
    }
}
