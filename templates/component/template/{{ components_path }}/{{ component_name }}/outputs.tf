output "id" {
  description = "Unique name: tenant-stage-environment-name. Nothing where the component is not enabled."
  value       = one(terraform_data.this[*].output.id)
}

output "tags" {
  description = "Tags of every resource."
  value       = local.tags
}
