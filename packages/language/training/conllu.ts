import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One sentence of a treebank. Heads are indexes into the sentence, −1 for the root. */
export interface TreeSentence {
  document: string;
  words: string[];
  upos: string[];
  xpos: string[];
  lemmas: string[];
  heads: number[];
  relations: string[];
  misc: string[];
  spaceAfter: boolean[];
}

/** Reads the sentences of one CoNLL-U file; multi-word rows and empty nodes are left out. */
export function readConllu(file: string): TreeSentence[] {
  const sentences: TreeSentence[] = [];
  let document = file;
  for (const block of readFileSync(file, 'utf8').split(/\n\n+/)) {
    const s: TreeSentence = { document, words: [], upos: [], xpos: [], lemmas: [], heads: [], relations: [], misc: [], spaceAfter: [] };
    let glued = 0;
    for (const line of block.split('\n')) {
      if (line.startsWith('# newdoc id = ')) document = line.slice(14).trim();
      const c = line.split('\t');
      const range = /^(\d+)-(\d+)$/.exec(c[0] ?? '');
      if (range) glued = Number(range[2]);
      if (!/^\d+$/.test(c[0] ?? '')) continue;
      s.words.push(c[1] ?? '');
      s.lemmas.push(c[2] ?? '');
      s.upos.push(c[3] ?? '');
      s.xpos.push(c[4] ?? '');
      s.heads.push(Number(c[6]) - 1);
      s.relations.push(c[7] ?? '');
      s.misc.push(c[9] ?? '');
      s.spaceAfter.push(Number(c[0]) >= glued && !(c[9] ?? '').includes('SpaceAfter=No'));
    }
    s.document = document;
    if (s.words.length > 0) sentences.push(s);
  }
  return sentences;
}

/** News and interview documents of GUM that are left out of training, so that they can be measured on. */
export const heldOutDocuments: readonly string[] = [
  'GUM_news_asylum',
  'GUM_news_election',
  'GUM_news_hackers',
  'GUM_news_korea',
  'GUM_news_stampede',
  'GUM_interview_chomsky',
  'GUM_interview_gaming',
  'GUM_interview_mcguire',
  'GUM_interview_shalev',
];

/** Every file of GUM, by document name. */
export function readGum(treebanks: string): Map<string, TreeSentence[]> {
  const folder = join(treebanks, 'gum');
  const files = readdirSync(folder)
    .filter((f) => f.endsWith('.conllu'))
    .sort();
  return new Map(files.map((f) => [f.replace('.conllu', ''), readConllu(join(folder, f))]));
}
