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
        .filter(|c| *c != word && unshared(word, c) <= limit)
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
    word != meant
        && unshared(word, meant) <= limit
        && (word.eq_ignore_ascii_case(meant) || strsim::damerau_levenshtein(word, meant) <= limit)
}

/// How many letters one of two words has more than the other, whatever their order: no more than their distance, and
/// quickly counted. Letters in another case count as the same.
fn unshared(one: &str, other: &str) -> usize {
    let mut counts = [0_i32; 64];
    let slot = |c: char| c.to_ascii_lowercase() as usize % 64;
    one.chars().for_each(|c| counts[slot(c)] += 1);
    other.chars().for_each(|c| counts[slot(c)] -= 1);
    let more = |sign: i32| counts.iter().map(|n| (n * sign).max(0)).sum::<i32>();
    more(1).max(more(-1)).unsigned_abs() as usize
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
    fn letters_not_shared_are_a_bound_of_the_distance() {
        for (one, other, number) in [("abc", "abc", 0), ("abc", "cabd", 1), ("stage", "STAGES", 1), ("né", "en", 1)] {
            assert_eq!(unshared(one, other), number, "{one} {other}");
            assert!(number <= strsim::damerau_levenshtein(&one.to_lowercase(), &other.to_lowercase()));
        }
    }

    #[test]
    fn words_in_capitals_are_slips() {
        assert!(is_slip("SETTINGS", "settings"));
        assert!(is_slip("setings", "settings"));
        assert!(!is_slip("SECTIONS", "settings"));
    }
}
