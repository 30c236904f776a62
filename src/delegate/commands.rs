//! The command lines for a unit, and who understands what they write.

use super::job::{Action, Job, Stage};
use super::text::{Expected, Text};
use super::units::Unit;
use crate::runner::{Command, Listener, Meaning};
use regex::RegexSet;
use std::path::Path;

impl Job {
    /// The command lines for a unit.
    pub fn commands(&self, unit: usize, stage: Stage) -> Vec<Command> {
        let plan = self.plan_file(unit);
        match stage {
            Stage::Plan => vec![self.plan(unit, &plan)],
            Stage::Carry => vec![self.carry(unit, &plan)],
            Stage::Both => vec![self.plan(unit, &plan), self.carry(unit, &plan)],
        }
    }

    fn plan(&self, unit: usize, file: &Path) -> Command {
        let kind = match self.settings.action {
            Action::Destroy => &["-destroy"][..],
            Action::Drift => &["-refresh-only"],
            Action::Plan | Action::Apply => &[],
        };
        self.atmos(unit, "plan", &[kind, &[&format!("-out={}", file.display())]].concat(), true)
    }

    /// Destroying goes by Atmos's own command, so that its hooks for it run.
    fn carry(&self, unit: usize, file: &Path) -> Command {
        match self.settings.action {
            Action::Destroy => self.atmos(unit, "destroy", &["-auto-approve"], true),
            // the arguments went into the plan
            _ => self.atmos(unit, "apply", &[&format!("--planfile={}", file.display())], false),
        }
    }

    fn atmos(&self, unit: usize, verb: &str, options: &[&str], with_args: bool) -> Command {
        let Unit { component, stack, .. } = &self.units[unit];
        let mut args: Vec<String> = ["terraform", verb, component, "-s", stack].map(str::to_owned).to_vec();
        args.extend(self.settings.globals.iter().cloned());
        args.extend(options.iter().chain(&["-input=false", "-no-color"]).map(|o| (*o).to_owned()));
        if with_args && !self.settings.args.is_empty() {
            args.push("--".to_owned());
            args.extend(self.settings.args.iter().cloned());
        }
        let mut env = Vec::new();
        if let Some(manifests) = &self.manifests[unit] {
            let manifests: Vec<&str> = manifests.iter().map(String::as_str).collect();
            env.push(("ATMOS_STACKS_INCLUDED_PATHS".to_owned(), manifests.join(",")));
        }
        env.push(("TF_IN_AUTOMATION".to_owned(), "1".to_owned()));
        Command { program: "atmos".into(), args, dir: self.cwd.clone(), env }
    }
}

/// Who listens to the commands of a stage.
pub(super) struct Listeners<'a> {
    pub(super) job: &'a Job,
    pub(super) units: &'a [usize],
    pub(super) stage: Stage,
}

impl Meaning for Listeners<'_> {
    fn listen(&self, step: usize, command: usize) -> Box<dyn Listener + '_> {
        let job = self.job;
        let unit = self.units[step];
        let Unit { component, stack, .. } = &job.units[unit];
        let is_plan = command == 0 && self.stage != Stage::Carry;
        // to destroy is to plan anew, so the plan that was shown is not the last word on what is protected
        let protected =
            (job.settings.action.changes() && is_plan).then(|| job.policy.protected_types(&job.settings.allow_destroy));
        Box::new(Text::new(Expected {
            refresh_only: job.settings.action == Action::Drift,
            enough_without_changes: self.stage == Stage::Both,
            repeatable: self.stage == Stage::Both || is_plan || job.settings.action == Action::Destroy,
            protected,
            passing: RegexSet::new(&job.patience[unit].retry_on).ok(),
            unlock: format!("atmos terraform force-unlock {component} -s {stack} {{id}}"),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delegate::Chosen;
    use crate::delegate::job::{Settings, file_name};
    use crate::delegate::safety::Policy;
    use crate::runner::Runs;
    use crate::workspace::gaia_yaml::{GaiaYaml, Patience};

    fn settings(action: Action) -> Settings {
        Settings {
            action,
            parallel: 2,
            keep_going: false,
            patience: Patience::default(),
            narrow: true,
            auto_approve: false,
            allow_destroy: Vec::new(),
            globals: Vec::new(),
            args: vec!["-target=a.b".into()],
            plans_of: None,
        }
    }

    fn job(action: Action) -> Job {
        let unit = |component: &str, after: &[usize]| Unit {
            stack: "dev".into(),
            component: component.into(),
            after: after.to_vec(),
            ..Unit::default()
        };
        let units = [unit("a", &[]), unit("b/c", &[0])];
        let runs = Runs::of(Path::new("/repo"));
        let policy = Policy::of(&GaiaYaml::default()).unwrap();
        let manifests = Some([String::from("deploy/dev.yaml")].into());
        let chosen = [0, 1].map(|unit| Chosen { unit, manifests: manifests.clone(), ..Chosen::default() }).to_vec();
        Job::new("r".into(), settings(action), &units, chosen, policy, runs, Path::new("/repo")).unwrap()
    }

    fn lines(job: &Job, stage: Stage) -> Vec<String> {
        job.commands(1, stage).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn command_lines_are_narrowed_and_carry_arguments() {
        let env = "ATMOS_STACKS_INCLUDED_PATHS=deploy/dev.yaml TF_IN_AUTOMATION=1";
        assert_eq!(
            lines(&job(Action::Apply), Stage::Both),
            [
                format!(
                    "{env} atmos terraform plan b/c -s dev -out=/repo/.gaia/runs/r/plans/dev@b+c.tfplan -input=false \
                     -no-color -- -target=a.b"
                ),
                format!(
                    "{env} atmos terraform apply b/c -s dev --planfile=/repo/.gaia/runs/r/plans/dev@b+c.tfplan \
                     -input=false -no-color"
                ),
            ]
        );
        assert_eq!(
            lines(&job(Action::Destroy), Stage::Carry),
            [format!("{env} atmos terraform destroy b/c -s dev -auto-approve -input=false -no-color -- -target=a.b")]
        );
        assert!(lines(&job(Action::Drift), Stage::Plan)[0].contains(" -refresh-only "));
    }

    #[test]
    fn destroying_goes_the_other_way_round() {
        assert_eq!(job(Action::Apply).after, [vec![], vec![0]]);
        assert_eq!(job(Action::Destroy).after, [vec![1], vec![]]);
    }

    #[test]
    fn names_of_files_are_safe() {
        assert_eq!(file_name("dev:a/b c.d"), "dev@a+b%20c.d");
        assert_ne!(file_name("dev/a:b"), file_name("dev:a/b"));
    }
}
