# A zone, and its delegation from the parent zone.

resource "terraform_data" "zone" {
  input = {
    name = var.zone_name
    ttl  = var.ttl_seconds
    tags = module.label.tags
  }
}

resource "terraform_data" "delegation" {
  count = var.parent_zone == "" ? 0 : 1

  input = {
    parent = var.parent_zone
    zone   = terraform_data.zone.id
  }
}
