"""Looks at Kubernetes manifests: against their schemas, as far as Kubernetes itself has them."""

import sys
from pathlib import Path

import kubernetes_validate
import yaml

# kinds of operators; tests/templates/models.mjs looks at those whose schemas are known to npm
OTHERS = {"Application", "Canary", "Kustomization", "PrometheusRule", "ServiceMonitor"}


def main(directory: str) -> int:
    wrong, seen = 0, 0
    for file in sorted(Path(directory).rglob("*.yaml")):
        for manifest in yaml.safe_load_all(file.read_text()):
            if manifest["kind"] in OTHERS:
                continue
            seen += 1
            try:
                kubernetes_validate.validate(manifest, "1.33", strict=True)
            except Exception as error:  # noqa: BLE001 -- each is told
                wrong += 1
                print(f"{file}: {error}")
    print(f"{seen} manifests")
    return 1 if wrong or not seen else 0


sys.exit(main(sys.argv[1]))
