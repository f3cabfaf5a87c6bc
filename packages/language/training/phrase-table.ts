import { HashMap } from '../src/lexicon/hash-map.ts';
import { longestPhrase, phraseKeyOf, phraseKind } from '../src/lexicon/phrases.ts';
import { readTable } from './read-lexicon.ts';

const nameKinds: Readonly<Record<string, number>> = {
  given: phraseKind.given,
  female: phraseKind.given,
  male: phraseKind.given,
  surname: phraseKind.surname,
  person: phraseKind.person,
  place: phraseKind.place,
  organisation: phraseKind.organisation,
};

/** The gazetteers as one table of phrase keys. */
export function buildPhraseTable(): HashMap {
  const phrases = new Map<number, number>();
  const add = (text: string, kind: number): void => {
    const { key, words } = phraseKeyOf(text);
    if (words > 0 && words <= longestPhrase) phrases.set(key, (phrases.get(key) ?? 0) | kind);
  };
  for (const [name, kind] of readTable('names')) add(name as string, nameKinds[kind as string] ?? 0);
  for (const [kind, text] of readTable('countries')) {
    add(
      text as string,
      kind === 'demonym'
        ? phraseKind.demonym
        : kind === 'capital'
          ? phraseKind.city
          : kind === 'region'
            ? phraseKind.place
            : phraseKind.country,
    );
  }
  for (const [city, , population] of readTable('cities')) {
    if (Number(population) >= 5000) add(city as string, phraseKind.place | (Number(population) >= 100_000 ? phraseKind.city : 0));
  }
  return HashMap.from(phrases);
}
