//! The functions of gomplate 3.11, which is what Atmos 1.226 offers in templates.
//!
//! Atmos puts sprig's functions above them, so that `env`, `join` or `split` are sprig's where both are on; the
//! namespaces `strings`, `coll`, `data` and so on are reached in any case. Experimental functions are always refused,
//! as Atmos has no way to turn them on, and functions that ask AWS, GCP or a name server say that they do not.

// the interpreter hands arguments over by value, whatever a function does with them
#![allow(clippy::needless_pass_by_value)]

mod coll;
mod conv;
mod crypto;
mod csv;
mod data;
mod datasource;
mod encoding;
mod file;
mod jsonpath;
mod math;
mod net;
mod path;
mod random;
mod regexp;
mod slug;
mod strings;
mod test;
mod time;
mod toml;
mod uuid;

pub use datasource::{Datasources, Fetch, LocalDatasources, read_datasource};

use super::error::CallError;
use super::funcs::environment;
use super::function::{CallResult, Functions, Rest, Table};
use super::val::Val;
use std::sync::{Arc, LazyLock};

static GOMPLATE: LazyLock<Arc<Table>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (name, type_name) in NAMESPACES {
        table.namespace(name, type_name, &[]);
    }
    coll::register(&mut table);
    conv::register(&mut table);
    crypto::register(&mut table);
    data::register(&mut table);
    datasource::register_none(&mut table);
    encoding::register(&mut table);
    environment::register_gomplate(&mut table);
    file::register(&mut table);
    math::register(&mut table);
    net::register(&mut table);
    path::register(&mut table);
    random::register(&mut table);
    regexp::register(&mut table);
    strings::register(&mut table);
    test::register(&mut table);
    time::register(&mut table);
    uuid::register(&mut table);
    register_unreachable(&mut table);
    Arc::new(table)
});

/// The namespaces and the Go types that `typeOf` shows.
const NAMESPACES: [(&str, &str); 20] = [
    ("aws", "funcs.Funcs"),
    ("base64", "funcs.Base64Funcs"),
    ("coll", "funcs.CollFuncs"),
    ("conv", "funcs.ConvFuncs"),
    ("crypto", "funcs.CryptoFuncs"),
    ("data", "funcs.DataFuncs"),
    ("env", "funcs.EnvFuncs"),
    ("file", "funcs.FileFuncs"),
    ("filepath", "funcs.FilePathFuncs"),
    ("gcp", "funcs.GcpFuncs"),
    ("math", "funcs.MathFuncs"),
    ("net", "funcs.NetFuncs"),
    ("path", "funcs.PathFuncs"),
    ("random", "funcs.RandomFuncs"),
    ("regexp", "funcs.ReFuncs"),
    ("sockaddr", "funcs.SockaddrFuncs"),
    ("strings", "funcs.StringFuncs"),
    ("test", "funcs.TestFuncs"),
    ("time", "funcs.TimeFuncs"),
    ("uuid", "funcs.UUIDFuncs"),
];

impl Functions {
    /// Adds gomplate's functions above those that are there; Atmos adds sprig's after them.
    #[must_use]
    pub fn with_gomplate(self) -> Self {
        self.with_layer(&GOMPLATE)
    }
}

/// Names that exist, so that a template that never gets to them is fine, but that ask a service.
fn register_unreachable(table: &mut Table) {
    const NAMES: &str = "aws.EC2Region aws.EC2Meta aws.EC2Dynamic aws.EC2Tag aws.EC2Tags aws.KMSEncrypt \
                         aws.KMSDecrypt aws.UserID aws.Account aws.ARN ec2region ec2meta ec2dynamic ec2tag ec2tags \
                         gcp.Meta net.LookupCNAME net.LookupSRV net.LookupSRVs net.LookupTXT \
                         sockaddr.GetAllInterfaces sockaddr.GetDefaultInterfaces sockaddr.GetPrivateInterfaces \
                         sockaddr.GetPublicInterfaces sockaddr.Sort sockaddr.Exclude sockaddr.Include sockaddr.Attr \
                         sockaddr.Join sockaddr.Limit sockaddr.Offset sockaddr.Unique sockaddr.Math \
                         sockaddr.GetInterfaceIP sockaddr.GetInterfaceIPs";
    for name in NAMES.split(' ') {
        table.add(name, move |_: Rest<Val>| -> CallResult {
            Err(CallError::new(format!("`{name}` asks a service or the network, which gaia does not do in templates")))
        });
    }
}

/// A function that gomplate itself refuses unless it was told to be experimental.
fn experimental(table: &mut Table, names: &str) {
    table.add(names, |_: Rest<Val>| -> CallResult { Err("the function is experimental, and not enabled".into()) });
}

/// The items of a list of any type.
fn items(val: &Val) -> CallResult<Vec<Val>> {
    match val {
        Val::List(list) => Ok(list.items().to_vec()),
        Val::Bytes(bytes) => Ok(bytes.iter().map(|b| Val::Integer(super::types::Type::Uint8, (*b).into())).collect()),
        val => Err(format!("expected a list, got {}", val.type_name()).into()),
    }
}

fn wrong_count(wanted: &str, got: usize) -> CallError {
    CallError::new(format!("wrong number of arguments: expected {wanted}, got {got}"))
}
