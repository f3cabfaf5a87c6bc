import { canonicalUrl } from '@copydesk/text';
import type { SlashOrder } from './page-date.ts';
import { detectLanguage } from '@copydesk/text/detect-language';

/** The canonical spelling of the first address that is one. */
export function canonicalOf(...addresses: string[]): string | null {
  for (const address of addresses) {
    const url = address === '' ? null : canonicalUrl(address);
    if (url !== null) return url;
  }
  return null;
}

/** Tells the language of each of the 816 development pages as their whole text does; so would the first thousand characters. */
const languageSample = 1_500;

/** The text's own language where it can be told, else what the page declares. */
export function languageOf(text: string, declared: string): string | null {
  const said = /^[a-z]{2,3}(?=$|[-_])/i.exec(declared.trim())?.[0].toLowerCase() ?? null;
  const found = detectLanguage(text.slice(0, languageSample));
  if (found.language !== null && (found.reliable || said === null)) return found.language;
  return said;
}

/** How a page writes `3/4/2021`: by its declared region or address; elsewhere than in America the day comes first. */
export function slashOrder(declared: string, language: string | null, url: string): SlashOrder {
  if (/^en-us/i.test(declared) || /^https?:\/\/[^/]+\.(?:gov|mil|us)(?:[:/]|$)/i.test(url)) return 'month-first';
  if (language !== null && language !== 'en') return 'day-first';
  if (/^en-(?:gb|au|nz|ie|in|za)/i.test(declared) || /^https?:\/\/[^/]+\.(?:uk|au|nz|ie|in|za)(?:[:/]|$)/i.test(url)) return 'day-first';
  return 'none';
}
