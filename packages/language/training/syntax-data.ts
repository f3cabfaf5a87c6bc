import { join } from 'node:path';
import type { Words } from '../src/lexicon/words.ts';
import { heldOutDocuments, readConllu, readGum, type TreeSentence } from './conllu.ts';
import type { Example } from './train-tagger.ts';

/** Treebank sentences, split for measuring. */
export interface Treebanks {
  train: TreeSentence[];
  ewtDev: TreeSentence[];
  gumHeldOut: TreeSentence[];
}

/** Reads EWT and GUM below the treebank folder. */
export function readTreebanks(folder: string): Treebanks {
  const gum = readGum(folder);
  const held = [...gum].filter(([name]) => heldOutDocuments.includes(name)).flatMap(([, s]) => s);
  const kept = [...gum].filter(([name]) => !heldOutDocuments.includes(name)).flatMap(([, s]) => s);
  return {
    train: [...readConllu(join(folder, 'ewt', 'train.conllu')), ...kept],
    ewtDev: readConllu(join(folder, 'ewt', 'dev.conllu')),
    gumHeldOut: held,
  };
}

/** The tags and relations a model knows, most frequent first; rarer than `minimum` are left to their nearest frequent relative. */
export interface Inventory {
  tags: string[];
  labels: string[];
}

export function readInventory(sentences: readonly TreeSentence[], minimum: number): Inventory {
  const count = (keys: Iterable<string>): string[] => {
    const n = new Map<string, number>();
    for (const k of keys) n.set(k, (n.get(k) ?? 0) + 1);
    return [...n]
      .filter(([, c]) => c >= minimum)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([k]) => k);
  };
  return {
    tags: count(sentences.flatMap((s) => s.upos.map((u, i) => `${u}|${s.xpos[i]}`))),
    labels: count(sentences.flatMap((s) => s.relations)),
  };
}

/** Turns sentences into arrays of ids; a rare tag becomes the most frequent one of its UPOS, a rare relation its bare form. */
export function toExamples(sentences: readonly TreeSentence[], words: Words, inventory: Inventory): Example[] {
  const tagOf = (upos: string, xpos: string): number => {
    const exact = inventory.tags.indexOf(`${upos}|${xpos}`);
    return exact >= 0 ? exact : inventory.tags.findIndex((t) => t.startsWith(`${upos}|`));
  };
  const labelOf = (relation: string): number => {
    const exact = inventory.labels.indexOf(relation);
    return exact >= 0 ? exact : inventory.labels.indexOf(relation.split(':')[0] as string);
  };
  return sentences.map((s) => ({
    ids: Int32Array.from(s.words, (w) => words.id(w)),
    tags: Int32Array.from(s.upos, (u, i) => tagOf(u, s.xpos[i] as string)),
    heads: Int32Array.from(s.heads, (h) => (h < 0 ? s.words.length : h)),
    labels: Int32Array.from(s.relations, labelOf),
  }));
}
