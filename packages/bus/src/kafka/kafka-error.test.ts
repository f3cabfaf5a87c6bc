import kafkajs from 'kafkajs';
import { expect, test } from 'vitest';
import { isTransientBusError } from '../bus-error.ts';
import { protocolType, toBusError } from './kafka-error.ts';

const protocol = (type: string) => Object.assign(new kafkajs.KafkaJSError(type), { type });

test.each([
  [protocol('MESSAGE_TOO_LARGE'), 'message-too-large'],
  [protocol('TOPIC_AUTHORIZATION_FAILED'), 'refused'],
  // What a broker says whose disk is full.
  [protocol('KAFKA_STORAGE_ERROR'), 'unavailable'],
  [Object.assign(new kafkajs.KafkaJSConnectionError('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'refused'],
  [new kafkajs.KafkaJSError('wrapped', { cause: protocol('MESSAGE_TOO_LARGE') } as object), 'message-too-large'],
  [new kafkajs.KafkaJSConnectionError('connect ECONNREFUSED'), 'unavailable'],
  [new Error('never seen before'), 'unavailable'],
  ['not even an error', 'unavailable'],
])('%s is %s', (error, code) => {
  expect(toBusError(error)).toMatchObject({ code, transient: code === 'unavailable' });
});

test('causes are followed, in circles too', () => {
  const error = new Error('outer');
  error.cause = error;
  expect(protocolType(error)).toBeUndefined();
  expect(isTransientBusError(error)).toBe(false);
  expect(isTransientBusError(new Error('step failed', { cause: toBusError(protocol('LEADER_NOT_AVAILABLE')) }))).toBe(true);
});
