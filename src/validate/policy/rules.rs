//! The rules that come with gaia: which there are, what they look at, how bad what they find is.

use crate::code::{self, Code, Severity};
use crate::workspace::gaia_yaml::Group;

/// What a rule looks at: components that have nothing of it are not shown to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scope {
    /// Variables whose names, or names within them, contain one of the words.
    Vars(&'static [&'static str]),
    /// The same, of databases alone; these are shown even if they have none of the variables.
    Database(&'static [&'static str]),
    /// The backend of the state.
    Backend,
    /// The tags.
    Tags,
}

/// A rule.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its code; the name of the code is the rule's.
    pub code: &'static Code,
    pub group: Group,
    /// How bad it is where it is not production; what is bad in production alone is not looked for elsewhere.
    pub elsewhere: Option<Severity>,
    pub scope: Scope,
    /// Whether a plan as a whole is shown to it, besides its resources.
    pub whole_plan: bool,
    pub text: &'static str,
}

impl Rule {
    /// Where its findings are: `data.gaia.rules.rds_multi_az.deny`.
    pub(super) fn query(&self) -> String {
        format!("data.gaia.rules.{}.deny", self.code.name.replace('-', "_"))
    }
}

/// What rules share.
pub(super) const LIBRARY: &str = include_str!("pack/lib.rego");

macro_rules! rule {
    ($code:ident, $group:ident, $path:literal, $elsewhere:expr, $scope:expr) => {
        Rule {
            code: &code::$code,
            group: Group::$group,
            elsewhere: $elsewhere,
            scope: $scope,
            whole_plan: false,
            text: include_str!(concat!("pack/", $path, ".rego")),
        }
    };
}

const WARNING: Option<Severity> = Some(Severity::Warning);
const ERROR: Option<Severity> = Some(Severity::Error);

/// All rules, by code.
pub(super) static RULES: &[Rule] = &[
    rule!(
        IAM_WILDCARD_ACTION,
        Security,
        "security/iam-wildcard-action",
        ERROR,
        Scope::Vars(&["action", "permission", "polic", "privilege", "statement"])
    ),
    rule!(
        IAM_WILDCARD_RESOURCE,
        Security,
        "security/iam-wildcard-resource",
        WARNING,
        Scope::Vars(&["action", "polic", "statement"])
    ),
    rule!(
        OPEN_INGRESS,
        Security,
        "security/open-ingress",
        ERROR,
        Scope::Vars(&["cidr", "range", "allowed_ips", "whitelist", "allowlist"])
    ),
    rule!(
        CROSS_ACCOUNT_TRUST,
        Security,
        "security/cross-account-trust",
        ERROR,
        Scope::Vars(&["trust", "principal", "cross_account", "external", "account_id", "assume", "polic", "statement"])
    ),
    rule!(
        MFA_MISSING,
        Security,
        "security/mfa-missing",
        None,
        Scope::Vars(&["mfa", "trust", "assume", "polic", "statement", "role", "name"])
    ),
    rule!(
        ENCRYPTION_AT_REST,
        Security,
        "security/encryption-at-rest",
        WARNING,
        Scope::Database(&["encrypt", "sse", "kms_key"])
    ),
    rule!(
        ENCRYPTION_IN_TRANSIT,
        Security,
        "security/encryption-in-transit",
        WARNING,
        Scope::Vars(&["transit", "https", "ssl", "tls", "secur", "protocol", "client_broker", "node_to_node"])
    ),
    rule!(S3_PUBLIC_ACCESS, Security, "security/s3-public-access", ERROR, Scope::Vars(&["public", "acl"])),
    rule!(BACKEND_ENCRYPTED, Security, "security/backend-encrypted", WARNING, Scope::Backend),
    rule!(BACKEND_LOCKED, Security, "security/backend-locked", WARNING, Scope::Backend),
    rule!(REQUIRED_TAGS, Cost, "cost/required-tags", WARNING, Scope::Tags),
    Rule {
        whole_plan: true,
        ..rule!(NAT_PER_ZONE, Reliability, "reliability/nat-per-zone", None, Scope::Vars(&["nat", "azs", "zone"]))
    },
    rule!(RDS_MULTI_AZ, Reliability, "reliability/rds-multi-az", None, Scope::Database(&["multi_az", "engine"])),
    rule!(
        RDS_DELETION_PROTECTION,
        Reliability,
        "reliability/rds-deletion-protection",
        None,
        Scope::Database(&["deletion_protection"])
    ),
    rule!(RDS_BACKUPS, Reliability, "reliability/rds-backups", None, Scope::Database(&["retention"])),
    rule!(
        RDS_PERFORMANCE_INSIGHTS,
        Reliability,
        "reliability/rds-performance-insights",
        None,
        Scope::Database(&["performance_insights"])
    ),
    rule!(
        RDS_INSTANCE_CLASS,
        Reliability,
        "reliability/rds-instance-class",
        None,
        Scope::Database(&["instance_class", "instance_type", "node_type"])
    ),
];

/// Whether a rule is about plans alone, so that manifests cannot tell whether it is waived for nothing.
pub(super) fn of_plans(name: &str) -> bool {
    [code::PLAN_DESTROY.name, code::PLAN_REPLACE.name].contains(&name)
}

/// The names of all rules that can be waived, but those of one's own.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.code.name).chain([code::PLAN_DESTROY.name, code::PLAN_REPLACE.name])
}
