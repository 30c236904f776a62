//! `conv`: lenient conversions, more lenient than sprig's.

use super::{coll, items};
use crate::template::collection::List;
use crate::template::funcs::{cast, strings};
use crate::template::function::{CallResult, Rest, Return, Table};
use crate::template::number::{parse_float, parse_int, parse_uint, truncate};
use crate::template::types::Type;
use crate::template::url::Url;
use crate::template::val::{Object, Str, Val};
use crate::text::parse_bool;
use crate::value::{Data, Value};
use std::any::Any;

pub(super) use cast::gomplate_text as text;

pub(super) fn register(table: &mut Table) {
    table.add("bool conv.Bool", |val: Val| parse_bool(&text(&val)) == Some(true));
    table.add("conv.ToBool", |val: Val| to_bool(&val));
    table.add("conv.ToBools", |vals: Rest<Val>| typed(&Type::Bool, &vals.0, to_bool));
    table.add("conv.ToInt64", |val: Val| to_int(&val));
    table.add("conv.ToInt", |val: Val| cast::isize(to_int(&val)));
    table.add("conv.ToInt64s", |vals: Rest<Val>| typed(&Type::Int64, &vals.0, to_int));
    table.add("conv.ToInts", |vals: Rest<Val>| typed(&Type::Int, &vals.0, |val| cast::isize(to_int(val))));
    table.add("conv.ToFloat64", |val: Val| to_float(&val));
    table.add("conv.ToFloat64s", |vals: Rest<Val>| typed(&Type::Float64, &vals.0, to_float));
    table.add("conv.ToString", |val: Val| text(&val));
    table.add("conv.ToStrings", |vals: Rest<Val>| vals.0.iter().map(text).collect::<Vec<_>>());
    table.add("conv.Join join", |list: Val, separator: Str| -> CallResult<String> {
        strings::join(&items(&list)?.iter().map(text).collect::<Vec<_>>(), &separator)
    });
    table.add("conv.Default default", |fallback: Val, val: Val| if val.is_true() { val } else { fallback });
    table.add("conv.URL urlParse", |val: Val| -> CallResult { Ok(Val::object(Url::parse(&text(&val))?)) });
    table.add("conv.ParseInt", |val: Val, base: isize, bits: isize| parse_sized(&text(&val), base, bits));
    table.add("conv.ParseUint", |val: Val, base: isize, bits: isize| parse_unsigned(&text(&val), base, bits));
    table.add("conv.ParseFloat", |val: Val, bits: isize| {
        let float = parse_float(&text(&val)).unwrap_or(0.0);
        #[allow(clippy::cast_possible_truncation)]
        if bits == 32 { f64::from(float as f32) } else { float }
    });
    table.add("conv.Atoi", |val: Val| text(&val).parse::<isize>().unwrap_or(0));
    table.add("conv.Slice", |vals: Rest<Val>| vals.0);
    table.add("conv.Has", coll::has);
    table.add("conv.Dict", coll::dict);
}

fn typed<R: Return>(element: &'static Type, vals: &[Val], one: impl Fn(&Val) -> R) -> CallResult {
    let items = vals.iter().map(|val| one(val).into_call_result()).collect::<CallResult<_>>()?;
    Ok(Val::List(List::new(element, items)))
}

/// True is what is one, or a word for it.
#[allow(clippy::float_cmp)]
pub(super) fn to_bool(val: &Val) -> bool {
    if let Some(b) = val.as_bool() {
        return b;
    }
    if let Some(text) = val.as_str() {
        let text = text.to_lowercase();
        return matches!(&*text, "1" | "t" | "true" | "yes") || text_to_float(&text) == 1.0;
    }
    cast::integer(val) == Some(1) || val.as_float() == Some(1.0)
}

/// An integer out of anything: `4,096` is one, and `3.5` is 3.
pub(super) fn to_int(val: &Val) -> i64 {
    if let Some(text) = val.as_str() {
        let text = text.replace(',', "");
        return parse_int(&text).unwrap_or_else(|| parse_float(&text).map_or(0, truncate));
    }
    if let Some(number) = cast::integer(val) {
        // a uint64 above the range wraps around, as Go's conversion does
        #[allow(clippy::cast_possible_truncation)]
        return number as i64;
    }
    val.as_float().map_or_else(|| i64::from(val.as_bool() == Some(true)), truncate)
}

pub(super) fn to_float(val: &Val) -> f64 {
    if let Some(text) = val.as_str() {
        return text_to_float(text);
    }
    #[allow(clippy::cast_precision_loss)]
    if let Some(number) = cast::integer(val) {
        return number as f64;
    }
    val.as_float().unwrap_or_else(|| f64::from(u8::from(val.as_bool() == Some(true))))
}

#[allow(clippy::cast_precision_loss)]
fn text_to_float(text: &str) -> f64 {
    let text = text.replace(',', "");
    parse_int(&text).map_or_else(|| parse_float(&text).unwrap_or(0.0), |i| i as f64)
}

/// Go's `strconv.ParseInt`: what is out of range becomes the bound, what is no number zero.
fn parse_sized(text: &str, base: isize, bits: isize) -> i64 {
    let Some(number) = parse_base(text, base) else { return 0 };
    let bits = u32::try_from(bits).ok().filter(|bits| (1..=64).contains(bits)).unwrap_or(64);
    let limit = 1i128 << (bits - 1);
    i64::try_from(number.clamp(-limit, limit - 1)).unwrap_or(0)
}

fn parse_unsigned(text: &str, base: isize, bits: isize) -> u64 {
    let signed = text.starts_with(['-', '+']);
    let Some(number) = parse_base(text, base).filter(|_| !signed) else { return 0 };
    let bits = u32::try_from(bits).ok().filter(|bits| (1..=64).contains(bits)).unwrap_or(64);
    u64::try_from(number.min((1i128 << bits) - 1)).unwrap_or(0)
}

fn parse_base(text: &str, base: isize) -> Option<i128> {
    if base == 0 {
        return parse_int(text).map(i128::from).or_else(|| parse_uint(text).map(i128::from));
    }
    let base = u32::try_from(base).ok().filter(|base| (2..=36).contains(base))?;
    match i128::from_str_radix(text, base) {
        Ok(number) => Some(number),
        Err(e) => match e.kind() {
            std::num::IntErrorKind::PosOverflow => Some(i128::MAX),
            std::num::IntErrorKind::NegOverflow => Some(i128::MIN),
            _ => None,
        },
    }
}

impl Object for Url {
    fn type_of(&self) -> Type {
        Type::Pointer("url.URL")
    }

    fn member(&self, name: &str, arguments: &[Val]) -> Option<CallResult> {
        if name == "JoinPath" {
            let parts = arguments.iter().map(text);
            let parts: Vec<_> = std::iter::once(Str::from(&*self.path)).chain(parts).collect();
            let path = crate::template::path::join(&parts);
            return Some(Ok(Val::object(Url { path, raw_path: String::new(), ..self.clone() })));
        }
        let text = match name {
            "Scheme" => self.scheme.clone(),
            "Opaque" => self.opaque.clone(),
            "Host" => self.host.clone(),
            "Path" => self.path.clone(),
            "RawPath" => self.raw_path.clone(),
            "RawQuery" => self.query.clone(),
            "Fragment" => self.fragment.clone(),
            "RawFragment" => self.raw_fragment.clone(),
            "Hostname" => self.hostname().to_owned(),
            "Port" => self.port().to_owned(),
            "EscapedPath" => self.escaped_path(),
            "String" => self.to_string(),
            "User" => self.user.as_ref().map(ToString::to_string).unwrap_or_default(),
            "IsAbs" => return Some(Ok(Val::from(!self.scheme.is_empty()))),
            "ForceQuery" => return Some(Ok(Val::from(self.force_query))),
            _ => return None,
        };
        Some(if arguments.is_empty() {
            Ok(Val::str(text))
        } else {
            Err("wrong number of arguments: expected 0".into())
        })
    }

    fn display(&self) -> String {
        self.to_string()
    }

    fn to_value(&self) -> Value {
        Data::Str(self.to_string().into()).into()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
