//! The remotes of a git configuration file.

/// The name and first address of each remote, in the file's order.
pub(super) fn remotes(text: &str) -> Vec<(String, String)> {
    let mut remotes: Vec<(String, String)> = Vec::new();
    let mut remote = None;
    let joined = text.replace("\\\r\n", "").replace("\\\n", "");
    for line in joined.lines().map(str::trim) {
        let mut setting = line;
        if let Some(header) = line.strip_prefix('[') {
            let Some((header, rest)) = header.split_once(']') else { continue };
            remote = subsection(header, "remote");
            setting = rest.trim();
        }
        let (Some(name), Some((key, value))) = (&remote, setting.split_once('=')) else { continue };
        let known = remotes.iter().any(|(known, _)| known == name);
        if key.trim().eq_ignore_ascii_case("url") && !known {
            remotes.push((name.clone(), unquote(value)));
        }
    }
    remotes.retain(|(_, url)| !url.is_empty());
    remotes
}

/// The name in a header such as `remote "origin"`, when its section is the one.
fn subsection(header: &str, section: &str) -> Option<String> {
    let (name, quoted) = header.split_once('"')?;
    let inner = quoted.strip_suffix('"')?;
    name.trim().eq_ignore_ascii_case(section).then(|| inner.replace("\\\"", "\"").replace("\\\\", "\\"))
}

/// A value without its quotes, escapes and the comment behind it.
fn unquote(value: &str) -> String {
    let mut text = String::new();
    let mut quoted = false;
    let mut chars = value.trim().chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' => text.extend(chars.next()),
            '#' | ';' if !quoted => break,
            c => text.push(c),
        }
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remotes_with_quotes_comments_and_several_addresses() {
        let text = r#"
[core]
	bare = false
[remote "origin"]
	url = "https://github.com/acme/infra.git" ; the main one
	fetch = +refs/heads/*:refs/remotes/origin/*
	url = https://mirror.example.com/acme/infra.git
[Remote "b\"2"] URL = git@example.com:a/b # short
[branch "remote"]
	url = nothing
[remote "empty"]
	url =
"#;
        assert_eq!(
            remotes(text),
            [
                ("origin".to_owned(), "https://github.com/acme/infra.git".to_owned()),
                ("b\"2".to_owned(), "git@example.com:a/b".to_owned()),
            ]
        );
    }
}
