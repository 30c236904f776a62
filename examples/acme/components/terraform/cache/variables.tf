variable "node_type" {
  type        = string
  description = "Size of a node."
}

variable "replicas" {
  type        = number
  description = "Read replicas besides the primary node."
  default     = 0

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 5
    error_message = "A cache has at most five replicas."
  }
}

variable "eviction_policy" {
  type        = string
  description = "What goes when memory is full."
  default     = "allkeys-lru"
}
