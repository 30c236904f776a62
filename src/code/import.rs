//! Imports.

super::codes! {
    /// An import of a file that is not there.
    IMPORT_MISSING = "GA0101" "import-missing" Error {
        about: "An import names a file that does not exist. Paths are relative to the stacks folder (`stacks.base_path`), those that begin with `./` or `../` to the importing file; without an extension `.yaml` is looked for.",
        example: "import:\n  - catalog/vcp\n",
        fix: "Correct the path, or allow the file to be absent.\n\n    import:\n      - catalog/vpc\n      - path: catalog/optional\n        skip_if_missing: true\n",
    }
    /// Imports in a circle.
    IMPORT_CIRCULAR = "GA0102" "import-circular" Error {
        about: "A file imports itself by way of others. Atmos never ends.",
        example: "# stacks/a.yaml\nimport: [b]\n# stacks/b.yaml\nimport: [a]\n",
        fix: "Remove one import of the circle; what both files need belongs into a third.",
    }
    /// A file imports itself.
    IMPORT_SELF = "GA0103" "import-self" Error {
        about: "A file names itself in its `import` list.",
        example: "# stacks/catalog/vpc.yaml\nimport:\n  - catalog/vpc\n",
        fix: "Remove the import.",
    }
    /// A pattern that matches nothing.
    IMPORT_GLOB_EMPTY = "GA0104" "import-glob-empty" Error {
        about: "The pattern of an import matches no file. Atmos refuses it unless `skip_if_missing` is set. A pattern without an extension matches `.yaml` files alone, never `.yml`.",
        example: "import:\n  - mixins/regoin/*\n",
        fix: "Correct the pattern, name the extension (`mixins/region/*.yml`), or allow it to match nothing.\n\n    import:\n      - mixins/region/*\n",
    }
    /// An item that is no import.
    IMPORT_INVALID = "GA0105" "import-invalid" Error {
        about: "An item of `import` is neither a path nor a map with `path`, or one of its options has the wrong type.",
        example: "import:\n  - file: catalog/vpc\n",
        fix: "Write a path, or a map with `path` and options.\n\n    import:\n      - path: catalog/vpc\n        context: { stage: dev }\n",
    }
    /// An import from elsewhere.
    IMPORT_REMOTE = "GA0106" "import-remote" Warning {
        about: "The import names an address, and what it names was not fetched yet. Validation opens no connections: what the file brings is unknown here, and what refers to it may be reported.",
        example: "import:\n  - https://example.com/stacks/vpc.yaml\n",
        fix: "Fetch it with `gaia validate --offline=false`, or with a command that fetches by itself, such as `gaia describe stacks`; after that it is read from the cache.",
    }
    /// An import path with a template that fails.
    IMPORT_TEMPLATE = "GA0107" "import-template" Error {
        about: "The path of an import is a template, which sees `vars`, `settings` and `env` of the imports before it and the import's own `context`, and no more. A value that it needs is not among them.",
        example: "import:\n  - mixins/region/{{ .vars.region }}\nvars:\n  region: eu\n",
        fix: "Set the value in an earlier import, or in the `context` of this one.",
    }
    /// A file of `!include` that is not there.
    INCLUDE_MISSING = "GA0108" "include-missing" Error {
        about: "`!include` or `!include.raw` names a file that is not there or cannot be read as what its extension says. Paths that begin with `.` are relative to the manifest, others to the base path.",
        example: "vars:\n  users: !include ./user.yaml\n",
        fix: "Correct the path.\n\n    vars:\n      users: !include ./users.yaml\n",
    }
    /// The same import twice.
    IMPORT_REPEATED = "GA0109" "import-repeated" Warning {
        about: "The same file stands twice in one `import` list. Atmos does not remember what it imported: the file is laid a second time over everything that came between.",
        example: "import:\n  - catalog/defaults\n  - catalog/vpc\n  - catalog/defaults\n",
        fix: "Keep one of them; the last one decides what wins.",
    }
    /// An import of another's place.
    IMPORT_ODD = "GA0110" "import-odd" Warning {
        about: "A manifest imports the mixin of another region, stage or tenant than its own path names, where all others that are like it import their own. That comes of copying a manifest: the stack gets the variables, and often the name, of another.",
        example: "# stacks/orgs/acme/dev/eu-west-1.yaml; every other stack imports the region that its file is called by\nimport:\n  - mixins/region/eu-west-2\n",
        fix: "Import what belongs to the path.\n\n    import:\n      - mixins/region/eu-west-1\n",
    }
}
