# Where the environment's logs go, and for how long.

resource "terraform_data" "bucket" {
  input = {
    name           = module.label.id
    retention_days = var.retention_days
    archive_days   = var.archive_after_days
    encrypted      = true
    tags           = module.label.tags
  }
}
