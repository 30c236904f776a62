//! Rewrites that put problems right, where that is safe.

use super::diagnostic::{Diagnostic, Edit};
use super::repo::Repo;
use super::report::Report;
use crate::code;
use crate::text::SourceId;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A file with its edits carried out.
#[derive(Debug)]
pub struct Rewrite {
    /// The file.
    pub path: PathBuf,
    /// The text that the edits count in.
    pub before: String,
    /// The text after them.
    pub after: String,
    /// The lines that change: their number, as they were, as they will be.
    pub lines: Vec<(usize, String, String)>,
}

/// What the fixes of a report make of its files. Edits that touch each other are carried out once.
pub fn rewrites(report: &Report) -> Vec<Rewrite> {
    let mut edits: BTreeMap<SourceId, Vec<&Edit>> = BTreeMap::new();
    for fix in report.findings.iter().filter_map(|f| f.diagnostic.fix.as_ref()) {
        for edit in &fix.edits {
            edits.entry(edit.span.source).or_default().push(edit);
        }
    }
    edits.into_iter().filter_map(|(id, edits)| rewrite(report, id, edits)).collect()
}

fn rewrite(report: &Report, id: SourceId, mut edits: Vec<&Edit>) -> Option<Rewrite> {
    // a text that came out of a template is no file
    let source = report.sources.get(id).filter(|s| !s.rendered)?;
    edits.sort_by_key(|e| (e.span.start, e.span.end));
    let mut after = String::with_capacity(source.text.len());
    let mut at = 0;
    let mut lines: Vec<(usize, String, String)> = Vec::new();
    for edit in edits {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let Some(kept) = source.text.get(at..start).filter(|_| start >= at) else { continue };
        after.push_str(kept);
        after.push_str(&edit.text);
        at = end;
        let line = source.position(edit.span.start).line;
        if lines.last().is_none_or(|(last, ..)| *last != line) {
            lines.push((line, source.line(line).to_owned(), String::new()));
        }
    }
    after.push_str(source.text.get(at..)?);
    // an edit stays on its line
    for (line, _, new) in &mut lines {
        after.lines().nth(*line - 1).unwrap_or_default().clone_into(new);
    }
    Some(Rewrite { path: source.path.clone(), before: source.text.to_string(), after, lines })
}

/// Imports whose extension is the only thing that is wrong with them.
pub(super) fn suffixes(repo: &Repo, found: &mut [Diagnostic]) {
    for diagnostic in found.iter_mut().filter(|d| *d.code == code::IMPORT_MISSING) {
        let written = repo.text(diagnostic.span);
        let path = written.trim_matches(['"', '\'']);
        let Some(stem) = path.strip_suffix(".yml").or_else(|| path.strip_suffix(".yaml")) else { continue };
        let base = &repo.engine.workspace().settings.stacks_dir;
        if ["yaml", "yml"].iter().any(|e| base.join(format!("{stem}.{e}")).is_file()) {
            let edit = Edit { span: diagnostic.span, text: written.replace(path, stem) };
            *diagnostic = diagnostic.clone().hint(format!("write `{stem}`")).fix("drop the extension", vec![edit]);
        }
    }
}
