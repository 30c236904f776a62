//! Jenkins.

use super::text::groovy;
use super::{APPLY, Job, Options, RUNS};
use std::fmt::Write;

/// What every pipeline does with its components. No executor is taken while a branch waits or somebody is asked. Nodes keep
/// their files: runs of others are removed, so that the latest is the one that was approved.
const STEPS: &str = r#"
def outcome = [:]

def component(Map job, Map outcome) {
    waitUntil(quiet: true) { job.needs.every { outcome[it] } }
    if (job.needs.any { outcome[it] != 'applied' }) {
        outcome[job.id] = 'skipped'
        error "${job.id}: something that it needs was not applied"
    }
    outcome[job.id] = null
    try {
        lock(resource: job.state) {
            stage("${job.id}: plan") {
                node(AGENT) {
                    checkout scm
                    dir("RUNS") { deleteDir() }
                    inside { sh job.plan }
                    archiveArtifacts artifacts: "RUNS/**", defaultExcludes: false
                    stash name: "plan-${job.id}", includes: "RUNS/**", useDefaultExcludes: false
                }
            }
            stage("${job.id}: approve") {
                input message: "Apply ${job.component} in ${job.stack}?", ok: 'Apply'
            }
            stage("${job.id}: apply") {
                node(AGENT) {
                    checkout scm
                    dir("RUNS") { deleteDir() }
                    unstash "plan-${job.id}"
                    inside { sh "APPLY" }
                }
            }
        }
        outcome[job.id] = 'applied'
    } finally {
        if (!outcome[job.id]) { outcome[job.id] = 'failed' }
    }
}
"#;

/// A scripted Jenkinsfile: a branch a component, which waits for those that it needs. It takes the plugins Pipeline and
/// Lockable Resources, and Docker Pipeline where jobs run in an image.
pub(super) fn render(jobs: &[Job], options: &Options) -> String {
    let mut out = String::from("// Written by `gaia pipeline render --engine jenkins`.\n");
    // writing to a string cannot fail
    let _ = writeln!(out, "// {}", options.name.replace(['\n', '\r'], " "));
    out.push_str("// Needs the plugins Pipeline and Lockable Resources");
    out.push_str(if options.image.is_some() { ", and Docker Pipeline.\n" } else { ".\n" });
    out.push_str("\ndef jobs = [\n");
    for job in jobs {
        let needs: Vec<String> = job.needs.iter().map(|n| groovy(&jobs[*n].id)).collect();
        let _ = writeln!(out, "    [id: {}, component: {},", groovy(&job.id), groovy(&job.component));
        let _ = writeln!(out, "     stack: {}, state: {},", groovy(&job.stack), groovy(&job.state));
        let _ = writeln!(out, "     needs: [{}],", needs.join(", "));
        let _ = writeln!(out, "     plan: {}],", groovy(&job.plan()));
    }
    out.push_str("]\n");
    let inside = match &options.image {
        Some(image) => format!("docker.image({}).inside {{ body() }}", groovy(image)),
        None => "body()".to_owned(),
    };
    out.push_str(&STEPS.replace("RUNS", RUNS).replace("APPLY", APPLY).replace("node(AGENT)", "node"));
    let _ = writeln!(out, "\ndef inside(Closure body) {{\n    {inside}\n}}\n");
    out.push_str(
        "def branches = [:]\nfor (int n = 0; n < jobs.size(); n++) {\n    def job = jobs[n]\n    branches[job.id] = { component(job, outcome) }\n}\nparallel branches\n",
    );
    out
}
