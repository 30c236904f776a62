//! `gaia cert issue`, `request`, `complete`: from nothing to a certificate that is checked.

use crate::support::Repo;
use std::os::unix::fs::PermissionsExt;

fn with_authority() -> Repo {
    let repo = Repo::empty();
    let words =
        ["cert", "issue", "--new-authority", "Test", "--ca", "root.pem", "--ca-key", "root.key", "--days", "3650"];
    repo.answer(&words);
    repo
}

#[test]
fn a_private_authority_issues_what_is_checked() {
    let repo = with_authority();
    let ca = ["--ca", "root.pem", "--ca-key", "root.key"];
    for kind in ["ec256", "rsa2048"] {
        let words = ["cert", "issue", "-d", "a.example.org,b.example.org", "--key-type", kind];
        let out = ["--cert-out", "tls.crt", "--key-out", "tls.key"];
        repo.answer(&[&words[..], &ca, &out].concat());
        let mode = std::fs::metadata(repo.path().join("tls.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let check =
            ["cert", "check", "--cert", "tls.crt", "--key", "tls.key", "--ca", "root.pem", "-d", "b.example.org"];
        assert_eq!(repo.answer(&check), "");
    }
    // an authority is not written over
    let words = ["cert", "issue", "--new-authority", "Test", "--ca", "root.pem", "--ca-key", "root.key"];
    assert!(repo.refusal(&words, 1).contains("is there already"));
    let words = ["cert", "issue", "-d", "a", "--days", "4000", "--key-out", "x.key"];
    assert!(repo.refusal(&[&words[..], &ca].concat(), 1).contains("before the certificate would"));
}

#[test]
fn a_request_is_gone_on_with_when_it_is_answered() {
    let repo = with_authority();
    let request = repo.answer(&["cert", "request", "www", "-d", "www.example.org"]);
    assert!(request.starts_with("-----BEGIN CERTIFICATE REQUEST-----\n"));
    assert!(repo.refusal(&["cert", "request", "www", "-d", "x.example.org"], 1).contains("is there already"));
    let dir = repo.path().join(".gaia/requests/www");
    assert_eq!(std::fs::metadata(&dir).unwrap().permissions().mode() & 0o777, 0o700);
    let repo = repo.file("www.csr", &request);
    let ca = ["--ca", "root.pem", "--ca-key", "root.key"];
    repo.answer(&[&["cert", "issue", "--request", "www.csr", "-o", "www.crt"], &ca[..]].concat());
    let options = repo.answer(&["cert", "complete", "www", "--cert", "www.crt", "--ca", "root.pem"]);
    let options: Vec<&str> = options.split_whitespace().collect();
    let options: Vec<String> =
        options.iter().map(|o| o.replace("[repo]", &repo.path().display().to_string())).collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    repo.answer(&[&["cert", "check", "--ca", "root.pem"], &options[..]].concat());
    // the answer to another request
    repo.answer(&[&["cert", "issue", "-d", "y.example.org", "-o", "y.crt", "--key-out", "y.key"], &ca[..]].concat());
    assert!(repo.refusal(&["cert", "complete", "www", "--cert", "y.crt"], 1).contains("not that of the certificate"));
    assert!(
        repo.refusal(&["cert", "complete", "other", "--cert", "y.crt"], 64).contains("there is no request `other`")
    );
}
