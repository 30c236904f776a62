#!/usr/bin/env bash
# Prepares what the tests need beside cargo; safe to run again. Each need is a function of its own.
#
#   scripts/setup-tests.sh            everything
#   scripts/setup-tests.sh moto redis only these
set -euo pipefail
cd "$(dirname "$0")/.."

moto_version=5.2.5
copier_version=9.19.1
pre_commit_version=4.7.0
playwright_version=1.65.1
mermaid_version=11.17.2
actionlint_version=1.7.7
argo_version=3.7.2
check_jsonschema_version=0.39.0
groovy_version=4.0.24
opentofu_version=1.10.10
kubernetes_version=33.4
pebble_version=2.10.1
argo_cd_models_version=4.0.0
prometheus_models_version=6.0.0
yaml_version=2.9.1
mdbook_version=0.5.4
cargo_deb_version=3.8.0
cargo_sbom_version=0.10.0
cargo_deny_version=0.20.2
zigbuild_version=0.24.0
zig_version=0.17.1

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

# Go, which people install themselves: what to ask them for
require_go() {
    if ! command -v go >/dev/null; then
        echo "setup-tests: please install $1" >&2
        exit 69
    fi
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

# real Copier and, from its source distribution, its own tests; in a virtual environment under target/
need_copier() {
    local dir=target/copier
    local versions="copier $copier_version $(cksum <tests/copier/requirements.txt)"
    if [ "$(cat "$dir/versions" 2>/dev/null)" = "$versions" ]; then
        return
    fi
    need_git
    need_python
    python3 -m venv --clear "$dir"
    "$dir/bin/pip" install --quiet --disable-pip-version-check "copier==$copier_version" -r tests/copier/requirements.txt
    "$dir/bin/pip" download --quiet --disable-pip-version-check --no-binary copier --no-deps --no-build-isolation \
        -d "$dir" "copier==$copier_version"
    tar -xzf "$dir/copier-$copier_version.tar.gz" -C "$dir"
    rm "$dir/copier-$copier_version.tar.gz"
    mv "$dir/copier-$copier_version" "$dir/src"
    echo "$versions" >"$dir/versions"
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

# a browser, what drives it, and mermaid: for drawings, under target/
need_browser() {
    command -v chromium >/dev/null || apt_install chromium
    command -v npm >/dev/null || apt_install nodejs npm
    local dir=target/browser
    mkdir -p "$dir"
    if [ "$(cat "$dir/versions" 2>/dev/null)" = "$playwright_version $mermaid_version" ]; then
        return
    fi
    npm install --prefix "$dir" --no-audit --no-fund --silent "playwright-core@$playwright_version"
    rm -rf "$dir/mermaid" && mkdir "$dir/mermaid"
    npm pack --silent --pack-destination "$dir/mermaid" "mermaid@$mermaid_version" >/dev/null
    tar -xzf "$dir"/mermaid/*.tgz -C "$dir/mermaid" package/dist/mermaid.min.js
    rm "$dir"/mermaid/*.tgz
    echo "$playwright_version $mermaid_version" >"$dir/versions"
}

# what reads rendered pipelines: actionlint, the schemas of GitLab and Argo, Atlantis's parser, Groovy; under target/
need_linters() {
    local dir=$PWD/target/linters
    mkdir -p "$dir"
    local versions="$actionlint_version $argo_version $check_jsonschema_version $groovy_version $(cat tests/go/atlantis/* | cksum)"
    if [ "$(cat "$dir/versions" 2>/dev/null)" = "$versions" ]; then
        return
    fi
    require_go "Go"
    GOBIN=$dir go install "github.com/rhysd/actionlint/cmd/actionlint@v$actionlint_version"
    go build -C tests/go/atlantis -o "$dir/atlantis" .
    local argo
    argo=$(go mod download -json "github.com/argoproj/argo-workflows/v3@v$argo_version" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
    install -m 644 "$argo/api/jsonschema/schema.json" "$dir/argo.json"
    command -v java >/dev/null && command -v mvn >/dev/null || apt_install default-jre-headless maven
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
        -Dartifact="org.apache.groovy:groovy:$groovy_version" -DoutputDirectory="$dir" -Dmdep.stripVersion=true >/dev/null
    need_python
    python3 -m venv --clear "$dir/venv"
    "$dir/venv/bin/pip" install --quiet --disable-pip-version-check "check-jsonschema==$check_jsonschema_version"
    echo "$versions" >"$dir/versions"
}

# what generated services are looked at with: Python's tools and theirs, models of Kubernetes; under target/
need_services() {
    local dir=$PWD/target/services here=tests/templates
    local versions
    versions=$(cat $here/requirements.txt templates/*/template/requirements*.txt templates/*/template/src/requirements.txt \
        templates/nodejs-api/template/package*.jinja | cksum)
    if [ "$(cat "$dir/versions" 2>/dev/null)" = "$versions" ]; then
        return
    fi
    need_python
    mkdir -p "$dir/node"
    python3 -m venv --clear "$dir/venv"
    "$dir/venv/bin/pip" install --quiet --disable-pip-version-check -r $here/requirements.txt
    command -v npm >/dev/null || apt_install nodejs npm
    local file
    for file in package package-lock; do
        sed 's/{{ [a-z_]* }}/service/' "templates/nodejs-api/template/$file.json.jinja" >"$dir/node/$file.json"
    done
    npm ci --prefix "$dir/node" --no-audit --no-fund --silent
    npm install --prefix "$dir" --no-audit --no-fund --silent "@kubernetes-models/argo-cd@$argo_cd_models_version" \
        "@kubernetes-models/prometheus-operator@$prometheus_models_version" "yaml@$yaml_version"
    echo "$versions" >"$dir/versions"
}

# processes that tests leave or must not leave
need_ps() {
    command -v ps >/dev/null || apt_install procps
}

# Terraform; where there is none, OpenTofu, which says and does the same, is built under target/: some minutes, once
need_terraform() {
    if command -v terraform >/dev/null; then
        return
    fi
    local dir=target/terraform
    if [ -x "$dir/terraform" ] && "$dir/terraform" version | grep -q "v$opentofu_version\$"; then
        return
    fi
    require_go "terraform, or Go, with which OpenTofu is built"
    mkdir -p "$dir"
    # what OpenTofu's own go.mod replaces, which counts in the main module alone
    cat >"$dir/go.mod" <<MODULE
module setup

go 1.24

require github.com/opentofu/opentofu v$opentofu_version

replace github.com/hashicorp/hcl/v2 v2.20.1 => github.com/opentofu/hcl/v2 v2.20.2-0.20251021132045-587d123c2828
MODULE
    local program=github.com/opentofu/opentofu/cmd/tofu
    local version=-X=github.com/opentofu/opentofu/version.dev=no
    (cd "$dir" && go build -mod=mod -trimpath -ldflags="-s -w $version" -o terraform "$program")
}

# Kubernetes: its API server, built under target/ (ten minutes, once), and etcd
need_kube() {
    command -v etcd >/dev/null || apt_install etcd-server
    local dir=target/kube module
    if [ -x "$dir/kube-apiserver" ] && [ "$(cat "$dir/version" 2>/dev/null)" = "$kubernetes_version" ]; then
        return
    fi
    require_go "Go, with which kube-apiserver is built"
    mkdir -p "$dir"
    # its go.mod expects the modules of Kubernetes beside it; published, they are modules of their own
    {
        printf 'module setup\n\ngo 1.24.0\n\nrequire k8s.io/kubernetes v1.%s\n\nreplace (\n' "$kubernetes_version"
        for module in api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider \
            cluster-bootstrap code-generator component-base component-helpers controller-manager cri-api cri-client \
            csi-translation-lib dynamic-resource-allocation endpointslice externaljwt kms kube-aggregator \
            kube-controller-manager kube-proxy kube-scheduler kubectl kubelet metrics mount-utils \
            pod-security-admission sample-apiserver sample-cli-plugin sample-controller; do
            printf '\tk8s.io/%s => k8s.io/%s v0.%s\n' "$module" "$module" "$kubernetes_version"
        done
        echo ')'
    } >"$dir/go.mod"
    cat >"$dir/main.go" <<'PROGRAM'
package main

import (
	"os"

	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/version"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() { os.Exit(cli.Run(app.NewAPIServerCommand())) }
PROGRAM
    (cd "$dir" && go build -mod=mod -trimpath -ldflags="-s -w" -o kube-apiserver .)
    echo "$kubernetes_version" >"$dir/version"
}

# Pebble, an authority that speaks ACME, and the name server that it asks; under target/
need_pebble() {
    local dir=$PWD/target/pebble
    if [ -x "$dir/pebble" ] && [ "$(cat "$dir/version" 2>/dev/null)" = "$pebble_version" ]; then
        return
    fi
    require_go "Go, with which Pebble is built"
    mkdir -p "$dir"
    local module=github.com/letsencrypt/pebble/v2/cmd
    GOBIN=$dir go install "$module/pebble@v$pebble_version" "$module/pebble-challtestsrv@v$pebble_version"
    echo "$pebble_version" >"$dir/version"
}

# install CRATE VERSION [OPTION…]: a tool of cargo's, under target/tools; unoptimized, for it runs once
install_tool() {
    local name=$1 version=$2
    shift 2
    local bin=target/tools/bin/$name
    [ "$("$bin" --version 2>/dev/null | grep -o '[0-9]*\.[0-9]*\.[0-9]*' | head -1)" = "$version" ] ||
        CARGO_TARGET_DIR=target/tools/build cargo install --quiet --debug --locked --root target/tools "$@" "$name@$version"
}

# the book of the documentation
need_book() {
    install_tool mdbook "$mdbook_version" --no-default-features --features search
}

# Debian packages, bills of materials, licences
need_packaging() {
    install_tool cargo-deb "$cargo_deb_version"
    install_tool cargo-sbom "$cargo_sbom_version"
    install_tool cargo-deny "$cargo_deny_version" --no-default-features
}

# a C compiler and linker for other machines than this one; for releases, not for tests
need_zig() {
    local dir=target/zig
    [ -x "$dir/bin/cargo-zigbuild" ] && return
    need_python
    python3 -m venv --clear "$dir"
    "$dir/bin/pip" install --quiet --disable-pip-version-check "cargo-zigbuild==$zigbuild_version" "ziglang==$zig_version"
}

if [ $# -eq 0 ]; then
    set -- git python ps terraform moto copier redis pre-commit strace browser linters services kube pebble book packaging
fi
for need in "$@"; do
    "need_$need"
    echo "ready: $need"
done
