// The service without its port, so that tests need none.

import Fastify from "fastify";
import { metrics } from "./metrics.js";

const greeting = {
  params: {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string", minLength: 1, maxLength: 64 } },
  },
  response: {
    200: { type: "object", required: ["message"], properties: { message: { type: "string" } } },
  },
};

export function build({ logLevel = "info", logStream } = {}) {
  const app = Fastify({
    logger: {
      level: logLevel,
      messageKey: "message",
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: ["req.headers.authorization", "req.headers.cookie"],
      stream: logStream,
    },
    requestIdHeader: "x-request-id",
    bodyLimit: 1024 * 1024,
  });
  let ready = true;

  metrics(app);
  app.addHook("preClose", async () => {
    ready = false;
  });

  app.get("/health/live", { logLevel: "silent" }, async () => ({ status: "ok" }));
  app.get("/health/ready", { logLevel: "silent" }, async (_, reply) => {
    if (!ready) {
      return reply.code(503).send({ status: "stopping" });
    }
    return { status: "ok" };
  });

  app.get("/v1/greetings/:name", { schema: greeting }, async (request) => ({
    message: `Hello, ${request.params.name}!`,
  }));

  return app;
}
