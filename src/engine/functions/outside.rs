//! Functions that reach outside the repository: Terraform's state and outputs, stores, the cloud.
//!
//! Each asks at most once per run for the same thing, and only when its value is asked for.

use super::super::Engine;
use super::super::evaluate::Reference;
use super::{Call, native};
use crate::error::{Error, Result};
use crate::external::aws::{Aws, Fact};
use crate::external::output::{self, Atmos, Outputs, Target};
use crate::external::state::{self, Backend};
use crate::external::store::Stores;
use crate::external::{Chain, Environment, Memo, args};
use crate::value::Value;
use crate::yq;
use std::sync::{Arc, OnceLock};

/// What Atmos prints in place of a secret.
const MASK: &str = "<MASKED>";

/// What Atmos prints where a state cannot be read yet.
const COMPUTED: &str = "(computed)";

/// What was asked of the world outside in this run.
#[derive(Default)]
pub(crate) struct Outside {
    aws: Arc<Aws>,
    stores: OnceLock<Result<Stores>>,
    /// Outputs read from states; `None` where nothing is deployed yet.
    states: Memo<Reference, Option<Value>>,
    outputs: OnceLock<Outputs>,
    /// Components as native Atmos described them.
    pub(super) described: Memo<Reference, Value>,
}

impl Outside {
    /// Nothing asked yet.
    pub(crate) fn new(aws: Arc<Aws>) -> Self {
        Outside { aws, ..Outside::default() }
    }
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Outside")
    }
}

/// `!secret NAME`: shown masked; nothing is fetched to describe a component.
pub(super) fn secret(_name: &str) -> Value {
    Value::from(MASK)
}

/// `!terraform.state component [stack] output`: an output as the state in the component's backend has it.
///
/// A state that does not exist gives the expression's default (`//`), else `(computed)`.
pub(super) fn terraform_state(call: &Call<'_>, arguments: &str) -> Result<Value> {
    let asked = args::Terraform::parse(arguments).map_err(|e| e.context("`!terraform.state`"))?;
    let reference = reference(call, &asked);
    let outputs = call.engine.state_outputs(&reference, call)?;
    match outputs {
        Some(outputs) => {
            yq::eval(&asked.yq(), &outputs).map_err(|e| e.context(format_args!("`!terraform.state {arguments}`")))
        }
        None if asked.has_default() => yq::eval(&asked.yq(), &Value::empty_map()),
        None if call.pass.lenient => Ok(Value::from(COMPUTED)),
        None => Err(Error::new(format!("nothing is deployed yet for the component {reference}, so it has no outputs"))
            .hint(format!(
                "give a default: `!terraform.state {} \".{} // \\\"…\\\"\"`",
                asked.component,
                asked.expression.trim_start_matches('.')
            ))),
    }
}

/// `!terraform.output component [stack] output`: an output as Terraform tells it; null when there is none of that name.
pub(super) fn terraform_output(call: &Call<'_>, arguments: &str) -> Result<Value> {
    let asked = args::Terraform::parse(arguments).map_err(|e| e.context("`!terraform.output`"))?;
    let reference = reference(call, &asked);
    let outputs = call.engine.terraform_outputs(&reference, call)?;
    yq::eval(&asked.yq(), &outputs).map_err(|e| e.context(format_args!("`!terraform.output {arguments}`")))
}

fn reference(call: &Call<'_>, asked: &args::Terraform) -> Reference {
    Reference {
        component: asked.component.clone(),
        stack: asked.stack.clone().unwrap_or_else(|| call.stack.to_string()),
    }
}

/// The outputs that a static remote state backend holds, instead of any state.
fn static_outputs(sections: &Value) -> Option<Value> {
    (sections.get("remote_state_backend_type").and_then(Value::as_str) == Some("static"))
        .then(|| sections.get("remote_state_backend").cloned())
        .flatten()
}

fn text<'a>(sections: &'a Value, key: &str) -> &'a str {
    sections.get(key).and_then(Value::as_str).unwrap_or_default()
}

impl Engine {
    /// The outputs in a component's state; `None` when nothing is deployed yet.
    fn state_outputs(&self, reference: &Reference, call: &Call<'_>) -> Result<Option<Value>> {
        let sections = self.referred(reference, call.pass)?;
        if let Some(outputs) = static_outputs(&sections) {
            return Ok(Some(outputs));
        }
        self.outside.states.get(reference, &Chain::default(), |_| {
            let env = Environment::for_state(sections.get("env").unwrap_or(&Value::NULL));
            let base = text(&sections, "component");
            let backend = Backend {
                kind: text(&sections, "backend_type"),
                config: sections.get("backend").unwrap_or(&Value::NULL),
                workspace: text(&sections, "workspace"),
                dir: &self.workspace.component_dir("terraform", base),
                env: &env,
            };
            Ok(state::read_outputs(&backend, &self.outside.aws)?.map(Value::map))
        })
    }

    /// The outputs of a component as Terraform tells them.
    pub(crate) fn terraform_outputs(&self, reference: &Reference, call: &Call<'_>) -> Result<Value> {
        let sections = self.referred(reference, call.pass)?;
        if let Some(outputs) = static_outputs(&sections) {
            return Ok(outputs);
        }
        let map = sections.as_map().cloned().unwrap_or_default();
        if !output::has_outputs(&map) {
            return Ok(Value::empty_map());
        }
        let outputs = self
            .outside
            .outputs
            .get_or_init(|| Outputs::new(Atmos::find(&Environment::default(), &self.workspace.cwd)));
        let workspace = text(&sections, "workspace");
        let target = Target {
            component: &reference.component,
            stack: &reference.stack,
            dir: &self.workspace.component_dir("terraform", text(&sections, "component")),
            workspace: Some(workspace).filter(|_| text(&sections, "backend_type") != "http"),
            command: text(&sections, "command"),
            env: Environment::for_program(sections.get("env").unwrap_or(&Value::NULL)),
        };
        outputs.get(&target).map(Value::map)
    }

    /// The stores that atmos.yaml configures; they connect when they are first read.
    fn stores(&self) -> Result<&Stores> {
        let stores = self.outside.stores.get_or_init(|| {
            let section = self.workspace.config.get("stores").unwrap_or(&Value::NULL);
            Stores::new(section, &self.outside.aws, &Environment::default())
        });
        stores.as_ref().map_err(Clone::clone)
    }
}

/// `!store name [stack] component key`: a value of a store.
pub(super) fn store(call: &Call<'_>, arguments: &str) -> Result<Value> {
    let asked = args::Store::parse(arguments).map_err(|e| e.context("`!store`"))?;
    call.engine.stores()?.store(&asked, call.stack)
}

/// `!store.get name key`: a value of a store by its full key.
pub(super) fn store_get(call: &Call<'_>, arguments: &str) -> Result<Value> {
    let asked = args::StoreGet::parse(arguments).map_err(|e| e.context("`!store.get`"))?;
    let stores = call.engine.stores()?;
    if stores.is_native(&asked.store) {
        return native::ask(call, &format!("!store.get {arguments}"));
    }
    stores.store_get(&asked)
}

/// `!emulator …` asks a running emulator, which only Atmos starts.
pub(super) fn emulator(call: &Call<'_>, arguments: &str) -> Result<Value> {
    native::ask(call, &format!("!emulator {arguments}"))
}

/// `!aws.account_id` and its like; a name that is none of them stays text.
pub(super) fn aws(call: &Call<'_>, tag: &str, value: &Value) -> Result<Value> {
    let Some(fact) = Fact::from_tag(tag.trim()) else { return Ok(value.clone()) };
    call.engine.outside.aws.fact(fact, &Environment::default()).map(Value::from)
}

/// `atmos.Store`: a value of a store; null when it cannot be read, as in Atmos.
pub(super) fn store_value(call: &Call<'_>, store: &str, stack: &str, component: &str, key: &str) -> Result<Value> {
    call.engine.stores()?.template(store, stack, component, key)
}
