import { phraseBefore, type Run, type View } from './noun-phrase.ts';
import { cleaned } from './phrase-text.ts';
import type { Span } from '@copydesk/text';
import { wordOf, type Word } from './words.ts';

/** Where the one who speaks stands. */
export interface SourceRead {
  span: Span;
  /** Words of the span, in order. */
  words: Word[];
}

const isSubject = (relation: string): boolean => relation === 'nsubj' || relation === 'nsubj:pass' || relation === 'nsubj:outer';
/** Relations over which a verb without a subject of its own shares that of its head. */
const shares: ReadonlySet<string> = new Set(['conj', 'advcl', 'xcomp', 'parataxis', 'acl', 'ccomp']);

/** The source of a cue by the layout: the noun phrase right before it. */
export function sourceBefore(view: View, at: number): SourceRead | null {
  const run = phraseBefore(view, at);
  return run === null ? null : sourceOf(view, run);
}

/** Leaves a dateline and a day out of the phrase. */
function read(run: readonly Word[]): SourceRead {
  const words = cleaned(run);
  return { span: { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }, words };
}

/** A run of items as a source. */
export function sourceOf(view: View, run: Run): SourceRead {
  const words = view.items.slice(run.from, run.to).flatMap((item) => wordOf(view.words, item) ?? []);
  return read(words);
}

/** The source of a cue by the parse: its subject, or that of the verb it hangs on; null where there is none or no parse. */
export function subjectOf(view: View, at: number): SourceRead | null {
  const item = view.items[at];
  let verb = item?.word ?? -1;
  for (let hops = 0; hops < 4 && verb >= 0; hops += 1) {
    const word = view.words[verb];
    if (word === undefined || word.relation === '') return null;
    const subject = childOf(view.words, verb, word.sentence);
    if (subject >= 0) return subtree(view, subject, verb);
    if (word.relation.startsWith('acl') && word.head >= 0) return subtree(view, word.head, verb);
    if (!shares.has(word.relation.split(':')[0] ?? '') || word.relation.startsWith('ccomp')) return null;
    verb = word.head;
  }
  return null;
}

function childOf(words: readonly Word[], verb: number, sentence: number): number {
  for (let at = verb - 1; at >= 0 && at > verb - 60 && words[at]?.sentence === sentence; at -= 1)
    if (words[at]?.head === verb && isSubject(words[at]?.relation ?? '')) return at;
  for (let at = verb + 1; at < words.length && at < verb + 12 && words[at]?.sentence === sentence; at += 1)
    if (words[at]?.head === verb && isSubject(words[at]?.relation ?? '')) return at;
  return -1;
}

/** The words that hang on `root`, as one stretch that does not reach the verb. */
function subtree(view: View, root: number, verb: number): SourceRead | null {
  const { words } = view;
  const sentence = words[root]?.sentence ?? -1;
  const low = root < verb ? Math.max(0, root - 30) : verb + 1;
  const high = root < verb ? verb : Math.min(words.length, root + 30);
  const under = (index: number): boolean => {
    let up = index;
    for (let hops = 0; hops < 12 && up >= 0; hops += 1) {
      if (up === root) return true;
      if (up === verb) return false;
      up = words[up]?.head ?? -1;
    }
    return false;
  };
  const quote = words[root]?.quote ?? -1;
  const joins = (index: number): boolean => words[index]?.sentence === sentence && words[index]?.quote === quote && under(index);
  let from = root;
  let to = root + 1;
  while (from > low && joins(from - 1)) from -= 1;
  while (to < high && joins(to)) to += 1;
  while (to > root + 1 && words[to - 1]?.text === ',') to -= 1;
  while (from < root && words[from]?.upos === 'PUNCT') from += 1;
  // A phrase that opens with a preposition is no subject: the attachment is wrong.
  const run = words.slice(from, to);
  const brackets = run.filter((word) => word.text === '(').length - run.filter((word) => word.text === ')').length;
  if (words[from]?.upos === 'ADP' || words[from]?.upos === 'SCONJ' || words[from]?.lower === 'to' || brackets < 0) return null;
  return read(run);
}
