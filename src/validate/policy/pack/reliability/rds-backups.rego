# Backups of a database of production reach back a week.
package gaia.rules.rds_backups

import rego.v1

names := {
	"backup_retention_period", "backup_retention_days", "backup_retention", "backup_retention_in_days",
	"db_backup_retention_period", "retention_period",
}

days := 7

deny contains {"path": found.path, "message": message} if {
	input.production
	applies
	some found in data.gaia.lib.settings(names)
	kept := to_number(found.value)
	kept < days
	message := sprintf("backups are kept for %v days, and must be for %v", [kept, days])
}

deny contains {"path": [data.gaia.lib.root], "message": message} if {
	input.production
	applies
	count(data.gaia.lib.settings(names)) == 0
	some value in data.gaia.lib.defaults(names)
	is_number(value)
	value < days
	message := sprintf("backups are kept for %v days by default, and must be for %v", [value, days])
}

deny contains {"path": [data.gaia.lib.root], "message": "how long backups are kept is not set: `backup_retention_period`"} if {
	input.production
	applies
	data.gaia.lib.absent(names)
}

applies if {
	input.kind == "component"
	data.gaia.lib.is_kind("database")
}

applies if {
	input.type in {"aws_db_instance", "aws_rds_cluster"}
	not input.values.replicate_source_db
}
