//! Values that their name says what they are: blocks of addresses, regions, availability zones.

use super::diagnostic::Diagnostic;
use crate::code;
use crate::text::{Span, is_slip};
use crate::value::{Data, Map, Value};
use std::net::{IpAddr, Ipv4Addr};

/// Checks a scalar by the name of its key, or of the list that it stands in.
pub(super) fn check(key: &str, value: &Value, found: &mut Vec<Diagnostic>) {
    if value.span.is_none() {
        return;
    }
    if let Some(items) = value.as_seq() {
        found.extend(odd_mail(items));
    } else if is_mail(key) {
        found.extend(wrong_mail(value).map(|(what, hint)| diagnostic(what, hint, value.span)));
    } else if is_block(key) {
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
pub(super) fn is_block(key: &str) -> bool {
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
        Ok(length) if length <= most => beyond_length(address, length).map(|network| {
            let hint = Some(format!("the network is `{network}/{length}`"));
            (format!("`{text}` is no network: the address goes on behind its length"), hint)
        }),
        _ => no(&format!("its length is a number from 0 to {most}, not `{length}`")),
    }
}

/// The address of the network, where the one that is given has more than that.
fn beyond_length(address: IpAddr, length: u32) -> Option<Ipv4Addr> {
    let IpAddr::V4(address) = address else { return None };
    let network = Ipv4Addr::from_bits(bounds(address, length).0);
    (network != address).then_some(network)
}

fn is_mail(key: &str) -> bool {
    key.ends_with("mail") || key.ends_with("mails") || key.ends_with("mail_address") || key.ends_with("Email")
}

/// What is wrong with an address of mail.
fn wrong_mail(value: &Value) -> Option<(String, Option<String>)> {
    let text = value.as_str().filter(|t| !t.is_empty() && !t.contains(['{', '$', '!', ' ', '<', '/']))?;
    let is_whole = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.contains('@') && !host.starts_with('.') && !host.ends_with('.') && !host.is_empty()
    });
    // a word may name a person, whose address is elsewhere
    let is_attempt = text.contains(['@', '.']);
    (is_attempt && !is_whole).then(|| (format!("`{text}` is no address of mail"), Some("write `name@host`".to_owned())))
}

/// Items of a list that are no addresses of mail, where most are.
fn odd_mail(items: &[Value]) -> Vec<Diagnostic> {
    let texts = || items.iter().filter_map(|item| Some((item.as_str()?, item.span)));
    let is_mail = |text: &str| text.contains('@') && wrong_mail(&Value::from(text)).is_none();
    if texts().filter(|(text, _)| is_mail(text)).count() * 2 <= items.len() {
        return Vec::new();
    }
    let wrong = texts().filter(|(text, _)| !is_mail(text) && !text.contains(['{', '!', '$', ' ', ':']));
    let what = |text: &str| format!("`{text}` is no address of mail, as the others are");
    wrong.map(|(text, span)| diagnostic(what(text), None, span)).collect()
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
pub(super) fn wrong_place(text: &str) -> Option<(String, String)> {
    let (family, number) = text.rsplit_once('-')?;
    let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_numbered = !digits.is_empty() && digits.len() < 3 && digits.bytes().all(|b| b.is_ascii_digit());
    if !is_numbered || number.len() > digits.len() + 1 || !family.contains('-') {
        return None;
    }
    if FAMILIES.contains(&family) {
        let meant = format!("did you mean `{family}-{}`?", &digits[..1]);
        return (digits.len() > 1).then(|| (format!("`{text}` is no region of AWS"), meant));
    }
    let meant = FAMILIES.into_iter().find(|known| is_slip(family, known))?;
    Some((format!("`{text}` is no region of AWS"), format!("did you mean `{meant}-{number}`?")))
}

/// Whether a text has the form of AWS's regions: `us-east-1`, `us-gov-west-1`.
pub(super) fn is_region(text: &str) -> bool {
    let mut parts = text.rsplit('-');
    let is_number = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    let is_word = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_lowercase());
    text.matches('-').count() > 1 && parts.next().is_some_and(is_number) && parts.all(is_word)
}

/// The region of an availability zone of AWS: `eu-west-1` of `eu-west-1a`.
fn region_of(zone: &Value) -> Option<&str> {
    let zone = zone.as_str()?;
    zone.strip_suffix(|c: char| c.is_ascii_lowercase()).filter(|region| is_region(region))
}

/// The region that all or all but one of the zones of a list lie in.
fn common_region(zones: &[Value]) -> Option<&str> {
    let regions: Vec<&str> = zones.iter().filter_map(region_of).collect();
    let common = regions.iter().max_by_key(|region| regions.iter().filter(|other| other == region).count())?;
    let others = zones.iter().filter(|zone| region_of(zone) != Some(common)).count();
    (others == 0 || others == 1 && zones.len() > 2).then_some(common)
}

/// Checks the availability zones of a list: no zone of another region than the others, none twice.
pub(super) fn zones(key: &str, zones: &[Value], found: &mut Vec<Diagnostic>) {
    if !matches!(key, "azs" | "zones" | "availability_zones") {
        return;
    }
    let Some(region) = common_region(zones) else { return };
    for (number, zone) in zones.iter().enumerate().filter(|(_, zone)| !zone.span.is_none()) {
        let Some(text) = zone.as_str().filter(|text| !text.contains(['{', '!', '$'])) else { continue };
        // local zones and those of the edge are of the region too
        let is_local = text.strip_prefix(region).is_some_and(|rest| rest.starts_with('-'));
        if region_of(zone) != Some(region) && !is_local {
            let what = format!("`{text}` is no availability zone of `{region}`, as the others are");
            found.push(diagnostic(what, None, zone.span));
        } else if zones[..number].iter().any(|other| other.as_str() == Some(text)) {
            found.push(diagnostic(format!("the zone `{text}` stands in this list already"), None, zone.span));
        }
    }
}

/// Checks a map with availability zones: that they are a list, and of the region beside them. Of a region and zones that
/// differ, the one that the file is called by is right.
pub(super) fn places(map: &Map, file: &str, found: &mut Vec<Diagnostic>) {
    for (name, zones) in ["availability_zones", "azs"].into_iter().filter_map(|key| Some((key, map.get(key)?))) {
        if let Some(zone) = zones.as_str().filter(|_| region_of(zones).is_some() && !zones.span.is_none()) {
            let hint = format!("write `[{zone}]`");
            found.push(diagnostic(format!("`{name}` is a list of zones, not one"), Some(hint), zones.span));
        }
        let Some(region) = map.get("region") else { continue };
        let Some(own) = region.as_str().filter(|own| is_region(own)) else { continue };
        let other = zones.as_seq().and_then(common_region).filter(|other| *other != own);
        let Some(other) = other.filter(|_| !region.span.is_none() && !zones.span.is_none()) else { continue };
        let (place, beside) = if own == file { (zones.span, region.span) } else { (region.span, zones.span) };
        let what = format!("the region is `{own}`, and the availability zones beside it are of `{other}`");
        found.push(diagnostic(what, None, place).related("these do not fit together", beside));
    }
}

/// Checks that no two blocks of a list of subnets overlap.
pub(super) fn subnets(key: &str, items: &[Value], found: &mut Vec<Diagnostic>) {
    if !key.contains("subnet") {
        return;
    }
    let blocks: Vec<_> = items.iter().filter_map(block_of).collect();
    let clashes = |one: usize| {
        let (from, to) = blocks[one].2;
        let others = blocks.iter().enumerate().filter(move |(other, _)| *other != one);
        others.filter(move |(_, (.., other))| from <= other.1 && other.0 <= to).map(|(other, _)| other)
    };
    for (number, (text, span, _)) in blocks.iter().enumerate().filter(|(_, (_, span, _))| !span.is_none()) {
        // the one that overlaps several is the wrong one, else the later
        let own = clashes(number).count();
        let is_worse = |other: &usize| (own, number) > (clashes(*other).count(), *other);
        if let Some((other, at, _)) = clashes(number).find(is_worse).map(|other| &blocks[other]) {
            let what = format!("`{text}` overlaps `{other}`, another subnet of this list");
            found.push(diagnostic(what, None, *span).related("the other one", *at));
        }
    }
}

/// The block of a subnet, as it is written, with its place and its first and last address.
pub(super) fn block_of(subnet: &Value) -> Option<(&str, Span, (u32, u32))> {
    let block = match &subnet.data {
        Data::Map(map) => map.iter().find(|(key, _)| is_block(&key.name)).map(|(_, value)| value)?,
        _ => subnet,
    };
    let text = block.as_str()?;
    let (address, length) = text.split_once('/')?;
    let length = length.parse().ok().filter(|length| *length <= 32)?;
    Some((text, block.span, bounds(address.parse().ok()?, length)))
}

/// The first and the last address of a block, whose length is at most 32.
fn bounds(address: Ipv4Addr, length: u32) -> (u32, u32) {
    let free = u32::MAX.checked_shr(length).unwrap_or(0);
    (address.to_bits() & !free, address.to_bits() | free)
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
        assert!(wrong("10.0.1.7/24"));
    }

    #[test]
    fn one_word_among_addresses_is_odd() {
        let odd = |items: &[&str]| {
            let items: Vec<Value> = items.iter().map(|text| Value::from(*text)).collect();
            odd_mail(&items).len()
        };
        assert_eq!(odd(&["a@acme.example", "b@acme.example", "cacme.example"]), 1);
        assert_eq!(odd(&["a@acme.example", "team"]), 0);
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
