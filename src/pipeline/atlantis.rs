//! Atlantis.

use super::text::{list, yaml};
use super::{APPLY, Job, Options};
use std::fmt::Write;

/// The configuration of a repository (`atlantis.yaml`): a project and a workflow a component. Atlantis asks for approval,
/// locks projects and keeps plans by itself.
pub(super) fn render(jobs: &[Job], options: &Options) -> String {
    let mut out = String::from("# Written by `gaia pipeline render --engine atlantis`.\n");
    // writing to a string cannot fail
    let _ = writeln!(out, "# {}\nversion: 3\nparallel_plan: true\nparallel_apply: true", options.name);
    out.push_str("abort_on_execution_order_fail: true\nprojects:");
    out.push_str(if jobs.is_empty() { " []\n" } else { "\n" });
    for job in jobs {
        let _ = write_project(&mut out, jobs, job);
    }
    if !jobs.is_empty() {
        out.push_str("workflows:\n");
    }
    for job in jobs {
        let _ = writeln!(out, "  {}:\n    plan:\n      steps:\n        - run: {}", job.id, yaml(&job.plan()));
        // the plan itself lies among gaia's runs; without this file Atlantis takes the project for not planned
        out.push_str("        - run: \"touch \\\"$PLANFILE\\\"\"\n");
        let _ = writeln!(out, "    apply:\n      steps:\n        - run: {}", yaml(APPLY));
    }
    out
}

fn write_project(out: &mut String, jobs: &[Job], job: &Job) -> std::fmt::Result {
    let dir = if job.path.is_empty() { "." } else { &job.path };
    writeln!(out, "  - name: {}\n    dir: {}\n    workspace: {}", job.id, yaml(dir), job.state)?;
    writeln!(out, "    workflow: {}\n    execution_order_group: {}", job.id, job.wave)?;
    if !job.needs.is_empty() {
        writeln!(out, "    depends_on: {}", list(job.needs.iter().map(|n| jobs[*n].id.as_str())))?;
    }
    writeln!(out, "    plan_requirements: []\n    apply_requirements: [approved, mergeable]")?;
    writeln!(out, "    autoplan:\n      enabled: true\n      when_modified:")?;
    let code = ["**/*.tf", "**/*.tf.json"].map(str::to_owned);
    // patterns begin at the project's directory
    let up = "../".repeat(job.path.split('/').filter(|part| !matches!(*part, "" | ".")).count());
    for pattern in code.into_iter().chain(job.watched.iter().map(|path| format!("{up}{path}"))) {
        writeln!(out, "        - {}", yaml(&pattern))?;
    }
    Ok(())
}
