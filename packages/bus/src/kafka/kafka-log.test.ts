import kafkajs from 'kafkajs';
import { expect, test } from 'vitest';
import type { BusLogger } from '../bus-logger.ts';
import { kafkaLogCreator } from './kafka-log.ts';

function logged(level: kafkajs.logLevel, log: object): string {
  const levels: string[] = [];
  const note = (name: string) => () => void levels.push(name);
  const logger: BusLogger = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
  kafkaLogCreator(logger)()({ namespace: 'Connection', level, label: '', log: { timestamp: '', message: '', ...log } });
  return levels.join();
}

test.each([
  [
    'a coordinator that is not there yet',
    { message: 'Response GroupCoordinator(key: 10, version: 2)', error: 'The group coordinator is not available' },
    'debug',
  ],
  ['a broker that is starting', { message: 'Connection error: connect ECONNREFUSED 127.0.0.1:9092' }, 'debug'],
  ['anything that says it is tried again', { message: 'something', retriable: true }, 'debug'],
  [
    'a topic we may not read',
    { message: 'Response Fetch', error: 'Not authorized to access topics: [Topic authorization failed]' },
    'error',
  ],
])('an error of kafkajs about %s', (_, log, level) => {
  expect(logged(kafkajs.logLevel.ERROR, log)).toBe(level);
});

test('its chatter is for debugging', () => {
  expect(logged(kafkajs.logLevel.INFO, { message: 'Consumer has joined the group' })).toBe('debug');
  expect(logged(kafkajs.logLevel.WARN, { message: 'something odd' })).toBe('warn');
});
