import { isTrackingParameter } from './tracking-parameters.ts';
import { parseWeb, unwrap } from './unwrap.ts';

/** Longest address taken; longer ones are refused. */
export const longestUrl = 4096;

/**
 * One spelling for all addresses of one article: redirecting services and AMP unwrapped, https where the port is the default one, lower-case host, no user, fragment or tracking
 * parameters, the rest of the query in order of name, no slash at the end. Applying it again changes nothing.
 * @returns null for what is not a web address (other schemes, no host, longer than `longestUrl`)
 */
export function canonicalUrl(value: string): string | null {
  const trimmed = value.trim();
  if (trimmed.length > longestUrl) return null;
  const parsed = parseWeb(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed);
  if (parsed === undefined) return null;
  let url = unwrap(parsed);
  url = new URL(url.href);
  url.username = '';
  url.password = '';
  url.hash = '';
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  url.hostname = url.hostname.replace(/\.$/, '').replace(/^amp\.(?=[^.]+\.[^.]+)/, '');
  url.pathname = plainPath(url.pathname);
  const articlePath = /[^/]{6,}/.test(url.pathname);
  const kept = [...url.searchParams].filter(([name, content]) => !isTrackingParameter(name, articlePath) && !isAmp(name, content));
  kept.sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
  url.search = new URLSearchParams(kept).toString();
  const href = url.href;
  return url.search === '' && href.endsWith('/') && url.pathname !== '/' ? href.slice(0, -1) : href;
}

/** The path without doubled or trailing slashes and without the marks of an AMP edition or an index page; repeated until nothing is left to take away. */
function plainPath(path: string): string {
  let plain = path;
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain
      .replace(/\/{2,}/g, '/')
      .replace(/\/(?:index\.(?:html?|php)|amp)\/?$/i, '/')
      .replace(/\.amp(?=\.html?$)|\.amp$/i, '')
      .replace(/\/amp(?=\/[^/]{6})/gi, '');
    if (plain.length > 1 && plain.endsWith('/')) plain = plain.slice(0, -1);
  }
  return plain;
}

function isAmp(name: string, content: string): boolean {
  return (name === 'amp' && (content === '' || content === '1' || content === 'true')) || (name === 'output' && content === 'amp');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
