import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { forbiddenAddress, isLoopback } from './address.ts';
import { RefusalError } from './result.ts';

/** Host name → all its addresses. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;
/** Opens a connection to an address that was vetted; undici's own shape. */
export type Connect = ReturnType<typeof buildConnector>;

const maxTries = 3;

/** The system's resolver, hosts file included. */
export const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** The system's connector: HTTP/1.1 over TCP or TLS. */
export function systemConnect(connectMs: number): Connect {
  return buildConnector({ timeout: connectMs, allowH2: false });
}

/**
 * A connector that vets the address at the moment of connecting, so that neither a literal in the URL nor an answer of the DNS that changed meanwhile
 * gets past it: names are resolved here, once, every answer must be public, and the connection goes to the very address that was looked at.
 */
export function vettingConnect(resolve: Resolve, connect: Connect, allowLoopback: boolean, resolveMs: number): Connect {
  return (options, callback) => {
    vettedAddresses(options.hostname, withinTime(resolve, resolveMs), allowLoopback).then(
      (addresses) => tryEach(addresses.slice(0, maxTries), 0),
      (error: unknown) => callback(error as Error, null),
    );
    function tryEach(addresses: readonly string[], index: number): void {
      const address = addresses[index] ?? '';
      const servername =
        options.protocol === 'https:' && isIP(bare(options.hostname)) === 0 ? { servername: options.servername ?? options.hostname } : {};
      const target = {
        protocol: options.protocol,
        port: options.port,
        ...servername,
        hostname: address,
        host: options.host ?? options.hostname,
      };
      connect(target, (...outcome) => {
        if (outcome[0] === null) callback(null, outcome[1]);
        else if (index + 1 < addresses.length) tryEach(addresses, index + 1);
        else callback(outcome[0], null);
      });
    }
  };
}

/** A resolver that gives up: one that never answers would keep a place in the pool of connections. */
function withinTime(resolve: Resolve, resolveMs: number): Resolve {
  return async (hostname) => {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`no answer within ${resolveMs} ms`)), resolveMs);
    try {
      return await Promise.race([resolve(hostname), promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The addresses behind a host, all of them public; throws a coded refusal otherwise. */
export async function vettedAddresses(hostname: string, resolve: Resolve, allowLoopback: boolean): Promise<readonly string[]> {
  const literal = bare(hostname);
  const addresses = isIP(literal) === 0 ? await resolved(literal, resolve) : [literal];
  for (const address of addresses) {
    const reason = allowLoopback && isLoopback(address) ? undefined : forbiddenAddress(address);
    if (reason !== undefined) throw new RefusalError('address-forbidden', `${hostname}: ${address} (${reason})`);
  }
  // IPv4 first: a network that drops IPv6 silently would cost a whole connection timeout each time.
  return addresses.toSorted((a, b) => isIP(bare(a)) - isIP(bare(b)));
}

async function resolved(hostname: string, resolve: Resolve): Promise<readonly string[]> {
  let addresses: readonly string[];
  try {
    addresses = await resolve(hostname);
  } catch (error) {
    throw new RefusalError('name-not-found', `${hostname}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (addresses.length === 0) throw new RefusalError('name-not-found', hostname);
  return addresses;
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
