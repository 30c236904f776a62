//! Terraform's own words, as text and as JSON.

use super::*;
use crate::delegate::Act;
use crate::delegate::safety::Policy;
use crate::workspace::gaia_yaml::GaiaYaml;

fn expected() -> Expected {
    Expected {
        refresh_only: false,
        enough_without_changes: false,
        repeatable: true,
        protected: None,
        passing: None,
        unlock: "atmos terraform force-unlock vpc -s dev {id}".into(),
    }
}

fn judge(expected: Expected, text: &str, code: i32) -> (Verdict, Changes, Vec<String>) {
    let mut listener = Box::new(Text::new(expected));
    let phases = text.lines().filter_map(|line| listener.line(line)).collect();
    let verdict = listener.judge(Some(code));
    let changes = Changes::of(&verdict.details).expect("changes");
    (verdict, changes, phases)
}

const PLAN: &str = r#"Initializing the backend...
terraform_data.a: Refreshing state... [id=1]

Terraform will perform the following actions:

  # terraform_data.a will be updated in-place
  ~ resource "terraform_data" "a" {
      ~ input  = "b" -> "a"
    }

  # module.x["a b"].aws_db_instance.this must be replaced
-/+ resource "aws_db_instance" "this" {
    }

Plan: 1 to import, 1 to add, 1 to change, 1 to destroy.

Changes to Outputs:
  ~ o = "a" -> (known after apply)
  + p = {
      + q = 1
    }

─────
"#;

#[test]
fn a_plan_is_counted() {
    let (verdict, changes, phases) = judge(expected(), PLAN, 0);
    assert_eq!(verdict.outcome, Outcome::Good);
    assert_eq!((changes.add, changes.change, changes.destroy, changes.import, changes.outputs), (1, 1, 1, 1, 2));
    let resources: Vec<_> = changes.resources.iter().map(|r| (r.address.as_str(), r.act)).collect();
    assert_eq!(
        resources,
        [("terraform_data.a", Act::Update), ("module.x[\"a b\"].aws_db_instance.this", Act::Replace)]
    );
    assert_eq!(phases, ["init", "refresh", "plan"]);
}

#[test]
fn what_is_protected_is_not_destroyed() {
    let policy = Policy::of(&GaiaYaml::default()).unwrap();
    let protected = Expected { protected: Some(policy.protected_types(&[])), ..expected() };
    let (verdict, ..) = judge(protected, PLAN, 0);
    assert_eq!(verdict.outcome, Outcome::Failed);
    assert!(verdict.reason.unwrap().contains("module.x[\"a b\"].aws_db_instance.this"));
}

#[test]
fn no_changes_can_be_enough() {
    let wanted = Expected { enough_without_changes: true, ..expected() };
    let (verdict, changes, _) = judge(wanted.clone(), "No changes. Your infrastructure matches.", 0);
    assert_eq!((verdict.outcome, changes.any()), (Outcome::Enough, false));
    let (verdict, changes, _) = judge(wanted, "something else", 0);
    assert_eq!((verdict.outcome, changes.any()), (Outcome::Good, true), "nothing is known, so it goes on");
}

#[test]
fn drift_is_told_by_address_and_attribute() {
    let text = r#"
  # aws_vpc.main has changed
  ~ resource "aws_vpc" "main" {
        id   = "vpc-1"
      ~ tags = {
          + "a" = "b"
        }
      + name = "x"
    }

  # aws_subnet.a has been deleted
  - resource "aws_subnet" "a" {
      - id = "s" -> null
    }


Changes to Outputs:
  ~ o = "a" -> "b"
"#;
    let (_, changes, _) = judge(Expected { refresh_only: true, ..expected() }, text, 0);
    let drift: Vec<_> = changes.drift.iter().map(|d| (d.address.as_str(), d.attributes.join(","), d.deleted)).collect();
    assert_eq!(
        drift,
        [
            ("aws_vpc.main", "tags,name".to_owned(), false),
            ("aws_subnet.a", "id".to_owned(), true),
            ("output.o", "value".to_owned(), false)
        ]
    );
    let (_, changes, _) = judge(expected(), text, 0);
    assert!(changes.drift.is_empty(), "a plan tells what follows from it");
}

#[test]
fn a_lock_is_told_with_its_holder_and_the_remedy() {
    let text = "╷
│ Error: Error acquiring the state lock
│ 
│ Error message: resource temporarily unavailable
│ Lock Info:
│   ID:        d7c6
│   Path:      terraform.tfstate
│   Operation: OperationTypeApply
│   Who:       ann@laptop
│   Created:   2026-01-02 03:04:05 UTC
│ 
│ Terraform acquires a state lock to protect the state
╵";
    // with `-no-color` there is no box
    let plain = text.replace("│ ", "").replace(['╷', '╵'], "");
    for text in [text, &plain] {
        let (verdict, changes, _) = judge(Expected { repeatable: false, ..expected() }, text, 1);
        assert_eq!(verdict.outcome, Outcome::Passing);
        assert_eq!(changes.lock.unwrap().who, "ann@laptop");
        assert_eq!(
            verdict.reason.unwrap(),
            "the state is locked by ann@laptop (OperationTypeApply) since 2026-01-02 03:04:05 UTC; \
             `atmos terraform force-unlock vpc -s dev d7c6` frees it"
        );
    }
    let throttled = "Error: creating it\n\n  with aws_vpc.x,\n\nThrottlingException: Rate exceeded\n";
    assert_eq!(judge(expected(), throttled, 1).0.outcome, Outcome::Passing, "what follows belongs to the error");
}

#[test]
fn failures_that_pass_are_told_from_those_that_stay() {
    let error = |text: &str| format!("╷\n│ Error: {text}\n│ \n│   with aws_vpc.x,\n╵");
    let (verdict, ..) = judge(expected(), &error("creating: ThrottlingException: Rate exceeded"), 1);
    assert_eq!(verdict.outcome, Outcome::Passing);
    let (verdict, ..) = judge(expected(), &error("Reference to undeclared resource"), 1);
    assert_eq!(verdict.outcome, Outcome::Failed);
    assert_eq!(verdict.reason.unwrap(), "Reference to undeclared resource");
    let again = Expected { repeatable: false, ..expected() };
    assert_eq!(judge(again, &error("Throttling"), 1).0.outcome, Outcome::Failed, "an apply is not repeated blindly");
    let more = Expected { passing: Some(RegexSet::new(["quota"]).unwrap()), ..expected() };
    assert_eq!(judge(more, &error("over quota"), 1).0.outcome, Outcome::Passing);
    let (verdict, ..) = judge(expected(), "", 3);
    assert_eq!(verdict.reason.unwrap(), "it ended with exit code 3");
}

#[test]
fn what_was_applied_is_counted() {
    let (_, changes, phases) =
        judge(expected(), "a.b: Creating...\nApply complete! Resources: 2 added, 1 changed, 0 destroyed.", 0);
    assert_eq!((changes.add, changes.change, changes.applied), (2, 1, true));
    assert_eq!(phases, ["apply"]);
    let (_, changes, _) = judge(expected(), "Destroy complete! Resources: 3 destroyed.", 0);
    assert_eq!((changes.destroy, changes.applied), (3, true));
}

#[test]
fn json_says_what_text_says() {
    let plan = r#"{"@message":"Terraform 1.11.4","type":"version"}
{"@message":"terraform_data.a: Refreshing state... [id=1]","hook":{"resource":{"addr":"terraform_data.a"}},"type":"refresh_start"}
{"@message":"terraform_data.a: Plan to update","change":{"resource":{"addr":"terraform_data.a"},"action":"update"},"type":"planned_change"}
{"@message":"x: Plan to replace","change":{"resource":{"addr":"module.x[\"a b\"].aws_db_instance.this"},"action":"replace"},"type":"planned_change"}
{"@message":"y: Plan to import","change":{"resource":{"addr":"y"},"action":"noop","importing":{"id":"1"}},"type":"planned_change"}
{"@message":"Plan: 1 to import…","changes":{"add":1,"change":1,"import":1,"remove":1,"operation":"plan"},"type":"change_summary"}
{"@message":"Outputs: 3","outputs":{"o":{"action":"update"},"p":{"action":"create"},"q":{"action":"noop"}},"type":"outputs"}
"#;
    let (verdict, changes, phases) = judge(expected(), plan, 0);
    assert_eq!(verdict.outcome, Outcome::Good);
    assert_eq!((changes.add, changes.change, changes.destroy, changes.import, changes.outputs), (1, 1, 1, 1, 2));
    let resources: Vec<_> = changes.resources.iter().map(|r| (r.address.as_str(), r.act)).collect();
    let expected_resources = [
        ("terraform_data.a", Act::Update),
        ("module.x[\"a b\"].aws_db_instance.this", Act::Replace),
        ("y", Act::Import),
    ];
    assert_eq!(resources, expected_resources);
    assert_eq!((phases, changes.existing), (vec!["refresh".to_owned(), "plan".to_owned()], 1));

    let applied = r#"{"@message":"a: Creating...","hook":{"resource":{"addr":"a"},"action":"create"},"type":"apply_start"}
{"@message":"Apply complete!","changes":{"add":2,"change":0,"import":0,"remove":0,"operation":"apply"},"type":"change_summary"}
{"@message":"Outputs: 1","outputs":{"o":{"sensitive":false,"type":"number","value":1}},"type":"outputs"}"#;
    let (_, changes, phases) = judge(expected(), applied, 0);
    assert_eq!((changes.add, changes.applied, changes.outputs, phases), (2, true, 0, vec!["apply".to_owned()]));

    let drift = r#"{"@message":"a: Drift detected (update)","change":{"resource":{"addr":"a"},"action":"update"},"type":"resource_drift"}
{"@message":"b: Drift detected (delete)","change":{"resource":{"addr":"b"},"action":"delete"},"type":"resource_drift"}
{"@message":"Plan: 0…","changes":{"add":0,"change":0,"import":0,"remove":0,"operation":"plan"},"type":"change_summary"}"#;
    let (_, changes, _) = judge(Expected { refresh_only: true, ..expected() }, drift, 0);
    let found: Vec<_> = changes.drift.iter().map(|d| (d.address.as_str(), d.deleted)).collect();
    assert_eq!(found, [("a", false), ("b", true)]);
    let (_, changes, _) = judge(expected(), drift, 0);
    assert!(changes.drift.is_empty() && changes.known && !changes.any());
}

#[test]
fn errors_in_json_are_errors() {
    let text = r#"{"@level":"error","@message":"Error: Error acquiring the state lock","diagnostic":{"severity":"error","summary":"Error acquiring the state lock","detail":"Error message: in use\nLock Info:\n  ID:        d7c6\n  Operation: OperationTypePlan\n  Who:       ann@laptop\n  Created:   2026-01-02\n"},"type":"diagnostic"}"#;
    let (verdict, ..) = judge(expected(), text, 1);
    assert_eq!(verdict.outcome, Outcome::Passing);
    assert_eq!(
        verdict.reason.unwrap(),
        "the state is locked by ann@laptop (OperationTypePlan) since 2026-01-02; \
         `atmos terraform force-unlock vpc -s dev d7c6` frees it"
    );
    let warning = r#"{"diagnostic":{"severity":"warning","summary":"Old"},"type":"diagnostic"}"#;
    let (verdict, ..) = judge(expected(), warning, 3);
    assert_eq!(verdict.reason.unwrap(), "it ended with exit code 3");
}

#[test]
fn what_atmos_itself_refuses_is_told() {
    let (verdict, ..) =
        judge(expected(), "\n# Error\n\n**Error:** invalid stack manifest\n\n## Hints\n\n💡 look there\n", 1);
    assert_eq!(verdict.reason.unwrap(), "invalid stack manifest");
}
