//! Runs cases in a copy of their repository and a clean environment.

use super::case::{Case, Run};
use super::compare::{difference, shorten, text_difference};
use rayon::prelude::*;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_mins(1);

/// How one run ended.
pub(crate) struct Outcome {
    /// `suite/case run`, as in the list of known failures.
    pub(crate) name: String,
    pub(crate) failure: Option<String>,
}

/// Runs all cases, several at once.
pub(crate) fn run_all(suite: &str, cases: &[Case]) -> Vec<Outcome> {
    cases.par_iter().flat_map_iter(|case| Place::new(case).run_all(suite)).collect()
}

/// A temporary directory with a copy of one case's repository and an empty home.
struct Place<'a> {
    case: &'a Case,
    top: PathBuf,
    // Removes the directory when the case is done.
    _guard: tempfile::TempDir,
}

impl<'a> Place<'a> {
    fn new(case: &'a Case) -> Self {
        let guard = tempfile::Builder::new().prefix("gaia-case-").tempdir().unwrap();
        let top = guard.path().canonicalize().unwrap();
        fs::create_dir(top.join("home")).unwrap();
        fs::create_dir(top.join("tmp")).unwrap();
        copy(&case.folder.join("repo"), &top.join("repo"));
        if case.git {
            git(&top.join("repo"), &["init", "-q"]);
            commit(&top.join("repo"));
        }
        Place { case, top, _guard: guard }
    }

    fn run_all(self, suite: &str) -> Vec<Outcome> {
        let outcome = |run: &Run| Outcome {
            name: format!("{suite}/{} {}", self.case.name, run.id),
            failure: self.run(run).err(),
        };
        self.case.runs.iter().map(outcome).collect()
    }

    fn run(&self, run: &Run) -> Result<(), String> {
        let repo = match &run.patch {
            Some(patch) => self.patched(run, patch),
            None => self.top.join("repo"),
        };
        let cwd = repo.join(&self.case.dir);
        for file in run.files.keys() {
            // A file of an earlier run must not pass for this one's.
            let _ = fs::remove_file(cwd.join(file));
        }
        let answer = self.call(run, &repo, &cwd)?;
        if answer.status.success() != (run.exit == 0) {
            let said = if answer.err.trim().is_empty() { &answer.out } else { &answer.err };
            return Err(format!("{}, expected exit {}: {}", answer.status, run.exit, shorten(said)));
        }
        if run.exit != 0 {
            return answer.is_civil();
        }
        if let Some(expected) = &run.stdout_json {
            none_or_err(difference(run, &self.expected(expected), &answer.out))?;
        }
        if let Some(expected) = &run.stdout_text {
            none_or_err(text_difference(&self.expected(expected), &answer.out))?;
        }
        for (file, expected) in &run.files {
            let name = file.display();
            let got = fs::read_to_string(cwd.join(file)).map_err(|_| format!("{name} was not written"))?;
            let difference = text_difference(&self.expected(expected), &self.anonymous(&got, &repo));
            none_or_err(difference.map(|what| format!("{name}: {what}")))?;
        }
        Ok(())
    }

    fn call(&self, run: &Run, repo: &Path, cwd: &Path) -> Result<Answer, String> {
        let (out, err) = (self.top.join("stdout"), self.top.join("stderr"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
        command.args(run.argv.iter().map(|argument| self.concrete(argument, repo))).current_dir(cwd);
        command.env_clear().envs(environment(&self.top));
        for (name, value) in self.case.env.iter().chain(&run.env) {
            command.env(name, self.concrete(value, repo));
        }
        // Files rather than pipes: no thread is needed to drain them.
        command.stdin(Stdio::null()).stdout(File::create(&out).unwrap()).stderr(File::create(&err).unwrap());
        let status = wait(command)?;
        let read = |path: &Path| self.anonymous(&String::from_utf8_lossy(&fs::read(path).unwrap()), repo);
        Ok(Answer { status, out: read(&out), err: read(&err) })
    }

    /// Two commits: the case's repository, and the patch.
    fn patched(&self, run: &Run, patch: &Path) -> PathBuf {
        let repo = self.top.join(format!("patched-{}", run.id));
        copy(&self.case.folder.join("repo"), &repo);
        git(&repo, &["init", "-q"]);
        commit(&repo);
        let patch = self.case.folder.join(patch).canonicalize().unwrap();
        git(&repo, &["apply", "--whitespace=nowarn", patch.to_str().unwrap()]);
        commit(&repo);
        repo
    }

    fn expected(&self, file: &Path) -> String {
        let path = self.case.folder.join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn concrete(&self, text: &str, repo: &Path) -> String {
        let home = self.top.join("home");
        text.replace("{{CASE}}", repo.to_str().unwrap()).replace("{{HOME}}", home.to_str().unwrap())
    }

    fn anonymous(&self, text: &str, repo: &Path) -> String {
        let home = self.top.join("home");
        text.replace(repo.to_str().unwrap(), "{{CASE}}").replace(home.to_str().unwrap(), "{{HOME}}")
    }
}

struct Answer {
    status: ExitStatus,
    out: String,
    err: String,
}

impl Answer {
    /// A refusal says why, and is no crash.
    fn is_civil(&self) -> Result<(), String> {
        if self.status.code().is_none_or(|code| code == 101) || self.err.contains("panicked at") {
            return Err(format!("crashed: {}", shorten(&self.err)));
        }
        if self.out.trim().is_empty() && self.err.trim().is_empty() {
            return Err("refused without a word".into());
        }
        Ok(())
    }
}

fn none_or_err(difference: Option<String>) -> Result<(), String> {
    difference.map_or(Ok(()), Err)
}

fn environment(top: &Path) -> Vec<(&'static str, String)> {
    let path = std::env::var("PATH").unwrap_or_else(|_| "/usr/local/bin:/usr/bin:/bin".into());
    let text = |name: &str| top.join(name).to_str().unwrap().to_owned();
    vec![
        ("PATH", path),
        ("HOME", text("home")),
        ("TMPDIR", text("tmp")),
        ("TZ", "UTC".into()),
        ("LANG", "C.UTF-8".into()),
        ("TERM", "dumb".into()),
        ("NO_COLOR", "1".into()),
        ("GIT_CONFIG_NOSYSTEM", "1".into()),
        ("ATMOS_LOGS_LEVEL", "Off".into()),
        ("ATMOS_VERSION_CHECK_ENABLED", "false".into()),
        ("ATMOS_TELEMETRY_ENABLED", "false".into()),
    ]
}

fn wait(mut command: Command) -> Result<ExitStatus, String> {
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return Ok(status);
        }
        if Instant::now() > deadline {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("no answer in {} s", PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn commit(repo: &Path) {
    git(repo, &["add", "--all", "--force"]);
    git(repo, &["commit", "-q", "--allow-empty", "-m", "case"]);
}

fn git(repo: &Path, arguments: &[&str]) {
    let settings = ["user.name=case", "user.email=case@example.com", "commit.gpgsign=false", "init.defaultBranch=main"];
    let mut command = Command::new("git");
    command.args(settings.iter().flat_map(|setting| ["-c", setting])).args(["-c", "core.autocrlf=false"]);
    command.args(arguments).current_dir(repo).env("HOME", repo).env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("GIT_AUTHOR_DATE", "2024-01-01T00:00:00Z").env("GIT_COMMITTER_DATE", "2024-01-01T00:00:00Z");
    let output = command.output().expect("git is installed");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}
