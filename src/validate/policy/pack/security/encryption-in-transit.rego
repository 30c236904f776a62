# What travels is encrypted, and not with a protocol of yesterday.
package gaia.rules.encryption_in_transit

import rego.v1

names := {
	"transit_encryption_enabled", "in_transit_encryption_enabled", "encryption_in_transit_enabled", "encrypt_in_transit",
	"enforce_https", "https_only", "require_ssl", "ssl_enforced", "ssl_enforcement_enabled", "require_secure_transport",
	"enable_https", "https_enabled", "node_to_node_encryption_enabled", "require_tls", "tls_enabled",
}

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.settings(names)
	data.gaia.lib.is_false(found.value)
	message := sprintf("what travels is not encrypted: `%s` is false", [data.gaia.lib.shown(found.path)])
}

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.settings({
		"minimum_protocol_version", "min_tls_version", "minimum_tls_version", "tls_security_policy", "ssl_policy",
		"security_policy", "tls_policy", "https_ssl_policy",
	})
	is_string(found.value)
	regex.match(`(?i)^(ssl|tlsv?1([._-]?[01])?$|tlsv1(_2016)?$|tlsv1\.1_2016$|.*(2015-05|tls-1-0|tls-1-1).*|1\.[01]$|tls1_[01]$|policy-min-tls-1-0)`, found.value)
	message := sprintf("what travels is encrypted with an old protocol: `%s`", [found.value])
}

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.settings({"viewer_protocol_policy", "client_broker", "encryption_in_transit_client_broker"})
	found.value in {"allow-all", "PLAINTEXT", "TLS_PLAINTEXT"}
	message := sprintf("what travels need not be encrypted: `%s`", [found.value])
}

# A listener may send visitors on to HTTPS.
deny contains {"path": ["values", "protocol"], "message": "the listener speaks HTTP, and does not send on to HTTPS"} if {
	input.type in {"aws_lb_listener", "aws_alb_listener"}
	input.values.protocol == "HTTP"
	not redirects
}

redirects if {
	some action in input.values.default_action
	action.type == "redirect"
	some redirect in action.redirect
	redirect.protocol == "HTTPS"
}

deny contains {"path": ["values"], "message": "what travels is not encrypted: `transit_encryption_enabled` is not set"} if {
	input.type == "aws_elasticache_replication_group"
	object.get(input.values, "transit_encryption_enabled", null) == null
	not input.unknown.transit_encryption_enabled
}
