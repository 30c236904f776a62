output "zone_id" {
  description = "Identifier of the zone."
  value       = terraform_data.zone.id
}

output "zone_name" {
  description = "Domain of the zone."
  value       = terraform_data.zone.output.name
}
