import { readFileSync } from 'node:fs';

/** Types of names the recogniser knows; other types of a corpus count as no name. */
export type NameType = 'PER' | 'LOC' | 'ORG';

/** Words with name spans (token indexes, end exclusive). */
export interface NamedSentence {
  document: string;
  words: string[];
  names: { start: number; end: number; type: NameType }[];
}

const types: Readonly<Record<string, NameType>> = {
  PER: 'PER',
  person: 'PER',
  LOC: 'LOC',
  location: 'LOC',
  ORG: 'ORG',
  corporation: 'ORG',
  group: 'ORG',
};

/** Reads a CoNLL file with the tag in the last column (or UNER's numbered columns with the tag in the third). */
export function readConllNames(file: string): NamedSentence[] {
  const sentences: NamedSentence[] = [];
  let current: NamedSentence = { document: file, words: [], names: [] };
  let open: { start: number; end: number; type: string } | undefined;
  const close = (): void => {
    const type = open === undefined ? undefined : types[open.type];
    if (open !== undefined && type !== undefined) current.names.push({ start: open.start, end: open.end, type });
    open = undefined;
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const columns = line.trim().split(/[\t ]+/);
    if (line.startsWith('# ') || columns[0] === '-DOCSTART-') continue;
    if (line.trim() === '') {
      close();
      if (current.words.length > 0) sentences.push(current);
      current = { document: file, words: [], names: [] };
      continue;
    }
    const numbered = columns.length > 2 && /^\d+$/.test(columns[0] ?? '');
    const tag = (numbered ? columns[2] : columns.at(-1)) ?? 'O';
    const type = tag.slice(2);
    const at = current.words.length;
    current.words.push((numbered ? columns[1] : columns[0]) ?? '');
    if (tag.startsWith('I-') && open?.type === type) open.end = at + 1;
    else {
      close();
      if (tag !== 'O') open = { start: at, end: at + 1, type };
    }
  }
  close();
  if (current.words.length > 0) sentences.push(current);
  return sentences;
}
