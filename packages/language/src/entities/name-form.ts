import { isTitle } from '../names/titles.ts';
import { plainName } from './name-key.ts';
import { acronymLetters, initialsOf, withoutLegalForms, type Initials } from './organisation-name.ts';
import { remembering } from './remembering.ts';
import { spokenWord, type SpokenWord } from './spoken-word.ts';

/** A name as names are compared: each aspect of its spelling is worked out when it is asked for first. */
export class NameForm {
  private readonly text: string;
  /** In lower case without accents and marks (name-key.ts). */
  readonly plain: string;
  private keptJoined: string | undefined;
  private keptCore: string | undefined;
  private keptCoreWords: readonly SpokenWord[] | undefined;
  private keptParts: readonly SpokenWord[] | undefined;
  private keptLetters: string | null | undefined;
  private keptInitials: Initials | undefined;

  constructor(text: string) {
    this.text = text;
    this.plain = plainName(text);
  }

  /** Plain, without article and blanks. */
  get joined(): string {
    return (this.keptJoined ??= this.plain.replace(/^the /, '').replaceAll(' ', ''));
  }

  /** Plain, without an organisation's article and legal form. */
  get core(): string {
    return (this.keptCore ??= coreOf(this.plain));
  }

  get coreWords(): readonly SpokenWord[] {
    return (this.keptCoreWords ??= this.core.split(' ').map(spokenWord));
  }

  /** The parts of a person's plain name, without titles and "junior". */
  get parts(): readonly SpokenWord[] {
    return (this.keptParts ??= partsOf(this.plain).map(spokenWord));
  }

  /** True when the name, as written ("WHO", "S.E.C."), is made of the initials of the other's words, small words counted or not. */
  isAcronymOf(long: NameForm): boolean {
    const letters = (this.keptLetters ??= acronymLetters(this.text) ?? null);
    if (letters === null) return false;
    const { words, all, big } = (long.keptInitials ??= initialsOf(long.text));
    return words > 1 && (letters === all || letters === big);
  }
}

/** The form of a name; those of short names are kept. */
export const nameForm: (name: string) => NameForm = remembering((name) => new NameForm(name));

/** A plain organisation name without its article and legal form; the name itself when nothing else is left. */
function coreOf(plain: string): string {
  const core = withoutLegalForms(plain.replace(/^the /, ''));
  return core === '' ? plain : core;
}

function partsOf(plain: string): string[] {
  const words = plain.split(' ').filter((w, i, all) => !(isTitle(w) && i < all.length - 1) && !/^(?:jr|sr|ii|iii|iv)$/.test(w));
  // Articles of Arabic surnames belong to the word that follows: "al assad" is one part.
  return words.reduce<string[]>((parts, w, i) => {
    if (i > 0 && /^(?:al|el|ul|ad|as|ash|an|ar)$/.test(words[i - 1] as string)) parts[parts.length - 1] = w;
    else parts.push(w);
    return parts;
  }, []);
}
