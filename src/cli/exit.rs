//! The exit codes: one table, printed by `gaia help exit-codes`.

use crate::error::Kind;

/// What an exit code means.
#[derive(Clone, Copy, Debug)]
pub struct Meaning {
    /// The code.
    pub code: u8,
    /// In a few words.
    pub name: &'static str,
    /// In a sentence.
    pub about: &'static str,
}

const fn meaning(code: u8, name: &'static str, about: &'static str) -> Meaning {
    Meaning { code, name, about }
}

/// Done, nothing wrong.
pub const OK: u8 = 0;
/// Failed, or problems were found.
pub const FAILED: u8 = 1;
/// A change failed and was rolled back.
pub const ROLLED_BACK: u8 = 3;
/// A change failed and could not be rolled back whole.
pub const ROLLBACK_INCOMPLETE: u8 = 4;
/// A template needs trust: Copier's code, which `gaia template` keeps.
pub const UNTRUSTED: u8 = 4;
/// Nobody could be asked.
pub const INPUT_NEEDED: u8 = 5;
/// Another run works on it.
pub const LOCKED: u8 = 6;
/// A certificate check found a warning.
pub const WARNING: u8 = 10;
/// A certificate check found something critical.
pub const CRITICAL: u8 = 11;
/// The command line is wrong.
pub const USAGE: u8 = 64;
/// A needed program or service is not there.
pub const UNAVAILABLE: u8 = 69;
/// It took longer than allowed.
pub const TIMED_OUT: u8 = 124;
/// Interrupted by the user.
pub const INTERRUPTED: u8 = 130;
/// There are changes, and the user wanted to know.
pub const CHANGES: u8 = 2;

/// Every code that gaia ends with.
pub const TABLE: [Meaning; 13] = [
    meaning(OK, "ok", "done, nothing wrong"),
    meaning(FAILED, "failed", "failed, or problems (findings) were found; with --exit-code, differences"),
    meaning(CHANGES, "changes", "succeeded, and there are changes (--detailed-exitcode) or drift (gaia drift)"),
    meaning(ROLLED_BACK, "rolled back", "a change failed and was rolled back whole"),
    meaning(ROLLBACK_INCOMPLETE, "rollback incomplete", "a change failed and the rollback is incomplete: act now"),
    meaning(INPUT_NEEDED, "input needed", "approval or input is needed, and there is nobody to ask"),
    meaning(LOCKED, "locked", "another run works on it, or one is unfinished"),
    meaning(WARNING, "warning", "a certificate check found a warning"),
    meaning(CRITICAL, "critical", "a certificate check found something critical"),
    meaning(USAGE, "usage", "the command line is wrong (never 2: a typo must not read as changes)"),
    meaning(UNAVAILABLE, "unavailable", "a needed program or service is not there"),
    meaning(TIMED_OUT, "timed out", "it took longer than allowed"),
    meaning(INTERRUPTED, "interrupted", "interrupted by the user"),
];

/// The code for an error of this kind. The code of a child process is handed on.
pub fn code(kind: Kind) -> u8 {
    match kind {
        Kind::Failed => FAILED,
        Kind::Usage => USAGE,
        Kind::InputNeeded => INPUT_NEEDED,
        Kind::Unavailable => UNAVAILABLE,
        Kind::Locked => LOCKED,
        Kind::TimedOut => TIMED_OUT,
        Kind::Interrupted => INTERRUPTED,
        Kind::Untrusted => UNTRUSTED,
        Kind::Child(code) => u8::try_from(code).ok().filter(|c| *c != OK).unwrap_or(FAILED),
    }
}

/// The table as text.
pub fn table() -> String {
    let lines = TABLE.iter().map(|m| format!("{:>5}  {:<20} {}\n", m.code, m.name, m.about));
    let child = "A command that fails inside a stack (`!exec`) hands on its own code.\n";
    format!("Exit codes of gaia:\n\n{}\n{child}", lines.collect::<String>())
}

/// The table as a list of records.
pub fn record() -> serde_json::Value {
    TABLE.iter().map(|m| serde_json::json!({"code": m.code, "name": m.name, "about": m.about})).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scripts rely on these: a code once given keeps its meaning.
    #[test]
    fn codes_keep_their_meaning() {
        let codes: Vec<_> = TABLE.iter().map(|m| (m.code, m.name)).collect();
        assert_eq!(
            codes,
            [
                (0, "ok"),
                (1, "failed"),
                (2, "changes"),
                (3, "rolled back"),
                (4, "rollback incomplete"),
                (5, "input needed"),
                (6, "locked"),
                (10, "warning"),
                (11, "critical"),
                (64, "usage"),
                (69, "unavailable"),
                (124, "timed out"),
                (130, "interrupted"),
            ]
        );
    }

    #[test]
    fn every_kind_of_error_has_a_code_of_the_table() {
        for (kind, expected) in [
            (Kind::Failed, 1),
            (Kind::Usage, 64),
            (Kind::InputNeeded, 5),
            (Kind::Unavailable, 69),
            (Kind::Locked, 6),
            (Kind::TimedOut, 124),
            (Kind::Interrupted, 130),
            (Kind::Untrusted, 4),
            (Kind::Child(7), 7),
            (Kind::Child(0), 1),
            (Kind::Child(300), 1),
            (Kind::Child(-1), 1),
        ] {
            assert_eq!(code(kind), expected, "{kind:?}");
        }
    }
}
