//! `gaia ephemeral`: stacks that live for a while.

use super::args::{How, Wanted};
use super::flow::{Order, Repository};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::runs::Shape;
use crate::delegate::{Action, Wish, amount};
use crate::error::{Error, Kind, Result};
use crate::output::{RowFormat, rows, write_file};
use crate::query::Rows;
use crate::workspace::gaia_yaml::seconds;
use clap::{Args, Subcommand};
use jiff::Timestamp;
use std::path::Path;
use std::time::Duration;

/// Make stacks that live for a while, and destroy them when their time is over
#[derive(Args, Debug)]
#[command(
    arg_required_else_help = true,
    after_long_help = "Examples:
  gaia ephemeral up pr-123 --from plat-ue2-dev --ttl 72h
  gaia ephemeral list
  gaia ephemeral down pr-123
  gaia ephemeral gc --auto-approve      # in a nightly job

A short-lived stack is a manifest beside that of the stack that it is cloned from: it imports that one, and sets the variable
that tells stacks apart. What it is, whose, and when it expires stands in its `settings.gaia.ephemeral`."
)]
pub(in crate::cli) struct Ephemeral {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    Up(Box<Up>),
    Down(Box<Down>),
    List(List),
    Gc(Box<Gc>),
}

/// Clone a stack for a while, and apply the clone; again, to give it more time
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia ephemeral up pr-123 --from plat-ue2-dev
  gaia ephemeral up pr-123 --from plat-ue2-dev --ttl 8h --auto-approve")]
struct Up {
    /// Its name: `pr-123`
    #[arg(value_name = "NAME")]
    name: String,

    /// The stack to clone
    #[arg(long, value_name = "STACK")]
    from: String,

    /// How long it may live: 8h, 72h, 14d
    #[arg(long, value_name = "DURATION", default_value = "72h", value_parser = lifetime)]
    ttl: u64,

    /// Whose it is (default: who runs this)
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,

    /// The variable that takes the name (default: by the way stacks are named, `stage` first)
    #[arg(long, value_name = "VAR")]
    by: Option<String>,

    /// Ask nobody: for machines
    #[arg(long, help_heading = "Safety options")]
    auto_approve: bool,

    #[command(flatten)]
    how: How,
}

/// Destroy a short-lived stack, and remove its manifest
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia ephemeral down pr-123")]
struct Down {
    /// The stack, or the name that it was given
    #[arg(value_name = "EPHEMERAL")]
    name: String,

    /// Ask nobody: for machines
    #[arg(long, help_heading = "Safety options")]
    auto_approve: bool,

    #[command(flatten)]
    how: How,
}

/// List short-lived stacks, the first to expire first
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia ephemeral list
  gaia ephemeral list --expired --format json")]
struct List {
    /// Only those whose time is over
    #[arg(long)]
    expired: bool,

    /// How to show it
    #[arg(short, long, value_enum, default_value = "table", help_heading = "Output options")]
    format: Shape,
}

/// Destroy the short-lived stacks whose time is over, one after the other
#[derive(Args, Debug)]
#[command(after_long_help = "Examples:
  gaia ephemeral gc --dry-run
  gaia ephemeral gc --auto-approve      # in a nightly job")]
struct Gc {
    /// Ask nobody: for machines
    #[arg(long, help_heading = "Safety options")]
    auto_approve: bool,

    #[command(flatten)]
    how: How,
}

impl Ephemeral {
    pub(in crate::cli) fn run(self, context: &Context) -> anyhow::Result<u8> {
        match self.what {
            What::Up(up) => up.run(context),
            What::Down(down) => {
                let all = Repository::open(context)?.ephemeral()?;
                let found = crate::delegate::Ephemeral::find(&all, &down.name)?;
                if let Some(clone) = clone_of(&all, found) {
                    let clone = &clone.stack;
                    return Err(Error::new(format!(
                        "`{clone}` is cloned from `{}`, and imports its manifest",
                        found.stack
                    ))
                    .hint(format!("`gaia ephemeral down {clone}` comes first"))
                    .into());
                }
                destroy(context, found, down.auto_approve, down.how)
            }
            What::List(list) => list.run(context).map(|()| exit::OK),
            What::Gc(gc) => gc.run(context),
        }
    }
}

impl Up {
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        if !self.auto_approve && !self.how.dry_run && !context.can_ask() {
            return Err(Error::new("`gaia ephemeral up` needs approval, and there is nobody to ask")
                .kind(Kind::InputNeeded)
                .hint("`--auto-approve` approves")
                .into());
        }
        let repository = Repository::open(context)?;
        let wish = Wish {
            name: self.name,
            from: self.from,
            owner: self.owner.unwrap_or_else(whoami),
            lifetime: Duration::from_secs(self.ttl),
            variable: self.by,
        };
        let (path, text) = repository.wished(&wish, Timestamp::now())?;
        let before = std::fs::read(&path).ok();
        write_file(&path, text.as_bytes())?;
        let taken_back = |result: anyhow::Result<u8>| {
            match &before {
                Some(bytes) => write_file(&path, bytes)?,
                None => remove(&path)?,
            }
            result
        };
        let stack = match made(context, &repository, &path) {
            Ok(stack) => stack,
            Err(error) => return taken_back(Err(error.into())),
        };
        let dry_run = self.how.dry_run;
        context.ui.info(&format!("`{stack}` is {}", path.display()));
        let order = Order::new(Action::Apply, Wanted::whole(&stack), self.how);
        let result = Order { auto_approve: self.auto_approve, ..order }.run(context);
        // once anything may have been made, the manifest is needed to destroy it
        if dry_run { taken_back(result) } else { result }
    }
}

/// The name of the stack that a new manifest makes, if it makes one of its own.
fn made(context: &Context, before: &Repository, path: &Path) -> Result<String> {
    let now = Repository::open(context)?;
    let made: Vec<&str> =
        now.units().iter().filter(|unit| path.ends_with(&unit.manifest)).map(|unit| unit.stack.as_str()).collect();
    let Some(stack) = made.first() else {
        return Err(Error::new(format!("`{}` would be no stack", path.display()))
            .hint("`stacks.included_paths` of atmos.yaml must let it through"));
    };
    if before.units().iter().any(|unit| !path.ends_with(&unit.manifest) && made.contains(&unit.stack.as_str())) {
        return Err(Error::new(format!("the clone would be called `{stack}`, as a stack that is there already"))
            .hint("`--by VAR` says which variable tells stacks apart"));
    }
    Ok((*stack).to_owned())
}

impl List {
    fn run(&self, context: &Context) -> anyhow::Result<()> {
        let now = Timestamp::now();
        let mut all = Repository::open(context)?.ephemeral()?;
        all.retain(|e| !self.expired || e.is_expired(now));
        if self.format == Shape::Json {
            return context.say(&format!("{}\n", serde_json::to_string_pretty(&all)?));
        }
        if all.is_empty() {
            context.ui.info("There are no short-lived stacks.");
            return Ok(());
        }
        let row = |e: &crate::delegate::Ephemeral| {
            let left = if e.is_expired(now) {
                "expired".to_owned()
            } else {
                format!("in {}", span(now.duration_until(e.expires)))
            };
            let cost = e.monthly_cost.map(amount).unwrap_or_default();
            let age = span(e.created.duration_until(now));
            vec![e.stack.clone(), e.from.clone(), e.owner.clone(), age, left, cost]
        };
        let headers = ["Stack", "From", "Owner", "Age", "Expires", "Cost a month"].map(str::to_owned).to_vec();
        rows(context.ui, &Rows { headers, rows: all.iter().map(row).collect() }, RowFormat::Table)
    }
}

impl Gc {
    fn run(self, context: &Context) -> anyhow::Result<u8> {
        let now = Timestamp::now();
        let mut all = Repository::open(context)?.ephemeral()?;
        if !all.iter().any(|e| e.is_expired(now)) {
            context.ui.info("No short-lived stack has expired.");
        }
        // one that cannot be destroyed keeps none of the others alive
        let mut worst = exit::OK;
        while let Some(place) = next(&all, now) {
            let one = all.remove(place);
            context.ui.always(&format!("`{}` of {} has expired", one.stack, one.owner));
            let code = match clone_of(&all, &one) {
                Some(clone) => {
                    context.ui.always(&format!("`{}` stays: `{}` is cloned from it", one.stack, clone.stack));
                    exit::FAILED
                }
                None => destroy(context, &one, self.auto_approve, self.how.clone())?,
            };
            worst = if worst == exit::OK { code } else { worst };
            if !self.how.dry_run && one.manifest.exists() {
                // what is still there needs what it is cloned from
                all.push(crate::delegate::Ephemeral { expires: Timestamp::MAX, ..one });
            }
        }
        Ok(worst)
    }
}

/// The expired stack that comes next: a clone before the one that it is cloned from, whose manifest it imports.
fn next(all: &[crate::delegate::Ephemeral], now: Timestamp) -> Option<usize> {
    let is_expired = |place: &usize| all[*place].is_expired(now);
    let free = (0..all.len()).filter(is_expired).find(|place| clone_of(all, &all[*place]).is_none());
    free.or_else(|| (0..all.len()).find(is_expired))
}

/// A short-lived stack that is cloned from another.
fn clone_of<'a>(
    all: &'a [crate::delegate::Ephemeral],
    one: &crate::delegate::Ephemeral,
) -> Option<&'a crate::delegate::Ephemeral> {
    all.iter().find(|other| other.from == one.stack && other.stack != one.stack)
}

/// Destroys a short-lived stack, and then its manifest. All in it was made to be destroyed: no type is protected.
fn destroy(context: &Context, one: &crate::delegate::Ephemeral, auto_approve: bool, how: How) -> anyhow::Result<u8> {
    let dry_run = how.dry_run;
    let order = Order::new(Action::Destroy, Wanted::whole(&one.stack), how);
    let order = Order { auto_approve, allow_destroy: vec!["*".to_owned()], ..order };
    let code = order.run(context)?;
    if matches!(code, exit::OK | exit::CHANGES) && !dry_run {
        remove(&one.manifest)?;
    }
    Ok(code)
}

fn remove(path: &Path) -> Result<()> {
    std::fs::remove_file(path).map_err(|e| Error::new(format!("cannot remove `{}`: {e}", path.display())))
}

fn whoami() -> String {
    let names = ["GITHUB_ACTOR", "GITLAB_USER_LOGIN", "USER", "LOGNAME"];
    let found = names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    found.unwrap_or_else(|| "unknown".to_owned())
}

/// A time to live; days are known too.
fn lifetime(text: &str) -> Result<u64, String> {
    match text.strip_suffix('d').map(str::parse::<u64>) {
        Some(Ok(days)) => Ok(days.saturating_mul(86_400)),
        _ => seconds(text).map_err(|_| "write it as 8h, 72h or 14d".to_owned()),
    }
}

/// A time span as people say it, in one unit.
fn span(duration: jiff::SignedDuration) -> String {
    match duration.as_hours() {
        hours @ 48.. => format!("{} d", hours / 24),
        hours @ 1.. => format!("{hours} h"),
        _ => format!("{} min", duration.as_mins()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifetimes_have_days() {
        assert_eq!(["72h", "2d", "90s"].map(lifetime), [Ok(259_200), Ok(172_800), Ok(90)]);
        assert!(lifetime("long").is_err());
        assert_eq!([59, 3600, 172_800].map(|s| span(jiff::SignedDuration::from_secs(s))), ["0 min", "1 h", "2 d"]);
    }
}
