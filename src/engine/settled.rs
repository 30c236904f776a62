//! What a component says today, as far as its repository and this machine tell it: the base of a digest that changes when
//! the answer would.
//!
//! Every text stands for itself: its template is carried out and its function evaluated where that asks nobody outside;
//! where it would, or fails, or where clocks and chance have a say, the text stays as it is written.

use super::evaluate::{Evaluated, Pass};
use super::functions::{self, Call};
use super::offline::Placed;
use super::render::{Missing, template_env};
use super::{Engine, Options};
use crate::error::Result;
use crate::template::{CallError, Functions, ParseOptions, Template};
use crate::value::{Data, Map, Value};
use std::cell::RefCell;
use std::sync::Arc;

/// Functions of templates whose answer is another one each time, that ask the network, or that leave something behind.
const UNSETTLED: [&str; 47] = [
    "now",
    "ago",
    "date",
    "htmlDate",
    "time.Now",
    "time.Since",
    "time.Until",
    "time.ZoneName",
    "time.ZoneOffset",
    "uuidv4",
    "uuid.V1",
    "uuid.V4",
    "randAlphaNum",
    "randAlpha",
    "randNumeric",
    "randAscii",
    "randInt",
    "randBytes",
    "shuffle",
    "random.ASCII",
    "random.Alpha",
    "random.AlphaNum",
    "random.String",
    "random.Item",
    "random.Number",
    "random.Float",
    "bcrypt",
    "htpasswd",
    "crypto.Bcrypt",
    "encryptAES",
    "genPrivateKey",
    "buildCustomCert",
    "genCA",
    "genCAWithKey",
    "genSelfSignedCert",
    "genSelfSignedCertWithKey",
    "genSignedCert",
    "genSignedCertWithKey",
    "getHostByName",
    "net.LookupIP",
    "net.LookupIPs",
    "sockaddr.GetPrivateIP",
    "sockaddr.GetPrivateIPs",
    "sockaddr.GetPublicIP",
    "sockaddr.GetPublicIPs",
    "file.Write",
    "atmos.Store",
];

impl Engine {
    /// What a component says as far as the repository, its files and the environment tell it: what its states, stores and
    /// commands say stays as it is written. The values of layers that wait for a function stand behind the sections.
    ///
    /// # Errors
    /// Names of workspaces that cannot be told.
    pub fn settled(&self, placed: &Placed) -> Result<Value> {
        let pass = Pass { options: Arc::new(Options { offline: true, ..Options::default() }), ..self.pass() };
        let prepared = self.prepare(&placed.component, &placed.stack, &pass)?;
        let mut env = self.settings.templates.env.clone();
        env.extend(template_env(&prepared.sections));
        let settle = Settle {
            call: Call {
                engine: self,
                component: Some(&placed.component),
                sections: &prepared.sections,
                stack: &placed.stack,
                skip: &[],
                pass: &prepared.pass,
                at: RefCell::default(),
            },
            env,
        };
        let waiting = self.waiting_values(&placed.component).filter_map(|(_, value)| settle.value(value));
        let own = settle.value(&placed.component.sections).unwrap_or_default();
        Ok(Value::seq(std::iter::once(own).chain(waiting).collect()))
    }
}

/// The walk over a component's values.
struct Settle<'a> {
    call: Call<'a>,
    /// Variables that are set for templates only.
    env: Vec<(String, String)>,
}

impl Settle<'_> {
    /// A value with its texts settled; `None` where a function takes it away.
    fn value(&self, value: &Value) -> Option<Value> {
        let data = match &value.data {
            Data::Str(text) => return self.text(text),
            Data::Seq(items) => Data::Seq(Arc::new(items.iter().filter_map(|item| self.value(item)).collect())),
            Data::Map(map) => {
                let entries = map.iter().filter_map(|(key, item)| Some((key.clone(), self.value(item)?)));
                Data::Map(Arc::new(entries.collect::<Map>()))
            }
            other => other.clone(),
        };
        Some(Value::from(data))
    }

    fn text(&self, text: &str) -> Option<Value> {
        let rendered = self.rendered(text).unwrap_or_else(|| text.to_owned());
        let value = Value::from(rendered.as_str());
        match functions::evaluate(&self.call, &value, &rendered) {
            Ok(Evaluated::Value(value)) => Some(value),
            Ok(Evaluated::Unset) => None,
            Err(_) => Some(value),
        }
    }

    /// A text with its templates carried out, as often as the repository asks for.
    fn rendered(&self, text: &str) -> Option<String> {
        let engine = self.call.engine;
        if !engine.is_template(text) {
            return None;
        }
        let settings = &engine.settings.templates;
        let options = ParseOptions { left: &settings.left, right: &settings.right };
        let mut text = text.to_owned();
        for _ in 0..settings.evaluations.max(1) {
            let functions = self.functions(&text);
            let template = Template::parse("component", &text, &options, &functions).ok()?;
            text = template.render(self.call.sections, &functions, Missing::Default.into()).ok()?;
        }
        Some(text)
    }

    fn functions(&self, text: &str) -> Functions {
        let Call { engine, sections, stack, pass, .. } = &self.call;
        let mut functions = engine.functions.component(engine, text, sections, stack, &self.env, pass);
        for name in UNSETTLED {
            functions.insert(name, |_| Err(CallError::new("the answer is another one each time")));
        }
        functions
    }
}
