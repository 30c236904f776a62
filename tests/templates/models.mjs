// Looks at manifests of operators: node models.mjs PACKAGES FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [, , packages, ...files] = process.argv;
const { parse } = createRequire(`${resolve(packages)}/`)("yaml");
const model = async (path, kind) =>
  (await import(pathToFileURL(resolve(packages, "node_modules/@kubernetes-models", path, "index.js")).href))[kind];
const MODELS = {
  Application: "argo-cd/argoproj.io/v1alpha1",
  PrometheusRule: "prometheus-operator/monitoring.coreos.com/v1",
  ServiceMonitor: "prometheus-operator/monitoring.coreos.com/v1",
};

let seen = 0;
for (const file of files) {
  const manifest = parse(readFileSync(file, "utf8"));
  if (MODELS[manifest.kind]) {
    const Model = await model(MODELS[manifest.kind], manifest.kind);
    new Model(manifest).validate();
    seen += 1;
  }
}
console.log(`${seen} manifests`);
