# People assume roles of production only with a second factor.
package gaia.rules.mfa_missing

import rego.v1

deny contains {"path": found.path, "message": message} if {
	input.production
	some found in data.gaia.lib.settings({
		"require_mfa", "mfa_required", "enforce_mfa", "role_requires_mfa", "assume_role_requires_mfa", "mfa_enabled",
	})
	data.gaia.lib.is_false(found.value)
	message := sprintf("`%s` is false: people need a second factor in production", [data.gaia.lib.shown(found.path)])
}

deny contains {"path": found.path, "message": message} if {
	input.production
	some found in data.gaia.lib.statements
	data.gaia.lib.assumes_role(found.statement)
	data.gaia.lib.trusts(found.statement)
	human(found.path)
	not data.gaia.lib.has_condition(found.statement, "aws:MultiFactorAuthPresent")
	not data.gaia.lib.has_condition(found.statement, "aws:MultiFactorAuthAge")
	message := "the role is for people and has no condition on `aws:MultiFactorAuthPresent`"
}

# By the names on the way to the policy, the role's own, and that of the resource.
human(path) if {
	named := [sprintf("%v", [step]) | some step in path]
	own := [name | some found in data.gaia.lib.settings({"name", "role_name"}); name := sprintf("%v", [found.value])]
	words := array.concat(array.concat(named, own), [object.get(input, "name", "")])
	some word in words
	regex.match(`(?i)(^|[^a-z])(admin|administrator|human|user|operator|developer|engineer|readonly|read-only|poweruser|support|on-?call|break-?glass|people|team)s?([^a-z]|$)`, word)
}
