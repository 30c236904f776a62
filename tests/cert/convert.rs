//! `gaia cert inspect`, `gaia cert convert`: there and back again.

use crate::authority::{Authority, Wish};
use crate::support::Repo;
use crate::terminal::{ENTER, on_terminal};
use std::os::unix::fs::PermissionsExt;

#[test]
fn every_form_is_written_and_read_again() {
    let authority = Authority::new();
    let made = authority.issue(&Wish::default());
    let repo = Repo::empty()
        .file("tls.crt", &format!("{}{}", made.cert, authority.intermediate))
        .file("tls.key", &made.key)
        .file("pass", "let me in\n")
        .file("wrong", "let me out\n");
    let words = ["cert", "convert", "--cert", "tls.crt", "--key", "tls.key", "--to", "pkcs12"];
    let out = ["--cert-out", "b.p12", "--new-passphrase-file", "pass"];
    repo.answer(&[&words[..], &out].concat());
    let bits = |path: &str| std::fs::metadata(repo.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(bits("b.p12"), 0o600);
    let words = ["cert", "convert", "b.p12", "--passphrase-file", "pass", "--cert-out", "n.crt", "--key-out", "n.key"];
    repo.answer(&words);
    assert_eq!((bits("n.key"), bits("n.crt")), (0o600, 0o644));
    let unix = |text: &str| text.replace("\r\n", "\n");
    assert_eq!(repo.read("n.crt"), unix(&repo.read("tls.crt")));
    assert_eq!(repo.read("n.key"), unix(&made.key));
    let refused = repo.refusal(&["cert", "inspect", "b.p12", "--passphrase-file", "wrong"], 1);
    assert!(refused.contains("its passphrase is wrong"), "{refused}");
    let refused = repo.refusal(&["cert", "inspect", "b.p12"], 5);
    assert!(refused.contains("--passphrase-file FILE"), "{refused}");
    let words = ["cert", "convert", "tls.crt", "--to", "der", "--cert-out", "n.der"];
    repo.answer(&words);
    assert_eq!(std::fs::read(repo.path().join("n.der")).unwrap(), made.der);
    assert_eq!(
        repo.json(&["cert", "inspect", "n.der", "--format", "json"])[0]["certificate"]["names"][0],
        "www.example.org"
    );
}

#[test]
fn a_passphrase_is_typed_where_nobody_named_its_file() {
    let key = include_str!("keys/rsa-encrypted.pem");
    let repo = Repo::empty().file("tls.crt", include_str!("keys/rsa.crt")).file("tls.key", key);
    let words = ["cert", "convert", "--cert", "tls.crt", "--key", "tls.key", "--key-out", "out.key"];
    assert!(repo.refusal(&words, 5).contains("--passphrase-file FILE"));
    let mut terminal = on_terminal(&repo, &words);
    terminal.wait_for("Passphrase of `tls.key`");
    terminal.wait_to_hide();
    terminal.press(b"secret");
    terminal.press(ENTER);
    let (code, written) = terminal.end();
    assert!(code == Some(0) && !written.contains("secret"), "{code:?} {written}");
    assert!(repo.read("out.key").starts_with("-----BEGIN PRIVATE KEY-----\n"));
    // somebody is there, but is not to be asked
    let (code, _) = on_terminal(&repo, &[&["--no-input"], &words[..]].concat()).end();
    assert_eq!(code, Some(5));
}

#[test]
fn a_place_that_cannot_be_read_leaves_the_others() {
    let repo = Repo::empty().file("good.crt", include_str!("keys/rsa.crt")).file("bad.crt", "no certificate");
    let run = repo.run(&["cert", "inspect", "bad.crt", "good.crt"]);
    assert!(run.code == 1 && run.stdout.contains("good.crt"), "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("`bad.crt` cannot be read"), "{}", run.stderr);
    let run = repo.run(&["cert", "inspect", "bad.crt", "good.crt", "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(run.code == 1 && shown[0]["error"].is_string() && shown[1]["certificate"].is_object(), "{shown}");
}

#[test]
fn keys_of_every_kind_are_read() {
    let authority = Authority::new();
    for (key, cert) in [
        (include_str!("keys/rsa-pkcs1.pem"), include_str!("keys/rsa.crt")),
        (include_str!("keys/rsa-pkcs8.pem"), include_str!("keys/rsa.crt")),
        (include_str!("keys/rsa-encrypted.pem"), include_str!("keys/rsa.crt")),
        (include_str!("keys/p256-sec1.pem"), include_str!("keys/p256.crt")),
        (include_str!("keys/p384-sec1.pem"), include_str!("keys/p384.crt")),
    ] {
        let repo = Repo::empty()
            .file("tls.crt", cert)
            .file("tls.key", key)
            .file("pass", "secret")
            .file("root.pem", &authority.root);
        let words = ["cert", "convert", "--cert", "tls.crt", "--key", "tls.key", "--passphrase-file", "pass"];
        repo.answer(&[&words[..], &["--key-out", "out.key"]].concat());
        assert!(repo.read("out.key").starts_with("-----BEGIN PRIVATE KEY-----\n"));
        // what was written fits as well
        repo.answer(&["cert", "convert", "--cert", "tls.crt", "--key", "out.key"]);
    }
}

#[test]
fn a_directory_is_looked_at_file_by_file() {
    let authority = Authority::new();
    let (a, b) =
        (authority.issue(&Wish::default()), authority.issue(&Wish { names: vec!["b.example.org"], ..Wish::default() }));
    let repo = Repo::empty()
        .file("certs/a.crt", &a.cert)
        .file("certs/b.pem", &format!("\u{feff}{}{}", b.key, b.cert.replace('\n', "\r\n")))
        .file("certs/notes.txt", "no certificate");
    let shown = repo.json(&["cert", "inspect", "certs", "--format", "json"]);
    assert_eq!(shown.as_array().unwrap().len(), 2);
    assert_eq!((&shown[0]["private_key"], &shown[1]["private_key"]), (&serde_json::Value::Null, &"fits".into()));
    let run = repo.run(&["cert", "inspect", "certs"]);
    assert!(run.stderr.contains("byte order mark") && run.stderr.contains("as on Windows"), "{}", run.stderr);
    assert!(!format!("{}{}", run.stdout, run.stderr).contains("PRIVATE KEY"));
}

#[test]
fn a_place_that_is_none_is_refused_with_what_places_there_are() {
    let refused = Repo::empty().refusal(&["cert", "check", "tls.crt", "--key", "other.key"], 64);
    assert!(refused.contains("`--key` goes with `--cert`"), "{refused}");
    let refused = Repo::empty().refusal(&["cert", "inspect", "nothing.pem"], 64);
    assert!(refused.contains("there is no file `nothing.pem`") && refused.contains("HOST:PORT"), "{refused}");
}
