//! `crypto`: hashes and password hashes.

use super::conv::{text, to_int};
use super::encoding::bytes;
use super::{experimental, wrong_count};
use crate::template::error::CallError;
use crate::template::funcs::crypto::{BCRYPT_COST, bcrypt};
use crate::template::function::{CallResult, Rest, Table};
use crate::template::val::{Str, Val};
use crate::text::hex;
use pbkdf2::pbkdf2_hmac;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};

/// How much work and how long a key may be asked of `PBKDF2`.
const MAX_ROUNDS: i64 = 10_000_000;
const MAX_LENGTH: i64 = 1 << 20;

pub(super) fn register(table: &mut Table) {
    hash::<Sha1>(table, "SHA1");
    hash::<Sha224>(table, "SHA224");
    hash::<Sha256>(table, "SHA256");
    hash::<Sha384>(table, "SHA384");
    hash::<Sha512>(table, "SHA512");
    hash::<Sha512_224>(table, "SHA512_224");
    hash::<Sha512_256>(table, "SHA512_256");
    table.add("crypto.Bcrypt", |vals: Rest<Val>| match &*vals.0 {
        [] => Err(wrong_count("at least 1", 0)),
        [password] => bcrypt(text(password).as_bytes(), BCRYPT_COST),
        [cost, password] => {
            // Go takes the default for a cost that is too low
            let cost = u32::try_from(to_int(cost)).ok().filter(|cost| *cost >= 4).unwrap_or(BCRYPT_COST);
            bcrypt(text(password).as_bytes(), cost)
        }
        _ => bcrypt(b"", BCRYPT_COST),
    });
    table.add("crypto.PBKDF2", |password: Val, salt: Val, rounds: Val, length: Val, hash: Rest<Str>| {
        let hash = hash.0.first().map_or("SHA1", |hash| &**hash);
        key(&bytes(&password), &bytes(&salt), to_int(&rounds), to_int(&length), hash)
    });
    table
        .add("crypto.WPAPSK", |network: Val, password: Val| key(&bytes(&password), &bytes(&network), 4096, 32, "SHA1"));
    experimental(
        table,
        "crypto.RSAEncrypt crypto.RSADecrypt crypto.RSADecryptBytes crypto.RSAGenerateKey \
         crypto.RSADerivePublicKey crypto.ECDSAGenerateKey crypto.ECDSADerivePublicKey crypto.EncryptAES \
         crypto.DecryptAES crypto.DecryptAESBytes",
    );
}

fn hash<D: Digest>(table: &mut Table, name: &str) {
    table.add(&format!("crypto.{name}"), |val: Val| hex(&D::digest(bytes(&val))));
    table.add(&format!("crypto.{name}Bytes"), |val: Val| D::digest(bytes(&val)).to_vec());
}

/// A key derived from a password, in hexadecimal.
fn key(password: &[u8], salt: &[u8], rounds: i64, length: i64, hash: &str) -> CallResult<String> {
    let rounds = u32::try_from(rounds.clamp(1, MAX_ROUNDS)).unwrap_or(1);
    let length = usize::try_from(length).ok().filter(|n| i64::try_from(*n).is_ok_and(|n| n <= MAX_LENGTH));
    let mut key = vec![0; length.ok_or("bad length of the key")?];
    match &*hash.replace(['/', '_'], "-").replace("SHA-", "SHA") {
        "SHA1" => pbkdf2_hmac::<Sha1>(password, salt, rounds, &mut key),
        "SHA224" => pbkdf2_hmac::<Sha224>(password, salt, rounds, &mut key),
        "SHA256" => pbkdf2_hmac::<Sha256>(password, salt, rounds, &mut key),
        "SHA384" => pbkdf2_hmac::<Sha384>(password, salt, rounds, &mut key),
        "SHA512" => pbkdf2_hmac::<Sha512>(password, salt, rounds, &mut key),
        "SHA512-224" => pbkdf2_hmac::<Sha512_224>(password, salt, rounds, &mut key),
        "SHA512-256" => pbkdf2_hmac::<Sha512_256>(password, salt, rounds, &mut key),
        _ => return Err(CallError::new(format!("unknown hash `{hash}`"))),
    }
    Ok(hex(&key))
}
