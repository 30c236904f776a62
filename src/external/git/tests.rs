use super::*;
use std::process::Command;
use tempfile::TempDir;

fn git(dir: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"])
        .args(args)
        .current_dir(dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("HOME", dir)
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

fn repository() -> (TempDir, PathBuf) {
    let dir = TempDir::new().expect("a directory");
    let root = dir.path().join("repo");
    fs::create_dir_all(root.join("stacks/deploy")).expect("directories");
    git(&root, &["init", "-q"]);
    git(&root, &["commit", "-q", "--allow-empty", "-m", "one"]);
    (dir, root)
}

fn ask(dir: &Path, tag: &str) -> Result<String> {
    fact(dir, Fact::from_tag(tag).expect(tag), None)
}

#[test]
fn facts_of_a_repository_from_a_directory_inside() {
    let (_dir, root) = repository();
    git(&root, &["remote", "add", "backup", "https://example.com/z/z.git"]);
    git(&root, &["remote", "add", "origin", "git@github.com:acme/infra.git"]);
    let inside = root.join("stacks/deploy");
    let sha = git(&root, &["rev-parse", "HEAD"]);
    for (tag, value) in [
        ("!repo-root", root.to_str().expect("text")),
        ("!git.root", root.to_str().expect("text")),
        ("!git.sha", &sha),
        ("!git.ref", &sha),
        ("!git.branch", "main"),
        ("!git.repository", "acme/infra"),
        ("!git.owner", "acme"),
        ("!git.name", "infra"),
        ("!git.host", "github.com"),
        ("!git.url", "git@github.com:acme/infra.git"),
    ] {
        assert_eq!(ask(&inside, tag).unwrap_or_else(|e| panic!("{tag}: {e}")), value, "{tag}");
    }
}

#[test]
fn packed_references_and_linked_work_trees() {
    let (dir, root) = repository();
    git(&root, &["remote", "add", "origin", "https://github.com/acme/infra"]);
    git(&root, &["worktree", "add", "-q", "-b", "feature/x", "../linked"]);
    let linked = dir.path().join("linked");
    git(&linked, &["commit", "-q", "--allow-empty", "-m", "two"]);
    let sha = git(&linked, &["rev-parse", "HEAD"]);
    git(&root, &["pack-refs", "--all"]);
    assert!(!root.join(".git/refs/heads/feature/x").exists(), "packed");
    assert_eq!(ask(&linked, "!git.sha").expect("a commit"), sha);
    assert_eq!(ask(&linked, "!git.branch").expect("a branch"), "feature/x");
    assert_eq!(ask(&linked, "!git.name").expect("a remote"), "infra");
    assert_eq!(ask(&linked, "!repo-root").expect("a root"), linked.to_str().expect("text"));
}

#[test]
fn a_commit_without_a_branch_and_a_branch_without_a_commit() {
    let (dir, root) = repository();
    let sha = git(&root, &["rev-parse", "HEAD"]);
    git(&root, &["checkout", "-q", "--detach"]);
    assert_eq!(ask(&root, "!git.sha").expect("a commit"), sha);
    assert_eq!(ask(&root, "!git.branch").expect_err("detached").message(), "no branch is checked out, but a commit");

    let empty = dir.path().join("empty");
    fs::create_dir(&empty).expect("a directory");
    git(&empty, &["init", "-q"]);
    assert_eq!(ask(&empty, "!git.sha").expect_err("no commit").message(), "`refs/heads/main` has no commit yet");
    assert_eq!(ask(&empty, "!git.url").expect_err("no remote").message(), "the git repository has no remote");
}

#[test]
fn a_default_value_stands_in() {
    let dir = TempDir::new().expect("a directory");
    assert_eq!(fact(dir.path(), Fact::Sha, Some(" none ")).expect("the default"), "none");
    let error = fact(dir.path(), Fact::Sha, Some(" ")).expect_err("no repository");
    assert!(error.message().ends_with("lies in no git repository"), "{error}");
}
