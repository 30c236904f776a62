# Terraform's states are encrypted.
package gaia.rules.backend_encrypted

import rego.v1

# Google and Azure encrypt whatever they store.
deny contains {"path": ["backend", "encrypt"], "message": message} if {
	input.backend_type == "s3"
	value := object.get(input.backend, "encrypt", "not set")
	not data.gaia.lib.is_true(value)
	not known_later(value)
	message := sprintf("the state is not encrypted: `encrypt` of the backend is %v", [value])
}

deny contains {"path": ["backend_type"], "message": "the state is a file on one machine, neither encrypted nor shared"} if {
	input.backend_type == "local"
	input.production
}

deny contains {"path": ["backend", "address"], "message": "the state travels unencrypted: `address` is no HTTPS"} if {
	input.backend_type == "http"
	startswith(input.backend.address, "http://")
}

known_later(value) if {
	value != "not set"
	data.gaia.lib.unknown(value)
}
