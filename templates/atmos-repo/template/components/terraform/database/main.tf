# A relational database with its parameters.

resource "terraform_data" "parameter_group" {
  input = {
    family     = "${var.engine}${split(".", var.engine_version)[0]}"
    parameters = var.parameters
  }
}

resource "terraform_data" "database" {
  input = {
    name                  = module.label.id
    engine                = var.engine
    engine_version        = var.engine_version
    instance_class        = var.instance_class
    storage_gb            = var.storage_gb
    multi_az              = var.multi_az
    backup_retention_days = var.backup_retention_days
    deletion_protection   = var.deletion_protection
    parameter_group       = terraform_data.parameter_group.id
    tags                  = module.label.tags
  }
}
