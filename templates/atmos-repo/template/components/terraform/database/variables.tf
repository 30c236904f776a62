variable "engine" {
  type        = string
  description = "Database engine."

  validation {
    condition     = contains(["postgres", "mysql"], var.engine)
    error_message = "The engine is postgres or mysql."
  }
}

variable "engine_version" {
  type        = string
  description = "Version of the engine."
}

variable "instance_class" {
  type        = string
  description = "Size of the instance."
}

variable "storage_gb" {
  type        = number
  description = "Storage in gigabytes."
  default     = 20

  validation {
    condition     = var.storage_gb >= 20
    error_message = "The smallest storage is 20 GB."
  }
}

variable "multi_az" {
  type        = bool
  description = "Keep a stand-by in another zone."
  default     = false
}

variable "backup_retention_days" {
  type        = number
  description = "Days that backups are kept for."
  default     = 7
}

variable "deletion_protection" {
  type        = bool
  description = "Refuse to delete the database."
  default     = false
}

variable "parameters" {
  type        = map(string)
  description = "Settings of the engine."
  default     = {}
}
