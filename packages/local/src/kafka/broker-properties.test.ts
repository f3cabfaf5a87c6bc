import { expect, test } from 'vitest';
import { brokerProperties, writeProperties } from './broker-properties.ts';

test('the broker is heard on this machine only', () => {
  const properties = brokerProperties({ client: 1, controller: 2 }, 'data');
  for (const name of ['listeners', 'advertised.listeners'])
    expect(properties[name]).toBe('PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2');
  expect(properties['auto.create.topics.enable']).toBe('false');
});

test('what a properties file would read otherwise is escaped', () => {
  expect(writeProperties({ a: 'plain value', b: 'C:\\x', c: 'ä😀' })).toBe('a=plain value\nb=C:\\\\x\nc=\\u00e4\\ud83d\\ude00\n');
});
