//! What dialoguer's questions look like: as those of [`super::Dialogue`].

use super::MARK;
use dialoguer::theme::Theme;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::fmt::{Result, Write};

/// The look of all questions, without colours.
pub(super) struct Look;

impl Theme for Look {
    fn format_prompt(&self, f: &mut dyn Write, prompt: &str) -> Result {
        write!(f, "{MARK} {prompt}")
    }

    fn format_error(&self, f: &mut dyn Write, wrong: &str) -> Result {
        write!(f, "  {wrong}")
    }

    fn format_confirm_prompt(&self, f: &mut dyn Write, prompt: &str, default: Option<bool>) -> Result {
        write!(f, "{MARK} {prompt} {} ", if default == Some(true) { "(Y/n)" } else { "(y/N)" })
    }

    fn format_confirm_prompt_selection(&self, f: &mut dyn Write, prompt: &str, answer: Option<bool>) -> Result {
        self.format_input_prompt_selection(f, prompt, if answer == Some(true) { "Yes" } else { "No" })
    }

    fn format_input_prompt(&self, f: &mut dyn Write, prompt: &str, _: Option<&str>) -> Result {
        write!(f, "{MARK} {prompt} ")
    }

    fn format_input_prompt_selection(&self, f: &mut dyn Write, prompt: &str, answer: &str) -> Result {
        write!(f, "{MARK} {prompt} {answer}")
    }

    fn format_fuzzy_select_prompt(&self, f: &mut dyn Write, prompt: &str, typed: &str, cursor: usize) -> Result {
        let (before, behind) = typed.split_at(cursor);
        write!(f, "{MARK} {prompt} (type to search, Enter takes) {before}|{behind}")
    }

    fn format_fuzzy_select_prompt_item(
        &self,
        f: &mut dyn Write,
        text: &str,
        active: bool,
        _: bool,
        _: &SkimMatcherV2,
        _: &str,
    ) -> Result {
        write!(f, " {} {text}", if active { '❯' } else { ' ' })
    }
}
