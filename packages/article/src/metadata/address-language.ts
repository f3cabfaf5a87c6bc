import { canonicalUrl } from '@copydesk/text';
import { detectLanguage } from '@copydesk/text/detect-language';

/** The canonical spelling of the first address that is one. */
export function canonicalOf(...addresses: string[]): string | null {
  for (const address of addresses) {
    const url = address === '' ? null : canonicalUrl(address);
    if (url !== null) return url;
  }
  return null;
}

/** The text's own language where it can be told, else what the page declares. */
export function languageOf(text: string, declared: string): string | null {
  const said = /^[a-z]{2,3}(?=$|[-_])/i.exec(declared.trim())?.[0].toLowerCase() ?? null;
  const found = detectLanguage(text);
  if (found.language !== null && (found.reliable || said === null)) return found.language;
  return said;
}
