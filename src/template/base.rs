//! Base64 and base32, read as leniently as Go reads them and refused at the same byte.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Bytes in base64.
pub(super) fn encode64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes, or the place where the text is wrong. `url` takes `-_` for `+/`.
pub(super) fn decode64(text: &str, url: bool) -> Result<Vec<u8>, usize> {
    let value_of = |byte: u8| match byte {
        b'-' if url => Some(62),
        b'_' if url => Some(63),
        b'+' | b'/' if url => None,
        byte => BASE64.iter().position(|b| *b == byte),
    };
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let mut bytes = text.bytes().enumerate().filter(|(_, b)| !matches!(b, b'\r' | b'\n'));
    let (mut bits, mut count) = (0usize, 0usize);
    while let Some((at, byte)) = bytes.next() {
        if byte == b'=' {
            match count {
                0 | 1 => return Err(at),
                2 => match bytes.next() {
                    None => return Err(text.len()),
                    Some((_, b'=')) => {}
                    Some((at, _)) => return Err(at - 1),
                },
                _ => {}
            }
            if let Some((at, _)) = bytes.next() {
                return Err(at);
            }
            push(&mut out, bits << (6 * (4 - count)), count - 1, 16);
            return Ok(out);
        }
        bits = bits << 6 | value_of(byte).ok_or(at)?;
        count += 1;
        if count == 4 {
            push(&mut out, bits, 3, 16);
            (bits, count) = (0, 0);
        }
    }
    if count > 0 { Err(text.len() - count) } else { Ok(out) }
}

/// Appends the first `count` bytes of a group whose first byte lies at `shift`.
fn push(out: &mut Vec<u8>, bits: usize, count: usize, shift: usize) {
    out.extend((0..count).map(|i| u8::try_from(bits >> (shift - 8 * i) & 0xff).unwrap_or(0)));
}

/// Bytes in base32.
pub(super) fn encode32(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for chunk in bytes.chunks(5) {
        let bits = chunk.iter().enumerate().fold(0usize, |bits, (i, byte)| bits | usize::from(*byte) << (32 - 8 * i));
        let letters = (chunk.len() * 8).div_ceil(5);
        for i in 0..8 {
            out.push(if i < letters { BASE32[bits >> (35 - 5 * i) & 31].into() } else { '=' });
        }
    }
    out
}

/// The bytes, or the place where the text is wrong.
pub(super) fn decode32(text: &str) -> Result<Vec<u8>, usize> {
    let bytes: Vec<u8> = text.bytes().filter(|b| !matches!(b, b'\r' | b'\n')).collect();
    let mut out = Vec::with_capacity(bytes.len() / 8 * 5);
    for (group, chunk) in bytes.chunks(8).enumerate() {
        let start = group * 8;
        let last = start + 8 >= bytes.len();
        let (mut bits, mut count) = (0usize, 0usize);
        for (i, byte) in chunk.iter().enumerate() {
            if *byte == b'=' && i >= 2 && last {
                if chunk.len() < 8 {
                    return Err(bytes.len());
                }
                if let Some(bad) = chunk[i + 1..].iter().position(|b| *b != b'=') {
                    return Err(start + i + bad);
                }
                if matches!(i, 3 | 6) {
                    return Err(start + i);
                }
                break;
            }
            bits = bits << 5 | BASE32.iter().position(|b| b == byte).ok_or(start + i)?;
            count += 1;
        }
        if count < 8 && chunk.len() < 8 {
            return Err(start);
        }
        push(&mut out, bits << (5 * (8 - count)), count * 5 / 8, 32);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_is_decoded() {
        for text in ["", "f", "fo", "foo", "foob", "fooba", "foobar"] {
            assert_eq!(decode32(&encode32(text.as_bytes())).as_deref(), Ok(text.as_bytes()));
            assert_eq!(decode64(&encode64(text.as_bytes()), false).as_deref(), Ok(text.as_bytes()));
        }
        assert_eq!(encode32(b"foobar"), "MZXW6YTBOI======");
        assert_eq!(decode64("-_-_", true).as_deref(), Ok(&[0xfb, 0xff, 0xbf][..]));
    }

    #[test]
    fn mistakes_have_a_place() {
        assert_eq!(decode32("MZXW6!TB"), Err(5));
        assert_eq!(decode64("aGVsbG8", false), Err(4));
        assert_eq!(decode64("a!", false), Err(1));
        assert_eq!(decode64("aGVs\nbG8", false), Err(5));
    }
}
