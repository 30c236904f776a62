# An account is trusted as a whole only with an external id.
package gaia.rules.cross_account_trust

import rego.v1

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.statements
	data.gaia.lib.assumes_role(found.statement)
	some principal in data.gaia.lib.principals(found.statement)
	is_account(principal)
	not own(principal)
	not data.gaia.lib.has_condition(found.statement, "sts:ExternalId")
	message := sprintf("the role trusts the whole account `%s` without an external id", [principal])
}

# Lists of accounts that the code makes a trust policy of.
deny contains {"path": found.path, "message": message} if {
	input.kind == "component"
	some found in data.gaia.lib.settings({
		"trusted_account_ids", "trusted_accounts", "trusted_account_arns", "trusted_role_arns", "trusted_arns",
		"assume_role_principals", "principals_arns", "cross_account_ids",
	})
	some principal in data.gaia.lib.as_list(found.value)
	is_account(principal)
	not own(principal)
	not external_id
	message := sprintf("the role trusts the whole account `%s` without an external id", [principal])
}

is_account(principal) if {
	is_string(principal)
	regex.match(`^(arn:aws[a-z-]*:iam::[0-9]{12}:root|[0-9]{12}|\*)$`, principal)
}

# Not another account.
own(principal) if {
	some found in data.gaia.lib.settings({"account_id", "aws_account_id"})
	regex.match(`^[0-9]{12}$`, sprintf("%v", [found.value]))
	contains(principal, sprintf("%v", [found.value]))
}

external_id if {
	some found in data.gaia.lib.settings({"external_id", "sts_external_id", "role_sts_externalid", "external_ids"})
	not found.value in {"", null, []}
}
