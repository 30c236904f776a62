//! Go's `fmt`: how values print, and `printf` with all its verbs and complaints.

mod directive;
mod printer;

use super::val::Val;
use directive::{Directive, Directives};
use printer::Printer;

/// A value as `{{ . }}` prints it.
pub fn print_value(val: &Val) -> String {
    let mut printer = Printer::default();
    printer.print(val, 'v');
    printer.finish()
}

/// `print`: a space stands between two operands that are no texts.
pub(super) fn sprint(values: &[Val]) -> String {
    let mut printer = Printer::default();
    let mut after_text = true;
    for (index, val) in values.iter().enumerate() {
        let text = val.as_str().is_some();
        if index > 0 && !text && !after_text {
            printer.push(' ');
        }
        printer.print(val, 'v');
        after_text = text;
    }
    printer.finish()
}

/// `println`: spaces between all operands, and a newline.
pub(super) fn sprintln(values: &[Val]) -> String {
    let mut printer = Printer::default();
    for (index, val) in values.iter().enumerate() {
        if index > 0 {
            printer.push(' ');
        }
        printer.print(val, 'v');
    }
    printer.push('\n');
    printer.finish()
}

/// `printf`. What does not fit is said in the output, as in `%!d(string=x)`.
pub(super) fn sprintf(format: &str, values: &[Val]) -> String {
    let mut printer = Printer::default();
    let mut directives = Directives::new(format, values);
    while let Some(directive) = directives.next() {
        match directive {
            Directive::Text(text) => printer.push_str(text),
            Directive::Complaint(text) => printer.push_str(&text),
            Directive::Verb { spec, verb, argument } => {
                printer.spec = spec;
                if verb == 'v' {
                    printer.spec.go_syntax = std::mem::take(&mut printer.spec.sharp);
                    printer.spec.plus = false;
                }
                printer.print(&values[argument], verb);
            }
        }
    }
    if let Some(extra) = directives.unused() {
        printer.spec = directive::Spec::default();
        printer.push_str("%!(EXTRA ");
        for (index, val) in extra.iter().enumerate() {
            if index > 0 {
                printer.push_str(", ");
            }
            match val.type_of() {
                None => printer.push_str("<nil>"),
                Some(kind) => {
                    printer.push_str(&format!("{kind}="));
                    printer.print(val, 'v');
                }
            }
        }
        printer.push(')');
    }
    printer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Data, Value};

    fn f(format: &str, values: &[Val]) -> String {
        sprintf(format, values)
    }

    fn int(i: i64) -> Val {
        Val::Value(i.into())
    }

    fn float(f: f64) -> Val {
        Val::Value(Data::Float(f).into())
    }

    #[test]
    fn integers_take_flags_widths_and_bases() {
        assert_eq!(
            f("%05d|%-5d|%+d|%x|%o|%b", &[int(42), int(42), int(42), int(255), int(8), int(5)]),
            "00042|42   |+42|ff|10|101"
        );
        assert_eq!(
            f("%#x %#o %O %U %c %q", &[int(255), int(8), int(8), int(0x1F600), int(65), int(65)]),
            "0xff 010 0o10 U+1F600 A 'A'"
        );
        assert_eq!(f("%.3d|%6.2d|% d|%*d", &[int(5), int(-5), int(5), int(4), int(7)]), "005|   -05| 5|   7");
    }

    #[test]
    fn what_does_not_fit_is_said_in_the_output() {
        assert_eq!(f("%d %s", &[Val::str("x"), int(3)]), "%!d(string=x) %!s(int=3)");
        assert_eq!(f("%s %s", &[Val::str("a")]), "a %!s(MISSING)");
        assert_eq!(f("%s", &[Val::str("a"), Val::str("b")]), "a%!(EXTRA string=b)");
        assert_eq!(f("%z %", &[int(1)]), "%!z(int=1) %!(NOVERB)");
        assert_eq!(f("%[3]d", &[int(1)]), "%!d(BADINDEX)");
        assert_eq!(f("100%", &[]), "100%!(NOVERB)");
        assert_eq!(f("%d", &[Val::NIL]), "%!d(<nil>)");
    }

    #[test]
    fn arguments_may_be_chosen_by_number() {
        assert_eq!(f("%[2]s %[1]s", &[Val::str("a"), Val::str("b")]), "b a");
    }

    #[test]
    fn floats_take_a_precision() {
        assert_eq!(
            f("%.2f %e %g %v %6.1f| %+.1f", &std::array::from_fn::<_, 6, _>(|_| float(2.5))),
            "2.50 2.500000e+00 2.5 2.5    2.5| +2.5"
        );
        assert_eq!(f("%f %08.3f", &[float(1.0), float(-2.71)]), "1.000000 -002.710");
    }

    #[test]
    fn collections_print_as_go_prints_them() {
        let list = Val::from(Value::seq(vec![1.into(), "two".into(), Value::NULL, Data::Float(2.5).into()]));
        assert_eq!(f("%v %s", &[list.clone(), list]), "[1 two <nil> 2.5] [%!s(int=1) two <nil> %!s(float64=2.5)]");
    }
}
