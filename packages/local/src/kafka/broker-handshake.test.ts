import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { askBroker, readMetadata } from './broker-handshake.ts';

const text = (value: string | null) => (value === null ? [0xff, 0xff] : [0, value.length, ...Buffer.from(value)]);
const int32 = (value: number) => Buffer.from(new Int32Array([value]).buffer).toReversed();

function answer(clusterId: string | null, controller: number): Buffer {
  const broker = [...int32(7), ...text('127.0.0.1'), ...int32(9092), ...text(null)];
  return Buffer.from([...int32(1), ...int32(0), ...int32(1), ...broker, ...text(clusterId), ...int32(controller), ...int32(0)]);
}

async function serve(reply: (request: Buffer) => Buffer): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => socket.on('data', (request) => socket.end(reply(request)))).listen({
    host: '127.0.0.1',
    port: 0,
  });
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

test('a broker tells its cluster, its brokers and its controller', async () => {
  let asked: Buffer = Buffer.alloc(0);
  const body = answer('the-cluster', 7);
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length);
  const { port, close } = await serve((request) => {
    asked = request;
    return Buffer.concat([size, body]);
  });
  expect(await askBroker(port)).toEqual({ clusterId: 'the-cluster', brokers: 1, controllerId: 7 });
  expect([asked.readInt32BE(0), asked.readInt16BE(4), asked.readInt16BE(6)]).toEqual([asked.length - 4, 3, 4]);
  close();
  expect(await askBroker(port)).toBeUndefined();
});

test.each(['HTTP/1.1 400 Bad Request\r\n\r\n', '', '\0\0\0\x20short'])(
  'something else behind the port is not a broker: %j',
  async (reply) => {
    const { port, close } = await serve(() => Buffer.from(reply));
    expect(await askBroker(port)).toBeUndefined();
    close();
  },
);

test('any bytes give an answer or a RangeError', () => {
  expect(readMetadata(answer(null, -1))).toEqual({ clusterId: null, brokers: 1, controllerId: -1 });
  const outcome = (bytes: Uint8Array) => {
    try {
      return readMetadata(Buffer.from(bytes)).brokers >= 0;
    } catch (error) {
      return error instanceof RangeError;
    }
  };
  assert(property(uint8Array({ maxLength: 60 }), outcome));
});
