//! Rotations down to Kubernetes and the servers behind it.

use crate::authority::Made;
use crate::cluster::{Cluster, cluster};
use crate::declare::declare;
use crate::proxy::{Fault, Is, Proxy};
use crate::scene::Scene;
use crate::server::Server;
use crate::support::Run;
use serde_json::{Value, json};
use std::process::Command;
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

    /// Has External Secrets read from a store, which is made where its provider is given.
    fn read_from(&self, store: &str, provider: Option<&Value>) {
        let all = format!("/apis/external-secrets.io/v1/namespaces/{}", self.namespace);
        if let Some(provider) = provider {
            let body = json!({ "apiVersion": "external-secrets.io/v1", "kind": "SecretStore",
                "metadata": { "name": store }, "spec": { "provider": provider } });
            cluster().admin("POST", &format!("{all}/secretstores"), &body);
        }
        let named = json!({ "spec": { "secretStoreRef": { "name": store } } });
        cluster().admin("PATCH", &format!("{all}/externalsecrets/www-tls"), &named);
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
    let steps: Vec<_> = plan[0]["steps"].as_array().unwrap().iter().map(|s| s["step"].as_str().unwrap()).collect();
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
    let mark = json!({ "metadata": { "annotations": { "cert-manager.io/certificate-name": "www" } } });
    cluster().admin("PATCH", &path, &mark);
    let run = kube.rotate(&["--apply"]);
    assert!(run.code == 1 && run.stderr.contains("cert-manager makes it"), "{}", run.stderr);
    let immutable = json!({ "metadata": { "annotations": null }, "immutable": true });
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

/// Sets a secret of Kubernetes or what makes it, and gives what a rotation says.
fn changed(path: &str, body: &Value) -> String {
    let kube = Kube::new();
    let path = match path {
        "secret" => format!("/api/v1/namespaces/{}/secrets/www-tls", kube.namespace),
        part => format!("/apis/external-secrets.io/v1/namespaces/{}/externalsecrets/www-tls{part}", kube.namespace),
    };
    cluster().admin("PATCH", &path, body);
    let run = kube.rotate(&["--apply"]);
    assert_eq!((run.code, kube.holds()), (1, "old"), "{}", run.stderr);
    run.stderr
}

#[test]
fn external_secrets_must_be_able_to_do_its_part() {
    let ready = json!({ "status": { "conditions": [{ "type": "Ready", "status": "False", "message": "no access" }] } });
    for (path, body, why) in [
        ("/status", ready, "is not ready: no access"),
        ("", json!({ "spec": { "refreshPolicy": "CreatedOnce" } }), "reads once and never again"),
        (
            "",
            json!({ "spec": { "data": [{ "remoteRef": { "key": "certificates/other" } }] } }),
            "reads certificates/other",
        ),
        ("secret", json!({ "immutable": true }), "it is immutable"),
    ] {
        let told = changed(path, &body);
        assert!(told.contains("GA1017") && told.contains(why), "{why}: {told}");
    }
}

#[test]
fn external_secrets_must_read_where_the_secret_is_written() {
    let aws = |service: &str, region: &str| json!({ "aws": { "service": service, "region": region } });
    for (provider, why) in [
        (aws("ParameterStore", "eu-west-1"), "leads to ParameterStore, not to Secrets Manager"),
        (aws("SecretsManager", "us-east-1"), "leads to us-east-1; the secret"),
        (json!({ "vault": {} }), "leads to `vault`, not to AWS"),
    ] {
        let kube = Kube::new();
        kube.read_from("aws", Some(&provider));
        let run = kube.rotate(&["--apply"]);
        assert!(run.code == 1 && run.stderr.contains("GA1017") && run.stderr.contains(why), "{why}: {}", run.stderr);
        assert_eq!(kube.holds(), "old");
    }
    // a store that cannot be looked at is no reason not to go on
    let kube = Kube::new();
    kube.read_from("elsewhere", None);
    let run = kube.rotate(&[]);
    assert!(run.code == 0 && run.stdout.contains("cannot be looked at"), "{}{}", run.stdout, run.stderr);
    kube.read_from("aws", Some(&aws("SecretsManager", "eu-west-1")));
    let done = kube.rotate(&["--apply"]);
    assert_eq!((done.code, kube.holds()), (0, "new"), "{}", done.stderr);
}

#[test]
fn a_cluster_must_be_the_one_that_is_meant() {
    let kube = Kube::new();
    let words = |context: &'static str| {
        let run = kube.rotate(&["--apply", "--context", context]);
        (run.code, run.stderr)
    };
    let (code, told) = words("nothing");
    assert!(code == 1 && told.contains("cannot use the context `nothing`"), "{told}");
    // a secret that is none of TLS, and one that is not there
    let path = format!("/api/v1/namespaces/{}/secrets", kube.namespace);
    cluster().admin("POST", &path, &json!({ "metadata": { "name": "opaque" }, "data": {} }));
    for (name, why) in [("opaque", "its type is `Opaque`"), ("nothing", "is not there")] {
        let run = kube.run(&[&kube.scene.words()[..], &["-n", &kube.namespace, "-k", name, "--apply"]].concat());
        assert!(run.code == 1 && run.stderr.contains("GA1017") && run.stderr.contains(why), "{}", run.stderr);
    }
    // the stack names its cluster, and the context leads to another one
    for (cluster, account, why) in [
        ("prod", "123456789012", "leads to the cluster `test`, not to `prod`"),
        ("arn", "210987654321", "the cluster is of the account 123456789012, the stack of 210987654321"),
    ] {
        let manifest = declare(&kube.scene, account);
        let (context, wanted) = if cluster == "arn" { ("eks", "live") } else { ("test", cluster) };
        let place =
            format!("{{ context: {context}, cluster: {wanted}, namespace: {}, secret: www-tls }}", kube.namespace);
        let manifest = format!("{manifest}              kubernetes: [{place}]\n");
        std::fs::write(kube.scene.repo.path().join("stacks/dev.yaml"), manifest).unwrap();
        let source = ["--cert", "new.crt", "--key", "new.key", "--chain", "chain.pem", "--ca", "root.pem"];
        let run = kube.run(
            &[&["cert", "rotate", "-s", "dev", "--apply", "--endpoint-url", &kube.scene.proxy.url], &source[..]]
                .concat(),
        );
        assert!(run.code == 1 && run.stderr.contains("GA1019") && run.stderr.contains(why), "{why}: {}", run.stderr);
    }
    assert_eq!(kube.holds(), "old");
}

#[test]
fn a_canary_goes_ahead_of_the_rest() {
    let kube = Kube::set(Set { deaf: true, ..Set::default() });
    cluster().deployment(&kube.namespace, "www-2", "www-tls", None);
    let planned = kube.rotate(&["--canary", "--format", "json"]);
    let plan: Value = serde_json::from_str(&planned.stdout).unwrap_or_else(|e| panic!("{e}: {}", planned.stderr));
    let steps: Vec<_> = plan[0]["steps"].as_array().unwrap().iter().map(|s| s["step"].as_str().unwrap()).collect();
    let expected = "stage keep import promote sync restart canary restart verify finish";
    assert_eq!(steps.join(" "), expected);
    let run = kube.rotate(&["--canary", "--apply"]);
    assert_eq!((run.code, kube.holds()), (3, "old"), "{}", run.stderr);
    assert!(run.stderr.contains("canary"), "{}", run.stderr);
    let path = format!("/apis/apps/v1/namespaces/{}/deployments/www-2", kube.namespace);
    let other = cluster().admin("GET", &path, &Value::Null);
    assert_eq!(other["metadata"]["generation"], 1, "the other one was never touched");
}

#[test]
fn what_reads_a_secret_is_told() {
    let kube = Kube::new();
    let ingress = json!({ "metadata": { "name": "web" }, "spec": { "tls": [{ "secretName": "www-tls" }],
        "defaultBackend": { "service": { "name": "www", "port": { "number": 80 } } } } });
    cluster().admin("POST", &format!("/apis/networking.k8s.io/v1/namespaces/{}/ingresses", kube.namespace), &ingress);
    let pod = json!({ "metadata": { "name": "alone" }, "spec": { "containers": [{ "name": "a", "image": "a" }],
        "volumes": [{ "name": "tls", "secret": { "secretName": "www-tls" } }] } });
    cluster().admin("POST", &format!("/api/v1/namespaces/{}/pods", kube.namespace), &pod);
    let planned = kube.rotate(&[]);
    assert_eq!(planned.code, 0, "{}", planned.stderr);
    let told = planned.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("`alone` uses it and belongs to nothing"), "{told}");
    assert!(told.contains(&format!("ingress {}/web", kube.namespace)), "{told}");
}

#[test]
fn every_address_of_an_endpoint_must_serve_the_new_one() {
    let hosts = "127.0.0.1 www.example.org\n127.0.0.2 www.example.org\n";
    let probe = ["-Urm", "sh", "-c", "mount --bind /dev/null /etc/hosts"];
    if !Command::new("unshare").args(probe).status().is_ok_and(|status| status.success()) {
        eprintln!(
            "every_address_of_an_endpoint_must_serve_the_new_one: this machine lets nobody have names of one's own"
        );
        return;
    }
    let kube = Kube::new();
    let full = |made: &Made| format!("{}{}", made.cert, kube.scene.authority.intermediate);
    // a second address of the same name that nobody restarts
    let second = Server::at(&format!("127.0.0.2:{}", kube.server.port()), &full(&kube.scene.old), &kube.scene.old.key);
    let repo = &kube.scene.repo;
    std::fs::write(repo.path().join("hosts"), hosts).unwrap();
    let endpoint = format!("www.example.org:{}", kube.server.port());
    let rotate = || {
        let mut words = kube.scene.words();
        words.extend(["--namespace", &kube.namespace, "--k8s-secret", "www-tls", "--endpoint", &endpoint, "--apply"]);
        let gaia = repo.command(&words);
        let inside = "mount --bind hosts /etc/hosts && exec \"$@\"";
        let mut command = Command::new("unshare");
        command.args(["-Urm", "sh", "-c", inside, "sh"]).arg(gaia.get_program()).args(gaia.get_args());
        command.current_dir(repo.path()).env_clear();
        command.envs(gaia.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, told) = rotate();
    assert!(
        code == Some(3) && told.contains("127.0.0.2") && told.contains("serves another certificate"),
        "{code:?} {told}"
    );
    assert_eq!(kube.holds(), "old");
    second.serve(&full(&kube.scene.new), &kube.scene.new.key);
    let (code, told) = rotate();
    assert_eq!((code, kube.holds()), (Some(0), "new"), "{told}");
}

/// The writes to Kubernetes, and whether gaia writes the secret itself.
const WRITES: [(&str, bool, Is); 5] = [
    ("sync", false, |call| call.method == "PATCH" && call.path.contains("/externalsecrets/")),
    ("restart", false, |call| call.method == "PATCH" && call.path.contains("/deployments/")),
    ("copy", true, |call| call.method == "POST" && call.path.ends_with("/secrets")),
    ("secret", true, |call| call.method == "PATCH" && call.path.contains("/secrets/")),
    ("finish: copy", true, |call| call.method == "DELETE" && call.path.contains("/secrets/")),
];

fn case((write, direct, matches): (&str, bool, Is), fault: Fault, then: Option<&str>) {
    let kube = Kube::set(Set { direct, ..Set::default() });
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
    kube.scene.keeps_secrets(&what, &run);
}

#[test]
fn each_write_to_kubernetes_fails_in_each_way() {
    use Fault::{After, Before, KillAfter, KillBefore, LateSilence, Silence};
    let failures = [Before, After, Silence, LateSilence];
    let kills = [KillBefore, KillAfter];
    let mut cases = Vec::new();
    for write in &WRITES {
        for then in [None, Some("resume"), Some("rollback")] {
            cases.extend(failures.iter().map(|fault| (*write, *fault, then)));
            cases.extend(kills.iter().filter(|_| then.is_some()).map(|fault| (*write, *fault, then)));
        }
    }
    assert_eq!(cases.len(), 80);
    for chunk in cases.chunks(4) {
        std::thread::scope(|scope| {
            for (write, fault, then) in chunk {
                scope.spawn(|| case(*write, *fault, *then));
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
