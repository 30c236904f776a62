//! What people install: a tarball with its checksum and the script that fetches it, and a Debian package. Both are made
//! from the binary of the tests, installed below a temporary directory, and run there.
//!
//! `scripts/setup-tests.sh packaging` installs cargo-deb, cargo-sbom and cargo-deny.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn tool(name: &str) -> PathBuf {
    let path = project().join("target/tools/bin").join(name);
    assert!(path.exists(), "{} is missing: run scripts/setup-tests.sh packaging", path.display());
    path
}

fn done(command: &mut Command) -> Output {
    let output = command.current_dir(project()).output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {said}{}", String::from_utf8_lossy(&output.stdout));
    output
}

/// The files below a directory, by their paths there.
fn files(dir: &Path) -> Vec<String> {
    let found = walkdir::WalkDir::new(dir).sort_by_file_name().into_iter().map(Result::unwrap);
    let below = found.filter(|entry| !entry.file_type().is_dir());
    below.map(|entry| entry.path().strip_prefix(dir).unwrap().display().to_string()).collect()
}

/// What a release for this machine is called.
fn target() -> String {
    format!("{}-unknown-linux-musl", std::env::consts::ARCH)
}

/// A release of the tests' binary, in a directory of its own.
fn release() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let pack = project().join("scripts/dist");
    done(Command::new(pack).args(["--pack", &target(), env!("CARGO_BIN_EXE_gaia")]).env("GAIA_DIST", dir.path()));
    dir
}

fn install(release: &Path, prefix: &Path) -> Command {
    let mut command = Command::new("sh");
    command.arg(project().join("scripts/install.sh")).env("GAIA_PREFIX", prefix);
    command.env("GAIA_RELEASE", format!("file://{}", release.display()));
    command
}

#[test]
fn a_release_is_fetched_checked_and_installed() {
    let (release, prefix) = (release(), tempfile::tempdir().unwrap());
    let said = done(&mut install(release.path(), prefix.path())).stdout;
    assert_eq!(String::from_utf8_lossy(&said).trim(), format!("Gaia CLI {}", env!("CARGO_PKG_VERSION")));
    let installed = files(prefix.path());
    for file in [
        "bin/gaia",
        "share/man/man1/gaia.1",
        "share/man/man1/gaia-describe-component.1",
        "share/bash-completion/completions/gaia",
        "share/zsh/site-functions/_gaia",
        "share/fish/vendor_completions.d/gaia.fish",
    ] {
        assert!(installed.iter().any(|path| path == file), "{file} is not among {installed:#?}");
    }
}

#[test]
fn a_release_that_was_changed_is_not_installed() {
    let (release, prefix) = (release(), tempfile::tempdir().unwrap());
    let name = format!("gaia-{}-{}.tar.gz", env!("CARGO_PKG_VERSION"), target());
    let tarball = release.path().join(name);
    let mut bytes = fs::read(&tarball).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&tarball, bytes).unwrap();
    let output = install(release.path(), prefix.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && said.contains("is not what its checksum says: nothing was installed"),
        "{said}"
    );
    assert_eq!(files(prefix.path()), [] as [&str; 0]);
}

/// The package is made of the tests' binary: what optimizes it takes ten minutes more.
#[test]
fn a_debian_package_is_installed_and_runs() {
    let dir = tempfile::tempdir().unwrap();
    let package = dir.path().join("gaia.deb");
    let man = project().join("target/dist/man");
    done(Command::new(env!("CARGO_BIN_EXE_gaia")).args(["man", "--dir"]).arg(&man));
    let mut build = Command::new(tool("cargo-deb"));
    build.args(["--no-build", "--no-strip", "--profile", "dev", "--fast", "--quiet", "--output"]).arg(&package);
    done(&mut build);
    let root = dir.path().join("root");
    fs::create_dir_all(root.join("var/lib/dpkg/info")).unwrap();
    fs::create_dir_all(root.join("var/lib/dpkg/updates")).unwrap();
    fs::write(root.join("var/lib/dpkg/status"), "").unwrap();
    let mut dpkg = Command::new("dpkg");
    dpkg.arg("--root").arg(&root).args([
        "--force-not-root",
        "--force-depends",
        "--force-script-chrootless",
        "--install",
    ]);
    done(dpkg.arg(&package).env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
    let version = done(Command::new(root.join("usr/bin/gaia")).arg("version")).stdout;
    assert!(String::from_utf8_lossy(&version).starts_with("Gaia CLI "));
    let stacks = done(Command::new(root.join("usr/bin/gaia")).args(["-C", "examples/acme", "list", "stacks"])).stdout;
    assert!(String::from_utf8_lossy(&stacks).contains("shop-euw1-prod\n"));
    let installed = files(&root);
    assert!(installed.iter().any(|path| path.starts_with("usr/share/man/man1/gaia-plan.1")), "{installed:#?}");
}

#[test]
fn the_bill_of_materials_names_what_gaia_is_made_of() {
    let bill = done(Command::new(tool("cargo-sbom")).args(["--output-format", "spdx_json_2_3"])).stdout;
    let bill: serde_json::Value = serde_json::from_slice(&bill).unwrap();
    let packages = bill["packages"].as_array().unwrap();
    for name in ["clap", "minijinja", "petgraph", "rustls"] {
        let package = packages.iter().find(|package| package["name"] == name);
        assert!(package.is_some_and(|package| package["licenseDeclared"].is_string()), "{name}: {package:?}");
    }
}

/// Licences, sources and bans; advisories need a database from the network.
#[test]
fn what_gaia_is_made_of_is_allowed() {
    done(Command::new(tool("cargo-deny")).args([
        "--offline",
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ]));
}
