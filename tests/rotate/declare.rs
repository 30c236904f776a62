//! A stack that declares a certificate.

use crate::scene::Scene;

/// A repository whose stack `dev` declares the certificate; gives the manifest.
pub(crate) fn declare(scene: &Scene, account: &str) -> String {
    let write = |path: &str, text: &str| {
        let path = scene.repo.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "atmos.yaml",
        "base_path: .\nstacks: { base_path: stacks, included_paths: ['**/*'], name_pattern: '{stage}' }\n\
         components: { terraform: { base_path: components } }\n",
    );
    let manifest = format!(
        "vars: {{ stage: dev, account_id: '{account}' }}\ncomponents:\n  terraform:\n    acm:\n      settings:\n        \
         gaia:\n          certificates:\n            www:\n              domains: [www.example.org]\n              \
         secret: {{ id: {} }}\n              acm: {{ arn: '{}' }}\n",
        scene.secret, scene.arn
    );
    write("stacks/dev.yaml", &manifest);
    manifest
}
