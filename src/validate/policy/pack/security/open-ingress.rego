# Nothing is reachable from everywhere but 80 and 443 of public load balancers.
package gaia.rules.open_ingress

import rego.v1

deny contains {"path": array.concat([data.gaia.lib.root], path), "message": message} if {
	walk(data.gaia.lib.document, [path, cidr])
	cidr in {"0.0.0.0/0", "::/0"}
	ingress(path)
	not public_web(path)
	message := sprintf("`%s` lets everyone in (%s)", [data.gaia.lib.shown(array.concat([data.gaia.lib.root], path)), cidr])
}

names(path) := [lower(step) | some step in path; is_string(step)]

# In manifests the name of the variable tells; in plans the type of the resource.
ingress(path) if {
	input.kind == "component"
	words := names(path)
	some word in words
	regex.match(`cidr|ranges?$|allowed_ips|whitelist|allowlist`, word)
	not regex.match(`egress|outbound|destination|route`, concat(" ", words))
	not outgoing(path)
	not words[count(words) - 1] in {"vpc_cidr", "vpc_cidr_block", "destination_cidr_block"}
}

ingress(path) if {
	input.type in {"aws_security_group", "aws_default_security_group"}
	path[0] == "ingress"
}

ingress(_) if {
	input.type == "aws_security_group_rule"
	input.values.type == "ingress"
}

ingress(_) if input.type == "aws_vpc_security_group_ingress_rule"

ingress(path) if {
	input.type in {"aws_eks_cluster", "google_compute_firewall", "azurerm_network_security_rule"}
	some word in names(path)
	word in {"public_access_cidrs", "source_ranges", "source_address_prefix"}
}

outgoing(path) if {
	some i in numbers.range(1, count(path))
	around := object.get(data.gaia.lib.document, array.slice(path, 0, i), {})
	is_object(around)
	lower(around.type) == "egress"
}

# The rule around the address names its ports.
public_web(path) if {
	balancer
	ports := {port |
		some i in numbers.range(0, count(path))
		around := object.get(data.gaia.lib.document, array.slice(path, 0, i), {})
		is_object(around)
		some key in {"from_port", "to_port", "port"}
		port := to_number(around[key])
	}
	count(ports) > 0
	count(ports - {80, 443}) == 0
}

public_web(path) if {
	balancer
	some word in names(path)
	regex.match(`(^|_)https?(_|$)`, word)
}

balancer if {
	data.gaia.lib.is_kind("load_balancer")
	not internal
}

internal if {
	some found in data.gaia.lib.settings({"internal", "load_balancer_internal", "internal_load_balancer"})
	data.gaia.lib.is_true(found.value)
}
