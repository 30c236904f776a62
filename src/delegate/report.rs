//! Reports for others to read: `JUnit` for CI, Markdown for a comment on a pull request.

use super::changes::Changes;
use super::cost::amount;
use super::job::{Action, Job, Outcome};
use crate::runner::Status;
use std::borrow::Cow;
use std::fmt::Write as _;

/// The longest comment that GitHub takes.
const LIMIT: usize = 65_536;

/// The job as XML in the form of `JUnit`: a suite for each stack, a case for each component.
pub fn junit(job: &Job, outcomes: &[Outcome]) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gaia\">\n");
    for stack in job.stacks() {
        let of_stack: Vec<&Outcome> = outcomes.iter().filter(|o| job.units[o.unit].stack == stack).collect();
        let count = |test: &dyn Fn(&Outcome) -> bool| of_stack.iter().filter(|o| test(o)).count();
        let seconds: f64 = of_stack.iter().map(|o| o.seconds).sum();
        let _ = writeln!(
            text,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\" time=\"{seconds:.3}\">",
            escaped(stack),
            of_stack.len(),
            count(&|o| problem(job, o).is_some()),
            count(&|o| is_skipped(o)),
        );
        for outcome in of_stack {
            case(&mut text, job, outcome);
        }
        text.push_str("  </testsuite>\n");
    }
    text + "</testsuites>\n"
}

fn case(text: &mut String, job: &Job, outcome: &Outcome) {
    let unit = &job.units[outcome.unit];
    let _ = write!(
        text,
        "    <testcase classname=\"{}.{}\" name=\"{}\" time=\"{:.3}\"",
        escaped(&unit.stack),
        job.settings.action.word(),
        escaped(&unit.component),
        outcome.seconds
    );
    let reason = outcome.reason.as_deref().unwrap_or_default();
    match problem(job, outcome) {
        Some(problem) => {
            let log = std::fs::read_to_string(job.log(outcome.unit)).unwrap_or_default();
            let tail: Vec<&str> = log.lines().rev().take(200).collect();
            let tail: Vec<&str> = tail.into_iter().rev().collect();
            let _ = writeln!(
                text,
                ">\n      <failure message=\"{}\">{}</failure>\n    </testcase>",
                escaped(&problem),
                escaped(&tail.join("\n"))
            );
        }
        None if is_skipped(outcome) => {
            let _ = writeln!(text, "><skipped message=\"{}\"/></testcase>", escaped(reason));
        }
        None => text.push_str("/>\n"),
    }
}

/// What is wrong with a unit, in a line: that it failed, or that it drifted.
fn problem(job: &Job, outcome: &Outcome) -> Option<String> {
    match outcome.status {
        Status::Failed | Status::TimedOut | Status::Interrupted => {
            Some(outcome.reason.clone().unwrap_or_else(|| outcome.status.words().to_owned()))
        }
        _ if job.settings.action == Action::Drift => {
            let drift = &outcome.changes.as_ref()?.drift;
            let names: Vec<&str> = drift.iter().map(|d| d.address.as_str()).collect();
            (!names.is_empty()).then(|| format!("drift: {}", names.join(", ")))
        }
        _ => None,
    }
}

fn is_skipped(outcome: &Outcome) -> bool {
    matches!(outcome.status, Status::Skipped | Status::NotStarted)
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML has no other control characters
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
        out
    })
}

/// The job as Markdown, with every plan folded, short enough for a comment.
pub fn markdown(job: &Job, outcomes: &[Outcome]) -> String {
    let stacks: Vec<String> = job.stacks().into_iter().map(|s| format!("`{s}`")).collect();
    let word = job.settings.action.word();
    let mut text = format!("## {word}: {}\n\n", stacks.join(", "));
    let total = outcomes.iter().filter_map(|o| o.changes.as_ref()).fold(Changes::default(), Changes::plus);
    let failed = outcomes.iter().filter(|o| !o.status.is_good()).count();
    let _ = write!(text, "{} components: {total}", outcomes.len());
    if let Some(cost) = job.total_cost(outcomes) {
        let _ = write!(text, ", {} a month where prices are known", amount(cost));
    }
    if failed > 0 {
        let _ = write!(text, "; **{failed} not done**");
    }
    text.push_str(
        ".\n\n| component | add | change | destroy | import | cost a month | status | time |\n|---|---:|---:|---:|---:|---:|---|---:|\n",
    );
    for outcome in outcomes {
        let unit = &job.units[outcome.unit];
        let changes = outcome.changes.clone().unwrap_or_default();
        let reason = outcome.reason.as_deref().map(|r| format!(": {}", cell(r))).unwrap_or_default();
        let status = match outcome.status {
            Status::Succeeded if !changes.drift.is_empty() => "drift".to_owned(),
            Status::Succeeded if outcome.changes.is_some() && !changes.any() => "no changes".to_owned(),
            status => format!("{}{reason}", status.words()),
        };
        let _ = writeln!(
            text,
            "| `{}` in `{}` | {} | {} | {} | {} | {} | {status} | {:.1} s |",
            unit.component,
            unit.stack,
            changes.add,
            changes.change,
            changes.destroy,
            changes.import,
            job.cost(outcome).map(amount).unwrap_or_default(),
            outcome.seconds
        );
    }
    let mut left_out = 0;
    for outcome in outcomes {
        let shown = outcome.changes.as_ref().is_some_and(Changes::any) || !outcome.status.is_good();
        let log = std::fs::read_to_string(job.log(outcome.unit)).unwrap_or_default();
        if !shown || log.is_empty() {
            continue;
        }
        let details = details(&job.units[outcome.unit].name(), &excerpt(&log, outcome.status.is_good()));
        // room for the line that tells what was left out
        if text.chars().count() + details.chars().count() > LIMIT - 200 {
            left_out += 1;
        } else {
            text.push_str(&details);
        }
    }
    if left_out > 0 {
        let _ = write!(text, "\n{left_out} more are too long for here; `gaia run logs {}` shows them.\n", job.id);
    }
    if text.chars().count() > LIMIT {
        text = text.chars().take(LIMIT - 100).collect::<String>() + "\n\n… cut: too long for a comment.\n";
    }
    text
}

fn details(name: &str, content: &str) -> String {
    // a fence longer than any in the text cannot be closed by it
    let longest = content.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!(
        "\n<details><summary><code>{}</code></summary>\n\n{fence}\n{content}\n{fence}\n\n</details>\n",
        escaped(name)
    )
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// The plan in a log, or, of a failure, its end.
fn excerpt(log: &str, good: bool) -> String {
    let spoken: Vec<Cow<'_, str>> = log.lines().map(spoken).collect();
    let lines: Vec<&str> = spoken.iter().map(|line| &**line).collect();
    if !good {
        return lines[lines.len().saturating_sub(60)..].join("\n");
    }
    let begins = |line: &&str| {
        line.starts_with("  # ") || line.starts_with("Changes to Outputs:") || line.starts_with("Note: Objects have")
    };
    let ends = |line: &&str| line.starts_with("───") || line.starts_with("Saved the plan to") || line.starts_with("# ");
    // behind the line that tells the command
    let first = usize::from(lines.first().is_some_and(|line| line.starts_with("# ")));
    let from = lines.iter().position(begins).unwrap_or(first);
    let until = lines[from..].iter().position(ends).map_or(lines.len(), |at| from + at);
    lines[from..until].join("\n").trim_end().to_owned()
}

/// What a line says to people: of the JSON of `-json`, its message.
fn spoken(line: &str) -> Cow<'_, str> {
    let message = || {
        let json: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(json.get("@message")?.as_str()?.to_owned())
    };
    line.starts_with('{').then(message).flatten().map_or(Cow::Borrowed(line), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_has_no_loose_ends() {
        assert_eq!(escaped("a<b>&\"\u{1b}[1m\n"), "a&lt;b&gt;&amp;&quot;[1m\n");
    }

    #[test]
    fn a_plan_is_found_in_its_log() {
        let log = "# 2026 atmos terraform plan\nInitializing...\n\n  # a.b will be created\n  + resource\n\nPlan: 1 to add\n\n─────\nSaved\n";
        assert_eq!(excerpt(log, true), "  # a.b will be created\n  + resource\n\nPlan: 1 to add");
        assert_eq!(excerpt("x\ny", false), "x\ny");
        let json = "# now\n{\"@message\":\"a.b: Plan to create\",\"type\":\"planned_change\"}\n{\"a\":1}\n";
        assert_eq!(excerpt(json, true), "a.b: Plan to create\n{\"a\":1}");
    }

    #[test]
    fn a_fence_is_longer_than_those_inside() {
        assert!(details("a", "x ```` y").contains("\n`````\nx ```` y\n`````\n"));
    }
}
