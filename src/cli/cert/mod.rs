//! `gaia cert`: certificates read, checked, converted and rotated.

mod acme;
mod again;
mod approval;
mod check;
mod convert;
mod inspect;
mod issue;
mod old;
mod places;
mod progress;
mod reach;
mod rotate;
mod show;
mod status;
mod written;

pub(super) use old::Certificate;

use super::context::Context;
use crate::platform;
use clap::{Args, Subcommand};
use std::ffi::OsString;

/// Inspect, check and rotate certificates
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(super) struct Cert {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Inspect(inspect::Inspect),
    Check(check::Check),
    Convert(convert::Convert),
    Status(status::StatusArgs),
    Issue(issue::Issue),
    Request(issue::Request),
    Complete(issue::Complete),
    Acme(Box<acme::Acme>),
    Rotate(Box<rotate::Rotate>),
    Resume(again::Resume),
    Rollback(again::Rollback),
}

impl Cert {
    /// Whether it only looks.
    pub(super) fn only_answers(&self) -> bool {
        matches!(self.what, What::Inspect(_) | What::Check(_) | What::Status(_))
    }

    pub(super) fn run(self, context: &Context) -> anyhow::Result<u8> {
        platform::hide_memory();
        match self.what {
            What::Inspect(inspect) => inspect.run(context),
            What::Check(check) => check.run(context),
            What::Convert(convert) => convert.run(context),
            What::Status(status) => status.run(context),
            What::Issue(issue) => issue.run(context),
            What::Request(request) => request.run(context),
            What::Complete(complete) => complete.run(context),
            What::Acme(acme) => acme.run(context),
            What::Rotate(rotate) => rotate.run(context),
            What::Resume(resume) => resume.run(context),
            What::Rollback(rollback) => rollback.run(context),
        }
    }
}

/// The words that may follow `cert`.
const WORDS: [&str; 11] =
    ["inspect", "check", "convert", "status", "rotate", "resume", "rollback", "request", "complete", "issue", "acme"];

/// `--profile` is one of AWS for these commands, as for AWS's own tools, and not one of Atmos.
pub(super) fn settle(args: Vec<OsString>) -> Vec<OsString> {
    let is = |arg: &OsString, words: &[&str]| arg.to_str().is_some_and(|arg| words.contains(&arg));
    let here = args.windows(2).position(|pair| is(&pair[0], &["cert", "certificate"]) && is(&pair[1], &WORDS));
    let Some(here) = here else { return args };
    let rename = |(index, arg): (usize, OsString)| match arg.to_str() {
        Some(text) if index > here => match text.strip_prefix("--profile") {
            Some("") => "--aws-profile".into(),
            Some(value) if value.starts_with('=') => format!("--aws-profile{value}").into(),
            _ => arg,
        },
        _ => arg,
    };
    args.into_iter().enumerate().map(rename).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_one_of_aws() {
        let settle = |words: &[&str]| settle(words.iter().map(OsString::from).collect());
        assert_eq!(settle(&["--profile", "a", "cert", "rotate", "--profile=b"])[3..], ["rotate", "--aws-profile=b"]);
        assert_eq!(settle(&["cert", "rotate", "--profile", "b"])[2..], ["--aws-profile", "b"]);
        assert_eq!(settle(&["-C", "cert", "validate", "--profile", "b"])[3..], ["--profile", "b"]);
    }
}
