output "cluster_name" {
  description = "Name of the cluster."
  value       = terraform_data.cluster.output.name
}

output "node_capacity" {
  description = "How many nodes the cluster may have."
  value       = sum([for group in values(var.node_groups) : group.max_size])
}
