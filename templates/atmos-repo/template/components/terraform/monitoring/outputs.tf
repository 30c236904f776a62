output "dashboard" {
  description = "Name of the dashboard."
  value       = terraform_data.dashboard.output.name
}

output "alarm_names" {
  description = "Names of the alarms."
  value       = [for alarm in values(terraform_data.alarm) : alarm.output.name]
}
