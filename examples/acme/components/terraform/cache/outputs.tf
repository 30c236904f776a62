output "endpoint" {
  description = "Host that answers for the primary node."
  value       = "${terraform_data.node[0].output.name}.cache.internal"
}
