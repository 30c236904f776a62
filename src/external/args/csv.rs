//! One record of blank-separated values with lax quotes, the older grammar of `!terraform.output` arguments.

/// The fields of the first record. A field in double quotes may hold blanks; a doubled quote stands for one, and any
/// other quote inside stays. Several blanks separate like one.
pub(super) fn record(text: &str) -> Vec<String> {
    let mut rest = text.trim_start_matches(['\n', '\r']);
    let mut fields = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        let (field, after) = if let Some(inner) = rest.strip_prefix('"') {
            quoted(inner)
        } else {
            let (field, after) = rest.split_at(rest.find([' ', '\n']).unwrap_or(rest.len()));
            (field.to_owned(), after)
        };
        fields.push(field);
        match after.strip_prefix(' ') {
            Some(next) => rest = next,
            None => return fields,
        }
    }
}

/// The field after its opening quote, and what follows its closing one.
fn quoted(inner: &str) -> (String, &str) {
    let mut field = String::new();
    let mut rest = inner;
    while let Some((head, tail)) = rest.split_once('"') {
        field.push_str(head);
        if let Some(tail) = tail.strip_prefix('"') {
            field.push('"');
            rest = tail;
        } else if tail.is_empty() || tail.starts_with([' ', '\n']) || tail.starts_with("\r\n") {
            return (field, tail);
        } else {
            field.push('"');
            rest = tail;
        }
    }
    field.push_str(rest);
    (field, "")
}
