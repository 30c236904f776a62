//! Filters from and to JSON, YAML, base64, digests and dates.

use super::{Arguments, Failure, Filter, defined, failed, wrong};
use crate::scaffold::data;
use crate::scaffold::json;
use crate::scaffold::moment::Moment;
use crate::text::hex;
use crate::yaml::python::{self, Flow, Style};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use blake2::{Blake2b512, Blake2s256};
use md5::Md5;
use minijinja::Value;
use minijinja::value::ValueKind;
use sha1::Sha1;
use sha2::digest::Digest;
use sha2::{Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};

pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("b64decode", |value, _| {
        let bytes = STANDARD.decode(value.to_string()).map_err(|e| wrong(e.to_string()))?;
        String::from_utf8(bytes).map(Value::from).map_err(|e| wrong(e.to_string()))
    }),
    ("b64encode", |value, _| Ok(Value::from(STANDARD.encode(bytes(value))))),
    ("checksum", |value, _| Ok(digest::<Sha1>(value))),
    ("from_json", |value, _| json::parse(&value.to_string()).map_err(failed)),
    ("from_yaml", from_yaml),
    ("from_yaml_all", from_yaml_all),
    ("hash", hash),
    ("md5", |value, _| Ok(digest::<Md5>(value))),
    ("sha1", |value, _| Ok(digest::<Sha1>(value))),
    ("strftime", strftime),
    ("to_datetime", to_datetime),
    ("to_json", to_json),
    ("to_nice_json", to_nice_json),
    ("to_nice_yaml", |value, args| to_yaml(value, args, args.number(0, "indent").unwrap_or(4), Flow::Never)),
    ("to_uuid", to_uuid),
    ("to_yaml", |value, args| to_yaml(value, args, args.number(usize::MAX, "indent").unwrap_or(2), Flow::Leaves)),
];

fn bytes(value: &Value) -> Vec<u8> {
    value.as_bytes().map_or_else(|| value.to_string().into_bytes(), <[u8]>::to_vec)
}

fn digest<D: Digest>(value: &Value) -> Value {
    Value::from(hex(&D::digest(bytes(value))))
}

fn hash(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let kind = args.text(0, "hashtype").unwrap_or_else(|| "sha1".to_owned());
    Ok(match kind.as_str() {
        "md5" => digest::<Md5>(value),
        "sha1" => digest::<Sha1>(value),
        "sha224" => digest::<Sha224>(value),
        "sha256" => digest::<Sha256>(value),
        "sha384" => digest::<Sha384>(value),
        "sha512" => digest::<Sha512>(value),
        "sha3_224" => digest::<Sha3_224>(value),
        "sha3_256" => digest::<Sha3_256>(value),
        "sha3_384" => digest::<Sha3_384>(value),
        "sha3_512" => digest::<Sha3_512>(value),
        "blake2b" => digest::<Blake2b512>(value),
        "blake2s" => digest::<Blake2s256>(value),
        _ => Value::from(()),
    })
}

fn from_yaml(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    let Some(text) = value.as_str() else { return Ok(value.clone()) };
    python::load(text).and_then(data::from_node).map_err(failed)
}

fn from_yaml_all(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    let Some(text) = value.as_str() else { return Ok(value.clone()) };
    let documents = python::load_all(text).map_err(failed)?;
    documents.into_iter().map(data::from_node).collect::<Result<Vec<_>, _>>().map(Value::from).map_err(failed)
}

fn to_yaml(value: &Value, args: &Arguments, indent: usize, flow: Flow) -> Result<Value, Failure> {
    let named = |name: &str| args.get(usize::MAX, name);
    let flow = match named("default_flow_style") {
        Some(value) if value.is_none() => Flow::Leaves,
        Some(value) => [Flow::Never, Flow::Always][usize::from(value.is_true())],
        None => flow,
    };
    let style = Style {
        flow,
        // others than these are the same as 2
        indent: if (2..10).contains(&indent) { indent } else { 2 },
        width: args.number(usize::MAX, "width").filter(|width| *width > indent * 2).unwrap_or(80),
        sort_keys: named("sort_keys").is_none_or(|value| value.is_true()),
        allow_unicode: true,
    };
    let start = if args.flag(usize::MAX, "explicit_start") { "---\n" } else { "" };
    Ok(Value::from(format!("{start}{}", python::dump(&data::to_node(defined(value)?).map_err(failed)?, style))))
}

fn to_json(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    json(value, args, json::Style { indent: args.size(usize::MAX, "indent")?, ..json::Style::default() })
}

fn to_nice_json(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    json(
        value,
        args,
        json::Style { indent: Some(args.size(0, "indent")?.unwrap_or(4)), sort_keys: true, ..json::Style::default() },
    )
}

fn json(value: &Value, args: &Arguments, style: json::Style) -> Result<Value, Failure> {
    let flag = |name: &str, default: bool| args.get(usize::MAX, name).map_or(default, |value| value.is_true());
    let style = json::Style {
        sort_keys: flag("sort_keys", style.sort_keys),
        keep_unicode: !flag("ensure_ascii", !style.keep_unicode),
        compact: args
            .get(usize::MAX, "separators")
            .is_some_and(|value| data::items(&value)[..] == [",".into(), ":".into()]),
        ..style
    };
    json::to_string(defined(value)?, style).map(Value::from).map_err(failed)
}

/// A format as the value: `'%Y' | strftime`.
fn strftime(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let moment = match args.get(0, "second").filter(|value| !value.is_none()) {
        Some(seconds) => {
            let seconds = seconds.to_string().parse::<f64>();
            #[allow(clippy::cast_possible_truncation)] // whole seconds
            let seconds = seconds.map_err(|e| wrong(format!("Invalid value for epoch value ({e})")))? as i64;
            jiff::Timestamp::from_second(seconds).map_err(|e| wrong(e.to_string()))?
        }
        None => jiff::Timestamp::now(),
    };
    let local = moment.to_zoned(jiff::tz::TimeZone::system());
    jiff::fmt::strtime::format(value.to_string(), &local).map(Value::from).map_err(|e| wrong(e.to_string()))
}

fn to_datetime(value: &Value, args: &Arguments) -> Result<Value, Failure> {
    let format = args.text(0, "format").unwrap_or_else(|| "%Y-%m-%d %H:%M:%S".to_owned());
    let parsed = jiff::fmt::strtime::parse(format, value.to_string()).map_err(|e| wrong(e.to_string()))?;
    let date = parsed.to_date().map_err(|e| wrong(e.to_string()))?;
    let time = parsed.to_time().unwrap_or(jiff::civil::Time::midnight());
    Moment::naive(date.to_datetime(time)).ok_or_else(|| wrong("the date is out of range"))
}

/// The name-based UUID in the namespace of `jinja2-ansible-filters`, which is not that of Ansible itself.
fn to_uuid(value: &Value, _: &Arguments) -> Result<Value, Failure> {
    const NAMESPACE: [u8; 16] =
        [0x20, 0x85, 0x1c, 0x88, 0xac, 0x15, 0x44, 0x9f, 0x9e, 0xe7, 0x74, 0x82, 0x91, 0x05, 0xda, 0x86];
    let name = if value.kind() == ValueKind::String { value.to_string() } else { data::text(value) };
    let hash = Sha1::digest([&NAMESPACE[..], name.as_bytes()].concat());
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    Ok(Value::from(uuid::Builder::from_sha1_bytes(id).into_uuid().to_string()))
}
