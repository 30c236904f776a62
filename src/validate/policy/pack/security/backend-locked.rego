# Terraform's states are locked while they change.
package gaia.rules.backend_locked

import rego.v1

deny contains {"path": ["backend"], "message": message} if {
	input.backend_type == "s3"
	not table
	not data.gaia.lib.is_true(object.get(input.backend, "use_lockfile", false))
	not data.gaia.lib.unknown(object.get(input.backend, "use_lockfile", false))
	message := "the state is not locked: the backend has neither `use_lockfile: true` nor `dynamodb_table`"
}

deny contains {"path": ["backend"], "message": "the state is not locked: the backend has no `lock_address`"} if {
	input.backend_type == "http"
	not input.backend.lock_address
}

table if not object.get(input.backend, "dynamodb_table", "") in {"", null}
