// How many requests there are, how they end, and how long they take.

import { Histogram, Registry, collectDefaultMetrics } from "prom-client";

export function metrics(app) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "How long requests take.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });

  app.addHook("onResponse", async (request, reply) => {
    // the route and not the address: of addresses there is no end
    const route = request.routeOptions.url ?? "unknown";
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  app.get("/metrics", { logLevel: "silent" }, async (_, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}
