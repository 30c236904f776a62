output "service_name" {
  description = "Name of the service in the cluster."
  value       = terraform_data.deployment.output.name
}

output "url" {
  description = "Public address, or an empty string."
  value       = var.hostname == "" ? "" : "https://${var.hostname}"
}
