//! `!store`, `!store.get` and `atmos.Store`: values from the stores that `atmos.yaml` names under `stores:`.

mod artifactory;
mod aws;
mod azure;
mod config;
mod gcp;
mod key;
mod redis;
mod vault;

pub use config::Kind;

use super::aws::Aws;
use super::environment::Environment;
use super::{Chain, Memo, args, json};
use crate::error::{Error, Kind as Code, Result};
use crate::text::did_you_mean;
use crate::value::{Key, Value};
use crate::yq;
use config::Config;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The stores of a repository.
pub struct Stores(BTreeMap<String, Store>);

/// One store; it connects at the first reading, and reads each key once in a run.
pub struct Store {
    config: Config,
    aws: Arc<Aws>,
    env: Environment,
    client: OnceLock<Result<Box<dyn Client>>>,
    memo: Memo<Address, Value>,
}

/// What a kind of store can do.
trait Client: Send + Sync {
    /// The value of a component's key in a stack.
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value>;
    /// The value of a key that belongs to no component.
    fn get_key(&self, key: &str) -> Result<Value>;
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Address {
    Component { stack: String, component: String, key: String },
    Key(String),
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Component { stack, component, key } => write!(f, "{key} of {component} in {stack}"),
            Address::Key(key) => f.write_str(key),
        }
    }
}

impl Stores {
    /// Reads the `stores:` section of `atmos.yaml`. Nothing is connected yet, but what a store cannot do without is
    /// checked, because Atmos refuses a repository with a wrong store in every command.
    ///
    /// # Errors
    /// The first wrong store by name: an unknown type, a missing option, a secret store that does not encrypt.
    pub fn new(section: &Value, aws: &Arc<Aws>, env: &Environment) -> Result<Self> {
        let mut stores = BTreeMap::new();
        for (name, section) in section.as_map().map(|map| map.sorted()).unwrap_or_default() {
            let config = Config::read(&name.name, section, env).map_err(|e| e.at(section.span))?;
            let store = Store {
                config,
                aws: Arc::clone(aws),
                env: env.clone(),
                client: OnceLock::new(),
                memo: Memo::default(),
            };
            stores.insert(name.name.to_string(), store);
        }
        Ok(Stores(stores))
    }

    /// Everything that is wrong with the `stores:` section of `atmos.yaml`, each at its place: the first problem of every
    /// store, and options that are nearly those it knows.
    pub fn problems(section: &Value, env: &Environment) -> Vec<Error> {
        let stores = section.as_map().map(|map| map.sorted()).unwrap_or_default();
        let first = |name: &Key, section: &Value| Config::read(&name.name, section, env).err().map(|e| e.at(name.span));
        stores
            .into_iter()
            .flat_map(|(name, section)| {
                let slips = config::misspelt(section);
                // an option that is misspelt is not missing besides
                let first = slips.is_empty().then(|| first(name, section)).flatten();
                slips.into_iter().chain(first)
            })
            .collect()
    }

    /// The value of `!store`. The default stands in for whatever keeps the value from being read, and the query is
    /// not put to it. `stack` is the one of the component that holds the call.
    ///
    /// # Errors
    /// There is no such store, it is a secret one, the value cannot be read and has no default, or the query is wrong.
    pub fn store(&self, args: &args::Store, stack: &str) -> Result<Value> {
        let store = self.readable(&args.store)?;
        let value = store.get(args.stack.as_deref().unwrap_or(stack), &args.component, &args.key);
        match (value, &args.options.default) {
            (Err(_), Some(default)) => Ok(default.as_str().into()),
            (value, _) => query(value?, &args.options),
        }
    }

    /// The value of `!store.get`. The default stands in for a null too. (Atmos reads secret stores here.)
    ///
    /// # Errors
    /// There is no such store, the value cannot be read and has no default, or the query is wrong.
    pub fn store_get(&self, args: &args::StoreGet) -> Result<Value> {
        let value = self.find(&args.store)?.get_key(&args.key);
        match (value, &args.options.default) {
            (Err(_) | Ok(Value { data: crate::value::Data::Null, .. }), Some(default)) => Ok(default.as_str().into()),
            (value, _) => query(value?, &args.options),
        }
    }

    /// The value of `atmos.Store` in a template: null for whatever cannot be read.
    ///
    /// # Errors
    /// There is no such store, or it is a secret one.
    pub fn template(&self, store: &str, stack: &str, component: &str, key: &str) -> Result<Value> {
        Ok(self.readable(store)?.get(stack, component, key).unwrap_or_default())
    }

    /// A store whose values may appear in stacks.
    fn readable(&self, name: &str) -> Result<&Store> {
        let store = self.find(name)?;
        if store.config.secret {
            return Err(Error::new(format!("the store `{name}` holds secrets")).hint("read it with `!secret`"));
        }
        Ok(store)
    }

    /// Whether only native Atmos can read a store.
    pub fn is_native(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|store| store.config.kind.is_native())
    }

    fn find(&self, name: &str) -> Result<&Store> {
        self.0.get(name).ok_or_else(|| {
            Error::new(format!("there is no store `{name}`"))
                .maybe_hint(did_you_mean(name, self.0.keys().map(String::as_str)))
                .hint("name it under `stores:` in `atmos.yaml`")
        })
    }
}

impl Store {
    fn get(&self, stack: &str, component: &str, key: &str) -> Result<Value> {
        let whole = self.config.kind.needs_component();
        for (what, text) in [("stack", stack), ("component", component), ("key", key)] {
            if text.is_empty() && (whole || what == "key") {
                return Err(Error::new(format!("the {what} is empty")));
            }
        }
        let address = Address::Component { stack: stack.into(), component: component.into(), key: key.into() };
        self.read(&address, |client| client.get(stack, component, key))
    }

    fn get_key(&self, key: &str) -> Result<Value> {
        if key.is_empty() {
            return Err(Error::new("the key is empty"));
        }
        self.read(&Address::Key(key.into()), |client| client.get_key(key))
    }

    fn read(&self, address: &Address, read: impl FnOnce(&dyn Client) -> Result<Value>) -> Result<Value> {
        let Config { name, .. } = &self.config;
        self.memo.get(address, &Chain::default(), |_| {
            let client = self.client.get_or_init(|| self.connect());
            client.as_deref().map_err(Clone::clone).and_then(read).map_err(|e| e.context(format!("the store `{name}`")))
        })
    }

    fn connect(&self) -> Result<Box<dyn Client>> {
        let Store { config, aws, env, .. } = self;
        Ok(match config.kind {
            Kind::Ssm => Box::new(aws::Ssm::new(config, aws, env)?),
            Kind::SecretsManager => Box::new(aws::SecretsManager::new(config, aws, env)?),
            Kind::Redis => Box::new(redis::Redis::new(config, env)?),
            Kind::Artifactory => Box::new(artifactory::Artifactory::new(config, env)?),
            Kind::Vault => Box::new(vault::Vault::new(config, env)?),
            Kind::GcpSecretManager => Box::new(gcp::SecretManager::new(config, env)?),
            Kind::AzureKeyVault => Box::new(azure::KeyVault::new(config, env)?),
            Kind::OnePassword | Kind::Keychain | Kind::GithubActions => {
                return Err(Error::new(format!("stores of the type `{}` are read by native Atmos only", config.kind))
                    .kind(Code::Unavailable)
                    .hint("install `atmos`, or keep the value in another kind of store"));
            }
        })
    }
}

fn query(value: Value, options: &args::Options) -> Result<Value> {
    match &options.query {
        Some(expression) => yq::eval(expression, &value),
        None => Ok(value),
    }
}

/// A stored text as a value: what its JSON says, or the text itself when it is none.
fn decode(text: &str) -> Value {
    json::from_json(text).unwrap_or_else(|| text.into())
}

#[cfg(test)]
mod tests;
