//! Sprig's base64 and base32.

use crate::template::base::{decode32, decode64, encode32, encode64};
use crate::template::function::Table;
use crate::template::val::Str;

pub(super) fn register(table: &mut Table) {
    table.add("b64enc", |s: Str| encode64(s.as_bytes()));
    table.add("b32enc", |s: Str| encode32(s.as_bytes()));
    table.add("b64dec", |s: Str| lenient(decode64(&s, false), "base64"));
    table.add("b32dec", |s: Str| lenient(decode32(&s), "base32"));
}

/// What cannot be decoded gives the complaint as its result.
fn lenient(decoded: Result<Vec<u8>, usize>, name: &str) -> String {
    match decoded {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(at) => format!("illegal {name} data at input byte {at}"),
    }
}
