import type { JsonLdArticle } from './json-ld.ts';
import type { PageHead } from './head.ts';
import { fold } from './head.ts';

/** The headline: the page's first-level heading when another place confirms it, else structured data, else the share title, else the window title without the site's name. */
export function findTitle(head: PageHead, data: JsonLdArticle): string | null {
  const share = fold(head.meta.get('og:title') ?? head.meta.get('twitter:title') ?? '');
  const headline = fold(data.headline ?? '');
  const confirmed = head.headings.find(
    (heading) => heading.length > 5 && [share, headline, head.title].some((other) => agrees(heading, other)),
  );
  const site = head.meta.get('og:site_name') ?? data.publisher ?? '';
  const title = confirmed ?? (headline || withoutSite(share, site) || head.headings[0] || withoutSite(head.title, site));
  return title === '' ? null : title.slice(0, 500);
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
