//! `gaia certificate rotate`: the old command's options. The old command wrote at once; this one shows the plan and ends
//! with 5, so that a pipeline notices, until `--apply` is said.

use crate::cli::context::Context;
use crate::cli::switch::switch;
use crate::cli::{again, exit};
use clap::builder::FalseyValueParser;
use clap::{Args, Subcommand};

/// The old command; `gaia cert rotate` can do more
#[derive(Args, Debug)]
#[command(arg_required_else_help = true)]
pub(in crate::cli) struct Certificate {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Rotate(Box<Rotate>),
}

/// Replace a certificate as the old command did; without `--apply`, show what would be done and end with 5
#[derive(Args, Debug)]
struct Rotate {
    /// The secret in Secrets Manager
    #[arg(short, long, value_name = "ID")]
    secret: String,

    /// The namespace of the secret in Kubernetes
    #[arg(short, long, value_name = "NAME")]
    namespace: String,

    /// The certificate in ACM that the secret is to hold; without it, the secret is only copied to Kubernetes again
    #[arg(short, long, value_name = "ARN")]
    acm_arn: Option<String>,

    /// The region of AWS
    #[arg(short, long, value_name = "NAME")]
    region: Option<String>,

    /// The context of the kubeconfig
    #[arg(short, long, value_name = "NAME")]
    context: Option<String>,

    /// The secret in Kubernetes; the last part of the secret's name where it is not given
    #[arg(short, long, value_name = "NAME")]
    k8s_secret: Option<String>,

    /// The profile of AWS; `--profile` says the same here
    #[arg(short = 'p', long = "aws-profile", value_name = "NAME")]
    aws_profile: Option<String>,

    /// The private key of the certificate in ACM; without it, the secret's
    #[arg(long, value_name = "FILE")]
    key_path: Option<String>,

    /// Restart what uses the secret
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    restart_pods: Option<bool>,

    /// Accepted for the old command
    #[arg(short, long, hide = true, num_args = 0..=1, default_missing_value = "true", value_parser = switch())]
    debug: Option<bool>,

    /// Do it
    #[arg(long, env = "GAIA_LEGACY_APPLY", value_parser = FalseyValueParser::new())]
    apply: bool,

    /// Do it only if the plan still has this digest
    #[arg(long, value_name = "DIGEST", requires = "apply")]
    approve: Option<String>,

    /// The roots of a private authority, in place of those that are trusted in public
    #[arg(long, value_name = "FILE")]
    ca: Option<String>,

    /// The address of every service of AWS
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,
}

impl Certificate {
    pub(in crate::cli) fn run(self, context: &Context) -> anyhow::Result<u8> {
        let What::Rotate(rotate) = self.what;
        let code = again(context, &rotate.words())?;
        if rotate.apply || code != exit::OK {
            return Ok(code);
        }
        context.ui.always("The old command would have done this at once; this one does it with `--apply`.");
        Ok(exit::INPUT_NEEDED)
    }
}

impl Rotate {
    /// The same in the words of the new command.
    fn words(&self) -> Vec<String> {
        let mut words: Vec<String> = ["cert", "rotate"].map(str::to_owned).to_vec();
        let mut option = |name: &str, value: Option<&String>| {
            words.extend(value.into_iter().flat_map(|value| [name.to_owned(), value.clone()]));
        };
        option("--secret", Some(&self.secret));
        option("--namespace", Some(&self.namespace));
        option("--region", self.region.as_ref());
        option("--context", self.context.as_ref());
        option("--k8s-secret", self.k8s_secret.as_ref());
        option("--aws-profile", self.aws_profile.as_ref());
        option("--approve", self.approve.as_ref());
        option("--ca", self.ca.as_ref());
        option("--endpoint-url", self.endpoint_url.as_ref());
        match &self.acm_arn {
            Some(arn) => {
                option("--from-acm", Some(arn));
                option("--key", self.key_path.as_ref());
            }
            None => option("--from-secret", Some(&self.secret)),
        }
        words.extend([
            "--restart".to_owned(),
            if self.restart_pods == Some(true) { "auto" } else { "never" }.to_owned(),
        ]);
        if self.apply {
            words.push("--apply".to_owned());
        }
        words
    }
}
