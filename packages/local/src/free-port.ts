import { connect, createServer } from 'node:net';

const host = '127.0.0.1';

function somebodyAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(true));
    socket.once('error', () => done(false));
  });
}

function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.unref();
    server.once('error', () => resolve(undefined));
    server.listen({ host, port }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

/**
 * A TCP port on 127.0.0.1 that nobody holds at this moment: `preferred` when it is free, else one chosen by the system and not among `taken`.
 * Another program may still take it before the caller does; callers start again with a new port when their service reports that.
 */
export async function freePort(preferred?: number, taken: readonly number[] = []): Promise<number> {
  // On some systems a port bound on all addresses can be bound again on one: hence both questions.
  if (
    preferred !== undefined &&
    !taken.includes(preferred) &&
    !(await somebodyAnswers(preferred)) &&
    (await bind(preferred)) !== undefined
  ) {
    return preferred;
  }
  for (;;) {
    const port = await bind(0);
    if (port !== undefined && !taken.includes(port)) return port;
  }
}
