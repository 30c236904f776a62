# A zone of production that fails takes no other zone's way out along.
package gaia.rules.nat_per_zone

import rego.v1

deny contains {"path": found.path, "message": message} if {
	input.production
	some found in data.gaia.lib.settings({"single_nat_gateway", "shared_nat_gateway"})
	data.gaia.lib.is_true(found.value)
	message := sprintf("all zones share one NAT gateway: `%s` is true", [data.gaia.lib.shown(found.path)])
}

deny contains {"path": found.path, "message": message} if {
	input.production
	some found in data.gaia.lib.settings({"one_nat_gateway_per_az", "nat_gateway_per_az"})
	data.gaia.lib.is_false(found.value)
	message := sprintf("zones share NAT gateways: `%s` is false", [data.gaia.lib.shown(found.path)])
}

deny contains {"path": found.path, "message": message} if {
	input.production
	some found in data.gaia.lib.settings({"nat_gateway_strategy", "nat_gateways", "nat_strategy", "nat_gateway_mode"})
	is_string(found.value)
	lower(found.value) in {"single", "one", "shared"}
	message := sprintf("all zones share one NAT gateway: `%s` is `%s`", [data.gaia.lib.shown(found.path), found.value])
}

deny contains {"path": found.path, "message": message} if {
	input.production
	some found in data.gaia.lib.settings({"max_nats", "nat_gateway_count", "nat_gateways_count"})
	is_number(found.value)
	found.value > 0
	found.value < zones
	message := sprintf("%v zones share %v NAT gateways", [zones, found.value])
}

zones := max({count(found.value) |
	some found in data.gaia.lib.settings({"azs", "availability_zones", "availability_zone_ids", "zones"})
	is_array(found.value)
})

# A plan is seen whole.
deny contains {"path": ["resources"], "message": message} if {
	input.production
	input.kind == "plan"
	gateways := count([1 | some r in input.resources; r.type == "aws_nat_gateway"])
	gateways > 0
	subnets := {zone | some r in input.resources; r.type == "aws_subnet"; zone := r.values.availability_zone; is_string(zone)}
	gateways < count(subnets)
	message := sprintf("%v zones share %v NAT gateways", [count(subnets), gateways])
}
