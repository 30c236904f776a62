//! AWS, filled and looked at from outside.

#![allow(dead_code, reason = "each test target uses a part")]

use crate::authority::Made;
use crate::http::send;
use crate::moto;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// One call of a JSON service.
pub(crate) fn call(target: &str, body: &Value) -> Value {
    let service = if target.starts_with("CertificateManager") { "acm" } else { "secretsmanager" };
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=x"
    );
    let headers = [
        ("x-amz-target", target),
        ("content-type", "application/x-amz-json-1.1"),
        ("authorization", authorization.as_str()),
    ];
    let _alone = moto::alone();
    let answer = send("POST", moto::address(), "/", &headers, &body.to_string());
    serde_json::from_str(&answer).unwrap_or_default()
}

/// Imports a certificate and gives its ARN.
pub(crate) fn import(made: &Made, chain: &str) -> String {
    let answer = call(
        "CertificateManager.ImportCertificate",
        &json!({ "Certificate": STANDARD.encode(&made.cert), "PrivateKey": STANDARD.encode(&made.key),
            "CertificateChain": STANDARD.encode(chain) }),
    );
    answer["CertificateArn"].as_str().unwrap().to_owned()
}

/// Makes a secret that holds a certificate, and a field of somebody else's.
pub(crate) fn secret(name: &str, made: &Made, chain: &str) {
    let text = json!({ "tls.crt": format!("{}{chain}", made.cert), "tls.key": made.key, "owner": "somebody" });
    call("secretsmanager.CreateSecret", &json!({ "Name": name, "SecretString": text.to_string() }));
}

/// The fields of the current version of a secret.
pub(crate) fn current(name: &str) -> Value {
    let answer = call("secretsmanager.GetSecretValue", &json!({ "SecretId": name, "VersionStage": "AWSCURRENT" }));
    serde_json::from_str(answer["SecretString"].as_str().unwrap()).unwrap()
}

/// The stages of a secret, but for the one that AWS keeps itself.
pub(crate) fn stages(name: &str) -> Vec<String> {
    let answer = call("secretsmanager.DescribeSecret", &json!({ "SecretId": name }));
    let versions = answer["VersionIdsToStages"].as_object().unwrap().values();
    let mut stages: Vec<String> =
        versions.flat_map(|stages| stages.as_array().unwrap()).map(|s| s.as_str().unwrap().to_owned()).collect();
    stages.retain(|stage| stage != "AWSPREVIOUS");
    stages.sort();
    stages
}

/// The certificate of ACM.
pub(crate) fn imported(arn: &str) -> String {
    let answer = call("CertificateManager.GetCertificate", &json!({ "CertificateArn": arn }));
    answer["Certificate"].as_str().unwrap().to_owned()
}
