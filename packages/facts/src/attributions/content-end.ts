import { closesAfter, isSpeech, type QuotedView } from './content.ts';
import type { Cue } from './cues.ts';
import { isAdverbial, phraseBefore, type View } from './noun-phrase.ts';
import { wordOf, type Word } from './words.ts';

const at = (view: View, index: number): Word | undefined => wordOf(view.words, view.items[index]);
const isQuote = (view: View, index: number): boolean => (view.items[index]?.quote ?? -1) >= 0;

/** Last item (exclusive) of content that starts at `from`: the end of the segment, or where another report or a clause beside it begins. */
export function contentEnd(view: QuotedView, cue: Cue, from: number, cues: readonly Cue[]): number {
  if (isQuote(view, from) && isSpeech(view, from)) return quoteRun(view, from);
  let end = behindOpening(view, cue, from);
  for (let index = from + 1; index < end; index += 1) {
    const word = at(view, index);
    if (word === undefined) continue;
    if (word.text === ';' && index > from + 3) return index;
    if (
      word.text !== ',' &&
      word.text !== '—' &&
      word.text !== '–' &&
      word.lower !== 'and' &&
      word.lower !== 'but' &&
      word.lower !== 'while' &&
      word.lower !== 'though' &&
      word.lower !== 'although'
    )
      continue;
    const later = cues.find((other) => other.at > index && other.at <= index + 3);
    // ", adding that …" and ", he said" end the words before them; so does "and called for …" of the same speaker.
    if (
      later !== undefined &&
      later !== cue &&
      (later.participle || sharesHead(view, later, cue) || (later.verb.cueClass === 'decline' && word.text !== ',')) &&
      (later.at === index + 1 || isAdverbial(at(view, index + 1) ?? later.word))
    )
      return index;
    if (word.text === ',' && at(view, index + 1)?.lower === 'according') return index;
    if (word.text === ',' && endsWithCue(view, index, cues)) return index;
    if (word.text === ',' && asideAfter(view, cue, index, from)) return index;
    if (
      word.text === ',' &&
      ['but', 'while', 'although', 'though', 'whereas', 'and'].includes(at(view, index + 1)?.lower ?? '') &&
      newSpeaker(view, index + 2, cues)
    )
      return index;
  }
  while (end > from && /^[.!?]$/.test(at(view, end - 1)?.text ?? '')) end -= 1;
  return end;
}

/** "After she accused Peru of fraud, the mayor left": the main clause behind the comma is not hers. */
function behindOpening(view: QuotedView, cue: Cue, from: number): number {
  const governing = cue.word.relation === 'advcl' ? view.words[cue.word.head] : undefined;
  if (governing === undefined || governing.sentence !== cue.word.sentence || governing.start < cue.word.end) return view.items.length;
  const main = view.items.findIndex(({ start }) => start >= governing.start);
  for (let index = main - 1; index > from; index -= 1) if (at(view, index)?.text === ',') return index;
  return view.items.length;
}

const asideOpeners: ReadonlySet<string> = new Set(
  'who which but while as when after although though since because yet so even including another'.split(' '),
);

/** Participles of what is held of the thing: not by the one who speaks of it. */
const held: ReadonlySet<string> = new Set(['believed', 'thought', 'considered', 'understood', 'expected', 'estimated']);

/**
 * What a comma sets off from a reported thing or act: any clause or participle ("he warned of it, calling …"). Those inside a reported clause ("that it struck the town, killing
 * two") stay.
 */
function asideAfter(view: QuotedView, cue: Cue, comma: number, from: number): boolean {
  const next = at(view, comma + 1);
  if (next === undefined) return false;
  const thing = (!cue.verb.clause && (cue.verb.object || cue.verb.infinitive)) || isObject(view, cue, from);
  // What a thing is, is said behind it ("pledged loyalty to the king, who reigned for years").
  if (thing && cue.verb.clause) return next.lower === 'who' || next.lower === 'which';
  if (thing && asideOpeners.has(next.lower)) return true;
  return thing && ((next.upos === 'VERB' && next.lower.endsWith('ing')) || held.has(next.lower));
}

/** A verb that can report a clause has a noun instead: "pledged support for the mayor". Only the parse tells. */
function isObject(view: QuotedView, cue: Cue, from: number): boolean {
  const verb = view.items[cue.at]?.word ?? -1;
  for (let index = from; index < view.items.length && index < from + 8; index += 1) {
    const word = view.words[view.items[index]?.word ?? -1];
    if (word?.head === verb && word.sentence === view.words[verb]?.sentence && word.relation !== 'punct') return word.relation === 'obj';
  }
  return false;
}

/** ", a source said" closes the sentence: a remark on all that stands before it. */
const endsWithCue = (view: QuotedView, comma: number, cues: readonly Cue[]): boolean =>
  cues.some(
    (other) =>
      other.at > comma + 1 &&
      other.at <= comma + 8 &&
      other.verb.speech &&
      !other.participle &&
      closesAfter(view, other) &&
      phraseBefore(view, other.at)?.from === comma + 1,
  );

/** `later` is joined to `cue` in the parse, so both have one speaker. */
const sharesHead = (view: View, later: Cue, cue: Cue): boolean =>
  later.word.relation === 'conj' && view.words[later.word.head] === cue.word;

/** A noun phrase and another cue follow: somebody else begins to speak. */
const newSpeaker = (view: View, from: number, cues: readonly Cue[]): boolean =>
  cues.some(
    (other) => other.at > from && other.at <= from + 6 && !other.participle && !other.infinitive && at(view, other.at - 1)?.lower !== 'to',
  );

/** A speech and those that follow it in the segment with at most a few words between. */
function quoteRun(view: QuotedView, from: number): number {
  let end = from + 1;
  const tail = view.quotes[view.items[from]?.quote ?? -1];
  const finished = tail !== undefined && /[.!?…]$/.test(view.text.slice(tail.inner.start, tail.inner.end));
  if (!finished) {
    // The quotation runs on into the sentence: "budget reforms" and other measures would pay for it.
    const next = at(view, end);
    if (
      next !== undefined &&
      !/^[.,;:)—–]$/.test(next.text) &&
      tail !== undefined &&
      !/[,]$/.test(view.text.slice(tail.inner.start, tail.inner.end))
    ) {
      while (end < view.items.length && !/^[.;!?]$/.test(at(view, end)?.text ?? '')) end += 1;
      return end;
    }
  }
  for (let index = end; index < view.items.length; index += 1) if (isQuote(view, index) && index - end <= 3) end = index + 1;
  return end;
}
