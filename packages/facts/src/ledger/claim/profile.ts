import { canonicalJson, sha256 } from '@copydesk/contracts';
import type { Mention } from '@copydesk/contracts';
import { conceptOf } from '../words/concepts.ts';
import { contrastsOf } from '../words/contrasts.ts';
import type { Contrasts } from '../words/contrasts.ts';
import { stem } from '../words/stem.ts';
import { fold, wordsOf } from '../words/tokens.ts';
import type { Word } from '../words/tokens.ts';
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
  /** Content words with a weight each: names count more, words of the place less. */
  readonly bag: ReadonlyMap<string, number>;
  /** Sum of the bag's weights. */
  readonly size: number;
  /** Keys of the predicate: its words, its lemma, its event class. */
  readonly action: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  /** Folded words of the place, for names that are spelt differently. */
  readonly placeForms: readonly string[];
  /** Words of the quotation, and the person who is said to have spoken them; empty without one. */
  readonly quote: ReadonlySet<string>;
  readonly speaker: string;
  readonly contrasts: Contrasts;
  /** Dimension of the number ("#length"), or the key of the counted thing. */
  readonly counted: string;
  readonly interval: Interval | null;
  /** One of several like numbers of its article: a row of different events, not one claim told again. */
  readonly isListed: boolean;
  readonly time: TimeSpan;
  /** Of another time than the news itself: well before the telling, or months long. */
  readonly isElsewhen: boolean;
  readonly negative: boolean;
  /** True for what is planned, expected or conditional: not yet so. */
  readonly future: boolean;
}

/** Whole numbers, so that sums do not depend on their order. */
const NAME_WEIGHT = 13;
const WORD_WEIGHT = 10;
const PLACE_WEIGHT = 8;
/** A quotation of at least so many content words speaks for itself: who said it, and how that is put, are then compared apart. */
const FULL_QUOTE = 4;

/** 128 bits tell any profiles of a story apart. */
const KEY_DIGITS = 32;

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

function bagOf(mention: Mention, predicate: readonly Word[], place: readonly Word[], isNumber: boolean): Map<string, number> {
  const quote = wordsOf(mention.quote);
  const isFullQuote = mention.type === 'quote' && quote.length >= FULL_QUOTE;
  const slots = isFullQuote
    ? [quote]
    : [wordsOf(mention.subject), predicate, wordsOf(mention.object), wordsOf(mention.recipient), wordsOf(mention.quantity?.measure), quote];
  const bag = new Map<string, number>();
  const add = (words: readonly Word[], weight: number): void => {
    for (const word of words) {
      // The number of a number claim is compared as a number.
      if (isNumber && /^\d/u.test(word.form)) continue;
      bag.set(word.key, Math.max(bag.get(word.key) ?? 0, word.name ? NAME_WEIGHT : weight));
    }
  };
  for (const slot of slots) add(slot, WORD_WEIGHT);
  add(place, PLACE_WEIGHT);
  return bag;
}

/** What a mention's article adds to its profile. */
export interface ProfileContext {
  /** See `listedIn`. */
  readonly isListed?: boolean;
  /** When the article was told, in ms since 1970; null where that is not known. */
  readonly toldAt?: number | null;
}

/** A time that ended so long before the telling, or that lasts so long, is not the time of the news itself. */
const PAST_DAYS = 60;
const LONG_DAYS = 45;
const DAY = 86_400_000;

function isElsewhen(time: TimeSpan, toldAt: number | null): boolean {
  if (time.kind !== 'days') return false;
  return time.to - time.from > LONG_DAYS || (toldAt !== null && time.to < toldAt / DAY - PAST_DAYS);
}

/** Reads a mention for comparison. Pure; bounded by the 2,000 code units that are read of each slot. */
export function profileOf(mention: Mention, { isListed = false, toldAt = null }: ProfileContext = {}): Profile {
  const isNumber = mention.type === 'quantity' && mention.quantity !== null;
  const predicate = wordsOf(mention.predicate);
  const place = wordsOf(mention.place);
  const bag = bagOf(mention, predicate, place, isNumber);
  const action = keysOf([...predicate, ...wordsOf(mention.lemma)]);
  if (mention.eventClass !== null) action.add(`*${mention.eventClass}`);
  const compared = {
    family: isNumber ? ('number' as const) : ('statement' as const),
    counted: isNumber ? countedOf(mention) : '',
    interval: mention.quantity === null ? null : intervalOf(mention.quantity),
    time: timeSpan(mention.time),
    negative: mention.polarity === 'negative',
    isListed,
    isElsewhen: isElsewhen(timeSpan(mention.time), toldAt),
    future: mention.modality === 'planned' || mention.modality === 'expected' || mention.modality === 'conditional',
  };
  const quote = mention.quote === null ? new Set<string>() : keysOf(wordsOf(mention.quote));
  const speaker = mention.quote === null || mention.source?.kind !== 'named' ? '' : fold(mention.source.name ?? '');
  const placeForms = place.map((word) => word.form).sort();
  const lists = { bag: [...bag].map(([word, weight]) => `${word} ${weight}`), action: [...action], place: [...keysOf(place)] };
  const key = sha256(
    canonicalJson({
      ...compared,
      type: mention.type,
      bag: lists.bag.sort(),
      action: lists.action.sort(),
      place: lists.place.sort(),
    }),
  ).slice(0, KEY_DIGITS);
  const size = [...bag.values()].reduce((sum, weight) => sum + weight, 0);
  return { ...compared, key, bag, size, action, place: keysOf(place), placeForms, quote, speaker, contrasts: contrastsOf(bag.keys()) };
}
