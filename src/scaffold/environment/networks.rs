//! The networks of all stacks: which addresses are taken, and which are free.

use crate::engine::{Component, Engine};
use crate::error::{Error, Result};
use crate::value::{Map, Value};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// The variables that hold the addresses of a network.
const VARIABLES: [&str; 5] = ["vpc_cidr", "vpc_cidr_block", "cidr_block", "ipv4_primary_cidr_block", "cidr"];

/// A range of IPv4 addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Network {
    address: u32,
    prefix: u8,
}

impl Network {
    /// Whether both have an address in common.
    pub fn overlaps(self, other: Network) -> bool {
        let mask = mask(self.prefix.min(other.prefix));
        self.address & mask == other.address & mask
    }

    /// Whether no address of it is one of the internet.
    fn is_private(self) -> bool {
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].iter().any(|range| {
            range.parse::<Network>().is_ok_and(|range| range.prefix <= self.prefix && range.overlaps(self))
        })
    }
}

fn mask(prefix: u8) -> u32 {
    u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0)
}

impl FromStr for Network {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = || Error::new(format!("`{text}` is no network: it is written as in 10.20.0.0/16"));
        let (address, prefix) = text.split_once('/').ok_or_else(wrong)?;
        let address: std::net::Ipv4Addr = address.parse().map_err(|_| wrong())?;
        let prefix: u8 = prefix.parse().ok().filter(|prefix| *prefix <= 32).ok_or_else(wrong)?;
        let network = Network { address: u32::from(address), prefix };
        if network.address & !mask(prefix) != 0 {
            let begin = Network { address: network.address & mask(prefix), prefix };
            return Err(Error::new(format!("`{text}` does not begin a network: that is {begin}")));
        }
        Ok(network)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", std::net::Ipv4Addr::from(self.address), self.prefix)
    }
}

/// A network, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) network: Network,
    pub(super) stack: String,
    pub(super) component: Arc<str>,
}

/// The networks of stacks.
#[derive(Clone, Debug, Default)]
pub struct Networks(Vec<Taken>);

impl Networks {
    /// The private networks that the components of all stacks have.
    ///
    /// # Errors
    /// A manifest that Atmos would refuse.
    pub fn of(engine: &Engine) -> Result<Self> {
        let mut taken = Vec::new();
        for stack in engine.stacks()? {
            for (name, component) in engine.resolvable(stack) {
                taken.extend(of_component(engine, &component, &name));
            }
        }
        Ok(Networks(taken))
    }

    /// The stack and the component whose network has an address in common with this one.
    pub fn overlapping(&self, network: Network) -> Option<(&str, &str, Network)> {
        let taken = self.0.iter().find(|taken| taken.network.overlaps(network))?;
        Some((&taken.stack, &taken.component, taken.network))
    }

    /// The first network of 10.0.0.0/8 of this size that overlaps none.
    pub fn free(&self, prefix: u8) -> Option<Network> {
        let size = 1_u32.checked_shl(32 - u32::from(prefix))?;
        let ten = u32::from(std::net::Ipv4Addr::new(10, 0, 0, 0));
        let mut candidates = (0..1 << prefix.checked_sub(8)?).map(|n: u32| Network { address: ten + n * size, prefix });
        candidates.find(|candidate| self.overlapping(*candidate).is_none())
    }

    /// Those of some stacks, and those of all others.
    pub(super) fn split(self, is_own: impl Fn(&str) -> bool) -> (Vec<Taken>, Networks) {
        let (own, others) = self.0.into_iter().partition(|taken| is_own(&taken.stack));
        (own, Networks(others))
    }
}

/// The private networks that the variables of a component name.
fn of_component(engine: &Engine, component: &Component, stack: &str) -> Vec<Taken> {
    if component.is_abstract() || !component.is_enabled() {
        return Vec::new();
    }
    let written = |sections: &Value| -> Vec<String> {
        let vars = sections.get("vars").and_then(Value::as_map);
        let texts = VARIABLES.iter().filter_map(|name| vars.and_then(|vars: &Map| vars.get(name))?.as_str());
        texts.map(str::to_owned).collect()
    };
    let mut texts = written(&component.sections);
    if texts.iter().any(|text| engine.is_template(text)) {
        // what cannot be rendered is told by the checks of templates
        texts = engine.describe_rendered(component, stack).map(|sections| written(&sections)).unwrap_or_default();
    }
    let networks = texts.iter().filter_map(|text| text.parse().ok()).filter(|network: &Network| network.is_private());
    let taken = |network| Taken { network, stack: stack.to_owned(), component: Arc::clone(&component.name) };
    networks.map(taken).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(text: &str) -> Network {
        text.parse().unwrap()
    }

    #[test]
    fn networks_are_read_and_written() {
        for text in ["10.0.0.0/8", "10.20.0.0/16", "0.0.0.0/0", "192.168.1.7/32"] {
            assert_eq!(network(text).to_string(), text);
        }
        for text in ["10.0.0.0", "10.0.0/16", "10.0.0.0/33", "10.0.0.0/x", ""] {
            assert!(text.parse::<Network>().unwrap_err().message().contains("is no network"), "{text}");
        }
        let error = "10.20.30.0/16".parse::<Network>().unwrap_err();
        assert_eq!(error.message(), "`10.20.30.0/16` does not begin a network: that is 10.20.0.0/16");
    }

    #[test]
    fn the_first_free_network_overlaps_none() {
        let taken = |text: &str| Taken { network: network(text), stack: "s".into(), component: "vpc".into() };
        let networks = Networks(vec![taken("10.0.0.0/15"), taken("10.2.128.0/20"), taken("172.16.0.0/12")]);
        assert_eq!(networks.free(16), Some(network("10.3.0.0/16")));
        assert_eq!(networks.free(20), Some(network("10.2.0.0/20")));
        assert_eq!(networks.overlapping(network("10.2.0.0/16")), Some(("s", "vpc", network("10.2.128.0/20"))));
        assert_eq!(networks.overlapping(network("10.3.0.0/16")), None);
        assert_eq!(Networks(vec![taken("10.0.0.0/8")]).free(16), None);
        assert!(network("172.31.0.0/16").is_private() && !network("172.32.0.0/16").is_private());
        assert!(!network("0.0.0.0/0").is_private());
    }
}
