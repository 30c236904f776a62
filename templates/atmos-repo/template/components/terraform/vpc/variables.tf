variable "cidr_block" {
  type        = string
  description = "Address range of the network."

  validation {
    condition     = can(cidrhost(var.cidr_block, 0))
    error_message = "The address range is written as in 10.0.0.0/16."
  }
}

variable "availability_zones" {
  type        = list(string)
  description = "Zones to spread the subnets over."

  validation {
    condition     = length(var.availability_zones) >= 2
    error_message = "A network spans at least two zones."
  }
}

variable "nat_gateways" {
  type        = string
  description = "How private subnets reach the internet: none, single or per_zone."
  default     = "single"

  validation {
    condition     = contains(["none", "single", "per_zone"], var.nat_gateways)
    error_message = "NAT gateways are none, single or per_zone."
  }
}

variable "flow_logs_enabled" {
  type        = bool
  description = "Record the network's flows in the bucket for logs."
  default     = false
}
