//! Places where Atmos's own answer is not what the author meant.

super::codes! {
    /// Sections beside `locals` replace what was imported.
    LOCALS_REPLACE = "GA0951" "locals-replace-imports" Warning {
        about: "In a file that has `locals` and imports, Atmos renders the file's own `vars`, `settings` and `env` first and hands them to every import, where they replace what the imported file sets instead of merging with it.",
        example: "import: [catalog/defaults]   # sets vars.region\nlocals:\n  name: web\nvars:\n  stage: dev                 # vars.region is lost\n",
        fix: "Move the locals, with what uses them, into a file without imports, and import that.",
    }
    /// Overrides that reach siblings.
    OVERRIDES_LEAK = "GA0952" "overrides-leak" Warning {
        about: "`overrides` of an imported file are meant for the components of that file. Atmos applies them to the components of every file that is imported after it, too.",
        example: "import:\n  - team-a     # overrides.vars.size: large\n  - team-b     # its components become large\n",
        fix: "Import the file with the overrides last, or set the values in a base that its components inherit.",
    }
    /// A timestamp becomes an empty map.
    TIMESTAMP = "GA0953" "timestamp" Warning {
        about: "A date that is not in quotes is a timestamp in YAML. Atmos's merge turns timestamps into empty maps: the value is lost.",
        example: "vars:\n  expires: 2030-01-01   # becomes {}\n",
        fix: "Put it in quotes. `gaia validate --fix` does it.\n\n    vars:\n      expires: \"2030-01-01\"\n",
    }
    /// A text that is cut at `#`.
    CUT_AT_HASH = "GA0954" "cut-at-hash" Warning {
        about: "Templates are rendered over the text of the whole component, which is then read as YAML again. A `#` behind a blank begins a comment there: the rest of the value is lost.",
        example: "vars:\n  color: \"#ff0000\"\n  label: \"color {{ .vars.color }}\"   # becomes `color`\n",
        fix: "Let the rendered text be in quotes: `quote` or `squote` of Sprig around the whole value.\n\n    label: '{{ printf \"color %s\" .vars.color | quote }}'\n",
    }
    /// Files that a pattern skips.
    GLOB_SKIPS_YML = "GA0955" "glob-skips-yml" Warning {
        about: "The pattern of an import without an extension matches `.yaml` files alone. Files called `.yml` beside them are not imported.",
        example: "import:\n  - mixins/*      # mixins/region.yml is not imported\n",
        fix: "Rename the files to `.yaml`, or add a second pattern for them.\n\n    import:\n      - mixins/*\n      - mixins/*.yml\n",
    }
    /// A name template beside delimiters of one's own.
    NAME_TEMPLATE_DELIMITERS = "GA0956" "name-template-delimiters" Warning {
        about: "`stacks.name_template` always uses `{{ }}`, whatever `templates.settings.delimiters` says. With other delimiters the stack is called by the text of the template.",
        example: "# atmos.yaml\nstacks:\n  name_template: \"[[ .vars.stage ]]\"\ntemplates:\n  settings:\n    delimiters: [\"[[\", \"]]\"]\n",
        fix: "Write the name template with `{{ }}`.\n\n    stacks:\n      name_template: \"{{ .vars.stage }}\"\n",
    }
    /// A number in octal.
    OCTAL = "GA0957" "octal-number" Warning {
        about: "A number that begins with a zero is octal in YAML, or loses the zero: `0755` is 493, `012345678901` is 12345678901.",
        example: "vars:\n  account_id: 012345678901\n",
        fix: "Put it in quotes. `gaia validate --fix` does it.\n\n    vars:\n      account_id: \"012345678901\"\n",
    }
    /// A base that an import brings back.
    IMPORT_RESETS = "GA0958" "import-resets" Warning {
        about: "Atmos imports a file as often as it is named. Of two imports that both import the same base, the second lays the base once more over what the first changed.",
        example: "# import: [a, b]; both import `base`, which sets vars.size: 1\n# a.yaml\nimport: [base]\nvars:\n  size: 2        # is 1 again after b\n",
        fix: "Import the base in the stack, before both, and not in them.",
    }
    /// A template that stays as it is, because templates are off.
    TEMPLATES_OFF = "GA0959" "templates-off" Warning {
        about: "Templates in components are rendered only if `templates.settings.enabled` of atmos.yaml is true. The text stays as it is.",
        example: "vars:\n  name: \"web-{{ .vars.stage }}\"\n",
        fix: "Switch templates on in atmos.yaml.\n\n    templates:\n      settings:\n        enabled: true\n",
    }
    /// A template whose value is a template.
    TEMPLATE_LEFT = "GA0960" "template-left" Warning {
        about: "The template refers to a value that is a template itself. Atmos renders as often as `templates.settings.evaluations` says, once by default: the inner template stays in the text.",
        example: "vars:\n  name: \"web-{{ .vars.stage }}\"\n  title: \"the {{ .vars.name }}\"   # becomes `the web-{{ .vars.stage }}`\n",
        fix: "Refer to the first value, or raise `evaluations`.\n\n    vars:\n      title: \"the web-{{ .vars.stage }}\"\n",
    }
    /// A template whose result changes its type.
    TEMPLATE_RETYPED = "GA0961" "template-retyped" Warning {
        about: "Templates are rendered over text, which is then read as YAML again: a text that reads like a number, a boolean or null after rendering becomes one.",
        example: "vars:\n  n: 4\n  code: \"1{{ .vars.n }}\"   # becomes the integer 14\n",
        fix: "Put the rendered text in quotes with `quote` of Sprig, as a whole.\n\n    code: '{{ printf \"1%v\" .vars.n | quote }}'\n",
    }
    /// Code without its values.
    COMPONENT_VARS = "GA0962" "component-not-inherited" Warning {
        about: "`metadata.component` names the code that runs, and nothing more: the vars of a component of that name are not inherited.",
        example: "components:\n  terraform:\n    vpc/defaults:\n      metadata: { type: abstract }\n      vars: { cidr: 10.0.0.0/16 }\n    vpc/main:\n      metadata: { component: vpc/defaults }\n",
        fix: "Name the base in `metadata.inherits`, and the directory of the code in `metadata.component`.\n\n    vpc/main:\n      metadata:\n        component: vpc\n        inherits: [vpc/defaults]\n",
    }
    /// Templates in a literal.
    LITERAL_TEMPLATE = "GA0963" "literal-template" Warning {
        about: "`!literal` protects a value from YAML functions, not from templates: the template in it is rendered all the same.",
        example: "vars:\n  text: !literal \"{{ .Values.name }}\"\n",
        fix: "Print the braces with a template.\n\n    text: '{{ \"{{\" }} .Values.name {{ \"}}\" }}'\n",
    }
    /// An append that reaches no component.
    APPEND_GLOBAL = "GA0964" "append-in-globals" Warning {
        about: "`!append` adds to a list of a weaker layer. The vars of a stack are the weakest layer there is: the list of a component replaces it.",
        example: "vars:\n  cidrs: !append [10.0.0.0/8]\ncomponents:\n  terraform:\n    vpc:\n      vars: { cidrs: [192.168.0.0/16] }   # is all there is\n",
        fix: "Write `!append` at the component.\n\n    vpc:\n      vars:\n        cidrs: !append [192.168.0.0/16]\n",
    }
    /// An empty map that clears nothing.
    EMPTY_CLEARS_NOTHING = "GA0965" "empty-clears-nothing" Warning {
        about: "An empty map over a map that is inherited changes nothing: maps merge. Null does not merge, it replaces.",
        example: "components:\n  terraform:\n    vpc:\n      metadata: { inherits: [vpc/defaults] }   # sets vars.tags\n      vars:\n        tags: {}                               # keeps them\n",
        fix: "Write `null`, or `!unset` to remove the key.\n\n    vars:\n      tags: null\n",
    }
    /// The command of an earlier base.
    COMMAND_LOST = "GA0966" "command-lost" Warning {
        about: "Of several bases the last one decides the `command`, even where it has none: that of an earlier base is lost.",
        example: "components:\n  terraform:\n    a: { command: tofu }\n    b: {}\n    app:\n      metadata: { inherits: [a, b] }   # runs terraform\n",
        fix: "Set `command` in the component, or name the base that has it last.\n\n    metadata: { inherits: [b, a] }\n",
    }
    /// A text that looks like a boolean.
    YES_NO = "GA0967" "yes-no" Warning {
        about: "`yes`, `no`, `on` and `off` are texts for Atmos, not booleans.",
        example: "vars:\n  enabled: yes\n",
        fix: "Write `true` or `false`. `gaia validate --fix` does it.\n\n    vars:\n      enabled: true\n",
    }
    /// A function where functions are not run.
    FUNCTION_UNSUPPORTED = "GA0968" "function-stays-text" Warning {
        about: "The YAML function stands where Atmos does not run it: it stays text.",
        example: "vars:\n  dir: !cwd\n",
        fix: "Use a function that Atmos runs in components, such as `!repo-root`.",
    }
    /// A map or list in the environment.
    ENV_PRINTED = "GA0969" "env-printed" Warning {
        about: "Variables of the environment are texts. Atmos prints a map or a list as Go does: `map[a:1]`, `[a b]`, which no program reads.",
        example: "env:\n  OPTIONS: { retries: 3 }\n",
        fix: "Write the text that the program expects.\n\n    env:\n      OPTIONS: '{\"retries\":3}'\n",
    }
}
