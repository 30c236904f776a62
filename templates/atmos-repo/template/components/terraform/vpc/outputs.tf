output "vpc_id" {
  description = "Identifier of the network."
  value       = terraform_data.vpc.id
}

output "private_subnets" {
  description = "Address range of the private subnet of each zone."
  value       = { for zone, subnet in local.subnets : zone => subnet.private }
}

output "public_subnets" {
  description = "Address range of the public subnet of each zone."
  value       = { for zone, subnet in local.subnets : zone => subnet.public }
}
