//! What is not done without being asked for by name.

use crate::error::{Error, Result};
use crate::workspace::gaia_yaml::{GaiaYaml, Patience};
use globset::{Glob, GlobSet, GlobSetBuilder};

/// What may be destroyed, where one has to type the stack's name, and how patient runs are.
#[derive(Clone, Debug)]
pub struct Policy {
    protected_types: GlobSet,
    protected_stacks: Option<GlobSet>,
    production: Vec<String>,
    /// What gaia.yaml says of all components.
    pub(super) patience: Patience,
}

/// The types of resources that must not be destroyed.
#[derive(Clone, Debug, Default)]
pub(super) struct Protected {
    types: GlobSet,
    allowed: GlobSet,
}

impl Protected {
    /// Whether a type must not be destroyed.
    pub(super) fn has(&self, kind: &str) -> bool {
        self.types.is_match(kind) && !self.allowed.is_match(kind)
    }
}

impl Policy {
    /// What gaia.yaml says: `validate.protected`, `validate.production`, `run`.
    ///
    /// # Errors
    /// A pattern that cannot be read.
    pub fn of(file: &GaiaYaml) -> Result<Policy> {
        Ok(Policy {
            protected_types: patterns(&file.validate.protected)?,
            protected_stacks: file.run.protected_stacks.as_deref().map(patterns).transpose()?,
            production: file.validate.production.clone(),
            patience: file.run.patience.clone(),
        })
    }

    /// The types that must not be destroyed, but for those that the user allows.
    pub(super) fn protected_types(&self, allowed: &[String]) -> Protected {
        // what cannot be read is refused before a job begins
        Protected { types: self.protected_types.clone(), allowed: patterns(allowed).unwrap_or_default() }
    }

    /// Whether a stack is protected: as gaia.yaml says, else where a word of its name is a stage of production.
    pub fn protects(&self, stack: &str) -> bool {
        match &self.protected_stacks {
            Some(patterns) => patterns.is_match(stack),
            None => stack.split(|c: char| !c.is_alphanumeric()).any(|word| self.production.iter().any(|p| p == word)),
        }
    }
}

/// Patterns for names: `*` stands for any text.
pub(super) fn patterns(texts: &[String]) -> Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for text in texts {
        set.add(Glob::new(text).map_err(|e| Error::usage(format!("`{text}` is no pattern: {}", e.kind())))?);
    }
    set.build().map_err(|e| Error::usage(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn production_is_protected_unless_told_otherwise() {
        let mut file = GaiaYaml::default();
        let policy = Policy::of(&file).unwrap();
        assert!(policy.protects("shop-euw1-prod") && policy.protects("orgs/production/eu"));
        assert!(!policy.protects("shop-euw1-dev") && !policy.protects("reproduction"));
        file.run.protected_stacks = Some(vec!["*-live".into()]);
        let own = Policy::of(&file).unwrap();
        assert!(own.protects("shop-live") && !own.protects("shop-prod"));
        file.run.protected_stacks = Some(vec!["[".into()]);
        assert!(Policy::of(&file).is_err());
    }

    #[test]
    fn what_the_user_allows_is_not_protected() {
        let mut file = GaiaYaml::default();
        file.validate.protected = vec!["aws_kms_*".into(), "b".into()];
        let protected = Policy::of(&file).unwrap().protected_types(&["b".into()]);
        assert!(protected.has("aws_kms_key") && !protected.has("b") && !protected.has("c"));
    }
}
