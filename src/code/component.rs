//! Components and stacks.

super::codes! {
    /// A base that is not there.
    INHERITS_UNKNOWN = "GA0301" "inherits-unknown" Error {
        about: "A component inherits from one that its stack does not have: the name is wrong, or the file that defines it is not imported. Only components of the same type in the same stack can be bases.",
        example: "components:\n  terraform:\n    vpc:\n      metadata:\n        inherits: [vpc/defualts]\n",
        fix: "Correct the name, or import the file with the base.\n\n    import: [catalog/vpc/defaults]\n    components:\n      terraform:\n        vpc:\n          metadata:\n            inherits: [vpc/defaults]\n",
    }
    /// Components that inherit in a circle.
    INHERITS_CIRCULAR = "GA0302" "inherits-circular" Warning {
        about: "Components inherit from each other in a circle. Through `metadata.inherits` Atmos accepts that without a word and gives values that depend on where it starts; through `component` it refuses.",
        example: "components:\n  terraform:\n    a:\n      metadata: { inherits: [b] }\n    b:\n      metadata: { inherits: [a] }\n",
        fix: "Remove one step of the circle; what both share belongs into an abstract component.",
    }
    /// A component that inherits from itself.
    INHERITS_SELF = "GA0303" "inherits-self" Warning {
        about: "A component names itself among its bases. Atmos ignores that.",
        example: "components:\n  terraform:\n    vpc:\n      metadata: { inherits: [vpc] }\n",
        fix: "Remove the name, or write that of the base that was meant.",
    }
    /// A component without code.
    CODE_MISSING = "GA0304" "code-missing" Warning {
        about: "The component runs the code of a directory that does not exist: `metadata.component`, else `component`, else its own name, below the base path of its type. Atmos describes such a component, and fails when it is planned.",
        example: "components:\n  terraform:\n    vpc/main:\n      metadata:\n        component: vcp   # there is components/terraform/vpc\n",
        fix: "Correct the name, add the code, or make the component abstract.\n\n    metadata:\n      component: vpc\n",
    }
    /// A component that a stack defines twice.
    DUPLICATE_COMPONENT = "GA0305" "duplicate-component" Error {
        about: "Two manifests give the same stack name, and both define the component, differently. Atmos cannot say which one is meant, and refuses.",
        example: "# stacks/a.yaml and stacks/b.yaml, both with `vars: { stage: dev }`\ncomponents:\n  terraform:\n    vpc:\n      vars: { cidr: 10.0.0.0/16 }   # 10.1.0.0/16 in the other\n",
        fix: "Define it in one of them, or let the manifests have different names.",
    }
    /// Two manifests with one name.
    SHARED_NAME = "GA0306" "shared-stack-name" Warning {
        about: "Two manifests give the same stack name. Atmos joins them to one stack, which is seldom meant: a copied file whose variables were not changed looks the same.",
        example: "# stacks/dev.yaml\nvars: { stage: dev }\n# stacks/prod.yaml\nvars: { stage: dev }\n",
        fix: "Give each manifest the variables that tell it apart.\n\n    # stacks/prod.yaml\n    vars: { stage: prod }\n",
    }
    /// A stack that has no name.
    NO_NAME = "GA0307" "no-stack-name" Error {
        about: "The name of the stack cannot be built: a variable that `stacks.name_pattern` or `stacks.name_template` needs is missing, empty or no text.",
        example: "# atmos.yaml has `name_pattern: \"{tenant}-{stage}\"`\nvars:\n  tenant: acme\n",
        fix: "Set the variable, or the manifest's `name`.\n\n    vars:\n      tenant: acme\n      stage: dev\n",
    }
    /// A name that commands cannot find.
    NAME_WITH_SLASH = "GA0308" "name-with-slash" Warning {
        about: "The stack's `name` has a slash. Atmos takes such a name for the path of a manifest: the stack is listed, but no command finds it under its name.",
        example: "# stacks/deploy/prod.yaml\nname: acme/prod\n",
        fix: "Write dashes.\n\n    name: acme-prod\n",
    }
    /// A component that cannot be resolved.
    UNRESOLVED = "GA0309" "unresolved-component" Error {
        about: "The layers of the component cannot be merged.",
        example: "terraform:\n  backend_type: s3\n  backend:\n    gcs: { bucket: state }\n",
        fix: "Change what the message names.",
    }
    /// A base of another type.
    INHERITS_OTHER_TYPE = "GA0310" "inherits-other-type" Error {
        about: "A component inherits from one of another type. Bases are looked for among the components of the same type.",
        example: "components:\n  helmfile:\n    base: {}\n  terraform:\n    app:\n      metadata: { inherits: [base] }\n",
        fix: "Define the base under the component's own type, or put what both share into the stack's `vars`.",
    }
    /// A pattern with a token that Atmos does not know.
    UNKNOWN_TOKEN = "GA0311" "unknown-name-token" Warning {
        about: "`stacks.name_pattern` has a token that Atmos does not know. It knows `{namespace}`, `{tenant}`, `{environment}` and `{stage}`, each alone between dashes, and passes over everything else.",
        example: "# atmos.yaml\nstacks:\n  name_pattern: \"{tenant}-{account}\"\n",
        fix: "Use the tokens that there are, or a template.\n\n    stacks:\n      name_template: \"{{ .vars.tenant }}-{{ .vars.account }}\"\n",
    }
}
