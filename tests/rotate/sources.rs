//! Where certificates come from and are looked at: ACM, secrets.

use crate::aws;
use crate::scene::Scene;
use serde_json::{Value, json};

/// gaia with access to AWS.
fn json_of(scene: &Scene, words: &[&str]) -> Value {
    let run = scene.run(&[words, &["--format", "json", "--endpoint-url", &scene.proxy.url]].concat());
    serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.stderr))
}

#[test]
fn what_aws_holds_is_inspected_checked_and_converted() {
    let scene = Scene::new();
    let secret = format!("secret:{}", scene.secret);
    let shown = json_of(&scene, &["cert", "inspect", &scene.arn, &secret]);
    let names = |at: usize| shown[at]["certificate"]["names"][0].as_str();
    assert_eq!((names(0), names(1)), (Some("www.example.org"), Some("www.example.org")));
    // ACM keeps its keys to itself
    assert_eq!((&shown[0]["private_key"], &shown[1]["private_key"]), (&Value::Null, &"fits".into()));
    assert_eq!(shown[0]["certificate"]["sha256"], shown[1]["certificate"]["sha256"]);
    let reach = ["--ca", "root.pem", "--endpoint-url", &scene.proxy.url];
    for (place, domain, code) in [
        (&scene.arn, "www.example.org", 0),
        (&secret, "www.example.org", 0),
        (&scene.arn, "api.example.org", 11),
        (&secret, "api.example.org", 11),
    ] {
        let run = scene.run(&[&["cert", "check", place, "--domain", domain][..], &reach].concat());
        assert_eq!(run.code, code, "{place}: {}{}", run.stdout, run.stderr);
        let run = scene.run(&[&["cert", "check", place, "--critical", "90", "--warn", "90"][..], &reach].concat());
        assert_eq!(run.code, 11, "{place}: {}{}", run.stdout, run.stderr);
        let run = scene.run(&[&["cert", "check", place, "--warn", "90"][..], &reach].concat());
        assert_eq!(run.code, 10, "{place}: {}{}", run.stdout, run.stderr);
    }
    let out = ["--cert-out", "out.crt", "--key-out", "out.key"];
    let run = scene.run(&[&["cert", "convert", &secret][..], &out, &reach].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(scene.repo.read("out.key"), scene.old.key.replace("\r\n", "\n"));
    // what cannot be read is a finding, and the others are checked all the same
    let words = ["cert", "check", "secret:nothing", "arn:aws:acm:eu-west-1:123456789012:certificate/none", &secret];
    let run = scene.run(&[&words[..], &["--domain", "api.example.org"], &reach].concat());
    for code in ["GA1013", "GA1014", "GA1008"] {
        assert!(run.code == 11 && run.stdout.contains(code), "{code}: {}{}", run.stdout, run.stderr);
    }
    let missing = scene.run(&["cert", "inspect", "secret:nothing", "--endpoint-url", &scene.proxy.url]);
    assert!(missing.code == 1 && missing.stderr.contains("`nothing`"), "{} {}", missing.code, missing.stderr);
}

#[test]
fn acm_hands_a_key_out_where_the_certificate_allows_it() {
    let scene = Scene::new();
    // what a private authority in AWS issued may be exported
    let authority = "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/11111111-2222-3333-4444-555555555555";
    let request = json!({ "DomainName": "www.example.org", "CertificateAuthorityArn": authority });
    let answer = aws::call("CertificateManager.RequestCertificate", &request);
    let arn = answer["CertificateArn"].as_str().unwrap();
    let reach = ["--endpoint-url", &scene.proxy.url, "--ca", "root.pem"];
    let places = ["--secret", &scene.secret, "--format", "json"];
    let plan = |arn: &str| scene.run(&[&["cert", "rotate", "--from-acm", arn][..], &places, &reach].concat());
    let run = plan(arn);
    let plans: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.stderr));
    let findings = plans[0]["findings"].as_array().unwrap();
    let found = |check: &str| findings.iter().any(|finding| finding["check"] == check);
    // moto's authority is none, but the key that it handed out fits
    assert!(found("cert-chain") && !found("cert-key"), "{findings:?}");
    scene.keeps_secrets("an export", &run);
    // what was imported stays there; its key is taken from the secret that is named, or from a file
    let imported = aws::import(&scene.new, &scene.authority.intermediate);
    let run = plan(&imported);
    assert!(run.code == 1 && run.stderr.contains("GA1002"), "the old key does not fit: {}", run.stderr);
    let words = ["cert", "rotate", "--acm-arn", &scene.arn, "--from-acm", &imported];
    let run = scene.run(&[&words[..], &reach].concat());
    assert!(run.code == 1 && run.stderr.contains("ACM hands out no key"), "{} {}", run.code, run.stderr);
    let run = scene.run(&[&words[..], &["--key", "new.key", "--secret", &scene.secret, "--apply"], &reach].concat());
    assert_eq!((run.code, scene.holds()), (0, "new"), "{}", run.stderr);
}

#[test]
fn a_secret_is_the_source_of_another_place() {
    let scene = Scene::new();
    let other = format!("{}-source", scene.secret);
    aws::secret(&other, &scene.new, &scene.authority.intermediate);
    let words = ["cert", "rotate", "--from-secret", &other, "--secret", &scene.secret, "--acm-arn", &scene.arn];
    let run = scene.run(&[&words[..], &["--apply", "--ca", "root.pem", "--endpoint-url", &scene.proxy.url]].concat());
    assert_eq!((run.code, scene.holds()), (0, "new"), "{}", run.stderr);
}

#[test]
fn what_nobody_declared_is_told_as_well() {
    let scene = Scene::new();
    crate::declare::declare(&scene, "123456789012");
    let undeclared = aws::import(&scene.new, &scene.authority.intermediate);
    let words = ["cert", "status", "--ca", "root.pem"];
    let declared = json_of(&scene, &words);
    assert_eq!(declared.as_array().unwrap().len(), 1);
    let all = json_of(&scene, &[&words[..], &["--undeclared"]].concat());
    let places: Vec<_> = all.as_array().unwrap().iter().map(|status| &status["copies"][0]["place"]).collect();
    assert!(places.contains(&&Value::from(undeclared)), "{places:?}");
    let is_told_twice = all.as_array().unwrap()[1..].iter().any(|s| s["copies"][0]["place"] == scene.arn.as_str());
    assert!(!is_told_twice, "{places:?}");
}
