output "log_group" {
  description = "Where the logs of the stack go."
  value       = terraform_data.logs.output.name
}

output "alarm_names" {
  description = "Names of the alarms."
  value       = [for alarm in values(terraform_data.alarm) : alarm.output.name]
}
