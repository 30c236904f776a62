//! Plans, approval, locks, and what stands in the way.

use crate::authority::{Authority, Wish};
use crate::aws;
use crate::declare::declare;
use crate::http::Server;
use crate::scene::Scene;
use crate::terminal::on_terminal;
use rcgen::{ExtendedKeyUsagePurpose, PKCS_ECDSA_P384_SHA384};
use serde_json::{Value, json};

fn plan(scene: &Scene, more: &[&str]) -> Value {
    let run = scene.rotate(&[&["--format", "json"], more].concat());
    let mut plans: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.stderr));
    plans[0].take()
}

#[test]
fn a_plan_changes_nothing_and_its_digest_is_approved() {
    let scene = Scene::new();
    let planned = plan(&scene, &[]);
    assert_eq!(scene.holds(), "old");
    assert!(!scene.repo.path().join(".gaia").exists());
    let steps: Vec<_> = planned["steps"].as_array().unwrap().iter().map(|s| s["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["stage", "keep", "import", "promote", "finish"]);
    let digest = planned["digest"].as_str().unwrap();
    // the same question has the same answer, another one another
    assert_ne!(plan(&scene, &["--only", "acm"])["digest"], *digest);
    assert_eq!(plan(&scene, &[])["digest"], *digest);
    let refused = scene.rotate(&["--apply", "--approve", "0000000000000000"]);
    assert_eq!((refused.code, scene.holds()), (5, "old"), "{}", refused.stderr);
    let done = scene.rotate(&["--apply", "--approve", digest]);
    assert_eq!((done.code, scene.holds()), (0, "new"), "{}{}", done.stdout, done.stderr);
    let body = aws::current(&scene.secret);
    assert_eq!(body["domain"], "www.example.org");
    // once more there is nothing to do
    let again = scene.rotate(&["--apply"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.stderr.contains("holds this certificate already"), "{}", again.stderr);
    // the rotation that is over is no reason to refuse, and cannot be rolled back
    let over = scene.run(&["cert", "rollback", "latest"]);
    assert!(over.code == 1 && over.stderr.contains("has ended"), "{}", over.stderr);
}

#[test]
fn only_one_part_is_touched() {
    let scene = Scene::new();
    let done = scene.rotate(&["--apply", "--only", "acm"]);
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    let unix = |text: String| text.replace("\r\n", "\n").trim_end().to_owned();
    assert_eq!(unix(aws::imported(&scene.arn)), unix(scene.new.cert.clone()));
    assert_eq!(aws::current(&scene.secret)["tls.key"], scene.old.key.as_str());
}

/// The checks that stand in the way.
fn blocked(scene: &Scene, more: &[&str]) -> (Vec<String>, i32) {
    let run = scene.rotate(&[&["--apply", "--format", "json"], more].concat());
    assert_eq!(scene.holds(), "old", "{}", run.stderr);
    let named = |line: &str| line.split_whitespace().find(|word| word.starts_with("GA10")).map(str::to_owned);
    (run.stderr.lines().filter_map(named).collect(), run.code)
}

#[test]
fn what_stands_in_the_way_is_found_before_anything_is_written() {
    let wish = Wish::default;
    let newer = || Wish { to_days: 180, ..wish() };
    let cases: Vec<(Wish, Wish, &[&str])> = vec![
        // ends no later
        (Wish { to_days: 200, ..wish() }, newer(), &["GA1007"]),
        // a name that is in use is missing
        (Wish { names: vec!["www.example.org", "api.example.org"], ..wish() }, newer(), &["GA1008"]),
        // ACM takes no other kind of key
        (wish(), Wish { algorithm: &PKCS_ECDSA_P384_SHA384, ..newer() }, &["GA1013"]),
        // too short
        (Wish { to_days: 2, ..wish() }, Wish { to_days: 5, from_days: -300, ..wish() }, &["GA1005", "GA1006"]),
        // a use that is lost
        (
            Wish { purpose: Some(ExtendedKeyUsagePurpose::ServerAuth), ..wish() },
            Wish { purpose: Some(ExtendedKeyUsagePurpose::ClientAuth), ..newer() },
            &["GA1004", "GA1010", "GA1013"],
        ),
    ];
    for (old, new, expected) in cases {
        let scene = Scene::of(&old, &new);
        let (mut found, code) = blocked(&scene, &[]);
        found.sort();
        found.dedup();
        assert_eq!((found, code), (expected.iter().map(|id| (*id).to_owned()).collect(), 1));
    }
    // a name may be given up when that is said
    let scene = Scene::of(&Wish { names: vec!["www.example.org", "api.example.org"], ..wish() }, &newer());
    assert_eq!(scene.rotate(&["--apply", "--allow-san-drop"]).code, 0);
    assert_eq!(scene.holds(), "new");
}

#[test]
fn a_secret_that_cannot_take_it_is_refused() {
    let scene = Scene::new();
    aws::call("secretsmanager.PutSecretValue", &json!({ "SecretId": scene.secret, "SecretString": "{}" }));
    let run = scene.rotate(&[]);
    // there is nothing to go back to
    assert!(run.code == 1 && run.stderr.contains("GA1018"), "{}", run.stderr);
    aws::call("secretsmanager.PutSecretValue", &json!({ "SecretId": scene.secret, "SecretString": "no json" }));
    let run = scene.rotate(&[]);
    assert!(run.code == 1 && run.stderr.contains("holds no JSON object"), "{}", run.stderr);
    let large = json!({ "large": "x".repeat(65_000) }).to_string();
    aws::call("secretsmanager.PutSecretValue", &json!({ "SecretId": scene.secret, "SecretString": large }));
    let run = scene.rotate(&[]);
    assert!(run.code == 1 && run.stderr.contains("65536 is the most"), "{}", run.stderr);
}

#[test]
fn another_rotation_excludes_this_one() {
    let scene = Scene::new();
    let put = json!({ "SecretId": scene.secret, "SecretString": "{}", "VersionStages": ["AWSPENDING"],
        "ClientRequestToken": "00000000-0000-0000-0000-000000000000" });
    aws::call("secretsmanager.PutSecretValue", &put);
    let run = scene.rotate(&["--apply"]);
    assert!(run.code == 6 && run.stderr.contains("AWSPENDING"), "{} {}", run.code, run.stderr);
}

#[test]
fn credentials_of_another_account_are_refused() {
    let scene = Scene::new();
    let other = scene.arn.replace("123456789012", "210987654321");
    let words: Vec<&str> = scene.words().iter().map(|w| if *w == scene.arn { other.as_str() } else { w }).collect();
    let run = scene.run(&words);
    assert!(run.code == 1 && run.stderr.contains("GA1019"), "{}", run.stderr);
}

#[test]
fn without_the_old_key_acm_is_not_touched_unless_that_is_accepted() {
    let scene = Scene::new();
    let words: Vec<&str> = scene.words().into_iter().filter(|w| *w != "--secret" && *w != scene.secret).collect();
    let run = scene.run(&[&words[..], &["--apply"]].concat());
    assert!(run.code == 1 && run.stderr.contains("GA1018"), "{}", run.stderr);
    std::fs::write(scene.repo.path().join("old.key"), &scene.old.key).unwrap();
    assert_eq!(scene.run(&[&words[..], &["--rollback-key", "old.key"]].concat()).code, 0);
    let done = scene.run(&[&words[..], &["--apply", "--accept-irreversible"]].concat());
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn an_expired_certificate_is_never_put_back() {
    let scene = Scene::of(&Wish { from_days: -90, to_days: 1, ..Wish::default() }, &Wish::default());
    let endpoint = "127.0.0.1:1";
    let run = scene.rotate(&["--apply", "--endpoint", endpoint]);
    assert_eq!(run.code, 4, "{}", run.stderr);
    assert!(run.stderr.contains("it is not put back") && run.stderr.contains("gaia cert resume"), "{}", run.stderr);
    assert_eq!(aws::current(&scene.secret)["tls.key"], scene.new.key.as_str());
    // neither forward nor back: the run is given up, and the next one may begin
    assert_eq!(scene.rotate(&["--apply"]).code, 6);
    assert_eq!(scene.run(&["cert", "rollback", "latest", "--abandon"]).code, 0);
    assert_eq!(scene.rotate(&["--apply"]).code, 0);
    assert_eq!(scene.holds(), "new");
}

#[test]
fn an_interrupted_rotation_stops_where_it_is() {
    let scene = Scene::new();
    let words: Vec<&str> = scene.words().into_iter().chain(["--apply", "--endpoint", "127.0.0.1:1"]).collect();
    let mut child = scene.repo.command(&words).stderr(std::process::Stdio::null()).spawn().unwrap();
    while !scene.written().contains("\"event\":\"step_started\",\"step\":\"verify\"") {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was interrupted");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let process = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(process, rustix::process::Signal::INT).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(scene.run(&["cert", "rollback"]).code, 0);
    assert_eq!(scene.holds(), "old");
}

#[test]
fn a_plan_in_a_file_is_the_one_that_is_applied() {
    let scene = Scene::new();
    let collector = Server::start(|_| (200, String::new()));
    let scene = Scene { repo: scene.repo.variable("GAIA_AUDIT_WEBHOOK", &collector.url), ..scene };
    assert_eq!(scene.rotate(&["--plan-file", "plan.json"]).code, 0);
    assert!(collector.requests().is_empty());
    let other = scene.rotate(&["--apply", "--plan-file", "plan.json", "--only", "acm"]);
    assert!(other.code == 5 && other.stderr.contains("not the approved"), "{} {}", other.code, other.stderr);
    let done = scene.rotate(&["--apply", "--plan-file", "plan.json"]);
    assert_eq!((done.code, scene.holds()), (0, "new"), "{}", done.stderr);
    let audit: Value = serde_json::from_str(&scene.repo.read(".gaia/audit.jsonl")).unwrap();
    assert!(audit["approver"].as_str().is_some_and(|approver| !approver.is_empty()), "{audit}");
    let sent: Value = serde_json::from_str(&collector.requests()[0].body).unwrap();
    assert_eq!(sent, audit);
    let (first, token) = (&audit["steps"][0], &audit["versions"]);
    assert!(first["step"] == "stage" && first["status"] == "succeeded" && first["started"].is_string(), "{audit}");
    assert!(token["new"].is_string() && token["old"].is_string(), "{audit}");
    std::fs::write(scene.repo.path().join("plan.json"), "[{}]").unwrap();
    let broken = scene.rotate(&["--apply", "--plan-file", "plan.json"]);
    assert!(broken.code == 64 && broken.stderr.contains("it has no digest"), "{} {}", broken.code, broken.stderr);
}

#[test]
fn a_stack_declares_where_a_certificate_is_used() {
    let scene = Scene::new();
    declare(&scene, "123456789012");
    let source = ["--cert", "new.crt", "--key", "new.key", "--chain", "chain.pem", "--ca", "root.pem"];
    let reach = ["--endpoint-url", &scene.proxy.url];
    let rotate = |words: &[&str]| scene.run(&[&["cert", "rotate"], words, &source, &reach].concat());
    let planned = rotate(&["www", "-s", "dev"]);
    assert_eq!(planned.code, 0, "{}", planned.stderr);
    assert!(rotate(&["ww", "-s", "dev"]).stderr.contains("did you mean `www`"));
    assert!(rotate(&["www", "-s", "prod"]).stderr.contains("there is no stack `prod`"));
    declare(&scene, "999999999999");
    let refused = rotate(&["www", "-s", "dev", "--apply"]);
    assert!(refused.code == 1 && refused.stderr.contains("of the account 999999999999"), "{}", refused.stderr);
    let manifest = declare(&scene, "123456789012").replace("domains:", "domain:");
    std::fs::write(scene.repo.path().join("stacks/dev.yaml"), &manifest).unwrap();
    let refused = rotate(&["www", "-s", "dev"]);
    let manifest = manifest.replace("domain:", "domains:").replace(&scene.arn, "");
    std::fs::write(scene.repo.path().join("stacks/dev.yaml"), manifest).unwrap();
    assert!(rotate(&["www", "-s", "dev"]).stderr.contains("`acm.arn` is empty"));
    assert!(
        refused.stderr.contains("unknown field `domain`") && refused.stderr.contains("dev.yaml:"),
        "{}",
        refused.stderr
    );
    declare(&scene, "123456789012");
    // a stack as people say it, and the one that is chosen
    let spoken = rotate(&["-s", "stacks/dev.yaml"]);
    assert_eq!(spoken.code, 0, "{}", spoken.stderr);
    assert!(rotate(&["www"]).stderr.contains("no stack is named"));
    assert_eq!(scene.run(&["context", "use", "dev"]).code, 0);
    assert_eq!(rotate(&["www"]).code, 0);
    assert_eq!(rotate(&["-s", "de", "--apply"]).code, 0);
    assert_eq!(scene.holds(), "new");
}

#[test]
fn a_protected_stack_is_rotated_by_name_or_by_digest() {
    let scene = Scene::new();
    let manifest = declare(&scene, "123456789012").replace("stage: dev", "stage: prod");
    std::fs::write(scene.repo.path().join("stacks/dev.yaml"), manifest).unwrap();
    let source = ["--cert", "new.crt", "--key", "new.key", "--chain", "chain.pem", "--ca", "root.pem"];
    let reach = ["--endpoint-url", &scene.proxy.url];
    let words = |more: &[&'static str]| [&["cert", "rotate", "www", "-s", "prod"], &source[..], more].concat();
    let rotate = |more: &[&'static str]| scene.run(&[&words(more)[..], &reach].concat());
    let refused = rotate(&["--apply"]);
    assert!(refused.code == 5 && refused.stderr.contains("`prod` is protected"), "{} {}", refused.code, refused.stderr);
    let mut terminal = on_terminal(&scene.repo, &[&words(&["--apply"])[..], &reach].concat());
    terminal.wait_for("type its name to go on");
    terminal.press(b"dev\r");
    let (code, text) = terminal.end();
    assert!(code == Some(5) && text.contains("was not typed"), "{code:?} {text}");
    assert_eq!(scene.holds(), "old");
    let mut terminal = on_terminal(&scene.repo, &[&words(&["--apply"])[..], &reach].concat());
    terminal.wait_for("type its name to go on");
    terminal.press(b"prod\r");
    let (code, text) = terminal.end();
    assert_eq!((code, scene.holds()), (Some(0), "new"), "{text}");
    // nothing is asked about what changes nothing
    let again = rotate(&["--apply"]);
    assert!(again.code == 0 && again.stderr.contains("holds this certificate already"), "{}", again.stderr);
}

#[test]
fn an_authority_that_is_not_trusted_stops_it() {
    let scene = Scene::new();
    std::fs::write(scene.repo.path().join("root.pem"), Authority::new().root).unwrap();
    assert!(blocked(&scene, &[]).0.contains(&"GA1004".to_owned()));
}

#[test]
fn the_certificates_of_stacks_are_told_in_every_format() {
    let scene = Scene::new();
    declare(&scene, "123456789012");
    let status = |more: &[&str]| {
        let words = ["cert", "status", "--ca", "root.pem", "--endpoint-url", &scene.proxy.url];
        scene.run(&[&words[..], more].concat())
    };
    let shown = status(&["--format", "json"]);
    let records: Value = serde_json::from_str(&shown.stdout).unwrap_or_else(|e| panic!("{e}: {}", shown.stderr));
    assert_eq!((shown.code, &records[0]["state"]), (0, &"ok".into()), "{}", shown.stdout);
    assert_eq!((&records[0]["copies"][0]["renews"], &records[0]["copies_differ"]), (&false.into(), &false.into()));
    assert_eq!(status(&["--warn", "90"]).code, 10);
    assert_eq!(status(&["--warn", "90", "--critical", "90"]).code, 11);
    let text = status(&["-s", "dev", "--format", "prometheus"]).stdout;
    assert!(text.contains("gaia_certificate_state{stack=\"dev\",certificate=\"www\"} 0\n"), "{text}");
    // one of the copies is replaced behind gaia's back
    assert_eq!(scene.rotate(&["--apply", "--only", "acm"]).code, 0);
    let text = status(&["--format", "junit"]);
    assert!(
        text.code == 11 && text.stdout.contains("failures=\"1\"") && text.stdout.contains("GA1021"),
        "{}",
        text.stdout
    );
    let text = status(&["--format", "prometheus"]).stdout;
    assert!(text.contains("gaia_certificate_copies_differ{stack=\"dev\",certificate=\"www\"} 1\n"), "{text}");
    assert!(status(&["-s", "prod"]).stderr.contains("there is no stack `prod`"));
}
