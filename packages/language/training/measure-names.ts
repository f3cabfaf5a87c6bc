import type { Words } from '../src/lexicon/words.ts';
import { nameTypes } from '../src/names/name-classes.ts';
import type { NameRecogniser } from '../src/names/recogniser.ts';
import { SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import type { Tagger } from '../src/syntax/tagger.ts';
import type { NamedSentence } from './conll-names.ts';

/** Prints precision, recall and F1 of exact spans with types, on gold tokens, sentence by sentence. */
export function measureNames(
  name: string,
  sentences: readonly NamedSentence[],
  words: Words,
  tagger: Tagger,
  recogniser: NameRecogniser,
  show = 0,
): void {
  const buffer = new SentenceBuffer();
  const counts: Record<string, [number, number, number]> = {
    PER: [0, 0, 0],
    LOC: [0, 0, 0],
    ORG: [0, 0, 0],
    all: [0, 0, 0],
    span: [0, 0, 0],
  };
  const add = (key: string, at: 0 | 1 | 2): void => {
    const c = counts[key];
    if (c !== undefined) c[at]++;
  };
  let shown = 0;
  for (const s of sentences) {
    buffer.load(
      s.words.map((w) => words.id(w)),
      s.words.length,
    );
    tagger.tag(buffer);
    const found = recogniser.find(buffer).map((n) => ({ ...n, type: nameTypes[n.type] as string }));
    for (const f of found) for (const k of [f.type, 'all', 'span']) add(k, 1);
    for (const g of s.names) {
      for (const k of [g.type, 'all', 'span']) add(k, 2);
      const same = found.find((f) => f.start === g.start && f.end === g.end);
      if (same !== undefined) add('span', 0);
      if (same?.type === g.type) for (const k of [g.type, 'all']) add(k, 0);
    }
    const text = (x: { start: number; end: number; type: string }): string => `${x.type}:${s.words.slice(x.start, x.end).join(' ')}`;
    const [gold, got] = [s.names.map(text).join('; '), found.map(text).join('; ')];
    if (gold !== got && shown++ < show) console.log(`   ${s.words.join(' ').slice(0, 160)}\n      gold ${gold}\n      got  ${got}`);
  }
  const line = Object.entries(counts).map(([k, [hit, got, gold]]) => {
    const [p, r] = [hit / (got || 1), hit / (gold || 1)];
    return `${k} P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F ${((200 * p * r) / (p + r || 1)).toFixed(1)}`;
  });
  console.log(`${name}: ${line.join(' | ')}`);
}
