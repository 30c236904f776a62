# Where this instance lives. Every component has this file, and gets these values from its stack.

variable "namespace" {
  type        = string
  description = "Organisation that owns the resources."
}

variable "tenant" {
  type        = string
  description = "Business unit that owns the resources."
}

variable "stage" {
  type        = string
  description = "Account, which is the stage of the life cycle."
}

variable "environment" {
  type        = string
  description = "Environment of the stage."
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
  stage       = var.stage
  environment = var.environment
  name        = var.name
  tags        = var.tags
}
