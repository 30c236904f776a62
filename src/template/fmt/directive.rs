//! The directives of a `printf` format: `%[1]-+# 05.2f`.

use super::Val;

/// The largest width and precision; Go takes no larger ones either.
const MAX_NUMBER: i64 = 1_000_000;

/// The flags, width and precision of a directive.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Spec {
    pub(super) sharp: bool,
    pub(super) zero: bool,
    pub(super) plus: bool,
    pub(super) minus: bool,
    pub(super) space: bool,
    pub(super) go_syntax: bool,
    pub(super) width: Option<usize>,
    pub(super) precision: Option<usize>,
}

/// A piece of a format.
#[derive(Debug, PartialEq)]
pub(super) enum Directive<'f> {
    Text(&'f str),
    /// What Go writes instead of refusing a bad format.
    Complaint(String),
    Verb {
        spec: Spec,
        verb: char,
        argument: usize,
    },
}

/// Reads a format piece by piece.
pub(super) struct Directives<'f> {
    rest: &'f str,
    values: &'f [Val],
    argument: usize,
    reordered: bool,
    good_number: bool,
    after_index: bool,
    pending: Vec<Directive<'f>>,
}

impl<'f> Directives<'f> {
    pub(super) fn new(format: &'f str, values: &'f [Val]) -> Self {
        Directives {
            rest: format,
            values,
            argument: 0,
            reordered: false,
            good_number: true,
            after_index: false,
            pending: Vec::new(),
        }
    }

    /// The arguments that no directive took, unless they were chosen by number.
    pub(super) fn unused(&self) -> Option<&'f [Val]> {
        self.values.get(self.argument..).filter(|rest| !rest.is_empty() && !self.reordered)
    }

    pub(super) fn next(&mut self) -> Option<Directive<'f>> {
        if let Some(directive) = self.pending.pop() {
            return Some(directive);
        }
        if self.rest.is_empty() {
            return None;
        }
        let length = self.rest.find('%').unwrap_or(self.rest.len());
        if length > 0 {
            let (text, rest) = self.rest.split_at(length);
            self.rest = rest;
            return Some(Directive::Text(text));
        }
        self.rest = &self.rest[1..];
        let (directive, complaints) = self.directive();
        self.pending.push(directive);
        self.pending.extend(complaints.into_iter().rev());
        self.pending.pop()
    }

    fn directive(&mut self) -> (Directive<'f>, Vec<Directive<'f>>) {
        let mut spec = Spec::default();
        let mut complaints = Vec::new();
        self.good_number = true;
        self.after_index = false;
        self.flags(&mut spec);
        self.index();
        self.width(&mut spec, &mut complaints);
        if self.rest.starts_with('.') && self.rest.len() > 1 {
            self.precision(&mut spec, &mut complaints);
        }
        if !self.after_index {
            self.index();
        }
        let Some(verb) = self.rest.chars().next() else {
            return (Directive::Complaint("%!(NOVERB)".into()), complaints);
        };
        self.rest = &self.rest[verb.len_utf8()..];
        let directive = match verb {
            '%' => Directive::Text("%"),
            _ if !self.good_number => Directive::Complaint(format!("%!{verb}(BADINDEX)")),
            _ if self.argument >= self.values.len() => Directive::Complaint(format!("%!{verb}(MISSING)")),
            _ => {
                self.argument += 1;
                Directive::Verb { spec, verb, argument: self.argument - 1 }
            }
        };
        (directive, complaints)
    }

    fn flags(&mut self, spec: &mut Spec) {
        loop {
            match self.rest.as_bytes().first() {
                Some(b'#') => spec.sharp = true,
                Some(b'0') => spec.zero = true,
                Some(b'+') => spec.plus = true,
                Some(b'-') => spec.minus = true,
                Some(b' ') => spec.space = true,
                _ => return,
            }
            self.rest = &self.rest[1..];
        }
    }

    /// `[n]`: the number of the argument to take next.
    fn index(&mut self) {
        self.after_index = false;
        if !self.rest.starts_with('[') {
            return;
        }
        self.reordered = true;
        let Some(end) = self.rest.find(']').filter(|_| self.rest.len() >= 3) else {
            self.good_number = false;
            self.rest = &self.rest[1..];
            return;
        };
        let number = Some(&self.rest[1..end]).filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
        let number = number.and_then(|n| n.parse::<usize>().ok());
        self.rest = &self.rest[end + 1..];
        self.after_index = number.is_some();
        match number.and_then(|n| n.checked_sub(1)).filter(|n| *n < self.values.len()) {
            Some(index) => self.argument = index,
            None => self.good_number = false,
        }
    }

    fn width(&mut self, spec: &mut Spec, complaints: &mut Vec<Directive<'f>>) {
        if self.take_star() {
            match self.argument_number() {
                Some(number) => {
                    spec.width = usize::try_from(number.unsigned_abs()).ok();
                    if number < 0 {
                        spec.minus = true;
                        spec.zero = false;
                    }
                }
                None => complaints.push(Directive::Complaint("%!(BADWIDTH)".into())),
            }
            self.after_index = false;
            return;
        }
        spec.width = self.number();
        if self.after_index && spec.width.is_some() {
            self.good_number = false;
        }
    }

    fn precision(&mut self, spec: &mut Spec, complaints: &mut Vec<Directive<'f>>) {
        self.rest = &self.rest[1..];
        if self.after_index {
            self.good_number = false;
        }
        self.index();
        if self.take_star() {
            spec.precision = self.argument_number().and_then(|number| usize::try_from(number).ok());
            if spec.precision.is_none() {
                complaints.push(Directive::Complaint("%!(BADPREC)".into()));
            }
            self.after_index = false;
        } else {
            spec.precision = Some(self.number().unwrap_or(0));
        }
    }

    fn take_star(&mut self) -> bool {
        let star = self.rest.strip_prefix('*');
        self.rest = star.unwrap_or(self.rest);
        star.is_some()
    }

    /// The next argument as a width or precision.
    fn argument_number(&mut self) -> Option<i64> {
        let val = self.values.get(self.argument)?;
        self.argument += 1;
        val.as_integer().and_then(|n| i64::try_from(n).ok()).filter(|n| n.abs() <= MAX_NUMBER)
    }

    fn number(&mut self) -> Option<usize> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(length);
        let number: Option<i64> = if digits.is_empty() { None } else { digits.parse().ok() };
        if !digits.is_empty() && number.is_none_or(|n| n > MAX_NUMBER * 10) {
            // a crazy number swallows the rest of the format
            self.rest = "";
            return None;
        }
        self.rest = rest;
        number.and_then(|n| usize::try_from(n).ok())
    }
}
