//! Writes a synthetic repository of any size; the same bytes for the same size.
//!
//! Each stack deploys every component. Component `k` depends on `k - 1` and `k / 2`, so that a stack's graph is one
//! connected whole. Of the manifests of stacks, some are templated when `templates` is set.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

const STAGES: [&str; 5] = ["dev", "staging", "prod", "sandbox", "perf"];
const REGIONS: [(&str, &str); 8] = [
    ("us-east-1", "ue1"),
    ("us-east-2", "ue2"),
    ("us-west-1", "uw1"),
    ("us-west-2", "uw2"),
    ("eu-west-1", "ew1"),
    ("eu-west-2", "ew2"),
    ("eu-central-1", "ec1"),
    ("ap-south-1", "as1"),
];

const ATMOS_YAML: &str = r#"base_path: "."
components:
  terraform:
    base_path: components/terraform
stacks:
  base_path: stacks
  included_paths: ["orgs/**/*"]
  excluded_paths: ["**/_defaults.yaml"]
  name_pattern: "{tenant}-{environment}-{stage}"
workflows:
  base_path: stacks/workflows
templates:
  settings:
    enabled: true
    sprig: {enabled: true}
    gomplate: {enabled: true}
"#;

const MAIN_TF: &str = r#"variable "enabled" {
  type    = bool
  default = true
}

variable "name" {
  type = string
}

resource "terraform_data" "this" {
  input = var.name
}

output "id" {
  value = terraform_data.this.id
}
"#;

const ORGANISATION: &str = "vars:
  namespace: acme
terraform:
  backend_type: s3
  backend:
    s3:
      encrypt: true
      bucket: acme-tfstate
      key: terraform.tfstate
      region: us-east-1
      acl: bucket-owner-full-control
";

/// What to write.
pub(crate) struct Size {
    pub(crate) stacks: usize,
    pub(crate) components: usize,
    pub(crate) templates: bool,
}

impl Size {
    /// Writes the repository into `out`.
    pub(crate) fn write(&self, out: &Path) -> io::Result<()> {
        write(&out.join("atmos.yaml"), ATMOS_YAML)?;
        for k in 0..self.components {
            let name = component_name(k);
            write(&out.join("components/terraform").join(&name).join("main.tf"), MAIN_TF)?;
            write(&out.join("stacks/catalog").join(&name).join("defaults.yaml"), &catalog(k))?;
        }
        for stage in STAGES {
            write(&out.join(format!("stacks/mixins/stage/{stage}.yaml")), &stage_mixin(stage))?;
        }
        for (region, code) in REGIONS {
            write(&out.join(format!("stacks/mixins/region/{region}.yaml")), &region_mixin(region, code))?;
        }
        let organisation = out.join("stacks/orgs/acme");
        write(&organisation.join("_defaults.yaml"), ORGANISATION)?;
        for number in 0..self.stacks {
            let (tenant, place) = (number / (STAGES.len() * REGIONS.len()), number % (STAGES.len() * REGIONS.len()));
            let (stage, region) = (STAGES[place / REGIONS.len()], REGIONS[place % REGIONS.len()].0);
            let folder = organisation.join(format!("tenant{tenant:03}"));
            if place == 0 {
                let defaults = format!("import:\n  - orgs/acme/_defaults\nvars:\n  tenant: tenant{tenant:03}\n");
                write(&folder.join("_defaults.yaml"), &defaults)?;
            }
            let manifest = self.stack(number, &format!("tenant{tenant:03}"), stage, region);
            write(&folder.join(stage).join(format!("{region}.yaml")), &manifest)?;
        }
        Ok(())
    }

    fn stack(&self, number: usize, tenant: &str, stage: &str, region: &str) -> String {
        let mut text = format!(
            "import:\n  - orgs/acme/{tenant}/_defaults\n  - mixins/stage/{stage}\n  - mixins/region/{region}\n"
        );
        for k in 0..self.components {
            let _ = writeln!(text, "  - catalog/{}/defaults", component_name(k));
        }
        text.push_str("components:\n  terraform:\n");
        for k in (0..self.components).step_by(3) {
            let (name, days) = (component_name(k), number % 90 + k);
            let _ = writeln!(text, "    {name}:\n      vars:\n        retention_days: {days}");
            let _ = writeln!(text, "        tags: {{Stack: {tenant}-{stage}}}");
            if self.templates && k % 2 == 0 {
                let _ =
                    writeln!(text, "        fqdn: '{{{{ .vars.namespace }}}}-{{{{ .vars.stage | upper }}}}-{name}'");
            }
        }
        text
    }
}

fn component_name(k: usize) -> String {
    format!("component-{k:03}")
}

fn catalog(k: usize) -> String {
    let name = component_name(k);
    let mut text = format!(
        "components:
  terraform:
    {name}/defaults:
      metadata:
        component: {name}
        type: abstract
      settings:
        team: team-{team}
        cost: {{monthly: {cost}, currency: USD}}
      env:
        TF_LOG_COMPONENT: {name}
      vars:
        enabled: true
        name: {name}
        retention_days: {days}
        subnets:
",
        team = k % 7,
        cost = 10 + k,
        days = 30 + k,
    );
    for zone in 0..6 {
        let _ = writeln!(text, "          - name: subnet-{zone}\n            cidr: 10.{}.{zone}.0/24", k % 250);
        let _ = writeln!(text, "            tags: {{tier: private, zone: z{zone}}}");
    }
    let _ = write!(
        text,
        "        limits: {{cpu: {cpu}, memory: {memory}, burst: {{enabled: true, factor: 1.5}}}}
    {name}:
      metadata:
        component: {name}
        inherits:
          - {name}/defaults
      settings:
        depends_on:
",
        cpu = k + 1,
        memory = 512 * (k + 1),
    );
    let mut dependencies: Vec<usize> = k.checked_sub(1).into_iter().chain([k / 2]).filter(|other| *other < k).collect();
    dependencies.sort_unstable();
    dependencies.dedup();
    if dependencies.is_empty() {
        text.push_str("          {}\n");
    }
    for (index, other) in dependencies.into_iter().enumerate() {
        let _ = writeln!(text, "          {}:\n            component: {}", index + 1, component_name(other));
    }
    let _ = write!(text, "      vars:\n        tags:\n          Component: {name}\n          ManagedBy: atmos\n");
    text
}

fn stage_mixin(stage: &str) -> String {
    let production = stage == "prod";
    format!(
        "vars:
  stage: {stage}
  tags:
    Stage: {stage}
settings:
  approvals: {approvals}
terraform:
  vars:
    protected: {production}
",
        approvals = if production { 2 } else { 0 },
    )
}

fn region_mixin(region: &str, code: &str) -> String {
    format!(
        "vars:
  region: {region}
  environment: {code}
  availability_zones: [{region}a, {region}b, {region}c]
"
    )
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
