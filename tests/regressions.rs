//! Texts that nobody would write, put to the targets of `fuzz/`: those that once made one fail
//! (`tests/regressions/<target>/*`), and mutations of what the other tests read.
//!
//! `GAIA_MUTATE=600 cargo test --test regressions mutations` goes on for that many seconds a target; `GAIA_TARGET=yaml`
//! chooses one, `GAIA_SEED` another beginning. The text that is being tried lies in `target/mutation-<target>`, whatever
//! happens to the process. `just crash` is the same with a fuzzer that watches the code.

#[path = "../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "a library where it is built for a fuzzer")]
mod targets;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

type Target = fn(&str);

const TARGETS: [(&str, Target); 5] = [
    ("hcl", targets::hcl),
    ("manifest", targets::manifest),
    ("template", targets::template),
    ("yaml", targets::yaml),
    ("yq", targets::yq),
];

/// How many mutations are tried where nobody asks for more.
const FEW: usize = 40;

/// No text may take longer, in a build without optimization.
const PATIENCE: Duration = Duration::from_secs(30);

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let found = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    found.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

#[test]
fn what_once_went_wrong_does_not_any_more() {
    for (name, target) in TARGETS {
        for file in files(&project("tests/regressions").join(name)) {
            println!("{}", file.display());
            target(&fs::read_to_string(&file).expect("UTF-8"));
        }
    }
}

#[test]
fn mutations_of_what_the_tests_read() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let (seconds, seed) = (number("GAIA_MUTATE"), number("GAIA_SEED").unwrap_or(1));
    let chosen = std::env::var("GAIA_TARGET").ok();
    for (name, target) in TARGETS.into_iter().filter(|(name, _)| chosen.as_deref().is_none_or(|c| c == *name)) {
        let texts = seeds(name);
        assert!(!texts.is_empty(), "nothing to mutate for {name}");
        let words = words(name);
        let mut rng = StdRng::seed_from_u64(seed);
        let (began, mut tried) = (Instant::now(), 0);
        while seconds.map_or(tried < FEW, |seconds| began.elapsed().as_secs() < seconds) {
            let text = mutated(&texts, &words, &mut rng);
            try_one(name, target, &text);
            tried += 1;
        }
        println!("{name}: {tried} texts in {:?}", began.elapsed());
    }
}

fn try_one(name: &str, target: Target, text: &str) {
    let noted = project("target").join(format!("mutation-{name}"));
    fs::write(&noted, text).expect("the text is noted");
    let began = Instant::now();
    let failed = catch_unwind(AssertUnwindSafe(|| target(text))).is_err();
    let slow = began.elapsed() > PATIENCE;
    assert!(!failed && !slow, "{name} {} on {}", if failed { "failed" } else { "is slow" }, noted.display());
}

/// What the mutations of a target begin with.
fn seeds(target: &str) -> Vec<String> {
    let read = |folder: &str, extensions: &[&str]| -> Vec<String> {
        let all = files(&project(folder)).into_iter();
        let wanted = all.filter(|f| f.extension().is_some_and(|e| extensions.iter().any(|known| e == *known)));
        wanted.filter_map(|file| fs::read_to_string(file).ok()).filter(|text| text.len() < 4_000).collect()
    };
    let lines = |folder: &str| -> Vec<String> {
        let texts = read(folder, &["txt"]);
        texts.iter().flat_map(|t| t.lines()).filter(|l| !l.starts_with("===")).map(str::to_owned).collect()
    };
    let mut seeds = read(&format!("tests/regressions/{target}"), &["yaml", "tmpl", "tf", "yq"]);
    seeds.extend(match target {
        "hcl" => read("examples", &["tf"]),
        "manifest" => {
            let manifests = read("tests/corpus", &["yaml"]);
            manifests.into_iter().filter(|text| text.contains("components:") || text.contains("vars:")).collect()
        }
        "template" => lines("tests/go/template/cases"),
        "yaml" => read("tests/corpus", &["yaml"]).into_iter().chain(lines("tests/go/yaml")).collect(),
        _ => EXPRESSIONS.map(str::to_owned).into(),
    });
    seeds
}

const EXPRESSIONS: [&str; 10] = [
    ".a.b[0]",
    ".a // \"x\"",
    ".vars | keys",
    ".vars.list[] | select(. > 1)",
    ".vars | to_entries | map(.key)",
    ".a as $x | $x",
    ".. | select(tag == \"!!str\")",
    "\"\\(.vars.n) \\(.x)\"",
    "[.vars.list[] | tostring] | join(\",\")",
    ".vars[\"a/b\"] |= . + 1",
];

/// What means something to a target, between bars.
fn words(target: &str) -> Vec<&'static str> {
    let words = match target {
        "hcl" => "{¦}¦\"¦${¦%{¦<<E\nE\n¦variable \"a\" {\n¦= ¦[¦]¦(¦)¦.¦*¦#¦\n",
        "manifest" => {
            "!env A¦!append¦!unset¦!include x¦!template '{{ 1 }}'¦!terraform.state app id¦{{ .vars.a }}¦\ncomponents:\n¦\
             \nimport: [catalog/part]\n¦\nlocals: {a: '{{ .locals.b }}'}\n¦vars:¦settings:¦metadata: {inherits: [app]}¦\
             overrides:¦name: x\n¦\n%%%\n¦- path: catalog/part\n  context: {a: 1}\n¦  ¦\n¦: ¦~¦[]¦{}¦depends_on¦terraform:¦'¦\""
        }
        "template" => {
            "{{¦}}¦{{-¦-}}¦(¦)¦|¦.¦$¦$x¦:=¦=¦range ¦if ¦else ¦with ¦end¦define \"x\"¦template \"x\" .¦block \"b\" .¦break¦\
             continue¦printf \"%v\" ¦until 9¦\"¦`¦'a'¦1e9¦0x¦-1¦nil¦dict ¦list ¦toJson ¦regexReplaceAll ¦/*¦*/¦<%¦%>"
        }
        "yaml" => {
            "- ¦: ¦? ¦&a ¦*a¦<<: ¦!x ¦!!int ¦|¦>¦|2-¦[¦]¦{¦}¦,¦#¦---\n¦...\n¦%YAML 1.1\n¦\n¦  ¦\t¦'¦\"¦\\x¦~¦0x¦.inf¦\
             1_0¦\u{feff}¦\r¦="
        }
        _ => {
            ".¦..¦[¦]¦(¦)¦|¦//¦\"¦\\(¦$x¦as ¦select(¦map(¦1¦-¦+¦==¦if . then . else . end¦{a: .b}¦not¦keys¦try ¦?¦@json¦,¦\
             tag¦with_entries(¦|="
        }
    };
    words.split('¦').collect()
}

/// A text with some of it taken out, doubled, exchanged for another's, or for a word.
fn mutated(texts: &[String], words: &[&str], rng: &mut StdRng) -> String {
    let pick = |rng: &mut StdRng| texts[rng.random_range(0..texts.len())].chars().collect::<Vec<char>>();
    let mut text = pick(rng);
    for _ in 0..rng.random_range(1..6) {
        let (a, b) = (rng.random_range(0..=text.len()), rng.random_range(0..=text.len()));
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 40));
        match rng.random_range(0..6) {
            0 => drop(text.drain(from..to)),
            1 => {
                let part = text[from..to].repeat(rng.random_range(1..6));
                text.splice(from..from, part);
            }
            2 => {
                let other = pick(rng);
                let start = rng.random_range(0..=other.len());
                let end = (start + 60).min(other.len());
                text.splice(from..to, other[start..end].iter().copied());
            }
            3 if !text.is_empty() => {
                let at = rng.random_range(0..text.len());
                text[at] = char::from_u32(rng.random_range(0..0x2100)).unwrap_or('\u{0}');
            }
            _ => {
                let word = words[rng.random_range(0..words.len())].repeat(rng.random_range(1..4));
                text.splice(from..from, word.chars());
            }
        }
        text.truncate(6_000);
    }
    text.into_iter().collect()
}
