import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface HostileWeb {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Requests seen, `METHOD path`, in order. */
  seen: string[];
  /** Most requests that were open at once. */
  readonly mostAtOnce: number;
  close(): Promise<void>;
}

/** A web server on this machine that answers as told; routes by path, 404 for the others. */
export async function startHostileWeb(routes: Readonly<Record<string, Handler>>): Promise<HostileWeb> {
  const seen: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer({ keepAlive: true }, (request, response) => {
    const path = request.url ?? '';
    seen.push(`${request.method} ${path}`);
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    response.on('error', () => undefined);
    const handler = routes[path.split('?', 1)[0] ?? ''];
    if (handler !== undefined) handler(request, response);
    else response.writeHead(404).end();
  });
  const origin = await listen(server);
  return {
    origin,
    seen,
    get mostAtOnce() {
      return most;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A server that speaks whatever bytes it likes. */
export async function startRawServer(answer: string | Buffer): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createRawServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  const origin = await listen(server);
  return { origin, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends a chunk every few milliseconds, for ever. */
export function endless(chunk: string | Buffer, everyMs: number): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    const timer = setInterval(() => response.write(chunk), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}

/** Answers with a status, headers and a body. */
export function reply(status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Handler {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}
