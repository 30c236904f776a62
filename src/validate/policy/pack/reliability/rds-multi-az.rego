# A database of production survives the loss of a zone.
package gaia.rules.rds_multi_az

import rego.v1

names := {"multi_az", "multi_az_enabled", "db_multi_az", "rds_multi_az"}

deny contains finding if {
	input.production
	applies
	some finding in data.gaia.lib.must_be_true(names, "multi_az", "the database lives in one zone")
}

applies if {
	input.kind == "component"
	data.gaia.lib.is_kind("database")
	not aurora
}

# Replicas follow their source; clusters have instances in several zones.
applies if {
	input.type == "aws_db_instance"
	not input.values.replicate_source_db
}

aurora if {
	some found in data.gaia.lib.settings({"engine", "db_engine"})
	is_string(found.value)
	startswith(found.value, "aurora")
}
