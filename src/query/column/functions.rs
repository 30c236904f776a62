//! The functions that Atmos gives to the templates of columns.

use crate::template::{Function, Functions, Str, Typed, Val, print_value};
use crate::value::Map;
use std::sync::LazyLock;

/// All of them, above those that every Go template has.
pub(super) fn all() -> &'static Functions {
    static ALL: LazyLock<Functions> = LazyLock::new(build);
    &ALL
}

fn build() -> Functions {
    let mut functions = Functions::builtin();
    add(&mut functions, "toString", |v: Val| if v.is_nil() { String::new() } else { print_value(&v) });
    add(&mut functions, "toInt", |v: Val| int(&v));
    add(&mut functions, "toBool", |v: Val| match (v.as_bool(), v.as_str()) {
        (Some(b), _) => b,
        (_, Some(text)) => matches!(text, "true" | "yes" | "1"),
        _ => v.as_integer().is_some_and(|n| n != 0),
    });
    add(&mut functions, "truncate", |text: Str, length: Val| truncate(&text, int(&length)));
    add(&mut functions, "pad", |text: Str, length: isize| format!("{text:<0$}", usize::try_from(length).unwrap_or(0)));
    add(&mut functions, "upper", |text: Str| text.to_uppercase());
    add(&mut functions, "lower", |text: Str| text.to_lowercase());
    add(&mut functions, "get", |map: Val, key: Str| get(&map, &key).unwrap_or(Val::NIL));
    add(&mut functions, "getOr", |map: Val, key: Str, otherwise: Val| get(&map, &key).unwrap_or(otherwise));
    add(&mut functions, "has", |map: Val, key: Str| get(&map, &key).is_some());
    add(&mut functions, "len", |v: Val| length(&v));
    add(&mut functions, "join", |list: Val, separator: Str| {
        let items: Vec<String> = list.to_value().as_seq().unwrap_or_default().iter().map(super::text).collect();
        items.join(&separator)
    });
    add(&mut functions, "split", |text: Str, separator: Str| {
        text.split(&*separator).map(str::to_owned).collect::<Vec<String>>()
    });
    add(&mut functions, "ternary", |condition: bool, yes: Val, no: Val| if condition { yes } else { no });
    functions
}

fn add<M>(functions: &mut Functions, name: &str, function: impl Typed<M>) {
    functions.insert_function(name, Function::typed(function));
}

fn int(value: &Val) -> isize {
    let of_text = || value.as_str().and_then(|text| text.trim().parse().ok());
    #[expect(clippy::cast_possible_truncation, reason = "as Go converts a float")]
    let of_float = || value.as_float().map(|f| f as isize);
    value.as_integer().and_then(|n| isize::try_from(n).ok()).or_else(of_float).or_else(of_text).unwrap_or(0)
}

fn get(map: &Val, key: &str) -> Option<Val> {
    map.to_value().get(key).cloned().map(Val::from)
}

fn length(value: &Val) -> isize {
    let length = if let Some(text) = value.as_str() {
        text.len()
    } else {
        let value = value.to_value();
        value.as_seq().map(<[_]>::len).or_else(|| value.as_map().map(Map::len)).unwrap_or(0)
    };
    isize::try_from(length).unwrap_or(isize::MAX)
}

/// The text cut to a length, the last three characters being dots where there is room for more.
fn truncate(text: &str, length: isize) -> String {
    let length = usize::try_from(length).unwrap_or(0);
    if text.chars().count() <= length {
        return text.to_owned();
    }
    let (kept, dots) = if length <= 3 { (length, "") } else { (length - 3, "...") };
    text.chars().take(kept).chain(dots.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{MissingKey, ParseOptions, Template};
    use crate::value::Value;

    #[test]
    fn functions_do_what_columns_need() {
        let vars: Map = [("a", Value::from("x")), ("n", 4.into())].into_iter().collect();
        let data: Value =
            Map::from_iter([("vars", Value::from(vars)), ("name", "component".into()), ("on", true.into())]).into();
        for (template, expected) in [
            ("{{ truncate .name 6 }}", "com..."),
            ("{{ truncate .name 2 }}", "co"),
            ("{{ pad \"ab\" 4 }}|", "ab  |"),
            ("{{ .name | upper | lower }}", "component"),
            ("{{ get .vars \"a\" }}{{ getOr .vars \"b\" \"-\" }}{{ has .vars \"b\" }}", "x-false"),
            ("{{ len .name }} {{ len .vars }}", "9 2"),
            ("{{ join (split \"a,b\" \",\") \"+\" }}", "a+b"),
            ("{{ ternary .on \"yes\" \"no\" }}", "yes"),
            ("{{ toInt \"12\" }} {{ toBool \"yes\" }} {{ toString .vars.n }}", "12 true 4"),
        ] {
            let parsed = Template::parse("t", template, &ParseOptions::default(), all()).unwrap();
            assert_eq!(parsed.render(&data, all(), MissingKey::Default).unwrap(), expected, "{template}");
        }
    }
}
