//! `gaia cert check`: each check has a certificate that trips it.

use crate::authority::{Authority, Made, Wish};
use crate::server::Server;
use crate::support::Repo;
use rcgen::{BasicConstraints, CrlDistributionPoint, ExtendedKeyUsagePurpose, IsCa, PKCS_ED25519};
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpListener;

fn files(authority: &Authority, made: &Made) -> Repo {
    Repo::empty()
        .file("tls.crt", &made.cert)
        .file("tls.key", &made.key)
        .file("chain.pem", &authority.intermediate)
        .file("root.pem", &authority.root)
}

const ALL: [&str; 10] =
    ["cert", "check", "--cert", "tls.crt", "--key", "tls.key", "--chain", "chain.pem", "--ca", "root.pem"];

/// What a check finds: `severity check`, sorted, without the notes; and its exit code.
fn found(repo: &Repo, words: &[&str]) -> (Vec<String>, i32) {
    let words: Vec<&str> = words.iter().copied().chain(["--format", "json"]).collect();
    let run = repo.run(&words);
    let records: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.stderr));
    let findings = records.as_array().unwrap().iter().flat_map(|record| record["findings"].as_array().unwrap());
    let text =
        |finding: &Value| format!("{} {}", finding["severity"].as_str().unwrap(), finding["check"].as_str().unwrap());
    let mut found: Vec<String> = findings.map(text).filter(|f| !f.starts_with("note")).collect();
    found.sort();
    found.dedup();
    (found, run.code)
}

#[test]
fn a_good_certificate_has_no_findings() {
    let authority = Authority::new();
    let repo = files(&authority, &authority.issue(&Wish::default()));
    assert_eq!(found(&repo, &[&ALL[..], &["--domain", "www.example.org"]].concat()), (vec![], 0));
}

#[test]
fn each_check_has_a_certificate_that_trips_it() {
    let authority = Authority::new();
    let wish = Wish::default;
    let odd = |wish: Wish| (Authority::new(), wish);
    // what is issued, what is found, and the exit code
    let cases: Vec<((Authority, Wish), &[&str], i32)> = vec![
        (odd(Wish { to_days: -1, from_days: -30, ..wish() }), &["error cert-time"], 11),
        (odd(Wish { from_days: 5, ..wish() }), &["error cert-time"], 11),
        (odd(Wish { to_days: 20, from_days: -300, ..wish() }), &["warning cert-ends"], 10),
        (odd(Wish { to_days: 3, from_days: -300, ..wish() }), &["error cert-ends"], 11),
        // of a lifetime of 7 days less than a third is left
        (odd(Wish { to_days: 2, from_days: -5, ..wish() }), &["warning cert-ends"], 10),
        (odd(Wish { names: vec!["www.example.com"], ..wish() }), &["error cert-names"], 11),
        (odd(Wish { names: vec!["*.www.example.org"], ..wish() }), &["error cert-names"], 11),
        (odd(Wish { algorithm: &PKCS_ED25519, ..wish() }), &["warning cert-strength"], 10),
        (
            odd(Wish { purpose: Some(ExtendedKeyUsagePurpose::ClientAuth), ..wish() }),
            &["error cert-purpose", "error cert-trust"],
            11,
        ),
        ((Authority::lasting(30), wish()), &["warning cert-ends"], 10),
        ((Authority::powerless(), wish()), &["error cert-chain", "error cert-trust"], 11),
    ];
    for ((authority, wish), expected, code) in cases {
        let repo = files(&authority, &authority.issue(&wish));
        let (findings, exit) = found(&repo, &[&ALL[..], &["--domain", "www.example.org"]].concat());
        assert_eq!((findings, exit), (expected.iter().map(|f| (*f).to_owned()).collect(), code));
    }
    // a key of another certificate
    let repo = files(&authority, &authority.issue(&wish())).file("tls.key", &authority.issue(&wish()).key);
    assert_eq!(found(&repo, &ALL), (vec!["error cert-key".into()], 11));
    // no intermediate
    let repo = files(&authority, &authority.issue(&wish()));
    let words = ["cert", "check", "--cert", "tls.crt", "--ca", "root.pem"];
    assert_eq!(found(&repo, &words), (vec!["error cert-chain".into(), "error cert-trust".into()], 11));
    // another authority's root
    let repo = repo.file("root.pem", &Authority::new().root);
    assert_eq!(found(&repo, &ALL).0, ["error cert-chain", "error cert-trust"]);
    // in public nobody trusts it
    let (findings, _) = found(&repo, &ALL[..8]);
    assert!(findings.contains(&"error cert-trust".to_owned()), "{findings:?}");
    assert!(findings.contains(&"warning cert-logs".to_owned()), "{findings:?}");
    // longer than browsers accept of public authorities
    let repo = files(&authority, &authority.issue(&Wish { to_days: 500, ..wish() }));
    let (findings, _) = found(&repo, &ALL[..8]);
    assert!(findings.contains(&"warning cert-lifetime".to_owned()), "{findings:?}");
    // a key where the certificate belongs
    let key = authority.issue(&wish());
    let repo = repo.file("tls.crt", &format!("{}{}", key.key, key.cert)).file("tls.key", &key.key);
    assert_eq!(found(&repo, &ALL), (vec!["error cert-pem".into()], 11));
}

#[test]
fn a_weak_key_and_a_signature_of_old_are_found() {
    let authority = Authority::new();
    let repo = files(&authority, &authority.issue(&Wish::default())).file("old.crt", include_str!("rsa1024-sha1.pem"));
    let (findings, code) = found(&repo, &["cert", "check", "--cert", "old.crt", "--ca", "root.pem"]);
    assert!(findings.contains(&"error cert-strength".to_owned()) && code == 11, "{findings:?}");
    let run = repo.run(&["cert", "check", "--cert", "old.crt", "--ca", "root.pem"]);
    assert!(run.stdout.contains("has 1024 bits") && run.stdout.contains("sha1WithRSA"), "{}", run.stdout);
}

#[test]
fn a_chain_is_put_right_and_that_is_told() {
    let authority = Authority::new();
    let made = authority.issue(&Wish::default());
    let other = Authority::new();
    let repo = files(&authority, &made).file(
        "chain.pem",
        &[&authority.root, &authority.intermediate, &other.intermediate, &authority.intermediate]
            .map(|s| &**s)
            .concat(),
    );
    let run = repo.run(&ALL);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    for told in ["the root `CN=Test Root` is left out", "stands twice", "does not belong to the chain"] {
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
    }
    let words = ["cert", "convert", "--cert", "tls.crt", "--chain", "chain.pem", "--ca", "root.pem"];
    assert_eq!(repo.answer(&words), format!("{}{}", made.cert, authority.intermediate).replace("\r\n", "\n"));
}

#[test]
fn what_a_server_serves_is_checked() {
    let authority = Authority::new();
    let made = authority.issue(&Wish { names: vec!["localhost"], ..Wish::default() });
    let server = Server::start(&format!("{}{}", made.cert, authority.intermediate), &made.key);
    let repo = files(&authority, &made);
    let place = format!("127.0.0.1:{}=localhost", server.port());
    assert_eq!(found(&repo, &["cert", "check", &place, "--ca", "root.pem"]), (vec![], 0));
    // the leaf alone
    server.serve(&made.cert, &made.key);
    let (findings, code) = found(&repo, &["cert", "check", &place, "--ca", "root.pem"]);
    assert_eq!((findings, code), (vec!["error cert-chain".into(), "error cert-trust".into()], 11));
    let place = format!("127.0.0.1:{}=www.example.org", server.port());
    assert!(found(&repo, &["cert", "check", &place, "--ca", "root.pem"]).0.contains(&"error cert-names".into()));
    drop(server);
    assert_eq!(found(&repo, &["cert", "check", &place]).0, ["error cert-endpoint"]);
}

/// A server of one list in DER.
fn serve_list(list: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/list.crl", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let head = format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", list.len());
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&list));
        }
    });
    address
}

#[test]
fn what_its_issuer_revoked_is_found() {
    let authority = Authority::new();
    let listed = |serial: u64, address: &str| {
        let address = address.to_owned();
        files(
            &authority,
            &authority.issue_with(&Wish::default(), |params| {
                params.serial_number = Some(serial.into());
                params.crl_distribution_points = vec![CrlDistributionPoint { uris: vec![address] }];
            }),
        )
    };
    let list = serve_list(authority.revoke(7));
    assert_eq!(found(&listed(7, &list), &ALL), (vec!["error cert-revoked".into()], 11));
    assert_eq!(found(&listed(8, &list), &ALL), (vec![], 0));
    // nobody is asked, and a list that cannot be had is only told
    assert_eq!(found(&listed(7, &list), &[&ALL[..], &["--offline"]].concat()), (vec![], 0));
    let run = listed(7, "http://127.0.0.1:1/list.crl").run(&ALL);
    assert!(run.code == 0 && run.stdout.contains("cannot be read"), "{}{}", run.stdout, run.stderr);
    // a list that somebody else signed
    let forged = serve_list(Authority::new().revoke(8));
    assert_eq!(found(&listed(8, &forged), &ALL).1, 11);
}

#[test]
fn authorities_that_may_not_sign_this_are_found() {
    // the root lets no other authority stand below the intermediate, which signs another one
    let short = Authority::below(Authority::short());
    let repo = files(&short, &short.issue(&Wish::default()));
    let run = repo.run(&ALL);
    assert!(run.code == 11 && run.stdout.contains("may not stand above another one"), "{}", run.stdout);
    // what stands above the certificate is no authority at all
    let none = Authority::none();
    assert_eq!(found(&files(&none, &none.issue(&Wish::default())), &ALL).0, ["error cert-chain", "error cert-trust"]);
    let other = Authority::for_names("example.com");
    let repo = files(&other, &other.issue(&Wish::default()));
    let run = repo.run(&ALL);
    assert!(run.code == 11 && run.stdout.contains("may not sign for these names"), "{}", run.stdout);
}

#[test]
fn a_certificate_that_names_nobody_or_is_an_authority_is_found() {
    let authority = Authority::new();
    let nobody = authority.issue(&Wish { names: Vec::new(), ..Wish::default() });
    assert!(found(&files(&authority, &nobody), &ALL).0.contains(&"error cert-names".to_owned()));
    let is_authority =
        authority.issue_with(&Wish::default(), |params| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained));
    assert!(found(&files(&authority, &is_authority), &ALL).0.contains(&"error cert-purpose".to_owned()));
    // valid since a moment ago: clocks that are slow refuse it
    let fresh =
        authority.issue_with(&Wish::default(), |params| params.not_before = std::time::SystemTime::now().into());
    assert_eq!(found(&files(&authority, &fresh), &ALL), (vec!["warning cert-time".into()], 10));
    // a key that is damaged, and blocks that belong to neither
    let made = authority.issue(&Wish::default());
    let repo = files(&authority, &made).file("tls.key", &made.key.replace('M', "!"));
    assert_eq!(found(&repo, &ALL).1, 11);
}
