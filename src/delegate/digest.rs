//! What a plan was made of, as a digest: the configuration, the code, what it comes after, and Terraform's arguments.

use super::units::Unit;
use crate::hcl::Module;
use crate::text::{SourceMap, hex};
use crate::value::Value;
use crate::value::json::{Format, to_json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Digests of units. Directories of code are read once.
#[derive(Debug, Default)]
pub(super) struct Digests {
    code: BTreeMap<PathBuf, String>,
}

impl Digests {
    /// The digest of a unit that comes after others, by their names, with arguments for Terraform. `settled` is what its
    /// sections say today.
    pub(super) fn of(&mut self, unit: &Unit, settled: &Value, after: &[String], args: &[String]) -> String {
        let mut hash = Sha256::new();
        let mut add = |text: &str| {
            hash.update(text.len().to_le_bytes());
            hash.update(text.as_bytes());
        };
        add(&unit.name());
        // a value that has no JSON is refused long before
        add(&to_json(settled, Format::PRETTY).unwrap_or_default());
        add(&self.code(&unit.dir));
        after.iter().chain(args).for_each(|text| add(text));
        hex(&hash.finalize())
    }

    /// The digest of a directory's files, and of the local modules that its code calls.
    fn code(&mut self, dir: &Path) -> String {
        if let Some(known) = self.code.get(dir) {
            return known.clone();
        }
        let mut hash = Sha256::new();
        let mut open = vec![crate::workspace::clean(dir)];
        let mut seen = Vec::new();
        while let Some(dir) = open.pop() {
            if seen.contains(&dir) {
                continue;
            }
            let files = WalkDir::new(&dir).sort_by_file_name().into_iter().filter_entry(is_written_by_people);
            for file in files.flatten().filter(|entry| entry.file_type().is_file()) {
                hash.update(file.path().strip_prefix(&dir).unwrap_or(file.path()).to_string_lossy().as_bytes());
                hash.update(std::fs::read(file.path()).map(Sha256::digest).unwrap_or_default());
            }
            let module = Module::read(&dir, &SourceMap::default());
            let local = module.module_calls.values().filter(|call| call.source.starts_with('.'));
            open.extend(local.map(|call| crate::workspace::clean(&dir.join(&call.source))));
            seen.push(dir);
        }
        let digest = hex(&hash.finalize());
        self.code.insert(dir.to_owned(), digest.clone());
        digest
    }
}

/// Whether a file is not one that Terraform or Atmos leave behind.
fn is_written_by_people(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let generated = [".terraform", ".terraform.lock.hcl", "backend.tf.json", "providers_override.tf.json"];
    let endings = [".planfile", ".terraform.tfvars.json", ".tfstate", ".tfstate.backup", ".tfstate.lock.info"];
    entry.depth() == 0
        || !(generated.contains(&&*name)
            || name == "terraform.tfstate.d"
            || endings.iter().any(|ending| name.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_configuration_order_and_arguments_count_and_what_is_generated_does_not() {
        let dir = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = dir.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("a/main.tf", "module \"m\" {\n  source = \"../m\"\n}\n");
        write("m/main.tf", "variable \"x\" {}\n");
        let unit = Unit { dir: dir.path().join("a"), ..Unit::default() };
        let digest = |settled: &str, after: &[&str], args: &[&str]| {
            let texts = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
            Digests::default().of(&unit, &Value::from(settled), &texts(after), &texts(args))
        };
        let first = digest("", &[], &[]);
        write("a/backend.tf.json", "{}");
        write("a/.terraform/x", "y");
        write("a/dev-a.terraform.tfvars.json", "{}");
        write("a/terraform.tfstate.d/dev/terraform.tfstate", "{}");
        assert_eq!(digest("", &[], &[]), first);
        assert_ne!(digest("", &["b"], &[]), first);
        assert_ne!(digest("", &[], &["-target=x"]), first);
        assert_ne!(digest("x", &[], &[]), first);
        write("m/main.tf", "variable \"y\" {}\n");
        assert_ne!(digest("", &[], &[]), first, "a local module's code counts");
    }
}
