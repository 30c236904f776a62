# Buckets are closed to the public.
package gaia.rules.s3_public_access

import rego.v1

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.settings({
		"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets", "block_public_access",
		"public_access_block_enabled", "enable_public_access_block", "s3_block_public_access",
	})
	data.gaia.lib.is_false(found.value)
	message := sprintf("the bucket may be opened to the public: `%s` is false", [data.gaia.lib.shown(found.path)])
}

deny contains {"path": found.path, "message": message} if {
	some found in data.gaia.lib.settings({"acl", "bucket_acl", "canned_acl"})
	is_string(found.value)
	startswith(found.value, "public-read")
	message := sprintf("the bucket is open to the public: `%s`", [found.value])
}

deny contains {"path": found.path, "message": message} if {
	data.gaia.lib.is_kind("bucket")
	some found in data.gaia.lib.settings({"public_access", "public", "allow_public_access", "public_read"})
	data.gaia.lib.is_true(found.value)
	message := sprintf("the bucket is open to the public: `%s` is true", [data.gaia.lib.shown(found.path)])
}

deny contains {"path": ["values"], "message": message} if {
	input.type == "aws_s3_bucket_public_access_block"
	some name in {"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}
	object.get(input.values, name, null) == null
	not input.unknown[name]
	message := sprintf("the bucket may be opened to the public: `%s` is not set", [name])
}
