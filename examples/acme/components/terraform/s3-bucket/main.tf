# A bucket, encrypted with the stack's key.

resource "terraform_data" "bucket" {
  input = {
    name               = module.label.id
    versioning_enabled = var.versioning_enabled
    public_access      = var.public_access
    force_destroy      = var.force_destroy
    tags               = module.label.tags
  }
}

resource "terraform_data" "lifecycle_rule" {
  for_each = { for rule in var.lifecycle_rules : rule.name => rule }

  input = {
    bucket = terraform_data.bucket.id
    rule   = each.value
  }
}
