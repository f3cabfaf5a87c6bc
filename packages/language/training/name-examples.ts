import type { Words } from '../src/lexicon/words.ts';
import { pad, SentenceBuffer } from '../src/syntax/sentence-buffer.ts';
import type { Tagger } from '../src/syntax/tagger.ts';
import type { NamedSentence } from './conll-names.ts';
import type { TreeSentence } from './conllu.ts';
import { namesOfEwt } from './ewt-names.ts';
import { namesOfGum } from './names-data.ts';
import { readNameLists, swapNames } from './swap-names.ts';
import { nameClassesOf, type NameExample } from './train-names.ts';
import type { Example } from './train-tagger.ts';

/** A sentence of names with what the trainer takes of it. */
export interface NamedExample {
  sentence: NamedSentence;
  example: NameExample;
}

/** Name examples of the treebanks: GUM's own entities, and EWT's proper nouns with the types given by hand. */
export function nameExamples(sentences: readonly TreeSentence[], tagged: readonly Example[]): NamedExample[] {
  const gum = namesOfGum(sentences);
  const ewt = namesOfEwt(sentences);
  return sentences.map((s, i) => {
    const example = tagged[i] as Example;
    if (s.document.startsWith('GUM'))
      return { sentence: gum[i] as NamedSentence, example: { ...example, classes: nameClassesOf(gum[i] as NamedSentence) } };
    const { named: names, unknown } = ewt[i] as { named: NamedSentence; unknown: number[] };
    const classes = nameClassesOf(names);
    for (const u of unknown) classes[u] = -1;
    return { sentence: names, example: { ...example, classes } };
  });
}

/** Copies of the examples with other names in them. */
export function withOtherNames(examples: readonly NamedExample[], words: Words, proper: number): NamedExample[] {
  const lists = readNameLists();
  return examples.flatMap(({ sentence, example }, i) => {
    const swapped = swapNames(sentence, lists, i + 1);
    if (swapped === undefined) return [];
    const classes = nameClassesOf(swapped.named);
    swapped.keep.forEach((old, t) => {
      if (old >= 0 && example.classes[old] === -1) classes[t] = -1;
    });
    const tags = Int32Array.from(swapped.keep, (old) => (old < 0 ? proper : (example.tags[old] as number)));
    return [{ sentence: swapped.named, example: { ids: Int32Array.from(swapped.named.words, (w) => words.id(w)), tags, classes } }];
  });
}

/** A sentence of a corpus without syntax, tagged by the model. */
export function tagSentence(sentence: NamedSentence, words: Words, tagger: Tagger): NamedExample {
  const buffer = new SentenceBuffer();
  const ids = Int32Array.from(sentence.words, (w) => words.id(w));
  buffer.load(ids, ids.length);
  tagger.tag(buffer);
  return { sentence, example: { ids, tags: buffer.tags.slice(pad, pad + ids.length).map((t) => t - 1), classes: nameClassesOf(sentence) } };
}
