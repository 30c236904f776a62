//! Sections and keys of manifests.

super::codes! {
    /// A value of the wrong type.
    WRONG_TYPE = "GA0201" "wrong-type" Error {
        about: "A section or a key holds a value of the wrong type: a list where a map belongs, a number where a text belongs, or nothing at all. Atmos checks manifests before templates are rendered and YAML functions are run, so neither can stand for a section.",
        example: "components:\n  terraform:\n    vpc:\n      vars: [cidr]\n",
        fix: "Give it the type that belongs there; a section without entries is `{}`, not empty.\n\n    components:\n      terraform:\n        vpc:\n          vars:\n            cidr: 10.0.0.0/16\n",
    }
    /// A key that is not known here.
    UNKNOWN_KEY = "GA0202" "unknown-key" Error {
        about: "A component or another section has a key that Atmos does not know there. Atmos refuses the whole repository.",
        example: "components:\n  terraform:\n    vpc:\n      varz:\n        cidr: 10.0.0.0/16\n",
        fix: "Correct the word, or move the key to where it belongs.\n\n    components:\n      terraform:\n        vpc:\n          vars:\n            cidr: 10.0.0.0/16\n",
    }
    /// A word that is none of those allowed.
    UNKNOWN_VALUE = "GA0203" "unknown-value" Error {
        about: "The key takes one of a few words, and this is none of them.",
        example: "components:\n  terraform:\n    vpc:\n      metadata:\n        type: abstrct\n",
        fix: "Write one of the words that the message lists.\n\n    metadata:\n      type: abstract\n",
    }
    /// A key that must be there is not.
    MISSING_KEY = "GA0204" "missing-key" Error {
        about: "The section lacks a key that Atmos asks for.",
        example: "workflows:\n  deploy:\n    description: Deploy everything\n",
        fix: "Add the key.\n\n    workflows:\n      deploy:\n        description: Deploy everything\n        steps:\n          - command: terraform apply vpc\n",
    }
    /// A name with characters that names cannot have.
    INVALID_NAME = "GA0205" "invalid-name" Error {
        about: "The name has a character that names cannot have here, or none at all.",
        example: "components:\n  terraform:\n    \"vpc@main\": {}\n",
        fix: "Use the characters that the message lists.\n\n    components:\n      terraform:\n        vpc-main: {}\n",
    }
    /// A value that is out of range.
    INVALID_VALUE = "GA0206" "invalid-value" Error {
        about: "The value has the right type and cannot be used all the same: a number out of range, an empty list where one item is needed, an item twice in a list of distinct ones, a number that JSON cannot write.",
        example: "components:\n  terraform:\n    vpc:\n      metadata:\n        inherits: [base, base]\n",
        fix: "Correct the value.\n\n    metadata:\n      inherits: [base]\n",
    }
    /// The user's own JSON Schema refuses it.
    OWN_SCHEMA = "GA0207" "own-schema" Error {
        about: "The JSON Schema that `schemas.atmos.manifest` of atmos.yaml names refuses the manifest.",
        example: "# atmos.yaml\nschemas:\n  atmos:\n    manifest: schemas/manifest.json\n",
        fix: "Change the manifest as the message says, or the schema.",
    }
    /// A top-level key that Atmos ignores.
    UNKNOWN_SECTION = "GA0208" "unknown-section" Warning {
        about: "Atmos knows no section of that name at the top of a manifest, and ignores it. It is very near to one that it knows.",
        example: "componets:\n  terraform:\n    vpc: {}\n",
        fix: "Correct the word.\n\n    components:\n      terraform:\n        vpc: {}\n",
    }
    /// A component type that Atmos does not know.
    UNKNOWN_TYPE = "GA0209" "unknown-component-type" Warning {
        about: "Atmos takes the name of a component type that it does not know for a custom type, which only custom commands use. It is very near to one that it knows.",
        example: "components:\n  terrafrom:\n    vpc: {}\n",
        fix: "Correct the word.\n\n    components:\n      terraform:\n        vpc: {}\n",
    }
}
