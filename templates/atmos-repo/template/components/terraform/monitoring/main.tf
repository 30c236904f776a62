# Alarms that tell somebody, and the dashboards beside them.

resource "terraform_data" "dashboard" {
  input = {
    name           = module.label.id
    retention_days = var.retention_days
    tags           = module.label.tags
  }
}

resource "terraform_data" "alarm" {
  for_each = var.alarms

  input = {
    name      = "${module.label.id}-${each.key}"
    metric    = each.value.metric
    threshold = each.value.threshold
    minutes   = each.value.minutes
    notify    = var.notify
  }
}
