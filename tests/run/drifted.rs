//! Drift, made by editing a state.

use crate::site::{events, report, site, state};

#[test]
fn drift_is_found_and_known_drift_is_left_alone() {
    let repo = site(&["dev"], &[("app", &["vpc"], ""), ("vpc", &[], "")]);
    assert_eq!(repo.run(&["apply", "-s", "dev", "--auto-approve"]).code, 0);
    let run = repo.run(&["drift", "-s", "dev"]);
    assert_eq!((run.code, run.stderr.lines().last()), (0, Some("No drift.")), "{}", run.stdout);

    // what `terraform_data` gives out is only in the state, so the output is not what it was
    let path = state(&repo, "dev", "app");
    let mut edited: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    edited["resources"][0]["instances"][0]["attributes"]["output"]["value"] = 7.into();
    std::fs::write(&path, edited.to_string()).unwrap();

    let run = repo.run(&["drift", "-s", "dev", "--junit", "junit.xml", "--format", "markdown"]);
    assert_eq!((run.code, run.stderr.lines().last()), (2, Some("Drift in 1 of 2 components.")));
    assert!(run.stdout.contains("| `app` in `dev` | 0 | 0 | 0 | 0 |  | drift |"), "{}", run.stdout);
    assert!(run.stdout.contains("~ size = 1 -> 7"), "{}", run.stdout);
    assert!(repo.read("junit.xml").contains("<failure message=\"drift: output.size\">"));

    let repo = repo.file("known.yaml", "- address: output.size\n  component: app\n");
    let run = repo.run(&["drift", "-s", "dev", "--ignore", "known.yaml", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(report(&events(&run)).iter().all(|(_, _, changes)| changes["drift"].is_null()));
    let kinds = repo.json(&["run", "list", "--kind", "drift", "--format", "json"]);
    assert_eq!(kinds.as_array().unwrap().len(), 3);

    let history = repo.json(&["drift", "-s", "dev", "--history", "--format", "json"]);
    let found: Vec<_> = history.as_array().unwrap().iter().map(|f| (&f["drifted"], &f["new"], &f["gone"])).collect();
    let (none, some) = (serde_json::json!([]), serde_json::json!(["dev:app output.size"]));
    assert_eq!(found[0], (&none, &none, &some), "what is known is no drift");
    assert_eq!((found[1].0[0]["component"].as_str(), found[1].1, found[1].2), (Some("app"), &some, &none));
    assert_eq!(found[2], (&none, &none, &none));
    let table = repo.answer(&["drift", "-s", "dev", "--history=2"]);
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.lines().nth(1).unwrap().ends_with("\t2\tdev:app output.size\tdev:app output.size\t"), "{table}");
    assert_eq!(repo.answer(&["drift", "-s", "prod", "--history"]), "");
}

#[test]
fn drift_is_looked_for_in_all_stacks() {
    let repo = site(&["dev", "prod"], &[("vpc", &[], "")]);
    assert_eq!(repo.run(&["apply", "--all", "--auto-approve"]).code, 0);
    let path = state(&repo, "prod", "vpc");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut edited: serde_json::Value = serde_json::from_str(&text).unwrap();
    edited["resources"][0]["instances"][0]["attributes"]["output"]["value"] = 7.into();
    std::fs::write(&path, edited.to_string()).unwrap();
    assert_eq!(repo.run(&["drift"]).code, 64, "a whole repository is asked for by name");
    let run = repo.run(&["drift", "--all"]);
    assert_eq!((run.code, run.stderr.lines().last()), (2, Some("Drift in 1 of 2 components.")), "{}", run.stderr);
    assert!(run.stdout.contains("vpc\tdev\t\t") && run.stdout.contains("vpc\tprod\toutput.size\t"), "{}", run.stdout);
}
