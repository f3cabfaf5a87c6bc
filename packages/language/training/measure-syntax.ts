import type { Words } from '../src/lexicon/words.ts';
import type { Parser } from '../src/syntax/parser.ts';
import { pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import type { Tagger } from '../src/syntax/tagger.ts';
import type { TreeSentence } from './conllu.ts';
import type { Inventory } from './syntax-data.ts';

/** Prints tags, UAS and LAS without punctuation (universal relations, without subtypes) on gold tokens. */
export function measureSyntax(
  name: string,
  sentences: readonly TreeSentence[],
  words: Words,
  inventory: Inventory,
  tagger: Tagger,
  parser: Parser | undefined,
): void {
  const buffer = new SentenceBuffer();
  let [n, t, x, u, l] = [0, 0, 0, 0, 0];
  const begun = performance.now();
  for (const s of sentences) {
    buffer.load(
      s.words.map((w) => words.id(w)),
      s.words.length,
    );
    tagger.tag(buffer);
    parser?.parse(buffer);
    for (const [i, upos] of s.upos.entries()) {
      if (upos === 'PUNCT') continue;
      n++;
      const [gotUpos, gotXpos] = (inventory.tags[(buffer.tags[i + pad] as number) - 1] ?? '').split('|');
      if (gotUpos === upos) t++;
      if (gotXpos === s.xpos[i]) x++;
      if (buffer.heads[i] === s.heads[i] && parser !== undefined) {
        u++;
        if (inventory.labels[buffer.labels[i] as number]?.split(':')[0] === s.relations[i]?.split(':')[0]) l++;
      }
    }
  }
  const pc = (k: number): string => ((100 * k) / n).toFixed(2);
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${name}: UPOS ${pc(t)} XPOS ${pc(x)} UAS ${pc(u)} LAS ${pc(l)} · ${(sentences.length / seconds).toFixed(0)} sentences/s`);
}
