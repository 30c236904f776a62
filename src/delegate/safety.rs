//! What is not done without being asked for by name.

use crate::error::{Error, Result};
use globset::{Glob, GlobSet, GlobSetBuilder};

/// Types of resources that hold what cannot be made again.
const PROTECTED_TYPES: [&str; 16] = [
    "aws_db_instance",
    "aws_docdb_cluster",
    "aws_dynamodb_table",
    "aws_ebs_volume",
    "aws_efs_file_system",
    "aws_eks_cluster",
    "aws_elasticache_replication_group",
    "aws_kms_key",
    "aws_opensearch_domain",
    "aws_rds_cluster",
    "aws_redshift_cluster",
    "aws_s3_bucket",
    "azurerm_storage_account",
    "google_container_cluster",
    "google_sql_database_instance",
    "google_storage_bucket",
];

/// What may be destroyed, and where one has to type the stack's name.
#[derive(Clone, Debug)]
pub struct Policy {
    protected_types: Vec<String>,
    protected_stacks: Option<GlobSet>,
}

impl Default for Policy {
    fn default() -> Self {
        Policy { protected_types: PROTECTED_TYPES.map(str::to_owned).to_vec(), protected_stacks: None }
    }
}

impl Policy {
    /// A policy with types and stacks (as patterns) of one's own in place of gaia's.
    ///
    /// # Errors
    /// A pattern that cannot be read.
    pub fn new(types: Option<Vec<String>>, stacks: Option<Vec<String>>) -> Result<Policy> {
        let default = Policy::default();
        Ok(Policy {
            protected_types: types.unwrap_or(default.protected_types),
            protected_stacks: stacks.map(|stacks| patterns(&stacks)).transpose()?,
        })
    }

    /// The types that must not be destroyed, less those that the user allows.
    pub fn protected_types(&self, allowed: &[String]) -> Vec<String> {
        self.protected_types.iter().filter(|t| !allowed.contains(t)).cloned().collect()
    }

    /// Whether a stack is protected.
    pub fn protects(&self, stack: &str) -> bool {
        match &self.protected_stacks {
            Some(patterns) => patterns.is_match(stack),
            None => is_protected_stack(stack),
        }
    }
}

/// Whether a stack's name says that it is production: one of its words is `prod` or `production`.
pub fn is_protected_stack(stack: &str) -> bool {
    stack.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "prod" | "production"))
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
        let policy = Policy::default();
        assert!(policy.protects("shop-euw1-prod") && policy.protects("orgs/production/eu"));
        assert!(!policy.protects("shop-euw1-dev") && !policy.protects("reproduction"));
        let own = Policy::new(None, Some(vec!["*-live".into()])).unwrap();
        assert!(own.protects("shop-live") && !own.protects("shop-prod"));
        assert!(Policy::new(None, Some(vec!["[".into()])).is_err());
    }

    #[test]
    fn what_the_user_allows_is_not_protected() {
        let policy = Policy::new(Some(vec!["a".into(), "b".into()]), None).unwrap();
        assert_eq!(policy.protected_types(&["a".into()]), ["b"]);
    }
}
