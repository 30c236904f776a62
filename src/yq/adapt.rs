//! Operators with yq's meaning: `+` joins a text and a number, `==` takes wildcards, and a path into a scalar finds
//! nothing instead of failing.

use jaq_core::load::lex::StrPart;
use jaq_core::load::parse::{BinaryOp, Def, Term};
use jaq_core::ops::{Cmp, Math};
use jaq_core::path::{Opt, Part, Path};

/// Rewrites a term and everything inside it.
pub(super) fn term(t: Term<&str>) -> Term<&str> {
    match t {
        Term::Id | Term::Recurse | Term::Num(_) | Term::Break(_) | Term::Var(_) => t,
        Term::Str(format, parts) => Term::Str(format, parts.into_iter().map(str_part).collect()),
        Term::Arr(items) => Term::Arr(items.map(boxed)),
        Term::Obj(entries) => Term::Obj(entries.into_iter().map(|(k, v)| (term(k), v.map(term))).collect()),
        Term::Neg(t) => Term::Neg(boxed(t)),
        Term::BinOp(l, op, r) => binary(boxed(l), op, boxed(r)),
        Term::Label(name, t) => Term::Label(name, boxed(t)),
        Term::Fold(name, over, pattern, args) => {
            Term::Fold(name, boxed(over), pattern, args.into_iter().map(term).collect())
        }
        Term::TryCatch(body, handler) => Term::TryCatch(boxed(body), handler.map(boxed)),
        Term::IfThenElse(branches, otherwise) => Term::IfThenElse(
            branches.into_iter().map(|(when, then)| (term(when), term(then))).collect(),
            otherwise.map(boxed),
        ),
        Term::Def(defs, t) => {
            let defs = defs.into_iter().map(|d| Def { body: term(d.body), ..d }).collect();
            Term::Def(defs, boxed(t))
        }
        Term::Call(name, args) => Term::Call(name, args.into_iter().map(term).collect()),
        Term::Path(head, path) => {
            Term::Path(boxed(head), Path(path.0.into_iter().map(|(p, _)| (part(p), Opt::Optional)).collect()))
        }
    }
}

#[expect(clippy::boxed_local, reason = "jaq's terms are boxed")]
fn boxed(t: Box<Term<&str>>) -> Box<Term<&str>> {
    Box::new(term(*t))
}

fn binary<'s>(l: Box<Term<&'s str>>, op: BinaryOp<&'s str>, r: Box<Term<&'s str>>) -> Term<&'s str> {
    match op {
        BinaryOp::Math(Math::Add) => Term::Call("yq_add", vec![*l, *r]),
        BinaryOp::Cmp(Cmp::Eq) => Term::Call("yq_eq", vec![*l, *r]),
        BinaryOp::Cmp(Cmp::Ne) => {
            let equal = Term::Call("yq_eq", vec![*l, *r]);
            Term::BinOp(Box::new(equal), BinaryOp::Pipe(None), Box::new(Term::Call("not", Vec::new())))
        }
        op => Term::BinOp(l, op, r),
    }
}

fn part(p: Part<Term<&str>>) -> Part<Term<&str>> {
    match p {
        Part::Index(i) => Part::Index(term(i)),
        Part::Range(from, to) => Part::Range(from.map(term), to.map(term)),
    }
}

fn str_part<'s>(p: StrPart<&'s str, Term<&'s str>>) -> StrPart<&'s str, Term<&'s str>> {
    match p {
        StrPart::Term(t) => StrPart::Term(term(t)),
        other => other,
    }
}
