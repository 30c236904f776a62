variable "namespace" {
  type        = string
  description = "Organisation that owns the resource."
}

variable "tenant" {
  type        = string
  description = "Business unit that owns the resource."
}

variable "environment" {
  type        = string
  description = "Short code of the region."
}

variable "stage" {
  type        = string
  description = "Stage of the life cycle: dev, staging or prod."
}

variable "name" {
  type        = string
  description = "Name of the resource inside its stack."
}

variable "tags" {
  type        = map(string)
  description = "Tags to add to the standard ones."
  default     = {}
}
