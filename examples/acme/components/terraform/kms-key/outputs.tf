output "key_alias" {
  description = "Alias of the key."
  value       = terraform_data.key.output.alias
}

output "key_id" {
  description = "Identifier of the key."
  value       = terraform_data.key.id
}
