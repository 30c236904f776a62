//! `base64`.

use super::conv::text;
use crate::template::base::{decode64, encode64};
use crate::template::function::{CallResult, Table};
use crate::template::val::Val;

pub(super) fn register(table: &mut Table) {
    table.add("base64.Encode", |val: Val| encode64(&bytes(&val)));
    table.add("base64.Decode", |val: Val| -> CallResult<String> {
        Ok(String::from_utf8_lossy(&decode(&text(&val))?).into_owned())
    });
    table.add("base64.DecodeBytes", |val: Val| decode(&text(&val)));
}

/// The bytes of anything; of what is no text, those that it prints.
pub(super) fn bytes(val: &Val) -> Vec<u8> {
    match val {
        Val::Bytes(bytes) => bytes.to_vec(),
        val if val.is_nil() => Vec::new(),
        val => text(val).as_bytes().to_vec(),
    }
}

/// Both alphabets are taken.
fn decode(text: &str) -> CallResult<Vec<u8>> {
    let decoded = decode64(text, false).or_else(|_| decode64(text, true));
    decoded.map_err(|at| format!("illegal base64 at byte {at}").into())
}
