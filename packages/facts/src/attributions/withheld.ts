import { itemSpan, type QuotedView } from './content.ts';
import { documentNouns, listed, mediaNouns } from './lexicon/nouns.ts';
import { phraseAfter } from './phrase-after.ts';
import type { Report } from './report.ts';
import { sourceBefore, sourceOf, subjectOf } from './subject.ts';
import { wordOf } from './words.ts';

const held: ReadonlySet<string> = new Set(['name', 'identify', 'specify', 'named', 'identified', 'specified']);
const participles: ReadonlySet<string> = new Set(['named', 'identified', 'specified', 'disclosed']);
const helpers: ReadonlySet<string> = new Set(['did', 'does', 'do', 'has', 'have', 'had']);
const not: ReadonlySet<string> = new Set(['not', "n't", 'n’t']);

/**
 * What a source keeps to itself: "the group did not name its leader" is told by the group, and "…, and a third plant not identified by the newspaper" by the newspaper, who knows
 * of the plant.
 */
export function withheldReports(view: QuotedView, segment: number): Report[] {
  const reports: Report[] = [];
  const at = (index: number) => wordOf(view.words, view.items[index]);
  for (let index = 2; index < view.items.length - 1; index += 1) {
    const word = at(index);
    if (word === undefined || !not.has(at(index - 1)?.lower ?? '')) continue;
    const common = { cue: itemSpan(view, index, index + 1), cueLemma: word.lemma === '' ? word.lower : word.lemma, segment };
    if (held.has(word.lower) && word.upos !== 'NOUN' && helpers.has(at(index - 2)?.lower ?? '')) {
      const source = subjectOf(view, index) ?? sourceBefore(view, index - 2);
      let end = index + 1;
      while (end < view.items.length && !/^(?:[,.;!?—–]|but|and)$/u.test(at(end)?.lower ?? 'x')) end += 1;
      if (source !== null && end > index + 1)
        reports.push({ ...common, content: itemSpan(view, index + 1, end), cueClass: 'decline', source, trailing: false });
    }
    if (!participles.has(word.lower) || at(index + 1)?.lower !== 'by') continue;
    const named = phraseAfter(view, index + 2);
    const head = named === null ? '' : (at(named.to - 1)?.lower ?? '');
    if (named === null || (listed(head, mediaNouns) ?? listed(head, documentNouns)) === null) continue;
    reports.push({
      ...common,
      content: itemSpan(view, 0, index - 1),
      cueClass: 'report',
      source: sourceOf(view, named),
      trailing: true,
      retold: true,
    });
  }
  return reports;
}
