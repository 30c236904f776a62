//! The codes of diagnostics: one table, printed by `gaia explain`, listed in `docs/validate.md`.
//!
//! A code once given keeps its meaning. Codes are grouped by their hundreds:
//!
//! | codes | about |
//! |---|---|
//! | `GA00xx` | YAML and atmos.yaml |
//! | `GA01xx` | imports |
//! | `GA02xx` | sections and keys |
//! | `GA03xx` | components and stacks |
//! | `GA04xx` | templates and YAML functions |
//! | `GA05xx` | dependencies, workflows, Terraform code, backends |
//! | `GA06xx` | schemas and policies of `settings.validation` |
//! | `GA07xx` | rules of policies |
//! | `GA08xx` | Terraform plans |
//! | `GA09xx` | outdated forms, and places where Atmos's answer is not what the author meant |
//! | `GA10xx` | certificates |

mod cert;
mod component;
mod dependency;
mod function;
mod import;
mod legacy;
mod manifest;
mod pitfall;
mod plan;
mod policy;
mod schema;
mod script;
mod validation;

pub use cert::*;
pub use component::*;
pub use dependency::*;
pub use function::*;
pub use import::*;
pub use legacy::*;
pub use manifest::*;
pub use pitfall::*;
pub use plan::*;
pub use policy::*;
pub use schema::*;
pub use script::*;
pub use validation::*;

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// Atmos or Terraform refuses it, or does what nobody can have meant.
    Error,
    /// It works, though perhaps not as it was meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word for it in every format.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One kind of problem, with what `gaia explain` says about it.
#[derive(Debug)]
pub struct Code {
    /// The code: `GA0101`.
    pub id: &'static str,
    /// Its name in a few words: `import-missing`.
    pub name: &'static str,
    /// How bad it is, unless a diagnostic says otherwise.
    pub severity: Severity,
    /// What it means, in a few sentences.
    pub about: &'static str,
    /// A manifest, or a piece of one, that has the problem.
    pub example: &'static str,
    /// What to do, with the example put right.
    pub fix: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// All codes, in their order.
pub fn all() -> impl Iterator<Item = &'static Code> {
    const GROUPS: [&[&Code]; 13] = [
        manifest::CODES,
        import::CODES,
        schema::CODES,
        component::CODES,
        function::CODES,
        dependency::CODES,
        script::CODES,
        validation::CODES,
        policy::CODES,
        plan::CODES,
        legacy::CODES,
        pitfall::CODES,
        cert::CODES,
    ];
    GROUPS.into_iter().flatten().copied()
}

/// The code of that id or name, whatever the case of its letters.
pub fn find(text: &str) -> Option<&'static Code> {
    all().find(|c| c.id.eq_ignore_ascii_case(text) || c.name.eq_ignore_ascii_case(text))
}

/// Declares the codes of a group, and the list of them.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal $slug:literal $severity:ident {
        about: $about:literal, example: $example:literal, fix: $fix:literal $(,)?
    })*) => {
        $($(#[$doc])*
        pub static $name: $crate::code::Code = $crate::code::Code {
            id: $id,
            name: $slug,
            severity: $crate::code::Severity::$severity,
            about: $about,
            example: $example,
            fix: $fix,
        };)*
        pub(super) const CODES: &[&$crate::code::Code] = &[$(&$name),*];
    };
}
use codes;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_sorted() {
        let ids: Vec<_> = all().map(|c| c.id).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids, sorted);
        let mut names: Vec<_> = all().map(|c| c.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "a name stands twice");
    }

    #[test]
    fn every_code_is_explained() {
        for code in all() {
            assert!(code.id.len() == 6 && code.id.starts_with("GA"), "{code}");
            assert!(code.about.ends_with('.') && code.fix.ends_with(['.', '\n']), "{code}");
            assert!(!code.example.is_empty() && !code.name.contains(' '), "{code}");
        }
    }

    #[test]
    fn a_code_is_found_by_id_and_by_name() {
        assert_eq!(find("ga0101").map(|c| c.name), Some("import-missing"));
        assert_eq!(find("import-missing").map(|c| c.id), Some("GA0101"));
        assert!(find("GA9999").is_none());
    }
}
