//! Dependencies, workflows, Terraform code, backends.

super::codes! {
    /// A dependency on a component that is not there.
    DEPENDENCY_COMPONENT = "GA0501" "dependency-unknown-component" Warning {
        about: "A component depends on one that the stack does not have. Atmos orders it as if nothing stood in its way. It is an error where a component of nearly that name is there.",
        example: "components:\n  terraform:\n    app:\n      dependencies:\n        components:\n          - component: vcp\n",
        fix: "Correct the name, or import the component into the stack.\n\n    dependencies:\n      components:\n        - component: vpc\n",
    }
    /// A dependency on a stack that is not there.
    DEPENDENCY_STACK = "GA0502" "dependency-unknown-stack" Warning {
        about: "A component depends on one of a stack that does not exist. It is an error where a stack of nearly that name does.",
        example: "dependencies:\n  components:\n    - component: dns\n      stack: acme-porduction\n",
        fix: "Correct the name; `gaia list stacks` shows all.",
    }
    /// Dependencies in a circle.
    DEPENDENCY_CIRCULAR = "GA0503" "dependency-circular" Error {
        about: "Components depend on each other in a circle: there is no order in which they can be applied.",
        example: "components:\n  terraform:\n    a:\n      dependencies: { components: [{ component: b }] }\n    b:\n      dependencies: { components: [{ component: a }] }\n",
        fix: "Remove one dependency of the circle, or split a component in two.",
    }
    /// A dependency on something that is never deployed.
    DEPENDENCY_ABSTRACT = "GA0504" "dependency-abstract" Warning {
        about: "A component depends on an abstract one, which is never deployed.",
        example: "dependencies:\n  components:\n    - component: vpc/defaults   # metadata.type is abstract\n",
        fix: "Name the component that is deployed.",
    }
    /// A dependency on a file or folder that is not there.
    DEPENDENCY_FILE = "GA0505" "dependency-missing-file" Warning {
        about: "A component names a file or folder that it depends on, and there is none. Changes of it never count as changes of the component.",
        example: "dependencies:\n  files:\n    - config/alarmz.yaml\n",
        fix: "Correct the path: it is relative to the base path of the repository.\n\n    dependencies:\n      files:\n        - config/alarms.yaml\n",
    }
    /// A type of step that there is not.
    STEP_TYPE = "GA0511" "step-type" Error {
        about: "The step of a workflow has a type that Atmos does not know.",
        example: "workflows:\n  deploy:\n    steps:\n      - command: echo hi\n        type: shel\n",
        fix: "Correct the word; without a type a step is a command of Atmos.\n\n    - command: echo hi\n      type: shell\n",
    }
    /// A workflow over a stack that is not there.
    WORKFLOW_STACK = "GA0512" "workflow-unknown-stack" Error {
        about: "A workflow or one of its steps names a stack that does not exist.",
        example: "workflows:\n  deploy:\n    stack: acme-dve\n    steps:\n      - command: terraform apply vpc\n",
        fix: "Correct the name; `gaia list stacks` shows all.",
    }
    /// A step that waits for one that is not there.
    STEP_NEEDS = "GA0513" "step-needs" Error {
        about: "A step waits (`needs`, `depends_on`) for a step that the workflow does not have, or for itself.",
        example: "steps:\n  - name: build\n    command: make\n  - name: deploy\n    command: make deploy\n    needs: [biuld]\n",
        fix: "Correct the name.\n\n    needs: [build]\n",
    }
    /// Steps that wait for each other.
    STEP_CIRCULAR = "GA0514" "step-circular" Error {
        about: "Steps of a workflow wait for each other in a circle.",
        example: "steps:\n  - { name: a, command: x, needs: [b] }\n  - { name: b, command: y, needs: [a] }\n",
        fix: "Remove one of the `needs`.",
    }
    /// A step that does nothing.
    STEP_EMPTY = "GA0515" "step-empty" Warning {
        about: "The step has no command. Atmos runs it as an empty command, which does nothing and succeeds.",
        example: "steps:\n  - name: build\n",
        fix: "Give it a command, or remove it.\n\n    - name: build\n      command: make\n      type: shell\n",
    }
    /// Two steps of one name.
    STEP_REPEATED = "GA0516" "step-repeated" Warning {
        about: "Two steps of a workflow have the same name. `--from-step` and `needs` find the first.",
        example: "steps:\n  - { name: plan, command: terraform plan vpc }\n  - { name: plan, command: terraform plan eks }\n",
        fix: "Give each step a name of its own.",
    }
    /// A workflow command over a component that is not there.
    WORKFLOW_COMPONENT = "GA0517" "workflow-unknown-component" Warning {
        about: "The step of a workflow runs a command of Atmos on a component that no stack has.",
        example: "steps:\n  - command: terraform apply vcp\n",
        fix: "Correct the name; `gaia list components` shows all.",
    }
    /// A workflow that is no workflow.
    WORKFLOW_INVALID = "GA0518" "workflow-invalid" Error {
        about: "The file lies in the folder of workflows and does not hold what Atmos reads as workflows: `workflows`, below it names, below each a list of `steps` that are maps.",
        example: "workflows:\n  deploy:\n    steps: terraform apply vpc\n",
        fix: "Write the steps as a list of maps.\n\n    workflows:\n      deploy:\n        steps:\n          - command: terraform apply vpc\n",
    }
    /// A key of a step or a workflow that is nearly one that there is.
    STEP_KEY = "GA0519" "step-unknown-key" Warning {
        about: "A workflow or one of its steps has a key that Atmos does not know and passes over, and that is nearly one that it knows.",
        example: "steps:\n  - name: plan\n    typ: atmos\n    command: terraform plan vpc\n",
        fix: "Correct the key.\n\n    type: atmos\n",
    }
    /// A command of Atmos that there is not.
    STEP_COMMAND = "GA0520" "step-unknown-command" Warning {
        about: "A step runs a command of Atmos that is none, and nearly one that there is.",
        example: "steps:\n  - type: atmos\n    command: terraform destory vpc\n",
        fix: "Correct the command.\n\n    command: terraform destroy vpc\n",
    }
    /// A variable that the code does not declare.
    VARIABLE_UNDECLARED = "GA0521" "variable-undeclared" Warning {
        about: "The component sets a variable that its Terraform code does not declare. Terraform ignores the value, with a warning.",
        example: "components:\n  terraform:\n    vpc:\n      vars:\n        cidr_blok: 10.0.0.0/16\n",
        fix: "Correct the name, declare the variable, or remove it.\n\n    vars:\n      cidr_block: 10.0.0.0/16\n",
    }
    /// A variable that must be set.
    VARIABLE_REQUIRED = "GA0522" "variable-required" Warning {
        about: "The Terraform code declares a variable without a default, and the stack sets none. Terraform asks for it, or fails where nobody can answer.",
        example: "# components/terraform/vpc/variables.tf: variable \"cidr_block\" { type = string }\ncomponents:\n  terraform:\n    vpc: {}\n",
        fix: "Set the variable in the component, in one of its bases or for the whole stack.\n\n    components:\n      terraform:\n        vpc:\n          vars:\n            cidr_block: 10.0.0.0/16\n",
    }
    /// A value that the code does not take.
    VARIABLE_TYPE = "GA0523" "variable-type" Warning {
        about: "The value has a type that the variable's declaration does not take and Terraform cannot convert. Texts become numbers and booleans, and back, where they read like one; `yes` and `on` do not.",
        example: "# variable \"azs\" { type = list(string) }\nvars:\n  azs: eu-west-1a\n",
        fix: "Write a value of the declared type.\n\n    vars:\n      azs: [eu-west-1a]\n",
    }
    /// Terraform code that cannot be read.
    TERRAFORM_CODE = "GA0524" "terraform-code" Error {
        about: "Terraform would refuse the code of a component, or of a module that it calls by a path: it cannot be read, refers to what nothing declares, calls a function that there is none, gives a block what it does not take, or a variable a default that does not fit its type.",
        example: "variable \"cidr_block\" {\n  type = strng\n}\noutput \"id\" {\n  value = var.cidr_blok\n}\n",
        fix: "Correct the code; `terraform validate` in its directory says more.",
    }
    /// A variable that nobody reads.
    VARIABLE_UNUSED = "GA0525" "variable-unused" Warning {
        about: "The variable is set for whole stacks, but no component's Terraform code declares it, no template refers to it, and it is no part of a stack's name.",
        example: "vars:\n  teem: platform\n",
        fix: "Remove it, or correct its name.",
    }
    /// An attribute that the type of a variable does not have.
    ATTRIBUTE_UNDECLARED = "GA0526" "attribute-undeclared" Warning {
        about: "The value of a variable has an attribute that its object type does not declare. Terraform drops it without a word.",
        example: "# variable \"nodes\" { type = object({ min_size = number }) }\nvars:\n  nodes: { minsize: 3 }\n",
        fix: "Correct the name, declare the attribute, or remove it.\n\n    nodes: { min_size: 3 }\n",
    }
    /// A value that is not what its name says.
    VALUE_UNLIKELY = "GA0527" "value-unlikely" Warning {
        about: "The name of a value says what it is, and it is none: a CIDR block with an address or a length that cannot be, a region whose name is a slip of one of AWS's, an ARN with an account of eleven digits, a schedule without its six fields, a port above 65535. Or two values of one map do not fit together, a subnet and the block around it, or a value names the stage of another stack. Atmos hands it on; what reads it will refuse it.",
        example: "vars:\n  region: us-esat-1\n  cidr_block: 10.0.0.0/33\n",
        fix: "Correct the value.\n\n    vars:\n      region: us-east-1\n      cidr_block: 10.0.0.0/16\n",
    }
    /// A value of another kind than everywhere else.
    VALUE_KIND = "GA0528" "value-kind" Warning {
        about: "A value is of another kind than the same value has everywhere else: a text where all others have a map, a word where they have a number. Atmos puts one in the place of the other without a word. Or a key stands once, and all others write it otherwise by a letter: Atmos keeps both.",
        example: "# stacks/catalog/vpc.yaml\nvars:\n  tags: { team: core }\n# stacks/deploy/dev.yaml\nvars:\n  tags: core\n",
        fix: "Write the value as everywhere else, or declare a type in the code that takes both.\n\n    vars:\n      tags: { team: core }\n",
    }
    /// A backend that lacks a setting.
    BACKEND_INCOMPLETE = "GA0531" "backend-incomplete" Warning {
        about: "The backend lacks a setting without which Terraform cannot keep its state there.",
        example: "terraform:\n  backend_type: s3\n  backend:\n    s3:\n      region: eu-west-1\n",
        fix: "Add the setting.\n\n    terraform:\n      backend:\n        s3:\n          bucket: acme-terraform-state\n          region: eu-west-1\n",
    }
    /// A backend type without its section.
    BACKEND_SECTION = "GA0532" "backend-section" Error {
        about: "`backend_type` names a backend that the `backend` section does not configure.",
        example: "terraform:\n  backend_type: s3\n  backend:\n    gcs:\n      bucket: state\n",
        fix: "Add the section, or change the type.\n\n    terraform:\n      backend_type: gcs\n",
    }
}
