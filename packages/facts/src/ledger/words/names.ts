import { countryAt } from './countries.ts';
import { fold } from './tokens.ts';

const MAX_CHARS = 1_000;
const NAME = /(?<!\p{L}[’'-]?)\p{Lu}[\p{L}’'-]{0,40}(?: \p{Lu}[\p{L}’'-]{0,40}){1,2}/gu;

/** Names of two or three capitalised words in some strings (the first 1,000 code units of each), as folded words; countries and their people left out. */
export function namesIn(texts: readonly (string | null | undefined)[]): string[][] {
  const names: string[][] = [];
  for (const text of texts) {
    if (text === null || text === undefined) continue;
    for (const [name] of text.slice(0, MAX_CHARS).matchAll(NAME)) {
      const raws = name.replace(/[’']s?(?= |$)/gu, '').split(' ');
      const forms = raws.map(fold);
      if (countryAt(forms, raws, 0) === null) names.push(forms);
    }
  }
  return names;
}
