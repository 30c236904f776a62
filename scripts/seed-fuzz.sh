#!/usr/bin/env bash
# Gives the fuzz targets texts to begin with: those that the tests read. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

# seed TARGET FILES…: each file once, by its content
seed() {
    local target=$1
    shift
    mkdir -p "fuzz/corpus/$target"
    for file in "$@"; do
        [ ! -f "$file" ] || cp "$file" "fuzz/corpus/$target/$(sha1sum <"$file" | cut -c1-40)"
    done
}

shopt -s globstar nullglob
seed yaml tests/corpus/*/repo/**/*.yaml tests/regressions/yaml/*
seed manifest tests/corpus/*/repo/stacks/**/*.yaml tests/regressions/manifest/*
seed hcl examples/**/*.tf tests/corpus/*/repo/**/*.tf tests/regressions/hcl/*
seed template tests/regressions/template/*
seed yq tests/regressions/yq/*

# one case a line
mkdir -p target/seeds
split -l 1 -a 4 <(cat tests/go/template/cases/*.txt) target/seeds/template-
seed template target/seeds/template-*
printf '%s\n' '.a.b[0]' '.a // "x"' '.vars | keys' '.list[] | select(. > 1)' 'to_entries | map(.key)' '.a as $x | $x' \
    '.. | select(tag == "!!str")' '.map * {"a": 1}' '"\(.vars.n) \(.x)"' '[.list[] | tostring] | join(",")' >target/seeds/yq.txt
split -l 1 -a 4 target/seeds/yq.txt target/seeds/yq-
seed yq target/seeds/yq-*
