//! The words of Terraform that mean something to gaia, as patterns.

use regex::{Regex, RegexSet};
use std::sync::LazyLock;

/// Failures that pass: an error that matches one of these is worth another try.
const PASSING: [&str; 16] = [
    "Error acquiring the state lock",
    "(?i)throttl",
    "RequestLimitExceeded",
    "TooManyRequests",
    "(?i)too many requests",
    "(?i)rate (limit )?exceeded",
    "(?i)rate limit",
    "ProvisionedThroughputExceeded",
    "SlowDown",
    "ServiceUnavailable|Service Unavailable",
    "RequestTimeout",
    "(?i)connection reset by peer",
    "(?i)TLS handshake timeout",
    "(?i)i/o timeout",
    "(?i)temporary failure in name resolution",
    "unexpected EOF",
];

pub(super) static PASSING_SET: LazyLock<RegexSet> =
    LazyLock::new(|| RegexSet::new(PASSING).expect("patterns of gaia's own"));
pub(super) static COUNTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^Plan: (?:(\d+) to import, )?(\d+) to add, (\d+) to change, (\d+) to destroy").expect("a pattern")
});
pub(super) static APPLIED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:Apply|Destroy) complete! Resources: (?:(\d+) imported, )?(?:(\d+) added, )?(?:(\d+) changed, )?(\d+) destroyed",
    )
    .expect("a pattern")
});
pub(super) static RESOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^  # (\S.*?) (?:\(deposed object \S+\) )?(will be created|will be updated in-place|must be replaced|will be replaced, as requested|is tainted, so must be replaced|will be replaced|will be destroyed|will be imported|has changed|has been deleted|has moved)",
    )
    .expect("a pattern")
});
pub(super) static OUTPUT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^  ([~+-]) (\S+)\s+=").expect("a pattern"));
pub(super) static ATTRIBUTE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"^      [~+-](?:/[~+-])? (?:"([^"]+)"|(\w[\w-]*))\s*(?:=|\{)"#).expect("a pattern"));
pub(super) static COLORS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("\u{1b}\\[[0-9;]*[A-Za-z]").expect("a pattern"));
