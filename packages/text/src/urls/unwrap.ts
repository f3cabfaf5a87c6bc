/** A redirecting service: where in its address the real one stands. */
interface Wrapper {
  host: RegExp;
  path?: RegExp;
  /** Query parameters that may hold the target. */
  parameters?: readonly string[];
  /** Reads the target out of the path. */
  fromPath?: (path: string) => string | undefined;
}

/** Feed proxies, click counters, AMP caches and archives that carry the target in their own address. Those that need a request to be resolved stay as they are. */
const wrappers: readonly Wrapper[] = [
  { host: /(^|\.)google\.[a-z.]{2,6}$/, path: /^\/(?:url|alerts\/share|interstitial)$/, parameters: ['url', 'q', 'adurl', 'ru'] },
  { host: /^news\.google\.com$/, path: /\/articles\//, fromPath: (path) => encodedAddress(/\/articles\/([\w-]{20,2000})/.exec(path)?.[1]) },
  { host: /(^|\.)google\.[a-z.]{2,6}$/, path: /^\/amp\//, fromPath: (path) => withScheme(path.replace(/^\/amp\/(s\/)?/, '')) },
  { host: /\.cdn\.ampproject\.org$/, path: /^\/[cvi]\//, fromPath: (path) => withScheme(path.replace(/^\/[cvi]\/(s\/)?/, '')) },
  { host: /(^|\.)bing\.com$/, path: /^\/news\/apiclick/, parameters: ['url'] },
  { host: /^(?:l|lm|m)\.(?:facebook|instagram)\.com$/, parameters: ['u'] },
  { host: /(^|\.)facebook\.com$/, path: /^\/(?:l|flx\/warn)\b/, parameters: ['u'] },
  { host: /^t\.umblr\.com$/, parameters: ['z'] },
  { host: /^(?:www\.)?reddit\.com$/, path: /^\/out$/, parameters: ['url'] },
  { host: /^out\.reddit\.com$/, parameters: ['url'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir|safety)\//, parameters: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, parameters: ['url'] },
  { host: /^r\.search\.yahoo\.com$/, fromPath: (path) => decoded(/\/RU=([^/]+)\//.exec(path)?.[1]) },
  { host: /^(?:web\.)?archive\.org$/, path: /^\/web\/\d+/, fromPath: (path) => withScheme(path.replace(/^\/web\/\d+[a-z_]*\//, '')) },
  { host: /^(?:feedproxy|feeds?)\.[^.]+\.[a-z.]+$/, parameters: ['url', 'link', 'target'] },
  { host: /(^|\.)feedsportal\.com$/, parameters: ['url'] },
  { host: /^(?:www\.)?(?:inoreader|feedly|newsblur)\.com$/, parameters: ['url'] },
  { host: /^(?:click|go|redirect|link|links)\.[^.]+\.[a-z.]+$/, parameters: ['url', 'u', 'target', 'dest', 'destination'] },
];

/** How many wrappers may lie around an address. */
const depth = 4;

/** The address inside a redirecting one, or the address itself. */
export function unwrap(url: URL): URL {
  let current = url;
  for (let round = 0; round < depth; round += 1) {
    const inner = innerAddress(current);
    if (inner === undefined) break;
    current = inner;
  }
  return current;
}

function innerAddress(url: URL): URL | undefined {
  for (const { host, path, parameters, fromPath } of wrappers) {
    if (!host.test(url.hostname) || (path !== undefined && !path.test(url.pathname))) continue;
    const found = fromPath === undefined ? firstParameter(url, parameters ?? []) : fromPath(url.pathname + url.search);
    const inner = found === undefined ? undefined : parseWeb(found);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function firstParameter(url: URL, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = url.searchParams.get(name);
    if (value !== null && /^https?:\/\//i.test(value)) return value;
  }
  return undefined;
}

function withScheme(rest: string): string {
  if (/^https?:\/\//i.test(rest)) return rest;
  return `https://${rest.replace(/^https?:\/(?!\/)/i, '')}`;
}

/** Older article ids of Google News hold the address in clear inside base64; newer ones hold a token that only the service can resolve. */
function encodedAddress(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const bytes = Buffer.from(id, 'base64url').toString('latin1');
  return /https?:\/\/[\x21-\x7e]+/.exec(bytes)?.[0];
}

function decoded(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** A web address with a host that can be one; undefined for anything else. */
export function parseWeb(value: string): URL | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : undefined;
}
