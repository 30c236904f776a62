//! What AWS says stands in the way.

use crate::aws;
use crate::scene::Scene;
use serde_json::json;

/// A rotation that must be refused before anything is written, and says why.
#[track_caller]
fn refused(scene: &Scene, more: &[&str], code: i32, why: &[&str]) {
    let run = scene.rotate(&[&["--apply"], more].concat());
    assert_eq!(run.code, code, "{}", run.stderr);
    for why in why {
        assert!(run.stderr.contains(why), "{why}: {}", run.stderr);
    }
    assert!(!scene.repo.path().join(".gaia/runs").exists(), "no run has begun");
}

#[test]
fn a_certificate_that_acm_made_takes_no_other() {
    let scene = Scene::new();
    let describe = ".DescribeCertificate";
    scene.proxy.trap.disguise(describe, "\"Type\": \"IMPORTED\"", "\"Type\": \"AMAZON_ISSUED\"");
    refused(&scene, &[], 1, &["GA1013", "it was not imported"]);
    scene.proxy.trap.disguise(describe, "\"Status\": \"ISSUED\"", "\"Status\": \"REVOKED\"");
    refused(&scene, &[], 1, &["GA1013", "its state is REVOKED"]);
    let users = "\"InUseBy\": [\"arn:aws:cloudfront::123456789012:distribution/E1\"]";
    scene.proxy.trap.disguise(describe, "\"InUseBy\": []", users);
    refused(&scene, &[], 1, &["GA1013", "certificates of us-east-1 alone"]);
    // what uses it is told, and is no reason to refuse
    let users = "\"InUseBy\": [\"arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/www/1\"]";
    scene.proxy.trap.disguise(describe, "\"InUseBy\": []", users);
    let planned = scene.rotate(&[]);
    assert!(planned.code == 0 && planned.stdout.contains("loadbalancer/app/www"), "{}", planned.stdout);
    assert_eq!(scene.holds(), "old");
}

#[test]
fn a_secret_that_aws_rotates_or_deletes_is_left_alone() {
    let scene = Scene::new();
    let describe = "secretsmanager.DescribeSecret";
    scene.proxy.trap.disguise(describe, "\"DeletedDate\": null", "\"RotationEnabled\": true");
    refused(&scene, &[], 1, &["GA1014", "AWS rotates it by itself"]);
    scene.proxy.trap.disguise(describe, "\"DeletedDate\": null", "\"DeletedDate\": 1700000000");
    refused(&scene, &[], 1, &["GA1014", "it will be deleted"]);
    let scene = Scene::new();
    aws::call("secretsmanager.DeleteSecret", &json!({ "SecretId": scene.secret }));
    refused(&scene, &[], 1, &["GA1014"]);
    let words: Vec<&str> = scene.words().iter().map(|w| if *w == scene.secret { "nothing" } else { w }).collect();
    let run = scene.run(&words);
    assert!(run.code == 1 && run.stderr.contains("GA1014"), "{}", run.stderr);
}

#[test]
fn the_policy_of_a_stack_is_kept() {
    for (policy, code, why) in [
        ("{ key: [rsa2048] }", "GA1009", "the policy allows rsa2048"),
        ("{ pinned: true }", "GA1018", "clients know the certificate itself"),
        ("{ min_days: 365 }", "GA1005", "at least 365 are wanted"),
    ] {
        let scene = Scene::new();
        let manifest = crate::declare::declare(&scene, "123456789012");
        let manifest = format!("{manifest}              policy: {policy}\n");
        std::fs::write(scene.repo.path().join("stacks/dev.yaml"), manifest).unwrap();
        let source = ["--cert", "new.crt", "--key", "new.key", "--chain", "chain.pem", "--ca", "root.pem"];
        let words = ["cert", "rotate", "-s", "dev", "--apply", "--endpoint-url", &scene.proxy.url];
        let run = scene.run(&[&words[..], &source].concat());
        assert!(run.code == 1 && run.stderr.contains(code) && run.stderr.contains(why), "{policy}: {}", run.stderr);
        assert_eq!(scene.holds(), "old");
    }
}

#[test]
fn a_key_behind_a_passphrase_needs_it() {
    let scene = Scene::new();
    std::fs::write(scene.repo.path().join("new.key"), include_str!("../cert/keys/rsa-encrypted.pem")).unwrap();
    refused(&scene, &[], 5, &["it is encrypted", "--passphrase-file FILE"]);
    std::fs::write(scene.repo.path().join("pass"), "secret").unwrap();
    // of another certificate, but readable now
    refused(&scene, &["--passphrase-file", "pass"], 1, &["GA1002"]);
}

#[test]
fn credentials_and_services_that_are_missing_are_told() {
    let scene = Scene::new();
    let words: Vec<&str> =
        scene.words().iter().map(|w| if *w == scene.proxy.url { "http://127.0.0.1:1" } else { w }).collect();
    let run = scene.run(&words);
    assert!(run.code == 1 && run.stderr.contains("GA1019") && run.stderr.contains("GA1014"), "{}", run.stderr);
}
