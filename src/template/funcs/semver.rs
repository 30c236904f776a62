//! Sprig's versions.

use crate::template::function::{CallResult, Table};
use crate::template::semver::{Constraints, Version};
use crate::template::val::{Str, Val};

pub(super) fn register(table: &mut Table) {
    table.add("semver", |version: Str| -> CallResult { Ok(Val::object(Version::parse(&version)?)) });
    table.add("semverCompare", |constraint: Str, version: Str| -> CallResult<bool> {
        Ok(Constraints::parse(&constraint)?.check(&Version::parse(&version)?))
    });
}
