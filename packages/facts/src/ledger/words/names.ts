import { countryAt } from './countries.ts';
import { fold } from './tokens.ts';

const MAX_CHARS = 1_000;
const WORD = /\p{Lu}[\p{L}’'-]{0,40}/gu;

/** Capitalised words that follow each other with one space between, two or three together. */
function* capitalised(text: string): Generator<string[]> {
  let run: string[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (run.length === 3 || index !== end + 1 || text[end] !== ' ') {
      if (run.length > 1) yield run;
      run = [];
    }
    run.push(word);
    end = index + word.length;
  }
  if (run.length > 1) yield run;
}

/** Names of two or three capitalised words in some strings (the first 1,000 code units of each), as folded words; countries and their people left out. */
export function namesIn(texts: readonly (string | null | undefined)[]): string[][] {
  const names: string[][] = [];
  for (const text of texts) {
    if (text === null || text === undefined) continue;
    for (const words of capitalised(text.slice(0, MAX_CHARS))) {
      const raws = words.map((word) => word.replace(/[’']s?$/u, ''));
      const forms = raws.map(fold);
      if (countryAt(forms, raws, 0) === null) names.push(forms);
    }
  }
  return names;
}
