import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ConfigError, readConfig, type Config } from './config/config.js';
import { createApp } from './create-app.js';
import { GraphStartup } from './graph/graph-startup.js';
import { loadPolicy, PolicyError } from './identity/policy/load-policy.js';
import { LIMITS } from './kernel/limits.js';
import { VERSION } from './config/version.js';
import { Logger } from './observability/logger.js';
import { loadSurvivorship, SurvivorshipError } from './profile/policy/load-survivorship.js';

/** Serves until a signal; unready while the graph is absent. Exits with 1 when waiting would not help. */
async function main(): Promise<void> {
  const config = configOrExit();
  const app = await createApp(config);
  const logger = app.get(Logger);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(app, logger, signal));
  await app.listen(config.http.port, config.http.host);
  logger.info('listening', { url: await app.getUrl(), version: VERSION });
  try {
    await app.get(GraphStartup).run();
  } catch (error) {
    logger.failure('the graph cannot be used', error);
    await app.close();
    process.exit(1);
  }
}

/** Mistakes of the operator, and the variable that each is about; a ConfigError names its own. */
const VARIABLES = [
  [ConfigError, ''],
  [PolicyError, 'HUELLA_POLICY: '],
  [SurvivorshipError, 'HUELLA_SURVIVORSHIP: '],
] as const;

/** What the operator has to mend is told in one line. Policies are read here too, before Nest wraps what is wrong with them. */
function configOrExit(): Config {
  try {
    const config = readConfig(process.env);
    loadPolicy(config.policyFile);
    loadSurvivorship(config.survivorshipFile);
    return config;
  } catch (error) {
    const variable = VARIABLES.find(([kind]) => error instanceof kind)?.[1];
    if (variable === undefined || !(error instanceof Error)) throw error;
    process.stderr.write(`huella: ${variable}${error.message}\n`);
    process.exit(1);
  }
}

/** Takes no new requests, lets those in flight end, closes the graph. A request that hangs is left behind. */
async function stop(app: NestExpressApplication, logger: Logger, signal: string): Promise<void> {
  logger.info('stopping', { signal });
  const late = pause(LIMITS.shutdownSeconds * 1_000, 'late' as const, { ref: false });
  if ((await Promise.race([app.close(), late])) === 'late') logger.warn('requests in flight were left behind');
  process.exit(0);
}

await main();
