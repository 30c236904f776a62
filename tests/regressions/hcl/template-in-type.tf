variable "a" { type = object({ b = optional(list(string), ["${c}"]) }) }
