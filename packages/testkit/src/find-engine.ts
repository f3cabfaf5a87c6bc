import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A container engine on this machine answers at once; one that does not is not waited for. */
const ANSWER_MS = 2_000;

/** Asks the engine's `/_ping` on a socket file (or a Windows pipe). @returns why it does not answer, undefined when it does. */
function ping(socketPath: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A total limit, not only one for silence: an engine that sends a byte now and then must not hold up a test run either.
    const limit = AbortSignal.timeout(ANSWER_MS);
    const asking = request({ socketPath, path: '/_ping', signal: limit }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? undefined : `${socketPath} answers ${response.statusCode}`);
    });
    asking.once('error', ({ message }) => resolve(limit.aborted ? `${socketPath} does not answer` : `${socketPath}: ${message}`));
    asking.end();
  });
}

/** Whether somebody listens: why not, undefined when so. TLS and ssh are left to who talks to the engine later. */
export function knock(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (reason?: string) => {
      clearTimeout(limit);
      socket.destroy();
      resolve(reason);
    };
    const limit = setTimeout(() => answer(`${host}:${port} does not answer`), ANSWER_MS);
    socket.once('connect', () => answer());
    socket.once('error', ({ message }) => answer(`${host}:${port}: ${message}`));
  });
}

/** Where engines listen, in the order in which testcontainers looks: DOCKER_HOST, the system's socket, those of an engine without root. */
function socketPaths(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'win32') return ['//./pipe/docker_engine'];
  const runtime = environment['XDG_RUNTIME_DIR'];
  const own = [...(runtime === undefined ? [] : [runtime]), join(homedir(), '.docker/run'), join(homedir(), '.docker/desktop')];
  return ['/var/run', ...own, `/run/user/${userInfo().uid}`]
    .map((folder) => join(folder, 'docker.sock'))
    .filter((path) => existsSync(path));
}

/**
 * Looks, for two seconds at most, whether a container engine answers here.
 * @returns why none does; undefined when one does.
 */
export async function engineFault(environment: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const given = environment['DOCKER_HOST'];
  if (given !== undefined && given !== '') {
    if (!URL.canParse(given)) return `DOCKER_HOST is not an address: ${given}`;
    const { protocol, hostname, pathname, port } = new URL(given);
    if (protocol === 'unix:' || protocol === 'npipe:') return ping(decodeURIComponent(pathname));
    return knock(hostname, Number(port) || (protocol === 'ssh:' ? 22 : 2375));
  }
  const paths = socketPaths(environment);
  if (paths.length === 0) return 'no container engine has a socket here';
  // All at once: the limit is one for the whole question.
  const faults = await Promise.all(paths.map((path) => ping(path)));
  return faults.includes(undefined) ? undefined : `no container engine answers (${faults.join('; ')})`;
}
