# A queue, and the queue for messages that nobody could handle.

resource "terraform_data" "dead_letter" {
  input = { name = "${module.label.id}-dead" }
}

resource "terraform_data" "queue" {
  input = {
    name                       = "${module.label.id}${var.fifo ? ".fifo" : ""}"
    visibility_timeout_seconds = var.visibility_timeout_seconds
    max_receive_count          = var.max_receive_count
    dead_letter                = terraform_data.dead_letter.id
    tags                       = module.label.tags
  }
}
