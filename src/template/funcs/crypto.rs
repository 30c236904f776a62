//! Sprig's hashes, passwords and AES.

use crate::template::base::{decode64, encode64};
use crate::template::error::CallError;
use crate::template::function::{CallResult, Table};
use crate::template::val::Str;
use crate::text::hex;
use aes::Aes256;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, KeyIvInit as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

/// How hard bcrypt works where nobody says.
pub(in crate::template) const BCRYPT_COST: u32 = 10;
/// The length of a block and of the initialization vector.
const BLOCK: usize = 16;

pub(super) fn register(table: &mut Table) {
    table.add("sha1sum", |s: Str| hex(&Sha1::digest(s.as_bytes())));
    table.add("sha256sum", |s: Str| hex(&Sha256::digest(s.as_bytes())));
    table.add("sha512sum", |s: Str| hex(&Sha512::digest(s.as_bytes())));
    table.add("adler32sum", |s: Str| adler32(s.as_bytes()).to_string());
    table.add("bcrypt", |password: Str| lenient_bcrypt(&password));
    table.add("htpasswd", |user: Str, password: Str| {
        if user.contains(':') {
            return format!("invalid username: {user}");
        }
        format!("{user}:{}", lenient_bcrypt(&password))
    });
    table.add("derivePassword", derive_password);
    table.add("encryptAES", encrypt);
    table.add("decryptAES", decrypt);
}

fn adler32(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65521;
        (a, (b + a) % 65521)
    });
    b << 16 | a
}

/// A salted hash of a password, `$2a$10$…`.
pub(in crate::template) fn bcrypt(password: &[u8], cost: u32) -> CallResult<String> {
    if password.len() > 72 {
        return Err("bcrypt: password length exceeds 72 bytes".into());
    }
    let parts = bcrypt::hash_with_result(password, cost).map_err(|e| CallError::new(e.to_string()))?;
    Ok(parts.format_for_version(bcrypt::Version::TwoA))
}

fn lenient_bcrypt(password: &str) -> String {
    bcrypt(password.as_bytes(), BCRYPT_COST).unwrap_or_else(|e| format!("failed to encrypt string with bcrypt: {e}"))
}

/// The key is the password, cut or filled with zeros to 32 bytes.
fn key(password: &str) -> [u8; 32] {
    let mut key = [0; 32];
    let length = password.len().min(32);
    key[..length].copy_from_slice(&password.as_bytes()[..length]);
    key
}

fn encrypt(password: Str, plain: Str) -> String {
    if plain.is_empty() {
        return String::new();
    }
    let vector: [u8; BLOCK] = rand::random();
    let cipher = cbc::Encryptor::<Aes256>::new(&key(&password).into(), &vector.into());
    let mut out = vector.to_vec();
    out.extend(cipher.encrypt_padded_vec::<Pkcs7>(plain.as_bytes()));
    encode64(&out)
}

fn decrypt(password: Str, encrypted: Str) -> CallResult<String> {
    if encrypted.is_empty() {
        return Ok(String::new());
    }
    let bytes = decode64(&encrypted, false).map_err(|at| format!("illegal base64 at byte {at}"))?;
    let (vector, content) = bytes.split_at_checked(BLOCK).ok_or("the text is too short to be encrypted")?;
    let vector: [u8; BLOCK] = vector.try_into().unwrap_or_default();
    let cipher = cbc::Decryptor::<Aes256>::new(&key(&password).into(), &vector.into());
    let plain = cipher.decrypt_padded_vec::<Pkcs7>(content).map_err(|_| "the text cannot be decrypted")?;
    Ok(String::from_utf8_lossy(&plain).into_owned())
}

/// The templates of the Master Password algorithm: each letter stands for a class of characters.
const PASSWORDS: [(&str, &[&str]); 6] = [
    ("maximum", &["anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"]),
    (
        "long",
        &[
            "CvcvnoCvcvCvcv",
            "CvcvCvcvnoCvcv",
            "CvcvCvcvCvcvno",
            "CvccnoCvcvCvcv",
            "CvccCvcvnoCvcv",
            "CvccCvcvCvcvno",
            "CvcvnoCvccCvcv",
            "CvcvCvccnoCvcv",
            "CvcvCvccCvcvno",
            "CvcvnoCvcvCvcc",
            "CvcvCvcvnoCvcc",
            "CvcvCvcvCvccno",
            "CvccnoCvccCvcv",
            "CvccCvccnoCvcv",
            "CvccCvccCvcvno",
            "CvcvnoCvccCvcc",
            "CvcvCvccnoCvcc",
            "CvcvCvccCvccno",
            "CvccnoCvcvCvcc",
            "CvccCvcvnoCvcc",
            "CvccCvcvCvccno",
        ],
    ),
    ("medium", &["CvcnoCvc", "CvcCvcno"]),
    ("short", &["Cvcn"]),
    ("basic", &["aaanaaan", "aannaaan", "aaannaaa"]),
    ("pin", &["nnnn"]),
];

fn class(letter: u8) -> &'static [u8] {
    match letter {
        b'V' => b"AEIOU",
        b'C' => b"BCDFGHJKLMNPQRSTVWXYZ",
        b'v' => b"aeiou",
        b'c' => b"bcdfghjklmnpqrstvwxyz",
        b'A' => b"AEIOUBCDFGHJKLMNPQRSTVWXYZ",
        b'a' => b"AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
        b'n' => b"0123456789",
        b'o' => b"@&%?,=[]_:-+*$#!'^~;()/.",
        _ => b"AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()",
    }
}

/// The Master Password algorithm: a site's password out of one secret.
fn derive_password(counter: u32, kind: Str, password: Str, user: Str, site: Str) -> CallResult<String> {
    const SCOPE: &[u8] = b"com.lyndir.masterpassword";
    let Some((_, templates)) = PASSWORDS.iter().find(|(name, _)| *name == &*kind) else {
        return Ok(format!("cannot find password template {kind}"));
    };
    let scoped = |text: &str| {
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes();
        [SCOPE, &length, text.as_bytes()].concat()
    };
    let mut key = [0; 64];
    let parameters = scrypt::Params::new(15, 8, 2).map_err(|e| CallError::new(e.to_string()))?;
    scrypt::scrypt(password.as_bytes(), &scoped(&user), &parameters, &mut key)
        .map_err(|e| CallError::new(e.to_string()))?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|e| CallError::new(e.to_string()))?;
    mac.update(&scoped(&site));
    mac.update(&counter.to_be_bytes());
    let seed = mac.finalize().into_bytes();
    let template = templates[usize::from(seed[0]) % templates.len()];
    let choose = |(letter, byte): (u8, &u8)| {
        let set = class(letter);
        char::from(set[usize::from(*byte) % set.len()])
    };
    Ok(template.bytes().zip(&seed[1..]).map(choose).collect())
}
