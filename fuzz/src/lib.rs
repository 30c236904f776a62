//! What the fuzz targets do with a text. `tests/regressions.rs` does the same with the texts that once went wrong.
//!
//! Each function only has to come to an end without a panic, and quickly: that a text is refused is fine.

use gaia::engine::{self, ComponentView, Engine, StacksFilter};
use gaia::template::{CallError, Functions, MissingKey, ParseOptions, Template};
use gaia::text::SourceMap;
use gaia::value::{Map, Value};
use gaia::workspace::{self, Workspace};
use gaia::{hcl, yaml as text_of, yq as queries};
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

/// Reads YAML. What gaia then writes, it reads, and writes again. (That may be another text: go-yaml, and gaia after it,
/// writes the number `1e3` as `1000`, loses the first line break of a text, and sorts keys with very long numbers in them
/// by their order before.)
pub fn yaml(text: &str) {
    let _ = text_of::load_str(text, &mut text_of::NoTags);
    let Ok(document) = text_of::load_str(text, &mut text_of::PlainTags) else { return };
    let written = text_of::to_string(&document.value);
    let again = text_of::load_str(&written, &mut text_of::PlainTags)
        .unwrap_or_else(|e| panic!("what was written cannot be read: {e}\n{written}"));
    let _ = text_of::to_string(&again.value);
}

/// Parses a template, and renders it over a little of everything.
pub fn template(text: &str) {
    static FUNCTIONS: OnceLock<Functions> = OnceLock::new();
    let functions = FUNCTIONS.get_or_init(|| {
        let mut functions = Functions::builtin().with_gomplate().with_sprig();
        // slow by design, or of the world outside
        for name in SKIPPED.split_whitespace() {
            functions.insert(name, |_| Err(CallError::new("not while fuzzing")));
        }
        functions
    });
    for (left, right) in [("{{", "}}"), ("<%", "%>")] {
        let options = ParseOptions { left, right };
        let Ok(template) = Template::parse("fuzz", text, &options, functions) else { continue };
        for missing in [MissingKey::Default, MissingKey::Error] {
            let _ = template.render(&data(), functions, missing);
        }
    }
}

const SKIPPED: &str = "bcrypt htpasswd derivePassword genPrivateKey genCA genCAWithKey genSelfSignedCert \
    genSelfSignedCertWithKey genSignedCert genSignedCertWithKey getHostByName crypto file net net.LookupIP \
    net.LookupIPs time sleep";

fn data() -> Value {
    static DATA: OnceLock<Value> = OnceLock::new();
    let text = "{vars: {stage: dev, n: 14, f: 1.5, list: [1, two, 3.0], on: true, none: null, map: {a: {b: c}}}}";
    DATA.get_or_init(|| text_of::load_str(text, &mut text_of::NoTags).map(|d| d.value).unwrap_or_default()).clone()
}

const ATMOS: &str = "
base_path: .
components: {terraform: {base_path: components/terraform}}
stacks: {base_path: stacks, included_paths: ['deploy/**/*'], name_template: '{{ .vars.stage }}'}
templates: {settings: {enabled: true, sprig: {enabled: true}}}
";

/// Loads a manifest that imports a part of itself: what stands before and after a line `%%%`. Functions that run
/// something or ask someone are left as they are.
pub fn manifest(text: &str) {
    let Ok(dir) = TempDir::new() else { return };
    let (deployed, catalog) = text.split_once("\n%%%\n").unwrap_or((text, "vars: {stage: dev}\n"));
    let files = [("atmos.yaml", ATMOS), ("stacks/deploy/dev.yaml", deployed), ("stacks/catalog/part.yaml", catalog)];
    for (file, text) in files {
        let path = dir.path().join(file);
        let _ = fs::create_dir_all(path.parent().unwrap_or(Path::new("/")));
        let _ = fs::write(path, text);
    }
    let options = workspace::Options {
        cwd: dir.path().to_path_buf(),
        config: vec!["atmos.yaml".into()],
        ..workspace::Options::default()
    };
    let Ok(workspace) = Workspace::open(&options, &SourceMap::default()) else { return };
    let skip = ["exec", "terraform.output", "terraform.state", "store", "store.get"].map(str::to_owned).to_vec();
    let Ok(engine) = Engine::new(Arc::new(workspace), engine::Options { skip, ..engine::Options::default() }) else {
        return;
    };
    let _ = engine.validate_stacks();
    let _ = engine.describe_stacks(&StacksFilter::default());
    let _ = engine.instances(&StacksFilter::default());
    let _ = engine.describe_component("app", "dev", ComponentView::default());
}

/// What may make an expression run for ever.
const ENDLESS: [&str; 9] = ["def", "repeat", "range", "recurse", "until", "while", "*", "limit", "input"];

/// Reads a yq expression; evaluates it where it must come to an end.
pub fn yq(text: &str) {
    let Ok(query) = queries::Query::new(text) else { return };
    if !ENDLESS.iter().any(|word| text.contains(word)) {
        let _ = query.eval(&data());
        let _ = query.eval(&Value::map(Map::default()));
    }
}

/// Reads Terraform code, as a file of attributes and as a module.
pub fn hcl(text: &str) {
    let _ = hcl::attributes(text);
    let Ok(dir) = TempDir::new() else { return };
    let (native, json) = text.split_once("\n%%%\n").unwrap_or((text, "{}"));
    let _ = fs::write(dir.path().join("main.tf"), native);
    let _ = fs::write(dir.path().join("more.tf.json"), json);
    let module = hcl::Module::read(dir.path(), &SourceMap::default());
    let _ = module.printed();
}
