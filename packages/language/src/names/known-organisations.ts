import { tokenize } from '@copydesk/text';
import type { ParsedToken } from '../parsed-sentence.ts';

/** Organisations that their spelling alone tells, looked up token by token; case matters, so that "WHO" is one and "Who" is not. */
export class KnownOrganisations {
  /** The words of each name by its first word, longest first. */
  private readonly byFirst = new Map<string, string[][]>();

  constructor(names: readonly string[]) {
    const split = names.map((name) => tokenize(name).map((t) => spelling(t.text))).sort((a, b) => b.length - a.length);
    for (const words of split) {
      const [first] = words;
      if (first === undefined) continue;
      const known = this.byFirst.get(first);
      if (known === undefined) this.byFirst.set(first, [words]);
      else known.push(words);
    }
  }

  /** True when a known name begins with the word. */
  mayBegin(word: string): boolean {
    return this.byFirst.has(spelling(word));
  }

  /** The end (exclusive) of the longest known name that begins at a token; undefined when none does. */
  endAt(tokens: readonly ParsedToken[], start: number): number | undefined {
    const candidates = this.byFirst.get(spelling(tokens[start]?.text ?? ''));
    const found = candidates?.find((words) => words.every((word, i) => spelling(tokens[start + i]?.text ?? '') === word));
    return found === undefined ? undefined : start + found.length;
  }
}

const apostrophe = /['’‘ʼ`]/;

/** Apostrophes of any kind count as none ("Da'esh"). */
const spelling = (word: string): string => (apostrophe.test(word) ? word.replaceAll(/['’‘ʼ`]/g, '') : word);
