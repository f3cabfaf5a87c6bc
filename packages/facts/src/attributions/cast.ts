import type { Description, NameSpan } from './describe.ts';
import { DescribedBodies } from './described-bodies.ts';
import { listed, personNouns } from './lexicon/nouns.ts';
import { NameIndex, surnameOf } from './name-index.ts';
import type { Introduction } from './introductions.ts';
import type { Speaker } from './types.ts';

interface Member {
  speaker: Speaker;
  noun: string | null;
  /** Offset of the last mention as a source. */
  last: number;
}

/** Everybody an article has let speak or named so far: full names for surnames, roles for "the official", and whom a pronoun may mean. */
export class Cast {
  readonly #members: Member[] = [];
  readonly #names: NameIndex;
  readonly #introduced: ReadonlyMap<string, Introduction>;
  readonly #genders: ReadonlyMap<string, 'female' | 'male'>;
  readonly #bodies: DescribedBodies;
  #women = new Set<string>();

  constructor(
    names: readonly NameSpan[],
    introduced: ReadonlyMap<string, Introduction>,
    genders: ReadonlyMap<string, 'female' | 'male'> = new Map(),
  ) {
    this.#names = new NameIndex(names);
    this.#bodies = new DescribedBodies(names);
    this.#introduced = introduced;
    this.#genders = genders;
  }

  /** A single word that the article elsewhere knows as a place or body is no person: "Washington pledged". */
  #asBody(speaker: Speaker): Speaker {
    const lone = speaker.kind === 'named' && speaker.name !== null && speaker.role === null && !speaker.name.includes(' ');
    return lone && this.#names.isBody(speaker.name ?? '') ? { ...speaker, kind: 'organisation' } : speaker;
  }

  /** Settles a described source at an offset: a surname gets its full name and role, "the official" becomes the official met before. */
  settle({ speaker: described, definite, noun }: Description, at: number): Speaker {
    const speaker = this.#asBody(described);
    // A name is of the kind it was first introduced as: "the newspaper Chosun Ilbo", then "Chosun Ilbo".
    const met =
      speaker.name === null || (speaker.kind !== 'named' && speaker.kind !== 'organisation')
        ? undefined
        : this.#members.find((member) => member.speaker.name === speaker.name && member.speaker.kind === 'outlet');
    if (met !== undefined) return this.#note(met.speaker, noun, at);
    if (speaker.kind === 'named' && speaker.name !== null && speaker.number === 'one') {
      const full = this.#fullName(speaker.name, at);
      const known = this.#members.findLast((member) => member.speaker.name === full && member.speaker.kind === 'named');
      const introduced = this.#introduced.get(full);
      const merged: Speaker = {
        ...speaker,
        name: full,
        role: speaker.role ?? known?.speaker.role ?? introduced?.role ?? null,
        organisation: speaker.organisation ?? known?.speaker.organisation ?? introduced?.organisation ?? null,
      };
      return this.#note(merged, noun ?? known?.noun ?? null, at);
    }
    if (speaker.kind === 'organisation' && speaker.name !== null && !/\s/u.test(speaker.name)) {
      // "Hua said": part of a name met before, which the recogniser took for a body.
      const { name } = speaker;
      const known = this.#members.find(
        (member) => member.speaker.kind === 'named' && member.speaker.name?.split(' ').includes(name) === true,
      );
      if (known !== undefined) return this.#note(known.speaker, noun, at);
    }
    if (definite && noun !== null) {
      const recent = this.#recent();
      const known = recent.find(
        (member) =>
          (member.noun === noun || (member.speaker.role !== null && endsWithNoun(member.speaker.role, noun))) &&
          member.speaker.number === speaker.number &&
          compatible(member.speaker, speaker),
      );
      if (known !== undefined) return this.#note(known.speaker, noun, at);
      const generic =
        (genericNouns.has(noun) || (noun === 'official' && recent[0]?.speaker.kind === 'named' && holdsOffice(recent[0].speaker))) &&
        speaker.number === 'one'
          ? recent.find((member) => member.speaker.kind === 'named' && member.speaker.number === 'one' && at - member.last < reach)
          : undefined;
      if (generic !== undefined) return this.#note(generic.speaker, noun, at);
      const lone =
        speaker.number === 'one' && (speaker.kind === 'organisation' || speaker.kind === 'outlet') && /^\p{Ll}/u.test(speaker.name ?? '');
      const meant = lone ? this.#bodies.find(noun, at) : null;
      if (meant !== null) return this.#note({ ...speaker, name: meant }, noun, at);
    }
    return this.#note(speaker, noun, at);
  }

  /** The full name in the text before, else among those who have spoken. */
  #fullName(name: string, at: number): string {
    const full = this.#names.full(name, at);
    if (full !== name || name.includes(' ')) return full;
    return (
      this.#members.findLast(
        ({ speaker }) =>
          speaker.kind === 'named' && speaker.name !== null && speaker.name.includes(' ') && surnameOf(speaker.name) === name,
      )?.speaker.name ?? name
    );
  }

  /** Notes a body that acts in the story without speaking. */
  observeBody(name: string, at: number): void {
    this.#bodies.note(name, at, false);
  }

  /** Notes a person who acts in the story without speaking. */
  observe(name: string, at: number): void {
    const full = this.#names.full(name, at);
    const introduced = this.#introduced.get(full);
    this.settle(
      {
        speaker: {
          name: full,
          role: introduced?.role ?? null,
          organisation: introduced?.organisation ?? null,
          anonymous: false,
          number: 'one',
          kind: 'named',
        },
        definite: false,
        noun: null,
      },
      at,
    );
  }

  /** Whom a pronoun at an offset means: the last who spoke and fits it, or null. */
  pronoun(form: string, at: number): Speaker | null {
    const word = { his: 'he', him: 'he', her: 'she', their: 'they', them: 'they', its: 'it' }[form] ?? form;
    const recent = this.#recent().filter((member) => at - member.last < reach);
    const personal = word === 'he' || word === 'she';
    const found = recent.find(({ speaker, noun }) => {
      const person = speaker.kind === 'named' || (speaker.kind === 'anonymous' && noun !== null && personNouns.has(noun));
      if (personal) return speaker.number === 'one' && person && this.#agrees(speaker, word);
      if (word === 'it') return speaker.kind === 'organisation' || speaker.kind === 'outlet' || speaker.kind === 'document';
      return word === 'they' && speaker.number === 'many';
    });
    if (found === undefined) return null;
    if (word === 'she' && found.speaker.name !== null) this.#women.add(found.speaker.name);
    found.last = at;
    return found.speaker;
  }

  /** Once "she" has meant somebody, "he" means another. */
  #agrees(speaker: Speaker, word: string): boolean {
    const known = speaker.name === null ? undefined : this.#genders.get(speaker.name);
    if (known !== undefined) return (known === 'female') === (word === 'she');
    const woman = (speaker.name !== null && this.#women.has(speaker.name)) || /woman\b/.test(speaker.role ?? '');
    return word === 'he' ? !woman : !/(?:spokes|chair|congress|business)man\b/.test(speaker.role ?? '');
  }

  #note(speaker: Speaker, noun: string | null, at: number): Speaker {
    if (speaker.name !== null && (speaker.kind === 'organisation' || speaker.kind === 'outlet')) this.#bodies.note(speaker.name, at, true);
    const known = this.#members.find((member) => same(member.speaker, speaker));
    if (known === undefined) {
      if (this.#members.length >= largest) this.#members.shift();
      this.#members.push({ speaker, noun, last: at });
      return speaker;
    }
    known.last = at;
    known.noun ??= noun;
    const role = known.speaker.role ?? speaker.role;
    const organisation = known.speaker.organisation ?? speaker.organisation;
    if (role !== known.speaker.role || organisation !== known.speaker.organisation)
      known.speaker = { ...known.speaker, role, organisation };
    return known.speaker;
  }

  /** Members, the last mentioned first. */
  #recent(): Member[] {
    return this.#members.toSorted((a, b) => b.last - a.last);
  }
}

/** Descriptions that take up whoever has just spoken: "the expert concluded". */
const genericNouns: ReadonlySet<string> = new Set([
  'expert',
  'analyst',
  'scholar',
  'academic',
  'researcher',
  'scientist',
  'economist',
  'activist',
  'politician',
  'lawmaker',
  'author',
  'man',
  'woman',
  'veteran',
]);

/** "The governor, Ann Lee, …. The official said": who holds an office is an official, as long as nobody else has spoken. */
const holdsOffice = ({ role }: Speaker): boolean =>
  role !== null &&
  /\b(?:governor|minister|secretary|mayor|commissioner|spokes(?:man|woman|person)|commander|chief|director|prosecutor|ambassador|officer|sheriff|president)\b/i.test(
    role,
  );

/** Members kept; the oldest leaves first. */
const largest = 200;

/** How far back a pronoun looks, in characters. */
const reach = 2500;
const same = (a: Speaker, b: Speaker): boolean =>
  a.kind === b.kind && a.name === b.name && a.number === b.number && (a.name !== null || a.role === b.role);
/** The head of the role is that noun: "press secretary of the …" for "secretary", not "airline crew" for "airline". */
const endsWithNoun = (role: string, noun: string): boolean => {
  const core =
    role
      .toLowerCase()
      .split(/\b(?:of|for|at|in|from|with)\b/u)[0]
      ?.trim() ?? '';
  return core
    .split(/(?<!\s)\s+and\s+|,\s*/u)
    .some((part) => listed(part.trim().split(/\s+/u).at(-1) ?? '', personNouns)?.noun === noun || part.trim().endsWith(noun));
};

const plainNation = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('u.s.', 'us')
    .replace(/\bamerican\b/u, 'us')
    .replaceAll('u.k.', 'uk')
    .replace(/\bbritish\b/u, 'uk');

/** "the American official" is not "an Iraqi official": words before the noun that the earlier role has not must not clash with its own. */
function compatible(known: Speaker, now: Speaker): boolean {
  const own = plainNation(now.role ?? now.name ?? '')
    .split(/\s+/)
    .slice(0, -1)
    .filter((word) => word.length > 1);
  const theirs = plainNation(known.role ?? known.name ?? '');
  return own.every((word) => theirs.includes(word)) || !/\s/.test(theirs.trim());
}
