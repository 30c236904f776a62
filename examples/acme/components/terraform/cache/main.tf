# A cache in memory: one primary node and its replicas.

resource "terraform_data" "node" {
  count = 1 + var.replicas

  input = {
    name            = "${module.label.id}-${count.index}"
    primary         = count.index == 0
    node_type       = var.node_type
    eviction_policy = var.eviction_policy
    tags            = module.label.tags
  }
}
