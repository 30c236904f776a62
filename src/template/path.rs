//! Go's `path`: slash-separated paths, taken apart as texts.

/// The shortest equivalent path: no `.`, no `..` that could be resolved, no doubled slashes.
pub(super) fn clean(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if rooted => {}
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match (rooted, joined.is_empty()) {
        (true, _) => format!("/{joined}"),
        (false, true) => ".".into(),
        (false, false) => joined,
    }
}

/// The last element; `.` of nothing and `/` of slashes.
pub(super) fn base(path: &str) -> String {
    if path.is_empty() {
        return ".".into();
    }
    let trimmed = path.trim_end_matches('/');
    match trimmed.rsplit('/').next() {
        Some(last) if !last.is_empty() => last.into(),
        _ => "/".into(),
    }
}

/// What stands up to and including the last slash, and what stands after it.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |at| at + 1))
}

/// All but the last element, cleaned.
pub(super) fn dir(path: &str) -> String {
    clean(split(path).0)
}

/// The extension, from the last dot of the last element.
pub(super) fn ext(path: &str) -> &str {
    let name = split(path).1;
    name.rfind('.').map_or("", |at| &name[at..])
}

/// The elements joined by slashes and cleaned; empty ones do not count.
pub(super) fn join<S: AsRef<str>>(elements: &[S]) -> String {
    let full: Vec<&str> = elements.iter().map(AsRef::as_ref).filter(|element| !element.is_empty()).collect();
    if full.is_empty() { String::new() } else { clean(&full.join("/")) }
}

/// The way from one path to another; both must be rooted, or neither.
pub(super) fn relative(from: &str, to: &str) -> Option<String> {
    let (from, to) = (clean(from), clean(to));
    if from == to {
        return Some(".".into());
    }
    if from.starts_with('/') != to.starts_with('/') {
        return None;
    }
    let parts = |path: &str| -> Vec<String> {
        path.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned).collect()
    };
    let (from, to) = (parts(&from), parts(&to));
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if from[shared..].iter().any(|part| part == "..") {
        return None;
    }
    let up = from[shared..].iter().map(|_| "..".to_owned());
    Some(up.chain(to[shared..].iter().cloned()).collect::<Vec<_>>().join("/"))
}

/// Whether a name fits a pattern of `*`, `?`, `[a-z]` and `\` escapes; `None` when the pattern is malformed.
pub(super) fn matches(pattern: &str, name: &str) -> Option<bool> {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    well_formed(&pattern)?;
    Some(matches_from(&pattern, &name))
}

/// The end of the class that begins at `at`, or `None` when it has none.
fn class_end(pattern: &[char], at: usize) -> Option<usize> {
    let mut i = at + 1;
    if pattern.get(i) == Some(&'^') {
        i += 1;
    }
    let first = i;
    loop {
        match pattern.get(i)? {
            ']' if i > first => return Some(i),
            ']' => return None,
            _ => i = class_char(pattern, i)?.1,
        }
        if pattern.get(i) == Some(&'-') {
            i = class_char(pattern, i + 1)?.1;
        }
    }
}

/// A character of a class, and where the next begins.
fn class_char(pattern: &[char], at: usize) -> Option<(char, usize)> {
    match *pattern.get(at)? {
        '-' | ']' => None,
        '\\' => Some((*pattern.get(at + 1)?, at + 2)),
        c => Some((c, at + 1)),
    }
}

fn well_formed(pattern: &[char]) -> Option<()> {
    let mut i = 0;
    while i < pattern.len() {
        i = match pattern[i] {
            '[' => class_end(pattern, i)? + 1,
            '\\' => pattern.get(i + 1).map(|_| i + 2)?,
            _ => i + 1,
        };
    }
    Some(())
}

fn in_class(pattern: &[char], start: usize, end: usize, c: char) -> bool {
    let negated = pattern[start + 1] == '^';
    let mut i = start + 1 + usize::from(negated);
    let mut found = false;
    while i < end {
        let Some((low, next)) = class_char(pattern, i) else { return false };
        i = next;
        let mut high = low;
        if pattern[i] == '-' {
            let Some((bound, next)) = class_char(pattern, i + 1) else { return false };
            (high, i) = (bound, next);
        }
        found |= (low..=high).contains(&c);
    }
    found != negated
}

/// Matches with one point to fall back to, so that it takes no more than the product of both lengths.
fn matches_from(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        let step = match pattern.get(p) {
            Some('*') => {
                star = Some((p + 1, n));
                p += 1;
                continue;
            }
            None if n == name.len() => return true,
            None => None,
            Some(c) => name.get(n).and_then(|found| match c {
                '?' => (*found != '/').then_some(p + 1),
                '[' => class_end(pattern, p).filter(|end| in_class(pattern, p, *end, *found)).map(|end| end + 1),
                '\\' => (pattern.get(p + 1) == Some(found)).then_some(p + 2),
                c => (c == found).then_some(p + 1),
            }),
        };
        match (step, star) {
            (Some(next), _) => (p, n) = (next, n + 1),
            // the last star takes one more, but never a slash
            (None, Some((after, taken))) if name.get(taken).is_some_and(|c| *c != '/') => {
                star = Some((after, taken + 1));
                (p, n) = (after, taken + 1);
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_cleaned_and_taken_apart() {
        for (path, cleaned) in [("", "."), ("a//b/../c/.", "a/c"), ("/../a", "/a"), ("../../a", "../../a"), ("/", "/")]
        {
            assert_eq!(clean(path), cleaned);
        }
        assert_eq!((base("/a/b/"), base(""), base("//")), ("b".into(), ".".into(), "/".into()));
        assert_eq!((dir("/a/b"), dir("a"), dir("/a")), ("/a".into(), ".".into(), "/".into()));
        assert_eq!((ext("a/b.tar.gz"), ext("a.b/c")), (".gz", ""));
        assert_eq!(relative("/a/b", "/a/c/d").as_deref(), Some("../c/d"));
        assert_eq!(relative("a", "/a"), None);
    }

    #[test]
    fn patterns_match() {
        assert_eq!(matches("a*c", "abbc"), Some(true));
        assert_eq!(matches("a*", "a/b"), Some(false));
        assert_eq!(matches("[^a-c]?", "dx"), Some(true));
        assert_eq!(matches("*.txt", "a.txt"), Some(true));
        assert_eq!(matches("[a", "a"), None);
        assert_eq!(matches("\\*", "*"), Some(true));
    }
}
