//! GitLab CI.

use super::text::yaml;
use super::{APPLY, Job, Options, RUNS};
use std::fmt::Write;

/// A pipeline: of every component a job that plans and one that applies when somebody starts it. Stages are there for the
/// eye; what waits for what is said by `needs`.
pub(super) fn render(jobs: &[Job], options: &Options) -> String {
    let mut out = String::from("# Written by `gaia pipeline render --engine gitlab-ci`.\n");
    // writing to a string cannot fail
    let _ = writeln!(out, "# {}", options.name);
    if let Some(image) = &options.image {
        let _ = writeln!(out, "image: {}", yaml(image));
    }
    if jobs.is_empty() {
        return out + "nothing:\n  script:\n    - echo nothing to do\n";
    }
    out.push_str("stages:\n");
    for wave in 0..=jobs.iter().map(|j| j.wave).max().unwrap_or(0) {
        let _ = writeln!(out, "  - plan {0}\n  - apply {0}", wave + 1);
    }
    for job in jobs {
        let _ = write_job(&mut out, jobs, job);
    }
    out
}

fn write_job(out: &mut String, jobs: &[Job], job: &Job) -> std::fmt::Result {
    let wave = job.wave + 1;
    writeln!(out, "\n{}-plan:\n  stage: plan {wave}", job.id)?;
    match job.needs.as_slice() {
        // without it a job waits for all stages before its own
        [] => writeln!(out, "  needs: []")?,
        needs => {
            writeln!(out, "  needs:")?;
            for n in needs {
                writeln!(out, "    - job: {}-apply\n      artifacts: false", jobs[*n].id)?;
            }
        }
    }
    writeln!(out, "  resource_group: {}\n  script:\n    - {}", job.state, yaml(&job.plan()))?;
    writeln!(out, "  artifacts:\n    paths:\n      - {RUNS}/\n    expire_in: 1 week")?;
    writeln!(out, "\n{0}-apply:\n  stage: apply {wave}\n  needs:\n    - job: {0}-plan\n      artifacts: true", job.id)?;
    // a manual job that may not fail holds up what needs it until somebody starts it
    writeln!(out, "  when: manual\n  allow_failure: false\n  environment:\n    name: {}", yaml(&job.stack))?;
    writeln!(out, "  resource_group: {}\n  script:\n    - {}", job.state, yaml(APPLY))
}
