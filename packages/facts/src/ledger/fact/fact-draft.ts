import { factId, sha256 } from '@copydesk/contracts';
import type { Fact, TimeValue } from '@copydesk/contracts';
import type { Profile } from '../claim/profile.ts';
import { timeSpan } from '../claim/time-span.ts';
import type { FactDraft } from '../drafts.ts';
import { statementOfMention } from './statement.ts';
import { supportOf } from './support.ts';
import { bestOf } from './testimony.ts';
import type { Testimony } from './testimony.ts';
import { valuesOf } from './values.ts';

const LEDGER = { name: 'copydesk-ledger', version: '1' };
const MAX_WORDINGS = 40;
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The wordings that most mentions have, at most `MAX_WORDINGS`; ties by text. */
function wordingsOf(testimonies: readonly Testimony[]): Fact['wordings'] {
  const byKey = Map.groupBy(testimonies, ({ wording }) => wording.key);
  const inOrder = [...byKey].sort(([a, x], [b, y]) => y.length - x.length || compare(a, b)).slice(0, MAX_WORDINGS);
  return inOrder.map(([, told]) => ({ text: bestOf(told)?.wording.text ?? '', mentions: told.map(({ mention }) => mention.id) }));
}

/** The most exact time that the claim's mentions give: the shortest span of days, else an unresolved one, else none. */
function timeOf(testimonies: readonly Testimony[]): TimeValue | null {
  const byTimex = new Map<string, Testimony>();
  for (const testimony of testimonies) {
    const timex = testimony.mention.time?.timex;
    if (timex === undefined) continue;
    const known = byTimex.get(timex);
    if (known === undefined || testimony.worth < known.worth) byTimex.set(timex, testimony);
  }
  const length = ({ mention }: Testimony): number => {
    const span = timeSpan(mention.time);
    return span.kind === 'days' ? span.to - span.from : span.kind === 'unresolved' ? 1e9 : 1e10;
  };
  const [first] = [...byTimex.values()].sort((a, b) => length(a) - length(b) || compare(a.worth, b.worth));
  return first?.mention.time ?? null;
}

function seriesOf(testimonies: readonly Testimony[]): Fact['series'] {
  const byValue = Map.groupBy(testimonies, ({ value }) => value?.key ?? '');
  byValue.delete('');
  if (byValue.size < 2) return [];
  const points = [...byValue].flatMap(([key, told]) => {
    const best = bestOf(told);
    if (best?.value == null) return [];
    const { time } = best.mention;
    const at = time?.interval?.[0] ?? (time === null || time.timex === '' ? best.article.observedAt : time.timex);
    return [{ key, at, point: { time, quantity: best.value.quantity, mentions: told.map(({ mention }) => mention.id) } }];
  });
  const distinct = new Set(points.map(({ point: { quantity } }) => JSON.stringify([quantity.value, quantity.min, quantity.max])));
  if (distinct.size < 2) return [];
  return points.sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key)).map(({ point }) => point);
}

/** Builds the fact that one group of mentions makes, its testimonies in their `order`. Pure. */
export function factDraft(storyId: string, leader: Profile, testimonies: readonly Testimony[]): FactDraft {
  const best = bestOf(testimonies);
  if (best === undefined) throw new RangeError('a fact needs at least one mention');
  const values = leader.family === 'number' ? valuesOf(testimonies) : [];
  const shown = bestOf(values[0]?.testimonies ?? []) ?? best;
  const placed = shown.mention.place === null ? bestOf(testimonies.filter(({ mention }) => mention.place !== null)) : shown;
  const ids = testimonies.map(({ mention }) => mention.id);
  const descriptor = descriptorOf(leader);
  const key = `${descriptor}#${ids[0] ?? ''}`;
  let [firstSeen, lastChanged] = [best.article.observedAt, best.article.observedAt];
  for (const { article } of testimonies) {
    if (article.observedAt < firstSeen) firstSeen = article.observedAt;
    if (article.observedAt > lastChanged) lastChanged = article.observedAt;
  }
  return {
    id: factId(key),
    storyId,
    key,
    descriptor,
    type: shown.mention.type,
    statement: statementOfMention(shown.mention),
    mentions: ids,
    articleIds: [...new Set(testimonies.map(({ article }) => article.articleId))],
    value: values[0]?.quantity ?? null,
    time: timeOf(testimonies),
    place: placed?.mention.place ?? null,
    series: seriesOf(testimonies),
    support: supportOf(testimonies),
    wordings: wordingsOf(testimonies),
    conflicts: [],
    salience: best.mention.salience,
    firstSeen,
    lastChanged,
    extractor: LEDGER,
  };
}

const MAX_DESCRIPTOR = 200;

/** What the claim is about in words that outlive a single mention: kind, thing counted, and the content words of its fullest wording; long ones end in their hash. */
function descriptorOf(leader: Profile): string {
  const known = descriptors.get(leader);
  if (known !== undefined) return known;
  const descriptor = readDescriptor(leader);
  descriptors.set(leader, descriptor);
  return descriptor;
}

/** Facts are written anew whenever their mentions change; what they are about stays. */
const descriptors = new WeakMap<Profile, string>();

function readDescriptor(leader: Profile): string {
  const words = [leader.family, leader.negative ? 'not' : '', leader.counted, [...leader.bag.keys()].sort().join(' ')].join('|');
  return words.length <= MAX_DESCRIPTOR ? words : `${words.slice(0, MAX_DESCRIPTOR - 17)}…${sha256(words).slice(0, 16)}`;
}
