# No policy allows every action, of all services or of one.
package gaia.rules.iam_wildcard_action

import rego.v1

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.statements
	some action in data.gaia.lib.actions(found.statement)
	wildcard(action)
	message := sprintf("the policy allows `%s`, every action of the service", [action])
}

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.statements
	some key in {"NotAction", "not_actions"}
	found.statement[key]
	message := sprintf("the policy allows every action but those of `%s`", [key])
}

# Lists of permissions that the code makes a policy of.
deny contains {"path": array.concat([data.gaia.lib.root], path), "message": message} if {
	walk(data.gaia.lib.document, [path, action])
	is_string(action)
	wildcard(action)
	some step in path
	regex.match(`(?i)action|permission|polic|privilege`, sprintf("%v", [step]))
	not in_statement(path)
	message := sprintf("the policy allows `%s`, every action of the service", [action])
}

deny contains {"path": array.concat([data.gaia.lib.root], path), "message": message} if {
	walk(data.gaia.lib.document, [path, arn])
	is_string(arn)
	regex.match(`^arn:aws[a-z-]*:iam::aws:policy/(AdministratorAccess|PowerUserAccess)$`, arn)
	message := sprintf("`%s` allows every action", [arn])
}

wildcard(action) if regex.match(`^([a-z0-9-]+:)?\*$`, action)

# Statements are looked at as such.
in_statement(path) if {
	some i in numbers.range(1, count(path))
	around := object.get(data.gaia.lib.document, array.slice(path, 0, i), {})
	is_object(around)
	some key in {"Effect", "effect", "Resource", "resources", "NotAction", "not_actions"}
	key in object.keys(around)
}
