output "role_name" {
  description = "Name of the role."
  value       = terraform_data.role.output.name
}
