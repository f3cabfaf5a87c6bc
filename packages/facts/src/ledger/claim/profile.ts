import { canonicalJson } from '@copydesk/contracts';
import type { Mention } from '@copydesk/contracts';
import { wordsOf } from '../words/tokens.ts';
import type { Word } from '../words/tokens.ts';
import { conceptOf } from '../words/concepts.ts';
import { stem } from '../words/stem.ts';
import { intervalOf } from './interval.ts';
import type { Interval } from './interval.ts';
import { timeSpan } from './time-span.ts';
import type { TimeSpan } from './time-span.ts';
import { unitScale } from './unit-scale.ts';

/** What of a mention counts when two are compared. Mentions with equal profiles are one node of the fold, whatever article they come from. */
export interface Profile {
  /** Equal exactly for mentions that the ledger cannot tell apart. */
  readonly key: string;
  readonly family: 'number' | 'statement';
  /** Content words of all slots with a weight each: names and predicate words count more. */
  readonly bag: ReadonlyMap<string, number>;
  readonly size: number;
  /** Keys of the predicate: its lemma, its words, its event class. */
  readonly action: ReadonlySet<string>;
  readonly subject: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  /** Folded forms of capitalised words, for names that are spelt differently. */
  readonly names: ReadonlySet<string>;
  /** Words inside the quotation marks; empty without a quote. */
  readonly quote: ReadonlySet<string>;
  /** Dimension of the number ("length"), or the concept of the counted thing. */
  readonly counted: string;
  readonly interval: Interval | null;
  readonly time: TimeSpan;
  readonly negative: boolean;
  /** True for what is planned, expected or conditional: not yet so. */
  readonly future: boolean;
}

const WEIGHT = { name: 1.3, word: 1, place: 0.8 };

function countedOf(mention: Mention): string {
  const quantity = mention.quantity;
  if (quantity === null) return '';
  const scale = unitScale(quantity.unit);
  if (scale !== undefined) return `#${scale.dimension}`;
  const unit = quantity.unit.toLowerCase().split(/\s+/u).at(-1) ?? '';
  return unit === '' ? '' : (conceptOf(unit) ?? stem(unit));
}

function keysOf(words: readonly Word[]): Set<string> {
  return new Set(words.map((word) => word.key));
}

function sorted(values: Iterable<string>): string[] {
  return [...values].sort();
}

/** Reads a mention for comparison. Pure; bounded by the 2,000 code units that are read of each slot. */
export function profileOf(mention: Mention): Profile {
  const subject = wordsOf(mention.subject);
  const predicate = wordsOf(mention.predicate);
  const object = wordsOf(mention.object);
  const recipient = wordsOf(mention.recipient);
  const place = wordsOf(mention.place);
  const measure = wordsOf(mention.quantity?.measure);
  const quote = wordsOf(mention.quote);
  const bag = new Map<string, number>();
  const add = (words: readonly Word[], weight: number): void => {
    for (const word of words) bag.set(word.key, Math.max(bag.get(word.key) ?? 0, word.name ? WEIGHT.name : weight));
  };
  for (const slot of [subject, predicate, object, recipient, measure, quote]) add(slot, WEIGHT.word);
  add(place, WEIGHT.place);
  const action = keysOf(predicate);
  if (mention.lemma !== null) for (const word of wordsOf(mention.lemma)) action.add(word.key);
  if (mention.eventClass !== null) action.add(`*${mention.eventClass}`);
  const family = mention.type === 'quantity' && mention.quantity !== null ? 'number' : 'statement';
  const interval = mention.quantity === null ? null : intervalOf(mention.quantity);
  const time = timeSpan(mention.time);
  const negative = mention.polarity === 'negative';
  const future = mention.modality === 'planned' || mention.modality === 'expected' || mention.modality === 'conditional';
  const counted = countedOf(mention);
  const names = new Set(
    [...subject, ...object, ...recipient, ...place, ...measure]
      .filter((word) => word.name && !/\d/u.test(word.form))
      .map((word) => word.form),
  );
  const compared = {
    family,
    bag: sorted([...bag].map(([word, weight]) => `${word}:${weight}`)),
    action: sorted(action),
    subject: sorted(keysOf(subject)),
    place: sorted(keysOf(place)),
    names: sorted(names),
    quote: sorted(keysOf(quote)),
    counted,
    interval,
    time,
    negative,
    future,
    type: mention.type,
  };
  const key = canonicalJson(compared);
  return {
    key,
    family,
    bag,
    size: [...bag.values()].reduce((sum, weight) => sum + weight, 0),
    action,
    subject: keysOf(subject),
    place: keysOf(place),
    names,
    quote: keysOf(quote),
    counted,
    interval,
    time,
    negative,
    future,
  };
}
