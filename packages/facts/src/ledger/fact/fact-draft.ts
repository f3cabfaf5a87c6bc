import { factId } from '@copydesk/contracts';
import type { Fact, Mention, TimeValue } from '@copydesk/contracts';
import type { Profile } from '../claim/profile.ts';
import { timeSpan } from '../claim/time-span.ts';
import type { FactDraft } from '../drafts.ts';
import { statementOfMention } from './statement.ts';
import { supportOf } from './support.ts';
import type { Testimony } from './testimony.ts';
import { valuesOf } from './values.ts';

export const LEDGER = { name: 'copydesk-ledger', version: '1' };
const MAX_WORDINGS = 40;
const SALIENCE = ['core', 'supporting', 'background'] as const;

/** Best mention first: the more salient, the surer, the earlier seen; ids last, so that the choice is the same everywhere. */
function byWorth(a: Testimony, b: Testimony): number {
  return (
    SALIENCE.indexOf(a.mention.salience) - SALIENCE.indexOf(b.mention.salience) ||
    b.mention.confidence - a.mention.confidence ||
    compare(a.article.observedAt, b.article.observedAt) ||
    compare(a.mention.id, b.mention.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function wordingsOf(testimonies: readonly Testimony[]): Fact['wordings'] {
  const byText = new Map<string, { text: string; mentions: string[] }>();
  for (const {
    mention,
    wording: { text, key },
  } of testimonies) {
    const wording = byText.get(key);
    if (wording === undefined) byText.set(key, { text, mentions: [mention.id] });
    else wording.mentions.push(mention.id);
  }
  return [...byText.values()].slice(0, MAX_WORDINGS).map(({ text, mentions }) => ({ text, mentions: mentions.sort() }));
}

/** The most exact time that the claim's mentions give: the shortest span of days, else an unresolved one, else none. */
function timeOf(mentions: readonly Mention[]): TimeValue | null {
  let best: { time: TimeValue; length: number } | null = null;
  for (const { time } of mentions) {
    if (time === null) continue;
    const span = timeSpan(time);
    const length = span.kind === 'days' ? span.to - span.from : span.kind === 'unresolved' ? 1e9 : 1e10;
    if (best === null || length < best.length) best = { time, length };
  }
  return best?.time ?? null;
}

function seriesOf(testimonies: readonly Testimony[]): Fact['series'] {
  const points = new Map<string, { at: string; point: Fact['series'][number] }>();
  for (const { mention, article } of testimonies) {
    if (mention.quantity === null) continue;
    const { value, min, max, comparator, unit } = mention.quantity;
    const at = mention.time?.interval?.[0] ?? mention.time?.timex ?? '';
    const key = JSON.stringify([mention.time?.timex ?? '', value, min, max, comparator, unit]);
    const known = points.get(key);
    if (known === undefined)
      points.set(key, {
        at: at === '' ? article.observedAt : at,
        point: { time: mention.time, quantity: mention.quantity, mentions: [mention.id] },
      });
    else known.point.mentions.push(mention.id);
  }
  if (points.size < 2) return [];
  const inOrder = [...points].sort(([a, x], [b, y]) => compare(x.at, y.at) || compare(a, b)).map(([, { point }]) => point);
  const distinct = new Set(inOrder.map(({ quantity }) => JSON.stringify([quantity.value, quantity.min, quantity.max])));
  return distinct.size < 2 ? [] : inOrder.map((point) => ({ ...point, mentions: point.mentions.sort() }));
}

/** Builds the fact that one group of mentions makes. Pure: depends on the set of testimonies only. */
export function factDraft(storyId: string, leader: Profile, group: readonly Testimony[]): FactDraft {
  const testimonies = [...group].sort(byWorth);
  const mentions = testimonies.map(({ mention }) => mention);
  const best = testimonies[0];
  if (best === undefined) throw new RangeError('a fact needs at least one mention');
  const values = leader.family === 'number' ? valuesOf(testimonies) : [];
  const shown = [...(values[0]?.testimonies ?? [])].sort(byWorth)[0] ?? best;
  const ids = mentions.map((mention) => mention.id).sort();
  const descriptor = descriptorOf(leader);
  const key = `${descriptor}#${ids[0] ?? ''}`;
  const seen = testimonies.map(({ article }) => article.observedAt).sort();
  return {
    id: factId(key),
    storyId,
    key,
    descriptor,
    type: shown.mention.type,
    statement: statementOfMention(shown.mention),
    mentions: ids,
    articleIds: [...new Set(mentions.map((mention) => mention.articleId))].sort(),
    value: values[0]?.quantity ?? null,
    time: timeOf(mentions),
    place: shown.mention.place ?? mentions.find((mention) => mention.place !== null)?.place ?? null,
    series: seriesOf(testimonies),
    support: supportOf(testimonies),
    wordings: wordingsOf(testimonies),
    conflicts: [],
    salience: best.mention.salience,
    firstSeen: seen[0] ?? '',
    lastChanged: seen.at(-1) ?? '',
    extractor: LEDGER,
  };
}

/** What the claim is about in words that outlive a single mention: kind, thing counted, and the content words of its fullest wording. */
function descriptorOf(leader: Profile): string {
  return [leader.family, leader.negative ? 'not' : '', leader.counted, [...leader.bag.keys()].sort().join(' ')].join('|');
}
