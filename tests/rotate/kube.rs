//! Rotations down to Kubernetes and the servers behind it.

use crate::authority::Made;
use crate::cluster::{Cluster, cluster};
use crate::proxy::{Fault, Is, Proxy};
use crate::scene::{Scene, key_text};
use crate::server::Server;
use crate::support::Run;
use serde_json::Value;
use std::sync::Arc;

/// A scene with a namespace of its own: External Secrets copies the secret, a deployment serves it.
struct Kube {
    scene: Scene,
    namespace: String,
    /// It serves as long as somebody holds it.
    server: Arc<Server>,
    proxy: Proxy,
}

/// How the scene is set.
#[derive(Clone, Copy, Default)]
struct Set {
    /// A right that gaia has not: `patch deployments`.
    without: &'static str,
    /// gaia writes the secret itself.
    direct: bool,
    /// The server does not belong to the deployment.
    deaf: bool,
}

impl Kube {
    fn new() -> Self {
        Self::set(Set::default())
    }

    fn set(set: Set) -> Self {
        let scene = Scene::new();
        let cluster = cluster();
        let namespace = format!("ns-{}", scene.secret.rsplit('-').next().unwrap());
        cluster.namespace(&namespace, set.without);
        let full = |made: &Made| format!("{}{}", made.cert, scene.authority.intermediate);
        cluster.tls_secret(&namespace, "www-tls", &full(&scene.old), &scene.old.key);
        if !set.direct {
            cluster.external_secret(&namespace, "www-tls", &scene.secret);
        }
        let server = Arc::new(Server::start(&full(&scene.old), &scene.old.key));
        let heard = (!set.deaf).then(|| Arc::clone(&server));
        cluster.deployment(&namespace, "www", "www-tls", heard);
        let proxy = Proxy::start(Arc::new(|request| crate::cluster::cluster().dial(request).unwrap_or_default()));
        std::fs::write(scene.repo.path().join("kubeconfig"), Cluster::kubeconfig(&proxy.url)).unwrap();
        let kubeconfig = scene.repo.path().join("kubeconfig").display().to_string();
        let scene = Scene { repo: scene.repo.variable("KUBECONFIG", &kubeconfig), ..scene };
        Kube { scene, namespace, server, proxy }
    }

    fn rotate(&self, more: &[&str]) -> Run {
        let endpoint = format!("127.0.0.1:{}=www.example.org", self.server.port());
        let mut words = self.scene.words();
        words.extend(["--namespace", &self.namespace, "--k8s-secret", "www-tls", "--endpoint", &endpoint]);
        words.extend(more);
        self.run(&words)
    }

    fn run(&self, words: &[&str]) -> Run {
        let mut command = self.scene.repo.command(words);
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let child = command.spawn().unwrap();
        self.proxy.trap.aim(child.id());
        self.scene.proxy.trap.aim(child.id());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Where every place is, also the server.
    #[track_caller]
    fn holds(&self) -> &'static str {
        let side = self.scene.holds();
        let made = if side == "old" { &self.scene.old } else { &self.scene.new };
        let unix = |text: &str| text.replace("\r\n", "\n");
        let full = unix(&format!("{}{}", made.cert, self.scene.authority.intermediate));
        let (cert, key) = (self.field("tls.crt"), self.field("tls.key"));
        assert!(unix(&cert) == full, "the secret of Kubernetes holds the {side} one too");
        assert!(unix(&key) == unix(&made.key), "with its key");
        assert!(self.served() == *made.der, "the {side} one is served");
        side
    }

    fn field(&self, name: &str) -> String {
        cluster().field(&self.namespace, "www-tls", name)
    }

    /// The certificate that the server serves.
    fn served(&self) -> Vec<u8> {
        let endpoint = gaia::cert::Endpoint::parse(&format!("127.0.0.1:{}", self.server.port())).unwrap();
        let address = endpoint.addresses().unwrap()[0];
        endpoint.served(address, std::time::Duration::from_secs(5)).unwrap()[0].der().to_vec()
    }

    fn deployment(&self) -> Value {
        let path = format!("/apis/apps/v1/namespaces/{}/deployments/www", self.namespace);
        cluster().admin("GET", &path, &Value::Null)
    }
}

#[test]
fn a_certificate_is_replaced_down_to_what_is_served() {
    let kube = Kube::new();
    let planned = kube.rotate(&["--format", "json"]);
    let plan: Value = serde_json::from_str(&planned.stdout).unwrap_or_else(|e| panic!("{e}: {}", planned.stderr));
    let steps: Vec<_> = plan["steps"].as_array().unwrap().iter().map(|s| s["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["stage", "keep", "import", "promote", "sync", "restart", "verify", "finish"]);
    assert_eq!(kube.holds(), "old");
    let done = kube.rotate(&["--apply"]);
    assert_eq!((done.code, kube.holds()), (0, "new"), "{}{}", done.stdout, done.stderr);
    let mark = &kube.deployment()["spec"]["template"]["metadata"]["annotations"]["kubectl.kubernetes.io/restartedAt"];
    assert!(mark.as_str().unwrap().parse::<jiff::Timestamp>().is_ok(), "{mark}");
}

#[test]
fn a_certificate_that_is_not_served_is_taken_back() {
    let kube = Kube::set(Set { deaf: true, ..Set::default() });
    let run = kube.rotate(&["--apply"]);
    assert_eq!((run.code, kube.holds()), (3, "old"), "{}", run.stderr);
    assert!(run.stderr.contains("serves another certificate"), "{}", run.stderr);
    let annotations = &kube.deployment()["spec"]["template"]["metadata"]["annotations"];
    assert!(annotations["kubectl.kubernetes.io/restartedAt"].is_null(), "{annotations}");
}

#[test]
fn external_secrets_that_fails_is_noticed() {
    let kube = Kube::new();
    cluster().fail(&kube.namespace);
    let run = kube.rotate(&["--apply"]);
    // neither can the old one be brought back by it, but it never left
    assert!(run.stderr.contains("could not get secret data") || run.stderr.contains("holds the old"), "{}", run.stderr);
    assert_eq!(kube.holds(), "old", "{} {}", run.code, run.stderr);
}

#[test]
fn without_external_secrets_the_secret_is_written_itself() {
    let kube = Kube::set(Set { direct: true, ..Set::default() });
    let done = kube.rotate(&["--apply"]);
    assert_eq!((done.code, kube.holds()), (0, "new"), "{}{}", done.stdout, done.stderr);
    let kube = Kube::set(Set { direct: true, deaf: true, ..Set::default() });
    let run = kube.rotate(&["--apply"]);
    assert_eq!((run.code, kube.holds()), (3, "old"), "{}", run.stderr);
    let path = format!("/api/v1/namespaces/{}/secrets", kube.namespace);
    let secrets = cluster().admin("GET", &path, &Value::Null);
    assert_eq!(secrets["items"].as_array().unwrap().len(), 1, "no copy is left");
}

#[test]
fn a_right_that_is_missing_stands_in_the_way() {
    for without in ["patch externalsecrets", "patch deployments"] {
        let kube = Kube::set(Set { without, ..Set::default() });
        let run = kube.rotate(&["--apply"]);
        assert_eq!((run.code, kube.holds()), (1, "old"), "{}", run.stderr);
        assert!(run.stderr.contains("GA1016") && run.stderr.contains(&format!("may not {without}")), "{}", run.stderr);
    }
}

#[test]
fn a_secret_that_is_none_of_ours_stands_in_the_way() {
    let kube = Kube::new();
    let path = format!("/api/v1/namespaces/{}/secrets/www-tls", kube.namespace);
    let mark = serde_json::json!({ "metadata": { "annotations": { "cert-manager.io/certificate-name": "www" } } });
    cluster().admin("PATCH", &path, &mark);
    let run = kube.rotate(&["--apply"]);
    assert!(run.code == 1 && run.stderr.contains("cert-manager makes it"), "{}", run.stderr);
    let immutable = serde_json::json!({ "metadata": { "annotations": null }, "immutable": true });
    cluster().admin("PATCH", &path, &immutable);
    let run = kube.rotate(&["--apply"]);
    assert!(run.code == 1 && run.stderr.contains("it is immutable"), "{}", run.stderr);
}

#[test]
fn the_old_command_shows_the_plan_until_it_is_told_to_apply() {
    let kube = Kube::new();
    let new = crate::aws::import(&kube.scene.new, &kube.scene.authority.intermediate);
    let words = [
        "certificate",
        "rotate",
        "-s",
        &kube.scene.secret,
        "-n",
        &kube.namespace,
        "-a",
        &new,
        "-r",
        "eu-west-1",
        "-c",
        "test",
        "-k",
        "www-tls",
        "--key-path",
        "new.key",
        "--restart-pods",
        "--ca",
        "root.pem",
        "--endpoint-url",
        &kube.scene.proxy.url,
    ];
    let planned = kube.run(&words);
    assert!(planned.code == 5 && planned.stdout.contains("promote"), "{} {}", planned.code, planned.stderr);
    assert_eq!(kube.holds(), "old");
    let done = kube.run(&[&words[..], &["--apply"]].concat());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(kube.served() == kube.scene.new.der, "the new one is served");
}

/// The writes to Kubernetes.
const WRITES: [(&str, Is); 2] = [
    ("sync", |call| call.method == "PATCH" && call.path.contains("/externalsecrets/")),
    ("restart", |call| call.method == "PATCH" && call.path.contains("/deployments/")),
];

fn case(write: &str, matches: Is, fault: Fault, then: Option<&str>) {
    let kube = Kube::new();
    let what = format!("{write} {fault:?} {then:?}");
    kube.proxy.trap.arm(fault, matches);
    let more: &[&str] = if then.is_some() { &["--apply", "--no-rollback"] } else { &["--apply"] };
    let run = kube.rotate(more);
    assert!(kube.proxy.trap.sprung() > 0, "{what}: the fault was never met: {}", run.stderr);
    kube.proxy.trap.disarm();
    match then {
        Some(next) if !matches!(run.code, 0 | 3) => {
            let run = kube.run(&["cert", next, "latest"]);
            assert_eq!(run.code, 0, "{what}: {}", run.stderr);
            assert_eq!(kube.holds(), if next == "resume" { "new" } else { "old" }, "{what}");
        }
        _ if run.code == 4 => {
            // the fault struck the way back as well: once more without it
            let run = kube.run(&["cert", "rollback", "latest"]);
            assert_eq!((run.code, kube.holds()), (0, "old"), "{what}: {}", run.stderr);
        }
        _ => {
            let expected = if run.code == 0 { "new" } else { "old" };
            assert_eq!(kube.holds(), expected, "{what}: {} {}", run.code, run.stderr);
        }
    }
    let (written, key) = (kube.scene.written(), key_text(&kube.scene.new.key));
    for text in [&written, &run.stdout, &run.stderr] {
        assert!(!text.contains("PRIVATE KEY") && !text.contains(&key), "{what}: a key was written");
    }
}

#[test]
fn each_write_to_kubernetes_fails_in_each_way() {
    use Fault::{After, Before, KillAfter, KillBefore, LateSilence, Silence};
    let failures = [Before, After, Silence, LateSilence];
    let kills = [KillBefore, KillAfter];
    let mut cases = Vec::new();
    for write in &WRITES {
        for then in [None, Some("resume"), Some("rollback")] {
            cases.extend(failures.iter().map(|fault| (write, *fault, then)));
            cases.extend(kills.iter().filter(|_| then.is_some()).map(|fault| (write, *fault, then)));
        }
    }
    assert_eq!(cases.len(), 32);
    for chunk in cases.chunks(4) {
        std::thread::scope(|scope| {
            for ((write, matches), fault, then) in chunk {
                scope.spawn(|| case(write, *matches, *fault, *then));
            }
        });
    }
}

#[test]
fn kubernetes_is_inspected() {
    let kube = Kube::new();
    let place = format!("k8s:{}/www-tls", kube.namespace);
    let shown = kube.run(&["cert", "inspect", &place, "--format", "json"]);
    let shown: Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(shown[0]["private_key"], "fits");
}
