variable "versioning_enabled" {
  type        = bool
  description = "Keep former versions of objects."
  default     = true
}

variable "public_access" {
  type        = bool
  description = "Let anybody read the objects."
  default     = false
}

variable "force_destroy" {
  type        = bool
  description = "Delete the bucket even when objects are in it."
  default     = false
}

variable "lifecycle_rules" {
  type = list(object({
    name                  = string
    prefix                = optional(string, "")
    archive_after_days    = optional(number)
    expiration_after_days = optional(number)
  }))
  description = "What becomes of old objects."
  default     = []
}
