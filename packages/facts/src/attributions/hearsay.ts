import { itemSpan, type QuotedView } from './content.ts';
import type { Report } from './report.ts';
import type { CueClass } from './types.ts';
import { wordOf, type Word } from './words.ts';

/** Adverbs and passives that report what nobody is named for. */
const adverbs: ReadonlySet<string> = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly']);
const passives: ReadonlyMap<string, CueClass> = new Map([
  ['believed', 'think'],
  ['thought', 'think'],
  ['understood', 'think'],
  ['feared', 'think'],
  ['said', 'say'],
  ['reported', 'report'],
  ['rumored', 'report'],
  ['rumoured', 'report'],
  ['alleged', 'claim'],
  ['expected', 'predict'],
  ['estimated', 'predict'],
  ['projected', 'predict'],
]);
const rumours: ReadonlySet<string> = new Set(['reports', 'rumors', 'rumours', 'speculation', 'allegations', 'claims']);
const sorts: ReadonlySet<string> = new Set(['earlier', 'media', 'news', 'press', 'local', 'recent', 'unconfirmed']);
/** What a clause may begin with, where a relative clause would have its verb. */
const begins: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'DET', 'PRON', 'ADJ', 'NUM']);
const be: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'been', "'s", "'re", 'be']);

/**
 * Reports without anybody to answer for them: "reportedly", "is believed to have …", "earlier reports that …". Their source is null; the speaker step makes it an anonymous one.
 */
export function hearsayReports(view: QuotedView, segment: number): Report[] {
  const reports: Report[] = [];
  const at = (index: number): Word | undefined => wordOf(view.words, view.items[index]);
  const add = (
    content: { from: number; to: number },
    from: number,
    to: number,
    lemma: string,
    cueClass: CueClass,
    unnamed?: string,
  ): void => {
    if (content.to <= content.from) return;
    reports.push({
      content: itemSpan(view, content.from, content.to),
      cue: itemSpan(view, from, to),
      cueLemma: lemma,
      cueClass,
      source: null,
      hearsay: true,
      ...(unnamed === undefined ? {} : { unnamed }),
      segment,
      trailing: false,
    });
  };
  for (let index = 0; index < view.items.length; index += 1) {
    const word = at(index);
    if (word === undefined) continue;
    if (adverbs.has(word.lower)) add(clauseAround(view, index), index, index + 1, word.lower, 'report');
    const passive = passives.get(word.lower);
    if (passive !== undefined && word.upos !== 'NOUN' && passiveTo(view, index))
      add(clauseAround(view, index), index, index + 1, word.lemma === '' ? word.lower : word.lemma, passive);
    if (
      rumours.has(word.lower) &&
      (word.upos === 'NOUN' || at(index - 1)?.upos === 'ADJ' || sorts.has(at(index - 1)?.text ?? '')) &&
      at(index + 1)?.lower === 'that' &&
      (at(index + 1)?.upos !== 'PRON' || begins.has(at(index + 2)?.upos ?? '')) &&
      !owned(view, index)
    )
      add({ from: index + 1, to: clauseEnd(view, index + 1) }, index, index + 1, word.lower, 'report', rumourAt(view, index));
  }
  return reports;
}

/** "Earlier reports", "unconfirmed media reports": what is heard, with the words before it that say of what sort it is. */
function rumourAt(view: QuotedView, index: number): string {
  let from = index;
  const sort = (at: number): boolean => {
    const word = wordOf(view.words, view.items[at]);
    return word !== undefined && index - at < 4 && (word.upos === 'ADJ' || sorts.has(word.lower));
  };
  while (sort(from - 1)) from -= 1;
  return view.text.slice(view.items[from]?.start, view.items[index]?.end);
}

/** "is believed to", "was thought not to", with at most an adverb between; nobody named by "by". */
function passiveTo(view: QuotedView, index: number): boolean {
  const before = wordOf(view.words, view.items[index - 1]);
  const earlier = wordOf(view.words, view.items[index - 2]);
  const isPassive = be.has(before?.lower ?? '') || (before?.upos === 'ADV' && be.has(earlier?.lower ?? ''));
  const next = wordOf(view.words, view.items[index + 1])?.lower;
  return isPassive && (next === 'to' || (next === 'not' && wordOf(view.words, view.items[index + 2])?.lower === 'to'));
}

const owned = (view: QuotedView, index: number): boolean => {
  const before = wordOf(view.words, view.items[index - 1]);
  return before !== undefined && (['his', 'her', 'their', 'its', "'s"].includes(before.lower) || before.text === '’s');
};

/** The clause a word stands in, by the marks and conjunctions around it. */
function clauseAround(view: QuotedView, index: number): { from: number; to: number } {
  let from = index;
  while (from > 0 && !breaks(view, from - 1)) from -= 1;
  return { from, to: clauseEnd(view, index) };
}

function clauseEnd(view: QuotedView, index: number): number {
  let to = index + 1;
  while (to < view.items.length && !/^[.;!?—–]$/u.test(wordOf(view.words, view.items[to])?.text ?? 'x')) to += 1;
  return to;
}

const breaks = (view: QuotedView, index: number): boolean => {
  const word = wordOf(view.words, view.items[index]);
  return (
    word === undefined ||
    /^[.;:!?—–]$/u.test(word.text) ||
    ['but', 'while', 'that', 'which', 'who', 'although', 'though', 'because', 'when', 'as'].includes(word.lower)
  );
};
