import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { build } from "../src/app.js";
import { readConfig } from "../src/config.js";

describe("the service", () => {
  const lines = [];
  const logStream = new Writable({
    write(chunk, _, done) {
      lines.push(...chunk.toString().trim().split("\n"));
      done();
    },
  });
  const app = build({ logStream });
  before(() => app.ready());
  after(() => app.close());

  it("greets", async () => {
    const response = await app.inject("/v1/greetings/Ada");
    assert.equal(response.statusCode, 200);
    assert.deepEqual(response.json(), { message: "Hello, Ada!" });
  });

  it("refuses what does not fit", async () => {
    const response = await app.inject(`/v1/greetings/${"x".repeat(65)}`);
    assert.equal(response.statusCode, 400);
  });

  it("is alive and ready", async () => {
    for (const path of ["/health/live", "/health/ready"]) {
      assert.equal((await app.inject(path)).statusCode, 200, path);
    }
  });

  it("counts requests by route", async () => {
    await app.inject("/v1/greetings/Grace");
    const text = (await app.inject("/metrics")).body;
    assert.match(text, /http_request_duration_seconds_count\{method="GET",route="\/v1\/greetings\/:name",status="200"\}/);
    assert.doesNotMatch(text, /Grace/);
  });

  it("writes logs as JSON, with the id of the request", async () => {
    await app.inject({ url: "/v1/greetings/Ada", headers: { "x-request-id": "abc" } });
    const logged = lines.map((line) => JSON.parse(line)).filter((line) => line.reqId === "abc");
    assert.equal(logged.at(-1).message, "request completed");
    assert.equal(logged.at(-1).level, "info");
  });
});

describe("the configuration", () => {
  it("has defaults", () => {
    assert.deepEqual(readConfig({}), { host: "0.0.0.0", port: 8080, logLevel: "info" });
  });

  it("refuses what makes no sense", () => {
    assert.throws(() => readConfig({ PORT: "http" }), /PORT must be a port/);
    assert.throws(() => readConfig({ LOG_LEVEL: "loud" }), /LOG_LEVEL must be one of/);
  });
});
