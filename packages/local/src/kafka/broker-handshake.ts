import { connect } from 'node:net';

/** What a broker says of its cluster. */
export interface ClusterAnswer {
  readonly clusterId: string | null;
  readonly brokers: number;
  /** -1 while there is no controller. */
  readonly controllerId: number;
}

const metadataKey = 3;
const metadataVersion = 4;
const clientId = 'local';

/** A Metadata request, version 4, about no topic at all (https://kafka.apache.org/protocol). */
function metadataRequest(): Buffer {
  const request = Buffer.alloc(4 + 2 + 2 + 4 + 2 + clientId.length + 4 + 1);
  request.writeInt32BE(request.length - 4, 0);
  request.writeInt16BE(metadataKey, 4);
  request.writeInt16BE(metadataVersion, 6);
  request.writeInt32BE(1, 8);
  request.writeInt16BE(clientId.length, 12);
  request.write(clientId, 14, 'latin1');
  return request;
}

/** Reads the answer: throttle time, brokers (id, host, port, rack), cluster id, controller id. Throws RangeError when it is cut short. */
export function readMetadata(body: Buffer): ClusterAnswer {
  let at = 8;
  const int16 = () => body.readInt16BE((at += 2) - 2);
  const int32 = () => body.readInt32BE((at += 4) - 4);
  const text = () => {
    const length = int16();
    return length < 0 ? null : body.toString('utf8', at, (at += length));
  };
  const brokers = int32();
  for (let index = 0; index < brokers; index++) {
    int32();
    text();
    int32();
    text();
  }
  return { brokers: Math.max(0, brokers), clusterId: text(), controllerId: int32() };
}

/** Asks the broker on 127.0.0.1 who it is; undefined when nobody answers within a second, or the answer is not Kafka's. */
export function askBroker(port: number): Promise<ClusterAnswer | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    let received = Buffer.alloc(0);
    const done = (answer?: ClusterAnswer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write(metadataRequest()));
    socket.once('timeout', () => done());
    socket.once('error', () => done());
    socket.once('close', () => done());
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 4) return;
      const size = received.readInt32BE(0);
      if (size < 18 || size > 65_536) return done();
      if (received.length < 4 + size) return;
      try {
        done(readMetadata(received.subarray(4, 4 + size)));
      } catch {
        done();
      }
    });
  });
}
