//! The functions as a user meets them: through the program, which has only its environment.

use crate::http::Server;
use crate::{moto, value};
use gaia::value::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const ATMOS: &str = "
base_path: .
components: {terraform: {base_path: components/terraform}}
stacks: {base_path: stacks, included_paths: [deploy/**/*], name_template: '{{ .vars.stage }}'}
templates: {settings: {enabled: true, sprig: {enabled: true}}}
stores:
  ssm: {type: aws-ssm-parameter-store, options: {region: eu-west-1, prefix: /e2e}}
";

const STACK: &str = r#"
vars: {stage: dev}
terraform:
  backend_type: s3
  backend: {s3: {bucket: e2e-states, key: terraform.tfstate, region: us-east-1}}
components:
  terraform:
    vpc: {vars: {}}
    new: {vars: {}}
    app:
      vars:
        id: !terraform.state vpc id
        again: !terraform.state vpc dev .id
        missing: !terraform.state new .id // "none yet"
        stored: !store ssm app size
        other: !store ssm app none | default small
        account: !aws.account_id
        arn: !aws.caller_identity_arn
        templated: '{{ atmos.Store "ssm" "dev" "app" "size" }}'
"#;

fn repository(stack: &str) -> TempDir {
    let temp = TempDir::new().expect("a directory");
    let write = |file: &str, text: &str| {
        let file = temp.path().join(file);
        fs::create_dir_all(file.parent().expect("a parent")).expect("directories");
        fs::write(file, text).expect("written");
    };
    write("atmos.yaml", ATMOS);
    write("stacks/deploy/dev.yaml", stack);
    for component in ["vpc", "new", "app"] {
        write(&format!("components/terraform/{component}/main.tf"), "");
    }
    temp
}

fn gaia(repository: &Path, endpoint: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gaia"))
        .args(args)
        .current_dir(repository)
        .env("AWS_ENDPOINT_URL", endpoint)
        .env("AWS_ACCESS_KEY_ID", "AKIATEST")
        .env("AWS_SECRET_ACCESS_KEY", "secret")
        .env("AWS_REGION", "eu-west-1")
        .env_remove("AWS_PROFILE")
        .output()
        .expect("gaia runs")
}

fn text<'a>(vars: &'a Value, name: &str) -> &'a str {
    vars.get(name).and_then(Value::as_str).unwrap_or_else(|| panic!("{name} in {vars:?}"))
}

#[test]
fn a_component_with_all_of_them() {
    moto::put_object(
        "e2e-states",
        "vpc/dev/terraform.tfstate",
        r#"{"version": 4, "outputs": {"id": {"value": "vpc-1", "type": "string"}}}"#,
    );
    let put = r#"{"Name": "/e2e/dev/app/size", "Value": "\"large\"", "Type": "String"}"#;
    moto::call(moto::ACCOUNT, "AmazonSSM.PutParameter", put);
    let repository = repository(STACK);
    let endpoint = format!("http://{}", moto::address());
    let output = gaia(repository.path(), &endpoint, &["describe", "component", "app", "-s", "dev", "--format", "json"]);
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{stderr}");
    let answer = value(&stdout);
    let vars = answer.get("vars").expect("vars");
    for (name, expected) in [
        ("id", "vpc-1"),
        ("again", "vpc-1"),
        ("missing", "none yet"),
        ("stored", "large"),
        ("other", "small"),
        ("account", moto::ACCOUNT),
        ("arn", "arn:aws:sts::123456789012:user/moto"),
        ("templated", "large"),
    ] {
        assert_eq!(text(vars, name), expected, "{name}");
    }
}

#[test]
fn nothing_is_asked_that_the_answer_does_not_need() {
    let repository = repository(STACK);
    for args in [
        &["describe", "component", "vpc", "-s", "dev"][..],
        &["describe", "component", "app", "-s", "dev", "--process-functions=false", "--process-templates=false"],
    ] {
        let server = Server::start(|_| (500, String::new()));
        let output = gaia(repository.path(), &server.url, args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(server.requests().is_empty(), "{args:?}: {:?}", server.requests()[0].headers["x-amz-target"]);
    }
}

const MANY: &str = r"
vars: {stage: dev}
terraform:
  backend_type: s3
  backend: {s3: {bucket: states, key: terraform.tfstate, region: us-east-1}}
components:
  terraform:
    vpc: {vars: {}}
    new: {vars: {a: !terraform.state vpc id, b: !terraform.state vpc dev id}}
    app: {vars: {a: !terraform.state vpc .id, b: '{{ .vars.stage }}'}}
";

#[test]
fn each_state_is_read_once_for_all_components() {
    let state = r#"{"version": 4, "outputs": {"id": {"value": "vpc-1", "type": "string"}}}"#;
    let server = Server::start(move |_| (200, state.into()));
    let output = gaia(repository(MANY).path(), &server.url, &["describe", "stacks", "--format", "json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer = value(&String::from_utf8_lossy(&output.stdout));
    let components = answer.dig(["dev", "components", "terraform"]).expect("components");
    for (component, name) in [("new", "a"), ("new", "b"), ("app", "a")] {
        assert_eq!(text(components.dig([component, "vars"]).expect("vars"), name), "vpc-1");
    }
    let paths: Vec<String> = server.requests().iter().map(|request| request.path.clone()).collect();
    assert_eq!(paths, ["/states/vpc/dev/terraform.tfstate"]);
}
