//! `${output.component.key}` and `${component.outputs.key}`: references that some repositories write into values and
//! resolve themselves. For Atmos they are plain text.
//!
//! A component's name may hold slashes and ends at the first dot. `${output.key}` is an output of the component itself. What
//! stands behind a `|` that gives a default (`default(…)`, a literal) makes the reference soft.

/// One reference to another component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refers {
    pub(super) component: String,
    /// The whole `${…}`.
    pub(super) written: String,
    /// Whether a default stands in.
    pub(super) soft: bool,
    /// Whether it is written `component.outputs.key`.
    pub(super) outputs: bool,
}

/// All references in a text.
pub(super) fn find(text: &str) -> Vec<Refers> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("${") {
        let end = closing(&rest[start + 2..]).map_or(rest.len(), |at| start + 2 + at);
        let inside = &rest[start + 2..end];
        let whole = &rest[start..(end + 1).min(rest.len())];
        let soft = has_default(inside);
        for (component, outputs) in names(inside) {
            let refers = Refers { component: component.to_owned(), written: whole.to_owned(), soft, outputs };
            if !found.contains(&refers) {
                found.push(refers);
            }
        }
        rest = &rest[end..];
    }
    found
}

/// Where the brace closes that was opened before the text, quotes and braces inside it passed over.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0, None);
    for (at, c) in text.char_indices() {
        if let Some(q) = quote {
            quote = Some(q).filter(|q| *q != c);
            continue;
        }
        match c {
            '\'' | '"' => quote = Some(c),
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    // a quote that is never closed quotes nothing
    if quote.is_some() { text.find('}') } else { None }
}

/// Whether a filter gives a default.
fn has_default(inside: &str) -> bool {
    inside.split('|').skip(1).map(str::trim).any(|filter| {
        filter.starts_with("default")
            || filter.starts_with(['{', '[', '\'', '"', '-'])
            || filter.starts_with(|c: char| c.is_ascii_digit())
            || matches!(filter, "null" | "true" | "false")
            || filter.is_empty()
    })
}

/// The components that an expression names, and whether as `component.outputs`.
fn names(inside: &str) -> Vec<(&str, bool)> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '.');
    let words = inside.split(|c: char| !is_word(c)).filter(|w| w.contains('.'));
    words
        .filter_map(|word| {
            let mut parts = word.split('.');
            match (parts.next()?, parts.next()?, parts.next()) {
                ("output", component, Some(_)) if !component.is_empty() => Some((component, false)),
                ("output" | "", ..) => None,
                (component, "outputs", Some(_)) => Some((component, true)),
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, bool)> {
        find(text).into_iter().map(|r| (r.component, r.soft)).collect()
    }

    fn hard(name: &str) -> (String, bool) {
        (name.into(), false)
    }

    fn soft(name: &str) -> (String, bool) {
        (name.into(), true)
    }

    #[test]
    fn a_name_may_hold_slashes_and_ends_at_the_first_dot() {
        assert_eq!(found("${output.vpc/main.vpc_id}"), [hard("vpc/main")]);
        assert_eq!(found("a ${output.vpc.subnets[0]} b ${output.acm/main.arns.main}"), [hard("vpc"), hard("acm/main")]);
        assert_eq!(found("${eks.outputs.cluster_names.main}"), [hard("eks")]);
    }

    #[test]
    fn own_outputs_and_other_interpolations_are_no_references() {
        for text in
            ["${output.vpc_id}", "${tenant}", "${env:AWS_ACCOUNT_ID, X}", "${ssm:/fnx/a.b}", "${metadata.a.b[0]}"]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_default_makes_it_soft() {
        assert_eq!(found("${output.acm/main.certificate_arns | {}}"), [soft("acm/main")]);
        assert_eq!(found("${output.vpc.a | default(output.net.b)}"), [soft("vpc"), soft("net")]);
        assert_eq!(found("${values(output.acm/main.domains) | []}"), [soft("acm/main")]);
        assert_eq!(found("${output.vpc.name | upper}"), [hard("vpc")]);
    }
}
