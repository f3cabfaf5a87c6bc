import type { Words } from '../lexicon/words.ts';
import { startsBuiltName } from './built-names.ts';
import type { KnownOrganisations } from './known-organisations.ts';
import { numberedUnits, stateBodies, unitHeads } from './organisation-words.ts';
import { tokenKind } from './token-kind.ts';

/** Words remembered; those with a higher id are looked up each time. */
const most = 1 << 16;

/** The kinds of words by id, worked out once, so that the rules look at few tokens. */
export class TokenKinds {
  private readonly kept = new Uint8Array(most);
  private readonly words: Words;
  private readonly known: KnownOrganisations;
  private generation = 0;

  constructor(words: Words, known: KnownOrganisations) {
    this.words = words;
    this.known = known;
  }

  /** The kinds of a word by its id and text. */
  of(id: number, text: string): number {
    if (this.generation !== this.words.generation) {
      this.kept.fill(0);
      this.generation = this.words.generation;
    }
    // Stored with one added: 0 is not worked out yet.
    const kept = id < most ? (this.kept[id] as number) : 0;
    if (kept > 0) return kept - 1;
    const kinds = this.kindsOf(text);
    if (id < most) this.kept[id] = kinds + 1;
    return kinds;
  }

  private kindsOf(text: string): number {
    const lower = text.toLowerCase();
    return (
      (lower !== text && (unitHeads.has(lower) || numberedUnits.has(lower)) ? tokenKind.unit : 0) |
      (stateBodies.has(text) || text === 'coalition' ? tokenKind.body : 0) |
      (startsBuiltName(text) ? tokenKind.built : 0) |
      (this.known.mayBegin(text) ? tokenKind.known : 0)
    );
  }
}
