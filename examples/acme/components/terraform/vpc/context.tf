# Where this instance lives. Every component has this file, and gets these values from its stack.

variable "namespace" {
  type        = string
  description = "Organisation that owns the resources."
}

variable "tenant" {
  type        = string
  description = "Business unit that owns the resources."
}

variable "environment" {
  type        = string
  description = "Short code of the region, such as euw1."
}

variable "stage" {
  type        = string
  description = "Stage of the life cycle."

  validation {
    condition     = contains(["dev", "staging", "prod"], var.stage)
    error_message = "The stage is dev, staging or prod."
  }
}

variable "region" {
  type        = string
  description = "Region of the cloud."
}

variable "name" {
  type        = string
  description = "Name of this instance inside its stack."
}

variable "tags" {
  type        = map(string)
  description = "Tags of every resource."
  default     = {}
}

module "label" {
  source = "../../../modules/label"

  namespace   = var.namespace
  tenant      = var.tenant
  environment = var.environment
  stage       = var.stage
  name        = var.name
  tags        = var.tags
}
