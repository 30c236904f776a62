# Names and tags, made in one place so that every component agrees on them.

locals {
  id = join("-", compact([var.namespace, var.tenant, var.stage, var.environment, var.name]))
}
