//! GitHub Actions.

use super::text::{list, yaml};
use super::{APPLY, Job, Options, RUNS};
use std::fmt::Write;

/// A workflow: of every component a job that plans and one that applies, the latter in an environment named like the stack,
/// whose protection rules ask for approval.
pub(super) fn render(jobs: &[Job], options: &Options) -> String {
    let mut out = format!(
        "# Written by `gaia pipeline render --engine github-actions`.\n\
         # Approval: protect the environments below with required reviewers.\n\
         name: {}\non:\n  workflow_dispatch:\npermissions:\n  contents: read\n  id-token: write\njobs:\n",
        yaml(&options.name)
    );
    for job in jobs {
        // writing to a string cannot fail
        let _ = write_job(&mut out, jobs, job, options);
    }
    if jobs.is_empty() {
        out.push_str("  nothing:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo nothing to do\n");
    }
    out
}

fn write_job(out: &mut String, jobs: &[Job], job: &Job, options: &Options) -> std::fmt::Result {
    let title = |step: &str| yaml(&format!("{} in {}: {step}", job.component, job.stack));
    let frame = |out: &mut String, needs: &[String]| -> std::fmt::Result {
        writeln!(out, "    runs-on: ubuntu-latest")?;
        if let Some(image) = &options.image {
            writeln!(out, "    container: {}", yaml(image))?;
        }
        if !needs.is_empty() {
            writeln!(out, "    needs: {}", list(needs.iter().map(String::as_str)))?;
        }
        writeln!(out, "    concurrency:\n      group: {}\n      cancel-in-progress: false", job.state)
    };
    let artifact = format!("plan-{}", job.id);
    let needs: Vec<String> = job.needs.iter().map(|n| format!("{}-apply", jobs[*n].id)).collect();
    writeln!(out, "  {}-plan:\n    name: {}", job.id, title("plan"))?;
    frame(out, &needs)?;
    writeln!(out, "    steps:\n      - uses: actions/checkout@v4\n      - run: {}", yaml(&job.plan()))?;
    writeln!(
        out,
        "      - uses: actions/upload-artifact@v4\n        with:\n          name: {artifact}\n          path: {RUNS}"
    )?;
    writeln!(
        out,
        "          include-hidden-files: true\n          if-no-files-found: error\n          retention-days: 7"
    )?;
    writeln!(out, "  {}-apply:\n    name: {}", job.id, title("apply"))?;
    frame(out, &[format!("{}-plan", job.id)])?;
    writeln!(out, "    environment: {}", yaml(&job.stack))?;
    writeln!(out, "    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/download-artifact@v4")?;
    writeln!(out, "        with:\n          name: {artifact}\n          path: {RUNS}\n      - run: {}", yaml(APPLY))
}
