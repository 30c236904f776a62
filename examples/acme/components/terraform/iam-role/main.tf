# A role, and one policy for each statement.

resource "terraform_data" "role" {
  input = {
    name              = module.label.id
    trusted_services  = var.trusted_services
    max_session_hours = var.max_session_hours
    tags              = module.label.tags
  }
}

resource "terraform_data" "policy" {
  for_each = var.permissions

  input = {
    role    = terraform_data.role.id
    actions = each.value
  }
}
