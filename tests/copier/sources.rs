//! Templates from repositories elsewhere: bare ones by file address, and over HTTP.

use super::case::{gaia, save};
use super::conflicts::write;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Answers with the files below a directory.
fn serve(root: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || listener.incoming().flatten().for_each(|stream| answer(&root, stream)));
    format!("http://{address}")
}

fn answer(root: &Path, mut stream: TcpStream) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default().trim_start_matches('/');
    let (status, body) = match fs::read(root.join(path)) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    // a client may go away
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn publish(top: &Path) {
    let git = |dir: &Path, words: &[&str]| {
        let output = Command::new("git").current_dir(dir).args(words).output().expect("git runs");
        assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    if !top.join("bare.git").exists() {
        git(top, &["clone", "-q", "--bare", "template", "bare.git"]);
    }
    git(&top.join("template"), &["push", "-q", "--force", "--tags", "../bare.git", "HEAD"]);
    git(&top.join("bare.git"), &["update-server-info"]);
}

#[test]
fn a_repository_elsewhere_is_mirrored_once_and_then_refreshed() {
    let top = tempfile::tempdir().expect("a temporary directory");
    let top = top.path();
    fs::write(top.join("settings.yml"), "{}").expect("a file");
    let http = serve(top.to_owned());
    write(
        &top.join("template"),
        &[
            ("a.txt", "1\n"),
            ("c.txt.jinja", "{{ _commit }}"),
            ("{{ _copier_conf.answers_file }}.jinja", "{{ _copier_answers|to_nice_yaml }}"),
        ],
    );
    save(&top.join("template"), Some("v1"));
    publish(top);
    let sources = [format!("git+file://{}/bare.git", top.display()), format!("{http}/bare.git")];
    let run = |words: &[&str], cache: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
        command.current_dir(top).arg("template").args(words).env("COPIER_CACHE_DIR", cache);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("COPIER_SETTINGS_PATH", top.join("settings.yml"));
        let output = command.output().expect("gaia runs");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let cache = |index: usize| top.join(format!("cache{index}"));
    let project = |index: usize| format!("project{index}");
    for (index, source) in sources.iter().enumerate() {
        run(&["copy", "--defaults", source, &project(index)], &cache(index));
        save(&top.join(project(index)), None);
        let mirrors = fs::read_dir(cache(index)).expect("a cache").count();
        assert_eq!(mirrors, 1, "{source}");
        assert_eq!(fs::read_to_string(top.join(project(index)).join("c.txt")).expect("a file"), "v1");
        assert!(run(&["check-update", &project(index)], &cache(index)).contains("up-to-date"));
    }
    write(&top.join("template"), &[("a.txt", "2\n")]);
    save(&top.join("template"), Some("v2"));
    publish(top);
    for (index, source) in sources.iter().enumerate() {
        assert!(run(&["check-update", &project(index)], &cache(index)).contains("latest version is 2"), "{source}");
        run(&["update", "--defaults", &project(index)], &cache(index));
        assert_eq!(fs::read_to_string(top.join(project(index)).join("a.txt")).expect("a file"), "2\n", "{source}");
        assert_eq!(fs::read_dir(cache(index)).expect("a cache").count(), 1, "{source}");
    }
}

/// What cannot be reached is told, and leaves nothing behind.
#[test]
fn a_repository_that_is_not_there_is_told() {
    let top = tempfile::tempdir().expect("a temporary directory");
    fs::write(top.path().join("settings.yml"), "{}").expect("a file");
    let output = gaia(top.path(), &["copy", "--defaults", "git+file:///nothing/here.git", "project"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("/nothing/here.git"), "{said}");
    assert!(!top.path().join("project").exists());
}
