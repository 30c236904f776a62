//! Kubernetes: a real API server with etcd, and a small controller that plays External Secrets and Deployments.

use crate::aws;
use crate::missing;
use crate::server::Server;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, SignatureScheme, StreamOwned};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

/// Starts both programs, and ends them when its standard input is closed, which it is when the tests end.
const PROGRAM: &str = r#"
etcd --data-dir "$DIR/etcd" --listen-client-urls "$ETCD" --advertise-client-urls "$ETCD" \
    --listen-peer-urls "$PEER" --initial-advertise-peer-urls "$PEER" --initial-cluster "default=$PEER" &
"$APISERVER" --etcd-servers="$ETCD" --secure-port="$PORT" --bind-address=127.0.0.1 --cert-dir="$DIR/certs" \
    --token-auth-file="$DIR/tokens.csv" --authorization-mode=RBAC --disable-admission-plugins=ServiceAccount \
    --service-account-key-file="$DIR/sa.pem" --service-account-signing-key-file="$DIR/sa.pem" \
    --service-account-issuer=https://kubernetes.default.svc --service-cluster-ip-range=10.0.0.0/24 &
cat >/dev/null
kill 0
"#;

/// The cluster of all tests.
pub(crate) struct Cluster {
    port: u16,
    servers: Mutex<BTreeMap<String, Arc<Server>>>,
    /// Namespaces whose External Secrets fails.
    failing: Mutex<BTreeSet<String>>,
    _programs: Child,
    dir: tempfile::TempDir,
}

const ADMIN: &str = "admin-token";

/// The cluster; it is started when it is first asked for.
pub(crate) fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    static CONTROLLER: OnceLock<()> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(start);
    CONTROLLER.get_or_init(|| {
        std::thread::spawn(|| control(CLUSTER.get().expect("it is started")));
    });
    cluster
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn start() -> Cluster {
    let apiserver = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/kube/kube-apiserver");
    if !apiserver.is_file() || Command::new("etcd").arg("--version").stdout(Stdio::null()).status().is_err() {
        missing("Kubernetes (target/kube/kube-apiserver and etcd)");
    }
    let dir = tempfile::TempDir::new().unwrap();
    let file = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    file("tokens.csv", &format!("{ADMIN},admin,1,\"system:masters\"\ngaia-token,gaia,2,\"\"\n"));
    file("sa.pem", include_str!("../cert/keys/rsa-pkcs1.pem"));
    let port = free_port();
    let log = std::fs::File::create(dir.path().join("log")).unwrap();
    let programs = Command::new("sh")
        .args(["-c", PROGRAM])
        .env("DIR", dir.path())
        .env("ETCD", format!("http://127.0.0.1:{}", free_port()))
        .env("PEER", format!("http://127.0.0.1:{}", free_port()))
        .env("PORT", port.to_string())
        .env("APISERVER", apiserver)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap();
    let cluster = Cluster { port, servers: Mutex::default(), failing: Mutex::default(), _programs: programs, dir };
    let begun = Instant::now();
    while cluster.try_call("GET", "/readyz", ADMIN, None).is_none_or(|(code, _)| code != 200) {
        assert!(begun.elapsed() < Duration::from_mins(2), "the API server does not start: {}", cluster.log());
        std::thread::sleep(Duration::from_millis(200));
    }
    for kind in ["ExternalSecret", "SecretStore"] {
        cluster.admin("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", &definition(kind));
    }
    // the discovery of a new kind takes a moment
    let is_served = |plural: &str| {
        let answer = cluster.try_call("GET", &format!("/apis/external-secrets.io/v1/{plural}"), ADMIN, None);
        answer.is_some_and(|(code, _)| code == 200)
    };
    while !is_served("externalsecrets") || !is_served("secretstores") {
        assert!(begun.elapsed() < Duration::from_mins(2), "the definition is not served");
        std::thread::sleep(Duration::from_millis(100));
    }
    cluster
}

/// What External Secrets installs, as far as gaia looks at it.
fn definition(kind: &str) -> Value {
    let singular = kind.to_lowercase();
    let plural = format!("{singular}s");
    json!({
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": { "name": format!("{plural}.external-secrets.io") },
        "spec": {
            "group": "external-secrets.io",
            "scope": "Namespaced",
            "names": { "kind": kind, "plural": plural, "singular": singular },
            "versions": [{
                "name": "v1", "served": true, "storage": true,
                "subresources": { "status": {} },
                "schema": { "openAPIV3Schema": { "type": "object", "properties": {
                    "spec": { "type": "object", "x-kubernetes-preserve-unknown-fields": true },
                    "status": { "type": "object", "x-kubernetes-preserve-unknown-fields": true },
                } } },
            }],
        },
    })
}

impl Cluster {
    fn log(&self) -> String {
        std::fs::read_to_string(self.dir.path().join("log")).unwrap_or_default()
    }

    /// Sends bytes to the API server, and gives what it answers.
    pub(crate) fn dial(&self, request: &[u8]) -> Option<Vec<u8>> {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let name = ServerName::try_from("localhost").ok()?;
        let mut stream = StreamOwned::new(ClientConnection::new(blind(), name).ok()?, stream);
        stream.write_all(request).ok()?;
        let mut answer = Vec::new();
        // the end of the stream may come without the goodbye of TLS
        let _ = stream.read_to_end(&mut answer);
        Some(answer)
    }

    fn try_call(&self, method: &str, path: &str, token: &str, body: Option<&Value>) -> Option<(u16, Value)> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let kind = if method == "PATCH" { "application/merge-patch+json" } else { "application/json" };
        // HTTP/1.0 knows no chunks
        let request = format!(
            "{method} {path} HTTP/1.0\r\nhost: localhost\r\nauthorization: Bearer {token}\r\ncontent-type: {kind}\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        let answer = String::from_utf8(self.dial(request.as_bytes())?).ok()?;
        let code = answer.split_whitespace().nth(1)?.parse().ok()?;
        let (_, body) = answer.split_once("\r\n\r\n")?;
        Some((code, serde_json::from_str(body).unwrap_or_default()))
    }

    /// A call of somebody who may do anything.
    #[track_caller]
    pub(crate) fn admin(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = (!body.is_null()).then_some(body);
        let (code, answer) = self.try_call(method, path, ADMIN, body).expect("an answer");
        assert!((200..300).contains(&code), "{method} {path}: {code} {answer}");
        answer
    }

    /// A namespace in which gaia may do what a rotation needs, but for what is taken away.
    pub(crate) fn namespace(&self, name: &str, without: &str) {
        self.admin("POST", "/api/v1/namespaces", &json!({ "metadata": { "name": name } }));
        let rule = |group: &str, resources: &[&str], verbs: &[&str]| {
            let verbs: Vec<_> = verbs.iter().filter(|verb| format!("{verb} {}", resources[0]) != without).collect();
            json!({ "apiGroups": [group], "resources": resources, "verbs": verbs })
        };
        let permitted = json!({ "metadata": { "name": "gaia" }, "rules": [
            rule("", &["secrets"], &["get", "patch", "create", "delete"]),
            rule("", &["pods"], &["list"]),
            rule("networking.k8s.io", &["ingresses"], &["list"]),
            rule("external-secrets.io", &["externalsecrets"], &["get", "list", "patch"]),
            rule("external-secrets.io", &["secretstores"], &["get"]),
            rule("apps", &["deployments"], &["get", "list", "patch"]),
            rule("apps", &["statefulsets", "daemonsets"], &["get", "list", "patch"]),
        ] });
        let rbac = format!("/apis/rbac.authorization.k8s.io/v1/namespaces/{name}");
        self.admin("POST", &format!("{rbac}/roles"), &permitted);
        let binding = json!({ "metadata": { "name": "gaia" },
            "roleRef": { "apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "gaia" },
            "subjects": [{ "kind": "User", "name": "gaia" }] });
        self.admin("POST", &format!("{rbac}/rolebindings"), &binding);
    }

    pub(crate) fn tls_secret(&self, namespace: &str, name: &str, cert: &str, key: &str) {
        let body = json!({ "metadata": { "name": name }, "type": "kubernetes.io/tls",
            "data": { "tls.crt": STANDARD.encode(cert), "tls.key": STANDARD.encode(key) } });
        self.admin("POST", &format!("/api/v1/namespaces/{namespace}/secrets"), &body);
    }

    /// A field of a secret.
    pub(crate) fn field(&self, namespace: &str, name: &str, field: &str) -> String {
        let secret = self.admin("GET", &format!("/api/v1/namespaces/{namespace}/secrets/{name}"), &Value::Null);
        String::from_utf8(STANDARD.decode(secret["data"][field].as_str().unwrap()).unwrap()).unwrap()
    }

    pub(crate) fn external_secret(&self, namespace: &str, name: &str, reads: &str) {
        let body = json!({ "apiVersion": "external-secrets.io/v1", "kind": "ExternalSecret",
            "metadata": { "name": name },
            "spec": { "target": { "name": name }, "data": [
                { "secretKey": "tls.crt", "remoteRef": { "key": reads, "property": "tls.crt" } },
                { "secretKey": "tls.key", "remoteRef": { "key": reads, "property": "tls.key" } },
            ] } });
        let path = format!("/apis/external-secrets.io/v1/namespaces/{namespace}/externalsecrets");
        self.admin("POST", &path, &body);
        let begun = Instant::now();
        while self.admin("GET", &format!("{path}/{name}"), &Value::Null)["status"]["conditions"][0]["status"] != "True"
        {
            assert!(begun.elapsed() < Duration::from_secs(30), "the controller does not work");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// A deployment whose pods use a secret, and the server that its pods are.
    pub(crate) fn deployment(&self, namespace: &str, name: &str, secret: &str, server: Option<Arc<Server>>) {
        if let Some(server) = server {
            self.servers.lock().unwrap().insert(format!("{namespace}/{secret}"), server);
        }
        let body = json!({ "metadata": { "name": name }, "spec": { "replicas": 2,
            "selector": { "matchLabels": { "app": name } },
            "template": { "metadata": { "labels": { "app": name } }, "spec": {
                "containers": [{ "name": "server", "image": "server" }],
                "volumes": [{ "name": "tls", "secret": { "secretName": secret } }],
            } } } });
        self.admin("POST", &format!("/apis/apps/v1/namespaces/{namespace}/deployments"), &body);
        let begun = Instant::now();
        let path = format!("/apis/apps/v1/namespaces/{namespace}/deployments/{name}");
        while self.admin("GET", &path, &Value::Null)["status"]["availableReplicas"] != 2 {
            assert!(begun.elapsed() < Duration::from_secs(30), "the controller does not work");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Has External Secrets fail in a namespace.
    pub(crate) fn fail(&self, namespace: &str) {
        self.failing.lock().unwrap().insert(namespace.to_owned());
    }

    /// A kubeconfig for gaia.
    pub(crate) fn kubeconfig(server: &str) -> String {
        let arn = "arn:aws:eks:eu-west-1:123456789012:cluster/live";
        json!({ "apiVersion": "v1", "kind": "Config", "current-context": "test",
            "clusters": [{ "name": "test", "cluster": { "server": server } }, { "name": arn, "cluster": { "server": server } }],
            "users": [{ "name": "gaia", "user": { "token": "gaia-token" } }],
            "contexts": [{ "name": "test", "context": { "cluster": "test", "user": "gaia" } },
                { "name": "eks", "context": { "cluster": arn, "user": "gaia" } }] })
        .to_string()
    }
}

/// Copies secrets where the mark of External Secrets changed, and rolls deployments out whose template changed.
fn control(cluster: &'static Cluster) {
    let mut seen: BTreeMap<String, Value> = BTreeMap::new();
    loop {
        std::thread::sleep(Duration::from_millis(50));
        let list = |path: &str| cluster.try_call("GET", path, ADMIN, None).map(|(_, list)| list["items"].clone());
        let Some(externals) = list("/apis/external-secrets.io/v1/externalsecrets") else { continue };
        for external in externals.as_array().into_iter().flatten() {
            let meta = &external["metadata"];
            let mark = meta["annotations"]["force-sync"].clone();
            let key = format!("{}/{}", meta["namespace"], meta["name"]);
            if seen.insert(key, mark.clone()).is_none_or(|old| old != mark) {
                copy(cluster, external);
            }
        }
        let Some(deployments) = list("/apis/apps/v1/deployments") else { continue };
        for deployment in deployments.as_array().into_iter().flatten() {
            let generation = &deployment["metadata"]["generation"];
            if deployment["status"]["observedGeneration"] != *generation {
                roll_out(cluster, deployment);
            }
        }
    }
}

fn copy(cluster: &Cluster, external: &Value) {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (namespace, name) = (text(&external["metadata"]["namespace"]), text(&external["metadata"]["name"]));
    let path = format!("/apis/external-secrets.io/v1/namespaces/{namespace}/externalsecrets/{name}/status");
    let fails = cluster.failing.lock().unwrap().contains(&namespace);
    if !fails {
        let body = aws::current(external["spec"]["data"][0]["remoteRef"]["key"].as_str().unwrap());
        let encoded = |field: &str| STANDARD.encode(body[field].as_str().unwrap());
        let data = json!({ "data": { "tls.crt": encoded("tls.crt"), "tls.key": encoded("tls.key") } });
        cluster.admin("PATCH", &format!("/api/v1/namespaces/{namespace}/secrets/{name}"), &data);
    }
    let status = json!({ "status": { "refreshTime": jiff::Timestamp::now().to_string(), "conditions": [
        { "type": "Ready", "status": if fails { "False" } else { "True" }, "message": "could not get secret data" }
    ] } });
    cluster.admin("PATCH", &path, &status);
}

fn roll_out(cluster: &Cluster, deployment: &Value) {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (namespace, name) = (text(&deployment["metadata"]["namespace"]), text(&deployment["metadata"]["name"]));
    let secret = text(&deployment["spec"]["template"]["spec"]["volumes"][0]["secret"]["secretName"]);
    if let Some(server) = cluster.servers.lock().unwrap().get(&format!("{namespace}/{secret}")) {
        server.serve(&cluster.field(&namespace, &secret, "tls.crt"), &cluster.field(&namespace, &secret, "tls.key"));
    }
    let status = json!({ "status": { "observedGeneration": deployment["metadata"]["generation"], "replicas": 2,
        "updatedReplicas": 2, "readyReplicas": 2, "availableReplicas": 2 } });
    cluster.admin("PATCH", &format!("/apis/apps/v1/namespaces/{namespace}/deployments/{name}/status"), &status);
}

/// A client that takes any certificate: the API server made its own.
fn blind() -> Arc<ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(builder.dangerous().with_custom_certificate_verifier(Arc::new(Blind)).with_no_client_auth())
}

#[derive(Debug)]
struct Blind;

impl ServerCertVerifier for Blind {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        rustls::crypto::ring::default_provider().signature_verification_algorithms.supported_schemes()
    }
}
