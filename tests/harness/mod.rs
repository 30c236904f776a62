//! Runs recorded cases: a repository, command lines, and what real Atmos answered to each.

pub(crate) mod case;
pub(crate) mod compare;
pub(crate) mod known;
pub(crate) mod run;
