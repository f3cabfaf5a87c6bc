import { bodyNouns, documentNouns, listed, mediaNouns, personNouns, uniqueOffices } from './lexicon/nouns.ts';
import { outletKind } from './lexicon/outlets.ts';
import { personIn } from './person-name.ts';
import { cleaned, coreOf, headOf, phraseText, pluralOpeners, withItsArticle } from './phrase-text.ts';
import type { Speaker } from './types.ts';
import type { Word } from './words.ts';

/** A name of the article, by offsets. */
export interface NameSpan {
  start: number;
  end: number;
  text: string;
  type: 'PER' | 'LOC' | 'ORG';
}

/** What a source phrase says by itself. */
export interface Description {
  speaker: Speaker;
  /** "the official": to be looked up among those already met. */
  definite: boolean;
  /** Head noun, singular, where the phrase is no name. */
  noun: string | null;
}

const speakerOf = (kind: Speaker['kind'], parts: Partial<Speaker>): Speaker => ({
  name: null,
  role: null,
  organisation: null,
  anonymous: false,
  number: 'one',
  kind,
  ...parts,
});
const withoutArticle = (text: string): string => text.replace(/^(?:the|The)\s+/u, '');
const days = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight)$/u;
/** Last words of the names of media. */
const mediaTails = /\s(?:Television|TV|Radio|News|Times|Post|Tribune|Herald|Gazette|Newspaper|Daily|Media)$/u;

/** Reads a source phrase: name, role, organisation, how many, and of what kind. Pronouns give nothing (null). */
export function describe(source: readonly Word[], names: readonly NameSpan[], text: string): Description | null {
  const words = cleaned(source);
  const [first, last] = [words[0], words.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    words.every((word) => ['PRON', 'PUNCT'].includes(word.upos) || ['who', 'which'].includes(word.lower)) ||
    (first === last && /^(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Tt]his|[Tt]hat|[Ww]hat)$/.test(first.text))
  )
    return null;
  // "emerged on Saturday, revealing …": days say nothing.
  if (first === last && days.test(first.lower)) return null;
  const inside = names.filter((name) => name.start >= first.start && name.end <= last.end);
  const whole = withoutArticle(text.slice(first.start, last.end));
  const phrase = phraseText(words, text);
  const medium = [whole, phrase ?? ''].find(
    (name) =>
      outletKind(name) !== null || (mediaTails.test(name) && name.length < 40 && /^\p{Lu}/u.test(name) && !/\s(?:\p{Ll}\S*)\s/u.test(name)),
  );
  if (medium !== undefined)
    return { speaker: speakerOf('outlet', { name: withItsArticle(properPart(medium), first, text) }), definite: false, noun: null };
  const paper = mediumIn(words, text);
  if (paper !== null) return { speaker: speakerOf('outlet', { name: paper }), definite: false, noun: null };
  const person = personIn(words, inside, text);
  if (person !== null)
    return {
      speaker: speakerOf('named', {
        name: person.name,
        role: person.role,
        organisation: person.organisation,
        number: person.several ? 'many' : 'one',
      }),
      definite: false,
      noun: null,
    };
  const core = coreOf(words);
  const head = headOf(core);
  return head === undefined
    ? null
    : (byName(core, head, inside, phrase) ?? byNoun(words, core, head, inside, phrase, phraseText(core, text)));
}

const papers: ReadonlySet<string> = new Set([
  'newspaper',
  'broadcaster',
  'magazine',
  'tabloid',
  'website',
  'channel',
  'station',
  'daily',
  'weekly',
  'newswire',
]);

/** "the South Korean newspaper Chosun Ilbo", "Nice-Matin, a local newspaper". */
function mediumIn(words: readonly Word[], text: string): string | null {
  const noun = words.findIndex((word) => papers.has(word.lower));
  if (noun < 0) return null;
  const comma = words.findIndex((word) => word.text === ',');
  const isName = (run: readonly Word[]): boolean => run.length > 0 && run.every((word) => /^[\p{Lu}-]/u.test(word.text));
  const after = words.slice(noun + 1, comma > noun ? comma : undefined);
  const before = comma > 0 && comma < noun ? words.slice(0, comma) : [];
  const run = isName(after) ? after : isName(before) ? before : null;
  const [first, last] = [run?.[0], run?.at(-1)];
  return first === undefined || last === undefined ? null : withoutArticle(text.slice(first.start, last.end));
}

/** "student [Farda News Agency]", "opposition [Civic Renewal party]": what sort of body it is stands before its name. */
function properPart(name: string): string {
  if (/ (?:of|in|at|for|from|on) /u.test(name)) return name;
  const proper = name.replace(/^(?:\p{Ll}[\p{L}-]* ){1,3}(?=\p{Lu})/u, '');
  // "Peru's Farda News": where it sits is none of its name; "Peru's foreign ministry" has no other.
  const place = /^\p{Lu}[\p{L}.]*['’]s (?=\p{Lu})/u.exec(proper)?.[0];
  const last = proper.slice(proper.lastIndexOf(' ') + 1).toLowerCase();
  return place === undefined || listed(last, bodyNouns) !== null ? proper : proper.slice(place.length);
}

/** A place or body by its name: the name closes the core of the phrase. */
function byName(core: readonly Word[], head: Word, inside: readonly NameSpan[], phrase: string | null): Description | null {
  const name = inside.find((other) => other.end === head.end || (other.start <= head.start && other.end >= head.end));
  if (name === undefined || (name.type === 'PER' && !bodyNouns.has(name.text.toLowerCase())) || phrase === null) return null;
  if (head.upos !== 'PROPN' && (listed(head.lower, personNouns) !== null || bodyNouns.has(head.lower))) return null;
  const joined = core.some((word) => word.lower === 'and');
  return {
    speaker: speakerOf('organisation', {
      name: properPart(withoutArticle((phrase.split('(', 1)[0] ?? '').trimEnd())),
      number: joined && inside.length > 1 ? 'many' : 'one',
    }),
    definite: false,
    noun: listed(head.lower, bodyNouns)?.noun ?? null,
  };
}

function byNoun(
  words: readonly Word[],
  core: readonly Word[],
  head: Word,
  inside: readonly NameSpan[],
  phrase: string | null,
  short: string | null,
): Description | null {
  if (phrase === null) return null;
  const opener = words[0]?.lower ?? '';
  const many = pluralOpeners.has(opener);
  const definite = opener === 'the' || opener === 'that';
  const organisation = inside.find((name) => name.type === 'ORG')?.text ?? null;
  const count = (plural: boolean): Speaker['number'] => (many || plural ? 'many' : 'one');
  const guarding = guard(head, core);
  const person = guarding === null ? listed(head.lower, personNouns) : null;
  const named = words.findIndex((word) => bodyNouns.has(word.lower) && /^\p{Lu}/u.test(word.text));
  if (person !== null && !(named >= 0 && head.lower === 'general' && words.indexOf(head) > named)) {
    const owned = words.some((word) => word.lower === "'s" || word.text === '’s' || word.text === '’');
    const office = uniqueOffices.has(person.noun) && !person.plural && !many && (definite || owned);
    return {
      speaker: speakerOf(office ? 'named' : 'anonymous', { role: phrase, organisation, anonymous: !office, number: count(person.plural) }),
      definite,
      noun: person.noun,
    };
  }
  const medium = listed(head.lower, mediaNouns);
  if (medium !== null && (definite || !bodyNouns.has(medium.noun)))
    return { speaker: speakerOf('outlet', { name: phrase }), definite, noun: medium.noun };
  // "according to reports": nobody's in particular.
  if (head.lower === 'reports' && words.length <= 2 && organisation === null)
    return { speaker: speakerOf('anonymous', { role: phrase, anonymous: true, number: 'many' }), definite: false, noun: null };
  const document = listed(head.lower, documentNouns);
  if (document !== null)
    return {
      speaker: speakerOf('document', { name: phrase, organisation: organisation ?? inside[0]?.text ?? null }),
      definite,
      noun: document.noun,
    };
  const body = listed(head.lower, bodyNouns) ?? guarding ?? appositiveBody(words);
  if (body !== null)
    return { speaker: speakerOf('organisation', { name: phrase, organisation, number: count(false) }), definite, noun: body.noun };
  if (head.upos === 'PROPN' || /^\p{Lu}/u.test(head.text))
    return {
      speaker: speakerOf(opener === 'the' || words.some((word) => word.lower === "'s" || word.text === '’s') ? 'organisation' : 'named', {
        name: properPart(short ?? phrase),
      }),
      definite: false,
      noun: null,
    };
  // A common noun that is none of these speaks as a person would: "protesters", "families".
  const plural = head.lower.endsWith('s') && head.upos === 'NOUN';
  return {
    speaker: speakerOf('anonymous', { role: phrase, organisation, anonymous: true, number: count(plural) }),
    definite,
    noun: head.lower,
  };
}

/** "the coast guard", "the National Guard": a body, where "a guard" is a man. */
function guard(head: Word, core: readonly Word[]): { noun: string; plural: boolean } | null {
  const before = core[core.indexOf(head) - 1]?.lower ?? '';
  return head.lower === 'guard' && /^(?:coast|national|border|presidential|revolutionary|civil|home)$/.test(before)
    ? { noun: 'guard', plural: false }
    : null;
}

/** "…, an alliance of parties": the apposition says what kind of body a name is. */
function appositiveBody(words: readonly Word[]): { noun: string; plural: boolean } | null {
  const comma = words.findIndex((word) => word.text === ',');
  const head = comma < 0 ? undefined : headOf(coreOf(words.slice(comma + 1)));
  return head === undefined ? null : listed(head.lower, bodyNouns);
}
