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
  description = "Environment of the stage."
}

variable "stage" {
  type        = string
  description = "Account, which is the stage of the life cycle."
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
