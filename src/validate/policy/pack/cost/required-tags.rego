# Whatever costs money tells whose it is.
package gaia.rules.required_tags

import rego.v1

# Words differ in case and hyphens only: `CostCenter` is `cost-center`.
plain(name) := lower(regex.replace(sprintf("%v", [name]), `[-_ :]`, ""))

given := {plain(name) |
	some section in tagged
	is_object(section)
	some name, value in section
	not value in {"", null}
}

tagged := [input.vars.tags, object.get(input.vars, "default_tags", {}), object.get(input, "provider_tags", {})] if {
	input.kind == "component"
	input.vars.tags
} else := [object.get(input.vars, "default_tags", {}), object.get(input, "provider_tags", {})] if {
	input.kind == "component"
} else := [object.get(input.values, "tags", {}), object.get(input.values, "tags_all", {})]

taggable if {
	input.kind == "component"
	input.vars.tags
}

taggable if {
	input.kind == "component"
	not input.code.known
}

taggable if {
	input.kind == "component"
	"tags" in object.keys(input.code.variables)
}

taggable if {
	input.kind == "resource"
	"tags_all" in object.keys(input.values)
	not input.unknown.tags_all == true
}

taggable if {
	input.kind == "resource"
	not "tags_all" in object.keys(input.values)
	not input.unknown.tags_all
	"tags" in object.keys(input.values)
	not input.unknown.tags == true
}

missing := [name | some name in input.required_tags; not plain(name) in given]

deny contains {"path": [data.gaia.lib.root, "tags"], "message": message} if {
	taggable
	not whole_is_unknown
	count(missing) > 0
	message := sprintf("tags are missing: %s", [concat(", ", [sprintf("`%s`", [name]) | some name in missing])])
}

whole_is_unknown if {
	is_string(input.vars.tags)
	data.gaia.lib.unknown(input.vars.tags)
}
