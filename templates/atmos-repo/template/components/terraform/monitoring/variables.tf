variable "retention_days" {
  type        = number
  description = "Days that metrics and logs are kept for."
  default     = 14
}

variable "notify" {
  type        = list(string)
  description = "Who is told about an alarm."
  default     = []
}

variable "alarms" {
  type = map(object({
    metric    = string
    threshold = number
    minutes   = optional(number, 5)
  }))
  description = "Alarms by name."
  default     = {}

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : alarm.minutes > 0])
    error_message = "An alarm looks at one minute at least."
  }
}
