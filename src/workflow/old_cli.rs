//! The commands of the Python CLI that gaia does not have, and what does their work now.

/// A command of old that is gone.
#[derive(Clone, Copy, Debug)]
pub struct Dropped {
    /// The words of the command.
    pub words: &'static [&'static str],
    /// What to do instead.
    pub instead: &'static str,
}

const fn dropped(words: &'static [&'static str], instead: &'static str) -> Dropped {
    Dropped { words, instead }
}

/// All of them; the longer words first.
pub const DROPPED: [Dropped; 21] = [
    dropped(&["task", "status"], "`gaia run show RUN`: runs are kept in .gaia/runs"),
    dropped(&["task", "list"], "`gaia run list`: runs are kept in .gaia/runs"),
    dropped(&["task", "revoke"], "Ctrl-C ends a run, `gaia run resume` goes on with it"),
    dropped(&["task", "purge"], "`gaia run clean`"),
    dropped(&["task"], "`gaia run list|show|logs|resume|clean`"),
    dropped(&["state", "list-locks"], "`aws dynamodb scan --table-name TABLE`, or `*.tflock` beside the state in S3"),
    dropped(
        &["state", "detect-abandoned-locks"],
        "`aws dynamodb scan --table-name TABLE`: `Created` in `Info` is when a lock was taken",
    ),
    dropped(
        &["state", "clean-abandoned-locks"],
        "`atmos terraform force-unlock COMPONENT LOCK_ID -s STACK`, for each lock that nobody holds",
    ),
    dropped(&["state"], "`atmos terraform force-unlock COMPONENT LOCK_ID -s STACK`"),
    dropped(&["certificate", "monitor"], "`gaia cert status`"),
    dropped(&["certificate", "export"], "`gaia cert convert`"),
    dropped(&["certificate", "rotate-ssh-key"], "`scripts/certificates/rotate-ssh-key.sh`"),
    dropped(&["certificate", "generate-ssh-key"], "`scripts/certificates/generate-ssh-key.sh`"),
    dropped(&["certificate", "export-ssh-key"], "`scripts/certificates/export-ssh-key.sh`"),
    dropped(&["smart"], "`gaia help`: gaia runs nothing that it guesses"),
    dropped(&["learn"], "`gaia help`"),
    dropped(&["orchestrate"], "`gaia order` shows the waves, `gaia plan --all -s STACK` runs them"),
    dropped(&["feedback"], "`scripts/collect-dx-feedback.sh interactive`"),
    dropped(&["dx-metrics"], "`gaia run list --format json`"),
    dropped(&["dx"], "`gaia run list --format json`: gaia collects nothing about its users"),
    dropped(&["serve"], "`--format json` of each command: gaia opens no port"),
];

/// The command of old that some words begin with.
pub fn find(words: &[&str]) -> Option<&'static Dropped> {
    DROPPED.iter().find(|dropped| words.starts_with(dropped.words))
}
