output "endpoint" {
  description = "Host that answers for the database."
  value       = "${terraform_data.database.output.name}.db.internal"
}

output "port" {
  description = "Port that the engine listens on."
  value       = var.engine == "postgres" ? 5432 : 3306
}
