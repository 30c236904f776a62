//! Rules of policies, and waivers of them.

super::codes! {
    /// `iam-wildcard-action`
    IAM_WILDCARD_ACTION = "GA0701" "iam-wildcard-action" Error {
        about: "A policy allows `*`, or every action of a service (`ec2:*`), in a statement, in a list of permissions that the code makes a policy of, or by attaching `AdministratorAccess`.",
        example: "vars:\n  ci_permissions:\n    - s3:*\n",
        fix: "Name the actions.\n\n    vars:\n      ci_permissions:\n        - s3:GetObject\n        - s3:PutObject\n",
    }
    /// `iam-wildcard-resource`
    IAM_WILDCARD_RESOURCE = "GA0702" "iam-wildcard-resource" Error {
        about: "A statement allows its actions on every resource, although they know resources. Actions that only look (`Describe`, `List`, `Get`) may stand with `*`.",
        example: "vars:\n  policy:\n    Statement:\n      - Effect: Allow\n        Action: s3:PutObject\n        Resource: \"*\"\n",
        fix: "Name the resources.\n\n    Resource: arn:aws:s3:::my-bucket/*\n",
    }
    /// `open-ingress`
    OPEN_INGRESS = "GA0703" "open-ingress" Error {
        about: "Something is reachable from everywhere (`0.0.0.0/0` or `::/0`). Ports 80 and 443 of public load balancers may be.",
        example: "vars:\n  ingress_cidr_blocks: [0.0.0.0/0]\n",
        fix: "Name the networks that may come in.\n\n    vars:\n      ingress_cidr_blocks: [10.0.0.0/8]\n",
    }
    /// `cross-account-trust`
    CROSS_ACCOUNT_TRUST = "GA0704" "cross-account-trust" Error {
        about: "A role trusts another account as a whole, without an external id: everyone there who may assume roles can assume it, also on behalf of a third party.",
        example: "vars:\n  trusted_account_ids: [\"111122223333\"]\n",
        fix: "Ask for an external id, or trust one role.\n\n    vars:\n      trusted_account_ids: [\"111122223333\"]\n      external_id: a-secret-that-both-know\n",
    }
    /// `mfa-missing`
    MFA_MISSING = "GA0705" "mfa-missing" Error {
        about: "People can assume a role in production with a password alone.",
        example: "vars:\n  stage: prod\n  require_mfa: false\n",
        fix: "Ask for a second factor: a condition on `aws:MultiFactorAuthPresent`.\n\n    vars:\n      stage: prod\n      require_mfa: true\n",
    }
    /// `encryption-at-rest`
    ENCRYPTION_AT_REST = "GA0706" "encryption-at-rest" Error {
        about: "What is stored is not encrypted.",
        example: "vars:\n  storage_encrypted: false\n",
        fix: "Write:\n\n    vars:\n      storage_encrypted: true\n",
    }
    /// `encryption-in-transit`
    ENCRYPTION_IN_TRANSIT = "GA0707" "encryption-in-transit" Error {
        about: "What travels is not encrypted, or with a protocol that is broken.",
        example: "vars:\n  transit_encryption_enabled: false\n",
        fix: "Write:\n\n    vars:\n      transit_encryption_enabled: true\n",
    }
    /// `s3-public-access`
    S3_PUBLIC_ACCESS = "GA0708" "s3-public-access" Error {
        about: "A bucket is open to the public, or nothing keeps it from being opened.",
        example: "vars:\n  block_public_acls: false\n",
        fix: "Write:\n\n    vars:\n      block_public_acls: true\n",
    }
    /// `backend-encrypted`
    BACKEND_ENCRYPTED = "GA0709" "backend-encrypted" Error {
        about: "Terraform's state, which holds secrets in plain text, is not encrypted.",
        example: "terraform:\n  backend_type: s3\n  backend:\n    s3:\n      bucket: states\n",
        fix: "Write:\n\n    terraform:\n      backend_type: s3\n      backend:\n        s3:\n          bucket: states\n          encrypt: true\n",
    }
    /// `backend-locked`
    BACKEND_LOCKED = "GA0710" "backend-locked" Error {
        about: "Nothing keeps two runs from changing one Terraform state at the same time.",
        example: "terraform:\n  backend_type: s3\n  backend:\n    s3:\n      bucket: states\n      encrypt: true\n",
        fix: "Write:\n\n    backend:\n      s3:\n        bucket: states\n        encrypt: true\n        use_lockfile: true\n",
    }
    /// `required-tags`
    REQUIRED_TAGS = "GA0720" "required-tags" Error {
        about: "Tags that `validate.required_tags` of gaia.yaml asks for (`cost-center`, `owner` and `environment` unless it says otherwise) are missing. Case and hyphens do not matter: `CostCenter` is `cost-center`.",
        example: "vars:\n  tags:\n    Owner: platform\n",
        fix: "Write:\n\n    vars:\n      tags:\n        Owner: platform\n        CostCenter: \"1234\"\n        Environment: prod\n",
    }
    /// `nat-per-zone`
    NAT_PER_ZONE = "GA0730" "nat-per-zone" Error {
        about: "The zones of a network in production share a NAT gateway: when its zone fails, all lose their way out.",
        example: "vars:\n  stage: prod\n  single_nat_gateway: true\n",
        fix: "Write:\n\n    vars:\n      stage: prod\n      single_nat_gateway: false\n      one_nat_gateway_per_az: true\n",
    }
    /// `rds-multi-az`
    RDS_MULTI_AZ = "GA0731" "rds-multi-az" Error {
        about: "A database in production lives in one zone.",
        example: "vars:\n  stage: prod\n  multi_az: false\n",
        fix: "Write:\n\n    vars:\n      stage: prod\n      multi_az: true\n",
    }
    /// `rds-deletion-protection`
    RDS_DELETION_PROTECTION = "GA0732" "rds-deletion-protection" Error {
        about: "A database in production can be deleted by a slip.",
        example: "vars:\n  stage: prod\n  deletion_protection: false\n",
        fix: "Write:\n\n    vars:\n      stage: prod\n      deletion_protection: true\n",
    }
    /// `rds-backups`
    RDS_BACKUPS = "GA0733" "rds-backups" Error {
        about: "Backups of a database in production are kept for less than 7 days.",
        example: "vars:\n  stage: prod\n  backup_retention_period: 1\n",
        fix: "Write:\n\n    vars:\n      stage: prod\n      backup_retention_period: 14\n",
    }
    /// `rds-performance-insights`
    RDS_PERFORMANCE_INSIGHTS = "GA0734" "rds-performance-insights" Error {
        about: "Performance insights of a database in production are off.",
        example: "vars:\n  stage: prod\n  performance_insights_enabled: false\n",
        fix: "Write:\n\n    vars:\n      stage: prod\n      performance_insights_enabled: true\n",
    }
    /// `rds-instance-class`
    RDS_INSTANCE_CLASS = "GA0735" "rds-instance-class" Error {
        about: "A database in production runs on burstable instances (`db.t3`, `db.t4g`): it slows down once their credits are spent.",
        example: "vars:\n  stage: prod\n  instance_class: db.t4g.medium\n",
        fix: "Write:\n\n    vars:\n      stage: prod\n      instance_class: db.m7g.large\n",
    }
    /// `own-policy`
    OWN_POLICY = "GA0790" "own-policy" Error {
        about: "A policy of a directory that `validate.policies` of gaia.yaml names gives a message: its `deny` or `warn` is not empty.",
        example: "# gaia.yaml\nvalidate:\n  policies: [policies]\n",
        fix: "Change what the policy's message names, or waive the rule with a reason and a date.",
    }
    /// `expired-waiver`
    EXPIRED_WAIVER = "GA0791" "expired-waiver" Error {
        about: "A rule was waived until a date that is past.",
        example: "settings:\n  policy:\n    waivers:\n      rds-multi-az:\n        reason: rebuilt every night\n        expires: \"2024-01-31\"\n",
        fix: "Put right what the rule finds and remove the waiver, or decide anew and write another date.",
    }
    /// `invalid-waiver`
    INVALID_WAIVER = "GA0792" "invalid-waiver" Error {
        about: "A waiver names no rule that there is, or has no reason or no date. Dates are quoted: Atmos makes `{}` of a date without quotes.",
        example: "settings:\n  policy:\n    waivers:\n      rds-multi-az:\n        expires: 2030-01-31\n",
        fix: "Write:\n\n    settings:\n      policy:\n        waivers:\n          rds-multi-az:\n            reason: rebuilt every night\n            expires: \"2030-01-31\"\n",
    }
    /// A waiver that nothing needs.
    UNUSED_WAIVER = "GA0793" "unused-waiver" Warning {
        about: "A component waives a rule that finds nothing in it, in any stack. The waiver would hide what is found one day.",
        example: "settings:\n  policy:\n    waivers:\n      rds-multi-az: { reason: a test database, expires: \"2030-01-31\" }   # multi_az is true\n",
        fix: "Remove the waiver. One that is for what only a plan shows names its resources: `addresses: [\"*\"]`.",
    }
}
