import { tokenize, type Span } from '@copydesk/text';
import { cueVerbs } from './lexicon/cue-verbs.ts';
import type { Quote } from './quotes.ts';
import type { AttributionInput } from './types.ts';

/** A word of the article with what the parse says of it; without a parse `upos` and `relation` are "" and `head` is −1. */
export interface Word extends Span {
  text: string;
  lower: string;
  upos: string;
  lemma: string;
  /** Index in the article's word list; −1 for a root or where there is no parse. */
  head: number;
  relation: string;
  sentence: number;
  /** Index of the double-marked quotation it stands in, or −1. */
  quote: number;
  /** A paragraph break stands before it. */
  breaks: boolean;
}

/** All words of the article in order. Quotations that may be speech are known to each word; borrowed words in single marks stay part of their sentence. */
export function articleWords({ text, sentences, parses }: AttributionInput, quotes: readonly Quote[]): Word[] {
  const words: Word[] = [];
  const speech = quotes.map((quote, index) => ({ quote, index })).filter(({ quote }) => quote.speech);
  let cursor = 0;
  let last = 0;
  let nextBreak = text.indexOf('\n');
  sentences.forEach((sentence, number) => {
    const parsed = parses?.[number];
    const base = words.length;
    const tokens: readonly Span[] = parsed?.tokens ?? tokenize(text, sentence.start, sentence.end);
    tokens.forEach((token, index) => {
      while (cursor < speech.length && (speech[cursor]?.quote.end ?? 0) <= token.start) cursor += 1;
      const held = speech[cursor];
      const own = parsed?.tokens[index];
      const written = own?.text ?? text.slice(token.start, token.end);
      const lower = written.toLowerCase();
      if (nextBreak >= 0 && nextBreak < last) nextBreak = text.indexOf('\n', last);
      words.push({
        start: token.start,
        end: token.end,
        text: written,
        lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
        upos: own?.upos ?? '',
        lemma: own?.lemma ?? '',
        head: own === undefined || own.head < 0 ? -1 : base + own.head,
        relation: own?.relation ?? '',
        sentence: number,
        quote: held !== undefined && token.start >= held.quote.start && token.start < held.quote.end ? held.index : -1,
        breaks: nextBreak >= 0 && nextBreak < token.start,
      });
      last = token.end;
    });
  });
  return words;
}

/** A step of a sentence outside quotations: a word, or a whole quotation. */
export interface Item extends Span {
  /** Index of the word, −1 for a quotation. */
  word: number;
  /** Index of the quotation, −1 for a word. */
  quote: number;
}

/** A sentence with its quotations folded into single steps; a quotation of several sentences does not cut it. */
export interface Segment {
  items: Item[];
  /** Opens a paragraph. */
  opens: boolean;
  /** Number of the paragraph, from 0. */
  paragraph: number;
}

/** Items after which a segment is cut; no sentence of a newspaper is as long. */
const longestSegment = 400;
const stops: ReadonlySet<string> = new Set(['.', '!', '?', '…', '...']);

/** Cuts the article into segments. */
export function segmentsOf(words: readonly Word[], quotes: readonly Quote[], text: string): Segment[] {
  const segments: Segment[] = [];
  let items: Item[] = [];
  let paragraph = 0;
  let opens = true;
  let lastSentence = -1;
  const flush = (): void => {
    if (items.length > 0) segments.push({ items, opens, paragraph });
    if (items.length > 0) opens = false;
    items = [];
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const inside = word.quote >= 0;
    const previous = items.at(-1);
    if (inside && previous?.quote === word.quote) {
      lastSentence = word.sentence;
      continue;
    }
    if (items.length >= longestSegment) flush();
    if (word.breaks && (items.length > 0 || segments.length > 0)) {
      flush();
      paragraph += 1;
      opens = true;
    } else if (items.length > 0 && word.sentence !== lastSentence && ends(previous, words, quotes, text, index)) flush();
    const quote = inside ? quotes[word.quote] : undefined;
    items.push(
      quote === undefined
        ? { word: index, quote: -1, start: word.start, end: word.end }
        : { word: -1, quote: word.quote, start: quote.start, end: quote.end },
    );
    lastSentence = word.sentence;
  }
  flush();
  return segments.map((segment) => (segment.opens ? withoutDateline(segment, words) : segment));
}

const longestDateline = 16;

/** "LONDON, Jan 3 (Reuters) - The minister …": what stands before the spaced dash is no part of the sentence. */
function withoutDateline(segment: Segment, words: readonly Word[]): Segment {
  const [first, second] = [wordOf(words, segment.items[0]), wordOf(words, segment.items[1])];
  if (first === undefined || !/^\p{Lu}{3,}$/u.test(first.text) || (second !== undefined && second.text === '.')) return segment;
  for (let at = 1; at < segment.items.length - 2 && at < longestDateline; at += 1) {
    const word = wordOf(words, segment.items[at]);
    // "NASA said the probe — launched in May — …" begins with no dateline.
    if (word === undefined || word.text === ':' || (/^(?:VERB|AUX)$/.test(word.upos) && /^\p{Ll}/u.test(word.text))) return segment;
    const spaced = word.start > (segment.items[at - 1]?.end ?? 0) && word.end < (segment.items[at + 1]?.start ?? 0);
    if (/^[-–—]{1,2}$/.test(word.text) && spaced) return { ...segment, items: segment.items.slice(at + 1) };
  }
  return segment;
}

/** The splitter put a boundary before word `next`; after a quotation it only holds when the quotation ends a sentence of its own and what follows does not attribute it. */
function ends(previous: Item | undefined, words: readonly Word[], quotes: readonly Quote[], text: string, next: number): boolean {
  const quote = previous === undefined || previous.quote < 0 ? undefined : quotes[previous.quote];
  if (quote === undefined) return true;
  const following = words[next];
  if (following === undefined || /^[a-z,–—―]/.test(following.text)) return false;
  if (!stops.has(text.charAt(quote.inner.end - 1)))
    return /^\p{Lu}/u.test(following.text) && following.quote < 0 ? !attributes(words, next) : following.quote >= 0;
  return following.quote >= 0 || !attributes(words, next);
}

/** "Smith said." right after a quotation: a short subject, a cue that takes speech, and no words of its own to report. */
function attributes(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + 9; at += 1) {
    const word = words[at];
    if (word === undefined || word.quote >= 0 || stops.has(word.text) || word.text === ',') return false;
    if (at > from && cueVerbs(word.lower).some((verb) => verb.speech && verb.clause)) {
      const after = words[at + 1];
      if (after !== undefined && /^[,:]$/.test(after.text) && (words[at + 2]?.quote ?? -1) >= 0) return false;
      return (
        after === undefined ||
        after.sentence !== word.sentence ||
        /^[.,:]$/.test(after.text) ||
        ['in', 'at', 'on', 'during', 'of', 'to', 'after', 'via'].includes(after.lower)
      );
    }
  }
  return false;
}

/** The word of an item, or undefined for a quotation. */
export const wordOf = (words: readonly Word[], item: Item | undefined): Word | undefined =>
  item === undefined || item.word < 0 ? undefined : words[item.word];
