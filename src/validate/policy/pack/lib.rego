# What the rules share. `input` is documented in docs/policies.md: a component of a stack (`kind` is `component`, with
# `vars`), or a resource of a plan (`kind` is `resource`, with `values`).
package gaia.lib

import rego.v1

root := "vars" if input.kind == "component"

root := "values" if input.kind == "resource"

document := input[root]

# What nobody can know before Terraform runs: a YAML function, a template, an interpolation.
unknown(value) if {
	is_string(value)
	regex.match(`^!|\{\{|\$\{|<no value>|<computed>`, value)
}

unknown(value) if is_null(value)

# Terraform takes the words for the values.
is_false(value) if value in {false, "false"}

is_true(value) if value in {true, "true"}

# The settings of those names, at any depth, each with its path.
settings(names) := {found |
	walk(document, [path, value])
	count(path) > 0
	lower(sprintf("%v", [path[count(path) - 1]])) in names
	found := {"path": array.concat([root], path), "value": value}
}

# Whether the Terraform code of a component decides about a setting without a variable, so that only the plan tells.
decided_by_code(names) if {
	input.kind == "component"
	input.code.known
	count({name | some name in names; name in object.keys(input.code.variables)}) == 0
}

# The defaults that the code gives to variables of those names.
defaults(names) := {value |
	input.kind == "component"
	some name in names
	value := input.code.variables[name]
}

# Whether none of the settings is there, neither set nor by default nor left to the code.
absent(names) if {
	count(settings(names)) == 0
	count(defaults(names)) == 0
	not decided_by_code(names)
	not unknown_after_apply(names)
}

# Values of a plan that are known only when it has been carried out.
unknown_after_apply(names) if {
	some name in names
	input.unknown[name]
}

as_list(value) := value if is_array(value)

as_list(value) := [value] if not is_array(value)

# Objects, and the texts that hold some: a policy may be JSON in a text.
parsed contains {"path": path, "value": document} if path := [root]

parsed contains {"path": array.concat([root], path), "value": value} if {
	walk(document, [path, text])
	is_string(text)
	regex.match(`^\s*\{`, text)
	contains(lower(text), "action")
	value := json.unmarshal(text)
}

# The statements of IAM policies that allow something: as JSON writes them, or as `aws_iam_policy_document` does.
statements contains {"path": array.concat(found.path, below), "statement": statement} if {
	some found in parsed
	walk(found.value, [path, statement])
	is_object(statement)
	some key in {"Action", "NotAction", "actions", "not_actions"}
	statement[key]
	not denies(statement)
	below := [step | some step in path; found.path == [root]]
}

denies(statement) if lower(statement.Effect) == "deny"

denies(statement) if lower(statement.effect) == "deny"

actions(statement) := {action |
	some key in {"Action", "actions"}
	some action in as_list(statement[key])
	is_string(action)
}

resources(statement) := {resource |
	some key in {"Resource", "resources"}
	some resource in as_list(statement[key])
	is_string(resource)
}

# The names of AWS principals that a statement trusts.
principals(statement) := {principal |
	some principal in as_list(statement.Principal.AWS)
} | {principal |
	some block in as_list(statement.principals)
	block.type == "AWS"
	some principal in as_list(block.identifiers)
}

trusts(statement) if count(principals(statement)) > 0

# Whether a statement has a condition on a key, in any of the two forms.
has_condition(statement, key) if {
	some form in {"Condition", "condition", "conditions"}
	walk(statement[form], [path, value])
	some name in array.concat([sprintf("%v", [step]) | some step in path], [value])
	is_string(name)
	lower(name) == lower(key)
}

assumes_role(statement) if {
	some action in actions(statement)
	startswith(lower(action), "sts:assumerole")
}

assumes_role(statement) if "sts:*" in actions(statement)

# The words of a path, for messages.
shown(path) := concat(".", [sprintf("%v", [step]) | some step in array.slice(path, 1, count(path))])

is_kind(name) if name in input.kinds

# One finding for each setting of those names that is false, and one where none is there although it must be. `name` is
# what Terraform calls it.
must_be_true(names, name, what) := {finding |
	some found in settings(names)
	is_false(found.value)
	finding := {"path": found.path, "message": sprintf("%s: `%s` is false", [what, shown(found.path)])}
} | {finding |
	count(settings(names)) == 0
	some value in defaults(names)
	is_false(value)
	finding := {"path": [root], "message": sprintf("%s: `%s` is not set, and false by default", [what, name])}
} | {finding |
	unset(names)
	finding := {"path": [root], "message": sprintf("%s: `%s` is not set", [what, name])}
}

unset(names) if absent(names)

# A plan writes null for what is not set.
unset(names) if {
	input.kind == "resource"
	found := settings(names)
	count(found) > 0
	every one in found {
		one.value == null
	}
}
