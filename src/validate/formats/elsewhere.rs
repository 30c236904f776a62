//! Forms of Azure and Google: identifiers, regions.

use super::Wrong;
use crate::text::is_slip;

/// The identifiers of Azure: `12345678-1234-1234-1234-123456789012`.
pub(super) fn identifier(key: &str, text: &str) -> Wrong {
    let is_attempt = ["subscription_id", "tenant_id", "client_id"].contains(&key)
        && text.matches('-').count() == 4
        && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    (is_attempt && lengths != [8, 4, 4, 4, 12])
        .then(|| (format!("`{text}` is no identifier: it has 8, 4, 4, 4 and 12 digits"), None))
}

/// The families of Google's regions, and Azure's regions.
const ELSEWHERE: [&str; 52] = [
    "africa-south",
    "asia-east",
    "asia-northeast",
    "asia-south",
    "asia-southeast",
    "australia-southeast",
    "europe-central",
    "europe-north",
    "europe-southwest",
    "europe-west",
    "me-central",
    "me-west",
    "northamerica-northeast",
    "southamerica-east",
    "southamerica-west",
    "us-central",
    "us-east",
    "us-south",
    "us-west",
    "australiacentral",
    "australiaeast",
    "australiasoutheast",
    "brazilsouth",
    "canadacentral",
    "canadaeast",
    "centralindia",
    "centralus",
    "eastasia",
    "eastus",
    "francecentral",
    "germanynorth",
    "germanywestcentral",
    "italynorth",
    "japaneast",
    "japanwest",
    "koreacentral",
    "koreasouth",
    "northcentralus",
    "northeurope",
    "norwayeast",
    "polandcentral",
    "southafricanorth",
    "southcentralus",
    "southeastasia",
    "southindia",
    "spaincentral",
    "swedencentral",
    "switzerlandnorth",
    "uaenorth",
    "uksouth",
    "westeurope",
    "westus",
];

/// A region of Google or Azure whose name is nearly one of theirs.
pub(super) fn place(key: &str, text: &str) -> Wrong {
    if !(matches!(key, "location" | "region") || key.ends_with("_region") || key.ends_with("_location")) {
        return None;
    }
    let family = text.trim_end_matches(|c: char| c.is_ascii_digit());
    // `europe-west4` of Google has no dash before its number, `eastus2` of Azure may have one
    if family.ends_with('-') || family.len() < 6 || !family.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
        return None;
    }
    let known = ["ukwest", "westindia", "uaecentral", "norwaywest", "swedensouth", "eastus", "westcentralus"];
    if ELSEWHERE.contains(&family) || known.contains(&family) {
        return None;
    }
    let meant =
        ELSEWHERE.iter().find(|known| is_slip(family, known) && known.contains('-') == (family.len() < text.len()))?;
    let number = &text[family.len()..];
    Some((format!("`{text}` is no region"), Some(format!("did you mean `{meant}{number}`?"))))
}
