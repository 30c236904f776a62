//! The Python CLI's commands and options, one row each: those that stay, those that are called otherwise now, and those
//! that are gone.

use crate::support::Repo;

/// What becomes of a command line.
enum Becomes {
    /// It runs, with this exit code.
    Runs(i32),
    /// It runs with this exit code as another command, and says so.
    Is(&'static str, i32),
    /// It is gone, and what does its work is told.
    Gone(&'static str),
}
use Becomes::{Gone, Is, Runs};

const T: &str = "-t fnx -a dev -e testenv-01";

/// `T` stands for the environment's options. Exit code 69 is that of a command that Atmos has to run, which is not there;
/// 5 of one that waits for approval.
const ROWS: &[(&str, Becomes)] = &[
    // 1.1 global options
    ("-v list stacks", Runs(0)),
    ("--verbose list stacks", Runs(0)),
    ("-vv list stacks", Runs(0)),
    ("-d list stacks", Runs(0)),
    ("--debug list stacks", Runs(0)),
    ("--async list stacks", Runs(0)),
    // 1.2 workflow
    ("workflow plan-environment T", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment --tenant fnx --account dev --environment testenv-01", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment tenant=fnx account=dev environment=testenv-01", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment T -c vpc", Is("gaia plan -s dev vpc", 69)),
    ("workflow plan-environment T --component vpc", Is("gaia plan -s dev vpc", 69)),
    ("workflow plan-environment T -p 2", Is("gaia plan -s dev --all -p 2", 69)),
    ("workflow plan-environment T --parallel true", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment T --parallel", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment T --async", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment T --sync", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment T --output-dir plans", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment T --detect-drift", Is("gaia plan -s dev --all", 69)),
    ("workflow plan-environment T --detect-drift=false", Is("gaia plan -s dev --all", 69)),
    ("workflow apply-environment T", Is("gaia apply -s dev --all", 5)),
    ("workflow apply-environment T -p 4", Is("gaia apply -s dev --all -p 4", 5)),
    ("workflow apply-environment T --auto-approve", Is("gaia apply -s dev --all --auto-approve", 69)),
    ("workflow apply-environment T --auto-approve true", Is("gaia apply -s dev --all --auto-approve", 69)),
    ("workflow apply-environment T --auto-approve false", Is("gaia apply -s dev --all", 5)),
    ("workflow validate", Is("gaia validate", 0)),
    ("workflow validate T", Is("gaia validate -s dev", 0)),
    ("workflow validate tenant=fnx account=dev environment=testenv-01", Is("gaia validate -s dev", 0)),
    ("workflow validate T --skip-lint", Is("gaia validate -s dev", 0)),
    ("workflow validate T --skip-lint false", Is("gaia validate -s dev", 0)),
    ("workflow validate T --parallel true", Is("gaia validate -s dev", 0)),
    ("workflow validate T -p 8", Is("gaia validate -s dev", 0)),
    ("workflow validate -c vpc", Is("gaia validate", 0)),
    ("workflow destroy-environment T", Is("gaia destroy -s dev --all", 5)),
    ("workflow destroy-environment T --auto-approve", Is("gaia destroy -s dev --all --auto-approve", 69)),
    ("workflow destroy-environment T --auto-approve false --safe-destroy true", Is("gaia destroy -s dev --all", 5)),
    ("workflow drift-detection T", Is("gaia drift -s dev --all", 69)),
    ("workflow drift-detection T -p 4", Is("gaia drift -s dev --all -p 4", 69)),
    ("workflow drift-detection", Runs(64)),
    ("workflow onboard-environment T --vpc-cidr 10.9.0.0/16", Is("gaia env onboard T --vpc-cidr 10.9.0.0/16", 5)),
    ("workflow onboard-environment T -r eu-west-1", Is("gaia env onboard T --region eu-west-1", 5)),
    ("workflow lint", Is("gaia lint", 0)),
    ("workflow lint --fix", Is("gaia lint --fix", 0)),
    ("workflow lint --fix false", Is("gaia lint", 0)),
    ("workflow lint fix=true", Is("gaia lint --fix", 0)),
    ("workflow lint --skip-security", Is("gaia lint --skip-security", 0)),
    ("workflow lint --skip-security true", Is("gaia lint --skip-security", 0)),
    (
        "workflow import -a aws_vpc.this -i vpc-1 -c vpc -s dev",
        Is("atmos terraform import vpc aws_vpc.this vpc-1 -s dev", 69),
    ),
    ("workflow import --address a --id b --component vpc --stack dev", Is("atmos terraform import vpc a b -s dev", 69)),
    ("workflow rotate-certificate", Runs(64)),
    ("workflow rotate-certificate domain=a certificate_id=b", Runs(64)),
    // 1.3 template
    ("template list", Runs(0)),
    ("template create-environment T --show-only -r eu-west-1", Is("gaia env create T", 0)),
    ("template create-environment T --show-only true -r eu-west-1 --env-type production", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --vpc-cidr 10.9.0.0/16", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --team-email a@example.org", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --target-dir environments", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --eks-cluster", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --no-eks-cluster", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --eks false --rds true", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --rds-instances", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --no-rds-instances", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --logging --monitoring false", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --no-logging --no-monitoring", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --validate", Is("gaia env create T", 0)),
    ("template create-environment T --show-only -r eu-west-1 --force", Is("gaia env create T", 0)),
    ("template update-environment T", Is("gaia env update fnx-dev-testenv-01", 1)),
    ("template update-environment T --overwrite --target-dir x", Is("gaia env update fnx-dev-testenv-01", 1)),
    ("template create-component -n cache", Is("gaia component create cache", 0)),
    ("template create-component --name cache2 -d About", Is("gaia component create cache2", 0)),
    ("template create-component -n cache3 -t terraform-component", Is("gaia component create cache3", 0)),
    ("template create-component -n cache4 --dest components/terraform/c4", Is("gaia component create cache4", 0)),
    (
        "template create-component -n cache5 --destination components/terraform/c5",
        Is("gaia component create cache5", 0),
    ),
    // 1.4 task
    ("task status -i 1", Gone("gaia run show")),
    ("task status --task-id 1", Gone("gaia run show")),
    ("task status 1", Gone("gaia run show")),
    ("task list -n 10 -s done -d 1", Gone("gaia run list")),
    ("task list --limit 10 --status done --days 1", Gone("gaia run list")),
    ("task revoke -i 1 -t", Gone("gaia run resume")),
    ("task purge -f", Gone("gaia run clean")),
    ("task", Gone("gaia run list")),
    // 1.5 certificate: what it does is tested with the rotations
    ("certificate rotate", Runs(64)),
    ("certificate rotate --help", Runs(0)),
    ("certificate rotate-ssh-key -s x", Gone("rotate-ssh-key.sh")),
    ("certificate generate-ssh-key", Gone("generate-ssh-key.sh")),
    ("certificate export-ssh-key x", Gone("export-ssh-key.sh")),
    ("certificate export --arn x", Gone("gaia cert convert")),
    ("certificate monitor -w 30", Gone("gaia cert status")),
    // 1.6 state
    ("state list-locks dev", Gone("aws dynamodb scan")),
    ("state detect-abandoned-locks dev --older-than 120", Gone("aws dynamodb scan")),
    ("state clean-abandoned-locks dev --older-than 120 --force true", Gone("force-unlock")),
    // 1.8 the second CLI
    ("terraform plan vpc -s dev", Is("atmos terraform plan vpc -s dev", 69)),
    ("terraform plan vpc --stack de", Is("atmos terraform plan vpc --stack dev", 69)),
    ("terraform apply vpc -s dev --auto-approve", Is("atmos terraform apply vpc -s dev -auto-approve", 69)),
    ("terraform validate vpc --stack=dev", Is("atmos terraform validate vpc --stack=dev", 69)),
    ("terraform destroy vpc -s dev", Is("atmos terraform destroy vpc -s dev", 69)),
    (
        "terraform init backend -backend-config=bucket=b -s dev",
        Is("atmos terraform init backend -backend-config=bucket=b -s dev", 69),
    ),
    ("describe stacks", Runs(0)),
    ("describe component vpc -s dev", Runs(0)),
    ("describe component -c vpc -s dev", Runs(0)),
    ("describe config", Runs(0)),
    ("describe config -s dev", Is("gaia describe stacks -s dev", 0)),
    ("describe config -s dev -f json", Is("gaia describe stacks -s dev", 0)),
    ("list stacks", Runs(0)),
    ("list components", Runs(0)),
    ("list components -s dev", Runs(0)),
    ("list workflows", Runs(0)),
    ("validate stacks", Runs(0)),
    ("validate stacks --stack dev", Is("gaia validate -s dev", 0)),
    ("validate component --stack dev", Is("gaia validate -s dev", 0)),
    ("version", Runs(0)),
    ("version --json", Runs(0)),
    ("smart deploy everything", Gone("gaia help")),
    ("smart deploy -x -l", Gone("gaia help")),
    ("learn -f x -p y", Gone("gaia help")),
    ("orchestrate -t plan -e fnx-testenv-01-dev --parallel --plan-only", Gone("gaia order")),
    ("orchestrate --task plan --sequential", Gone("gaia order")),
    ("hygiene", Is("gaia validate", 0)),
    ("hygiene --fix --scope all --report", Is("gaia validate", 0)),
    ("context", Runs(0)),
    ("context --show", Is("gaia context show", 0)),
    ("context --tenant fnx --account dev --environment testenv-01", Is("gaia context use dev", 0)),
    ("context --reset", Is("gaia context clear", 0)),
    ("dashboard", Is("gaia doctor", 1)),
    ("status", Is("gaia list stacks", 0)),
    ("status T", Is("gaia list components -s dev", 0)),
    ("quick-start", Is("gaia help quickstart", 0)),
    ("doctor", Runs(1)),
    ("doctor --json", Runs(1)),
    ("feedback", Gone("collect-dx-feedback.sh")),
    ("dx-metrics", Gone("gaia run list")),
    ("dx insights --days 7 --export", Gone("gaia run list")),
    ("dx patterns --days 30", Gone("gaia run list")),
    ("serve -p 8080 -h localhost --debug", Gone("opens no port")),
];

/// A repository that `gaia init` makes: environments have their place there.
fn fresh() -> Repo {
    let repo = Repo::empty().variable("PATH", "/nowhere");
    assert_eq!(repo.run(&["init", ".", "--namespace", "fnx", "--defaults"]).code, 0);
    repo
}

fn repo() -> Repo {
    let manifest = "
vars: {stage: dev, tenant: fnx, environment: testenv-01}
components: {terraform: {vpc: {}}}
";
    let repo = Repo::new().file("stacks/deploy/dev.yaml", manifest);
    repo.file(
        "components/terraform/vpc/main.tf",
        "variable \"stage\" {}\nvariable \"tenant\" {}\nvariable \"environment\" {}\n",
    )
    .file("flows/deploy.yaml", "workflows:\n  hello:\n    steps:\n      - {type: shell, command: echo hello}\n")
    .variable("ATMOS_WORKFLOWS_BASE_PATH", "flows")
    .variable("PATH", "/nowhere")
}

#[test]
fn every_command_and_option_runs_says_what_it_is_now_or_what_does_its_work() {
    let (repo, fresh) = (repo(), fresh());
    let mut wrong = Vec::new();
    for (line, becomes) in ROWS {
        let words: Vec<&str> =
            line.split(' ').flat_map(|word| if word == "T" { T.split(' ').collect() } else { vec![word] }).collect();
        let repo = if line.contains("create-environment") { &fresh } else { &repo };
        let run = repo.run(&words);
        let hints = run.stderr.lines().filter(|line| line.starts_with("hint: this is")).count();
        let fault = match becomes {
            Runs(code) if run.code != *code => format!("ends with {}", run.code),
            Runs(_) if hints > 0 => "has a hint".to_owned(),
            Runs(_) => continue,
            Is(now, code) => {
                let hint = format!("hint: this is `{}` now", now.replace('T', T));
                if !run.stderr.lines().any(|line| line == hint) {
                    format!("does not say {hint}")
                } else if hints != 1 {
                    format!("has {hints} hints")
                } else if run.code == *code {
                    continue;
                } else {
                    format!("ends with {}", run.code)
                }
            }
            Gone(instead) => {
                let is_told =
                    run.stderr.lines().any(|line| line.starts_with("hint: instead: ") && line.contains(instead));
                match (run.code, is_told) {
                    (64, true) => continue,
                    (64, false) => format!("does not tell {instead}"),
                    (code, _) => format!("ends with {code}"),
                }
            }
        };
        wrong.push(format!("gaia {line}: {fault}\n{}", run.stderr));
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), ROWS.len(), wrong.join("\n"));
}

/// Every row of the contract's tables has its row here: the commands that are gone come from the same table as their
/// refusals.
#[test]
fn every_command_that_is_gone_has_a_row() {
    for dropped in gaia::workflow::old_cli::DROPPED {
        let line = dropped.words.join(" ");
        assert!(
            ROWS.iter().any(|(row, becomes)| row.starts_with(&line) && matches!(becomes, Gone(_))) || line == "state",
            "{line}"
        );
    }
}

/// The variables that the helper scripts of old set.
#[test]
fn the_environment_is_named_by_variables_too() {
    let repo = repo().variable("tenant", "fnx").variable("account", "dev").variable("environment", "testenv-01");
    let run = repo.run(&["workflow", "plan-environment"]);
    assert!(run.stderr.starts_with("hint: this is `gaia plan -s dev --all` now\n"), "{}", run.stderr);
}

/// A flag of old may have a value of its own, in every form that the old workflows use.
#[test]
fn switches_of_old_take_values() {
    let repo = repo();
    for value in ["", "=true", "=false", " true", " false"] {
        for command in ["workflow apply-environment", "workflow destroy-environment"] {
            let line = format!("{command} {T} --auto-approve{value}");
            let words: Vec<&str> = line.split(' ').collect();
            let run = repo.run(&words);
            let approves = run.stderr.contains("--auto-approve` now");
            assert_eq!(approves, !value.contains("false"), "{line}: {}", run.stderr);
        }
    }
}
