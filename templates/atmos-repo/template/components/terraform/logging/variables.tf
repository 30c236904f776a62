variable "retention_days" {
  type        = number
  description = "Days that logs are kept for."
  default     = 30

  validation {
    condition     = var.retention_days >= 1
    error_message = "Logs are kept for one day at least."
  }
}

variable "archive_after_days" {
  type        = number
  description = "Days after which logs move to cheaper storage; nothing where they never do."
  default     = null
}
