output "certificate_id" {
  description = "Identifier of the certificate."
  value       = terraform_data.certificate.id
}

output "names" {
  description = "Every name that the certificate covers."
  value       = concat([var.domain_name], var.alternative_names)
}
