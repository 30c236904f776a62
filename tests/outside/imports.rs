//! Imports that name an address: git repositories and files on this machine, a web server, a bucket.

use crate::http::Server;
use crate::{moto, value};
use gaia::value::Value;
use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const ATMOS: &str = "
base_path: .
components: {terraform: {base_path: components/terraform}}
stacks: {base_path: stacks, included_paths: [deploy/**/*], name_template: '{{ .vars.stage }}'}
";

/// A repository of stacks with a home of its own, and a repository to import from.
struct Place {
    dir: TempDir,
}

struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Place {
    /// A stack that imports these.
    fn importing(imports: &str) -> Self {
        let place = Place { dir: TempDir::new().expect("a directory") };
        place.write("work/atmos.yaml", ATMOS);
        place.import(imports);
        place
    }

    fn import(&self, imports: &str) {
        let stack =
            format!("import:\n{imports}\nvars: {{stage: dev}}\ncomponents: {{terraform: {{app: {{vars: {{}}}}}}}}\n");
        self.write("work/stacks/deploy/dev.yaml", &stack);
    }

    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().canonicalize().expect("a directory").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        fs::write(path, text).expect("written");
    }

    fn git(&self, args: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"]);
        let output = command.args(args).current_dir(self.path("origin")).output().expect("git runs");
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Commits a file of the repository to import from, which begins with the first.
    fn commit(&self, path: &str, text: &str) -> String {
        let is_new = !self.path("origin").exists();
        self.write(&format!("origin/{path}"), text);
        if is_new {
            self.git(&["init", "-q"]);
        }
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", path]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn origin(&self) -> String {
        format!("git::file://{}", self.path("origin").display())
    }

    fn run(&self, args: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_gaia"))
            .args(args)
            .current_dir(self.path("work"))
            .env("HOME", self.path("home"))
            .env("AWS_ACCESS_KEY_ID", "AKIATEST")
            .env("AWS_SECRET_ACCESS_KEY", "secret")
            .env_remove("XDG_CACHE_HOME")
            .env_remove("GAIA_OFFLINE")
            .env_remove("AWS_PROFILE")
            .env("NO_COLOR", "1")
            .output()
            .expect("gaia runs");
        let text = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            text.replace(self.path("").to_str().expect("UTF-8"), "/")
        };
        let code = output.status.code().unwrap_or(-1);
        Run { code, stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }

    /// What `gaia describe component app -s dev` answers.
    #[track_caller]
    fn describe(&self, more: &[&str]) -> Value {
        let mut args = vec!["describe", "component", "app", "-s", "dev", "--format", "json"];
        args.extend(more);
        let run = self.run(&args);
        assert_eq!(run.code, 0, "{}", run.stderr);
        value(&run.stdout)
    }

    #[track_caller]
    fn var(&self, name: &str, more: &[&str]) -> String {
        let answer = self.describe(more);
        answer.dig(["vars", name]).and_then(Value::as_str).unwrap_or_else(|| panic!("{name} in {answer:?}")).to_owned()
    }

    #[track_caller]
    fn refusal(&self, args: &[&str], code: i32) -> String {
        let run = self.run(args);
        assert_eq!(run.code, code, "{}", run.stderr);
        run.stderr
    }

    fn cached(&self, name: &str) -> PathBuf {
        let content = self.path("home/.cache/gaia/imports/content");
        let found = walkdir::WalkDir::new(content).into_iter().flatten().find(|e| e.file_name() == name);
        found.unwrap_or_else(|| panic!("{name} is not in the cache")).into_path()
    }
}

const DESCRIBE: [&str; 5] = ["describe", "component", "app", "-s", "dev"];

#[test]
fn a_repository_is_fetched_and_kept() {
    let place = Place::importing("");
    place.commit("stacks/part.yaml", "vars: {from: one}");
    place.git(&["tag", "v1"]);
    place.commit("stacks/part.yaml", "vars: {from: two}");
    let address = format!("{}//stacks/part.yaml?ref=v1", place.origin());
    place.import(&format!("  - {address}"));

    // a command that only reads opens nothing
    let said = place.refusal(&["validate", "stacks"], 69);
    insta::assert_snapshot!(Regex::new(r"\^+").expect("a pattern").replace(&said, "^"), @r"
    error: `git::file:///origin//stacks/part.yaml?ref=v1` is not in the cache, and this command opens no connections
     --> stacks/deploy/dev.yaml:2:5
      |
    2 |   - git::file:///origin//stacks/part.yaml?ref=v1
      |     ^
    hint: `--offline=false` allows it; commands such as `gaia describe stacks` do it by themselves
    hint: `skip_if_missing: true` allows an import that cannot be had
    ");

    let answer = place.describe(&[]);
    assert_eq!(answer.dig(["vars", "from"]).and_then(Value::as_str), Some("one"));
    let imports = answer.get("imports").and_then(Value::as_seq).expect("imports");
    let shown = address.replace(place.path("").to_str().expect("UTF-8"), "/");
    assert_eq!(imports[0].as_str(), Some(format!("{shown}#stacks/part.yaml").as_str()));

    // what is there serves everyone, until someone changes it
    place.import(&format!("  - {}//stacks/part?ref=v1", place.origin()));
    fs::rename(place.path("origin"), place.path("gone")).expect("renamed");
    assert_eq!(place.run(&["validate", "stacks"]).code, 0);
    assert_eq!(place.run(&["list", "stacks"]).stdout.trim(), "dev");
    assert_eq!(place.var("from", &["--offline"]), "one");
    let said = place.refusal(&DESCRIBE, 69);
    assert!(said.contains("does not appear to be a git repository"), "{said}");
    assert!(said.contains("hint: `--offline` uses what was fetched"), "{said}");
    fs::rename(place.path("gone"), place.path("origin")).expect("renamed");

    let cached = place.cached("part.yaml");
    fs::write(&cached, "vars: {from: elsewhere}").expect("written");
    for args in [&["validate", "stacks"][..], &DESCRIBE] {
        let said = place.refusal(args, 1);
        assert!(said.contains("it was changed since") && said.contains("dev.yaml:2:5"), "{said}");
    }
    let content = cached.ancestors().nth(3).expect("the content");
    fs::remove_dir_all(content).expect("removed");
    assert_eq!(place.var("from", &[]), "one");
}

#[test]
fn a_branch_moves_and_a_commit_does_not() {
    let place = Place::importing("");
    let first = place.commit("part.yaml", "vars: {from: one}");
    place.import(&format!("  - {}//part.yaml?ref=main", place.origin()));
    assert_eq!(place.var("from", &[]), "one");
    place.commit("part.yaml", "vars: {from: two}");
    assert_eq!(place.var("from", &["--offline"]), "one");
    assert_eq!(place.var("from", &[]), "two");

    place.commit("part.yaml", "vars: {from: three}");
    let lasting = format!("  - path: {}//part.yaml?ref=main\n    ttl: 1h", place.origin());
    place.import(&lasting);
    assert_eq!(place.var("from", &[]), "two", "fresh for an hour");

    for commit in [&*first, &first[..8]] {
        place.import(&format!("  - {}//part.yaml?ref={commit}", place.origin()));
        assert_eq!(place.var("from", &[]), "one", "{commit}");
    }
    fs::remove_dir_all(place.path("origin")).expect("removed");
    place.import(&format!("  - {}//part.yaml?ref={first}", place.origin()));
    assert_eq!(place.var("from", &[]), "one", "a commit is not asked for again");
}

#[test]
fn directories_patterns_and_imports_of_imports() {
    let place = Place::importing("");
    place.commit("stacks/catalog/a.yaml", "import: [mixins/deep]\nvars: {a: a}");
    place.commit("stacks/catalog/sub/b.yml", "vars: {b: b}");
    place.commit("stacks/catalog/sub/note.txt", "no manifest");
    place.commit("stacks/mixins/deep.yaml", "vars: {deep: theirs}");
    place.write("work/stacks/mixins/deep.yaml", "vars: {deep: ours}");
    for (what, deep) in [("local", "ours"), ("remote", "theirs")] {
        let path = format!("{}//stacks/catalog", place.origin());
        place.import(&format!("  - path: {path}\n    nested_imports: {what}"));
        let vars = place.describe(&[]).get("vars").cloned().unwrap_or_default();
        let text = |name: &str| vars.get(name).and_then(Value::as_str).map(str::to_owned);
        assert_eq!([text("a"), text("b"), text("deep")].map(Option::unwrap_or_default), ["a", "b", deep]);
    }
    place.import(&format!("  - {}//stacks/catalog/**/b.*", place.origin()));
    assert_eq!(place.var("b", &[]), "b");
    for (path, said) in [
        ("stacks/catalog/sub/c.yaml", "there is no manifest `stacks/catalog/sub/c.yaml`"),
        ("../x.yaml", "leads out of what was fetched"),
    ] {
        place.import(&format!("  - {}//{path}", place.origin()));
        let error = place.refusal(&DESCRIBE, 1);
        assert!(error.contains(said), "{error}");
    }
    place.import(&format!("  - {{path: '{}//none.yaml', skip_if_missing: true}}", place.origin()));
    place.describe(&[]);
}

#[test]
fn a_link_out_of_a_repository_is_not_followed() {
    let place = Place::importing("");
    place.commit("part.yaml", "vars: {from: one}");
    place.write("secret.yaml", "vars: {from: outside}");
    std::os::unix::fs::symlink("../secret.yaml", place.path("origin/out.yaml")).expect("linked");
    std::os::unix::fs::symlink("part.yaml", place.path("origin/in.yaml")).expect("linked");
    place.commit("more.yaml", "{}");
    place.import(&format!("  - {}//in.yaml", place.origin()));
    assert_eq!(place.var("from", &[]), "one");
    place.import(&format!("  - {}//out.yaml", place.origin()));
    assert!(place.refusal(&DESCRIBE, 1).contains("there is no manifest `out.yaml`"));
}

const SUM: &str = "b1df5ef11c4e1ee45b5a0a2b6bf0fe4d4d4f5ba6a4cb1c2ad9b2c2b7a6e9d9f0";

#[test]
fn a_file_of_a_web_server_is_asked_for_once() {
    let server = Server::start(|request| match request.path.as_str() {
        "/a.yaml" | "/a.yaml?x=1" => (200, "vars: {from: web}".into()),
        _ => (404, "nothing here".into()),
    });
    let place = Place::importing(&format!("  - {0}/a.yaml\n  - {0}/a.yaml\n  - {0}/a.yaml?x=1", server.url));
    place.write("work/stacks/deploy/prod.yaml", &format!("import: ['{}/a.yaml']\nvars: {{stage: prod}}\n", server.url));
    for _ in 0..2 {
        assert_eq!(place.var("from", &[]), "web");
        assert_eq!(server.requests().len(), 2, "one an address, and none in the second run");
    }
    place.import(&format!("  - {{path: '{}/a.yaml', ttl: 0s}}", server.url));
    assert_eq!(place.var("from", &[]), "web");
    assert_eq!(server.requests().len(), 3);

    place.import(&format!("  - {}/none.yaml", server.url));
    let said = place.refusal(&DESCRIBE, 1).replace(&server.url, "http://server");
    let said = Regex::new(r"\^+").expect("a pattern").replace(&said, "^");
    insta::assert_snapshot!(said, @r"
    error: cannot fetch `http://server/none.yaml`: no file: the server answered 404
     --> stacks/deploy/dev.yaml:2:5
      |
    2 |   - http://server/none.yaml
      |     ^
    note: nothing here
    hint: check the address and the network
    hint: `skip_if_missing: true` allows an import that cannot be had
    ");
    place.import(&format!("  - {{path: '{}/none.yaml', skip_if_missing: true}}", server.url));
    place.describe(&[]);

    // `skip_if_missing` allows a file that is not there, not one that is another
    place.import(&format!("  - {{path: '{}/a.yaml?checksum={SUM}', skip_if_missing: true}}", server.url));
    let said = place.refusal(&DESCRIBE, 1);
    assert!(said.contains("does not have its checksum") && said.contains("dev.yaml:2:12"), "{said}");
}

#[test]
fn without_a_network_the_error_says_what_to_do() {
    let place = Place::importing("  - http://user:secret@127.0.0.1:9/a.yaml?token=secret");
    insta::assert_snapshot!(place.refusal(&DESCRIBE, 69), @r"
    error: cannot fetch `http://127.0.0.1:9/a.yaml`: `127.0.0.1` cannot be asked: Connection refused (os error 111)
     --> stacks/deploy/dev.yaml:2:5
      |
    2 |   - http://user:secret@127.0.0.1:9/a.yaml?token=secret
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hint: check the address and the network
    hint: `skip_if_missing: true` allows an import that cannot be had
    ");
    let said = place.refusal(&["describe", "stacks", "--offline"], 69);
    assert!(said.starts_with("error: `http://127.0.0.1:9/a.yaml` is not in the cache, and `--offline` opens no conn"));
    assert!(said.contains("hint: run without `--offline`"), "{said}");
}

#[test]
fn an_archive_is_unpacked() {
    let mut builder = tar::Builder::new(Vec::new());
    let text = "vars: {from: archive}";
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o644);
    builder.append_data(&mut header, "repo-1.0/stacks/part.yaml", text.as_bytes()).expect("appended");
    let archive = String::from_utf8(builder.into_inner().expect("finished")).expect("UTF-8");
    let server = Server::start(move |_| (200, archive.clone()));
    for import in ["repo.tar//repo-1.0/stacks/part", "repo.tar", "download//repo-1.0/**/*?archive=tar"] {
        let place = Place::importing(&format!("  - {}/{import}", server.url));
        assert_eq!(place.var("from", &[]), "archive", "{import}");
    }
}

#[test]
fn a_file_of_a_bucket() {
    moto::put_object("imports", "stacks/part.yaml", "vars: {from: bucket}");
    let bucket = format!("s3::http://{}/imports", moto::address());
    let place = Place::importing(&format!("  - {bucket}/stacks/part.yaml?region=us-east-1"));
    assert_eq!(place.var("from", &[]), "bucket");
    place.import(&format!("  - {bucket}/stacks/none.yaml?region=us-east-1"));
    let said = place.refusal(&DESCRIBE, 1);
    assert!(said.contains("`stacks/none.yaml` of the bucket `imports`"), "{said}");
}

#[test]
fn a_file_of_this_machine_needs_no_cache() {
    let place = Place::importing("");
    place.write("part.yaml", "vars: {from: disk}");
    place.import(&format!("  - file://{}", place.path("part.yaml").display()));
    assert_eq!(place.run(&["validate", "stacks"]).code, 0);
    assert_eq!(place.var("from", &[]), "disk");
    place.write("part.yaml", "vars: {from: changed}");
    assert_eq!(place.var("from", &[]), "changed");
    assert!(!Path::new(&place.path("home/.cache")).exists());
}

#[test]
fn imports_of_the_configuration() {
    let place = Place::importing("");
    place.commit("atmos/more.yaml", "settings: {list_merge_strategy: append}\nimport: [local.yaml]");
    place.write("work/local.yaml", "templates: {settings: {enabled: true}}");
    let config = |imports: &str| place.write("work/atmos.yaml", &format!("{ATMOS}import:\n{imports}\n"));
    place.import("  []");
    place.write(
        "work/stacks/deploy/dev.yaml",
        "vars: {stage: dev, list: [1]}\ncomponents: {terraform: {app: {vars: {list: [2], t: '{{ .vars.stage }}'}}}}\n",
    );
    config(&format!("  - {}//atmos/more.yaml", place.origin()));
    let said = place.refusal(&["list", "stacks"], 69);
    assert!(said.contains("atmos.yaml:6:5") && said.contains("this command opens no connections"), "{said}");
    let answer = place.describe(&[]);
    let list = answer.dig(["vars", "list"]).and_then(Value::as_seq).map(<[_]>::len);
    assert_eq!((list, answer.dig(["vars", "t"]).and_then(Value::as_str)), (Some(2), Some("dev")));
    assert_eq!(place.run(&["list", "stacks"]).code, 0);

    // as Atmos, gaia does without what cannot be fetched, and says so
    config("  - http://127.0.0.1:9/atmos.yaml");
    let run = place.run(&DESCRIBE);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.stderr, @r"
    warning: cannot fetch `http://127.0.0.1:9/atmos.yaml`: `127.0.0.1` cannot be asked: Connection refused (os error 111)
     --> atmos.yaml:6:5
      |
    6 |   - http://127.0.0.1:9/atmos.yaml
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    note: the configuration is used without this import, as Atmos does
    hint: check the address and the network
    ");
}
