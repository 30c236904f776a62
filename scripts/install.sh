#!/bin/sh
# Installs gaia: finds the release for this machine, checks its checksum, and puts gaia, its manual and its completions
# under ~/.local, or where GAIA_PREFIX says.
#
#   curl -fsSL https://github.com/gaia-cli/gaia/releases/latest/download/install.sh | sh
#
# GAIA_RELEASE: where releases are (a URL or file://DIR). GAIA_VERSION: another than the latest.
set -eu

fail() {
    echo "install: $1" >&2
    exit 1
}

fetch() { # URL FILE
    case $1 in
    file://*) cp "${1#file://}" "$2" ;;
    https://*)
        if command -v curl >/dev/null; then
            curl -fsSL --proto '=https' --retry 3 "$1" -o "$2"
        else
            command -v wget >/dev/null || fail "neither curl nor wget is there"
            wget -q "$1" -O "$2"
        fi
        ;;
    *) fail "$1 is neither https:// nor file://" ;;
    esac
}

main() {
    prefix=${GAIA_PREFIX:-$HOME/.local}
    published=https://github.com/gaia-cli/gaia/releases
    releases=${GAIA_RELEASE:-$published/${GAIA_VERSION:+download/v$GAIA_VERSION}}
    # the page of releases itself has no files
    [ "$releases" != "$published/" ] || releases=$published/latest/download
    case $(uname -s)-$(uname -m) in
    Linux-x86_64) target=x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
    Darwin-arm64) target=aarch64-apple-darwin ;;
    Darwin-x86_64) target=x86_64-apple-darwin ;;
    *) fail "there is no release for $(uname -s) on $(uname -m): cargo install --git https://github.com/gaia-cli/gaia" ;;
    esac
    dir=$(mktemp -d)
    trap 'rm -rf "$dir"' EXIT
    fetch "$releases/SHA256SUMS" "$dir/SHA256SUMS" || fail "cannot read $releases/SHA256SUMS"
    # the name tells the version: gaia-1.2.3-TARGET.tar.gz
    name=$(awk '{print $2}' "$dir/SHA256SUMS" | grep -- "^gaia-${GAIA_VERSION:-.*}-$target\.tar\.gz$" | tail -1)
    [ -n "$name" ] || fail "$releases has no gaia ${GAIA_VERSION:-} for $target"
    fetch "$releases/$name" "$dir/$name" || fail "cannot read $releases/$name"
    (cd "$dir" && grep -- "  $name\$" SHA256SUMS | if command -v sha256sum >/dev/null; then sha256sum -c -; else shasum -a 256 -c -; fi) \
        >/dev/null || fail "$name is not what its checksum says: nothing was installed"
    tar -xzf "$dir/$name" -C "$dir"
    from=$dir/${name%.tar.gz}
    mkdir -p "$prefix/bin" "$prefix/share/man/man1" "$prefix/share/bash-completion/completions" \
        "$prefix/share/zsh/site-functions" "$prefix/share/fish/vendor_completions.d"
    cp "$from"/man/*.1 "$prefix/share/man/man1/"
    cp "$from/completions/gaia.bash" "$prefix/share/bash-completion/completions/gaia"
    cp "$from/completions/gaia.zsh" "$prefix/share/zsh/site-functions/_gaia"
    cp "$from/completions/gaia.fish" "$prefix/share/fish/vendor_completions.d/gaia.fish"
    # last, and in one step: a gaia that runs goes on with what it is
    cp "$from/gaia" "$prefix/bin/.gaia.new"
    chmod 755 "$prefix/bin/.gaia.new"
    mv -f "$prefix/bin/.gaia.new" "$prefix/bin/gaia"
    "$prefix/bin/gaia" version | head -1
    case :$PATH: in
    *":$prefix/bin:"*) ;;
    *) echo "install: add $prefix/bin to your PATH" >&2 ;;
    esac
}

main
