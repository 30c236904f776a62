variable "image" {
  type        = string
  description = "Container image, without its tag."
}

variable "image_tag" {
  type        = string
  description = "Tag of the image."
  default     = "latest"
}

variable "replicas" {
  type        = number
  description = "How many copies run."
  default     = 1

  validation {
    condition     = var.replicas >= 1
    error_message = "A service runs at least once."
  }
}

variable "port" {
  type        = number
  description = "Port that the service listens on; 0 when it listens on none."
  default     = 0
}

variable "hostname" {
  type        = string
  description = "Public name of the service; empty for an internal one."
  default     = ""
}

variable "resources" {
  type = object({
    cpu    = string
    memory = string
  })
  description = "What each copy is given."
  default     = { cpu = "250m", memory = "256Mi" }
}

variable "config" {
  type        = map(string)
  description = "Settings handed to the service as environment variables."
  default     = {}
}
