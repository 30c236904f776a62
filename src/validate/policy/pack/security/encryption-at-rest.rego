# What is stored is encrypted.
package gaia.rules.encryption_at_rest

import rego.v1

names := {
	"storage_encrypted", "encrypted", "encryption_enabled", "enable_encryption", "encryption_at_rest_enabled",
	"at_rest_encryption_enabled", "server_side_encryption_enabled", "sse_enabled", "encrypt_at_rest", "encrypt_at_rest_enabled",
	"ebs_encrypted", "volume_encrypted", "kms_encryption_enabled", "cluster_encryption_config_enabled", "sqs_managed_sse_enabled",
}

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.settings(names)
	data.gaia.lib.is_false(found.value)
	not managed_otherwise
	message := sprintf("what is stored is not encrypted: `%s` is false", [data.gaia.lib.shown(found.path)])
}

# A queue is encrypted with a key of its own instead.
managed_otherwise if {
	input.type == "aws_sqs_queue"
	input.values.kms_master_key_id
}

# What Terraform leaves unencrypted unless it is told.
required := {
	"aws_db_instance": "storage_encrypted",
	"aws_rds_cluster": "storage_encrypted",
	"aws_ebs_volume": "encrypted",
	"aws_efs_file_system": "encrypted",
	"aws_elasticache_replication_group": "at_rest_encryption_enabled",
	"aws_redshift_cluster": "encrypted",
	"aws_neptune_cluster": "storage_encrypted",
	"aws_docdb_cluster": "storage_encrypted",
}

deny contains {"path": ["values"], "message": message} if {
	name := required[input.type]
	object.get(input.values, name, null) == null
	not input.unknown[name]
	message := sprintf("what is stored is not encrypted: `%s` is not set", [name])
}

deny contains {"path": ["vars"], "message": "what is stored is not encrypted: `storage_encrypted` is not set"} if {
	input.kind == "component"
	data.gaia.lib.is_kind("database")
	data.gaia.lib.absent({"storage_encrypted", "encrypted", "encryption_enabled", "storage_encryption_enabled", "kms_key_id", "kms_key_arn"})
}
