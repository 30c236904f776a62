//! `?checksum=sha256:…`: what a file must be.

use crate::error::{Error, Result};
use crate::text::hex;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

/// The hash that a file must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checksum {
    kind: Kind,
    hex: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sha1,
    Sha256,
    Sha512,
}

impl Checksum {
    /// `kind:hex`, or the digits alone, whose number tells the kind.
    pub(super) fn parse(text: &str) -> Result<Self> {
        let (kind, hex) = text.split_once(':').map_or((None, text), |(kind, hex)| (Some(kind), hex));
        let of_length = match hex.len() {
            40 => Some(Kind::Sha1),
            64 => Some(Kind::Sha256),
            128 => Some(Kind::Sha512),
            _ => None,
        };
        let named = match kind {
            None => of_length,
            Some("sha1") => Some(Kind::Sha1),
            Some("sha256") => Some(Kind::Sha256),
            Some("sha512") => Some(Kind::Sha512),
            Some(_) => None,
        };
        match (named, of_length) {
            (Some(kind), Some(length)) if kind == length && hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Ok(Checksum { kind, hex: hex.to_ascii_lowercase() })
            }
            _ => Err(Error::new(format!("the checksum `{text}` cannot be read"))
                .hint("write `checksum=sha256:` and 64 hexadecimal digits; sha1 and sha512 are known too")),
        }
    }

    pub(super) fn verify(&self, bytes: &[u8]) -> Result<()> {
        let found = match self.kind {
            Kind::Sha1 => hex(&Sha1::digest(bytes)),
            Kind::Sha256 => hex(&Sha256::digest(bytes)),
            Kind::Sha512 => hex(&Sha512::digest(bytes)),
        };
        if found == self.hex {
            return Ok(());
        }
        Err(Error::new("what was fetched does not have its checksum")
            .note(format!("expected {}", self.hex))
            .note(format!("found    {found}"))
            .hint("if the change is meant, write the new checksum into the import"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_checked_whatever_its_kind() {
        let sha1 = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";
        let sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        for text in [sha1.to_owned(), format!("sha1:{sha1}"), sha256.to_ascii_uppercase(), format!("sha256:{sha256}")] {
            let checksum = Checksum::parse(&text).expect(&text);
            checksum.verify(b"hello").expect(&text);
            assert!(checksum.verify(b"hell0").is_err());
        }
        for wrong in ["", "md5:x", "sha256:abc", &format!("sha512:{sha256}"), &"g".repeat(64)] {
            assert!(Checksum::parse(wrong).is_err(), "{wrong}");
        }
    }
}
