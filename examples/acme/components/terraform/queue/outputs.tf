output "queue_name" {
  description = "Name of the queue."
  value       = terraform_data.queue.output.name
}
