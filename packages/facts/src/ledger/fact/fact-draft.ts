import { factId, sha256 } from '@copydesk/contracts';
import type { Fact, TimeValue } from '@copydesk/contracts';
import type { Profile } from '../claim/profile.ts';
import { timeSpan } from '../claim/time-span.ts';
import type { FactDraft } from '../drafts.ts';
import { statementOfMention } from './statement.ts';
import { PLACED, TIMEX, VALUE, WORDING } from '../told/kinds.ts';
import type { ToldSet } from '../told/told-set.ts';
import type { ValueGroup } from './values.ts';

const LEDGER = { name: 'copydesk-ledger', version: '1' };
const MAX_WORDINGS = 40;
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The wordings that most mentions have, at most `MAX_WORDINGS`; ties by text. */
function wordingsOf(told: ToldSet): Fact['wordings'] {
  const most = told.parts(WORDING).slice(0, MAX_WORDINGS);
  return most.map(({ told: own }) => ({ text: own.best?.wording.text ?? '', mentions: listOf(own.ids) }));
}

/** Lists of a fact are never changed once it is written. */
function listOf(list: readonly string[]): string[] {
  return list as string[];
}

/** The most exact time that the claim's mentions give: the shortest span of days, else an unresolved one, else none. */
function timeOf(told: ToldSet): TimeValue | null {
  const length = (time: TimeValue | null): number => {
    const span = timeSpan(time);
    return span.kind === 'days' ? span.to - span.from : span.kind === 'unresolved' ? 1e9 : 1e10;
  };
  const best = told.parts(TIMEX).flatMap((part) => part.told.best ?? []);
  const [first] = best.sort((x, y) => length(x.mention.time) - length(y.mention.time) || compare(x.worth, y.worth));
  return first?.mention.time ?? null;
}

function seriesOf(told: ToldSet): Fact['series'] {
  const values = told.parts(VALUE);
  if (values.length < 2) return [];
  const points = values.flatMap(({ key, told: own }) => {
    const { best } = own;
    if (best?.value == null) return [];
    const { time } = best.mention;
    const at = time?.interval?.[0] ?? (time === null || time.timex === '' ? best.article.observedAt : time.timex);
    return [{ key, at, point: { time, quantity: best.value.quantity, mentions: listOf(own.ids) } }];
  });
  const distinct = new Set(points.map(({ point: { quantity } }) => JSON.stringify([quantity.value, quantity.min, quantity.max])));
  if (distinct.size < 2) return [];
  return points.sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key)).map(({ point }) => point);
}

/**
 * Builds the fact that one group of mentions makes. Pure.
 * @param values of a claim about a number, the best supported first; empty for any other.
 */
export function factDraft(storyId: string, leader: Profile, told: ToldSet, values: readonly ValueGroup[]): FactDraft {
  const { best } = told;
  if (best === undefined) throw new RangeError('a fact needs at least one mention');
  const shown = values[0]?.told.best ?? best;
  const placed = shown.mention.place === null ? told.parts(PLACED)[0]?.told.best : shown;
  const descriptor = descriptorOf(leader);
  const mentions = listOf(told.ids);
  const key = `${descriptor}#${mentions[0] ?? ''}`;
  return {
    id: factId(key),
    storyId,
    key,
    descriptor,
    type: shown.mention.type,
    statement: statementOfMention(shown.mention),
    mentions,
    articleIds: listOf(told.articleIds),
    value: values[0]?.quantity ?? null,
    time: timeOf(told),
    place: placed?.mention.place ?? null,
    series: seriesOf(told),
    support: told.support(),
    wordings: wordingsOf(told),
    conflicts: [],
    salience: best.mention.salience,
    firstSeen: told.firstSeen,
    lastChanged: told.lastSeen,
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
