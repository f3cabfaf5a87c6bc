import type { JsonLdArticle } from './json-ld.ts';
import type { PageHead } from './head.ts';
import { fold } from './head.ts';

/**
 * The headline as readers see it: the first-level heading that structured data or the share title confirm, or that has words in common with them (they are often
 * written for search); else what those say; else the window title without the site's name, in the spelling of the heading that begins it.
 */
export function findTitle(head: PageHead, data: JsonLdArticle): string | null {
  const site = head.meta.get('og:site_name') ?? data.publisher ?? '';
  const share = withoutSite(fold(head.meta.get('og:title') ?? head.meta.get('twitter:title') ?? ''), site);
  const headline = fold(data.headline ?? '');
  const stated = headline || share;
  const headings = head.headings.filter((heading) => heading.length > 5 && headlineKey(heading) !== headlineKey(site));
  const window = withoutSite(head.title, site);
  const confirmed = headings.find((heading) => agrees(heading, share) || agrees(heading, headline));
  const shown =
    confirmed ??
    (stated === ''
      ? headings.find((heading) => agrees(heading, window) || headlineKey(window).startsWith(headlineKey(heading)))
      : headings.find((heading) => sharesWords(heading, stated)));
  const title = shown ?? (stated || window || (headings[0] ?? ''));
  return title === '' ? null : title.slice(0, 500);
}

/** Whether two headlines have at least two longer words in common, and this share (a third) of the shorter one's. */
export function sharesWords(a: string, b: string, share = 1 / 3): boolean {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
  const [x, y] = [words(a), words(b)];
  const common = [...x].filter((word) => y.has(word)).length;
  return common >= 2 && common >= Math.min(x.size, y.size) * share;
}

/** Whether two headlines are the same but for a site's name, letter case and punctuation. */
export function agrees(a: string, b: string): boolean {
  const [x, y] = [headlineKey(a), headlineKey(b)];
  if (x === '' || y === '') return false;
  return x === y || (Math.min(x.length, y.length) >= 12 && (x.includes(y) || y.includes(x)));
}

/** A headline's letters and digits only, in lower case. */
export function headlineKey(text: string): string {
  return text
    .slice(0, 600)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A window title without the site's name at its end or beginning. */
export function withoutSite(title: string, site: string): string {
  const parts = title.split(/ [|–—·»•:-] |[|»]/).map((part) => part.trim());
  if (parts.length < 2) return title;
  const kept = parts.filter((part) => site === '' || headlineKey(part) !== headlineKey(site));
  if (kept.length < parts.length && kept.length > 0)
    return title.slice(title.indexOf(kept[0] ?? ''), title.lastIndexOf(kept.at(-1) ?? '') + (kept.at(-1) ?? '').length);
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest.length > title.length * 0.5 ? longest : title;
}
