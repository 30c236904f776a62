//! Trees, drawn with lines.

use super::{DIMMED, HEADING, Ui};
use std::io::{self, Write};

/// A node with what hangs below it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The node's own text.
    pub label: String,
    /// What is said about it in passing.
    pub remark: Option<String>,
    /// The nodes below.
    pub children: Vec<Tree>,
}

impl Tree {
    /// A node with nothing below it.
    pub fn leaf(label: impl Into<String>) -> Self {
        Tree { label: label.into(), ..Tree::default() }
    }

    /// A node with children.
    pub fn node(label: impl Into<String>, children: Vec<Tree>) -> Self {
        Tree { label: label.into(), remark: None, children }
    }

    /// The node with a remark.
    #[must_use]
    pub fn remark(mut self, remark: Option<String>) -> Self {
        self.remark = remark;
        self
    }

    /// Writes the tree to stdout.
    ///
    /// # Errors
    /// Stdout cannot be written to.
    pub fn print(&self, ui: Ui) -> io::Result<()> {
        let mut out = ui.styled();
        writeln!(out, "{HEADING}{}{HEADING:#}", self.label)?;
        self.write_children(&mut out, "")?;
        out.flush()
    }

    /// The tree as plain text.
    pub fn to_plain(&self) -> String {
        let mut out = format!("{}\n", self.label).into_bytes();
        // writing to memory cannot fail
        let _ = self.write_children(&mut out, "");
        let text = anstream::adapter::strip_bytes(&out).into_vec();
        String::from_utf8_lossy(&text).into_owned()
    }

    fn write_children(&self, out: &mut impl Write, indent: &str) -> io::Result<()> {
        for (n, child) in self.children.iter().enumerate() {
            let last = n + 1 == self.children.len();
            let (branch, below) = if last { ("└── ", "    ") } else { ("├── ", "│   ") };
            write!(out, "{DIMMED}{indent}{branch}{DIMMED:#}{}", child.label)?;
            if let Some(remark) = &child.remark {
                write!(out, " {DIMMED}({remark}){DIMMED:#}")?;
            }
            writeln!(out)?;
            child.write_children(out, &format!("{indent}{below}"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_are_drawn_to_the_last_child() {
        let tree = Tree::node(
            "Stacks",
            vec![
                Tree::node("dev", vec![Tree::leaf("vpc").remark(Some("network".into()))]),
                Tree::node("prod", vec![Tree::leaf("vpc")]),
            ],
        );
        let mut out = Vec::new();
        tree.write_children(&mut out, "").unwrap();
        let text = anstream::adapter::strip_bytes(&out).into_vec();
        assert_eq!(String::from_utf8(text).unwrap(), "├── dev\n│   └── vpc (network)\n└── prod\n    └── vpc\n");
    }
}
