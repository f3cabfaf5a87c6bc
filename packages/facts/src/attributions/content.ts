import type { Span } from '@copydesk/text';
import type { Cue } from './cues.ts';
import { isCueForm } from './lexicon/cue-verbs.ts';
import { type View } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import type { Quote } from './quotes.ts';
import { wordOf, type Word } from './words.ts';

/** A view that also knows the quotations behind its items. */
export interface QuotedView extends View {
  quotes: readonly Quote[];
  text: string;
}

const at = (view: View, index: number): Word | undefined => wordOf(view.words, view.items[index]);
const isQuote = (view: View, index: number): boolean => (view.items[index]?.quote ?? -1) >= 0;

/** Reads like speech rather than a borrowed word or a title: a capital and closing punctuation inside, or enough words. */
export function isSpeech(view: QuotedView, index: number): boolean {
  const quote = view.quotes[view.items[index]?.quote ?? -1];
  if (quote === undefined) return false;
  const inner = view.text.slice(quote.inner.start, quote.inner.end);
  const count = inner.split(/\s+/, 12).length;
  const closes = /[.,!?…—–-]$/.test(inner) || view.text.charAt(quote.end) === ',';
  return count >= 8 || (closes && (/^[\p{Lu}\p{N}…[(]/u.test(inner) || count >= 3));
}

const adjunctOpeners: ReadonlySet<string> = new Set([
  'in',
  'on',
  'at',
  'during',
  'after',
  'before',
  'from',
  'by',
  'through',
  'via',
  'to',
  'of',
  'about',
  'with',
  'when',
  'last',
  'this',
  'earlier',
  'late',
  'early',
  'later',
  'outside',
  'inside',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'yesterday',
  'today',
  'tomorrow',
  'recently',
  'again',
  'back',
  'then',
  'over',
  'for',
  'as',
  'without',
  'under',
  'following',
  'because',
  'out',
  'up',
  'against',
  'amid',
  'while',
  'ahead',
]);

/** Nothing to report follows the cue: the clause ends, or only says where, when and to whom. */
export function closesAfter(view: QuotedView, cue: Cue): boolean {
  const next = at(view, cue.end);
  if (next === undefined) return !isQuote(view, cue.end);
  if (/^[.,;:!?)—–-]$/.test(next.text)) return next.text !== ':' && !(next.text === ',' && isQuote(view, cue.end + 1));
  if (next.upos === 'ADV' || next.upos === 'PART') return true;
  if (next.lower === 'that' && next.upos !== 'PRON') return false;
  if (adjunctOpeners.has(next.lower)) return !hasThat(view, cue.end);
  return cue.verb.addressee && !hasThat(view, cue.end);
}

function hasThat(view: QuotedView, from: number): boolean {
  for (let index = from; index < view.items.length && index < from + 14; index += 1) {
    const word = at(view, index);
    if (word === undefined) continue;
    if (word.text === ',' || word.text === '.' || (word.upos === 'VERB' && !word.relation.startsWith('acl')) || word.upos === 'AUX')
      return false;
    if (word.lower === 'that' && (word.upos === '' || word.upos === 'SCONJ')) return true;
  }
  return false;
}

const listeners: ReadonlySet<string> = new Set([
  'reporters',
  'journalists',
  'lawmakers',
  'investors',
  'supporters',
  'analysts',
  'officials',
  'viewers',
  'listeners',
  'readers',
]);

/** Where the content after a cue begins (item index), or null where none that the verb can take follows. */
export function contentStart(view: QuotedView, cue: Cue): number | null {
  let from = cue.end;
  const { verb } = cue;
  if (verb.addressee) {
    // Taggers take "reporters" for a verb now and then.
    if (listeners.has(at(view, from)?.lower ?? '') && at(view, from)?.upos === 'VERB') from += 1;
    const heard = phraseAfter(view, from);
    if (heard !== null && !isClauseSubject(view, heard.to)) from = heard.to;
  }
  // "told his advisers to find a way"
  if (verb.addressee && from > cue.end && at(view, from)?.lower === 'to' && at(view, from + 1)?.upos === 'VERB') return from;
  const marker = findMarker(view, from);
  if (marker !== null) return marker;
  while (from < view.items.length) {
    const word = at(view, from);
    if (
      word === undefined ||
      word.upos !== 'ADV' ||
      ['so', 'only', 'not', 'no', 'how', 'why', 'where', 'when', 'there', 'about', 'as', 'nearly', 'almost'].includes(word.lower)
    )
      break;
    from += 1;
  }
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(at(view, from)?.lower ?? '')) from += 1;
  const first = at(view, from);
  if (isQuote(view, from)) return from;
  if (first === undefined || /^[.,;!?)—–]$/.test(first.text)) return null;
  // "agreed with the unions to raise wages"
  if (verb.cueClass === 'agree' && first.lower === 'with') {
    const partner = phraseAfter(view, from + 1);
    if (partner !== null && at(view, partner.to)?.lower === 'to' && at(view, partner.to + 1)?.upos === 'VERB') return partner.to;
  }
  if (verb.infinitive && (first.lower === 'to' || (verb.object && verb.lemma !== 'deny' && at(view, from)?.upos !== 'ADP'))) return from;
  if (verb.infinitive && !verb.clause && !verb.object) return laterTo(view, from) ? from : null;
  if (verb.strict && !hasComplement(view, cue)) return verb.object && first.upos !== 'ADP' ? from : null;
  const clause = verb.clause && (first.upos === '' ? verb.cueClass === 'say' || verb.cueClass === 'claim' : hasVerb(view, from, cue));
  if (clause && !(adjunctOpeners.has(first.lower) && first.upos === 'ADP' && verb.cueClass === 'think')) return from;
  if (verb.object && first.upos !== 'ADP') return from;
  if (verb.object && verb.particle !== null) return from;
  return null;
}

/** The parse hangs a clause on the cue as what it reports. */
function hasComplement(view: QuotedView, cue: Cue): boolean {
  const verb = view.items[cue.at]?.word ?? -1;
  return view.items.some(
    (item, index) =>
      index > cue.at &&
      index < cue.at + 30 &&
      item.word >= 0 &&
      view.words[item.word]?.head === verb &&
      view.words[item.word]?.relation.startsWith('ccomp') === true,
  );
}

const laterTo = (view: View, from: number): boolean => [0, 1, 2, 3].some((step) => at(view, from + step)?.lower === 'to');

/** The stretch after an addressee goes on with a verb: it was the subject of the reported clause, not the listener. */
function isClauseSubject(view: View, index: number): boolean {
  const word = at(view, index);
  return word !== undefined && (word.upos === 'VERB' || word.upos === 'AUX') && !word.lower.endsWith('ing');
}

/** "that", a colon, or a quotation that opens the words reported, within reach and before any other clause. */
function findMarker(view: QuotedView, from: number): number | null {
  for (let index = from; index < view.items.length && index < from + 16; index += 1) {
    const word = at(view, index);
    if (word === undefined) return index === from || isSpeech(view, index) ? index : null;
    if (word.text === ':') return index + 1 < view.items.length ? index + 1 : null;
    if ((word.lower === 'that' && word.upos !== 'PRON' && word.upos !== 'DET') || word.lower === 'whether') return index;
    if (word.text === ',') {
      if (isQuote(view, index + 1)) return index + 1;
      const later = at(view, index + 1);
      if (later?.lower === 'that') return index + 1;
      if (index > from && !adjunctOpeners.has(at(view, from)?.lower ?? '')) return null;
      continue;
    }
    if (word.text === '.' || word.text === ';' || word.text === '—') return null;
    if ((word.upos === 'VERB' || word.upos === 'AUX') && index > from && !word.lower.endsWith('ing') && !word.relation.startsWith('acl'))
      return null;
    if (index > from && isCueForm(word.lower) && word.upos === 'VERB') return null;
  }
  return null;
}

/** "Police said the man fired …": the subject stands before the cue, so what follows is no subject with a participle ("…, said the man held since May"). */
function hasSubjectBefore(view: QuotedView, cue: Cue): boolean {
  const verb = view.items[cue.at]?.word ?? -1;
  const before = view.items[cue.at - 1]?.word ?? -1;
  return before >= 0 && cue.verb.speech && view.words[before]?.relation.startsWith('nsubj') === true && view.words[before]?.head === verb;
}

function hasVerb(view: QuotedView, from: number, cue: Cue): boolean {
  const clausal = hasSubjectBefore(view, cue);
  for (let index = from; index < view.items.length; index += 1) {
    const word = at(view, index);
    if (word === undefined) return true;
    if (word.text === ';' || (word.text === ',' && index > from + 12)) return false;
    if (
      word.upos === 'AUX' ||
      (word.upos === 'VERB' && !word.lower.endsWith('ing') && (clausal || word.relation !== 'acl') && at(view, index - 1)?.lower !== 'to')
    )
      return cue.verb.cueClass !== 'think' || index - from > 0;
  }
  return false;
}

/** Characters of items [from, to). */
export const itemSpan = (view: View, from: number, to: number): Span => ({
  start: view.items[from]?.start ?? 0,
  end: view.items[to - 1]?.end ?? 0,
});
