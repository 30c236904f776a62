# A certificate with a record in DNS that proves ownership of its names.

resource "terraform_data" "certificate" {
  input = {
    domain_name       = var.domain_name
    alternative_names = var.alternative_names
    key_algorithm     = var.key_algorithm
    validity_days     = var.validity_days
    tags              = module.label.tags
  }

  # A change of names or key is a new certificate.
  triggers_replace = [var.domain_name, var.alternative_names, var.key_algorithm]

  lifecycle {
    create_before_destroy = true
  }
}

resource "terraform_data" "validation_record" {
  for_each = toset(concat([var.domain_name], var.alternative_names))

  input = { name = "_acme-challenge.${trimprefix(each.key, "*.")}" }
}
