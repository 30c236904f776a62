//! CSV as Go's `encoding/csv` reads and writes it.

use crate::template::error::CallError;
use crate::template::function::CallResult;

/// The records of a text; all must have as many fields as the first.
pub(super) fn read(text: &str, comma: char) -> CallResult<Vec<Vec<String>>> {
    let mut records: Vec<Vec<String>> = Vec::new();
    let mut lines = Lines { rest: text, number: 0 };
    while let Some(line) = lines.next() {
        if line.trim_end_matches(['\r', '\n']).is_empty() {
            continue;
        }
        let record = lines.record(line, comma)?;
        if records.first().is_some_and(|first| first.len() != record.len()) {
            return Err(lines.bad("wrong number of fields"));
        }
        records.push(record);
    }
    Ok(records)
}

struct Lines<'t> {
    rest: &'t str,
    number: usize,
}

impl<'t> Lines<'t> {
    /// The next line, with its end.
    fn next(&mut self) -> Option<&'t str> {
        let (line, rest) = self.rest.split_at(self.rest.find('\n').map_or(self.rest.len(), |at| at + 1));
        self.rest = rest;
        self.number += 1;
        (!line.is_empty()).then_some(line)
    }

    fn bad(&self, problem: &str) -> CallError {
        CallError::new(format!("bad CSV in line {}: {problem}", self.number))
    }

    /// The fields of a record, which goes on over further lines where quotes hold line breaks.
    fn record(&mut self, line: &str, comma: char) -> CallResult<Vec<String>> {
        let mut fields = Vec::new();
        let mut line = without_end(line);
        loop {
            let Some(mut quoted) = line.strip_prefix('"') else {
                let (field, rest) = line.find(comma).map_or((&*line, None), |at| (&line[..at], Some(&line[at..])));
                if field.contains('"') {
                    return Err(self.bad("a bare `\"` stands in a field without quotes"));
                }
                fields.push(field.to_owned());
                match rest {
                    Some(rest) => line = rest[comma.len_utf8()..].to_owned().into(),
                    None => return Ok(fields),
                }
                continue;
            };
            let mut field = String::new();
            let mut held;
            loop {
                let Some(at) = quoted.find('"') else {
                    field.push_str(quoted);
                    field.push('\n');
                    let Some(next) = self.next() else { return Err(self.bad("a quoted field is not closed")) };
                    held = without_end(next);
                    quoted = &held;
                    continue;
                };
                field.push_str(&quoted[..at]);
                let after = &quoted[at + 1..];
                if let Some(rest) = after.strip_prefix('"') {
                    field.push('"');
                    quoted = rest;
                } else if let Some(rest) = after.strip_prefix(comma) {
                    fields.push(field);
                    line = rest.to_owned().into();
                    break;
                } else if after.is_empty() {
                    fields.push(field);
                    return Ok(fields);
                } else {
                    return Err(self.bad("text follows a closing quote"));
                }
            }
        }
    }
}

fn without_end(line: &str) -> std::borrow::Cow<'_, str> {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line).into()
}

/// The text of records, with the line ends of RFC 4180.
pub(super) fn write(records: &[Vec<String>], comma: char) -> String {
    let mut out = String::new();
    for record in records {
        for (index, field) in record.iter().enumerate() {
            if index > 0 {
                out.push(comma);
            }
            let quotes =
                field == "\\." || field.contains([comma, '"', '\r', '\n']) || field.starts_with(char::is_whitespace);
            if quotes {
                let escaped = field.replace('"', "\"\"").replace('\r', "").replace('\n', "\r\n");
                out.extend(["\"", &*escaped, "\""]);
            } else {
                out.push_str(field);
            }
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let records = vec![vec!["a".to_owned(), "b,c".into()], vec!["x\"y".into(), "two\nlines".into()]];
        let text = write(&records, ',');
        assert_eq!(text, "a,\"b,c\"\r\n\"x\"\"y\",\"two\r\nlines\"\r\n");
        assert_eq!(read(&text, ',').unwrap(), records);
    }

    #[test]
    fn bad_records_are_refused() {
        for text in ["a,b\nc", "a\"b", "\"a\"b", "\"a"] {
            assert!(read(text, ',').is_err(), "{text}");
        }
    }
}
