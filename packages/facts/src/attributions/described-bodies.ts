import type { NameSpan } from './describe.ts';
import { bodyNouns, listed, mediaNouns } from './lexicon/nouns.ts';
import { outletKind, type OutletKind } from './lexicon/outlets.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nouns that businesses are called by, and those that go on speaking for armed, political and civic groups: neither stands for a ministry or a court. */
const business = words('company firm group corporation manufacturer maker operator carrier airline');
const civic = words('group organization organisation movement network alliance coalition');
/** What the name of such a body may end in. */
const businessTails = words('company corporation group firm bank airline maker manufacturer operator service network');
const civicTails = words(
  'group organization organisation movement network alliance coalition army force forces front party team association',
);
/** Last words of the names of what is no group and no company. */
const others =
  /(?:Airport|Centre|Center|Hotel|Stadium|Street|Square|Park|Cup|League|Games|Prize|Act|Treaty|Agreement|Index|Exchange|Hospital|Museum|Church|School|University|Court|House|Office|Police)$/u;
const media: ReadonlyMap<string, OutletKind> = new Map([
  ['newspaper', 'newspaper'],
  ['paper', 'newspaper'],
  ['daily', 'newspaper'],
  ['tabloid', 'newspaper'],
  ['broadcaster', 'broadcaster'],
  ['channel', 'broadcaster'],
  ['station', 'broadcaster'],
  ['agency', 'agency'],
]);

/** Characters back that a description looks for a body. */
const reach = 2500;
const longest = 60;

interface Body {
  name: string;
  at: number;
  medium: OutletKind | null;
  spoke: boolean;
}

/** The named bodies and media of an article, as they speak and act: whom "the company", "the group" and "the newspaper" mean. */
export class DescribedBodies {
  readonly #organisations: ReadonlySet<string>;
  readonly #places: ReadonlySet<string>;
  #bodies: Body[] = [];

  constructor(names: readonly NameSpan[]) {
    this.#organisations = new Set(names.filter(({ type }) => type === 'ORG').map(({ text }) => text));
    this.#places = new Set(names.filter(({ type }) => type === 'LOC').map(({ text }) => text));
  }

  /** Notes that a body or medium acts or speaks at an offset; places and bare descriptions are passed over. */
  note(name: string, at: number, speaks: boolean): void {
    const medium = outletKind(name);
    // A body that speaks is one, though the recogniser did not see it.
    const known = medium !== null || this.#organisations.has(name.replace(/^The /u, '')) || (speaks && !this.#places.has(name));
    if (!known || !/^\p{Lu}/u.test(name) || others.test(name)) return;
    const spoke = speaks || this.#bodies.some((body) => body.name === name && body.spoke);
    this.#bodies = this.#bodies.filter((body) => body.name !== name);
    this.#bodies.push({ name, at, medium, spoke });
    if (this.#bodies.length > longest) this.#bodies.shift();
  }

  /** The name that "the NOUN" at an offset stands for; null where none fits. */
  find(noun: string, at: number): string | null {
    const recent = this.#bodies.filter((body) => body.at < at && at - body.at < reach).toReversed();
    const medium = media.get(noun);
    const known = recent.find((body) => medium !== undefined && body.medium === medium);
    if (known !== undefined) return known.name;
    const bearing = recent.find(({ name }) => name.toLowerCase().split(/[\s-]/u).includes(noun));
    if (bearing !== undefined) return bearing.name;
    if (listed(noun, mediaNouns) !== null && !business.has(noun) && !civic.has(noun)) return null;
    const sure = (name: string): boolean => !civic.has(noun) || this.#organisations.has(name);
    const fitting = recent.filter((body) => body.medium === null && sure(body.name) && fits(noun, body.name));
    if (civic.has(noun)) return fitting[0]?.name ?? null;
    // In news of business the company that has spoken goes on speaking; where none has, the first named is the one it is about.
    return (fitting.find(({ spoke }) => spoke) ?? fitting.at(-1))?.name ?? null;
  }
}

/** A body whose name does not say that it is of another sort. */
function fits(noun: string, name: string): boolean {
  const own = name
    .toLowerCase()
    .split(/[\s-]/u)
    .flatMap((word) => (bodyNouns.has(word) ? [word] : []));
  return (
    (business.has(noun) && own.every((word) => businessTails.has(word))) || (civic.has(noun) && own.every((word) => civicTails.has(word)))
  );
}
