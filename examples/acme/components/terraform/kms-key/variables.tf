variable "rotation_enabled" {
  type        = bool
  description = "Rotate the key material every year."
  default     = true
}

variable "deletion_window_days" {
  type        = number
  description = "Days between the order to delete the key and its end."
  default     = 30

  validation {
    condition     = var.deletion_window_days >= 7 && var.deletion_window_days <= 30
    error_message = "A key can be brought back for 7 to 30 days."
  }
}
