variable "trusted_services" {
  type        = list(string)
  description = "Services that may take the role."
  default     = []
}

variable "permissions" {
  type        = map(list(string))
  description = "What the role may do, by name of the statement."
  default     = {}

  validation {
    condition     = !contains(flatten(values(var.permissions)), "*")
    error_message = "A role is never allowed everything."
  }
}

variable "max_session_hours" {
  type        = number
  description = "How long a session of the role lasts at most."
  default     = 1
}
