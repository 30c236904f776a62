# A database of production has no burstable instances.
package gaia.rules.rds_instance_class

import rego.v1

names := {"instance_class", "db_instance_class", "instance_type", "db_cluster_instance_class", "node_type"}

deny contains {"path": found.path, "message": message} if {
	input.production
	applies
	some found in data.gaia.lib.settings(names)
	burstable(found.value)
	message := sprintf("`%s` is burstable: it slows down once its credits are spent", [found.value])
}

deny contains {"path": [data.gaia.lib.root], "message": message} if {
	input.production
	applies
	count(data.gaia.lib.settings(names)) == 0
	some value in data.gaia.lib.defaults(names)
	burstable(value)
	message := sprintf("`%s`, the default, is burstable: it slows down once its credits are spent", [value])
}

burstable(class) if {
	is_string(class)
	regex.match(`^(db\.)?t[0-9]+[a-z]*\.`, class)
}

applies if {
	input.kind == "component"
	data.gaia.lib.is_kind("database")
}

applies if input.type in {"aws_db_instance", "aws_rds_cluster_instance"}
