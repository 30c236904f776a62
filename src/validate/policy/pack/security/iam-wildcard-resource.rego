# No policy allows an action on every resource, where the action knows resources.
package gaia.rules.iam_wildcard_resource

import rego.v1

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.statements
	"*" in data.gaia.lib.resources(found.statement)
	# the policy of a resource means that resource
	not data.gaia.lib.trusts(found.statement)
	not found.statement.Principal
	needs_resource(found.statement)
	message := "the policy allows its actions on every resource (`*`)"
}

needs_resource(statement) if {
	some action in data.gaia.lib.actions(statement)
	not without_resource(action)
}

# Actions that know no resources, or only look.
without_resource(action) if regex.match(`(?i):(describe|list|get)`, action)

without_resource(action) if regex.match(`(?i)^(cloudwatch:putmetricdata|xray:put|ssmmessages:|ec2messages:|sts:decodeauth)`, action)
