//! What somebody means who types a part of it.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::cmp::Reverse;

/// The texts that fit what is typed, by their numbers: all in their order for nothing, else the best first.
pub fn fitting<'a>(texts: impl IntoIterator<Item = &'a str>, typed: &str) -> Vec<usize> {
    let texts = texts.into_iter().enumerate();
    if typed.is_empty() {
        return texts.map(|(index, _)| index).collect();
    }
    let matcher = SkimMatcherV2::default().ignore_case();
    let score = |(index, text): (usize, &str)| Some((matcher.fuzzy_match(text, typed)?, index));
    let mut fits: Vec<(i64, usize)> = texts.filter_map(score).collect();
    fits.sort_by_key(|(score, index)| (Reverse(*score), *index));
    fits.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn the_best_comes_first_and_equals_keep_their_order() {
        let texts = ["core-euw1-prod", "core-euw1-dev", "PROD", "core-use1-prod"];
        assert_eq!(fitting(texts, ""), [0, 1, 2, 3]);
        assert_eq!(fitting(texts, "prod"), [2, 0, 3]);
        assert_eq!(fitting(texts, "use"), [3]);
        assert!(fitting(texts, "nothing").is_empty());
    }
}
