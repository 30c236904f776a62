//! Sprig's random texts and numbers.

use crate::template::base::encode64;
use crate::template::budget::{MAX_TEXT, check_length};
use crate::template::function::{CallResult, Table};
use crate::template::val::Str;
use rand::RngExt as _;
use rand::seq::SliceRandom as _;

pub(super) fn register(table: &mut Table) {
    table.add("randAlphaNum", |count: isize| text(count, |c| c.is_ascii_alphanumeric()));
    table.add("randAlpha", |count: isize| text(count, |c| c.is_ascii_alphabetic()));
    table.add("randNumeric", |count: isize| text(count, |c| c.is_ascii_digit()));
    table.add("randAscii", |count: isize| text(count, |c| (' '..='~').contains(&c)));
    table.add("randInt", |low: isize, high: isize| -> CallResult<isize> {
        if low >= high {
            return Err("the lower bound must lie below the upper one".into());
        }
        let (low, high) = (low as i64, high as i64);
        Ok(super::cast::isize(rand::random_range(low..high)))
    });
    table.add("randBytes", |count: isize| -> CallResult<String> { Ok(encode64(&bytes(count)?)) });
    table.add("shuffle", |s: Str| -> String {
        let mut chars: Vec<char> = s.chars().collect();
        chars.shuffle(&mut rand::rng());
        chars.into_iter().collect()
    });
    table.add("uuidv4", || uuid::Uuid::new_v4().to_string());
    table.add("getHostByName", host_by_name);
}

/// That many random bytes.
fn bytes(count: isize) -> CallResult<Vec<u8>> {
    let mut bytes = vec![0u8; length(count)?];
    rand::fill(&mut bytes[..]);
    Ok(bytes)
}

fn length(count: isize) -> CallResult<usize> {
    usize::try_from(count).ok().filter(|n| *n <= MAX_TEXT).ok_or_else(|| format!("bad length {count}").into())
}

/// A text of characters of a kind; sprig gives nothing for a negative length.
fn text(count: isize, wanted: fn(char) -> bool) -> CallResult<String> {
    let set: Vec<char> = ('\0'..='\x7f').filter(|c| wanted(*c)).collect();
    pick(length(count.max(0))?, &set)
}

/// A text of characters out of a set.
pub(in crate::template) fn pick(count: usize, set: &[char]) -> CallResult<String> {
    check_length(count)?;
    let mut rng = rand::rng();
    Ok((0..count).map(|_| set[rng.random_range(0..set.len())]).collect())
}

/// One of the addresses of a host.
fn host_by_name(name: Str) -> CallResult<String> {
    use std::net::ToSocketAddrs as _;
    let addresses: Vec<_> = (&*name, 0).to_socket_addrs().map(Iterator::collect).unwrap_or_default();
    match addresses.as_slice() {
        [] => Err(format!("host `{name}` has no address").into()),
        all => Ok(all[rand::random_range(0..all.len())].ip().to_string()),
    }
}
