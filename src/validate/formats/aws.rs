//! Forms of AWS: ARNs, schedules of `EventBridge`, types of machines, words that its services take.

use super::Wrong;
use crate::text::is_slip;
use crate::validate::likely;

const PARTITIONS: [&str; 8] =
    ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

/// What stands behind the account in an ARN of IAM.
const IAM: [&str; 14] = [
    "access-report",
    "assumed-role",
    "federated-user",
    "group",
    "instance-profile",
    "mfa",
    "oidc-provider",
    "policy",
    "role",
    "saml-provider",
    "server-certificate",
    "sms-mfa",
    "u2f",
    "user",
];

pub(super) fn arn(text: &str, rest: &str) -> Wrong {
    let wrong = |why: String| Some((format!("`{text}` is no ARN: {why}"), None));
    let parts: Vec<&str> = rest.splitn(5, ':').collect();
    let [partition, service, region, account, resource] = parts[..] else {
        return wrong("it is `arn:partition:service:region:account:resource`".to_owned());
    };
    if !PARTITIONS.contains(&partition) {
        return wrong(format!("there is no partition `{partition}`"));
    }
    if account.bytes().all(|b| b.is_ascii_digit()) && !matches!(account.len(), 0 | 12) {
        return wrong(format!("an account has 12 digits, and `{account}` has {}", account.len()));
    }
    if let Some((_, hint)) = likely::wrong_place(region) {
        return Some((format!("`{text}` is no ARN: there is no region `{region}`"), Some(hint)));
    }
    let kind = resource.split('/').next().unwrap_or_default();
    match service {
        "s3" if !account.is_empty() && kind == "role" => wrong("roles are of IAM".to_owned()),
        "iam" if !region.is_empty() => wrong("IAM has no regions".to_owned()),
        "iam" if account.is_empty() => wrong("it names no account".to_owned()),
        "iam" if kind != "root" && !IAM.contains(&kind) => {
            let meant = IAM.iter().chain(&["root"]).find(|known| is_slip(kind, known));
            wrong(format!("IAM has no `{kind}`")).map(|(what, _)| (what, meant.map(|m| format!("did you mean `{m}`?"))))
        }
        _ if resource.is_empty() => wrong("it names no resource".to_owned()),
        _ => None,
    }
}

/// `cron(…)` and `rate(…)` of `EventBridge`.
pub(super) fn schedule(key: &str, text: &str, word: &str, rest: &str) -> Wrong {
    let wrong = |why: &str| Some((format!("`{text}` is no schedule: {why}"), None));
    if !matches!(word, "cron" | "rate") {
        let meant = ["cron", "rate"].into_iter().find(|known| key.contains("schedule") && is_slip(word, known))?;
        return Some((format!("`{text}` is no schedule"), Some(format!("did you mean `{meant}(…)`?"))));
    }
    let Some(inner) = rest.strip_suffix(')') else { return wrong("the parenthesis is not closed") };
    let fields: Vec<&str> = inner.split_whitespace().collect();
    if word == "rate" {
        let [number, unit] = fields[..] else { return wrong("write `rate(5 minutes)`") };
        let Ok(number) = number.parse::<u32>() else { return wrong("the rate is a whole number") };
        return match (number, unit) {
            (1, "minute" | "hour" | "day") | (2.., "minutes" | "hours" | "days") => None,
            (1, _) => wrong("one is of a `minute`, an `hour` or a `day`"),
            _ => wrong("it is of `minutes`, `hours` or `days`"),
        };
    }
    cron(text, &fields)
}

/// The fields of a schedule; those of `EventBridge` are minutes, hours, day, month, day of the week, year.
fn cron(text: &str, fields: &[&str]) -> Wrong {
    if fields.len() != 6 {
        let why = format!("it has {} fields, not minutes, hours, day, month, day of the week, year", fields.len());
        return Some((format!("`{text}` is no schedule: {why}"), None));
    }
    let limits = [("minutes", 0, 59), ("hours", 0, 23), ("days", 1, 31), ("months", 1, 12), ("days of the week", 1, 7)];
    fields.iter().zip(limits).find_map(|(field, (what, least, most))| {
        let ends = field.split([',', '-']).filter_map(|part| part.split('/').next()?.parse::<u32>().ok());
        let outside = ends.into_iter().find(|end| !(least..=most).contains(end))?;
        Some((format!("`{text}` is no schedule: {what} go from {least} to {most}, not to {outside}"), None))
    })
}

const SIZES: [&str; 6] = ["nano", "micro", "small", "medium", "large", "metal"];

/// Types of machines of AWS: `m6i.large`, `db.m6g.large`.
pub(super) fn machine(key: &str, text: &str) -> Wrong {
    let prefix = match key {
        "instance_type" | "instance_types" => "",
        "instance_class" => "db.",
        "cache_node_type" => "cache.",
        "node_type" | "node_types" => ["cache.", "db."].into_iter().find(|p| text.starts_with(p)).unwrap_or_default(),
        _ => return None,
    };
    let is_family = |part: &str| {
        part.len() < 9
            && part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.contains(|c: char| c.is_ascii_digit())
    };
    let wrong = |why: String| Some((format!("`{text}` is no type of machine: {why}"), None));
    let Some(rest) = text.strip_prefix(prefix) else {
        let is_bare = text
            .split_once('.')
            .is_some_and(|(family, size)| is_family(family) && SIZES.iter().any(|s| size.ends_with(s)));
        return if is_bare { wrong(format!("it begins with `{prefix}`")) } else { None };
    };
    if let Some((family, size)) = rest.split_once('.') {
        let letters = size.trim_start_matches(|c: char| c.is_ascii_digit());
        let known = || SIZES.into_iter().chain(["xlarge"]);
        let meant = known().find(|known| is_slip(letters, known)).filter(|_| is_family(family));
        return meant
            .filter(|_| !known().any(|known| known == letters))
            .and_then(|meant| wrong(format!("there is no size `{size}`, as `{meant}`")));
    }
    let glued = SIZES
        .iter()
        .find(|size| rest.ends_with(*size) && rest.len() > size.len() && is_family(rest.get(..3).unwrap_or(rest)));
    glued.filter(|_| !rest.contains(['-', '_', ' '])).and_then(|size| wrong(format!("a dot stands before `{size}`")))
}

/// Words that keys take, of which another is nearly one.
const WORDS: [(&str, &[&str]); 6] = [
    (
        "engine",
        &[
            "aurora-mysql",
            "aurora-postgresql",
            "mariadb",
            "mysql",
            "neptune",
            "docdb",
            "postgres",
            "postgresql",
            "redis",
            "valkey",
            "memcached",
        ],
    ),
    ("billing_mode", &["PAY_PER_REQUEST", "PROVISIONED"]),
    ("effect", &["Allow", "Deny"]),
    ("runtime", &["python", "nodejs", "java", "dotnet", "dotnetcore", "ruby", "provided", "go"]),
    ("storage_type", &["gp2", "gp3", "io1", "io2", "standard", "aurora", "aurora-iopt1"]),
    ("tenancy", &["default", "dedicated", "host"]),
];

pub(super) fn vocabulary(key: &str, text: &str) -> Wrong {
    let (_, words) = WORDS.iter().find(|(of, _)| *of == key)?;
    // `python3.12`
    let word = if key == "runtime" { text.trim_end_matches(|c: char| !c.is_ascii_alphabetic()) } else { text };
    let word = if key == "runtime" { word.split(|c: char| c.is_ascii_digit()).next().unwrap_or(word) } else { word };
    let meant = words.iter().find(|known| word.len() > 3 && is_slip(word, known))?;
    (!words.contains(&word) && !word.eq_ignore_ascii_case(meant))
        .then(|| (format!("`{text}` is no {}", key.replace('_', " ")), Some(format!("did you mean `{meant}`?"))))
}
