# A service in the cluster, and its public name where it has one.

resource "terraform_data" "deployment" {
  input = {
    name      = module.label.id
    image     = "${var.image}:${var.image_tag}"
    replicas  = var.replicas
    port      = var.port
    resources = var.resources
    config    = var.config
    tags      = module.label.tags
  }
}

resource "terraform_data" "ingress" {
  count = var.hostname == "" ? 0 : 1

  input = {
    hostname = var.hostname
    service  = terraform_data.deployment.id
    port     = var.port
  }
}
