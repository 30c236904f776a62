variable "fifo" {
  type        = bool
  description = "Deliver messages once, and in order."
  default     = false
}

variable "visibility_timeout_seconds" {
  type        = number
  description = "How long a message stays hidden from others once it is taken."
  default     = 30
}

variable "max_receive_count" {
  type        = number
  description = "Deliveries before a message goes to the dead-letter queue."
  default     = 5

  validation {
    condition     = var.max_receive_count >= 1
    error_message = "A message is delivered at least once."
  }
}
