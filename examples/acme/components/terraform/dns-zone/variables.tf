variable "zone_name" {
  type        = string
  description = "Domain that the zone answers for."

  validation {
    condition     = length(regexall("\\.", var.zone_name)) >= 1
    error_message = "A zone is a domain with at least one dot."
  }
}

variable "parent_zone" {
  type        = string
  description = "Zone that delegates to this one; empty for a zone of its own."
  default     = ""
}

variable "ttl_seconds" {
  type        = number
  description = "How long resolvers may remember an answer."
  default     = 300
}
