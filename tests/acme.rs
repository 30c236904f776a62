//! Certificates from an authority that speaks ACME: Pebble, with a name server that answers for every name.

#[path = "cert/authority.rs"]
mod authority;
#[path = "outside/http.rs"]
mod http;
mod support;

use authority::{Authority, Wish};
use serde_json::json;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use support::Repo;

/// Starts both programs, and ends them when its standard input is closed.
const PROGRAM: &str = r#"
"$BIN/pebble-challtestsrv" -management "$NAMES" -dnsserver "$DNS" -http01 "" -https01 "" -defaultIPv6 "" -tlsalpn01 "" -doh "" &
"$BIN/pebble" -config "$DIR/pebble.json" -dnsserver "$DNS" &
cat >/dev/null
kill 0
"#;

struct Pebble {
    repo: Repo,
    directory: String,
    names: String,
    webroot: Arc<Mutex<PathBuf>>,
    _web: http::Server,
    programs: Child,
}

impl Drop for Pebble {
    fn drop(&mut self) {
        drop(self.programs.stdin.take());
        let _ = self.programs.wait();
    }
}

fn free() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

fn start() -> Pebble {
    let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pebble");
    assert!(bin.join("pebble").is_file(), "Pebble (target/pebble) is missing: run `scripts/setup-tests.sh` first");
    let authority = Authority::new();
    let made = authority.issue(&Wish { names: vec!["localhost", "127.0.0.1"], ..Wish::default() });
    let webroot = Arc::new(Mutex::new(PathBuf::new()));
    let shared = Arc::clone(&webroot);
    let web = http::Server::start(move |request| {
        let path = shared.lock().unwrap().join(request.path.trim_start_matches('/'));
        std::fs::read_to_string(path).map_or((404, String::new()), |text| (200, text))
    });
    let port: u16 = web.url.rsplit(':').next().unwrap().parse().unwrap();
    let (listen, manage, names, dns) = (free(), free(), free(), free());
    let repo = Repo::empty()
        .file("server.crt", &format!("{}{}", made.cert, authority.intermediate))
        .file("server.key", &made.key)
        .file("directory-root.pem", &authority.root);
    let dir = repo.path().to_owned();
    let config = json!({ "pebble": { "listenAddress": listen, "managementListenAddress": manage,
        "certificate": dir.join("server.crt"), "privateKey": dir.join("server.key"), "httpPort": port, "tlsPort": 5001,
        "ocspResponderURL": "", "externalAccountBindingRequired": false } });
    std::fs::write(dir.join("pebble.json"), config.to_string()).unwrap();
    let programs = Command::new("sh")
        .args(["-c", PROGRAM])
        .env("BIN", &bin)
        .env("DIR", &dir)
        .env("NAMES", &names)
        .env("DNS", &dns)
        .env("PEBBLE_VA_NOSLEEP", "1")
        .env("PEBBLE_WFE_NONCEREJECT", "0")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while TcpStream::connect(&listen).is_err() || TcpStream::connect(&names).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(30), "Pebble does not start");
        std::thread::sleep(Duration::from_millis(50));
    }
    Pebble { repo, directory: format!("https://{listen}/dir"), names, webroot, _web: web, programs }
}

impl Pebble {
    fn words(&self) -> Vec<&str> {
        vec![
            "cert",
            "acme",
            "--directory",
            &self.directory,
            "--directory-ca",
            "directory-root.pem",
            "--agree-tos",
            "--cert-out",
            "tls.crt",
            "--key-out",
            "tls.key",
        ]
    }
}

#[test]
fn names_are_proved_by_http_and_by_dns() {
    let pebble = start();
    let repo = &pebble.repo;
    *pebble.webroot.lock().unwrap() = repo.path().join("www");
    let http = ["-d", "www.example.org,example.org", "--webroot", "www"];
    repo.answer(&[&pebble.words()[..], &http].concat());
    let shown = repo.json(&["cert", "inspect", "tls.crt", "--format", "json"]);
    assert_eq!(shown[0]["certificate"]["names"].as_array().unwrap().len(), 2);
    assert_eq!(shown[0]["chain"].as_array().unwrap().len(), 1, "with the certificate of the authority");
    let left = repo.path().join("www/.well-known/acme-challenge");
    assert_eq!(std::fs::read_dir(left).unwrap().count(), 0, "the proofs are taken away");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&repo.path().join("tls.key")), 0o600);
    let account = std::fs::read_dir(repo.path().join(".gaia")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(mode(&account), 0o600);

    let hook = format!(
        "case $GAIA_ACME_ACTION in present) what=set-txt;; *) what=clear-txt;; esac; echo $GAIA_ACME_ACTION >>hook.log; \
         curl -sf -d \"{{\\\"host\\\":\\\"$GAIA_ACME_NAME.\\\",\\\"value\\\":\\\"$GAIA_ACME_VALUE\\\"}}\" http://{}/$what",
        pebble.names
    );
    let dns = ["-d", "*.example.org", "--dns-hook", &hook, "--dns-wait", "0s"];
    repo.answer(&[&pebble.words()[..], &dns].concat());
    let shown = repo.json(&["cert", "inspect", "tls.crt", "--format", "json"]);
    assert_eq!(shown[0]["certificate"]["names"][0], "*.example.org");
    assert_eq!(repo.read("hook.log"), "present\ncleanup\n");

    // a hook that fails, and a proof that is not seen
    let refused =
        repo.refusal(&[&pebble.words()[..], &["-d", "a.example.org", "--dns-hook", "echo no >&2; exit 3"]].concat(), 1);
    assert!(refused.contains("the hook failed") && refused.contains("no"), "{refused}");
    let refused = repo.refusal(&[&pebble.words()[..], &["-d", "a.example.org", "--webroot", "elsewhere"]].concat(), 1);
    assert!(refused.contains("cannot prove the names") && refused.contains("returned 404"), "{refused}");
}
