//! The main variants of each template.

type Variant = (&'static str, &'static [(&'static str, &'static str)]);

/// All, by template.
pub(crate) const VARIANTS: &[Variant] = &[
    ("atmos-repo", &[("namespace", "acme")]),
    ("atmos-repo", &[("namespace", "acme"), ("backend", "local"), ("ci", "gitlab"), ("default_branch", "trunk")]),
    ("atmos-repo", &[("namespace", "acme"), ("ci", "none"), ("owner", "core"), ("team_email", "core@acme.example")]),
    ("component", &[("component_name", "message-queue")]),
    (
        "component",
        &[("component_name", "queue"), ("dependencies", "[vpc, kms-key]"), ("description", "Queues: ordered & not.")],
    ),
    ("component", &[("component_name", "queue"), ("catalog", "false"), ("components_path", "tf"), ("owner", "yes")]),
    ("environment", BLUE),
    ("environment", &[BLUE[0], ("account", "prod"), BLUE[2], BLUE[3], BLUE[4], ("rds", "true")]),
    (
        "environment",
        &[
            BLUE[0],
            ("account", "staging"),
            BLUE[2],
            BLUE[3],
            BLUE[4],
            ("eks", "false"),
            ("logging", "false"),
            ("backend", "local"),
            ("rds", "true"),
            ("database_engine", "mysql"),
        ],
    ),
    (
        "environment",
        &[
            BLUE[0],
            BLUE[1],
            BLUE[2],
            BLUE[3],
            BLUE[4],
            ("eks", "false"),
            ("logging", "false"),
            ("backend", "inherited"),
            ("monitoring", "true"),
            ("availability_zones", "[eu-west-1a, eu-west-1c]"),
            ("vpc_cidr", "192.168.16.0/20"),
            ("cost_center", "0042"),
            ("stacks_path", "infra/stacks"),
        ],
    ),
    ("event-driven-processor", &[("service_name", "orders")]),
    (
        "event-driven-processor",
        &[("service_name", "orders"), ("ci", "gitlab"), ("organisation", "acme/shop"), ("region", "us-east-1")],
    ),
    ("java-springboot", &[("service_name", "order-history")]),
    (
        "java-springboot",
        &[
            ("service_name", "orders"),
            ("ci", "gitlab"),
            ("canary", "false"),
            ("package", "org.acme.orders"),
            ("description", "Orders & <more>."),
        ],
    ),
    ("lambda-api", &[("service_name", "orders")]),
    ("lambda-api", &[("service_name", "orders"), ("ci", "gitlab"), ("alarm_email", "shop@acme.example")]),
    ("nodejs-api", &[("service_name", "order-history")]),
    ("nodejs-api", &[("service_name", "orders"), ("ci", "gitlab"), ("canary", "false"), ("namespace", "shop")]),
    ("policy-pack", &[("organisation", "acme")]),
    (
        "policy-pack",
        &[
            ("organisation", "acme"),
            ("directory", "rules/own"),
            ("required_tags", "[Team]"),
            ("regions", "[eu-west-1]"),
        ],
    ),
    ("python-fastapi", &[("service_name", "order-history")]),
    (
        "python-fastapi",
        &[
            ("service_name", "orders"),
            ("ci", "gitlab"),
            ("canary", "false"),
            ("registry", "registry.acme.example/shop"),
        ],
    ),
];

const BLUE: &[(&str, &str)] = &[
    ("tenant", "shop"),
    ("account", "dev"),
    ("environment", "blue"),
    ("region", "eu-west-1"),
    ("team_email", "shop@acme.example"),
];

/// Those that are deployed.
pub(crate) const SERVICES: &[Variant] = &[
    ("nodejs-api", &[("service_name", "order-history")]),
    ("nodejs-api", &[("service_name", "orders"), ("canary", "false")]),
    ("python-fastapi", &[("service_name", "order-history")]),
    ("java-springboot", &[("service_name", "order-history"), ("ci", "gitlab")]),
    ("lambda-api", &[("service_name", "order-history")]),
    ("event-driven-processor", &[("service_name", "order-history")]),
];
