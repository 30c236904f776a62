#!/usr/bin/env bash
# Prepares what the tests need beside cargo; safe to run again. Each need is a function of its own.
#
#   scripts/setup-tests.sh            everything
#   scripts/setup-tests.sh moto redis only these
set -euo pipefail
cd "$(dirname "$0")/.."

moto_version=5.2.5
pre_commit_version=4.7.0

# Debian's packages, for what is not on PATH.
apt_install() {
    if ! command -v apt-get >/dev/null; then
        echo "setup-tests: please install $*" >&2
        exit 69
    fi
    local as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# commits to compare, in the corpus
need_git() {
    command -v git >/dev/null || apt_install git
}

# virtual environments, and the generator of random repositories
need_python() {
    python3 -c "import ensurepip, venv" 2>/dev/null || apt_install python3 python3-venv
}

# AWS on this machine: moto's server, in a virtual environment under target/
need_moto() {
    local venv=target/moto
    if "$venv/bin/python" -c "import moto, sys; sys.exit(moto.__version__ != '$moto_version')" 2>/dev/null; then
        return
    fi
    need_python
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "moto[server]==$moto_version"
}

# Redis itself
need_redis() {
    command -v redis-server >/dev/null || apt_install redis-server
}

# the hook of validate, in a virtual environment under target/
need_pre-commit() {
    local venv=target/pre-commit
    if "$venv/bin/pre-commit" --version 2>/dev/null | grep -q "$pre_commit_version"; then
        return
    fi
    need_python
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "pre-commit==$pre_commit_version"
}

# what validate must not do is watched
need_strace() {
    command -v strace >/dev/null || apt_install strace
}

if [ $# -eq 0 ]; then
    set -- git python moto redis pre-commit strace
fi
for need in "$@"; do
    "need_$need"
    echo "ready: $need"
done
