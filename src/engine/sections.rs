//! The sections of a component: which there are for which type, and which layers make each.
//!
//! Atmos merges, weakest first: the stack's global section, the section of the component type, the bases, the
//! component, its overrides. Not every section has every layer; the table below is that knowledge.

/// A component type of a manifest: `components.<type>.<name>`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// `terraform` (and `OpenTofu`)
    Terraform,
    /// `helmfile`
    Helmfile,
    /// `packer`
    Packer,
    /// `ansible`
    Ansible,
    /// `kubernetes`
    Kubernetes,
    /// `helm`
    Helm,
}

/// The names of all types of components, custom ones that Atmos knows too, as `describe stacks` orders them.
pub const KINDS: [&str; 8] =
    ["terraform", "helmfile", "packer", "ansible", "kubernetes", "helm", "container", "emulator"];

impl Kind {
    /// All types that Atmos merges itself; any other type is a custom one.
    pub const ALL: [Kind; 6] =
        [Kind::Terraform, Kind::Helmfile, Kind::Packer, Kind::Ansible, Kind::Kubernetes, Kind::Helm];

    /// The name in manifests.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Terraform => "terraform",
            Kind::Helmfile => "helmfile",
            Kind::Packer => "packer",
            Kind::Ansible => "ansible",
            Kind::Kubernetes => "kubernetes",
            Kind::Helm => "helm",
        }
    }

    /// The type of a name; `None` for a custom type.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.name() == name)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

const ALL: u8 = 0b11_1111;
const TERRAFORM: u8 = Kind::Terraform.bit();
const KUBERNETES: u8 = Kind::Kubernetes.bit();
const HELM: u8 = Kind::Helm.bit();
const HELMFILE: u8 = Kind::Helmfile.bit();
const PACKER: u8 = Kind::Packer.bit();
const GENERATING: u8 = TERRAFORM | KUBERNETES | HELM;

/// Where a section may be set above the component, as bits of types.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Section {
    /// The key.
    pub name: &'static str,
    /// The types that have it.
    types: u8,
    /// The types for which the stack's top-level section of that name is the weakest layer.
    global: u8,
    /// The types for which the section under the type's own top-level key is a layer.
    typed: u8,
    /// Whether `overrides` may hold it.
    pub overridable: bool,
    /// Whether values that are YAML functions wait: they merge with the other layers once they are evaluated.
    pub deferred: bool,
    /// Whether the component has the key even when nothing sets it.
    pub always: bool,
}

impl Section {
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.types & kind.bit() != 0
    }

    pub(crate) fn is_global(&self, kind: Kind) -> bool {
        self.global & kind.bit() != 0
    }

    pub(crate) fn is_typed(&self, kind: Kind) -> bool {
        self.typed & kind.bit() != 0
    }
}

/// The sections that are maps, in no particular order.
///
/// `vars` is the first. Atmos leaves out `terraform.required_providers` and the hooks above a helmfile component; so does this table.
pub(crate) const SECTIONS: &[Section] = &[
    Section { name: "vars", types: ALL, global: ALL, typed: ALL, overridable: true, deferred: true, always: true },
    Section { name: "settings", types: ALL, global: ALL, typed: ALL, overridable: true, deferred: true, always: true },
    Section { name: "env", types: ALL, global: ALL, typed: ALL, overridable: true, deferred: true, always: true },
    Section { name: "auth", types: ALL, global: ALL, typed: ALL, overridable: true, deferred: true, always: true },
    Section {
        name: "providers",
        types: TERRAFORM,
        global: 0,
        typed: TERRAFORM,
        overridable: true,
        deferred: true,
        always: true,
    },
    Section {
        name: "required_providers",
        types: TERRAFORM,
        global: 0,
        typed: 0,
        overridable: true,
        deferred: true,
        always: true,
    },
    Section {
        name: "hooks",
        types: GENERATING | HELMFILE,
        global: GENERATING,
        typed: GENERATING,
        overridable: true,
        deferred: true,
        always: true,
    },
    Section {
        name: "generate",
        types: GENERATING,
        global: GENERATING,
        typed: GENERATING,
        overridable: true,
        deferred: true,
        always: true,
    },
    Section { name: "test", types: TERRAFORM, global: 0, typed: 0, overridable: false, deferred: true, always: false },
    Section {
        name: "mocks",
        types: TERRAFORM,
        global: 0,
        typed: 0,
        overridable: false,
        deferred: false,
        always: false,
    },
    Section {
        name: "secrets",
        types: ALL,
        global: ALL & !(KUBERNETES | HELM),
        typed: 0,
        overridable: true,
        deferred: false,
        always: false,
    },
    Section {
        name: "dependencies",
        types: ALL,
        global: ALL,
        typed: ALL,
        overridable: false,
        deferred: false,
        always: false,
    },
    Section { name: "locals", types: ALL, global: 0, typed: 0, overridable: false, deferred: false, always: false },
    Section { name: "retry", types: ALL, global: 0, typed: 0, overridable: true, deferred: false, always: false },
    Section {
        name: "source",
        types: GENERATING | HELMFILE | PACKER,
        global: 0,
        typed: GENERATING,
        overridable: false,
        deferred: false,
        always: true,
    },
    Section {
        name: "provision",
        types: GENERATING | HELMFILE | PACKER,
        global: 0,
        typed: GENERATING,
        overridable: false,
        deferred: false,
        always: true,
    },
    Section {
        name: "render",
        types: KUBERNETES,
        global: 0,
        typed: KUBERNETES,
        overridable: false,
        deferred: false,
        always: false,
    },
];

/// The section that names of stacks are made of.
pub(crate) const VARS: &Section = &SECTIONS[0];

/// Sections of any shape: later layers win, maps merge.
pub(crate) const FREE: &[Section] = &[
    Section {
        name: "paths",
        types: KUBERNETES,
        global: 0,
        typed: KUBERNETES,
        overridable: false,
        deferred: false,
        always: false,
    },
    Section {
        name: "manifests",
        types: KUBERNETES,
        global: 0,
        typed: KUBERNETES,
        overridable: false,
        deferred: false,
        always: false,
    },
    Section {
        name: "validate",
        types: KUBERNETES,
        global: 0,
        typed: KUBERNETES,
        overridable: false,
        deferred: false,
        always: false,
    },
    Section {
        name: "plugins",
        types: HELM | HELMFILE,
        global: 0,
        typed: 0,
        overridable: false,
        deferred: false,
        always: false,
    },
];

/// What a helm component keeps beside the sections: merged as one map, spread over the component.
pub(crate) const HELM_KEYS: [&str; 9] =
    ["chart", "values", "values_files", "repositories", "render", "version", "repository", "namespace", "name"];

/// The keys of a component that manifests can set, beside those of the tables above.
const OTHERS: [&str; 8] = [
    "metadata",
    "backend_type",
    "backend",
    "remote_state_backend_type",
    "remote_state_backend",
    "command",
    "required_version",
    "provider",
];

/// Whether manifests can set a key of a component.
pub(crate) fn is_written(name: &str) -> bool {
    SECTIONS.iter().chain(FREE).any(|s| s.name == name) || HELM_KEYS.contains(&name) || OTHERS.contains(&name)
}

/// The keys that stack-wide `metadata` may have.
pub(crate) const GLOBAL_METADATA: [&str; 6] =
    ["labels", "tags", "custom", "enabled", "locked", "terraform_workspace_pattern"];
