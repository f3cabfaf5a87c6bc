import { cueVerbs, sureForms, type CueVerb } from './lexicon/cue-verbs.ts';
import { outletKind } from './lexicon/outlets.ts';
import type { View } from './noun-phrase.ts';
import { wordOf, type Word } from './words.ts';

/** A cue in a segment: item `at` up to `end` (exclusive), particle included. */
export interface Cue {
  at: number;
  end: number;
  verb: CueVerb;
  word: Word;
  participle: boolean;
  passive: boolean;
  /** "to say", "would say": no report of something said. */
  infinitive: boolean;
}

/** Forms that are as often nouns or other verbs: without a parse to tell they are left alone. */
const unsure: ReadonlySet<string> = new Set(
  'state states report reports find see saw seen back support supports plan plans order orders charge charges question questions request requests claim claims demand demands offer offers attack attacks like want show shows account hope hopes fear fears doubt doubts object objects favor favors rule rules resolve document documents text cry cries mock joke jokes notice wonder project projects estimate estimates forecast forecasts view views tout rip bash slam cite cites address addresses express aim aims welcome challenge protest resist brand label dub pose add begin'.split(
    ' ',
  ),
);

/** Cues read in one segment. */
const mostCues = 40;

/** All cue verbs of a segment that stand outside its double quotations. */
export function cuesOf(view: View): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < view.items.length && cues.length < mostCues; at += 1) {
    const word = wordOf(view.words, view.items[at]);
    if (word === undefined) continue;
    const verbs = cueVerbs(word.lower);
    if (verbs.length === 0 || lowerAt(view, at + 1) === 'anonymity') continue;
    if (hypothetical(view, at)) continue;
    if (word.upos === '' ? unsure.has(word.lower) : word.upos !== 'VERB' && !sureForms.has(word.lower) && !besideQuote(view, at, verbs))
      continue;
    if (lowerAt(view, at - 1) === '-' && view.items[at - 1]?.end === word.start) continue;
    if (word.upos === '' && /^\p{Lu}/u.test(word.text) && at > 0) continue;
    if (
      (word.relation === 'amod' || word.relation === 'compound') &&
      wordOf(view.words, view.items[at - 1])?.upos !== 'AUX' &&
      !sureForms.has(word.lower)
    )
      continue;
    if (describesNoun(view, at, word, verbs)) continue;
    const fitting = verbs.filter((candidate) => fits(candidate, view, at));
    const to = lowerAt(view, at + 1) === 'to';
    const verb = fitting.find((candidate) => candidate.particle !== null || candidate.infinitive === to) ?? fitting[0];
    if (verb === undefined) continue;
    const particles = verb.particle === null ? 0 : verb.particle.split(' ').length;
    cues.push({
      at,
      end: at + 1 + particles,
      verb,
      word,
      participle: word.lower.endsWith('ing'),
      passive: isPassive(view, at),
      infinitive: lowerAt(view, at - 1) === 'to' && particleFree(view, at),
    });
  }
  return cues;
}

const modals: ReadonlySet<string> = new Set(['would', 'could', 'should', 'might', 'may', 'must', 'can', 'ca', 'will', "'ll", "'d", 'wo']);
/** "would say", "may announce": nothing has been said yet. */
function hypothetical(view: View, at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 4; back -= 1) {
    const before = wordOf(view.words, view.items[back]);
    if (before === undefined) return false;
    if (modals.has(before.lower)) return before.upos === 'AUX' || before.upos === '';
    if (before.upos !== 'ADV' && before.upos !== 'PART') return false;
  }
  return false;
}

const leftOpen: ReadonlySet<string> = new Set(['if', 'as', 'when', 'once', 'unless', 'than', 'though']);

/** "states committed to peace", "an effect called lensing", "if confirmed", "than expected": participles without anybody who says it. */
function describesNoun(view: View, at: number, word: Word, verbs: readonly CueVerb[]): boolean {
  if (!/(?:ed|en|d|t)$/u.test(word.lower)) return false;
  if (leftOpen.has(lowerAt(view, at - 1))) return true;
  if (word.relation !== 'acl' || sureForms.has(word.lower)) return false;
  const bare = wordOf(view.words, view.items[at - 1])?.upos === 'NOUN' && wordOf(view.words, view.items[at + 1])?.upos === 'ADP';
  return bare || verbs.every((verb) => !verb.speech || verb.cueClass === 'describe');
}

/** A speech verb the tagger took for a noun, right before a quotation (", tweeting, “…”") or closing the clause after one ("“…,” the article read."). */
function besideQuote(view: View, at: number, verbs: readonly CueVerb[]): boolean {
  if (!verbs.some((verb) => verb.speech)) return false;
  const isQuote = (index: number): boolean => (view.items[index]?.quote ?? -1) >= 0;
  const mark = lowerAt(view, at + 1);
  if (
    lowerAt(view, at) === 'reports' &&
    [',', '.', ''].includes(mark) &&
    /^\p{Lu}/u.test(wordOf(view.words, view.items[at - 1])?.text ?? '') &&
    outletKind(wordOf(view.words, view.items[at - 1])?.text ?? '') !== null
  )
    return true;
  const before = wordOf(view.words, view.items[at - 1])?.upos ?? '';
  if (mark === 'that' && lowerAt(view, at).endsWith('ing')) return !['DET', 'ADJ', 'ADP'].includes(before);
  if (
    isQuote(at + 1) ||
    ((mark === ',' || mark === ':') && isQuote(at + 2)) ||
    (mark === ':' && (before === 'PROPN' || /^\p{Lu}/u.test(wordOf(view.words, view.items[at - 1])?.text ?? '')))
  )
    return !['DET', 'ADJ', 'ADP', ''].includes(before);
  if (at + 1 < view.items.length && mark !== '.') return false;
  return [2, 3, 4].some((back) => isQuote(at - back)) && before !== 'DET';
}

const lowerAt = (view: View, at: number): string => wordOf(view.words, view.items[at])?.lower ?? '';
/** "to say" is an infinitive unless "refused to", "went on to", "sought to" carry it. */
const particleFree = (view: View, at: number): boolean =>
  !['on', 'continued', 'went', 'came', 'forced', 'used'].includes(lowerAt(view, at - 2));

function fits(verb: CueVerb, view: View, at: number): boolean {
  if (verb.particle === null) return true;
  return verb.particle.split(' ').every((particle, index) => lowerAt(view, at + 1 + index) === particle);
}

/** "was told", "has been accused", "(were) described by". */
function isPassive(view: View, at: number): boolean {
  const word = wordOf(view.words, view.items[at]);
  if (word === undefined || word.lower.endsWith('ing')) return false;
  for (let back = at - 1; back >= 0 && back > at - 4; back -= 1) {
    const before = wordOf(view.words, view.items[back]);
    if (before === undefined) return false;
    if (['was', 'were', 'been', 'be', 'being', 'is', 'are', "'s", "'re"].includes(before.lower))
      return before.lower !== "'s" || before.upos === 'AUX';
    if (before.upos !== 'ADV' && before.lower !== 'not' && before.lower !== "n't" && before.lower !== 'also') return false;
  }
  return false;
}
