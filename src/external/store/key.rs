//! How a component's key becomes the key in a store.

/// The parts of a store's key: prefix, the parts of the stack, the parts of the component, the key.
///
/// An empty stack or component is left out; an empty prefix is not, so that the key begins with the separator.
pub(super) fn join(prefix: &str, stack_delimiter: &str, names: [&str; 3], separator: &str) -> String {
    let [stack, component, key] = names;
    let mut parts = vec![prefix];
    if !stack.is_empty() {
        // an empty delimiter takes the stack's name apart letter by letter, as in Go
        parts.extend(stack.split(stack_delimiter).filter(|part| !stack_delimiter.is_empty() || !part.is_empty()));
    }
    if !component.is_empty() {
        parts.extend(component.split('/'));
    }
    parts.push(key);
    parts.join(separator).replace("//", "/")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn stack_and_component_are_taken_apart() {
        let names = ["plat-ue2-dev", "network/vpc", "id"];
        assert_eq!(join("/acme", "-", names, "/"), "/acme/plat/ue2/dev/network/vpc/id");
        assert_eq!(join("", "-", names, "/"), "/plat/ue2/dev/network/vpc/id");
        assert_eq!(join("acme/", "/", names, "/"), "acme/plat-ue2-dev/network/vpc/id");
        assert_eq!(join("p", "-", ["a-b", "c", "k"], "_"), "p_a_b_c_k");
    }

    #[test]
    fn what_is_empty_is_left_out() {
        assert_eq!(join("p", "-", ["", "vpc", "id"], "/"), "p/vpc/id");
        assert_eq!(join("p", "-", ["dev", "", "id"], "/"), "p/dev/id");
        assert_eq!(join("p", "", ["dev", "", "id"], "/"), "p/d/e/v/id");
    }
}
