# The key that everything else in the stack is encrypted with.

resource "terraform_data" "key" {
  input = {
    alias                = "alias/${module.label.id}"
    rotation_enabled     = var.rotation_enabled
    deletion_window_days = var.deletion_window_days
    tags                 = module.label.tags
  }
}
