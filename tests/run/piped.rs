//! What rendered pipelines do: each job in a checkout of its own, with nothing but the plan handed on.

use crate::site::{site, state};
use std::path::Path;
use std::process::Command;

fn run(program: &str, words: &[&str], dir: &Path) {
    let output = Command::new(program).args(words).current_dir(dir).output().expect(program);
    assert!(output.status.success(), "{program} {words:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_commands_of_a_pipeline_apply_what_was_planned() {
    let components = [("app", &["db/main", "vpc"][..], ""), ("db/main", &["vpc"], "size: 3"), ("vpc", &[], "")];
    let repo = site(&["dev"], &components);
    let rendered = repo.answer(&["pipeline", "render", "--engine", "github-actions", "-s", "dev"]);
    let commands: Vec<&str> = rendered.lines().filter_map(|line| line.trim().strip_prefix("- run: gaia ")).collect();
    assert_eq!(commands.len(), 6, "{rendered}");

    let (root, sources) = (repo.path(), ["atmos.yaml", "components", "stacks"]);
    for (n, command) in commands.iter().enumerate() {
        // a runner's checkout; the state lies beside the code
        let job = root.join(format!("job-{n}"));
        std::fs::create_dir(&job).unwrap();
        for source in sources {
            run("cp", &["-r", source, job.to_str().unwrap()], root);
        }
        if command.starts_with("apply") {
            // the artifact of the job that planned
            std::fs::create_dir(job.join(".gaia")).unwrap();
            run("cp", &["-r", &format!("job-{}/.gaia/runs", n - 1), &format!("job-{n}/.gaia/")], root);
        }
        let words: Vec<&str> = command.split(' ').collect();
        let done = repo.run(&[&["-C", job.to_str().unwrap()], &*words].concat());
        assert_eq!(done.code, 0, "{command}: {}{}", done.stdout, done.stderr);
        if command.starts_with("apply") {
            assert!(done.stderr.contains("Done: 1 added, 0 changed, 0 destroyed."), "{command}: {}", done.stderr);
            run("cp", &["-r", &format!("job-{n}/components"), "."], root);
        }
    }
    for (component, ..) in components {
        assert!(state(&repo, "dev", component).is_file(), "{component}");
    }
    let left = repo.run(&["plan", "-s", "dev", "--detailed-exitcode"]);
    assert_eq!((left.code, left.stderr.lines().last()), (0, Some("No changes.")), "{}", left.stderr);
}
