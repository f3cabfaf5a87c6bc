import type { Block } from '../html/blocks.ts';
import type { BodyPlace } from './date-in-text.ts';
import { toLocalDay } from './local-day.ts';
import { dateInData } from './date-in-data.ts';
import { dateInText } from './date-in-text.ts';
import type { JsonLdArticle } from './json-ld.ts';
import type { PageHead } from './head.ts';
import type { DateReading, SlashOrder } from './page-date.ts';
import { readDate, sameDay } from './page-date.ts';

/** Where a publication date was found. `given` is what the caller knew already (a feed's date, an archive's record). */
export type DateSource = 'given' | 'json-ld' | 'meta' | 'microdata' | 'time' | 'url' | 'text' | 'data';

/** A publication date with where it was found and how exact it is. */
export interface PublishedDate extends DateReading {
  source: DateSource;
}

const publishedNames =
  'article:published_time article:published og:article:published_time og:published_time datepublished date.published publish-date publish_date published_time publication_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate dcterms.created dcterms.issued dcterms.date dc.date.issued dc.date.created dc.date dc.issued dc.created prism.publicationdate pubdate published published-date publishdate date article_date_original article.published originalpublicationdate ptime pdate displaydate sort_date rnews:datepublished citation_publication_date citation_date eprints.date cre_date creation_date last-published vr:published_time iso-8601-publish-date og:pubdate og:release_date release_date date_published weibo:article:create_at'.split(
    ' ',
  );
const modifiedNames =
  'article:modified_time og:updated_time article:modified article:updated datemodified date.modified last-modified lastmod dcterms.modified dc.date.modified modified utime revised'.split(
    ' ',
  );

/** When the article was published, by the page's own word: structured data, metadata, item properties, marked times, the address, a date near the headline, then the data of the page's scripts. */
export function findPublished(
  head: PageHead,
  data: JsonLdArticle,
  blocks: readonly Block[],
  place: BodyPlace,
  url: string,
  order: SlashOrder,
  html = '',
): PublishedDate | null {
  const read = (text: string | undefined, source: DateSource): PublishedDate | null => {
    const date = text === undefined || text === '' ? null : readDate(text, order);
    return date === null ? null : { ...date, source };
  };
  const inMeta = firstOf(publishedNames, (name) => read(head.meta.get(name), 'meta'));
  const marked = head.times.filter((time) => time.published && !time.modified);
  const unmarked = head.times.filter((time) => !time.published && !time.modified);
  const stated = statedDate(read(data.published, 'json-ld'), inMeta, () => [
    ...marked.flatMap((time) => [time.datetime, time.text]),
    dateInText(blocks, place, order, 'headline')?.value ?? '',
  ]);
  const found =
    stated ??
    read(head.properties.get('datepublished') ?? head.properties.get('datecreated'), 'microdata') ??
    firstOf(marked, (time) => read(time.datetime, 'time') ?? read(time.text, 'time')) ??
    fromAddress(url) ??
    dateInText(blocks, place, order) ??
    firstOf(unmarked, (time) => read(time.datetime, 'time') ?? read(time.text, 'time')) ??
    dateInData(html);
  if (found === null) return null;
  if (found.source === 'meta' && found.precision === 'day') return shownNear(found, dateInText(blocks, place, order, 'headline'));
  if (found.source === 'text' || found.precision === 'day' || !/(?:Z|00:00)$/.test(found.value)) return found;
  const shown = [...marked.map((time) => time.text), fromAddress(url)?.value ?? '', dateInText(blocks, place, order)?.value ?? ''];
  return toLocalDay(found, shown, order, url);

  /** Structured data before metadata, unless the page shows the day that the metadata name with a time. */
  function statedDate(inData: PublishedDate | null, named: PublishedDate | null, shownDates: () => string[]): PublishedDate | null {
    if (inData === null || named === null || named.precision === 'day' || sameDay(inData, named)) return inData ?? named;
    if (Date.parse(inData.value) === Date.parse(named.value)) return inData;
    const texts = shownDates();
    const readings = texts.map((text) => readDate(text, order));
    const shows = (date: PublishedDate): boolean => readings.some((other) => other !== null && sameDay(date, other));
    return shows(named) && !shows(toLocalDay(inData, texts, order, url)) ? named : inData;
  }
}

/** A day without a time in the metadata is often that of the printed paper or of a draft: a date near it that the page shows beside its headline is the reader's. */
function shownNear(named: PublishedDate, shown: PublishedDate | null): PublishedDate {
  if (shown === null) return named;
  const apart = Math.abs(Date.parse(shown.value.slice(0, 10)) - Date.parse(named.value));
  return apart <= mostDaysApart * 86_400_000 ? shown : named;
}

const mostDaysApart = 60;

/** When the article was last changed, where the page says so. */
export function findUpdated(head: PageHead, data: JsonLdArticle, order: SlashOrder): PublishedDate | null {
  const read = (text: string | undefined, source: DateSource): PublishedDate | null => {
    const date = text === undefined || text === '' ? null : readDate(text, order);
    return date === null ? null : { ...date, source };
  };
  return (
    read(data.modified, 'json-ld') ??
    firstOf(modifiedNames, (name) => read(head.meta.get(name), 'meta')) ??
    read(head.properties.get('datemodified'), 'microdata') ??
    firstOf(
      head.times.filter((time) => time.modified),
      (time) => read(time.datetime, 'time') ?? read(time.text, 'time'),
    )
  );
}

function firstOf<T, R>(list: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of list) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

/** A full date in the address: `/2021/03/04/`, `/2021-03-04-`, `/20210304`. */
export function fromAddress(url: string): PublishedDate | null {
  const match = /[/_-]((?:19|20)\d\d)([/_-]?)(\d\d)\2(\d\d)(?:[/_.-]|\D|$)/.exec(url.slice(0, 2_000));
  if (match === null) return null;
  const date = readDate(`${match[1] ?? ''}-${match[3] ?? ''}-${match[4] ?? ''}`);
  return date === null ? null : { ...date, source: 'url' };
}
