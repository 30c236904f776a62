# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_gaia_global_optspecs
    string join \n q C/chdir= base-path= config= config-path= profile= color= quiet v/verbose no-input offline= edition= settings-list-merge-strategy= no-color force-color logs-level= logs-file= redirect-stderr= use-version= heatmap-mode= profiler-host= profiler-port= profile-file= profile-type= profiler-enabled= heatmap= interactive= mask= force-tty= identity= pager= h/help V/version
end

function __fish_gaia_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_gaia_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_gaia_using_subcommand
    set -l cmd (__fish_gaia_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c gaia -n "__fish_gaia_needs_command" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_needs_command" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_needs_command" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_needs_command" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_needs_command" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_needs_command" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_needs_command" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_needs_command" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_needs_command" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_needs_command" -l logs-level -r
complete -c gaia -n "__fish_gaia_needs_command" -l logs-file -r
complete -c gaia -n "__fish_gaia_needs_command" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_needs_command" -l use-version -r
complete -c gaia -n "__fish_gaia_needs_command" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_needs_command" -l profiler-host -r
complete -c gaia -n "__fish_gaia_needs_command" -l profiler-port -r
complete -c gaia -n "__fish_gaia_needs_command" -l profile-file -r
complete -c gaia -n "__fish_gaia_needs_command" -l profile-type -r
complete -c gaia -n "__fish_gaia_needs_command" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_needs_command" -l heatmap -r
complete -c gaia -n "__fish_gaia_needs_command" -l interactive -r
complete -c gaia -n "__fish_gaia_needs_command" -l mask -r
complete -c gaia -n "__fish_gaia_needs_command" -l force-tty -r
complete -c gaia -n "__fish_gaia_needs_command" -l identity -r
complete -c gaia -n "__fish_gaia_needs_command" -l pager -r
complete -c gaia -n "__fish_gaia_needs_command" -s q -d 'Say nothing but answers and errors (`-q` before the command)'
complete -c gaia -n "__fish_gaia_needs_command" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_needs_command" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_needs_command" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_needs_command" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_needs_command" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_needs_command" -s V -l version -d 'Print version'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "describe" -d 'Show stacks, components and configuration with everything merged'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "list" -d 'List stacks, components, instances and workflows'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "graph" -d 'Show what depends on what'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "order" -d 'Show in which order the components of a stack can be applied'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "pipeline" -d 'Write pipelines for engines that run on many machines'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "validate" -d 'Check the repository: every problem at once, each at its line'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "why" -d 'Show what made a value: every file and line that set it, the winner last'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "diff" -d 'Show how two stacks differ, or what changed in the stacks since a revision'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "explain" -d 'Tell what the code of a problem means, with an example and the fix'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "affected" -d 'List the components that a change affects'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "impact" -d 'List the components that files reach'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "atlantis" -d 'Generate configuration for Atlantis'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "plan" -d 'Plan components in the order of their dependencies'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "apply" -d 'Apply components in the order of their dependencies'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "destroy" -d 'Destroy components, dependents first'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "drift" -d 'Compare what is there with what the states say'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "ephemeral" -d 'Make stacks that live for a while, and destroy them when their time is over'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "run" -d 'Show runs, and go on with them'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "workflow" -d 'List, show and run workflows'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "template" -d 'Make projects from templates and keep them up to date, as Copier does'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "env" -d 'Make environments, and keep them up to date'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "component" -d 'Make components'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "init" -d 'Make a repository for Atmos and gaia'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "completions" -d 'Print the completions for a shell'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "version" -d 'Show the version of gaia'
complete -c gaia -n "__fish_gaia_needs_command" -f -a "help" -d 'Show the help of a command, or a page: exit-codes'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -f -a "stacks" -d 'Show all stacks with their components'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -f -a "component" -d 'Show a component in a stack'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -f -a "config" -d 'Show the configuration that all atmos.yaml files make together'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -f -a "dependents" -d 'Show the components that depend on a component'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -f -a "affected" -d 'Show the components that a change affects'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -f -a "locals" -d 'Show the locals of a stack, or those that a component in it sees'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and not __fish_seen_subcommand_from stacks component config dependents affected locals workflows" -f -a "workflows" -d 'Show the workflows and the files they stand in'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -s s -l stack -d 'Only this stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l components -d 'Only these components' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l component-types -d 'Only components of these types: terraform, helmfile, packer, ansible, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l sections -d 'Only these sections of the components: vars, settings, env, metadata, backend, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -s f -l format -d 'How to show it' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -s q -l query -d 'Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l file -d 'Write the answer to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l include-empty-stacks -d 'Show stacks without components too'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from stacks" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -s s -l stack -d 'The stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -s f -l format -d 'How to show it' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l provenance -d 'Show beside each line of YAML where its value comes from (unless =false, or by describe.provenance)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -s q -l query -d 'Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l file -d 'Write the answer to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from component" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -s f -l format -d 'How to show it' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -s q -l query -d 'Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l file -d 'Write the answer to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from config" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -s s -l stack -d 'The stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -s f -l format -d 'How to show it' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -s q -l query -d 'Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l file -d 'Write the answer to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from dependents" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l base -d 'The revision to compare with: a branch, a tag, a commit, HEAD~1' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l ref -d 'A git reference to compare with: refs/heads/main, refs/tags/v1' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l sha -d 'A commit to compare with' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l repo-path -d 'A work tree of its own to compare with, such as one that CI has made' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l ssh-key -d 'Accepted for Atmos' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l ssh-key-password -d 'Accepted for Atmos' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -s s -l stack -d 'Only this stack, by its name' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -s f -l format -d 'How to show it' -r -f -a "json\t'JSON, indented, with sorted keys'
yaml\t'YAML, with sorted keys'
matrix\t'One line of JSON for the matrix of a GitHub Actions job'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l output-file -d 'Append a matrix to this file as `matrix=…` and `count=…`: `$GITHUB_OUTPUT`' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -s q -l query -d 'Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l file -d 'Write the answer to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l error-mode -d 'Accepted for Atmos' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l clone-target-ref -d 'Compare with a branch as the remote repository had it when it was fetched last. gaia never clones'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l include-dependents -d 'Show what depends on the affected components, and what depends on that'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l include-settings -d 'Show the settings of the components'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l include-spacelift-admin-stacks -d 'Add the Spacelift stacks that manage the affected ones'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l exclude-locked -d 'Leave out components with `metadata.locked: true`'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l upload -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from affected" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -s s -l stack -d 'The stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -s f -l format -d 'How to show it' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -s q -l query -d 'Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l file -d 'Write the answer to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from locals" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -s o -l output -d 'What is shown of them' -r -f -a "list\t'A list of file and workflow'
map\t'A map from file to the names of its workflows'
all\t'A map from file to all that stands in it'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -s f -l format -d 'How to show it' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -s q -l query -d 'Show what a yq or jq expression gives: `.vars.tags`, `.vars | keys`' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l file -d 'Write the answer to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand describe; and __fish_seen_subcommand_from workflows" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "stacks" -d 'List the stacks'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "components" -d 'List the components, each once, with the number of stacks that have it'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "instances" -d 'List the components of all stacks, one by one'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "workflows" -d 'List the workflows'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "vars" -d 'Compare a component\'s vars in all stacks'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "values" -d 'Compare a component\'s values in all stacks'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "settings" -d 'Compare the settings of a component, or of all, in all stacks'
complete -c gaia -n "__fish_gaia_using_subcommand list; and not __fish_seen_subcommand_from stacks components instances workflows vars values settings metadata" -f -a "metadata" -d 'List the metadata of the components of all stacks'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -s c -l component -d 'Only stacks that have this component' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''
tree\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l tags -d 'Only components with one of these tags' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l labels -d 'Only components with all these labels: `key=value,key:value`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l columns -d 'Columns to show: `stack`, `Region=vars.region`, `Region={{ .vars.region }}`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l sort -d 'Columns to sort by: `stack:asc,component:desc`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from stacks" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -s s -l stack -d 'Only stacks of this name or pattern' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -s t -l type -d 'Real components, abstract ones, or all' -r -f -a "real\t''
abstract\t''
all\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l enabled -d 'Only enabled components; with =false only disabled ones' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l locked -d 'Only locked components; with =false only unlocked ones' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l tags -d 'Only components with one of these tags' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l labels -d 'Only components with all these labels: `key=value,key:value`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l columns -d 'Columns to show: `stack`, `Region=vars.region`, `Region={{ .vars.region }}`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l sort -d 'Columns to sort by: `stack:asc,component:desc`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l abstract -d 'Accepted for Atmos, where --type decides'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from components" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -s s -l stack -d 'Only stacks of this name or pattern' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l filter -d 'Only instances for which a yq expression is true' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -s q -l query -d 'Show what a yq expression gives instead, as `value`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''
tree\t''
matrix\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -s o -l output-file -d 'Append the matrix to this file, as `matrix=…` and `count=…`' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l max-columns -d 'Accepted for Atmos' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l tags -d 'Only components with one of these tags' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l labels -d 'Only components with all these labels: `key=value,key:value`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l columns -d 'Columns to show: `stack`, `Region=vars.region`, `Region={{ .vars.region }}`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l sort -d 'Columns to sort by: `stack:asc,component:desc`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from instances" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l file -d 'Only the workflows of this file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l columns -d 'Columns to show: `stack`, `Region=vars.region`, `Region={{ .vars.region }}`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l sort -d 'Columns to sort by: `stack:asc,component:desc`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from workflows" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -s s -l stack -d 'Only these stacks: names or patterns with commas between them' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -s q -l query -d 'Compare what a yq expression gives: `.vars.tags`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l max-columns -d 'No more stacks than this (0: all)' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l abstract -d 'Accepted for Atmos, which shows abstract components anyway'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from vars" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -s s -l stack -d 'Only these stacks: names or patterns with commas between them' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -s q -l query -d 'Compare what a yq expression gives: `.vars.tags`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l max-columns -d 'No more stacks than this (0: all)' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l vars -d 'Show the vars; the same as --query .vars'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l abstract -d 'Accepted for Atmos, which shows abstract components anyway'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from values" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -s s -l stack -d 'Only these stacks: names or patterns with commas between them' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -s q -l query -d 'Compare what a yq expression gives: `.vars.tags`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l max-columns -d 'No more stacks than this (0: all)' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l abstract -d 'Accepted for Atmos, which shows abstract components anyway'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from settings" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -s s -l stack -d 'Only stacks of this name or pattern' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l filter -d 'Only instances for which a yq expression is true' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l tags -d 'Only components with one of these tags' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l labels -d 'Only components with all these labels: `key=value,key:value`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l columns -d 'Columns to show: `stack`, `Region=vars.region`, `Region={{ .vars.region }}`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l sort -d 'Columns to sort by: `stack:asc,component:desc`' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand list; and __fish_seen_subcommand_from metadata" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -s s -l stack -d 'The stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -s c -l component -d 'Begin at this component; without a stack, in every stack that has it' -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l depth -d 'How many steps to follow' -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l direction -d 'Which way to follow' -r -f -a "deps\t'What they depend on'
dependents\t'What depends on them'"
complete -c gaia -n "__fish_gaia_using_subcommand graph" -s f -l format -d 'How to show it' -r -f -a "tree\t'Lines in the terminal'
mermaid\t'A flowchart that GitHub and GitLab render; where it is too large for them, Markdown with one a stack'
dot\t'For Graphviz'
json\t'Nodes, edges with their reasons, waves, cycles, unresolved references'
svg\t'A picture'
html\t'A page to look around in, which needs no network'"
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l file -d 'Write it to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand graph" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l all -d 'The whole repository'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l no-reduction -d 'Draw arrows that follow from others too'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand graph" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand order" -s s -l stack -d 'The stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -s f -l format -d 'How to show it' -r -f -a "text\t'A line a wave'
json\t'`{"stack": …, "waves": [[component, …], …]}`'"
complete -c gaia -n "__fish_gaia_using_subcommand order" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand order" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand order" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand order" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand order" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand order" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand order" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand order" -l reverse -d 'The order to destroy in: what depends on others first'
complete -c gaia -n "__fish_gaia_using_subcommand order" -l break-soft -d 'Leave out dependencies with a default value where they close a cycle'
complete -c gaia -n "__fish_gaia_using_subcommand order" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand order" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand order" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand order" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand order" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand order" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and not __fish_seen_subcommand_from render" -f -a "render" -d 'Write the graph as the pipeline of an engine'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l engine -d 'The engine' -r -f -a "github-actions\t'A workflow of GitHub Actions'
gitlab-ci\t'A pipeline of GitLab CI'
jenkins\t'A Jenkinsfile'
argo-workflows\t'A Workflow of Argo Workflows'
atlantis\t'The atlantis.yaml of a repository'"
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -s s -l stack -d 'Only this stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l base -d 'The revision that affected components are compared with' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l image -d 'The container image with gaia, Atmos and Terraform to run in' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l name -d 'What the pipeline is called' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l file -d 'Write it to a file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l affected -d 'Only components that a change affects, and what depends on them'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand pipeline; and __fish_seen_subcommand_from render" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -s f -l format -d 'How problems are shown' -r -f -a "human\t'Excerpts of the sources with carets'
json\t'`{"diagnostics": […]}`'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'`JUnit` XML, for test reports'
github\t'Annotations of GitHub Actions'
checkstyle\t'Checkstyle XML, for most other tools'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l staged -d 'Check what git\'s index holds, as the next commit will have it'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l fix -d 'Rewrite what is safe to rewrite, after showing it and asking'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -s y -l yes -d 'With --fix: do not ask'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l strict -d 'Fail on warnings too'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -a "stacks" -d 'Check all stack manifests as Atmos does: the first problem ends it'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -a "component" -d 'Check a component in a stack against its JSON Schemas and OPA policies'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -a "schema" -d 'Check files against the JSON Schemas that atmos.yaml names for them'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and not __fish_seen_subcommand_from stacks component schema plan" -a "plan" -d 'Check what a Terraform plan destroys, and what it makes against the policies'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l schemas-atmos-manifest -d 'A JSON Schema for the manifests, instead of the one that Atmos brings: a file' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from stacks" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -s s -l stack -d 'The stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l schema-path -d 'The schema or policy: a file, as it stands or below `schemas.<type>.base_path` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l schema-type -d 'The type of the schema: jsonschema or opa' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l module-paths -d 'Files and directories of Rego that the policy uses, below `schemas.opa.base_path` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l timeout -d 'How many seconds a policy may take' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -s f -l format -d 'How problems are shown' -r -f -a "human\t'Excerpts of the sources with carets'
json\t'`{"diagnostics": […]}`'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'`JUnit` XML, for test reports'
github\t'Annotations of GitHub Actions'
checkstyle\t'Checkstyle XML, for most other tools'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from component" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l schemas-atmos-manifest -d 'A JSON Schema in the place of the entry\'s: a file' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -s f -l format -d 'How problems are shown' -r -f -a "human\t'Excerpts of the sources with carets'
json\t'`{"diagnostics": […]}`'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'`JUnit` XML, for test reports'
github\t'Annotations of GitHub Actions'
checkstyle\t'Checkstyle XML, for most other tools'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -s c -l component -d 'The component that the plan is for' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -s s -l stack -d 'Its stack' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l stage -d 'The stage that the plan is for, where neither its variables nor a component tell' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l acknowledge -d 'The address of a protected resource that may be destroyed or replaced; a pattern, and more than once' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -s f -l format -d 'How problems are shown' -r -f -a "human\t'Excerpts of the sources with carets'
json\t'`{"diagnostics": […]}`'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'`JUnit` XML, for test reports'
github\t'Annotations of GitHub Actions'
checkstyle\t'Checkstyle XML, for most other tools'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l strict -d 'Fail on warnings too'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand validate; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand why" -s c -l component -d 'The component' -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -s s -l stack -d 'The stack: its name, or the path of its manifest' -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -s f -l format -d 'How to show it' -r -f -a "text\t'For people'
json\t'As docs/schemas/why.json describes it'
yaml\t'The same as YAML'"
complete -c gaia -n "__fish_gaia_using_subcommand why" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand why" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand why" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand why" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand why" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand why" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand why" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand why" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand why" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand why" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand why" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand why" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand why" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand why" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand why" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l base -d 'Compare all stacks with a revision of the repository: a branch, a tag, a commit, HEAD~1' -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -s s -l stack -d 'Only this stack, with --base' -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -s c -l component -d 'Only this component' -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -s f -l format -d 'How to show it' -r -f -a "text\t'For people'
json\t'As docs/schemas/diff.json describes it'
yaml\t'The same as YAML'"
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l exit-code -d 'End with 1 when there are differences'
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand diff" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand diff" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand explain" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand explain" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand explain" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l base -d 'The revision to compare with: a branch, a tag, a commit, HEAD~1' -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l head -d 'The later revision, instead of the work tree' -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -s s -l stack -d 'Only this stack, by its name' -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -s f -l format -d 'How to show it' -r -f -a "list\t'A table on a terminal; in a pipe stack, component and reasons with tabs between them'
json\t'JSON with the keys of `gaia describe affected`'
matrix\t'One line of JSON for the matrix of a GitHub Actions job'"
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l output-file -d 'Append a matrix to this file as `matrix=…` and `count=…`: `$GITHUB_OUTPUT`' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l include-dependents -d 'With what depends on the affected components, and what depends on that'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l exclude-locked -d 'Without components with `metadata.locked: true`'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand affected" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand impact" -s f -l format -d 'How to show it' -r -f -a "list\t'A table on a terminal; in a pipe stack, component and how it is reached with tabs between them'
json\t'JSON'"
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l process-templates -d 'Render Go templates (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l process-functions -d 'Evaluate YAML functions such as `!env` and `!terraform.state` (unless =false)' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l skip -d 'Leave these YAML functions as they are: terraform.state, exec, …' -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand impact" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand impact" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand impact" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and not __fish_seen_subcommand_from generate" -f -a "generate" -d 'Generate files for Atlantis'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand atlantis; and __fish_seen_subcommand_from generate" -f -a "repo-config" -d 'Write atlantis.yaml: a project for each component of each stack'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -s s -l stack -d 'The stack, by its name; several times or as a pattern for several' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l base -d 'The revision to compare with: a branch, a tag, a commit' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l from -d 'Only this component and what depends on it' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l until -d 'Only this component and what it depends on' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l skip -d 'Leave out components that match' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -s p -l parallel -d 'How many components at once (default: the cores, 4 at most)' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l timeout -d 'How long one component may take: 90s, 10m, 1h30m' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l retries -d 'How often a failure that may pass (throttling, a locked state) is tried again (default: 2)' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l retry-delay -d 'How long to wait before the first time; twice as long each time after (default: 5s)' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l retry-on -d 'Errors that may pass, beside those that gaia knows: a regular expression' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -s f -l format -d 'How to show it' -r -f -a "table\t'Progress, then a table'
json\t'Events, a line of JSON each'
markdown\t'A summary for a pull request'"
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l log-order -d 'Show the logs of all components, not only of those that fail' -r -f -a "grouped\t'Each whole, when its step ends'
stream\t'Line by line, as they come'"
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l junit -d 'Write a report for CI' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l summary -d 'Write a summary for a comment on a pull request' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand plan" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l all -d 'All components: of the stack, or of every stack where none is named'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l affected -d 'Only what a change affects'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l with-dependencies -d 'What they depend on as well'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l with-dependents -d 'What depends on them as well'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l keep-going -d 'Go on with what does not depend on a failure'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l fail-fast -d 'Start nothing more after a failure'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l no-narrow -d 'Let Atmos read all manifests, not only those that the component needs'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l dry-run -d 'Show the command lines in order, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l detailed-exitcode -d 'Exit with 2 when there are changes'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -s s -l stack -d 'The stack, by its name; several times or as a pattern for several' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l base -d 'The revision to compare with: a branch, a tag, a commit' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l from -d 'Only this component and what depends on it' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l until -d 'Only this component and what it depends on' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l skip -d 'Leave out components that match' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l from-plan -d 'Apply the plans of a run of `gaia plan`, unless anything changed since' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l allow-destroy -d 'Let protected resources of this type be destroyed' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -s p -l parallel -d 'How many components at once (default: the cores, 4 at most)' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l timeout -d 'How long one component may take: 90s, 10m, 1h30m' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l retries -d 'How often a failure that may pass (throttling, a locked state) is tried again (default: 2)' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l retry-delay -d 'How long to wait before the first time; twice as long each time after (default: 5s)' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l retry-on -d 'Errors that may pass, beside those that gaia knows: a regular expression' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -s f -l format -d 'How to show it' -r -f -a "table\t'Progress, then a table'
json\t'Events, a line of JSON each'
markdown\t'A summary for a pull request'"
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l log-order -d 'Show the logs of all components, not only of those that fail' -r -f -a "grouped\t'Each whole, when its step ends'
stream\t'Line by line, as they come'"
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l junit -d 'Write a report for CI' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l summary -d 'Write a summary for a comment on a pull request' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand apply" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l all -d 'All components: of the stack, or of every stack where none is named'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l affected -d 'Only what a change affects'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l with-dependencies -d 'What they depend on as well'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l with-dependents -d 'What depends on them as well'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l auto-approve -d 'Ask nobody: for machines'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l keep-going -d 'Go on with what does not depend on a failure'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l fail-fast -d 'Start nothing more after a failure'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l no-narrow -d 'Let Atmos read all manifests, not only those that the component needs'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l dry-run -d 'Show the command lines in order, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l detailed-exitcode -d 'Exit with 2 when there are changes'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -s s -l stack -d 'The stack, by its name; several times or as a pattern for several' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l base -d 'The revision to compare with: a branch, a tag, a commit' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l from -d 'Only this component and what depends on it' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l until -d 'Only this component and what it depends on' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l skip -d 'Leave out components that match' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l allow-destroy -d 'Let protected resources of this type be destroyed' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -s p -l parallel -d 'How many components at once (default: the cores, 4 at most)' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l timeout -d 'How long one component may take: 90s, 10m, 1h30m' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l retries -d 'How often a failure that may pass (throttling, a locked state) is tried again (default: 2)' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l retry-delay -d 'How long to wait before the first time; twice as long each time after (default: 5s)' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l retry-on -d 'Errors that may pass, beside those that gaia knows: a regular expression' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -s f -l format -d 'How to show it' -r -f -a "table\t'Progress, then a table'
json\t'Events, a line of JSON each'
markdown\t'A summary for a pull request'"
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l log-order -d 'Show the logs of all components, not only of those that fail' -r -f -a "grouped\t'Each whole, when its step ends'
stream\t'Line by line, as they come'"
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l junit -d 'Write a report for CI' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l summary -d 'Write a summary for a comment on a pull request' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l all -d 'All components: of the stack, or of every stack where none is named'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l affected -d 'Only what a change affects'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l with-dependencies -d 'What they depend on as well'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l with-dependents -d 'What depends on them as well'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l auto-approve -d 'Ask nobody: for machines'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l keep-going -d 'Go on with what does not depend on a failure'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l fail-fast -d 'Start nothing more after a failure'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l no-narrow -d 'Let Atmos read all manifests, not only those that the component needs'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l dry-run -d 'Show the command lines in order, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l detailed-exitcode -d 'Exit with 2 when there are changes'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand destroy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -s s -l stack -d 'The stack, by its name; several times or as a pattern for several' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l base -d 'The revision to compare with: a branch, a tag, a commit' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l from -d 'Only this component and what depends on it' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l until -d 'Only this component and what it depends on' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l skip -d 'Leave out components that match' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l ignore -d 'Known drift, which is left alone' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l history -d 'Show what the last runs found, and look for nothing; 10 of them unless N says how many' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -s p -l parallel -d 'How many components at once (default: the cores, 4 at most)' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l timeout -d 'How long one component may take: 90s, 10m, 1h30m' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l retries -d 'How often a failure that may pass (throttling, a locked state) is tried again (default: 2)' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l retry-delay -d 'How long to wait before the first time; twice as long each time after (default: 5s)' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l retry-on -d 'Errors that may pass, beside those that gaia knows: a regular expression' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -s f -l format -d 'How to show it' -r -f -a "table\t'Progress, then a table'
json\t'Events, a line of JSON each'
markdown\t'A summary for a pull request'"
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l log-order -d 'Show the logs of all components, not only of those that fail' -r -f -a "grouped\t'Each whole, when its step ends'
stream\t'Line by line, as they come'"
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l junit -d 'Write a report for CI' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l summary -d 'Write a summary for a comment on a pull request' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand drift" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l all -d 'All components: of the stack, or of every stack where none is named'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l affected -d 'Only what a change affects'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l with-dependencies -d 'What they depend on as well'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l with-dependents -d 'What depends on them as well'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l keep-going -d 'Go on with what does not depend on a failure'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l fail-fast -d 'Start nothing more after a failure'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l no-narrow -d 'Let Atmos read all manifests, not only those that the component needs'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l dry-run -d 'Show the command lines in order, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l detailed-exitcode -d 'Exit with 2 when there are changes'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand drift" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -f -a "up" -d 'Clone a stack for a while, and apply the clone; again, to give it more time'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -f -a "down" -d 'Destroy a short-lived stack, and remove its manifest'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -f -a "list" -d 'List short-lived stacks, the first to expire first'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and not __fish_seen_subcommand_from up down list gc" -f -a "gc" -d 'Destroy the short-lived stacks whose time is over, one after the other'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l from -d 'The stack to clone' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l ttl -d 'How long it may live: 8h, 72h, 14d' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l owner -d 'Whose it is (default: who runs this)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l by -d 'The variable that takes the name (default: by the way stacks are named, `stage` first)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -s p -l parallel -d 'How many components at once (default: the cores, 4 at most)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l timeout -d 'How long one component may take: 90s, 10m, 1h30m' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l retries -d 'How often a failure that may pass (throttling, a locked state) is tried again (default: 2)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l retry-delay -d 'How long to wait before the first time; twice as long each time after (default: 5s)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l retry-on -d 'Errors that may pass, beside those that gaia knows: a regular expression' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -s f -l format -d 'How to show it' -r -f -a "table\t'Progress, then a table'
json\t'Events, a line of JSON each'
markdown\t'A summary for a pull request'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l log-order -d 'Show the logs of all components, not only of those that fail' -r -f -a "grouped\t'Each whole, when its step ends'
stream\t'Line by line, as they come'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l junit -d 'Write a report for CI' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l summary -d 'Write a summary for a comment on a pull request' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l auto-approve -d 'Ask nobody: for machines'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l keep-going -d 'Go on with what does not depend on a failure'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l fail-fast -d 'Start nothing more after a failure'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l no-narrow -d 'Let Atmos read all manifests, not only those that the component needs'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l dry-run -d 'Show the command lines in order, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l detailed-exitcode -d 'Exit with 2 when there are changes'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -s p -l parallel -d 'How many components at once (default: the cores, 4 at most)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l timeout -d 'How long one component may take: 90s, 10m, 1h30m' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l retries -d 'How often a failure that may pass (throttling, a locked state) is tried again (default: 2)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l retry-delay -d 'How long to wait before the first time; twice as long each time after (default: 5s)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l retry-on -d 'Errors that may pass, beside those that gaia knows: a regular expression' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -s f -l format -d 'How to show it' -r -f -a "table\t'Progress, then a table'
json\t'Events, a line of JSON each'
markdown\t'A summary for a pull request'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l log-order -d 'Show the logs of all components, not only of those that fail' -r -f -a "grouped\t'Each whole, when its step ends'
stream\t'Line by line, as they come'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l junit -d 'Write a report for CI' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l summary -d 'Write a summary for a comment on a pull request' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l auto-approve -d 'Ask nobody: for machines'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l keep-going -d 'Go on with what does not depend on a failure'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l fail-fast -d 'Start nothing more after a failure'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l no-narrow -d 'Let Atmos read all manifests, not only those that the component needs'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l dry-run -d 'Show the command lines in order, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l detailed-exitcode -d 'Exit with 2 when there are changes'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from down" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l expired -d 'Only those whose time is over'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -s p -l parallel -d 'How many components at once (default: the cores, 4 at most)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l timeout -d 'How long one component may take: 90s, 10m, 1h30m' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l retries -d 'How often a failure that may pass (throttling, a locked state) is tried again (default: 2)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l retry-delay -d 'How long to wait before the first time; twice as long each time after (default: 5s)' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l retry-on -d 'Errors that may pass, beside those that gaia knows: a regular expression' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -s f -l format -d 'How to show it' -r -f -a "table\t'Progress, then a table'
json\t'Events, a line of JSON each'
markdown\t'A summary for a pull request'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l log-order -d 'Show the logs of all components, not only of those that fail' -r -f -a "grouped\t'Each whole, when its step ends'
stream\t'Line by line, as they come'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l junit -d 'Write a report for CI' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l summary -d 'Write a summary for a comment on a pull request' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l auto-approve -d 'Ask nobody: for machines'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l keep-going -d 'Go on with what does not depend on a failure'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l fail-fast -d 'Start nothing more after a failure'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l no-narrow -d 'Let Atmos read all manifests, not only those that the component needs'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l dry-run -d 'Show the command lines in order, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l detailed-exitcode -d 'Exit with 2 when there are changes'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand ephemeral; and __fish_seen_subcommand_from gc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -f -a "list" -d 'List runs, the latest first'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -f -a "show" -d 'Show what became of each component of a run'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -f -a "logs" -d 'Show what the components of a run wrote'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -f -a "resume" -d 'Go on with a run that failed or was cut off; what is done is not repeated'
complete -c gaia -n "__fish_gaia_using_subcommand run; and not __fish_seen_subcommand_from list show logs resume clean" -f -a "clean" -d 'Remove old runs, with their plans and logs'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l kind -d 'Only runs of this kind: plan, apply, destroy, drift' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -s n -l limit -d 'How many' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l auto-approve -d 'Ask nobody: for machines'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l no-lock -d 'Take no lock on the stack, where something else keeps runs apart'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l keep -d 'How many of the latest stay' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand run; and __fish_seen_subcommand_from clean" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "list" -d 'List the workflows'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "show" -d 'Show a workflow'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "run" -d 'Run a workflow by `atmos workflow`'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "plan-environment" -d 'Plan an environment, as `gaia plan -s STACK`'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "apply-environment" -d 'Apply an environment, as `gaia apply -s STACK`'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "destroy-environment" -d 'Destroy an environment, as `gaia destroy -s STACK`'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "drift-detection" -d 'Look for drift, as `gaia drift -s STACK`'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "onboard-environment" -d 'Build a new environment by the workflow of this name'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "validate" -d 'Check everything, as `gaia validate`'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "lint" -d 'Check the form of everything by the workflow of this name'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and not __fish_seen_subcommand_from list show run plan-environment apply-environment destroy-environment drift-detection onboard-environment validate lint import" -f -a "import" -d 'Import a resource, as `atmos terraform import`'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l file -d 'Only the workflows of this file' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''
yaml\t''
csv\t''
tsv\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show: `stack`, `Region=vars.region`, `Region={{ .vars.region }}`' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l sort -d 'Columns to sort by: `stack:asc,component:desc`' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l delimiter -d 'What stands between the cells of csv and tsv' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l file -d 'The file that it stands in' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -s f -l format -d 'How to show it' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -s f -l file -d 'The file that it stands in' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -s s -l stack -d 'The stack that it runs for' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l from-step -d 'Begin with this step' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l dry-run -d 'Show the steps, and run nothing'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s a -l account -d '`vars.account`, or `vars.stage`' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s p -l parallel -d 'A number; `true` and `false` are taken and mean nothing' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l auto-approve -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l safe-destroy -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l detect-drift -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l output-dir -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l vpc-cidr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s r -l region -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from plan-environment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s a -l account -d '`vars.account`, or `vars.stage`' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s p -l parallel -d 'A number; `true` and `false` are taken and mean nothing' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l auto-approve -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l safe-destroy -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l detect-drift -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l output-dir -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l vpc-cidr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s r -l region -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from apply-environment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s a -l account -d '`vars.account`, or `vars.stage`' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s p -l parallel -d 'A number; `true` and `false` are taken and mean nothing' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l auto-approve -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l safe-destroy -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l detect-drift -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l output-dir -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l vpc-cidr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s r -l region -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from destroy-environment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s a -l account -d '`vars.account`, or `vars.stage`' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s p -l parallel -d 'A number; `true` and `false` are taken and mean nothing' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l auto-approve -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l safe-destroy -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l detect-drift -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l output-dir -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l vpc-cidr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s r -l region -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from drift-detection" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s a -l account -d '`vars.account`, or `vars.stage`' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s p -l parallel -d 'A number; `true` and `false` are taken and mean nothing' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l auto-approve -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l safe-destroy -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l detect-drift -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l output-dir -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l vpc-cidr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s r -l region -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from onboard-environment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s a -l account -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s p -l parallel -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l fix -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l skip-lint -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l skip-security -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s a -l account -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s p -l parallel -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l fix -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l skip-lint -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l skip-security -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -s a -l address -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -s i -l id -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -s c -l component -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -s s -l stack -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand workflow; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "copy" -d 'Make a project from a template'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "update" -d 'Bring a project to a newer version of its template, and keep what was changed in it'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "recopy" -d 'Make a project anew from its template, with the answers of the last time'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "check-update" -d 'Say whether a newer version of a project\'s template exists'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "list" -d 'List the templates that come with gaia'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "show" -d 'Show what a template asks'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "export" -d 'Write a template that comes with gaia out, for Copier and for your own changes'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "create-environment" -d 'Make an environment, as `gaia env create`'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "update-environment" -d 'Update an environment, as `gaia env update`'
complete -c gaia -n "__fish_gaia_using_subcommand template; and not __fish_seen_subcommand_from copy update recopy check-update list show export create-environment update-environment create-component" -f -a "create-component" -d 'Make a component, as `gaia component create`'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s a -l answers-file -d 'The file with the answers, relative to the project' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s d -l data -d 'Answer a question; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l data-file -d 'A YAML file with answers; `--data` wins' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s x -l exclude -d 'Leave out paths that match a pattern as in .gitignore; `!pattern` takes them in again' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s s -l skip -d 'Keep paths that match a pattern when they exist' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l ask -d 'Ask questions whose name matches, even if another option would skip them' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s r -l vcs-ref -d 'A tag, branch or commit of the template instead of its newest tag; `:current:` for the one of the last time' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s n -l pretend -d 'Say what would be done, and change nothing'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s q -d 'Say nothing but errors and warnings'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s g -l prereleases -d 'Let the newest tag be a pre-release'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l trust -d 'Let the template run tasks and migrations'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s T -l skip-tasks -d 'Run no tasks'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s l -l defaults -d 'Take the defaults instead of asking'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l no-cleanup -d 'Keep a new project when making it fails'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s w -l overwrite -d 'Overwrite what exists without asking'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s f -l force -d 'The same as `--defaults --overwrite`'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s a -l answers-file -d 'The file with the answers, relative to the project' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s d -l data -d 'Answer a question; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l data-file -d 'A YAML file with answers; `--data` wins' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s x -l exclude -d 'Leave out paths that match a pattern as in .gitignore; `!pattern` takes them in again' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s s -l skip -d 'Keep paths that match a pattern when they exist' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l ask -d 'Ask questions whose name matches, even if another option would skip them' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s r -l vcs-ref -d 'A tag, branch or commit of the template instead of its newest tag; `:current:` for the one of the last time' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s o -l conflict -d 'What is left where both sides changed the same lines: markers in the file, or a file *.rej beside it' -r -f -a "inline\t''
rej\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s c -l context-lines -d 'Lines around a change that have to be the same for it to fit' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s n -l pretend -d 'Say what would be done, and change nothing'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s q -d 'Say nothing but errors and warnings'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s g -l prereleases -d 'Let the newest tag be a pre-release'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l trust -d 'Let the template run tasks and migrations'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s T -l skip-tasks -d 'Run no tasks'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s l -l defaults -d 'Take the defaults instead of asking'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l diff3 -d 'Show in conflicts what the last update had made of the lines, too'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s f -l force -d 'The same as `--defaults`'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s A -l skip-answered -d 'Ask no question that was answered before'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s a -l answers-file -d 'The file with the answers, relative to the project' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s d -l data -d 'Answer a question; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l data-file -d 'A YAML file with answers; `--data` wins' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s x -l exclude -d 'Leave out paths that match a pattern as in .gitignore; `!pattern` takes them in again' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s s -l skip -d 'Keep paths that match a pattern when they exist' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l ask -d 'Ask questions whose name matches, even if another option would skip them' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s r -l vcs-ref -d 'A tag, branch or commit of the template instead of its newest tag; `:current:` for the one of the last time' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s n -l pretend -d 'Say what would be done, and change nothing'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s q -d 'Say nothing but errors and warnings'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s g -l prereleases -d 'Let the newest tag be a pre-release'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l trust -d 'Let the template run tasks and migrations'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s T -l skip-tasks -d 'Run no tasks'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s l -l defaults -d 'Take the defaults instead of asking'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s w -l overwrite -d 'Overwrite what exists without asking'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s f -l force -d 'The same as `--defaults --overwrite`'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s A -l skip-answered -d 'Ask no question that was answered before'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from recopy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -s a -l answers-file -d 'The file with the answers, relative to the project' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l output-format -d 'How the answer is written' -r -f -a "plain\t''
json\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -s g -l prereleases -d 'Let the newest tag be a pre-release'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -s q -d 'Say nothing'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from check-update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -s r -l vcs-ref -d 'A tag, branch or commit of the template instead of its newest tag' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -s a -l account -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l env-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -s r -l region -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l vpc-cidr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l team-email -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l target-dir -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l eks-cluster -l eks -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l rds-instances -l rds -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l logging -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l monitoring -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l no-eks-cluster
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l no-rds-instances
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l no-logging
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l no-monitoring
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l validate -d 'What is always done'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l force
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l show-only
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-environment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -s t -l tenant -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -s a -l account -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -s e -l environment -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l target-dir -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l overwrite
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from update-environment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -s n -l name -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -s t -l template -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -s d -l description -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l destination -l dest -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand template; and __fish_seen_subcommand_from create-component" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -f -a "create" -d 'Make an environment, and write it once it is proven to hold'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -f -a "update" -d 'Bring environments to the newest version of their template'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -f -a "list" -d 'List the environments that templates made'
complete -c gaia -n "__fish_gaia_using_subcommand env; and not __fish_seen_subcommand_from create update list onboard" -f -a "onboard" -d 'Make an environment and plan it for the first time, step by step'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s t -l tenant -d 'The tenant, which is the business unit that owns the environment' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s a -l account -d 'The account that it lives in, which is the stage of stacks' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s e -l environment -d 'Its own name' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l env-type -d 'development, staging or production; the account tells otherwise' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s r -l region -d 'The region of AWS' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l vpc-cidr -d 'The addresses of its network; the first free /16 otherwise' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l availability-zones -d 'The zones that it spreads over' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l team-email -d 'Where the team is reached' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l owner -d 'The team that owns it' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l cost-center -d 'The cost centre that pays for it' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l eks -d 'With a Kubernetes cluster' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l rds -d 'With a relational database' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l logging -d 'With a place for its logs' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l monitoring -d 'With alarms and a dashboard' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l backend -d 'Where Terraform keeps the state: s3, local, inherited' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s d -l data -d 'Answer another question of the template; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l data-file -d 'A YAML file with answers; options win' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l template -d 'Another template: a directory, a git repository, its address' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l vcs-ref -d 'A tag, branch or commit of the template instead of its newest tag' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s l -l defaults -d 'Take the defaults instead of asking'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show the files and what is in them, and write nothing'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l overwrite -d 'Overwrite files that are in the way'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s y -l yes -d 'Write without asking'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s t -l tenant -d 'The tenant, which is the business unit that owns the environment' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s a -l account -d 'The account that it lives in, which is the stage of stacks' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s e -l environment -d 'Its own name' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l env-type -d 'development, staging or production; the account tells otherwise' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s r -l region -d 'The region of AWS' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l vpc-cidr -d 'The addresses of its network; the first free /16 otherwise' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l availability-zones -d 'The zones that it spreads over' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l team-email -d 'Where the team is reached' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l owner -d 'The team that owns it' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l cost-center -d 'The cost centre that pays for it' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l eks -d 'With a Kubernetes cluster' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l rds -d 'With a relational database' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l logging -d 'With a place for its logs' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l monitoring -d 'With alarms and a dashboard' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l backend -d 'Where Terraform keeps the state: s3, local, inherited' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s d -l data -d 'Answer another question of the template; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l data-file -d 'A YAML file with answers; options win' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l vcs-ref -d 'A tag, branch or commit of the template instead of its newest tag' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l all -d 'All environments that templates made'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l overwrite -d 'Overwrite what is changed with what the template makes'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l reject -d 'Leave rejected changes in *.rej instead of markers'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s n -l dry-run -d 'Say what would be done, and change nothing'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -s f -l format -d 'How to show it' -r -f -a "table\t''
json\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s t -l tenant -d 'The tenant, which is the business unit that owns the environment' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s a -l account -d 'The account that it lives in, which is the stage of stacks' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s e -l environment -d 'Its own name' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l env-type -d 'development, staging or production; the account tells otherwise' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s r -l region -d 'The region of AWS' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l vpc-cidr -d 'The addresses of its network; the first free /16 otherwise' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l availability-zones -d 'The zones that it spreads over' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l team-email -d 'Where the team is reached' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l owner -d 'The team that owns it' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l cost-center -d 'The cost centre that pays for it' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l eks -d 'With a Kubernetes cluster' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l rds -d 'With a relational database' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l logging -d 'With a place for its logs' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l monitoring -d 'With alarms and a dashboard' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l backend -d 'Where Terraform keeps the state: s3, local, inherited' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s d -l data -d 'Answer another question of the template; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l data-file -d 'A YAML file with answers; options win' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l template -d 'Another template: a directory, a git repository, its address' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l vcs-ref -d 'A tag, branch or commit of the template instead of its newest tag' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s l -l defaults -d 'Take the defaults instead of asking'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s n -l dry-run -d 'Show the files and what is in them, and write nothing'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l overwrite -d 'Overwrite files that are in the way'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s y -l yes -d 'Write without asking'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand env; and __fish_seen_subcommand_from onboard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand component; and not __fish_seen_subcommand_from create" -f -a "create" -d 'Make a Terraform component, with README, test and catalog entry'
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l description -d 'What it builds, in a sentence' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l owner -d 'The team that looks after it' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l depends-on -d 'A component that it needs first; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -s d -l data -d 'Answer another question of the template; again for others' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l template -d 'Another template: a directory, a git repository, its address' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l destination -d 'Another directory for the code than the one of atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show the files and what is in them, and write nothing'
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand component; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand init" -l namespace -d 'Short name of the organisation' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l owner -d 'The team that looks after the platform' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l team-email -d 'Where the team is reached' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l backend -d 'Where Terraform keeps its state: s3, local' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l ci -d 'What runs on every change: github, gitlab, none' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand init" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand init" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand init" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand init" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand init" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand init" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand init" -s l -l defaults -d 'Take the defaults instead of asking'
complete -c gaia -n "__fish_gaia_using_subcommand init" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand init" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand init" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand init" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand init" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand completions" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand completions" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand completions" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand version" -s f -l format -d 'As a map in JSON or YAML' -r -f -a "yaml\t'YAML, with sorted keys'
json\t'JSON, indented, with sorted keys'"
complete -c gaia -n "__fish_gaia_using_subcommand version" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand version" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand version" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand version" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand version" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand version" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand version" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand version" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand version" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand version" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand version" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand version" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gaia -n "__fish_gaia_using_subcommand help" -s C -l chdir -d 'Run as if started in this directory' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand help" -l base-path -d 'The directory that the paths in atmos.yaml are relative to' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand help" -l config -d 'Configuration files to read instead of looking for atmos.yaml' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand help" -l config-path -d 'Directories to look for atmos.yaml in' -r -F
complete -c gaia -n "__fish_gaia_using_subcommand help" -l profile -d 'Configuration profiles to use' -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l color -d 'When to use colours: auto, always, never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` says no; in a pipe when `CLICOLOR_FORCE` says so'
always\t'Always'
never\t'Never'"
complete -c gaia -n "__fish_gaia_using_subcommand help" -l offline -d 'Fetch no import: use what was fetched before. On for commands that only read, unless =false' -r -f -a "true\t''
false\t''"
complete -c gaia -n "__fish_gaia_using_subcommand help" -l edition -d 'Overrides `edition` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l settings-list-merge-strategy -d 'Overrides `settings.list_merge_strategy` of atmos.yaml' -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l logs-level -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l logs-file -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l redirect-stderr -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l use-version -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l heatmap-mode -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l profiler-host -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l profiler-port -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l profile-file -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l profile-type -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l profiler-enabled -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l heatmap -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l interactive -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l mask -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l force-tty -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l identity -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l pager -r
complete -c gaia -n "__fish_gaia_using_subcommand help" -l quiet -d 'Say nothing but answers and errors'
complete -c gaia -n "__fish_gaia_using_subcommand help" -s v -l verbose -d 'Say more: how an error came about, where an import comes from'
complete -c gaia -n "__fish_gaia_using_subcommand help" -l no-input -d 'Never ask; fail where input is needed'
complete -c gaia -n "__fish_gaia_using_subcommand help" -l no-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand help" -l force-color -d 'Accepted for Atmos'
complete -c gaia -n "__fish_gaia_using_subcommand help" -s h -l help -d 'Print help (see more with \'--help\')'
