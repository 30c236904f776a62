output "id" {
  description = "Unique name: namespace-tenant-stage-environment-name."
  value       = local.id
}

output "tags" {
  description = "The given tags with the standard ones."
  value = merge(var.tags, {
    Name        = local.id
    Namespace   = var.namespace
    Tenant      = var.tenant
    Environment = var.environment
    Stage       = var.stage
  })
}
