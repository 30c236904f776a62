import { build } from "./app.js";
import { readConfig } from "./config.js";

const config = readConfig();
const app = build(config);

async function stop(signal) {
  app.log.info({ signal }, "stopping");
  await app.close();
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, stop);
}

await app.listen({ host: config.host, port: config.port });
