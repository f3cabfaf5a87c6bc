import { existsSync, readFileSync } from 'node:fs';
import { createKafkaBus } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import { kafkaSettings, kafkaVariables, readEnvironment } from '@copydesk/runtime';
import { z } from 'zod';
import { CommandError } from '../failure.ts';
import { addressFile, dataFolder } from '../store/database-url.ts';

const runningSchema = z.object({ brokers: z.string().nullable() });

function runningBrokers(): string | undefined {
  const file = addressFile(dataFolder());
  if (!existsSync(file)) return undefined;
  return runningSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).brokers ?? undefined;
}

/**
 * The bus for a command: the cluster of the environment, else the broker of the `start` that runs on this data folder.
 * @throws CommandError when there is none.
 */
export function openBus(): Bus {
  const brokers = process.env['KAFKA_BROKERS'] ?? runningBrokers();
  if (brokers === undefined) {
    throw new CommandError('No broker is named: set KAFKA_BROKERS, or run this beside a running `pnpm start` (same COPYDESK_DATA).');
  }
  return createKafkaBus(kafkaSettings(readEnvironment(z.object(kafkaVariables), { ...process.env, KAFKA_BROKERS: brokers })).bus);
}
