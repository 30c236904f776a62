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

#[test]
fn a_circle_of_references_is_printed_as_a_chain() {
    let stack = r#"
vars: {stage: dev}
components:
  terraform:
    a: {vars: {x: !terraform.state b id}}
    b: {vars: {x: '{{ (atmos.Component "c" "dev").vars.x }}'}}
    c: {vars: {x: !terraform.output a id}}
"#;
    let server = Server::start(|_| (500, String::new()));
    let output = gaia(repository(stack).path(), &server.url, &["describe", "component", "a", "-s", "dev"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("depends on itself"), "{said}");
    let chain =
        ["`b` in `dev` → `c` in `dev` → `a` in `dev` → `b` in `dev`", "`a` in `dev` → `b` in `dev` → `c` in `dev`"];
    assert!(chain.iter().any(|chain| said.contains(chain)), "{said}");
}

#[cfg(unix)]
#[test]
fn outputs_are_asked_of_terraform_once_and_without_it_the_error_says_what_to_do() {
    use std::os::unix::fs::PermissionsExt;
    let stack = r"
vars: {stage: dev}
components:
  terraform:
    vpc: {vars: {}}
    app:
      vars:
        id: !terraform.output vpc id
        zone: !terraform.output vpc dev .zones[0]
        none: !terraform.output vpc none
    new: {vars: {id: !terraform.output vpc id}}
";
    let repository = repository(stack);
    let bin = TempDir::new().expect("a directory");
    let describe = ["describe", "stacks", "--format", "json"];
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
        command.args(args).current_dir(repository.path()).env("PATH", bin.path()).output().expect("gaia runs")
    };
    let output = run(&describe);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(69), "{said}");
    assert!(said.contains("neither `atmos` nor `terraform` is on the PATH"), "{said}");
    assert!(said.contains("dev.yaml:8:31") && said.contains("hint: install Atmos or Terraform"), "{said}");

    let terraform = bin.path().join("terraform");
    let body = r#"{"id": {"value": "vpc-1"}, "zones": {"value": ["a", "b"]}}"#;
    fs::write(&terraform, format!("#!/bin/sh\necho x >>{}/calls\necho '{body}'\n", bin.path().display()))
        .expect("written");
    fs::set_permissions(&terraform, fs::Permissions::from_mode(0o755)).expect("executable");
    let output = run(&describe);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer = value(&String::from_utf8_lossy(&output.stdout));
    let components = answer.dig(["dev", "components", "terraform"]).expect("components");
    let vars = components.dig(["app", "vars"]).expect("vars");
    assert_eq!((text(vars, "id"), text(vars, "zone")), ("vpc-1", "a"));
    assert!(vars.get("none").is_some_and(Value::is_null));
    assert_eq!(text(components.dig(["new", "vars"]).expect("vars"), "id"), "vpc-1");
    let calls = fs::read_to_string(bin.path().join("calls")).expect("calls");
    assert_eq!(calls.lines().count(), 1, "one process for all outputs of a component");
}

#[test]
fn data_sources_of_templates() {
    let server = Server::start(|request| match request.path.as_str() {
        "/ip.json" if request.headers.get("x-key").is_some_and(|key| key == "k") => {
            (200, r#"{"ip": "10.0.0.1"}"#.into())
        }
        _ => (404, String::new()),
    });
    let stack = r#"
vars: {stage: dev}
components:
  terraform:
    app:
      settings: {templates: {settings: {gomplate: {datasources: {own: {url: data/own.yaml}}}}}}
      vars:
        own: '{{ (datasource "own").name }}'
        web: '{{ (atmos.GomplateDatasource "ip").ip }}'
        again: '{{ (datasource "ip").ip }}'
    plain: {vars: {}}
"#;
    let repository = repository(stack);
    let sources = format!(
        "gomplate: {{enabled: true, datasources: {{ip: {{url: '{}/ip.json', headers: {{x-key: [k]}}}}}}}}",
        server.url
    );
    let config = ATMOS.replace("sprig: {enabled: true}", &format!("sprig: {{enabled: true}}, {sources}"));
    fs::write(repository.path().join("atmos.yaml"), config).expect("written");
    fs::create_dir_all(repository.path().join("data")).expect("a directory");
    fs::write(repository.path().join("data/own.yaml"), "name: acme").expect("written");

    let plain = gaia(repository.path(), &server.url, &["describe", "component", "plain", "-s", "dev"]);
    assert!(plain.status.success() && server.requests().is_empty());
    let output =
        gaia(repository.path(), &server.url, &["describe", "component", "app", "-s", "dev", "--format", "json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer = value(&String::from_utf8_lossy(&output.stdout));
    let vars = answer.get("vars").expect("vars");
    assert_eq!((text(vars, "own"), text(vars, "web"), text(vars, "again")), ("acme", "10.0.0.1", "10.0.0.1"));
    assert_eq!(server.requests().len(), 1, "asked once");

    let refused = gaia(repository.path(), &server.url, &["describe", "component", "app", "-s", "dev", "--offline"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("`--offline` opens no connections"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_gaia_cannot_evaluate_is_asked_of_atmos() {
    use std::os::unix::fs::PermissionsExt;
    let stack = r"
vars: {stage: dev}
components:
  terraform:
    app:
      vars:
        endpoint: !emulator local/aws endpoint
        list: [plain, !store.get vault key]
    plain: {vars: {}}
";
    let repository = repository(stack);
    let config = ATMOS.replace("stores:", "stores:\n  vault: {type: keychain}");
    fs::write(repository.path().join("atmos.yaml"), config).expect("written");
    let bin = TempDir::new().expect("a directory");
    let run = |component: &str| {
        let args = ["describe", "component", component, "-s", "dev", "--format", "json"];
        let mut command = Command::new(env!("CARGO_BIN_EXE_gaia"));
        command.args(args).current_dir(repository.path()).env("PATH", bin.path()).output().expect("gaia runs")
    };
    let output = run("app");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(69), "{said}");
    for part in
        ["`!emulator local/aws endpoint` is evaluated by native Atmos only", "dev.yaml:7:", "hint: install Atmos"]
    {
        assert!(said.contains(part), "{said}");
    }

    let atmos = bin.path().join("atmos");
    let body = r#"{"vars": {"endpoint": "http://emulator", "list": ["plain", "secret"]}}"#;
    let script = format!("#!/bin/sh\necho \"$*\" >>{}/calls\necho '{body}'\n", bin.path().display());
    fs::write(&atmos, script).expect("written");
    fs::set_permissions(&atmos, fs::Permissions::from_mode(0o755)).expect("executable");
    assert!(run("plain").status.success());
    let output = run("app");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer = value(&String::from_utf8_lossy(&output.stdout));
    let vars = answer.get("vars").expect("vars");
    assert_eq!(text(vars, "endpoint"), "http://emulator");
    let list = vars.get("list").and_then(Value::as_seq).expect("a list");
    assert_eq!(list.iter().filter_map(Value::as_str).collect::<Vec<_>>(), ["plain", "secret"]);
    let calls = fs::read_to_string(bin.path().join("calls")).expect("calls");
    assert_eq!(calls, "describe component app -s dev --format json\n", "once, and for this component alone");
}
