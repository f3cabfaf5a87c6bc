import { absoluteLink } from './link.ts';
import type { FeedResult, NotAFeedCode } from './model.ts';
import { RepairLog } from './repairs.ts';
import { readAttributes } from './xml/attributes.ts';

/** How much of a page is looked at. */
const headLength = 200_000;

/** Marks of pages that stand between a program and the content: names of the products that serve them, and the titles they use. */
const challengeMarks =
  /cf-chl|challenge-platform|cf-browser-verification|cf_captcha|_Incapsula_Resource|px-captcha|perimeterx|captcha-delivery\.com|datadome|awswaf|aws-waf-token|ddos-guard|sucuri_cloudproxy|akamai-challenge|sec-if-cpt|g-recaptcha|h-captcha|hcaptcha\.com|friendlycaptcha|geo\.captcha/i;
const challengeTitles =
  /just a moment|attention required|checking your browser|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human|access denied|pardon our interruption|security check|robot check|ddos protection|un momento|einen moment|un instant/i;
const consentMarks =
  /consent\.(?:google|youtube|yahoo)\.|guce\.|\/collectconsent|consentmanager|usercentrics|sourcepoint|sp_message|didomi|onetrust-consent|privacy-mgmt|cmp-?wall|contentpass|opencmp/i;
const consentTitles =
  /before you continue|cookie(?:s)? (?:consent|wall)|your privacy|privacy (?:choices|settings)|consent|zustimmung|einwilligung|datenschutzeinstellungen|consentement|consentimiento|consenso|toestemming/i;

/** Tells what an HTML page is that came where a feed was asked for, and which feeds it names. */
export function describeHtml(html: string, url: string | undefined, headers: ReadonlyMap<string, string>, repairs: RepairLog): FeedResult {
  const head = html.slice(0, headLength);
  const title = (/<title[^<>]{0,200}>([^<]{0,300})/i.exec(head)?.[1] ?? '').replace(/\s+/g, ' ').trim();
  const alternates = feedLinks(head, url, new RepairLog());
  return {
    kind: 'not-a-feed',
    code: pageCode(head, title, url, headers, alternates.length > 0),
    detail: title.slice(0, 200),
    alternates,
    repairs: repairs.list(),
  };
}

function pageCode(
  head: string,
  title: string,
  url: string | undefined,
  headers: ReadonlyMap<string, string>,
  namesFeeds: boolean,
): NotAFeedCode {
  if (headers.get('cf-mitigated') === 'challenge' || headers.has('x-datadome') || challengeTitles.test(title)) return 'challenge';
  if (url !== undefined && /^https?:\/\/(?:consent|guce)\./i.test(url)) return 'consent-wall';
  if (consentTitles.test(title)) return 'consent-wall';
  // A real page may load these products too: only a page with next to nothing else on it is one of theirs.
  const words = visibleLength(head);
  if (!namesFeeds && words < 1500 && challengeMarks.test(head)) return 'challenge';
  if (!namesFeeds && words < 4000 && consentMarks.test(head)) return 'consent-wall';
  return 'html-page';
}

/** Characters of text outside tags, scripts and styles. */
function visibleLength(html: string): number {
  let length = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    length += html.slice(at, open < 0 ? undefined : open).trim().length;
    if (open < 0) break;
    const raw = /^<(script|style|noscript|template)\b/i.exec(html.slice(open, open + 12))?.[1];
    const rawEnd = raw === undefined ? -1 : html.indexOf(`</${raw}`, open);
    if (raw !== undefined && rawEnd < 0) break;
    const close = html.indexOf('>', rawEnd < 0 ? open : rawEnd);
    if (close < 0) break;
    at = close + 1;
  }
  return length;
}

/** Feeds that a page names by `<link rel="alternate">`, absolute, without repeats. */
function feedLinks(head: string, url: string | undefined, repairs: RepairLog): string[] {
  const found = new Set<string>();
  for (const [, tag] of head.matchAll(/<link\b([^<>]{1,2000})>/gi)) {
    if (tag === undefined || found.size >= 20) continue;
    const attributes = readAttributes(tag, undefined, undefined);
    const isFeed = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|text\/xml|application\/xml)\b/i.test(
      attributes.get('type') ?? '',
    );
    if (!isFeed || !(attributes.get('rel') ?? '').toLowerCase().split(/\s+/).includes('alternate')) continue;
    const link = absoluteLink(attributes.get('href'), url, repairs);
    if (link !== undefined) found.add(link);
  }
  return [...found];
}
