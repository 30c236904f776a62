//! Templates and YAML functions.

super::codes! {
    /// A template that does not parse.
    TEMPLATE_SYNTAX = "GA0401" "template-syntax" Error {
        about: "The text is no Go template: an action that is not closed, an `end` too many or too few, a function that Atmos does not offer. Functions of Sprig and Gomplate exist only where atmos.yaml switches them on.",
        example: "vars:\n  name: \"{{ .vars.stage | uper }}\"\n",
        fix: "Correct the template.\n\n    vars:\n      name: \"{{ .vars.stage | upper }}\"\n",
    }
    /// A template that needs a value that is not there.
    TEMPLATE_MISSING = "GA0402" "template-missing-value" Warning {
        about: "The template refers to a value that the component does not have. Atmos writes `<no value>` in its place, or fails where it goes deeper.",
        example: "vars:\n  stage: dev\n  name: \"web-{{ .vars.stgae }}\"\n",
        fix: "Correct the path, set the value, or give a default.\n\n    vars:\n      name: \"web-{{ .vars.stage }}\"\n",
    }
    /// A template that fails.
    TEMPLATE_FAILED = "GA0403" "template-failed" Error {
        about: "The template cannot be rendered while the manifest is read. Files that are imported with a `context`, and the imports of a file with `locals`, are rendered early and strictly: they see the `context` and nothing else.",
        example: "# imported with `context: { tenant: acme }`\nvars:\n  name: \"{{ .stage }}\"\n",
        fix: "Add the value to the import's `context`, or set `ignore_missing_template_values: true` on the import.",
    }
    /// A YAML function that there is not.
    FUNCTION_UNKNOWN = "GA0404" "unknown-function" Error {
        about: "Atmos has no YAML function of that name, and refuses the file.",
        example: "vars:\n  vpc_id: !terraform.outputs vpc vpc_id\n",
        fix: "Correct the name.\n\n    vars:\n      vpc_id: !terraform.output vpc vpc_id\n",
    }
    /// A YAML function with wrong arguments.
    FUNCTION_ARGUMENTS = "GA0405" "function-arguments" Error {
        about: "The YAML function has too few arguments, too many, or one that is not closed.",
        example: "vars:\n  vpc_id: !terraform.output vpc\n",
        fix: "Give the arguments that it takes.\n\n    vars:\n      vpc_id: !terraform.output vpc vpc_id\n",
    }
    /// Locals that need each other.
    LOCALS_CIRCULAR = "GA0406" "locals-circular" Error {
        about: "Locals of a file need each other in a circle.",
        example: "locals:\n  a: \"{{ .locals.b }}\"\n  b: \"{{ .locals.a }}\"\n",
        fix: "Let one of them stand on its own.",
    }
    /// A local that the file does not have.
    LOCAL_UNKNOWN = "GA0407" "unknown-local" Warning {
        about: "A template refers to a local that its file does not define. Locals belong to the file that defines them: neither importing nor imported files see them, and the `vars` of a component do not see its `locals`.",
        example: "locals:\n  name: web\nvars:\n  title: \"{{ .locals.nmae }}\"\n",
        fix: "Correct the name, or define the local in this file.\n\n    vars:\n      title: \"{{ .locals.name }}\"\n",
    }
    /// A function over a component that is not there.
    FUNCTION_REFERENCE = "GA0408" "function-reference" Error {
        about: "A YAML function or a template reads from a component, a stack or a store that does not exist.",
        example: "vars:\n  vpc_id: !terraform.state vcp vpc_id\n",
        fix: "Correct the name.\n\n    vars:\n      vpc_id: !terraform.state vpc vpc_id\n",
    }
    /// An output that the code does not declare.
    OUTPUT_UNKNOWN = "GA0409" "unknown-output" Warning {
        about: "A YAML function reads an output that the Terraform code of the component does not declare.",
        example: "vars:\n  vpc_id: !terraform.state vpc vpcid\n",
        fix: "Correct the name, or declare the output.\n\n    vars:\n      vpc_id: !terraform.state vpc vpc_id\n",
    }
}
