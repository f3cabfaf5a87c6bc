import { getDomain, getHostname } from 'tldts';

/** Sites that carry other publishers' articles under their own address: they are transports and say nothing about who wrote a text. */
const aggregators: ReadonlySet<string> = new Set(
  (
    'news.google.com msn.com flipboard.com smartnews.com newsbreak.com ground.news allsides.com feedburner.com feedsportal.com feedly.com inoreader.com newsblur.com pressreader.com ' +
    'upday.com headtopics.com newslocker.com topix.com digg.com reddit.com t.co bit.ly ow.ly tinyurl.com dlvr.it archive.org archive.today archive.ph web.archive.org news.ycombinator.com ' +
    'lite.cnn.io paper.li scoop.it pocket.co getpocket.com apple.news theoldreader.com'
  ).split(' '),
);

/** True for a host (or address) that only passes articles on. */
export function isAggregator(url: string): boolean {
  const host = getHostname(url);
  if (host === null) return false;
  return aggregators.has(host) || aggregators.has(getDomain(url) ?? '');
}

/**
 * The family an article's address belongs to: its registrable domain by the Public Suffix List (private suffixes counted, so that two blogs of one host are two families),
 * the host itself where there is none (an IP address, a local name). Null for aggregators and for what is no address: the publisher is then unknown.
 */
export function publisherFamily(url: string): string | null {
  if (isAggregator(url)) return null;
  return getDomain(url, { allowPrivateDomains: true }) ?? getHostname(url);
}
