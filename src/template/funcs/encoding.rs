//! Sprig's base64 and base32.

use crate::template::function::Table;
use crate::template::val::Str;
use base64::engine::general_purpose::STANDARD;
use base64::{DecodeError, Engine as _};

pub(super) fn register(table: &mut Table) {
    table.add("b64enc", |s: Str| STANDARD.encode(s.as_bytes()));
    table.add("b32enc", |s: Str| base32_encode(s.as_bytes()));
    // what cannot be decoded gives the message as its result
    table.add("b64dec", |s: Str| match STANDARD.decode(without_newlines(&s)) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(e) => format!("illegal base64 data at input byte {}", position(&e, s.len())),
    });
    table.add("b32dec", |s: Str| match base32_decode(&without_newlines(&s)) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(at) => format!("illegal base32 data at input byte {at}"),
    });
}

/// Go skips line breaks in what it decodes.
fn without_newlines(s: &str) -> String {
    s.chars().filter(|c| !matches!(c, '\r' | '\n')).collect()
}

fn position(error: &DecodeError, length: usize) -> usize {
    match error {
        DecodeError::InvalidByte(at, _) => *at,
        DecodeError::InvalidLastSymbol { offset, .. } => *offset,
        DecodeError::InvalidLength(_) | DecodeError::InvalidPadding => length,
    }
}

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn base32_encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for chunk in bytes.chunks(5) {
        let bits = chunk.iter().enumerate().fold(0u64, |bits, (i, byte)| bits | u64::from(*byte) << (32 - 8 * i));
        let letters = (chunk.len() * 8).div_ceil(5);
        for i in 0..8 {
            let letter = BASE32[usize::try_from(bits >> (35 - 5 * i) & 31).unwrap_or(0)];
            out.push(if i < letters { letter.into() } else { '=' });
        }
    }
    out
}

/// The bytes, or where the text is wrong.
fn base32_decode(s: &str) -> Result<Vec<u8>, usize> {
    let letters = s.trim_end_matches('=');
    let padding = s.len() - letters.len();
    if !s.len().is_multiple_of(8) || !matches!(padding, 0 | 1 | 3 | 4 | 6) {
        return Err(letters.len());
    }
    let mut out = Vec::with_capacity(letters.len() * 5 / 8);
    let (mut bits, mut count) = (0u32, 0);
    for (at, letter) in letters.bytes().enumerate() {
        let value = BASE32.iter().position(|b| *b == letter).ok_or(at)?;
        bits = bits << 5 | u32::try_from(value).unwrap_or(0);
        count += 5;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from(bits >> count & 0xff).unwrap_or(0));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base32_is_read_as_it_is_written() {
        for text in ["", "f", "fo", "foo", "foob", "fooba", "foobar"] {
            assert_eq!(base32_decode(&base32_encode(text.as_bytes())).unwrap(), text.as_bytes());
        }
        assert_eq!(base32_encode(b"foobar"), "MZXW6YTBOI======");
        assert_eq!(base32_decode("MZXW6!TB"), Err(5));
    }
}
