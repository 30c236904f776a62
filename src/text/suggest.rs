//! 'Did you mean': the nearest known word to one that is not known.

/// The candidate nearest to `word`, if it is near enough to be a slip of the fingers.
pub fn nearest<'a, I>(word: &str, candidates: I) -> Option<&'a str>
where
    I: IntoIterator<Item = &'a str>,
{
    let letters = word.chars().count();
    let limit = (letters / 3).max(1) + 1;
    candidates
        .into_iter()
        .filter(|c| *c != word && letters.abs_diff(c.chars().count()) <= limit)
        .map(|c| (strsim::damerau_levenshtein(word, c), c))
        .filter(|(distance, _)| *distance <= limit)
        .min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)))
        .map(|(_, c)| c)
}

/// Whether one word is a slip of the fingers away from another, or the same in other letters' cases: nearer than what is
/// merely worth suggesting.
pub fn is_slip(word: &str, meant: &str) -> bool {
    let letters = word.chars().count();
    let limit = (letters / 4).clamp(1, 2);
    // words of other lengths are told apart without looking at their letters
    word != meant
        && letters.abs_diff(meant.chars().count()) <= limit
        && (word.eq_ignore_ascii_case(meant) || strsim::damerau_levenshtein(word, meant) <= limit)
}

/// ``did you mean `x`?`` for the nearest candidate.
pub fn did_you_mean<'a, I>(word: &str, candidates: I) -> Option<String>
where
    I: IntoIterator<Item = &'a str>,
{
    nearest(word, candidates).map(|c| format!("did you mean `{c}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_words_are_suggested() {
        assert_eq!(nearest("vpcc", ["vpc", "eks"]), Some("vpc"));
        assert_eq!(nearest("inhertis", ["inherits", "imports"]), Some("inherits"));
        assert_eq!(nearest("database", ["vpc", "eks"]), None);
    }

    #[test]
    fn words_in_capitals_are_slips() {
        assert!(is_slip("SETTINGS", "settings"));
        assert!(is_slip("setings", "settings"));
        assert!(!is_slip("SECTIONS", "settings"));
    }
}
