//! Version constraints, as Terraform writes them.

/// The part of a constraint that is none.
pub fn fault(text: &str) -> Option<&str> {
    text.split(',').map(str::trim).find(|part| !is_constraint(part))
}

fn is_constraint(text: &str) -> bool {
    let operators = [">=", "<=", "!=", "~>", ">", "<", "="];
    let rest = operators.into_iter().find_map(|o| text.strip_prefix(o)).unwrap_or(text).trim_start();
    let version = rest.strip_prefix('v').unwrap_or(rest);
    let (core, suffix) = version.split_once(['-', '+']).map_or((version, None), |(core, suffix)| (core, Some(suffix)));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '~');
    core.split('.').all(is_number) && suffix.is_none_or(|s| !s.is_empty() && s.chars().all(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constraints_are_told_from_other_texts() {
        for sound in ["1.9.2", ">= 1.5", ">=1.5, < 2.0.0", "~> 5.0", "!= 1.2.3-beta1", "= v1.0"] {
            assert_eq!(fault(sound), None, "{sound}");
        }
        assert_eq!(fault(">= 1.5, => 2"), Some("=> 2"));
        for broken in ["", "latest", ">== 1.0", "1.x", "~ > 5"] {
            assert_eq!(fault(broken), Some(broken.trim()), "{broken}");
        }
    }
}
