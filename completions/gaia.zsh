#compdef gaia

autoload -U is-at-least

_gaia() {
    typeset -A opt_args
    typeset -a _arguments_options
    local ret=1

    if is-at-least 5.2; then
        _arguments_options=(-s -S -C)
    else
        _arguments_options=(-s -C)
    fi

    local context curcontext="$curcontext" state line
    _arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-q[Say nothing but answers and errors (\`-q\` before the command)]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'-V[Print version]' \
'--version[Print version]' \
":: :_gaia_commands" \
"*::: :->gaia" \
&& ret=0
    case $state in
    (gaia)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-command-$line[1]:"
        case $line[1] in
            (describe)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__describe_commands" \
"*::: :->describe" \
&& ret=0

    case $state in
    (describe)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-describe-command-$line[1]:"
        case $line[1] in
            (stacks)
_arguments "${_arguments_options[@]}" : \
'-s+[Only this stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[Only this stack\: its name, or the path of its manifest]:STACK:_default' \
'*--components=[Only these components]:NAME:_default' \
'*--component-types=[Only components of these types\: terraform, helmfile, packer, ansible, …]:TYPE:_default' \
'*--sections=[Only these sections of the components\: vars, settings, env, metadata, backend, …]:SECTION:_default' \
'-f+[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'-q+[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--query=[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--file=[Write the answer to a file]:FILE:_files' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--include-empty-stacks[Show stacks without components too]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(component)
_arguments "${_arguments_options[@]}" : \
'-s+[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[The stack\: its name, or the path of its manifest]:STACK:_default' \
'-f+[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--provenance=[Show beside each line of YAML where its value comes from (unless =false, or by describe.provenance)]::BOOL:(true false)' \
'-q+[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--query=[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--file=[Write the answer to a file]:FILE:_files' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The component:_default' \
&& ret=0
;;
(config)
_arguments "${_arguments_options[@]}" : \
'-f+[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'-q+[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--query=[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--file=[Write the answer to a file]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(dependents)
_arguments "${_arguments_options[@]}" : \
'-s+[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[The stack\: its name, or the path of its manifest]:STACK:_default' \
'-f+[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'-q+[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--query=[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--file=[Write the answer to a file]:FILE:_files' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':component -- The component:_default' \
&& ret=0
;;
(affected)
_arguments "${_arguments_options[@]}" : \
'--base=[The revision to compare with\: a branch, a tag, a commit, HEAD~1]:REVISION:_default' \
'--ref=[A git reference to compare with\: refs/heads/main, refs/tags/v1]:REF:_default' \
'--sha=[A commit to compare with]:SHA:_default' \
'--repo-path=[A work tree of its own to compare with, such as one that CI has made]:DIR:_files' \
'--ssh-key=[Accepted for Atmos]:FILE:_default' \
'--ssh-key-password=[Accepted for Atmos]:PASSWORD:_default' \
'-s+[Only this stack, by its name]:STACK:_default' \
'--stack=[Only this stack, by its name]:STACK:_default' \
'-f+[How to show it]:FORMAT:((json\:"JSON, indented, with sorted keys"
yaml\:"YAML, with sorted keys"
matrix\:"One line of JSON for the matrix of a GitHub Actions job"))' \
'--format=[How to show it]:FORMAT:((json\:"JSON, indented, with sorted keys"
yaml\:"YAML, with sorted keys"
matrix\:"One line of JSON for the matrix of a GitHub Actions job"))' \
'--output-file=[Append a matrix to this file as \`matrix=…\` and \`count=…\`\: \`\$GITHUB_OUTPUT\`]:FILE:_files' \
'-q+[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--query=[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--file=[Write the answer to a file]:FILE:_files' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'--error-mode=[Accepted for Atmos]:MODE:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--clone-target-ref[Compare with a branch as the remote repository had it when it was fetched last. gaia never clones]' \
'--include-dependents[Show what depends on the affected components, and what depends on that]' \
'--include-settings[Show the settings of the components]' \
'--include-spacelift-admin-stacks[Add the Spacelift stacks that manage the affected ones]' \
'--exclude-locked[Leave out components with \`metadata.locked\: true\`]' \
'--upload[Accepted for Atmos]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(locals)
_arguments "${_arguments_options[@]}" : \
'-s+[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[The stack\: its name, or the path of its manifest]:STACK:_default' \
'-f+[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'-q+[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--query=[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--file=[Write the answer to a file]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::component -- The component:_default' \
&& ret=0
;;
(workflows)
_arguments "${_arguments_options[@]}" : \
'-o+[What is shown of them]:SHAPE:((list\:"A list of file and workflow"
map\:"A map from file to the names of its workflows"
all\:"A map from file to all that stands in it"))' \
'--output=[What is shown of them]:SHAPE:((list\:"A list of file and workflow"
map\:"A map from file to the names of its workflows"
all\:"A map from file to all that stands in it"))' \
'-f+[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'-q+[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--query=[Show what a yq or jq expression gives\: \`.vars.tags\`, \`.vars | keys\`]:EXPRESSION:_default' \
'--file=[Write the answer to a file]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(list)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__list_commands" \
"*::: :->list" \
&& ret=0

    case $state in
    (list)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-list-command-$line[1]:"
        case $line[1] in
            (stacks)
_arguments "${_arguments_options[@]}" : \
'-c+[Only stacks that have this component]:NAME:_default' \
'--component=[Only stacks that have this component]:NAME:_default' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv tree)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv tree)' \
'--tags=[Only components with one of these tags]:TAG,…:_default' \
'--labels=[Only components with all these labels\: \`key=value,key\:value\`]:LABEL,…:_default' \
'*--columns=[Columns to show\: \`stack\`, \`Region=vars.region\`, \`Region={{ .vars.region }}\`]:COLUMN:_default' \
'--sort=[Columns to sort by\: \`stack\:asc,component\:desc\`]:COLUMN:ORDER:_default' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(components)
_arguments "${_arguments_options[@]}" : \
'-s+[Only stacks of this name or pattern]:PATTERN:_default' \
'--stack=[Only stacks of this name or pattern]:PATTERN:_default' \
'-t+[Real components, abstract ones, or all]:KIND:(real abstract all)' \
'--type=[Real components, abstract ones, or all]:KIND:(real abstract all)' \
'--enabled=[Only enabled components; with =false only disabled ones]::BOOL:(true false)' \
'--locked=[Only locked components; with =false only unlocked ones]::BOOL:(true false)' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--tags=[Only components with one of these tags]:TAG,…:_default' \
'--labels=[Only components with all these labels\: \`key=value,key\:value\`]:LABEL,…:_default' \
'*--columns=[Columns to show\: \`stack\`, \`Region=vars.region\`, \`Region={{ .vars.region }}\`]:COLUMN:_default' \
'--sort=[Columns to sort by\: \`stack\:asc,component\:desc\`]:COLUMN:ORDER:_default' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--abstract[Accepted for Atmos, where --type decides]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(instances)
_arguments "${_arguments_options[@]}" : \
'-s+[Only stacks of this name or pattern]:PATTERN:_default' \
'--stack=[Only stacks of this name or pattern]:PATTERN:_default' \
'--filter=[Only instances for which a yq expression is true]:EXPRESSION:_default' \
'-q+[Show what a yq expression gives instead, as \`value\`]:EXPRESSION:_default' \
'--query=[Show what a yq expression gives instead, as \`value\`]:EXPRESSION:_default' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv tree matrix)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv tree matrix)' \
'-o+[Append the matrix to this file, as \`matrix=…\` and \`count=…\`]:FILE:_files' \
'--output-file=[Append the matrix to this file, as \`matrix=…\` and \`count=…\`]:FILE:_files' \
'--max-columns=[Accepted for Atmos]:MAX_COLUMNS:_default' \
'--tags=[Only components with one of these tags]:TAG,…:_default' \
'--labels=[Only components with all these labels\: \`key=value,key\:value\`]:LABEL,…:_default' \
'*--columns=[Columns to show\: \`stack\`, \`Region=vars.region\`, \`Region={{ .vars.region }}\`]:COLUMN:_default' \
'--sort=[Columns to sort by\: \`stack\:asc,component\:desc\`]:COLUMN:ORDER:_default' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(workflows)
_arguments "${_arguments_options[@]}" : \
'--file=[Only the workflows of this file]:FILE:_files' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv)' \
'*--columns=[Columns to show\: \`stack\`, \`Region=vars.region\`, \`Region={{ .vars.region }}\`]:COLUMN:_default' \
'--sort=[Columns to sort by\: \`stack\:asc,component\:desc\`]:COLUMN:ORDER:_default' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(vars)
_arguments "${_arguments_options[@]}" : \
'-s+[Only these stacks\: names or patterns with commas between them]:PATTERN:_default' \
'--stack=[Only these stacks\: names or patterns with commas between them]:PATTERN:_default' \
'-q+[Compare what a yq expression gives\: \`.vars.tags\`]:EXPRESSION:_default' \
'--query=[Compare what a yq expression gives\: \`.vars.tags\`]:EXPRESSION:_default' \
'--max-columns=[No more stacks than this (0\: all)]:N:_default' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--abstract[Accepted for Atmos, which shows abstract components anyway]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':component -- The component:_default' \
&& ret=0
;;
(values)
_arguments "${_arguments_options[@]}" : \
'-s+[Only these stacks\: names or patterns with commas between them]:PATTERN:_default' \
'--stack=[Only these stacks\: names or patterns with commas between them]:PATTERN:_default' \
'-q+[Compare what a yq expression gives\: \`.vars.tags\`]:EXPRESSION:_default' \
'--query=[Compare what a yq expression gives\: \`.vars.tags\`]:EXPRESSION:_default' \
'--max-columns=[No more stacks than this (0\: all)]:N:_default' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--vars[Show the vars; the same as --query .vars]' \
'--abstract[Accepted for Atmos, which shows abstract components anyway]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':component -- The component:_default' \
&& ret=0
;;
(settings)
_arguments "${_arguments_options[@]}" : \
'-s+[Only these stacks\: names or patterns with commas between them]:PATTERN:_default' \
'--stack=[Only these stacks\: names or patterns with commas between them]:PATTERN:_default' \
'-q+[Compare what a yq expression gives\: \`.vars.tags\`]:EXPRESSION:_default' \
'--query=[Compare what a yq expression gives\: \`.vars.tags\`]:EXPRESSION:_default' \
'--max-columns=[No more stacks than this (0\: all)]:N:_default' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--abstract[Accepted for Atmos, which shows abstract components anyway]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::component -- The component:_default' \
&& ret=0
;;
(metadata)
_arguments "${_arguments_options[@]}" : \
'-s+[Only stacks of this name or pattern]:PATTERN:_default' \
'--stack=[Only stacks of this name or pattern]:PATTERN:_default' \
'--filter=[Only instances for which a yq expression is true]:EXPRESSION:_default' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--tags=[Only components with one of these tags]:TAG,…:_default' \
'--labels=[Only components with all these labels\: \`key=value,key\:value\`]:LABEL,…:_default' \
'*--columns=[Columns to show\: \`stack\`, \`Region=vars.region\`, \`Region={{ .vars.region }}\`]:COLUMN:_default' \
'--sort=[Columns to sort by\: \`stack\:asc,component\:desc\`]:COLUMN:ORDER:_default' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(graph)
_arguments "${_arguments_options[@]}" : \
'-s+[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[The stack\: its name, or the path of its manifest]:STACK:_default' \
'-c+[Begin at this component; without a stack, in every stack that has it]:COMPONENT:_default' \
'--component=[Begin at this component; without a stack, in every stack that has it]:COMPONENT:_default' \
'--depth=[How many steps to follow]:N:_default' \
'--direction=[Which way to follow]:DIRECTION:((deps\:"What they depend on"
dependents\:"What depends on them"))' \
'-f+[How to show it]:FORMAT:((tree\:"Lines in the terminal"
mermaid\:"A flowchart that GitHub and GitLab render; where it is too large for them, Markdown with one a stack"
dot\:"For Graphviz"
json\:"Nodes, edges with their reasons, waves, cycles, unresolved references"
svg\:"A picture"
html\:"A page to look around in, which needs no network"))' \
'--format=[How to show it]:FORMAT:((tree\:"Lines in the terminal"
mermaid\:"A flowchart that GitHub and GitLab render; where it is too large for them, Markdown with one a stack"
dot\:"For Graphviz"
json\:"Nodes, edges with their reasons, waves, cycles, unresolved references"
svg\:"A picture"
html\:"A page to look around in, which needs no network"))' \
'--file=[Write it to a file]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'(-s --stack -c --component)--all[The whole repository]' \
'--no-reduction[Draw arrows that follow from others too]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(order)
_arguments "${_arguments_options[@]}" : \
'-s+[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[The stack\: its name, or the path of its manifest]:STACK:_default' \
'-f+[How to show it]:FORMAT:((text\:"A line a wave"
json\:"\`{"stack"\: …, "waves"\: \[\[component, …\], …\]}\`"))' \
'--format=[How to show it]:FORMAT:((text\:"A line a wave"
json\:"\`{"stack"\: …, "waves"\: \[\[component, …\], …\]}\`"))' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--reverse[The order to destroy in\: what depends on others first]' \
'--break-soft[Leave out dependencies with a default value where they close a cycle]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(pipeline)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__pipeline_commands" \
"*::: :->pipeline" \
&& ret=0

    case $state in
    (pipeline)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-pipeline-command-$line[1]:"
        case $line[1] in
            (render)
_arguments "${_arguments_options[@]}" : \
'--engine=[The engine]:ENGINE:((github-actions\:"A workflow of GitHub Actions"
gitlab-ci\:"A pipeline of GitLab CI"
jenkins\:"A Jenkinsfile"
argo-workflows\:"A Workflow of Argo Workflows"
atlantis\:"The atlantis.yaml of a repository"))' \
'-s+[Only this stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[Only this stack\: its name, or the path of its manifest]:STACK:_default' \
'--base=[The revision that affected components are compared with]:REVISION:_default' \
'--image=[The container image with gaia, Atmos and Terraform to run in]:IMAGE:_default' \
'--name=[What the pipeline is called]:NAME:_default' \
'--file=[Write it to a file]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--affected[Only components that a change affects, and what depends on them]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(validate)
_arguments "${_arguments_options[@]}" : \
'-f+[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'--format=[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--staged[Check what git'\''s index holds, as the next commit will have it]' \
'(--staged)--fix[Rewrite what is safe to rewrite, after showing it and asking]' \
'-y[With --fix\: do not ask]' \
'--yes[With --fix\: do not ask]' \
'--strict[Fail on warnings too]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::files -- Tell only what is wrong in these files and in what depends on them:_files' \
":: :_gaia__subcmd__validate_commands" \
"*::: :->validate" \
&& ret=0

    case $state in
    (validate)
        words=($line[2] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-validate-command-$line[2]:"
        case $line[2] in
            (stacks)
_arguments "${_arguments_options[@]}" : \
'--schemas-atmos-manifest=[A JSON Schema for the manifests, instead of the one that Atmos brings\: a file]:FILE:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(component)
_arguments "${_arguments_options[@]}" : \
'-s+[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--schema-path=[The schema or policy\: a file, as it stands or below \`schemas.<type>.base_path\` of atmos.yaml]:FILE:_default' \
'--schema-type=[The type of the schema\: jsonschema or opa]:TYPE:_default' \
'*--module-paths=[Files and directories of Rego that the policy uses, below \`schemas.opa.base_path\` of atmos.yaml]:PATHS:_default' \
'--timeout=[How many seconds a policy may take]:SECONDS:_default' \
'-f+[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'--format=[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The component:_default' \
&& ret=0
;;
(schema)
_arguments "${_arguments_options[@]}" : \
'--schemas-atmos-manifest=[A JSON Schema in the place of the entry'\''s\: a file]:FILE:_default' \
'-f+[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'--format=[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::key -- The entry of `schemas`; without it all:_default' \
&& ret=0
;;
(plan)
_arguments "${_arguments_options[@]}" : \
'-c+[The component that the plan is for]:COMPONENT:_default' \
'--component=[The component that the plan is for]:COMPONENT:_default' \
'-s+[Its stack]:STACK:_default' \
'--stack=[Its stack]:STACK:_default' \
'--stage=[The stage that the plan is for, where neither its variables nor a component tell]:STAGE:_default' \
'*--acknowledge=[The address of a protected resource that may be destroyed or replaced; a pattern, and more than once]:ADDRESS:_default' \
'-f+[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'--format=[How problems are shown]:FORMAT:((human\:"Excerpts of the sources with carets"
json\:"\`{"diagnostics"\: \[…\]}\`"
sarif\:"SARIF 2.1.0, for code scanning"
junit\:"\`JUnit\` XML, for test reports"
github\:"Annotations of GitHub Actions"
checkstyle\:"Checkstyle XML, for most other tools"))' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--strict[Fail on warnings too]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':file -- What `terraform show -json` wrote:_files' \
&& ret=0
;;
        esac
    ;;
esac
;;
(why)
_arguments "${_arguments_options[@]}" : \
'-c+[The component]:COMPONENT:_default' \
'--component=[The component]:COMPONENT:_default' \
'-s+[The stack\: its name, or the path of its manifest]:STACK:_default' \
'--stack=[The stack\: its name, or the path of its manifest]:STACK:_default' \
'-f+[How to show it]:FORMAT:((text\:"For people"
json\:"As docs/schemas/why.json describes it"
yaml\:"The same as YAML"))' \
'--format=[How to show it]:FORMAT:((text\:"For people"
json\:"As docs/schemas/why.json describes it"
yaml\:"The same as YAML"))' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::key -- The key\: `vars.tags.team`, `vars.azs\[0\]`, a section, or nothing for all:_default' \
&& ret=0
;;
(diff)
_arguments "${_arguments_options[@]}" : \
'--base=[Compare all stacks with a revision of the repository\: a branch, a tag, a commit, HEAD~1]:REVISION:_default' \
'-s+[Only this stack, with --base]:STACK:_default' \
'--stack=[Only this stack, with --base]:STACK:_default' \
'-c+[Only this component]:COMPONENT:_default' \
'--component=[Only this component]:COMPONENT:_default' \
'-f+[How to show it]:FORMAT:((text\:"For people"
json\:"As docs/schemas/diff.json describes it"
yaml\:"The same as YAML"))' \
'--format=[How to show it]:FORMAT:((text\:"For people"
json\:"As docs/schemas/diff.json describes it"
yaml\:"The same as YAML"))' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--exit-code[End with 1 when there are differences]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::old -- The stack to compare with:_default' \
'::new -- The stack that is compared:_default' \
&& ret=0
;;
(explain)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::code -- A code such as GA0101, or its name; without it all codes are listed:_default' \
&& ret=0
;;
(affected)
_arguments "${_arguments_options[@]}" : \
'--base=[The revision to compare with\: a branch, a tag, a commit, HEAD~1]:REVISION:_default' \
'--head=[The later revision, instead of the work tree]:REVISION:_default' \
'-s+[Only this stack, by its name]:STACK:_default' \
'--stack=[Only this stack, by its name]:STACK:_default' \
'-f+[How to show it]:FORMAT:((list\:"A table on a terminal; in a pipe stack, component and reasons with tabs between them"
json\:"JSON with the keys of \`gaia describe affected\`"
matrix\:"One line of JSON for the matrix of a GitHub Actions job"))' \
'--format=[How to show it]:FORMAT:((list\:"A table on a terminal; in a pipe stack, component and reasons with tabs between them"
json\:"JSON with the keys of \`gaia describe affected\`"
matrix\:"One line of JSON for the matrix of a GitHub Actions job"))' \
'--output-file=[Append a matrix to this file as \`matrix=…\` and \`count=…\`\: \`\$GITHUB_OUTPUT\`]:FILE:_files' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--include-dependents[With what depends on the affected components, and what depends on that]' \
'--exclude-locked[Without components with \`metadata.locked\: true\`]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(impact)
_arguments "${_arguments_options[@]}" : \
'-f+[How to show it]:FORMAT:((list\:"A table on a terminal; in a pipe stack, component and how it is reached with tabs between them"
json\:"JSON"))' \
'--format=[How to show it]:FORMAT:((list\:"A table on a terminal; in a pipe stack, component and how it is reached with tabs between them"
json\:"JSON"))' \
'--process-templates=[Render Go templates (unless =false)]::BOOL:(true false)' \
'--process-functions=[Evaluate YAML functions such as \`!env\` and \`!terraform.state\` (unless =false)]::BOOL:(true false)' \
'*--skip=[Leave these YAML functions as they are\: terraform.state, exec, …]:FUNCTION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::files -- Files, whether they are there or not:_files' \
&& ret=0
;;
(atlantis)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__atlantis_commands" \
"*::: :->atlantis" \
&& ret=0

    case $state in
    (atlantis)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-atlantis-command-$line[1]:"
        case $line[1] in
            (generate)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__atlantis__subcmd__generate_commands" \
"*::: :->generate" \
&& ret=0

    case $state in
    (generate)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-atlantis-generate-command-$line[1]:"
        case $line[1] in
            (repo-config)
_arguments "${_arguments_options[@]}" : \
'--output-path=[The file to write, instead of \`integrations.atlantis.path\` of atmos.yaml; stdout when neither is given]:FILE:_files' \
'--config-template=[A template of \`integrations.atlantis.config_templates\`]:NAME:_default' \
'--project-template=[A template of \`integrations.atlantis.project_templates\`]:NAME:_default' \
'*--stacks=[Only these stacks\: their names, or the paths of their manifests]:STACK:_default' \
'*--components=[Only these components]:NAME:_default' \
'--ref=[A git reference to compare with\: refs/heads/main, refs/tags/v1]:REF:_default' \
'--sha=[A commit to compare with]:SHA:_default' \
'--repo-path=[A work tree of its own to compare with, such as one that CI has made]:DIR:_files' \
'--ssh-key=[Accepted for Atmos]:FILE:_default' \
'--ssh-key-password=[Accepted for Atmos]:PASSWORD:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--affected-only[Only components that a change affects]' \
'--clone-target-ref[Compare with a branch as the remote repository had it when it was fetched last. gaia never clones]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
;;
(plan)
_arguments "${_arguments_options[@]}" : \
'*-s+[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'*--stack=[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'--base=[The revision to compare with\: a branch, a tag, a commit]:REVISION:_default' \
'--from=[Only this component and what depends on it]:COMPONENT:_default' \
'--until=[Only this component and what it depends on]:COMPONENT:_default' \
'*--skip=[Leave out components that match]:GLOB:_default' \
'-p+[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--parallel=[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--timeout=[How long one component may take\: 90s, 10m, 1h30m]:DURATION:_default' \
'--retries=[How often a failure that may pass (throttling, a locked state) is tried again (default\: 2)]:N:_default' \
'--retry-delay=[How long to wait before the first time; twice as long each time after (default\: 5s)]:DURATION:_default' \
'*--retry-on=[Errors that may pass, beside those that gaia knows\: a regular expression]:REGEX:_default' \
'-f+[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--format=[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--log-order=[Show the logs of all components, not only of those that fail]:ORDER:((grouped\:"Each whole, when its step ends"
stream\:"Line by line, as they come"))' \
'--junit=[Write a report for CI]:FILE:_files' \
'--summary=[Write a summary for a comment on a pull request]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--all[All components\: of the stack, or of every stack where none is named]' \
'--affected[Only what a change affects]' \
'--with-dependencies[What they depend on as well]' \
'--with-dependents[What depends on them as well]' \
'(--fail-fast)--keep-going[Go on with what does not depend on a failure]' \
'--fail-fast[Start nothing more after a failure]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--no-narrow[Let Atmos read all manifests, not only those that the component needs]' \
'--dry-run[Show the command lines in order, and run nothing]' \
'--detailed-exitcode[Exit with 2 when there are changes]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::components -- Components, also as patterns\: `database/*`:_default' \
&& ret=0
;;
(apply)
_arguments "${_arguments_options[@]}" : \
'*-s+[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'*--stack=[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'--base=[The revision to compare with\: a branch, a tag, a commit]:REVISION:_default' \
'--from=[Only this component and what depends on it]:COMPONENT:_default' \
'--until=[Only this component and what it depends on]:COMPONENT:_default' \
'*--skip=[Leave out components that match]:GLOB:_default' \
'--from-plan=[Apply the plans of a run of \`gaia plan\`, unless anything changed since]:RUN:_default' \
'*--allow-destroy=[Let protected resources of this type be destroyed]:TYPE:_default' \
'-p+[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--parallel=[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--timeout=[How long one component may take\: 90s, 10m, 1h30m]:DURATION:_default' \
'--retries=[How often a failure that may pass (throttling, a locked state) is tried again (default\: 2)]:N:_default' \
'--retry-delay=[How long to wait before the first time; twice as long each time after (default\: 5s)]:DURATION:_default' \
'*--retry-on=[Errors that may pass, beside those that gaia knows\: a regular expression]:REGEX:_default' \
'-f+[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--format=[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--log-order=[Show the logs of all components, not only of those that fail]:ORDER:((grouped\:"Each whole, when its step ends"
stream\:"Line by line, as they come"))' \
'--junit=[Write a report for CI]:FILE:_files' \
'--summary=[Write a summary for a comment on a pull request]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--all[All components\: of the stack, or of every stack where none is named]' \
'--affected[Only what a change affects]' \
'--with-dependencies[What they depend on as well]' \
'--with-dependents[What depends on them as well]' \
'--auto-approve[Ask nobody\: for machines]' \
'(--fail-fast)--keep-going[Go on with what does not depend on a failure]' \
'--fail-fast[Start nothing more after a failure]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--no-narrow[Let Atmos read all manifests, not only those that the component needs]' \
'--dry-run[Show the command lines in order, and run nothing]' \
'--detailed-exitcode[Exit with 2 when there are changes]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::components -- Components, also as patterns\: `database/*`:_default' \
&& ret=0
;;
(destroy)
_arguments "${_arguments_options[@]}" : \
'*-s+[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'*--stack=[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'--base=[The revision to compare with\: a branch, a tag, a commit]:REVISION:_default' \
'--from=[Only this component and what depends on it]:COMPONENT:_default' \
'--until=[Only this component and what it depends on]:COMPONENT:_default' \
'*--skip=[Leave out components that match]:GLOB:_default' \
'*--allow-destroy=[Let protected resources of this type be destroyed]:TYPE:_default' \
'-p+[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--parallel=[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--timeout=[How long one component may take\: 90s, 10m, 1h30m]:DURATION:_default' \
'--retries=[How often a failure that may pass (throttling, a locked state) is tried again (default\: 2)]:N:_default' \
'--retry-delay=[How long to wait before the first time; twice as long each time after (default\: 5s)]:DURATION:_default' \
'*--retry-on=[Errors that may pass, beside those that gaia knows\: a regular expression]:REGEX:_default' \
'-f+[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--format=[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--log-order=[Show the logs of all components, not only of those that fail]:ORDER:((grouped\:"Each whole, when its step ends"
stream\:"Line by line, as they come"))' \
'--junit=[Write a report for CI]:FILE:_files' \
'--summary=[Write a summary for a comment on a pull request]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--all[All components\: of the stack, or of every stack where none is named]' \
'--affected[Only what a change affects]' \
'--with-dependencies[What they depend on as well]' \
'--with-dependents[What depends on them as well]' \
'--auto-approve[Ask nobody\: for machines]' \
'(--fail-fast)--keep-going[Go on with what does not depend on a failure]' \
'--fail-fast[Start nothing more after a failure]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--no-narrow[Let Atmos read all manifests, not only those that the component needs]' \
'--dry-run[Show the command lines in order, and run nothing]' \
'--detailed-exitcode[Exit with 2 when there are changes]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::components -- Components, also as patterns\: `database/*`:_default' \
&& ret=0
;;
(drift)
_arguments "${_arguments_options[@]}" : \
'*-s+[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'*--stack=[The stack, by its name; several times or as a pattern for several]:STACK:_default' \
'--base=[The revision to compare with\: a branch, a tag, a commit]:REVISION:_default' \
'--from=[Only this component and what depends on it]:COMPONENT:_default' \
'--until=[Only this component and what it depends on]:COMPONENT:_default' \
'*--skip=[Leave out components that match]:GLOB:_default' \
'--ignore=[Known drift, which is left alone]:FILE:_files' \
'--history=[Show what the last runs found, and look for nothing; 10 of them unless N says how many]::N:_default' \
'-p+[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--parallel=[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--timeout=[How long one component may take\: 90s, 10m, 1h30m]:DURATION:_default' \
'--retries=[How often a failure that may pass (throttling, a locked state) is tried again (default\: 2)]:N:_default' \
'--retry-delay=[How long to wait before the first time; twice as long each time after (default\: 5s)]:DURATION:_default' \
'*--retry-on=[Errors that may pass, beside those that gaia knows\: a regular expression]:REGEX:_default' \
'-f+[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--format=[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--log-order=[Show the logs of all components, not only of those that fail]:ORDER:((grouped\:"Each whole, when its step ends"
stream\:"Line by line, as they come"))' \
'--junit=[Write a report for CI]:FILE:_files' \
'--summary=[Write a summary for a comment on a pull request]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--all[All components\: of the stack, or of every stack where none is named]' \
'--affected[Only what a change affects]' \
'--with-dependencies[What they depend on as well]' \
'--with-dependents[What depends on them as well]' \
'(--fail-fast)--keep-going[Go on with what does not depend on a failure]' \
'--fail-fast[Start nothing more after a failure]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--no-narrow[Let Atmos read all manifests, not only those that the component needs]' \
'--dry-run[Show the command lines in order, and run nothing]' \
'--detailed-exitcode[Exit with 2 when there are changes]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::components -- Components, also as patterns\: `database/*`:_default' \
&& ret=0
;;
(ephemeral)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__ephemeral_commands" \
"*::: :->ephemeral" \
&& ret=0

    case $state in
    (ephemeral)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-ephemeral-command-$line[1]:"
        case $line[1] in
            (up)
_arguments "${_arguments_options[@]}" : \
'--from=[The stack to clone]:STACK:_default' \
'--ttl=[How long it may live\: 8h, 72h, 14d]:DURATION:_default' \
'--owner=[Whose it is (default\: who runs this)]:WHO:_default' \
'--by=[The variable that takes the name (default\: by the way stacks are named, \`stage\` first)]:VAR:_default' \
'-p+[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--parallel=[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--timeout=[How long one component may take\: 90s, 10m, 1h30m]:DURATION:_default' \
'--retries=[How often a failure that may pass (throttling, a locked state) is tried again (default\: 2)]:N:_default' \
'--retry-delay=[How long to wait before the first time; twice as long each time after (default\: 5s)]:DURATION:_default' \
'*--retry-on=[Errors that may pass, beside those that gaia knows\: a regular expression]:REGEX:_default' \
'-f+[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--format=[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--log-order=[Show the logs of all components, not only of those that fail]:ORDER:((grouped\:"Each whole, when its step ends"
stream\:"Line by line, as they come"))' \
'--junit=[Write a report for CI]:FILE:_files' \
'--summary=[Write a summary for a comment on a pull request]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--auto-approve[Ask nobody\: for machines]' \
'(--fail-fast)--keep-going[Go on with what does not depend on a failure]' \
'--fail-fast[Start nothing more after a failure]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--no-narrow[Let Atmos read all manifests, not only those that the component needs]' \
'--dry-run[Show the command lines in order, and run nothing]' \
'--detailed-exitcode[Exit with 2 when there are changes]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- Its name\: `pr-123`:_default' \
'*::args -- Arguments for terraform:_default' \
&& ret=0
;;
(down)
_arguments "${_arguments_options[@]}" : \
'-p+[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--parallel=[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--timeout=[How long one component may take\: 90s, 10m, 1h30m]:DURATION:_default' \
'--retries=[How often a failure that may pass (throttling, a locked state) is tried again (default\: 2)]:N:_default' \
'--retry-delay=[How long to wait before the first time; twice as long each time after (default\: 5s)]:DURATION:_default' \
'*--retry-on=[Errors that may pass, beside those that gaia knows\: a regular expression]:REGEX:_default' \
'-f+[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--format=[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--log-order=[Show the logs of all components, not only of those that fail]:ORDER:((grouped\:"Each whole, when its step ends"
stream\:"Line by line, as they come"))' \
'--junit=[Write a report for CI]:FILE:_files' \
'--summary=[Write a summary for a comment on a pull request]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--auto-approve[Ask nobody\: for machines]' \
'(--fail-fast)--keep-going[Go on with what does not depend on a failure]' \
'--fail-fast[Start nothing more after a failure]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--no-narrow[Let Atmos read all manifests, not only those that the component needs]' \
'--dry-run[Show the command lines in order, and run nothing]' \
'--detailed-exitcode[Exit with 2 when there are changes]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The stack, or the name that it was given:_default' \
'*::args -- Arguments for terraform:_default' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'-f+[How to show it]:FORMAT:(table json)' \
'--format=[How to show it]:FORMAT:(table json)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--expired[Only those whose time is over]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(gc)
_arguments "${_arguments_options[@]}" : \
'-p+[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--parallel=[How many components at once (default\: the cores, 4 at most)]:N:_default' \
'--timeout=[How long one component may take\: 90s, 10m, 1h30m]:DURATION:_default' \
'--retries=[How often a failure that may pass (throttling, a locked state) is tried again (default\: 2)]:N:_default' \
'--retry-delay=[How long to wait before the first time; twice as long each time after (default\: 5s)]:DURATION:_default' \
'*--retry-on=[Errors that may pass, beside those that gaia knows\: a regular expression]:REGEX:_default' \
'-f+[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--format=[How to show it]:FORMAT:((table\:"Progress, then a table"
json\:"Events, a line of JSON each"
markdown\:"A summary for a pull request"))' \
'--log-order=[Show the logs of all components, not only of those that fail]:ORDER:((grouped\:"Each whole, when its step ends"
stream\:"Line by line, as they come"))' \
'--junit=[Write a report for CI]:FILE:_files' \
'--summary=[Write a summary for a comment on a pull request]:FILE:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--auto-approve[Ask nobody\: for machines]' \
'(--fail-fast)--keep-going[Go on with what does not depend on a failure]' \
'--fail-fast[Start nothing more after a failure]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--no-narrow[Let Atmos read all manifests, not only those that the component needs]' \
'--dry-run[Show the command lines in order, and run nothing]' \
'--detailed-exitcode[Exit with 2 when there are changes]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::args -- Arguments for terraform:_default' \
&& ret=0
;;
        esac
    ;;
esac
;;
(run)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__run_commands" \
"*::: :->run" \
&& ret=0

    case $state in
    (run)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-run-command-$line[1]:"
        case $line[1] in
            (list)
_arguments "${_arguments_options[@]}" : \
'--kind=[Only runs of this kind\: plan, apply, destroy, drift]:KIND:_default' \
'-n+[How many]:N:_default' \
'--limit=[How many]:N:_default' \
'-f+[How to show it]:FORMAT:(table json)' \
'--format=[How to show it]:FORMAT:(table json)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
'-f+[How to show it]:FORMAT:(table json)' \
'--format=[How to show it]:FORMAT:(table json)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::run -- The run\: its name, the beginning of it, or `latest`:_default' \
&& ret=0
;;
(logs)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':run -- The run\: its name, the beginning of it, or `latest`:_default' \
'::component -- A component; all of them where none is named:_default' \
&& ret=0
;;
(resume)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--auto-approve[Ask nobody\: for machines]' \
'--no-lock[Take no lock on the stack, where something else keeps runs apart]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::run -- The run\: its name, the beginning of it, or `latest`:_default' \
&& ret=0
;;
(clean)
_arguments "${_arguments_options[@]}" : \
'--keep=[How many of the latest stay]:N:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(workflow)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__workflow_commands" \
"*::: :->workflow" \
&& ret=0

    case $state in
    (workflow)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-workflow-command-$line[1]:"
        case $line[1] in
            (list)
_arguments "${_arguments_options[@]}" : \
'--file=[Only the workflows of this file]:FILE:_files' \
'-f+[How to show it]:FORMAT:(table json yaml csv tsv)' \
'--format=[How to show it]:FORMAT:(table json yaml csv tsv)' \
'*--columns=[Columns to show\: \`stack\`, \`Region=vars.region\`, \`Region={{ .vars.region }}\`]:COLUMN:_default' \
'--sort=[Columns to sort by\: \`stack\:asc,component\:desc\`]:COLUMN:ORDER:_default' \
'--delimiter=[What stands between the cells of csv and tsv]:TEXT:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
'--file=[The file that it stands in]:FILE:_default' \
'-f+[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[How to show it]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- The workflow:_default' \
&& ret=0
;;
(run)
_arguments "${_arguments_options[@]}" : \
'-f+[The file that it stands in]:FILE:_default' \
'--file=[The file that it stands in]:FILE:_default' \
'-s+[The stack that it runs for]:STACK:_default' \
'--stack=[The stack that it runs for]:STACK:_default' \
'--from-step=[Begin with this step]:STEP:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--dry-run[Show the steps, and run nothing]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::name -- The workflow; on a terminal it can be picked:_default' \
&& ret=0
;;
(plan-environment)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'--account=[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'*-c+[]:COMPONENT:_default' \
'*--component=[]:COMPONENT:_default' \
'-p+[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--parallel=[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--auto-approve=[]::AUTO_APPROVE:(true false)' \
'--safe-destroy=[]::SAFE_DESTROY:(true false)' \
'--detect-drift=[]::DETECT_DRIFT:(true false)' \
'--output-dir=[]:OUTPUT_DIR:_default' \
'--vpc-cidr=[]:VPC_CIDR:_default' \
'-r+[]:REGION:_default' \
'--region=[]:REGION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(apply-environment)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'--account=[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'*-c+[]:COMPONENT:_default' \
'*--component=[]:COMPONENT:_default' \
'-p+[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--parallel=[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--auto-approve=[]::AUTO_APPROVE:(true false)' \
'--safe-destroy=[]::SAFE_DESTROY:(true false)' \
'--detect-drift=[]::DETECT_DRIFT:(true false)' \
'--output-dir=[]:OUTPUT_DIR:_default' \
'--vpc-cidr=[]:VPC_CIDR:_default' \
'-r+[]:REGION:_default' \
'--region=[]:REGION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(destroy-environment)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'--account=[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'*-c+[]:COMPONENT:_default' \
'*--component=[]:COMPONENT:_default' \
'-p+[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--parallel=[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--auto-approve=[]::AUTO_APPROVE:(true false)' \
'--safe-destroy=[]::SAFE_DESTROY:(true false)' \
'--detect-drift=[]::DETECT_DRIFT:(true false)' \
'--output-dir=[]:OUTPUT_DIR:_default' \
'--vpc-cidr=[]:VPC_CIDR:_default' \
'-r+[]:REGION:_default' \
'--region=[]:REGION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(drift-detection)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'--account=[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'*-c+[]:COMPONENT:_default' \
'*--component=[]:COMPONENT:_default' \
'-p+[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--parallel=[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--auto-approve=[]::AUTO_APPROVE:(true false)' \
'--safe-destroy=[]::SAFE_DESTROY:(true false)' \
'--detect-drift=[]::DETECT_DRIFT:(true false)' \
'--output-dir=[]:OUTPUT_DIR:_default' \
'--vpc-cidr=[]:VPC_CIDR:_default' \
'-r+[]:REGION:_default' \
'--region=[]:REGION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(onboard-environment)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'--account=[\`vars.account\`, or \`vars.stage\`]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'*-c+[]:COMPONENT:_default' \
'*--component=[]:COMPONENT:_default' \
'-p+[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--parallel=[A number; \`true\` and \`false\` are taken and mean nothing]::PARALLEL:_default' \
'--auto-approve=[]::AUTO_APPROVE:(true false)' \
'--safe-destroy=[]::SAFE_DESTROY:(true false)' \
'--detect-drift=[]::DETECT_DRIFT:(true false)' \
'--output-dir=[]:OUTPUT_DIR:_default' \
'--vpc-cidr=[]:VPC_CIDR:_default' \
'-r+[]:REGION:_default' \
'--region=[]:REGION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(validate)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[]:ACCOUNT:_default' \
'--account=[]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'*-c+[]:COMPONENT:_default' \
'*--component=[]:COMPONENT:_default' \
'-p+[]::PARALLEL:_default' \
'--parallel=[]::PARALLEL:_default' \
'--fix=[]::FIX:(true false)' \
'--skip-lint=[]::SKIP_LINT:(true false)' \
'--skip-security=[]::SKIP_SECURITY:(true false)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(lint)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[]:ACCOUNT:_default' \
'--account=[]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'*-c+[]:COMPONENT:_default' \
'*--component=[]:COMPONENT:_default' \
'-p+[]::PARALLEL:_default' \
'--parallel=[]::PARALLEL:_default' \
'--fix=[]::FIX:(true false)' \
'--skip-lint=[]::SKIP_LINT:(true false)' \
'--skip-security=[]::SKIP_SECURITY:(true false)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(import)
_arguments "${_arguments_options[@]}" : \
'-a+[]:ADDRESS:_default' \
'--address=[]:ADDRESS:_default' \
'-i+[]:ID:_default' \
'--id=[]:ID:_default' \
'-c+[]:COMPONENT:_default' \
'--component=[]:COMPONENT:_default' \
'-s+[]:STACK:_default' \
'--stack=[]:STACK:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(template)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__template_commands" \
"*::: :->template" \
&& ret=0

    case $state in
    (template)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-template-command-$line[1]:"
        case $line[1] in
            (copy)
_arguments "${_arguments_options[@]}" : \
'-a+[The file with the answers, relative to the project]:FILE:_default' \
'--answers-file=[The file with the answers, relative to the project]:FILE:_default' \
'*-d+[Answer a question; again for others]:NAME=VALUE:_default' \
'*--data=[Answer a question; again for others]:NAME=VALUE:_default' \
'--data-file=[A YAML file with answers; \`--data\` wins]:FILE:_files' \
'*-x+[Leave out paths that match a pattern as in .gitignore; \`!pattern\` takes them in again]:PATTERN:_default' \
'*--exclude=[Leave out paths that match a pattern as in .gitignore; \`!pattern\` takes them in again]:PATTERN:_default' \
'*-s+[Keep paths that match a pattern when they exist]:PATTERN:_default' \
'*--skip=[Keep paths that match a pattern when they exist]:PATTERN:_default' \
'*--ask=[Ask questions whose name matches, even if another option would skip them]:PATTERN:_default' \
'-r+[A tag, branch or commit of the template instead of its newest tag; \`\:current\:\` for the one of the last time]:REVISION:_default' \
'--vcs-ref=[A tag, branch or commit of the template instead of its newest tag; \`\:current\:\` for the one of the last time]:REVISION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-n[Say what would be done, and change nothing]' \
'--pretend[Say what would be done, and change nothing]' \
'-q[Say nothing but errors and warnings]' \
'-g[Let the newest tag be a pre-release]' \
'--prereleases[Let the newest tag be a pre-release]' \
'--trust[Let the template run tasks and migrations]' \
'-T[Run no tasks]' \
'--skip-tasks[Run no tasks]' \
'-l[Take the defaults instead of asking]' \
'--defaults[Take the defaults instead of asking]' \
'--no-cleanup[Keep a new project when making it fails]' \
'-w[Overwrite what exists without asking]' \
'--overwrite[Overwrite what exists without asking]' \
'-f[The same as \`--defaults --overwrite\`]' \
'--force[The same as \`--defaults --overwrite\`]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':source -- The template\: a directory, a git repository, its address, `gh\:owner/name`, `gl\:owner/name`, `bundled\:name`:_default' \
':destination -- The project:_files' \
&& ret=0
;;
(update)
_arguments "${_arguments_options[@]}" : \
'-a+[The file with the answers, relative to the project]:FILE:_default' \
'--answers-file=[The file with the answers, relative to the project]:FILE:_default' \
'*-d+[Answer a question; again for others]:NAME=VALUE:_default' \
'*--data=[Answer a question; again for others]:NAME=VALUE:_default' \
'--data-file=[A YAML file with answers; \`--data\` wins]:FILE:_files' \
'*-x+[Leave out paths that match a pattern as in .gitignore; \`!pattern\` takes them in again]:PATTERN:_default' \
'*--exclude=[Leave out paths that match a pattern as in .gitignore; \`!pattern\` takes them in again]:PATTERN:_default' \
'*-s+[Keep paths that match a pattern when they exist]:PATTERN:_default' \
'*--skip=[Keep paths that match a pattern when they exist]:PATTERN:_default' \
'*--ask=[Ask questions whose name matches, even if another option would skip them]:PATTERN:_default' \
'-r+[A tag, branch or commit of the template instead of its newest tag; \`\:current\:\` for the one of the last time]:REVISION:_default' \
'--vcs-ref=[A tag, branch or commit of the template instead of its newest tag; \`\:current\:\` for the one of the last time]:REVISION:_default' \
'-o+[What is left where both sides changed the same lines\: markers in the file, or a file *.rej beside it]:HOW:(inline rej)' \
'--conflict=[What is left where both sides changed the same lines\: markers in the file, or a file *.rej beside it]:HOW:(inline rej)' \
'-c+[Lines around a change that have to be the same for it to fit]:N:_default' \
'--context-lines=[Lines around a change that have to be the same for it to fit]:N:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-n[Say what would be done, and change nothing]' \
'--pretend[Say what would be done, and change nothing]' \
'-q[Say nothing but errors and warnings]' \
'-g[Let the newest tag be a pre-release]' \
'--prereleases[Let the newest tag be a pre-release]' \
'--trust[Let the template run tasks and migrations]' \
'-T[Run no tasks]' \
'--skip-tasks[Run no tasks]' \
'-l[Take the defaults instead of asking]' \
'--defaults[Take the defaults instead of asking]' \
'--diff3[Show in conflicts what the last update had made of the lines, too]' \
'-f[The same as \`--defaults\`]' \
'--force[The same as \`--defaults\`]' \
'-A[Ask no question that was answered before]' \
'--skip-answered[Ask no question that was answered before]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::destination -- The project:_files' \
&& ret=0
;;
(recopy)
_arguments "${_arguments_options[@]}" : \
'-a+[The file with the answers, relative to the project]:FILE:_default' \
'--answers-file=[The file with the answers, relative to the project]:FILE:_default' \
'*-d+[Answer a question; again for others]:NAME=VALUE:_default' \
'*--data=[Answer a question; again for others]:NAME=VALUE:_default' \
'--data-file=[A YAML file with answers; \`--data\` wins]:FILE:_files' \
'*-x+[Leave out paths that match a pattern as in .gitignore; \`!pattern\` takes them in again]:PATTERN:_default' \
'*--exclude=[Leave out paths that match a pattern as in .gitignore; \`!pattern\` takes them in again]:PATTERN:_default' \
'*-s+[Keep paths that match a pattern when they exist]:PATTERN:_default' \
'*--skip=[Keep paths that match a pattern when they exist]:PATTERN:_default' \
'*--ask=[Ask questions whose name matches, even if another option would skip them]:PATTERN:_default' \
'-r+[A tag, branch or commit of the template instead of its newest tag; \`\:current\:\` for the one of the last time]:REVISION:_default' \
'--vcs-ref=[A tag, branch or commit of the template instead of its newest tag; \`\:current\:\` for the one of the last time]:REVISION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-n[Say what would be done, and change nothing]' \
'--pretend[Say what would be done, and change nothing]' \
'-q[Say nothing but errors and warnings]' \
'-g[Let the newest tag be a pre-release]' \
'--prereleases[Let the newest tag be a pre-release]' \
'--trust[Let the template run tasks and migrations]' \
'-T[Run no tasks]' \
'--skip-tasks[Run no tasks]' \
'-l[Take the defaults instead of asking]' \
'--defaults[Take the defaults instead of asking]' \
'-w[Overwrite what exists without asking]' \
'--overwrite[Overwrite what exists without asking]' \
'-f[The same as \`--defaults --overwrite\`]' \
'--force[The same as \`--defaults --overwrite\`]' \
'-A[Ask no question that was answered before]' \
'--skip-answered[Ask no question that was answered before]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::destination -- The project:_files' \
&& ret=0
;;
(check-update)
_arguments "${_arguments_options[@]}" : \
'-a+[The file with the answers, relative to the project]:FILE:_default' \
'--answers-file=[The file with the answers, relative to the project]:FILE:_default' \
'--output-format=[How the answer is written]:FORMAT:(plain json)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-g[Let the newest tag be a pre-release]' \
'--prereleases[Let the newest tag be a pre-release]' \
'-q[Say nothing]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::destination -- The project:_files' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'-f+[How to show it]:FORMAT:(table json)' \
'--format=[How to show it]:FORMAT:(table json)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
'-r+[A tag, branch or commit of the template instead of its newest tag]:REVISION:_default' \
'--vcs-ref=[A tag, branch or commit of the template instead of its newest tag]:REVISION:_default' \
'-f+[How to show it]:FORMAT:(table json)' \
'--format=[How to show it]:FORMAT:(table json)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':template -- The template\: a name of `gaia template list`, or an address as `copy` takes it:_default' \
&& ret=0
;;
(export)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':template -- A name of `gaia template list`:_default' \
':directory -- A directory that is not there yet:_files' \
&& ret=0
;;
(create-environment)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[]:ACCOUNT:_default' \
'--account=[]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'--env-type=[]:ENV_TYPE:_default' \
'-r+[]:REGION:_default' \
'--region=[]:REGION:_default' \
'--vpc-cidr=[]:VPC_CIDR:_default' \
'--team-email=[]:TEAM_EMAIL:_default' \
'--target-dir=[]:TARGET_DIR:_files' \
'--eks-cluster=[]::EKS_CLUSTER:(true false)' \
'--eks=[]::EKS_CLUSTER:(true false)' \
'--rds-instances=[]::RDS_INSTANCES:(true false)' \
'--rds=[]::RDS_INSTANCES:(true false)' \
'--logging=[]::LOGGING:(true false)' \
'--monitoring=[]::MONITORING:(true false)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'(--eks-cluster)--no-eks-cluster[]' \
'(--rds-instances)--no-rds-instances[]' \
'(--logging)--no-logging[]' \
'(--monitoring)--no-monitoring[]' \
'--validate[What is always done]' \
'--force[]' \
'--show-only[]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(update-environment)
_arguments "${_arguments_options[@]}" : \
'-t+[]:TENANT:_default' \
'--tenant=[]:TENANT:_default' \
'-a+[]:ACCOUNT:_default' \
'--account=[]:ACCOUNT:_default' \
'-e+[]:ENVIRONMENT:_default' \
'--environment=[]:ENVIRONMENT:_default' \
'--target-dir=[]:TARGET_DIR:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--overwrite[]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(create-component)
_arguments "${_arguments_options[@]}" : \
'-n+[]:NAME:_default' \
'--name=[]:NAME:_default' \
'-t+[]:TEMPLATE:_default' \
'--template=[]:TEMPLATE:_default' \
'-d+[]:DESCRIPTION:_default' \
'--description=[]:DESCRIPTION:_default' \
'--destination=[]:DESTINATION:_files' \
'--dest=[]:DESTINATION:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(env)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__env_commands" \
"*::: :->env" \
&& ret=0

    case $state in
    (env)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-env-command-$line[1]:"
        case $line[1] in
            (create)
_arguments "${_arguments_options[@]}" : \
'-t+[The tenant, which is the business unit that owns the environment]:TENANT:_default' \
'--tenant=[The tenant, which is the business unit that owns the environment]:TENANT:_default' \
'-a+[The account that it lives in, which is the stage of stacks]:ACCOUNT:_default' \
'--account=[The account that it lives in, which is the stage of stacks]:ACCOUNT:_default' \
'-e+[Its own name]:ENVIRONMENT:_default' \
'--environment=[Its own name]:ENVIRONMENT:_default' \
'--env-type=[development, staging or production; the account tells otherwise]:TYPE:_default' \
'-r+[The region of AWS]:REGION:_default' \
'--region=[The region of AWS]:REGION:_default' \
'--vpc-cidr=[The addresses of its network; the first free /16 otherwise]:CIDR:_default' \
'*--availability-zones=[The zones that it spreads over]:ZONE:_default' \
'--team-email=[Where the team is reached]:ADDRESS:_default' \
'--owner=[The team that owns it]:OWNER:_default' \
'--cost-center=[The cost centre that pays for it]:NAME:_default' \
'--eks=[With a Kubernetes cluster]::BOOL:(true false)' \
'--rds=[With a relational database]::BOOL:(true false)' \
'--logging=[With a place for its logs]::BOOL:(true false)' \
'--monitoring=[With alarms and a dashboard]::BOOL:(true false)' \
'--backend=[Where Terraform keeps the state\: s3, local, inherited]:KIND:_default' \
'*-d+[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'*--data=[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'--data-file=[A YAML file with answers; options win]:FILE:_files' \
'--template=[Another template\: a directory, a git repository, its address]:TEMPLATE:_default' \
'--vcs-ref=[A tag, branch or commit of the template instead of its newest tag]:REVISION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-l[Take the defaults instead of asking]' \
'--defaults[Take the defaults instead of asking]' \
'-n[Show the files and what is in them, and write nothing]' \
'--dry-run[Show the files and what is in them, and write nothing]' \
'--overwrite[Overwrite files that are in the way]' \
'-y[Write without asking]' \
'--yes[Write without asking]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(update)
_arguments "${_arguments_options[@]}" : \
'-t+[The tenant, which is the business unit that owns the environment]:TENANT:_default' \
'--tenant=[The tenant, which is the business unit that owns the environment]:TENANT:_default' \
'-a+[The account that it lives in, which is the stage of stacks]:ACCOUNT:_default' \
'--account=[The account that it lives in, which is the stage of stacks]:ACCOUNT:_default' \
'-e+[Its own name]:ENVIRONMENT:_default' \
'--environment=[Its own name]:ENVIRONMENT:_default' \
'--env-type=[development, staging or production; the account tells otherwise]:TYPE:_default' \
'-r+[The region of AWS]:REGION:_default' \
'--region=[The region of AWS]:REGION:_default' \
'--vpc-cidr=[The addresses of its network; the first free /16 otherwise]:CIDR:_default' \
'*--availability-zones=[The zones that it spreads over]:ZONE:_default' \
'--team-email=[Where the team is reached]:ADDRESS:_default' \
'--owner=[The team that owns it]:OWNER:_default' \
'--cost-center=[The cost centre that pays for it]:NAME:_default' \
'--eks=[With a Kubernetes cluster]::BOOL:(true false)' \
'--rds=[With a relational database]::BOOL:(true false)' \
'--logging=[With a place for its logs]::BOOL:(true false)' \
'--monitoring=[With alarms and a dashboard]::BOOL:(true false)' \
'--backend=[Where Terraform keeps the state\: s3, local, inherited]:KIND:_default' \
'*-d+[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'*--data=[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'--data-file=[A YAML file with answers; options win]:FILE:_files' \
'--vcs-ref=[A tag, branch or commit of the template instead of its newest tag]:REVISION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'()--all[All environments that templates made]' \
'--overwrite[Overwrite what is changed with what the template makes]' \
'--reject[Leave rejected changes in *.rej instead of markers]' \
'-n[Say what would be done, and change nothing]' \
'--dry-run[Say what would be done, and change nothing]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::names -- The environments; with one in the repository, that one:_default' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'-f+[How to show it]:FORMAT:(table json)' \
'--format=[How to show it]:FORMAT:(table json)' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(onboard)
_arguments "${_arguments_options[@]}" : \
'-t+[The tenant, which is the business unit that owns the environment]:TENANT:_default' \
'--tenant=[The tenant, which is the business unit that owns the environment]:TENANT:_default' \
'-a+[The account that it lives in, which is the stage of stacks]:ACCOUNT:_default' \
'--account=[The account that it lives in, which is the stage of stacks]:ACCOUNT:_default' \
'-e+[Its own name]:ENVIRONMENT:_default' \
'--environment=[Its own name]:ENVIRONMENT:_default' \
'--env-type=[development, staging or production; the account tells otherwise]:TYPE:_default' \
'-r+[The region of AWS]:REGION:_default' \
'--region=[The region of AWS]:REGION:_default' \
'--vpc-cidr=[The addresses of its network; the first free /16 otherwise]:CIDR:_default' \
'*--availability-zones=[The zones that it spreads over]:ZONE:_default' \
'--team-email=[Where the team is reached]:ADDRESS:_default' \
'--owner=[The team that owns it]:OWNER:_default' \
'--cost-center=[The cost centre that pays for it]:NAME:_default' \
'--eks=[With a Kubernetes cluster]::BOOL:(true false)' \
'--rds=[With a relational database]::BOOL:(true false)' \
'--logging=[With a place for its logs]::BOOL:(true false)' \
'--monitoring=[With alarms and a dashboard]::BOOL:(true false)' \
'--backend=[Where Terraform keeps the state\: s3, local, inherited]:KIND:_default' \
'*-d+[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'*--data=[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'--data-file=[A YAML file with answers; options win]:FILE:_files' \
'--template=[Another template\: a directory, a git repository, its address]:TEMPLATE:_default' \
'--vcs-ref=[A tag, branch or commit of the template instead of its newest tag]:REVISION:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-l[Take the defaults instead of asking]' \
'--defaults[Take the defaults instead of asking]' \
'-n[Show the files and what is in them, and write nothing]' \
'--dry-run[Show the files and what is in them, and write nothing]' \
'--overwrite[Overwrite files that are in the way]' \
'-y[Write without asking]' \
'--yes[Write without asking]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
        esac
    ;;
esac
;;
(component)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_gaia__subcmd__component_commands" \
"*::: :->component" \
&& ret=0

    case $state in
    (component)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:gaia-component-command-$line[1]:"
        case $line[1] in
            (create)
_arguments "${_arguments_options[@]}" : \
'--description=[What it builds, in a sentence]:TEXT:_default' \
'--owner=[The team that looks after it]:TEAM:_default' \
'*--depends-on=[A component that it needs first; again for others]:COMPONENT:_default' \
'*-d+[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'*--data=[Answer another question of the template; again for others]:NAME=VALUE:_default' \
'--template=[Another template\: a directory, a git repository, its address]:TEMPLATE:_default' \
'--destination=[Another directory for the code than the one of atmos.yaml]:DIR:_files' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-n[Show the files and what is in them, and write nothing]' \
'--dry-run[Show the files and what is in them, and write nothing]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':name -- Its name, which is its directory too:_default' \
&& ret=0
;;
        esac
    ;;
esac
;;
(init)
_arguments "${_arguments_options[@]}" : \
'--namespace=[Short name of the organisation]:NAMESPACE:_default' \
'--owner=[The team that looks after the platform]:TEAM:_default' \
'--team-email=[Where the team is reached]:ADDRESS:_default' \
'--backend=[Where Terraform keeps its state\: s3, local]:KIND:_default' \
'--ci=[What runs on every change\: github, gitlab, none]:CI:_default' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'-l[Take the defaults instead of asking]' \
'--defaults[Take the defaults instead of asking]' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::directory -- The directory:_files' \
&& ret=0
;;
(completions)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':shell -- The shell:(bash elvish fish powershell zsh)' \
&& ret=0
;;
(version)
_arguments "${_arguments_options[@]}" : \
'-f+[As a map in JSON or YAML]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'--format=[As a map in JSON or YAML]:FORMAT:((yaml\:"YAML, with sorted keys"
json\:"JSON, indented, with sorted keys"))' \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
'-C+[Run as if started in this directory]:DIR:_files' \
'--chdir=[Run as if started in this directory]:DIR:_files' \
'--base-path=[The directory that the paths in atmos.yaml are relative to]:DIR:_files' \
'*--config=[Configuration files to read instead of looking for atmos.yaml]:FILE:_files' \
'*--config-path=[Directories to look for atmos.yaml in]:DIR:_files' \
'*--profile=[Configuration profiles to use]:NAME:_default' \
'--color=[When to use colours\: auto, always, never]:WHEN:((auto\:"On a terminal, unless \`NO_COLOR\` or \`TERM=dumb\` says no; in a pipe when \`CLICOLOR_FORCE\` says so"
always\:"Always"
never\:"Never"))' \
'--offline=[Fetch no import\: use what was fetched before. On for commands that only read, unless =false]::BOOL:(true false)' \
'--edition=[Overrides \`edition\` of atmos.yaml]:EDITION:_default' \
'--settings-list-merge-strategy=[Overrides \`settings.list_merge_strategy\` of atmos.yaml]:SETTINGS_LIST_MERGE_STRATEGY:_default' \
'*--logs-level=[]: :_default' \
'*--logs-file=[]: :_default' \
'*--redirect-stderr=[]: :_default' \
'*--use-version=[]: :_default' \
'*--heatmap-mode=[]: :_default' \
'*--profiler-host=[]: :_default' \
'*--profiler-port=[]: :_default' \
'*--profile-file=[]: :_default' \
'*--profile-type=[]: :_default' \
'*--profiler-enabled=[]:: :_default' \
'*--heatmap=[]:: :_default' \
'*--interactive=[]:: :_default' \
'*--mask=[]:: :_default' \
'*--force-tty=[]:: :_default' \
'*--identity=[]:: :_default' \
'*--pager=[]:: :_default' \
'--quiet[Say nothing but answers and errors]' \
'*-v[Say more\: how an error came about, where an import comes from]' \
'*--verbose[Say more\: how an error came about, where an import comes from]' \
'--no-input[Never ask; fail where input is needed]' \
'--no-color[Accepted for Atmos]' \
'--force-color[Accepted for Atmos]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::topic -- A command such as `describe component`, or `exit-codes`:_default' \
&& ret=0
;;
        esac
    ;;
esac
}

(( $+functions[_gaia_commands] )) ||
_gaia_commands() {
    local commands; commands=(
'describe:Show stacks, components and configuration with everything merged' \
'list:List stacks, components, instances and workflows' \
'graph:Show what depends on what' \
'order:Show in which order the components of a stack can be applied' \
'pipeline:Write pipelines for engines that run on many machines' \
'validate:Check the repository\: every problem at once, each at its line' \
'why:Show what made a value\: every file and line that set it, the winner last' \
'diff:Show how two stacks differ, or what changed in the stacks since a revision' \
'explain:Tell what the code of a problem means, with an example and the fix' \
'affected:List the components that a change affects' \
'impact:List the components that files reach' \
'atlantis:Generate configuration for Atlantis' \
'plan:Plan components in the order of their dependencies' \
'apply:Apply components in the order of their dependencies' \
'destroy:Destroy components, dependents first' \
'drift:Compare what is there with what the states say' \
'ephemeral:Make stacks that live for a while, and destroy them when their time is over' \
'run:Show runs, and go on with them' \
'workflow:List, show and run workflows' \
'template:Make projects from templates and keep them up to date, as Copier does' \
'env:Make environments, and keep them up to date' \
'component:Make components' \
'init:Make a repository for Atmos and gaia' \
'completions:Print the completions for a shell' \
'version:Show the version of gaia' \
'help:Show the help of a command, or a page\: exit-codes' \
    )
    _describe -t commands 'gaia commands' commands "$@"
}
(( $+functions[_gaia__subcmd__affected_commands] )) ||
_gaia__subcmd__affected_commands() {
    local commands; commands=()
    _describe -t commands 'gaia affected commands' commands "$@"
}
(( $+functions[_gaia__subcmd__apply_commands] )) ||
_gaia__subcmd__apply_commands() {
    local commands; commands=()
    _describe -t commands 'gaia apply commands' commands "$@"
}
(( $+functions[_gaia__subcmd__atlantis_commands] )) ||
_gaia__subcmd__atlantis_commands() {
    local commands; commands=(
'generate:Generate files for Atlantis' \
    )
    _describe -t commands 'gaia atlantis commands' commands "$@"
}
(( $+functions[_gaia__subcmd__atlantis__subcmd__generate_commands] )) ||
_gaia__subcmd__atlantis__subcmd__generate_commands() {
    local commands; commands=(
'repo-config:Write atlantis.yaml\: a project for each component of each stack' \
    )
    _describe -t commands 'gaia atlantis generate commands' commands "$@"
}
(( $+functions[_gaia__subcmd__atlantis__subcmd__generate__subcmd__repo-config_commands] )) ||
_gaia__subcmd__atlantis__subcmd__generate__subcmd__repo-config_commands() {
    local commands; commands=()
    _describe -t commands 'gaia atlantis generate repo-config commands' commands "$@"
}
(( $+functions[_gaia__subcmd__completions_commands] )) ||
_gaia__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'gaia completions commands' commands "$@"
}
(( $+functions[_gaia__subcmd__component_commands] )) ||
_gaia__subcmd__component_commands() {
    local commands; commands=(
'create:Make a Terraform component, with README, test and catalog entry' \
    )
    _describe -t commands 'gaia component commands' commands "$@"
}
(( $+functions[_gaia__subcmd__component__subcmd__create_commands] )) ||
_gaia__subcmd__component__subcmd__create_commands() {
    local commands; commands=()
    _describe -t commands 'gaia component create commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe_commands] )) ||
_gaia__subcmd__describe_commands() {
    local commands; commands=(
'stacks:Show all stacks with their components' \
'component:Show a component in a stack' \
'config:Show the configuration that all atmos.yaml files make together' \
'dependents:Show the components that depend on a component' \
'affected:Show the components that a change affects' \
'locals:Show the locals of a stack, or those that a component in it sees' \
'workflows:Show the workflows and the files they stand in' \
    )
    _describe -t commands 'gaia describe commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe__subcmd__affected_commands] )) ||
_gaia__subcmd__describe__subcmd__affected_commands() {
    local commands; commands=()
    _describe -t commands 'gaia describe affected commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe__subcmd__component_commands] )) ||
_gaia__subcmd__describe__subcmd__component_commands() {
    local commands; commands=()
    _describe -t commands 'gaia describe component commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe__subcmd__config_commands] )) ||
_gaia__subcmd__describe__subcmd__config_commands() {
    local commands; commands=()
    _describe -t commands 'gaia describe config commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe__subcmd__dependents_commands] )) ||
_gaia__subcmd__describe__subcmd__dependents_commands() {
    local commands; commands=()
    _describe -t commands 'gaia describe dependents commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe__subcmd__locals_commands] )) ||
_gaia__subcmd__describe__subcmd__locals_commands() {
    local commands; commands=()
    _describe -t commands 'gaia describe locals commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe__subcmd__stacks_commands] )) ||
_gaia__subcmd__describe__subcmd__stacks_commands() {
    local commands; commands=()
    _describe -t commands 'gaia describe stacks commands' commands "$@"
}
(( $+functions[_gaia__subcmd__describe__subcmd__workflows_commands] )) ||
_gaia__subcmd__describe__subcmd__workflows_commands() {
    local commands; commands=()
    _describe -t commands 'gaia describe workflows commands' commands "$@"
}
(( $+functions[_gaia__subcmd__destroy_commands] )) ||
_gaia__subcmd__destroy_commands() {
    local commands; commands=()
    _describe -t commands 'gaia destroy commands' commands "$@"
}
(( $+functions[_gaia__subcmd__diff_commands] )) ||
_gaia__subcmd__diff_commands() {
    local commands; commands=()
    _describe -t commands 'gaia diff commands' commands "$@"
}
(( $+functions[_gaia__subcmd__drift_commands] )) ||
_gaia__subcmd__drift_commands() {
    local commands; commands=()
    _describe -t commands 'gaia drift commands' commands "$@"
}
(( $+functions[_gaia__subcmd__env_commands] )) ||
_gaia__subcmd__env_commands() {
    local commands; commands=(
'create:Make an environment, and write it once it is proven to hold' \
'update:Bring environments to the newest version of their template' \
'list:List the environments that templates made' \
'onboard:Make an environment and plan it for the first time, step by step' \
    )
    _describe -t commands 'gaia env commands' commands "$@"
}
(( $+functions[_gaia__subcmd__env__subcmd__create_commands] )) ||
_gaia__subcmd__env__subcmd__create_commands() {
    local commands; commands=()
    _describe -t commands 'gaia env create commands' commands "$@"
}
(( $+functions[_gaia__subcmd__env__subcmd__list_commands] )) ||
_gaia__subcmd__env__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'gaia env list commands' commands "$@"
}
(( $+functions[_gaia__subcmd__env__subcmd__onboard_commands] )) ||
_gaia__subcmd__env__subcmd__onboard_commands() {
    local commands; commands=()
    _describe -t commands 'gaia env onboard commands' commands "$@"
}
(( $+functions[_gaia__subcmd__env__subcmd__update_commands] )) ||
_gaia__subcmd__env__subcmd__update_commands() {
    local commands; commands=()
    _describe -t commands 'gaia env update commands' commands "$@"
}
(( $+functions[_gaia__subcmd__ephemeral_commands] )) ||
_gaia__subcmd__ephemeral_commands() {
    local commands; commands=(
'up:Clone a stack for a while, and apply the clone; again, to give it more time' \
'down:Destroy a short-lived stack, and remove its manifest' \
'list:List short-lived stacks, the first to expire first' \
'gc:Destroy the short-lived stacks whose time is over, one after the other' \
    )
    _describe -t commands 'gaia ephemeral commands' commands "$@"
}
(( $+functions[_gaia__subcmd__ephemeral__subcmd__down_commands] )) ||
_gaia__subcmd__ephemeral__subcmd__down_commands() {
    local commands; commands=()
    _describe -t commands 'gaia ephemeral down commands' commands "$@"
}
(( $+functions[_gaia__subcmd__ephemeral__subcmd__gc_commands] )) ||
_gaia__subcmd__ephemeral__subcmd__gc_commands() {
    local commands; commands=()
    _describe -t commands 'gaia ephemeral gc commands' commands "$@"
}
(( $+functions[_gaia__subcmd__ephemeral__subcmd__list_commands] )) ||
_gaia__subcmd__ephemeral__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'gaia ephemeral list commands' commands "$@"
}
(( $+functions[_gaia__subcmd__ephemeral__subcmd__up_commands] )) ||
_gaia__subcmd__ephemeral__subcmd__up_commands() {
    local commands; commands=()
    _describe -t commands 'gaia ephemeral up commands' commands "$@"
}
(( $+functions[_gaia__subcmd__explain_commands] )) ||
_gaia__subcmd__explain_commands() {
    local commands; commands=()
    _describe -t commands 'gaia explain commands' commands "$@"
}
(( $+functions[_gaia__subcmd__graph_commands] )) ||
_gaia__subcmd__graph_commands() {
    local commands; commands=()
    _describe -t commands 'gaia graph commands' commands "$@"
}
(( $+functions[_gaia__subcmd__help_commands] )) ||
_gaia__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'gaia help commands' commands "$@"
}
(( $+functions[_gaia__subcmd__impact_commands] )) ||
_gaia__subcmd__impact_commands() {
    local commands; commands=()
    _describe -t commands 'gaia impact commands' commands "$@"
}
(( $+functions[_gaia__subcmd__init_commands] )) ||
_gaia__subcmd__init_commands() {
    local commands; commands=()
    _describe -t commands 'gaia init commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list_commands] )) ||
_gaia__subcmd__list_commands() {
    local commands; commands=(
'stacks:List the stacks' \
'components:List the components, each once, with the number of stacks that have it' \
'instances:List the components of all stacks, one by one' \
'workflows:List the workflows' \
'vars:Compare a component'\''s vars in all stacks' \
'values:Compare a component'\''s values in all stacks' \
'settings:Compare the settings of a component, or of all, in all stacks' \
'metadata:List the metadata of the components of all stacks' \
    )
    _describe -t commands 'gaia list commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__components_commands] )) ||
_gaia__subcmd__list__subcmd__components_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list components commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__instances_commands] )) ||
_gaia__subcmd__list__subcmd__instances_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list instances commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__metadata_commands] )) ||
_gaia__subcmd__list__subcmd__metadata_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list metadata commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__settings_commands] )) ||
_gaia__subcmd__list__subcmd__settings_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list settings commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__stacks_commands] )) ||
_gaia__subcmd__list__subcmd__stacks_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list stacks commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__values_commands] )) ||
_gaia__subcmd__list__subcmd__values_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list values commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__vars_commands] )) ||
_gaia__subcmd__list__subcmd__vars_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list vars commands' commands "$@"
}
(( $+functions[_gaia__subcmd__list__subcmd__workflows_commands] )) ||
_gaia__subcmd__list__subcmd__workflows_commands() {
    local commands; commands=()
    _describe -t commands 'gaia list workflows commands' commands "$@"
}
(( $+functions[_gaia__subcmd__order_commands] )) ||
_gaia__subcmd__order_commands() {
    local commands; commands=()
    _describe -t commands 'gaia order commands' commands "$@"
}
(( $+functions[_gaia__subcmd__pipeline_commands] )) ||
_gaia__subcmd__pipeline_commands() {
    local commands; commands=(
'render:Write the graph as the pipeline of an engine' \
    )
    _describe -t commands 'gaia pipeline commands' commands "$@"
}
(( $+functions[_gaia__subcmd__pipeline__subcmd__render_commands] )) ||
_gaia__subcmd__pipeline__subcmd__render_commands() {
    local commands; commands=()
    _describe -t commands 'gaia pipeline render commands' commands "$@"
}
(( $+functions[_gaia__subcmd__plan_commands] )) ||
_gaia__subcmd__plan_commands() {
    local commands; commands=()
    _describe -t commands 'gaia plan commands' commands "$@"
}
(( $+functions[_gaia__subcmd__run_commands] )) ||
_gaia__subcmd__run_commands() {
    local commands; commands=(
'list:List runs, the latest first' \
'show:Show what became of each component of a run' \
'logs:Show what the components of a run wrote' \
'resume:Go on with a run that failed or was cut off; what is done is not repeated' \
'clean:Remove old runs, with their plans and logs' \
    )
    _describe -t commands 'gaia run commands' commands "$@"
}
(( $+functions[_gaia__subcmd__run__subcmd__clean_commands] )) ||
_gaia__subcmd__run__subcmd__clean_commands() {
    local commands; commands=()
    _describe -t commands 'gaia run clean commands' commands "$@"
}
(( $+functions[_gaia__subcmd__run__subcmd__list_commands] )) ||
_gaia__subcmd__run__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'gaia run list commands' commands "$@"
}
(( $+functions[_gaia__subcmd__run__subcmd__logs_commands] )) ||
_gaia__subcmd__run__subcmd__logs_commands() {
    local commands; commands=()
    _describe -t commands 'gaia run logs commands' commands "$@"
}
(( $+functions[_gaia__subcmd__run__subcmd__resume_commands] )) ||
_gaia__subcmd__run__subcmd__resume_commands() {
    local commands; commands=()
    _describe -t commands 'gaia run resume commands' commands "$@"
}
(( $+functions[_gaia__subcmd__run__subcmd__show_commands] )) ||
_gaia__subcmd__run__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'gaia run show commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template_commands] )) ||
_gaia__subcmd__template_commands() {
    local commands; commands=(
'copy:Make a project from a template' \
'update:Bring a project to a newer version of its template, and keep what was changed in it' \
'recopy:Make a project anew from its template, with the answers of the last time' \
'check-update:Say whether a newer version of a project'\''s template exists' \
'list:List the templates that come with gaia' \
'show:Show what a template asks' \
'export:Write a template that comes with gaia out, for Copier and for your own changes' \
'create-environment:Make an environment, as \`gaia env create\`' \
'update-environment:Update an environment, as \`gaia env update\`' \
'create-component:Make a component, as \`gaia component create\`' \
    )
    _describe -t commands 'gaia template commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__check-update_commands] )) ||
_gaia__subcmd__template__subcmd__check-update_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template check-update commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__copy_commands] )) ||
_gaia__subcmd__template__subcmd__copy_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template copy commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__create-component_commands] )) ||
_gaia__subcmd__template__subcmd__create-component_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template create-component commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__create-environment_commands] )) ||
_gaia__subcmd__template__subcmd__create-environment_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template create-environment commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__export_commands] )) ||
_gaia__subcmd__template__subcmd__export_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template export commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__list_commands] )) ||
_gaia__subcmd__template__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template list commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__recopy_commands] )) ||
_gaia__subcmd__template__subcmd__recopy_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template recopy commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__show_commands] )) ||
_gaia__subcmd__template__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template show commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__update_commands] )) ||
_gaia__subcmd__template__subcmd__update_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template update commands' commands "$@"
}
(( $+functions[_gaia__subcmd__template__subcmd__update-environment_commands] )) ||
_gaia__subcmd__template__subcmd__update-environment_commands() {
    local commands; commands=()
    _describe -t commands 'gaia template update-environment commands' commands "$@"
}
(( $+functions[_gaia__subcmd__validate_commands] )) ||
_gaia__subcmd__validate_commands() {
    local commands; commands=(
'stacks:Check all stack manifests as Atmos does\: the first problem ends it' \
'component:Check a component in a stack against its JSON Schemas and OPA policies' \
'schema:Check files against the JSON Schemas that atmos.yaml names for them' \
'plan:Check what a Terraform plan destroys, and what it makes against the policies' \
    )
    _describe -t commands 'gaia validate commands' commands "$@"
}
(( $+functions[_gaia__subcmd__validate__subcmd__component_commands] )) ||
_gaia__subcmd__validate__subcmd__component_commands() {
    local commands; commands=()
    _describe -t commands 'gaia validate component commands' commands "$@"
}
(( $+functions[_gaia__subcmd__validate__subcmd__plan_commands] )) ||
_gaia__subcmd__validate__subcmd__plan_commands() {
    local commands; commands=()
    _describe -t commands 'gaia validate plan commands' commands "$@"
}
(( $+functions[_gaia__subcmd__validate__subcmd__schema_commands] )) ||
_gaia__subcmd__validate__subcmd__schema_commands() {
    local commands; commands=()
    _describe -t commands 'gaia validate schema commands' commands "$@"
}
(( $+functions[_gaia__subcmd__validate__subcmd__stacks_commands] )) ||
_gaia__subcmd__validate__subcmd__stacks_commands() {
    local commands; commands=()
    _describe -t commands 'gaia validate stacks commands' commands "$@"
}
(( $+functions[_gaia__subcmd__version_commands] )) ||
_gaia__subcmd__version_commands() {
    local commands; commands=()
    _describe -t commands 'gaia version commands' commands "$@"
}
(( $+functions[_gaia__subcmd__why_commands] )) ||
_gaia__subcmd__why_commands() {
    local commands; commands=()
    _describe -t commands 'gaia why commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow_commands] )) ||
_gaia__subcmd__workflow_commands() {
    local commands; commands=(
'list:List the workflows' \
'show:Show a workflow' \
'run:Run a workflow by \`atmos workflow\`' \
'plan-environment:Plan an environment, as \`gaia plan -s STACK\`' \
'apply-environment:Apply an environment, as \`gaia apply -s STACK\`' \
'destroy-environment:Destroy an environment, as \`gaia destroy -s STACK\`' \
'drift-detection:Look for drift, as \`gaia drift -s STACK\`' \
'onboard-environment:Build a new environment by the workflow of this name' \
'validate:Check everything, as \`gaia validate\`' \
'lint:Check the form of everything by the workflow of this name' \
'import:Import a resource, as \`atmos terraform import\`' \
    )
    _describe -t commands 'gaia workflow commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__apply-environment_commands] )) ||
_gaia__subcmd__workflow__subcmd__apply-environment_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow apply-environment commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__destroy-environment_commands] )) ||
_gaia__subcmd__workflow__subcmd__destroy-environment_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow destroy-environment commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__drift-detection_commands] )) ||
_gaia__subcmd__workflow__subcmd__drift-detection_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow drift-detection commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__import_commands] )) ||
_gaia__subcmd__workflow__subcmd__import_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow import commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__lint_commands] )) ||
_gaia__subcmd__workflow__subcmd__lint_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow lint commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__list_commands] )) ||
_gaia__subcmd__workflow__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow list commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__onboard-environment_commands] )) ||
_gaia__subcmd__workflow__subcmd__onboard-environment_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow onboard-environment commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__plan-environment_commands] )) ||
_gaia__subcmd__workflow__subcmd__plan-environment_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow plan-environment commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__run_commands] )) ||
_gaia__subcmd__workflow__subcmd__run_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow run commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__show_commands] )) ||
_gaia__subcmd__workflow__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow show commands' commands "$@"
}
(( $+functions[_gaia__subcmd__workflow__subcmd__validate_commands] )) ||
_gaia__subcmd__workflow__subcmd__validate_commands() {
    local commands; commands=()
    _describe -t commands 'gaia workflow validate commands' commands "$@"
}

if [ "$funcstack[1]" = "_gaia" ]; then
    _gaia "$@"
else
    compdef _gaia gaia
fi
