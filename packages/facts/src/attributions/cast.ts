import type { Description, NameSpan } from './describe.ts';
import type { Speaker } from './types.ts';

interface Member {
  speaker: Speaker;
  noun: string | null;
  /** Offset of the last mention as a source. */
  last: number;
}

const lastName = (name: string): string =>
  name
    .replace(/[,.]?\s+(?:Jr|Sr|II|III)\.?$/u, '')
    .split(/\s+/)
    .at(-1)
    ?.replace(/['’]s$/u, '') ?? name;
const particle = /^(?:al|el|bin|ibn|van|von|de|da|di|la|le)[-\s]/i;

/** Everybody an article has let speak or named so far: full names for surnames, roles for "the official", and whom a pronoun may mean. */
export class Cast {
  readonly #members: Member[] = [];
  readonly #names: readonly NameSpan[];
  #women = new Set<string>();

  constructor(names: readonly NameSpan[]) {
    this.#names = names;
  }

  /** Settles a described source at an offset: a surname gets its full name and role, "the official" becomes the official met before. */
  settle({ speaker, definite, noun }: Description, at: number): Speaker {
    if (speaker.kind === 'named' && speaker.name !== null && speaker.number === 'one') {
      const full = this.#fullName(speaker.name, at);
      const known = this.#members.findLast((member) => member.speaker.name === full && member.speaker.kind === 'named');
      const merged: Speaker = {
        ...speaker,
        name: full,
        role: speaker.role ?? known?.speaker.role ?? null,
        organisation: speaker.organisation ?? known?.speaker.organisation ?? null,
      };
      return this.#note(merged, noun ?? known?.noun ?? null, at);
    }
    if (definite && noun !== null) {
      const known = this.#members
        .filter((member) => member.noun === noun || (member.speaker.role !== null && endsWithNoun(member.speaker.role, noun)))
        .toSorted((a, b) => b.last - a.last)[0];
      const generic = known === undefined && genericNouns.has(noun) ? this.#members.filter((member) => member.speaker.kind === 'named' && member.speaker.number === 'one' && at - member.last < reach).toSorted((a, b) => b.last - a.last)[0] : undefined;
      if (generic !== undefined) return this.#note(generic.speaker, noun, at);
      if (known !== undefined && known.speaker.number === speaker.number && compatible(known.speaker, speaker))
        return this.#note(known.speaker, noun, at);
    }
    return this.#note(speaker, noun, at);
  }

  /** Whom a pronoun at an offset means: the last who spoke and fits it, or null. */
  pronoun(word: string, at: number): Speaker | null {
    const recent = this.#members.toSorted((a, b) => b.last - a.last).filter((member) => at - member.last < reach);
    const personal = word === 'he' || word === 'she' || word === 'him' || word === 'her';
    const found = recent.find(({ speaker }) => {
      if (personal)
        return speaker.number === 'one' && (speaker.kind === 'named' || speaker.kind === 'anonymous') && this.#agrees(speaker, word);
      if (word === 'it') return speaker.kind === 'organisation' || speaker.kind === 'outlet' || speaker.kind === 'document';
      return word === 'they' && speaker.number === 'many';
    });
    if (found === undefined) return null;
    if ((word === 'she' || word === 'her') && found.speaker.name !== null) this.#women.add(found.speaker.name);
    found.last = at;
    return found.speaker;
  }

  /** Once "she" has meant somebody, "he" means another. */
  #agrees(speaker: Speaker, word: string): boolean {
    const woman = (speaker.name !== null && this.#women.has(speaker.name)) || /woman\b/.test(speaker.role ?? '');
    return word === 'he' || word === 'him' ? !woman : !/(?:spokes|chair|congress|business)man\b/.test(speaker.role ?? '');
  }

  #fullName(name: string, at: number): string {
    if (/\s/.test(name) && !particle.test(name)) return name;
    const surname = lastName(name);
    const before = this.#names.filter((other) => other.type === 'PER' && other.start < at && other.text !== name);
    return (
      before.findLast((other) => lastName(other.text) === surname && other.text.length > name.length)?.text.replace(/['’]s$/u, '') ?? name
    );
  }

  #note(speaker: Speaker, noun: string | null, at: number): Speaker {
    const known = this.#members.find((member) => same(member.speaker, speaker));
    if (known === undefined) this.#members.push({ speaker, noun, last: at });
    else {
      known.last = at;
      known.noun ??= noun;
      known.speaker = {
        ...known.speaker,
        role: known.speaker.role ?? speaker.role,
        organisation: known.speaker.organisation ?? speaker.organisation,
      };
      return known.speaker;
    }
    return speaker;
  }
}

/** Descriptions that take up whoever has just spoken: "the expert concluded". */
const genericNouns: ReadonlySet<string> = new Set(['expert', 'analyst', 'scholar', 'academic', 'researcher', 'scientist', 'economist', 'activist', 'politician', 'lawmaker', 'author', 'man', 'woman', 'veteran']);

/** How far back a pronoun looks, in characters. */
const reach = 2500;
const same = (a: Speaker, b: Speaker): boolean =>
  a.kind === b.kind && a.name === b.name && a.number === b.number && (a.name !== null || a.role === b.role);
const endsWithNoun = (role: string, noun: string): boolean =>
  new RegExp(`\\b${noun.replace(/[^\p{L}]/gu, '')}\\b`, 'iu').test(role.split(/\b(?:of|for|at|in|from)\b/u)[0] ?? '');

const plainNation = (text: string): string => text.toLowerCase().replaceAll('u.s.', 'us').replace(/\bamerican\b/u, 'us').replaceAll('u.k.', 'uk').replace(/\bbritish\b/u, 'uk');

/** "the American official" is not "an Iraqi official": words before the noun that the earlier role has not must not clash with its own. */
function compatible(known: Speaker, now: Speaker): boolean {
  const own = plainNation(now.role ?? now.name ?? '')
    .split(/\s+/)
    .slice(0, -1)
    .filter((word) => word.length > 1);
  const theirs = plainNation(known.role ?? known.name ?? '');
  return own.every((word) => theirs.includes(word)) || own.length === 0 || !/\s/.test(theirs.trim());
}
