import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = readonly (string | number)[];
const bits = { noun: 1, verb: 2, adj: 4, adv: 8 } as const;
const nameTypes: Readonly<Record<number, string>> = { 14: 'organisation', 15: 'place', 18: 'person' };

/**
 * Reads WordNet's data files: for each single word its parts of speech and the lexicographer file (+1, nouns from 3, verbs from 29 counted
 * from 1) of its first sense; and the names (capitalised lemmas) of persons, places and groups.
 */
export function readWordNet(dict: string): { senses: Row[]; names: Row[] } {
  const parts = new Map<string, { bits: number; noun: number; verb: number }>();
  const names: Row[] = [];
  for (const [part, bit] of Object.entries(bits)) {
    const files = new Map<string, number>();
    for (const line of readFileSync(join(dict, `data.${part}`), 'utf8').split('\n')) {
      if (!/^\d/.test(line)) continue;
      const fields = line.split(' ');
      const file = Number(fields[1]);
      files.set(fields[0] as string, file);
      const lemmas = Number.parseInt(fields[3] as string, 16);
      for (let i = 0; i < lemmas; i++) {
        const lemma = (fields[4 + i * 2] as string).replaceAll('_', ' ');
        const type = nameTypes[file];
        if (part === 'noun' && type !== undefined && /^\p{Lu}/u.test(lemma) && lemma.length > 2) names.push([lemma, type]);
      }
    }
    for (const line of readFileSync(join(dict, `index.${part}`), 'utf8').split('\n')) {
      const fields = line.trim().split(' ');
      const word = fields[0] as string;
      if (!/^[a-z][a-z'.-]*$/.test(word)) continue;
      const pointers = Number(fields[3]);
      const first = files.get(fields[6 + pointers] as string) ?? 0;
      const known = parts.get(word) ?? { bits: 0, noun: 0, verb: 0 };
      known.bits |= bit;
      if (part === 'noun') known.noun = first - 2;
      if (part === 'verb') known.verb = first - 28;
      parts.set(word, known);
    }
  }
  return { senses: [...parts].map(([word, p]) => [word, p.bits, p.noun, p.verb]), names };
}
