//! `net` and what needs no network of `sockaddr`: addresses and ranges of them.

use super::conv::text;
use super::experimental;
use crate::template::error::CallError;
use crate::template::function::{CallResult, Table};
use crate::template::types::Type;
use crate::template::val::{Object, Val};
use std::any::Any;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs as _, UdpSocket};

pub(super) fn register(table: &mut Table) {
    table.add("net.ParseIP", |val: Val| -> CallResult { Ok(Val::object(Ip::parse(&text(&val))?)) });
    table.add("net.ParseIPPrefix", |val: Val| -> CallResult { Ok(Val::object(Prefix::parse(&text(&val))?)) });
    table.add("net.ParseIPRange", |val: Val| -> CallResult { Ok(Val::object(Range::parse(&text(&val))?)) });
    table.add("net.LookupIPs", |val: Val| lookup(&text(&val)));
    table.add("net.LookupIP", |val: Val| Ok(lookup(&text(&val))?.into_iter().next().unwrap_or_default()));
    experimental(table, "net.CIDRHost net.CIDRNetmask net.CIDRSubnets net.CIDRSubnetSizes");
    table.add("sockaddr.GetPrivateIP sockaddr.GetPrivateIPs", || own_address(true));
    table.add("sockaddr.GetPublicIP sockaddr.GetPublicIPs", || own_address(false));
}

/// The addresses of version 4 of a host.
fn lookup(name: &str) -> CallResult<Vec<String>> {
    let addresses = (name, 0).to_socket_addrs().map_err(|e| CallError::new(format!("host `{name}`: {e}")))?;
    let mut found = Vec::new();
    for address in addresses.filter(std::net::SocketAddr::is_ipv4) {
        let address = address.ip().to_string();
        if !found.contains(&address) {
            found.push(address);
        }
    }
    Ok(found)
}

/// The address that this machine would send from, if it is of the kind that is asked for. Nothing is sent.
fn own_address(private: bool) -> String {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0));
    let address = socket.and_then(|socket| {
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    match address.map(|address| address.ip()) {
        Ok(IpAddr::V4(ip)) if ip.is_private() == private && !ip.is_loopback() => ip.to_string(),
        _ => String::new(),
    }
}

/// An address, which in version 6 may have a zone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Ip {
    address: IpAddr,
    zone: String,
}

impl Ip {
    fn parse(text: &str) -> CallResult<Self> {
        let (address, zone) = text.split_once('%').unwrap_or((text, ""));
        let parsed: Option<IpAddr> = address
            .parse()
            .ok()
            .filter(|ip: &IpAddr| (zone.is_empty() && !text.contains('%')) || ip.is_ipv6() && !zone.is_empty());
        let address = parsed.ok_or_else(|| format!("`{text}` is no IP address"))?;
        Ok(Ip { address, zone: zone.to_owned() })
    }

    fn of(address: IpAddr) -> Self {
        Ip { address, zone: String::new() }
    }

    fn bits(&self) -> u128 {
        match self.address {
            IpAddr::V4(ip) => u32::from(ip).into(),
            IpAddr::V6(ip) => u128::from(ip),
        }
    }

    fn length(&self) -> u8 {
        if self.address.is_ipv4() { 32 } else { 128 }
    }

    /// The address of the same version with other bits.
    fn with_bits(&self, bits: u128) -> Option<Self> {
        let address = match self.address {
            IpAddr::V4(_) => Ipv4Addr::from(u32::try_from(bits).ok()?).into(),
            IpAddr::V6(_) => Ipv6Addr::from(bits).into(),
        };
        Some(Ip { address, zone: self.zone.clone() })
    }

    fn is_private(&self) -> bool {
        match self.address {
            IpAddr::V4(ip) => ip.is_private(),
            IpAddr::V6(ip) => ip.is_unique_local(),
        }
    }

    fn is_link_local(&self) -> bool {
        match self.address {
            IpAddr::V4(ip) => ip.is_link_local(),
            IpAddr::V6(ip) => ip.is_unicast_link_local(),
        }
    }
}

impl std::fmt::Display for Ip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.address {
            // an address of version 4 in one of version 6 is not written with dots
            IpAddr::V6(ip) if ip.to_ipv4_mapped().is_some() => {
                write!(f, "::ffff:{:x}:{:x}", ip.segments()[6], ip.segments()[7])?;
            }
            address => write!(f, "{address}")?,
        }
        if self.zone.is_empty() { Ok(()) } else { write!(f, "%{}", self.zone) }
    }
}

fn of_kind<'v, T: 'static>(arguments: &'v [Val], name: &str) -> CallResult<&'v T> {
    match arguments {
        [val] => val.as_object::<T>().ok_or_else(|| format!("expected {name}, got {}", val.type_name()).into()),
        _ => Err(CallError::from("wrong number of arguments: expected 1")),
    }
}

impl Object for Ip {
    fn type_of(&self) -> Type {
        Type::Struct("netaddr.IP")
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        let moved =
            |bits: Option<u128>| bits.and_then(|bits| self.with_bits(bits)).map_or(Val::str("zero IP"), Val::object);
        let other = || of_kind::<Ip>(arguments, "netaddr.IP");
        Some(Ok(match name {
            "String" => Val::str(self.to_string()),
            "Is4" => Val::from(self.address.is_ipv4()),
            "Is6" => Val::from(self.address.is_ipv6()),
            "IsZero" => Val::from(false),
            "IsValid" => Val::from(true),
            "IsLoopback" => Val::from(self.address.is_loopback()),
            "IsMulticast" => Val::from(self.address.is_multicast()),
            "IsUnspecified" => Val::from(self.address.is_unspecified()),
            "IsPrivate" => Val::from(self.is_private()),
            "IsLinkLocalUnicast" => Val::from(self.is_link_local()),
            "BitLen" => Val::Integer(Type::Uint8, self.length().into()),
            "Zone" => Val::str(&*self.zone),
            "Next" => moved(self.bits().checked_add(1)),
            "Prior" => moved(self.bits().checked_sub(1)),
            "Unmap" => match self.address {
                IpAddr::V6(ip) => Val::object(ip.to_ipv4_mapped().map_or_else(|| self.clone(), |ip| Ip::of(ip.into()))),
                IpAddr::V4(_) => Val::object(self.clone()),
            },
            "Less" => return Some(other().map(|other| Val::from(self < other))),
            "Compare" => return Some(other().map(|other| Val::integer(Type::Int, self.cmp(other) as i128))),
            _ => return None,
        }))
    }

    fn display(&self) -> String {
        self.to_string()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// An address and how many of its bits are those of a network.
#[derive(Clone)]
struct Prefix {
    ip: Ip,
    bits: u8,
}

impl Prefix {
    fn parse(text: &str) -> CallResult<Self> {
        let bad = || CallError::new(format!("`{text}` is no network"));
        let (address, bits) = text.rsplit_once('/').ok_or_else(bad)?;
        let ip = Ip::parse(address).map_err(|_| bad())?;
        let plain = bits.bytes().all(|b| b.is_ascii_digit());
        let bits = bits.parse().ok().filter(|bits| plain && *bits <= ip.length() && ip.zone.is_empty());
        Ok(Prefix { bits: bits.ok_or_else(bad)?, ip })
    }

    fn host_mask(&self) -> u128 {
        let free = u32::from(self.ip.length() - self.bits);
        if free == 128 { u128::MAX } else { (1 << free) - 1 }
    }

    fn range(&self) -> Range {
        let edge = |bits: u128| self.ip.with_bits(bits).unwrap_or_else(|| self.ip.clone());
        Range {
            from: edge(self.ip.bits() & !self.host_mask() & full(&self.ip)),
            to: edge(self.ip.bits() | self.host_mask()),
        }
    }

    fn masked(&self) -> Prefix {
        Prefix { ip: self.range().from, bits: self.bits }
    }
}

/// All bits of an address of a version.
fn full(ip: &Ip) -> u128 {
    if ip.address.is_ipv4() { u32::MAX.into() } else { u128::MAX }
}

impl std::fmt::Display for Prefix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.ip, self.bits)
    }
}

impl Object for Prefix {
    fn type_of(&self) -> Type {
        Type::Struct("netaddr.IPPrefix")
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        Some(Ok(match name {
            "String" | "IPNet" => Val::str(self.to_string()),
            "IP" => Val::object(self.ip.clone()),
            "Bits" => Val::Integer(Type::Uint8, self.bits.into()),
            "IsValid" | "Valid" => Val::from(true),
            "IsZero" => Val::from(false),
            "IsSingleIP" => Val::from(self.bits != 0 && self.bits == self.ip.length()),
            "Masked" => Val::object(self.masked()),
            "Range" => Val::object(self.range()),
            "Contains" => {
                return Some(of_kind::<Ip>(arguments, "netaddr.IP").map(|ip| Val::from(self.range().contains(ip))));
            }
            "Overlaps" => {
                return Some(of_kind::<Prefix>(arguments, "netaddr.IPPrefix").map(|other| {
                    let (own, other) = (self.range(), other.range());
                    Val::from(own.contains(&other.from) || other.contains(&own.from))
                }));
            }
            _ => return None,
        }))
    }

    fn display(&self) -> String {
        self.to_string()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Addresses from one to another.
#[derive(Clone)]
struct Range {
    from: Ip,
    to: Ip,
}

impl Range {
    fn parse(text: &str) -> CallResult<Self> {
        let bad = || CallError::new(format!("`{text}` is no range of addresses"));
        let (from, to) = text.split_once('-').ok_or_else(bad)?;
        let (from, to) = (Ip::parse(from).map_err(|_| bad())?, Ip::parse(to).map_err(|_| bad())?);
        let fits = from.length() == to.length() && from <= to && from.zone.is_empty() && to.zone.is_empty();
        if fits { Ok(Range { from, to }) } else { Err(bad()) }
    }

    fn contains(&self, ip: &Ip) -> bool {
        ip.length() == self.from.length() && ip.zone.is_empty() && self.from <= *ip && *ip <= self.to
    }
}

impl std::fmt::Display for Range {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

impl Object for Range {
    fn type_of(&self) -> Type {
        Type::Struct("netaddr.IPRange")
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        Some(Ok(match name {
            "String" => Val::str(self.to_string()),
            "From" => Val::object(self.from.clone()),
            "To" => Val::object(self.to.clone()),
            "IsValid" | "Valid" => Val::from(true),
            "IsZero" => Val::from(false),
            "Contains" => {
                return Some(of_kind::<Ip>(arguments, "netaddr.IP").map(|ip| Val::from(self.contains(ip))));
            }
            _ => return None,
        }))
    }

    fn display(&self) -> String {
        self.to_string()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
