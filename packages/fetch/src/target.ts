import { RefusalError } from './result.ts';

const maxLength = 8000;

/** Ports of services that speak no HTTP and can be harmed by it (from the WHATWG list of blocked ports, those at 1024 and above). Below 1024 only 80 and 443 are served. */
const forbiddenPorts: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** An address as a URL that may be asked: http(s), no credentials, a port where the web lives, no fragment. */
export function webTarget(address: string, base?: string): URL {
  if (address.length > maxLength || !URL.canParse(address, base))
    throw new RefusalError(base === undefined ? 'url-invalid' : 'redirect-invalid', address.slice(0, 200));
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new RefusalError('scheme-forbidden', url.protocol);
  if (url.username !== '' || url.password !== '') throw new RefusalError('credentials-in-url', url.host);
  const port = Number(url.port || (url.protocol === 'http:' ? 80 : 443));
  if ((port < 1024 && port !== 80 && port !== 443) || forbiddenPorts.has(port)) throw new RefusalError('port-forbidden', url.host);
  url.hash = '';
  return url;
}
