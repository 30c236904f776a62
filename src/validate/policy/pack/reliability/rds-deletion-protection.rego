# A database of production is not deleted by a slip.
package gaia.rules.rds_deletion_protection

import rego.v1

names := {"deletion_protection", "deletion_protection_enabled", "enable_deletion_protection"}

deny contains finding if {
	input.production
	applies
	some finding in data.gaia.lib.must_be_true(names, "deletion_protection", "the database can be deleted by a slip")
}

applies if {
	input.kind == "component"
	data.gaia.lib.is_kind("database")
}

applies if input.type in {"aws_db_instance", "aws_rds_cluster"}
