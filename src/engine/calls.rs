//! What templates of components call: found without rendering them.

use super::Engine;
use crate::template::{Member, Template};
use crate::text::did_you_mean;

impl Engine {
    /// The functions that a template looks for in a namespace which has none of that name, each with what may be meant.
    pub fn unknown_members(&self, template: &Template, text: &str) -> Vec<(Member, Option<String>)> {
        let functions = self.functions.names(self, text, false);
        let unknown = template.members().into_iter().filter_map(|member| {
            let known = functions.members(&member.space).filter(|known| !known.contains(&member.name.as_str()))?;
            let meant = did_you_mean(&member.name, known);
            Some((member, meant))
        });
        unknown.collect()
    }
}
