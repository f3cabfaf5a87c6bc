import { itemSpan, type QuotedView } from './content.ts';
import type { CueClass } from './types.ts';
import type { Report } from './report.ts';
import { sourceOf } from './subject.ts';
import { wordOf } from './words.ts';

/** Nouns that report what their owner says: "the minister's claim that …", "his promise to …". */
const nouns: ReadonlyMap<string, CueClass> = new Map(
  (
    [
      ['claim', 'claim assertion allegation contention argument insistence suggestion'],
      ['say', 'statement remark comment observation'],
      ['promise', 'promise pledge vow commitment offer'],
      ['warn', 'warning threat'],
      ['demand', 'call demand request appeal proposal recommendation'],
      ['accuse', 'accusation charge complaint'],
      ['deny', 'denial refusal'],
      ['think', 'belief view hope fear opinion conviction'],
      ['announce', 'announcement declaration'],
      ['predict', 'prediction forecast expectation estimate'],
      ['want', 'decision plan desire determination intention'],
      ['confirm', 'admission acknowledgment acknowledgement'],
    ] as const
  ).flatMap(([cueClass, list]) =>
    list.split(' ').flatMap((noun): [string, CueClass][] => [
      [noun, cueClass],
      [`${noun.replace(/y$/u, 'ie')}s`, cueClass],
    ]),
  ),
);
const owners: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its']);
const longestOwner = 12;

/** Reports by a noun with an owner and a clause: "Trump's claim that …", "its refusal to …". */
export function nominalReports(view: QuotedView, segment: number): Report[] {
  const reports: Report[] = [];
  const at = (index: number) => wordOf(view.words, view.items[index]);
  for (let index = 1; index < view.items.length - 1; index += 1) {
    const word = at(index);
    const cueClass = word === undefined || word.upos !== 'NOUN' ? undefined : nouns.get(word.lower);
    if (word === undefined || cueClass === undefined) continue;
    const next = at(index + 1);
    if (next === undefined || !((next.lower === 'that' && next.upos !== 'PRON') || (next.lower === 'to' && next.upos === 'PART'))) continue;
    const source = ownerOf(view, index);
    if (source === null) continue;
    let end = index + 2;
    while (end < view.items.length && !/^[,.;!?—–]$/u.test(at(end)?.text ?? 'x')) end += 1;
    reports.push({
      content: itemSpan(view, index + 1, end),
      cue: { start: word.start, end: word.end },
      cueLemma: word.lemma === '' ? word.lower : word.lemma,
      cueClass,
      source: sourceOf(view, source),
      segment,
      trailing: false,
    });
  }
  return reports;
}

/** "Trump's [repeated]" or "his [own]" before the noun. */
function ownerOf(view: QuotedView, noun: number): { from: number; to: number } | null {
  const at = (index: number) => wordOf(view.words, view.items[index]);
  let index = noun - 1;
  while (index > 0 && ['ADJ', 'ADV', 'NUM'].includes(at(index)?.upos ?? '') && noun - index < 4) index -= 1;
  const mark = at(index);
  if (mark === undefined) return null;
  if (owners.has(mark.lower)) return { from: index, to: index + 1 };
  if (mark.lower !== "'s" && mark.text !== '’' && mark.text !== "'") return null;
  let from = index;
  while (from > 0 && index - from < longestOwner && ['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'].includes(at(from - 1)?.upos ?? '')) from -= 1;
  return from < index ? { from, to: index } : null;
}
