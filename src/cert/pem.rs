//! Text in PEM: its blocks, and what is untidy about it.

use super::{Finding, Secret};
use crate::code::{CERT_PEM, Severity};
use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// A block: `-----BEGIN LABEL-----`, base64, `-----END LABEL-----`.
pub(super) struct Block {
    pub(super) label: String,
    /// The first line of the block, from 1.
    pub(super) line: usize,
    /// Headers as of old keys: `Proc-Type: 4,ENCRYPTED`.
    pub(super) has_headers: bool,
    pub(super) der: Secret,
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
/// How many characters of base64 stand on a line.
const WIDTH: usize = 64;

/// Whether this is text in PEM, and not DER.
pub(super) fn is_pem(bytes: &[u8]) -> bool {
    bytes.windows(BEGIN.len()).any(|window| window == BEGIN.as_bytes())
}

/// Reads the blocks of a text, with notes on what was tidied up.
///
/// # Errors
/// A block has no end, or is no base64. The text itself is not told: it may be a key.
pub(super) fn read(bytes: &[u8], what: &str) -> Result<(Vec<Block>, Vec<Finding>)> {
    let mut findings = Vec::new();
    let mut untidy = |message: &str| findings.push(Finding::new(&CERT_PEM, Severity::Note, what, message));
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => {
            untidy("begins with a byte order mark, which is left out");
            rest
        }
        None => bytes,
    };
    if bytes.contains(&b'\r') {
        untidy("has lines that end as on Windows, which are written as on Unix");
    }
    let text = std::str::from_utf8(bytes).map_err(|_| broken(what, "it is no text"))?;
    let mut blocks = Vec::new();
    let mut open: Option<(Block, Zeroizing<String>)> = None;
    for (number, line) in text.lines().enumerate().map(|(index, line)| (index + 1, line.trim())) {
        let at = |problem: &str| broken(what, &format!("line {number}: {problem}"));
        if let Some(label) = line.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(DASHES)) {
            if open.is_some() {
                return Err(at("a block begins before the one above has ended"));
            }
            let block = Block { label: label.into(), line: number, has_headers: false, der: Secret::default() };
            // reserved, so that no copy is left behind when it grows
            open = Some((block, Zeroizing::new(String::with_capacity(text.len()))));
        } else if let Some(label) = line.strip_prefix(END).and_then(|rest| rest.strip_suffix(DASHES)) {
            let Some((mut block, body)) = open.take() else { return Err(at("a block ends that never began")) };
            if block.label != label {
                return Err(at(&format!("`{}` ends as `{label}`", block.label)));
            }
            if !block.has_headers {
                let der = STANDARD
                    .decode(body.as_bytes())
                    .map_err(|_| broken(what, &format!("the block of line {} is no base64", block.line)))?;
                block.der = Secret::new(der);
            }
            blocks.push(block);
        } else if let Some((block, body)) = &mut open {
            if line.contains(':') {
                block.has_headers = true;
            } else {
                body.push_str(line);
            }
        }
    }
    match open {
        Some((block, _)) => Err(broken(what, &format!("the block of line {} has no end", block.line))),
        None => Ok((blocks, findings)),
    }
}

fn broken(what: &str, why: &str) -> Error {
    Error::new(format!("{what} cannot be read: {why}")).code(&CERT_PEM)
}

/// A block as text.
pub(super) fn write(label: &str, der: &[u8]) -> Zeroizing<String> {
    let base64 = Zeroizing::new(STANDARD.encode(der));
    let mut out = Zeroizing::new(String::with_capacity(base64.len() + base64.len() / WIDTH + 2 * label.len() + 64));
    out.push_str(BEGIN);
    out.push_str(label);
    out.push_str("-----\n");
    let mut rest = base64.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(WIDTH));
        out.push_str(line);
        out.push('\n');
        rest = after;
    }
    out.push_str(END);
    out.push_str(label);
    out.push_str("-----\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let der: Vec<u8> = (0..=255).collect();
        let text = format!("a comment\n{}", *write("CERTIFICATE", &der));
        assert!(text.lines().all(|line| line.len() <= WIDTH));
        let (blocks, findings) = read(text.as_bytes(), "a.pem").unwrap();
        assert_eq!((blocks.len(), blocks[0].line, blocks[0].der.bytes()), (1, 2, &der[..]));
        assert!(findings.is_empty());
    }

    #[test]
    fn windows_is_tidied_up() {
        let text = format!("\u{feff}{}", write("CERTIFICATE", b"x").replace('\n', "\r\n"));
        let (blocks, findings) = read(text.as_bytes(), "a.pem").unwrap();
        assert_eq!((blocks.len(), findings.len()), (1, 2));
    }

    #[test]
    fn a_damaged_block_is_told_by_its_line_only() {
        for (text, expected) in [
            ("-----BEGIN A-----\nsecret\n", "the block of line 1 has no end"),
            ("-----BEGIN A-----\nse*ret\n-----END A-----\n", "the block of line 1 is no base64"),
            ("-----BEGIN A-----\n-----END B-----\n", "line 2: `A` ends as `B`"),
            ("-----END A-----\n", "line 1: a block ends that never began"),
        ] {
            let error = read(text.as_bytes(), "a.pem").err().unwrap();
            assert_eq!(error.message(), format!("a.pem cannot be read: {expected}"));
        }
    }
}
