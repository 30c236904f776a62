//! Scripts of workflows.

super::codes! {
    /// `${x:+"--flag ${x}"}`
    SCRIPT_ONE_WORD = "GA0541" "script-one-word" Warning {
        about: "The quotes inside `${x:+\"--option ${x}\"}` make one word of an option and its value: the program gets `--option value` as a single argument, and refuses it.",
        example: "steps:\n  - type: shell\n    command: rotate ${region:+\"--region ${region}\"}\n",
        fix: "Quote the value alone.\n\n    command: rotate ${region:+--region \"${region}\"}\n",
    }
    /// `${x:+--flag}`
    SCRIPT_SWITCH = "GA0542" "script-switch" Warning {
        about: "`${x:+--flag}` gives the flag whenever `x` is set, also to `false`.",
        example: "steps:\n  - type: shell\n    command: rotate ${restart_pods:+--restart-pods}\n",
        fix: "Compare the value.\n\n    command: |\n      [ \"${restart_pods:-false}\" = true ] && set -- --restart-pods\n      rotate \"$@\"\n",
    }
    /// `check || echo`
    SCRIPT_NEVER_FAILS = "GA0543" "script-never-fails" Warning {
        about: "A check is followed by `|| echo` or `|| true`: whatever it finds, the step goes on and ends well.",
        example: "steps:\n  - type: shell\n    command: gaia validate || true\n",
        fix: "Let the check fail the step, or keep its exit code and fail at the end.\n\n    command: gaia validate\n",
    }
    /// An argument that nothing comes of.
    ARGUMENT_UNUSED = "GA0544" "argument-unused" Warning {
        about: "A workflow reads an argument and does nothing with it, or offers one in its usage that no step reads.",
        example: "steps:\n  - type: shell\n    command: |\n      PARALLEL=\"${parallel:-false}\"\n      make plan\n",
        fix: "Use it, or take it out.",
    }
    /// The time in a name that several steps compute.
    SCRIPT_TIME = "GA0545" "script-time" Warning {
        about: "Several steps compute the same name with the time in it. Each step is later than the one before, so that each looks elsewhere, and finds nothing.",
        example: "steps:\n  - type: shell\n    command: DIR=\"logs/$(date +%s)\"; mkdir \"$DIR\"\n  - type: shell\n    command: DIR=\"logs/$(date +%s)\"; ls \"$DIR\"\n",
        fix: "Compute it once, and hand it on in a file or an argument.",
    }
    /// A workflow that calls itself.
    WORKFLOW_RECURSION = "GA0546" "workflow-recursion" Warning {
        about: "A workflow calls a command that runs the same workflow. gaia refuses the second round, or runs its own command of that name in its place.",
        example: "workflows:\n  validate:\n    steps:\n      - type: shell\n        command: gaia workflow run validate\n",
        fix: "Call the command that does the work.\n\n    command: gaia validate\n",
    }
    /// A file that a script names and that is not there.
    SCRIPT_FILE = "GA0547" "script-missing-file" Warning {
        about: "A script names a file or directory of the repository that is not there.",
        example: "steps:\n  - type: shell\n    command: conftest test plan.json --policy policies/missing\n",
        fix: "Correct the path, or add what it names.",
    }
    /// Plans that are made, and made again to be applied.
    PLAN_UNUSED = "GA0548" "plan-unused" Warning {
        about: "A workflow saves plans for review and then applies without them: Terraform plans anew, and what it applies is not what was reviewed.",
        example: "steps:\n  - type: shell\n    command: atmos terraform plan vpc -s dev -out=vpc.tfplan\n  - type: shell\n    command: atmos terraform apply vpc -s dev -auto-approve\n",
        fix: "Apply the plan that was saved; `gaia apply` shows plans and applies just these.\n\n    command: atmos terraform apply vpc -s dev --from-plan --planfile vpc.tfplan\n",
    }
    /// Components one after another by their names.
    APPLY_UNORDERED = "GA0549" "apply-unordered" Warning {
        about: "A loop applies or destroys components in the order in which they are listed: by name, and not by what depends on what.",
        example: "steps:\n  - type: shell\n    command: for c in $(atmos list components -s dev); do atmos terraform apply \"$c\" -s dev; done\n",
        fix: "Let gaia find the order.\n\n    command: gaia apply --all -s dev\n",
    }
    /// A run that does nothing and says that all is well.
    SCRIPT_STOPS = "GA0550" "script-stops-quietly" Warning {
        about: "Without approval the workflow ends with exit code 0 and has applied nothing: a pipeline takes that for an apply.",
        example: "steps:\n  - type: shell\n    command: |\n      if [ \"${auto_approve:-false}\" != true ]; then exit 0; fi\n      atmos terraform apply vpc -s dev\n",
        fix: "End with another code where nothing is done.\n\n    command: |\n      if [ \"${auto_approve:-false}\" != true ]; then exit 5; fi\n",
    }
    /// A bucket with versions.
    BUCKET_VERSIONS = "GA0551" "bucket-versions" Warning {
        about: "`aws s3 rm --recursive` leaves the versions of a bucket's objects, and S3 refuses to delete a bucket that has any. Buckets of states have versions.",
        example: "steps:\n  - type: shell\n    command: |\n      aws s3 rm s3://state --recursive\n      aws s3api delete-bucket --bucket state\n",
        fix: "Delete the versions first, with `aws s3api list-object-versions` and `delete-objects`.",
    }
    /// A name by which nobody calls.
    WORKFLOW_NAME = "GA0552" "workflow-name" Note {
        about: "The older dialect called a workflow by its file. Atmos knows the name that stands in the file, and asks which one is meant where several files have it. `gaia workflow convert` gives the one workflow of a file the file's name.",
        example: "# plan-environment.yaml\nworkflows:\n  plan:\n    steps:\n      - run: { command: make plan }\n",
        fix: "Give the workflow the name of its file.\n\n    workflows:\n      plan-environment:\n        steps: []\n",
    }
    /// A command of the older CLI that is gone.
    COMMAND_GONE = "GA0553" "command-gone" Warning {
        about: "A step calls a command of the older CLI that gaia does not have.",
        example: "steps:\n  - type: shell\n    command: gaia state list-locks dev\n",
        fix: "Call what does the work now; the command itself says what that is.",
    }
}
