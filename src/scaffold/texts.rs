//! Where settings, questions and answers stand in their files, for errors.

use super::jinja::Spot;
use crate::error::Error;
use crate::yaml::python::{Place, place_of};
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;
use std::sync::Arc;

/// The error about a file that is no text: it points to the first byte that cannot be.
pub(super) fn not_utf8(file: &Path, error: &FromUtf8Error) -> Error {
    let at = error.utf8_error().valid_up_to();
    let byte = error.as_bytes().get(at).copied().unwrap_or_default();
    let text = String::from_utf8_lossy(error.as_bytes());
    // which stands where the byte does
    let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
    Error::new(format!("is no UTF-8: the byte 0x{byte:02x} cannot stand here")).in_text(file, &text, at..end)
}

/// The files that something was read from; what a later one says holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts(Vec<(PathBuf, Arc<str>)>);

impl Texts {
    pub(super) fn add(&mut self, file: &Path, text: &str) {
        self.0.push((file.to_owned(), text.into()));
    }

    /// Points an error at what stands at a path of keys, or at what is nearest above it: at the value, or at its name
    /// where the value has several lines.
    pub(super) fn point(&self, error: Error, path: &[&str]) -> Error {
        let Some((_, above)) = path.split_last() else {
            return match self.0.first() {
                Some((file, _)) => error.in_file(file),
                None => error,
            };
        };
        let Some((file, text, place)) = self.find(path) else {
            return self.point(error, above);
        };
        let first = text[place.value.clone()].lines().next().unwrap_or_default().trim_end();
        let is_beside =
            !first.is_empty() && !text[place.key.end.min(place.value.start)..place.value.start].contains('\n');
        let is_item = place.key.start == place.value.start;
        let is_whole = first.len() == text[place.value.clone()].trim_end().len();
        let range = if is_item || is_beside && is_whole {
            place.value.start..place.value.start + first.len()
        } else {
            place.key
        };
        error.in_text(file, text, range)
    }

    /// Points an error at the name of what stands at a path of keys.
    pub(super) fn point_at_name(&self, error: Error, path: &[&str]) -> Error {
        match self.find(path) {
            Some((file, text, place)) => error.in_text(file, text, place.key),
            None => self.point(error, path),
        }
    }

    /// Points an error at where a value that is a template went wrong.
    pub(super) fn point_into(&self, error: Error, path: &[&str], spot: Option<Spot>) -> Error {
        let found = self.find(path).zip(spot);
        match found.and_then(|((file, text, place), spot)| {
            let range = spot.words_in(&text[place.value.clone()])?;
            Some((file, text, place.value.start + range.start..place.value.start + range.end))
        }) {
            Some((file, text, range)) => error.in_text(file, text, range),
            None => self.point(error, path),
        }
    }

    /// `NAME:LINE` of what stands at a path of keys.
    pub(super) fn line_of(&self, path: &[&str]) -> Option<String> {
        let (file, text, place) = self.find(path)?;
        let line = text[..place.key.start].matches('\n').count() + 1;
        Some(format!("{}:{line}", file.file_name()?.to_string_lossy()))
    }

    /// What stands at a path of keys, as it is written.
    pub(super) fn written(&self, path: &[&str]) -> Option<&str> {
        let (_, text, place) = self.find(path)?;
        Some(&text[place.value])
    }

    fn find(&self, path: &[&str]) -> Option<(&Path, &str, Place)> {
        self.0.iter().rev().find_map(|(file, text)| Some((file.as_path(), &**text, place_of(text, path)?)))
    }
}
