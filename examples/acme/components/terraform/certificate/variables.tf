variable "domain_name" {
  type        = string
  description = "Name that the certificate is made out to."
}

variable "alternative_names" {
  type        = list(string)
  description = "Further names that the certificate covers."
  default     = []
}

variable "key_algorithm" {
  type        = string
  description = "Kind of the key."
  default     = "EC_prime256v1"

  validation {
    condition     = contains(["RSA_2048", "EC_prime256v1", "EC_secp384r1"], var.key_algorithm)
    error_message = "Keys are RSA_2048, EC_prime256v1 or EC_secp384r1."
  }
}

variable "validity_days" {
  type        = number
  description = "Days that the certificate is valid for."
  default     = 90

  validation {
    condition     = var.validity_days >= 1 && var.validity_days <= 397
    error_message = "Browsers refuse certificates of more than 397 days."
  }
}
