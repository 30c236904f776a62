//! Renamed files as go-git finds them, for what Atmos reads off a patch: the rules by which `JGit` detects them.

use gix::ObjectId;
use gix::objs::tree::EntryKind;
use rustc_hash::FxHashMap;

/// One side of a change, with the file's bytes.
pub(super) struct Side {
    pub path: String,
    pub id: ObjectId,
    pub kind: EntryKind,
    pub data: Vec<u8>,
}

/// Two files are one renamed when they are as similar as this, of 100.
const SIMILAR: usize = 60;
/// go-git takes a file for binary that has a zero byte among so many.
const SNIFFED: usize = 8000;

/// The name of a patch from one side to the other; `None` when its statistics leave it out.
pub(super) fn name(from: Option<&Side>, to: Option<&Side>) -> Option<String> {
    let sides = [from, to];
    let sides = sides.iter().flatten();
    if sides.clone().any(|s| is_binary(&s.data)) || sides.clone().all(|s| s.data.is_empty()) {
        return None;
    }
    match (from, to) {
        (Some(from), Some(to)) if from.path != to.path => Some(format!("{} => {}", from.path, to.path)),
        (from, to) => from.or(to).map(|s| s.path.clone()),
    }
}

/// The names of files that are on one side only, those of renamed ones joined.
pub(super) fn names(from: Vec<Side>, to: Vec<Side>) -> Vec<String> {
    let (mut from, mut to): (Vec<_>, Vec<_>) =
        (from.into_iter().map(Some).collect(), to.into_iter().map(Some).collect());
    let mut names: Vec<Option<String>> = Vec::new();
    let pairs = exact(&from, &to);
    let mut join = |pairs: Vec<(usize, usize)>, from: &mut [Option<Side>], to: &mut [Option<Side>]| {
        for (f, t) in pairs {
            if from[f].is_some() && to[t].is_some() {
                names.push(name(from[f].take().as_ref(), to[t].take().as_ref()));
            }
        }
    };
    join(pairs, &mut from, &mut to);
    let pairs = similar(&from, &to);
    join(pairs, &mut from, &mut to);
    names.extend(from.iter().flatten().map(|s| name(Some(s), None)));
    names.extend(to.iter().flatten().map(|s| name(None, Some(s))));
    names.into_iter().flatten().collect()
}

/// Files with the same contents, by index: of several the ones with the most similar paths.
fn exact(from: &[Option<Side>], to: &[Option<Side>]) -> Vec<(usize, usize)> {
    type Group = (Vec<usize>, Vec<usize>);
    let mut groups: FxHashMap<ObjectId, Group> = FxHashMap::default();
    for (index, side) in from.iter().enumerate().filter_map(|(i, s)| Some((i, s.as_ref()?))) {
        groups.entry(side.id).or_default().0.push(index);
    }
    for (index, side) in to.iter().enumerate().filter_map(|(i, s)| Some((i, s.as_ref()?))) {
        groups.entry(side.id).or_default().1.push(index);
    }
    let side = |list: &[Option<Side>], i: usize| list[i].as_ref().map(|s| (s.path.clone(), s.kind));
    let mut pairs = Vec::new();
    for (froms, tos) in groups.into_values().filter(|(f, t)| !f.is_empty() && !t.is_empty()) {
        let several = froms.len() > 1 && tos.len() > 1;
        let mut scored = Vec::new();
        for &f in &froms {
            for &t in &tos {
                let (Some((a, kind)), Some((b, other))) = (side(from, f), side(to, t)) else { continue };
                // where both sides have several, go-git does not look at their modes
                if several || kind == other {
                    scored.push((path_similarity(&a, &b), t, f));
                }
            }
        }
        scored.sort_unstable();
        pairs.extend(scored.into_iter().rev().map(|(_, t, f)| (f, t)));
    }
    pairs
}

/// Files with similar contents, by index, the most similar first.
fn similar(from: &[Option<Side>], to: &[Option<Side>]) -> Vec<(usize, usize)> {
    let regular = |list: &[Option<Side>]| -> Vec<(usize, usize, Blocks)> {
        let sides = list.iter().enumerate().filter_map(|(i, s)| Some((i, s.as_ref()?)));
        let files = sides.filter(|(_, s)| s.kind == EntryKind::Blob);
        files.map(|(i, s)| (i, s.data.len() + 1, Blocks::of(&s.data))).collect()
    };
    let (froms, tos) = (regular(from), regular(to));
    let path = |list: &[Option<Side>], i: usize| list[i].as_ref().map(|s| s.path.clone()).unwrap_or_default();
    let mut scored = Vec::new();
    for (f, size, blocks) in &froms {
        for (t, other_size, other) in &tos {
            let (small, large) = (size.min(other_size), size.max(other_size));
            if small * 100 / large < SIMILAR {
                continue;
            }
            let paths = path_similarity(&path(from, *f), &path(to, *t));
            let score = (blocks.similarity(other) * 99 + paths * 100) / 10000;
            if score >= SIMILAR {
                scored.push((score, *t, *f));
            }
        }
    }
    scored.sort_unstable();
    scored.into_iter().rev().map(|(_, t, f)| (f, t)).collect()
}

/// How often each line occurs, by its hash; long lines count in pieces.
struct Blocks {
    total: usize,
    sizes: FxHashMap<u32, usize>,
}

impl Blocks {
    fn of(data: &[u8]) -> Blocks {
        let text = !is_binary(data);
        let mut blocks = Blocks { total: 0, sizes: FxHashMap::default() };
        let mut at = 0;
        while at < data.len() {
            let (mut hash, mut counted, mut length) = (5381_u32, 0, 0);
            while at < data.len() {
                let byte = data[at];
                at += 1;
                length += 1;
                if text && byte == b'\r' && data.get(at) == Some(&b'\n') {
                    continue;
                }
                counted += 1;
                if byte == b'\n' {
                    break;
                }
                hash = hash.wrapping_mul(33).wrapping_add(u32::from(byte));
                if length >= 64 {
                    break;
                }
            }
            blocks.total += counted;
            *blocks.sizes.entry(hash).or_default() += counted;
        }
        blocks
    }

    /// Of 10,000.
    fn similarity(&self, other: &Blocks) -> usize {
        let total = self.total.max(other.total);
        if total == 0 {
            return 10_000;
        }
        let common: usize = self.sizes.iter().filter_map(|(hash, size)| Some(*other.sizes.get(hash)?.min(size))).sum();
        common * 10_000 / total
    }
}

/// Of 100: how much of the directories agrees from both ends, and how much of the names from their end.
fn path_similarity(a: &str, b: &str) -> usize {
    let split = |path: &str| path.rfind('/').map_or(0, |at| at + 1);
    let ((a_dir, a_file), (b_dir, b_file)) = (a.split_at(split(a)), b.split_at(split(b)));
    let common =
        |a: &mut dyn Iterator<Item = u8>, b: &mut dyn Iterator<Item = u8>| a.zip(b).take_while(|(a, b)| a == b).count();
    let longest = a_dir.len().max(b_dir.len());
    let of_longest = |same: usize| (same * 100).checked_div(longest).unwrap_or(100);
    let from_left = of_longest(common(&mut a_dir.bytes(), &mut b_dir.bytes()));
    let from_right = of_longest(common(&mut a_dir.bytes().rev(), &mut b_dir.bytes().rev()));
    let files =
        common(&mut a_file.bytes().rev(), &mut b_file.bytes().rev()) * 100 / a_file.len().max(b_file.len()).max(1);
    ((from_left + from_right) * 25 + files * 50) / 100
}

fn is_binary(data: &[u8]) -> bool {
    data.iter().take(SNIFFED).any(|b| *b == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(path: &str, text: &str) -> Side {
        let id =
            gix::objs::compute_hash(gix::hash::Kind::Sha1, gix::objs::Kind::Blob, text.as_bytes()).expect("a hash");
        Side { path: path.into(), id, kind: EntryKind::Blob, data: text.into() }
    }

    #[test]
    fn a_moved_file_has_both_names() {
        let found = names(vec![side("a/x.tf", "one\ntwo\n")], vec![side("b/x.tf", "one\ntwo\n")]);
        assert_eq!(found, ["a/x.tf => b/x.tf"]);
    }

    #[test]
    fn of_several_equal_files_the_one_with_the_nearest_path_counts() {
        let mut found = names(
            vec![side("new/vpc/main.tf", "x\n")],
            vec![side("eks/other.tf", "x\n"), side("old/vpc/main.tf", "x\n")],
        );
        found.sort();
        assert_eq!(found, ["eks/other.tf", "new/vpc/main.tf => old/vpc/main.tf"]);
    }

    #[test]
    fn files_that_share_most_lines_are_one_renamed() {
        let lines = |n: usize| (0..n).fold(String::new(), |text, i| text + &format!("line number {i}\n"));
        let found = names(vec![side("a.yaml", &lines(10))], vec![side("b.yaml", &lines(8))]);
        assert_eq!(found, ["a.yaml => b.yaml"]);
        let mut found = names(vec![side("a.yaml", &lines(10))], vec![side("b.yaml", &lines(3))]);
        found.sort();
        assert_eq!(found, ["a.yaml", "b.yaml"]);
    }

    #[test]
    fn binary_and_empty_files_have_no_name() {
        assert!(names(vec![side("a", ""), side("b", "\0")], Vec::new()).is_empty());
    }
}
