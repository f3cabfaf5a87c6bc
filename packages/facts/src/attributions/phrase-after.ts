import { isCueForm } from './lexicon/cue-verbs.ts';
import { breakers, isNominal, isPronoun, joiners, longest, type Run, type View } from './noun-phrase.ts';
import { wordOf } from './words.ts';

/** The noun phrase that begins at item `at` (after an inverted cue or "according to"), with its appositions, up to the end of its clause. */
export function phraseAfter(view: View, at: number): Run | null {
  let to = at;
  let nominal = false;
  for (let steps = 0; steps < longest; steps += 1) {
    const word = wordOf(view.words, view.items[to]);
    if (word === undefined) break;
    if (isPronoun(word) && !nominal) return { from: at, to: to + 1 };
    if (isNominal(word) && !isPronoun(word)) {
      // "told reporters the missile …": an article opens the next phrase.
      const left = wordOf(view.words, view.items[to - 1]);
      if (nominal && ['the', 'a', 'an'].includes(word.lower) && left?.text !== ',' && left?.upos !== 'ADP') break;
      nominal = true;
      to += 1;
      continue;
    }
    if (word.text === '(' && nominal) {
      let close = to + 1;
      while (close < view.items.length && close < to + longest && wordOf(view.words, view.items[close])?.text !== ')') close += 1;
      to = close + 1;
      continue;
    }
    const next = wordOf(view.words, view.items[to + 1]);
    if (word.text === ',' && nominal && next !== undefined && apposes(view, to + 1)) {
      to += 1;
      continue;
    }
    if (
      nominal &&
      (joiners.has(word.lower) || word.lower === 'and' || word.text === '&' || word.text === '/' || word.lower === 'whom') &&
      next !== undefined &&
      (isNominal(next) || word.lower === 'who')
    ) {
      to += 1;
      continue;
    }
    break;
  }
  // A relative pronoun at the end belongs to what follows.
  while (to > at + 1 && ['who', 'which', 'whom', ','].includes(wordOf(view.words, view.items[to - 1])?.lower ?? '')) to -= 1;
  return nominal ? { from: at, to: Math.min(to, view.items.length) } : null;
}

/** After a comma: an apposition opens with an article or a title in lower case, never with a pronoun or a new clause. */
function apposes(view: View, at: number): boolean {
  const word = wordOf(view.words, view.items[at]);
  if (word === undefined) return false;
  if (['a', 'an', 'the', 'who', 'whose', 'one'].includes(word.lower) || /^\d{1,3}$/.test(word.text)) return true;
  if (isPronoun(word) || breakers.has(word.lower) || word.lower === 'and') return false;
  return word.upos === ''
    ? /^\p{Ll}/u.test(word.text) && !isCueForm(word.lower)
    : word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'ADJ';
}
