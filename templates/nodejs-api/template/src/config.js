// What the environment says, checked once, when the process starts.

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

export function readConfig(env = process.env) {
  const port = Number(env.PORT ?? "8080");
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a port, not ${JSON.stringify(env.PORT)}`);
  }
  const logLevel = env.LOG_LEVEL ?? "info";
  if (!LEVELS.includes(logLevel)) {
    throw new Error(`LOG_LEVEL must be one of ${LEVELS.join(", ")}, not ${JSON.stringify(logLevel)}`);
  }
  return { host: env.HOST ?? "0.0.0.0", port, logLevel };
}
