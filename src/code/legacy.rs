//! Forms of older tools that Atmos does not understand.

super::codes! {
    /// `${env:NAME, default}`
    LEGACY_ENV = "GA0901" "legacy-env" Warning {
        about: "`${env:NAME, default}` is a form of an older tool. Atmos leaves it as it is, and Terraform gets the text.",
        example: "vars:\n  account_id: ${env:AWS_ACCOUNT_ID, 123456789012}\n",
        fix: "Write the function of Atmos. `gaia validate --fix` does it.\n\n    vars:\n      account_id: !env AWS_ACCOUNT_ID 123456789012\n",
    }
    /// `${output.component.name}`
    LEGACY_OUTPUT = "GA0902" "legacy-output" Warning {
        about: "`${output.component.name}` and `${component.outputs.name}` are forms of an older tool for the output of another component. Atmos leaves them as they are, and Terraform gets the text.",
        example: "vars:\n  vpc_id: ${output.vpc.vpc_id}\n",
        fix: "Write the function of Atmos. `gaia validate --fix` does it.\n\n    vars:\n      vpc_id: !terraform.state vpc vpc_id\n",
    }
    /// `${x | default('y')}`
    LEGACY_DEFAULT = "GA0903" "legacy-default" Warning {
        about: "`${x | default('y')}` is a form of an older tool. Atmos leaves it as it is, and Terraform gets the text.",
        example: "vars:\n  cluster: ${eks_cluster_name | default('main')}\n",
        fix: "Write a template, or the default of a YAML function. `gaia validate --fix` does it.\n\n    vars:\n      cluster: '{{ .vars.eks_cluster_name | default \"main\" }}'\n",
    }
    /// `${tenant}` and its like
    LEGACY_REFERENCE = "GA0904" "legacy-reference" Warning {
        about: "`${name}` refers to a variable in an older tool. Atmos leaves it as it is, and Terraform gets the text.",
        example: "vars:\n  tenant: acme\n  bucket: ${tenant}-terraform-state\n",
        fix: "Write a template. `gaia validate --fix` does it.\n\n    vars:\n      bucket: '{{ .vars.tenant }}-terraform-state'\n",
    }
    /// A list of `depends_on`
    LEGACY_DEPENDS_ON = "GA0905" "legacy-depends-on" Error {
        about: "`depends_on` as a list of names is a form of an older tool. Atmos refuses it, in a component and in its `settings`.",
        example: "components:\n  terraform:\n    eks:\n      depends_on: [vpc, iam]\n",
        fix: "Write `dependencies.components`. `gaia validate --fix` does it.\n\n    components:\n      terraform:\n        eks:\n          dependencies:\n            components:\n              - component: vpc\n              - component: iam\n",
    }
    /// Metadata of a component at the top of a manifest
    LEGACY_METADATA = "GA0906" "legacy-metadata" Error {
        about: "`metadata` at the top of a manifest holds `labels`, `tags`, `custom`, `enabled`, `locked` and `terraform_workspace_pattern`, and nothing else. Older repositories describe the file or one component there; Atmos refuses that.",
        example: "metadata:\n  component: vpc\n  version: 1.0.0\n",
        fix: "Move what belongs to a component into the component, and everything else below `custom`.\n\n    metadata:\n      custom:\n        version: 1.0.0\n",
    }
    /// A step of an older workflow
    LEGACY_STEP = "GA0907" "legacy-step" Warning {
        about: "`run: { command: … }` is a form of an older tool. Atmos accepts the step and runs an empty command: nothing happens, silently.",
        example: "steps:\n  - name: lint\n    run:\n      command: make lint\n",
        fix: "Write the command of a shell step.\n\n    steps:\n      - name: lint\n        type: shell\n        command: make lint\n",
    }
    /// `${ssm:/path}`
    LEGACY_SSM = "GA0908" "legacy-ssm" Warning {
        about: "`${ssm:/path}` reads a parameter in an older tool. Atmos leaves it as it is, and Terraform gets the text.",
        example: "vars:\n  token: ${ssm:/acme/token}\n",
        fix: "Configure a store of type `aws-ssm-parameter-store` in atmos.yaml and read from it.\n\n    vars:\n      token: !store.get ssm /acme/token\n",
    }
    /// `component: x` outside `metadata`
    LEGACY_COMPONENT = "GA0909" "legacy-component" Warning {
        about: "`component` stands beside `metadata`, not in it. That is an older form: Atmos takes everything of the named component for a base, and its code too.",
        example: "components:\n  terraform:\n    vpc/main:\n      component: vpc\n",
        fix: "Say what is meant: the code, the base, or both.\n\n    vpc/main:\n      metadata:\n        component: vpc\n        inherits: [vpc]\n",
    }
}
