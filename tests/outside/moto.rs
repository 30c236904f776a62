//! AWS on this machine: one moto server for all tests of the run.

#![allow(dead_code, reason = "each test target uses a part")]

use crate::http::send;
use crate::missing;
use gaia::external::Environment;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// Prints its address and lives as long as its standard input is open, which ends with the tests.
const PROGRAM: &str = "\
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
server.start()
print('%s:%s' % server.get_host_and_port(), flush=True)
sys.stdin.read()
";

/// The address of the server.
pub(crate) fn address() -> &'static str {
    static SERVER: OnceLock<(String, Child)> = OnceLock::new();
    let (address, _) = SERVER.get_or_init(|| {
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/moto/bin/python");
        if !python.is_file() {
            missing("moto's server (target/moto)");
        }
        let mut child = Command::new(python)
            .args(["-c", PROGRAM])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("moto starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        assert!(line.contains(':'), "moto's server did not start; try `scripts/setup-tests.sh`");
        (line.trim().to_owned(), child)
    });
    address
}

/// Whoever holds this alone talks to the server, which mixes up calls that change something at the same time.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An environment in which AWS is the server.
pub(crate) fn environment() -> Environment {
    Environment::default()
        .with("AWS_ACCESS_KEY_ID", "AKIATEST")
        .with("AWS_SECRET_ACCESS_KEY", "secret")
        .with("AWS_REGION", "eu-west-1")
        .with("AWS_ENDPOINT_URL", format!("http://{}", address()))
}

/// One call of a JSON service, such as `AmazonSSM.PutParameter`, in an account.
pub(crate) fn call(account: &str, target: &str, body: &str) {
    let service = if target.starts_with("AmazonSSM") {
        "ssm"
    } else if target.starts_with("secrets") {
        "secretsmanager"
    } else {
        "organizations"
    };
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=x"
    );
    let headers = [
        ("x-amz-target", target),
        ("content-type", "application/x-amz-json-1.1"),
        ("x-moto-account-id", account),
        ("authorization", &authorization),
    ];
    send("POST", address(), "/", &headers, body);
}

/// Puts an object, in a bucket that is made for it.
pub(crate) fn put_object(bucket: &str, key: &str, body: &str) {
    let authorization =
        "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x";
    let headers = [("authorization", authorization)];
    send("PUT", address(), &format!("/{bucket}"), &headers, "");
    send("PUT", address(), &format!("/{bucket}/{key}"), &headers, body);
}

pub(crate) const ACCOUNT: &str = "123456789012";
