variable "kubernetes_version" {
  type        = string
  description = "Version of the control plane, as major.minor."

  validation {
    condition     = can(regex("^1\\.[0-9]+$", var.kubernetes_version))
    error_message = "The version is written as in 1.31."
  }
}

variable "endpoint_public" {
  type        = bool
  description = "Reach the control plane from the internet."
  default     = false
}

variable "allowed_cidrs" {
  type        = list(string)
  description = "Address ranges that may reach the control plane."
  default     = []
}

variable "node_groups" {
  type = map(object({
    instance_type = string
    min_size      = number
    max_size      = number
    labels        = optional(map(string), {})
  }))
  description = "Groups of nodes by name."

  validation {
    condition     = alltrue([for group in values(var.node_groups) : group.min_size <= group.max_size])
    error_message = "A node group's min_size is not above its max_size."
  }
}
