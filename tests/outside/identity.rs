//! `!aws.*`.

use crate::http::Server;
use crate::moto;
use gaia::external::Environment;
use gaia::external::aws::{Access, Aws, Fact, Role};
use std::thread;

#[test]
fn facts_of_the_account() {
    moto::call(moto::ACCOUNT, "AWSOrganizationsV20161128.CreateOrganization", r#"{"FeatureSet": "ALL"}"#);
    let (aws, env) = (Aws::default(), moto::environment());
    let ask = |tag: &str| {
        aws.fact(Fact::from_tag(tag).expect(tag), &env).unwrap_or_else(|e| panic!("{tag}: {e} {:?}", e.notes()))
    };
    assert_eq!(ask("!aws.account_id"), moto::ACCOUNT);
    assert_eq!(ask("!aws.caller_identity_arn"), "arn:aws:sts::123456789012:user/moto");
    assert!(!ask("!aws.caller_identity_user_id").is_empty());
    assert_eq!(ask("!aws.region"), "eu-west-1");
    assert!(ask("!aws.organization_id").starts_with("o-"));
    assert_eq!(Fact::from_tag("!aws.account_id now"), None);
}

#[test]
fn an_assumed_role_is_who_one_is() {
    let role = Role {
        arn: "arn:aws:iam::222222222222:role/reader".into(),
        external_id: Some("x".into()),
        session_name: Some("gaia".into()),
    };
    let access = Access { role: Some(role), env: moto::environment(), ..Access::default() };
    let identity = Aws::default().identity(&access).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(identity.arn, "arn:aws:sts::222222222222:assumed-role/reader/gaia");
    assert_eq!(identity.account, "222222222222");
}

#[test]
fn sts_is_asked_once_also_when_it_refuses() {
    let answer = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
        <Arn>a</Arn><UserId>u</UserId><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
    let denied = "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>the token is expired</Message></Error></ErrorResponse>";
    for (status, body) in [(200, answer), (403, denied)] {
        let sts = Server::start(move |_| (status, body.into()));
        let (aws, env) = (Aws::default(), moto::environment().with("AWS_ENDPOINT_URL_STS", &sts.url));
        let facts = [Fact::AccountId, Fact::CallerArn, Fact::CallerUserId, Fact::Region];
        let (aws, env) = (&aws, &env);
        let got: Vec<_> = thread::scope(|scope| {
            let asked = facts.map(|fact| scope.spawn(move || aws.fact(fact, env)));
            asked.into_iter().map(|fact| fact.join().expect("no panic")).collect()
        });
        if status == 200 {
            let got: Vec<_> = got.into_iter().map(|fact| fact.expect("a fact")).collect();
            assert_eq!(got, ["1", "a", "u", "eu-west-1"]);
        } else {
            let error = got[0].as_ref().expect_err("refused");
            assert!(error.message().contains("the token is expired"), "{error}");
        }
        assert_eq!(sts.requests().len(), 1, "{status}");
    }
}

#[test]
fn without_credentials_the_error_says_how_to_get_some() {
    let env = Environment::default()
        .with("AWS_REGION", "eu-west-1")
        .with("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
        .with("AWS_CONFIG_FILE", "/dev/null")
        .with("AWS_PROFILE", "nobody");
    let error = Aws::default().fact(Fact::AccountId, &env).expect_err("no credentials");
    assert_eq!(error.message(), "cannot tell the AWS identity: there are no credentials");
    assert!(error.hints()[0].contains("AWS_PROFILE"), "{:?}", error.hints());
}
