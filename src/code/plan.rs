//! Terraform plans.

super::codes! {
    /// A plan destroys a protected resource.
    PLAN_DESTROY = "GA0801" "plan-destroy" Error {
        about: "The plan destroys a resource of a protected type: a database, a bucket, a cluster or a key, unless `validate.protected` of gaia.yaml lists others. What it holds is lost.",
        example: "# aws_db_instance.main will be destroyed\n",
        fix: "Keep the resource, or say that it may go: `gaia validate plan plan.json --acknowledge aws_db_instance.main`.",
    }
    /// A plan replaces a protected resource.
    PLAN_REPLACE = "GA0802" "plan-replace" Error {
        about: "The plan destroys a resource of a protected type and makes another in its place. What it holds is lost.",
        example: "# aws_db_instance.main must be replaced: engine forces replacement\n",
        fix: "Leave the attributes alone that force the replacement, or say that it may happen: `gaia validate plan plan.json --acknowledge aws_db_instance.main`.",
    }
}
