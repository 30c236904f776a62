//! YAML and atmos.yaml.

super::codes! {
    /// The text is no YAML.
    YAML_SYNTAX = "GA0001" "yaml-syntax" Error {
        about: "The file is no YAML. Atmos reads nothing of it, and no stack that imports it. gaia goes on behind the place that is wrong, so that further problems of the file show in the same run.",
        example: "vars:\n  name: \"web\n  size: 2\n",
        fix: "Close the quote, indent with spaces, quote texts that begin with `%`, `@`, `*`, `&`, `{` or `[`.\n\n    vars:\n      name: \"web\"\n      size: 2\n",
    }
    /// A map has a key twice.
    DUPLICATE_KEY = "GA0002" "duplicate-key" Error {
        about: "A map names the same key twice. Atmos refuses the file. The two places are usually the halves of what should be one section.",
        example: "vars:\n  stage: dev\nvars:\n  tenant: acme\n",
        fix: "Keep one of them, with the entries of both.\n\n    vars:\n      stage: dev\n      tenant: acme\n",
    }
    /// A key that no map can have.
    INVALID_KEY = "GA0003" "invalid-key" Error {
        about: "The key of a map is null, a list or a map. Atmos cannot read that, and often crashes over it. A value that begins with a template and is not in quotes is the usual reason: `{{` begins a map in YAML.",
        example: "vars:\n  name: {{ .vars.stage }}\n",
        fix: "Put the value in quotes.\n\n    vars:\n      name: \"{{ .vars.stage }}\"\n",
    }
    /// An alias without its anchor.
    UNKNOWN_ANCHOR = "GA0004" "unknown-anchor" Error {
        about: "An alias (`*name`) repeats a value, but no anchor (`&name`) of that name stands before it in the same file. Anchors do not reach over imports.",
        example: "vars:\n  tags: *defaults\n",
        fix: "Define the anchor above, or import the values and let them merge.\n\n    defaults: &defaults\n      team: core\n    vars:\n      tags: *defaults\n",
    }
    /// atmos.yaml is wrong.
    CONFIGURATION = "GA0005" "configuration" Error {
        about: "The configuration of Atmos (`atmos.yaml`, its imports and profiles) cannot be used as it stands.",
        example: "# atmos.yaml\nstacks:\n  base_path: stacks\n  included_paths: deploy\n",
        fix: "Give the setting the type that Atmos documents.\n\n    stacks:\n      base_path: stacks\n      included_paths: [\"deploy/**/*\"]\n",
    }
    /// There is no stack.
    NO_STACKS = "GA0006" "no-stacks" Error {
        about: "No manifest is a stack: `stacks.included_paths` of atmos.yaml names no file that `excluded_paths` leaves.",
        example: "# atmos.yaml\nstacks:\n  base_path: stacks\n  included_paths: [\"depoly/**/*\"]\n",
        fix: "Correct the pattern; it is relative to `stacks.base_path`.\n\n    stacks:\n      base_path: stacks\n      included_paths: [\"deploy/**/*\"]\n",
    }
    /// A manifest is no map.
    NOT_A_MANIFEST = "GA0007" "not-a-manifest" Error {
        about: "A stack manifest must be a map with sections such as `import`, `vars` and `components`. A file of comments alone, of blank lines or of `---` is null, which Atmos refuses; an empty file and `{}` are accepted.",
        example: "- import: catalog/vpc\n",
        fix: "Write the sections at the top level, or remove the file.\n\n    import:\n      - catalog/vpc\n",
    }
    /// More than one document in a file.
    SECOND_DOCUMENT = "GA0008" "second-document" Warning {
        about: "Atmos reads the first document of a file and ignores everything behind a `---` line.",
        example: "vars:\n  stage: dev\n---\ncomponents:\n  terraform: {}\n",
        fix: "Remove the line, or move what follows into a file of its own.\n\n    vars:\n      stage: dev\n    components:\n      terraform: {}\n",
    }
    /// A key of atmos.yaml that is nearly one that there is.
    CONFIGURATION_KEY = "GA0009" "configuration-key" Warning {
        about: "atmos.yaml has a key that Atmos does not know and passes over, and that is nearly one that it knows.",
        example: "stacks:\n  base_path: stacks\n  name_patern: \"{stage}\"\n",
        fix: "Correct the key.\n\n    stacks:\n      name_pattern: \"{stage}\"\n",
    }
}
