import { explainError } from './explain.ts';
import { runService } from './lifecycle.ts';
import type { Service } from './lifecycle.ts';
import { createLogger } from './logger.ts';
import type { Logger } from './logger.ts';

/**
 * The whole of a service's `main.ts`: reads the configuration, makes the service, runs it as this process.
 * What goes wrong before there is a logger is one sentence on standard error and exit code 1.
 */
export async function runMain<Config extends { logLevel: string }>(
  name: string,
  readConfig: (environment: Readonly<Record<string, string | undefined>>) => Config,
  create: (config: Config, logger: Logger) => Service,
): Promise<void> {
  let made: { service: Service; logger: Logger };
  try {
    const config = readConfig(process.env);
    const logger = createLogger(name, config.logLevel);
    made = { service: create(config, logger), logger };
  } catch (error) {
    console.error(`${name}: ${explainError(error)}`);
    process.exit(1);
  }
  await runService(made.service, made);
}
