//! Argo Workflows.

use super::text::{list, slug, yaml};
use super::{APPLY, Job, Options, RUNS};
use std::fmt::Write;

/// What happens to a component: a step that plans, one that waits for somebody, one that applies. The lock is held from the
/// first to the last.
const COMPONENT: &str = "    - name: component
      inputs:
        parameters: [{name: component}, {name: plan}, {name: state}]
      synchronization:
        mutexes:
          - name: \"{{inputs.parameters.state}}\"
      steps:
        - - name: plan
            template: plan
            arguments:
              parameters: [{name: command, value: \"{{inputs.parameters.plan}}\"}]
        - - name: approve
            template: approve
        - - name: apply
            template: apply
            arguments:
              artifacts: [{name: runs, from: \"{{steps.plan.outputs.artifacts.runs}}\"}]
    - name: approve
      suspend: {}
    - name: plan
      inputs:
        parameters: [{name: command}]
        artifacts:
          - &source
            name: source
            path: /work
            git:
              repo: \"{{workflow.parameters.repository}}\"
              revision: \"{{workflow.parameters.revision}}\"
      outputs:
        artifacts:
          - name: runs
            path: /work/RUNS
      container:
        image: IMAGE
        workingDir: /work
        command: [sh, -ec]
        args: [\"{{inputs.parameters.command}}\"]
    - name: apply
      inputs:
        artifacts:
          - *source
          - name: runs
            path: /work/RUNS
      container:
        image: IMAGE
        workingDir: /work
        command: [sh, -ec]
        args: [APPLY]
";

/// A Workflow: a task a component, in a graph.
pub(super) fn render(jobs: &[Job], options: &Options) -> String {
    let image = options.image.as_deref().unwrap_or("gaia");
    let mut out = format!(
        "# Written by `gaia pipeline render --engine argo-workflows`.\n\
         # argo submit --parameter repository=… --parameter revision=… FILE; approval: argo resume\n\
         apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: {}-\n",
        slug(&options.name)
    );
    out.push_str("spec:\n  entrypoint: components\n  arguments:\n    parameters:\n      - name: repository\n      - name: revision\n        value: HEAD\n");
    out.push_str("  templates:\n    - name: components\n      dag:\n        tasks:");
    out.push_str(if jobs.is_empty() { " []\n" } else { "\n" });
    for job in jobs {
        // writing to a string cannot fail
        let _ = write_task(&mut out, jobs, job);
    }
    out + &COMPONENT.replace("RUNS", RUNS).replace("IMAGE", &yaml(image)).replace("APPLY", &yaml(APPLY))
}

fn write_task(out: &mut String, jobs: &[Job], job: &Job) -> std::fmt::Result {
    writeln!(out, "          - name: {}\n            template: component", job.id)?;
    if !job.needs.is_empty() {
        writeln!(out, "            dependencies: {}", list(job.needs.iter().map(|n| jobs[*n].id.as_str())))?;
    }
    writeln!(out, "            arguments:\n              parameters:")?;
    let values = [("component", &job.component), ("plan", &job.plan()), ("state", &job.state)];
    for (name, value) in values {
        writeln!(out, "                - name: {name}\n                  value: {}", yaml(value))?;
    }
    Ok(())
}
