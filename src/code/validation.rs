//! Schemas and policies of `settings.validation`, and schemas of other files.

super::codes! {
    /// The JSON Schema of a component refuses it.
    COMPONENT_SCHEMA = "GA0601" "component-schema" Error {
        about: "A JSON Schema that `settings.validation` of the component names refuses the component. The schema sees all sections: `vars`, `settings`, `env`, `backend`, `metadata` and so on.",
        example: "components:\n  terraform:\n    vpc:\n      settings:\n        validation:\n          check-vars:\n            schema_type: jsonschema\n            schema_path: vpc.json\n      vars:\n        cidr: 10\n",
        fix: "Change the value as the message says, or the schema.\n\n    vars:\n      cidr: 10.0.0.0/16\n",
    }
    /// A policy of a component refuses it.
    COMPONENT_POLICY = "GA0602" "component-policy" Error {
        about: "A Rego policy that `settings.validation` of the component names gives errors: `data.atmos.errors` is not empty.",
        example: "components:\n  terraform:\n    vpc:\n      settings:\n        validation:\n          check-policy:\n            schema_type: opa\n            schema_path: vpc.rego\n",
        fix: "Change what the policy's message names, or the policy.",
    }
    /// A validation that cannot be carried out.
    INVALID_VALIDATION = "GA0603" "invalid-validation" Error {
        about: "A validation of `settings.validation`, or an entry of `schemas` in atmos.yaml, cannot be carried out: its type is unknown, a file that it names is not there or cannot be read, or the policy does not end in time.",
        example: "settings:\n  validation:\n    check:\n      schema_type: json\n      schema_path: vpc.json\n",
        fix: "Name a type (`jsonschema` or `opa`) and a file that is there; paths are relative to `schemas.jsonschema.base_path` or `schemas.opa.base_path` of atmos.yaml.\n\n    settings:\n      validation:\n        check:\n          schema_type: jsonschema\n          schema_path: vpc.json\n",
    }
    /// A JSON Schema of atmos.yaml refuses a file.
    FILE_SCHEMA = "GA0604" "file-schema" Error {
        about: "A JSON Schema that an entry of `schemas` in atmos.yaml names refuses a file that its `matches` finds.",
        example: "# atmos.yaml\nschemas:\n  tools:\n    schema: schemas/tools.json\n    matches: [\"config/*.yaml\"]\n",
        fix: "Change the file as the message says, or the schema.",
    }
}
