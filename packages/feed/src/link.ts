import type { RepairLog } from './repairs.ts';

const maxLength = 8000;

/**
 * A link of a feed as an absolute http(s) address: white space taken out, relative ones resolved against the base.
 * @returns undefined for what is no page address (`mailto:`, `javascript:`, `urn:`, nonsense).
 */
export function absoluteLink(raw: string | undefined, base: string | undefined, repairs: RepairLog): string | undefined {
  const link = raw?.replace(/[\t\n\r]+/g, '').trim();
  if (link === undefined || link === '') return undefined;
  const scheme = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(link)?.[1]?.toLowerCase();
  const web = scheme === 'http' || scheme === 'https';
  if (link.length > maxLength || (scheme !== undefined && !web && !/^[\w.-]+:\d/.test(link))) {
    repairs.add('link-unusable');
    return undefined;
  }
  if (web && /^https?:\/\/[^\s\\]+$/.test(link) && URL.canParse(link)) return link;
  const address = URL.canParse(link, base) ? new URL(link, base) : undefined;
  if (address === undefined || (address.protocol !== 'http:' && address.protocol !== 'https:')) {
    repairs.add('link-unusable');
    return undefined;
  }
  if (!web) repairs.add('link-relative');
  return address.href;
}

/** `xml:base` of an element resolved against what is around it. */
export function joinBase(base: string | undefined, relative: string | undefined): string | undefined {
  if (relative === undefined || relative === '') return base;
  return URL.canParse(relative, base) ? new URL(relative, base).href : base;
}
