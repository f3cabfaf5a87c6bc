import ipaddr from 'ipaddr.js';

/** Services of clouds that answer on addresses that look public: Azure's host agent. The others (169.254.169.254, fd00:ec2::254 …) are in no public range. */
const cloudServices: ReadonlySet<string> = new Set(['168.63.129.16']);

/** Global unicast is all that IPv6 gives out (RFC 4291, 2.4; IANA: 2000::/3). */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Why an address must not be connected to, or undefined when it is a public one. IPv4 in IPv6 is judged as what it reaches.
 * @param address an IP address in any notation that a resolver or a URL may give.
 */
export function forbiddenAddress(address: string): string | undefined {
  const bare = address.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(bare)) return 'not an address';
  const parsed = ipaddr.process(bare);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (cloudServices.has(parsed.toString())) return 'cloud service';
  if (parsed.kind() === 'ipv6' && !parsed.match(globalUnicast)) return 'reserved';
  return undefined;
}

/** True for the addresses that reach this machine only; tests may allow them. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
