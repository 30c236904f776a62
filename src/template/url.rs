//! URLs as Go's `net/url` takes them apart and puts them together.

use std::fmt::Write as _;

/// A URL in parts. The path and the fragment are decoded, the query is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Url {
    pub(super) scheme: String,
    /// What follows the scheme of a URL without slashes: `mailto:a@b`.
    pub(super) opaque: String,
    pub(super) user: Option<UserInfo>,
    pub(super) host: String,
    pub(super) path: String,
    /// The path as it was written, where encoding the decoded path gives another one.
    pub(super) raw_path: String,
    pub(super) query: String,
    pub(super) force_query: bool,
    pub(super) fragment: String,
    pub(super) raw_fragment: String,
    pub(super) omit_host: bool,
}

/// A name and perhaps a password, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UserInfo {
    pub(super) name: String,
    pub(super) password: Option<String>,
}

/// What a text is escaped for: each part of a URL leaves other characters as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Path,
    User,
    Host,
    Zone,
    Fragment,
}

impl Part {
    fn keeps(self, c: u8) -> bool {
        match c {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => true,
            b'!' | b'\'' | b'(' | b')' | b'*' if self == Part::Fragment || matches!(self, Part::Host | Part::Zone) => {
                true
            }
            b'[' | b']' | b'<' | b'>' | b'"' => matches!(self, Part::Host | Part::Zone),
            b'$' | b'&' | b'+' | b',' | b'/' | b':' | b';' | b'=' | b'?' | b'@' => match self {
                Part::Path => c != b'?',
                Part::User => !matches!(c, b'@' | b'/' | b'?' | b':'),
                Part::Host | Part::Zone => !matches!(c, b'/' | b'?' | b'@'),
                Part::Fragment => true,
            },
            _ => false,
        }
    }
}

fn escape(text: &str, part: Part) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if part.keeps(byte) {
            out.push(byte.into());
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn unescape(text: &str, part: Part) -> Result<String, String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b'%' {
            let code = text.get(at + 1..at + 3).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
            let Some(code) = code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) else {
                return Err(format!("invalid URL escape `{}`", text.get(at..at + 3).unwrap_or("%")));
            };
            // a host may hold encoded bytes of other alphabets, but nothing that has a meaning
            if part == Part::Host && code < 0x80 {
                return Err(format!("invalid URL escape `%{code:02X}`"));
            }
            out.push(code);
            at += 3;
            continue;
        }
        if matches!(part, Part::Host | Part::Zone) && byte < 0x80 && !part.keeps(byte) {
            return Err(format!("invalid character `{}` in host name", char::from(byte)));
        }
        out.push(byte);
        at += 1;
    }
    Ok(String::from_utf8_lossy(&out).into_owned())
}

impl Url {
    pub(super) fn parse(text: &str) -> Result<Url, String> {
        let bad = |problem: &str| format!("`{text}` is no URL: {problem}");
        if text.bytes().any(|b| b < b' ' || b == 0x7f) {
            return Err(bad("invalid control character"));
        }
        let mut url = Url::default();
        let (rest, fragment) = text.split_once('#').unwrap_or((text, ""));
        url.fragment = unescape(fragment, Part::Fragment).map_err(|e| bad(&e))?;
        if escape(&url.fragment, Part::Fragment) != fragment {
            fragment.clone_into(&mut url.raw_fragment);
        }
        if rest == "*" {
            "*".clone_into(&mut url.path);
            return Ok(url);
        }
        let rest = url.take_scheme(rest).map_err(|e| bad(&e))?;
        let rest = match rest.strip_suffix('?') {
            Some(head) if !head.contains('?') => {
                url.force_query = true;
                head
            }
            _ => {
                let (head, query) = rest.split_once('?').unwrap_or((rest, ""));
                query.clone_into(&mut url.query);
                head
            }
        };
        if !rest.starts_with('/') {
            if !url.scheme.is_empty() {
                rest.clone_into(&mut url.opaque);
                return Ok(url);
            }
            if rest.split('/').next().is_some_and(|segment| segment.contains(':')) {
                return Err(bad("first path segment in URL cannot contain colon"));
            }
        }
        let mut path = rest;
        if (!url.scheme.is_empty() || !rest.starts_with("///")) && rest.starts_with("//") {
            let authority = &rest[2..];
            let end = authority.find('/').unwrap_or(authority.len());
            path = &authority[end..];
            url.take_authority(&authority[..end]).map_err(|e| bad(&e))?;
        } else if !url.scheme.is_empty() && rest.starts_with('/') {
            url.omit_host = true;
        }
        url.path = unescape(path, Part::Path).map_err(|e| bad(&e))?;
        if escape(&url.path, Part::Path) != path {
            path.clone_into(&mut url.raw_path);
        }
        Ok(url)
    }

    fn take_scheme<'t>(&mut self, text: &'t str) -> Result<&'t str, String> {
        for (at, c) in text.char_indices() {
            match c {
                'a'..='z' | 'A'..='Z' => {}
                '0'..='9' | '+' | '-' | '.' if at > 0 => {}
                ':' if at == 0 => return Err("missing protocol scheme".into()),
                ':' => {
                    self.scheme = text[..at].to_ascii_lowercase();
                    return Ok(&text[at + 1..]);
                }
                _ => break,
            }
        }
        Ok(text)
    }

    fn take_authority(&mut self, authority: &str) -> Result<(), String> {
        let host = match authority.rsplit_once('@') {
            None => authority,
            Some((user, host)) => {
                let allowed = |c: char| c.is_ascii_alphanumeric() || "-._:~!$&'()*+,;=%@".contains(c);
                if !user.chars().all(allowed) {
                    return Err("invalid userinfo".into());
                }
                let (name, password) = match user.split_once(':') {
                    None => (user, None),
                    Some((name, password)) => (name, Some(unescape(password, Part::User)?)),
                };
                self.user = Some(UserInfo { name: unescape(name, Part::User)?, password });
                host
            }
        };
        let port = match host.strip_prefix('[').and_then(|_| host.rfind(']')) {
            Some(end) => &host[end + 1..],
            None if host.starts_with('[') => return Err("missing `]` in host".into()),
            None => host.rfind(':').map_or("", |at| &host[at..]),
        };
        if !port.is_empty() && !port.strip_prefix(':').is_some_and(|p| p.bytes().all(|b| b.is_ascii_digit())) {
            return Err(format!("invalid port `{port}` after host"));
        }
        self.host = match host.find("%25").filter(|_| host.starts_with('[')) {
            Some(zone) => {
                let end = host.rfind(']').unwrap_or(host.len());
                let (address, zone, rest) = (&host[..zone], &host[zone..end], &host[end..]);
                format!(
                    "{}{}{}",
                    unescape(address, Part::Host)?,
                    unescape(zone, Part::Zone)?,
                    unescape(rest, Part::Host)?
                )
            }
            None => unescape(host, Part::Host)?,
        };
        Ok(())
    }

    /// The host without its port and without the brackets of an address.
    pub(super) fn hostname(&self) -> &str {
        let host = match self.host.rfind(':') {
            Some(at) if self.host[at + 1..].bytes().all(|b| b.is_ascii_digit()) => &self.host[..at],
            _ => &self.host,
        };
        host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
    }

    /// The port, or nothing.
    pub(super) fn port(&self) -> &str {
        match self.host.rfind(':') {
            Some(at) if self.host[at + 1..].bytes().all(|b| b.is_ascii_digit()) => &self.host[at + 1..],
            _ => "",
        }
    }

    /// The path as it is written in the URL.
    pub(super) fn escaped_path(&self) -> String {
        let kept = |c: u8| Part::Path.keeps(c) || b"!'()*[]%".contains(&c);
        if !self.raw_path.is_empty()
            && self.raw_path.bytes().all(kept)
            && unescape(&self.raw_path, Part::Path).is_ok_and(|path| path == self.path)
        {
            return self.raw_path.clone();
        }
        if self.path == "*" { "*".into() } else { escape(&self.path, Part::Path) }
    }

    fn escaped_fragment(&self) -> String {
        let kept = |c: u8| Part::Fragment.keeps(c) || b"!'()*[]%".contains(&c);
        if !self.raw_fragment.is_empty() && self.raw_fragment.bytes().all(kept) {
            return self.raw_fragment.clone();
        }
        escape(&self.fragment, Part::Fragment)
    }
}

impl std::fmt::Display for UserInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&escape(&self.name, Part::User))?;
        match &self.password {
            Some(password) => write!(f, ":{}", escape(password, Part::User)),
            None => Ok(()),
        }
    }
}

impl std::fmt::Display for Url {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.scheme.is_empty() {
            write!(f, "{}:", self.scheme)?;
        }
        if self.opaque.is_empty() {
            let named = !self.host.is_empty() || self.user.is_some();
            let path = self.escaped_path();
            let hidden = self.scheme.is_empty() || self.omit_host && self.host.is_empty();
            if named || !hidden {
                if named || !self.path.is_empty() {
                    f.write_str("//")?;
                }
                if let Some(user) = &self.user {
                    write!(f, "{user}@")?;
                }
                f.write_str(&escape(&self.host, Part::Host))?;
            }
            if !path.is_empty() && !path.starts_with('/') && !self.host.is_empty() {
                f.write_str("/")?;
            }
            // a colon in the first segment would read as a scheme
            if self.scheme.is_empty() && !named && path.split('/').next().is_some_and(|s| s.contains(':')) {
                f.write_str("./")?;
            }
            f.write_str(&path)?;
        } else {
            f.write_str(&self.opaque)?;
        }
        if self.force_query || !self.query.is_empty() {
            write!(f, "?{}", self.query)?;
        }
        if !self.fragment.is_empty() {
            write!(f, "#{}", self.escaped_fragment())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_survive_being_taken_apart() {
        for text in [
            "https://user:p%40ss@host:8080/a%20b/c?x=1&y=2#frag",
            "mailto:a@b.c",
            "/just/a/path",
            "//host/path",
            "http://[::1]:80/",
            "file:///etc/hosts",
            "http://host?",
        ] {
            assert_eq!(Url::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_url_is_refused() {
        for text in [":foo", "http://a b/", "http://host:port/", "%zz", "a:b:c\n", "1:2"] {
            assert!(Url::parse(text).is_err(), "{text}");
        }
    }
}
