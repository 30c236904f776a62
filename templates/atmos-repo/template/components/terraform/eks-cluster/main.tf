# A Kubernetes cluster and its groups of nodes.

resource "terraform_data" "cluster" {
  input = {
    name            = module.label.id
    version         = var.kubernetes_version
    endpoint_public = var.endpoint_public
    allowed_cidrs   = var.allowed_cidrs
    tags            = module.label.tags
  }
}

resource "terraform_data" "node_group" {
  for_each = var.node_groups

  input = {
    cluster = terraform_data.cluster.id
    group   = each.value
  }
}
