# A database of production can be looked into.
package gaia.rules.rds_performance_insights

import rego.v1

names := {"performance_insights_enabled", "enable_performance_insights", "performance_insights"}

deny contains finding if {
	input.production
	applies
	some finding in data.gaia.lib.must_be_true(names, "performance_insights_enabled", "performance insights are off")
}

applies if {
	input.kind == "component"
	data.gaia.lib.is_kind("database")
}

applies if input.type in {"aws_db_instance", "aws_rds_cluster_instance"}
