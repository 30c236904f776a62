# A network with one public and one private subnet in each zone.

locals {
  subnets = {
    for index, zone in var.availability_zones : zone => {
      public  = cidrsubnet(var.cidr_block, 4, index)
      private = cidrsubnet(var.cidr_block, 4, index + 8)
    }
  }
  nat_zones = {
    none     = []
    single   = slice(var.availability_zones, 0, 1)
    per_zone = var.availability_zones
  }
}

resource "terraform_data" "vpc" {
  input = {
    name       = module.label.id
    cidr_block = var.cidr_block
    flow_logs  = var.flow_logs_enabled
    tags       = module.label.tags
  }
}

resource "terraform_data" "subnet" {
  for_each = local.subnets

  input = {
    vpc     = terraform_data.vpc.id
    public  = each.value.public
    private = each.value.private
  }
}

resource "terraform_data" "nat_gateway" {
  for_each = toset(local.nat_zones[var.nat_gateways])

  input = { subnet = terraform_data.subnet[each.key].id }
}
