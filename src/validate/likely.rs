//! Values that their name says what they are: blocks of addresses, regions, availability zones.

use super::diagnostic::Diagnostic;
use crate::code;
use crate::text::{Span, is_slip};
use crate::value::{Data, Value};
use std::net::IpAddr;

/// Checks a scalar by the name of its key, or of the list that it stands in.
pub(super) fn check(key: &str, value: &Value, found: &mut Vec<Diagnostic>) {
    if value.span.is_none() {
        return;
    }
    if is_block(key) {
        found.extend(wrong_block(value).map(|(what, hint)| diagnostic(what, hint, value.span)));
    } else if is_place(key)
        && let Some(text) = value.as_str()
    {
        found.extend(wrong_place(text).map(|(what, hint)| diagnostic(what, Some(hint), value.span)));
    }
}

fn diagnostic(what: String, hint: Option<String>, span: Span) -> Diagnostic {
    Diagnostic::new(&code::VALUE_UNLIKELY, what, span).maybe_hint(hint)
}

/// Whether a key is one of blocks of addresses: `cidr`, `vpc_cidr`, `cidr_blocks`, `ipv4_primary_cidr_block`.
fn is_block(key: &str) -> bool {
    const ENDS: [&str; 8] =
        ["cidr", "cidrs", "cidr_block", "cidr_blocks", "cidr_range", "cidr_ranges", "cidrblock", "cidrblocks"];
    // nearly every key is told from these by its letters
    let has_letters = key.contains("idr") || key.contains("IDR");
    has_letters && ENDS.iter().any(|end| key.to_ascii_lowercase().ends_with(end))
}

/// What is wrong with a block of addresses.
fn wrong_block(value: &Value) -> Option<(String, Option<String>)> {
    let text = match &value.data {
        Data::Str(text) => text,
        Data::Int(number) => return Some((format!("the number `{number}` is no CIDR block"), None)),
        Data::Float(number) => return Some((format!("the number `{number}` is no CIDR block"), None)),
        _ => return None,
    };
    // names of blocks, references and templates are no attempts at one
    let is_attempt = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['.', ':', '/']);
    if !is_attempt || text.contains(['{', '!', '$', ' ', ',']) {
        return None;
    }
    let no = |why: &str| Some((format!("`{text}` is no CIDR block: {why}"), None));
    let Some((address, length)) = text.split_once('/') else {
        let is_address = text.parse::<IpAddr>().is_ok();
        return no(if is_address { "it has no length, as `/24`" } else { "it is no address, and has no length" });
    };
    let Ok(address) = address.parse::<IpAddr>() else { return no(&format!("`{address}` is no address")) };
    let most = if address.is_ipv4() { 32 } else { 128 };
    match length.parse::<u32>() {
        Ok(length) if length <= most => None,
        _ => no(&format!("its length is a number from 0 to {most}, not `{length}`")),
    }
}

/// Whether a key is one of regions or their zones.
fn is_place(key: &str) -> bool {
    matches!(key, "region" | "regions" | "azs" | "zones" | "zone" | "availability_zone" | "availability_zones")
        || key.ends_with("_region")
        || key.ends_with("_regions")
}

/// The families of AWS's regions: what stands before the number. New regions come with new numbers oftener than with new
/// families, and a new family is seldom a slip of an old one.
const FAMILIES: [&str; 30] = [
    "af-south",
    "ap-east",
    "ap-northeast",
    "ap-south",
    "ap-southeast",
    "ca-central",
    "ca-west",
    "cn-north",
    "cn-northwest",
    "eu-central",
    "eu-north",
    "eu-south",
    "eu-west",
    "eu-isoe-west",
    "eusc-de-east",
    "il-central",
    "me-central",
    "me-south",
    "me-west",
    "mx-central",
    "sa-east",
    "sa-west",
    "us-east",
    "us-gov-east",
    "us-gov-west",
    "us-iso-east",
    "us-iso-west",
    "us-isob-east",
    "us-isof-south",
    "us-west",
];

/// A region or a zone whose family is nearly one of AWS's.
fn wrong_place(text: &str) -> Option<(String, String)> {
    let (family, number) = text.rsplit_once('-')?;
    let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_numbered = !digits.is_empty() && digits.len() < 3 && digits.bytes().all(|b| b.is_ascii_digit());
    if !is_numbered || number.len() > digits.len() + 1 || !family.contains('-') || FAMILIES.contains(&family) {
        return None;
    }
    let meant = FAMILIES.into_iter().find(|known| is_slip(family, known))?;
    Some((format!("`{text}` is no region of AWS"), format!("did you mean `{meant}-{number}`?")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_blocks_are_known_by_their_end() {
        for key in ["cidr", "vpc_cidr", "vpcCidr", "cidr_blocks", "ipv4_primary_cidr_block", "allowed_cidrs"] {
            assert!(is_block(key), "{key}");
        }
        for key in ["cidr_newbits", "cidr_name", "block", "acid", "cidr_enabled"] {
            assert!(!is_block(key), "{key}");
        }
    }

    #[test]
    fn only_attempts_at_a_block_are_judged() {
        let wrong = |text: &str| wrong_block(&Value::from(text)).is_some();
        for text in
            ["10.0.0.0/33", "10.0.0.300/16", "10.0.0/16", "10.0.0.0", "10.0.0.0/", "10.0.0.0/a", "2001:db8::/129"]
        {
            assert!(wrong(text), "{text}");
        }
        for text in ["10.0.0.0/16", "0.0.0.0/0", "2001:db8::/64", "office", "{{ .vars.cidr }}", "!env CIDR", "::/0", ""]
        {
            assert!(!wrong(text), "{text}");
        }
    }

    #[test]
    fn regions_of_others_are_none_of_ours() {
        for text in ["us-esat-1", "eu-wset-2", "us-est-1a", "ap-souteast-1"] {
            assert!(wrong_place(text).is_some(), "{text}");
        }
        for text in
            ["us-east-1", "us-east-9", "us-east-1a", "us-east1", "europe-west4", "eastus", "us-ashburn-1", "uw2"]
        {
            assert!(wrong_place(text).is_none(), "{text}");
        }
    }
}
